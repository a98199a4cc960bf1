package entente

//go:generate go run ./internal/genschema

// What members each type has, once. References, names, the rules that a member
// obeys by itself, and the schema all come from here. The order of the calls
// matches the order of the members.

func (f *Fact) walk(w *walker) {
	w.ownID("id", f.ID)
	w.plain("when")
	w.text("timing", f.Timing, optional)
	w.topics("topics", &f.Topics)
	w.enum("basis", uint8(f.Basis), &basisEnum, required)
	w.id("by", f.By, toActor, noParty, optional)
	w.grounds(f)
	w.citations("cites", &f.Cites, required)
	objects(w, "claims", &f.Claims, 0)
	w.text("note", f.Note, optional)
	identifiers(w, "identifiers", &f.Identifiers)
	w.extra("extra", &f.Extra)
}

func (n *Nation) walk(w *walker) {
	n.Fact.walk(w.of(KindNation))
	w.name("name", n.Name, optional)
	w.aliases("aliases", n.Aliases)
	w.plain("exists")
}

func (b *Bloc) walk(w *walker) {
	b.Fact.walk(w.of(KindBloc))
	w.name("name", b.Name, required)
	w.name("abbreviation", b.Abbreviation, optional)
	w.aliases("aliases", b.Aliases)
	w.ids("members", &b.Members, toNation, noParty, 0)
}

func (r *Region) walk(w *walker) {
	r.Fact.walk(w.of(KindRegion))
	w.name("name", r.Name, required)
	w.aliases("aliases", r.Aliases)
	w.string("m49", r.M49)
}

func (o *Organization) walk(w *walker) {
	o.Fact.walk(w.of(KindOrganization))
	w.name("name", o.Name, required)
	w.name("abbreviation", o.Abbreviation, optional)
	w.aliases("aliases", o.Aliases)
	w.enum("type", uint8(o.Type), &organizationTypeEnum, optional)
	w.id("nation", o.Nation, toNation, noParty, optional)
	w.id("parent", o.Parent, toOrganization, noParty, optional)
}

func (o *Official) walk(w *walker) {
	o.Fact.walk(w.of(KindOfficial))
	w.name("name", o.Name, required)
	w.name("short", o.Short, optional)
	w.aliases("aliases", o.Aliases)
	w.id("nation", o.Nation, toNation, noParty, optional)
	objects(w, "postings", &o.Postings, 0)
}

func (p *Posting) walk(w *walker) {
	w.text("title", p.Title, optional)
	w.text("rank", p.Rank, optional)
	w.id("organization", p.Organization, toOrganization, noParty, optional)
	w.id("for", p.For, toBody, noParty, optional)
	w.plain("period")
	w.plain("implied")
	w.citations("cites", &p.Cites, optional)
}

func (p *Partnership) walk(w *walker) {
	p.Fact.walk(w.of(KindPartnership))
	w.name("name", p.Name, optional)
	w.ids("parties", &p.Parties, toBody, party, 2)
	w.text("nature", p.Nature, optional)
	w.enum("trend", uint8(p.Trend), &trendEnum, optional)
}

func (a *Agreement) walk(w *walker) {
	a.Fact.walk(w.of(KindAgreement))
	w.name("name", a.Name, optional)
	w.aliases("aliases", a.Aliases)
	w.enum("type", uint8(a.Type), &agreementTypeEnum, optional)
	objects(w, "parties", &a.Parties, 2)
	w.ids("signatories", &a.Signatories, toOfficial, party, 0)
	objects(w, "places", &a.Places, 0)
	w.plain("in_force")
	w.id("partnership", a.Partnership, toPartnership, noParty, optional)
	w.id("under", a.Under, toAgreement, noParty, optional)
	w.text("gist", a.Gist, optional)
}

func (p *Party) walk(w *walker) {
	w.id("actor", p.Actor, toBody, party, required)
	w.plain("period")
	enums(w, "obligations", &p.Obligations, &obligationEnum)
	w.citations("cites", &p.Cites, optional)
}

func (s *Series) walk(w *walker) {
	s.Fact.walk(w.of(KindSeries))
	w.name("name", s.Name, required)
	w.aliases("aliases", s.Aliases)
	w.text("meaning", s.Meaning, optional)
	w.ids("parties", &s.Parties, toBody, party, 0)
}

func (e *Exercise) walk(w *walker) {
	e.Fact.walk(w.of(KindExercise))
	w.name("name", e.Name, optional)
	w.aliases("aliases", e.Aliases)
	w.id("series", e.Series, toSeries, noParty, optional)
	w.number("number", e.Number)
	w.enum("status", uint8(e.Status), &statusEnum, optional)
	objects(w, "places", &e.Places, 0)
	objects(w, "contingents", &e.Contingents, 0)
	w.ids("commanders", &e.Commanders, toOfficial, party, 0)
	w.number("strength", e.Strength)
	w.plain("approximate")
	w.text("aims", e.Aims, optional)
	enums(w, "domains", &e.Domains, &domainEnum)
	enums(w, "forms", &e.Forms, &formEnum)
}

func (c *Contingent) walk(w *walker) {
	w.id("nation", c.Nation, toNation, party, optional)
	w.id("bloc", c.Bloc, toBloc, party, optional)
	w.id("organization", c.Organization, toOrganization, party, optional)
	w.text("unit", c.Unit, optional)
	w.enum("role", uint8(c.Role), &roleEnum, optional)
	w.number("strength", c.Strength)
	w.plain("approximate")
	w.ids("commanders", &c.Commanders, toOfficial, party, 0)
	w.plain("unidentified")
}

func (m *Meeting) walk(w *walker) {
	m.Fact.walk(w.of(KindMeeting))
	w.name("name", m.Name, optional)
	objects(w, "attendees", &m.Attendees, 1)
	objects(w, "places", &m.Places, 0)
	w.string("trip", m.Trip)
	w.id("auspices", m.Auspices, toActor, party, optional)
	w.text("purpose", m.Purpose, optional)
}

func (a *Attendee) walk(w *walker) {
	w.id("actor", a.Actor, toActor, party, required)
	w.id("for", a.For, toBody, party, optional)
	w.plain("leads")
}

func (s *Statement) walk(w *walker) {
	s.Fact.walk(w.of(KindStatement))
	w.ids("speakers", &s.Speakers, toActor, party, 1)
	w.id("for", s.For, toBody, party, optional)
	w.ids("to", &s.To, toActor, party, 0)
	w.enum("act", uint8(s.Act), &speechActEnum, optional)
	w.text("gist", s.Gist, required)
	w.id("meeting", s.Meeting, toMeeting, partyVia, optional)
}

func (a *Assessment) walk(w *walker) {
	a.Fact.walk(w.of(KindAssessment))
	w.id("about", a.About, toRecord, partyVia, optional)
	w.ids("affects", &a.Affects, toAffected, affected, 0)
	w.text("gist", a.Gist, required)
	w.enum("modality", uint8(a.Modality), &modalityEnum, required)
	w.string("hedge", a.Hedge)
}

func (p *Place) walk(w *walker) {
	w.text("name", p.Name, optional)
	w.id("facility", p.Facility, toOrganization, noParty, optional)
	w.id("nation", p.Nation, toNation, noParty, optional)
	w.point("at", p.At)
}

func (c *Citation) walk(w *walker) {
	w.id("source", c.Source, toSource, noParty, required)
	w.paragraphs("paragraphs", &c.Paragraphs)
	w.string("locator", c.Locator)
	w.enum("part", uint8(c.Part), &partEnum, optional)
	w.quote("quote", c.Quote)
}

func (c *Claim) walk(w *walker) {
	w.claimed("member", c.Member)
	w.value("value", c.Value, c.Member)
	w.text("words", c.Words, optional)
	w.citations("cites", &c.Cites, required)
}

func (i *Identifier) walk(w *walker) {
	w.scheme("scheme", i.Scheme)
	w.filled("value", i.Value)
}

func (s *Source) walk(w *walker) {
	w.ownID("id", s.ID)
	w.text("title", s.Title, optional)
	w.text("publisher", s.Publisher, optional)
	w.strings("authors", &s.Authors)
	w.plain("published")
	w.address("url", s.URL)
	w.address("archived", s.Archived)
	w.plain("accessed")
	w.string("language", s.Language)
	w.id("reprints", s.Reprints, toSource, noParty, optional)
	w.text("note", s.Note, optional)
	identifiers(w, "identifiers", &s.Identifiers)
	w.extra("extra", &s.Extra)
}

func (v *Coverage) walk(w *walker) {
	w.ids("parties", &v.Parties, toActor, noParty, 0)
	enums(w, "kinds", &v.Kinds, kindEnum())
	w.plain("period")
	w.plain("complete")
	w.text("note", v.Note, optional)
}

func (t *TopicDeclaration) walk(w *walker) {
	w.ownTopic("id", t.ID)
	w.text("name", t.Name, optional)
	w.broader("broader", t.Broader)
}
