package bib

import (
	"errors"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/objects"
	"golang.org/x/text/language"
)

var errNoWriter = errors.New("bib: no writer to write to")

// A writer turns sources into entries and counts what they lose.
type writer struct{ losses interop.Losses }

// whole counts what the data lose that is no source.
func (w *writer) whole(d *entente.Dataset) {
	objects.LoseWhole(&w.losses, d)
	w.losses.AddN(0, "extra", len(d.Extra()))
}

// words returns a text in the language of its source, or else in English.
func (w *writer) words(s *entente.Source, member string, t entente.Text) string {
	if t.IsZero() {
		return ""
	}
	tag, err := language.Parse(s.Language)
	if s.Language == "" || err != nil {
		tag = language.English
	}
	words, in := t.In(tag)
	if in != tag {
		words, in = t.In(language.English)
	}
	for other := range t.All() {
		if other != in {
			w.losses.Add(0, "sources."+member+".language")
			break
		}
	}
	return words
}

// identifiers returns the identifiers that the formats have a field for, by
// scheme.
func (w *writer) identifiers(s *entente.Source) map[string]string {
	ids := make(map[string]string)
	lost := false
	for _, i := range s.Identifiers {
		known := i.Scheme == "doi" || i.Scheme == "isbn" || i.Scheme == "issn"
		if known && ids[i.Scheme] == "" {
			ids[i.Scheme] = i.Value
		} else {
			lost = true
		}
	}
	if lost {
		w.losses.Add(0, "sources.identifiers")
	}
	if len(s.Extra) > 0 {
		w.losses.Add(0, "sources.extra")
	}
	return ids
}
