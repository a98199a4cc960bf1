package brief_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente/brief"
)

const (
	nations = `"nations": [{"id": "FI", FACT}, {"id": "SE", FACT}],`
	bodies  = `"organizations": [{"id": "hq", FACT, "name": {"en": "Main Base", "ru": "Главная база"}, "type": "unit", "nation": "FI"}, {"id": "mod", FACT, "name": {"en": "Ministry of Defence", "ru": "Министерство обороны"}, "type": "ministry"}],`
)

// cases are small files, each with the members that change one part of a briefing.
var cases = []string{
	// who speaks for whom
	north + bodies + `"statements": [{"id": "a", SAID, "speakers": ["hq"], "for": "FI", "gist": {"en": "it rains"}},
			{"id": "b", SAID, "speakers": ["hq"], "for": "SE", "gist": {"en": "it snows"}},
			{"id": "c", SAID, "speakers": ["mod"], "for": "FI", "gist": {"en": "it thaws"}},
			{"id": "d", SAID, "speakers": ["SE"], "for": "SE", "gist": {"en": "it is hot"}},
			{"id": "e", SAID, "speakers": ["SE"], "for": "FI", "gist": {"en": "it is cold"}},
			{"id": "f", SAID, "speakers": ["SE", "NO"], "for": "FI", "to": ["DK"], "gist": {"en": "it is dry"}},
			{"id": "g", SAID, "speakers": ["o"], "for": "FI", "to": ["SE", "DK"], "act": "wished", "gist": {"en": "Sweden is wet"}},
			{"id": "h", SAID, "speakers": ["p"], "for": "hq", "act": "pledged", "gist": {"en": "it is mild"}},
			{"id": "i", SAID, "speakers": ["p"], "when": "2020", "identifiers": [{"scheme": "n", "value": "7"}], "gist": {"en": "it is wild"}},
			{"id": "j", "basis": "attributed", "cites": [{"source": "s", "part": "related-headline"}], "speakers": ["p"], "gist": {"en": "it is far"}}],` + sourceS,
	// what was said at a meeting
	north + bodies + `"meetings": [{"id": "m", FACT, "name": {"en": "Talks (2024)"}, "when": "2024-05-06", "attendees": [{"actor": "o", "for": "hq"}, {"actor": "p", "leads": true, "for": "SE"}, {"actor": "NO"}, {"actor": "mod", "for": "DK", "leads": true}], "purpose": {"en": "peace"}, "auspices": "mod", "trip": "t-1"},
			{"id": "n", FACT, "name": {"en": "Round (2023)"}, "when": "2024-05-05", "attendees": [{"actor": "o"}, {"actor": "SE"}]},
			{"id": "k", FACT, "name": {"en": "Undated (2023)"}, "attendees": [{"actor": "o"}, {"actor": "SE"}]},
			{"id": "l", FACT, "name": {"en": "Named"}, "when": "2024-01-05", "attendees": [{"actor": "o"}, {"actor": "SE"}]}],
			"statements": [{"id": "a", SAID, "speakers": ["o"], "for": "hq", "to": ["p"], "meeting": "m", "gist": {"en": "it rains"}},
			{"id": "b", SAID, "speakers": ["p"], "for": "SE", "to": ["p", "DK"], "meeting": "m", "gist": {"en": "it snows"}},
			{"id": "c", SAID, "speakers": ["p"], "for": "FI", "meeting": "m", "gist": {"en": "it thaws"}},
			{"id": "d", SAID, "speakers": ["NO"], "for": "FI", "meeting": "m", "gist": {"en": "it is hot"}},
			{"id": "e", SAID, "speakers": ["mod"], "for": "DK", "meeting": "m", "gist": {"en": "it is cold"}},
			{"id": "f", SAID, "speakers": ["o"], "for": "FI", "meeting": "m", "gist": {"en": "it is wet"}},
			{"id": "g", SAID, "speakers": ["o", "p"], "for": "FI", "meeting": "m", "gist": {"en": "it is dry"}}],` + sourceS,
	// numbers of editions and sides of an exercise
	north + bodies + `"series": [{"id": "ice", FACT, "name": {"en": "Ice"}, "parties": ["FI", "SE"], "when": "2001/..", "meaning": {"en": "“ice”"}},
			{"id": "snow", FACT, "name": {"en": "Snow"}, "parties": ["FI"], "meaning": {"en": "white"}}, {"id": "hail", FACT, "name": {"en": "Hail"}, "when": "2001/.."}, {"id": "fog", FACT, "name": {"en": "Fog"}}],
			"exercises": [{"id": "a", FACT, "name": {"en": "Ice III"}, "series": "ice", "number": 3, "when": "2003", "domains": ["land", "air"], "forms": ["field", "tabletop"]},
			{"id": "b", FACT, "name": {"en": "Ice-2"}, "series": "ice", "number": 2, "when": "2002"},
			{"id": "c", FACT, "name": {"en": "First Ice"}, "series": "ice", "number": 1, "when": "2001"},
			{"id": "d", FACT, "name": {"en": "Ice XXXIX"}, "series": "ice", "number": 39, "when": "2039"},
			{"id": "e", FACT, "name": {"en": "Ice 40"}, "series": "ice", "number": 40, "when": "2040"},
			{"id": "f", FACT, "name": {"en": "“Ice 41”"}, "series": "ice", "number": 41, "when": "2041"},
			{"id": "g", FACT, "name": {"en": "Ice 42"}, "series": "ice", "number": 43, "when": "2042"},
			{"id": "h", FACT, "name": {"en": "Mixed"}, "when": "1999", "strength": 1000, "approximate": true, "commanders": ["o", "p"], "aims": {"en": "to drill"}, "identifiers": [{"scheme": "n", "value": "7"}],
			"contingents": [{"nation": "FI", "role": "host", "unit": {"en": "one company"}}, {"nation": "FI", "role": "host", "unit": {"en": "two companies"}}, {"nation": "SE", "role": "participant", "strength": 5, "commanders": ["p"]},
			{"nation": "NO", "role": "participant"}, {"unidentified": true, "role": "participant", "strength": 1}, {"unidentified": true, "role": "participant", "unit": {"en": "a crew"}}, {"bloc": "pact", "role": "observer"}, {"organization": "hq"}, {"nation": "DK", "bloc": "pact", "organization": "mod"}]}],
			"blocs": [{"id": "pact", FACT, "name": {"en": "Pact"}, "members": ["FI"]}],` + sourceS,
	// relations, agreements and places
	north + bodies + `"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}, "when": "2000/.."}, {"id": "far", FACT, "name": {"en": "Finland and friends"}, "parties": ["FI", "NO", "DK"], "nature": {"en": "loud"}, "trend": "cooling", "identifiers": [{"scheme": "n", "value": "7"}]},
			{"id": "all", FACT, "name": {"en": "Sweden–Norway axis"}, "parties": ["SE", "NO"]}, {"id": "some", FACT, "name": {"en": "Sweden and the Norwayan coast"}, "parties": ["NO", "SE"]}],
			"agreements": [{"id": "a", FACT, "when": "2020", "name": {"en": "Treaty of Turku"}, "type": "treaty", "parties": [{"actor": "FI", "period": "2020/..", "obligations": ["defence", "consultation"]}, {"actor": "SE", CITES}], "places": [{"name": {"en": "Turku"}, "nation": "FI", "at": {"lat": 60.5, "lon": 22.25}}], "gist": {"en": "help"}, "in_force": "2021/..", "signatories": ["o", "p"], "partnership": "ties", "identifiers": [{"scheme": "n", "value": "7"}]},
			{"id": "b", FACT, "when": "2021", "name": {"en": "Rules"}, "type": "protocol", "parties": [{"actor": "NO"}, {"actor": "SE"}], "under": "a", "partnership": "far"},
			{"id": "c", FACT, "type": "contract", "parties": [{"actor": "FI"}, {"actor": "NO"}], "places": [{"facility": "hq", "name": {"en": "Main Base, Oulu"}}, {"facility": "hq", "name": {"en": "Main Base annex"}}, {"facility": "hq", "name": {"en": "Oulu"}, "nation": "FI"}, {"name": {"en": "Finland"}, "nation": "FI"}]}],` + sourceS,
	// posts, and who is who
	nations + bodies + `"statements": [{"id": "a", SAID, "speakers": ["v"], "when": "2019", "gist": {"en": "it rains"}}, {"id": "b", SAID, "speakers": ["v"], "when": "2005", "for": "mod", "gist": {"en": "it snows"}},
			{"id": "c", SAID, "speakers": ["w"], "for": "SE", "gist": {"en": "it is hot"}}, {"id": "d", SAID, "speakers": ["x"], "for": "mod", "gist": {"en": "it is cold"}}, {"id": "e", SAID, "speakers": ["y"], "for": "FI", "gist": {"en": "it is dry"}}, {"id": "f", SAID, "speakers": ["y"], "for": "FI", "gist": {"en": "it is wet"}},
			{"id": "g", SAID, "speakers": ["z"], "gist": {"en": "it is mild"}}],
			"officials": [{"id": "o", FACT, "name": {"en": "Otto"}}, {"id": "p", FACT, "name": {"en": "Pia"}},
			{"id": "v", FACT, "name": {"en": "Vera Voss"}, "short": {"en": "Voss"}, "nation": "FI", "postings": [{"title": {"en": "Minister"}, "period": "2000/2010", CITES}, {"rank": {"en": "Dr"}, "title": {"en": "President of Finland"}, "period": "2015/2020", "organization": "mod", CITES}, {"organization": "hq", "period": "2021/..", "implied": true}]},
			{"id": "w", FACT, "name": {"en": "Willy"}, "nation": "FI", "postings": [{"rank": {"en": "General"}, "organization": "hq"}]},
			{"id": "x", FACT, "name": {"en": "Xaver"}, "nation": "FI", "postings": [{"organization": "mod", "for": "SE", CITES}]},
			{"id": "y", FACT, "name": {"en": "Yves"}, "nation": "FI", "postings": [{"title": {"en": "Head of the Main Base"}, "organization": "hq", CITES}]},
			{"id": "z", FACT, "name": {"en": "Zoe"}, "nation": "SE", "postings": [{"rank": {"en": "Colonel"}}]}],
			"blocs": [{"id": "pact", FACT, "name": {"en": "pact"}, "abbreviation": {"en": "P"}, "members": ["FI"], "when": "1990/.."}, {"id": "club", FACT, "name": {"en": "club"}}, {"id": "gang", FACT, "name": {"en": "gang"}}],
			"regions": [{"id": "r", FACT, "name": {"en": "north"}, "m49": "154"}, {"id": "q", FACT, "name": {"en": "south"}}],` + sourceS,
	// what is not known, what was searched for, and remarks
	north + bodies + `"statements": [{"id": "a", SAID, "speakers": ["FI"], "when": "2020", "gist": {"en": "one two three four five six seven, eight: nine ten eleven twelve"}, "note": {"en": "long"}},
				{"id": "b", SAID, "speakers": ["FI"], "gist": {"en": "one two three four five six seven eight nine ten eleven"}, "note": {"en": "short"}},
				{"id": "c", SAID, "speakers": ["FI"], "gist": {"en": "one two three four five six seven eight, nine ten eleven twelve"}, "note": {"en": "comma"}}],
			"meetings": [{"id": "m", "basis": "reported", "cites": [{"source": "s", "part": "related-headline"}], "attendees": [{"actor": "o"}, {"actor": "SE"}]},
				{"id": "n", "basis": "reported", "cites": [{"source": "s", "paragraphs": [2]}], "name": {"en": "Talks"}, "attendees": [{"actor": "o"}, {"actor": "SE"}], "note": {"en": "same"}},
				{"id": "k", FACT, "name": {"en": "Round"}, "attendees": [{"actor": "o"}, {"actor": "SE"}], "note": {"en": "same"}},
				{"id": "l", FACT, "name": {"en": "Retreat"}, "when": "2020", "attendees": [{"actor": "o"}, {"actor": "SE"}], "places": [{"nation": "FI"}]}],
			"exercises": [{"id": "w", FACT, "name": {"en": "Ice"}, "status": "planned"}, {"id": "x", FACT, "name": {"en": "Snow"}, "status": "under-way", "when": "2020"},
				{"id": "y", FACT, "name": {"en": "Fog"}, "status": "held", "strength": 1, "places": [{"nation": "FI"}]}, {"id": "z", FACT, "name": {"en": "Hail"}, "status": "held", "contingents": [{"nation": "FI", "strength": 1}]}],
			"coverage": [{}, {"kinds": ["meeting"], "parties": ["FI"], "period": "2001", "complete": true, "note": {"en": "By hand."}}, {"kinds": ["exercise", "agreement", "statement"], "parties": ["FI", "SE"]}],
			"sources": [{"id": "t", "publisher": {"en": "Wire"}, "note": {"en": "Gone."}}, {"id": "u", "publisher": {"en": "Wire"}, "note": {"en": "Gone."}}, {"id": "v", "publisher": {"en": "Wire"}, "published": "2024", "note": {"en": "Gone."}}, {"id": "s"}]`,
}

func TestWrite_GoldenCases(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "ru", "ur"} {
		var all strings.Builder
		for _, members := range cases {
			all.WriteString(write(t, brief.Writer{Language: language.Make(lang)}, decode(t, members)) + "\n")
		}
		golden(t, "cases."+lang+".txt", all.String())
	}
}

// edits are two editions of small files.
var edits = [][2]string{
	// what is new, of every kind
	{`"sources": [{"id": "s", "publisher": {"en": "Paper"}}]`,
		north + bodies + `"blocs": [{"id": "pact", FACT, "name": {"en": "Pact"}, "members": ["FI"], "when": "1990/.."}, {"id": "bare", FACT, "name": {"en": "bare"}}],
			"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}, "when": "2000/.."}],
			"agreements": [{"id": "a", FACT, "when": "2020", "name": {"en": "Rules"}, "type": "treaty", "parties": [{"actor": "FI"}, {"actor": "SE", "obligations": ["defence"]}]}],
			"series": [{"id": "ice", FACT, "name": {"en": "Ice"}, "parties": ["FI"], "when": "2001/.."}],
			"exercises": [{"id": "x", FACT, "name": {"en": "Frost"}, "when": "2003", "strength": 10, "approximate": true, "places": [{"nation": "FI"}], "contingents": [{"nation": "FI", "strength": 5}, {"nation": "SE"}]}],
			"meetings": [{"id": "m", FACT, "when": "2024", "places": [{"nation": "FI"}], "purpose": {"en": "peace"}, "attendees": [{"actor": "o"}, {"actor": "SE", "leads": true}]}],
			"statements": [{"id": "said", SAID, "when": "2024", "speakers": ["o"], "gist": {"en": "it rains"}}],
			"assessments": [{"id": "seen", JUDGED, "gist": {"en": "it snows"}, "modality": "likely", "about": "SE", "affects": ["FI"]}],
			"regions": [{"id": "r", FACT, "name": {"en": "north"}}],
			"sources": [{"id": "s", "publisher": {"en": "Paper"}},
				{"id": "t", "publisher": {"en": "Paper"}, "published": "2024-05-01", "url": "https://p.example/t"},
				{"id": "u", "publisher": {"en": "Paper"}, "published": "2024-05-02", "title": {"en": "News"}},
				{"id": "v", "title": {"en": "Alone"}}]`},
	// members of one value
	{north + bodies + `"exercises": [{"id": "x", FACT, "name": {"en": "Frost"}, "number": 2, "strength": 2, "status": "planned", "aims": {"en": "one"}, "when": "2003"},
			{"id": "y", FACT, "name": {"en": "Hail"}, "strength": 7, "number": 7, "aims": {"en": "one", "ru": "раз"}},
			{"id": "z", FACT, "name": {"en": "Snow"}, "number": 5, "strength": 4, "approximate": true}],
			"statements": [{"id": "said", SAID, "speakers": ["o"], "act": "pledged", "gist": {"en": "it rains"}}, {"id": "told", SAID, "speakers": ["o"], "gist": {"en": "it thaws"}, "note": {"en": "N"}}],
			"assessments": [{"id": "seen", JUDGED, "gist": {"en": "it may snow"}, "modality": "likely", "hedge": "may"}],
			"agreements": [{"id": "a", FACT, "name": {"en": "Rules"}, "type": "treaty", "parties": [{"actor": "FI"}, {"actor": "SE"}]}],
			"partnerships": [{"id": "ties", FACT, "parties": ["FI", "SE"], "nature": {"en": "quiet"}, "trend": "growing"}],
			"blocs": [{"id": "pact", FACT, "name": {"en": "Pact"}, "abbreviation": {"en": "P"}}],
			"sources": [{"id": "s", "publisher": {"en": "Paper"}, "language": "en", "reprints": "t", "authors": ["A", "B"]}, {"id": "t", "publisher": {"en": "Wire"}}, {"id": "old", "title": {"en": "Old"}, "url": "https://o.example/"}]`,
		north + bodies + `"exercises": [{"id": "x", FACT, "name": {"en": "Frost"}, "number": 3, "strength": 3, "status": "held", "aims": {"en": "two"}, "when": "2004"},
			{"id": "y", FACT, "name": {"en": "Hail"}, "aims": {"en": "one", "ru": "два", "ur": "تین"}},
			{"id": "z", FACT, "name": {"en": "Snow"}, "number": 6, "strength": 4}],
			"statements": [{"id": "said", SAID, "speakers": ["o"], "gist": {"en": "it rains"}}, {"id": "told", SAID, "speakers": ["o"], "gist": {"en": "it thaws"}, "note": {"en": "M"}, "for": "FI"}],
			"assessments": [{"id": "seen", JUDGED, "gist": {"en": "it may snow"}, "modality": "possible"}],
			"regions": [{"id": "a", FACT, "name": {"en": "Rules"}}],
			"partnerships": [{"id": "ties", SAID, "by": "FI", "parties": ["FI", "SE"], "nature": {"en": "loud"}, "trend": "cooling"}],
			"blocs": [{"id": "pact", FACT, "name": {"en": "Pact"}, "abbreviation": {"en": "PT"}}],
			"sources": [{"id": "s", "publisher": {"en": "Paper"}, "language": "ru", "authors": ["B", "C"]}, {"id": "t", "publisher": {"en": "Wire"}, "published": "2024"}]`},
	// members of several values, and citations
	{north + bodies + `"exercises": [{"id": "x", "basis": "reported", "cites": [{"source": "s"}, {"source": "t", "paragraphs": [1]}, {"source": "t", "paragraphs": [2]}, {"source": "u"}], "name": {"en": "Frost"},
				"contingents": [{"nation": "FI", "strength": 5}], "places": [{"name": {"en": "Oulu"}}], "forms": ["field"], "domains": ["land", "air"], "topics": ["training"], "commanders": ["o"]},
			{"id": "y", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Hail"}, "identifiers": [{"scheme": "n", "value": "7"}], "extra": {"k": "v"}}],
			"meetings": [{"id": "m", FACT, "name": {"en": "Talks"}, "attendees": [{"actor": "o"}, {"actor": "SE"}]}],
			"agreements": [{"id": "a", FACT, "name": {"en": "Rules"}, "parties": [{"actor": "FI", "obligations": ["defence"]}, {"actor": "SE"}]}],
			"blocs": [{"id": "pact", FACT, "name": {"en": "Pact"}, "aliases": {"en": ["P"], "ru": ["П"]}, "members": ["FI", "SE"], "claims": [{"member": "members", "value": ["NO"], CITES}]}],
			"coverage": [{"kinds": ["meeting"], "period": "2001"}],
			"title": {"en": "Old"}, "edition": {"version": "1", "date": "2024"},
			"sources": [{"id": "s", "publisher": {"en": "Paper"}}, {"id": "t", "publisher": {"en": "Wire"}}, {"id": "u", "publisher": {"en": "Echo"}}]`,
		north + bodies + `"exercises": [{"id": "x", "basis": "reported", "cites": [{"source": "s"}, {"source": "u", "paragraphs": [3]}, {"source": "u", "paragraphs": [4]}], "name": {"en": "Frost"},
				"contingents": [{"nation": "FI", "strength": 6}, {"nation": "SE"}], "places": [{"name": {"en": "Kemi"}}], "forms": ["field", "tabletop"], "domains": ["air"], "topics": ["training", "security"], "commanders": ["o", "p"]},
			{"id": "y", "basis": "reported", "cites": [{"source": "s"}, {"source": "t"}, {"source": "u"}], "name": {"en": "Hail"}, "identifiers": [{"scheme": "n", "value": "8"}], "extra": {"k": "w"}}],
			"meetings": [{"id": "m", FACT, "name": {"en": "Talks"}, "attendees": [{"actor": "o"}, {"actor": "NO", "for": "SE"}], "places": [{"nation": "FI"}]}],
			"agreements": [{"id": "a", FACT, "name": {"en": "Rules"}, "parties": [{"actor": "FI"}, {"actor": "SE"}, {"actor": "NO"}]}],
			"blocs": [{"id": "pact", FACT, "name": {"en": "Pact"}, "aliases": {"en": ["P"]}, "members": ["FI"]}],
			"title": {"en": "New"}, "edition": {"version": "2", "date": "2025"},
			"sources": [{"id": "s", "publisher": {"en": "Paper"}}, {"id": "t", "publisher": {"en": "Wire"}}, {"id": "u", "publisher": {"en": "Echo"}}]`},
	// citations that are gone, and nothing else
	{`"regions": [{"id": "r", "basis": "reported", "cites": [{"source": "s"}, {"source": "t", "locator": "a"}, {"source": "t", "locator": "b"}], "name": {"en": "North"}}], "edition": {"version": "1"},
			"sources": [{"id": "s", "publisher": {"en": "Paper"}}, {"id": "t", "publisher": {"en": "Wire"}}]`,
		`"regions": [{"id": "r", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "North"}}], "edition": {"version": "1"},
			"sources": [{"id": "s", "publisher": {"en": "Paper"}}, {"id": "t", "publisher": {"en": "Wire"}}]`},
}

func TestWriteChanges_GoldenCases(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "ru", "ur"} {
		var all strings.Builder
		for _, e := range edits {
			old, new := decode(t, e[0]), decode(t, e[1])
			all.WriteString(writeChanges(t, brief.Writer{Language: language.Make(lang)}, old, new) + "\n")
			all.WriteString(writeChanges(t, brief.Writer{Language: language.Make(lang)}, new, old) + "\n")
		}
		golden(t, "changes-cases."+lang+".txt", all.String())
	}
}
