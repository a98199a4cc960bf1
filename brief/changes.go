package brief

import (
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente"
)

// WriteChanges writes what changed from one edition of a dataset to the next:
// how many records were added, changed and withdrawn, then each of them, by
// kind. It compares what [entente.Changes] compares, and also the titles and
// what was searched. A record that was added is told in a sentence, and one that
// changed with what it said before and what it says now. Each cites its sources;
// a withdrawn record cites those that it had.
//
// Either dataset may be nil, which is empty. WriteChanges returns the same
// errors as [Writer.Write], and writes in a single call too.
func (b Writer) WriteChanges(w io.Writer, old, new *entente.Dataset) error {
	if err := b.check(w); err != nil {
		return err
	}
	return b.render(w, newChangeComposer(newLocalizer(b.Language, b.Catalog), old, new).document())
}

// A changeComposer builds the document on what changed.
type changeComposer struct {
	*composer           // of the new edition
	was       *composer // of the old one
	fields    fieldIndex
	changes   []entente.Change
}

func newChangeComposer(l *localizer, old, new *entente.Dataset) *changeComposer {
	return &changeComposer{
		composer: newComposer(new, l),
		was:      newComposer(old, l),
		fields:   make(fieldIndex),
		changes:  entente.Changes(old, new),
	}
}

// changeOrder is the order of the sections: what happened before who is who.
var changeOrder = [...]entente.Kind{
	entente.KindAgreement, entente.KindExercise, entente.KindMeeting, entente.KindStatement, entente.KindPartnership,
	entente.KindAssessment, entente.KindSeries, entente.KindOfficial, entente.KindOrganization, entente.KindNation,
	entente.KindBloc, entente.KindRegion, 0,
}

func (c *changeComposer) document() *document {
	doc := &document{lang: c.lang, wanted: c.wanted, title: c.change(changeTitle)}
	if title := c.text(c.data.Title()); len(title) > 0 {
		doc.title = c.change(changeTitleOf, title)
	}
	doc.standfirst = c.editions()
	doc.lead = c.lead()
	byKind := make(map[entente.Kind][]entente.Change)
	for _, ch := range c.changes {
		byKind[ch.Kind] = append(byKind[ch.Kind], ch)
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
	doc.notes = c.book.notes
	doc.foot = c.foot()
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
	version, date := code(e.Version), c.period(e.Date.Period())
	switch {
	case len(date) == 0:
		return version
	case len(version) == 0:
		return date
	}
	return c.sprint(msgBrackets, version, date)
}

// lead counts the changes, a paragraph for each type.
func (c *changeComposer) lead() []entry {
	var list []entry
	add := func(l line) {
		if len(l) > 0 {
			list = append(list, entry{line: l})
		}
	}
	for _, t := range []struct {
		typ   entente.ChangeType
		words changeMsg
	}{
		{entente.ChangeTypeAdded, changeAddedCount},
		{entente.ChangeTypeChanged, changeChangedCount},
		{entente.ChangeTypeRemoved, changeRemovedCount},
	} {
		if counts := c.counts(t.typ); len(counts) > 0 {
			add(c.change(t.words, counts))
		}
	}
	if len(list) == 0 {
		add(c.change(changeNothing))
	}
	was, is := c.was.data.Title(), c.data.Title()
	if before, now := c.text(was), c.text(is); len(before) > 0 && len(now) > 0 && before.text() != now.text() {
		add(c.change(changeTitleWas, before, now))
	}
	if !sameCoverage(c.was.data.Coverage(), c.data.Coverage()) {
		add(c.change(changeCoverage))
	}
	return list
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
		counts = c.sprint(msgBrackets, c.sprint(msgRecords, total), counts)
	}
	if n[0] > 0 {
		counts = c.joined(msgSemicolon, []line{counts, c.change(changeSourceCount, n[0])})
	}
	return counts
}

// part returns the changes of one type in the order of the data.
func (c *changeComposer) part(changes []entente.Change, t entente.ChangeType, heading changeMsg) block {
	var b block
	for _, ch := range changes {
		if ch.Type == t {
			b.entries = append(b.entries, c.entryOf(ch))
		}
	}
	if len(b.entries) > 0 {
		b.heading = c.change(heading)
	}
	return b
}

// entryOf returns the entry of a record or source that changed.
func (c *changeComposer) entryOf(ch entente.Change) entry {
	switch {
	case ch.Kind == 0:
		return c.sourceEntry(ch)
	case ch.Type == entente.ChangeTypeAdded:
		r, _ := c.data.Record(ch.ID)
		return c.told(r)
	case ch.Type == entente.ChangeTypeRemoved:
		return c.removed(ch.ID)
	}
	was, _ := c.was.data.Record(ch.ID)
	is, _ := c.data.Record(ch.ID)
	cites := c.cites(is.AsFact().Cites) // numbered before those of claims
	var says []line
	if was.Kind() != is.Kind() {
		says = []line{c.change(changeKind, c.word(changeKinds.of(was.Kind())), c.word(changeKinds.of(is.Kind())))}
	} else {
		says = c.differences(was, is, ch.Members)
	}
	e := c.changed(c.name(ch.ID), says)
	e.id, e.cites = ch.ID, cites
	return e
}

// changed returns the entry of what changed in one record or source: a sentence,
// or a list if it is more than one thing.
func (c *changeComposer) changed(name line, says []line) entry {
	name = name.weighed(strong)
	if len(says) == 1 {
		return entry{class: "changed", line: c.sprint(msgColonStop, name, says[0])}
	}
	e := entry{class: "changed", line: name}
	for _, l := range says {
		e.sub = append(e.sub, entry{class: "change", line: c.sprint(msgStop, capital(l))})
	}
	return e
}

// capital returns the line with a capital letter at the start.
func capital(l line) line {
	if len(l) == 0 {
		return l
	}
	out := slices.Clone(l)
	r, n := utf8.DecodeRuneInString(out[0].words)
	out[0].words = string(unicode.ToUpper(r)) + out[0].words[n:]
	return out
}

// removed returns the entry of a record that only the old edition has. Its notes
// are numbered with the others.
func (c *changeComposer) removed(id entente.ID) entry {
	r, _ := c.was.data.Record(id)
	var e entry
	c.before(func() { e = (&changeComposer{composer: c.was}).told(r) })
	e.class = "removed"
	return e
}

// before calls f while the composer of the old edition shares the notes.
func (c *changeComposer) before(f func()) {
	c.was.book = c.book
	f()
	c.book = c.was.book
}

// sourceEntry returns the entry of a source.
func (c *changeComposer) sourceEntry(ch entente.Change) entry {
	is, _ := c.data.Source(ch.ID)
	switch ch.Type {
	case entente.ChangeTypeAdded:
		return entry{class: "added", line: c.sourceLine(is)}
	case entente.ChangeTypeRemoved:
		was, _ := c.was.data.Source(ch.ID)
		return entry{class: "removed", line: c.was.sourceLine(was)}
	}
	was, _ := c.was.data.Source(ch.ID)
	return c.changed(c.source(ch.ID), c.differences(was, is, ch.Members))
}

// sourceLine returns a source in full, with its address as a link.
func (c *composer) sourceLine(s entente.Source) line {
	label := c.source(s.ID)
	title := c.text(s.Title)
	if title.text() == label.text() {
		title = nil
	}
	address := code(s.URL)
	for i := range address {
		address[i].href = s.URL
	}
	published := c.period(s.Published.Period())
	if strings.HasSuffix(label.text(), published.text()) {
		published = nil // the label tells the source from others by its date
	}
	return c.list(label.weighed(strong), title, published, address)
}
