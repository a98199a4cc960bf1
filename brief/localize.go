package brief

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
	"golang.org/x/text/number"
)

// A localizer puts sentences into one language.
type localizer struct {
	wanted  language.Tag // the caller's, for the words of the data
	lang    language.Tag // that of the sentences
	own     *ownWords    // the caller's catalogue, or nil
	builtIn []builtIn    // the vocabulary for lang, if there is one, and English
	digits  *message.Printer
	missing map[phrase]bool // what is said in English for want of words in lang
}

type builtIn struct {
	*vocabulary
	tag language.Tag
}

func newLocalizer(tag language.Tag, own catalog.Catalog) *localizer {
	l := &localizer{wanted: tag, lang: language.English, missing: make(map[phrase]bool)}
	digits := withDigitsOf(language.English, tag)
	for t := tag; t != language.Und; t = t.Parent() {
		if vocabularyOf(t) != nil || own != nil && slices.Contains(own.Languages(), t) {
			l.lang, digits = plainTag(tag), tag
			break
		}
	}
	l.digits = message.NewPrinter(digits)
	if own != nil {
		l.own = newOwnWords(own, l.lang)
	}
	for t := l.lang; t != language.Und; t = t.Parent() {
		if v := vocabularyOf(t); v != nil && v != &english {
			l.builtIn = append(l.builtIn, builtIn{v, t})
			break
		}
	}
	l.builtIn = append(l.builtIn, builtIn{&english, language.English})
	return l
}

func vocabularyOf(tag language.Tag) *vocabulary {
	for _, v := range vocabularies {
		if v.lang == tag.String() {
			return v
		}
	}
	return nil
}

// plainTag returns the language, script and region of the tag, without what
// does not matter to the words, such as the digits.
func plainTag(tag language.Tag) language.Tag {
	base, script, region := tag.Raw()
	plain, err := language.Raw.Compose(base, script, region)
	if err != nil {
		return tag
	}
	return plain
}

func withDigitsOf(tag, of language.Tag) language.Tag {
	if nu := of.TypeForKey("nu"); nu != "" {
		if t, err := tag.SetTypeForKey("nu", nu); err == nil {
			return t
		}
	}
	return tag
}

// sprint returns the sentence with the arguments in it: lines, and ints, which
// are written as numbers. The first int decides the plural form.
func (l *localizer) sprint(m msg, args ...any) line { return l.word(msgs.of(m), args...) }

// word is sprint for any phrase. It returns nil for a phrase without words.
func (l *localizer) word(p phrase, args ...any) line {
	if english.get(p) == "" {
		return nil
	}
	words, lang := l.template(p, args)
	if !sameLanguage(lang, l.lang) {
		l.missing[p] = true
	}
	return l.fill(words, lang, args)
}

// template returns the words of the phrase, in the language that has them.
func (l *localizer) template(p phrase, args []any) (string, language.Tag) {
	if l.own != nil {
		if words, ok := l.own.template(p.key(), args); ok {
			return words, l.lang
		}
	}
	for _, v := range l.builtIn {
		if words := v.get(p); words != "" {
			return v.form(words, v.tag, firstInt(args)), v.tag
		}
	}
	return "", l.lang
}

func firstInt(args []any) int {
	for _, a := range args {
		if n, ok := a.(int); ok {
			return n
		}
	}
	return 0
}

// fill replaces %[1]s and the like by the arguments, each in its language.
func (l *localizer) fill(words string, lang language.Tag, args []any) line {
	var out line
	for words != "" {
		text, i, rest := nextVerb(words)
		if len(out) > 0 && endsSentence(out[len(out)-1].words) {
			text = strings.TrimPrefix(strings.TrimPrefix(text, "."), "۔")
		}
		if text != "" {
			out = append(out, run{words: harmless(text), lang: lang})
		}
		if i < len(args) {
			switch a := args[i].(type) {
			case int:
				out = append(out, run{words: l.digits.Sprint(number.Decimal(a)), lang: l.lang})
			case line:
				out = append(out, a...)
			}
		}
		words = rest
	}
	return out
}

// nextVerb returns the text before the first verb, the index of the verb's
// argument, and what follows. Without a verb the index is beyond any argument.
func nextVerb(s string) (text string, arg int, rest string) {
	for i := 0; ; i++ {
		next := strings.Index(s[i:], "%[")
		if next < 0 {
			return s, 1 << 20, ""
		}
		i += next
		v := s[i:]
		if len(v) >= 5 && '1' <= v[2] && v[2] <= '9' && v[3] == ']' && (v[4] == 's' || v[4] == 'd') {
			return s[:i], int(v[2] - '1'), v[5:]
		}
	}
}

// numeral returns a number that is a name and not a count, such as a year.
func (l *localizer) numeral(n int) line {
	return line{{words: l.digits.Sprint(number.Decimal(n, number.NoSeparator())), lang: l.lang}}
}

// endsSentence reports whether the words end with a full stop or the like, so
// that the sentence around them needs none.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)`)
	for _, stop := range []string{".", "۔", "…", "?", "!", "؟"} {
		if strings.HasSuffix(s, stop) {
			return true
		}
	}
	return false
}

// sameLanguage reports whether words in a need no mark in a text in b.
func sameLanguage(a, b language.Tag) bool {
	aBase, _ := a.Base()
	bBase, _ := b.Base()
	aScript, _ := a.Script()
	bScript, _ := b.Script()
	return aBase == bBase && aScript == bScript
}
