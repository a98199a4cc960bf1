package explorer

import (
	"fmt"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/selection"
)

// yearOf returns a year as a period is written.
func yearOf(n int) string {
	if n < 0 {
		return fmt.Sprintf("-%04d", -n)
	}
	return fmt.Sprintf("%04d", n)
}

// A sheet collects the members of a record.
type sheet struct {
	*visit
	fields  []field
	aliases []value // there can be many, so they come late
}

func (s *sheet) add(member string, values ...value) {
	kept := values[:0]
	for _, a := range values {
		if a.Text != "" {
			kept = append(kept, a)
		}
	}
	if len(kept) > 0 {
		s.fields = append(s.fields, field{Label: s.member(member), Values: kept})
	}
}

func (s *sheet) texts(member string, t entente.Text) {
	if !t.IsZero() {
		s.add(member, s.text(t))
	}
}

func (s *sheet) words(member, words string) { s.add(member, value{Text: words}) }

func (s *sheet) ids(member string, ids ...entente.ID) { s.add(member, s.links(ids...)...) }

func (s *sheet) period(member string, p edtf.Period) { s.words(member, s.book.Period(p)) }

func (s *sheet) names(names entente.Names) {
	for tag, name := range names.All() {
		s.aliases = append(s.aliases, value{Text: name, Lang: tag.String()})
	}
}

// fields returns the members of a record in words.
func (v *visit) fields(r entente.Record) []field {
	s := &sheet{visit: v}
	f := r.AsFact()
	s.period("when", f.When)
	s.texts("timing", f.Timing)
	switch r := r.(type) {
	case entente.Nation:
		s.names(r.Aliases)
		s.period("exists", r.Exists)
	case entente.Bloc:
		s.texts("abbreviation", r.Abbreviation)
		s.names(r.Aliases)
		s.ids("members", r.Members...)
	case entente.Region:
		s.names(r.Aliases)
	case entente.Organization:
		s.texts("abbreviation", r.Abbreviation)
		s.names(r.Aliases)
		s.words("type", v.book.OrganizationType(r.Type))
		s.ids("nation", r.Nation)
		s.ids("parent", r.Parent)
	case entente.Official:
		s.names(r.Aliases)
		s.ids("nation", r.Nation)
		s.postings(r.Postings)
	case entente.Partnership:
		s.ids("parties", r.Parties...)
		s.texts("nature", r.Nature)
		s.words("trend", v.book.Trend(r.Trend))
	case entente.Agreement:
		s.agreement(r)
	case entente.Series:
		s.names(r.Aliases)
		s.texts("meaning", r.Meaning)
		s.ids("parties", r.Parties...)
	case entente.Exercise:
		s.exercise(r)
	case entente.Meeting:
		s.meeting(r)
	case entente.Statement:
		s.ids("speakers", r.Speakers...)
		s.ids("for", r.For)
		s.ids("to", r.To...)
		s.texts("gist", r.Gist)
		s.ids("meeting", r.Meeting)
	case entente.Assessment:
		s.texts("gist", r.Gist)
		s.ids("about", r.About)
		s.ids("affects", r.Affects...)
		s.words("modality", v.book.Modality(r.Modality))
	}
	s.common(f)
	return s.fields
}

func (s *sheet) common(f entente.Fact) {
	var topics []value
	for _, t := range f.Topics {
		topics = append(topics, value{Text: s.topic(t), Href: s.to("", selection.Query{About: string(t)})})
	}
	s.add("topics", topics...)
	s.words("basis", s.book.Basis(f.Basis))
	s.ids("by", f.By)
	s.texts("note", f.Note)
	s.add("aliases", s.aliases...)
	var list []value
	for _, i := range f.Identifiers {
		list = append(list, value{Text: i.Scheme + " " + i.Value, Lang: "und"})
	}
	s.add("identifiers", list...)
}

func (s *sheet) agreement(r entente.Agreement) {
	s.names(r.Aliases)
	s.words("type", s.book.AgreementType(r.Type))
	var parties []value
	for _, p := range r.Parties {
		a := s.link(p.Actor)
		var notes []string
		for _, o := range p.Obligations {
			notes = append(notes, s.book.Obligation(o))
		}
		if !p.Period.IsZero() {
			notes = append(notes, s.book.Period(p.Period))
		}
		a.Note = s.book.List(notes...)
		parties = append(parties, a)
	}
	s.add("parties", parties...)
	s.ids("signatories", r.Signatories...)
	s.places(r.Places)
	s.period("in_force", r.InForce)
	s.ids("partnership", r.Partnership)
	s.ids("under", r.Under)
	s.texts("gist", r.Gist)
}

func (s *sheet) exercise(r entente.Exercise) {
	s.names(r.Aliases)
	s.ids("series", r.Series)
	if r.Number > 0 {
		s.words("number", s.book.Year(r.Number))
	}
	s.words("status", s.book.Status(r.Status))
	s.places(r.Places)
	var list []value
	for _, c := range r.Contingents {
		a := value{Text: "?"}
		var notes []string
		for _, id := range []entente.ID{c.Organization, c.Bloc, c.Nation} {
			if id == "" {
				continue
			}
			if a.Href == "" {
				a = s.link(id)
			} else {
				notes = append(notes, s.data.Name(id, s.tag))
			}
		}
		if !c.Unit.IsZero() {
			if unit := s.text(c.Unit); a.Href == "" {
				a = unit
			} else {
				notes = append(notes, unit.Text)
			}
		}
		if c.Strength > 0 {
			notes = append(notes, s.strength(c.Strength, c.Approximate))
		}
		a.Note = s.book.List(notes...)
		list = append(list, a)
	}
	s.add("contingents", list...)
	s.ids("commanders", r.Commanders...)
	if r.Strength > 0 {
		s.words("strength", s.strength(r.Strength, r.Approximate))
	}
	s.texts("aims", r.Aims)
	var domains, forms []string
	for _, d := range r.Domains {
		domains = append(domains, s.book.Domain(d))
	}
	for _, f := range r.Forms {
		forms = append(forms, s.book.Form(f))
	}
	s.words("domains", s.book.List(domains...))
	s.words("forms", s.book.List(forms...))
}

func (s *sheet) strength(n int, approximate bool) string {
	if approximate {
		return "≈ " + s.book.Number(n)
	}
	return s.book.Number(n)
}

func (s *sheet) meeting(r entente.Meeting) {
	var list []value
	for _, a := range r.Attendees {
		link := s.link(a.Actor)
		if a.For != "" {
			link.Note = s.data.Name(a.For, s.tag)
		}
		list = append(list, link)
	}
	s.add("attendees", list...)
	s.places(r.Places)
	s.ids("auspices", r.Auspices)
	s.texts("purpose", r.Purpose)
}

func (s *sheet) places(places []entente.Place) {
	var list []value
	for _, p := range places {
		a := s.text(p.Name)
		for _, id := range []entente.ID{p.Facility, p.Nation} {
			switch {
			case id == "":
			case a.Text == "":
				a = s.link(id)
			case a.Note == "":
				a.Note = s.data.Name(id, s.tag)
			}
		}
		if a.Text == "" {
			a.Text = p.At.String()
		}
		list = append(list, a)
	}
	s.add("places", list...)
}

func (s *sheet) postings(postings []entente.Posting) {
	var list []value
	for _, p := range postings {
		var parts []string
		for _, t := range []entente.Text{p.Rank, p.Title} {
			if !t.IsZero() {
				parts = append(parts, t.Words(s.tag))
			}
		}
		a := value{Text: strings.Join(parts, " · ")}
		var notes []string
		if p.Organization != "" {
			name := s.link(p.Organization)
			if a.Text == "" {
				a = name
			} else {
				a.Href = name.Href
				notes = append(notes, name.Text)
			}
		}
		if !p.Period.IsZero() {
			notes = append(notes, s.book.Period(p.Period))
		}
		a.Note = s.book.List(notes...)
		list = append(list, a)
	}
	s.add("postings", list...)
}
