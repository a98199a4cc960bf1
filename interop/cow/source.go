package cow

import (
	"strconv"

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

// states returns the source for a version of the list, which is a year.
func states(version int) entente.Source {
	published, _ := edtf.NewDate(version, 0, 0)
	title := "State System Membership List"
	if !published.IsZero() {
		title += ", v" + strconv.Itoa(version)
	}
	return entente.Source{
		ID:        statesID,
		Title:     entente.English(title),
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
