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

// String returns "text", "markdown", "html" or "page", or a form such as "Format(99)"
// for an invalid Format.
func (f Format) String() string { return formats.string(uint8(f)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for an invalid Format.
func (f Format) MarshalText() ([]byte, error) { return formats.marshal(uint8(f)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts "text",
// "markdown", "html" and "page", so a Format works with [flag.TextVar].
func (f *Format) UnmarshalText(text []byte) error { return unmarshal(&formats, f, text) }
