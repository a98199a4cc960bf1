package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/places"
	"github.com/entente-go/entente/nation"
)

// A person is an official, and whether the briefing has introduced them.
type person struct {
	entente.Official
	introduced bool
}

// meet finds the officials of the dataset, and those whom its records name. A
// dataset whose records refer to others that it lacks is a part of a larger one.
func (c *composer) meet() {
	add := func(o entente.Official) {
		c.people[o.ID] = &person{Official: o}
		c.order = append(c.order, o.ID)
	}
	for o := range each[entente.Official](c) {
		add(o)
	}
	looked := make(map[entente.ID]bool)
	for _, r := range c.records {
		for id := range r.References() {
			if c.has(id) || looked[id] {
				continue
			}
			looked[id] = true
			if o, ok := c.data.Official(id); ok {
				add(o)
				c.partial = true
			} else if !c.partial {
				_, c.partial = c.data.Record(id)
			}
		}
	}
}

// name returns what to call the record with the ID, leading to its entry: an
// official as at this mention, and anything else by its name.
func (c *composer) name(id entente.ID) line { return c.nameAt(id, edtf.Period{}) }

// nameAt is name for a mention in a record of the time.
func (c *composer) nameAt(id entente.ID, when edtf.Period) line {
	if p := c.people[id]; p != nil {
		return c.mention(p, when, "", nil)
	}
	return c.ownName(id)
}

// subject returns the actor as the subject of a sentence in a record of the time.
func (c *composer) subject(id entente.ID, when edtf.Period) line {
	if c.people[id] != nil {
		return c.nameAt(id, when)
	}
	return c.definite(c.ownName(id)).capital()
}

// mention returns an official: at the first mention the whole name, and in
// brackets rank, post and nation; later the name that the press uses. Whom the
// official represents, and further details, are in the same brackets.
func (c *composer) mention(p *person, when edtf.Period, represents entente.ID, more line) line {
	var details []line
	known := entente.ID("")
	name := c.ownName(p.ID)
	own := represents != "" && (represents == p.Nation || p.Nation != "" && p.holds(represents))
	if own { // the post tells the body, and later the nation is enough
		represents = ""
	}
	if !p.introduced {
		p.introduced = true
		if post := p.postAt(when); post != nil {
			details = append(details, c.text(post.Rank), c.text(post.Title))
			if post.Title.IsZero() && post.Organization != "" && post.Organization != p.ID {
				details = append(details, c.ownName(post.Organization))
				known = post.Organization
			}
		}
		if p.Nation != "" && known == "" && represents == "" {
			if nation := c.ownName(p.Nation); !c.tells(details, nation) {
				details = append(details, nation)
			}
		}
	} else {
		name = c.shortName(p.ID)
		if own {
			details = append(details, c.ownName(p.Nation))
		}
	}
	if represents != "" && represents != known {
		details = append(details, c.sprint(msgRepresenting, c.theName(represents)))
	}
	return c.bracketed(name, append(details, more)...)
}

// tells reports whether the last of the details names the nation, in whatever case.
func (c *composer) tells(details []line, nation line) bool {
	if len(details) == 0 {
		return false
	}
	name, _ := c.stem(nation.text())
	return strings.Contains(details[len(details)-1].text(), name)
}

// holds reports whether the official has a post in the organization.
func (p *person) holds(organization entente.ID) bool {
	return slices.ContainsFunc(p.Postings, func(post entente.Posting) bool { return post.Organization == organization })
}

// theName returns the name of a record as in a sentence, or nothing for no ID.
func (c *composer) theName(id entente.ID) line {
	if id == "" {
		return nil
	}
	return c.definite(c.ownName(id))
}

// shortName returns what the press calls an official, without an introduction,
// and the name of anything else.
func (c *composer) shortName(id entente.ID) line {
	name := c.ownName(id)
	if p := c.people[id]; p != nil {
		if short := c.text(p.Short); len(short) > 0 && sameLanguage(short[0].lang, name[0].lang) {
			return short.leading(id)
		}
	}
	return name
}

// postAt returns the last posting that the official may have held at the time;
// or, if that is not known, the last.
func (p *person) postAt(when edtf.Period) *entente.Posting {
	var best *entente.Posting
	held := false
	for i := range p.Postings {
		post := &p.Postings[i]
		now := !when.IsZero() && !post.Period.IsZero() && post.Period.Overlaps(when) != edtf.CertaintyNo
		if now || !held {
			best, held = post, now
		}
	}
	return best
}

// ownName returns the name of a record, unless that is in another language and
// CLDR has one for the nation; or its parties; or, for a nation, its name in
// CLDR; or the ID.
func (c *composer) ownName(id entente.ID) line {
	name, ok := c.names[id]
	if ok {
		return name
	}
	own, parties := c.nameOf(id)
	name = c.text(own)
	if len(name) > 0 && !sameLanguage(name[0].lang, c.wanted) && nation.Name(nation.ID(id), c.wanted) != "" {
		if own := nationName(id, c.wanted); sameLanguage(own[0].lang, c.wanted) {
			name = own
		}
	}
	if len(name) == 0 {
		name = c.and(parties)
	}
	if len(name) == 0 {
		name = nationName(id, c.wanted)
	}
	name = c.keep(name.leading(id))
	c.names[id] = name
	return name
}

// apartName returns the name of a record in the weight, shortened if it is a whole
// sentence, followed by what tells the record from others of that name.
func (c *composer) apartName(id entente.ID, w weight) line {
	if c.apart == nil {
		c.tellApart()
	}
	return c.list(shortened(c.ownName(id)).weighed(w), c.apart[id])
}

// tellApart finds what tells records with one name from each other: their dates,
// and where these are the same too, their places.
func (c *composer) tellApart() {
	c.apart = make(map[entente.ID]line)
	named := make(map[string][]entente.Record)
	for _, r := range c.records {
		if !r.Kind().IsActor() {
			name := shortened(c.ownName(r.AsFact().ID)).text()
			named[name] = append(named[name], r)
		}
	}
	for _, rivals := range named {
		if len(rivals) < 2 {
			continue
		}
		dated := make(map[edtf.Period]int)
		for _, r := range rivals {
			dated[r.AsFact().When]++
		}
		for _, r := range rivals {
			f := r.AsFact()
			tells := c.period(f.When)
			if dated[f.When] > 1 {
				tells = c.list(tells, c.places(places.Of(r)))
			}
			c.apart[f.ID] = c.keep(tells)
		}
	}
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

// nameOf returns the name of a record, or its gist, and the actors after whom it
// is called if it has neither.
func (c *composer) nameOf(id entente.ID) (name entente.Text, parties []entente.ID) {
	r, ok := c.record(id)
	if !ok {
		return name, nil
	}
	switch r := r.(type) {
	case entente.Nation:
		return r.Name, nil
	case entente.Bloc:
		return r.Name, nil
	case entente.Region:
		return r.Name, nil
	case entente.Organization:
		return r.Name, nil
	case entente.Official:
		return r.Name, nil
	case entente.Partnership:
		return r.Name, r.Parties
	case entente.Agreement:
		return r.Name, agreed(r.Parties)
	case entente.Series:
		return r.Name, nil
	case entente.Exercise:
		return r.Name, sides(r.Contingents)
	case entente.Meeting:
		for _, a := range r.Attendees {
			parties = append(parties, a.Actor)
		}
		return r.Name, parties
	case entente.Statement:
		return r.Gist, nil
	case entente.Assessment:
		return r.Gist, nil
	}
	return name, nil
}

// agreed returns the parties to an agreement, each once.
func agreed(list []entente.Party) []entente.ID {
	ids := make([]entente.ID, 0, len(list))
	for _, p := range list {
		ids = append(ids, p.Actor)
	}
	return once(ids)
}

// sides returns those who take part in an exercise, each once.
func sides(list []entente.Contingent) []entente.ID {
	ids := make([]entente.ID, 0, len(list))
	for _, t := range list {
		if id := cmp.Or(t.Nation, t.Bloc, t.Organization); id != "" && t.Role != entente.RoleObserver {
			ids = append(ids, id)
		}
	}
	return once(ids)
}

// once returns the IDs without repetitions, in their order.
func once(ids []entente.ID) []entente.ID {
	if len(ids) < 16 {
		out := ids[:0]
		for _, id := range ids {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		return out
	}
	have := make(map[entente.ID]bool, len(ids))
	return slices.DeleteFunc(ids, func(id entente.ID) bool {
		was := have[id]
		have[id] = true
		return was
	})
}

// nameList returns the names of records with commas between them.
func (c *composer) nameList(ids []entente.ID) line {
	return c.list(lines(ids, c.name)...)
}

// and returns the own names of records with "and" before the last, as in a
// sentence.
func (c *composer) and(ids []entente.ID) line {
	return c.both(lines(ids, c.theName))
}

// definite puts an article before a name that takes one in a sentence.
func (c *composer) definite(name line) line {
	if len(name) == 0 || !sameLanguage(name[0].lang, c.lang) || lower(name) {
		return name
	}
	for _, v := range c.builtIn {
		for _, first := range v.definite {
			ending, ends := strings.CutPrefix(first, "-")
			if v.tag == c.lang && (strings.HasPrefix(name[0].words, first+" ") || name[0].words == first ||
				ends && strings.HasSuffix(name[0].words, " "+ending)) {
				return append(line{{words: "the ", lang: v.tag}}, name...)
			}
		}
	}
	return name
}

// afterNoun returns the name of an exercise without the word for an exercise that
// it begins with, to follow that word in a sentence.
func (c *composer) afterNoun(name line) line {
	const quotes = "«»„“”‘’\"'"
	bare := strings.TrimLeft(name[0].words, quotes)
	first, rest, _ := strings.Cut(bare, " ")
	if rest == "" || !slices.ContainsFunc(c.native().exercise, func(noun string) bool { return strings.EqualFold(noun, first) }) {
		return name
	}
	if quote := strings.TrimSuffix(name[0].words, bare); strings.IndexAny(rest, quotes) != 0 {
		rest = quote + rest
	} else if quote != "" { // the inner quotation marks are enough
		_, size := utf8.DecodeLastRuneInString(rest)
		rest = rest[:len(rest)-size]
	}
	out := slices.Clone(name)
	out[0].words = rest
	return out
}

// lower reports whether a name begins with a small letter, and so perhaps with an
// article.
func lower(name line) bool {
	first, _ := utf8.DecodeRuneInString(name.text())
	return unicode.IsLower(first)
}

// both returns the items with "and" before the last.
func (c *composer) both(items []line) line {
	if len(items) < 2 {
		return c.list(items...)
	}
	last := len(items) - 1
	return c.sprint(msgAnd, c.list(items[:last]...), items[last])
}

// manifold reports whether a verb of which the IDs are the subject is in the
// plural: of several, and of a name that is one itself.
func (c *composer) manifold(ids []entente.ID) bool {
	if len(ids) != 1 {
		return true
	}
	name := c.ownName(ids[0])
	return len(name) > 0 && c.native().isManifold(name[0].words)
}
