package entente

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"testing"

	"github.com/entente-go/entente/edtf"
	jsonv2 "github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// comparable types with unexported fields, for go-cmp.
var values = cmpopts.EquateComparable(edtf.Date{}, edtf.Period{}, Text{})

func all(d *Dataset) (list []Record) {
	for r := range d.All() {
		list = append(list, r)
	}
	return list
}

func mustNew(t testing.TB, records Records) *Dataset {
	t.Helper()
	d, err := New(records)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func written(t testing.TB, d *Dataset) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := d.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("WriteTo = %d, %v; wrote %d bytes", n, err, b.Len())
	}
	return b.Bytes()
}

func TestWriteTo_LoadsAsEqual(t *testing.T) {
	t.Parallel()
	sets := map[string]*Dataset{"article": Article(), "empty": {}}
	for seed := range uint64(20) {
		sets["generated "+string('a'+rune(seed))] = mustNew(t, generated(seed, 60))
	}
	for name, d := range sets {
		t.Run(name, func(t *testing.T) {
			file := written(t, d)
			again, err := Decode(name, bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(all(d), all(again), values); diff != "" {
				t.Errorf("records differ (-written +read):\n%s", diff)
			}
			if diff := cmp.Diff(d.Summary(), again.Summary(), values); diff != "" {
				t.Errorf("summaries differ (-written +read):\n%s", diff)
			}
			if !bytes.Equal(file, written(t, again)) {
				t.Error("writing again gives other bytes")
			}
			compact, err := json.Marshal(d)
			if err != nil {
				t.Fatal(err)
			}
			if again, err = Decode(name, bytes.NewReader(compact)); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(file, written(t, again)) {
				t.Error("json.Marshal writes something else than WriteTo")
			}
		})
	}
}

func TestWriteTo_IncludesReferencesOfSelection(t *testing.T) {
	t.Parallel()
	d := mustNew(t, generated(3, 80))
	for id := range map[ID]bool{"PK": true, "bloc-0": true, "official-1": true} {
		part := d.Involving(id)
		again, err := Decode("part", bytes.NewReader(written(t, part)))
		if err != nil {
			t.Fatalf("involving %s: %v", id, err)
		}
		for r := range part.All() {
			if got, ok := again.Record(r.AsFact().ID); !ok {
				t.Errorf("%v is not there any more", r)
			} else if diff := cmp.Diff(r, got, values); diff != "" {
				t.Errorf("%v differs:\n%s", r, diff)
			}
		}
		if again.Len() >= d.Len() {
			t.Errorf("involving %s: all %d records are written for %d", id, again.Len(), part.Len())
		}
	}
}

func TestRecords_GoThroughEncodingJSON(t *testing.T) {
	t.Parallel()
	for _, want := range all(mustNew(t, generated(5, 60))) {
		for _, c := range []struct {
			name      string
			marshal   func(any) ([]byte, error)
			unmarshal func([]byte, any) error
		}{
			{"v1", json.Marshal, json.Unmarshal},
			{"v2", func(v any) ([]byte, error) { return jsonv2.Marshal(v) }, func(b []byte, v any) error { return jsonv2.Unmarshal(b, v) }},
		} {
			b, err := c.marshal(want)
			if err != nil {
				t.Fatalf("%s: %v: %v", c.name, want, err)
			}
			got := reflect.New(reflect.TypeOf(want))
			if err := c.unmarshal(b, got.Interface()); err != nil {
				t.Fatalf("%s: %s: %v", c.name, b, err)
			}
			if diff := cmp.Diff(want, got.Elem().Interface(), values); diff != "" {
				t.Errorf("%s: %v differs (-want +got):\n%s", c.name, want, diff)
			}
		}
	}
}

type shortWriter struct{}

func (shortWriter) Write(b []byte) (int, error) { return len(b) / 2, nil }

// A fullDisk writes nothing.
type fullDisk struct{}

var errFull = errors.New("no space")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTo_ReportsShortWrites(t *testing.T) {
	t.Parallel()
	if n, err := mustNew(t, small(nil)).WriteTo(fullDisk{}); !errors.Is(err, errFull) || n != 0 {
		t.Errorf("WriteTo a full disk = %d, %v", n, err)
	}
	if n, err := mustNew(t, small(nil)).WriteTo(shortWriter{}); !errors.Is(err, io.ErrShortWrite) || n == 0 {
		t.Errorf("WriteTo = %d, %v", n, err)
	}
	if n, err := mustNew(t, small(nil)).WriteTo(nil); err == nil || n != 0 {
		t.Errorf("WriteTo nothing = %d, %v", n, err)
	}
}
