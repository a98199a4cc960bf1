package entente_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
)

// The explanations are in the words of this package, not in those of the
// decoder.
func TestExplainSyntax_UsesOwnWords(t *testing.T) {
	t.Parallel()
	const sound = `{"format": "entente/1", "a\u00e9\n": [1, -2.5e+3, 0, true, false, null, {}, []],
	"s": [{"id": "release", "title": {"en": "A \"visit\"", "ru": "Визит"}, "x": [[{}]]}, {"id": "b"}]}`
	letters := strings.Split("{}[]:,\"\\'/ \n\t0123456789-+.eEutfnlsaN\x00\x07\x80é“\u00a0", "")
	rng := rand.New(rand.NewPCG(1, 2))
	loader := entente.Loader{IgnoreUnknown: true}
	faults := 0
	for range 10_000 {
		text := sound
		for range 1 + rng.IntN(3) {
			i := rng.IntN(len(text) - 1)
			switch letter := letters[rng.IntN(len(letters))]; rng.IntN(4) {
			case 0: // put in
				text = text[:i] + letter + text[i:]
			case 1: // leave out
				if len(text) > 4 {
					text = text[:i] + text[i+1:]
				}
			case 2: // exchange
				text = text[:i] + letter + text[i+1:]
			case 3: // cut off, now and then
				if i > 3 && rng.IntN(10) == 0 {
					text = text[:i]
				}
			}
		}
		_, err := loader.Decode("f", strings.NewReader(text))
		var problems entente.Problems
		errors.As(err, &problems)
		for _, p := range problems {
			if !errors.Is(p, entente.ErrSyntax) {
				continue
			}
			faults++
			if p.Message == "" || p.Line < 1 || strings.Contains(p.Message, "invalid") || strings.Contains(p.Message, "expecting") || strings.Contains(p.Message, "json") {
				t.Fatalf("%q: %v", text, p)
			}
		}
	}
	if faults < 1000 {
		t.Errorf("only %d texts were at fault", faults)
	}
}

func TestExplainSyntax_SaysWhatIsMeant(t *testing.T) {
	t.Parallel()
	const begin = `{"format": "entente/1", "extra": `
	for _, c := range []struct{ text, want string }{
		{`{"a": [1 2]}`, `9: no comma after the previous value; write one`},
		{`{"a": 1 2}`, `8: '2' where an object should go on or end; write a comma and the name of the next member`},
		{`{"a": 0 1}`, `8: '1' where an object should go on or end; write a comma and the name of the next member`},
		{`{"a": 01}`, `7: a number with a leading zero; leave the zero out`},
		{`{"a": 09}`, `7: a number with a leading zero; leave the zero out`},
		{`{"a": -00}`, `8: a number with a leading zero; leave the zero out`},
		{`{"a": 2024-05-01}`, `10: text without quotation marks; write "…"`},
		{`{"a": 9-1}`, `7: text without quotation marks; write "…"`},
		{`{"a": 1 -2}`, `8: '-' where an object should go on or end; write a comma and the name of the next member`},
		{`{"a": +1}`, `6: a number must begin with a digit or a minus sign; `},
		{`{"a": .5}`, `6: a number must begin with a digit or a minus sign; `},
		{`{"a": 1.}`, `8: an incomplete number; write digits after the sign, the point or the E`},
		{`{"a": -}`, `7: an incomplete number; write digits after the sign, the point or the E`},
		{`{"a": 1e}`, `8: an incomplete number; write digits after the sign, the point or the E`},
		{"{\"a\": 0\u0663}", `7: '\u0663' where an object should go on or end; write a comma and the name of the next member`},
		{"{\"a\": \"x\n\"}", `8: a string that does not end on its line; write the closing quotation mark, or \n for a line break`},
		{"{\"a\": \"x\r\"}", `8: a string that does not end on its line; write the closing quotation mark, or \n for a line break`},
		{"{\"a\": \"x\x01\"}", `8: the control character '\x01' in text; delete it`},
		{`{"a": "\x"}`, `7: a backslash that does not begin an escape sequence; write \\ for a backslash`},
		{`{"a": "\u12"}`, `7: a backslash that does not begin an escape sequence; write \\ for a backslash`},
		{`{"a": "\`, `8: the file ends too early; write what is missing, or fetch the whole file`},
		{`{"a": "\u1`, `10: the file ends too early; write what is missing, or fetch the whole file`},
		{`{"a": "\ud83d\udca`, `18: the file ends too early; write what is missing, or fetch the whole file`},
		{`{"a": "\ud83d\udcax`, `19: the file ends too early; write what is missing, or fetch the whole file`},
		{"{\"a\": \"\\u1\n", `7: a backslash that does not begin an escape sequence; write \\ for a backslash`},
		{`<<<<<<< x`, `0: the conflict markers of an unfinished merge; finish the merge`},
		{`=======`, `0: the conflict markers of an unfinished merge; finish the merge`},
		{`>>>>>>> x`, `0: the conflict markers of an unfinished merge; finish the merge`},
		{`// x`, `0: a comment, which JSON does not have; delete it, or write it as a "note"`},
		{`# x`, `0: a comment, which JSON does not have; delete it, or write it as a "note"`},
		{`/ {}`, `0: a comment, which JSON does not have; delete it, or write it as a "note"`},
		{`{"a": ‘x"}`, `6: the quotation mark ‘; write the plain " instead`},
		{`{"a": ,}`, `6: no value after the colon; write one, or leave the member out`},
		{`{"a": [,]}`, `7: a comma with nothing before it; delete it`},
		{`{, "a": "b"}`, `1: a comma with nothing before it; delete it`},
		{`{"a": "b",}`, `9: a comma with nothing after it; delete it`},
		{"{\"a\": [\"b\" ,\n]}", `11: a comma with nothing after it; delete it`},
		{`{"a": "b",, "c": "d"}`, `10: a comma with nothing before it; delete it`},
		{`{"a", "b": "c"}`, `4: no colon after the name; write one, or the quotation mark that is missing`},
		{`{"a" "b"}`, `5: no colon after the name; write one, or the quotation mark that is missing`},
		{`{"a": }`, `6: no value after the colon; write one, or leave the member out`},
		{`{"a": ]`, `6: no value after the colon; write one, or leave the member out`},
		{`{"a" = "b"}`, `5: no colon after the name; write one, or the quotation mark that is missing`},
		{`{"a": = "b"}`, `6: '=' where a value should be; `},
		{`{"a": [}`, `7: '}' where a value should be; `},
		{`{"a": ["b"}`, `10: '}' does not match the open bracket; write the other bracket first`},
		{`{"a": {"b": "c"]}`, `15: ']' does not match the open bracket; write the other bracket first`},
		{`{"a": "b" "c": "d"}`, `10: no comma after the previous value; write one`},
		{"{\"a\":\v\"b\"}", `5: the unusual space '\v'; write a plain space, or delete it`},
		{"{\"a\":\u00a0\"b\"}", `5: the unusual space '\u00a0'; write a plain space, or delete it`},
		{`{"a": TRUE}`, `6: TRUE is not a value in JSON; write true`},
		{`{"a": falsE}`, `6: falsE is not a value in JSON; write false`},
		{`{"a": NaN}`, `6: NaN is not a value in JSON; leave the member out`},
		{`{"a": None}`, `6: None is not a value in JSON; leave the member out`},
		{`{"a": undefined}`, `6: undefined is not a value in JSON; leave the member out`},
		{`{"a": nil}`, `6: nil is not a value in JSON; leave the member out`},
		{`{"a": NULL}`, `6: NULL is not a value in JSON; leave the member out`},
		{`{"a": x_y}`, `6: text without quotation marks; write "x_y"`},
		{`{"a": AZaz_}`, `6: text without quotation marks; write "AZaz_"`},
		{`{a: "b"}`, `1: text without quotation marks; write "a"`},
		{`{1: "b"}`, `1: '1' where the name of a member should be; `},
		{`{"a": "b", 1: "c"}`, `11: '1' where the name of a member should be; `},
		{`{"a": 1,000}`, `7: a comma within a number; write the digits alone`},
		{`{"a": "b",000}`, `10: '0' where the name of a member should be; `},
		{`{[`, `1: '[' where the name of a member should be; `},
		{`{"a": ?}`, `6: '?' where a value should be; `},
		{`{"a": "b"`, `9: the file ends too early; write what is missing, or fetch the whole file`},
		{`{"a": x`, `6: text without quotation marks; write "x"`},
		{`{"a": tru`, `9: the file ends too early; write what is missing, or fetch the whole file`},
		{`{"a": "b"} x`, `11: 'x' where an object should go on or end; write a comma and the name of the next member`},
		{`{"a": "b"; "c": "d"}`, `9: a semicolon after a value; write a comma`},
		{`{"a": [1; 2]}`, `8: a semicolon after a value; write a comma`},
		{`{"a": "b": "c"}`, `9: a second colon; write the comma, or the quotation mark, that is missing before it`},
		{`[{"a": "b"}, "c": "d"]}`, `16: a colon in an array; write the ] that is missing before the name, or the { around the member`},
		{`[{"a": "b" {"a": "c"}]}`, `11: '{' where an object should go on or end; write the } that is missing before it, and a comma`},
		{`[{"a": "b", {"a": "c"}]}`, `12: '{' where the name of a member should be; write the } that is missing before the comma, or the [ before the first object`},
		{`{"a": "say "hi" to"}`, `12: text after the closing quotation mark; write \" for a quotation mark in text, or the comma that is missing`},
		{`{"a": "say " "hi"}`, `13: text after the closing quotation mark; write \" for a quotation mark in text, or the comma that is missing`},
		{`{null: 1}}`, `1: text without quotation marks; write "null"`},
		{`{"b": 1, True: 1}}`, `9: text without quotation marks; write "True"`},
		{`[1 ? 2]}`, `3: '?' where an array should go on or end; write a comma, or ]`},
		{"[1 \u0430]}", `3: '\u0430' where an array should go on or end; write a comma, or ]`},
	} {
		_, err := entente.Decode("f", strings.NewReader(begin+c.text))
		var problems entente.Problems
		errors.As(err, &problems)
		problems = slices.DeleteFunc(problems, func(p *entente.Problem) bool { return !errors.Is(p, entente.ErrSyntax) })
		got := ""
		if len(problems) > 0 {
			p := problems[0]
			got = fmt.Sprintf("%d: %s; %s", p.Offset-int64(len(begin)), p.Message, p.Hint)
		}
		if got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}

// A bracket that is missing is one problem. It does not make unknown members, or
// entries of the wrong type, of what follows.
func TestExplainSyntax_GivesOneProblemForOneBracket(t *testing.T) {
	t.Parallel()
	const sound = `{"format": "entente/1", "title": {"en": "X"}, "edition": {"version": "1"}, "extra": {"k": "v"}, "authors": ["A"],
		"sources": [{"id": "s", "title": {"en": "S"}}, {"id": "t"}],
		"exercises": [{"id": "e", "basis": "reported", "cites": [{"source": "s"}, {"source": "t"}], "name": {"en": "E"}}],
		"regions": [{"id": "r", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "R"}}]}`
	if _, err := entente.Decode("f", strings.NewReader(sound)); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(sound); i++ {
		if !strings.ContainsRune("{}[]", rune(sound[i])) {
			continue
		}
		_, err := entente.Decode("f", strings.NewReader(sound[:i]+sound[i+1:]))
		var problems entente.Problems
		errors.As(err, &problems)
		rest := sound[i:min(i+20, len(sound))]
		switch n := len(problems); {
		case n != 1:
			t.Errorf("without the bracket before %q:\n%v", rest, err)
		case !errors.Is(err, entente.ErrSyntax), strings.Contains(err.Error(), "no comma after"), strings.Contains(err.Error(), "unknown member"):
			t.Errorf("without the bracket before %q:\n%v", rest, err)
		}
	}
	for _, c := range []struct{ without, want string }{
		{`"}, "edition"`, `"title" is not closed before "edition"; write the } that is missing`},
		{`"}, "extra"`, `"edition" is not closed before "extra"; write the } that is missing`},
		{`"}, "authors"`, `"extra" is not closed before "authors"; write the } that is missing`},
	} {
		i := strings.Index(sound, c.without) + 1
		_, err := entente.Decode("f", strings.NewReader(sound[:i]+sound[i+1:]))
		if err == nil || !strings.HasSuffix(err.Error(), ": "+c.want) {
			t.Errorf("%s: %v; want %s", c.without, err, c.want)
		}
	}
}

// What is wrong with a value that ends where no value can end only follows from
// that.
func TestExplainSyntax_SaysNothingOfWhatASlipCutsShort(t *testing.T) {
	t.Parallel()
	const nation = `{"format": "entente/1", "nations": [{"id": "PK"`
	for text, want := range map[string]string{
		`{"format": ""entente/1"}`:                              "text after the closing quotation mark; write \\\" for a quotation mark in text, or the comma that is missing",
		`{"format": "entente/1", "title": ""en": "X"}}`:         "text after the closing quotation mark; write \\\" for a quotation mark in text, or the comma that is missing",
		`{"format": "entente/1", "title": {}en": "X"}}`:         "'e' where an object should go on or end; write a comma and the name of the next member",
		`{"format": "entente/1", "title": {"en": "X";}}`:        "a semicolon after a value; delete it",
		`{"format": "entente/1", "title": {"en": "X"};}`:        "a semicolon after a value; delete it",
		`{"format": "entente/1", "sources": {"id": "a"}]}`:      `no [ before the first entry of "sources"; write it`,
		`{"format": "entente/1", "sources": {"id": "a"}, {}]}`:  `no [ before the first entry of "sources"; write it`,
		`{"format": "entente/1", "sources": [""id": "a"}]}`:     "no comma after the previous value; write one",
		nation + `}, "basis": "reported"}]}`:                    "a colon in an array; write the ] that is missing before the name, or the { around the member",
		nation + `} "basis": "reported"}]}`:                     "the name of a member where an array should go on or end; write the { that is missing before it, or delete the bracket that closes too early",
		nation + `, "basis": "assessed"}, "name": {"en": "P"}}`: "a colon in an array; write the ] that is missing before the name, or the { around the member",
	} {
		_, err := entente.Decode("f", strings.NewReader(text))
		if err == nil || !strings.HasSuffix(err.Error(), ": "+want) || strings.Contains(err.Error(), "\n") || !errors.Is(err, entente.ErrSyntax) {
			t.Errorf("%s:\n%v\nwant %s", text, err, want)
		}
	}
	_, err := entente.Decode("f", strings.NewReader(nation+`}], "blocs": ["basis": "reported"]}`))
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("%v; want also that the nation has no basis and no citation", err)
	}
}

func TestExplainSyntax_KnowsGroupsOfDigits(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"10,000": true, "9,900": true, "1,234,567": true, "1,x": false, "[1],000": false,
	} {
		_, err := entente.Decode("f", strings.NewReader(`{"format": "entente/1", "exercises": [{"id": "a", "strength": `+text+`}]}`))
		if err == nil || strings.Contains(err.Error(), "comma within a number") != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// What a reference means may stand behind the fault, in what nobody has read.
func TestLoad_SaysNothingOfReferencesInHalfAFile(t *testing.T) {
	t.Parallel()
	const begin = `{"format": "entente/1", "sources": [{"id": "s"}], "partnerships": [{"id": "p", ` +
		`"basis": "reported", "cites": [{"source": "s"}], "parties": ["PK", "later"]}]`
	for _, rest := range []string{``, `, nonsense`, `, "blocs": nul`, `, "blocs": [{"id": "later", "x": tru`} {
		_, err := entente.Decode("f", strings.NewReader(begin+rest))
		if !errors.Is(err, entente.ErrSyntax) || errors.Is(err, entente.ErrReference) {
			t.Errorf("%q: %v", rest, err)
		}
	}
}
