package main

import (
	"flag"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/edtf"
)

func chartCommand() command {
	return command{
		name: "chart", args: "timeline|ties|years [-lang TAG] [-title …] [-width N] [-o FILE] [SELECTION] DATA…",
		short: "draw a timeline, who is tied to whom, or a pair year by year",
		long: `Chart draws a picture in SVG, which browsers show and pages include.

	timeline  when exercises and meetings took place
	ties      which nations and blocs are tied, and by what
	years     what ties one pair in each year; it needs -between A,B

A picture shows what is not known too, and tells "none found" from "not searched".
SELECTION narrows it; entente help selection explains how.

	entente chart timeline -o timeline.svg -between PK,RU chronicle
	entente chart ties -lang ru -o ties.svg chronicle
	entente chart years -between PK,RU -during 2014/2025 -o years.svg chronicle`,
		flags: func(flags *flag.FlagSet) action {
			c := new(chartFlags)
			languageFlag(flags, &c.tag)
			flags.StringVar(&c.title, "title", "", "the `title`, instead of one that says what the picture shows")
			flags.IntVar(&c.width, "width", 0, "the `width` in pixels, from 280 to 4000 (default 960)")
			flags.StringVar(&c.out, "o", "", "the `file` to write, instead of standard output")
			c.selection = selectionFlags(flags)
			return func(t *task, args []string) error { return t.chart(c, args) }
		},
	}
}

type chartFlags struct {
	tag       language.Tag
	title     string
	width     int
	out       string
	selection *selection
}

func (t *task) chart(c *chartFlags, args []string) error {
	var kind string
	if len(args) > 0 {
		kind, args = args[0], args[1:]
	}
	if err := oneOf("the picture", kind, []string{"timeline", "ties", "years"}); err != nil {
		return err
	}
	if c.width != 0 && (c.width < 280 || c.width > 4000) {
		return usagef("-width is from 280 to 4000")
	}
	whole, err := t.load(args)
	if err != nil {
		return err
	}
	d, err := c.selection.of(whole)
	if err != nil {
		return err
	}
	draw, err := c.picture(kind, whole, d)
	if err != nil {
		return err
	}
	if !t.answered(c.selection, d) && kind != "years" {
		return errAnswered
	}
	t.checkLanguage(c.tag)
	out, err := t.create(c.out)
	if err != nil {
		return err
	}
	t.begin("drawing")
	return draw(out)
}

// picture returns what draws a selection of the whole.
func (c *chartFlags) picture(kind string, whole, d *entente.Dataset) (func(io.Writer) error, error) {
	during, _ := c.selection.value("during")
	period, _ := edtf.ParsePeriod(during) // of was without an error
	// A picture of years tells which of them were searched, and that only data
	// that was not narrowed by time can say.
	ever, err := c.selection.without("during").of(whole)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "timeline":
		p := chart.Timeline{Language: c.tag, Title: c.title, Width: c.width, Period: period}
		return func(w io.Writer) error { return p.Write(w, ever) }, nil
	case "ties":
		p := chart.Ties{Language: c.tag, Title: c.title, Width: c.width}
		return func(w io.Writer) error { return p.Write(w, d) }, nil
	}
	p := chart.Years{Language: c.tag, Title: c.title, Width: c.width}
	between, ok := c.selection.value("between")
	if !ok {
		return nil, usagef("years draws one pair: name it with -between A,B")
	}
	a, b, _ := strings.Cut(between, ",")
	p.A, _ = actorIn(whole, a)
	p.B, _ = actorIn(whole, b)
	if p.A == p.B {
		return nil, usagef("-between: give two different actors")
	}
	if !period.IsZero() {
		p.First, p.Last = years(period)
	}
	return func(w io.Writer) error { return p.Write(w, ever) }, nil
}

// years returns the first and the last year of a period, and 0 for an open side.
func years(p edtf.Period) (first, last int) {
	span := p.Written()
	from, to := span.Bounds()
	if span.First != edtf.DayMin {
		first = from.Year()
	}
	if span.Last != edtf.DayMax {
		last = to.AddDate(0, 0, -1).Year()
	}
	return first, last
}
