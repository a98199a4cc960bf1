package brief

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

// A composer thinks out the briefing on a dataset.
type composer struct {
	data   *entente.Dataset
	v      *voice
	topics map[entente.Topic]entente.Text // the whole vocabulary
	names  map[entente.ID]line
	met    map[entente.ID]bool // statements that stand under their meeting

	persons []entente.Official  // those of the dataset, and those whom its records name
	sources []entente.Source    // by ID
	labels  map[entente.ID]line // what each source is called in citations
}

func newComposer(d *entente.Dataset, v *voice) *composer {
	c := &composer{
		data:   d,
		v:      v,
		topics: make(map[entente.Topic]entente.Text),
		names:  make(map[entente.ID]line),
		met:    make(map[entente.ID]bool),
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
	doc := &document{lang: c.v.lang}
	if c.data.Len() == 0 {
		doc.sections = []section{{groups: []group{{entries: []entry{{line: c.v.say("The selection holds no records.")}}}}}}
		doc.foot = c.foot()
		return doc
	}
	if doc.title = c.words(c.data.Title()); len(doc.title) == 0 {
		doc.title = c.v.say("Briefing")
	}
	add := func(key string, groups ...group) {
		groups = slices.DeleteFunc(groups, func(g group) bool { return len(g.entries) == 0 })
		for i, g := range groups {
			if g.key != "" {
				groups[i].heading = c.v.say(g.key)
			}
		}
		if len(groups) > 0 {
			doc.sections = append(doc.sections, section{heading: c.v.say(key), groups: groups})
		}
	}
	add("In numbers", group{entries: c.numbers()})
	add("Who", c.officials(), c.organizations(), c.nations(), c.blocs(), c.regions())
	add("What binds them, and how it is moving", c.partnerships(), c.agreements())
	add("Exercises", c.series(), c.exercises())
	meetings := c.meetings()
	add("Meetings, and what was said there", meetings)
	said := "What was said"
	if len(meetings.entries) > 0 {
		said = "Said outside these meetings"
	}
	add(said, c.statements())
	add("What is judged and expected, and for whom", c.judgements(entente.ModalityLikely), c.judgements(entente.ModalityPossible), c.judgements(entente.ModalityUnhedged))
	add("Where sources differ", c.claims())
	add("What is not known", c.unknown(), c.notes())
	add("What was covered, and what was not", c.coverage())
	add("Sources", c.sourceList())
	doc.foot = c.foot()
	return doc
}

// foot says how much English there is where another language was wanted.
func (c *composer) foot() line {
	if n := len(c.v.missing); n > 0 {
		return c.v.say("Missing from the catalogue: %[1]d phrases, which stand in English.", n)
	}
	return nil
}

// words returns words of the data, in the nearest language that it has.
func (c *composer) words(t entente.Text) line {
	words, tag := t.In(c.v.wanted)
	if words = clean(words); words == "" {
		return nil
	}
	return line{{words: words, lang: tag}}
}

// english returns words that the data has in English alone.
func english(s string) line {
	if s = clean(s); s == "" {
		return nil
	}
	return line{{words: s, lang: language.English}}
}

// code returns what is in no language.
func code(s string) line {
	if s = clean(s); s == "" {
		return nil
	}
	return line{{words: s, lang: language.Und, solid: true}}
}

// name returns what to call the record with the ID.
func (c *composer) name(id entente.ID) line {
	name, ok := c.names[id]
	if !ok {
		name = c.words(c.ownName(id))
		if len(name) > 0 && !sameLanguage(name[0].lang, c.v.wanted) && entente.NationName(id, c.v.wanted) != "" {
			if own := nationName(id, c.v.wanted); sameLanguage(own[0].lang, c.v.wanted) {
				name = own // what CLDR has in the language that is wanted
			}
		}
		if len(name) == 0 {
			name = c.both(c.partiesOf(id))
		}
		if len(name) == 0 {
			name = nationName(id, c.v.wanted)
		}
		c.names[id] = name
	}
	return name
}

// nationName returns what to call a nation for which the data has no name: its
// name in CLDR. Anything else without a name is called by its ID.
func nationName(id entente.ID, wanted language.Tag) line {
	words := entente.NationName(id, wanted)
	switch words {
	case "":
		return code(string(id))
	case entente.NationName(id, language.English):
		return english(words)
	}
	return line{{words: words, lang: wanted}}
}

// partiesOf returns those after whom a record without a name can be called.
// They are actors, which are not called after others in their turn.
func (c *composer) partiesOf(id entente.ID) []entente.ID {
	r, _ := c.data.Record(id)
	switch r := r.(type) {
	case entente.Partnership:
		return r.Parties
	case entente.Meeting:
		var ids []entente.ID
		for _, a := range r.Attendees {
			ids = append(ids, a.Actor)
		}
		return ids
	}
	return nil
}

// ownName returns the name that the data gives a record: what was said or
// judged, for those that have no other.
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

// list returns the items with commas between.
func (c *composer) list(items ...line) line { return c.joined("%[1]s, %[2]s", items) }

// joined returns the items, put together two by two by the key.
func (c *composer) joined(key string, items []line) line {
	var all line
	for _, item := range items {
		switch {
		case len(item) == 0:
		case len(all) == 0:
			all = item
		default:
			all = c.v.say(key, all, item)
		}
	}
	return all
}

// nameList returns the names of records with commas between.
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
	return c.v.say("%[1]s and %[2]s", c.nameList(ids[:last]), c.name(ids[last]))
}

// labelled returns the sentence with the words in it, or nothing if there are
// none.
func (c *composer) labelled(key string, words line) line {
	if len(words) == 0 {
		return nil
	}
	return c.v.say(key, words)
}

// when returns the sentences on the time of a record.
func (c *composer) when(f entente.Fact) line {
	return join(c.labelled("Time: %[1]s.", c.v.period(f.When)),
		c.labelled("Time, as the source has it: %[1]s.", c.words(f.Timing)))
}

// place returns a place in words, from the narrow to the wide.
func (c *composer) place(p entente.Place) line {
	items := []line{c.words(p.Name)}
	for _, id := range []entente.ID{p.Facility, p.Nation} {
		if id != "" {
			items = append(items, c.name(id))
		}
	}
	return c.list(items...)
}

// entry returns the entry of a record: on whose word it stands if that is not
// the source's own, then the sentences, then the citations.
func (c *composer) entry(f entente.Fact, sentences ...line) entry {
	l := join(sentences...)
	switch key := keyOf(leadKeys, f.Basis); {
	case key == "":
	case f.By != "":
		l = append(c.v.say(key, c.name(f.By)), l...)
	case f.Basis == entente.BasisAssessed:
		l = append(c.v.say("In the judgement of the source: "), l...)
	}
	return c.grounded(f, l)
}

// grounded returns the entry of a line that says itself on whose word it
// stands. What the source only links to is not the source's own claim.
func (c *composer) grounded(f entente.Fact, l line) entry {
	linked := len(f.Cites) > 0 && !slices.ContainsFunc(f.Cites, func(cite entente.Citation) bool {
		return cite.Part != entente.PartRelatedHeadline
	})
	if linked {
		l = append(c.v.say("Only in the headline of another item: "), l...)
	}
	return entry{line: l, cites: c.cites(f.Cites), class: f.Basis.String()}
}
