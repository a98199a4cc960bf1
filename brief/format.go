package brief

import (
	"errors"
	"strconv"
)

// Format is an output format. The zero Format is [FormatText].
type Format uint8

// The formats.
const (
	FormatText     Format = iota // plain text, one line per fact, not wrapped
	FormatMarkdown               // CommonMark, with the tables and footnotes of GitHub Flavored Markdown
	FormatHTML                   // an HTML fragment: one article element with lang and dir attributes
	FormatPage                   // a whole HTML document with a style sheet, which loads nothing
)

var formatNames = [...]string{"text", "markdown", "html", "page"}

func (f Format) valid() bool { return int(f) < len(formatNames) }

func (f Format) invalid() error {
	return errors.New("brief: invalid format " + strconv.Itoa(int(f)))
}

// String returns "text", "markdown", "html" or "page", or a form such as "Format(99)"
// for an invalid Format.
func (f Format) String() string {
	if !f.valid() {
		return "Format(" + strconv.Itoa(int(f)) + ")"
	}
	return formatNames[f]
}

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Format.
func (f Format) MarshalText() ([]byte, error) {
	if !f.valid() {
		return nil, f.invalid()
	}
	return []byte(formatNames[f]), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts "text",
// "markdown", "html" and "page", so a Format works with [flag.TextVar].
func (f *Format) UnmarshalText(text []byte) error {
	for i, name := range formatNames {
		if name == string(text) {
			*f = Format(i)
			return nil
		}
	}
	return errors.New("brief: unknown format " + strconv.Quote(string(text)) + `; write "text", "markdown", "html" or "page"`)
}
