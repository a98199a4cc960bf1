package brief

import (
	"slices"
	"strings"

	"github.com/entente-go/entente"
)

// A gap is a question that some records leave open.
type gap struct {
	msg   msg
	names []line
}

// unknown returns the gaps of the records, each with the names of all that leave
// it open.
func (c *composer) unknown() []block {
	var list []entry
	for _, g := range c.gaps(nil) {
		list = append(list, entry{line: c.sprint(g.msg, c.joined(msgSemicolon, g.names)), class: "open"})
	}
	return []block{{entries: list}}
}

// gaps returns the questions that a reader would ask and records leave open,
// those of the most recent first; only those of some records, unless among is nil.
func (c *composer) gaps(among map[entente.ID]bool) []gap {
	open := make(map[msg][]line)
	ask := func(m msg, unknown bool, f entente.Fact) {
		if unknown && !linkedOnly(f) && (among == nil || among[f.ID]) {
			open[m] = append(open[m], c.apartName(f.ID, plain))
		}
	}
	for _, m := range c.latestMeetings() {
		ask(msgNoMeetingDate, m.When.IsZero(), m.Fact)
		ask(msgNoMeetingPlace, len(m.Places) == 0, m.Fact)
	}
	for _, x := range c.latestExercises() {
		ask(msgNoExerciseDate, x.When.IsZero(), x.Fact)
		ask(msgNoExercisePlace, len(x.Places) == 0, x.Fact)
		counted := x.Strength > 0 || slices.ContainsFunc(x.Contingents, func(t entente.Contingent) bool { return t.Strength > 0 })
		happens := x.Status == entente.StatusUnderWay || x.Status == entente.StatusHeld
		ask(msgNoStrength, !counted && happens, x.Fact)
	}
	for _, a := range c.latestAgreements() {
		ask(msgNoSigning, a.When.IsZero(), a.Fact)
		ask(msgNoTerms, a.Gist.IsZero(), a.Fact)
	}
	var list []gap
	for m := msgNoMeetingDate; m <= msgNoTerms; m++ {
		if names := open[m]; len(names) > 0 {
			list = append(list, gap{m, names})
		}
	}
	return list
}

// mostWords is how many words of a gist are enough to know it by.
const mostWords = 8

// shortened returns the beginning of a name that is a whole sentence.
func shortened(name line) line {
	if len(name) != 1 || strings.Count(name[0].words, " ") <= mostWords+2 {
		return name
	}
	fields := strings.SplitN(name[0].words, " ", mostWords+1)
	out := slices.Clone(name)
	out[0].words = strings.TrimRight(strings.Join(fields[:mostWords], " "), ",;:،؛") + "…"
	return out
}

// remarks returns the remarks of the editors.
func (c *composer) remarks() []block {
	type remark struct {
		names []line
		note  line
		cites []int
	}
	var remarks []*remark
	same := make(map[string]*remark) // a remark on several records is made once
	for _, r := range c.records {
		f := r.AsFact()
		note := c.text(f.Note)
		if len(note) == 0 {
			continue
		}
		m := same[note[0].words]
		if m == nil {
			m = &remark{note: note}
			same[note[0].words] = m
			remarks = append(remarks, m)
		}
		m.names = append(m.names, c.keep(c.apartName(f.ID, strong).capital()))
		m.cites = append(m.cites, c.cites(f.Cites)...)
	}
	var list []entry
	for _, m := range remarks {
		mark := c.scratch
		l := c.sprint(msgColon, c.joined(msgSemicolon, m.names), m.note)
		if len(m.names) > 1 {
			slices.Sort(m.cites)
			m.cites = slices.Compact(m.cites)
		}
		list = append(list, entry{line: c.keep(l), cites: m.cites, class: "remark"})
		c.scratch.release(mark)
	}
	last := ""
	for i := range c.sources {
		note := c.text(c.sources[i].Note)
		if len(note) == 0 {
			continue
		}
		l := c.sprint(msgColon, c.source(c.sources[i].ID), note)
		if text := l.text(); text != last { // sources that a reader cannot tell apart
			last = text
			list = append(list, entry{line: l, class: "remark"})
		}
	}
	return []block{{entries: list}}
}

// searched returns the coverage of the data, as far as the records are about it.
func (c *composer) searched() []block {
	var list []entry
	for _, v := range c.data.Coverage() {
		if c.partial && !c.concerns(v) {
			continue
		}
		what := c.coveredKinds(v.Kinds)
		if !v.Period.IsZero() {
			what = c.list(what, c.period(v.Period))
		}
		complete := c.sprint(msgIncomplete)
		if v.Complete {
			complete = c.sprint(msgComplete)
		}
		list = append(list, entry{class: "coverage", line: c.join(c.coveredParties(v.Parties, what), complete, c.text(v.Note))})
	}
	if len(list) > 0 {
		list = append(list, entry{class: "coverage", line: c.sprint(msgOutside)})
	}
	return []block{{entries: list}}
}

// concerns reports whether a selection has records of a kind that is covered, and
// of the parties.
func (c *composer) concerns(v entente.Coverage) bool {
	if len(v.Parties) > 0 && c.data.Involving(v.Parties...).Len() == 0 {
		return false
	}
	if len(v.Kinds) == 0 {
		return true
	}
	have := map[entente.Kind]int{
		entente.KindPartnership: len(c.partnerships), entente.KindAgreement: len(c.agreements),
		entente.KindExercise: len(c.exercises), entente.KindMeeting: len(c.meetings),
		entente.KindStatement: len(c.statements), entente.KindAssessment: len(c.assessments),
	}
	return slices.ContainsFunc(v.Kinds, func(k entente.Kind) bool { return have[k] > 0 })
}

func (c *composer) coveredParties(ids []entente.ID, what line) line {
	switch len(ids) {
	case 0:
		return c.sprint(msgAnyParties, what)
	case 1:
		return c.sprint(msgCoveredParty, c.ownName(ids[0]), what)
	}
	return c.sprint(msgCoveredParties, c.and(ids), what)
}

func (c *composer) coveredKinds(list []entente.Kind) line {
	if len(list) == 0 {
		return c.sprint(msgAllKinds)
	}
	return c.both(lines(list, func(k entente.Kind) line { return c.word(kinds.of(k)) }))
}
