package brief

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// period returns a period in words, or nothing for the zero Period.
func (v *voice) period(p entente.Period) line {
	start, end := p.Start(), p.End()
	switch {
	case p.IsZero():
		return nil
	case p.IsDate():
		return v.date(start, "")
	case start.IsZero() && p.OpenStart():
		return v.say("until %[1]s", v.date(end, ""))
	case start.IsZero():
		return v.say("until %[1]s, from a beginning that is not known", v.date(end, ""))
	case start == end:
		return v.date(start, "")
	case end.IsZero() && p.OpenEnd() && start.Approximate():
		return v.doubted(start, v.say("since about %[1]s", v.exactly(start, "of ")))
	case end.IsZero() && p.OpenEnd():
		return v.say("since %[1]s", v.date(start, "of "))
	case end.IsZero():
		return v.say("from %[1]s, to an end that is not known", v.date(start, "of "))
	}
	return v.say("from %[1]s to %[2]s", v.date(start, "of "), v.date(end, ""))
}

// span returns the time from the first date to the last, either of which may
// be missing.
func (v *voice) span(first, last entente.Date) line {
	switch {
	case first.IsZero() && last.IsZero():
		return nil
	case last.IsZero():
		return v.say("Earliest date: %[1]s.", v.date(first, ""))
	case first.IsZero():
		return v.say("Latest date: %[1]s.", v.date(last, ""))
	case first == last:
		return v.say("Time: %[1]s.", v.date(first, ""))
	}
	return v.say("Time: %[1]s.", v.say("from %[1]s to %[2]s", v.date(first, "of "), v.date(last, "")))
}

// date returns a date in words, as precise as it is. The form is "" for one
// that stands alone, "of " for one that stands after "since" or "from".
func (v *voice) date(d entente.Date, form string) line {
	out := v.exactly(d, form)
	if d.Approximate() {
		out = v.say("about %[1]s", out)
	}
	return v.doubted(d, out)
}

// doubted returns the words with it said if the source doubts the date.
func (v *voice) doubted(d entente.Date, words line) line {
	if d.Uncertain() {
		return v.say("%[1]s (uncertain)", words)
	}
	return words
}

// exactly is date without its qualifiers.
func (v *voice) exactly(d entente.Date, form string) line {
	text := d.String()
	if len(text) < len("2024") {
		return nil
	}
	out := v.bareDate(d, text, form)
	if strings.Contains(text[4:], "-XX") {
		if _, ok := d.Month(); ok {
			out = v.say("%[1]s, day not known", out)
		} else {
			out = v.say("%[1]s, month not known", out)
		}
	}
	return out
}

func (v *voice) bareDate(d entente.Date, text, form string) line {
	year, ok := d.Year()
	if !ok {
		first, _ := strconv.Atoi(strings.ReplaceAll(text[:4], "X", "0"))
		if text[2] != 'X' {
			return v.say(either(form, "the %[1]ss", "of the %[1]ss"), v.numeral(first))
		}
		return v.say(either(form, "the years %[1]s–%[2]s", "of the years %[1]s–%[2]s"), v.numeral(first), v.numeral(first+99))
	}
	month, ok := d.Month()
	if !ok {
		return v.say(either(form, "year: %[1]s", "of the year: %[1]s"), v.numeral(year))
	}
	day, ok := d.Day()
	if !ok {
		return v.say(either(form, "month: %[1]s %[2]s", "of the month: %[1]s %[2]s"), v.say(form+month.String()), v.numeral(year))
	}
	return v.say("%[1]d %[2]s %[3]s", day, v.say("of "+month.String()), v.numeral(year))
}

func either(form, alone, of string) string {
	if form == "" {
		return alone
	}
	return of
}
