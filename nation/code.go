package nation

import (
	"iter"
	"slices"
	"strings"
)

// Scheme is a system of codes. The zero Scheme is invalid.
type Scheme uint8

const (
	// SchemeISOAlpha2 is the two-letter codes of ISO 3166-1, including withdrawn
	// ones.
	SchemeISOAlpha2 Scheme = iota + 1
	// SchemeISOAlpha3 is the three-letter codes of ISO 3166-1, including
	// withdrawn ones, and XKK and XKX for Kosovo, which are not ISO's.
	SchemeISOAlpha3
	// SchemeISONumeric is the numbers of ISO 3166-1, which are those of the
	// United Nations' M49, including withdrawn ones, and CLDR's 983 for Kosovo.
	SchemeISONumeric
	// SchemeCOW is the numbers of the Correlates of War project ("ccode").
	SchemeCOW
	// SchemeCOWLetters is the letters of the Correlates of War project
	// ("stateabb").
	SchemeCOWLetters
	// SchemeGleditschWard is the numbers of Gleditsch and Ward's list.
	SchemeGleditschWard
)

var schemeTexts = [...]string{"", "iso-alpha2", "iso-alpha3", "iso-numeric", "cow", "cow-letters", "gleditsch-ward"}

// String returns "iso-alpha2", "iso-alpha3", "iso-numeric", "cow",
// "cow-letters" or "gleditsch-ward", and "Scheme(0)" or the like for any other
// number.
func (s Scheme) String() string { return text(int(s), schemeTexts[:], 1, "Scheme") }

// MarshalText implements [encoding.TextMarshaler]. It returns an error if s is
// not one of the constants.
func (s Scheme) MarshalText() ([]byte, error) { return marshal(int(s), schemeTexts[:], 1, "Scheme") }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, s is unchanged.
func (s *Scheme) UnmarshalText(b []byte) error {
	n, err := unmarshal(b, schemeTexts[:], 1, "Scheme")
	if err == nil {
		*s = Scheme(n)
	}
	return err
}

// codeRow says whose a code is, in which scheme and for how long. Of a year in
// which it began or ended, all days count.
type codeRow struct {
	key         uint32 // the scheme and the code, as codeKey makes it
	first, last int32  // days; the first is 0 if it is not known
	nation      uint16
}

func (r *codeRow) scheme() Scheme { return Scheme(r.key >> 24) }

// in reports whether the code was the nation's in some of w.
func (r *codeRow) in(w When) bool { return r.first <= w.last && w.first <= r.last }

// stillInForce is the last day of a code that has not been withdrawn.
const stillInForce = 9999_1231

func (r *codeRow) found() Key {
	if r.last != stillInForce {
		return KeyFormerCode
	}
	return KeyCode
}

// LookupCode returns the state that has a code in a scheme. A scheme may use a
// code for several states, one after the other: COW's 255 is Prussia, then
// Germany. The time says which is meant:
//
//	nation.LookupCode(nation.SchemeCOW, "255", nation.Year(1866)) // PRUSSIA
//	nation.LookupCode(nation.SchemeCOW, "255", nation.Year(1914)) // DE
//
// With the zero When, a code of several states gives an [*AmbiguousError], but an
// ISO code in force means its present holder. If no state had the code at that
// time, the error is an [*AbsentError]. A code of COW or of Gleditsch and Ward
// belongs to its state from its first day to its last, breaks included. Where
// the tables do not have the first day, the code belongs to the state at all
// earlier times: COW's 255 in 1700 is PRUSSIA. A code that the scheme does not
// have gives an error that wraps [ErrUnknown]. So does a Scheme that is not one
// of the constants.
//
// Case and leading zeros are ignored: "2" and "002" are equal. A lookup that
// finds a state takes some ten nanoseconds and does not allocate.
func LookupCode(scheme Scheme, code string, at When) (ID, error) {
	key, ok := codeKey(scheme, code)
	if !ok {
		return "", &nameError{clip(code), "it is no code of the scheme " + scheme.String(), ErrUnknown}
	}
	// Of the rows with the code: the first that had it at the time and whether
	// another nation did, and the one that has it now.
	first, several, now, known := -1, false, -1, false
	asked := at
	if at.IsZero() {
		at = When{0, stillInForce}
	}
	for i := codeSlot(key); codeSlots[i] != 0; i = (i + 1) % uint32(len(codeSlots)) {
		row := int(codeSlots[i]) - 1
		r := &codeRows[row]
		if r.key != key {
			continue
		}
		known = true
		if r.last == stillInForce {
			now = row
		}
		switch {
		case !r.in(at):
		case first < 0:
			first = row
		case codeRows[first].nation != r.nation:
			several = true
		}
	}
	switch {
	case !known:
		return "", &nameError{clip(code), "it is no code of the scheme " + scheme.String(), ErrUnknown}
	case several && asked.IsZero() && scheme <= SchemeISONumeric && now >= 0:
		first = now
	case several || first < 0:
		return "", codeError(key, code, asked)
	}
	return idOf(int(codeRows[first].nation)), nil
}

// codeError returns the error for a code that several nations, or no nation, had
// at a time.
func codeError(key uint32, code string, at When) error {
	var then, ever []ID
	for row := range codeRows {
		r := &codeRows[row]
		if r.key != key {
			continue
		}
		id := idOf(int(r.nation))
		if !slices.Contains(ever, id) {
			ever = append(ever, id)
		}
		if !slices.Contains(then, id) && (at.IsZero() || r.in(at)) {
			then = append(then, id)
		}
	}
	if len(then) > 0 {
		return &AmbiguousError{Name: clip(code), When: at, Candidates: then}
	}
	return &AbsentError{Name: clip(code), When: at, IDs: ever, Then: related(ever, at)}
}

// Code returns the code of id in a scheme: its present code or, without one, its
// last. ISO numbers have three digits ("004"); numbers of other schemes are not
// padded ("2"). Code returns "" if there is none or id is not [Valid].
func Code(scheme Scheme, id ID) string {
	if n := number(id); n >= 0 {
		for row := codeStarts[n]; row < codeStarts[n+1]; row++ {
			if codeRows[row].scheme() == scheme {
				return codeAt(int(row))
			}
		}
	}
	return ""
}

// Codes yields every code that id has or had, in the order of the schemes; within
// a scheme, the one that [Code] returns comes first. For an id that is not
// [Valid] it yields nothing.
func Codes(id ID) iter.Seq2[Scheme, string] {
	return func(yield func(Scheme, string) bool) {
		n := number(id)
		if n < 0 {
			return
		}
		for row := codeStarts[n]; row < codeStarts[n+1]; row++ {
			if row > codeStarts[n] && codeRows[row].key == codeRows[row-1].key {
				continue // another spell
			}
			if !yield(codeRows[row].scheme(), codeAt(int(row))) {
				return
			}
		}
	}
}

// codeAt returns the code of a row.
func codeAt(row int) string {
	code := codeText[3*row : 3*row+3]
	scheme := codeRows[row].scheme()
	if scheme == SchemeISOAlpha2 {
		return code[:2]
	}
	for scheme > SchemeISONumeric && code[0] == '0' {
		code = code[1:]
	}
	return code
}

// codeKey returns a scheme and a code, as the scheme writes it, in one number,
// and whether the code has the form of one.
func codeKey(scheme Scheme, code string) (uint32, bool) {
	if code != "" && (code[0] <= ' ' || code[len(code)-1] <= ' ') {
		code = strings.TrimSpace(code)
	}
	if scheme == SchemeISONumeric || scheme == SchemeCOW || scheme == SchemeGleditschWard {
		n := uint32(0)
		for i := range len(code) {
			if c := code[i]; c < '0' || c > '9' || n >= 100 {
				return 0, false
			}
			n = n*10 + uint32(code[i]-'0')
		}
		return uint32(scheme)<<24 | ('0'+n/100)<<16 | ('0'+n/10%10)<<8 | ('0' + n%10), code != ""
	}
	want := 3
	if scheme == SchemeISOAlpha2 {
		want = 2
	}
	if len(code) != want || scheme < SchemeISOAlpha2 || scheme > SchemeCOWLetters {
		return 0, false
	}
	key := uint32(scheme)<<24 | ' '
	for i := range want {
		c := code[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			return 0, false
		}
		shift := 16 - 8*i
		key = key&^(0xFF<<shift) | uint32(c)<<shift
	}
	return key, true
}

// codeSlot returns where the search for a code begins in codeSlots.
func codeSlot(key uint32) uint32 { return key * 0x9E3779B1 >> (32 - 13) }

// alpha3Row returns the row of an alpha-3 code that is in force, or -1.
func alpha3Row(s string) int {
	a, b, c := s[0]&^0x20, s[1]&^0x20, s[2]&^0x20
	key := uint32(SchemeISOAlpha3)<<24 | uint32(a)<<16 | uint32(b)<<8 | uint32(c)
	for i := codeSlot(key); codeSlots[i] != 0; i = (i + 1) % uint32(len(codeSlots)) {
		row := int(codeSlots[i]) - 1
		if r := &codeRows[row]; r.key == key && r.last == stillInForce {
			if min(s[0], s[1], s[2]) < 'A' {
				return -1
			}
			return row
		}
	}
	return -1
}

// clip returns a copy of what an error keeps of a text.
func clip(s string) string { return strings.Clone(s[:min(len(s), maxName)]) }
