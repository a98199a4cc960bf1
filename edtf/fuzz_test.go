package edtf

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var onlyHint = regexp.MustCompile(`^write "([^"\\]+)"$`)

func FuzzParse(f *testing.F) {
	for _, ex := range specExamples {
		for s := range strings.FieldsSeq(ex.texts) {
			f.Add(s)
		}
	}
	for _, c := range refusals {
		f.Add(c.text)
	}
	for s := range otherForms {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		d, dateErr := ParseDate(s)
		if (dateErr == nil) != (err == nil && p.IsDate()) || dateErr == nil && d.Period() != p {
			t.Fatalf("%q is a date for one and not for the other: %v, %v", s, err, dateErr)
		}
		checkError(t, s, p.IsZero(), err)
		checkError(t, s, d.IsZero(), dateErr)
		if err != nil {
			return
		}
		if p.String() != s || d.String() != s && dateErr == nil {
			t.Fatalf("%q writes %q and %q", s, p, d)
		}
		var q Period
		if err := q.UnmarshalText([]byte(s)); err != nil || q != p || PeriodFromBits(p.Bits()) != p {
			t.Fatalf("UnmarshalText(%q) = %v, %v", s, q, err)
		}
		if p.Overlaps(p) == CertaintyNo || p.Contains(p) == CertaintyNo || p.Compare(q) != 0 {
			t.Fatalf("%q does not overlap, contain or equal itself", s)
		}
		if all := p.Span().Period(); p.Overlaps(all) == CertaintyNo {
			t.Fatalf("%q does not overlap its span %v", s, all)
		}
		w, span := p.Written(), p.Span()
		if w.First > w.Last || span.First > w.First || span.Last < w.Last || !span.Overlaps(w) {
			t.Fatalf("%q has the span %v, and %v is written", s, span, w)
		}
		if c := p.Certain(); !c.IsZero() && (c.First < w.First || c.Last > w.Last || p.Contains(c.Period()) != CertaintyYes) {
			t.Fatalf("%q has the certain days %v of %v", s, c, w)
		}
		if c := p.Whole(); !c.IsZero() && (c.First < w.First || c.Last > span.Last) {
			t.Fatalf("%q has as a whole the days %v of %v", s, c, w)
		}
	})
}

// checkError checks that an error is well formed and that what it says to
// write can be read.
func checkError(t *testing.T, s string, isZero bool, err error) {
	t.Helper()
	if err == nil {
		return
	}
	var e *ParseError
	if !errors.As(err, &e) || !isZero || e.Text != s || e.Problem == "" || !utf8.ValidString(err.Error()) {
		t.Fatalf("%q: %#v, %v", s, e, err)
	}
	if e.Offset < 0 || e.Offset > len(s) {
		t.Fatalf("%v: offset %d of %d bytes", err, e.Offset, len(s))
	}
	if e.Suggestion != "" && (parse(e.Kind, e.Suggestion) != nil || !strings.Contains(e.Hint, strconv.Quote(e.Suggestion))) {
		t.Fatalf("%v: the suggestion %q is no %s, or not in the hint", err, e.Suggestion, e.Kind)
	}
	if m := onlyHint.FindStringSubmatch(e.Hint); m != nil && parse(e.Kind, m[1]) != nil {
		t.Fatalf("%v: what it says to write is no %s", err, e.Kind)
	}
}

func FuzzRelations(f *testing.F) {
	f.Add("2024-10-13/2024-10-25", "2024-24")
	f.Add("2016/..", "2024~")
	f.Add("/2024-21", "202X?/")
	f.Fuzz(func(t *testing.T, s, u string) {
		p, err := ParsePeriod(s)
		q, err2 := ParsePeriod(u)
		if err != nil || err2 != nil {
			return
		}
		overlaps, before, after := p.Overlaps(q), p.Before(q), q.Before(p)
		contains := p.Contains(q)
		switch {
		case overlaps != q.Overlaps(p):
			t.Error("overlaps depends on the order")
		case p.Compare(q) != -q.Compare(p) || (p.Compare(q) == 0) != p.Equal(q):
			t.Error("the order is not an order")
		case !p.Span().Overlaps(q.Span()) && overlaps != CertaintyNo:
			t.Error("the spans are apart, and the periods overlap")
		case contains == CertaintyYes && overlaps != CertaintyYes, overlaps == CertaintyNo && contains != CertaintyNo:
			t.Error("one contains the other and does not overlap it")
		case overlaps == CertaintyYes && (before != CertaintyNo || after != CertaintyNo):
			t.Error("one is before the other and overlaps it")
		case before == CertaintyYes && (after != CertaintyNo || overlaps != CertaintyNo):
			t.Error("one is before and after the other")
		case overlaps == 0 || contains == 0 || before == 0:
			t.Error("there is no answer")
		}
		if t.Failed() {
			t.Fatalf("%v and %v: overlaps %v, contains %v, before %v, after %v",
				p, q, overlaps, contains, before, after)
		}
	})
}
