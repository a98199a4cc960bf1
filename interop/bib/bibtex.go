package bib

import (
	"bufio"
	"io"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/weburl"
	"github.com/entente-go/entente/interop"
)

// WriteBibTeX writes the sources of d as BibTeX, for biblatex: an entry for
// each source, in the order of IDs, which are the keys. It writes the same for
// equal datasets. It returns what BibTeX cannot hold; see the package's
// documentation. Any error comes from w.
func WriteBibTeX(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	if w == nil {
		return nil, errNoWriter
	}
	out := bufio.NewWriter(w)
	b := new(writer)
	b.whole(d)
	for s := range d.Sources() {
		if _, err := out.WriteString(b.entry(&s)); err != nil {
			return nil, err
		}
	}
	return b.losses, out.Flush()
}

// entry returns the entry of a source.
func (w *writer) entry(s *entente.Source) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			b.WriteString("\t" + name + " = {" + value + "},\n")
		}
	}
	typ := "misc"
	if s.URL != "" {
		typ = "online"
	}
	b.WriteString("@" + typ + "{" + string(s.ID) + ",\n")
	ids := w.identifiers(s)
	var authors []string
	for _, a := range s.Authors {
		authors = append(authors, "{"+tex(a)+"}") // one name, even with a comma in it
	}
	field("author", strings.Join(authors, " and "))
	if title := tex(w.words(s, "title", s.Title)); title != "" {
		field("title", "{"+title+"}") // no style changes its case
	}
	field("organization", tex(w.words(s, "publisher", s.Publisher)))
	field("date", s.Published.String())
	field("url", verbatim(weburl.WithScheme(s.URL)))
	field("urldate", s.Accessed.String())
	field("archiveurl", verbatim(weburl.WithScheme(s.Archived)))
	field("doi", verbatim(ids["doi"]))
	field("isbn", tex(ids["isbn"]))
	field("issn", tex(ids["issn"]))
	field("language", tex(s.Language))
	field("annote", tex(w.words(s, "note", s.Note)))
	if s.Reprints != "" {
		field("related", string(s.Reprints))
		field("relatedtype", "reprintof")
	}
	b.WriteString("}\n\n")
	return b.String()
}

// tex returns a text with commands for the characters that TeX would run. Braces
// are among them because BibTeX counts even those after a backslash. Characters
// that TeX joins, such as two hyphens, are kept apart.
func tex(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		if r == before && strings.ContainsRune("-'`,<>", r) {
			b.WriteString("{}")
		}
		before = r
		switch r {
		case '\\':
			b.WriteString(`\textbackslash{}`)
		case '{':
			b.WriteString(`\textbraceleft{}`)
		case '}':
			b.WriteString(`\textbraceright{}`)
		case '~':
			b.WriteString(`\textasciitilde{}`)
		case '^':
			b.WriteString(`\textasciicircum{}`)
		case '$', '&', '%', '#', '_':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// encoded are the characters that a verbatim field cannot have.
var encoded = strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D", " ", "%20")

// verbatim returns what is in a field that TeX does not run.
func verbatim(s string) string { return encoded.Replace(s) }
