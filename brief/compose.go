package brief

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// A composer builds the briefing on a dataset. Its methods return entries and
// lines; how a document looks is left to its renderers. It numbers notes and
// remembers whom it has introduced, so the order of calls is that of reading.
type composer struct {
	*localizer
	data   *entente.Dataset
	topics map[entente.Topic]entente.Text // the names that the data declares
	names  map[entente.ID]line
	apart  map[entente.ID]line // what tells a record from others of its name, once apartName asked

	records      []entente.Record
	at           map[entente.ID]int // of the records
	partnerships []entente.Partnership
	agreements   []entente.Agreement
	exercises    []entente.Exercise
	meetings     []entente.Meeting
	statements   []entente.Statement
	said         map[entente.ID][]int // statements by their meeting, if that is in the dataset
	assessments  []entente.Assessment
	usual        entente.ID // what most of the assessments are about, once topicFound
	topicFound   bool

	people  map[entente.ID]*person // the officials of the dataset, and those whom its records name
	order   []entente.ID           // of the people
	partial bool                   // the dataset is a part of a larger one

	sources  []entente.Source // by ID
	sourceAt map[entente.ID]int
	labels   []line // what each source is called in citations
	book     notebook
	usualDay edtf.Date               // the day on which most sources were read, which is said once
	short    bool                    // a digest
	told     map[entente.ID]bool     // agreements, exercises and meetings in a digest
	tags     map[string]language.Tag // of sources, by how they are written
	tongues  map[string]line         // their names
	fields   fieldIndex
}

func newComposer(d *entente.Dataset, l *localizer) *composer {
	c := &composer{
		localizer: l,
		data:      d,
		topics:    make(map[entente.Topic]entente.Text),
		names:     make(map[entente.ID]line, d.Len()),
		said:      make(map[entente.ID][]int),
		people:    make(map[entente.ID]*person),
		tags:      make(map[string]language.Tag),
		tongues:   make(map[string]line),
		fields:    make(fieldIndex),
	}
	for _, t := range d.Topics() {
		c.topics[t.ID] = t.Name
	}
	c.read()
	c.meet()
	c.readSources()
	return c
}

// read reads the records, each once.
func (c *composer) read() {
	c.records = make([]entente.Record, 0, c.data.Len())
	c.at = make(map[entente.ID]int, c.data.Len())
	for r := range c.data.All() {
		c.at[r.AsFact().ID] = len(c.records)
		c.records = append(c.records, r)
	}
	c.partnerships = of[entente.Partnership](c.records)
	c.agreements = of[entente.Agreement](c.records)
	c.exercises = of[entente.Exercise](c.records)
	c.meetings = of[entente.Meeting](c.records)
	c.statements = of[entente.Statement](c.records)
	c.assessments = of[entente.Assessment](c.records)
	for i, s := range c.statements {
		if s.Meeting != "" && c.has(s.Meeting) {
			c.said[s.Meeting] = append(c.said[s.Meeting], i)
		}
	}
}

// of returns the records of one type, in a slice that is just large enough.
func of[T entente.Record](records []entente.Record) []T {
	n := 0
	for _, r := range records {
		if _, ok := r.(T); ok {
			n++
		}
	}
	list := make([]T, 0, n)
	for _, r := range records {
		if t, ok := r.(T); ok {
			list = append(list, t)
		}
	}
	return list
}

// has reports whether the dataset has the record.
func (c *composer) has(id entente.ID) bool {
	_, ok := c.at[id]
	return ok
}

// record returns a record of the dataset or of the data from which it was
// narrowed.
func (c *composer) record(id entente.ID) (entente.Record, bool) {
	if i, ok := c.at[id]; ok {
		return c.records[i], true
	}
	return c.data.Record(id)
}

// each yields the records of one type.
func each[T entente.Record](c *composer) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range c.records {
			if t, ok := r.(T); ok && !yield(t) {
				return
			}
		}
	}
}

// document returns the briefing that b asks for.
func (c *composer) document(b Writer) *document {
	doc := &document{lang: c.lang, wanted: c.wanted}
	if doc.title = words(b.Title, c.lang); len(doc.title) == 0 {
		doc.title = c.text(c.data.Title())
	}
	if c.data.Len() == 0 {
		doc.lead = []entry{{line: c.nothing()}}
		doc.foot = c.missed()
		return doc
	}
	if len(doc.title) == 0 {
		doc.title = c.sprint(msgBriefing)
	}
	if b.Length == LengthDigest {
		c.short = true
		doc.digest = c.digest()
	} else {
		doc.lead = c.lead()
		doc.sections = c.sections(b.Sections)
	}
	doc.notes = c.book.notes
	doc.standfirst = c.standfirst(len(doc.notes) > 0)
	doc.foot = c.join(c.readOn(), c.about(), c.missed())
	return doc
}

// nothing says why there are no records, as far as that is known.
func (c *composer) nothing() line {
	if len(c.data.Coverage()) == 0 {
		return c.sprint(msgEmpty)
	}
	switch c.data.Answer() {
	case entente.AnswerNoneFound:
		return c.sprint(msgNoneFound)
	case entente.AnswerUndated:
		return c.join(c.sprint(msgEmpty), c.sprint(msgUndatedOnly))
	}
	return c.join(c.sprint(msgEmpty), c.sprint(msgNotCovered))
}

// usualSections are the sections of a briefing in their usual order.
var usualSections = [...]Section{SectionRelations, SectionExercises, SectionMeetings, SectionStatements,
	SectionAssessments, SectionDifferences, SectionUnknown, SectionSearched, SectionActors, SectionRemarks,
	SectionNotes, SectionSources, SectionNumbers}

// sections returns the sections that are asked for and not empty. The notes are
// among them even if they are not asked for, since numbers lead to them.
func (c *composer) sections(wanted []Section) []section {
	if wanted == nil {
		wanted = usualSections[:]
	}
	var list []section
	noted := -1
	for i, s := range wanted {
		switch {
		case slices.Contains(wanted[:i], s):
		case s == SectionNotes:
			noted = len(list)
		default:
			heading, blocks := c.section(s)
			blocks = slices.DeleteFunc(blocks, block.empty)
			if len(blocks) > 0 {
				list = append(list, section{name: s.String(), heading: c.sprint(heading), blocks: blocks})
			}
		}
	}
	if len(c.book.notes) == 0 {
		return list
	}
	if noted < 0 {
		noted = len(list)
	}
	return slices.Insert(list, noted, section{name: SectionNotes.String(), heading: c.sprint(msgNotes)})
}

func (c *composer) section(s Section) (heading msg, blocks []block) {
	switch s {
	case SectionRelations:
		return msgRelations, c.relations()
	case SectionExercises:
		return msgExercises, c.exerciseBlocks()
	case SectionMeetings:
		return msgMeetings, c.meetingBlocks()
	case SectionStatements:
		if len(c.meetings) > 0 {
			return msgOtherStatements, c.otherStatements()
		}
		return msgStatements, c.otherStatements()
	case SectionAssessments:
		return msgJudgements, c.judgements()
	case SectionDifferences:
		return msgClaims, c.differences()
	case SectionUnknown:
		return msgUnknown, c.unknown()
	case SectionSearched:
		return msgSearched, c.searched()
	case SectionActors:
		return msgWho, c.actors()
	case SectionRemarks:
		return msgRemarks, c.remarks()
	case SectionSources:
		return msgSources, c.otherSources()
	case SectionNumbers:
		return msgInNumbers, []block{{entries: c.numbers()}}
	}
	return 0, nil
}

// missed says how much English there is where another language was wanted.
func (c *composer) missed() line {
	if n := len(c.missing); n > 0 {
		return c.sprint(msgMissing, n)
	}
	return nil
}

// text returns words of the data, in the nearest language that it has.
func (c *composer) text(t entente.Text) line {
	s, tag := t.In(c.wanted)
	if s = clean(s); s == "" {
		return nil
	}
	return append(c.scratch.take(1), run{words: s, lang: tag})
}

// topic returns what to call a topic: as the data declares it, or as this
// package knows it, or the topic itself.
func (c *composer) topic(t entente.Topic) line {
	if name := c.topics[t]; !name.IsZero() {
		return c.text(name)
	}
	if known := c.word(topicPhrase(t)); len(known) > 0 {
		return known
	}
	return code(string(t))
}

// place returns a place in words, from the narrow to the wide.
func (c *composer) place(p entente.Place) line {
	var items []line
	name := c.text(p.Name)
	if p.Facility != "" {
		facility := c.name(p.Facility)
		if len(name) > 0 { // "Naval Headquarters" and "Naval Headquarters, Islamabad"
			first, rest := name[0].words, ""
			if i := strings.IndexAny(first, ",،"); i >= 0 {
				first, rest = first[:i], strings.TrimLeft(first[i:], ",،")
			}
			switch text := facility.text(); {
			case strings.Contains(text, first):
				name = words(rest, name[0].lang)
			case strings.Contains(first, text):
				facility = nil
			}
		}
		items = append(items, facility)
	}
	items = append(items, name)
	if p.Nation != "" {
		if nation := c.name(p.Nation); nation.text() != name.text() {
			items = append(items, nation)
		}
	}
	return c.list(append(items, code(p.At.String()))...)
}

// places returns places in words.
func (c *composer) places(list []entente.Place) line {
	return c.joined(msgSemicolon, lines(list, c.place))
}

// when returns the time of a record: its period, with the source's words about
// the time after it, or these alone.
func (c *composer) when(f entente.Fact) line {
	return c.bracketed(c.period(f.When), c.text(f.Timing))
}

// identifiers returns what others call the thing, each after its scheme.
func (c *composer) identifiers(list []entente.Identifier) line {
	return c.labelled(msgIdentifiers, c.list(lines(list, identifier)...))
}

func identifier(id entente.Identifier) line {
	return code(id.Scheme + " " + id.Value)
}

// ground returns what to put before a record: who says so, if that is not the
// source, and whether it is only in the headline of another item.
func (c *composer) ground(f entente.Fact) line {
	var l line
	if linkedOnly(f) {
		l = append(l, c.sprint(msgHeadlineOnly)...)
	}
	switch {
	case f.Basis == entente.BasisReported:
	case f.By != "":
		l = append(l, c.word(leads.of(f.Basis), c.name(f.By))...)
	case f.Basis == entente.BasisAssessed:
		l = append(l, c.sprint(msgSourceJudges)...)
	}
	return l
}

// linkedOnly reports whether all that supports the record is the headline of
// another item, which is not the source's own claim.
func linkedOnly(f entente.Fact) bool {
	return len(f.Cites) > 0 && !slices.ContainsFunc(f.Cites, func(cite entente.Citation) bool {
		return cite.Part != entente.PartRelatedHeadline
	})
}

// entry returns the entry of a record: its ground, the sentences, identifiers,
// and the notes.
func (c *composer) entry(f entente.Fact, sentences ...line) entry {
	l := c.concat(c.ground(f), c.join(append(sentences, c.identifiers(f.Identifiers))...))
	return entry{id: f.ID, line: c.keep(l), cites: c.cites(f.Cites), class: f.Basis.String()}
}

// row returns a row of a table on a record. The notes are in its last cell.
func (c *composer) row(f entente.Fact, cells ...line) row {
	r := row{id: f.ID, class: f.Basis.String(), cells: make([]entry, len(cells))}
	last := 0
	for i, l := range cells {
		if c.capitals() {
			l = l.capital()
		}
		r.cells[i].line = c.keep(l)
		if len(l) > 0 {
			last = i
		}
	}
	r.cells[last].cites = c.cites(f.Cites)
	return r
}

// tableOf returns a table without the columns that no row fills.
func (c *composer) tableOf(rows []row, head ...msg) *table {
	if len(rows) == 0 {
		return nil
	}
	t := &table{rows: rows}
	filled := make([]bool, len(head))
	for i, m := range head {
		for _, r := range rows {
			filled[i] = filled[i] || len(r.cells[i].line) > 0
		}
		if filled[i] {
			t.head = append(t.head, c.sprint(m))
		}
	}
	for i, r := range rows {
		cells := r.cells[:0]
		for j, cell := range r.cells {
			if filled[j] {
				cells = append(cells, cell)
			}
		}
		rows[i].cells = cells
	}
	return t
}
