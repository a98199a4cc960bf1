package brief

import (
	"errors"
	"io"
	"strconv"

	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"github.com/entente-go/entente"
)

// Write writes a briefing on d as plain text, in the language of the tag; it
// is [Writer.Write] of a Writer that has nothing but a language.
func Write(w io.Writer, d *entente.Dataset, tag language.Tag) error {
	return Writer{Language: tag}.Write(w, d)
}

// Writer holds the settings for writing briefings. The zero Writer writes
// plain text in English. A Writer is a small value; it may be copied, and used
// by many goroutines at once.
type Writer struct {
	// Language decides the language of the sentences, the language that is
	// wanted of the data, and the digits. A tag for which there are no
	// sentences falls back to its parents in CLDR ("ru-KZ" to "ru"), and in
	// the end to English; so does the zero Tag.
	Language language.Tag
	// Format is the form of the output.
	Format Format
	// Catalog holds sentences of the caller's, under the keys that [Keys]
	// lists; nil for none. It comes before the sentences of this package,
	// which stand in, in the same language or else in English, for the keys
	// that it lacks. English that stands in for another language is marked as
	// English in HTML, and a line at the end says how much there is of it.
	Catalog catalog.Catalog
}

// Write writes a briefing on d to w, in one call of w.Write. An empty or nil
// dataset gives one sentence that says so.
//
// The error is that of w, or says that the Format is invalid. The cost is that
// of reading d's records a few times; the output is made up in memory.
func (b Writer) Write(w io.Writer, d *entente.Dataset) error {
	if int(b.Format) >= len(formatNames) {
		return errors.New("brief: invalid format " + strconv.Itoa(int(b.Format)))
	}
	if w == nil {
		return errors.New("brief: no writer to write to")
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

// Format is a form of output. The zero Format is [FormatText].
type Format uint8

const (
	// Text is plain text for a terminal or a message: one line for each fact,
	// however long, which the terminal folds.
	FormatText Format = iota
	// Markdown is CommonMark.
	FormatMarkdown
	// HTML is a fragment of a page: one article element, with lang and dir.
	FormatHTML
)

var formatNames = [...]string{"text", "markdown", "html"}

// String returns "text", "markdown" or "html".
func (f Format) String() string {
	if int(f) >= len(formatNames) {
		return "%!Format(" + strconv.Itoa(int(f)) + ")"
	}
	return formatNames[f]
}

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Format.
func (f Format) MarshalText() ([]byte, error) {
	if int(f) >= len(formatNames) {
		return nil, errors.New("brief: invalid format " + strconv.Itoa(int(f)))
	}
	return []byte(formatNames[f]), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// [Format.String] gives. With it, [flag.TextVar] takes a Format.
func (f *Format) UnmarshalText(text []byte) error {
	for i, name := range formatNames {
		if name == string(text) {
			*f = Format(i)
			return nil
		}
	}
	return errors.New("brief: unknown format " + strconv.Quote(string(text)) + `; write "text", "markdown" or "html"`)
}
