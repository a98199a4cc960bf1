package explorer

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
	"github.com/entente-go/entente/internal/weburl"
)

//go:embed page.html
var templates embed.FS

var pages = template.Must(template.ParseFS(templates, "page.html"))

// A page is what the template shows.
type page struct {
	Lang, Dir, Site, Title      string
	Home, Style, JSON, Action   string
	Words                       *words
	Around, Languages           []value
	Heading, HeadingLang        string
	Above, Views, Hidden        []value // Hidden are names and values of the form
	Lead, Count, Empty, Find    string
	Mistakes                    []mistake
	Asked, Choices              []value
	Filters                     []filter
	Groups                      []group
	Prev, Next, Number, Picture string
	Fields, Claims              []field
	Cites                       []cite
	NoIndex                     bool
	HTML                        template.HTML // made by packages brief and chart
}

type mistake struct {
	Label, Value, Reason string
	Near                 []value
}

// A value is some text, perhaps in another language, and where it leads.
type value struct {
	Text, Lang, Href, Note string
	Here                   bool // it leads to the page that it is on
}

type filter struct {
	Label  string
	Values []value
	Follow bool // for robots
}

type group struct {
	Label string
	Rows  []row
	kind  entente.Kind
}

type row struct {
	value
	When, Ground string
	Actors       []value
}

type field struct {
	Label  string
	Values []value
	Inline bool // the values are short
	Cites  []cite
}

type cite struct {
	value
	Where, Quote, QuoteLang string
}

// render returns a page as HTML.
func (v *visit) render(status int, p page) answer {
	p.Lang, p.Dir, p.Words = v.code, "ltr", v.words
	if v.book.RightToLeft() {
		p.Dir = "rtl"
	}
	p.Site, p.Around = v.site(), v.around()
	if p.Title = cmp.Or(p.Title, p.Heading, p.Site); p.Title != p.Site {
		p.Title += " · " + p.Site
	}
	none := selection.Query{}
	p.Home, p.Style, p.Action = v.to("", none), v.root+"style.css?v="+v.styleTag, v.root
	for _, word := range selection.Words() {
		if s := v.query.Get(word); s != "" && status == http.StatusOK {
			p.Hidden = append(p.Hidden, value{Text: word, Note: s})
		}
	}
	if v.explicit {
		p.Hidden = append(p.Hidden, value{Text: "lang", Note: v.code})
	}
	p.NoIndex = p.NoIndex || status != http.StatusOK
	for _, t := range v.tongues {
		p.Languages = append(p.Languages, value{Text: t.words.name, Lang: t.code, Href: v.in(t), Here: t == v.tongue})
	}
	if status == http.StatusOK {
		p.JSON = v.dataAt()
	}
	var b bytes.Buffer
	if err := pages.Execute(&b, p); err != nil {
		return answer{status: http.StatusInternalServerError, media: mediaPage, body: []byte("<!DOCTYPE html>\n")}
	}
	return answer{status: status, media: mediaPage, body: b.Bytes()}
}

// site returns the title of all pages.
func (v *visit) site() string {
	if v.title != "" {
		return v.title
	}
	if title := v.data.Title().Words(v.tag); title != "" {
		return title
	}
	return "entente"
}

// in returns the address of the same page in another language.
func (v *visit) in(t *tongue) string {
	other := *v
	other.tongue, other.explicit = t, true
	return other.to(v.written(), v.query, "q", v.find, "page", v.numbered(v.page))
}

// written returns the path of the page as an address has it.
func (v *visit) written() string { return (&url.URL{Path: v.path}).EscapedPath() }

// dataAt returns the address of the page's JSON.
func (v *visit) dataAt() string {
	name := v.written()
	if name == "" {
		name = "index"
	}
	return v.to(name+".json", v.query, "q", v.find, "page", v.numbered(v.page))
}

// text returns words of the data in the language of the page or the best match.
func (v *visit) text(t entente.Text) value {
	words, tag := t.In(v.tag)
	return value{Text: words, Lang: langOf(tag, v.code)}
}

// langOf returns the lang attribute of words on a page in a language, "" for none.
func langOf(tag language.Tag, page string) string {
	if base, _ := tag.Base(); tag == language.Und || base.String() == page {
		return ""
	}
	return tag.String()
}

// said returns the gist of a statement behind the names of its speakers, so that it
// is not read as a fact.
func (v *visit) said(s entente.Statement) value {
	var names []string
	for _, id := range s.Speakers {
		names = append(names, v.data.Name(id, v.tag))
	}
	said := v.text(s.Gist)
	said.Text = v.book.List(names...) + ": " + said.Text
	return said
}

// nameOf returns the name of a record, or its gist, or what a briefing calls it.
func (v *visit) nameOf(r entente.Record) value {
	f := r.AsFact()
	name := value{Text: v.data.Name(f.ID, v.tag)}
	var t entente.Text
	switch r := r.(type) {
	case entente.Bloc:
		t = r.Name
	case entente.Organization:
		t = r.Name
	case entente.Official:
		t = r.Name
	case entente.Region:
		t = r.Name
	case entente.Partnership:
		t = r.Name
	case entente.Agreement:
		t = r.Name
	case entente.Series:
		t = r.Name
	case entente.Exercise:
		t = r.Name
	case entente.Meeting:
		t = r.Name
	case entente.Statement:
		return v.said(r)
	case entente.Assessment:
		t = r.Gist
	}
	if words := v.text(t); words.Text == name.Text {
		return words
	}
	if name.Text == string(f.ID) {
		name.Text = capital(v.book.Name(v.data, f.ID))
	}
	return name
}

// name returns the name of what has an ID.
func (v *visit) name(id entente.ID) value {
	if r, ok := v.data.Record(id); ok {
		return v.nameOf(r)
	}
	return value{Text: v.data.Name(id, v.tag)}
}

// link returns the name of what has an ID, which leads to its page.
func (v *visit) link(id entente.ID) value {
	name := v.name(id)
	name.Href = v.linkOf(id)
	return name
}

func (v *visit) links(ids ...entente.ID) []value {
	var list []value
	for _, id := range ids {
		if id != "" {
			list = append(list, v.link(id))
		}
	}
	return list
}

// capital returns words with a capital at their beginning.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// outside returns an address on another site, or "" if it is not one to follow.
func outside(address string) string {
	u, err := url.Parse(weburl.WithScheme(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return u.String()
}
