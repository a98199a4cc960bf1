package brief

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente"
)

// precision is how much of a date is known.
type precision uint8

const (
	precisionDay precision = iota + 1
	precisionMonth
	precisionYear
	precisionDecade
	precisionCentury
)

// period returns a period in words, or nothing for the zero Period.
func (l *localizer) period(p entente.Period) line {
	start, end := p.Start(), p.End()
	switch {
	case p.IsZero():
		return nil
	case p.IsDate(), start == end:
		return l.date(start, false)
	case start.IsZero() && p.OpenStart():
		return l.sprint(msgUntil, l.date(end, false))
	case start.IsZero():
		return l.sprint(msgUntilUnknown, l.date(end, false))
	case end.IsZero() && p.OpenEnd() && start.Approximate():
		return l.doubted(start, l.sprint(msgSinceAbout, l.exactly(start, true)))
	case end.IsZero() && p.OpenEnd():
		return l.sprint(msgSince, l.date(start, true))
	case end.IsZero():
		return l.sprint(msgFromUnknown, l.date(start, true))
	}
	return l.sprint(msgFromTo, l.date(start, true), l.date(end, false))
}

// span returns the time from the first date to the last; either may be zero.
func (l *localizer) span(first, last entente.Date) line {
	switch {
	case first.IsZero() && last.IsZero():
		return nil
	case last.IsZero():
		return l.sprint(msgEarliest, l.date(first, false))
	case first.IsZero():
		return l.sprint(msgLatest, l.date(last, false))
	case first == last:
		return l.sprint(msgTime, l.date(first, false))
	}
	return l.sprint(msgTime, l.sprint(msgFromTo, l.date(first, true), l.date(last, false)))
}

// date returns a date in words, as precise as it is. A date after "since" or
// "from" is in another case in some languages.
func (l *localizer) date(d entente.Date, after bool) line {
	out := l.exactly(d, after)
	if d.Approximate() {
		out = l.sprint(msgApproximate, out)
	}
	return l.doubted(d, out)
}

// doubted adds to the words that the source doubts the date, if it does.
func (l *localizer) doubted(d entente.Date, words line) line {
	if d.Uncertain() {
		return l.sprint(msgUncertain, words)
	}
	return words
}

// exactly is date without its qualifiers.
func (l *localizer) exactly(d entente.Date, after bool) line {
	text := d.String()
	if len(text) < len("2024") {
		return nil
	}
	out := l.bareDate(d, text, after)
	if strings.Contains(text[4:], "-XX") {
		if _, ok := d.Month(); ok {
			out = l.sprint(msgNoDay, out)
		} else {
			out = l.sprint(msgNoMonth, out)
		}
	}
	return out
}

func (l *localizer) bareDate(d entente.Date, text string, after bool) line {
	dates, months := dates, months
	if after {
		dates, months = datesOf, monthsOf
	}
	year, ok := d.Year()
	if !ok {
		first, _ := strconv.Atoi(strings.ReplaceAll(text[:4], "X", "0"))
		if text[2] != 'X' {
			return l.word(dates.of(precisionDecade), l.numeral(first))
		}
		return l.word(dates.of(precisionCentury), l.numeral(first), l.numeral(first+99))
	}
	month, ok := d.Month()
	if !ok {
		return l.word(dates.of(precisionYear), l.numeral(year))
	}
	day, ok := d.Day()
	if !ok {
		return l.word(dates.of(precisionMonth), l.word(months.of(month)), l.numeral(year))
	}
	return l.word(dates.of(precisionDay), day, l.word(monthsOf.of(month)), l.numeral(year))
}
