package entente

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// seeds adds the bad files, and files that use every part of the format.
func seeds(f *testing.F) {
	bad, err := filepath.Glob("testdata/bad/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range bad {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for seed := range uint64(3) {
		records := generated(seed, 6)
		records.Nations, records.Organizations, records.Officials = records.Nations[:9], records.Organizations[:4], records.Officials[:4]
		data, err := json.Marshal(struct {
			Format string `json:"format"`
			Records
		}{Format, records})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	data, err := json.Marshal(mustNew(f, generated(4, 3)))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
}

// fuzzLoader has a small limit, so that the fuzzer varies contents, not size.
var fuzzLoader = Loader{Limits: Limits{Problems: 50}}

func FuzzLoad(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, ignore := range []bool{false, true} {
			l := fuzzLoader
			l.IgnoreUnknown = ignore
			d, err := l.Decode("f", bytes.NewReader(data))
			if err != nil {
				problems, ok := err.(Problems)
				if !ok || len(problems) == 0 || d != nil {
					t.Fatalf("Decode = %v, %v", d, err)
				}
				for _, p := range problems {
					if p.Err == nil || p.Message == "" || p.File != "" && p.Line > 0 && (p.Column < 1 || p.Offset < 0 || p.Offset > int64(len(data))) {
						t.Fatalf("a problem without sort, message or place: %+v", p)
					}
				}
				continue
			}
			file := written(t, d)
			again, err := Decode("again", bytes.NewReader(file))
			if err != nil {
				t.Fatalf("what was written does not load: %v\n%s", err, file)
			}
			if diff := cmp.Diff(all(d), all(again), values); diff != "" {
				t.Fatalf("records do not survive writing (-read +read again):\n%s", diff)
			}
			if !bytes.Equal(file, written(t, again)) {
				t.Fatal("writing again gives other bytes")
			}
			d.Between("PK", "RU").About(TopicSecurity).Summary()
			d.Find("words")
		}
	})
}

// FuzzLoadAgainstEncodingJSON: the loader is stricter than encoding/json, and
// otherwise reads the same.
func FuzzLoadAgainstEncodingJSON(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.DisallowUnknownFields()
		var v1 recordsFile
		v1Err := dec.Decode(&v1)
		if v1Err == nil {
			if _, err := dec.Token(); !errors.Is(err, io.EOF) {
				v1Err = errors.New("trailing data")
			}
		}
		d, err := fuzzLoader.Decode("f", bytes.NewReader(data))
		switch {
		case err != nil:
			return
		case v1Err != nil:
			t.Fatalf("accepted, but encoding/json says %v", v1Err)
		}
		want, err := New(v1.Records)
		if err != nil {
			t.Fatalf("accepted from JSON, but not as Go values: %v", err)
		}
		if diff := cmp.Diff(all(want), all(d), values, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("records differ (-encoding/json +loader):\n%s", diff)
		}
		if !bytes.Equal(written(t, want), written(t, d)) {
			t.Fatal("the datasets are written differently")
		}
	})
}

// FuzzReject: what a Loader keeps is sound, and nothing is rejected of sound data.
func FuzzReject(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		rejected := 0
		l := fuzzLoader
		l.Reject = func(r Rejected) {
			rejected++
			if len(r.Problems) == 0 || r.Line < 1 || !bytes.Contains(data, []byte(r.JSON)) || r.Pointer == "" {
				t.Fatalf("rejected without a problem or a place: %+v", r)
			}
		}
		d, err := l.Decode("f", bytes.NewReader(data))
		_, strict := fuzzLoader.Decode("f", bytes.NewReader(data))
		switch {
		case err != nil && (rejected > 0 || strict == nil || strict.Error() != err.Error()):
			t.Fatalf("%d rejected, error %v; without rejecting %v", rejected, err, strict)
		case err == nil && (strict == nil) != (rejected == 0):
			t.Fatalf("%d rejected; without rejecting %v", rejected, strict)
		case err == nil:
			if _, err := Decode("again", bytes.NewReader(written(t, d))); err != nil {
				t.Fatalf("what was kept does not load: %v", err)
			}
		}
	})
}
