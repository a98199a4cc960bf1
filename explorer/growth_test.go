package explorer

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/growth"
)

// What a page costs a new handler, with all that it counts and indexes, grows as the
// data does. Not parallel: it measures all memory of the process.
func TestGrowth_Pages(t *testing.T) {
	fact := func(id string, i int) entente.Fact {
		return entente.Fact{ID: entente.ID(id + "-" + strconv.Itoa(i)), Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}
	}
	meeting := func(i int) entente.Meeting {
		m := entente.Meeting{Fact: fact("m", i), Name: entente.English("Talks " + strconv.Itoa(i)),
			Attendees: []entente.Attendee{{Actor: "FI"}, {Actor: "SE"}}}
		m.When = edtf.DateOf(time.Date(2000, 1, 1+i%9000, 0, 0, 0, 0, time.UTC)).Period()
		return m
	}
	// dimension makes a dataset of meeting 0, to which add adds n times.
	dimension := func(name string, add func(i int, r *entente.Records)) growth.Dimension[*entente.Dataset] {
		return growth.Dimension[*entente.Dataset]{Name: name, At: func(n int) (*entente.Dataset, error) {
			r := entente.Records{Sources: []entente.Source{{ID: "s"}}, Meetings: []entente.Meeting{meeting(0)}}
			for i := 1; i <= n; i++ {
				add(i, &r)
			}
			return entente.New(r)
		}}
	}
	dimensions := []growth.Dimension[*entente.Dataset]{
		dimension("meetings", func(i int, r *entente.Records) { r.Meetings = append(r.Meetings, meeting(i)) }),
		dimension("meetings without a date or a name", func(i int, r *entente.Records) {
			m := meeting(i)
			m.When, m.Name = edtf.Period{}, entente.Text{}
			r.Meetings = append(r.Meetings, m)
		}),
		dimension("pairs", func(i int, r *entente.Records) {
			b := entente.Bloc{Fact: fact("b", i), Name: entente.English("League " + strconv.Itoa(i))}
			m := meeting(i)
			m.Attendees[0].Actor = b.ID
			r.Blocs, r.Meetings = append(r.Blocs, b), append(r.Meetings, m)
		}),
		dimension("officials", func(i int, r *entente.Records) {
			r.Officials = append(r.Officials, entente.Official{Fact: fact("o", i), Name: entente.English("Ann " + strconv.Itoa(i)), Nation: "FI"})
			r.Meetings[0].Attendees = append(r.Meetings[0].Attendees, entente.Attendee{Actor: r.Officials[i-1].ID})
		}),
		dimension("statements at a meeting", func(i int, r *entente.Records) {
			s := entente.Statement{Fact: fact("said", i), Speakers: []entente.ID{"FI"}, Gist: entente.English("it rains"), Meeting: "m-0"}
			s.Basis = entente.BasisAttributed
			r.Statements = append(r.Statements, s)
		}),
		dimension("sources of a record", func(i int, r *entente.Records) {
			s := entente.Source{ID: entente.ID("s-" + strconv.Itoa(i)), URL: "https://s.example/" + strconv.Itoa(i)}
			r.Sources = append(r.Sources, s)
			r.Meetings[0].Cites = append(r.Meetings[0].Cites, entente.Citation{Source: s.ID})
		}),
		dimension("claims", func(i int, r *entente.Records) {
			r.Meetings[0].Claims = append(r.Meetings[0].Claims, entente.Claim{Member: "name",
				Words: entente.English("Visit " + strconv.Itoa(i)), Cites: []entente.Citation{{Source: "s"}}})
		}),
		dimension("places", func(i int, r *entente.Records) {
			r.Meetings[0].Places = append(r.Meetings[0].Places, entente.Place{Name: entente.English("Quay " + strconv.Itoa(i)), Nation: "FI"})
		}),
		dimension("judgements", func(i int, r *entente.Records) {
			a := entente.Assessment{Fact: fact("j", i), Gist: entente.English("it may rain"), Modality: entente.ModalityPossible, Affects: []entente.ID{"FI"}}
			a.Basis = entente.BasisAssessed
			r.Assessments = append(r.Assessments, a)
		}),
	}
	errTooMany := errors.New("too many records")
	var tasks []growth.Task[*entente.Dataset]
	for _, at := range []string{
		"/", "/?involving=FI", "/?q=talks", "/?q=quay", "/record/FI", "/record/m-0", "/source/s", "/brief", "/chart/timeline", "/chart/ties",
		"/chart/years?between=FI,SE", "/index.json", "/record/m-0.json", "/chart/ties.json?involving=SE", "/chart/years.json?between=FI,SE",
	} {
		tasks = append(tasks, growth.Task[*entente.Dataset]{Name: at, Do: func(d *entente.Dataset) (growth.Done, error) {
			w := get(Handler(d), at)
			if w.Code != http.StatusOK {
				return growth.Done{}, fmt.Errorf("answers %d", w.Code)
			}
			if strings.Contains(w.Body.String(), english().tooMany) {
				return growth.Done{}, errTooMany
			}
			return growth.Done{Operations: w.Body.Len()}, nil
		}})
	}
	growth.Table(t, growth.Meter{Limit: errTooMany}, dimensions, tasks)
}
