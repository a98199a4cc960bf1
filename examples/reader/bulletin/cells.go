package bulletin

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
)

// readable rejects an entry with characters that no record may have.
func readable(e entry) *fault {
	for _, c := range e.cells {
		if s := c.key + c.value; !utf8.ValidString(s) || strings.ContainsFunc(s, unreadable) {
			return &fault{c, "a character that cannot be read; type the line anew"}
		}
	}
	return nil
}

func unreadable(r rune) bool { return !unicode.IsPrint(r) || r == utf8.RuneError }

// state returns the state that a cell names.
func state(c cell) (entente.ID, *fault) {
	if c.value == "" {
		return "", &fault{c, "no state under " + c.key}
	}
	m, err := nation.Lookup(c.value)
	if err != nil {
		return "", &fault{c, strconv.Quote(c.value) + " is no state"}
	}
	return entente.ID(m.ID), nil
}

// date reads a day or a month. An empty cell gives the zero Date.
func date(c cell) (edtf.Date, *fault) {
	if c.value == "" {
		return edtf.Date{}, nil
	}
	if t, err := time.Parse("2 January 2006", c.value); err == nil {
		if d, err := edtf.NewDate(t.Year(), int(t.Month()), t.Day()); err == nil {
			return d, nil
		}
	}
	if t, err := time.Parse("January 2006", c.value); err == nil {
		if d, err := edtf.NewDate(t.Year(), int(t.Month()), 0); err == nil { // no day: it is not known
			return d, nil
		}
	}
	return edtf.Date{}, &fault{c, strconv.Quote(c.value) + " is no date; write 2 October 2023"}
}

// extra keeps what the format does not have, under the name of its key.
func extra(e entry) entente.Extra {
	var x entente.Extra
	for _, c := range e.cells {
		switch strings.ToLower(c.key) {
		case "ship", "of", "port", "from", "to", "with":
			if e.get(c.key) == c {
				continue
			}
		}
		key := c.key
		for n := 2; ; n++ {
			if _, taken := x.Get(key); !taken {
				break
			}
			key = c.key + ":" + strconv.Itoa(n)
		}
		if c.key != "" && c.value != "" {
			x = x.With(key, c.value)
		}
	}
	return x
}

// id makes an ID of the ship and the day, and adds a number if it is taken. It is
// the same in every edition of the bulletin.
func (t *reader) id(ship string, day edtf.Date) entente.ID {
	letters := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
	words := strings.FieldsFunc(strings.ToLower("port call "+ship), letters)
	base := strings.Join(words, "-")
	base = strings.TrimRight(base[:min(len(base), 40)], "-")
	for _, part := range strings.FieldsFunc(day.String(), letters) {
		base += "-" + part
	}
	id := entente.ID(base)
	for n := 2; t.ids[id]; n++ {
		id = entente.ID(base + "-" + strconv.Itoa(n))
	}
	t.ids[id] = true
	return id
}
