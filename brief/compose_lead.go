package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// What a sentence of the lead can hold.
const (
	mostLed   = 2 // meetings
	mostMet   = 4 // people who met, and sides of an exercise, by their names
	mostCited = 2 // sources; the entry of the record has all
)

// lead returns the first paragraph: the trend of the relations that the records
// are about most, the exercise that is under way or the latest, and the most
// recent meetings. Where there is none of these, it is the most recent agreement,
// statement or judgement.
func (c *composer) lead() []entry {
	var all line
	add := func(f entente.Fact, l line) {
		if len(l) > 0 {
			all = c.join(all, c.cited(c.concat(c.ground(f), l), c.cites(ofSources(f.Cites, mostCited))))
		}
	}
	p := c.mainPartnership()
	if p != nil {
		add(p.Fact, c.tiesLead(p))
	}
	if x := c.mainExercise(p); x != nil {
		add(x.Fact, c.exerciseLead(x))
	}
	for _, m := range c.mainMeetings(p) {
		add(m.Fact, c.meetingLead(m))
	}
	if len(all) == 0 {
		c.fallback(add)
	}
	if len(all) == 0 {
		return nil
	}
	return []entry{{class: "lead", line: all}}
}

// tiesLead says where relations are heading: those of their parties or, of many
// parties, those that have a name.
func (c *composer) tiesLead(p *entente.Partnership) line {
	trend := c.word(trends.of(p.Trend)).weighed(strong)
	if len(p.Parties) > mostMet && !p.Name.IsZero() {
		return c.sprint(msgTiesNamed, c.ownName(p.ID), trend).capital()
	}
	return c.sprint(msgTies, c.and(p.Parties).leading(p.ID), trend).capital()
}

// ofSources returns the citations of the first n sources. All of one source stay
// together, since they have one note.
func ofSources(cites []entente.Citation, n int) []entente.Citation {
	var sources []entente.ID
	var list []entente.Citation
	for _, cite := range cites {
		if !slices.Contains(sources, cite.Source) {
			if len(sources) == n {
				continue
			}
			sources = append(sources, cite.Source)
		}
		list = append(list, cite)
	}
	return list
}

// fallback adds what there is where nobody met and nothing was exercised, unless
// the one entry of its section says as much.
func (c *composer) fallback(add func(entente.Fact, line)) {
	switch {
	case len(c.agreements) > 1:
		a := c.latestAgreements()[0]
		add(a.Fact, c.sprint(msgLatestAgreement, c.ownName(a.ID), c.pieceOf(a.Places), c.piece(msgPieceTime, c.period(a.When))))
	case len(c.statements) > 1:
		s := c.latestStatements()[0]
		add(entente.Fact{Cites: s.Cites, Basis: entente.BasisReported}, c.saying(s, nil))
	case len(c.assessments) > 1:
		a := &c.assessments[0]
		add(entente.Fact{Cites: a.Cites, Basis: entente.BasisReported}, c.judging(a))
	case len(c.partnerships) > 1:
		p := &c.partnerships[0]
		add(p.Fact, c.sprint(msgColonStop, c.ownName(p.ID), c.text(p.Nature)))
	}
}

// ordered returns pointers to the records in the order of compare. Records that
// it finds equal stay as they are.
func ordered[T any](list []T, compare func(a, b *T) int) []*T {
	order := make([]*T, 0, len(list))
	for i := range list {
		order = append(order, &list[i])
	}
	slices.SortStableFunc(order, compare)
	return order
}

// newestFirst compares the times of two records as stated, not as they may be
// meant: the most recent comes first, and those without a time come last.
func newestFirst(a, b edtf.Period) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	x, y := a.Written(), b.Written()
	return cmp.Or(cmp.Compare(y.First, x.First), cmp.Compare(y.Last, x.Last))
}

// mainPartnership returns the relations with a trend that most exercises,
// meetings and judgements are about; the first of several.
func (c *composer) mainPartnership() *entente.Partnership {
	pairs := make(map[[2]entente.ID]int)
	about := make(map[entente.ID]int)
	for i := range c.exercises {
		countPairs(pairs, sides(c.exercises[i].Contingents))
	}
	for i := range c.meetings {
		countPairs(pairs, once(c.represented(c.meetings[i].Attendees)))
	}
	for i := range c.assessments {
		about[c.assessments[i].About]++
	}
	var best *entente.Partnership
	var most int
	for i := range c.partnerships {
		p := &c.partnerships[i]
		if p.Trend == 0 || linkedOnly(p.Fact) || len(p.Parties) < 2 {
			continue
		}
		if n := pairs[pairOf(p.Parties[0], p.Parties[1])] + about[p.ID]; best == nil || n > most {
			best, most = p, n
		}
	}
	return best
}

// countPairs counts the pairs of the first few of the IDs.
func countPairs(pairs map[[2]entente.ID]int, ids []entente.ID) {
	ids = ids[:min(len(ids), 8)]
	for i, a := range ids {
		for _, b := range ids[:i] {
			pairs[pairOf(a, b)]++
		}
	}
}

func pairOf(a, b entente.ID) [2]entente.ID { return [2]entente.ID{min(a, b), max(a, b)} }

// represented returns the nations of those who met.
func (c *composer) represented(list []entente.Attendee) []entente.ID {
	ids := make([]entente.ID, 0, len(list))
	for _, a := range list {
		if p := c.people[a.Actor]; p != nil {
			ids = append(ids, p.Nation)
		} else {
			ids = append(ids, a.Actor)
		}
	}
	return ids
}

// mainExercise returns the exercise that is under way or, if none is, the most
// recent one; of those without a date, the last of its series. An exercise of the
// parties to the main relations alone comes before those with others.
func (c *composer) mainExercise(p *entente.Partnership) *entente.Exercise {
	var best *entente.Exercise
	own := 1
	for i := range c.exercises {
		x := &c.exercises[i]
		if linkedOnly(x.Fact) {
			continue
		}
		others := 1
		if p != nil && within(sides(x.Contingents), p.Parties) {
			others = 0
		}
		if best == nil || cmp.Or(
			cmp.Compare(others, own),
			cmp.Compare(currency(x.Status), currency(best.Status)),
			newestFirst(x.When, best.When),
			cmp.Compare(best.Number, x.Number)) < 0 {
			best, own = x, others
		}
	}
	return best
}

// within reports whether all the IDs, which are at least two, are among a few
// others.
func within(ids, others []entente.ID) bool {
	if len(ids) < 2 || len(others) > 8 {
		return false
	}
	for _, id := range ids {
		if !slices.Contains(others, id) {
			return false
		}
	}
	return true
}

// mainMeetings returns the most recent meetings: of the parties to the main
// relations alone or, if they did not meet, of anybody.
func (c *composer) mainMeetings(p *entente.Partnership) []*entente.Meeting {
	all := c.latestMeetings()
	if p != nil {
		own := slices.DeleteFunc(slices.Clone(all), func(m *entente.Meeting) bool {
			return !within(c.represented(m.Attendees), p.Parties)
		})
		if len(own) > 0 {
			all = own
		}
	}
	return all[:min(len(all), mostLed)]
}

// currency orders exercises: those under way, those that took place, and those
// that may or will not.
func currency(s entente.Status) int {
	switch s {
	case entente.StatusUnderWay:
		return 0
	case entente.StatusHeld, 0:
		return 1
	}
	return 2
}

func (c *composer) exerciseLead(x *entente.Exercise) line {
	all := sides(x.Contingents)
	who := c.and(all[:min(len(all), mostMet)])
	if len(all) > mostMet {
		who = c.sprint(msgSides, len(all))
	}
	with := msgPieceWith
	switch x.Status {
	case entente.StatusProposed, entente.StatusPlanned:
		with = msgPieceToInvolve
	case entente.StatusCancelled:
		with = msgPieceWasToInvolve
	}
	return c.word(exerciseLeads.of(x.Status), c.afterNoun(c.ownName(x.ID)), c.pieceOf(x.Places),
		c.pieceTime(x.When), c.labelled(with, who)).capital()
}

// pieceOf returns where something happened, as part of a sentence.
func (c *composer) pieceOf(places []entente.Place) line {
	if len(places) == 0 {
		return nil
	}
	m := msgPieceIn
	if name := c.text(places[0].Name); places[0].Facility != "" || strings.Contains(name.text(), ",") || lower(name) {
		// a part of a town, or no proper name
		m = msgPieceAt
	}
	return c.labelled(m, c.definite(c.place(places[0])))
}

// pieceTime returns when something happened, as part of a sentence. Days are
// told apart from longer times, which take another case in some languages.
func (c *composer) pieceTime(p edtf.Period) line {
	first, last := p.Start(), p.End()
	if p.IsDate() || p.OpenEnd() {
		last = first
	}
	if isDay(first) && isDay(last) {
		return c.piece(msgPieceDays, c.period(p))
	}
	return c.piece(msgPieceTime, c.period(p))
}

// piece returns the time as a part of a sentence. Brackets do not hold brackets.
func (c *composer) piece(m msg, time line) line {
	out := c.labelled(m, time)
	if strings.HasPrefix(out.text(), " (") {
		out = c.labelled(m, c.unbracketed(time))
	}
	return out
}

// isDay reports whether the date is one day, with no digit left open.
func isDay(d edtf.Date) bool {
	return d.Precision() == edtf.PrecisionDay && !strings.Contains(d.String(), "X")
}

// adverb reports whether the words of a source about the time, "recently" or "in
// early May", need no punctuation in a sentence. One word is an adverb.
func (c *composer) adverb(words string) bool {
	if !strings.Contains(words, " ") {
		return true
	}
	if strings.ContainsAny(words, ",;:()—،؛") {
		return false
	}
	return slices.ContainsFunc(c.native().adverbs, func(w string) bool {
		ending, ends := strings.CutPrefix(w, "-")
		return ends && strings.HasSuffix(words, " "+ending) || strings.HasPrefix(words, w+" ")
	})
}

// latestMeetings returns the meetings, the most recent first, and those without
// a date last.
func (c *composer) latestMeetings() []*entente.Meeting {
	return ordered(c.meetings, func(a, b *entente.Meeting) int { return newestFirst(a.When, b.When) })
}

func (c *composer) meetingLead(m *entente.Meeting) line {
	place := c.pieceOf(m.Places)
	on, time := c.meetingTime(m)
	if len(m.Attendees) > mostMet {
		return c.sprint(msgLatestMeeting, c.ownName(m.ID), place, on, time).capital()
	}
	who := lines(m.Attendees, func(a entente.Attendee) line { return c.nameAt(a.Actor, m.When) })
	if len(who) == 1 {
		return c.sprint(msgVisited, who[0], place, on, time).capital()
	}
	return c.sprint(msgMet, c.both(who), place, on, time).capital()
}

// meetingTime returns when a meeting was, before or after its place.
func (c *composer) meetingTime(m *entente.Meeting) (before, after line) {
	d, words := m.When.Start(), c.text(m.Timing)
	switch {
	case m.When.IsZero() && c.adverb(words.text()):
		return c.labelled(msgPieceWhen, words), nil
	case m.When.IsZero():
		return nil, c.piece(msgPieceTime, words)
	case !m.When.IsDate() || strings.Contains(d.String(), "-XX") || d.Precision() == edtf.PrecisionCentury:
		return nil, c.pieceTime(m.When)
	case d.Precision() == edtf.PrecisionDay:
		return c.sprint(msgPieceOn, c.period(m.When)), nil
	}
	return c.sprint(msgPieceDuring, c.period(m.When)), nil
}
