package entente

import (
	"strconv"
	"strings"
)

// Text from JSON is valid UTF-8 under sound tags; text from Go may be anything.
// Both are checked for characters that are not words.

// text checks that required words are present and are words.
func (c *checker) text(member string, t Text, n want) {
	if t.IsZero() {
		if n == required {
			c.missing(c.at(member, noIndex), ErrMissing, "no "+member, "write "+quote(member)+`: {"en": "…"}`)
		}
		return
	}
	for tag, words := range t.phrases {
		if fault := phraseFault(tag, words, c.goValues); fault != nil {
			c.fault(c.at(member, noIndex)+at(escapePointer(tag)), fault)
		}
	}
}

// fault reports words that no text may contain.
func (c *checker) fault(at location, fault *textError) {
	c.problem(at, fault.Unwrap(), fault.problem, fault.hint)
}

// words checks that a string, unless empty, has something to read in it.
func (c *checker) words(member string, index int, s string) {
	if s == "" {
		return
	}
	if isBlank(s) {
		c.problem(c.at(member, index), ErrEmpty, "the text is blank", "write it, or leave it out")
	} else if fault := faultOf(s, oneLine); fault != nil {
		c.fault(c.at(member, index), fault)
	}
}

// phraseFault returns the fault of the words in one language, or nil. It checks
// the tag only if it may be anything.
func phraseFault(tag, words string, anyTag bool) *textError {
	if isBlank(words) {
		return noWords()
	}
	if fault := faultOf(words, oneLine); fault != nil {
		return fault
	}
	if anyTag {
		if _, err := canonicalTag(tag); err != nil {
			return err.(*textError)
		}
	}
	return nil
}

// textFault returns what keeps a text from being written in the data format, or
// nil.
func textFault(t Text) *textError {
	for tag, words := range t.phrases {
		if fault := phraseFault(tag, words, true); fault != nil {
			return fault
		}
	}
	return nil
}

// address checks that a browser would open the address as a page, not run it.
func (c *checker) address(member, s string) {
	if s == "" {
		return
	}
	if fault := faultOf(s, oneLine); fault != nil {
		c.fault(c.at(member, noIndex), fault)
	} else if what, hint := addressFault(s); what != "" {
		c.problem(c.at(member, noIndex), ErrValue, quote(s)+what, hint)
	}
}

// addressFault says why a string is not the address of a page, with or without a
// scheme. It returns "" for one that is.
func addressFault(s string) (what, hint string) {
	const write = `write "https://…"`
	if i := strings.IndexAny(s, " \\\u00a0\u3000"); i >= 0 {
		return " is not a valid address", "write " + quote("%"+strings.ToUpper(strconv.FormatInt(int64(s[i]), 16))) +
			" for the character that an address cannot have"
	}
	host := s[:indexAny(s, "/?#")]
	scheme, rest, ok := strings.Cut(host, ":")
	switch {
	case ok && rest == "" && strings.HasPrefix(s[len(scheme)+1:], "//"):
		if !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
			return " is not the address of a page", write
		}
		host = s[len(scheme)+len("://"):]
		if host = host[:indexAny(host, "/?#")]; host == "" || host[0] == ':' {
			return " is an address without a host", write
		}
	case ok && (rest == "" || strings.Trim(rest, "0123456789") != ""), !isHost(scheme):
		return " is not the address of a page", write
	}
	if strings.Contains(host, "@") {
		return " is an address with a user name", "leave out the part before the @"
	}
	return "", ""
}

// indexAny returns the place of the first of the characters, or the length of s.
func indexAny(s, chars string) int {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return i
	}
	return len(s)
}

// isHost reports whether s, without a scheme, looks like the name of a host: it
// has a dot inside.
func isHost(s string) bool {
	i := strings.IndexByte(s, '.')
	return i > 0 && i < len(s)-1
}
