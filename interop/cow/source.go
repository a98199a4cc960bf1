package cow

import (
	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// The IDs of the sources that the records cite.
const (
	alliancesID entente.ID = "cow-alliances"
	statesID    entente.ID = "cow-states"
)

func alliances() entente.Source {
	published, _ := edtf.NewDate(2009, 0, 0)
	return entente.Source{
		ID:        alliancesID,
		Title:     entente.English("International Military Alliances, 1648-2008"),
		Publisher: entente.English("Correlates of War"),
		Authors:   []string{"Douglas M. Gibler"},
		Published: published,
		URL:       "https://correlatesofwar.org/data-sets/formal-alliances/",
		Language:  "en",
		Note:      entente.English("Washington, DC: CQ Press. The data is the project's version 4.1."),
	}
}

func states() entente.Source {
	published, _ := edtf.NewDate(2011, 0, 0)
	return entente.Source{
		ID:        statesID,
		Title:     entente.English("State System Membership List"),
		Publisher: entente.English("Correlates of War"),
		Authors:   []string{"Correlates of War Project"},
		Published: published,
		URL:       "https://correlatesofwar.org/data-sets/state-system-membership/",
		Language:  "en",
	}
}

func cite(source entente.ID, locator string) []entente.Citation {
	return []entente.Citation{{Source: source, Locator: locator}}
}
