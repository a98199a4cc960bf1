package entente

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// What came from JSON has valid text; what came from Go may hold anything.

// text: words are there if they must be, and can be written in a file.
func (c *checker) text(member string, t Text, n want) {
	if t.IsZero() {
		if n == required {
			c.missing(c.at(member, noIndex), ErrMissing, "no "+member, "write "+quote(member)+`: {"en": "…"}`)
		}
		return
	}
	if c.goValues {
		if err := textFault(t); err != nil {
			message, hint := diagnosisOf(err)
			c.problem(c.at(member, noIndex), errors.Unwrap(err), message, hint)
		}
	}
}

// utf8: a string is valid UTF-8, as JSON needs it.
func (c *checker) utf8(member string, index int, s string) {
	if c.goValues && !utf8.ValidString(s) {
		c.problem(c.at(member, index), ErrUTF8, "not valid UTF-8", "convert the text to UTF-8")
	}
}

// textFault returns what keeps a text from being written in the data format, or
// nil.
func textFault(t Text) error {
	for tag, words := range t.phrases {
		if !utf8.ValidString(words) {
			return &textError{problem: "not valid UTF-8", hint: "convert the text to UTF-8", is: ErrUTF8}
		}
		if strings.TrimSpace(words) == "" {
			return noWords()
		}
		if _, err := canonicalTag(tag); err != nil {
			return err
		}
	}
	return nil
}
