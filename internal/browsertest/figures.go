package browsertest

import (
	"golang.org/x/text/language"

	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
)

// Figures returns every picture of Pakistan and Russia in one language, for a
// briefing.
func Figures(tag language.Tag) []brief.Figure {
	return []brief.Figure{
		{Section: brief.SectionExercises, Picture: chart.Timeline{Language: tag, IDs: "timeline", Bare: true}},
		{Section: brief.SectionRelations, Picture: chart.Years{Language: tag, A: "PK", B: "RU",
			IDs: "years", Bare: true}},
		{Section: brief.SectionRelations, Picture: chart.Ties{Language: tag, IDs: "ties", Bare: true}},
	}
}
