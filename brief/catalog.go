package brief

import (
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Keys returns the keys of everything that this package says, for a [Writer]'s
// Catalog: first the sentences, in the order in which a briefing has them, then
// the words for the values of enumerations, topics, members of records and
// languages.
//
// A key is the English wording, in the plural if it depends on a number. Words
// too short to tell what they mean have a context before them, as in "domain:
// sea" or "topic: trade". In the words for a key,
//
//   - %[1]d is a number and %[1]s is other words, put in as they are: a name is
//     in the nominative, whatever its language;
//   - [plural.Selectf] chooses words by the argument that is a number, and of
//     "paragraphs %[1]s" by argument 2, the number of paragraphs;
//   - arguments may change their order, and may be left out.
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
