package brief

import (
	"errors"
	"io"

	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"github.com/entente-go/entente"
)

// Write writes a briefing on d as plain text in the language of the tag. It is
// short for Writer{Language: tag}.Write(w, d).
func Write(w io.Writer, d *entente.Dataset, tag language.Tag) error {
	return Writer{Language: tag}.Write(w, d)
}

// Writer holds the settings of a briefing. The zero Writer writes plain text in
// English. A Writer is a small value; it may be copied, and used by several
// goroutines at once.
type Writer struct {
	// Language is the language of the sentences, the first choice for the words
	// of the data, and the source of the digits. Without sentences for a tag, its
	// parents in CLDR are tried ("ru" for "ru-KZ") and then English. The zero Tag
	// means English.
	Language language.Tag
	// Format is the form of the output.
	Format Format
	// Catalog, if not nil, holds sentences of the caller's, under the keys that
	// [Keys] lists. They come before the sentences of this package, which fill in
	// for missing keys: in the same language, or in English. HTML marks such
	// English as English, and a line at the end counts the phrases.
	Catalog catalog.Catalog
}

// Write writes a briefing on d to w, in one call of w.Write. For a nil or empty
// dataset it writes one sentence that says so.
//
// Write returns the error of w, and an error for an invalid Format or a nil w.
// It reads the records of d a few times and holds the output in memory.
func (b Writer) Write(w io.Writer, d *entente.Dataset) error {
	if !b.Format.valid() {
		return b.Format.invalid()
	}
	if w == nil {
		return errors.New("brief: nil writer")
	}
	doc := newComposer(d, newLocalizer(b.Language, b.Catalog)).document()
	var out []byte
	switch b.Format {
	case FormatMarkdown:
		out = doc.markdown()
	case FormatHTML:
		out = doc.html()
	default:
		out = doc.text()
	}
	n, err := w.Write(out)
	if err == nil && n < len(out) {
		err = io.ErrShortWrite
	}
	return err
}
