package brief

import (
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Keys returns the keys of all phrases of this package, for use in a [Writer]'s
// Catalog. Sentences come first, in the order of a briefing; then the words for
// enumeration values, topics, record members and languages.
//
// A key is the English wording, in its plural form if it depends on a number.
// Ambiguous short words have a context before them, as in "domain: sea" or
// "topic: trade". In a translation:
//
//   - %[1]d is a number; %[1]s is text inserted unchanged, so a name is always in
//     the nominative;
//   - [plural.Selectf] selects by the numeric argument; for "paragraphs %[1]s"
//     that is argument 2, the number of paragraphs;
//   - arguments may appear in any order or be omitted.
//
// Each call returns a new slice.
func Keys() []string {
	all := english.phrases()
	keys := make([]string, len(all))
	for i, p := range all {
		keys[i] = p.key()
	}
	return keys
}

// ownWords are the caller's words for one language.
type ownWords struct {
	catalog catalog.Catalog
	lang    language.Tag
	printer *message.Printer
}

func newOwnWords(c catalog.Catalog, lang language.Tag) *ownWords {
	return &ownWords{c, lang, message.NewPrinter(lang, message.Catalog(c))}
}

// template returns the words for the key, with the plural forms decided and
// the verbs for the arguments left in.
func (o *ownWords) template(key string, args []any) (words string, ok bool) {
	verbs := make([]any, len(args))
	for i, a := range args {
		n, isInt := a.(int)
		if !isInt {
			n = len(a.(line))
		}
		verbs[i] = verb{i, n}
	}
	if o.catalog.Context(o.lang, argsOnly(verbs)).Execute(key) != nil {
		return "", false
	}
	return o.printer.Sprintf(key, verbs...), true
}

// A verb prints itself, whatever the verb it is printed with. A number decides
// plural forms.
type verb struct{ i, n int }

// Format implements [fmt.Formatter].
func (v verb) Format(s fmt.State, _ rune) { fmt.Fprintf(s, "%%[%d]s", v.i+1) }

// PluralForm implements [plural.Interface].
func (v verb) PluralForm(tag language.Tag, _ int) (plural.Form, int) {
	return pluralForm(tag, v.n), v.n % 10_000_000
}

// argsOnly shows a catalogue the arguments, and prints nothing.
type argsOnly []any

func (argsOnly) Render(string) {}

func (a argsOnly) Arg(i int) any {
	if i < 1 || i > len(a) {
		return nil
	}
	return a[i-1]
}
