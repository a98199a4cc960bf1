package entente_test

import (
	"errors"
	"math/rand/v2"
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
