package main

import (
	"flag"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente/brief"
)

func briefCommand() command {
	return command{
		name: "brief",
		args: "[-lang TAG] [-as text|markdown|html|page] [-length digest|whole] [-sections …] " +
			"[-pictures …] [-title …] [-o FILE] [SELECTION] DATA…",
		short: "write a briefing, whole or in ten lines",
		long: `Brief tells what the data says, the news first, with numbers that lead to notes on
the sources. SELECTION narrows it; entente help selection explains how.

	entente brief -length digest article
	entente brief -lang ru -between PK,RU -during 2024 chronicle
	entente brief -o fomin.html -involving Fomin chronicle
	entente brief -sections exercises,notes -o exercises.md chronicle

A page is a whole document, for a web server or a printer; html is a part of one,
for a page of yours. Without -as, a file that ends in .html is a page, one that
ends in .md is Markdown, and one that ends in .txt or has no ending is text.

-pictures puts charts on a page: timeline, ties and, for a pair that -between
names, years. entente help chart explains them.

	entente brief -lang ur -pictures timeline,years -between PK,RU -o pair.html chronicle

The sections are relations, exercises, meetings, statements, assessments,
differences, unknown, searched, actors, remarks, notes, sources and numbers.`,
		flags: func(flags *flag.FlagSet) action {
			w := newWriterFlags(flags)
			flags.TextVar(&w.Length, "length", brief.LengthWhole, "`length`: whole, or digest for ten lines")
			sections := flags.String("sections", "", "the `sections`, in their order, with commas between them")
			drawn := flags.String("pictures", "", "the `pictures` on a page, with commas between them")
			flags.StringVar(&w.Title, "title", "", "the `title`, instead of that of the data")
			q := selectionFlags(flags)
			return func(t *task, args []string) error {
				list, err := parseSections(*sections)
				if err != nil {
					return err
				}
				w.Sections = list
				kinds, err := parsePictures(*drawn, q)
				if err != nil {
					return err
				}
				whole, err := t.load(args)
				if err != nil {
					return err
				}
				s, err := read(q, whole)
				if err != nil {
					return err
				}
				d := s.Narrow(whole)
				if !t.answered(q, d) {
					return errAnswered
				}
				out, err := w.create(t)
				if err != nil {
					return err
				}
				if err := t.illustrate(&w.Writer, kinds, s, whole, d); err != nil {
					return err
				}
				t.begin("writing the briefing")
				return w.Write(out, d)
			}
		},
	}
}

// writerFlags are a briefing's settings from flags.
type writerFlags struct {
	brief.Writer
	format formatFlag
	out    string
}

// A formatFlag is a format, and whether it was given.
type formatFlag struct {
	brief.Format
	given bool
}

func (f *formatFlag) Set(s string) error {
	f.given = true
	return f.UnmarshalText([]byte(s))
}

func newWriterFlags(flags *flag.FlagSet) *writerFlags {
	w := new(writerFlags)
	languageFlag(flags, &w.Language)
	flags.Var(&w.format, "as", "`format`: text, markdown, html (a part of a page) or page")
	flags.StringVar(&w.out, "o", "", "the `file` to write, instead of standard output")
	return w
}

func languageFlag(flags *flag.FlagSet, tag *language.Tag) {
	flags.TextVar(tag, "lang", language.English, "language `tag`: en, ru or ur; ur-u-nu-arabext for Urdu digits")
}

// create returns the output of a briefing and settles its format.
func (w *writerFlags) create(t *task) (*output, error) {
	w.Format = w.format.Format
	if !w.format.given {
		switch ext := strings.ToLower(filepath.Ext(w.out)); ext {
		case ".html", ".htm":
			w.Format = brief.FormatPage
		case ".md", ".markdown":
			w.Format = brief.FormatMarkdown
		case "", ".txt", ".text":
		default:
			return nil, usagef("cannot write %s: a briefing is text (.txt), Markdown (.md) or a page (.html), "+
				"which word processors open too; name such a file, or say with -as what it is", quote(w.out))
		}
	}
	t.checkLanguage(w.Language)
	return t.create(w.out)
}

func parseSections(words string) ([]brief.Section, error) {
	if words == "" {
		return nil, nil
	}
	var names []string
	for s := brief.SectionRelations; s <= brief.SectionNumbers; s++ {
		names = append(names, s.String())
	}
	var list []brief.Section
	for word := range strings.SplitSeq(words, ",") {
		word = strings.TrimSpace(word)
		if err := oneOf("-sections", word, names); err != nil {
			return nil, err
		}
		var s brief.Section
		if err := s.UnmarshalText([]byte(word)); err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}
