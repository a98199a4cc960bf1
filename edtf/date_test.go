package edtf

import (
	"encoding/json"
	"flag"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestDate_Parts(t *testing.T) {
	t.Parallel()
	type parts struct {
		Precision        Precision
		Year, Month, Day int
		Season           Season
		Approx, Unsure   bool
	}
	for text, want := range map[string]parts{
		"2024-10-13":  {PrecisionDay, 2024, 10, 13, 0, false, false},
		"2024-10-XX~": {PrecisionMonth, 2024, 10, 0, 0, true, false},
		"2024-10?":    {PrecisionMonth, 2024, 10, 0, 0, false, true},
		"2024-XX-XX":  {PrecisionYear, 2024, 0, 0, 0, false, false},
		"2024-XX":     {PrecisionYear, 2024, 0, 0, 0, false, false},
		"2024%":       {PrecisionYear, 2024, 0, 0, 0, true, true},
		"0000":        {PrecisionYear, 0, 0, 0, 0, false, false},
		"-0043-03-15": {PrecisionDay, -43, 3, 15, 0, false, false},
		"2024-21":     {PrecisionSeason, 2024, 0, 0, SeasonSpring, false, false},
		"2024-24~":    {PrecisionSeason, 2024, 0, 0, SeasonWinter, true, false},
		"202X?":       {PrecisionDecade, 0, 0, 0, 0, false, true},
		"-202X":       {PrecisionDecade, 0, 0, 0, 0, false, false},
		"20XX":        {PrecisionCentury, 0, 0, 0, 0, false, false},
		"":            {},
	} {
		var d Date
		if err := d.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		got := parts{d.Precision(), d.Year(), int(d.Month()), d.Day(), d.Season(), d.Approximate(), d.Uncertain()}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestNewDate_FromNumbers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		y, m, d int
		want    string // a text, or what the error says
	}{
		{2024, 10, 13, "2024-10-13"},
		{2024, 10, 0, "2024-10"},
		{2024, 0, 0, "2024"},
		{-44, 3, 15, "-0044-03-15"},
		{9999, 12, 31, "9999-12-31"},
		{-9999, 0, 0, "-9999"},
		{0, 0, 0, ""},
		{0, 5, 0, `date "0000-05": a month needs a year; write one, or leave the date out`},
		{0, 0, 5, `date "0000-00-05": a month needs a year; write one, or leave the date out`},
		{2024, 0, 13, `date "2024-00-13": a day needs a month; write one, or leave the day out`},
		{10000, 1, 1, `date "10000-01-01": year 10000 is not between -9999 and 9999`},
		{-10000, 0, 0, `date "-10000": year -10000 is not between -9999 and 9999`},
		{2024, 13, 0, `date "2024-13": month 13 is not between 01 and 12`},
		{2024, 21, 0, `date "2024-21": month 21 is not between 01 and 12`},
		{2024, -9, 0, `date "2024--09": month -09 is not between 01 and 12`},
		{2023, 2, 29, `date "2023-02-29": February 2023 has no day 29`},
		{2024, 2, -9, `date "2024-02--09": February 2024 has no day -09`},
		{2024, 2, 1 << 30, `date "2024-02-1073741824": February 2024 has no day 1073741824`},
	} {
		d, err := NewDate(c.y, c.m, c.d)
		got := d.String()
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "edtf: ")
			if !d.IsZero() {
				t.Errorf("NewDate(%d, %d, %d) = %v with an error", c.y, c.m, c.d, d)
			}
		} else if got != "" && d != MustParseDate(got) {
			t.Errorf("NewDate(%d, %d, %d) is not what ParseDate(%q) returns", c.y, c.m, c.d, got)
		}
		if got != c.want {
			t.Errorf("NewDate(%d, %d, %d) = %s, want %s", c.y, c.m, c.d, got, c.want)
		}
	}
}

func TestNewSeason_OfAYear(t *testing.T) {
	t.Parallel()
	for s := SeasonSpring; s <= SeasonWinter; s++ {
		d, err := NewSeason(-44, s)
		if err != nil || d.Season() != s || d.Year() != -44 || d != MustParseDate(d.String()) {
			t.Errorf("NewSeason(-44, %v) = %v, %v", s, d, err)
		}
	}
	for _, c := range []struct {
		year   int
		season Season
		want   string
	}{
		{2024, 0, `edtf: date "2024": season 0 is not between 1 and 4`},
		{2024, 5, `edtf: date "2024": season 5 is not between 1 and 4`},
		{10000, 1, `edtf: date "10000-21": year 10000 is not between -9999 and 9999`},
	} {
		if d, err := NewSeason(c.year, c.season); err == nil || err.Error() != c.want || !d.IsZero() {
			t.Errorf("NewSeason(%d, %d) = %v, %v, want %s", c.year, c.season, d, err, c.want)
		}
	}
}

func TestDateOf_LocationAndRange(t *testing.T) {
	t.Parallel()
	east := time.FixedZone("", 10*60*60)
	for _, c := range []struct {
		t    time.Time
		want string
	}{
		{time.Date(2024, 10, 13, 23, 0, 0, 0, time.UTC), "2024-10-13"},
		{time.Date(2024, 10, 13, 23, 0, 0, 0, time.UTC).In(east), "2024-10-14"},
		{time.Date(-1, 1, 2, 0, 0, 0, 0, time.UTC), "-0001-01-02"},
		{time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC), "9999-12-31"},
		{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), ""},
		{time.Date(-10000, 12, 31, 0, 0, 0, 0, time.UTC), ""},
		{time.Time{}, "0001-01-01"},
	} {
		if d := DateOf(c.t); d.String() != c.want {
			t.Errorf("DateOf(%v) = %v, want %s", c.t, d, c.want)
		}
		if d := DayOf(c.t); d.String() != c.want || d.Date() != DateOf(c.t) {
			t.Errorf("DayOf(%v) = %v, want %s", c.t, d, c.want)
		}
	}
}

func TestDate_Marks(t *testing.T) {
	t.Parallel()
	d := MustParseDate("2024-10")
	for got, want := range map[Date]string{
		d.WithApproximate(true):                       "2024-10~",
		d.WithUncertain(true):                         "2024-10?",
		d.WithApproximate(true).WithUncertain(true):   "2024-10%",
		MustParseDate("20XX%").WithApproximate(false): "20XX?",
		MustParseDate("20XX%").WithUncertain(false):   "20XX~",
	} {
		if got.String() != want || got != MustParseDate(want) {
			t.Errorf("got %v, want %s", got, want)
		}
	}
	if d := (Date{}).WithApproximate(true).WithUncertain(true); !d.IsZero() {
		t.Errorf("a mark makes the zero Date %v", d)
	}
}

func TestDate_Truncate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{ // century, decade, year, season, month, day
		"2024-10-13~": "20XX~ 202X~ 2024~ 2024~ 2024-10~ 2024-10-13~",
		"2024-10-XX":  "20XX 202X 2024 2024 2024-10-XX 2024-10-XX",
		"2024-22?":    "20XX? 202X? 2024? 2024-22? 2024-22? 2024-22?",
		"2024-XX":     "20XX 202X 2024-XX 2024-XX 2024-XX 2024-XX",
		"202X":        "20XX 202X 202X 202X 202X 202X",
		"20XX":        "20XX 20XX 20XX 20XX 20XX 20XX",
		"-0043":       "-00XX -004X -0043 -0043 -0043 -0043",
		"-0009":       "-00XX -000X -0009 -0009 -0009 -0009",
		"-201X":       "-20XX -201X -201X -201X -201X -201X",
		"-9999":       "-99XX -999X -9999 -9999 -9999 -9999",
		"0000":        "00XX 000X 0000 0000 0000 0000",
	} {
		var got []string
		for p := PrecisionCentury; p <= PrecisionDay; p++ {
			d := MustParseDate(text).Truncate(p)
			if d != MustParseDate(d.String()) {
				t.Errorf("%s truncated to a %v is not what ParseDate(%q) returns", text, p, d)
			}
			got = append(got, d.String())
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s truncates to %s, want %s", text, got, want)
		}
	}
	if d := MustParseDate("2024").Truncate(0); !d.IsZero() {
		t.Errorf("truncated to nothing: %v", d)
	}
}

func TestNewPeriod_FromDates(t *testing.T) {
	t.Parallel()
	day, month := MustParseDate("2024-10-13"), MustParseDate("2024-10")
	for _, c := range []struct {
		start, end Date
		want       string
	}{
		{day, month, "2024-10-13/2024-10"},
		{day, day, "2024-10-13/2024-10-13"},
		{day, Date{}, "2024-10-13/"},
		{Date{}, day, "/2024-10-13"},
		{Date{}, Date{}, ""},
		{day, MustParseDate("2024-09~"), `edtf: period "2024-10-13/2024-09~": the end is before the start; write the earlier date first`},
	} {
		p, err := NewPeriod(c.start, c.end)
		got := p.String()
		if err != nil {
			got = err.Error()
		} else if got != "" && p != MustParsePeriod(got) {
			t.Errorf("NewPeriod(%v, %v) is not what ParsePeriod(%q) returns", c.start, c.end, got)
		}
		if got != c.want {
			t.Errorf("NewPeriod(%v, %v) = %s, want %s", c.start, c.end, got, c.want)
		}
	}
	for got, want := range map[Period]string{
		Since(day): "2024-10-13/..", Until(month): "../2024-10",
		Since(Date{}): "", Until(Date{}): "", Date{}.Period(): "",
	} {
		if got.String() != want || want != "" && got != MustParsePeriod(want) {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}

func TestCompare_OrdersByTime(t *testing.T) {
	t.Parallel()
	inOrder := []string{
		"../2016", "/2017", "-0044", "-0043-03-15", "0000", "2015-22", "2016-01-01", "2016-01-01~", "2016-01", "2016",
		"2016-XX", "2016?", "2016~", "2016/2018", "2016/..", "2016-02", "2016-03", "2016-21", "2016-23", "2024-10-13",
		"2024-10-13~", "2024-10-13/2024-10-25", "2024-10-14", "",
	}
	for i, a := range inOrder {
		for j, b := range inOrder {
			var p, q Period
			if p.UnmarshalText([]byte(a)) != nil || q.UnmarshalText([]byte(b)) != nil {
				t.Fatal(a, b)
			}
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := p.Compare(q); got != want {
				t.Errorf("%q compared with %q = %d, want %d", a, b, got, want)
			}
			if (p.IsZero() || p.IsDate()) && (q.IsZero() || q.IsDate()) {
				if got := p.Start().Compare(q.Start()); got != want {
					t.Errorf("the dates %q and %q compare as %d, want %d", a, b, got, want)
				}
			}
		}
	}
}

func TestText_ZeroIsEmptyBothWays(t *testing.T) {
	t.Parallel()
	type all struct {
		Date      Date
		Period    Period
		Certainty Certainty
		Precision Precision
		Season    Season
	}
	b, err := json.Marshal(all{})
	if want := `{"Date":"","Period":"","Certainty":"","Precision":"","Season":""}`; err != nil || string(b) != want {
		t.Errorf("the zero values encode as %s, %v, want %s", b, err, want)
	}
	some := all{MustParseDate("2024~"), MustParsePeriod("2024/.."), CertaintyMaybe, PrecisionDay, SeasonWinter}
	got := some
	if err := json.Unmarshal(b, &got); err != nil || got != (all{}) {
		t.Errorf("the empty texts give %v, %v", got, err)
	}
	b, err = json.Marshal(some)
	want := `{"Date":"2024~","Period":"2024/..","Certainty":"maybe","Precision":"day","Season":"winter"}`
	if err != nil || string(b) != want {
		t.Errorf("encoded as %s, %v, want %s", b, err, want)
	}
	if err := json.Unmarshal(b, &got); err != nil || got != some {
		t.Errorf("decoded as %v, %v", got, err)
	}
	for _, bad := range []string{`{"Date":"x"}`, `{"Period":"x"}`, `{"Certainty":"x"}`, `{"Precision":"x"}`, `{"Season":"x"}`} {
		if err := json.Unmarshal([]byte(bad), &got); err == nil || got != some {
			t.Errorf("%s gives %v, %v; want an error and nothing changed", bad, got, err)
		}
	}
}

func TestText_AppendsToWhatIsThere(t *testing.T) {
	t.Parallel()
	b, _ := MustParseDate("2024-10-13").AppendText([]byte("on "))
	b, _ = MustParsePeriod("2024/..").AppendText(append(b, " in "...))
	b, _ = Period{}.AppendText(b)
	if got, want := string(b), "on 2024-10-13 in 2024/.."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestText_FlagsAndTemplates(t *testing.T) {
	t.Parallel()
	var when Period
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.TextVar(&when, "when", Since(MustParseDate("2016")), "")
	if err := set.Parse([]string{"-when", "2024-21"}); err != nil || when != MustParsePeriod("2024-21") {
		t.Errorf("-when gives %v, %v", when, err)
	}
	if err := set.Parse([]string{"-when", "spring"}); err == nil {
		t.Error("-when spring is no error")
	}
	var out strings.Builder
	const text = `{{.Start.Year}} {{.Start.Season}} {{.Start.Precision}} {{.Span.Last}}{{with .Start.Month}}!{{end}}`
	page := template.Must(template.New("").Parse(text))
	if err := page.Execute(&out, when); err != nil || out.String() != "2024 spring season 2024-11-30" {
		t.Errorf("the template gives %q, %v", &out, err)
	}
}

func TestEqual_IsWhatGoCmpNeeds(t *testing.T) {
	t.Parallel()
	type fact struct {
		When Period
		Date Date
	}
	a := fact{MustParsePeriod("2024"), MustParseDate("2024")}
	if diff := cmp.Diff(a, fact{MustParsePeriod("2024"), MustParseDate("2024")}); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(a, fact{MustParsePeriod("2024"), MustParseDate("2024-XX")}) || a.Date.Equal(Date{}) || a.When.Equal(Period{}) {
		t.Error("dates that are written differently are equal")
	}
}

func TestEnums_PrintAndRefuse(t *testing.T) {
	t.Parallel()
	var got []string
	for c := Certainty(0); c < 5; c++ {
		got = append(got, c.String())
	}
	for p := Precision(0); p < 8; p++ {
		got = append(got, p.String())
	}
	for s := Season(0); s < 6; s++ {
		got = append(got, s.String())
	}
	want := []string{
		"", "no", "maybe", "yes", "Certainty(4)",
		"", "century", "decade", "year", "season", "month", "day", "Precision(7)",
		"", "spring", "summer", "autumn", "winter", "Season(5)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if b, err := Season(5).MarshalText(); err == nil || fmt.Sprint(err) != `edtf: Season "5": it has no text` {
		t.Errorf("Season(5) has the text %q, %v", b, err)
	}
	var c Certainty
	err := c.UnmarshalText([]byte("perhaps"))
	if fmt.Sprint(err) != `edtf: Certainty "perhaps": there is no such value; write one of "no", "maybe", "yes"` {
		t.Errorf("perhaps: %v", err)
	}
}
