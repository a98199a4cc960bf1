package main

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/internal/selection"
)

// synonyms are what people write for words of the command.
var synonyms = map[string][]string{
	"check": {"validate", "verify", "lint"}, "merge": {"join", "combine"}, "diff": {"compare", "changes"},
	"find": {"search", "lookup"}, "summary": {"stats", "count"}, "brief": {"report", "briefing"},
	"chart": {"draw", "plot"}, "import": {"convert"}, "serve": {"server", "web"},
	"-lang": {"-language", "-locale"}, "-o": {"-output", "-out"}, "-as": {"-format"},
	"visits": {"excel", "xlsx", "xls", "ods", "spreadsheet", "sheet"}, "meeting": {"visit", "visits", "talks"},
	"exercise": {"drill", "drills"}, "agreement": {"treaty", "treaties"}, "official": {"minister", "person"},
	"en": {"english"}, "ru": {"russian"}, "ur": {"urdu"},
}

// didYouMean returns "; did you mean …?" if one of the words is near to a word, or
// means the same.
func didYouMean(word string, words []string) string {
	best, least := "", 3
	have := []byte(strings.ToLower(word))
	for _, w := range words {
		if slices.Contains(synonyms[w], string(have)) {
			best = w
			break
		}
		if d := selection.Edits(have, []byte(w)); d < least && d < len(w) {
			best, least = w, d
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean " + best + "?"
}

// either returns "a, b or c".
func either(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// oneOf returns nil for one of the values of a flag, and an error for any other.
func oneOf(flag, value string, values []string) error {
	if slices.Contains(values, value) {
		return nil
	}
	if value == "" {
		return usagef("%s is missing: give it %s", flag, either(values))
	}
	return usagef("%s cannot be %s; it is %s%s", flag, quote(value), either(values), didYouMean(value, values))
}

// checkLanguage notes that there are no sentences in a language.
func (t *task) checkLanguage(tag language.Tag) {
	asked, _ := tag.Base()
	used := brief.NewPhrasebook(tag).Language()
	if base, _ := used.Base(); tag != language.Und && base != asked {
		t.console.note("there are no sentences in %v; those in %v are used", tag, used)
	}
}
