package nation

import "slices"

// Answer is what [At] finds. It is comparable. The zero Answer has no state.
type Answer struct {
	// Match is the state, and what found it. Its Name is a name of the state Of.
	Match
	// When is the time asked about.
	When When
	// Assumed is what the answer assumes, or 0 if it assumes nothing.
	Assumed Assumption
	// Of is the state that bears the name. It differs from ID only if Assumed is
	// AssumptionContinuity.
	Of ID
}

// Assumption is what an [Answer] takes for granted. The zero Assumption means
// that nothing is assumed: the state existed for the whole time.
type Assumption uint8

const (
	// AssumptionPart means that the state existed for only part of the time:
	// Germany in 1945.
	AssumptionPart Assumption = iota + 1
	// AssumptionContinuity means that the name of one state was used for the one
	// in its place: "Russia" in 1950 for SUHH.
	AssumptionContinuity
	// AssumptionBreak means that the state was interrupted, for example occupied
	// or annexed: France in 1943.
	AssumptionBreak
	// AssumptionUndated means that the tables have no dates for the state or
	// territory, such as Greenland.
	AssumptionUndated
)

var assumptionTexts = [...]string{"", "part", "continuity", "break", "undated"}

// String returns "part", "continuity", "break" or "undated", "" for the zero
// Assumption, and "Assumption(9)" or the like for any other number.
func (a Assumption) String() string { return text(int(a), assumptionTexts[:], 0, "Assumption") }

// MarshalText implements [encoding.TextMarshaler]. The text of the zero
// Assumption is empty. It returns an error if a is not one of the constants.
func (a Assumption) MarshalText() ([]byte, error) {
	return marshal(int(a), assumptionTexts[:], 0, "Assumption")
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant and empty text. On error, a is unchanged.
func (a *Assumption) UnmarshalText(b []byte) error {
	n, err := unmarshal(b, assumptionTexts[:], 0, "Assumption")
	if err == nil {
		*a = Assumption(n)
	}
	return err
}

// String returns the ID and, if the answer assumes something, what that is:
// "SUHH, which was in the place of RU in 1950". For the zero Answer it is "".
func (a Answer) String() string {
	switch a.Assumed {
	case AssumptionPart:
		return string(a.ID) + ", which existed in a part of " + a.When.String()
	case AssumptionContinuity:
		return string(a.ID) + ", which was in the place of " + string(a.Of) + a.When.in()
	case AssumptionBreak:
		return string(a.ID) + ", in a break of its existence" + a.When.in()
	case AssumptionUndated:
		return string(a.ID) + ", if it existed" + a.When.in()
	}
	return string(a.ID)
}

// At returns the state that a name or alphabetic code meant at a time. It knows
// the names that [Lookup] knows, and follows these rules:
//
//   - It prefers the state that existed then among those that ever bore the
//     name: "Germany" in 1914 is DE, "Korea" in 1900 is KOREA.
//   - If none existed, it takes the state in its place: one that was only renamed
//     (HVBF, now BF), or SUHH for "Russia". Assumed is then AssumptionContinuity.
//   - If several existed, the error is an [*AmbiguousError]: "Korea" in 1960. The
//     same holds for the states of a divided or not yet united Germany, Italy,
//     Vietnam and Yemen ("Germany" in 1870 and in 1960), and for a year in which
//     one state followed another ("Russia" in 1991); ask about a day instead.
//   - A state that was interrupted is still meant if nothing took its place:
//     "France" in 1943. Assumed is then AssumptionBreak.
//   - Any other state that did not exist then gives an [*AbsentError], which lists
//     its predecessors and successors that did: "Ukraine" in 1950. At does not
//     decide whether SUHH is a substitute.
//
// With the zero When, At is like [Lookup]. Other errors are as for Lookup.
func At(s string, at When) (Answer, error) {
	if at.IsZero() {
		m, err := Lookup(s)
		return Answer{Match: m, Of: m.ID}, err
	}
	var buf [4]candidate
	found, err := candidates(buf[:0], s)
	if err != nil {
		return Answer{}, err
	}
	then := existing(found, at)
	switch len(then) {
	case 0:
		return Answer{}, absent(s, found, at)
	case 1:
		t := then[0]
		a := Answer{Match: t.match(), When: at, Assumed: t.assumed, Of: idOf(t.nation)}
		a.ID = idOf(t.meant)
		return a, nil
	}
	e := &AmbiguousError{Name: s, When: at}
	slices.SortFunc(then, func(a, b present) int { return a.meant - b.meant })
	for _, t := range then {
		e.Candidates = append(e.Candidates, idOf(t.meant))
	}
	return Answer{}, e
}

// absent returns the error for candidates that did not exist.
func absent(s string, found []candidate, at When) error {
	e := &AbsentError{Name: s, When: at, IDs: idsOf(found)}
	e.Then = related(e.IDs, at)
	return e
}

// present is a nation that existed at a time and that a candidate means.
type present struct {
	candidate
	meant   int
	assumed Assumption
}

// existing returns what the candidates may mean at a time: by names, and by
// former names if no name decides for all of that time.
func existing(found []candidate, at When) []present {
	best, tied := foremost(found)
	if best.rank == rankCode && !tied { // it means what it means to Lookup
		return existingOf([]candidate{best}, at)
	}
	var names, former []candidate
	for _, c := range found {
		if c.rank == rankFormerName {
			former = append(former, c)
		} else {
			names = append(names, c)
		}
	}
	then := existingOf(names, at)
	if len(then) > 0 && (then[0].assumed == 0 || then[0].assumed == AssumptionContinuity) {
		return then
	}
	byFormer := existingOf(former, at)
	switch {
	case len(byFormer) == 0:
		return then
	case len(then) == 0 || byFormer[0].assumed == 0 && then[0].assumed != AssumptionPart:
		return byFormer
	case byFormer[0].assumed != 0 && byFormer[0].assumed != AssumptionPart:
		return then
	}
	for _, p := range byFormer {
		then = appendPresent(then, p.candidate, p.meant, p.assumed)
	}
	return then
}

// existingOf returns what candidates may mean at a time: those that existed all
// of it or, failing them, those that existed in a part, with what was in their
// place in the rest.
func existingOf(found []candidate, at When) []present {
	var then []present
	whole, part := false, false
	for _, c := range found {
		switch coverOf(c.nation, at) {
		case coverWhole:
			then, whole = appendPresent(then, c, c.nation, 0), true
		case coverPart:
			then, part = appendPresent(then, c, c.nation, AssumptionPart), true
		}
	}
	if whole {
		return then
	}
	for _, c := range found {
		switch {
		case len(periods(c.nation)) == 0:
			then = appendPresent(then, c, c.nation, AssumptionUndated)
			continue
		case part && coverOf(c.nation, at) == coverNone:
			continue
		}
		others := inPlace(c.nation)
		if c.rank == rankFormerName {
			others = append(others, renamed(c.nation)...)
		}
		if slices.ContainsFunc(then, func(p present) bool { return slices.Contains(others, p.meant) }) {
			continue // one of them has the name itself
		}
		for _, n := range others {
			if coverOf(n, at) != coverNone {
				then = appendPresent(then, c, n, AssumptionContinuity)
			}
		}
	}
	if len(then) > 0 {
		return then
	}
	for _, c := range found {
		if inBreak(c.nation, at) {
			then = appendPresent(then, c, c.nation, AssumptionBreak)
		}
	}
	return then
}

func appendPresent(then []present, c candidate, meant int, assumed Assumption) []present {
	if slices.ContainsFunc(then, func(p present) bool { return p.meant == meant }) {
		return then
	}
	return append(then, present{c, meant, assumed})
}

// inPlace returns the nations that may be meant by the name of one that did not
// exist.
func inPlace(n int) []int {
	switch id := idOf(n); id {
	case "RU": // the world took the one for the other
		return []int{number("SUHH")}
	case "DE", "IT", "VN", "YE": // a name of the land before it was one of the state
		return parts(n, nil)
	}
	var list []int
	if b := before(n); len(b) == 1 && len(after(int(b[0]))) == 1 {
		list = append(list, int(b[0]))
	}
	if a := after(n); len(a) == 1 && len(before(int(a[0]))) == 1 {
		list = append(list, int(a[0]))
	}
	return list
}

// renamed returns the nations that n was before it was only renamed. Their old
// names are n's: "Byelorussian SSR" in 1950 is BYAA, though BY continued SUHH too.
func renamed(n int) []int {
	var list []int
	for _, b := range before(n) {
		if nameLine(int(b))[0] == '?' {
			list = append(list, int(b))
		}
	}
	return list
}

// parts appends to found the nations that went wholly into n, one after the
// other.
func parts(n int, found []int) []int {
	for _, link := range before(n) {
		if p := int(link); len(after(p)) == 1 && !slices.Contains(found, p) {
			found = parts(p, append(found, p))
		}
	}
	return found
}
