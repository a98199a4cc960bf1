package explorer

import (
	"net/http"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/selection"
	"github.com/entente-go/entente/nation"
)

// maxRelated is how many related records a page lists.
const maxRelated = 50

// shown is the JSON of a record's page.
type shown struct {
	Kind    entente.Kind     `json:"kind"`
	ID      entente.ID       `json:"id"`
	Name    string           `json:"name"`
	Record  entente.Record   `json:"record,omitempty"`
	Sources []entente.Source `json:"sources"`
	Related []entente.ID     `json:"related"`
}

// record returns the page of a record, or of a nation without one.
func (v *visit) record(id entente.ID) answer {
	r, ok := v.data.Record(id)
	if !ok && !nation.Valid(nation.ID(id)) {
		return v.problem(http.StatusNotFound, v.words.missing)
	}
	out := shown{ID: id, Kind: entente.KindNation, Name: v.data.Name(id, v.tag), Record: r,
		Sources: []entente.Source{}, Related: []entente.ID{}}
	p := page{Heading: out.Name}
	if ok {
		out.Kind = r.Kind()
		p.Fields = v.fields(r)
		f := r.AsFact()
		p.Cites = v.cites(f.Cites)
		for _, c := range f.Claims {
			p.Claims = append(p.Claims, v.claim(c))
		}
	}
	p.Above = label(v.book.Kind(out.Kind))
	var related *entente.Dataset
	if out.Kind.IsActor() {
		q := selection.Query{Involving: string(id)}
		related = v.data.Involving(id)
		p.Views = []value{
			{Text: v.words.involve, Href: v.to("", q)},
			{Text: v.words.briefing, Href: v.to("brief", q)},
			{Text: v.words.timeline, Href: v.to("chart/timeline", q)},
		}
		if n := related.OfKind(entente.KindExercise, entente.KindMeeting).Len(); 0 < n && n <= maxDrawn {
			p.Image = &value{Text: v.words.timeline, Href: v.to("chart/timeline.svg", q), Note: v.to("chart/timeline", q)}
		}
	}
	if out.Kind.IsActor() || out.Kind == entente.KindRegion {
		p.Views = append(p.Views, value{Text: v.words.affect,
			Href: v.to("", selection.Query{Affecting: string(id)})})
	}
	out.Related = v.related(id, related)
	p.Groups = v.relatedGroups(out.Related)
	if v.json {
		if ok {
			out.Sources = v.sourcesOf(r)
		}
		return encoded(http.StatusOK, out)
	}
	return v.render(http.StatusOK, p)
}

// related returns the records that refer to a record, or that involve an actor.
func (v *visit) related(id entente.ID, involving *entente.Dataset) []entente.ID {
	list := []entente.ID{}
	if involving == nil {
		from := v.referring()[id]
		return append(list, from[:min(len(from), maxRelated)]...)
	}
	for r := range involving.All() {
		if other := r.AsFact().ID; other != id {
			list = append(list, other)
		}
		if len(list) == maxRelated {
			break
		}
	}
	return list
}

func (v *visit) relatedGroups(ids []entente.ID) []group {
	var list []listedRecord
	for _, id := range ids {
		if r, ok := v.data.Record(id); ok {
			list = append(list, listedRecord{Kind: r.Kind(), ID: id, Name: v.data.Name(id, v.tag), Record: r})
		}
	}
	return v.groups(list)
}

// sourcesOf returns the sources that a record cites, each once.
func (v *visit) sourcesOf(r entente.Record) []entente.Source {
	list := []entente.Source{}
	have := make(map[entente.ID]bool)
	f := r.AsFact()
	cites := f.Cites
	for _, c := range f.Claims {
		cites = append(cites[:len(cites):len(cites)], c.Cites...)
	}
	for _, c := range cites {
		if s, ok := v.data.Source(c.Source); ok && !have[c.Source] {
			have[c.Source] = true
			list = append(list, s)
		}
	}
	return list
}

func (v *visit) cites(cites []entente.Citation) []cite {
	var list []cite
	for _, c := range cites {
		var where []string
		if len(c.Paragraphs) > 0 {
			numbers := make([]string, len(c.Paragraphs))
			for i, n := range c.Paragraphs {
				numbers[i] = v.book.Year(n)
			}
			where = append(where, v.words.paragraphs+" "+v.book.List(numbers...))
		}
		if c.Locator != "" {
			where = append(where, c.Locator)
		}
		link := value{Text: v.sourceName(c.Source), Href: v.sourceAt(c.Source)}
		if s, ok := v.data.Source(c.Source); ok && !s.Title.IsZero() && !s.Publisher.IsZero() {
			link.Note = s.Publisher.Words(v.tag)
		}
		list = append(list, cite{value: link, Where: strings.Join(where, "; "), Quote: c.Quote})
	}
	return list
}

// claim returns what a source says about one member.
func (v *visit) claim(c entente.Claim) field {
	f := field{Label: v.member(c.Member), Cites: v.cites(c.Cites)}
	var text entente.Text
	var period edtf.Period
	var ids []entente.ID
	var id entente.ID
	switch {
	case c.Value.IsZero():
	case c.Value.As(&text) == nil && !text.IsZero():
		f.Values = append(f.Values, v.text(text))
	case isTime(c.Member) && c.Value.As(&period) == nil:
		f.Values = append(f.Values, value{Text: v.book.Period(period)})
	case c.Value.As(&ids) == nil && v.allKnown(ids):
		f.Values = v.links(ids...)
	case c.Value.As(&id) == nil && v.allKnown([]entente.ID{id}):
		f.Values = v.links(id)
	default:
		f.Values = append(f.Values, value{Text: strings.Trim(c.Value.String(), `"`), Lang: "und"})
	}
	if !c.Words.IsZero() {
		f.Values = append(f.Values, v.text(c.Words))
	}
	return f
}

func isTime(member string) bool {
	return member == "when" || member == "in_force" || member == "exists"
}

func (v *visit) allKnown(ids []entente.ID) bool {
	for _, id := range ids {
		if _, ok := v.data.Record(id); !ok && !nation.Valid(nation.ID(id)) {
			return false
		}
	}
	return len(ids) > 0
}

// member returns the name of a member as a label.
func (v *visit) member(name string) string {
	switch name {
	case "basis":
		return v.words.bases
	case "note":
		return v.words.note
	case "identifiers":
		return v.words.identifiers
	}
	words := v.book.Member(name)
	if v.tag == language.English {
		words = strings.TrimPrefix(words, "the ") // it is one of a sentence
	}
	return label(words)
}

// label returns words as they begin a line.
func label(words string) string {
	r, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[n:]
}

// source returns the page of a source.
func (v *visit) source(id entente.ID) answer {
	s, ok := v.data.Source(id)
	if !ok {
		return v.problem(http.StatusNotFound, v.words.missing)
	}
	citing := v.data.Citing(id)
	records, err := v.slice(citing, (v.page-1)*perPage)
	if err != nil {
		return v.gone()
	}
	if v.page > 1 && len(records) == 0 {
		return v.problem(http.StatusNotFound, v.words.missingPage)
	}
	if v.json {
		ids := []entente.ID{}
		for _, r := range records {
			ids = append(ids, r.ID)
		}
		return encoded(http.StatusOK, struct {
			Source  entente.Source `json:"source"`
			Total   int            `json:"total"`
			Page    int            `json:"page"`
			Records []entente.ID   `json:"records"`
		}{s, citing.Len(), v.page, ids})
	}
	w := v.words
	p := page{Above: w.sources, Heading: v.sourceName(id), Groups: v.groups(records),
		Views: []value{{Text: w.citing, Href: v.to("", selection.Query{Source: string(id)})}}}
	add := func(label string, a value) {
		if a.Text != "" {
			p.Fields = append(p.Fields, field{Label: label, Values: []value{a}})
		}
	}
	add(w.title, v.text(s.Title))
	add(w.publisher, v.text(s.Publisher))
	add(w.authors, value{Text: v.book.List(s.Authors...)})
	add(w.published, value{Text: v.book.Date(s.Published)})
	add(w.address, value{Text: s.URL, Href: outside(s.URL), Lang: "und"})
	add(w.archived, value{Text: s.Archived, Href: outside(s.Archived), Lang: "und"})
	add(w.read, value{Text: v.book.Date(s.Accessed)})
	if tag, err := language.Parse(s.Language); err == nil && s.Language != "" {
		add(w.language, value{Text: tag.String(), Lang: "und"})
	}
	if s.Reprints != "" {
		add(w.reprints, value{Text: v.sourceName(s.Reprints), Href: v.sourceAt(s.Reprints)})
	}
	add(w.note, v.text(s.Note))
	if v.page > 1 {
		p.Prev = v.to(v.path, selection.Query{}, "page", v.number(v.page-1))
	}
	if v.page*perPage < citing.Len() {
		p.Next = v.to(v.path, selection.Query{}, "page", strconv.Itoa(v.page+1))
	}
	return v.render(http.StatusOK, p)
}
