package brief

import (
	"slices"
	"strings"
	"unicode"

	"github.com/entente-go/entente"
)

// actors returns who is who, kind by kind.
func (c *composer) actors() []block {
	return []block{
		c.listOf(msgOfficials, c.officials()),
		c.listOf(msgOrganizations, c.organizations()),
		c.listOf(msgNations, c.nations()),
		c.listOf(msgBlocs, c.blocs()),
		c.listOf(msgRegions, c.regions()),
	}
}

func (c *composer) listOf(heading msg, entries []entry) block {
	if len(entries) == 0 {
		return block{}
	}
	return block{heading: c.sprint(heading), entries: entries}
}

// A bare entry is one of which nothing is known but the name. Several are told
// in one line.
func (c *composer) bare(list []entry, ids []entente.ID) []entry {
	if len(list) == 0 && len(ids) > 1 {
		return []entry{{class: "bare", line: c.sprint(msgStop, c.citedNames(ids))}}
	}
	if len(ids) < 2 {
		for _, id := range ids {
			f := c.factOf(id)
			list = append(list, c.entry(f, c.sprint(msgStop, c.ownName(id).capital().weighed(strong))))
		}
		return list
	}
	return append(list, entry{class: "bare", line: c.sprint(msgAlsoListed, c.citedNames(ids))})
}

// citedNames returns the names, each with its notes.
func (c *composer) citedNames(ids []entente.ID) line {
	return c.list(lines(ids, func(id entente.ID) line { return c.cited(c.ownName(id), c.cites(c.factOf(id).Cites)) })...).capital()
}

func (c *composer) factOf(id entente.ID) entente.Fact {
	r, ok := c.record(id)
	if !ok {
		return entente.Fact{}
	}
	return r.AsFact()
}

// plainFact reports whether the record of an actor adds nothing to its name.
func plainFact(f entente.Fact) bool {
	return f.Basis == entente.BasisReported && f.When.IsZero() && f.Timing.IsZero() && len(f.Identifiers) == 0 && !linkedOnly(f)
}

func (c *composer) officials() []entry {
	var list []entry
	for _, id := range c.alphabetical(c.order, c.shortName) {
		o := c.people[id]
		mark := c.scratch
		name := c.ownName(id)
		e := c.entry(o.Fact, c.sprint(msgStop, c.identified(name, o.Nation)))
		for _, p := range o.Postings {
			words := c.sentence(c.posting(p, o.Nation))
			switch {
			case len(words) == 0:
			case len(o.Postings) == 1 && len(p.Cites) > 0: // on the line of the name
				if notes := c.cites(p.Cites); slices.Equal(notes, e.cites) {
					e.line = c.keep(c.join(e.line, words))
				} else {
					e.line, e.cites = c.keep(c.join(c.cited(e.line, e.cites), words)), notes
				}
			case len(p.Cites) > 0:
				e.sub = append(e.sub, entry{line: c.keep(words), cites: c.cites(p.Cites), class: e.class})
			default:
				e.line = c.keep(c.join(e.line, words))
			}
		}
		list = append(list, e)
		c.scratch.release(mark)
	}
	return list
}

// identified returns the name in strong type, followed by the nation.
func (c *composer) identified(name line, nation entente.ID) line {
	name = name.weighed(strong)
	if nation == "" {
		return name
	}
	return c.sprint(msgComma, name, c.ownName(nation))
}

// posting returns a post, and the body where it is held unless the title or the
// rank is enough to tell.
func (c *composer) posting(p entente.Posting, nation entente.ID) line {
	l := c.list(c.text(p.Rank), c.text(p.Title))
	var details []line
	if p.Organization != "" {
		if len(l) == 0 {
			l = c.ownName(p.Organization)
		} else if !c.tellsBody(l, p.Organization) {
			details = append(details, c.ownName(p.Organization))
		}
	}
	if p.For != "" && p.For != nation {
		details = append(details, c.sprint(msgRepresenting, c.ownName(p.For)))
	}
	details = append(details, c.period(p.Period))
	if p.Implied {
		details = append(details, c.sprint(msgImplied))
	}
	return c.bracketed(l, details...)
}

// bodyType returns the type of an organization, unless it is of no type in
// particular or, in a language with cases, its name tells: "Министерство обороны".
func (c *composer) bodyType(o *entente.Organization) line {
	kind := c.word(organizationTypes.of(o.Type))
	if o.Type == entente.OrganizationTypeOther || c.tellsKind(c.ownName(o.ID), kind) {
		return nil
	}
	return kind
}

// tellsKind reports whether the name has the word for its kind, in whatever case, in
// a language with cases.
func (c *composer) tellsKind(name, kind line) bool {
	_, cases := c.stem("")
	return cases && len(kind) > 0 && has(name, c.beginning(kind.text()))
}

// tellsBody reports whether a rank and title have the name of the body in them: in
// a language with cases, every word of it but its nation's, or its abbreviation.
func (c *composer) tellsBody(title line, id entente.ID) bool {
	if strings.Contains(title.text(), c.ownName(id).text()) {
		return true
	}
	r, _ := c.record(id)
	body, ok := r.(entente.Organization)
	if _, cases := c.stem(""); !ok || !cases || body.Nation == "" {
		return false
	}
	nation, _ := c.stem(c.ownName(body.Nation).text())
	have := strings.Fields(strings.ToLower(title.text()))
	if short := strings.ToLower(c.text(body.Abbreviation).text()); short != "" && slices.Contains(have, short) {
		return true
	}
	for word := range strings.FieldsSeq(c.ownName(id).text()) {
		begin := c.beginning(strings.ToLower(word))
		if strings.HasPrefix(word, nation) || slices.Contains(c.native().styles, word) ||
			slices.ContainsFunc(have, func(h string) bool { return strings.HasPrefix(h, begin) }) {
			continue
		}
		return false
	}
	return true
}

// beginning returns enough of a word to know it by in another case.
func (c *composer) beginning(word string) string {
	n := 0
	for i := range word {
		if n++; n > 5 {
			return word[:i]
		}
	}
	word, _ = c.stem(word)
	return word
}

// has reports whether the name has the words in it, in upper or lower case.
func has(name line, words string) bool {
	return strings.Contains(strings.ToLower(name.text()), strings.ToLower(words))
}

func (c *composer) organizations() []entry {
	var list []entry
	for _, o := range sorted[entente.Organization](c) {
		own := c.ownName(o.ID)
		name := own.capital().weighed(strong)
		if short := c.text(o.Abbreviation); !has(own, short.text()) {
			name = c.bracketed(name, short)
		}
		if o.Nation != "" {
			nation := c.ownName(o.Nation)
			if stem, _ := c.stem(nation.text()); !strings.Contains(own.text(), stem) {
				name = c.sprint(msgComma, name, nation)
			}
		}
		list = append(list, c.entry(o.Fact,
			c.sprint(msgStop, name),
			c.sentence(c.bodyType(&o)),
			c.labelled(msgParent, c.theName(o.Parent)),
			c.sentence(c.when(o.Fact))))
	}
	return list
}

func (c *composer) nations() []entry {
	var list []entry
	var bare []entente.ID
	for _, n := range sorted[entente.Nation](c) {
		if plainFact(n.Fact) && n.Exists.IsZero() {
			bare = append(bare, n.ID)
			continue
		}
		list = append(list, c.entry(n.Fact,
			c.sprint(msgStop, c.ownName(n.ID).weighed(strong)),
			c.sentence(c.when(n.Fact)),
			c.labelled(msgExists, c.period(n.Exists))))
	}
	return c.bare(list, bare)
}

func (c *composer) blocs() []entry {
	var list []entry
	var bare []entente.ID
	for _, b := range sorted[entente.Bloc](c) {
		if plainFact(b.Fact) && len(b.Members) == 0 && b.Abbreviation.IsZero() {
			bare = append(bare, b.ID)
			continue
		}
		list = append(list, c.entry(b.Fact,
			c.sprint(msgStop, c.bracketed(c.ownName(b.ID).capital().weighed(strong), c.text(b.Abbreviation))),
			c.labelled(msgMembers, c.nameList(b.Members)),
			c.sentence(c.when(b.Fact))))
	}
	return c.bare(list, bare)
}

func (c *composer) regions() []entry {
	var list []entry
	var bare []entente.ID
	for _, r := range sorted[entente.Region](c) {
		if plainFact(r.Fact) && r.M49 == "" {
			bare = append(bare, r.ID)
			continue
		}
		list = append(list, c.entry(r.Fact,
			c.sprint(msgStop, c.ownName(r.ID).capital().weighed(strong)),
			c.labelled(msgM49, code(r.M49)),
			c.sentence(c.when(r.Fact))))
	}
	return c.bare(list, bare)
}

// sorted returns the records of one type in the order of their names.
func sorted[T entente.Record](c *composer) []T {
	var ids []entente.ID
	byID := make(map[entente.ID]T)
	for r := range each[T](c) {
		id := r.AsFact().ID
		ids = append(ids, id)
		byID[id] = r
	}
	list := make([]T, 0, len(ids))
	for _, id := range c.alphabetical(ids, c.ownName) {
		list = append(list, byID[id])
	}
	return list
}

// alphabetical returns the IDs in the order of the alphabet that the names are
// in, as far as the order of Unicode is that; that of Urdu is not.
func (c *composer) alphabetical(ids []entente.ID, name func(entente.ID) line) []entente.ID {
	keys := make(map[entente.ID]string, len(ids))
	for _, id := range ids {
		keys[id] = strings.Map(alphabetically, name(id).text())
	}
	return slices.SortedStableFunc(slices.Values(ids), func(a, b entente.ID) int {
		return strings.Compare(keys[a], keys[b])
	})
}

// urduAlphabet has the letters that Unicode has in another order.
const urduAlphabet = "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیئے"

func alphabetically(r rune) rune {
	if i := strings.IndexRune(urduAlphabet, r); i >= 0 {
		return 0x0600 + rune(i)
	}
	return unicode.ToLower(r)
}
