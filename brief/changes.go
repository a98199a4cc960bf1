package brief

import (
	"io"
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// WriteChanges writes what changed from one edition of a dataset to the next:
// how many records were added, changed and withdrawn, then each of them, by
// kind. It compares what [entente.Changes] compares, and also the titles,
// editions, authors, licences and [entente.Records.Extra], and what was searched.
// An added record is told in a sentence, a changed one by
// what it said before and what it says now. Each cites its sources; a withdrawn
// record cites those that it had.
//
// Either dataset may be nil, which is empty. WriteChanges returns the same
// errors as [Writer.Write], and writes in a single call too. A digest has only
// the counts. Sections is ignored.
func (b Writer) WriteChanges(w io.Writer, old, new *entente.Dataset) error {
	if err := b.check(w); err != nil {
		return err
	}
	return b.render(w, newChangeComposer(newLocalizer(b.Language, b.Catalog), old, new).document(b))
}

// A changeComposer builds the document on what changed.
type changeComposer struct {
	*composer                    // of the new edition
	was       *composer          // of the old one
	noteOf    map[entente.ID]int // the first note on each source, once all are numbered
	changes   []entente.Change
}

func newChangeComposer(l *localizer, old, new *entente.Dataset) *changeComposer {
	c := &changeComposer{
		composer: newComposer(new, l),
		was:      newComposer(old, l),
		changes:  entente.Changes(old, new),
	}
	c.was.usualDay = c.usualDay // the notes are those of one document
	// Officials have their whole name everywhere, since no reader of changes reads
	// from the beginning to the end, and so that values can be compared.
	for _, c := range [...]*composer{c.composer, c.was} {
		for _, p := range c.people {
			p.introduced, p.Short = true, entente.Text{}
		}
	}
	return c
}

// changeOrder is the order of the sections: what happened before who is who.
var changeOrder = [...]entente.Kind{
	entente.KindAgreement, entente.KindExercise, entente.KindMeeting, entente.KindStatement, entente.KindPartnership,
	entente.KindAssessment, entente.KindSeries, entente.KindOfficial, entente.KindOrganization, entente.KindNation,
	entente.KindBloc, entente.KindRegion, 0,
}

func (c *changeComposer) document(b Writer) *document {
	doc := &document{lang: c.lang, wanted: c.wanted, title: words(b.Title, c.lang)}
	if title := c.text(c.data.Title()); len(doc.title) == 0 && len(title) > 0 {
		doc.title = c.change(changeTitleOf, title)
	}
	if len(doc.title) == 0 {
		doc.title = c.change(changeTitle)
	}
	doc.standfirst = c.editions()
	doc.lead = c.lead()
	byKind := make(map[entente.Kind][]entente.Change)
	for _, ch := range c.changes {
		byKind[ch.Kind] = append(byKind[ch.Kind], ch)
	}
	if b.Length == LengthDigest {
		doc.foot = c.missed()
		return doc
	}
	for _, k := range changeOrder {
		blocks := slices.DeleteFunc([]block{
			c.part(byKind[k], entente.ChangeTypeAdded, changeAdded),
			c.part(byKind[k], entente.ChangeTypeChanged, changeChanged),
			c.part(byKind[k], entente.ChangeTypeRemoved, changeRemoved),
		}, block.empty)
		if len(blocks) > 0 {
			name := "changed-" + k.String()
			if k == 0 {
				name = "changed-source"
			}
			doc.sections = append(doc.sections, section{name: name, heading: c.word(changeKinds.of(k)), blocks: blocks})
		}
	}
	if doc.notes = c.book.notes; len(doc.notes) > 0 {
		doc.sections = append(doc.sections, section{name: SectionNotes.String(), heading: c.sprint(msgNotes)})
	}
	doc.foot = c.join(c.readOn(), c.missed())
	return doc
}

// change is sprint for the sentences on changes.
func (c *changeComposer) change(m changeMsg, args ...any) line {
	return c.word(changeMsgs.of(m), args...)
}

// editions returns which edition followed which.
func (c *changeComposer) editions() line {
	old, new := c.edition(c.was.data), c.edition(c.data)
	switch {
	case len(new) == 0:
		return nil
	case len(old) == 0 || old.text() == new.text():
		return c.change(changeEdition, new)
	}
	return c.change(changeEditions, old, new)
}

func (c *changeComposer) edition(d *entente.Dataset) line {
	e := d.Edition()
	return c.bracketed(code(e.Version), c.period(e.Date.Period()))
}

// lead counts the changes, and says what changed beside the records.
func (c *changeComposer) lead() []entry {
	var counted, other []line
	for _, t := range []struct {
		typ   entente.ChangeType
		words changeMsg
	}{
		{entente.ChangeTypeAdded, changeAddedCount},
		{entente.ChangeTypeChanged, changeChangedCount},
		{entente.ChangeTypeRemoved, changeRemovedCount},
	} {
		if counts := c.counts(t.typ); len(counts) > 0 {
			counted = append(counted, c.change(t.words, counts))
		}
	}
	if len(counted) == 0 {
		counted = append(counted, c.change(changeNothing))
	}
	was, is := c.was.data.Title(), c.data.Title()
	if before, now := c.text(was), c.text(is); len(before) > 0 && len(now) > 0 && before.text() != now.text() {
		other = append(other, c.change(changeTitleWas, c.sprint(msgQuote, before), c.sprint(msgQuote, now)))
	}
	other = append(other, c.about()...)
	if !sameCoverage(c.was.data.Coverage(), c.data.Coverage()) {
		other = append(other, c.change(changeCoverage))
	}
	list := []entry{{line: c.join(counted...)}}
	if len(other) > 0 {
		list = append(list, entry{line: c.join(other...)})
	}
	return list
}

// about returns what changed in what the data says of itself, except the title
// and the edition.
func (c *changeComposer) about() (says []line) {
	was, is := c.was.data, c.data
	if a, b := was.Authors(), is.Authors(); !slices.Equal(a, b) {
		says = append(says, c.listDifference(c.word(changeMembers.of(memberDataAuthors)), asWords(a), asWords(b)))
	}
	if a, b := was.Licence(), is.Licence(); a != b {
		says = append(says, c.singleDifference(c.word(changeMembers.of(memberLicence)), code(a), code(b), false))
	}
	for i, l := range says {
		says[i] = c.sprint(msgStop, l.capital())
	}
	if !slices.Equal(was.Extra(), is.Extra()) {
		says = append(says, c.change(changeExtra))
	}
	return says
}

// counts returns how many records of each kind, and sources, changed in one way.
func (c *changeComposer) counts(t entente.ChangeType) line {
	n, total := make(map[entente.Kind]int), 0
	for _, ch := range c.changes {
		if ch.Type == t {
			n[ch.Kind]++
			if ch.Kind != 0 {
				total++
			}
		}
	}
	var items []line
	for _, k := range changeOrder {
		if k != 0 && n[k] > 0 {
			items = append(items, c.word(kindCounts.of(k), n[k]))
		}
	}
	counts := c.list(items...)
	if len(items) > 1 {
		counts = c.bracketed(c.sprint(msgRecords, total), counts)
	}
	if n[0] > 0 {
		counts = c.joined(msgSemicolon, []line{counts, c.change(changeSourceCount, n[0])})
	}
	return counts
}

// part returns the changes of one type, of the most recent records first.
func (c *changeComposer) part(changes []entente.Change, t entente.ChangeType, heading changeMsg) block {
	var b block
	ofType := slices.DeleteFunc(slices.Clone(changes), func(ch entente.Change) bool { return ch.Type != t })
	slices.SortStableFunc(ofType, func(a, b entente.Change) int { return newestFirst(c.time(a), c.time(b)) })
	for _, ch := range ofType {
		mark := c.scratch
		b.entries = append(b.entries, c.keepEntry(c.entryOf(ch)))
		c.scratch.release(mark)
	}
	if len(b.entries) > 0 {
		b.heading = c.change(heading)
	}
	return b
}

// time returns the time of a record that changed, or none for a source.
func (c *changeComposer) time(ch entente.Change) edtf.Period {
	switch {
	case ch.Kind == 0:
		return edtf.Period{}
	case c.has(ch.ID):
		return c.factOf(ch.ID).When
	}
	return c.was.factOf(ch.ID).When
}

// keepEntry returns the entry with lines that stay.
func (c *changeComposer) keepEntry(e entry) entry {
	e.line = c.keep(e.line)
	for i := range e.sub {
		e.sub[i] = c.keepEntry(e.sub[i])
	}
	return e
}

// entryOf returns the entry of a record or source that changed.
func (c *changeComposer) entryOf(ch entente.Change) entry {
	switch {
	case ch.Kind == 0:
		return c.sourceEntry(ch)
	case ch.Type == entente.ChangeTypeAdded:
		r, _ := c.record(ch.ID)
		return c.recordEntry(r)
	case ch.Type == entente.ChangeTypeRemoved:
		return c.removed(ch.ID)
	}
	was, _ := c.was.record(ch.ID)
	is, _ := c.record(ch.ID)
	cites := c.cites(is.AsFact().Cites) // numbered before those of claims
	var says []line
	if was.Kind() != is.Kind() {
		says = []line{c.change(changeKind, c.word(changeKinds.of(was.Kind())), c.word(changeKinds.of(is.Kind())))}
	} else {
		says = c.differences(was, is, ch.Members)
	}
	e := c.changed(c.apartName(ch.ID, strong).capital(), says)
	e.id, e.cites = ch.ID, cites
	return e
}

// changed returns the entry of what changed in one record or source: a sentence,
// or a list if it is more than one thing.
func (c *changeComposer) changed(name line, says []line) entry {
	if len(says) == 1 {
		return entry{class: "changed", line: c.sprint(msgColonStop, name, says[0])}
	}
	e := entry{class: "changed", line: name}
	for _, l := range says {
		e.sub = append(e.sub, entry{class: "change", line: c.sprint(msgStop, l.capital())})
	}
	return e
}

// removed returns the entry of a record that only the old edition has. Its notes
// are numbered with the others.
func (c *changeComposer) removed(id entente.ID) entry {
	r, _ := c.was.record(id)
	var e entry
	c.before(func() { e = c.was.recordEntry(r) })
	e.class = "removed"
	return e
}

// before calls f while the composer of the old edition shares the notes.
func (c *changeComposer) before(f func()) {
	c.was.book.notes, c.was.book.numbers, c.was.book.read = c.book.notes, c.book.numbers, c.book.read
	f()
	c.book.notes, c.book.numbers, c.book.read = c.was.book.notes, c.was.book.numbers, c.was.book.read
}

// sourceEntry returns the entry of a source.
func (c *changeComposer) sourceEntry(ch entente.Change) entry {
	is, _ := c.data.Source(ch.ID)
	switch ch.Type {
	case entente.ChangeTypeAdded:
		return c.addedSource(is)
	case entente.ChangeTypeRemoved:
		was, _ := c.was.data.Source(ch.ID)
		return entry{class: "removed", line: c.was.sourceEnd(was)}
	}
	was, _ := c.was.data.Source(ch.ID)
	return c.changed(c.source(ch.ID).weighed(strong), c.differences(was, is, ch.Members))
}

// addedSource refers to the note that has the source in full, or tells it.
func (c *changeComposer) addedSource(s entente.Source) entry {
	if c.noteOf == nil {
		c.noteOf = make(map[entente.ID]int)
		for i, n := range c.book.notes {
			if _, ok := c.noteOf[n.source]; !ok {
				c.noteOf[n.source] = i + 1
			}
		}
	}
	if n := c.noteOf[s.ID]; n > 0 {
		return entry{class: "added", line: c.sprint(msgStop, c.source(s.ID)), cites: []int{n}}
	}
	return entry{class: "added", line: c.sourceEnd(s)}
}

// sourceEnd is sourceLine with a full stop, unless an address is last.
func (c *composer) sourceEnd(s entente.Source) line {
	l := c.sourceLine(s)
	if s.URL == "" {
		l = c.sprint(msgStop, l)
	}
	return l
}

// sourceLine returns a source in full, with its address as a link.
func (c *composer) sourceLine(s entente.Source) line {
	label := c.beforeAddress(&s)
	return c.list(label.weighed(strong), beyond(label, c.text(s.Title)), beyond(label, c.period(s.Published.Period())),
		address(s.URL))
}
