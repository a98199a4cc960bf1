package interop

import (
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json"
)

// A Report accounts for every row of a file that was read, or for every record
// that was written. Rows is always Kept and the number of Rejected together. The
// zero Report is that of an empty file.
type Report struct {
	// Rows is the number of rows, without the header. In formats that have no
	// rows it is the number of entries.
	Rows int `json:"rows"`
	// Kept is the number of rows of which everything is in the result.
	Kept int `json:"kept"`
	// Records counts the records of the result by kind. Kinds without records
	// are left out.
	Records map[entente.Kind]int `json:"records"`
	// Repaired says what is doubtful or contradicts itself, and what was made of
	// it. A row may have several repairs.
	Repaired []Remark `json:"repaired"`
	// Rejected says which rows are not in the result, and why: one remark a row.
	Rejected []Remark `json:"rejected"`
	// Lost says what the result does not hold, although its row was kept. Readers
	// lose nothing, so it is for writers.
	Lost []Remark `json:"lost"`
}

// Remark is one line of a [Report]. The zero Remark says nothing.
type Remark struct {
	// Line is the line of the file, from 1. It is 0 if the remark is about the
	// whole file.
	Line int `json:"line"`
	// Column is the column of the line, from 1 and in bytes. It is 0 if the
	// remark is about the whole line.
	Column int `json:"column"`
	// Reason says what is wrong and what was done about it, without a final
	// period.
	Reason string `json:"reason"`
}

// String returns the remark after its place: "12:3: …", "12: …" for a whole line
// and the reason alone for the whole file.
func (r Remark) String() string {
	switch {
	case r.Line == 0:
		return r.Reason
	case r.Column == 0:
		return strconv.Itoa(r.Line) + ": " + r.Reason
	}
	return strconv.Itoa(r.Line) + ":" + strconv.Itoa(r.Column) + ": " + r.Reason
}

// String returns the numbers of the report on one line, for logs, such as
// "3707 rows: 3707 kept, 0 rejected; 97 repairs; 3707 exercises, 396 series".
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d kept, %d rejected", count(r.Rows, "row"), r.Kept, len(r.Rejected))
	if n := len(r.Repaired); n > 0 {
		b.WriteString("; " + count(n, "repair"))
	}
	if n := len(r.Lost); n > 0 {
		b.WriteString("; " + count(n, "loss"))
	}
	for i, k := range r.kinds() {
		sep := ", "
		if i == 0 {
			sep = "; "
		}
		b.WriteString(sep + count(r.Records[k], k.String()))
	}
	return b.String()
}

// kinds returns the kinds that have records, in their order.
func (r Report) kinds() []entente.Kind {
	var kinds []entente.Kind
	for k, n := range r.Records {
		if n > 0 {
			kinds = append(kinds, k)
		}
	}
	slices.Sort(kinds)
	return kinds
}

func count(n int, noun string) string {
	switch {
	case n == 1 || noun == "series":
	case strings.HasSuffix(noun, "ss"):
		noun += "es"
	default:
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// MarshalJSON implements [encoding/json.Marshaler]. Lists without a remark are
// written as [], and kinds in the order of their names.
func (r Report) MarshalJSON() ([]byte, error) {
	type plain Report // without this method
	return json.Marshal(plain(r), json.Deterministic(true))
}

// UnmarshalJSON implements [encoding/json.Unmarshaler]. It reads what
// [Report.MarshalJSON] writes; an empty list becomes nil.
func (r *Report) UnmarshalJSON(data []byte) error {
	type plain Report
	var p plain
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	for v, i := reflect.ValueOf(&p).Elem(), 0; i < v.NumField(); i++ {
		if f := v.Field(i); f.Kind() != reflect.Int && f.Len() == 0 {
			f.SetZero()
		}
	}
	*r = Report(p)
	return nil
}

// LogValue implements [slog.LogValuer]. It returns [Report.String], so that a log
// does not have every remark.
func (r Report) LogValue() slog.Value { return slog.StringValue(r.String()) }

// CountRecords sets r.Records to the numbers of the records in rs.
func (r *Report) CountRecords(rs *entente.Records) {
	r.Records = make(map[entente.Kind]int)
	for kind, n := range map[entente.Kind]int{
		entente.KindNation:       len(rs.Nations),
		entente.KindBloc:         len(rs.Blocs),
		entente.KindRegion:       len(rs.Regions),
		entente.KindOrganization: len(rs.Organizations),
		entente.KindOfficial:     len(rs.Officials),
		entente.KindPartnership:  len(rs.Partnerships),
		entente.KindAgreement:    len(rs.Agreements),
		entente.KindSeries:       len(rs.Series),
		entente.KindExercise:     len(rs.Exercises),
		entente.KindMeeting:      len(rs.Meetings),
		entente.KindStatement:    len(rs.Statements),
		entente.KindAssessment:   len(rs.Assessments),
	} {
		if n > 0 {
			r.Records[kind] = n
		}
	}
}
