package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente"
)

// fewAffected is how many judgements that affect the same actors have a heading
// of their own. Fewer are under the first of the actors.
const fewAffected = 3

// An affected is the group of judgements under one heading.
type affected struct {
	ids  []entente.ID
	list []*entente.Assessment
}

// idsKey is the same for the same IDs in the same order.
func idsKey(ids []entente.ID) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(string(id) + " ")
	}
	return b.String()
}

// judgements returns the assessments by whom they affect: those with the most
// first, and those that name nobody last.
func (c *composer) judgements() []block {
	own := false
	size := make(map[string]int)
	for i := range c.assessments {
		a := &c.assessments[i]
		own = own || a.By == ""
		size[idsKey(a.Affects)]++
	}
	var groups []*affected
	byKey := make(map[string]*affected)
	for i := range c.assessments {
		a := &c.assessments[i]
		ids := a.Affects
		if len(ids) > 1 && size[idsKey(ids)] < fewAffected {
			ids = ids[:1]
		}
		key := idsKey(ids)
		g := byKey[key]
		if g == nil {
			g = &affected{ids: ids}
			byKey[key] = g
			groups = append(groups, g)
		}
		g.list = append(g.list, a)
	}
	if len(groups) == 0 {
		return nil
	}
	slices.SortStableFunc(groups, func(a, b *affected) int {
		if none := len(a.ids) == 0; none != (len(b.ids) == 0) {
			if none {
				return 1
			}
			return -1
		}
		return cmp.Compare(len(b.list), len(a.list))
	})
	usual := c.usualTopic()
	var intro []line
	if own {
		intro = append(intro, c.sprint(msgOwnJudgements))
	}
	if usual != "" {
		intro = append(intro, c.sprint(msgOwnJudgementsAbout, c.ownName(usual)))
	}
	list := []block{}
	if len(intro) > 0 {
		list = append(list, block{paragraphs: []entry{{line: c.join(intro...)}}})
	}
	for _, g := range groups {
		b := block{heading: c.sprint(msgInGeneral)}
		if len(g.ids) > 0 {
			b.heading = c.and(g.ids).capital()
		} else if len(groups) == 1 {
			b.heading = nil
		}
		for _, a := range g.list {
			mark := c.scratch
			b.entries = append(b.entries, c.judgement(a, usual, g.ids))
			c.scratch.release(mark)
		}
		list = append(list, b)
	}
	return list
}

// usualTopic returns the record that several judgements are about, and more than
// about any other, or "".
func (c *composer) usualTopic() entente.ID {
	if c.topicFound {
		return c.usual
	}
	about := make(map[entente.ID]int)
	for i := range c.assessments {
		about[c.assessments[i].About]++
	}
	var usual entente.ID
	most := 1
	for id, n := range about {
		if id != "" && (n > most || n == most && usual != "" && id < usual) {
			usual, most = id, n
		}
	}
	c.usual, c.topicFound = usual, true
	return usual
}

// judgement returns the entry of an assessment, with what it is about and whom
// it affects, unless that is usual, in the heading, or in the words.
func (c *composer) judgement(a *entente.Assessment, usual entente.ID, heading []entente.ID) entry {
	gist := c.text(a.Gist).text()
	named := func(id entente.ID) bool { return namesWhole(gist, c.ownName(id).text()) }
	said := func(id entente.ID) bool {
		if slices.Contains(heading, id) || named(id) {
			return true
		}
		r, _ := c.record(id)
		p, ok := r.(entente.Partnership)
		return ok && !slices.ContainsFunc(p.Parties, func(id entente.ID) bool { return !named(id) })
	}
	l := c.join(c.judging(a), c.labelled(msgTime, c.when(a.Fact)), c.identifiers(a.Identifiers))
	if a.About != "" && a.About != usual && !said(a.About) {
		l = c.join(l, c.labelledName(msgAbout, a.About))
	}
	also := slices.DeleteFunc(slices.Clone(a.Affects[len(heading):]), said)
	l = c.join(l, c.labelled(msgAlsoAffects, c.nameList(also)))
	return entry{id: a.ID, class: a.Basis.String() + " " + a.Modality.String(), line: c.keep(l), cites: c.cites(a.Cites)}
}

// namesWhole reports whether a text has the name as whole words.
func namesWhole(text, name string) bool {
	if name == "" {
		return false
	}
	for rest := text; ; {
		i := strings.Index(rest, name)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(rest[:i])
		rest = rest[i+len(name):]
		after, _ := utf8.DecodeRuneInString(rest)
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
	}
}

// judging returns a judgement as a sentence, with the words that weaken it in
// another type, and whose it is, unless it is the source's.
func (c *composer) judging(a *entente.Assessment) line {
	gist := hedged(c.text(a.Gist), clean(a.Hedge))
	var l line
	switch {
	case a.By == "":
		l = c.sentence(gist)
	case a.Basis == entente.BasisAttributed:
		l = c.sprint(msgJudgesAttributed, c.nameAt(a.By, a.When), gist)
	default:
		l = c.sprint(msgJudges, c.nameAt(a.By, a.When), gist)
	}
	if linkedOnly(a.Fact) {
		l = c.concat(c.sprint(msgHeadlineOnly), l)
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
