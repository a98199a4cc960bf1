package brief

import "golang.org/x/text/language"

// An arena holds the runs of lines that soon become parts of other lines. Sentences
// are built of phrases, and paragraphs of sentences: only the last is kept.
type arena struct{ runs []run }

// The runs of the first chunk of an arena, and of a later one at most.
const (
	firstChunk = 1 << 5
	lastChunk  = 1 << 10
)

// take returns an empty line with room for n runs.
func (a *arena) take(n int) line {
	used := len(a.runs)
	if cap(a.runs)-used < n {
		a.runs, used = make([]run, 0, max(min(2*cap(a.runs), lastChunk), firstChunk, n)), 0
	}
	a.runs = a.runs[:used+n]
	return line(a.runs[used : used : used+n])
}

// release forgets the lines taken since a was as it is in mark. None of them may
// be used any more.
func (a *arena) release(mark arena) {
	if cap(a.runs) == cap(mark.runs) {
		*a = mark
	} else {
		a.runs = a.runs[:0] // a later chunk
	}
}

// keep returns a copy of the line that stays, with neighbours that are set alike
// as one run.
func (l *localizer) keep(from line) line {
	n := 0
	for i := 0; i < len(from); i = from.alike(i) {
		n++
	}
	if n == 0 {
		return nil
	}
	out := l.kept.take(n)
	for i := 0; i < len(from); {
		r, end := from[i], from.alike(i)
		if end > i+1 {
			l.words = l.words[:0]
			for _, part := range from[i:end] {
				l.words = append(l.words, part.words...)
				if r.lang == language.Und { // a space before words of a language
					r.lang = part.lang
				}
			}
			r.words = string(l.words)
		}
		out = append(out, r)
		i = end
	}
	return out
}

// alike returns the end of the runs from i on that differ in words alone. A space
// is like its neighbours.
func (l line) alike(i int) int {
	first := l[i]
	first.words = ""
	end := i + 1
	if first.solid || first.note != 0 {
		return end
	}
	for ; end < len(l); end++ {
		r := l[end]
		if r.words == " " && r.lang == language.Und && !r.solid && r.weight == first.weight && r.id == first.id {
			continue
		}
		r.words = ""
		if r != first {
			break
		}
	}
	return end
}

// concat returns a line followed by another.
func (l *localizer) concat(a, b line) line {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	return append(append(l.scratch.take(len(a)+len(b)), a...), b...)
}

// join returns the lines with spaces between them.
func (l *localizer) join(lines ...line) line {
	return l.divided(lines, func() run { return run{words: " ", lang: language.Und} })
}

// divided returns the lines with the divider between every two. It leaves out
// empty lines, and asks for the divider only if two are left.
func (l *localizer) divided(lines []line, divider func() run) line {
	n, size := 0, 0
	var only line
	for _, from := range lines {
		if len(from) > 0 {
			n, size, only = n+1, size+len(from)+1, from
		}
	}
	if n < 2 {
		return only
	}
	middle := divider()
	all := l.scratch.take(size)
	for _, from := range lines {
		switch {
		case len(from) == 0:
			continue
		case len(all) > 0:
			all = append(all, middle)
		}
		all = append(all, from...)
	}
	return all
}

// cited returns the line followed by references to notes.
func (l *localizer) cited(from line, notes []int) line {
	if len(notes) == 0 {
		return from
	}
	out := append(l.scratch.take(len(from)+len(notes)), from...)
	for _, n := range notes {
		out = append(out, run{note: n})
	}
	return out
}
