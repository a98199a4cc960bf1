package edtf_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"text/template"
	"time"

	"github.com/entente-go/entente/edtf"
)

func Example() {
	war := edtf.MustParsePeriod("1954-11-01/1962-03")
	fmt.Println(war.Contains(edtf.MustParsePeriod("1958")))
	fmt.Println(war.Contains(edtf.MustParsePeriod("1962-03-19")))
	fmt.Println(war.Before(edtf.MustParsePeriod("1962-04-01/..")))
	fmt.Println(war.Start().Year(), war.End().Precision())
	fmt.Println(war.Span())
	// Output:
	// yes
	// maybe
	// yes
	// 1954 month
	// 1954-11-01/1962-03-31
}

func ExampleParseDate() {
	for _, s := range []string{"2024-10-13", "2024-10~", "2024-21", "192X", "-0043-03-15"} {
		d, err := edtf.ParseDate(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%-11v %-6v %v\n", d, d.Precision(), d.Span())
	}
	// Output:
	// 2024-10-13  day    2024-10-13/2024-10-13
	// 2024-10~    month  2024-09-01/2024-11-30
	// 2024-21     season 2024-03-01/2024-11-30
	// 192X        decade 1920-01-01/1929-12-31
	// -0043-03-15 day    -0043-03-15/-0043-03-15
}

func ExampleParsePeriod() {
	for _, s := range []string{"2016/..", "2016/", "2016"} {
		p, err := edtf.ParsePeriod(s)
		fmt.Printf("%-7v open %-5v  ends %q  %v\n", p, p.OpenEnd(), p.End(), err)
	}
	// Output:
	// 2016/.. open true   ends ""  <nil>
	// 2016/   open false  ends ""  <nil>
	// 2016    open false  ends "2016"  <nil>
}

func ExampleParseError() {
	for _, s := range []string{"13.10.2024", "2024-13", "the 1920s", "1991-1995", "c. 1850", "2024-10-13T09:30"} {
		_, err := edtf.ParsePeriod(s)
		fmt.Println(err)
	}
	_, err := edtf.ParseDate("2024-13")
	var e *edtf.ParseError
	if errors.As(err, &e) {
		fmt.Println(e.Text[:e.Offset], "|", e.Text[e.Offset:], "|", e.Problem)
	}
	// Output:
	// edtf: period "13.10.2024": this is not the form of a date; write "2024-10-13"
	// edtf: period "2024-13": month 13 is not between 01 and 12
	// edtf: period "the 1920s": this is not the form of a date; write "192X"
	// edtf: period "1991-1995": this is not the form of a date; write "1991/1995"
	// edtf: period "c. 1850": this is not the form of a date; write "1850~"
	// edtf: period "2024-10-13T09:30": a time of day is not read; write "2024-10-13"
	// 2024- | 13 | month 13 is not between 01 and 12
}

// A program can offer the suggestion, and must ask where there is none.
func ExampleParseError_suggestion() {
	for _, s := range []string{"29 October 2024", "13-25 October 2024", "10/11/2024", "30 February 2024"} {
		_, err := edtf.ParsePeriod(s)
		var e *edtf.ParseError
		if errors.As(err, &e) && e.Suggestion != "" {
			fmt.Printf("%s: did you mean %s?\n", s, e.Suggestion)
		} else if err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// 29 October 2024: did you mean 2024-10-29?
	// 13-25 October 2024: did you mean 2024-10-13/2024-10-25?
	// edtf: period "10/11/2024": this is not the form of a date; write "2024-11-10" if the day is first, "2024-10-11" if the month is
	// edtf: period "30 February 2024": February 2024 has no day 30
}

// Columns of numbers often hold 0 where nothing is known.
func ExampleNewDate() {
	for _, row := range [][3]int{{1954, 9, 8}, {1954, 9, 0}, {1954, 0, 0}, {0, 0, 0}, {1954, 0, 8}, {1954, 2, 29}} {
		d, err := edtf.NewDate(row[0], row[1], row[2])
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%q\n", d)
	}
	// Output:
	// "1954-09-08"
	// "1954-09"
	// "1954"
	// ""
	// edtf: date "1954-00-08": a day needs a month; write one, or leave the day out
	// edtf: date "1954-02-29": February 1954 has no day 29
}

func ExampleNewPeriod() {
	start, end := edtf.MustParseDate("1954-09-08"), edtf.MustParseDate("1977")
	p, _ := edtf.NewPeriod(start, end)
	unknown, _ := edtf.NewPeriod(start, edtf.Date{})
	_, err := edtf.NewPeriod(end, start)
	fmt.Println(p, unknown, edtf.Since(start), edtf.Until(end))
	fmt.Println(err)
	// Output:
	// 1954-09-08/1977 1954-09-08/ 1954-09-08/.. ../1977
	// edtf: period "1977/1954-09-08": the end is before the start; write the earlier date first
}

func ExamplePeriod_Overlaps() {
	visit := edtf.MustParsePeriod("2024-10-13")
	for _, s := range []string{"2024-10-13/2024-10-25", "2024-10", "2024-10-13~", "2024-21", "2016/..", "2016/", "2023"} {
		fmt.Printf("%-21s %v\n", s, visit.Overlaps(edtf.MustParsePeriod(s)))
	}
	// Output:
	// 2024-10-13/2024-10-25 yes
	// 2024-10               maybe
	// 2024-10-13~           maybe
	// 2024-21               maybe
	// 2016/..               yes
	// 2016/                 maybe
	// 2023                  no
}

// The four questions about the days of a period differ where it is not exact.
func ExamplePeriod_Span() {
	p := edtf.MustParsePeriod("2010~/2012")
	fmt.Println("may be:  ", p.Span())
	fmt.Println("written: ", p.Written())
	p = edtf.MustParsePeriod("2010/2012")
	fmt.Println("must be: ", p.Certain())
	fmt.Println("as years:", p.Whole())
	// Output:
	// may be:   2009-01-01/2012-12-31
	// written:  2010-01-01/2012-12-31
	// must be:  2010-12-31/2012-01-01
	// as years: 2010-01-01/2012-12-31
}

func ExampleSpan_Bounds() {
	from, to := edtf.MustParseDate("2024-02").Span().Bounds()
	fmt.Println(from.Format(time.DateOnly), "<= t <", to.Format(time.DateOnly))
	t := time.Date(2024, 2, 29, 18, 30, 0, 0, time.UTC)
	fmt.Println(!t.Before(from) && t.Before(to))
	// Output:
	// 2024-02-01 <= t < 2024-03-01
	// true
}

func ExampleDate_Truncate() {
	d := edtf.MustParseDate("1954-09-08~")
	fmt.Println(d.Truncate(edtf.PrecisionMonth), d.Truncate(edtf.PrecisionYear), d.Truncate(edtf.PrecisionDecade))
	// Output: 1954-09~ 1954~ 195X~
}

func ExamplePeriod_Compare() {
	var list []edtf.Period
	for _, s := range []string{"2024", "../2016", "2024-01", "-0044"} {
		list = append(list, edtf.MustParsePeriod(s))
	}
	list = append(list, edtf.Period{})
	slices.SortFunc(list, edtf.Period.Compare)
	fmt.Printf("%q\n", list)
	// Output: ["../2016" "-0044" "2024-01" "2024" ""]
}

func ExamplePeriod_UnmarshalText() {
	var treaty struct {
		Signed edtf.Date   `json:"signed"`
		Force  edtf.Period `json:"force,omitzero"`
	}
	err := json.Unmarshal([]byte(`{"signed": "1954-09-08", "force": "1955-02-19/1977-06-30"}`), &treaty)
	fmt.Println(treaty.Signed, treaty.Force, err)
	treaty.Force = edtf.Period{}
	b, _ := json.Marshal(treaty)
	fmt.Println(string(b))
	err = json.Unmarshal([]byte(`{"signed": "8 September 1954"}`), &treaty)
	fmt.Println(err)
	// Output:
	// 1954-09-08 1955-02-19/1977-06-30 <nil>
	// {"signed":"1954-09-08"}
	// edtf: date "8 September 1954": this is not the form of a date; write "1954-09-08"
}

func ExamplePeriod_flag() {
	var during edtf.Period
	flags := flag.NewFlagSet("find", flag.ContinueOnError)
	flags.TextVar(&during, "during", edtf.Period{}, "only what happened in this `period`")
	err := flags.Parse([]string{"-during", "2016/.."})
	fmt.Println(during, err)
	// Output: 2016/.. <nil>
}

// In a template a struct is always true, so ask for IsZero.
func ExamplePeriod_IsZero() {
	const text = "{{range .}}{{.Name}}{{if not .When.IsZero}}, {{.When}}{{end}}\n{{end}}"
	type exercise struct {
		Name string
		When edtf.Period
	}
	t := template.Must(template.New("").Parse(text))
	t.Execute(os.Stdout, []exercise{{"Druzhba", edtf.MustParsePeriod("2024-10")}, {"Arabian Monsoon", edtf.Period{}}})
	// Output:
	// Druzhba, 2024-10
	// Arabian Monsoon
}

func ExampleDate_Year() {
	const text = "{{range .}}{{with .Season}}{{.}} {{end}}{{.Year}}{{with .Month}}, {{.}}{{end}}\n{{end}}"
	t := template.Must(template.New("").Parse(text))
	t.Execute(os.Stdout, []edtf.Date{edtf.MustParseDate("2024-10~"), edtf.MustParseDate("2024-21")})
	// Output:
	// 2024, October
	// spring 2024
}

// An unknown month is 0, for which package time has no name.
func ExampleDate_Month() {
	for _, s := range []string{"2024-10", "2024"} {
		d := edtf.MustParseDate(s)
		if m := d.Month(); m != 0 {
			fmt.Println(m, d.Year())
		} else {
			fmt.Println(d.Year())
		}
	}
	// Output:
	// October 2024
	// 2024
}

func ExampleNewSeason() {
	d, err := edtf.NewSeason(2024, edtf.SeasonSpring)
	fmt.Println(d, err)
	// Output: 2024-21 <nil>
}

func ExampleDate_Precision() {
	for _, s := range []string{"20XX", "202X", "2024", "2024-21", "2024-10", "2024-10-XX", "2024-10-13"} {
		fmt.Println(s, edtf.MustParseDate(s).Precision())
	}
	// Output:
	// 20XX century
	// 202X decade
	// 2024 year
	// 2024-21 season
	// 2024-10 month
	// 2024-10-XX month
	// 2024-10-13 day
}

func ExampleDate_Season() {
	d := edtf.MustParseDate("2024-21")
	fmt.Println(d.Season(), d.Year())
	// Output: spring 2024
}

// An approximate date may be one unit of its own precision earlier or later.
func ExampleDate_Span() {
	d := edtf.MustParseDate("2024-10~")
	fmt.Println(d.Written(), d.Span())
	// Output: 2024-10-01/2024-10-31 2024-09-01/2024-11-30
}

// The days of a season are those of both hemispheres.
func ExampleDate_Written() {
	fmt.Println(edtf.MustParseDate("2024-21").Written())
	// Output: 2024-03-01/2024-11-30
}

func ExampleDate_WithApproximate() {
	d := edtf.MustParseDate("1850")
	fmt.Println(d.WithApproximate(true), d.WithUncertain(true))
	// Output: 1850~ 1850?
}

func ExampleDayOf() {
	day := edtf.DayOf(time.Date(2024, time.February, 28, 23, 0, 0, 0, time.UTC))
	fmt.Println(day, day+1, day+2)
	fmt.Println((day + 1).Date().Month(), (day + 1).Time().Weekday())
	// Output:
	// 2024-02-28 2024-02-29 2024-03-01
	// February Thursday
}

func ExampleSince() {
	start := edtf.MustParseDate("2016")
	fmt.Println(edtf.Since(start), edtf.Until(start))
	// Output: 2016/.. ../2016
}

func ExamplePeriod_Before() {
	talks := edtf.MustParsePeriod("2024-10")
	fmt.Println(talks.Before(edtf.MustParsePeriod("2024-11-05")), talks.Before(edtf.MustParsePeriod("2024-10-29")))
	// Output: yes maybe
}

func ExamplePeriod_Contains() {
	war := edtf.MustParsePeriod("1954-11-01/1962-03")
	fmt.Println(war.Contains(edtf.MustParsePeriod("1958")), war.Contains(edtf.MustParsePeriod("1962-03-19")))
	// Output: yes maybe
}

// "2010/2012" begins on some day in 2010. As data for these years, it is all
// three of them.
func ExamplePeriod_Whole() {
	p := edtf.MustParsePeriod("2010/2012")
	fmt.Println(p.Whole(), p.Certain())
	// Output: 2010-01-01/2012-12-31 2010-12-31/2012-01-01
}

func ExampleSpan_Overlaps() {
	autumn := edtf.MustParsePeriod("2024-09/2024-11").Whole()
	talks := edtf.MustParsePeriod("2024-10-29").Span()
	fmt.Println(autumn.Overlaps(talks), autumn.Contains(talks.First), talks.Period())
	// Output: true true 2024-10-29/2024-10-29
}
