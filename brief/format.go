package brief

// Format is an output format. The zero Format is [FormatText].
type Format uint8

// The formats.
const (
	FormatText     Format = iota // plain text, one line per fact, not wrapped
	FormatMarkdown               // CommonMark, with the tables and footnotes of GitHub Flavored Markdown
	FormatHTML                   // an HTML fragment: one article element with lang and dir attributes
	FormatPage                   // a whole HTML document with a style sheet, which loads nothing
)

var formats = enumeration{typ: "Format", what: "format", names: []string{"text", "markdown", "html", "page"},
	hint: `; write "text", "markdown", "html" or "page"`}

// String returns "text", "markdown", "html" or "page", and "Format(9)" or the
// like for any other number.
func (f Format) String() string { return formats.string(uint8(f)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error if f is
// not one of the constants.
func (f Format) MarshalText() ([]byte, error) { return formats.marshal(uint8(f)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts "text",
// "markdown", "html" and "page", so a Format works with [flag.TextVar]. On
// error, f is unchanged.
func (f *Format) UnmarshalText(text []byte) error { return unmarshal(&formats, f, text) }
