package chart

import (
	"golang.org/x/text/language"

	"github.com/entente-go/entente/edtf"
)

type phrasebook struct{}

func newPhrasebook(language.Tag) phrasebook { return phrasebook{} }

func (phrasebook) Period(p edtf.Period) string { return p.String() }
