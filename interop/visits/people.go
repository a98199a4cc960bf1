package visits

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/fold"
	"github.com/entente-go/entente/interop/internal/rows"
)

// A host is who was met: an official of a state, or of one that is not known, or
// a state.
type host struct {
	name  string
	state entente.ID
}

// hosts reads who was met.
func (t *reader) hosts(at edtf.Date) []host {
	var list []host
	for part := range strings.SplitSeq(t.cell("met"), ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		name, state, in := strings.Cut(part, "(")
		if in {
			state = strings.TrimSuffix(strings.TrimSpace(state), ")")
			id, _ := rows.StateNamed(state, at)
			if name = strings.TrimSpace(name); id != "" && name != "" {
				list = append(list, host{name, entente.ID(id)})
				continue
			}
			if id == "" {
				wrong := rows.Quote(state) + " is no state"
				if rows.NearStates(state) != "" {
					wrong = rows.NoState(state)
				}
				t.fault(t.column["met"], wrong, "kept as part of the name "+rows.Quote(part))
			}
		}
		if id, _ := rows.StateNamed(part, at); id != "" {
			list = append(list, host{state: entente.ID(id)})
			continue
		}
		list = append(list, host{name: part})
	}
	return list
}

// A post is what an official is said to hold.
type post struct {
	official    int
	title, rank string
}

// A spelling is another spelling of the name of an official.
type spelling struct {
	official int
	name     string
}

// visitor returns the official who visits, and notes the post.
func (t *reader) visitor(name string, from entente.ID, cites []entente.Citation) entente.Attendee {
	i := t.official("name", name, from, cites)
	held := post{i, t.cell("title"), t.cell("rank")}
	if held != (post{official: i}) && !t.posts[held] {
		t.posts[held] = true
		who := &t.out.Officials[i]
		who.Postings = append(who.Postings,
			entente.Posting{Title: t.text(held.title), Rank: t.text(held.rank), Cites: cites[:1]})
	}
	return t.attendee(i, from)
}

// attendee returns an official as one who attends for a state, which is said if it
// is another than the official's.
func (t *reader) attendee(i int, state entente.ID) entente.Attendee {
	a := entente.Attendee{Actor: t.out.Officials[i].ID}
	if state != t.out.Officials[i].Nation {
		a.For = state
	}
	return a
}

// official returns the place of the official of a name, which is in the column of a
// field, in the records.
func (t *reader) official(field, name string, state entente.ID, cites []entente.Citation) int {
	key := rows.Slug("", name)
	if !startsWithLetter(string(key)) {
		key = rows.Slug("official", name)
	}
	if i, ok := t.people[key]; ok {
		o := &t.out.Officials[i]
		if s := (spelling{i, name}); o.Name.Words(t.tag) != name && !t.spelled[s] {
			t.spelled[s] = true
			t.aliases[i] = append(t.aliases[i], name)
		}
		if o.Nation == "" {
			o.Nation = state
		}
		return i
	}
	if words := sortedWords(name); words != "" {
		if i, ok := t.alike[words]; ok {
			other := &t.out.Officials[i]
			t.repair(t.column[field], rows.Quote(name)+" may be the same as "+rows.Quote(other.Name.Words(t.tag))+
				", "+string(other.ID)+"; if so, write the name in one way")
		} else {
			t.alike[words] = len(t.out.Officials)
		}
	}
	var o entente.Official
	o.ID = t.ids.Take(key)
	o.Basis = entente.BasisReported
	o.Cites = cites[:1]
	o.Name = t.text(name)
	o.Nation = state
	t.people[key] = len(t.out.Officials)
	t.out.Officials = append(t.out.Officials, o)
	return t.people[key]
}

// sortedWords returns the words of a name in the order of the alphabet, which is
// the same for "Testov, Aidar" and "Aidar Testov", or "" for one word.
func sortedWords(name string) string {
	words := strings.FieldsFunc(fold.Name(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	if len(words) < 2 {
		return ""
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// attend adds who attends to a meeting, once.
func (t *reader) attend(m *entente.Meeting, a entente.Attendee) {
	if !t.there[a.Actor] {
		t.there[a.Actor] = true
		m.Attendees = append(m.Attendees, a)
	}
}

// fresh empties a set for the next row, at a cost that an earlier row does not
// decide.
func fresh(set map[entente.ID]bool) map[entente.ID]bool {
	if len(set) > 64 {
		return make(map[entente.ID]bool)
	}
	clear(set)
	return set
}
