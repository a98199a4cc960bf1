package brief

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/growth"
)

// What a document costs to render grows as the document does, whatever grows in
// it. Not parallel: memory is counted.
func TestGrowth_Render(t *testing.T) {
	en := language.English
	many := func(n int, one func(i int) entry) []entry {
		list := make([]entry, n)
		for i := range list {
			list[i] = one(i)
		}
		return list
	}
	plainEntry := func(int) entry { return entry{class: "reported", line: words("some words of the data", en)} }
	in := func(blocks ...block) *document {
		return &document{lang: en, wanted: en, title: words("Title", en), sections: []section{{name: "a", heading: words("A", en), blocks: blocks}}}
	}
	tableOf := func(rows int, cells []entry) *table {
		tb := &table{head: make([]line, len(cells))}
		for range rows {
			tb.rows = append(tb.rows, row{cells: cells})
		}
		return tb
	}
	var dimensions []growth.Dimension[*document]
	dimension := func(name string, at func(n int) *document) {
		dimensions = append(dimensions, growth.Dimension[*document]{Name: name,
			At: func(n int) (*document, error) { return at(n), nil }})
	}
	dimension("entries", func(n int) *document { return in(block{entries: many(n, plainEntry)}) })
	dimension("blocks", func(n int) *document {
		list := make([]block, n)
		for i := range list {
			list[i] = block{id: entente.ID("a" + strings.Repeat("b", i%9)), heading: words("H", en), paragraphs: many(1, plainEntry)}
		}
		return in(list...)
	})
	dimension("entries under an entry", func(n int) *document {
		return in(block{entries: []entry{{line: words("over", en), sub: many(n, plainEntry)}}})
	})
	dimension("runs", func(n int) *document {
		var l line
		for i := range n {
			l = append(l, run{words: "word ", lang: en, weight: weight(i % 3)}, run{words: "پاک ", lang: language.Urdu}, run{words: "12 ", lang: language.Und})
		}
		return in(block{entries: []entry{{line: l}}})
	})
	dimension("words", func(n int) *document {
		return in(block{entries: []entry{{line: words(strings.Repeat("a فوج 12 <&> ", n), en)}}})
	})
	dimension("references to notes", func(n int) *document {
		d := in(block{entries: many(1, func(int) entry {
			e := plainEntry(0)
			for i := range n {
				e.cites = append(e.cites, 1+(i*7)%n)
			}
			return e
		})})
		d.notes = make([]note, n)
		for i := range d.notes {
			d.notes[i].line = words("source", en)
		}
		return d
	})
	dimension("rows", func(n int) *document { return in(block{table: tableOf(n, many(3, plainEntry))}) })
	dimension("columns", func(n int) *document { return in(block{table: tableOf(2, many(n, plainEntry))}) })
	dimension("words in a cell", func(n int) *document {
		cells := many(3, plainEntry)
		cells[1].line = words(strings.Repeat("some words ", n), en)
		return in(block{table: tableOf(2, cells)})
	})
	dimension("links", func(n int) *document {
		return in(block{entries: many(n, func(i int) entry {
			return entry{line: line{{words: "https://a.example/", lang: language.Und, solid: true, href: "https://a.example/"}}}
		})})
	})
	var tasks []growth.Task[*document]
	for _, f := range []Format{FormatText, FormatMarkdown, FormatHTML, FormatPage} {
		tasks = append(tasks, growth.Task[*document]{Name: f.String(), Do: func(d *document) (growth.Done, error) {
			return growth.Done{Operations: len(d.render(f, options{}))}, nil
		}})
	}
	growth.Table(t, growth.Meter{}, dimensions, tasks)
}
