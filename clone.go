package entente

// The copies that stand between a Dataset and its callers. Each clone returns
// a value that shares no slice with its receiver. Text, Date and Period are
// immutable and need none. An empty slice becomes nil, so that equal records
// are equal in every way.

func copied[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	c := make([]T, len(s))
	copy(c, s)
	return c
}

func clonedCites(cites []Citation) []Citation {
	c := copied(cites)
	for i := range c {
		c[i].Paragraphs = copied(c[i].Paragraphs)
	}
	return c
}

func (f *Fact) clone() Fact {
	c := *f
	c.Topics = copied(f.Topics)
	c.Cites = clonedCites(f.Cites)
	c.Claims = copied(f.Claims)
	for i := range c.Claims {
		c.Claims[i].Cites = clonedCites(c.Claims[i].Cites)
	}
	return c
}

func (n *Nation) clone() Nation {
	c := *n
	c.Fact, c.Aliases = n.Fact.clone(), copied(n.Aliases)
	return c
}

func (b *Bloc) clone() Bloc {
	c := *b
	c.Fact, c.Aliases, c.Members = b.Fact.clone(), copied(b.Aliases), copied(b.Members)
	return c
}

func (r *Region) clone() Region {
	c := *r
	c.Fact, c.Aliases = r.Fact.clone(), copied(r.Aliases)
	return c
}

func (o *Organization) clone() Organization {
	c := *o
	c.Fact, c.Aliases = o.Fact.clone(), copied(o.Aliases)
	return c
}

func (o *Official) clone() Official {
	c := *o
	c.Fact, c.Aliases, c.Postings = o.Fact.clone(), copied(o.Aliases), copied(o.Postings)
	for i := range c.Postings {
		c.Postings[i].Cites = clonedCites(c.Postings[i].Cites)
	}
	return c
}

func (p *Partnership) clone() Partnership {
	c := *p
	c.Fact, c.Parties = p.Fact.clone(), copied(p.Parties)
	return c
}

func (a *Agreement) clone() Agreement {
	c := *a
	c.Fact, c.Aliases = a.Fact.clone(), copied(a.Aliases)
	c.Parties, c.Signatories = copied(a.Parties), copied(a.Signatories)
	return c
}

func (s *Series) clone() Series {
	c := *s
	c.Fact, c.Aliases, c.Parties = s.Fact.clone(), copied(s.Aliases), copied(s.Parties)
	return c
}

func (e *Exercise) clone() Exercise {
	c := *e
	c.Fact, c.Aliases = e.Fact.clone(), copied(e.Aliases)
	c.Contingents, c.Domains = copied(e.Contingents), copied(e.Domains)
	return c
}

func (m *Meeting) clone() Meeting {
	c := *m
	c.Fact, c.Attendees = m.Fact.clone(), copied(m.Attendees)
	return c
}

func (s *Statement) clone() Statement {
	c := *s
	c.Fact, c.Speakers, c.To = s.Fact.clone(), copied(s.Speakers), copied(s.To)
	return c
}

func (a *Assessment) clone() Assessment {
	c := *a
	c.Fact, c.Affects = a.Fact.clone(), copied(a.Affects)
	return c
}

func (n *Nation) value() Record       { return n.clone() }
func (b *Bloc) value() Record         { return b.clone() }
func (r *Region) value() Record       { return r.clone() }
func (o *Organization) value() Record { return o.clone() }
func (o *Official) value() Record     { return o.clone() }
func (p *Partnership) value() Record  { return p.clone() }
func (a *Agreement) value() Record    { return a.clone() }
func (s *Series) value() Record       { return s.clone() }
func (e *Exercise) value() Record     { return e.clone() }
func (m *Meeting) value() Record      { return m.clone() }
func (s *Statement) value() Record    { return s.clone() }
func (a *Assessment) value() Record   { return a.clone() }

func (s *Source) clone() Source {
	c := *s
	c.Authors = copied(s.Authors)
	return c
}

func (v *Coverage) clone() Coverage {
	c := *v
	c.Parties, c.Kinds = copied(v.Parties), copied(v.Kinds)
	return c
}

// clonedAll clones every element of a slice.
func clonedAll[T any, P interface {
	*T
	clone() T
}](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	c := make([]T, len(s))
	for i := range s {
		c[i] = P(&s[i]).clone()
	}
	return c
}
