// Package bulletin reads a navy's bulletin of port calls. The format is invented;
// the package is an example of a reader for a format of your own. The README of
// examples/reader explains it step by step.
//
// A bulletin begins with the line PORT CALLS. Each entry is a block of lines with
// a key and a value, after an empty line:
//
//	Ship: Surcouf
//	Of: France
//	Port: Yokosuka, Japan
//	From: 2 October 2023
//	To: 6 October 2023
//	With: Japan; Australia
//
// Each entry becomes an [entente.Exercise] with a contingent for the ship and one
// for each nation that it was with. Ship, Of and Port are required. Keys that the
// format does not have are kept in extra.
package bulletin

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
)

// Read reads a bulletin. The records are in the order of the file, and pass
// [entente.New]. They are empty if there is an error: one that wraps
// [interop.ErrFormat] if the file is no bulletin, [interop.ErrLimit] if it goes
// beyond a limit, or that of r.
func Read(r io.Reader, o interop.Options) (entente.Records, interop.Report, error) {
	t := &reader{limits: o.Limits(), ids: make(map[entente.ID]bool)}
	in := newBlocks(r, t.limits.MaxRow)
	if in.line() && strings.TrimSpace(in.text) == "PORT CALLS" {
		for e, ok := in.next(); ok; e, ok = in.next() {
			if t.keep(e); len(t.report.Rejected) > t.limits.MaxRejected {
				return entente.Records{}, t.report, fmt.Errorf("%w: more than %d entries rejected",
					interop.ErrLimit, t.limits.MaxRejected)
			}
		}
	} else if in.err == nil {
		in.err = fmt.Errorf("%w: the first line is not PORT CALLS", interop.ErrFormat)
	}
	if in.err != nil {
		return entente.Records{}, t.report, in.err
	}
	records := entente.Records{
		Title:     entente.English("Port calls"),
		Sources:   []entente.Source{{ID: "bulletin", Title: entente.English("Bulletin of port calls")}},
		Exercises: t.exercises,
	}
	t.report.CountRecords(&records)
	return records, t.report, nil
}

// A reader makes records of entries.
type reader struct {
	limits    interop.Options
	exercises []entente.Exercise
	ids       map[entente.ID]bool
	report    interop.Report
}

// A fault rejects an entry.
type fault struct {
	at     cell
	reason string
}

// keep makes a record of an entry, or rejects it. Every entry is counted.
func (t *reader) keep(e entry) {
	t.report.Rows++
	x, f := t.exercise(e)
	if f != nil {
		t.report.Rejected = append(t.report.Rejected,
			interop.Remark{Line: f.at.line, Column: f.at.column, Reason: f.reason})
		return
	}
	t.report.Kept++
	t.exercises = append(t.exercises, x)
}

// repair reports what was done about a cell of an entry that is kept.
func (t *reader) repair(c cell, reason string) {
	t.report.Repaired = append(t.report.Repaired, interop.Remark{Line: c.line, Column: c.column, Reason: reason})
}

// exercise makes a record of an entry.
func (t *reader) exercise(e entry) (x entente.Exercise, f *fault) {
	if f := readable(e); f != nil {
		return x, f
	}
	ship, port := e.get("Ship"), e.get("Port")
	if ship.value == "" {
		return x, &fault{ship, "no ship"}
	}
	flag, f := state(e.get("Of"))
	if f != nil {
		return x, f
	}
	town, country, _ := strings.Cut(port.value, ",")
	host, f := state(port.with(country))
	if f != nil {
		return x, f
	}
	x.Basis = entente.BasisReported
	x.Status = entente.StatusHeld
	x.Topics = []entente.Topic{entente.TopicNavalCooperation}
	x.Cites = []entente.Citation{{Source: "bulletin", Locator: "line " + strconv.Itoa(e.line)}}
	x.Name = entente.English("Port call of " + ship.value)
	x.Places = []entente.Place{{Nation: host}}
	if town = strings.TrimSpace(town); town != "" {
		x.Places[0].Name = entente.English(town)
	}
	x.Contingents = []entente.Contingent{{Nation: flag, Unit: entente.English(ship.value), Role: entente.RoleParticipant}}
	if f := t.company(&x, e.get("With"), host); f != nil {
		return x, f
	}
	if f := t.when(&x, e); f != nil {
		return x, f
	}
	x.Extra = extra(e)
	x.ID = t.id(ship.value, x.When.Start())
	return x, nil
}

// company adds a contingent for each nation that the ship was with.
func (t *reader) company(x *entente.Exercise, c cell, host entente.ID) *fault {
	had := make(map[entente.ID]bool)
	for name := range strings.SplitSeq(c.value, ";") {
		if c.value == "" {
			break
		}
		id, f := state(c.with(name))
		if f != nil {
			return f
		}
		if had[id] {
			t.repair(c, string(id)+" is there twice; kept once")
			continue
		}
		had[id] = true
		other := entente.Contingent{Nation: id, Role: entente.RoleParticipant}
		if id == host {
			other.Role = entente.RoleHost
		}
		x.Contingents = append(x.Contingents, other)
	}
	return nil
}

// when reads the time. An end before the start is kept as words: which of the two
// is wrong, the file does not say.
func (t *reader) when(x *entente.Exercise, e entry) *fault {
	from, to := e.get("From"), e.get("To")
	start, f := date(from)
	if f != nil {
		return f
	}
	end, f := date(to)
	if f != nil {
		return f
	}
	if end.IsZero() || start == end {
		x.When = start.Period()
		return nil
	}
	p, err := edtf.NewPeriod(start, end)
	if err != nil {
		x.Timing = entente.English("from " + from.value + " to " + to.value)
		t.repair(to, "it ends before it starts; kept as words under timing")
		return nil
	}
	x.When = p
	return nil
}
