package explorer

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
)

//go:embed page.html
var templates embed.FS

// A page is what the template shows.
type page struct {
	Lang, Dir, Site, Title, Heading, Above string
	Home, Style, Icon, JSON                string
	Words                                  map[string]string
	Languages                              []value
	Views                                  []value
	Problem, NoIndex                       bool
	Mistakes                               []mistake

	Form    bool
	Hidden  []value // names and values of the search form
	Find    string
	Asked   []value
	Filters []filter
	Count   string
	Groups  []group
	Empty   string
	Prev    string
	Next    string
	Number  string

	Fields []field
	Claims []field
	Cites  []cite
	Image  *value
	HTML   template.HTML // made by packages brief and chart
}

type mistake struct {
	Label, Value, Reason string
	Near                 []value
}

// A value is some text, perhaps in another language, and where it leads.
type value struct{ Text, Lang, Href, Note string }

type filter struct {
	Label  string
	Values []value
	Follow bool
}

type group struct {
	Label string
	Rows  []row
}

type row struct {
	value
	When string
}

type field struct {
	Label  string
	Values []value
	Cites  []cite
}

type cite struct {
	value
	Where, Quote string
}

// render returns a page as HTML.
func (v *visit) render(status int, p page) answer {
	w := v.words
	p.Lang, p.Dir = v.code, "ltr"
	if v.book.RightToLeft() {
		p.Dir = "rtl"
	}
	if p.Site = v.title; p.Site == "" {
		p.Site = v.data.Title().Words(v.tag)
	}
	if p.Site == "" {
		p.Site = "entente"
	}
	if p.Title = p.Site; p.Heading != "" && p.Heading != p.Site {
		p.Title = p.Heading + " · " + p.Site
	}
	p.Home, p.Style = v.to("", selection.Query{}), v.root+"style.css?v="+v.styleTag
	p.Icon = v.root + "icon.svg"
	p.Words = map[string]string{"search": w.search, "find": w.find, "filters": w.filters, "remove": w.remove,
		"previous": w.previous, "next": w.next, "claims": w.claims, "cites": w.cites, "data": w.data,
		"meant": w.meant, "all": w.all, "skip": w.skip, "language": w.language}
	p.NoIndex = p.NoIndex || status != http.StatusOK
	for _, t := range v.tongues {
		p.Languages = append(p.Languages, value{Text: t.words.name, Lang: t.code, Href: v.in(t)})
	}
	if status == http.StatusOK {
		p.JSON = v.dataAt()
	}
	var b bytes.Buffer
	if err := v.pages.Execute(&b, p); err != nil {
		return answer{status: http.StatusInternalServerError, media: mediaPage, body: []byte("<!DOCTYPE html>\n")}
	}
	return answer{status: status, media: mediaPage, body: b.Bytes()}
}

// in returns the address of the same page in another language.
func (v *visit) in(t *tongue) string {
	other := *v
	other.tongue, other.explicit = t, true
	return other.to(v.path, v.query, "q", v.find, "page", v.pageParameter())
}

func (v *visit) pageParameter() string {
	if v.page == 1 {
		return ""
	}
	return strconv.Itoa(v.page)
}

// dataAt returns the address of the page's JSON.
func (v *visit) dataAt() string {
	name := v.path
	if name == "" {
		name = "index"
	}
	return v.to(name+".json", v.query, "q", v.find, "page", v.pageParameter())
}

// text returns words of the data in the language of the page or the best match.
func (v *visit) text(t entente.Text) value {
	words, tag := t.In(v.tag)
	a := value{Text: words}
	if base, _ := tag.Base(); tag != language.Und && base.String() != v.code {
		a.Lang = tag.String()
	}
	return a
}

// link returns the name of a record, which leads to its page.
func (v *visit) link(id entente.ID) value {
	return value{Text: v.data.Name(id, v.tag), Href: v.recordAt(id)}
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

// outside returns an address on another site, or "" if it is not one to follow.
func outside(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
