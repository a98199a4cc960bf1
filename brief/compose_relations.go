package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente"
)

// relations returns a table of the relations and one of the agreements.
func (c *composer) relations() []block {
	var rows []row
	for _, p := range c.mainFirst() {
		rows = append(rows, c.row(p.Fact,
			c.concat(c.ground(p.Fact), c.called(p.ID, p.Parties)),
			c.word(trends.of(p.Trend)),
			c.when(p.Fact),
			c.join(c.sentence(c.text(p.Nature)), c.identifiers(p.Identifiers))))
	}
	list := []block{{table: c.tableOf(rows, msgColRelation, msgColTrend, msgColWhen, msgColNature)}}
	rows = nil
	for _, a := range c.latestAgreements() {
		mark := c.scratch
		rows = append(rows, c.agreement(a))
		c.scratch.release(mark)
	}
	if len(rows) > 0 {
		list = append(list, block{heading: c.sprint(msgAgreements),
			table: c.tableOf(rows, msgColSigned, msgColAgreement, msgColParties, msgColProvides)})
	}
	return list
}

// mainFirst returns the relations, those that the records are about most first.
func (c *composer) mainFirst() []*entente.Partnership {
	list := make([]*entente.Partnership, 0, len(c.partnerships))
	main := c.mainPartnership()
	if main != nil {
		list = append(list, main)
	}
	for i := range c.partnerships {
		if p := &c.partnerships[i]; p != main {
			list = append(list, p)
		}
	}
	return list
}

// called returns the name of a record in strong type, followed by the parties
// unless it names each of them.
func (c *composer) called(id entente.ID, parties []entente.ID) line {
	name := c.ownName(id)
	text := name.text()
	unnamed := func(id entente.ID) bool { return !hasWords(text, c.ownName(id).text()) }
	if !slices.ContainsFunc(parties, unnamed) {
		parties = nil
	}
	return c.bracketed(name.weighed(strong), c.nameList(parties))
}

// hasWords reports whether whole words of the text are the words.
func hasWords(text, words string) bool {
	inWord := func(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
	for before := ""; ; {
		head, tail, found := strings.Cut(text, words)
		if !found || words == "" {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before + head)
		next, _ := utf8.DecodeRuneInString(tail)
		if !inWord(last) && !inWord(next) {
			return true
		}
		before, text = words, tail
	}
}

// latestAgreements returns the agreements, the most recent first.
func (c *composer) latestAgreements() []*entente.Agreement {
	return ordered(c.agreements, func(a, b *entente.Agreement) int { return newestFirst(a.When, b.When) })
}

func (c *composer) agreement(a *entente.Agreement) row {
	name := c.concat(c.ground(a.Fact), c.ownName(a.ID).weighed(strong))
	if t := c.typeOf(a); len(t) > 0 {
		name = c.sprint(msgDot, name, t)
	}
	return c.row(a.Fact,
		c.when(a.Fact),
		name,
		c.parties(a.Parties),
		c.join(c.sentence(c.text(a.Gist)),
			c.labelled(msgSignatories, c.namesIn(a.Signatories, a.Fact)),
			c.labelled(msgPlace, c.places(a.Places)),
			c.labelled(msgInForce, c.period(a.InForce)),
			c.labelledName(msgUnder, a.Under),
			c.partnershipOf(a),
			c.identifiers(a.Identifiers)))
}

// typeOf returns the type of an agreement, unless its name has it.
func (c *composer) typeOf(a *entente.Agreement) line {
	t := c.word(agreementTypes.of(a.Type))
	if name := c.ownName(a.ID); has(name, t.text()) || c.tellsKind(name, t) {
		return nil
	}
	return t
}

// partnershipOf says to which relations an agreement belongs, unless its parties
// tell.
func (c *composer) partnershipOf(a *entente.Agreement) line {
	r, _ := c.record(a.Partnership)
	p, _ := r.(entente.Partnership)
	for _, id := range p.Parties {
		if !slices.ContainsFunc(a.Parties, func(q entente.Party) bool { return q.Actor == id }) {
			return c.sprint(msgPartnership, c.ownName(p.ID))
		}
	}
	return nil
}

// labelledName returns the message with the name in it, or nothing for no ID.
func (c *composer) labelledName(m msg, id entente.ID) line {
	if id == "" {
		return nil
	}
	return c.sprint(m, c.name(id))
}

// namesIn returns the actors, as at a mention in the record.
func (c *composer) namesIn(ids []entente.ID, f entente.Fact) line {
	return c.both(lines(ids, func(id entente.ID) line { return c.nameAt(id, f.When) }))
}

// parties returns the sides of an agreement, each with its time, what it owes
// and its own notes.
func (c *composer) parties(list []entente.Party) line {
	return c.list(lines(list, c.party)...)
}

func (c *composer) party(p entente.Party) line {
	owes := lines(p.Obligations, func(o entente.Obligation) line { return c.word(obligations.of(o)) })
	return c.cited(c.bracketed(c.name(p.Actor), c.period(p.Period), c.list(owes...)), c.cites(p.Cites))
}
