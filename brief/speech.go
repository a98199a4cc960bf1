package brief

import (
	"cmp"

	"github.com/entente-go/entente"
)

// statementsHeading depends on whether statements are under meetings too.
func (c *composer) statementsHeading() msg {
	for range c.data.Meetings() {
		return msgOtherStatements
	}
	return msgStatements
}

// statements returns what was said at no meeting of the dataset.
func (c *composer) statements() []entry {
	var list []entry
	for s := range c.data.Statements() {
		if s.Meeting != "" && c.data.Has(s.Meeting) {
			continue
		}
		e := c.statement(s)
		e.line = join(e.line, c.labelledName(msgSaidAt, s.Meeting))
		list = append(list, e)
	}
	return list
}

// statement returns who said what, and how.
func (c *composer) statement(s entente.Statement) entry {
	speaker := c.both(s.Speakers)
	switch to := c.nameList(s.To); {
	case s.For != "" && len(to) > 0:
		speaker = c.sprint(msgForTo, speaker, c.name(s.For), to)
	case s.For != "":
		speaker = c.sprint(msgFor, speaker, c.name(s.For))
	case len(to) > 0:
		speaker = c.sprint(msgTo, speaker, to)
	}
	act := cmp.Or(s.Act, entente.SpeechActSaid)
	said := join(c.word(speechActs.of(act), speaker, c.text(s.Gist)), c.when(s.Fact))
	return c.grounded(s.Fact, said)
}

// degree returns the assessments that are held as firmly as m.
func (c *composer) degree(m entente.Modality) block {
	var g block
	for a := range c.data.Assessments() {
		if a.Modality == m {
			g.heading = c.word(degrees.of(m))
			g.entries = append(g.entries, c.judgement(a))
		}
	}
	return g
}

func (c *composer) judgement(a entente.Assessment) entry {
	gist := c.text(a.Gist)
	if hedge := c.asCited(a.Hedge, a.Cites); len(hedge) > 0 {
		gist = c.sprint(msgHedge, gist, hedge)
	}
	var judged line
	switch {
	case a.By == "":
		judged = c.sprint(msgStop, gist) // the headings say whose it is, and how firm
	case a.Basis == entente.BasisAttributed:
		judged = c.sprint(msgJudgesAttributed, c.name(a.By), gist)
	default:
		judged = c.sprint(msgJudges, c.name(a.By), gist)
	}
	return c.grounded(a.Fact, join(judged,
		c.labelled(msgAffects, c.nameList(a.Affects)),
		c.labelledName(msgAbout, a.About),
		c.when(a.Fact)))
}
