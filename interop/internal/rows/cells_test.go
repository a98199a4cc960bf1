package rows

import (
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
	"github.com/google/go-cmp/cmp"
)

func TestDate_ReadsPartsThatAreKnown(t *testing.T) {
	for _, test := range []struct {
		year, month, day, want string
		ok                     bool
	}{
		{"1992", "3", "7", "1992-03-07", true},
		{"1992", "03", "xx", "1992-03", true},
		{"1992", "-9", "7", "1992", true},
		{"1992.0", "3.0", ".", "1992-03", true},
		{"", "", "", "", true},
		{"0", "0", "0", "", true},
		{"NA", "3", "7", "", true},
		{"1992", "13", "1", "", false},
		{"1992", "2", "30", "", false},
		{"1992", "March", "1", "1992", false},
		{"year", "", "", "", false},
		{"99999", "", "", "", false},
		{"1992.5", "", "", "", false},
	} {
		got, ok := Date(test.year, test.month, test.day)
		if ok != test.ok || ok && got.String() != test.want {
			t.Errorf("%s %s %s: %q %v, want %q %v", test.year, test.month, test.day, got, ok, test.want, test.ok)
		}
	}
}

func TestPeriod_RefusesAnEndBeforeItsStart(t *testing.T) {
	for _, test := range []struct {
		start, end, want string
		ok               bool
	}{
		{"1992-03-07", "1992-03-09", "1992-03-07/1992-03-09", true},
		{"1992-03", "1992-03", "1992-03", true},
		{"1992-03-07", "1992-03", "1992-03-07/1992-03", true},
		{"1992-03-07", "", "1992-03-07/", true},
		{"", "1992", "/1992", true},
		{"", "", "", true},
		{"1992-03-07", "1992-03-06", "", false},
		{"1992-03-07", "1992-02", "", false},
	} {
		date := func(s string) (d edtf.Date) {
			if err := d.UnmarshalText([]byte(s)); err != nil {
				t.Fatal(err)
			}
			return d
		}
		got, ok := Period(date(test.start), date(test.end))
		if ok != test.ok || got.String() != test.want {
			t.Errorf("%s to %s: %q %v, want %q", test.start, test.end, got, ok, test.want)
		}
	}
}

func TestSlug_IsAnIDForAnyName(t *testing.T) {
	long := "A very long name of an exercise that goes on and on until nothing more fits"
	for _, test := range []struct {
		name string
		want entente.ID
	}{
		{"Cobra Gold", "x-cobra-gold"},
		{"  Nasim-i-Bahr [Sea Breeze] ", "x-nasim-i-bahr-sea-breeze"},
		{"Côte d’Azur", "x-cote-dazur"},
		{"Дружба", "x-1kh8ju9"},
		{"!!!", "x-1bhzs7e"},
		{long, "x-a-very-long-name-of-an-exercise-that-goes-on-and-on-unti"},
	} {
		got := Slug("x", test.name)
		if test.name == long || test.name == "Дружба" || test.name == "!!!" {
			if len(got) > 64 || got == Slug("x", test.name+"?") {
				t.Errorf("%q: %q", test.name, got)
			}
		} else if got != test.want {
			t.Errorf("%q: %q, want %q", test.name, got, test.want)
		}
		if !isSound(got) {
			t.Errorf("%q: %q is no ID", test.name, got)
		}
	}
}

// isSound reports whether a record may have the ID.
func isSound(id entente.ID) bool {
	b := entente.Bloc{Name: entente.English("x")}
	b.ID, b.Basis, b.Cites = id, entente.BasisReported, []entente.Citation{{Source: "s"}}
	_, err := entente.New(entente.Records{Sources: []entente.Source{{ID: "s"}}, Blocs: []entente.Bloc{b}})
	return err == nil
}

func FuzzSlug(f *testing.F) {
	for _, name := range []string{"Cobra Gold", "Дружба", "ﬁx", "a--b", "-", "İstanbul", "ß"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if id := Slug("x", name); !isSound(id) {
			t.Errorf("%q: %q is no ID", name, id)
		}
	})
}

func TestTake_MakesIDsDifferent(t *testing.T) {
	var ids IDs
	var got []entente.ID
	for _, id := range []entente.ID{"a", "a", "a-2", "a", "b", "a-2"} {
		got = append(got, ids.Take(id))
	}
	want := []entente.ID{"a", "a-2", "a-2-2", "a-3", "b", "a-2-3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestKeep_KeepsEveryValueUnderAKeyOfItsOwn(t *testing.T) {
	var x Extra
	x.Keep("c:FR", "", "a column")
	x.Keep("c", "FR", "1")
	x.Keep("c", "FR", "2")
	x.Keep("c", "", "3")
	x.Keep("d", "", "-9")
	x.Keep("d", "", "")
	want := entente.Extra{{Key: "c:FR", Value: "a column"}, {Key: "c:FR:2", Value: "1"}, {Key: "c:FR:3", Value: "2"}, {Key: "c", Value: "3"}}
	if diff := cmp.Diff(want, x.Extra); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestStateNamed_MeansTheStateOfTheTime(t *testing.T) {
	for _, test := range []struct {
		name, at string
		want     nation.ID
		doubt    string
	}{
		{"Russia", "1985", "SUHH", ""},
		{"Russia", "1991-12-01", "SUHH", ""},
		{"Russia", "1991", "SUHH", ""},
		{"Russia", "1992", "RU", ""},
		{"Federal Republic of Germany", "1990-01", "WEST-GERMANY", ""},
		{"Germany", "1995", "DE", ""},
		{"Yemen", "1980-05", "YE", `"Yemen" on 1980-05-01 may mean`},
		{"Serbia", "2000-02-27", "RS", "RS did not exist on 2000-02-27; YUCS existed instead; kept as RS"},
		{"Pakistan", "", "PK", ""},
		{"NATO", "2006", "", ""},
		{"", "2006", "", ""},
	} {
		var at edtf.Date
		if err := at.UnmarshalText([]byte(test.at)); err != nil {
			t.Fatal(err)
		}
		got, doubt := StateNamed(test.name, at)
		if got != test.want || (doubt != "") != (test.doubt != "") {
			t.Errorf("%s in %s: %s, %q; want %s, %q", test.name, test.at, got, doubt, test.want, test.doubt)
		}
	}
}

func TestNoState_NamesTheNearest(t *testing.T) {
	for name, want := range map[string]string{
		"Kazakstan":                     "did you mean Kazakhstan (KZ)?",
		"Japn":                          "did you mean Japan (JP)?",
		"Казакстан":                     "did you mean Kazakhstan (KZ)?",
		"Holand":                        "did you mean Netherlands (NL) or Poland (PL)?",
		"Narnia":                        "write a name or a code such as JP",
		"Xx":                            "write a name or a code such as JP",
		"Jp0":                           "write a name or a code such as JP",
		"":                              "write a name or a code such as JP",
		strings.Repeat("Kazakhstan", 9): "write a name or a code such as JP",
	} {
		if got := NoState(name); !strings.HasSuffix(got, " is no state; "+want) {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestStateCoded_MeansTheFirstStateOfTheTime(t *testing.T) {
	for _, test := range []struct {
		code, during string
		want         nation.ID
		doubt        bool
	}{
		{"255", "1850/1870", "PRUSSIA", false},
		{"255", "1914", "DE", false},
		{"255", "1949-04-04/..", "DE", false},
		{"260", "1949-04-04/..", "WEST-GERMANY", false},
		{"365", "1955-05-14/1991-07-01", "SUHH", false},
		{"365", "1992-01-01/..", "RU", false},
		{"678", "1945-03-22/..", "NORTH-YEMEN", false},
		{"679", "1945-03-22/..", "YE", false},
		{"679", "1945/1950", "YE", true},
		{"770", "", "PK", false},
		{"8152", "1874/1883", "", false},
	} {
		var during edtf.Period
		if err := during.UnmarshalText([]byte(test.during)); err != nil {
			t.Fatal(err)
		}
		got, doubt := StateCoded(nation.SchemeCOW, test.code, during)
		if got != test.want || (doubt != "") != test.doubt {
			t.Errorf("%s in %s: %s, %q; want %s", test.code, test.during, got, doubt, test.want)
		}
	}
}

func TestClean_LeavesWordsThatRecordsMayHave(t *testing.T) {
	for s, want := range map[string]string{
		"plain":                  "plain",
		"Côte d’Ivoire":          "Côte d’Ivoire",
		"نسیم\u200cالبحر":        "نسیم\u200cالبحر",
		"a\u200cb":               "ab",
		"a\tb\u2028c":            "a b c",
		"\ufeffa\u202eb\u00adc":  "abc",
		"\x00":                   "",
		"a\ufdd0":                "a",
		"\u200d":                 "",
		"\ufe0f":                 "",
		"a\U000e0041":            "a",
		"\u2800":                 "",
		"keep \U0001f6e1\ufe0f!": "keep \U0001f6e1\ufe0f!",
		"0\ufe0f":                "0\ufe0f",
	} {
		got, _, _ := rewrite(s)
		if clean := isClean(s); got != want || clean != (s == want) {
			t.Errorf("%q: %q, want %q; it is clean: %v", s, got, want, clean)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\u202eb")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.TrimSpace(s)
		words, lines, _ := rewrite(s)
		if clean := isClean(s); clean != (words == s) {
			t.Errorf("%q becomes %q; it is clean: %v", s, words, clean)
		}
		if words == "" {
			return
		}
		b := entente.Bloc{Name: entente.English(words)}
		b.Extra = entente.Extra{{Key: "column", Value: lines}}
		b.ID, b.Basis, b.Cites = "b", entente.BasisReported, []entente.Citation{{Source: "s"}}
		if _, err := entente.New(entente.Records{Sources: []entente.Source{{ID: "s"}}, Blocs: []entente.Bloc{b}}); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	})
}

func TestStatesCoded_GivesEachStateItsPartOfTheTime(t *testing.T) {
	for _, test := range []struct{ code, during, want, doubt string }{
		{"2", "1950/..", "US", ""},
		{"365", "", "", ""},
		{"365", "1992/..", "RU", ""},
		{"365", "1950/1980-02", "SUHH", ""},
		{"365", "1950-02/1995-03", "SUHH 1950-02/1991-12-25; RU 1991-12-26/1995-03", ""},
		{"345", "1990/2010", "YUCS 1990/2003-02-03; CSXX 2003-02-04/2006-06-04; RS 2006-06-05/2010", ""},
		{"255", "1963/..", "DE 1990-10-03/..", ""},
		{"255", "1990", "DE", ""},
		{"365", "1955/1991", "SUHH", ""},
		{"365", "1991", "SUHH", ""},
		{"365", "1991/2005", "SUHH 1991/1991-12-25; RU 1991-12-26/2005", ""},
		{"678", "1980/..", "NORTH-YEMEN 1980/1990-05-21", ""},
		{"290", "1937/1950", "PL", ""},
		{"99999", "1950", "", ""},
	} {
		var during edtf.Period
		if test.during != "" {
			during = edtf.MustParsePeriod(test.during)
		}
		list, doubt := StatesCoded(nation.SchemeCOW, test.code, during)
		var got []string
		for _, s := range list {
			got = append(got, strings.TrimSpace(string(s.ID)+" "+s.Period.String()))
		}
		if got := strings.Join(got, "; "); got != test.want || doubt != test.doubt {
			t.Errorf("%s in %q: %q %q, want %q %q", test.code, test.during, got, doubt, test.want, test.doubt)
		}
	}
}

func TestInDoubt_SaysThatTheDatesAreUncertain(t *testing.T) {
	for _, test := range [][2]string{{"1949-04-04/..", "1949-04-04?/"}, {"1955/1991-07", "1955?/1991-07?"}, {"1950", "1950?"}, {"/1950", "/1950?"}} {
		if got := InDoubt(edtf.MustParsePeriod(test[0])); got.String() != test[1] {
			t.Errorf("%s: %s, want %s", test[0], got, test[1])
		}
	}
	if got := InDoubt(edtf.Period{}); !got.IsZero() {
		t.Errorf("no time: %s", got)
	}
}
