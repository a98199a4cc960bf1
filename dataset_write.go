package entente

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// WriteTo writes d in the data format, indented and in the order of iteration.
// The output is deterministic, and reading it again gives an equal dataset. For
// a narrowed dataset, WriteTo includes the records, topics and sources that its
// records refer to, so that the output is complete in itself, and leaves out
// the coverage and [Records.Extra].
func (d *Dataset) WriteTo(w io.Writer) (int64, error) {
	if w == nil {
		return 0, errors.New("entente: no writer to write to")
	}
	count := &countingWriter{w: w}
	enc := jsontext.NewEncoder(count, jsontext.WithIndent("\t"))
	err := d.encode(enc)
	return count.n, err
}

// UnmarshalJSON always returns an error. Use [Decode], which reports every
// problem with its position.
func (d *Dataset) UnmarshalJSON([]byte) error {
	return errors.New("entente: a Dataset is not read by an Unmarshal function; use Decode")
}

// MarshalJSON implements [encoding/json.Marshaler]. It writes what
// [Dataset.WriteTo] writes, without white space.
func (d *Dataset) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	if err := d.encode(jsontext.NewEncoder(&b)); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (w *countingWriter) Write(b []byte) (int, error) {
	n, err := w.w.Write(b)
	if n < 0 || n > len(b) {
		n, err = 0, io.ErrShortWrite // the writer breaks the contract of io.Writer
	}
	w.n += int64(n)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	return n, err
}

func (d *Dataset) encode(enc *jsontext.Encoder) error {
	c := d.index()
	recs, sources, topics := d.selfContained()
	e := &memberWriter{enc: enc}
	e.token(jsontext.BeginObject)
	e.token(jsontext.String("format"))
	e.token(jsontext.String(Format))
	if !c.title.IsZero() {
		e.token(jsontext.String("title"))
		writeText(e, &c.title)
	}
	about := c.about
	if about.edition != (Edition{}) {
		e.token(jsontext.String("edition"))
		writeEdition(e, &about.edition)
	}
	if len(about.authors) > 0 {
		e.token(jsontext.String("authors"))
		writeList(e, about.authors, writeString)
	}
	if about.licence != "" {
		e.token(jsontext.String("licence"))
		e.token(jsontext.String(about.licence))
	}
	coverage := d.covered()
	e.list("coverage", len(coverage), func(i int) (any, bool) { return &coverage[i], true })
	e.list("topics", len(c.topics), func(i int) (any, bool) {
		return &c.topics[i], topics == nil || topics[c.topics[i].ID]
	})
	e.list("sources", len(c.sources), func(i int) (any, bool) {
		return &c.sources[i], sources == nil || sources.has(i)
	})
	for k := KindNation; k < kindEnd; k++ {
		first := int(c.kind[k])
		e.list(k.section(), int(c.kind[k+1])-first, func(i int) (any, bool) {
			return c.recs[first+i], recs == nil || recs.has(first+i)
		})
	}
	if extra := d.Extra(); extra != nil {
		e.token(jsontext.String("extra"))
		writeValue(e, &extra)
	}
	e.token(jsontext.EndObject)
	return e.err
}

// list writes a member with the elements that element selects, unless it
// selects none.
func (e *memberWriter) list(name string, n int, element func(i int) (any, bool)) {
	open := false
	for i := range n {
		v, ok := element(i)
		if !ok {
			continue
		}
		if !open {
			e.token(jsontext.String(name))
			e.token(jsontext.BeginArray)
			open = true
		}
		writeEntry(e, v)
	}
	if open {
		e.token(jsontext.EndArray)
	}
}

// selfContained returns d and everything that d refers to: indices in recs and
// sources, and topics. Each is nil for all of them.
func (d *Dataset) selfContained() (recs, sources bitset, topics map[Topic]bool) {
	if d == nil || d.sel == nil {
		return nil, nil, nil
	}
	c := d.c
	recs, sources, topics = newBitset(len(c.recs)), newBitset(len(c.sources)), make(map[Topic]bool)
	var queue []int
	reach := func(r ref) {
		i, ok := c.target(r)
		switch {
		case !ok:
		case i < 0:
			c.addSource(sources, ^i)
		case !recs.has(int(i)):
			recs.add(int(i))
			queue = append(queue, int(i))
		}
	}
	for i := range d.indices(0, len(c.recs)) {
		recs.add(i)
		queue = append(queue, i)
	}
	for len(queue) > 0 {
		r := c.recs[queue[len(queue)-1]]
		queue = queue[:len(queue)-1]
		eachRef(r, reach)
		for _, t := range r.fact().Topics {
			for !topics[t] {
				topics[t] = true
				if k, ok := c.voc.index[t]; ok {
					t = c.voc.topics[k].Broader
				}
			}
		}
	}
	return recs, sources, topics
}
