package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-go/entente"
)

// judgements returns the assessments by whom they affect: those with the most
// first, and those that name nobody last.
func (c *composer) judgements() []block {
	type group struct {
		affects []entente.ID
		list    []*entente.Assessment
	}
	var groups []*group
	byKey := make(map[string]*group)
	about := make(map[entente.ID]int)
	own := false
	for i := range c.assessments {
		a := &c.assessments[i]
		about[a.About]++
		own = own || a.By == ""
		var b strings.Builder
		for _, id := range a.Affects {
			b.WriteString(string(id) + " ")
		}
		g := byKey[b.String()]
		if g == nil {
			g = &group{affects: a.Affects}
			byKey[b.String()] = g
			groups = append(groups, g)
		}
		g.list = append(g.list, a)
	}
	if len(groups) == 0 {
		return nil
	}
	slices.SortStableFunc(groups, func(a, b *group) int {
		if none := len(a.affects) == 0; none != (len(b.affects) == 0) {
			if none {
				return 1
			}
			return -1
		}
		return cmp.Compare(len(b.list), len(a.list))
	})
	usual := usualOf(about)
	var intro []line
	if own {
		intro = append(intro, c.sprint(msgOwnJudgements))
	}
	if usual != "" {
		intro = append(intro, c.sprint(msgOwnJudgementsAbout, c.ownName(usual)))
	}
	list := []block{}
	if len(intro) > 0 {
		list = append(list, block{paragraphs: []entry{{line: join(intro...)}}})
	}
	for _, g := range groups {
		b := block{heading: c.sprint(msgInGeneral)}
		if len(g.affects) > 0 {
			b.heading = c.sprint(msgForWhom, c.and(g.affects))
		} else if len(groups) == 1 {
			b.heading = nil
		}
		for _, a := range g.list {
			b.entries = append(b.entries, c.judgement(a, usual))
		}
		list = append(list, b)
	}
	return list
}

// usualOf returns the record that several judgements are about, and more than
// about any other, or "".
func usualOf(about map[entente.ID]int) entente.ID {
	var usual entente.ID
	most := 1
	for id, n := range about {
		if id != "" && (n > most || n == most && usual != "" && id < usual) {
			usual, most = id, n
		}
	}
	return usual
}

// judgement returns the entry of an assessment, with its topic unless that is
// the usual one.
func (c *composer) judgement(a *entente.Assessment, usual entente.ID) entry {
	l := join(c.labelledTime(a.Fact, c.judging(a)), c.identifiers(a.Identifiers))
	if a.About != usual {
		l = join(l, c.labelledName(msgAbout, a.About))
	}
	return entry{id: a.ID, class: a.Basis.String() + " " + a.Modality.String(), line: l, cites: c.cites(a.Cites)}
}

// judging returns a judgement as a sentence, with the words that weaken it in
// another type, and whose it is, unless it is the source's.
func (c *composer) judging(a *entente.Assessment) line {
	gist := hedged(c.text(a.Gist), clean(a.Hedge))
	var l line
	switch {
	case a.By == "":
		l = c.sprint(msgStop, gist)
	case a.Basis == entente.BasisAttributed:
		l = c.sprint(msgJudgesAttributed, c.nameAt(a.By, a.When), gist)
	default:
		l = c.sprint(msgJudges, c.nameAt(a.By, a.When), gist)
	}
	if linkedOnly(a.Fact) {
		l = append(c.sprint(msgHeadlineOnly), l...)
	}
	return l
}

// hedged returns the gist with the hedge emphasized where it has it.
func hedged(gist line, hedge string) line {
	if hedge == "" || len(gist) != 1 {
		return gist
	}
	before, after, ok := strings.Cut(gist[0].words, hedge)
	if !ok {
		return gist
	}
	lang := gist[0].lang
	var out line
	for _, r := range []run{{words: before, lang: lang}, {words: hedge, lang: lang, weight: emphasis}, {words: after, lang: lang}} {
		if r.words != "" {
			out = append(out, r)
		}
	}
	return out
}
