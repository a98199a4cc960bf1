package entente

import (
	"bytes"
	"runtime"
	"sync/atomic"

	"github.com/go-json-experiment/json/jsontext"
)

// A large input is decoded and checked on several goroutines, which only find
// out whether it is sound. If not, the slow reading finds the problems on one
// goroutine, so that they do not depend on the number of goroutines.

// An effort says how many goroutines a Loader uses, and for what. A test can set
// its own.
type effort struct {
	cores   int // at most so many goroutines
	least   int // how many bytes of input there are for each
	batch   int // how many bytes of a section are decoded at once
	records int // how many records are checked at once
}

func defaultEffort() effort {
	return effort{cores: runtime.GOMAXPROCS(0), least: 256 << 10, batch: 64 << 10, records: 1 << 9}
}

// workers returns the number of goroutines for an input of the size.
func (e effort) workers(size int64) int { return int(min(int64(e.cores), size/int64(e.least))) }

// outlines returns the outlines of the files. It reports false if one has little in
// its sections, so that it is not worth several goroutines.
func (s settings) outlines(files []file, workers int) ([]outline, bool) {
	outlines := make([]outline, len(files))
	ok := inParallel(workers, len(files), func(int) func(int) bool {
		return func(i int) (ok bool) {
			outlines[i], ok = outlineOf(files[i].data, s.effort.batch)
			return ok
		}
	})
	return outlines, ok
}

// decodeParallel is decode for large files. It reads all but the entries of
// sections first, and then these in batches.
func (s settings) decodeParallel(outlines []outline, workers int) (*records, bool) {
	parts, left := make([]records, len(outlines)), s.left()
	var batches []batch
	for i := range outlines {
		var err error
		o := &outlines[i]
		if parts[i], err = s.decodeFile(o.frame, 0, &left); err != nil || !o.lay(&parts[i], s.limits.Records, left) {
			return nil, false
		}
		batches = append(batches, o.batches...)
	}
	var elements atomic.Int64
	sound := inParallel(workers, len(batches), func(int) func(int) bool {
		r := batchReader{s: s, fast: newFastReader(s.ignore)}
		return func(i int) bool {
			r.fast.left = left
			return r.read(batches[i]) && elements.Add(int64(left-r.fast.left)) <= int64(left)
		}
	})
	if !sound {
		return nil, false
	}
	all := new(records)
	for _, part := range parts {
		all.join(part)
	}
	return all, s.recordsLeft(all) >= 0
}

// An outline is a file divided into the entries of its sections and the frame
// around them. It is sound JSON if the frame and all entries are.
type outline struct {
	frame    []byte // the file, with empty arrays for the sections
	sections []outlined
	batches  []batch
}

// An outlined is a section of so many entries.
type outlined struct {
	name    string
	n       int
	batches int // they end here in those of the outline
}

// A batch is some entries of a section, one after another.
type batch struct {
	text []byte // the entries, with the commas between them
	n    int
	// slot returns what to read an entry into; the first of the batch is first.
	slot  func(i int) any
	first int
}

// largeFrame is how large a frame may be in any file. A larger one may be a quarter
// of its file.
const largeFrame = 64 << 10

// outlineOf divides a file. It looks only for strings and brackets. It reports
// false if the frame is too large to copy.
func outlineOf(data []byte, size int) (o outline, ok bool) {
	name, depth, framed := "", 0, 0
	frame := func(end int) bool {
		if len(o.frame)+end-framed > max(largeFrame, len(data)/4) {
			return false
		}
		o.frame = append(o.frame, data[framed:end]...)
		return true
	}
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			n := stringLength(data[i:])
			if depth == 1 {
				name = string(bytes.Trim(data[i:min(i+n, i+maxName)], `"`))
			}
			i += n - 1
		case '[':
			if depth == 1 && isSection(name) {
				if !frame(i + 1) {
					return o, false
				}
				i += o.section(name, data[i+1:], size)
				framed = i + 1
			}
			depth++
		case '{':
			depth++
		case '}', ']':
			depth--
		}
	}
	framed = min(framed, len(data))
	return o, frame(len(data))
}

// maxName is longer than the name of any section in its quotation marks.
const maxName = 32

// section adds a section, behind whose bracket data begins, in batches of about
// the size. It returns the length of what is in the brackets.
func (o *outline) section(name string, data []byte, size int) int {
	total, begin, n, depth, i := 0, 0, 0, 0, 0
	cut := func() {
		o.batches = append(o.batches, batch{text: data[begin:i], n: n, first: total})
		begin, total, n = i+1, total+n, 0
	}
scan:
	for ; i < len(data); i++ {
		switch data[i] {
		case '"':
			for i++; i < len(data) && data[i] != '"'; i++ { // most are short
				if data[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				break scan
			}
			depth--
		case ',':
			if depth > 0 {
				continue
			}
			if n++; i-begin >= size {
				cut()
			}
		}
	}
	i = min(i, len(data)) // where the file ends before the section
	if total+n > 0 || len(trimSpace(data[begin:i])) > 0 {
		n++ // what follows the last comma
		cut()
	}
	o.sections = append(o.sections, outlined{name, total, len(o.batches)})
	return i
}

// lay makes room in rs for the entries, and assigns it to the batches. It
// reports false if there are too many records or entries.
func (o *outline) lay(rs *records, most, entries int) bool {
	n := 0
	for _, s := range o.sections {
		switch {
		case s.name == "coverage" || s.name == "topics":
		case s.name == "sources":
			most -= s.n
		default:
			n += s.n
		}
		if s.n > entries || n > most {
			return false
		}
	}
	rs.recs = make([]record, n)
	free, first := rs.recs, 0
	for _, s := range o.sections {
		var slot func(int) any
		switch s.name {
		case "coverage":
			slot = slots(&rs.coverage, s.n)
		case "topics":
			slot = slots(&rs.topics, s.n)
		case "sources":
			slot = slots(&rs.sources, s.n)
		default:
			kind, recs := kindOfSection(s.name), free[:s.n]
			free = free[s.n:]
			slot = func(i int) any {
				r := newRecord(kind)
				recs[i] = r
				return r
			}
		}
		for ; first < s.batches; first++ {
			o.batches[first].slot = slot
		}
	}
	return true
}

// slots makes a list, and returns a function that gives pointers to its elements.
func slots[T any](into *[]T, n int) func(i int) any {
	list := make([]T, n)
	*into = list
	return func(i int) any { return &list[i] }
}

// A batchReader reads batches, one after another.
type batchReader struct {
	s    settings
	fast *fastReader
	dec  jsontext.Decoder
	text bytes.Buffer // what dec reads
}

// read reads a batch, and reports whether it is sound.
func (r *batchReader) read(b batch) bool {
	rest := b.text
	for i := range b.n {
		ok := true
		if i > 0 {
			rest, ok = cutByte(rest, ',')
		}
		r.text = *bytes.NewBuffer(rest)
		r.dec.Reset(&r.text)
		raw, err := r.dec.ReadValue()
		if !ok || err != nil || !r.entry(raw, b.slot(b.first+i)) {
			return false
		}
		rest = rest[r.dec.InputOffset():]
	}
	return len(trimSpace(rest)) == 0
}

// entry reads an entry of a section.
func (r *batchReader) entry(raw jsontext.Value, into any) bool {
	if r.s.ignore {
		if at, _ := tooDeep(raw, r.s.limits.Depth-2); at >= 0 { // it is in an array in an object
			return false
		}
	}
	if !r.fast.room(1) || !r.fast.entry(raw, into) {
		return false
	}
	rec, ok := into.(record)
	return !ok || rec.fact().ID != "" // without an ID, there may be millions of these
}
