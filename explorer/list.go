package explorer

import (
	"net/http"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

// listed is the JSON of a list.
type listed struct {
	Title   entente.Text   `json:"title,omitzero"`
	Query   string         `json:"query,omitzero"`
	Search  string         `json:"search,omitzero"`
	Answer  entente.Answer `json:"answer"`
	Total   int            `json:"total"`
	Page    int            `json:"page"`
	Pages   int            `json:"pages"`
	Records []listedRecord `json:"records"`
}

type listedRecord struct {
	Kind   entente.Kind   `json:"kind"`
	ID     entente.ID     `json:"id"`
	Name   string         `json:"name"`
	Record entente.Record `json:"record,omitempty"`
}

// narrow reads the question of the address.
func (v *visit) narrow() (selection.Selection, *entente.Dataset, error) {
	s, err := v.query.Select(v.data)
	if err != nil {
		return s, nil, err
	}
	v.query = s.Query()
	return s, s.Narrow(v.data), nil
}

// list returns a page of the records of a selection.
func (v *visit) list() answer {
	s, d, err := v.narrow()
	if err != nil {
		return v.wrong(err)
	}
	out := listed{Title: v.data.Title(), Query: v.query.Encode(), Search: v.find, Answer: d.Answer(), Page: v.page}
	if v.find != "" {
		matches := d.Find(v.find)
		out.Total = len(matches)
		first := min((v.page-1)*perPage, len(matches))
		for _, m := range matches[first:min(first+perPage, len(matches))] {
			out.Records = append(out.Records, v.listedRecord(m.ID, m.Kind))
		}
	} else {
		out.Total = d.Len()
		if out.Records, err = v.slice(d, (v.page-1)*perPage); err != nil {
			return v.gone()
		}
	}
	out.Pages = max(1, (out.Total+perPage-1)/perPage)
	if v.page > out.Pages {
		return v.problem(http.StatusNotFound, v.words.missingPage)
	}
	if v.json {
		return encoded(http.StatusOK, out)
	}
	return v.render(http.StatusOK, v.listPage(s, d, out))
}

func (v *visit) listedRecord(id entente.ID, k entente.Kind) listedRecord {
	r, _ := v.data.Record(id)
	return listedRecord{Kind: k, ID: id, Name: v.data.Name(id, v.tag), Record: r}
}

// slice returns a page of records from the one with the index.
func (v *visit) slice(d *entente.Dataset, from int) ([]listedRecord, error) {
	list := []listedRecord{}
	if from >= d.Len() {
		return list, nil
	}
	i := 0
	for r := range d.All() {
		if i&1023 == 0 && v.ctx.Err() != nil {
			return nil, v.ctx.Err()
		}
		if i++; i <= from {
			continue
		}
		id := r.AsFact().ID
		list = append(list, listedRecord{Kind: r.Kind(), ID: id, Name: v.data.Name(id, v.tag), Record: r})
		if len(list) == perPage {
			break
		}
	}
	return list, nil
}

func (v *visit) listPage(s selection.Selection, d *entente.Dataset, out listed) page {
	p := page{Form: true, Find: v.find, Heading: v.heading(s), NoIndex: v.query.Len() > 1 || v.find != ""}
	for _, word := range selection.Words() {
		if asked := v.query.Get(word); asked != "" {
			p.Hidden = append(p.Hidden, value{Text: word, Note: asked})
		}
	}
	if v.explicit {
		p.Hidden = append(p.Hidden, value{Text: "lang", Note: v.code})
	}
	p.Asked = v.asked(s)
	p.Count = v.words.records + ": " + v.book.Number(out.Total)
	if out.Total == 0 {
		p.Empty = v.words.none
		if said := v.book.Answer(d.Answer()); v.find == "" && said != "" {
			p.Empty = said
		}
	}
	p.Groups = v.groups(out.Records)
	p.Views = v.views(s)
	p.Filters = v.filters(d)
	if v.page > 1 {
		p.Prev = v.to("", v.query, "q", v.find, "page", v.number(v.page-1))
	}
	if v.page < out.Pages {
		p.Next = v.to("", v.query, "q", v.find, "page", v.number(v.page+1))
	}
	if out.Pages > 1 {
		p.Number = v.words.page + " " + v.book.Number(v.page) + " / " + v.book.Number(out.Pages)
	}
	return p
}

func (v *visit) number(page int) string {
	other := *v
	other.page = page
	return other.pageParameter()
}

// groups puts records that follow each other under the names of their kinds.
func (v *visit) groups(records []listedRecord) []group {
	var list []group
	var last entente.Kind
	for _, r := range records {
		if r.Kind != last {
			list = append(list, group{Label: label(v.book.Kind(r.Kind))})
			last = r.Kind
		}
		row := row{value: value{Text: r.Name, Href: v.recordAt(r.ID)}}
		if r.Record != nil {
			row.When = v.book.Period(r.Record.AsFact().When)
		}
		g := &list[len(list)-1]
		g.Rows = append(g.Rows, row)
	}
	return list
}

// heading says what was asked.
func (v *visit) heading(s selection.Selection) string {
	var parts []string
	for _, a := range v.asked(s) {
		parts = append(parts, a.Text)
	}
	if v.find != "" {
		parts = append(parts, "“"+v.find+"”")
	}
	return strings.Join(parts, " · ")
}

// asked returns what was asked, each with the address of the list without it.
func (v *visit) asked(s selection.Selection) []value {
	var list []value
	add := func(word string, names ...string) {
		if names = slices.DeleteFunc(names, func(n string) bool { return n == "" }); len(names) > 0 {
			list = append(list, value{Text: strings.Join(names, " – "), Note: v.words.asked[word],
				Href: v.to("", v.query.With(word, ""), "q", v.find)})
		}
	}
	name := func(id entente.ID) string {
		if id == "" {
			return ""
		}
		return v.data.Name(id, v.tag)
	}
	add(selection.Between, name(s.A), name(s.B))
	add(selection.Involving, name(s.Involving))
	add(selection.Affecting, name(s.Affecting))
	add(selection.About, v.topic(s.About))
	add(selection.During, v.book.Period(s.During))
	var kinds []string
	for _, k := range s.Kinds {
		kinds = append(kinds, v.book.Kind(k))
	}
	add(selection.Kind, v.book.List(kinds...))
	add(selection.Basis, v.book.Basis(s.Basis))
	add(selection.Source, v.sourceName(s.Source))
	return list
}

func (v *visit) topic(t entente.Topic) string {
	if t == "" {
		return ""
	}
	if words := v.book.Topic(t); words != "" {
		return words
	}
	for _, declared := range v.data.Topics() {
		if declared.ID == t && !declared.Name.IsZero() {
			return declared.Name.Words(v.tag)
		}
	}
	return string(t)
}

func (v *visit) sourceName(id entente.ID) string {
	s, ok := v.data.Source(id)
	if !ok {
		return string(id)
	}
	for _, t := range []entente.Text{s.Title, s.Publisher} {
		if !t.IsZero() {
			return t.Words(v.tag)
		}
	}
	return string(id)
}

// views returns the links to what a selection can be seen as.
func (v *visit) views(s selection.Selection) []value {
	list := []value{
		{Text: v.words.briefing, Href: v.to("brief", v.query)},
		{Text: v.words.timeline, Href: v.to("chart/timeline", v.query)},
		{Text: v.words.ties, Href: v.to("chart/ties", v.query)},
	}
	if s.A != "" {
		list = append(list, value{Text: v.words.years, Href: v.to("chart/years", v.query)})
	}
	return list
}

// most is how many values a filter offers.
const most = 12

// filters returns links to narrower selections. It counts what is not too much,
// and offers what the whole has for the rest.
func (v *visit) filters(d *entente.Dataset) []filter {
	counted := d.Len() <= maxCounted
	var sum entente.Summary
	if v.query.Len() == 0 || !counted {
		sum = v.summary()
	} else {
		sum = d.Summary()
	}
	var list []filter
	add := func(word, label string, n int, each func(i int) (string, string, int)) {
		if v.query.Get(word) != "" {
			return
		}
		f := filter{Label: label, Follow: v.query.Len() == 0 && v.find == ""}
		for i := range n {
			q, name, count := each(i)
			link := value{Text: name, Href: v.to("", v.query.With(word, q))}
			if counted {
				link.Note = v.book.Number(count)
			}
			f.Values = append(f.Values, link)
		}
		if n > 1 {
			list = append(list, f)
		}
	}
	add(selection.Kind, v.words.kinds, len(sum.Kinds), func(i int) (string, string, int) {
		k := sum.Kinds[i]
		return k.Key.String(), label(v.book.Kind(k.Key)), k.N
	})
	add(selection.Involving, v.words.parties, min(most, len(sum.Parties)), func(i int) (string, string, int) {
		k := sum.Parties[i]
		return string(k.Key), v.data.Name(k.Key, v.tag), k.N
	})
	add(selection.Between, v.words.pairs, min(most, len(sum.Pairs)), func(i int) (string, string, int) {
		k := sum.Pairs[i]
		return string(k.A) + "," + string(k.B), v.data.Name(k.A, v.tag) + " – " + v.data.Name(k.B, v.tag),
			v.data.Between(k.A, k.B).Len()
	})
	years := sum.Years[max(0, len(sum.Years)-2*most):]
	add(selection.During, v.words.year, len(years), func(i int) (string, string, int) {
		k := years[len(years)-1-i]
		return yearOf(k.Key), v.book.Year(k.Key), k.N
	})
	add(selection.About, v.words.topics, min(most, len(sum.Topics)), func(i int) (string, string, int) {
		k := sum.Topics[i]
		return string(k.Key), v.topic(k.Key), k.N
	})
	add(selection.Basis, v.words.bases, len(sum.Bases), func(i int) (string, string, int) {
		k := sum.Bases[i]
		return k.Key.String(), v.book.Basis(k.Key), k.N
	})
	add(selection.Source, v.words.sources, min(most, len(sum.Sources)), func(i int) (string, string, int) {
		k := sum.Sources[i]
		return string(k.Key), v.sourceName(k.Key), k.N
	})
	return list
}
