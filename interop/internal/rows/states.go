package rows

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/fold"
	"github.com/entente-go/entente/internal/selection"
	"github.com/entente-go/entente/nation"
)

// StateNamed returns the state that a name meant at the beginning of a time; see
// [nation.At]. If it did not exist then, or the name may be that of several, it
// takes the state that [nation.Lookup] finds, and doubt says why that is not
// certain. It returns "" for a name that is no state's.
func StateNamed(name string, at edtf.Date) (id nation.ID, doubt string) {
	when := whenOf(at)
	answer, err := nation.At(name, when)
	if err == nil {
		return answer.ID, ""
	}
	var ambiguous *nation.AmbiguousError
	if errors.As(err, &ambiguous) && !when.IsZero() {
		first, _ := when.Time()
		if answer, err := nation.At(name, nation.Day(first)); err == nil {
			return answer.ID, ""
		}
	}
	return stateInDoubt(err, func() (nation.ID, error) {
		match, err := nation.Lookup(name)
		return match.ID, err
	})
}

// stateInDoubt returns the state that a name or code means at any time, and says
// why it may not be meant. Without one it returns "".
func stateInDoubt(err error, atAnyTime func() (nation.ID, error)) (id nation.ID, doubt string) {
	var absent *nation.AbsentError
	var ambiguous *nation.AmbiguousError
	switch {
	case errors.As(err, &absent):
		if len(absent.IDs) == 1 {
			id = absent.IDs[0]
		} else {
			id, _ = atAnyTime()
		}
	case errors.As(err, &ambiguous):
		id, _ = atAnyTime()
	}
	if id == "" {
		return "", ""
	}
	return id, strings.TrimPrefix(err.Error(), "nation: ") + "; kept as " + string(id)
}

// StateCoded returns the state that had a code of a scheme on the first day of a
// time, and without one the state that had it first within that time. If none had
// it in that time, it returns the only one that ever had the code, and doubt says
// so. It returns "" if there is no such state.
func StateCoded(scheme nation.Scheme, code string, during edtf.Period) (id nation.ID, doubt string) {
	span := during.Span()
	if span.IsZero() {
		id, err := nation.LookupCode(scheme, code, nation.When{})
		if err == nil {
			return id, ""
		}
		return stateInDoubt(err, func() (nation.ID, error) { return "", err })
	}
	first, last := days(span)
	if id, err := nation.LookupCode(scheme, code, nation.Day(first)); err == nil {
		return id, ""
	}
	id, err := nation.LookupCode(scheme, code, nation.Days(first, last))
	if err == nil {
		return id, ""
	}
	var ambiguous *nation.AmbiguousError
	if errors.As(err, &ambiguous) {
		return earliest(ambiguous.Candidates, first), ""
	}
	return stateInDoubt(err, func() (nation.ID, error) { return "", err })
}

// earliest returns the state that existed first from a day on.
func earliest(ids []nation.ID, from time.Time) (id nation.ID) {
	var best time.Time
	for _, candidate := range ids {
		for _, p := range nation.Periods(candidate) {
			first, _ := p.First.Time()
			if _, last := p.Last.Time(); !p.Last.IsZero() && last.Before(from) {
				continue
			}
			if id == "" || first.Before(best) {
				id, best = candidate, first
			}
		}
	}
	return id
}

func whenOf(d edtf.Date) nation.When {
	span := d.Span()
	if span.IsZero() {
		return nation.When{}
	}
	return nation.Days(days(span))
}

// days returns the first and the last day of a span. A missing side is as far away
// as package nation looks.
func days(s edtf.Span) (first, last time.Time) {
	if first = s.First.Time(); s.First == edtf.DayMin {
		first = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if last = s.Last.Time(); s.Last == edtf.DayMax {
		last = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return first, last
}

// A stateName is a name of a state, folded, as runes.
type stateName struct {
	id   nation.ID
	name []rune
}

// stateNames returns the names of all states, without codes.
var stateNames = sync.OnceValue(func() (list []stateName) {
	for id := range nation.All() {
		for name, key := range nation.Names(id) {
			if key != nation.KeyCode && key != nation.KeyFormerCode {
				list = append(list, stateName{id, []rune(fold.Name(name))})
			}
		}
	}
	return list
})

// NoState says that a name is no state's, and what to write.
func NoState(name string) string {
	said := Quote(name) + " is no state; "
	if near := NearStates(name); near != "" {
		return said + "did you mean " + near + "?"
	}
	return said + "write a name or a code such as JP"
}

// NearStates returns the states with the names nearest to one, such as "Kazakhstan
// (KZ)", if one letter in four or fewer differ, and "" otherwise.
func NearStates(name string) string {
	const (
		most    = 3 // states
		letters = 40
	)
	want := []rune(fold.Name(name))
	least := min(3, len(want)/4)
	if len(want) > letters || least == 0 {
		return ""
	}
	var near []string
	for _, n := range stateNames() {
		if d := len(n.name) - len(want); d > least || -d > least {
			continue
		}
		said := nation.Name(n.id, language.English) + " (" + string(n.id) + ")"
		switch e := selection.Edits(want, n.name); {
		case e > least:
		case e < least:
			least, near = e, append(near[:0], said)
		case len(near) < most && !slices.Contains(near, said):
			near = append(near, said)
		}
	}
	return strings.Join(near, " or ")
}
