package brief

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
	"golang.org/x/text/number"
)

// A voice puts sentences into one language.
type voice struct {
	wanted  language.Tag // the caller's, for the words of the data
	lang    language.Tag // that of the sentences
	rows    []row        // where to look for a sentence, the first first
	digits  *message.Printer
	missing map[string]bool // the keys for which English stands in
}

// A row is one catalogue in one language.
type row struct {
	cat     catalog.Catalog
	lang    language.Tag
	printer *message.Printer
}

// builtIn returns the catalogue of this package, and what was wrong in building
// it. The tests want nothing to be wrong.
func builtIn() (catalog.Catalog, error) {
	built.once.Do(func() { built.catalog, built.err = build() })
	return built.catalog, built.err
}

// A package-level sync.OnceValues would be made at start-up.
var built struct {
	once    sync.Once
	catalog catalog.Catalog
	err     error
}

func build() (catalog.Catalog, error) {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	var first error
	for _, w := range wordings() {
		for _, v := range []struct {
			tag language.Tag
			msg catalog.Message
		}{{language.English, w.en}, {language.Russian, w.ru}, {language.Urdu, w.ur}} {
			if err := b.Set(v.tag, w.key, v.msg); err != nil && first == nil {
				first = fmt.Errorf("brief: %v: %q: %w", v.tag, w.key, err)
			}
		}
	}
	for _, l := range further {
		for key, msg := range l.words() {
			if err := b.Set(l.tag, key, msg); err != nil && first == nil {
				first = fmt.Errorf("brief: %v: %q: %w", l.tag, key, err)
			}
		}
	}
	return b, first
}

// further lists the languages whose words stand in a file of their own.
var further []struct {
	tag   language.Tag
	words func() map[string]catalog.Message
}

// Keys returns the keys of the sentences that a briefing is made of, in the
// order in which a briefing has them: what a [Writer]'s Catalog is to hold. Each
// is the English sentence, or where that is too short to tell what is meant a
// longer one. In the words under a key,
//
//   - %[1]d is a number, and %[1]s is words that are put in as they are: names
//     and the like stand in the nominative, whatever their language;
//   - words that depend on a number are chosen by [plural.Selectf] from the
//     argument with that number;
//   - arguments may be used in any order, and left out.
//
// Each call returns a slice of its own.
func Keys() []string {
	list := wordings()
	keys := make([]string, len(list))
	for i, w := range list {
		keys[i] = w.key
	}
	return keys
}

func newVoice(tag language.Tag, own catalog.Catalog) *voice {
	in, _ := builtIn()
	v := &voice{wanted: tag, missing: make(map[string]bool)}
	known := in.Languages()
	if own != nil {
		known = slices.Concat(own.Languages(), known)
	}
	v.lang, v.digits = language.English, message.NewPrinter(withDigitsOf(language.English, tag))
	for t := tag; t != language.Und; t = t.Parent() {
		if slices.Contains(known, t) {
			v.lang, v.digits = plainTag(tag), message.NewPrinter(tag)
			break
		}
	}
	if own != nil {
		v.add(own, v.lang)
	}
	v.add(in, v.lang)
	v.add(in, language.English)
	return v
}

func (v *voice) add(c catalog.Catalog, lang language.Tag) {
	v.rows = append(v.rows, row{c, lang, message.NewPrinter(lang, message.Catalog(c))})
}

// plainTag returns the tag without what says nothing of the words.
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

// say returns the sentence under the key with the arguments in it: lines, and
// ints as numbers.
//
// The printer is handed a mark for each argument in place of the argument, so
// that what it prints can be divided again into the words of the sentence and
// those put in, each in its language.
func (v *voice) say(key string, args ...any) line {
	marks := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case int:
			marks[i] = mark{i, a}
		case line:
			marks[i] = mark{i, len(a)}
		}
	}
	words, lang := key, language.English
	for _, r := range v.rows {
		if r.has(key, marks) {
			words, lang = r.printer.Sprintf(key, marks...), r.lang
			break
		}
	}
	if lang != v.lang && !sameLanguage(lang, v.lang) {
		v.missing[key] = true
	}
	var out line
	for i, part := range strings.Split(words, markByte) {
		if i%2 == 0 {
			if len(out) > 0 && endsSentence(out[len(out)-1].words) {
				part = strings.TrimPrefix(strings.TrimPrefix(part, "."), "۔")
			}
			if part != "" {
				out = append(out, run{words: harmless(part), lang: lang})
			}
			continue
		}
		if len(part) != 1 || int(part[0]-'A') >= len(args) {
			continue // no mark of ours
		}
		switch a := args[part[0]-'A'].(type) {
		case int:
			out = append(out, run{words: v.digits.Sprint(number.Decimal(a)), lang: v.lang})
		case line:
			out = append(out, a...)
		}
	}
	return out
}

// numeral returns a number that is a name rather than a count, such as a year.
func (v *voice) numeral(n int) line {
	return line{{words: v.digits.Sprint(number.Decimal(n, number.NoSeparator())), lang: v.lang}}
}

// has reports whether the row has words under the key, for these arguments.
func (r row) has(key string, args []any) bool {
	return r.cat.Context(r.lang, argsOnly(args)).Execute(key) == nil
}

// knows reports whether there is a sentence under the key.
func (v *voice) knows(key string) bool {
	return slices.ContainsFunc(v.rows, func(r row) bool { return r.has(key, nil) })
}

// argsOnly lets a catalogue look at the arguments, and prints nothing.
type argsOnly []any

func (argsOnly) Render(string) {}

func (a argsOnly) Arg(i int) any {
	if i < 1 || i > len(a) {
		return nil
	}
	return a[i-1]
}

// endsSentence reports whether the words bring their own full stop, as those
// of the data may, so that a sentence around them needs none.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)`)
	for _, stop := range []string{".", "۔", "…", "?", "!", "؟"} {
		if strings.HasSuffix(s, stop) {
			return true
		}
	}
	return false
}

const markByte = "\x00"

// A mark stands for the argument at index i. Of a number it gives the plural
// form.
type mark struct{ i, n int }

// Format implements [fmt.Formatter].
func (m mark) Format(s fmt.State, _ rune) {
	fmt.Fprint(s, markByte+string(rune('A'+m.i))+markByte)
}

// PluralForm implements [plural.Interface].
func (m mark) PluralForm(t language.Tag, _ int) (plural.Form, int) {
	n := m.n % 10_000_000
	return plural.Cardinal.MatchPlural(t, n, 0, 0, 0, 0), n
}
