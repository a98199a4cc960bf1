package entente_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/entente-go/entente"
)

// linesOf returns the problems of a file, each with what is at its place.
func linesOf(t *testing.T, text string) (list []string) {
	t.Helper()
	_, err := entente.Decode("f", strings.NewReader(text))
	var problems entente.Problems
	errors.As(err, &problems)
	for _, p := range problems {
		list = append(list, string(following([]byte(text), p.Offset))+": "+p.Message+"; "+p.Hint)
	}
	return list
}

func exerciseWith(members string) string {
	return data(`"exercises": [{"id": "e", ` + cites + `, ` + members + `}]`)
}

// The value of a claim has the problems of the member, at the same places.
func TestClaims_HaveTheProblemsOfTheMember(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ member, value string }{
		{"places", `[ {"name": {"en": "X"}, "att": {"lat": 1, "lon": 2}} ]`},
		{"places", `[{"at": {"lon": 1, "lng": 2}}]`},
		{"places", `[{"at": {"lat": 1, "lng": 2}}]`},
		{"places", `[{"name": {"UR": "X"}}]`},
		{"places", `[{"name": {"en": "X", "xyzzy": "Y"}, "nation": "FRA"}]`},
		{"places", `[7, {"nation": "FRA"}, {"facility": "navy"}]`},
		{"places", `[{"name": {"en": " "}, "nation": "FRA"}, {}]`},
		{"places", `[{"lat": 3, "lon": 4}]`},
		{"contingents", `[{"actor": "PK"}]`},
		{"contingents", `[{"rol": "host", "nation": "PK", "strength": -1}, {"commanders": ["nobody"], "nation": "RU"}]`},
		{"contingents", `[{"nation": "PK", "role": 4, "strength": "200"}, {"nation": "XQ"}, {"nation": "RU", "role": "guest"}]`},
		{"aliases", `{"UR": ["X"]}`},
		{"name", `"X"`},
		{"strength", `"200"`},
		{"domains", `["sea", "land", "land"]`},
	} {
		want := strings.Join(linesOf(t, exerciseWith(`"`+c.member+`": `+c.value)), "\n")
		claim := exerciseWith(`"claims": [{"member": "` + c.member + `", "value": ` + c.value + `, "cites": [{"source": "s"}]}]`)
		got := strings.Join(linesOf(t, claim), "\n")
		if want == "" || got != want {
			t.Errorf("%s %s: claimed, it gives\n%s\nwant\n%s", c.member, c.value, got, want)
		}
		followAllHints(t, c.value, []byte(claim))
	}
}

// A problem of a name or a key is where that is written.
func TestProblems_OfNamesAreAtNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ members, want string }{
		{`"extra": {"a\tb": "x"}`, `"a\tb": a tab in the text; write a space`},
		{`"extra": {"k": "\u0007"}`, `"\u0007": the control character U+0007; leave it out`},
		{`"extra": {" ": "x"}`, `" ": an entry of "extra" has no key; write the name of the column`},
		{`"extra": {"k": "x", "k": "y"}`, `"k": member "k" occurs twice; write it once`},
		{`"nmae": {"en": "X"}`, `"nmae": unknown member "nmae"; did you mean "name"?`},
		{`"claims": [{"member": "places", "value": [{"nation": "PK", "nation": "RU"}], "cites": [{"source": "s"}]}]`,
			`"nation": member "nation" occurs twice; write it once`},
	} {
		if got := strings.Join(linesOf(t, exerciseWith(c.members)), "\n"); got != c.want {
			t.Errorf("%s\n\tgives %s\n\twant  %s", c.members, got, c.want)
		}
	}
}

// A member that is not known may be what the object lacks.
func TestProblems_OfOneSlipAreOne(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ members, want string }{
		{`"contingents": [{"actor": "PK"}]`, `"actor": unknown member "actor"; did you mean "nation"?`},
		{`"contingents": [{"sender": "PK"}]`, `"sender": unknown member "sender"; write one of "nation", "bloc", "organization", "unit", "role", "strength", "approximate", "commanders", "unidentified"`},
		{`"claims": [{"member": "when", "text": {"en": "soon"}, "cites": [{"source": "s"}]}]`, `"text": unknown member "text"; did you mean "words"?`},
		{`"places": [{"lat": 3, "lon": 4}]`, `"lat": unknown member "lat"; write "at": {"lat": …, "lon": …}`},
		{`"places": [{"town": {"en": "Goa"}}]`, `"town": unknown member "town"; write one of "name", "facility", "nation", "at"`},
		{`"places": [{"at": {"lat": 1, "lon": 5, "alt": 2}}]`, `"alt": unknown member "alt"; leave it out`},
		{`"places": [{"at": {"lat": 1, "alt": 2}}]`, `"alt": unknown member "alt"; write "lon"`},
		{`"location": [{"nation": "PK"}]`, `"location": unknown member "location"; did you mean "places"?`},
		{`"site": [{"nation": "PK"}]`, `"site": unknown member "site"; did you mean "places"?`},
		{`"identifiers": {"cow":"770"}`, `{"cow":"770"}: "identifiers" must be an array, not an object; write [{"scheme": …, "value": …}]`},
		{`"identifiers": {"scheme":"cow"}`, `{"scheme":"cow"}: "identifiers" must be an array, not an object; write […] around it`},
		{`"contingents": "PK"`, `"PK": "contingents" must be an array, not a string; write [{"nation": …}]`},
		{`"topics": "trade"`, `"trade": "topics" must be an array, not a string; write […] around it`},
	} {
		if got := strings.Join(linesOf(t, exerciseWith(c.members)), "\n"); got != c.want {
			t.Errorf("%s\n\tgives %s\n\twant  %s", c.members, got, c.want)
		}
	}
}

func TestQuote_HasFiftyWords(t *testing.T) {
	t.Parallel()
	times := strings.Repeat
	for quote, ok := range map[string]bool{
		times("a ", 50): true, times("a ", 51): false, times("word ", 50): true, times("word ", 51): false,
		times("word—", 50): true, times("word—", 51): false, times("word–word ", 26): false, times("word — ", 50): true,
		times("word-word ", 50): true, times("it's ", 50): true, times("слово ", 51): false, times("word, ", 50): true,
		times("字", 50): true, times("字", 51): false, times("かな", 26): false, times("字、", 50): true, times("字\u3000", 51): false,
		times("a", 1000): true, "2016–2017 " + times("word ", 48): true, "2016–2017 " + times("word ", 49): false,
	} {
		text := data(`"nations": [{"id": "PK", "basis": "reported", "cites": [{"source": "s", "quote": "` + quote + `"}]}]`)
		if _, err := entente.Decode("f", strings.NewReader(text)); (err == nil) != ok {
			t.Errorf("%q: %v", quote, err)
		}
	}
}
