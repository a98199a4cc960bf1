package chart

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A canvas collects the elements of an SVG picture.
type canvas struct {
	b    []byte
	ids  string // the beginning of every id, so that two pictures fit on one page
	rtl  bool   // the sentences run from right to left
	tags []string
}

// el writes an element without content. The attributes are names and values.
func (c *canvas) el(tag string, attrs ...string) {
	c.start(tag, attrs)
	c.b = append(c.b, "/>\n"...)
}

// open begins an element, and shut ends the innermost one.
func (c *canvas) open(tag string, attrs ...string) {
	c.start(tag, attrs)
	c.b = append(c.b, ">\n"...)
	c.tags = append(c.tags, tag)
}

func (c *canvas) shut() {
	last := len(c.tags) - 1
	c.b = append(append(append(c.b, "</"...), c.tags[last]...), ">\n"...)
	c.tags = c.tags[:last]
}

func (c *canvas) start(tag string, attrs []string) {
	c.b = append(append(c.b, '<'), tag...)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" {
			continue
		}
		c.b = append(append(append(c.b, ' '), attrs[i]...), `="`...)
		c.b = appendEscaped(c.b, attrs[i+1])
		c.b = append(c.b, '"')
	}
}

// words writes an element that holds words alone.
func (c *canvas) words(tag, words string, attrs ...string) {
	c.start(tag, attrs)
	c.b = append(c.b, '>')
	c.b = appendEscaped(c.b, words)
	c.b = append(append(append(c.b, "</"...), tag...), ">\n"...)
}

// An align says which side of the words is at the point that they are put at.
type align uint8

const (
	left align = iota
	middle
	right
)

// text writes words with their base line at y.
func (c *canvas) text(x, y float64, at align, class, words string) {
	if words == "" {
		return
	}
	direction, anchors := "ltr", [...]string{"start", "middle", "end"}
	if rightToLeft(words, c.rtl) {
		direction, anchors = "rtl", [...]string{"end", "middle", "start"}
	}
	c.words("text", words, "class", class, "x", num(x), "y", num(y), "text-anchor", anchors[at], "direction", direction)
}

// num writes a number with one decimal at most.
func num(f float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
}

// appendEscaped appends words as XML has them. It leaves out what XML forbids and
// what would turn the direction of the text around it.
func appendEscaped(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&#34;"...)
		case r == '\'':
			b = append(b, "&#39;"...)
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\ufffe', r == '\uffff':
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			b = append(b, ' ')
		default:
			b = utf8.AppendRune(b, r) // U+FFFD for what is not UTF-8
		}
	}
	return b
}

// rightToLeft reports the direction of the first letter, or what there is without
// one.
func rightToLeft(s string, otherwise bool) bool {
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			return true
		case unicode.IsLetter(r):
			return false
		}
	}
	return otherwise
}

// width estimates how wide words are, in pixels; nobody knows the font.
func width(s string, size float64) float64 {
	em := 0.0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Cf):
		case r == ' ':
			em += 0.3
		case r < 0x530 && !unicode.IsUpper(r):
			em += 0.56
		case unicode.In(r, unicode.Arabic):
			em += 0.52
		case r >= 0x2000 && r < 0x2070: // punctuation
			em += 0.7
		case r >= 0x1100:
			em++
		default:
			em += 0.66
		}
	}
	return em * size
}

// fitted returns words cut to a width, with an ellipsis where they are cut.
func fitted(s string, size, room float64) string {
	s = strings.Join(strings.Fields(s), " ")
	if width(s, size) <= room {
		return s
	}
	room -= size * 0.7
	w := 0.0
	for i, r := range s {
		if w += width(string(r), size); w > room {
			if s = strings.TrimRight(s[:i], " "); s == "" {
				return ""
			}
			return s + "…"
		}
	}
	return s
}

// address returns an address that a link may have, or "".
func address(s string) string {
	s = strings.TrimSpace(s)
	never := func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }
	if strings.ContainsFunc(s, never) || !utf8.ValidString(s) {
		return ""
	}
	head, _, ok := strings.Cut(s, ":")
	switch {
	case !ok, strings.ContainsAny(head, "/?#"):
		return s
	case strings.EqualFold(head, "http"), strings.EqualFold(head, "https"):
		return s
	}
	return ""
}
