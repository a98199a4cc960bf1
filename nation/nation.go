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
// withdrawn ("SUHH"), or, for a state that ISO never had, a name of 5 to 20
// upper-case letters and hyphens ("AUSTRIA-HUNGARY"). The zero ID is invalid.
type ID string

// Valid reports whether id is in the tables. It is case-sensitive, takes a few
// nanoseconds and does not need the tables of names.
func Valid(id ID) bool { return number(id) >= 0 }

// All yields every ID: those of ISO 3166-1, those of ISO 3166-3, and those of
// the states that ISO never had, each group in alphabetical order.
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
	// Key says whether a code or a name found it, and whether that is current.
	Key Key
	// Name is the name or code that was found, as the tables spell it:
	// "Côte d’Ivoire" for "COTE D'IVOIRE".
	Name string
}

// Lookup returns the state or territory that s names. It recognizes:
//
//   - the alphabetic codes of ISO 3166-1 (alpha-2 and alpha-3) and ISO 3166-3,
//     those that ISO 3166-1 has withdrawn, and XK, XKK and XKX;
//   - the IDs of states that ISO never had, such as "AUSTRIA-HUNGARY";
//   - the names in English, Russian, Urdu, Arabic, Chinese, French, Spanish,
//     Hindi, Persian, German and Turkish, and in every language that is
//     official in the state or a part of it, as given by the Unicode CLDR;
//   - ISO's own short names, such as "Korea (the Republic of)", and formal names
//     such as "Republic of Korea";
//   - usual short forms and initials, such as "UK", "DPRK" and "КНР";
//   - former names, such as "Burma", and names of former states.
//
// It ignores case, white space, diacritics and Unicode form, and the shape of
// apostrophes and hyphens; a hyphen equals a space. Beyond that, only these
// variants match:
//
//   - an English name that may have an article is found with and without it:
//     "The Gambia", "Gambia, The";
//   - abbreviations are expanded: "St.", "&", "Rep.", "Dem.", "Is.", "N.";
//   - what follows a comma or is in brackets may come first: "Korea, South",
//     "Congo, Rep.", "Iran (Islamic Republic of)", "Корея (Республика)";
//   - a territory may be followed or preceded by its sovereign, in brackets or
//     after a comma: "Hong Kong SAR, China";
//   - a name may be followed by another name of the same state, in brackets or
//     after a slash: "Myanmar (Burma)". A pair of names of two states, one of
//     which continued the other, is ambiguous without a date: "Germany
//     (Prussia)".
//
// Codes in force take precedence over names, names over withdrawn codes, and
// those over former names. Of two states that share a name, Lookup returns the
// present one; use [At] for the past.
//
// Every ID finds itself except KOREA, which is also a name in capitals and so
// ambiguous. If s may be an ID, check [Valid] first.
//
// If several states remain, the error is an [*AmbiguousError]: "Congo". Its
// candidates include former states that share the name: for "Korea", KP, KR and
// KOREA. For other names it wraps [ErrUnknown]. For a number it wraps [ErrNumber]; use
// [LookupCode]. For text that is empty, longer than 256 bytes, not UTF-8 or has
// control characters it wraps [ErrForm].
//
// A successful Lookup of a name in Unicode's composed form does not allocate.
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
		return Match{}, &AmbiguousError{Name: s, Candidates: idsOf(meant(found, best.rank))}
	}
	return best.match(), nil
}

// Name returns the name of a state or territory for display, such as "Pakistan",
// in English, Russian or Urdu. For any other language, and where there is no
// name in the language, it falls back to English. [Lookup] knows all these
// names, but a name that states share finds the present one; see [At]. Name
// returns "" if id is not [Valid], and does not allocate.
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
// display, then the others. It omits variant spellings. Some names belong to
// other states too, so Lookup may find them ambiguous. For an id that is not
// [Valid] it yields nothing.
//
// The old ID of a renamed state, such as BUMM, has only codes; its old name is a
// former name of the continuing state.
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
