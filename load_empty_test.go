package entente

import (
	"errors"
	"strings"
	"testing"
)

// A file cannot hold an empty text, though Go code may read one as "not known".
func TestDecode_EmptyTextIsProblemOnlyForTextForms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, member string
		want         error
	}{
		{"enumeration", `"status": ""`, ErrValue},
		{"enumeration after white space", "\"status\" :\n\t\"\"", ErrValue},
		{"element of a list of values", `"domains": ["land", ""]`, ErrValue},
		{"enumeration in an object", `"contingents": [{"nation": "FR", "role": ""}]`, ErrValue},
		{"enumeration in a citation", `"claims": [{"member": "name", "value": {"en": "x"}, "cites": [{"source": "s", "part": ""}]}]`, ErrValue},
		{"period", `"when": ""`, ErrDate},
		{"alias", `"aliases": {"en": [""]}`, ErrEmpty},
		{"words", `"aims": {"en": ""}`, ErrEmpty},
		{"reference", `"series": ""`, nil},
		{"string", `"claims": [{"member": "name", "value": {"en": "x"}, "cites": [{"source": "s", "locator": ""}]}]`, nil},
		{"quotation marks in words", `"aims": {"en": "so called: \"\""}`, nil},
		{"quotation marks at the end of a name", `"aliases": {"en": ["\"\""]}`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s"}],
				"nations": [{"id": "FR", "basis": "reported", "cites": [{"source": "s"}]}],
				"exercises": [{"id": "e", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "E"}, `+c.member+`}]}`))
			if !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
}
