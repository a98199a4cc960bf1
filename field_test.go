package entente

import (
	"bytes"
	"testing"

	"github.com/entente-go/entente/edtf"
)

// What the field's own files hold is taken as it is, written, and read again.
func TestNew_TakesWhatFilesOfTheFieldHold(t *testing.T) {
	t.Parallel()
	cites := []Citation{{Source: "s"}}
	fact := func(id ID) Fact { return Fact{ID: id, Basis: BasisReported, Cites: cites} }
	period := edtf.MustParsePeriod
	for _, c := range []struct {
		name string
		r    Records
	}{
		{"nations without a record", Records{Partnerships: []Partnership{{Fact: fact("p"), Parties: []ID{"FR", "PRUSSIA"}}}}},
		{"a state of its own", Records{
			Nations:      []Nation{{Fact: fact("UPPER-SAXONY"), Name: English("Upper Saxony"), Exists: period("1512/1806")}},
			Partnerships: []Partnership{{Fact: fact("p"), Parties: []ID{"FR", "UPPER-SAXONY"}}}}},
		{"a known state without a name", Records{Nations: []Nation{{Fact: fact("PRUSSIA")}, {Fact: fact("SUHH")}}}},
		{"a record with the ID of a source", Records{Series: []Series{{Fact: fact("s"), Name: English("S")}}}},
		{"no name", Records{
			Exercises:  []Exercise{{Fact: fact("e")}},
			Agreements: []Agreement{{Fact: fact("a"), Parties: []Party{{Actor: "PK"}, {Actor: "US"}}}}}},
		{"one that left and came back", Records{Agreements: []Agreement{{Fact: fact("a"), Parties: []Party{
			{Actor: "FR", Period: period("1954-09-08/1965")}, {Actor: "US", Obligations: []Obligation{ObligationDefence, ObligationConsultation}},
			{Actor: "FR", Period: period("1970/1977"), Obligations: []Obligation{ObligationNone}}}}}}},
		{"one that comes back in the year it left", Records{Agreements: []Agreement{{Fact: fact("a"), Parties: []Party{
			{Actor: "FR", Period: period("1954/1965")}, {Actor: "US"}, {Actor: "FR", Period: period("1965/..")}}}}}},
		{"somebody not named, and a bloc", Records{
			Blocs: []Bloc{{Fact: fact("nato"), Name: English("NATO"), Abbreviation: English("NATO")}},
			Exercises: []Exercise{{Fact: fact("e"), Contingents: []Contingent{
				{Unidentified: true, Unit: English("a frigate")}, {Bloc: "nato"}, {Nation: "FR", Bloc: "nato"}}}}}},
		{"a visit of one", Records{
			Officials: []Official{{Fact: fact("o"), Name: English("O"), Postings: []Posting{{Title: English("Delegate"), For: "FR"}}}},
			Meetings:  []Meeting{{Fact: fact("m"), Attendees: []Attendee{{Actor: "o"}}, Places: []Place{{Nation: "JP"}}, Trip: "1"}}}},
		{"two forms at several places", Records{Exercises: []Exercise{{Fact: fact("e"), Forms: []Form{FormCommandPost, FormField},
			Places: []Place{{Name: English("A range"), At: Point{-33.5, 0}}, {At: Point{0, 18.25}}}}}}},
		{"identifiers that two records have", Records{Series: []Series{
			{Fact: Fact{ID: "a", Basis: BasisReported, Cites: cites, Identifiers: []Identifier{{"mme", "mme3457"}}}, Name: English("A")},
			{Fact: Fact{ID: "b", Basis: BasisReported, Cites: cites, Identifiers: []Identifier{{"mme", "mme3457"}, {"mme", "x"}}}, Name: English("B")}}}},
		{"columns and rows that are nobody's business", Records{Extra: Extra{{"NK-1", `{"schema": "Address"}`}},
			Series: []Series{{Fact: Fact{ID: "a", Basis: BasisReported, Cites: cites, Extra: Extra{{"left_censor:FR", "0"}}},
				Name: English("A")}}}},
	} {
		c.r.Sources = []Source{{ID: "s", Title: English("A file"), Archived: "example.org/copy", Accessed: edtf.MustParseDate("2024-10-20")}}
		d, err := New(c.r)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		again, err := Decode("again", bytes.NewReader(written(t, d)))
		if err != nil || !again.Equal(d) {
			t.Errorf("%s: read again: %v", c.name, err)
		}
	}
}
