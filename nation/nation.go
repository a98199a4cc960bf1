package nation

import (
	"iter"
	"strings"

	"github.com/entente-go/entente/internal/fold"
	"golang.org/x/text/language"
)

//go:generate go run ../internal/gennation -cldr=$CLDR -out .

// ID identifies a state or territory: the alpha-2 code of ISO 3166-1 ("PK"; "XK"
// for Kosovo), the four-letter code of ISO 3166-3 for one whose code was
// withdrawn ("SUHH"), or, for a state that ISO never had, a name of five or more
// upper-case letters and hyphens ("AUSTRIA-HUNGARY"). The zero ID is invalid.
type ID string

// Valid reports whether id is an ID that the tables have. It takes a few
// nanoseconds, and does not touch the tables of names.
func Valid(id ID) bool { return number(id) >= 0 }

// All yields every ID: those of ISO 3166-1, those of ISO 3166-3, and those of
// the states that ISO never had, each in alphabetical order.
func All() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		for n := range len(stateRows) {
			if !yield(idOf(n)) {
				return
			}
		}
	}
}

// Match is what [Lookup] finds. It is comparable. The zero Match has no state.
type Match struct {
	// ID is the state's.
	ID ID
	// Key says whether it was found by a code or by a name, and whether that
	// is one of the present.
	Key Key
	// Name is the name or code that was found, as the tables spell it:
	// "Côte d’Ivoire" for "COTE D'IVOIRE".
	Name string
}

// Lookup returns the state or territory that s names. It knows:
//
//   - the alphabetic codes of ISO 3166-1 (alpha-2 and alpha-3) and ISO 3166-3,
//     those that ISO 3166-1 has withdrawn, and XK, XKK and XKX;
//   - the names in English, Russian, Urdu, Arabic, Chinese, French, Spanish,
//     Hindi, Persian, German and Turkish, and in every language that is
//     official in the state or a part of it, as the Unicode CLDR has them;
//   - ISO's own short names, such as "Korea (the Republic of)", and formal names
//     such as "Republic of Korea";
//   - usual short forms and initials, such as "UK", "DPRK" and "КНР";
//   - former names, such as "Burma", and names of former states.
//
// Case, white space, diacritics and Unicode form do not count. Apostrophes and
// hyphens are alike whatever their shape, and a hyphen is like a space. These
// rules find the names that other lists print, and no others:
//
//   - an English name that may have an article is found with and without it:
//     "The Gambia", "Gambia, The";
//   - abbreviations are written out: "St.", "&", "Rep.", "Dem.", "Is.", "N.";
//   - what follows a comma or is in brackets may come first: "Korea, South",
//     "Congo, Rep.", "Iran (Islamic Republic of)", "Корея (Республика)";
//   - a territory may have its sovereign beside it, in brackets or after a
//     comma: "Hong Kong SAR, China";
//   - a name may have another of the same state in brackets or after a slash:
//     "Myanmar (Burma)". If one state continued the other, as in "Russia (Soviet
//     Union)", the pair is ambiguous without a date.
//
// Beyond that s must be the whole name: Lookup does not guess.
//
// A code in force goes before a name, a name before a withdrawn code, and that
// before a former name. Of two states with one name, Lookup returns the one
// that is there today; [At] asks about another time. What then still fits
// several gives an [*AmbiguousError]: "Congo". Any other name gives an
// error that wraps [ErrUnknown]. A number gives [ErrNumber], because it means
// nothing without its scheme; look it up with [LookupCode]. What cannot be a
// name, or is longer than 256 bytes, gives [ErrForm].
//
// A successful Lookup of a name in Unicode's composed form allocates nothing.
func Lookup(s string) (Match, error) {
	switch len(s) {
	case 2:
		if n := isoNumber(s[0]&^0x20, s[1]&^0x20); n > 0 && s[0] >= 'A' && s[1] >= 'A' {
			code := isoIDs[2*n-2 : 2*n]
			return Match{ID(code), KeyCode, code}, nil
		}
	case 3:
		if row := alpha3Row(s); row >= 0 {
			return Match{idOf(int(codeRows[row].nation)), KeyCode, codeText[3*row : 3*row+3]}, nil
		}
	case 4:
		if n := formerNumber(four(s) &^ 0x20202020); n >= 0 && min(s[0], s[1], s[2], s[3]) >= 'A' {
			return Match{idOf(n), KeyCode, string(idOf(n))}, nil
		}
	}
	var buf [4]candidate
	found, err := candidates(buf[:0], s)
	if err != nil {
		return Match{}, err
	}
	best, tied := foremost(found)
	if tied {
		return Match{}, &AmbiguousError{Name: s, Candidates: idsOf(ofRank(found, best.rank))}
	}
	return best.match(), nil
}

// Name returns the name of a state or territory for display, such as
// "Pakistan", in English, Russian or Urdu. For any other language, and where
// there is no name in the language, it is the English one. For an id that is not
// [Valid] it is empty. It allocates nothing.
func Name(id ID, tag language.Tag) string {
	n := number(id)
	if n < 0 {
		return ""
	}
	var shown [3]string
	line := nameLine(n)
	for i := range shown {
		shown[i] = cut(&line, '\t')[1:]
	}
	return pick(&shown, tag)
}

// pick returns the name in the language of the tag, if the tag has the script
// of the name.
func pick(shown *[3]string, tag language.Tag) string {
	base, _ := tag.Base()
	i, want := 0, ""
	switch base.String() {
	case "ru":
		i, want = 1, "Cyrl"
	case "ur":
		i, want = 2, "Arab"
	default:
		return shown[0]
	}
	if script, _ := tag.Script(); script.String() != want || shown[i] == "" {
		return shown[0]
	}
	return shown[i]
}

// Names yields all codes and names by which [Lookup] finds a state or
// territory: the codes, then the English, the Russian and the Urdu name for
// display, then the others. It leaves out mere spellings of the same name. Some of them are names of others too, and ambiguous. For an id that is
// not [Valid] it yields nothing.
//
// The states that ISO counts as renamed, such as BUMM, have codes only: their
// names are former names of the state that goes on.
func Names(id ID) iter.Seq2[string, Key] {
	return func(yield func(string, Key) bool) {
		n := number(id)
		if n < 0 {
			return
		}
		seen := make(map[string]bool, 32)
		once := func(name string, key Key) bool {
			folded := fold.Name(name)
			if seen[folded] {
				return true
			}
			seen[folded] = true
			return yield(name, key)
		}
		if len(id) == 4 && !once(string(id), KeyCode) {
			return
		}
		for row := codeStarts[n]; row < codeStarts[n+1]; row++ {
			if r := &codeRows[row]; r.scheme() <= SchemeISOAlpha3 && !once(codeAt(int(row)), r.found()) {
				return
			}
		}
		for line := nameLine(n); line != ""; {
			name, key := cut(&line, '\t'), KeyName
			switch {
			case name[0] == '?':
				continue
			case name[0] == '-':
				key = KeyFormerName
			}
			if !once(name[1:], key) {
				return
			}
		}
	}
}

// cut returns what comes before the first sep in s, or all of it, and takes
// both off s.
func cut(s *string, sep byte) string {
	text := *s
	i := strings.IndexByte(text, sep)
	if i < 0 {
		*s = ""
		return text
	}
	*s = text[i+1:]
	return text[:i]
}
