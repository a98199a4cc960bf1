package brief

import (
	"cmp"
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
	c.told = make(map[entente.ID]bool)
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

// tell remembers that the digest tells of the record, if it does.
func (s *shortList) tell(id entente.ID) {
	if s.more == 0 {
		s.c.told[id] = true
	}
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
	for _, p := range c.mainFirst() {
		if trend := c.word(trends.of(p.Trend)); len(trend) > 0 && !linkedOnly(p.Fact) {
			s.add(c.concat(c.ground(p.Fact), c.sprint(msgColon, c.ownName(p.ID), trend)), p.Cites)
		}
	}
	return s.entry()
}

func (c *composer) shortAgreements() entry {
	s := shortList{c: c}
	for _, a := range c.latestAgreements() {
		s.add(c.concat(c.ground(a.Fact), c.list(c.ownName(a.ID), c.period(a.When))), a.Cites)
		s.tell(a.ID)
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
		s.tell(x.ID)
	}
	if main != nil {
		tell(main)
	}
	for _, x := range ordered(c.exercises, func(a, b *entente.Exercise) int { return newestFirst(a.When, b.When) }) {
		if x != main {
			tell(x)
		}
	}
	return s.entry()
}

func (c *composer) shortMeetings() entry {
	s := shortList{c: c}
	for _, m := range c.latestMeetings() {
		s.add(c.concat(c.ground(m.Fact), c.list(c.headingOf(m), c.when(m.Fact))), m.Cites)
		s.tell(m.ID)
	}
	return s.entry()
}

// shortStatements returns what was said at meetings that the digest tells of
// before other statements, what commits the speaker before the rest, and the most
// recent first.
func (c *composer) shortStatements() entry {
	order := ordered(c.statements, func(a, b *entente.Statement) int {
		return cmp.Or(falseLast(c.told[a.Meeting], c.told[b.Meeting]), falseLast(commits(a.Act), commits(b.Act)),
			newestFirst(a.When, b.When))
	})
	var l line
	var cites []entente.Citation
	if len(order) > 2 { // the second is of other speakers, if there are any
		first := order[0].Speakers
		for i, s := range order[1:] {
			if !slices.Equal(s.Speakers, first) {
				order[1] = order[i+1]
				break
			}
		}
	}
	for _, s := range order[:min(len(order), 2)] {
		said := *s
		said.For, said.To = "", nil
		l = c.join(l, c.saying(&said, nil))
		cites = append(cites, ofSources(s.Cites, 1)...)
	}
	return entry{line: l, cites: c.cites(cites)}
}

// falseLast orders true before false.
func falseLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
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
	order := ordered(c.assessments, func(a, b *entente.Assessment) int {
		return falseLast(a.Modality != entente.ModalityUnhedged, b.Modality != entente.ModalityUnhedged)
	})
	var l line
	var cites []entente.Citation
	for _, a := range order[:min(len(order), 2)] {
		l = c.join(l, c.judging(a))
		cites = append(cites, ofSources(a.Cites, 1)...)
	}
	return entry{line: l, cites: c.cites(cites)}
}

// shortUnknown returns the first gaps of what the digest tells.
func (c *composer) shortUnknown() entry {
	var l line
	gaps := c.gaps(c.told)
	for _, g := range gaps[:min(len(gaps), mostShort)] {
		l = c.join(l, c.sprint(g.msg, c.joined(msgSemicolon, g.names)))
	}
	return entry{line: l, class: "open"}
}
