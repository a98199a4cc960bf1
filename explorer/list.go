package explorer

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

// perPage is the number of records on a page of the list.
const perPage = 50

// A listing is some records of a list, and how many there are.
type listing struct {
	total int
	rows  []entente.Record
}

// list answers with the records of a selection.
func (v *visit) list() answer {
	d, err := v.narrowed()
	if err != nil {
		return v.wrong(err)
	}
	leave, ok := v.enter(d)
	if !ok {
		return v.gone()
	}
	defer leave()
	l := v.found(d)
	if v.ctx.Err() != nil {
		return v.gone()
	}
	pages := max(1, (l.total+perPage-1)/perPage)
	if v.page > pages {
		return v.missing(v.words.missingPage)
	}
	if v.json {
		return v.listAsJSON(d, l, pages)
	}
	p := page{Find: v.find, Count: v.counted(l.total), Groups: v.groups(l.rows)}
	p.NoIndex = v.find != "" || v.query.Len() > 1
	if v.query.Len() == 0 && v.find == "" {
		p.Heading = v.site()
		if v.page == 1 && d.Len() <= maxDrawn {
			p.HTML = v.timeline(d)
		}
	} else {
		p.Heading = v.heading()
	}
	if l.total == 0 {
		p.Empty = v.empty(d)
	}
	if v.page > 1 {
		p.Prev = v.to("", v.query, "q", v.find, "page", v.numbered(v.page-1))
	}
	if v.page < pages {
		p.Next = v.to("", v.query, "q", v.find, "page", v.numbered(v.page+1))
	}
	if pages > 1 {
		p.Number = v.book.Year(v.page) + " / " + v.book.Year(pages)
	}
	p.Views = v.views(d)
	p.Asked, p.Filters = v.removals(), v.filters(d)
	return v.render(200, p)
}

// numbered returns the number of a page as a query has it.
func (v *visit) numbered(page int) string {
	if page <= 1 {
		return ""
	}
	return strconv.Itoa(page)
}

// narrowed returns the selection that was asked for. It writes IDs for names in
// the question. The error is of type [selection.Mistakes].
func (v *visit) narrowed() (*entente.Dataset, error) {
	s, err := v.query.Select(v.data)
	if err != nil {
		return nil, err
	}
	v.query, v.selection = s.Query(), s
	d := s.Narrow(v.data)
	v.matches = sync.OnceValue(func() []entente.Match { return v.places().find(d, v.find, d.Find(v.find)) })
	return d, nil
}

// found returns the records on the page that was asked for.
func (v *visit) found(d *entente.Dataset) listing {
	skip := (v.page - 1) * perPage
	if v.find == "" {
		return listing{d.Len(), v.ordered(d, skip)}
	}
	matches := v.matches()
	l := listing{total: len(matches)}
	for _, m := range matches[min(skip, len(matches)):min(skip+perPage, len(matches))] {
		if r, ok := d.Record(m.ID); ok {
			l.rows = append(l.rows, r)
		} else {
			l.rows = append(l.rows, entente.Nation{Fact: entente.Fact{ID: m.ID}})
		}
	}
	return l
}

// kindsInOrder returns the kinds with what happened first.
func kindsInOrder() []entente.Kind {
	return []entente.Kind{
		entente.KindExercise, entente.KindMeeting, entente.KindStatement, entente.KindAgreement,
		entente.KindPartnership, entente.KindAssessment, entente.KindSeries, entente.KindNation, entente.KindBloc,
		entente.KindOrganization, entente.KindOfficial, entente.KindRegion,
	}
}

// ordered returns a page of the records of d: what happened, the latest first, and
// then the actors by name. Of more than maxSorted records of a kind, the order is
// that of the dataset.
func (v *visit) ordered(d *entente.Dataset, skip int) []entente.Record {
	var rows []entente.Record
	for _, k := range kindsInOrder() {
		part := d.OfKind(k)
		n := part.Len()
		if skip >= n {
			skip -= n
			continue
		}
		if n > maxSorted {
			rows = append(rows, v.take(part.All(), skip, perPage-len(rows))...)
		} else {
			all := slices.Collect(part.All())
			v.sort(all, k)
			rows = append(rows, all[skip:min(n, skip+perPage-len(rows))]...)
		}
		if skip = 0; len(rows) == perPage {
			break
		}
	}
	return rows
}

// sort sorts records of one kind, which are in the order of the dataset.
func (v *visit) sort(rows []entente.Record, k entente.Kind) {
	if !k.IsActor() && k != entente.KindRegion {
		dated := slices.IndexFunc(rows, func(r entente.Record) bool { return r.AsFact().When.IsZero() })
		if dated < 0 {
			dated = len(rows)
		}
		slices.Reverse(rows[:dated])
		slices.SortStableFunc(rows[:dated], func(a, b entente.Record) int { // as stated: "about 2019" is not 2018
			return cmp.Compare(b.AsFact().When.Written().First, a.AsFact().When.Written().First)
		})
		return
	}
	names := make(map[entente.ID]string, len(rows))
	for _, r := range rows {
		id := r.AsFact().ID
		names[id] = v.data.Name(id, v.tag)
	}
	slices.SortStableFunc(rows, func(a, b entente.Record) int {
		return strings.Compare(names[a.AsFact().ID], names[b.AsFact().ID])
	})
}

// take returns some records after others, or none if the reader leaves.
func (v *visit) take(all iter.Seq[entente.Record], skip, most int) []entente.Record {
	var rows []entente.Record
	n := 0
	for r := range all {
		if n++; n <= skip {
			if n%1024 == 0 && v.ctx.Err() != nil {
				return nil
			}
			continue
		}
		if rows = append(rows, r); len(rows) == most {
			break
		}
	}
	return rows
}

// groups returns records by kind, the kinds in the order of their first.
func (v *visit) groups(rows []entente.Record) []group {
	var groups []group
	for _, r := range rows {
		i := slices.IndexFunc(groups, func(g group) bool { return g.kind == r.Kind() })
		if i < 0 {
			i = len(groups)
			groups = append(groups, group{kind: r.Kind(), Label: capital(v.book.Kind(r.Kind()))})
		}
		groups[i].Rows = append(groups[i].Rows, v.row(r))
	}
	return groups
}

// row returns a record as a line of a list.
func (v *visit) row(r entente.Record) row {
	f := r.AsFact()
	line := row{value: v.nameOf(r)}
	line.Href = v.recordAt(f.ID)
	if r.Kind().IsActor() {
		return line
	}
	if line.When = v.book.Period(f.When); f.When.IsZero() {
		line.When = f.Timing.Words(v.tag)
	}
	if r.Kind() == entente.KindStatement {
		return line // begins with its speakers
	}
	line.Ground = v.ground(r)
	n := 0
	for id := range r.Actors() {
		if n++; n > 4 {
			line.Actors = append(line.Actors, value{Text: "…"})
			break
		}
		line.Actors = append(line.Actors, v.name(id))
	}
	return line
}

// ground says what a record rests on, unless it is reported. The status of an
// exercise that may or will not be held comes first.
func (v *visit) ground(r entente.Record) string {
	var words []string
	if x, ok := r.(entente.Exercise); ok && x.Status.NotHeld() {
		words = append(words, v.book.Status(x.Status))
	}
	f := r.AsFact()
	if f.Basis == entente.BasisReported {
		return v.book.List(words...)
	}
	words = append(words, v.book.Basis(f.Basis))
	if a, ok := r.(entente.Assessment); ok {
		words = append(words, v.book.Modality(a.Modality))
	}
	if f.By != "" {
		words = append(words, v.data.Name(f.By, v.tag))
	}
	return v.book.List(words...)
}

// empty says what it means that nothing was found.
func (v *visit) empty(d *entente.Dataset) string {
	if v.find != "" || v.query.Len() == 0 {
		return v.words.none
	}
	return capital(v.book.Answer(d.Answer())) + "."
}

// counted returns a number of records with the word for them.
func (v *visit) counted(n int) string { return v.words.records + ": " + v.book.Number(n) }

// heading returns what was asked for, in words.
func (v *visit) heading() string {
	var parts []string
	if v.find != "" {
		parts = append(parts, "“"+short(v.find)+"”")
	}
	for _, a := range v.askedFor() {
		parts = append(parts, a.Text)
	}
	return capital(v.book.List(parts...))
}

// askedFor returns each part of the question in words. Its Note is the name of the
// part, and its Href the question without it.
func (v *visit) askedFor() []value {
	var list []value
	for _, word := range selection.Words() {
		if v.query.Get(word) == "" {
			continue
		}
		list = append(list, value{Text: v.inWords(word), Note: v.words.asked[word],
			Href: v.to("", v.query.With(word, ""), "q", v.find)})
	}
	return list
}

// removals returns the links that widen the question.
func (v *visit) removals() []value {
	list := v.askedFor()
	if v.find != "" {
		list = append(list, value{Text: short(v.find), Note: v.words.asked["q"], Href: v.to("", v.query)})
	}
	return list
}

// inWords returns a part of the question in words.
func (v *visit) inWords(word string) string {
	s := v.selection
	name := func(id entente.ID) string { return v.data.Name(id, v.tag) }
	switch word {
	case selection.Between:
		return name(s.A) + " – " + name(s.B)
	case selection.Involving:
		return name(s.Involving)
	case selection.Affecting:
		return name(s.Affecting)
	case selection.About:
		return v.topic(s.About).Text
	case selection.During:
		return v.book.Period(s.During)
	case selection.Kind:
		var kinds []string
		for _, k := range s.Kinds {
			kinds = append(kinds, v.book.Kind(k))
		}
		return v.book.List(kinds...)
	case selection.Basis:
		return v.book.Basis(s.Basis)
	}
	source, _ := v.data.Source(s.Source)
	return v.sourceName(source).Text
}

// topic returns the name of a topic.
func (v *visit) topic(t entente.Topic) value {
	if name := v.book.Topic(t); name != "" {
		return value{Text: name}
	}
	topics := v.data.Topics()
	if i := slices.IndexFunc(topics, func(d entente.TopicDeclaration) bool { return d.ID == t }); i >= 0 {
		if name := v.text(topics[i].Name); name.Text != "" {
			return name
		}
	}
	return value{Text: string(t)}
}
