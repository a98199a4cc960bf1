package chart

import (
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// draw draws the lanes from top to bottom, the axis, and what has no date.
func (t *timeline) draw() {
	if len(t.bins) > 0 {
		top, start := t.y, len(t.b)
		ranges, gaps := false, false
		for _, l := range t.lanes {
			if len(l.dated) == 0 && len(t.lanes[0].dated)+len(t.lanes[1].dated) > 0 && l.undated == 0 && t.unsearched(l) {
				continue // nobody looked, and nothing is known
			}
			r, g := t.drawLane(l)
			ranges, gaps = ranges || r, gaps || g
		}
		marks := string(t.b[start:])
		t.b = append(t.b[:start], t.under...)
		t.drawAxis(top)
		t.b = append(t.b, marks...)
		t.explain(ranges, gaps)
	}
	for _, l := range t.lanes {
		t.drawUndated(l)
	}
	if x := t.lanes[0]; x.notHeld != [2]int{} {
		t.addLegend(t.say(msgNotHeld), func(f *frame, left, y float64) { t.bar(x, x.class+" hollow", left, left+26, y) })
	}
}

// unsearched reports whether none of the time is known to have been searched for
// the kind.
func (t *timeline) unsearched(l *lane) bool {
	return len(l.gaps) == 1 && l.gaps[0] == edtf.Span{First: t.scale.first, Last: t.scale.last}
}

// drawAxis draws a line at the beginning of each bin, and below them the years.
func (t *timeline) drawAxis(top float64) {
	t.open("g", "aria-hidden", "true")
	t.y += 4
	room := 0.0
	for _, b := range t.bins {
		room = max(room, t.scale.x(b.span.Last+1)-t.scale.x(b.span.First))
	}
	for _, b := range t.bins {
		x := t.scale.x(b.span.First)
		t.el("path", "class", "grid", "d", "M"+num(x)+" "+num(top)+"V"+num(t.y+5))
		if b.cut {
			continue
		}
		t.text(x+2, t.y+17, left, "tick", fitted(b.label(t.book), fontSize, room-2))
	}
	t.el("path", "class", "axis", "d", "M"+num(t.scale.x0)+" "+num(t.y)+"H"+num(t.scale.x1))
	t.shut()
	t.y += 22
}

// drawLane draws the heading, the ground and the marks of a lane, and reports
// whether it has ranges and gaps that were not searched.
func (t *timeline) drawLane(l *lane) (ranges, gaps bool) {
	x, at := t.start()
	t.y += fontSize + 4
	t.open("g", "aria-hidden", "true")
	heading := t.counted(msgCount, l, len(l.dated), l.notHeld[0])
	t.text(x, t.y, at, "lane", fitted(heading, fontSize, t.width-2*margin))
	t.y += 7
	t.shut()
	height := float64(max(l.rows, 1)) * rowHeight
	marks := len(t.b)
	t.open("g", "aria-hidden", "true")
	t.el("rect", "class", "ground", "x", num(t.scale.x0), "y", num(t.y),
		"width", num(t.scale.x1-t.scale.x0), "height", num(height))
	for _, g := range l.gaps {
		x := t.scale.x(g.First)
		t.hatched(x, t.y, t.scale.x(g.Last+1)-x, height)
	}
	t.shut()
	t.under = append(t.under, t.b[marks:]...)
	t.b = t.b[:marks]
	t.list(t.kind(l.kind), func() {
		for i := range l.marks {
			m := &l.marks[i]
			ranges = ranges || m.stretch.sure != m.stretch.all
			t.listed(m.timed, func() { t.drawMark(l, m) })
		}
	})
	t.y += height
	t.drawRest(l)
	t.y += 6
	return ranges, len(l.gaps) > 0
}

// drawRest counts below each bin what begins there and is not drawn.
func (t *timeline) drawRest(l *lane) {
	if l.drawn == len(l.dated) {
		return
	}
	t.y += 15
	t.open("g", "aria-hidden", "true")
	next := 0.0
	sum := 0
	for i, b := range t.bins {
		sum += l.rest[i]
		x := t.scale.x(b.span.First) + 2
		if sum == 0 || x < next {
			continue
		}
		words := t.say(msgMore, t.Number(sum))
		t.text(x, t.y, left, "note", words)
		next, sum = x+width(words, fontSize)+4, 0
	}
	t.shut()
	t.y += 4
}

// listed draws a record as an item of the list, with words that say what the mark
// shows.
func (t *timeline) listed(r timed, draw func()) {
	rec, ok := t.data.Record(r.id)
	if !ok {
		return
	}
	f := rec.AsFact()
	when := t.Period(f.When)
	if when == "" {
		when = f.Timing.Words(t.tag)
	}
	who := t.names(slices.Collect(rec.Actors()))
	status := ""
	if r.notHeld != 0 {
		status = t.Status(r.notHeld)
	}
	t.mark(t.href(f), t.joined(msgSep, t.name(r.id), status, when, who), draw)
}

// drawMark draws a record: dashed where it may be, full where it must be, and
// hollow if it was not held.
func (t *timeline) drawMark(l *lane, m *mark) {
	y := t.y + float64(m.row)*rowHeight + (rowHeight-barHeight)/2
	switch {
	case m.notHeld != 0 && m.stretch.sure == m.stretch.all:
		t.bar(l, l.class+" hollow", m.x0, m.x1, y)
	case m.notHeld != 0:
		t.bar(l, l.class+" range hollow", m.x0, m.x1, y)
	case m.stretch.sure == m.stretch.all && m.stretch.all.First == m.stretch.all.Last && l.kind == entente.KindMeeting:
		t.diamond(l.class, (m.x0+m.x1)/2, y)
	case m.stretch.sure == m.stretch.all:
		t.bar(l, l.class, m.x0, m.x1, y)
	default:
		t.bar(l, l.class+" range", m.x0, m.x1, y)
		if s := m.stretch.sure; !s.IsZero() {
			t.bar(l, l.class, t.scale.x(s.First), t.scale.x(min(s.Last, edtf.DayMax-1)+1), y)
		}
	}
	if m.label != "" {
		t.text(m.labelX, y+barHeight-1, m.labelAt, "name", m.label)
	}
}

// bar draws the days of an exercise with square ends, and of a meeting with round
// ones. It strikes a hollow one through.
func (t *timeline) bar(l *lane, class string, x0, x1, y float64) {
	rx := ""
	if l.kind == entente.KindMeeting {
		rx = num(barHeight / 2)
	}
	t.el("rect", "class", class, "x", num(x0), "y", num(y),
		"width", num(max(x1-x0, 1)), "height", num(barHeight), "rx", rx)
	if strings.HasSuffix(class, " hollow") {
		t.el("path", "class", "edge", "d", "M"+num(x0)+" "+num(y+barHeight/2)+"H"+num(x1))
	}
}

func (f *frame) diamond(class string, x, y float64) {
	const r = barHeight / 2
	n := num(r)
	d := "M" + num(x-r) + " " + num(y+r) + "l" + n + " -" + n + "l" + n + " " + n + "l-" + n + " " + n
	f.el("path", "class", class, "d", d+"z")
}

// drawUndated lists the records whose date is not known.
func (t *timeline) drawUndated(l *lane) {
	if l.undated == 0 {
		return
	}
	x, at := t.start()
	t.y += fontSize + 10
	heading := t.counted(msgUndated, l, l.undated, l.notHeld[1])
	t.text(x, t.y, at, "lane", fitted(heading, fontSize, t.width-2*margin))
	t.y += 8
	t.list(heading, func() {
		x, wide := margin, t.width-2*margin
		for i, r := range l.lacking {
			label := fitted(t.name(r.id), fontSize, min(labelWidth, wide-20))
			w := barHeight + 5 + width(label, fontSize)
			if x+w > t.width-margin && i > 0 {
				x, t.y = margin, t.y+rowHeight
			}
			t.listed(r, func() {
				y := t.y + (rowHeight-barHeight)/2
				at := x
				if t.canvas.rtl {
					at = t.width - x - barHeight
				}
				class := l.class + " outline"
				if r.notHeld != 0 {
					class += " hollow"
				}
				t.bar(l, class, at, at+barHeight, y)
				if t.canvas.rtl {
					t.text(at-5, y+barHeight-1, right, "name", label)
				} else {
					t.text(at+barHeight+5, y+barHeight-1, left, "name", label)
				}
			})
			x += w + 16
		}
		if n := l.undated - len(l.lacking); n > 0 {
			t.y += rowHeight
			x, at := t.start()
			t.text(x, t.y+barHeight+3, at, "note", t.say(msgMore, t.Number(n)))
		}
	})
	t.y += rowHeight
}

// explain says what the signs of the picture mean.
func (t *timeline) explain(ranges, gaps bool) {
	x, m := t.lanes[0], t.lanes[1]
	sign := func(l *lane, class string, width float64) func(f *frame, x, y float64) {
		return func(f *frame, x, y float64) { t.bar(l, class, x+13-width/2, x+13+width/2, y) }
	}
	if x.drawn > 0 {
		t.addLegend(t.say(msgExerciseDays), sign(x, x.class, 26))
	}
	if m.drawn > 0 {
		t.addLegend(t.say(msgMeetingDay), func(f *frame, x, y float64) { f.diamond(m.class, x+13, y) })
		t.addLegend(t.say(msgMeetingDays), sign(m, m.class, 18))
	}
	if ranges {
		l := x
		if x.drawn == 0 {
			l = m
		}
		t.addLegend(t.say(msgDayInRange), sign(l, l.class+" range", 26))
	}
	if gaps {
		t.addLegend(t.say(msgNotSearched), func(f *frame, x, y float64) { f.hatched(x, y, 26, barHeight) })
	}
}
