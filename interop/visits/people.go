package visits

import (
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
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
			if id, _ := rows.StateNamed(strings.TrimSuffix(strings.TrimSpace(state), ")"), at); id != "" {
				if name = strings.TrimSpace(name); name != "" {
					list = append(list, host{name, entente.ID(id)})
					continue
				}
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
	i := t.official(name, from, cites)
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

// official returns the place of the official of a name in the records.
func (t *reader) official(name string, state entente.ID, cites []entente.Citation) int {
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
