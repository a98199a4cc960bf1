package brief

import (
	"slices"

	"github.com/entente-go/entente"
)

// mostShort is how many things a line of a digest has.
const mostShort = 3

// digest returns the lines of a digest: what a whole briefing has first, in few
// words.
func (c *composer) digest() []labelled {
	for _, p := range c.people {
		p.introduced = true
	}
	var list []labelled
	add := func(label msg, e entry) {
		if len(e.line) > 0 {
			list = append(list, labelled{c.sprint(label), e})
		}
	}
	add(msgRelationsShort, c.shortRelations())
	add(msgAgreements, c.shortAgreements())
	add(msgExercises, c.shortExercises())
	add(msgMeetings, c.shortMeetings())
	add(msgSaidShort, c.shortStatements())
	add(msgOutlook, c.shortOutlook())
	add(msgNotKnown, c.shortUnknown())
	return list
}

// A shortList collects the first of many things, and their notes.
type shortList struct {
	c     *composer
	items []line
	cites []entente.Citation
	more  int
}

func (s *shortList) add(l line, cites []entente.Citation) {
	if len(s.items) == mostShort {
		s.more++
		return
	}
	s.items = append(s.items, l)
	s.cites = append(s.cites, ofSources(cites, 1)...)
}

// entry returns the items as one sentence.
func (s *shortList) entry() entry {
	items := s.items
	if s.more > 0 {
		items = append(items, s.c.sprint(msgMore, s.more))
	}
	return entry{line: s.c.sentence(s.c.joined(msgSemicolon, items)), cites: s.c.cites(s.cites)}
}

func (c *composer) shortRelations() entry {
	s := shortList{c: c}
	main := c.mainPartnership()
	tell := func(p *entente.Partnership) {
		if trend := c.word(trends.of(p.Trend)); len(trend) > 0 && !linkedOnly(p.Fact) {
			s.add(c.concat(c.ground(p.Fact), c.sprint(msgColon, c.ownName(p.ID), trend)), p.Cites)
		}
	}
	if main != nil {
		tell(main)
	}
	for i := range c.partnerships {
		if p := &c.partnerships[i]; p != main {
			tell(p)
		}
	}
	return s.entry()
}

func (c *composer) shortAgreements() entry {
	s := shortList{c: c}
	for _, i := range c.latestAgreements() {
		a := &c.agreements[i]
		s.add(c.concat(c.ground(a.Fact), c.list(c.ownName(a.ID), c.period(a.When))), a.Cites)
	}
	return s.entry()
}

func (c *composer) shortExercises() entry {
	s := shortList{c: c}
	main := c.mainExercise(c.mainPartnership())
	tell := func(x *entente.Exercise) {
		var where line
		if len(x.Places) > 0 {
			where = c.place(x.Places[0])
		}
		l := c.bracketed(c.ownName(x.ID), c.word(statuses.of(x.Status)), c.period(x.When), where)
		s.add(c.concat(c.ground(x.Fact), l), x.Cites)
	}
	if main != nil {
		tell(main)
	}
	rest := make([]*entente.Exercise, 0, len(c.exercises))
	for i := range c.exercises {
		if x := &c.exercises[i]; main == nil || x.ID != main.ID {
			rest = append(rest, x)
		}
	}
	slices.SortStableFunc(rest, func(a, b *entente.Exercise) int { return newestFirst(a.When, b.When) })
	for _, x := range rest {
		tell(x)
	}
	return s.entry()
}

func (c *composer) shortMeetings() entry {
	s := shortList{c: c}
	for _, i := range c.latestMeetings() {
		m := &c.meetings[i]
		s.add(c.concat(c.ground(m.Fact), c.list(c.ownName(m.ID), c.when(m.Fact))), m.Cites)
	}
	return s.entry()
}

// shortStatements returns the statements that commit the speaker before others,
// the most recent first.
func (c *composer) shortStatements() entry {
	order := make([]*entente.Statement, 0, len(c.statements))
	for i := range c.statements {
		order = append(order, &c.statements[i])
	}
	slices.SortStableFunc(order, func(a, b *entente.Statement) int {
		if ca, cb := commits(a.Act), commits(b.Act); ca != cb {
			if ca {
				return -1
			}
			return 1
		}
		return newestFirst(a.When, b.When)
	})
	var l line
	var cites []entente.Citation
	for _, s := range order[:min(len(order), 2)] {
		l = c.join(l, c.saying(s, map[entente.ID]entente.ID{}))
		cites = append(cites, ofSources(s.Cites, 1)...)
	}
	return entry{line: l, cites: c.cites(cites)}
}

func commits(a entente.SpeechAct) bool {
	switch a {
	case entente.SpeechActPledged, entente.SpeechActAgreed, entente.SpeechActAnnounced, entente.SpeechActWished:
		return true
	}
	return false
}

// shortOutlook returns judgements that are hedged, since they say what may come;
// or others if none is.
func (c *composer) shortOutlook() entry {
	order := make([]*entente.Assessment, 0, len(c.assessments))
	for i := range c.assessments {
		order = append(order, &c.assessments[i])
	}
	slices.SortStableFunc(order, func(a, b *entente.Assessment) int {
		ha, hb := a.Modality != entente.ModalityUnhedged, b.Modality != entente.ModalityUnhedged
		switch {
		case ha == hb:
			return 0
		case ha:
			return -1
		}
		return 1
	})
	var l line
	var cites []entente.Citation
	for _, a := range order[:min(len(order), 2)] {
		l = c.join(l, c.judging(a))
		cites = append(cites, ofSources(a.Cites, 1)...)
	}
	return entry{line: l, cites: c.cites(cites)}
}

// shortUnknown returns the first gaps, each with a few of the records.
func (c *composer) shortUnknown() entry {
	var l line
	gaps := c.gaps()
	for _, g := range gaps[:min(len(gaps), mostShort)] {
		names := g.names
		if n := len(names); n > mostShort {
			names = append(names[:mostShort:mostShort], c.sprint(msgMore, n-mostShort))
		}
		l = c.join(l, c.sprint(g.msg, c.joined(msgSemicolon, names)))
	}
	return entry{line: l, class: "open"}
}
