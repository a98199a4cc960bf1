package mme

import (
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/rows"
)

// Read reads a file of MME. The records are in the order of the file, and pass
// [entente.New]. They are empty if there is an error: one that wraps
// [interop.ErrFormat] if the file is not one of MME, [interop.ErrLimit] if it goes
// beyond a limit, or that of r. The report then says how far reading came. Time
// and memory are linear in the size of the file.
func Read(r io.Reader, o interop.Options) (entente.Records, interop.Report, error) {
	in, err := rows.NewReader(r, o, "MMEID", "StartDate", "EndDate", "StateA")
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	t := newReader(in)
	for in.Next() {
		t.row()
	}
	report := in.Report()
	if err := in.Err(); err != nil {
		return entente.Records{}, report, err
	}
	t.finish()
	report.CountRecords(&t.out)
	return t.out, report, nil
}

// A reader makes records of rows.
type reader struct {
	*rows.Reader
	out entente.Records

	id, name, series, location, lat, lon, focus int
	start, end                                  dateColumns
	flags                                       [len(flags)]int
	states, others                              []int

	ids      rows.IDs
	seriesAt map[entente.ID]int // in out.Series
	aliases  map[entente.ID][]string
	blocs    map[entente.ID]bool
	spelled  map[string]bool         // the names of series so far
	meant    map[string]entente.ID   // the states of names, without regard to time
	seen     map[entente.ID]sighting // the participants of the row
	extra    rows.Extra              // of the row
}

// dateColumns are the columns of a date.
type dateColumns struct{ text, year, month, day int }

func newReader(in *rows.Reader) *reader {
	t := &reader{
		Reader: in,
		id:     in.Column("MMEID"), name: in.Column("Ex_Name"), series: in.Column("Series_Name"),
		location: in.Column("Location"), lat: in.Column("lat"), lon: in.Column("lon"),
		focus: in.Column("FocusDescription"),
		start: dateColumns{in.Column("StartDate"), in.Column("s.year"), in.Column("s.month"), in.Column("s.day")},
		end:   dateColumns{in.Column("EndDate"), in.Column("e.year"), in.Column("e.month"), in.Column("e.day")},

		seriesAt: make(map[entente.ID]int),
		aliases:  make(map[entente.ID][]string),
		blocs:    make(map[entente.ID]bool),
		spelled:  make(map[string]bool),
		meant:    make(map[string]entente.ID),
		seen:     make(map[entente.ID]sighting),
	}
	t.out.Title = source().Title
	t.out.Topics = topics()
	t.out.Sources = []entente.Source{source()}
	known := map[int]bool{}
	for _, i := range []int{t.id, t.name, t.series, t.location, t.lat, t.lon, t.focus,
		t.start.text, t.start.year, t.start.month, t.start.day, t.end.text, t.end.year, t.end.month, t.end.day} {
		known[i] = true
	}
	for i := range flags {
		t.flags[i] = in.Column(flags[i].column)
		known[t.flags[i]] = true
	}
	for i, name := range in.Columns() {
		switch {
		case known[i]:
		case isState(name):
			t.states = append(t.states, i)
		default:
			t.others = append(t.others, i)
		}
	}
	return t
}

// isState reports whether a column is one of StateA to StateZZ.
func isState(column string) bool {
	letters, ok := strings.CutPrefix(column, "State")
	return ok && (len(letters) == 1 || len(letters) == 2) && strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// row makes an exercise of the row.
func (t *reader) row() {
	id := t.Cell(t.id)
	if rows.IsMissing(id) {
		t.Reject(t.id, "no MMEID")
		return
	}
	var e entente.Exercise
	t.extra = rows.Extra{}
	e.ID = t.ids.Take(exerciseID(id))
	if e.ID != exerciseID(id) {
		t.Repair(t.id, rows.Quote(id)+" is the MMEID of another exercise already; this one has the ID "+string(e.ID))
	}
	e.Basis = entente.BasisReported
	e.Status = entente.StatusHeld
	e.Identifiers = []entente.Identifier{{Scheme: "mme", Value: id}}
	e.Cites = cite(id)
	e.Name = t.text(t.name)
	e.Aims = t.text(t.focus)
	t.time(&e)
	t.place(&e)
	t.kindOf(&e)
	t.participants(&e)
	t.ofSeries(&e)
	for _, i := range t.others {
		t.keep(i)
	}
	e.Extra = t.extra.Extra
	t.out.Exercises = append(t.out.Exercises, e)
}

// exerciseID returns the ID for an MMEID.
func exerciseID(id string) entente.ID {
	if number := strings.TrimPrefix(id, "mme"); strings.Trim(number, "0123456789") == "" {
		return rows.Slug("mme", number)
	}
	return rows.Slug("mme-id", id)
}

func cite(id string) []entente.Citation {
	return []entente.Citation{{Source: sourceID, Locator: "MMEID " + id}}
}

// text returns the words of a cell.
func (t *reader) text(column int) entente.Text {
	if cell := t.Cell(column); !rows.IsMissing(cell) {
		return entente.English(cell)
	}
	return entente.Text{}
}

// keep keeps a cell that says something in extra.
func (t *reader) keep(column int) {
	if cell := t.Whole(column); cell != "" {
		t.extra.Keep(t.Columns()[column], "", cell)
	}
}

// place reads where the exercise was held.
func (t *reader) place(e *entente.Exercise) {
	p := entente.Place{Name: t.text(t.location)}
	lat, lon := t.Cell(t.lat), t.Cell(t.lon)
	if lat != "" || lon != "" {
		y, okLat := degrees(lat, 90)
		x, okLon := degrees(lon, 180)
		if p.At = (entente.Point{Lat: y, Lon: x}); !okLat || !okLon || p.At.IsZero() {
			p.At = entente.Point{}
			t.keep(t.lat)
			t.keep(t.lon)
			t.Repair(t.lat, rows.Quote(lat)+" and "+rows.Quote(lon)+
				" are no latitude and longitude; kept in extra")
		}
	}
	if p != (entente.Place{}) {
		e.Places = []entente.Place{p}
	}
}

func degrees(cell string, most float64) (float64, bool) {
	v, err := strconv.ParseFloat(cell, 64)
	return v, err == nil && math.Abs(v) <= most
}

// kindOf reads the flags.
func (t *reader) kindOf(e *entente.Exercise) {
	for i := range flags {
		switch cell := t.Cell(t.flags[i]); cell {
		case "", "0":
		case "1":
			f := &flags[i]
			if f.topic != "" {
				e.Topics = append(e.Topics, f.topic)
			}
			if f.domain != 0 {
				e.Domains = append(e.Domains, f.domain)
			}
			if f.form != 0 {
				e.Forms = append(e.Forms, f.form)
			}
		default:
			t.keep(t.flags[i])
		}
	}
	if len(e.Topics) == 0 {
		e.Topics = []entente.Topic{entente.TopicJointExercises}
	}
}
