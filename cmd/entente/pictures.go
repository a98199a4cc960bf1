package main

import (
	"io"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/internal/selection"
)

// pictures returns the names of the pictures that chart draws.
func pictures() []string { return []string{"timeline", "ties", "years"} }

// needsPair returns an error if the picture draws a pair and none is named.
func needsPair(kind string, q *selection.Query) error {
	if kind == "years" && q.Between == "" {
		return usagef("years draws one pair: name it with -between A,B")
	}
	return nil
}

// parsePictures reads the flag of pictures.
func parsePictures(words string, q *selection.Query) (list []string, err error) {
	if words == "" {
		return nil, nil
	}
	for word := range strings.SplitSeq(words, ",") {
		word = strings.TrimSpace(word)
		if err := oneOf("-pictures", word, pictures()); err != nil {
			return nil, err
		}
		if err := needsPair(word, q); err != nil {
			return nil, err
		}
		if slices.Contains(list, word) {
			return nil, usagef("-pictures has %s twice", word)
		}
		list = append(list, word)
	}
	return list, nil
}

// A picture draws a selection, which the data alone does not tell; see
// chartFlags.draw.
type picture struct {
	chartFlags
	kind  string
	s     selection.Selection
	whole *entente.Dataset
}

func (p picture) Write(w io.Writer, _ *entente.Dataset) error { return p.draw(w, p.kind, p.s, p.whole) }

// illustrate puts pictures into a briefing, each into the first section that has
// what it shows.
func (t *task) illustrate(w *brief.Writer, kinds []string, s selection.Selection, whole, d *entente.Dataset) error {
	if len(kinds) > 0 && w.Format != brief.FormatPage && w.Format != brief.FormatHTML {
		return usagef("-pictures is for a page: add -as page or -as html, or -o with a name that ends in .html")
	}
	for _, kind := range kinds {
		section := w.Sections
		i := slices.IndexFunc(shownIn(kind), func(p place) bool {
			return (section == nil || slices.Contains(section, p.section)) && d.OfKind(p.kinds...).Len() > 0
		})
		if i < 0 || w.Length == brief.LengthDigest {
			t.console.note("%s is left out: the briefing has no section for it", kind)
			continue
		}
		w.Figures = append(w.Figures, brief.Figure{
			Section: shownIn(kind)[i].section,
			Picture: picture{chartFlags{tag: w.Language}, kind, s, whole},
		})
	}
	return nil
}

// A place is a section and the kinds of record that it tells.
type place struct {
	section brief.Section
	kinds   []entente.Kind
}

// shownIn returns where a picture may be, the best place first.
func shownIn(kind string) []place {
	list := []place{
		{brief.SectionRelations, []entente.Kind{entente.KindPartnership, entente.KindAgreement}},
		{brief.SectionExercises, []entente.Kind{entente.KindExercise}},
		{brief.SectionMeetings, []entente.Kind{entente.KindMeeting}},
		{brief.SectionStatements, []entente.Kind{entente.KindStatement}},
	}
	if kind == "timeline" {
		return list[1:3]
	}
	return list
}
