package main

import (
	"flag"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/internal/selection"
)

func chartCommand() command {
	return command{
		name: "chart", args: "timeline|ties|years [-lang TAG] [-title …] [-width N] [-o FILE] [SELECTION] DATA…",
		short: "draw a timeline, who is tied to whom, or a pair year by year",
		long: `Chart draws a picture in SVG, which browsers show and pages of yours include.
A page that entente brief writes can have pictures too; see its -pictures.

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
			c.query = selectionFlags(flags)
			return func(t *task, args []string) error { return t.chart(c, args) }
		},
	}
}

type chartFlags struct {
	tag   language.Tag
	title string
	width int
	out   string
	query *selection.Query
}

func (t *task) chart(c *chartFlags, args []string) error {
	var kind string
	if len(args) > 0 {
		kind, args = args[0], args[1:]
	}
	if err := oneOf("the picture", kind, pictures()); err != nil {
		return err
	}
	if c.width != 0 && (c.width < 280 || c.width > 4000) {
		return usagef("-width is from 280 to 4000")
	}
	if ext := strings.ToLower(filepath.Ext(c.out)); ext != "" && ext != ".svg" {
		return usagef("cannot write %s: a picture is SVG; name a file that ends in .svg", quote(c.out))
	}
	if err := needsPair(kind, c.query); err != nil {
		return err
	}
	whole, err := t.load(args)
	if err != nil {
		return err
	}
	s, err := read(c.query, whole)
	if err != nil {
		return err
	}
	// A picture of years without records shows which of them were searched.
	if kind != "years" {
		d := s.Narrow(whole)
		if !t.answered(c.query, d) {
			return errAnswered
		}
		if !drawable(kind, d) {
			t.console.note("the data has nothing for %s; the picture says so", kind)
		}
	}
	t.checkLanguage(c.tag)
	out, err := t.create(c.out)
	if err != nil {
		return err
	}
	t.begin("drawing")
	return c.draw(out, kind, s, whole)
}

// drawable reports whether a timeline or ties would show a record of d.
func drawable(kind string, d *entente.Dataset) bool {
	if kind == "ties" {
		return len(selection.AskedPairs(d, d.Summary().Pairs)) > 0
	}
	return d.OfKind(entente.KindExercise, entente.KindMeeting).Len() > 0
}

// draw draws a selection of the whole.
func (c *chartFlags) draw(w io.Writer, kind string, s selection.Selection, whole *entente.Dataset) error {
	if kind == "ties" {
		return chart.Ties{Language: c.tag, Title: c.title, Width: c.width}.Write(w, s.Narrow(whole))
	}
	// These tell which years were searched, and only data that was not narrowed by
	// time can say that.
	period := s.During
	s.During = edtf.Period{}
	d := s.Narrow(whole)
	if kind == "timeline" {
		return chart.Timeline{Language: c.tag, Title: c.title, Width: c.width, Period: period}.Write(w, d)
	}
	p := chart.Years{Language: c.tag, Title: c.title, Width: c.width, A: s.A, B: s.B}
	p.First, p.Last = selection.Years(period)
	return p.Write(w, d)
}
