package brief

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// meetingBlocks returns the meetings, the most recent first, and under each what
// was said there.
func (c *composer) meetingBlocks() []block {
	var list []block
	for _, m := range c.latestMeetings() {
		mark := c.scratch
		b := block{heading: c.headingOf(m), paragraphs: []entry{c.meeting(m)}}
		represented := make(map[entente.ID]entente.ID, len(m.Attendees))
		for _, a := range m.Attendees {
			represented[a.Actor] = a.For
		}
		for _, j := range c.said[m.ID] {
			s := &c.statements[j]
			e := entry{id: s.ID, class: s.Basis.String(), line: c.keep(c.saying(s, represented)), cites: c.cites(s.Cites)}
			b.entries = append(b.entries, e)
		}
		list = append(list, b)
		c.scratch.release(mark)
	}
	return list
}

// headingOf returns the name of a meeting without a year in brackets after it,
// which tells it from others, since the date follows.
func (c *composer) headingOf(m *entente.Meeting) line {
	name := c.ownName(m.ID)
	if len(name) != 1 || m.When.IsZero() || !strings.HasSuffix(name[0].words, ")") {
		return name
	}
	before, behind, ok := strings.Cut(name[0].words, " (")
	if year := strconv.Itoa(m.When.Start().Year()); !ok || !strings.Contains(behind, year) {
		return name
	}
	name = slices.Clone(name)
	name[0].words = before
	return name
}

func (c *composer) meeting(m *entente.Meeting) entry {
	when := c.when(m.Fact)
	if len(when) == 0 {
		when = c.sprint(msgDateNotGiven)
	}
	return c.entry(m.Fact,
		c.sentence(c.joined(msgSemicolon, []line{when, c.places(m.Places)})),
		c.labelled(msgPresent, c.attendees(m)),
		c.labelled(msgPurpose, c.text(m.Purpose)),
		c.labelled(msgAuspices, c.theName(m.Auspices)),
		c.labelled(msgTrip, code(m.Trip)))
}

func (c *composer) attendees(m *entente.Meeting) line {
	return c.joined(msgSemicolon, lines(m.Attendees, func(a entente.Attendee) line { return c.attendee(a, m.Fact) }))
}

func (c *composer) attendee(a entente.Attendee, f entente.Fact) line {
	var leads line
	if a.Leads {
		leads = c.sprint(msgHead)
	}
	if p := c.people[a.Actor]; p != nil {
		return c.mention(p, f.When, a.For, leads)
	}
	var represents line
	if a.For != "" {
		represents = c.sprint(msgRepresenting, c.theName(a.For))
	}
	return c.bracketed(c.name(a.Actor), represents, leads)
}

// otherStatements returns the statements made at no meeting of the dataset, the
// most recent first, each followed by the others of its speakers.
func (c *composer) otherStatements() []block {
	var order []string
	bySpeaker := make(map[string][]entry)
	for _, s := range c.latestStatements() {
		if s.Meeting != "" && c.has(s.Meeting) {
			continue
		}
		key := idsKey(s.Speakers)
		if bySpeaker[key] == nil {
			order = append(order, key)
		}
		l := c.saying(s, nil)
		l = c.join(c.labelledTime(s.Fact, l), c.labelledName(msgSaidAt, s.Meeting))
		bySpeaker[key] = append(bySpeaker[key], entry{id: s.ID, class: s.Basis.String(), line: l, cites: c.cites(s.Cites)})
	}
	var list []entry
	for _, key := range order {
		list = append(list, bySpeaker[key]...)
	}
	return []block{{entries: list}}
}

// latestStatements returns the statements, the most recent first.
func (c *composer) latestStatements() []*entente.Statement {
	return ordered(c.statements, func(a, b *entente.Statement) int { return newestFirst(a.When, b.When) })
}

// labelledTime puts the time of a record before the words.
func (c *composer) labelledTime(f entente.Fact, words line) line {
	if when := c.when(f); len(when) > 0 {
		return c.sprint(msgColon, when.capital(), words)
	}
	return words
}

// saying returns who said what, and how. At a meeting, the attendees have already
// been introduced with those whom they represent.
func (c *composer) saying(s *entente.Statement, at map[entente.ID]entente.ID) line {
	gist := c.text(s.Gist)
	represents := s.For
	if at != nil && c.speaksFor(s, at) {
		represents = ""
	}
	var to line
	if !present(s.To, at) {
		var names []line
		for _, id := range s.To {
			if name := c.shortName(id); !namesWhole(gist.text(), name.text()) {
				names = append(names, c.definite(name))
			}
		}
		to = c.labelled(msgAddressing, c.list(names...))
	}
	speaker := c.speaker(s, represents, to)
	n := 1
	if c.manifold(s.Speakers) {
		n = 2
	}
	act := s.Act
	if act == 0 || act == entente.SpeechActWished {
		act = entente.SpeechActSaid
	}
	l := c.word(speechActs.of(act), speaker, gist, n)
	if linkedOnly(s.Fact) {
		l = c.concat(c.sprint(msgHeadlineOnly), l)
	}
	return c.join(l, c.identifiers(s.Identifiers))
}

// speaker returns those who speak, for whom and to whom.
func (c *composer) speaker(s *entente.Statement, represents entente.ID, to line) line {
	if len(s.Speakers) == 1 {
		if p := c.people[s.Speakers[0]]; p != nil {
			return c.mention(p, s.When, represents, to)
		}
		r, _ := c.record(s.Speakers[0])
		if o, ok := r.(entente.Organization); ok && o.Nation == represents || s.Speakers[0] == represents {
			represents = ""
		}
	}
	who := lines(s.Speakers, func(id entente.ID) line { return c.subject(id, s.When) })
	var as line
	if represents != "" {
		as = c.sprint(msgRepresenting, c.theName(represents))
	}
	return c.bracketed(c.both(who), as, to)
}

// present reports whether all the actors are at the meeting, if there are any.
func present(ids []entente.ID, at map[entente.ID]entente.ID) bool {
	for _, id := range ids {
		if _, ok := at[id]; !ok {
			return false
		}
	}
	return true
}

// speaksFor reports whether the speakers are told to represent the same actor at
// the meeting, or are its officials.
func (c *composer) speaksFor(s *entente.Statement, at map[entente.ID]entente.ID) bool {
	for _, id := range s.Speakers {
		if p := c.people[id]; (p == nil || p.Nation != s.For && !p.holds(s.For)) && at[id] != s.For {
			return false
		}
	}
	return true
}
