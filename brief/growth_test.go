package brief_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/internal/growth"
)

// A product of lengths is written once and referred to: no list makes a briefing
// grow with its square, in what it allocates or in what it writes.
func TestGrowth_OfBriefings(t *testing.T) {
	fact := func(kind string, i int) entente.Fact {
		return entente.Fact{ID: entente.ID(fmt.Sprint(kind, "-", i)), Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}
	}
	said := func(i int) entente.Statement {
		f := fact("said", i)
		f.Basis = entente.BasisAttributed
		return entente.Statement{Fact: f, Speakers: []entente.ID{"FI"}, Gist: entente.English("it rains")}
	}
	meeting := func(i int) entente.Meeting {
		return entente.Meeting{Fact: fact("met", i), Name: entente.English(fmt.Sprint("Talks ", i)),
			Attendees: []entente.Attendee{{Actor: "FI"}, {Actor: "SE"}}}
	}
	fill := func(n int, add func(i int, r *entente.Records)) func() (*entente.Dataset, error) {
		return func() (*entente.Dataset, error) {
			r := entente.Records{Sources: []entente.Source{{ID: "s"}}}
			for i := range n {
				add(i, &r)
			}
			return entente.New(r)
		}
	}
	dimension := func(name string, add func(i, n int, r *entente.Records)) growth.Dimension[*entente.Dataset] {
		return growth.Dimension[*entente.Dataset]{Name: name, At: func(n int) (*entente.Dataset, error) {
			return fill(n, func(i int, r *entente.Records) { add(i, n, r) })()
		}}
	}
	dimensions := []growth.Dimension[*entente.Dataset]{
		dimension("meetings", func(i, n int, r *entente.Records) { r.Meetings = append(r.Meetings, meeting(i)) }),
		dimension("statements at meetings", func(i, n int, r *entente.Records) {
			s := said(i)
			s.Meeting = "met-0"
			if r.Meetings = append(r.Meetings, meeting(i)); i%2 == 0 {
				s.Meeting = r.Meetings[i].ID
			}
			r.Statements = append(r.Statements, s)
		}),
		dimension("untitled sources", func(i, n int, r *entente.Records) {
			r.Sources = append(r.Sources, entente.Source{ID: entente.ID(fmt.Sprint("s-", i))})
			m := meeting(i)
			m.Cites[0].Source = r.Sources[i+1].ID
			r.Meetings = append(r.Meetings, m)
		}),
		dimension("citations of a record", func(i, n int, r *entente.Records) {
			if i == 0 {
				r.Meetings = append(r.Meetings, meeting(0))
			}
			r.Sources = append(r.Sources, entente.Source{ID: entente.ID(fmt.Sprint("s-", i))})
			r.Meetings[0].Cites = append(r.Meetings[0].Cites, entente.Citation{Source: r.Sources[i+1].ID, Paragraphs: []int{1}},
				entente.Citation{Source: "s", Paragraphs: []int{2*i + 1}})
		}),
		dimension("paragraphs of a citation", func(i, n int, r *entente.Records) {
			if i == 0 {
				r.Meetings = append(r.Meetings, meeting(0))
			}
			r.Meetings[0].Cites[0].Paragraphs = append(r.Meetings[0].Cites[0].Paragraphs, 2*i+1)
		}),
		dimension("claims on a long gist", func(i, n int, r *entente.Records) {
			if i == 0 {
				s := said(0)
				s.Gist = entente.English(strings.Repeat("it rains and ", n))
				r.Statements = append(r.Statements, s)
			}
			r.Statements[0].Claims = append(r.Statements[0].Claims, entente.Claim{Member: "gist",
				Words: entente.English(fmt.Sprint("it snows ", i)), Cites: []entente.Citation{{Source: "s"}}})
		}),
		dimension("remarks on judgements about one", func(i, n int, r *entente.Records) {
			f := fact("j", i)
			f.Basis, f.Note = entente.BasisAssessed, entente.English("so it is")
			if i > 0 {
				f.ID = entente.ID(fmt.Sprint("k-", i))
			}
			a := entente.Assessment{Fact: f, Gist: entente.English("it may rain"), Modality: entente.ModalityPossible,
				Affects: []entente.ID{"FI"}, About: "FI"}
			if i%2 == 0 {
				a.Affects = []entente.ID{"SE", "NO"}
			}
			r.Assessments = append(r.Assessments, a)
		}),
		dimension("sides of an exercise", func(i, n int, r *entente.Records) {
			if i == 0 {
				r.Exercises = append(r.Exercises, entente.Exercise{Fact: fact("x", 0), Name: entente.English("Drill")})
			}
			r.Exercises[0].Contingents = append(r.Exercises[0].Contingents, entente.Contingent{Nation: "FI",
				Unit: entente.English(fmt.Sprint("Unit ", i))})
		}),
		dimension("relations and meetings", func(i, n int, r *entente.Records) {
			r.Partnerships = append(r.Partnerships, entente.Partnership{Fact: fact("p", i), Name: entente.English(fmt.Sprint("Ties ", i)),
				Parties: []entente.ID{"FI", "SE"}, Trend: entente.TrendGrowing})
			r.Meetings = append(r.Meetings, meeting(i))
		}),
		dimension("coverage", func(i, n int, r *entente.Records) {
			if i == 0 {
				r.Meetings = append(r.Meetings, meeting(0))
			}
			r.Coverage = append(r.Coverage, entente.Coverage{Parties: []entente.ID{"FI", "SE"}, Kinds: []entente.Kind{entente.KindMeeting}})
		}),
	}
	var tasks []growth.Task[*entente.Dataset]
	for name, w := range map[string]brief.Writer{
		"text": {}, "markdown": {Format: brief.FormatMarkdown}, "html": {Format: brief.FormatHTML}, "digest": {Length: brief.LengthDigest},
	} {
		tasks = append(tasks, growth.Task[*entente.Dataset]{Name: name, Do: func(d *entente.Dataset) (growth.Done, error) {
			var b bytes.Buffer
			err := w.Write(&b, d)
			return growth.Done{Operations: b.Len()}, err
		}})
	}
	growth.Table(t, growth.Meter{}, dimensions, tasks)
}
