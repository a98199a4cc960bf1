package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/entente-go/entente"
)

// A console writes messages for people to standard error. It prints nothing raw.
type console struct {
	w      io.Writer
	colour bool

	mu      sync.Mutex
	drawn   bool // whether a line of progress is there
	stopped bool // whether the work that writes was abandoned
}

// The styles of a message, as a terminal has them.
const (
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[33m"
	plain  = "\x1b[0m"
)

func (c *console) style(style, s string) string {
	if !c.colour || s == "" {
		return clean(s)
	}
	return style + clean(s) + plain
}

// write writes a text whose parts are clean.
func (c *console) write(s string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stopped {
		return
	}
	if c.drawn {
		io.WriteString(c.w, "\r\x1b[K")
		c.drawn = false
	}
	io.WriteString(c.w, s)
}

// print prints a text.
func (c *console) print(s string) { c.write(clean(s)) }

// note prints a remark that is no error.
func (c *console) note(format string, args ...any) {
	c.write(clean(fmt.Sprintf(format, args...)) + "\n")
}

// fault prints an error of the command, not of the data.
func (c *console) fault(message string) {
	c.write(c.style(red, "entente:") + " " + clean(message) + "\n")
}

// problems prints what is wrong with data.
func (c *console) problems(list entente.Problems) {
	for _, p := range list {
		c.problem("", p)
	}
	c.note("%s", count(len(list), "problem", "problems"))
}

// problem prints a problem, or a warning after that word. Its place comes first,
// so that editors find it.
func (c *console) problem(word string, p *entente.Problem) {
	place, message, ok := strings.Cut(p.Error(), ": ")
	if !ok || p.File == "" {
		place, message = "", p.Error()
	} else {
		place += ":"
	}
	line := c.style(bold, place)
	for _, s := range []string{c.style(yellow, word), clean(message)} {
		if s != "" && line != "" {
			line += " "
		}
		line += s
	}
	c.write(line + "\n")
}

// progress draws a line that says how far the work is, over the last one.
func (c *console) progress(stage string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if stage == "" || c.stopped {
		return
	}
	io.WriteString(c.w, "\r\x1b[K"+clean(stage)+" …")
	c.drawn = true
}

// clear takes the line of progress away.
func (c *console) clear() { c.write("") }

// stop lets nothing be written any more.
func (c *console) stop() {
	c.mu.Lock()
	c.stopped = true
	c.mu.Unlock()
}

// clean returns s with escapes for what would control a terminal, turn the
// direction of writing or is no text. It keeps the joiners that Persian and Urdu
// are written with.
func clean(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, unprintable) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			b.WriteString(`\x` + fmt.Sprintf("%02x", s[0]))
		case unprintable(r):
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
		s = s[size:]
	}
	return b.String()
}

func unprintable(r rune) bool {
	return !strconv.IsPrint(r) && r != '\n' && r != '\t' && r != '\u00a0' && !unicode.Is(unicode.Join_Control, r)
}

// quote returns an argument or a name for a message, on one line and not too long.
func quote(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}

// count returns a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
