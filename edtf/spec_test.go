package edtf

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"
)

// specExamples are the examples of dates and intervals in the Library of
// Congress's EDTF specification of 4 February 2019,
// https://www.loc.gov/standards/datetime, and in its draft of 2012 where the
// features are the same. A problem is what the error has to say.
var specExamples = []struct {
	level   int
	feature string
	problem string // "" if they are read
	texts   string
}{
	{0, "date", "", "1985-04-12 1985-04 1985"},
	{0, "date and time", "a time of day is not read", "1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30"},
	{0, "interval", "", "1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02"},

	{1, "letter-prefixed year", "not between -9999 and 9999", "Y170000002 Y-170000002"},
	{1, "season", "", "2001-21 2001-22 2001-23 2001-24"},
	{1, "qualification", "", "1984? 2004-06~ 2004-06-11%"},
	{1, "unspecified digits", "", "201X 20XX 2004-XX 1985-04-XX 1985-XX-XX"},
	{1, "open end", "", "1985-04-12/.. 1985-04/.. 1985/.."},
	{1, "open start", "", "../1985-04-12 ../1985-04 ../1985"},
	{1, "unknown end", "", "1985-04-12/ 1985-04/ 1985/"},
	{1, "unknown start", "", "/1985-04-12 /1985-04 /1985"},
	{1, "qualified interval", "", "1984~/2004-06 1984/2004-06~ 1984~/2004~ 1984?/2004% 1984-06-02?/2004-08-08~"},
	{1, "negative year", "", "-1985"},

	{2, "exponential year", "exponent, which is EDTF level 2", "Y-17E7 Y17E8"},
	{2, "significant digits", "significant digits, which is EDTF level 2", "1950S2 Y171010000S3 Y3388E2S3"},
	{2, "sub-year grouping", "which is EDTF level 2", "2001-25 2001-28 2001-29 2001-32 2001-33 2001-34 2001-36 2001-37 2001-39 2001-40 2001-41"},
	{2, "one of a set", "a set of dates, which is EDTF level 2", "[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] [1667,1760-12] [..1984]"},
	{2, "all of a set", "a set of dates, which is EDTF level 2", "{1667,1668,1670..1672} {1960,1961-12} {..1984}"},
	{2, "group qualification", "a part of it, which is EDTF level 2", "2004-06~-11 2004?-06-11"},
	{2, "qualification of a component", "a part of it, which is EDTF level 2", "?2004-06-~11 2004-%06-11"},
	{2, "unspecified digits", "X", "156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X"},
	{2, "interval", "a part of it, which is EDTF level 2", "2004-06-~01/2004-06-~20"},
	{1, "interval that level 2 lists", "", "2004-06-XX/2004-07-03"},
}

func TestParse_SpecificationExamples(t *testing.T) {
	t.Parallel()
	for _, ex := range specExamples {
		for s := range strings.FieldsSeq(ex.texts) {
			p, err := ParsePeriod(s)
			switch {
			case ex.problem == "" && (err != nil || p.String() != s):
				t.Errorf("level %d, %s: ParsePeriod(%q) = %q, %v", ex.level, ex.feature, s, p, err)
			case ex.problem != "" && (err == nil || !strings.Contains(err.Error(), ex.problem)):
				t.Errorf("level %d, %s: ParsePeriod(%q) = %q, %v; want an error with %q", ex.level, ex.feature, s, p, err, ex.problem)
			}
			d, err := ParseDate(s)
			if isDate := ex.problem == "" && !strings.Contains(s, "/"); isDate != (err == nil) || isDate && d.String() != s {
				t.Errorf("level %d, %s: ParseDate(%q) = %q, %v", ex.level, ex.feature, s, d, err)
			}
		}
	}
}

// The table of ParseError says what is suggested for which form.
func TestDoc_TableOfSuggestionsIsTrue(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("error.go")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`(?m)^//\t(\S.*?)  +(\S+)$`).FindAllStringSubmatch(string(source), -1)
	if len(rows) != 23 {
		t.Errorf("found %d rows, want 23", len(rows))
	}
	for _, row := range rows {
		var e *ParseError
		if _, err := ParsePeriod(row[1]); !errors.As(err, &e) || e.Suggestion != row[2] {
			t.Errorf("the table says that %q is %s; the error is %v", row[1], row[2], err)
		}
	}
}

// The tables of the package comment say what is read and what is not.
func TestDoc_TablesAreTrue(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, read, _ := strings.Cut(string(doc), "# Syntax")
	read, refused, ok := strings.Cut(read, "Nothing else is accepted")
	refused, meaning, ok2 := strings.Cut(refused, "# Meaning")
	if !ok || !ok2 {
		t.Fatal("the package comment has lost a heading")
	}
	row := regexp.MustCompile(`(?m)^//\t(\S+(?:, \S+)*)  `)
	check := func(part string, want int, isRead bool) {
		rows := row.FindAllStringSubmatch(part, -1)
		if len(rows) != want {
			t.Errorf("found %d rows, want %d: %q", len(rows), want, rows)
		}
		for _, m := range rows {
			for s := range strings.SplitSeq(m[1], ", ") {
				if _, err := ParsePeriod(s); (err == nil) != isRead {
					t.Errorf("the table says of %q that it is read: %v; the error is %v", s, isRead, err)
				}
			}
		}
	}
	check(read, 18, true)
	check(refused, 7, false)
	check(meaning, 2, true)
}
