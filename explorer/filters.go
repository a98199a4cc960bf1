package explorer

import (
	"strconv"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

// What one filter lists.
const (
	mostValues = 12
	mostYears  = 30
)

// counts returns what to count a selection by, and false if it is too large.
func (v *visit) counts(d *entente.Dataset) (entente.Summary, bool) {
	switch {
	case v.query.Len() == 0 && v.find == "":
		return v.summary(), true
	case d.Len() > maxCounted:
		return entente.Summary{}, false
	case v.find != "":
		found := make(map[entente.ID]bool)
		for _, m := range v.matches() {
			found[m.ID] = true
		}
		d = d.Filter(func(r entente.Record) bool { return found[r.AsFact().ID] })
	}
	return d.Summary(), true
}

// filters returns the links that narrow a selection.
func (v *visit) filters(d *entente.Dataset) []filter {
	s, ok := v.counts(d)
	if !ok {
		s = v.summary() // what there is, whose numbers are not those of the selection
	}
	var list []filter
	for _, f := range []filter{
		v.byKind(s), v.byParty(s), v.byPair(d, s), v.byYear(s), v.byTopic(s), v.byBasis(s), v.bySource(s),
	} {
		if len(f.Values) < 2 && (v.query.Len() > 0 || v.find != "") || len(f.Values) == 0 {
			continue
		}
		if !ok {
			for i := range f.Values {
				f.Values[i].Note = ""
			}
		}
		f.Follow = v.query.Len() == 0 && v.find == ""
		list = append(list, f)
	}
	return list
}

// narrower returns the link to a narrower question.
func (v *visit) narrower(word, to string, text value, n int) value {
	text.Href = v.to("", v.query.With(word, to), "q", v.find)
	text.Note = v.book.Number(n)
	return text
}

func (v *visit) byKind(s entente.Summary) filter {
	f := filter{Label: v.words.kinds}
	if len(v.selection.Kinds) == 1 {
		return f
	}
	for _, c := range s.Kinds {
		text := value{Text: v.book.Kind(c.Key)}
		f.Values = append(f.Values, v.narrower(selection.Kind, c.Key.String(), text, c.N))
	}
	return f
}

func (v *visit) byParty(s entente.Summary) filter {
	f := filter{Label: v.words.parties}
	if v.query.Get(selection.Between) != "" || v.query.Get(selection.Involving) != "" {
		return f
	}
	for _, c := range s.Parties[:min(mostValues, len(s.Parties))] {
		f.Values = append(f.Values, v.narrower(selection.Involving, string(c.Key), v.name(c.Key), c.N))
	}
	for _, c := range s.Officials[:min(mostValues/2, len(s.Officials))] {
		f.Values = append(f.Values, v.narrower(selection.Involving, string(c.Key), v.name(c.Key), c.N))
	}
	return f
}

func (v *visit) byPair(d *entente.Dataset, s entente.Summary) filter {
	f := filter{Label: v.words.pairs}
	if v.query.Get(selection.Between) != "" {
		return f
	}
	pairs := selection.AskedPairs(d, s.Pairs)
	for _, p := range pairs[:min(mostValues, len(pairs))] {
		f.Values = append(f.Values, v.pair(p))
	}
	return f
}

// pair returns the link to the records of a pair, among those of the selection.
func (v *visit) pair(p entente.Pair) value {
	text := value{Text: v.data.Name(p.A, v.tag) + " – " + v.data.Name(p.B, v.tag)}
	return v.narrower(selection.Between, string(p.A)+","+string(p.B), text, p.Ties.Total())
}

func (v *visit) byYear(s entente.Summary) filter {
	f := filter{Label: v.words.year}
	if v.query.Get(selection.During) != "" {
		return f
	}
	for _, c := range s.Years[max(0, len(s.Years)-mostYears):] {
		f.Values = append(f.Values, v.narrower(selection.During, yearOf(c.Key), value{Text: v.book.Year(c.Key)}, c.N))
	}
	return f
}

// yearOf writes a year as a period.
func yearOf(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := strconv.Itoa(n)
	return sign + "0000"[min(4, len(s)):] + s
}

func (v *visit) byTopic(s entente.Summary) filter {
	f := filter{Label: v.words.topics}
	if v.query.Get(selection.About) != "" {
		return f
	}
	for _, c := range s.Topics[:min(mostValues, len(s.Topics))] {
		f.Values = append(f.Values, v.narrower(selection.About, string(c.Key), v.topic(c.Key), c.N))
	}
	return f
}

func (v *visit) byBasis(s entente.Summary) filter {
	f := filter{Label: v.words.bases}
	if v.query.Get(selection.Basis) != "" {
		return f
	}
	for _, c := range s.Bases {
		text := value{Text: v.book.Basis(c.Key)}
		f.Values = append(f.Values, v.narrower(selection.Basis, c.Key.String(), text, c.N))
	}
	return f
}

func (v *visit) bySource(s entente.Summary) filter {
	f := filter{Label: v.words.sources}
	if v.query.Get(selection.Source) != "" {
		return f
	}
	for _, c := range s.Sources[:min(mostValues, len(s.Sources))] {
		source, _ := v.data.Source(c.Key)
		f.Values = append(f.Values, v.narrower(selection.Source, string(c.Key), v.sourceName(source), c.N))
	}
	return f
}

// views returns the links to other ways of looking at a selection.
func (v *visit) views(d *entente.Dataset) []value {
	if d.Len() == 0 || v.find != "" {
		return nil
	}
	list := []value{
		{Text: v.words.records, Href: v.to("", v.query)},
		{Text: v.words.briefing, Href: v.to("brief", v.query)},
		{Text: v.words.timeline, Href: v.to("chart/timeline", v.query)},
		{Text: v.words.ties, Href: v.to("chart/ties", v.query)},
	}
	if v.selection.A != "" {
		list = append(list, value{Text: v.words.years, Href: v.to("chart/years", v.query)})
	}
	here := v.to(v.path, v.query)
	for i := range list {
		list[i].Here = list[i].Href == here
	}
	return list
}
