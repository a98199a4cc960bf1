package rows

import (
	"hash/fnv"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"golang.org/x/text/unicode/norm"
)

// IsMissing reports whether a cell says that its value is missing: it is blank,
// "-9", "NA" as R writes it, or "." as Stata does.
func IsMissing(cell string) bool {
	return cell == "" || cell == "-9" || cell == "NA" || cell == "."
}

// Int returns the whole number in a cell, which may be written with a decimal
// point and zeros, as programs for statistics do. It reports whether there is one.
func Int(cell string) (int, bool) {
	whole, fraction, _ := strings.Cut(cell, ".")
	if strings.Trim(fraction, "0") != "" || len(whole) > 9 {
		return 0, false
	}
	n, err := strconv.Atoi(whole)
	return n, err == nil
}

// Date returns the date in the cells of year, month and day. A part that is
// missing or no number, such as "xx", is not known. A zero or missing year gives
// the zero Date. It reports false for numbers that are no date, such as month 13.
func Date(year, month, day string) (edtf.Date, bool) {
	y, okYear := part(year)
	m, okMonth := part(month)
	d, okDay := part(day)
	if y == 0 {
		return edtf.Date{}, okYear
	}
	if m == 0 {
		d = 0
	}
	date, err := edtf.NewDate(y, m, d)
	return date, err == nil && okYear && okMonth && okDay
}

// part returns the number in a cell of a date, or 0 if it says that the part is
// not known.
func part(cell string) (int, bool) {
	if IsMissing(cell) || strings.Trim(cell, "xX?") == "" {
		return 0, true
	}
	n, ok := Int(cell)
	return n, ok && n >= 0
}

// Period returns the period from start to end: a single date if both are the
// same, and the one that is known without the other. It reports false, and the
// zero Period, if it ends before it starts for certain.
func Period(start, end edtf.Date) (edtf.Period, bool) {
	switch {
	case start.IsZero() && end.IsZero():
		return edtf.Period{}, true
	case start == end:
		return start.Period(), true
	}
	p, err := edtf.NewPeriod(start, end)
	return p, err == nil
}

// maxSlug is the greatest length of an ID.
const maxSlug = 64

// Slug returns the ID of a name under a prefix, such as "mme-series" for "mme-series-cobra-gold".
// It leaves out diacritics, and everything else but ASCII letters and digits. For
// a name that would be left without a letter or be cut short, it ends in a number
// that the whole name decides.
func Slug(prefix, name string) entente.ID {
	b := []byte(prefix)
	gap, lost := true, false
	for _, r := range norm.NFKD.String(name) {
		switch r = unicode.ToLower(r); {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && len(b) > 0 {
				b = append(b, '-')
			}
			b, gap = append(b, byte(r)), false
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '‘':
		default:
			gap = true
			lost = lost || unicode.IsLetter(r)
		}
	}
	if lost || len(b) == len(prefix) || len(b) > maxSlug {
		h := fnv.New32a()
		h.Write([]byte(name))
		tail := strconv.FormatUint(uint64(h.Sum32()), 36)
		b = b[:min(len(b), maxSlug-1-len(tail))]
		b = append(append([]byte(strings.TrimRight(string(b), "-")), '-'), tail...)
	}
	return entente.ID(b)
}

// maxQuoted is how many bytes of a cell a message quotes.
const maxQuoted = 60

// Quote returns a cell in quotation marks for a message, cut short if it is long.
func Quote(cell string) string {
	if len(cell) <= maxQuoted {
		return strconv.Quote(cell)
	}
	i := maxQuoted
	for i > 0 && !utf8.RuneStart(cell[i]) {
		i--
	}
	return strconv.Quote(cell[:i] + "…")
}

// IDs are the IDs that records have. The zero IDs is empty.
type IDs struct {
	next map[entente.ID]int // the number to try behind an ID that is taken
}

// Take returns the ID, or the ID with the lowest number behind it that makes it
// different from all that are taken, and takes it.
func (t *IDs) Take(id entente.ID) entente.ID {
	if t.next == nil {
		t.next = make(map[entente.ID]int)
	}
	unique, n := id, t.next[id]
	for ; t.next[unique] > 0; n++ {
		tail := "-" + strconv.Itoa(n)
		unique = id[:min(len(id), maxSlug-len(tail))] + entente.ID(tail)
	}
	t.next[unique] = 2
	t.next[id] = max(n, 2)
	return unique
}

// Extra is an extra that is being made. The zero Extra is empty.
type Extra struct {
	entente.Extra
	used map[string]int // keys with a colon, and the number to try behind them
}

// Keep adds a value under the name of its column, unless it is missing. Behind
// the name goes the ID of the member that it belongs to, if any, and a number if
// another value has that key.
func (x *Extra) Keep(column string, member entente.ID, value string) {
	if IsMissing(value) {
		return
	}
	key := column
	if member != "" {
		key += ":" + string(member)
	}
	if strings.Contains(key, ":") { // a column may be called what another and a member make
		if x.used == nil {
			x.used = make(map[string]int)
		}
		first, n := key, x.used[key]
		for ; x.used[key] > 0; n++ {
			key = first + ":" + strconv.Itoa(n)
		}
		x.used[key] = 2
		x.used[first] = max(n, 2)
	}
	x.Extra = append(x.Extra, entente.KeyValue{Key: key, Value: value})
}
