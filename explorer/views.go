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

// brief returns a briefing of a selection, or its records as a file.
func (v *visit) brief() answer {
	s, d, err := v.narrow()
	if err != nil {
		return v.wrong(err)
	}
	if d.Len() > maxBriefed {
		return v.tooMany(s, d)
	}
	leave := v.enter()
	if leave == nil {
		return v.gone()
	}
	defer leave()
	var b bytes.Buffer
	if v.json {
		if _, err := d.WriteTo(&b); err != nil {
			return v.gone()
		}
		return answer{status: http.StatusOK, media: mediaJSON, body: b.Bytes()}
	}
	w := brief.Writer{Language: v.tag, Format: brief.FormatHTML, Level: 1, Link: v.recordAt, Title: v.heading(s)}
	if err := w.Write(&b, d); err != nil {
		return v.gone()
	}
	p := page{Asked: v.asked(s), HTML: template.HTML(b.String()), NoIndex: v.query.Len() > 1}
	p.Views = append([]value{{Text: v.words.records, Href: v.to("", v.query)}}, v.views(s)[1:]...)
	return v.render(http.StatusOK, p)
}

// tooMany says that a selection is too large, and how to narrow it.
func (v *visit) tooMany(s selection.Selection, d *entente.Dataset) answer {
	if v.json {
		return encoded(http.StatusOK, map[string]any{"problem": v.words.tooMany, "total": d.Len()})
	}
	p := page{Heading: v.words.tooMany, Problem: true, Asked: v.asked(s), Filters: v.filters(d), NoIndex: true}
	return v.render(http.StatusOK, p)
}

// chart returns a picture, alone or in a page.
func (v *visit) chart(name string) answer {
	name, alone := strings.CutSuffix(name, ".svg")
	if name != "timeline" && name != "ties" && name != "years" {
		return v.problem(http.StatusNotFound, v.words.missingPage)
	}
	s, d, err := v.narrow()
	if err != nil {
		return v.wrong(err)
	}
	if name == "years" && s.A == "" {
		return v.choosePair()
	}
	if d.Len() > maxDrawn {
		return v.tooMany(s, d)
	}
	leave := v.enter()
	if leave == nil {
		return v.gone()
	}
	defer leave()
	if v.json && !alone {
		return v.counted(name, s, d)
	}
	var b bytes.Buffer
	if err := v.draw(&b, name, s, d, !alone); err != nil {
		return v.gone()
	}
	if alone {
		return answer{status: http.StatusOK, media: mediaPicture, body: b.Bytes()}
	}
	p := page{Above: v.chartName(name), Heading: v.heading(s), Asked: v.asked(s), HTML: template.HTML(b.String()),
		NoIndex: v.query.Len() > 1}
	if p.Heading == "" {
		p.Heading, p.Above = p.Above, ""
	}
	p.Views = append([]value{{Text: v.words.records, Href: v.to("", v.query)}}, v.views(s)...)
	return v.render(http.StatusOK, p)
}

func (v *visit) chartName(name string) string {
	switch name {
	case "ties":
		return v.words.ties
	case "years":
		return v.words.years
	}
	return v.words.timeline
}

// draw writes a picture. The links in it lead to pages of the explorer.
func (v *visit) draw(w io.Writer, name string, s selection.Selection, d *entente.Dataset, bare bool) error {
	switch name {
	case "ties":
		return chart.Ties{Language: v.tag, Bare: bare, Link: v.recordAt,
			LinkTies: func(a, b entente.ID, k entente.Kind) string {
				q := v.query.With(selection.Between, string(a)+","+string(b))
				if k != 0 {
					q.Kind = k.String()
				}
				return v.to("", q)
			}}.Write(w, d)
	case "years":
		first, last := yearsOf(s.During)
		s.During = edtf.Period{} // the picture says what was searched in each year
		return chart.Years{Language: v.tag, A: s.A, B: s.B, First: first, Last: last, Bare: bare, Link: v.recordAt,
			LinkYear: func(k entente.Kind, year int) string {
				q := v.query.With(selection.During, yearOf(year))
				q.Kind = k.String()
				return v.to("", q)
			}}.Write(w, s.Narrow(v.data))
	}
	period := s.During
	s.During = edtf.Period{}
	return chart.Timeline{Language: v.tag, Period: period, Bare: bare, Link: v.recordAt}.Write(w, s.Narrow(v.data))
}

// yearsOf returns the years of a period, zeros for a side without one.
func yearsOf(p edtf.Period) (first, last int) {
	if p.IsZero() {
		return 0, 0
	}
	bounds := p.Span().Period()
	if bounds.Start().IsZero() || bounds.End().IsZero() {
		return 0, 0
	}
	return bounds.Start().Year(), bounds.End().Year()
}

// choosePair asks for the pair that a picture needs.
func (v *visit) choosePair() answer {
	p := page{Heading: v.words.needsPair, Problem: true, NoIndex: true}
	sum := v.summary()
	for _, pair := range sum.Pairs[:min(most, len(sum.Pairs))] {
		p.Views = append(p.Views, value{Text: v.data.Name(pair.A, v.tag) + " – " + v.data.Name(pair.B, v.tag),
			Href: v.to("chart/years", v.query.With(selection.Between, string(pair.A)+","+string(pair.B)))})
	}
	if v.json {
		return encoded(http.StatusBadRequest, map[string]any{"problem": v.words.needsPair})
	}
	return v.render(http.StatusBadRequest, p)
}

// maxRows is how many years a picture's JSON has at most.
const maxRows = 500

// counted returns what a picture shows as JSON.
func (v *visit) counted(name string, s selection.Selection, d *entente.Dataset) answer {
	switch name {
	case "ties":
		pairs := d.Summary().Pairs
		return encoded(http.StatusOK, map[string]any{"pairs": pairs[:min(len(pairs), maxRows)]})
	case "years":
		sum := d.Summary()
		first, last := yearsOf(s.During)
		if first == 0 && len(sum.Years) > 0 {
			first, last = sum.Years[0].Key, sum.Years[len(sum.Years)-1].Key
		}
		last = min(last, first+maxRows)
		rows := []entente.PairYear{}
		s.During = edtf.Period{}
		for y := range s.Narrow(v.data).PairYears(first, last) {
			if v.ctx.Err() != nil {
				return v.gone()
			}
			if y.A == min(s.A, s.B) && y.B == max(s.A, s.B) {
				rows = append(rows, y)
			}
		}
		return encoded(http.StatusOK, map[string]any{"years": rows})
	}
	type event struct {
		Kind entente.Kind `json:"kind"`
		ID   entente.ID   `json:"id"`
		When edtf.Period  `json:"when,omitzero"`
		Name string       `json:"name"`
	}
	events := []event{}
	for r := range d.OfKind(entente.KindExercise, entente.KindMeeting).All() {
		if v.ctx.Err() != nil {
			return v.gone()
		}
		f := r.AsFact()
		events = append(events, event{r.Kind(), f.ID, f.When, r.Label(v.tag)})
	}
	return encoded(http.StatusOK, map[string]any{"events": events})
}
