package main

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A comment is written for Go; a description is read by somebody who edits a
// file. These turn one into the other, sentence by sentence.

var (
	sentenceEnd = regexp.MustCompile(`([.:]"?)\s+([A-Z"])`)
	link        = regexp.MustCompile(`\[([\w.]+)\]`)
	notValid    = regexp.MustCompile(`^The zero \w+ is (?:not valid|invalid)(?: in an? \S+)?(?:: |\.$)`)
	emptyIs     = regexp.MustCompile(`^The zero \w+ `)
	zeroIs      = regexp.MustCompile(`[Tt]he zero \w+(?: \w+)? means (?:that )?(.*?)(\.|;|$)`)
	numberZero  = regexp.MustCompile(`\b0 means not known`)
	camel       = regexp.MustCompile(`([a-z])([A-Z])`)
)

// describe returns the description of a type or a member. The owner is the type
// whose members the comment may name.
func (p *pkg) describe(owner, goName, doc string) string {
	var out []string
	for _, s := range sentences(doc) {
		if s = p.sentence(owner, goName, s); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

func sentences(doc string) []string {
	first, _, _ := strings.Cut(doc, "\n\n")
	s := strings.Join(strings.Fields(first), " ")
	s = sentenceEnd.ReplaceAllStringFunc(s, func(m string) string {
		if m[0] == ':' {
			return m
		}
		return strings.Replace(m, " ", "\n", 1)
	})
	return strings.Split(s, "\n")
}

// sentence returns a sentence for the description, or "" if it is about Go.
func (p *pkg) sentence(owner, goName, s string) string {
	s = notValid.ReplaceAllString(s, "")
	about := false
	s = link.ReplaceAllStringFunc(s, func(m string) string {
		words, ok := p.inWords(strings.Trim(m, "[]"))
		about = about || !ok
		return words
	})
	if about || s == "" {
		return ""
	}
	s = zeroIs.ReplaceAllStringFunc(s, leftOut)
	s = numberZero.ReplaceAllString(s, "leave it out where it is not known")
	s = emptyIs.ReplaceAllString(s, "Without members, it ")
	if rest, ok := strings.CutPrefix(s, goName+" "); ok && goName != "" {
		for _, verb := range []string{"is ", "are "} {
			rest = strings.TrimPrefix(rest, verb)
		}
		s = rest
	}
	return upper(p.memberNames(owner, s))
}

// leftOut says of a member what the zero value means in Go.
func leftOut(m string) string {
	parts := zeroIs.FindStringSubmatch(m)
	meaning, end := parts[1], parts[2]
	lead := "leave it out where "
	if unicode.IsUpper(rune(m[0])) {
		lead = "Leave it out where "
	}
	switch {
	case strings.HasPrefix(meaning, "not known"):
		return lead + "it is " + meaning + end
	case strings.HasPrefix(meaning, `"`), strings.HasPrefix(meaning, "any "):
		return strings.Replace(lead, "eave it out where", "eft out, it means", 1) + meaning + end
	}
	return lead + meaning + end
}

// inWords returns what a link of a comment is to somebody who edits a file: the
// value of a constant, a member, a record. It reports false for what is in Go
// alone.
func (p *pkg) inWords(name string) (string, bool) {
	if c, ok := p.consts[name]; ok {
		return `"` + c.value + `"`, true
	}
	if typ, member, ok := strings.Cut(name, "."); ok {
		if s := p.structs[typ]; s != nil {
			for _, f := range s.fields {
				if f.goName == member && f.name != "" {
					return `"` + f.name + `"`, true
				}
			}
		}
		return "", false
	}
	for _, o := range p.objects {
		if o == name {
			return strings.ToLower(title(name)), true
		}
	}
	return "", false
}

// memberNames writes the members of the owner as a file does, where a comment
// names them as Go does.
func (p *pkg) memberNames(owner, s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		bare := strings.TrimRight(w, ".,;:")
		for _, typ := range []string{owner, "Fact"} {
			for _, f := range p.structs[typ].fields {
				if i > 0 && f.goName == bare && bare != strings.ToUpper(bare) {
					words[i] = `"` + f.name + `"` + w[len(bare):]
				}
			}
		}
	}
	return strings.Join(words, " ")
}

// meaning returns what the comment of a constant says it means.
func meaning(goName, doc string) string {
	s := strings.Join(strings.Fields(doc), " ")
	for _, lead := range []string{goName + ": ", goName + " is "} {
		s = strings.TrimPrefix(s, lead)
	}
	return strings.TrimSuffix(s, ".")
}

// title returns the name of a type or member as a title.
func title(name string) string {
	switch name {
	case "id", "ID", "url", "m49":
		return strings.ToUpper(name)
	}
	name = strings.ReplaceAll(camel.ReplaceAllString(name, "$1 $2"), "_", " ")
	return upper(strings.ToLower(name))
}

func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
