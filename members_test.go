package entente

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// eachEntry calls visit for every entry of some datasets.
func eachEntry(t *testing.T, visit func(entry any)) {
	t.Helper()
	for _, d := range []*Dataset{Article(), Chronicle(), mustNew(t, generated(5, 400))} {
		c := d.index()
		for i := range c.coverage {
			visit(&c.coverage[i])
		}
		for i := range c.topics {
			visit(&c.topics[i])
		}
		for i := range c.sources {
			visit(&c.sources[i])
		}
		for _, r := range c.recs {
			visit(r)
		}
	}
}

func writtenEntry(t *testing.T, entry any) []byte {
	t.Helper()
	var b bytes.Buffer
	w := &memberWriter{enc: jsontext.NewEncoder(&b)}
	if writeEntry(w, entry); w.err != nil {
		t.Fatal(w.err)
	}
	return b.Bytes()
}

func TestWriteEntry_WritesAsReflectionDoes(t *testing.T) {
	t.Parallel()
	eachEntry(t, func(entry any) {
		want, err := jsonv2.Marshal(entry)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want)+"\n", string(writtenEntry(t, entry))); diff != "" {
			t.Fatalf("written otherwise (-reflection +generated):\n%s", diff)
		}
	})
}

// The members of an object may be in any order, with any white space.
func TestReadEntry_ReadsAsReflectionDoes(t *testing.T) {
	t.Parallel()
	r := newFastReader(false)
	rng := rand.New(rand.NewPCG(1, 2))
	eachEntry(t, func(entry any) {
		data := shuffled(t, rng, writtenEntry(t, entry))
		want, got := reflect.New(reflect.TypeOf(entry).Elem()), reflect.New(reflect.TypeOf(entry).Elem())
		if err := jsonv2.Unmarshal(data, want.Interface()); err != nil {
			t.Fatal(err)
		}
		if !r.entry(data, got.Interface()) {
			t.Fatalf("not read:\n%s", data)
		}
		if diff := cmp.Diff(want.Interface(), got.Interface(), values, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("read otherwise (-reflection +generated):\n%s", diff)
		}
	})
}

// shuffled writes the same value with the members of each object in another
// order, some strings with escapes, and white space.
func shuffled(t *testing.T, rng *rand.Rand, data []byte) []byte {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	space := func() { b.WriteString([]string{"", "", " ", "\n\t", "\r\n"}[rng.IntN(5)]) }
	text := func(s string) {
		space()
		out, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if s != "" && s[0] < 0x80 && rng.IntN(8) == 0 && out[1] == s[0] {
			out = append([]byte(`"\u00`+string("0123456789abcdef"[s[0]>>4])+string("0123456789abcdef"[s[0]&15])), out[2:]...)
		}
		b.Write(out)
		space()
	}
	var write func(v any)
	write = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			var names []string
			for name := range v {
				names = append(names, name)
			}
			rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			b.WriteByte('{')
			for i, name := range names {
				if i > 0 {
					b.WriteByte(',')
				}
				text(name)
				b.WriteByte(':')
				space()
				write(v[name])
				space()
			}
			b.WriteByte('}')
		case []any:
			b.WriteByte('[')
			for i, e := range v {
				if i > 0 {
					b.WriteByte(',')
				}
				space()
				write(e)
				space()
			}
			b.WriteByte(']')
		case string:
			text(v)
		default:
			out, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(out)
		}
	}
	space()
	write(v)
	return []byte(b.String())
}

func TestReadEntry_RefusesWhatIsNotOfTheFormat(t *testing.T) {
	t.Parallel()
	strict, lax := newFastReader(false), newFastReader(true)
	for _, c := range []struct {
		json               string
		inStrict, ignoring bool
	}{
		{`{}`, true, true},
		{`{"id": "x", "number": 7, "approximate": true, "topics": [], "cites": [{"source": "s", "paragraphs": [1, -2]}]}`, true, true},
		{`{"unknown": [{"id": ["]\\\"}"]}, null, -1.5e3], "id": "x"}`, false, true},
		{`{"cites": [{"sauce": "s"}]}`, false, true},
		{`{"ID": "x"}`, false, true},
		{`{"id": null}`, false, false},
		{`{"id": 7}`, false, false},
		{`{"id": {}}`, false, false},
		{`{"topics": null}`, false, false},
		{`{"topics": "x"}`, false, false},
		{`{"topics": [null]}`, false, false},
		{`{"topics": {"x": "y"}}`, false, false},
		{`{"cites": ["s"]}`, false, false},
		{`{"places": {}}`, false, false},
		{`{"number": "7"}`, false, false},
		{`{"number": 7.0}`, false, false},
		{`{"number": 7e1}`, false, false},
		{`{"number": 9223372036854775808}`, false, false},
		{`{"number": null}`, false, false},
		{`{"approximate": "true"}`, false, false},
		{`{"approximate": 1}`, false, false},
		{`{"approximate": null}`, false, false},
		{`{"status": ""}`, false, false},
		{`{"status": "flown"}`, false, false},
		{`{"status": 1}`, false, false},
		{`{"when": ""}`, false, false},
		{`{"when": "soon"}`, false, false},
		{`{"when": null}`, false, false},
		{`{"name": "x"}`, false, false},
		{`{"name": {}}`, false, false},
		{`{"name": {"en": null}}`, false, false},
		{`{"aliases": {}}`, false, false},
		{`{"extra": {}}`, false, false},
		{`{"places": [{"at": {"lat": 1, "lon": 2}}], "claims": [{"value": 7}]}`, true, true},
		{`{"places": [{"at": null}]}`, false, false},
		{`{"places": [{"at": {}}]}`, false, false},
		{`{"claims": [{"value": null}]}`, false, false},
		{`{"claims": [{"value": {"en": 7, "en": 8}}]}`, false, false},
		{`[]`, false, false},
		{`"x"`, false, false},
		{`null`, false, false},
	} {
		if got := strict.entry([]byte(c.json), new(Exercise)); got != c.inStrict {
			t.Errorf("%s is read: %v", c.json, got)
		}
		if got := lax.entry([]byte(c.json), new(Exercise)); got != c.ignoring {
			t.Errorf("%s is read where unknown members are ignored: %v", c.json, got)
		}
	}
}

// A value that no file can have is an error wherever it is written.
func TestWriteEntry_FailsForConstantsThatAreNone(t *testing.T) {
	t.Parallel()
	for _, v := range []any{
		&Exercise{Status: 99}, &Exercise{Forms: []Form{99}}, &Official{Fact: Fact{Basis: 99}},
		&Agreement{Parties: []Party{{Obligations: []Obligation{ObligationDefence, 99}}}}, &Partnership{Trend: 99},
		&Assessment{Modality: 99},
	} {
		w := &memberWriter{enc: jsontext.NewEncoder(new(bytes.Buffer))}
		if writeEntry(w, v); w.err == nil {
			t.Errorf("%T: no error", v)
		}
	}
}

// A list that elementsOf forgets would be out of reach of Limits.Elements.
func TestElementsOf_CountsEveryList(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, _ record) {
		r := newRecord(k)
		next := 0
		fill(reflect.ValueOf(r).Elem(), &next)
		if got, want := elementsOf(r), arrayElements(writtenEntry(t, r)); got != want {
			t.Errorf("%d elements, %d in its JSON", got, want)
		}
	})
}
