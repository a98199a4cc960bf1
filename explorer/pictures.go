package explorer

import (
	"bytes"
	"html/template"
	"io"
	"net/http"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/selection"
)

// A picture draws the same selection inside a page, where the page has the style
// sheet, and as a file of its own.
type picture interface {
	Write(io.Writer, *entente.Dataset) error
}

// timelineOf returns a picture of when a selection took place.
func (v *visit) timelineOf(bare bool) chart.Timeline {
	return chart.Timeline{Language: v.tag, Period: v.selection.During, Link: v.linkOf, Bare: bare}
}

// timeline returns a picture of records for a page, or "" if none of them has a
// place on it.
func (v *visit) timeline(d *entente.Dataset) template.HTML {
	if d.OfKind(entente.KindExercise, entente.KindMeeting).Len() == 0 {
		return ""
	}
	return v.drawn(v.timelineOf(true), d)
}

// drawn returns a picture as a part of a page.
func (v *visit) drawn(p picture, d *entente.Dataset) template.HTML {
	var b bytes.Buffer
	if p.Write(&b, d) != nil {
		return ""
	}
	return template.HTML("<figure>" + b.String() + "</figure>") // package chart escapes what comes from the data
}

// linkOf returns the address of the page of a record, or "" if it has none.
func (v *visit) linkOf(id entente.ID) string {
	if !v.has(id) {
		return ""
	}
	return v.recordAt(id)
}

// ever returns the selection d at any time. A picture of time says which years were
// searched, which d does not know if it was narrowed by time.
func (v *visit) ever(d *entente.Dataset) *entente.Dataset {
	if v.selection.During.IsZero() {
		return d
	}
	asked := v.selection
	asked.During = edtf.Period{}
	return asked.Narrow(v.data)
}

// A pictureOf is a picture of a dataset, whatever it is asked to draw.
type pictureOf struct {
	picture
	data *entente.Dataset
}

func (p pictureOf) Write(w io.Writer, _ *entente.Dataset) error { return p.picture.Write(w, p.data) }

// chart answers with a picture.
func (v *visit) chart(name string) answer {
	name, file := strings.CutSuffix(name, ".svg")
	title, ok := map[string]string{"timeline": v.words.timeline, "ties": v.words.ties, "years": v.words.years}[name]
	if !ok {
		return v.missing(v.words.missingPage)
	}
	d, err := v.narrowed()
	if err != nil {
		return v.wrong(err)
	}
	if name == "years" && v.selection.A == "" {
		return v.choosePair(d, title, file)
	}
	ever := v.ever(d)
	if ever.Len() > maxDrawn {
		return v.tooMany(d, title, file)
	}
	leave, ok := v.wait()
	if !ok {
		return v.gone()
	}
	defer leave()
	if v.json {
		return v.chartAsJSON(name, d)
	}
	p := v.picture(name, !file)
	if name == "ties" {
		ever = d
	}
	if file {
		var b bytes.Buffer
		if p.Write(&b, ever) != nil {
			return v.missing(v.words.missingPage)
		}
		return answer{status: http.StatusOK, media: mediaPicture, body: b.Bytes()}
	}
	shown := page{Heading: title, Asked: v.removals(), Views: v.views(d), HTML: v.drawn(p, ever),
		Filters: v.filters(d), NoIndex: v.query.Len() > 1, Picture: v.to("chart/"+name+".svg", v.query)}
	return v.render(http.StatusOK, shown)
}

func (v *visit) picture(name string, bare bool) picture {
	switch name {
	case "timeline":
		return v.timelineOf(bare)
	case "ties":
		p := chart.Ties{Language: v.tag, Link: v.linkOf, Bare: bare}
		p.LinkTies = func(a, b entente.ID, k entente.Kind) string {
			q := v.query.With(selection.Between, string(a)+","+string(b))
			if k != 0 {
				q = q.With(selection.Kind, k.String())
			}
			return v.to("", q)
		}
		return p
	}
	p := chart.Years{Language: v.tag, A: v.selection.A, B: v.selection.B, Link: v.linkOf, Bare: bare,
		LinkYear: func(k entente.Kind, year int) string {
			return v.to("", v.query.With(selection.Kind, k.String()).With(selection.During, yearOf(year)))
		}}
	p.First, p.Last = selection.Years(v.selection.During)
	return p
}

// yearsOf returns the years that a selection was asked for, or those it has, at most
// 300 of them.
func (v *visit) yearsOf(d *entente.Dataset) (first, last int) {
	first, last = selection.Years(v.selection.During)
	s, _ := v.counts(d)
	if first == 0 {
		first = s.First.Year()
	}
	if last == 0 {
		last = s.Last.Year()
	}
	return max(first, last-299), last
}

// choosePair answers with the pairs of a selection.
func (v *visit) choosePair(d *entente.Dataset, title string, file bool) answer {
	if file {
		return v.problem(http.StatusBadRequest, v.words.needsPair)
	}
	s, ok := v.counts(d)
	if !ok {
		s = v.summary()
	}
	p := page{Heading: title, Lead: v.words.needsPair, Views: v.views(d)}
	pairs := selection.AskedPairs(d, s.Pairs)
	pairs = pairs[:min(perPage, len(pairs))]
	for _, pair := range pairs {
		to := v.pair(pair)
		to.Href = v.to("chart/years", v.query.With(selection.Between, string(pair.A)+","+string(pair.B)))
		p.Choices = append(p.Choices, to)
	}
	if v.json {
		return encoded(http.StatusOK, map[string]any{"pairs": pairs})
	}
	return v.render(http.StatusOK, p)
}

// tooMany answers that a selection is too large, and how to narrow it.
func (v *visit) tooMany(d *entente.Dataset, title string, file bool) answer {
	switch {
	case file:
		return v.problem(http.StatusUnprocessableEntity, v.words.tooMany)
	case v.json:
		return encoded(http.StatusUnprocessableEntity, map[string]any{"problem": v.words.tooMany, "records": d.Len()})
	}
	p := page{Heading: title, Lead: v.words.tooMany, Count: v.counted(d.Len()), Asked: v.removals(), Views: v.views(d),
		NoIndex: true, Filters: v.filters(d)}
	return v.render(http.StatusOK, p)
}

// brief answers with a briefing.
func (v *visit) brief() answer {
	d, err := v.narrowed()
	if err != nil {
		return v.wrong(err)
	}
	if d.Len() > maxBriefed {
		return v.tooMany(d, v.words.briefing, false)
	}
	leave, ok := v.wait()
	if !ok {
		return v.gone()
	}
	defer leave()
	var b bytes.Buffer
	if v.json {
		if _, err := d.WriteTo(&b); err != nil {
			return answer{status: http.StatusInternalServerError, media: mediaJSON, body: []byte("{}\n")}
		}
		return answer{status: http.StatusOK, media: mediaJSON, body: b.Bytes()}
	}
	w := brief.Writer{Language: v.tag, Format: brief.FormatHTML, Level: 1, Link: v.linkOf}
	if v.query.Len() > 0 {
		w.Title = v.heading()
	}
	if d.OfKind(entente.KindExercise, entente.KindMeeting).Len() > 1 {
		if ever := v.ever(d); ever.Len() <= maxDrawn {
			p := pictureOf{v.timelineOf(true), ever}
			w.Figures = []brief.Figure{{Section: brief.SectionExercises, Picture: p}}
		}
	}
	if err := w.Write(&b, d); err != nil {
		return answer{status: http.StatusInternalServerError, media: mediaPage, body: []byte("<!DOCTYPE html>\n")}
	}
	p := page{Title: v.words.briefing, Asked: v.removals(), Views: v.views(d), Filters: v.filters(d),
		NoIndex: v.query.Len() > 1, HTML: template.HTML(b.String())} // package brief escapes what comes from the data
	return v.render(http.StatusOK, p)
}

// chartAsJSON returns the numbers and records behind a picture.
func (v *visit) chartAsJSON(name string, d *entente.Dataset) answer {
	switch name {
	case "ties":
		s, _ := v.counts(d)
		return encoded(http.StatusOK, map[string]any{"pairs": selection.AskedPairs(d, s.Pairs)})
	case "years":
		first, last := v.yearsOf(d)
		list := []entente.PairYear{}
		a, b := min(v.selection.A, v.selection.B), max(v.selection.A, v.selection.B)
		for y := range d.PairYears(first, last) {
			if y.A > a || y.A == a && y.B > b {
				break // the pairs are in the order of IDs
			}
			if y.A == a && y.B == b {
				list = append(list, y)
			}
		}
		return encoded(http.StatusOK, map[string]any{"years": list})
	}
	type mark struct {
		ID    entente.ID   `json:"id"`
		Kind  entente.Kind `json:"kind"`
		When  edtf.Period  `json:"when"`
		Label string       `json:"label"`
	}
	list := []mark{}
	for r := range d.OfKind(entente.KindExercise, entente.KindMeeting).Timeline() {
		f := r.AsFact()
		list = append(list, mark{f.ID, r.Kind(), f.When, r.Label(v.tag)})
	}
	return encoded(http.StatusOK, map[string]any{"marks": list})
}
