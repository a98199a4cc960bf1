package edtf

import (
	"slices"
	"strings"
	"time"
)

// This file is the slow oracle. It knows the text of a period and the calendar
// of package time, and tries every possibility.

// slowRuns returns the runs of days in which a date may be, by trying each day
// of some years against its text.
func slowRuns(text string) [][]time.Time {
	bare := strings.TrimRight(text, "?~%")
	months := map[string][][]string{ // year and month, by how far the year is off
		"21": {{"0-03", "0-04", "0-05"}, {"0-09", "0-10", "0-11"}},
		"22": {{"-12", "0-01", "0-02"}, {"0-06", "0-07", "0-08"}, {"0-12", "+01", "+02"}},
	}
	months["23"], months["24"] = months["21"], months["22"]
	matches := func(day time.Time, run int) bool {
		if len(bare) == 7 && months[bare[5:]] != nil {
			for _, m := range months[bare[5:]][run] {
				off := map[byte]int{'-': -1, '0': 0, '+': 1}[m[0]]
				if day.AddDate(-off, 0, 1-day.Day()).Format("2006") == bare[:4] && day.Format("01") == m[len(m)-2:] {
					return true
				}
			}
			return false
		}
		for i, c := range []byte(bare) {
			if c != 'X' && c != day.Format("2006-01-02")[i] {
				return false
			}
		}
		return true
	}
	runs := 1
	if len(bare) == 7 {
		runs = max(runs, len(months[bare[5:]]))
	}
	list := make([][]time.Time, runs)
	for run := range list {
		for day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2031; day = day.AddDate(0, 0, 1) {
			if matches(day, run) {
				list[run] = append(list[run], day)
			}
		}
		if strings.ContainsAny(text, "~%") {
			list[run] = slowWiden(list[run], bare)
		}
	}
	return list
}

// slowWiden adds the days that one unit of the date's precision reaches.
func slowWiden(days []time.Time, bare string) []time.Time {
	first, last := days[0], days[len(days)-1]
	switch {
	case len(bare) == 10 && !strings.Contains(bare, "X"):
		return []time.Time{first.AddDate(0, 0, -1), last, last.AddDate(0, 0, 1)}
	case strings.HasSuffix(bare, "XX") && len(bare) == 4:
		first, last = first.AddDate(-100, 0, 0), last.AddDate(100, 0, 0)
	case strings.HasSuffix(bare, "X") && len(bare) == 4:
		first, last = first.AddDate(-10, 0, 0), last.AddDate(10, 0, 0)
	case len(bare) == 4 || bare[5] == 'X':
		first, last = first.AddDate(-1, 0, 0), last.AddDate(1, 0, 0)
	case bare[5] == '2':
		first, last = first.AddDate(0, -3, 0), last.AddDate(0, 0, 1).AddDate(0, 3, -1)
	default:
		first, last = first.AddDate(0, -1, 0), last.AddDate(0, 0, 1).AddDate(0, 1, -1)
	}
	return append([]time.Time{first}, append(days, last)...)
}

// A slowPeriod is a period as the oracle sees it.
type slowPeriod struct {
	Period
	start, end [][]time.Time // runs of either side; nil if it is open or not known
	single     bool
	open       [2]bool
	uncertain  bool
}

func newSlowPeriod(text string, runs map[string][][]time.Time) slowPeriod {
	s := slowPeriod{Period: MustParsePeriod(text), uncertain: strings.ContainsAny(text, "?%")}
	from, to, ok := strings.Cut(text, "/")
	s.single, s.open = !ok, [2]bool{from == "..", to == ".."}
	if from != "" && from != ".." {
		s.start = runs[from]
	}
	if to != "" && to != ".." {
		s.end = runs[to]
	}
	return s
}

var longAgo, farAhead = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// days returns the days on which anything about s can change.
func (s slowPeriod) days() []time.Time {
	days := []time.Time{longAgo, farAhead}
	for _, run := range append(slices.Clone(s.start), s.end...) {
		days = append(days, run[0], run[len(run)/2], run[len(run)-1])
	}
	return days
}

// possibilities returns each first and last day that s may have, of the days.
func (s slowPeriod) possibilities(days []time.Time) (list [][2]time.Time) {
	in := func(run []time.Time, day time.Time) bool {
		return !day.Before(run[0]) && !day.After(run[len(run)-1])
	}
	inAny := func(runs [][]time.Time, day time.Time) bool {
		return slices.ContainsFunc(runs, func(run []time.Time) bool { return in(run, day) })
	}
	for _, first := range days {
		for _, last := range days {
			ok := !last.Before(first)
			switch {
			case s.single:
				ok = ok && slices.ContainsFunc(s.start, func(run []time.Time) bool {
					return in(run, first) && in(run, last)
				})
			default:
				if s.start != nil {
					ok = ok && inAny(s.start, first)
				} else if s.open[0] {
					ok = ok && first.Equal(longAgo)
				}
				if s.end != nil {
					ok = ok && inAny(s.end, last)
				} else if s.open[1] {
					ok = ok && last.Equal(farAhead)
				}
			}
			if ok {
				list = append(list, [2]time.Time{first, last})
			}
		}
	}
	return list
}

func slowAsk(p, q slowPeriod, holds func(a, b [2]time.Time) bool) Certainty {
	days := append(p.days(), q.days()...)
	slices.SortFunc(days, time.Time.Compare)
	days = slices.CompactFunc(days, time.Time.Equal)
	some, every := false, true
	qs := q.possibilities(days)
	for _, a := range p.possibilities(days) {
		for _, b := range qs {
			if holds(a, b) {
				some = true
			} else {
				every = false
			}
			if some && !every {
				return CertaintyMaybe
			}
		}
	}
	switch {
	case !some:
		return CertaintyNo
	case p.uncertain || q.uncertain:
		return CertaintyMaybe
	}
	return CertaintyYes
}

func slowPeriods() (list []slowPeriod) {
	texts := []string{
		"2023-12", "2023-12-30", "2023-12-31~", "2024-01", "2024-01-02", "2024-02~", "2024", "2025?", "202X", "2024-XX~",
		"2024-21", "2024-22", "2024-23?", "2024-24~", "",
	}
	runs := map[string][][]time.Time{}
	for _, text := range texts[:len(texts)-1] {
		runs[text] = slowRuns(text)
	}
	for _, a := range append(slices.Clone(texts), "..") {
		if a != "" && a != ".." {
			list = append(list, newSlowPeriod(a, runs))
		}
		for _, b := range append(slices.Clone(texts), "..") {
			if _, err := ParsePeriod(a + "/" + b); err == nil {
				list = append(list, newSlowPeriod(a+"/"+b, runs))
			}
		}
	}
	return list
}
