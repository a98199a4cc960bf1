package fold

import "testing"

func TestAppendWords_WritesAbbreviationsOut(t *testing.T) {
	for s, want := range map[string]string{
		"":                          "",
		"Pakistan":                  "pakistan",
		"Korea, Dem. People's Rep.": "korea, democratic peoples republic",
		"St. Kitts & Nevis":         "saint kitts and nevis",
		"Micronesia, Fed. Sts.":     "micronesia, federated states",
		"Russian Fed.":              "russian federation",
		"D.R. Congo":                "dr congo",
		"the U.S.S.R.":              "the ussr",
		"S. Korea":                  "south korea",
		"U.S. Virgin Is.":           "us virgin islands",
		"О-ва Кука":                 "острова кука",
		"О-в Мэн":                   "остров мэн",
		"Congo (Dem. Rep.)":         "congo (democratic republic)",
		"N. Macedonia":              "north macedonia",
		"E. Timor":                  "east timor",
		"W. Samoa":                  "west samoa",
		"Eq. Guinea":                "equatorial guinea",
		"Cent. Afr. Rep.":           "central african republic",
		"Bosnia & Herz.":            "bosnia and herzegovina",
		"Fed. Rep. of Germany":      "federal republic of germany",
		"Bolivia (Plur. State of)":  "bolivia (plurinational state of)",
		"Boliv. Rep. of Venezuela":  "bolivarian republic of venezuela",
		"Brit. Virgin Is.":          "british virgin islands",
		"Peoples' Rep.":             "peoples republic",
		"Респ. Корея":               "республика корея",
		"a.":                        "a.",
		"st.":                       "st.",
		"S. A. R.":                  "s. a. r.",
		"a..b":                      "a..b",
	} {
		if got := string(AppendWords(nil, AppendKey(nil, s))); got != want {
			t.Errorf("the words of %q are %q, want %q", s, got, want)
		}
	}
}
