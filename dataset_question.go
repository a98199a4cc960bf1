package entente

import (
	"slices"

	"github.com/entente-go/entente/edtf"
)

// A question holds the arguments of the calls that made a selection.
type question struct {
	parties [][]ID        // an actor of each list takes part
	kinds   kindSet       // 0 for every kind
	periods []edtf.Period // each overlaps
	// opaque says that the selection was also narrowed in a way that a question
	// cannot hold.
	opaque bool
}

// question returns a copy of the question of d, for more to be added.
func (d *Dataset) question() question {
	if d == nil {
		return question{}
	}
	return d.asked
}

// addPeriod adds a period.
func (q *question) addPeriod(p edtf.Period) {
	if !slices.Contains(q.periods, p) {
		q.periods = append(q.periods[:len(q.periods):len(q.periods)], p)
	}
}

// canTell reports whether coverage can say anything of what was asked. Of two
// periods it cannot.
func (q *question) canTell() bool { return !q.opaque && len(q.periods) < 2 }

// takesIn reports whether all that is of a moment is of each period that was
// asked for.
func (q *question) takesIn(m *moment) bool {
	for _, p := range q.periods {
		// A season has days in its span that it cannot be.
		s := p.Span()
		if m.span.First < s.First || s.Last < m.span.Last || p.IsDate() && p.Start().Season() != 0 {
			return false
		}
	}
	return true
}

// Asked returns the actors that d was asked for: a list for each call of
// [Dataset.Involving] and two for one of [Dataset.Between], of each of which one
// takes part. It is nil if d was asked for no actors. A pair of which each list
// names one has all its ties in d, as far as actors go; of other pairs, d has
// only what they do together with those asked for.
func (d *Dataset) Asked() [][]ID {
	var lists [][]ID
	for _, ids := range d.question().parties {
		lists = append(lists, slices.Clone(ids))
	}
	return lists
}

// AskedPeriods returns the periods that d was asked for by [Dataset.During], each
// once and in the order of the calls. It is nil if there are none.
func (d *Dataset) AskedPeriods() []edtf.Period { return slices.Clone(d.question().periods) }

// takesIn reports whether d has every record that ties two parties, for all that
// was asked of parties.
func (d *Dataset) takesIn(a, b ID) bool {
	for _, ids := range d.asked.parties {
		if !slices.Contains(ids, a) && !slices.Contains(ids, b) {
			return false
		}
	}
	return true
}

// asking returns the records of d that are in keep, as the answer to q. A nil
// keep keeps all. It takes ownership of keep.
func (d *Dataset) asking(keep bitset, q question) *Dataset {
	if d == nil || d.c == nil {
		return &Dataset{asked: q}
	}
	part := &Dataset{c: d.c, sel: d.sel, n: d.n, undated: d.undated, asked: q}
	if keep == nil {
		return part
	}
	if d.undated != nil {
		part.undated = slices.Clone(d.undated)
		part.undated.intersect(keep)
	}
	keep.intersect(d.sel)
	part.sel = keep
	part.holdTogether()
	return part
}

// asksTogether reports whether it matters when actors took part: whether q asks
// for actors and a period, or for different actors.
func (q *question) asksTogether() bool {
	for _, ids := range q.parties {
		if len(q.periods) > 0 || !slices.Equal(ids, q.parties[0]) {
			return true
		}
	}
	return false
}

// holdTogether leaves out records with dated parties if the actors asked for
// did not take part at the same time, or not in the period.
func (d *Dataset) holdTogether() {
	if d.asked.asksTogether() {
		var h *holder
		for row, i := range d.c.timed {
			i := int(i)
			found, undated := d.sel.has(i), d.undated != nil && d.undated.has(i)
			if !found && !undated || !d.c.hasDatedParties(row) {
				continue
			}
			if h == nil {
				h = newHolder(d.c, &d.asked)
			}
			fit := h.fit(row)
			if fit != fitFound {
				d.sel.remove(i)
			}
			if d.undated != nil {
				d.undated.set(i, fit == fitUndated)
			}
		}
	}
	d.n = d.sel.count()
}

// Answer says whether a selection found something and, if not, whether it was
// looked for. The zero Answer is invalid.
type Answer uint8

// The answers of [Dataset.Answer].
const (
	AnswerNotCovered Answer = iota + 1 // nothing found, and not all of the question is known to be covered
	AnswerNoneFound                    // nothing found, although the coverage reaches the whole question
	AnswerUndated                      // only records that may be of the time asked for, or may not
	AnswerFound                        // at least one record found
)

var answerEnum = enum{typ: "Answer", what: "answer", names: []string{"", "not covered", "none found", "undated only", "found"}}

// String returns "not covered", "none found", "undated only", "found", or
// "Answer(99)" for a number that is not a constant.
func (a Answer) String() string { return answerEnum.string(uint8(a)) }

// MarshalText implements [encoding.TextMarshaler]. It returns an error for a
// number that is not a constant.
func (a Answer) MarshalText() ([]byte, error) { return answerEnum.marshal(uint8(a)) }

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts the text of
// each constant. On error, a is unchanged.
func (a *Answer) UnmarshalText(text []byte) error { return unmarshalEnum(&answerEnum, a, text) }

// Answer says what it means that d has records, or that it has none:
//
//   - [AnswerFound]: d has records.
//   - [AnswerUndated]: d has none, but there are records of those parties and
//     kinds that may be of the time asked for: their date is not known, or how
//     long they lasted is not, as of an agreement with no known end.
//   - [AnswerNoneFound]: d has none, although the [Coverage] of the data includes
//     the parties, the kinds and the whole period.
//   - [AnswerNotCovered]: d has none, which proves nothing.
//
// Found does not imply covered, and covered does not imply complete; see
// [Coverage.Complete]. Coverage of an actor does not extend to the actors that
// belong to it.
//
// A dataset remembers what [Dataset.Involving], [Dataset.Between],
// [Dataset.OfKind] and [Dataset.During] asked for, in any order. It cannot say
// what [Dataset.Filter] and the other methods left out, so an empty selection
// made with one of them is not covered. Neither is a selection by two different
// periods, or by an ID that is neither an actor in the data nor a nation. A
// coverage period with an approximate, uncertain or unknown end counts only as
// far as it is certain.
func (d *Dataset) Answer() Answer {
	switch {
	case d.Len() > 0:
		return AnswerFound
	case d == nil || d.c == nil || !d.asked.canTell():
		return AnswerNotCovered
	case d.undated.count() > 0:
		return AnswerUndated
	case d.c.covers(&d.asked):
		return AnswerNoneFound
	}
	return AnswerNotCovered
}

// Covered reports whether the [Coverage] of the data includes the parties, the
// kinds and the whole period that d was asked for, whether or not d has
// records. If not, [Dataset.Answer] is never [AnswerNoneFound].
func (d *Dataset) Covered() bool {
	return d != nil && d.c != nil && d.asked.canTell() && d.c.covers(&d.asked)
}
