package nation_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente/nation"
	"github.com/google/go-cmp/cmp"
)

func day(year int, month time.Month, d int) nation.When {
	return nation.Day(time.Date(year, month, d, 12, 0, 0, 0, time.UTC))
}

// asked writes what At says: the ID and what it assumes, or the error's IDs.
func asked(a nation.Answer, err error) string {
	var ambiguous *nation.AmbiguousError
	var absent *nation.AbsentError
	switch {
	case errors.As(err, &ambiguous):
		return "?" + strings.Trim(fmt.Sprint(ambiguous.Candidates), "[]")
	case errors.As(err, &absent):
		return fmt.Sprint("-", absent.IDs, absent.Then)
	case errors.Is(err, nation.ErrUnknown):
		return "unknown"
	case err != nil:
		return err.Error()
	}
	return strings.TrimSpace(string(a.ID) + " " + a.Assumed.String())
}

func TestAt_SaysWhatItAssumed(t *testing.T) {
	for _, c := range []struct {
		name string
		at   nation.When
		want string
	}{
		{"Germany", nation.Year(1850), "?BADEN BAVARIA HANOVER HESSE-DARMSTADT HESSE-KASSEL MECKLENBURG-SCHWERIN PRUSSIA SAXONY WUERTTEMBERG"},
		{"Germany", nation.Year(1870), "?BADEN BAVARIA PRUSSIA WUERTTEMBERG"},
		{"Germany", nation.Year(1914), "DE"},
		{"Germany", nation.Year(1945), "DE part"},
		{"Germany", nation.Year(1947), "DE break"},
		{"Germany", nation.Year(1960), "?DDDE WEST-GERMANY"},
		{"Germany", day(1949, 6, 1), "WEST-GERMANY continuity"},
		{"Germany", nation.Year(1990), "?DE DDDE WEST-GERMANY"},
		{"Germany", day(1990, 10, 3), "DE"},
		{"Federal Republic of Germany", nation.Year(1960), "WEST-GERMANY"},
		{"Federal Republic of Germany", nation.Year(1990), "?DE WEST-GERMANY"},
		{"Germany", nation.Year(2020), "DE"},
		{"Germany", nation.When{}, "DE"},
		{"West Germany", nation.Year(1960), "WEST-GERMANY"},
		{"West Germany", nation.Year(2000), "-[WEST-GERMANY] [DE]"},
		{"East Germany", nation.Year(1989), "DDDE"},
		{"Germany (Prussia)", nation.Year(1850), "PRUSSIA"},
		{"Russia", nation.Year(1900), "RU"},
		{"Russia", nation.Year(1950), "SUHH continuity"},
		{"RU", nation.Year(1950), "SUHH continuity"},
		{"Российская Федерация", nation.Year(1950), "SUHH continuity"},
		{"Russia", nation.Year(1991), "?RU SUHH"},
		{"Russia", day(1991, 12, 25), "SUHH continuity"},
		{"Russia", day(1991, 12, 26), "RU"},
		{"Russia (Soviet Union)", nation.Year(1950), "SUHH"},
		{"Soviet Union", nation.Year(1910), "-[SUHH] [RU]"},
		{"Ukraine", nation.Year(1950), "-[UA] [SUHH]"},
		{"Ukraine", nation.Year(1991), "UA part"},
		{"Estonia", nation.Year(1930), "EE"},
		{"Estonia", nation.Year(1950), "-[EE] [SUHH]"},
		{"Korea", nation.Year(1905), "KOREA"},
		{"Korea", nation.Year(1930), "-[KP KR KOREA] []"},
		{"Korea", nation.Year(1960), "?KP KR"},
		{"Vietnam", nation.Year(1850), "VN"},
		{"Vietnam", nation.Year(1960), "?VDVN SOUTH-VIETNAM"},
		{"Vietnam", nation.Year(1980), "VN"},
		{"Republic of Vietnam", nation.Year(1960), "SOUTH-VIETNAM"},
		{"Yemen", nation.Year(1980), "?YDYE NORTH-YEMEN"},
		{"Yemen", nation.Year(2000), "YE"},
		{"Italy", nation.Year(1850), "?MODENA PAPAL-STATES PARMA SARDINIA TUSCANY TWO-SICILIES"},
		{"Italy", nation.Year(1900), "IT"},
		{"Serbia", nation.Year(1900), "RS"},
		{"Serbia", nation.Year(1995), "-[RS] [YUCS]"},
		{"Yugoslavia", nation.Year(1930), "YUCS"},
		{"Yugoslavia", nation.Year(1995), "YUCS"},
		{"Yugoslavia", nation.Year(2003), "?CSXX YUCS"},
		{"Czech Republic", nation.Year(1980), "-[CZ] [CSHH]"},
		{"Austria", nation.Year(1850), "AUSTRIA-HUNGARY"},
		{"Austria", nation.Year(1918), "?AT AUSTRIA-HUNGARY"},
		{"Austria", day(1918, 6, 1), "AUSTRIA-HUNGARY"},
		{"Austria", nation.Year(1930), "AT"},
		{"Austria", nation.Year(1950), "AT break"},
		{"Hungary", nation.Year(1900), "-[HU] [AUSTRIA-HUNGARY]"},
		{"Pakistan", nation.Year(1960), "PK"},
		{"Bangladesh", nation.Year(1960), "-[BD] []"},
		{"Sudan", nation.Year(2000), "SD"},
		{"Burma", nation.Year(1960), "MM"},
		{"Zaire", nation.Year(1980), "CD"},
		{"HV", nation.Year(1970), "HVBF"},
		{"HVBF", nation.Year(2000), "BF continuity"},
		{"Djibouti", nation.Year(1970), "AIDJ continuity"},
		{"Byelorussian SSR", nation.Year(1950), "BYAA continuity"},
		{"Byelorussian SSR", nation.Year(1991), "?BY BYAA"},
		{"Byelorussian SSR", nation.Year(2000), "BY"},
		{"Belarus", nation.Year(1950), "-[BY] [BYAA SUHH]"},
		{"KOREA", nation.Year(1900), "KOREA"},
		{"Greenland", nation.Year(1950), "GL undated"},
		{"France", nation.Year(1943), "FR break"},
		{"France", nation.Year(1944), "FR part"},
		{"Congo", nation.Year(1970), "?CD CG"},
		{"Ottoman Empire", nation.Year(1900), "TR"},
		{"Atlantis", nation.Year(1900), "unknown"},
	} {
		if got := asked(nation.At(c.name, c.at)); got != c.want {
			t.Errorf("At(%q, %v) is %s, want %s", c.name, c.at, got, c.want)
		}
	}
}

func TestAnswer_PrintsWhatItAssumes(t *testing.T) {
	got := map[string]string{}
	for name, year := range map[string]int{"Russia": 1950, "Germany": 1945, "France": 1943, "Greenland": 1900, "Pakistan": 1960} {
		a, err := nation.At(name, nation.Year(year))
		if err != nil {
			t.Fatal(err)
		}
		got[name] = a.String()
	}
	want := map[string]string{
		"Russia":    "SUHH, which was in the place of RU in 1950",
		"Germany":   "DE, which existed in a part of 1945",
		"France":    "FR, in a break of its existence in 1943",
		"Greenland": "GL, if it existed in 1900",
		"Pakistan":  "PK",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	a, _ := nation.At("Russia", day(1950, 6, 25))
	if a.Of != "RU" || a.Name != "Russia" || a.When.String() != "1950-06-25" {
		t.Errorf("At(Russia) = %+v", a)
	}
	if s := (nation.Answer{}).String(); s != "" {
		t.Errorf("the zero Answer prints %q", s)
	}
}

func TestEveryType_ComparesWithoutOptions(t *testing.T) {
	values := func(y int) []any {
		russia, _ := nation.At("Russia", nation.Year(y))
		_, absent := nation.At("Ukraine", nation.Year(y))
		_, ambiguous := nation.At("Korea", nation.Year(y))
		return []any{nation.Year(y), nation.Period{First: nation.Year(y)}, russia, absent, ambiguous}
	}
	first, again, later := values(1950), values(1950), values(1951)
	for i, v := range first {
		if diff := cmp.Diff(v, again[i]); diff != "" {
			t.Errorf("a %T is not equal to itself (-want +got):\n%s", v, diff)
		}
		if cmp.Equal(v, later[i]) {
			t.Errorf("a %T is equal to another: %v", v, later[i])
		}
	}
	if zero := (nation.When{}); !zero.Equal(nation.When{}) || zero.Equal(nation.Year(0)) {
		t.Error("the zero When is not equal to itself alone")
	}
}

func TestAbsent_MindsOnlyTimesOutsideTheYears(t *testing.T) {
	for _, c := range []struct {
		id   nation.ID
		at   nation.When
		want bool
	}{
		{"SUHH", nation.Year(2010), true}, {"SUHH", nation.Year(1991), false}, {"SUHH", nation.Year(1900), true},
		{"DE", nation.Year(1816), true}, {"DE", nation.Year(1871), false}, {"DE", nation.Year(1947), false},
		{"DE", nation.Year(1960), true}, {"DE", nation.Year(2010), false}, {"FR", nation.Year(1943), false},
		{"RU", nation.Year(1950), true}, {"EE", nation.Year(1950), true}, {"GB", nation.Year(1700), false},
		{"GL", nation.Year(1700), false}, {"ZZ", nation.Year(1700), false}, {"SUHH", nation.When{}, false},
		{"PK", nation.Days(time.Date(1940, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1950, 1, 1, 0, 0, 0, 0, time.UTC)), false},
	} {
		if got := nation.Absent(c.id, c.at); got != c.want {
			t.Errorf("Absent(%s, %v) is %v", c.id, c.at, got)
		}
	}
}

func TestWhen_PrintsWhatWasAsked(t *testing.T) {
	utc := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	karachi := time.FixedZone("PKT", 5*3600)
	for _, c := range []struct {
		w    nation.When
		want string
	}{
		{nation.When{}, ""},
		{nation.Year(1950), "1950"},
		{nation.Year(-44), "-0044"},
		{nation.Year(0), "0000"},
		{nation.Year(123456), "9999"},
		{nation.Year(-123456), "-9999"},
		{nation.Day(utc(-44, 3, 15)), "-0044-03-15"},
		{nation.Day(utc(12024, 3, 15)), "9999-03-15"},
		{nation.Day(utc(1950, 6, 25)), "1950-06-25"},
		{nation.Day(time.Date(1947, 8, 14, 0, 30, 0, 0, karachi)), "1947-08-14"},
		{nation.Days(utc(1950, 6, 25), utc(1953, 7, 27)), "1950-06-25/1953-07-27"},
		{nation.Days(utc(1953, 7, 27), utc(1950, 6, 25)), "1950-06-25/1953-07-27"},
		{nation.Days(utc(1950, 1, 1), utc(1950, 12, 31)), "1950"},
	} {
		if got := c.w.String(); got != c.want {
			t.Errorf("%#v prints %q, want %q", c.w, got, c.want)
		}
	}
	if start, end := nation.Year(1950).Time(); !start.Equal(utc(1950, 1, 1)) || !end.Equal(utc(1951, 1, 1)) {
		t.Errorf("1950 is from %v to %v", start, end)
	}
	if start, end := (nation.When{}).Time(); !start.IsZero() || !end.IsZero() || !(nation.When{}).IsZero() {
		t.Errorf("no time is from %v to %v", start, end)
	}
}

func TestPeriods_SayWhenAStateExisted(t *testing.T) {
	print := func(id nation.ID) string {
		var list []string
		for _, p := range nation.Periods(id) {
			list = append(list, p.First.String()+"/"+p.Last.String())
		}
		return strings.Join(list, " ")
	}
	for id, want := range map[nation.ID]string{
		"PK": "1947-08-14/", "GB": "/", "PRUSSIA": "/1871-01-17", "GL": "", "zz": "",
		"PL": "1918-11-03/1939-09-27 1945-06-28/", "ANHH": "1954/2010",
	} {
		if got := print(id); got != want {
			t.Errorf("Periods(%s) are %s, want %s", id, got, want)
		}
	}
	p := nation.Periods("ANHH")[0]
	if !p.Contains(nation.Year(1960)) || p.Contains(nation.Year(2010)) || !p.Overlaps(nation.Year(2010)) || p.Overlaps(nation.Year(2011)) ||
		!p.Overlaps(nation.Year(1954)) || p.Overlaps(nation.Year(1953)) || !(nation.Period{}).Contains(nation.Year(1)) {
		t.Errorf("%v does not cover what it should", p)
	}
}

func TestPeriod_ZeroWhenIsAllTimes(t *testing.T) {
	for _, c := range []struct {
		p         nation.Period
		contained bool
	}{
		{nation.Period{}, true},
		{nation.Period{First: nation.Year(1950)}, false},
		{nation.Period{Last: nation.Year(1950)}, false},
		{nation.Period{First: nation.Year(1950), Last: nation.Year(1960)}, false},
	} {
		if all := (nation.When{}); !c.p.Overlaps(all) || c.p.Contains(all) != c.contained {
			t.Errorf("%v overlaps all times: %v, and contains them: %v", c.p, c.p.Overlaps(all), c.p.Contains(all))
		}
	}
}

func TestSuccessors_AreTheOtherWayOfPredecessors(t *testing.T) {
	for id := range nation.All() {
		for _, s := range nation.Successors(id) {
			if !strings.Contains(fmt.Sprint(nation.Predecessors(s)), string(id)) {
				t.Errorf("%s continues %s, but not the other way round", s, id)
			}
		}
	}
	if got := fmt.Sprint(nation.Predecessors("YE"), nation.Successors("PRUSSIA"), nation.Successors("zz"), nation.Predecessors("")); got != "[YDYE NORTH-YEMEN] [DE] [] []" {
		t.Errorf("got %s", got)
	}
}
