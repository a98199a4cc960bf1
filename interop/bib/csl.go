package bib

import (
	"io"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/weburl"
	"github.com/entente-go/entente/interop"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// An item is an entry of CSL-JSON, version 1.0.2.
type item struct {
	ID              string   `json:"id"`
	Type            string   `json:"type"`
	Title           string   `json:"title,omitzero"`
	Author          []name   `json:"author,omitempty"`
	ContainerTitle  string   `json:"container-title,omitzero"`
	Publisher       string   `json:"publisher,omitzero"`
	Issued          *cslDate `json:"issued,omitempty"`
	Accessed        *cslDate `json:"accessed,omitempty"`
	URL             string   `json:"URL,omitzero"`
	ArchiveLocation string   `json:"archive_location,omitzero"`
	Language        string   `json:"language,omitzero"`
	Annote          string   `json:"annote,omitzero"`
	DOI             string   `json:"DOI,omitzero"`
	ISBN            string   `json:"ISBN,omitzero"`
	ISSN            string   `json:"ISSN,omitzero"`
}

type name struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	DateParts [][]int `json:"date-parts,omitempty"`
	Season    int     `json:"season,omitzero"`
	Circa     bool    `json:"circa,omitzero"`
	Literal   string  `json:"literal,omitzero"`
}

// WriteCSL writes the sources of d as CSL-JSON: an array with an item for each
// source, in the order of IDs. It writes one at a time, the same for equal
// datasets. It returns what CSL-JSON cannot hold; see the package's
// documentation. Any error comes from w.
func WriteCSL(w io.Writer, d *entente.Dataset) (interop.Losses, error) {
	if w == nil {
		return nil, errNoWriter
	}
	enc := jsontext.NewEncoder(w, jsontext.WithIndent("  "))
	if err := enc.WriteToken(jsontext.BeginArray); err != nil {
		return nil, err
	}
	b := new(writer)
	b.whole(d)
	for s := range d.Sources() {
		if err := json.MarshalEncode(enc, b.item(&s)); err != nil {
			return nil, err
		}
	}
	err := enc.WriteToken(jsontext.EndArray)
	return b.losses, err
}

func (w *writer) item(s *entente.Source) item {
	ids := w.identifiers(s)
	i := item{ID: string(s.ID), Type: "document", Title: w.words(s, "title", s.Title), URL: weburl.WithScheme(s.URL),
		ArchiveLocation: weburl.WithScheme(s.Archived), Language: s.Language, Annote: w.words(s, "note", s.Note),
		DOI: ids["doi"], ISBN: ids["isbn"], ISSN: ids["issn"]}
	publisher := w.words(s, "publisher", s.Publisher)
	if i.URL != "" {
		i.Type, i.ContainerTitle = "webpage", publisher
	} else {
		i.Publisher = publisher
	}
	for _, a := range s.Authors {
		i.Author = append(i.Author, name{a})
	}
	i.Issued = w.date("published", s.Published)
	i.Accessed = w.date("accessed", s.Accessed)
	if s.Reprints != "" {
		w.losses.Add(0, "sources.reprints")
	}
	return i
}

// date returns a date as CSL has it, or nil for none.
func (w *writer) date(member string, d edtf.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	if d.Precision() < edtf.PrecisionYear || d.Year() < 1 { // which date-parts cannot say
		return &cslDate{Literal: d.String()}
	}
	if d.Uncertain() {
		w.losses.Add(0, "sources."+member)
	}
	c := &cslDate{Season: int(d.Season()), Circa: d.Approximate() || d.Uncertain()}
	parts := []int{d.Year()}
	if m := int(d.Month()); m > 0 {
		parts = append(parts, m)
		if day := d.Day(); day > 0 {
			parts = append(parts, day)
		}
	}
	c.DateParts = [][]int{parts}
	return c
}
