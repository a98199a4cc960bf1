package brief

import (
	"strings"

	"github.com/entente-go/entente/edtf"
)

// period returns a period in words, or nothing for the zero Period.
func (l *localizer) period(p edtf.Period) line {
	start, end := p.Start(), p.End()
	switch {
	case p.IsZero():
		return nil
	case p.IsDate(), start == end:
		return l.date(start, false)
	case start.IsZero() && p.OpenStart():
		return l.bounded(msgUntil, msgUntilAbout, end, false)
	case start.IsZero():
		return l.bounded(msgUntilUnknown, msgUntilAboutUnknown, end, false)
	case end.IsZero() && p.OpenEnd() && start.Approximate():
		return l.doubted(start, l.sprint(msgSinceAbout, l.exactly(start, true)))
	case end.IsZero() && p.OpenEnd():
		return l.sprint(msgSince, l.date(start, true))
	case end.IsZero():
		return l.bounded(msgFromUnknown, msgFromAboutUnknown, start, true)
	}
	if out := l.dateRange(start, end); out != nil {
		return out
	}
	return l.fromTo(start, end)
}

// bounded returns a period with one bound: in some languages "about" is not before
// the date.
func (l *localizer) bounded(plain, about msg, d edtf.Date, after bool) line {
	if d.Approximate() {
		plain = about
	}
	return l.sprint(plain, l.doubted(d, l.exactly(d, after)))
}

// fromTo returns a period with two bounds.
func (l *localizer) fromTo(start, end edtf.Date) line {
	m := msgFromTo
	switch {
	case start.Approximate() && end.Approximate():
		m = msgFromAboutToAbout
	case start.Approximate():
		m = msgFromAboutTo
	case end.Approximate():
		m = msgFromToAbout
	}
	return l.sprint(m, l.doubted(start, l.exactly(start, true)), l.doubted(end, l.exactly(end, false)))
}

// dateRange returns two dates of one precision as a range, "5–12 October 2024",
// or nil if they need more words.
func (l *localizer) dateRange(start, end edtf.Date) line {
	if start.Precision() != end.Precision() || start.Year() <= 0 || start.Uncertain() || end.Uncertain() ||
		start.Approximate() != end.Approximate() || strings.ContainsAny(start.String()+end.String(), "X") {
		return nil
	}
	var out line
	sameYear := start.Year() == end.Year()
	switch p := start.Precision(); {
	case p == edtf.PrecisionYear:
		out = l.sprint(msgYears, l.numeral(start.Year()), l.numeral(end.Year()))
	case p == edtf.PrecisionMonth && sameYear:
		out = l.sprint(msgMonths, l.word(months.of(start.Month())), l.word(months.of(end.Month())), l.numeral(end.Year()))
	case p == edtf.PrecisionDay && sameYear && start.Month() == end.Month():
		out = l.sprint(msgDays, l.numeral(start.Day()), l.numeral(end.Day()), l.word(monthsOf.of(end.Month())),
			l.numeral(end.Year()))
	case p == edtf.PrecisionDay && sameYear:
		out = l.sprint(msgDaysOfMonths, l.numeral(start.Day()), l.word(monthsOf.of(start.Month())),
			l.numeral(end.Day()), l.word(monthsOf.of(end.Month())), l.numeral(end.Year()))
	default:
		return nil
	}
	if start.Approximate() {
		out = l.sprint(msgApproximate, out)
	}
	return out
}

// span returns the time from the first date to the last; either may be zero.
func (l *localizer) span(first, last edtf.Date) line {
	switch {
	case first.IsZero():
		return l.date(last, false)
	case last.IsZero(), first.Written() == last.Written(): // be one approximate or not
		return l.date(first, false)
	}
	if out := l.dateRange(first, last); out != nil {
		return out
	}
	return l.fromTo(first, last)
}

// date returns a date in words, as precise as it is. A date after "since" or
// "from" is in another case in some languages.
func (l *localizer) date(d edtf.Date, after bool) line {
	out := l.exactly(d, after)
	if d.Approximate() {
		out = l.sprint(msgApproximate, out)
	}
	return l.doubted(d, out)
}

// doubted adds to the words that the source doubts the date, if it does.
func (l *localizer) doubted(d edtf.Date, words line) line {
	if d.Uncertain() {
		return l.sprint(msgUncertain, words)
	}
	return words
}

// exactly is date without its qualifiers.
func (l *localizer) exactly(d edtf.Date, after bool) line {
	text := d.String()
	if text == "" {
		return nil
	}
	span := d.Written()
	from, to := span.First.Date(), span.Last.Date()
	first, last := from.Year(), to.Year()
	if d.Precision() == edtf.PrecisionSeason { // the span reaches into other years
		first, last = d.Year(), d.Year()
	}
	var out line
	switch {
	case first > 0:
		out = l.bareDate(d, first, last, after)
	case last > 0: // a decade or century that begins in 1 BC
		return l.fromTo(from.Truncate(edtf.PrecisionYear), to.Truncate(edtf.PrecisionYear))
	default: // the year 0000 is 1 BC
		out = l.sprint(msgBeforeChrist, l.bareDate(d, 1-first, 1-last, after))
	}
	switch {
	case !strings.Contains(text, "-XX"):
	case d.Month() != 0:
		out = l.sprint(msgNoDay, out)
	default:
		out = l.sprint(msgNoMonth, out)
	}
	return out
}

// bareDate is exactly without the remark on parts that are not known, from the first
// year to the last.
func (l *localizer) bareDate(d edtf.Date, first, last int, after bool) line {
	dates, months, seasons := dates, months, seasons
	if after {
		dates, months, seasons = datesOf, monthsOf, seasonsOf
	}
	p := d.Precision()
	if p == edtf.PrecisionDecade && last < first { // years BC
		p = edtf.PrecisionCentury
	}
	switch p {
	case edtf.PrecisionCentury:
		return l.word(dates.of(p), l.numeral(first), l.numeral(last))
	case edtf.PrecisionSeason:
		return l.word(dates.of(edtf.PrecisionMonth), l.word(seasons.of(d.Season())), l.numeral(first))
	case edtf.PrecisionMonth:
		return l.word(dates.of(p), l.word(months.of(d.Month())), l.numeral(first))
	case edtf.PrecisionDay:
		return l.word(dates.of(p), d.Day(), l.word(monthsOf.of(d.Month())), l.numeral(first))
	}
	return l.word(dates.of(p), l.numeral(first)) // a year or a decade
}
