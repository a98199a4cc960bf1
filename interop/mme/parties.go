package mme

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/internal/rows"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

// participants reads the contingents.
func (t *reader) participants(e *entente.Exercise) {
	clear(t.seen)
	list := make([]entente.Contingent, 0, t.countStates())
	for _, i := range t.states {
		switch cell := t.Cell(i); cell {
		case "":
		case "-9":
			list = append(list, entente.Contingent{Unidentified: true, Role: entente.RoleParticipant})
		default:
			c, key := t.participant(e, i, cell)
			if first, twice := t.seen[key]; twice {
				t.seen[key] = t.again(i, first, key)
				continue
			}
			other := c.Nation != "" && t.isOtherName(cell, nation.ID(c.Nation))
			if other {
				t.extra.Keep(t.Columns()[i], key, cell)
			}
			t.seen[key] = sighting{i, other}
			list = append(list, c)
		}
	}
	if len(list) > 0 {
		e.Contingents = list
	}
}

// A sighting is where a row first names a participant.
type sighting struct {
	column int
	kept   bool // whether extra has the name
}

// again reports a participant that the row has already. If the two names differ,
// extra keeps both.
func (t *reader) again(column int, first sighting, key entente.ID) sighting {
	name, before := t.Cell(column), t.Cell(first.column)
	if name == before {
		t.Repair(column, rows.Quote(name)+` takes part twice; kept once`)
		return first
	}
	t.Repair(column, rows.Quote(name)+" takes part already, as "+rows.Quote(before)+"; kept once, with both names in extra")
	if !first.kept {
		t.extra.Keep(t.Columns()[first.column], key, before)
	}
	t.extra.Keep(t.Columns()[column], key, name)
	return sighting{first.column, true}
}

func (t *reader) countStates() (n int) {
	for _, i := range t.states {
		if t.Cell(i) != "" {
			n++
		}
	}
	return n
}

// participant returns the participant that the cell of a column names, and what
// tells it from the others of the row.
func (t *reader) participant(e *entente.Exercise, column int, name string) (c entente.Contingent, key entente.ID) {
	c.Role = entente.RoleParticipant
	if bloc := blocs[name]; bloc != "" {
		c.Bloc = bloc
		t.bloc(bloc, name, e)
		return c, bloc
	}
	state, doubt := rows.StateNamed(name, e.When.Start())
	if state == "" {
		c.Unit = entente.English(name)
		t.Repair(column, "no state is called "+rows.Quote(name)+`; kept as the words of a contingent`)
		return c, entente.ID(name)
	}
	if doubt != "" {
		t.Repair(column, doubt)
	}
	c.Nation = entente.ID(state)
	return c, c.Nation
}

// isOtherName reports whether the name is that of another state than id, without
// regard to the time.
func (t *reader) isOtherName(name string, id nation.ID) bool {
	if nation.Name(id, language.English) == name {
		return false
	}
	found, ok := t.meant[name]
	if !ok {
		match, _ := nation.Lookup(name)
		found = entente.ID(match.ID)
		t.meant[name] = found
	}
	return found != entente.ID(id)
}

// bloc makes the record of a bloc at its first exercise.
func (t *reader) bloc(id entente.ID, name string, e *entente.Exercise) {
	if t.blocs[id] {
		return
	}
	t.blocs[id] = true
	b := entente.Bloc{Name: entente.English(name)}
	b.ID, b.Basis, b.Cites = id, entente.BasisReported, e.Cites
	t.out.Blocs = append(t.out.Blocs, b)
}

// ofSeries puts the exercise into its series, which it makes if it is the first.
func (t *reader) ofSeries(e *entente.Exercise) {
	name := t.Cell(t.series)
	if rows.IsMissing(name) {
		return
	}
	e.Series = rows.Slug("mme-series", name)
	i, ok := t.seriesAt[e.Series]
	if !ok {
		s := entente.Series{Name: entente.English(name)}
		s.ID, s.Basis, s.Cites = e.Series, entente.BasisReported, e.Cites
		s.Topics = []entente.Topic{entente.TopicJointExercises}
		t.seriesAt[e.Series] = len(t.out.Series)
		t.out.Series = append(t.out.Series, s)
		return
	}
	first := t.out.Series[i].Name.Words(language.English)
	if first == name {
		return
	}
	t.keep(t.series)
	if !t.spelled[name] {
		t.spelled[name] = true
		t.aliases[e.Series] = append(t.aliases[e.Series], name)
		t.Repair(t.series, rows.Quote(name)+" is spelled "+rows.Quote(first)+` before; kept as one series`)
	}
}

// finish gives each series its other spellings and its beginning: that of its
// first exercise. Its end is not known, since it may go on after the dataset.
func (t *reader) finish() {
	for i := range t.out.Series {
		s := &t.out.Series[i]
		s.Aliases = s.Aliases.With(language.English, t.aliases[s.ID]...)
	}
	for i := range t.out.Exercises {
		e := &t.out.Exercises[i]
		start := e.When.Start()
		if e.Series == "" || start.IsZero() {
			continue
		}
		s := &t.out.Series[t.seriesAt[e.Series]]
		if first := s.When.Start(); first.IsZero() || start.Compare(first) < 0 {
			s.When, _ = edtf.NewPeriod(start, edtf.Date{})
		}
	}
}
