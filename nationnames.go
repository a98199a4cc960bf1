package entente

import (
	"errors"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

//go:generate go run ./internal/gennations -cldr node_modules -out data

// CLDRVersion is the version of the Unicode CLDR from which the names of
// nations and regions come, as its npm packages have it.
const CLDRVersion = "48.2.0"

// NationMatch says which nation [LookupNation] found, and by what. It is
// comparable. The zero NationMatch is none.
type NationMatch struct {
	// ID is the nation's.
	ID ID
	// Key says whether it was found by a code or by a name, and whether that
	// is one of the present.
	Key NationKey
	// Name is the name or code that was found, as the table of nations spells
	// it, such as "Côte d’Ivoire" for "COTE D'IVOIRE".
	Name string
}

// NationKey says by what sort of code or name a nation was found. The zero
// NationKey is invalid.
type NationKey uint8

const (
	// KeyCode is a code in force: of ISO 3166-1, or the four-letter one of ISO
	// 3166-3 for a former state.
	KeyCode NationKey = iota + 1
	// KeyName is a name that the nation bears, in full or in short, or a name
	// that a former state bore to its end.
	KeyName
	// KeyFormerCode is a code that ISO 3166-1 withdrew, such as "SUN" or "ROM".
	KeyFormerCode
	// KeyFormerName is a name that the nation gave up, such as "Swaziland".
	KeyFormerName
)

var nationKeyNames = []string{"", "code", "name", "former-code", "former-name"}

// String returns "code", "name", "former-code" or "former-name".
func (k NationKey) String() string { return enumString(k, "NationKey", nationKeyNames) }

// Former reports whether k is [KeyFormerCode] or [KeyFormerName].
func (k NationKey) Former() bool { return k == KeyFormerCode || k == KeyFormerName }

// The errors of [LookupNation] beside [*AmbiguousNationError].
var (
	ErrUnknownNation = errors.New("entente: unknown nation")      // well-formed, but no nation's name or code
	ErrNationForm    = errors.New("entente: not a nation's name") // empty, longer than 256 bytes, not UTF-8, or with control characters
)

// AmbiguousNationError is the error of [LookupNation] for a name that several
// nations bear, such as "Congo", and for a code that several former states
// had, such as "CS".
type AmbiguousNationError struct {
	// Name is the name as it was given.
	Name string
	// Candidates are the nations that bear it, those of today before the
	// former, and otherwise in the order of their IDs. The slice is the
	// caller's own.
	Candidates []ID
}

// Error returns the name and the codes to choose from.
func (e *AmbiguousNationError) Error() string {
	msg := "entente: " + quote(e.Name) + " is the name of more than one nation; write one of the codes "
	for i, id := range e.Candidates {
		if i > 0 {
			msg += ", "
		}
		msg += string(id)
	}
	return msg
}

// A nationError says why a name was not looked up or not found.
type nationError struct {
	name, why string
	err       error
}

func (e *nationError) Error() string { return e.err.Error() + " " + quote(e.name) + ": " + e.why }

func (e *nationError) Unwrap() error { return e.err }

// maxNationName is the length in bytes of the longest name that is looked up.
// The longest one in the table has 118 bytes, and in no Unicode form is one
// longer than 240.
const maxNationName = 256

// LookupNation returns the nation that s names. It knows:
//
//   - the codes of ISO 3166-1 (alpha-2, alpha-3, numeric with its three digits)
//     and ISO 3166-3, those that ISO 3166-1 has withdrawn, and XK;
//   - the names in English, Russian and Urdu, and in the languages that are
//     official in the nation or in a part of it, as the Unicode CLDR gives them;
//   - ISO's own short names, such as "Korea (the Republic of)", also in the
//     form "Korea, Republic of", and formal names such as "Republic of Korea";
//   - usual short forms and initials, such as "UK" or "КНР";
//   - former names, such as "Burma", and the names of former states.
//
// Case, white space and Unicode form do not count, nor does the article in the
// English names that have one. Apostrophes and hyphens are alike whatever
// their shape, and a hyphen is like a space. Marks of direction are ignored.
// Diacritics do not count. Beyond that the name must be the whole name: LookupNation does not guess.
//
// A present code goes before a present name, a present name before a former
// code, and a former code before a former name: "AI" is Anguilla, though it
// once was the code of the French Afars and Issas. What then still fits
// several nations gives an [*AmbiguousNationError]. A name that fits none
// gives an error that wraps [ErrUnknownNation]; one that cannot be a name, or
// is longer than 256 bytes, an error that wraps [ErrNationForm].
//
// The first lookup of anything but an alpha-2 code decodes a table, which takes
// some milliseconds. From then on a lookup takes a fraction of a microsecond, and
// one that finds a nation allocates no memory. LookupNation is safe for
// concurrent use.
func LookupNation(s string) (NationMatch, error) {
	if len(s) == 2 {
		if code := alpha2Code(upperASCII(s[0]), upperASCII(s[1])); code != "" {
			return NationMatch{ID(code), KeyCode, code}, nil
		}
	}
	if len(s) > maxNationName {
		// A copy, so that the error does not keep all of a long text.
		return NationMatch{}, &nationError{strings.Clone(s[:maxNationName]), "it is longer than 256 bytes", ErrNationForm}
	}
	t := nations()
	e, candidates := t.findSpelt(s), []ID(nil)
	if e == nil {
		e, candidates = t.findFolded(s)
	}
	switch {
	case e != nil:
		return NationMatch{e.id, e.sort, e.name}, nil
	case candidates != nil:
		return NationMatch{}, &AmbiguousNationError{s, candidates}
	}
	// No name in the table is malformed, so only now does it matter.
	if why := badNationForm(s); why != "" {
		return NationMatch{}, &nationError{s, why, ErrNationForm}
	}
	return NationMatch{}, &nationError{s, "write an ISO 3166 code or one of the nation's full names", ErrUnknownNation}
}

func upperASCII(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

// badNationForm returns what keeps s from being a name, or "".
func badNationForm(s string) string {
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			return "it is not valid UTF-8"
		case r < ' ' && (r < '\t' || r > '\r') || 0x7F <= r && r < 0xA0 && r != 0x85:
			return "it has control characters"
		}
	}
	if foldName(s) == "" {
		return "it is empty"
	}
	return ""
}

// NationName returns the name of a nation for display, such as "Pakistan", as
// the Unicode CLDR gives it in English, Russian or Urdu. For any other
// language, and for a former state that has no name in the language, it is the
// English name. An id that is no nation's gives "".
//
// It is safe for concurrent use, and allocates nothing but the table of
// nations at its first use.
func NationName(id ID, tag language.Tag) string {
	if !knownNation(string(id)) {
		return ""
	}
	return shownName(nations().row(id).shown, tag)
}

// NationNames yields all codes and names by which [LookupNation] finds a
// nation, each with its sort: the codes, then the English, the Russian and the
// Urdu name for display, then the others. It leaves out what is only another
// spelling of a name. Among the names are those that other nations bear too.
// For an id that is no nation's it yields nothing. It is safe for concurrent
// use.
//
// The former states that ISO counts as renamed, such as BUMM, have codes only:
// their names are former names of the nation that they became.
func NationNames(id ID) iter.Seq2[string, NationKey] {
	return func(yield func(string, NationKey) bool) {
		if !knownNation(string(id)) {
			return
		}
		seen := make(map[string]bool, 32)
		nations().row(id).each(func(term nationTerm) bool {
			key := foldName(term.text)
			if seen[key] { // CLDR has "USA" among the names too
				return true
			}
			seen[key] = true
			return yield(term.text, term.key)
		})
	}
}

// FormerState is what ISO 3166-3 and history say of a state or territory whose
// code has been withdrawn. The zero FormerState is none.
type FormerState struct {
	// ID is the four-letter code of ISO 3166-3.
	ID ID
	// First and Last are the years in which it began and ended, such as 1922
	// and 1991 for the Soviet Union. Both are 0 for a territory of which only
	// the code has ended, such as Wake Island, or whose end is disputed.
	First, Last int
	// Withdrawn is the year in which ISO 3166-1 withdrew its codes.
	Withdrawn int
	// Successors are the nations of today that followed it, in the order of
	// their IDs. There is at least one. The slice is the caller's own.
	Successors []ID
}

// FormerStateOf returns what is known of a former state, and whether id is
// that of one: a four-letter code of ISO 3166-3. It is safe for concurrent use.
func FormerStateOf(id ID) (FormerState, bool) {
	if len(id) != 4 || !knownNation(string(id)) {
		return FormerState{}, false
	}
	return nations().row(id).formerState(), true
}

// NationCodes returns the alpha-3 and the numeric code of ISO 3166-1 for a
// nation, such as "PAK" and "586"; for a former state those that it had. The
// numeric code is empty for a former state that had none, and both are for an
// id that is no nation's. The codes of XK are those that CLDR uses, which are
// not ISO's. It is safe for concurrent use.
func NationCodes(id ID) (alpha3, numeric string) {
	if !knownNation(string(id)) {
		return "", ""
	}
	row := nations().row(id)
	return row.alpha3, row.numeric
}

// RegionsOf returns the regions that a nation is in, by their M49 codes, the
// narrowest first and the world, "001", last: for Pakistan "034" (Southern
// Asia), "142" (Asia), "001". Among them are the regions that overlap others
// in M49, such as "419" (Latin America) beside "003" (North America). For a
// former state it is the regions in which all of it was. An id that is no
// nation's gives nil. The slice is the caller's own.
//
// The regions are those of the containment of territories in the Unicode CLDR,
// which are M49's, without the one that CLDR adds for outlying Oceania. It is
// safe for concurrent use.
func RegionsOf(id ID) []string {
	if !knownNation(string(id)) {
		return nil
	}
	t := nations()
	region := t.row(id).region
	return append([]string{region}, strings.Fields(t.regions[t.regionRowOf(region)].above)...)
}

// RegionName returns the name of an M49 region for display, such as "Southern
// Asia" for "034", as the Unicode CLDR gives it in English, Russian or Urdu,
// and in English for any other language. A code that is no region's gives "".
// It is safe for concurrent use.
func RegionName(m49 string, tag language.Tag) string {
	t := nations()
	i := t.regionRowOf(m49)
	if i < 0 {
		return ""
	}
	return shownName(t.regions[i].shown, tag)
}

func (t *nationTable) regionRowOf(m49 string) int {
	return slices.IndexFunc(t.regions, func(r regionRow) bool { return r.code == m49 })
}

func (r *nationRow) formerState() FormerState {
	years := r.former
	s := FormerState{ID: r.id}
	s.First, _ = strconv.Atoi(cutField(&years, ' '))
	s.Last, _ = strconv.Atoi(cutField(&years, ' '))
	s.Withdrawn, _ = strconv.Atoi(cutField(&years, ' '))
	for years != "" {
		s.Successors = append(s.Successors, ID(cutField(&years, ' ')))
	}
	return s
}

// shownName picks the name in the language of the tag, if that is written in
// the script of the name.
func shownName(names [3]string, tag language.Tag) string {
	base, _ := tag.Base()
	script, _ := tag.Script()
	switch {
	case base.String() == "ru" && script.String() == "Cyrl" && names[1] != "":
		return names[1]
	case base.String() == "ur" && script.String() == "Arab" && names[2] != "":
		return names[2]
	}
	return names[0]
}
