package brief

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/nation"
)

// A composer builds the briefing on a dataset. Its methods return entries and
// lines; how a document looks is left to its renderers.
type composer struct {
	*localizer
	data   *entente.Dataset
	topics map[entente.Topic]entente.Text // the names that the data declares
	names  map[entente.ID]line

	persons []entente.Official  // those of the dataset, and those whom its records name
	sources []entente.Source    // by ID
	labels  map[entente.ID]line // what each source is called in citations
	book    notebook
}

func newComposer(d *entente.Dataset, l *localizer) *composer {
	c := &composer{
		localizer: l,
		data:      d,
		topics:    make(map[entente.Topic]entente.Text),
		names:     make(map[entente.ID]line),
		book:      notebook{numbers: make(map[string]int), full: make(map[entente.ID]bool)},
	}
	for _, t := range d.Topics() {
		c.topics[t.ID] = t.Name
	}
	c.persons = c.allOfficials()
	c.sources = c.allSources()
	c.labels = c.sourceLabels()
	return c
}

func (c *composer) document() *document {
	if c.data.Len() == 0 {
		return &document{lang: c.lang, wanted: c.wanted, lead: []entry{{line: c.sprint(msgEmpty)}}, foot: c.foot()}
	}
	doc := &document{lang: c.lang, wanted: c.wanted}
	if doc.title = c.text(c.data.Title()); len(doc.title) == 0 {
		doc.title = c.sprint(msgBriefing)
	}
	add := func(heading msg, blocks ...block) {
		blocks = slices.DeleteFunc(blocks, block.empty)
		if len(blocks) > 0 {
			doc.sections = append(doc.sections, section{heading: c.sprint(heading), blocks: blocks})
		}
	}
	add(msgInNumbers, block{entries: c.numbers()})
	add(msgWho, c.group(msgOfficials, c.officials()), c.group(msgOrganizations, c.organizations()),
		c.group(msgNations, c.nations()), c.group(msgBlocs, c.blocs()), c.group(msgRegions, c.regions()))
	add(msgTies, c.group(msgPartnerships, c.partnerships()), c.group(msgAgreements, c.agreements()))
	add(msgExercises, c.group(msgSeries, c.series()), c.group(msgTimedExercises, c.exercises()))
	add(msgMeetings, block{entries: c.meetings()})
	add(c.statementsHeading(), block{entries: c.statements()})
	add(msgJudgements, c.degree(entente.ModalityLikely), c.degree(entente.ModalityPossible),
		c.degree(entente.ModalityUnhedged))
	add(msgClaims, block{entries: c.claims()})
	add(msgGaps, c.group(msgNotSaid, c.gaps()), c.group(msgNotes, c.notes()))
	add(msgCoverage, block{entries: c.coverage()})
	add(msgSources, block{entries: c.sourceList()})
	doc.notes = c.book.notes
	doc.foot = c.foot()
	return doc
}

func (c *composer) group(heading msg, entries []entry) block {
	if len(entries) == 0 {
		return block{}
	}
	return block{heading: c.sprint(heading), entries: entries}
}

// foot says how much English there is where another language was wanted.
func (c *composer) foot() line {
	if n := len(c.missing); n > 0 {
		return c.sprint(msgMissing, n)
	}
	return nil
}

// text returns words of the data, in the nearest language that it has.
func (c *composer) text(t entente.Text) line {
	s, tag := t.In(c.wanted)
	return words(s, tag)
}

// name returns what to call the record with the ID: its name, unless that is
// in another language and CLDR has one for the nation; or its parties; or, for
// a nation, its name in CLDR; or the ID.
func (c *composer) name(id entente.ID) line {
	name, ok := c.names[id]
	if !ok {
		name = c.text(c.ownName(id))
		if len(name) > 0 && !sameLanguage(name[0].lang, c.wanted) && nation.Name(nation.ID(id), c.wanted) != "" {
			if own := nationName(id, c.wanted); sameLanguage(own[0].lang, c.wanted) {
				name = own
			}
		}
		if len(name) == 0 {
			name = c.both(c.partiesOf(id))
		}
		if len(name) == 0 {
			name = nationName(id, c.wanted)
		}
		c.names[id] = name
	}
	return name
}

// nationName returns the name that CLDR has for a nation, and otherwise the ID.
func nationName(id entente.ID, wanted language.Tag) line {
	name := nation.Name(nation.ID(id), wanted)
	switch name {
	case "":
		return code(string(id))
	case nation.Name(nation.ID(id), language.English):
		return inEnglish(name)
	}
	return line{{words: name, lang: wanted}}
}

// partiesOf returns the actors after whom a record without a name is called.
func (c *composer) partiesOf(id entente.ID) []entente.ID {
	r, _ := c.data.Record(id)
	switch r := r.(type) {
	case entente.Partnership:
		return r.Parties
	case entente.Agreement:
		var ids []entente.ID
		for _, p := range r.Parties {
			if !slices.Contains(ids, p.Actor) {
				ids = append(ids, p.Actor)
			}
		}
		return ids
	case entente.Exercise:
		var ids []entente.ID
		for _, t := range r.Contingents {
			if id := cmp.Or(t.Nation, t.Bloc, t.Organization); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return ids
	case entente.Meeting:
		var ids []entente.ID
		for _, a := range r.Attendees {
			ids = append(ids, a.Actor)
		}
		return ids
	}
	return nil
}

// ownName returns the name of a record, or its gist if it has no name.
func (c *composer) ownName(id entente.ID) entente.Text {
	r, _ := c.data.Record(id)
	switch r := r.(type) {
	case entente.Nation:
		return r.Name
	case entente.Bloc:
		return r.Name
	case entente.Region:
		return r.Name
	case entente.Organization:
		return r.Name
	case entente.Official:
		return r.Name
	case entente.Partnership:
		return r.Name
	case entente.Agreement:
		return r.Name
	case entente.Series:
		return r.Name
	case entente.Exercise:
		return r.Name
	case entente.Meeting:
		return r.Name
	case entente.Statement:
		return r.Gist
	case entente.Assessment:
		return r.Gist
	}
	return entente.Text{}
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

// list returns the items with commas between them.
func (c *composer) list(items ...line) line { return c.joined(msgComma, items) }

// joined puts the items together, two by two.
func (c *composer) joined(by msg, items []line) line {
	var all line
	for _, item := range items {
		switch {
		case len(item) == 0:
		case len(all) == 0:
			all = item
		default:
			all = c.sprint(by, all, item)
		}
	}
	return all
}

// nameList returns the names of records with commas between them.
func (c *composer) nameList(ids []entente.ID) line {
	var items []line
	for _, id := range ids {
		items = append(items, c.name(id))
	}
	return c.list(items...)
}

// both returns the names with "and" before the last.
func (c *composer) both(ids []entente.ID) line {
	if len(ids) < 2 {
		return c.nameList(ids)
	}
	last := len(ids) - 1
	return c.sprint(msgAnd, c.nameList(ids[:last]), c.name(ids[last]))
}

// labelled returns the message with the words in it, or nothing for no words.
func (c *composer) labelled(m msg, words line) line {
	if len(words) == 0 {
		return nil
	}
	return c.sprint(m, words)
}

// labelledName returns the message with the name in it, or nothing for no ID.
func (c *composer) labelledName(m msg, id entente.ID) line {
	if id == "" {
		return nil
	}
	return c.sprint(m, c.name(id))
}

// when returns the sentences on the time of a record.
func (c *composer) when(f entente.Fact) line {
	return join(c.labelled(msgTime, c.period(f.When)), c.timing(f))
}

func (c *composer) timing(f entente.Fact) line { return c.labelled(msgTiming, c.text(f.Timing)) }

// place returns a place in words, from the narrow to the wide.
func (c *composer) place(p entente.Place) line {
	items := []line{c.text(p.Name)}
	for _, id := range []entente.ID{p.Facility, p.Nation} {
		if id != "" {
			items = append(items, c.name(id))
		}
	}
	return c.list(append(items, code(p.At.String()))...)
}

// places returns places in words.
func (c *composer) places(list []entente.Place) line {
	var items []line
	for _, p := range list {
		items = append(items, c.place(p))
	}
	return c.joined(msgSemicolon, items)
}

// entry returns the entry of a record: who says so, if that is not the source,
// then the sentences, then the citations.
func (c *composer) entry(f entente.Fact, sentences ...line) entry {
	l := join(sentences...)
	switch {
	case f.Basis == entente.BasisReported:
	case f.By != "":
		l = append(c.word(leads.of(f.Basis), c.name(f.By)), l...)
	case f.Basis == entente.BasisAssessed:
		l = append(c.sprint(msgSourceJudges), l...)
	}
	return c.grounded(f, l)
}

// grounded returns the entry of a line that already names its author. What the
// source only links to is not its own claim, and the line says so.
func (c *composer) grounded(f entente.Fact, l line) entry {
	linked := len(f.Cites) > 0 && !slices.ContainsFunc(f.Cites, func(cite entente.Citation) bool {
		return cite.Part != entente.PartRelatedHeadline
	})
	if linked {
		l = append(c.sprint(msgHeadlineOnly), l...)
	}
	l = join(l, c.labelled(msgIdentifiers, c.identifiers(f.Identifiers)))
	return entry{id: f.ID, line: l, cites: c.cites(f.Cites), class: f.Basis.String()}
}

// identifiers returns what others call the thing, each behind its scheme.
func (c *composer) identifiers(list []entente.Identifier) line {
	var items []line
	for _, id := range list {
		items = append(items, code(id.Scheme+" "+id.Value))
	}
	return c.list(items...)
}
