package entente

import (
	"strconv"
	"strings"

	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// The rules about several members of a record, about several records, and about
// IDs. The rules about single members are in the walk of each type.

// rules checks members of a record against each other.
func (c *checker) rules(r record) {
	switch r := r.(type) {
	case *Nation:
		if r.Name.IsZero() && r.ID != "" && isOwnNation(string(r.ID)) && !nation.Valid(nation.ID(r.ID)) {
			c.missing(at("name"), ErrMissing, quote(string(r.ID))+" is not a known nation, so it needs a name", `write "name": {"en": "…"}`)
		}
	case *Region:
		if r.M49 != "" && (len(r.M49) != 3 || strings.Trim(r.M49, "0123456789") != "") {
			c.problem(at("m49"), ErrValue, quote(r.M49)+" is not a valid M49 code", `write three digits, such as "034"`)
		}
	case *Official:
		c.postings(r.Postings)
	case *Agreement:
		c.parties(r.Parties)
		c.places(r.Places)
	case *Exercise:
		c.exercise(r)
	case *Meeting:
		c.attendees(r.Attendees)
		c.places(r.Places)
		if len(r.Attendees) == 1 && len(r.Places) == 0 && c.inValue == nil {
			c.missing(at("attendees"), ErrMissing, "a meeting with one attendee needs a place",
				`write "places", or who else attended`)
		}
	case *Assessment:
		if r.Modality == ModalityUnhedged && r.Hedge != "" {
			c.problem(at("hedge"), ErrValue, "an unhedged assessment cannot have a hedge", `leave "hedge" out, or weaken "modality"`)
		}
		if r.Basis == BasisReported {
			c.problem(at("basis"), ErrValue, "an assessment cannot be reported", `write "assessed", or "attributed" with "by"`)
		}
	}
}

// postings checks that each posting says something that no other says.
func (c *checker) postings(list []Posting) {
	for i := range list {
		p := &list[i]
		if p.Title.IsZero() && p.Rank.IsZero() && p.Organization == "" {
			c.missing(at("postings").element(i), ErrMissing,
				"the posting has no title, rank or organization", "write one of them")
		}
	}
	repeatedBy(list, func(a, b *Posting) bool { return postingKey(a) == postingKey(b) }, postingKey, func(i int) {
		c.problem(at("postings").element(i), ErrDuplicate, "the same posting occurs twice",
			"write it once, with the citations of both")
	})
}

// postingKeys holds what a posting says, without its citations.
type postingKeys struct {
	title, rank       Text
	organization, its ID
	period            edtf.Period
	implied           bool
}

func postingKey(p *Posting) postingKeys {
	return postingKeys{p.Title, p.Rank, p.Organization, p.For, p.Period, p.Implied}
}

// exercise checks the strength and the contingents.
func (c *checker) exercise(e *Exercise) {
	for i := range e.Contingents {
		c.contingent(&e.Contingents[i], at("contingents").element(i))
	}
	c.places(e.Places)
	c.approximate("", e.Approximate, e.Strength)
}

// approximate checks that only a number is marked as approximate.
func (c *checker) approximate(of location, approximate bool, strength int) {
	if approximate && strength == 0 {
		c.missing(of+at("strength"), ErrMissing, `"approximate" needs a strength`, `write "strength", or leave "approximate" out`)
	}
}

// attendees checks that each actor attends once.
func (c *checker) attendees(list []Attendee) {
	var room [16]ID
	actors := room[:0]
	for i := range list {
		actors = append(actors, list[i].Actor)
	}
	repeated(actors, func(i int, id ID) {
		if id != "" {
			c.problem(at("attendees").element(i)+at("actor"), ErrDuplicate,
				quote(string(id))+" occurs twice", "write it once")
		}
	})
}

// grounds checks that By is given where the basis needs it, and only there.
func (c *checker) grounds(basis Basis, by ID) {
	switch {
	case c.kind == KindStatement:
		if by != "" {
			c.problem(at("by"), ErrValue, `a statement names who spoke in "speakers", not in "by"`, `leave "by" out`)
		}
		if basis == BasisReported || basis == BasisAssessed {
			c.problem(at("basis"), ErrValue, "a statement is always attributed", `write "attributed"`)
		}
	case basis == BasisAttributed && by == "":
		c.missing(at("by"), ErrMissing, `an attributed record needs "by"`, `write "by" with the ID of who said it`)
	case basis == BasisReported && by != "":
		c.problem(at("by"), ErrValue, `a reported record cannot have "by"`,
			`leave "by" out, or write "attributed" as the basis`)
	}
}

func (c *checker) topic(i int) {
	t := &c.in.topics[i]
	twice, first := "", -1
	switch {
	case t.ID == "":
		c.missing(at("id"), ErrMissing, "no ID", `write "id": "…"`)
	case !isSlug(string(t.ID)):
		c.problem(at("id"), ErrID, quote(string(t.ID))+" is not a valid topic", c.idHint("topics", string(t.ID), int32(i)))
	case c.declared[t.ID] != i:
		twice, first = "already declared", c.declared[t.ID]
	case declares(knownTopics[:], t.ID):
		twice = "already known"
	case c.base != nil && declares(c.base.topics, t.ID):
		twice = "already declared in the base dataset"
	}
	if twice != "" {
		c.takenBy(first, "topic "+quote(string(t.ID))+" is "+twice, "leave it out")
	}
	t.walk(&c.w)
}

// declares reports whether the topic is among those declared.
func declares(list []TopicDeclaration, t Topic) bool {
	for i := range list {
		if list[i].ID == t {
			return true
		}
	}
	return false
}

func (c *checker) source(i int) {
	s := &c.in.sources[i]
	c.sourceID(s.ID, int32(i))
	s.walk(&c.w)
	if s.Language != "" {
		if _, err := canonicalTag(s.Language); err != nil {
			message, hint := diagnosisOf(err)
			c.problem(at("language"), ErrValue, message, hint)
		}
	}
}

// id checks the form of the ID of the record at the index, and that no other
// record has it.
func (c *checker) id(id ID, i int32) {
	if c.kind == KindNation && id != "" {
		c.nationID(id, i)
	} else {
		c.slug("", id, i)
	}
	_, inBase := c.inBase(id)
	switch {
	case id == "":
	case c.taken[i]:
		first := c.ids[id]
		c.takenBy(int(first), "ID "+quote(string(id))+" is already used by "+
			indefinite(c.in.recs[first].Kind().String()), "choose another ID, or make them one record")
	case inBase:
		c.problem(at("id"), ErrDuplicate, "ID "+quote(string(id))+" is already used in the base dataset",
			"refer to that record, or choose another ID")
	}
}

// sourceID checks the form of the ID of the source at the index, and that no
// other source has it.
func (c *checker) sourceID(id ID, i int32) {
	c.slug("sources", id, i)
	switch {
	case id == "":
	case c.taken[^i]:
		c.takenBy(int(c.sources[id]), "ID "+quote(string(id))+" is already used by a source",
			"choose another ID, or make them one source")
	case c.sourceInBase(id):
		c.problem(at("id"), ErrDuplicate, "ID "+quote(string(id))+" is already used in the base dataset",
			"cite that source, or choose another ID")
	}
}

func (c *checker) slug(of string, id ID, i int32) {
	switch {
	case id == "":
		c.missing(at("id"), ErrMissing, "no ID", `write "id": "…"`)
	case !isSlug(string(id)):
		c.problem(at("id"), ErrID, quote(string(id))+" is not a valid ID", c.idHint(of, string(id), i))
	}
}

// nationID checks that package nation knows the ID, or that it has the form for
// a nation that the data declares.
func (c *checker) nationID(id ID, i int32) {
	if isNationID(string(id)) {
		return
	}
	mended := mendedID(string(id), true)
	hint := "write " + quote(mended)
	switch {
	case mended == "":
		if hint, _ = nationHint(string(id)); hint == "" {
			hint = "write the alpha-2 code of ISO 3166-1, or the four letters of ISO 3166-3 for a former state; " +
				"for a state with neither, write 5 to 64 upper-case letters, with single hyphens between them"
		}
	case !c.means(name{"", mended}, i):
		hint = "the ID is " + quote(mended) + ", which already has a record"
	}
	c.problem(at("id"), ErrID, "no nation has the ID "+quote(string(id)), hint)
}

// isNationID reports whether a nation can have the ID.
func isNationID(s string) bool { return nation.Valid(nation.ID(s)) || isOwnNation(s) }

// isOwnNation reports whether s has the form of an ID for a nation that package
// nation does not know.
func isOwnNation(s string) bool {
	return len(s) >= 5 && s == strings.ToUpper(s) && isSlug(strings.ToLower(s)) && !strings.ContainsAny(s, "0123456789")
}

const slugHint = "write lower-case letters, digits and single hyphens, a letter first, at most 64 bytes"

func isSlug(s string) bool {
	if len(s) == 0 || len(s) > 64 || s[0] < 'a' || s[0] > 'z' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		switch b := s[i]; {
		case b >= 'a' && b <= 'z', b >= '0' && b <= '9':
		case b == '-' && s[i-1] != '-':
		default:
			return false
		}
	}
	return true
}

// editions checks that no two editions of a series have the same number.
func (c *checker) editions() {
	type edition struct {
		series ID
		number int
	}
	taken := make(map[edition]ID)
	if c.base != nil {
		for _, r := range c.base.recs[c.base.kind[KindExercise]:c.base.kind[KindExercise+1]] {
			if e := r.(*Exercise); e.Series != "" && e.Number != 0 {
				taken[edition{e.Series, e.Number}] = e.ID
			}
		}
	}
	for i, r := range c.in.recs {
		e, ok := r.(*Exercise)
		if !ok || e.Series == "" || e.Number < 1 {
			continue
		}
		key := edition{e.Series, e.Number}
		if other, ok := taken[key]; ok {
			c.where = finding{section: KindExercise.section(), index: i, record: e.ID}
			c.problem(at("number"), ErrDuplicate, "edition "+strconv.Itoa(e.Number)+" of "+quote(string(e.Series))+
				" is already "+quote(string(other)), "each edition of a series needs its own number")
			continue
		}
		taken[key] = e.ID
	}
}
