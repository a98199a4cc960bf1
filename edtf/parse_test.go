package edtf

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse_ReadsAndWritesItsText(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"2024-10-13", "2024-10", "2024", "0000", "9999-12-31", "202X", "20XX", "000X", "00XX", "2024-XX",
		"2024-10-XX", "2024-XX-XX", "2024~", "2024-10?", "2024-10-13%", "20XX~", "2024-02-29", "2000-02-29",
		"2024-21", "2024-24?",
		"-0001", "-9999", "-9999-01-01", "-0044-03-15", "-0004-02-29", "-201X", "-000X", "-00XX~", "-99XX",
		"-0043-22%",
	} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s || d.IsZero() {
			t.Errorf("ParseDate(%q) = %q, %v", s, d, err)
		}
		p, err := ParsePeriod(s)
		if err != nil || p.String() != s || p != d.Period() || !p.IsDate() {
			t.Errorf("ParsePeriod(%q) = %q, %v", s, p, err)
		}
		if p.Start() != d || p.End() != d || p.OpenStart() || p.OpenEnd() {
			t.Errorf("%q starts %v and ends %v", s, p.Start(), p.End())
		}
	}
	for _, s := range []string{
		"2024-10-13/2024-10-25", "2024/..", "../2024", "2024/", "/2024", "2024-10~/2025?", "2024/2024", "2024-10-13/2024",
		"201X/2015", "-0044/0014", "-201X/-2019", "2024-21/2024-21", "2024-23/2024-04", "2024-24/2023-12-01",
		"/2024-22~", "-000X/-0001",
	} {
		p, err := ParsePeriod(s)
		if err != nil || p.String() != s || p.IsDate() || p.IsZero() {
			t.Errorf("ParsePeriod(%q) = %q, %v", s, p, err)
		}
	}
}

func TestParse_SidesOfAPeriod(t *testing.T) {
	t.Parallel()
	d := MustParseDate("2024")
	type sides struct {
		Start, End         Date
		OpenStart, OpenEnd bool
	}
	for s, want := range map[string]sides{
		"2024/..":   {d, Date{}, false, true},
		"2024/":     {d, Date{}, false, false},
		"../2024":   {Date{}, d, true, false},
		"/2024":     {Date{}, d, false, false},
		"2024/2024": {d, d, false, false},
	} {
		p := MustParsePeriod(s)
		if diff := cmp.Diff(want, sides{p.Start(), p.End(), p.OpenStart(), p.OpenEnd()}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s, diff)
		}
	}
}

const (
	yearForm   = "the year must be four digits, of which the last or the last two may be X; " + writeDate
	orPeriod   = ", or a period as two dates and a slash"
	partOfDate = "a qualifier before the end of a date is for a part of it, "
)

// Each error quotes the text and has the words that are given.
var refusals = []struct {
	kind, text string // kind "" for both
	offset     int
	words      string // the problem and the hint
}{
	{kindOfDate, "", 0, "it is empty; write a date as YYYY, YYYY-MM or YYYY-MM-DD"},
	{kindOfPeriod, "", 0, "it is empty; " + writeDate + orPeriod},
	{kindOfDate, "~", 0, "it is empty; write a date as YYYY, YYYY-MM or YYYY-MM-DD"},
	{kindOfDate, "24", 2, "this is not the form of a date; " + writeDate},
	{kindOfDate, "-24", 3, "this is not the form of a date; " + writeDate},
	{"", "2024-1", 6, `this is not the form of a date; write "2024-01"`},
	{"", "2024-1-1", 6, `this is not the form of a date; write "2024-01-01"`},
	{kindOfDate, "2024/10", 4, `this is not the form of a date; write "2024-10"`},
	{kindOfPeriod, "2024/10", 7, `this is not the form of a date; write "2024-10"`},
	{kindOfDate, "2024-10-133", 10, "this is not the form of a date; " + writeDate},
	{"", "2024-13", 5, "month 13 is not between 01 and 12"},
	{"", "-2024-13?", 6, "month 13 is not between 01 and 12"},
	{"", "2024-00", 5, "month 00 is not between 01 and 12"},
	{"", "2024-20", 5, "month 20 is not between 01 and 12"},
	{kindOfDate, "1998-99", 5, "month 99 is not between 01 and 12"},
	{kindOfPeriod, "1998-99", 5, `month 99 is not between 01 and 12; write "1998/1999" for the years`},
	{kindOfPeriod, "1914-18", 5, `month 18 is not between 01 and 12; write "1914/1918" for the years`},
	{"", "2024-10-32", 8, "October 2024 has no day 32"},
	{"", "2024-02-30", 8, "February 2024 has no day 30"},
	{"", "2023-02-29", 8, "February 2023 has no day 29"},
	{"", "1900-02-29~", 8, "February 1900 has no day 29"},
	{"", "-0043-02-29", 9, "February -43 has no day 29"},
	{"", "2024-10-00", 8, "October 2024 has no day 00"},
	{"", "2024-XX-13", 8, "a day needs a month; write one, or XX for the day too"},
	{"", "2024-21-13", 7, `a season takes no day; write "2024-21"`},
	{"", "2024-21-XX", 7, `a season takes no day; write "2024-21"`},
	{kindOfDate, "2024-1X", 4, "the month must be a hyphen and two digits or XX; " + writeDate},
	{kindOfDate, "2024-10-1X", 7, "the day must be a hyphen and two digits or XX; " + writeDate},
	{kindOfDate, "2024-:1", 4, "the month must be a hyphen and two digits or XX; " + writeDate},
	{kindOfDate, "X024", 0, yearForm},
	{kindOfDate, "2XXX", 1, yearForm},
	{kindOfDate, "20X4", 3, yearForm},
	{"", "201X-10", 4, "a year with an X in it takes no month; write the year alone"},
	{"", "2024?~", 5, `two qualifiers; write "2024%"`},
	{"", "2024~~?", 6, `two qualifiers; write "2024%"`},
	{"", "abcd~~", 5, "two qualifiers; write one, and % for both ? and ~"},
	{"", "2024%?", 5, `two qualifiers; write "2024%"`},
	{"", "-0000", 0, `the year 0000 has no sign; write "0000"`},
	{"", "-0000-10-13?", 0, `the year 0000 has no sign; write "0000-10-13?"`},

	{kindOfPeriod, "/", 0, "at least one side must be a date; write one, or leave the period out"},
	{kindOfPeriod, "../..", 0, "at least one side must be a date; write one, or leave the period out"},
	{kindOfPeriod, "/..", 0, "at least one side must be a date; write one, or leave the period out"},
	{kindOfPeriod, "2024/2023", 5, "the end is before the start; write the earlier date first"},
	{kindOfPeriod, "2024-10-13/2024-10-12", 11, "the end is before the start; write the earlier date first"},
	{kindOfPeriod, "2024-11/201X", 8, "the end is before the start; write the earlier date first"},
	{kindOfPeriod, "-0043/-0044", 6, "the end is before the start; write the earlier date first"},
	{kindOfPeriod, "2024-23/2024-02", 8, "the end is before the start; write the earlier date first"},
	{kindOfPeriod, "2024-13/2025", 5, "start: month 13 is not between 01 and 12"},
	{kindOfPeriod, "2024/2025-13", 10, "end: month 13 is not between 01 and 12"},
	{kindOfPeriod, "2022-03/later", 8, "end: this is not the form of a date; " + writeDate + orPeriod},
	{kindOfPeriod, "2024/2025/2026", 9, "end: there is a second slash; write a date as YYYY-MM-DD, a period as two dates and one slash"},
	{kindOfDate, "2024/2025", 4, "this is a period; write one date, as YYYY, YYYY-MM or YYYY-MM-DD"},
	{kindOfDate, "2024 to 2025", 4, "this is a period; write one date, as YYYY, YYYY-MM or YYYY-MM-DD"},

	{kindOfPeriod, "1985-04-12T23:20:30Z/1985-05", 10, `start: a time of day is not read; write "1985-04-12/1985-05"`},
	{"", "2024-10-13 09:30", 10, `a time of day is not read; write "2024-10-13"`},
	{"", "Y2024", 0, `Y is for a year of more than four digits; write "2024"`},
	{"", "12024", 4, "the year is not between -9999 and 9999; write a year of four digits"},
	{"", "1950S2", 4, "this is a year with significant digits, " + level2 + `; write "19XX"`},
	{"", "1950S3", 4, "this is a year with significant digits, " + level2 + `; write "195X"`},
	{"", "2001-25", 5, "month 25 is a season of one hemisphere, " + level2 + `; write "2001-21" for spring`},
	{"", "2001-32", 5, "month 32 is a season of one hemisphere, " + level2 + `; write "2001-24" for winter`},
	{"", "2001-34", 5, "month 34 is a quarter, " + level2 + `; write "2001", or a period as "2001-04/2001-06"`},
	{"", "-2001-39", 6, "month 39 is a third of a year, " + level2 + `; write "-2001", or a period as "-2001-09/-2001-12"`},
	{"", "2001-41", 5, "month 41 is a half of a year, " + level2 + `; write "2001", or a period as "2001-07/2001-12"`},
	{"", "2004-06~-11", 7, partOfDate + level2 + `; write "2004-06-11~"`},
	{"", "~2022", 0, `this is not the form of a date; write "2022~"`},
	{"", "?2004-06-~11", 0, partOfDate + level2 + `; write "2004-06-11%"`},
	{"", "[1667,1668]", 0, "this is a set of dates, " + level2 + "; write one date, or a period as two dates and a slash"},
	{"", "2024-W41", 5, "a week is not read; write its first and last day and a slash"},
	{kindOfPeriod, "2024-21-13/2025", 7, `start: a season takes no day; write "2024-21/2025"`},
	{"", "30 February 2024", 2, "February 2024 has no day 30"},
	{"", "February 30th, 2024", 0, "February 2024 has no day 30"},
	{kindOfDate, "31/06/2024", 2, "June 2024 has no day 31"},
	{"", "Q3 2024", 0, `a quarter is not read; write "2024", or a period as "2024-07/2024-09"`},
	{"", "2024-q4", 4, `a quarter is not read; write "2024", or a period as "2024-10/2024-12"`},
	{"", "unknown", 0, "this is not the form of a date; leave it out if it is not known"},
	{kindOfPeriod, "n/a", 0, "this is not the form of a date; leave it out if it is not known"},
	{kindOfPeriod, "after 2010", 0, `this is not the form of a date; write "2011/.." if it goes on from 2011; a period cannot say "some time after"`},
	{kindOfPeriod, "After 31 December 2010", 0, `this is not the form of a date; write "2011-01-01/.." if it goes on from 2011-01-01; a period cannot say "some time after"`},
	{kindOfPeriod, "before 1 March 2024", 0, `this is not the form of a date; write "../2024-02-29" if it went on until 2024-02-29; a period cannot say "some time before"`},
	{kindOfDate, "before 2010", 0, "this is a period; write one date, as YYYY, YYYY-MM or YYYY-MM-DD"},
	{kindOfDate, "13-25 October 2024", 2, "this is a period; write one date, as YYYY, YYYY-MM or YYYY-MM-DD"},
	{kindOfPeriod, "2004/P1Y", 5, "end: a duration is not read; write two dates and a slash"},
}

// oneText is a hint that quotes the one text to write.
var oneText = regexp.MustCompile(`^write "([^"]+)"(?: for [a-z ]+)?$`)

func parse(kind, text string) error {
	if kind == kindOfDate {
		_, err := ParseDate(text)
		return err
	}
	_, err := ParsePeriod(text)
	return err
}

func TestParse_SaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, c := range refusals {
		for _, kind := range []string{kindOfDate, kindOfPeriod} {
			if c.kind != "" && c.kind != kind {
				continue
			}
			words := c.words
			if kind == kindOfPeriod && c.kind == "" && strings.HasSuffix(words, writeDate) {
				words += orPeriod
			}
			problem, hint, _ := strings.Cut(words, "; ")
			want := &ParseError{Kind: kind, Text: c.text, Offset: c.offset, Problem: problem, Hint: hint}
			if m := oneText.FindStringSubmatch(hint); m != nil {
				want.Suggestion = m[1]
			}
			err := parse(kind, c.text)
			var got *ParseError
			if !errors.As(err, &got) {
				t.Errorf("%s %q: %v, want a *ParseError", kind, c.text, err)
				continue
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s %q (-want +got):\n%s", kind, c.text, diff)
			}
			if whole := "edtf: " + kind + " " + strconv.Quote(c.text) + ": " + words; err.Error() != whole {
				t.Errorf("the error of %s %q reads\n%s, want\n%s", kind, c.text, err, whole)
			}
		}
	}
}

// Dates as people write them, and how they are written here. "" is not sure.
var otherForms = map[string]string{
	"c. 2022-04": "2022-04~", "circa 2022": "2022~", "~2022": "2022~", "ca 1850": "1850~",
	"about October 2024": "2024-10~", "about noon": "",
	"2010s": "201X", "the 1920s": "192X", "1990's": "199X", "900s": "", "202x": "202X", "19xx": "19XX",
	"2024-xx":    "2024-XX",
	"13.10.2024": "2024-10-13", "13-10-2024": "2024-10-13", "10/13/2024": "2024-10-13",
	"13/10/2024": "2024-10-13", "1.1.2024": "2024-01-01",
	"2024/10/13": "2024-10-13", "2024.10.13": "2024-10-13", "2024-9-3": "2024-09-03", "9/2024": "2024-09",
	"20241013": "2024-10-13",
	"2024-287": "2024-10-13", "2024-366": "2024-12-31", "2023-366": "", "2024-000": "", "32.10.2024": "",
	"13.13.2024": "", "10.32.2024": "",
	"13-25 October 2024": "2024-10-13/2024-10-25", "13–25 Oct. 2024": "2024-10-13/2024-10-25",
	"October 13-25, 2024": "2024-10-13/2024-10-25", "13th to 25th October 2024": "2024-10-13/2024-10-25",
	"from 13 to 25 October 2024": "2024-10-13/2024-10-25", "25-13 October 2024": "",
	"30 October - 2 November 2024": "2024-10-30/2024-11-02", "May–June 1968": "1968-05/1968-06",
	"December - January 2024": "", "30-31 February 2024": "", "October 13 2024 - 25": "",
	"13th October 2024": "2024-10-13", "October 13th, 2024": "2024-10-13", "the 1st of May 1945": "1945-05-01",
	"Sunday 13 October 2024": "2024-10-13", "Sun, 13 Oct 2024": "2024-10-13",
	"Monday 13 October 2024": "", "Sunday October 2024": "", "Sunday 31 June 2024": "",
	"19th century": "18XX", "the 21st Century": "20XX", "1st century": "00XX", "0th century": "", "19 century": "",
	"101st century": "", "circa 19th century": "18XX~",
	"about 2019": "2019~", "2018-2019": "2018/2019", "2020/01/05": "2020-01-05", "2020-1-5": "2020-01-05",
	"2020-01-05 00:00:00": "2020-01-05", "2024 to unknown": "2024/", "unknown - May 2024": "/2024-05",
	"after 2010": "", "before 2010": "", "after 9999": "", "before about 2010": "", "Q3 2024": "", "Q5 2024": "", "winter 2023-2024": "", "spring 2023 - autumn 2024": "2023-21/2024-23", "-2024-Q3": "",
	"unknown": "", "unknown to unknown": "",
	" 2024": "2024", "2024-10-13\n": "2024-10-13", "2022–03–14": "2022-03-14", "24-10-13": "", "13.10.24": "",
	"October 2024": "2024-10", "13 October 2024": "2024-10-13", "October 13, 2024": "2024-10-13",
	"13-Oct-2024": "2024-10-13",
	"spring 2024": "2024-21", "Winter of 2024": "2024-24", "fall 2024": "2024-23", "31 June 2024": "",
	"Sept. 2024": "2024-09", "October": "", "2024 2025 May": "",
	"44 BC": "-0043", "1 BCE": "0000", "10001 BC": "", "0 BC": "", "-44": "",
	"2022-03/Present": "2022-03/..", "2022-03/...": "2022-03/..", "2022 to now": "2022/..",
	"since 2021": "2021/..", "From October 2021": "2021-10/..",
	"until 2021": "../2021", "from 1954 to 1962": "1954/1962", "1991-": "1991/..", "1991 –": "1991/..",
	"1991-1995": "1991/1995", "1991-95": "1991/1995",
	"1991/95": "1991/1995", "1995-91": "", "2022-03-14 - 2022-04-01": "2022-03-14/2022-04-01",
	"2024-10-13-2024-10-25": "2024-10-13/2024-10-25",
	"2022–2023":             "2022/2023", "2022 to 2023": "2022/2023", "2024-10-13--2024-10-25": "2024-10-13/2024-10-25",
	"2024 / 2025":           "2024/2025",
	"13.10.2024/25.10.2024": "2024-10-13/2024-10-25", "10.11.2024 - 12.11.2024": "",
	"May 1968 - June 1968": "1968-05/1968-06", "2023 to 2022": "",
	"2004-06-~01/2004-06-~20": "2004-06-01~/2004-06-20~", "since": "", "/now": "", "2022-04c": "", "２０２４": "",
	"\xff2024": "",
}

func TestParse_HintsAtOtherForms(t *testing.T) {
	t.Parallel()
	for text, want := range otherForms {
		err := parse(kindOfPeriod, text)
		var e *ParseError
		if !errors.As(err, &e) {
			t.Errorf("ParsePeriod(%q): %v, want a *ParseError", text, err)
			continue
		}
		if e.Suggestion != want || want != "" && !strings.Contains(e.Hint, strconv.Quote(want)) {
			t.Errorf("the suggestion for %q is %q, the hint %q; want %q", text, e.Suggestion, e.Hint, want)
		}
	}
}

func TestParse_AsksWhereTwoReadingsAreLeft(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"10/11/2024": `write "2024-11-10" if the day is first, "2024-10-11" if the month is`,
		"1.2.2024":   `write "2024-02-01" if the day is first, "2024-01-02" if the month is`,
		"1900s":      `write "190X" for ten years, "19XX" for a hundred`,
		"the 2000s":  `write "200X" for ten years, "20XX" for a hundred`,
	} {
		for _, kind := range []string{kindOfDate, kindOfPeriod} {
			var e *ParseError
			if err := parse(kind, text); !errors.As(err, &e) || e.Hint != want {
				t.Errorf("%s %q: %v, want the hint %s", kind, text, err, want)
			}
		}
	}
}

// A hint about one side is no suggestion for the whole text.
func TestParseError_SuggestsForAllOfTheText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2024-21-13/2025": "2024-21/2025", "2024/2024-21-13": "2024/2024-21", "2024-21-13/later": "",
		"2001-25/2002": "2001-21/2002", "-0000/0014": "0000/0014",
	} {
		var e *ParseError
		if err := parse(kindOfPeriod, text); !errors.As(err, &e) || e.Suggestion != want {
			t.Errorf("ParsePeriod(%q): %v, want the suggestion %q", text, err, want)
		}
	}
}

func TestParseError_CutsALongText(t *testing.T) {
	t.Parallel()
	_, err := ParseDate("v" + strings.Repeat("год", 1000))
	if n := len(err.Error()); n > 300 {
		t.Errorf("the error has %d bytes: %v", n, err)
	}
	if !strings.Contains(err.Error(), `…": `) {
		t.Errorf("the error does not show that the text goes on: %v", err)
	}
}

func TestMustParse_Panics(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]func(){
		"MustParseDate":   func() { MustParseDate("no") },
		"MustParsePeriod": func() { MustParsePeriod("no") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not panic", name)
				}
			}()
			f()
		}()
	}
}
