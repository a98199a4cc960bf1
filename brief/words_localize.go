package brief

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
	"golang.org/x/text/number"
)

// A localizer puts sentences into one language. It is not safe for concurrent
// use: it remembers the words that it has looked up.
type localizer struct {
	wanted   language.Tag // the caller's, for the words of the data
	lang     language.Tag // that of the sentences
	own      *ownWords    // the caller's catalogue, or nil
	builtIn  []builtIn    // the vocabulary for lang, if there is one, and English
	printer  *message.Printer
	digits   [10]string
	wordings map[phrase]*wording
	scratch  arena
	kept     arena
	words    []byte          // of the run that is being joined
	missing  map[phrase]bool // the phrases in English for want of words in lang
}

type builtIn struct {
	*vocabulary
	tag language.Tag
}

// A wording is a phrase in the language that has it, in each plural form.
type wording struct {
	builtIn
	forms [][]segment
}

// noArgument is the index of the argument of a segment without one.
const noArgument = -1

// A segment is words and the index of the argument after them, or noArgument.
type segment struct {
	words string
	arg   int
}

func newLocalizer(tag language.Tag, own catalog.Catalog) *localizer {
	l := &localizer{wanted: tag, lang: language.English, missing: make(map[phrase]bool),
		wordings: make(map[phrase]*wording)}
	digits := withDigitsOf(language.English, tag)
	for t := tag; t != language.Und; t = t.Parent() {
		if vocabularyOf(t) != nil || own != nil && slices.Contains(own.Languages(), t) {
			l.lang, digits = plainTag(tag), tag
			break
		}
	}
	l.printer = message.NewPrinter(digits)
	for i, digit := range []rune(l.printer.Sprint(number.Decimal(1234567890, number.NoSeparator()))) {
		l.digits[(i+1)%10] = string(digit)
	}
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

// capitals reports whether the cells of a table begin with a capital.
func (l *localizer) capitals() bool { return l.native().capitals }

// stem returns what the name begins with in all cases, and whether the language has
// cases.
func (l *localizer) stem(name string) (string, bool) {
	endings := l.native().endings
	last, size := utf8.DecodeLastRuneInString(name)
	if strings.ContainsRune(endings, last) {
		name = name[:len(name)-size]
	}
	return name, endings != ""
}

// native returns the vocabulary for the language of the sentences, or an empty one.
func (l *localizer) native() *vocabulary {
	if v := l.builtIn[0]; sameLanguage(v.tag, l.lang) {
		return v.vocabulary
	}
	return &vocabulary{}
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
	words, lang := l.template(p, args)
	if len(words) == 0 {
		return nil
	}
	if !sameLanguage(lang, l.lang) {
		l.missing[p] = true
	}
	return l.fill(words, lang, args)
}

// template returns the words of the phrase, in the language that has them.
func (l *localizer) template(p phrase, args []any) ([]segment, language.Tag) {
	w, ok := l.wordings[p]
	if !ok {
		w = l.look(p)
		l.wordings[p] = w
	}
	if w == nil {
		return nil, l.lang
	}
	if l.own != nil {
		if words, ok := l.own.template(p.key(), args); ok {
			return segments(words), l.lang
		}
	}
	form := 0
	if len(w.forms) > 1 {
		form = w.form(len(w.forms), w.tag, firstInt(args))
	}
	return w.forms[form], w.tag
}

// look returns the words of this package for the phrase, or nil if English has
// none.
func (l *localizer) look(p phrase) *wording {
	if english.get(p) == "" {
		return nil
	}
	for _, v := range l.builtIn {
		if words := v.get(p); words != "" {
			w := &wording{builtIn: v}
			for form := range strings.SplitSeq(words, "|") {
				w.forms = append(w.forms, segments(form))
			}
			return w
		}
	}
	return nil
}

func firstInt(args []any) int {
	for _, a := range args {
		if n, ok := a.(int); ok {
			return n
		}
	}
	return 0
}

// fill puts the arguments into the words, each in its language.
func (l *localizer) fill(words []segment, lang language.Tag, args []any) line {
	size := 0
	for _, s := range words {
		size++
		if s.arg >= 0 && s.arg < len(args) {
			if a, ok := args[s.arg].(line); ok {
				size += len(a)
			} else {
				size++
			}
		}
	}
	out := l.scratch.take(size)
	for _, s := range words {
		text := s.words
		if len(out) > 0 && (strings.HasPrefix(text, ".") || strings.HasPrefix(text, "۔")) && out.endsSentence() {
			text = strings.TrimPrefix(strings.TrimPrefix(text, "."), "۔")
		}
		if text != "" {
			out = append(out, run{words: text, lang: lang})
		}
		if s.arg >= 0 && s.arg < len(args) {
			switch a := args[s.arg].(type) {
			case int:
				out = append(out, run{words: l.count(a), lang: l.lang})
			case line:
				out = append(out, a...)
			}
		}
	}
	return out
}

// segments divides words at the verbs %[1]s, %[1]d and the like.
func segments(s string) []segment {
	var list []segment
	for {
		text, arg, rest := nextVerb(s)
		text = harmless(text)
		if rest == "" && arg < 0 {
			if text != "" || list == nil {
				list = append(list, segment{text, noArgument})
			}
			return list
		}
		list = append(list, segment{text, arg})
		s = rest
	}
}

// nextVerb returns the text before the first verb, the index of the verb's
// argument, and what follows.
func nextVerb(s string) (text string, arg int, rest string) {
	for i := 0; ; i++ {
		next := strings.Index(s[i:], "%[")
		if next < 0 {
			return s, noArgument, ""
		}
		i += next
		v := s[i:]
		if len(v) >= 5 && '1' <= v[2] && v[2] <= '9' && v[3] == ']' && (v[4] == 's' || v[4] == 'd') {
			return s[:i], int(v[2] - '1'), v[5:]
		}
	}
}

// count returns a number of things.
func (l *localizer) count(n int) string {
	if uint(n) < 1000 { // not negative, and without a separator
		return l.number(n)
	}
	return l.printer.Sprint(number.Decimal(n))
}

// number returns a number that is a name and not a count, such as a year.
func (l *localizer) number(n int) string {
	if n < 0 {
		return l.printer.Sprint(number.Decimal(n, number.NoSeparator()))
	}
	var b []byte
	for _, digit := range strconv.AppendInt(nil, int64(n), 10) {
		b = append(b, l.digits[digit-'0']...)
	}
	return string(b)
}

// numeral is number as a line.
func (l *localizer) numeral(n int) line { return line{{words: l.number(n), lang: l.lang}} }

// endsSentence reports whether the last words of the line, before any reference
// to a note, end a sentence.
func (l line) endsSentence() bool {
	for i := len(l) - 1; i >= 0; i-- {
		// A quotation mark may be a run of its own.
		if l[i].note == 0 && strings.Trim(l[i].words, `"'”“’»)`) != "" {
			return endsSentence(l[i].words)
		}
	}
	return false
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
