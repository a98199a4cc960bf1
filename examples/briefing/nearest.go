package main

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-go/entente"
	"golang.org/x/text/language"
)

// mostNear is how many records nearest returns.
const mostNear = 5

// nearest returns the actors whose names or IDs are near the name, the nearest
// first. It compares letters, and words in any order.
func nearest(d *entente.Dataset, name string) []entente.Record {
	type candidate struct {
		record   entente.Record
		distance float64
	}
	var list []candidate
	for r := range d.All() {
		if !isActor(r.Kind()) {
			continue
		}
		best := 1.0
		for _, have := range namesOf(r) {
			best = min(best, distance(fold(name), fold(have)))
		}
		if best < 0.5 {
			list = append(list, candidate{r, best})
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var near []entente.Record
	for _, c := range list[:min(len(list), mostNear)] {
		near = append(near, c.record)
	}
	return near
}

func fold(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// namesOf returns all the names of an actor, and its ID.
func namesOf(r entente.Record) []string {
	var name, short entente.Text
	var more entente.Names
	switch r := r.(type) {
	case entente.Nation:
		name, more = r.Name, r.Aliases
	case entente.Bloc:
		name, short, more = r.Name, r.Abbreviation, r.Aliases
	case entente.Region:
		name, more = r.Name, r.Aliases
	case entente.Organization:
		name, short, more = r.Name, r.Abbreviation, r.Aliases
	case entente.Official:
		name, short, more = r.Name, r.Short, r.Aliases
	}
	names := []string{string(r.AsFact().ID)}
	for _, all := range []iter.Seq2[language.Tag, string]{name.All(), short.All(), more.All()} {
		for _, words := range all {
			names = append(names, words)
		}
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}

// distance is 0 for equal names and 1 for names with nothing in common.
func distance(a, b string) float64 {
	long := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if long == 0 || long > 200 {
		return 1
	}
	byLetters := float64(edits([]rune(a), []rune(b))) / float64(long)
	return min(byLetters, byWords(longWords(a), longWords(b)))
}

// longWords returns the words of three letters or more, so no initials.
func longWords(s string) []string {
	return slices.DeleteFunc(strings.Fields(s), func(w string) bool { return utf8.RuneCountInString(w) < 3 })
}

// byWords returns the distance by common words, which may differ in a letter or
// two. It is at least 0.1.
func byWords(a, b []string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	found := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool {
			n := max(utf8.RuneCountInString(x), utf8.RuneCountInString(y))
			return 4*edits([]rune(x), []rune(y)) <= n
		}) {
			found++
		}
	}
	if found == 0 {
		return 1
	}
	return 0.9 - 0.8*float64(2*found)/float64(len(a)+len(b))
}

// edits returns the Levenshtein distance.
func edits(a, b []rune) int {
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
