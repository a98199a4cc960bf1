package chart

import (
	"io"
	"sort"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// A Timeline draws the exercises and meetings of a dataset on a line of time. The
// zero Timeline draws them in English, 960 pixels wide.
//
// What is known to have taken place on a day is drawn in full, as a bar or, for a
// meeting of one day, as a diamond. The days on which it may have taken place are
// dashed. An exercise that is proposed, planned or cancelled is hollow and struck
// through, and counted apart. Records without a date are listed below. Up to some
// hundreds of records are drawn one by one, the earliest in each stretch of time;
// the others are counted. A Timeline may be copied, and is safe for concurrent use
// if Link is.
type Timeline struct {
	// Language selects the words, the preferred language of names, and the
	// digits, as in [github.com/entente-go/entente/brief.Writer].
	Language language.Tag
	// Width is the width in pixels. Zero means 960; a width below 280 or above
	// 4000 counts as that limit.
	Width int
	// Title replaces the default title, which says what the picture shows.
	Title string
	// Period is the time that is drawn. The zero Period means that of the
	// records. Narrow the time with this field, not with
	// [entente.Dataset.During], after which a dataset cannot say which years
	// were searched.
	Period edtf.Period
	// Link, if non-nil, returns the address that the mark of a record leads to, or
	// "" for none. Without it a mark leads to a source.
	Link func(entente.ID) string
	// Class is "light" or "dark", or "" for the reader's choice.
	Class string
	// IDs is the prefix of the ids in the picture; pictures of one type on one
	// page need different ones. It may have letters, digits, hyphens and
	// underscores; other characters are left out.
	IDs string
	// Bare leaves out the style sheet; see [Style].
	Bare bool
}

// Write writes the picture of d to w in a single call to w.Write. A dataset
// without exercises and meetings gives a picture that says so. It returns an error
// if w is nil, or the error from w. It reads the exercises and meetings of d once.
func (t Timeline) Write(w io.Writer, d *entente.Dataset) error {
	tl := &timeline{frame: newFrame(d, t.Language, t.Width, t.IDs, "timeline", t.Link), period: t.Period}
	tl.lanes = []*lane{
		{kind: entente.KindExercise, class: "one"},
		{kind: entente.KindMeeting, class: "two"},
	}
	tl.measure()
	tl.pack()
	h := head{title: t.Title, class: t.Class, bare: t.Bare}
	if h.title == "" {
		h.title = tl.titled(msgTimeline)
	}
	tl.describe(&h)
	return tl.picture(w, h, tl.draw)
}

// A timeline is a Timeline being drawn.
type timeline struct {
	*frame
	period edtf.Period
	scale  scale
	bins   []bin
	lanes  []*lane
	under  []byte // the grounds, which are below the lines of the years
}

// A lane has the records of one kind.
type lane struct {
	kind     entente.Kind
	class    string
	dated    []timed
	undated  int
	notHeld  [2]int // of the dated and of the undated, how many were not held
	labelled bool   // names fit beside the marks
	marks    []mark
	rows     int
	rest     []int // how many are not drawn, by bin
	drawn    int
	lacking  []timed     // the first of the undated
	gaps     []edtf.Span // without records, and not known to have been searched
}

// A timed is an exercise or a meeting, and when it was.
type timed struct {
	id      entente.ID
	when    edtf.Period
	notHeld entente.Status // of an exercise that has not begun
}

// A mark is where a record is drawn.
type mark struct {
	timed
	stretch stretch
	x0, x1  float64
	label   string
	labelX  float64
	labelAt align
	row     int
}

const (
	rowHeight   = 22.0
	barHeight   = 11.0
	rowsNamed   = 14  // rows of marks with names
	rowsUnnamed = 26  // rows of marks without
	labelWidth  = 190 // at most
	mostUndated = 24
)

// read reads the records of a lane in the order of time: the dated ones that are
// in the time that is drawn, and the first of the undated.
func (t *timeline) read(l *lane) {
	window := t.period.Span()
	add := func(f entente.Fact, notHeld entente.Status) {
		n := 0
		if notHeld != 0 {
			n = 1
		}
		switch {
		case f.When.IsZero():
			if l.undated++; len(l.lacking) < mostUndated {
				l.lacking = append(l.lacking, timed{id: f.ID, notHeld: notHeld})
			}
			l.notHeld[1] += n
		case t.period.IsZero() || f.When.Span().Overlaps(window):
			l.dated = append(l.dated, timed{f.ID, f.When, notHeld})
			l.notHeld[0] += n
		}
	}
	if l.kind == entente.KindExercise {
		for x := range t.data.Exercises() {
			if x.Status.NotHeld() {
				add(x.Fact, x.Status)
			} else {
				add(x.Fact, 0)
			}
		}
		return
	}
	for m := range t.data.Meetings() {
		add(m.Fact, 0)
	}
}

// measure finds the time that the records reach over.
func (t *timeline) measure() {
	first, last := edtf.DayMax, edtf.DayMin
	window := t.period.Span()
	for _, l := range t.lanes {
		t.read(l)
		for _, r := range l.dated {
			s := r.when.Span()
			for _, d := range [...]edtf.Day{s.First, s.Last} {
				if d != edtf.DayMin && d != edtf.DayMax {
					first, last = min(first, d), max(last, d)
				}
			}
		}
	}
	if !t.period.IsZero() {
		if window.First != edtf.DayMin {
			first = window.First
		}
		if window.Last != edtf.DayMax {
			last = window.Last
		}
	}
	if first > last {
		return
	}
	const short = 90 // days, below which names of months would not fit
	if days := last - first; days < short {
		first, last = first-(short-days)/2, last+(short-days)/2
	}
	first, last = max(first, dayOf(-9999, 1, 1)), min(last, dayOf(9999, 12, 31)) // those that have a date
	t.scale = scale{first, last, margin, t.width - margin}
	t.bins = t.scale.bins(64)
	t.scale, t.bins = t.scale.rounded(t.bins)
	for _, l := range t.lanes {
		t.findGaps(l)
	}
}

// findGaps finds where a lane has no records and is not known to have been
// searched.
func (t *timeline) findGaps(l *lane) {
	cells := t.scale.cells()
	found := make([]int, len(cells)+1) // how many more begin than end, by cell
	for _, r := range l.dated {
		s := r.when.Span()
		found[cellOf(cells, s.First)]++
		found[cellOf(cells, s.Last)+1]--
	}
	n := 0
	of := t.data.OfKind(l.kind)
	for i, c := range cells {
		if n += found[i]; n > 0 || of.During(c.Period()).Covered() {
			continue
		}
		if last := len(l.gaps) - 1; last >= 0 && l.gaps[last].Last+1 == c.First {
			l.gaps[last].Last = c.Last
			continue
		}
		l.gaps = append(l.gaps, c)
	}
}

// pack decides which records are drawn, and where.
func (t *timeline) pack() {
	if len(t.bins) == 0 {
		return
	}
	for _, l := range t.lanes {
		l.labelled = true
		if !t.fill(l, rowsNamed) {
			l.labelled = false
			t.fill(l, rowsUnnamed)
		}
	}
}

// fill puts the records of a lane into rows, each into the first that has room. It
// reports false as soon as names do not fit.
func (t *timeline) fill(l *lane, most int) bool {
	l.marks, l.rows, l.drawn = nil, 0, 0
	l.rest = make([]int, len(t.bins))
	var ends []float64
	for _, r := range l.dated {
		m := mark{timed: r, stretch: stretchOf(r.when)}
		m.x0, m.x1 = t.scale.x(m.stretch.all.First), t.scale.x(min(m.stretch.all.Last, edtf.DayMax-1)+1)
		if m.x1-m.x0 < barHeight {
			m.x0, m.x1 = (m.x0+m.x1-barHeight)/2, (m.x0+m.x1+barHeight)/2
			shift := max(t.scale.x0-m.x0, 0) - max(m.x1-t.scale.x1, 0)
			m.x0, m.x1 = m.x0+shift, m.x1+shift
		}
		from, to := m.x0, m.x1
		if l.labelled {
			from, to = t.label(&m)
		}
		for m.row = 0; m.row < len(ends) && ends[m.row] > from; m.row++ {
		}
		switch {
		case m.row < len(ends):
			ends[m.row] = to + 6
		case m.row < most:
			ends = append(ends, to+6)
		case l.labelled:
			return false
		default:
			l.rest[t.binOf(m.stretch.all)]++
			continue
		}
		l.drawn++
		l.marks = append(l.marks, m)
	}
	l.rows = len(ends)
	return true
}

// label puts the name of a record beside its mark, where there is room, and returns
// what both take up.
func (t *timeline) label(m *mark) (from, to float64) {
	room := min(labelWidth, t.width*0.4)
	m.label = fitted(t.name(m.id), fontSize, room)
	w := width(m.label, fontSize)
	if m.x1+5+w <= t.width-2 {
		m.labelX, m.labelAt = m.x1+5, left
		return m.x0, m.x1 + 5 + w
	}
	if m.x0-5-w >= 2 {
		m.labelX, m.labelAt = m.x0-5, right
		return m.x0 - 5 - w, m.x1
	}
	m.label = "" // the mark goes from edge to edge
	return m.x0, m.x1
}

// binOf returns the bin in which something begins.
func (t *timeline) binOf(s edtf.Span) int {
	i := sort.Search(len(t.bins), func(i int) bool { return t.bins[i].span.Last >= s.First })
	return min(i, len(t.bins)-1)
}

// counted counts the records of a lane, and apart from the others those that were
// not held.
func (t *timeline) counted(m msg, l *lane, n, notHeld int) string {
	return t.joined(msgList, t.say(m, t.kind(l.kind), t.Number(n-notHeld)), t.notHeld(notHeld))
}

// describe says what the picture shows and what it leaves out.
func (t *timeline) describe(h *head) {
	drawn, dated := 0, 0
	for _, l := range t.lanes {
		if n := len(l.dated) + l.undated; n > 0 {
			h.description = t.joined(msgSep, h.description, t.counted(msgCount, l, n, l.notHeld[0]+l.notHeld[1]))
		}
		drawn, dated = drawn+l.drawn, dated+len(l.dated)
	}
	if h.description == "" {
		h.notes = append(h.notes, t.say(msgEmpty))
	}
	if len(t.bins) > 0 {
		span := edtf.Span{First: t.scale.first, Last: t.scale.last}
		a, b := span.First.Date().Year(), span.Last.Date().Year()
		years := t.Year(a)
		if a != b {
			years = t.say(msgFromTo, years, t.Year(b))
		}
		h.description = t.joined(msgSep, h.description, years)
	}
	if drawn < dated {
		h.notes = append(h.notes, t.say(msgDrawn, t.Number(drawn), t.Number(dated)))
	}
}
