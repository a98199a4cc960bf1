package brief

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// exerciseBlocks returns a table for each series, with the series that was
// exercised last first, and one for exercises outside any.
func (c *composer) exerciseBlocks() []block {
	bySeries := make(map[entente.ID][]*entente.Exercise)
	order := c.latestExercises()
	var series []entente.ID
	for _, x := range order {
		if bySeries[x.Series] == nil && x.Series != "" {
			series = append(series, x.Series)
		}
		bySeries[x.Series] = append(bySeries[x.Series], x)
	}
	var list []block
	told := make(map[entente.ID]bool)
	for _, id := range series {
		told[id] = true
		s, _ := c.record(id)
		if s, ok := s.(entente.Series); ok {
			list = append(list, c.seriesBlock(s, bySeries[id]))
		}
	}
	for s := range each[entente.Series](c) {
		if !told[s.ID] {
			list = append(list, c.seriesBlock(s, nil))
		}
	}
	if single := bySeries[""]; len(single) > 0 {
		b := block{table: c.exerciseTable(single)}
		if len(list) > 0 {
			b.heading = c.sprint(msgOtherExercises)
		}
		list = append(list, b)
	}
	return list
}

// latestExercises returns the exercises, the most recent first.
func (c *composer) latestExercises() []*entente.Exercise {
	return ordered(c.exercises, func(a, b *entente.Exercise) int {
		return cmp.Or(newestFirst(a.When, b.When), cmp.Compare(b.Number, a.Number))
	})
}

// seriesBlock describes a series and lists its exercises. A series that the
// dataset only refers to has its name alone.
func (c *composer) seriesBlock(s entente.Series, exercises []*entente.Exercise) block {
	name := c.ownName(s.ID)
	b := block{heading: name}
	if !c.has(s.ID) {
		b.table = c.exerciseTable(exercises)
		return b
	}
	meaning := c.text(s.Meaning)
	if plainly(meaning.text()) == plainly(name.text()) {
		meaning = nil
	}
	e := c.entry(s.Fact,
		c.runBy(s),
		c.labelled(msgMeaning, meaning))
	if len(e.line) == 0 {
		e.line = c.sprint(msgStop, name)
	}
	b.paragraphs = []entry{e} // before the table: its notes come first
	b.table = c.exerciseTable(exercises)
	return b
}

// runBy returns who holds a series, and since when.
func (c *composer) runBy(s entente.Series) line {
	who, when := c.and(s.Parties), c.when(s.Fact)
	switch {
	case len(who) == 0:
		return c.sentence(when)
	case len(when) == 0:
		return c.sprint(msgRunBy, who)
	}
	return c.sprint(msgRunByWhen, who, when)
}

func (c *composer) exerciseTable(list []*entente.Exercise) *table {
	var rows []row
	for _, x := range list {
		mark := c.scratch
		rows = append(rows, c.exercise(x))
		c.scratch.release(mark)
	}
	return c.tableOf(rows, msgColWhen, msgColExercise, msgColWhere, msgColWho)
}

func (c *composer) exercise(x *entente.Exercise) row {
	name := c.concat(c.ground(x.Fact), c.ownName(x.ID).weighed(strong))
	what := []line{c.word(statuses.of(x.Status)), c.list(c.forms(x.Forms)...), c.list(c.domains(x.Domains)...)}
	if x.Number > 0 && !c.numbered(name, x.Number) {
		what = append(what, c.sprint(msgEdition, c.numeral(x.Number)))
	}
	if all := c.list(what...); len(all) > 0 {
		name = c.sprint(msgDot, name, all)
	}
	when := c.when(x.Fact)
	if len(when) == 0 {
		when = c.sprint(msgDateNotGiven)
	}
	var who []line
	for _, role := range []entente.Role{entente.RoleHost, entente.RoleParticipant, entente.RoleObserver, 0} {
		if l := c.contingents(x, role); len(l) > 0 {
			if role == 0 && len(who) == 0 {
				who = append(who, c.sprint(msgStop, l))
			} else {
				who = append(who, c.word(roles.of(role), l))
			}
		}
	}
	who = append(who, c.labelled(msgCommanders, c.namesIn(x.Commanders, x.Fact)),
		c.labelled(msgStrength, c.strength(x.Strength, x.Approximate)))
	return c.row(x.Fact, when,
		c.join(c.sprint(msgStop, name), c.labelled(msgAims, c.text(x.Aims)), c.identifiers(x.Identifiers)),
		c.places(x.Places), c.join(who...))
}

func (c *composer) forms(list []entente.Form) []line {
	return lines(list, func(f entente.Form) line { return c.word(forms.of(f)) })
}

func (c *composer) domains(list []entente.Domain) []line {
	return lines(list, func(d entente.Domain) line { return c.word(domains.of(d)) })
}

// numbered reports whether a name ends with the number of an edition.
func (c *composer) numbered(name line, n int) bool {
	text := name.text()
	last := strings.Trim(text[strings.LastIndexAny(text, " -")+1:], "»“”\"")
	if n < 40 && last == roman(n) {
		return true
	}
	for _, v := range c.builtIn {
		if n <= len(v.editions) && last == v.editions[n-1] {
			return true
		}
	}
	number, err := strconv.Atoi(last)
	return err == nil && number == n
}

// roman returns a number below 40 in Roman numerals.
func roman(n int) string {
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + ones[n%10]
}

// strength returns a number of people, or nothing where it is not known.
func (c *composer) strength(n int, approximate bool) line {
	switch {
	case n == 0:
		return nil
	case approximate:
		return c.sprint(msgAboutPeople, n)
	}
	return c.sprint(msgPeople, n)
}

// contingents returns those that have the role; what a nation sends is together.
func (c *composer) contingents(x *entente.Exercise, role entente.Role) line {
	var items, details []line
	var last entente.ID
	var name line
	flush := func() {
		if all := c.joined(msgSemicolon, details); len(name) > 0 && len(all) > 0 {
			items = append(items, c.sprint(msgBrackets, name, all))
		} else {
			items = append(items, name, all)
		}
		name, details, last = nil, nil, ""
	}
	for i := range x.Contingents {
		t := &x.Contingents[i]
		if t.Role != role {
			continue
		}
		side, more := c.contingent(t, x.Fact)
		if t.Nation == "" || t.Nation != last {
			flush()
			name, last = side, t.Nation
		}
		details = append(details, more)
	}
	flush()
	return c.joined(msgSemicolon, items)
}

// contingent returns the nation, or the bloc or the organization if there is no
// nation, and what else is known.
func (c *composer) contingent(t *entente.Contingent, f entente.Fact) (side, details line) {
	var organization, bloc line
	if t.Organization != "" {
		organization = c.name(t.Organization)
	}
	switch {
	case t.Nation != "":
		side = c.name(t.Nation)
		if t.Bloc != "" {
			bloc = c.name(t.Bloc)
		}
	case t.Bloc != "":
		side = c.name(t.Bloc)
	case t.Unidentified:
		side = c.sprint(msgUnidentified)
	default:
		side, organization = organization, nil
	}
	return side, c.list(bloc, organization, c.text(t.Unit), c.strength(t.Strength, t.Approximate),
		c.labelled(msgCommandedBy, c.namesIn(t.Commanders, f)))
}

// plainly returns a name without quotation marks, to compare it by.
func plainly(s string) string { return strings.ToLower(strings.Trim(s, "«»“”‘’\"")) }
