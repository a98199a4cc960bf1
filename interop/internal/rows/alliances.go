package rows

import (
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// Coded finds states by their code of Correlates of War, and makes a record of
// each code that package nation does not know. Make one with NewCoded.
type Coded struct {
	owner   string // whose code it is, such as "COW"
	cite    func(code string) []entente.Citation
	own     map[string]entente.ID
	memo    map[codeAt]found
	Nations []entente.Nation // of the codes that are not known
}

type codeAt struct {
	code   string
	during edtf.Period
}

type found struct {
	states []entente.Party
	doubt  string
}

// NewCoded returns a Coded for a dataset. The function cites it for a code.
func NewCoded(owner string, cite func(code string) []entente.Citation) *Coded {
	return &Coded{owner: owner, cite: cite, own: make(map[string]entente.ID), memo: make(map[codeAt]found)}
}

// States returns the states that had the code during a time, as StatesCoded says.
// For a code that is not known it makes a nation of that name, and says so. The
// caller must not change the list.
func (c *Coded) States(code, name string, during edtf.Period) (list []entente.Party, doubt string) {
	key := codeAt{code, during}
	if f, ok := c.memo[key]; ok {
		return f.states, f.doubt
	}
	stays, doubt := StatesCoded(nation.SchemeCOW, code, during)
	for _, s := range stays {
		list = append(list, entente.Party{Actor: entente.ID(s.ID), Period: s.Period})
	}
	if list[0].Actor == "" {
		list[0].Actor, doubt = c.declare(code, name)
	}
	c.memo[key] = found{list, doubt}
	return list, doubt
}

// InTurn says which states a code means one after the other, or for which part
// of the time there was the only one. It returns "" for one at all of the time.
func InTurn(code string, list []entente.Party) string {
	if len(list) == 1 && list[0].Period.IsZero() {
		return ""
	}
	var words []string
	for _, s := range list {
		words = append(words, string(s.Actor)+" in "+s.Period.String())
	}
	return code + " is " + strings.Join(words, " and ")
}

// InDoubt returns a period whose dates are uncertain, and whose end is unknown if
// it was open: for somebody who took part at some time in it.
func InDoubt(p edtf.Period) edtf.Period {
	start, end := p.Start(), p.End()
	if !start.IsZero() {
		start = start.WithUncertain(true)
	}
	if !end.IsZero() {
		end = end.WithUncertain(true)
	}
	p, _ = Period(start, end)
	return p
}

// declare returns the nation of a code that is not known.
func (c *Coded) declare(code, name string) (id entente.ID, doubt string) {
	id, ok := c.own[code]
	if !ok {
		id = ownID(c.owner, code)
		if IsMissing(name) {
			name = "State " + code + " of " + c.owner
		}
		n := entente.Nation{Name: entente.English(name)}
		n.ID, n.Basis, n.Cites = id, entente.BasisReported, c.cite(code)
		n.Identifiers = []entente.Identifier{{Scheme: "cow", Value: code}}
		c.own[code] = id
		c.Nations = append(c.Nations, n)
	}
	return id, "no state is known under the code " + code + "; kept as a nation " + string(id)
}

var digits = [...]string{"ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"}

// ownID returns the ID of a nation for a code, which must be a number of at most
// nine digits. IDs of nations have no digits, so it spells them:
// "COW-EIGHT-ONE-FIVE-TWO".
func ownID(owner, code string) entente.ID {
	id := owner
	for i := range len(code) {
		id += "-" + digits[code[i]-'0']
	}
	return entente.ID(id)
}

// IsCode reports whether a cell is a code of a state: a whole number of at most
// seven digits.
func IsCode(cell string) bool {
	return cell != "" && len(cell) <= 7 && strings.Trim(cell, "0123456789") == ""
}

// A Flag is a column of 0 and 1 for an obligation.
type Flag struct {
	Column     int
	Obligation entente.Obligation
}

// Obligations returns the obligations whose flags are 1, and ObligationNone if
// all flags are 0. It reports false if a flag is neither 0, 1 nor blank.
func (t *Reader) Obligations(flags []Flag) (list []entente.Obligation, ok bool) {
	zeros := 0
	for _, f := range flags {
		cell := t.Cell(f.Column)
		n, isNumber := Int(cell)
		switch {
		case IsMissing(cell):
		case !isNumber || n < 0 || n > 1:
			return nil, false
		case n == 1:
			list = append(list, f.Obligation)
		default:
			zeros++
		}
	}
	if zeros == len(flags) && zeros > 0 {
		list = []entente.Obligation{entente.ObligationNone}
	}
	return list, true
}

// TimeColumns are the columns of a start and an end: year, month and day.
type TimeColumns struct{ Start, End [3]int }

// NewTimeColumns returns the columns with the prefixes, such as "mem_st_" for
// mem_st_year, mem_st_month and mem_st_day.
func (t *Reader) NewTimeColumns(start, end string) TimeColumns {
	columns := func(prefix string) [3]int {
		return [3]int{t.Column(prefix + "year"), t.Column(prefix + "month"), t.Column(prefix + "day")}
	}
	return TimeColumns{columns(start), columns(end)}
}

// All returns all the columns.
func (c TimeColumns) All() []int { return append(c.Start[:], c.End[:]...) }

// A Time is a time as a row gives it.
type Time struct {
	Period edtf.Period
	// Fault is the mistake in the cells, or "" if there is none. Words are what
	// they say.
	Fault, Words string
}

// Time reads the cells of a start and an end. A missing end, or one of year 0, is
// an open end. Where it finds a fault, it gives no period.
func (t *Reader) Time(c TimeColumns) Time {
	start, okStart := t.date(c.Start)
	end, okEnd := t.date(c.End)
	switch {
	case !okStart || !okEnd:
		words := "from " + t.dateWords(c.Start) + " to " + t.dateWords(c.End)
		return Time{Fault: Quote(words) + " has no dates", Words: words}
	case start.IsZero() && end.IsZero():
		return Time{}
	case end.IsZero():
		return Time{Period: edtf.Since(start)}
	}
	p, ok := Period(start, end)
	if !ok {
		w := Backwards(start, end)
		w.Period = edtf.Period{}
		return w
	}
	return Time{Period: p}
}

// Backwards returns a time that ends before it starts. Its Period is the month or
// the year that both dates share, or zero.
func Backwards(start, end edtf.Date) Time {
	from, to := start.String(), end.String()
	w := Time{
		Fault: "it ends on " + to + ", before it starts on " + from,
		Words: "from " + from + " to " + to + ", an end before the start",
	}
	for _, p := range [...]edtf.Precision{edtf.PrecisionMonth, edtf.PrecisionYear} {
		if a, b := start.Truncate(p), end.Truncate(p); a == b && a.Precision() == p {
			w.Period = a.Period()
			break
		}
	}
	return w
}

// Kept says what became of a time that is kept as words.
func (w Time) Kept() string {
	if w.Period.IsZero() {
		return "both are kept as words under timing"
	}
	return "both are kept as words under timing, and the time is " + w.Period.String()
}

func (t *Reader) date(columns [3]int) (edtf.Date, bool) {
	return Date(t.Cell(columns[0]), t.Cell(columns[1]), t.Cell(columns[2]))
}

// dateWords returns a date, or its cells if they are no date.
func (t *Reader) dateWords(columns [3]int) string {
	if d, ok := t.date(columns); ok {
		return d.String()
	}
	cells := make([]string, 0, 3)
	for _, i := range columns {
		if cell := t.Cell(i); cell != "" {
			cells = append(cells, cell)
		}
	}
	return strings.Join(cells, "-")
}
