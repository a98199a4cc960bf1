package entente

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

// As reads what the reader of files reads, and the same.
func FuzzValue_AsReadsWhatFilesHold(f *testing.F) {
	for _, s := range []string{
		`"2024-10"`, `"last week"`, `200`, `-0`, `1e2`, `true`, `""`, `[]`, `{}`, `{"en":"words","ru":"слова"}`, `{"english":"x"}`, `{"en":" "}`,
		`{"en":["a","b"]}`, `{"en":["a","a"]}`, `{"und":[]}`, `["field","passing"]`, `["x"]`, `[{"nation":"PK","strength":70}]`,
		`[{"name":{"en":"Pabbi"},"at":{"lat":33.5,"lon":73}}]`, `[{"at":{"lat":1}}]`, `[{"at":{"lat":0,"lon":0}}]`,
		`[{"actor":"PK","period":"1954/..","obligations":["none"],"cites":[{"source":"s","paragraphs":[1]}]}]`, `["PK","RU"]`, `"a\"\\\u0001"`,
		`[{"nation":null}]`, `[{"title":{"en":"x"},"implied":true}]`, `[{"role":""}]`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v Value
		if v.UnmarshalJSON([]byte(s)) != nil {
			return
		}
		_ = v.String()
		var again Value
		if err := again.UnmarshalJSON([]byte(v.json)); v.json != "" && (err != nil || again != v) {
			t.Fatalf("%s is read as %s, and that as %s, %v", s, v.json, again.json, err)
		}
		want, got := jsontext.Value(s), jsontext.Value(v.json)
		raw := []jsontext.Options{jsontext.CanonicalizeRawInts(false), jsontext.CanonicalizeRawFloats(false)}
		if want.Canonicalize(raw...); v.json != "" && (got.Canonicalize(raw...) != nil || string(got) != string(want) || len(got) != len(v.json)) {
			t.Fatalf("%s is read as %s, want %s", s, v.json, want)
		}
		for k := KindNation; k < kindEnd; k++ {
			typ := reflect.TypeOf(newRecord(k)).Elem()
			for _, name := range claimable(k) {
				want, got := reflect.New(typ), reflect.New(typ)
				field := fieldsOf(typ).index[name]
				read := newFastReader(false).entry(jsontext.Value(`{`+strconv.Quote(name)+`:`+v.json+`}`), want.Interface())
				err := v.As(got.Elem().FieldByIndex(field).Addr().Interface())
				if read != (err == nil) {
					t.Fatalf("%v, %s: %s is read by the reader of files: %v; As: %v", k, name, v.json, read, err)
				}
				if read && !reflect.DeepEqual(want.Elem().Interface(), got.Elem().Interface()) {
					t.Fatalf("%v, %s: %s is\n%+v, As gives\n%+v", k, name, v.json, want.Elem(), got.Elem())
				}
				eachRefIn(v, k, name, func(ref) {})
				_ = v.known(k, name)
			}
		}
	})
}
