package objects

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
)

// A Log is a report that is being made. Make one with NewLog.
type Log struct {
	interop.Report
	format, entries string // in errors
	most            int
}

// NewLog returns a Log for a format and what its entries are called. It allows as
// many of them to be rejected as the limits say.
func NewLog(format, entries string, limits interop.Options) Log {
	return Log{format: format, entries: entries, most: limits.MaxRejected}
}

// Reject counts an entry that is not kept. It returns an error if there are too
// many.
func (l *Log) Reject(line, column int, reason string) error {
	l.Rejected = append(l.Rejected, interop.Remark{Line: line, Column: column, Reason: reason})
	if len(l.Rejected) > l.most {
		return fmt.Errorf("%s: %d:%d: more than %d rejected %s: %w",
			l.format, line, column, l.most, l.entries, interop.ErrLimit)
	}
	return nil
}

// Repair reports what was done about an entry.
func (l *Log) Repair(line, column int, reason string) {
	l.Repaired = append(l.Repaired, interop.Remark{Line: line, Column: column, Reason: reason})
}

// Finish returns the report of what a Reader read as the records, with what was
// repaired on the way in. Repairs are in the order of their places.
func (l *Log) Finish(r *Reader, records *entente.Records) interop.Report {
	for _, s := range r.src.Repairs() {
		l.Repaired = append(l.Repaired, interop.Remark(s))
	}
	slices.SortStableFunc(l.Repaired, func(a, b interop.Remark) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	l.CountRecords(records)
	return l.Report
}

// SourceOr returns a source, with the ID and the title if it has none.
func SourceOr(s entente.Source, id entente.ID, title string) entente.Source {
	if s.ID == "" {
		s.ID = id
	}
	if s.Title.IsZero() {
		s.Title = entente.English(title)
	}
	return s
}
