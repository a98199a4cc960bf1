package entente

import (
	"slices"
	"strconv"

	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/language"
)

// A doubt may be right, so it is a warning.

// doubts finds likely mistakes.
func (rs *records) doubts(base *index) []finding {
	d := doubter{in: rs, base: base}
	d.where = finding{section: "coverage", err: ErrUnlikely}
	repeatedBy(rs.coverage, sameCoverage, coverageKey, func(i int) {
		d.where.index = i
		d.doubt("", "the same coverage occurs twice", "write it once")
	})
	for i, r := range rs.recs {
		d.where = finding{section: r.Kind().section(), index: i, record: r.fact().ID, err: ErrUnlikely}
		d.record(r)
	}
	return d.found
}

// A doubter checks one record after another.
type doubter struct {
	in    *records
	base  *index
	read  map[ID]edtf.Day // the last day known of each source, if it is asked for
	where finding
	found []finding
}

func (d *doubter) doubt(at location, message, hint string) {
	f := d.where
	f.at, f.message, f.hint = at, message, hint
	d.found = append(d.found, f)
}

func (d *doubter) record(r record) {
	switch r := r.(type) {
	case *Region:
		d.m49(r.M49)
	case *Agreement:
		if from := r.InForce.Start().Span(); !from.IsZero() && !r.When.IsZero() && from.Last < r.When.Span().First {
			d.doubt(at("in_force"), "in force before it was signed", "correct one of the dates, or say why in a note")
		}
		for i := range r.Parties {
			if p := &r.Parties[i]; !r.mayLast(p.Period) {
				d.doubt(at("parties").element(i)+at("period"), quote(string(p.Actor))+" is a party only before or after the agreement",
					"correct one of the dates, or say why in a note")
			}
		}
	case *Exercise:
		if r.Number != 0 && r.Series == "" {
			d.doubt(at("number"), "an edition number without a series", `write "series", or leave "number" out`)
		}
		repeatedBy(r.Contingents, sameContingent, contingentKey, func(i int) {
			if !r.Contingents[i].Unidentified {
				d.doubt(at("contingents").element(i), "the same contingent occurs twice",
					"write it once, or say what tells them apart")
			}
		})
		d.held(r)
	case *Meeting:
		d.length(r.When)
		for i := range r.Attendees {
			if a := &r.Attendees[i]; a.Actor == a.For {
				d.doubt(at("attendees").element(i)+at("for"), quote(string(a.For))+" attends for itself", `leave "for" out`)
			}
		}
	case *Statement:
		d.statement(r)
	}
}

// mayLast reports whether the agreement may last on a day of the period: at its
// signing, in force or, if that is not known, after its signing.
func (a *Agreement) mayLast(p edtf.Period) bool {
	if a.InForce.IsZero() && !a.When.IsZero() {
		return p.IsZero() || p.Span().Last >= a.When.Span().First
	}
	return p.Overlaps(a.InForce) != edtf.CertaintyNo || !a.When.IsZero() && p.Overlaps(a.When) != edtf.CertaintyNo
}

// unknownM49 is Unicode's code for an unknown region.
const unknownM49 = 999

// m49 doubts a code that Unicode does not know. The United Nations may add
// codes.
func (d *doubter) m49(code string) {
	if code == "" {
		return
	}
	n, _ := strconv.Atoi(code)
	if _, err := language.EncodeM49(n); err != nil || n == unknownM49 {
		d.doubt(at("m49"), "the M49 code "+quote(code)+" is not known", "look it up, or leave it out")
	}
}

// longMeeting is the number of days after which one meeting is likely to be
// two, or to have a wrong date.
const longMeeting = 100

// length doubts a very long meeting: visits and talks take days or weeks.
func (d *doubter) length(when edtf.Period) {
	first, last := when.Start().Span(), when.End().Span()
	if first.IsZero() || last.IsZero() {
		return // a side is open or unknown
	}
	if days := int(last.First-first.Last) + 1; days > longMeeting {
		d.doubt(at("when"), "the meeting lasts "+strconv.Itoa(days)+" days", "correct one of the dates, or write several meetings")
	}
}

// held doubts an event reported before it happened.
func (d *doubter) held(e *Exercise) {
	if e.Status != StatusHeld && e.Status != StatusUnderWay || e.When.IsZero() {
		return
	}
	first := e.When.Span().First
	for i := range e.Cites {
		if last, known := d.lastDay(e.Cites[i].Source); !known || last >= first {
			return
		}
	}
	d.doubt(at("when"), "marked "+quote(e.Status.String())+", but every source is older than the date",
		`correct the date, or write "planned" as the status`)
}

// statement doubts a statement in which a speaker is also the one spoken for or
// to.
func (d *doubter) statement(s *Statement) {
	if i := slices.Index(s.Speakers, s.For); i >= 0 && s.For != "" {
		d.doubt(at("for"), quote(string(s.For))+" speaks for itself", `leave "for" out`)
	}
	if len(s.Speakers) > 16 { // bounds the work
		return
	}
	for i, id := range s.To {
		if slices.Contains(s.Speakers, id) {
			d.doubt(at("to").element(i), quote(string(id))+" speaks to itself", "leave it out")
		}
	}
}

// lastDay returns the last day on which the source was published or read, if that
// is known.
func (d *doubter) lastDay(source ID) (day edtf.Day, known bool) {
	if d.read == nil {
		d.read = make(map[ID]edtf.Day)
		lists := [][]Source{d.in.sources}
		if d.base != nil {
			lists = append(lists, d.base.sources)
		}
		for _, list := range lists {
			for i := range list {
				s := &list[i]
				for _, date := range []edtf.Date{s.Published, s.Accessed} {
					if span := date.Span(); !span.IsZero() {
						d.read[s.ID] = max(d.read[s.ID], span.Last)
					}
				}
			}
		}
	}
	day, known = d.read[source]
	return day, known
}

func sameCoverage(a, b *Coverage) bool {
	return a.Period == b.Period && a.Complete == b.Complete && a.Note == b.Note &&
		slices.Equal(a.Parties, b.Parties) && slices.Equal(a.Kinds, b.Kinds)
}

// coverageKeys holds a coverage in a comparable form.
type coverageKeys struct {
	period         edtf.Period
	complete       bool
	note           Text
	parties, kinds string
}

func coverageKey(v *Coverage) coverageKeys {
	var kinds []byte
	for _, k := range v.Kinds {
		kinds = append(kinds, byte(k))
	}
	return coverageKeys{v.Period, v.Complete, v.Note, keyOf(v.Parties), string(kinds)}
}

// keyOf returns the IDs as one string.
func keyOf(ids []ID) string {
	var b []byte
	for _, id := range ids {
		b = append(append(b, id...), ' ')
	}
	return string(b)
}

func sameContingent(a, b *Contingent) bool {
	return contingentBut(a) == contingentBut(b) && slices.Equal(a.Commanders, b.Commanders)
}

// contingentKeys holds a contingent in a comparable form.
type contingentKeys struct {
	nation, bloc, organization ID
	unit                       Text
	role                       Role
	strength                   int
	approximate, unidentified  bool
	commanders                 string
}

// contingentBut returns a contingent without its commanders.
func contingentBut(t *Contingent) contingentKeys {
	return contingentKeys{t.Nation, t.Bloc, t.Organization, t.Unit, t.Role, t.Strength, t.Approximate, t.Unidentified, ""}
}

func contingentKey(t *Contingent) contingentKeys {
	k := contingentBut(t)
	k.commanders = keyOf(t.Commanders)
	return k
}
