package selection

import (
	"cmp"
	"iter"
	"slices"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/fold"
	"github.com/entente-go/entente/nation"
)

const (
	maxNear     = 3      // suggestions for one mistake
	maxCompared = 20_000 // names that one misspelled name is compared with
	maxLetters  = 40     // of a name that has suggestions
)

// nearest returns at most n of the names, those with the fewest letters that
// differ from s. A third of the letters may differ.
func nearest(s string, names iter.Seq[string], n int) []Suggestion {
	list := near(s, func(yield func(string, string) bool) {
		for name := range names {
			if !yield(name, name) {
				return
			}
		}
	}, n)
	for i := range list {
		list[i].Name = ""
	}
	return list
}

// near is nearest for names of IDs. It names each ID once.
func near(s string, names iter.Seq2[string, string], n int) []Suggestion {
	type candidate struct {
		Suggestion
		edits int
	}
	want := []rune(fold.Name(s))
	if len(want) > maxLetters {
		return nil
	}
	var list []candidate
	compared := 0
	for id, name := range names {
		if compared++; compared > maxCompared {
			break
		}
		have := []rune(fold.Name(name))
		limit := min(3, max(1, len(want)/3))
		if d := len(have) - len(want); len(have) > maxLetters || d > limit || -d > limit {
			continue
		}
		if e := Edits(want, have); e <= limit {
			list = append(list, candidate{Suggestion{id, name}, e})
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.edits, b.edits) })
	var out []Suggestion
	for _, c := range list {
		if len(out) < n && !slices.ContainsFunc(out, func(s Suggestion) bool { return s.ID == c.ID }) {
			out = append(out, c.Suggestion)
		}
	}
	return out
}

// Edits returns the Levenshtein distance of two words, in letters or in bytes.
func Edits[T comparable](a, b []T) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// nearActors returns the actors of the data, and the nations of the world, whose
// names are near the value.
func (r *reader) nearActors(value string, allowed func(entente.Kind) bool) []Suggestion {
	return near(value, func(yield func(string, string) bool) {
		kinds := []entente.Kind{entente.KindNation, entente.KindBloc, entente.KindRegion,
			entente.KindOrganization, entente.KindOfficial}
		kinds = slices.DeleteFunc(kinds, func(k entente.Kind) bool { return !allowed(k) })
		for record := range r.d.OfKind(kinds...).All() {
			id := string(record.AsFact().ID)
			if !yield(id, id) {
				return
			}
			for _, tag := range []language.Tag{language.English, language.Russian, language.Urdu} {
				if !yield(id, record.Label(tag)) {
					return
				}
			}
		}
		for id := range nation.All() {
			if !yield(string(id), nation.Name(id, language.English)) {
				return
			}
		}
	}, maxNear)
}
