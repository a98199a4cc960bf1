package brief

import (
	"errors"
	"io"
	"strconv"

	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"github.com/entente-go/entente"
)

// Write writes a briefing on d as plain text in the language of the tag. It is
// shorthand for Writer{Language: tag}.Write(w, d).
func Write(w io.Writer, d *entente.Dataset, tag language.Tag) error {
	return Writer{Language: tag}.Write(w, d)
}

// Writer holds the settings of a briefing. The zero Writer writes plain text in
// English. A Writer may be copied, and is safe for concurrent use if its Link,
// Figures and Catalog are.
type Writer struct {
	// Language selects the sentences, the preferred language of the data's texts,
	// and the digits. If there are no sentences for the tag, its CLDR parents are
	// tried ("ru" for "ru-KZ"), then English. The zero Tag means English.
	Language language.Tag
	// Format is the output format.
	Format Format
	// Length is how much the briefing tells. The zero Length is the whole.
	Length Length
	// Sections lists the sections of a whole briefing, in their order. Nil
	// means all of them, in the usual order. A section without content is left
	// out. If a section refers to notes and the list lacks them, they come at
	// the end.
	Sections []Section
	// Title is the title, instead of that of the dataset.
	Title string
	// Level is the level of the heading of the title in HTML and Markdown, 1 to 4.
	// Headings of sections are one level below it. The zero Level means 2 in a
	// fragment of HTML, so that it fits a page with a title of its own, and 1 in
	// Markdown and on a page.
	Level int
	// Link, if non-nil, returns the address of a record's own page, or "" for
	// none. Without it, a name leads to the record's entry in the document.
	// Addresses with a scheme other than http and https are left out.
	Link func(entente.ID) string
	// Figures are the pictures of a page or a fragment of HTML. Text and Markdown
	// have none.
	Figures []Figure
	// Style is a style sheet that a page adds to its own, such as that of the
	// figures.
	Style string
	// Catalog, if non-nil, supplies sentences under the keys that [Keys] lists.
	// They take precedence over the package's own, which fill in for missing
	// keys in the same language or in English. A line at the end counts the
	// phrases left in English, and in HTML they are marked as English.
	Catalog catalog.Catalog
}

// Write writes a briefing on d to w in a single call to w.Write. For a nil or
// empty dataset it writes one sentence saying so.
//
// Write returns an error if a setting is invalid or w is nil, or the error from a
// [Picture] or from w. It reads the records of d a few times and buffers the whole output.
func (b Writer) Write(w io.Writer, d *entente.Dataset) error {
	if err := b.check(w); err != nil {
		return err
	}
	doc := newComposer(d, newLocalizer(b.Language, b.Catalog)).document(b)
	if err := b.draw(doc, d); err != nil {
		return err
	}
	return b.render(w, doc)
}

// check returns an error for an invalid setting or a nil w.
func (b Writer) check(w io.Writer) error {
	if err := formats.check(uint8(b.Format)); err != nil {
		return err
	}
	if err := lengths.check(uint8(b.Length)); err != nil {
		return err
	}
	for _, s := range b.Sections {
		if err := sections.check(uint8(s)); err != nil {
			return err
		}
	}
	if b.Level < 0 || b.Level > 4 {
		return errors.New("brief: invalid level " + strconv.Itoa(b.Level))
	}
	if w == nil {
		return errors.New("brief: nil writer")
	}
	return b.checkFigures()
}

// render writes the document in the format.
func (b Writer) render(w io.Writer, doc *document) error {
	out := doc.render(b.Format, options{level: b.Level, link: b.Link, style: b.Style})
	n, err := w.Write(out)
	if err == nil && n < len(out) {
		err = io.ErrShortWrite
	}
	return err
}
