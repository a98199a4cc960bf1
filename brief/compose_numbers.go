package brief

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

// How much of a long list is among the numbers.
const (
	mostCounts = 8
	mostPairs  = 5
)

// numbers returns the numbers of the dataset. They are counted here, and so
// cite nothing.
func (c *composer) numbers() []entry {
	s := c.data.Summary()
	kind := func(n entente.Count[entente.Kind]) line { return c.word(kindCounts.of(n.Key), n.N) }
	basis := func(n entente.Count[entente.Basis]) line { return c.sprint(msgCounted, c.word(bases.of(n.Key)), n.N) }
	degree := func(n entente.Count[entente.Modality]) line {
		return c.sprint(msgCounted, c.word(modalities.of(n.Key)), n.N)
	}
	party := func(n entente.Count[entente.ID]) line { return c.sprint(msgCount, c.ownName(n.Key), n.N) }
	topic := func(n entente.Count[entente.Topic]) line { return c.sprint(msgCount, c.topic(n.Key), n.N) }
	lines := []line{
		c.sprint(msgUndated, c.sprint(msgRecords, s.Records), c.undated()),
		c.labelled(msgSpan, c.span(s.First, s.Last)),
		c.labelled(msgByKind, tallied(c, s.Kinds, len(s.Kinds), kind)),
		c.labelled(msgByBasis, tallied(c, s.Bases, len(s.Bases), basis)),
		c.labelled(msgByDegree, tallied(c, s.Modalities, len(s.Modalities), degree)),
		c.labelled(msgByParty, tallied(c, s.Parties, mostCounts, party)),
	}
	pairs := selection.AskedPairs(c.data, s.Pairs)
	for _, p := range pairs[:min(len(pairs), mostPairs)] {
		if p.Ties.Total() == 0 { // only linked headlines
			break
		}
		lines = append(lines, c.sprint(msgByPair, c.ownName(p.A), c.ownName(p.B), c.ties(p.Ties)))
	}
	lines = append(lines, c.labelled(msgByTopic, tallied(c, s.Topics, mostCounts, topic)))
	var list []entry
	for _, l := range lines {
		if len(l) > 0 {
			list = append(list, entry{line: l, class: "count"})
		}
	}
	return list
}

// undated returns how many records have no time, of the kinds that have one.
func (c *composer) undated() int {
	n := 0
	for _, r := range c.records {
		if k := r.Kind(); !k.IsActor() && k != entente.KindRegion && r.AsFact().When.IsZero() {
			n++
		}
	}
	return n
}

// tallied returns the first counts of a tally in words, at most most of them.
func tallied[K comparable](c *composer, t entente.Tally[K], most int, words func(entente.Count[K]) line) line {
	var items []line
	for _, n := range t[:min(len(t), most)] {
		items = append(items, words(n))
	}
	return c.list(items...)
}

func (c *composer) ties(t entente.Ties) line {
	var items []line
	for _, n := range []struct {
		kind entente.Kind
		n    int
	}{
		{entente.KindExercise, t.Exercises},
		{entente.KindMeeting, t.Meetings},
		{entente.KindAgreement, t.Agreements},
		{entente.KindPartnership, t.Partnerships},
		{entente.KindStatement, t.Statements},
	} {
		if n.n > 0 {
			items = append(items, c.word(kindCounts.of(n.kind), n.n))
		}
	}
	return c.list(items...)
}
