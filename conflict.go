package entente

import (
	"slices"
	"strconv"
)

// Conflict is a contradiction between two datasets that [Merge] found. It is
// the Err of a [Problem], and wraps [ErrConflict].
type Conflict struct {
	// ID is the ID that both datasets have. It is empty if they differ in
	// [Records.Extra].
	ID ID `json:"id,omitzero"`
	// Kind is the kind of A's record; it is zero for a source or a topic.
	Kind Kind `json:"kind,omitzero"`
	// Pointer is the JSON pointer, within the record, to the value that differs.
	// It is empty if the records are of different kinds.
	Pointer string `json:"pointer,omitzero"`
	// A and B are the two sides.
	A ConflictSide `json:"a"`
	B ConflictSide `json:"b"`
}

// ConflictSide is one side of a [Conflict].
type ConflictSide struct {
	// Dataset is the position of the dataset among the arguments of [Merge],
	// counted from 1.
	Dataset int `json:"dataset"`
	// Title and Edition identify the dataset.
	Title   Text    `json:"title,omitzero"`
	Edition Edition `json:"edition,omitzero"`
	// Value is the dataset's value as spelled in a file: text without quotation
	// marks, and JSON for lists and objects. It is empty if there is no value.
	Value string `json:"value,omitzero"`
	// Cites holds the citations of the dataset's record. For a value of a [Party]
	// with citations of its own, it holds those.
	Cites []Citation `json:"cites,omitempty"`
}

// Error describes both sides in one line.
func (c *Conflict) Error() string { return c.A.String() + "; " + c.B.String() }

// Unwrap returns [ErrConflict].
func (c *Conflict) Unwrap() error { return ErrConflict }

// String returns the side in words, such as
// dataset 1 "Visits" (1.2.0) has "2016" [release].
func (s ConflictSide) String() string {
	text := "dataset " + strconv.Itoa(s.Dataset)
	if title := s.Title.String(); title != "" {
		text += " " + quote(title)
	}
	if version := s.Edition.Version; version != "" {
		text += " (" + printable(clip(version, 20)) + ")"
	}
	switch {
	case s.Value == "":
		text += " has no value"
	case s.Value[0] == '[' || s.Value[0] == '{':
		text += " has " + printable(clip(s.Value, 120))
	default:
		text += " has " + quote(s.Value)
	}
	var sources []ID
	for _, c := range s.Cites {
		if !slices.Contains(sources, c.Source) && len(sources) < 8 {
			sources = append(sources, c.Source)
		}
	}
	if len(sources) > 0 {
		text += " [" + joinIDs(sources) + "]"
	}
	return text
}

// conflict records that two entries contradict each other.
func (m *merger) conflict(at string, a, b held, x, y side) {
	if len(m.conflicts) > m.most {
		return
	}
	c := &Conflict{ID: a.id, Kind: a.kind(), Pointer: at, A: m.side(a, x), B: m.side(b, y)}
	p := &Problem{Record: a.id, Pointer: at, Message: c.Error(), Err: c, Hint: "correct one of them"}
	switch {
	case at == "":
		p.Hint = "give one of them another ID"
	case a.source != nil:
		p.Message = "for the source, " + p.Message
	case a.topic != nil:
		p.Message = "for the topic, " + p.Message
	case a.id == "":
	case c.Kind == KindNation:
		p.Hint += " or make it a claim"
	default:
		p.Hint += " or make it a claim; two things need two IDs"
	}
	m.conflicts = append(m.conflicts, p)
}

func (m *merger) side(h held, of side) ConflictSide {
	d := m.datasets[h.by]
	s := ConflictSide{Dataset: h.by + 1, Title: d.Title(), Edition: d.Edition(), Value: of.value}
	switch {
	case len(of.cites) > 0:
		s.Cites = clone(of.cites)
		for i := range s.Cites {
			s.Cites[i].unshare(&alone)
		}
	case h.record != nil:
		s.Cites = m.citesOf(h.record)
	}
	return s
}

// citesOf returns a copy of the citations of a record. All conflicts about the
// record share it, since there may be many of both.
func (m *merger) citesOf(r record) []Citation {
	cites, ok := m.cites[r]
	if !ok {
		if m.cites == nil {
			m.cites = make(map[record][]Citation)
		}
		cites = r.kept(&alone).fact().Cites
		m.cites[r] = cites
	}
	return cites
}
