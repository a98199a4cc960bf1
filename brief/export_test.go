package brief

import "golang.org/x/text/language"

// RenderEverywhere renders a document that has the words, unclean as they may
// be, in every place that has words.
func RenderEverywhere(words string, lang, of language.Tag, f Format) []byte {
	d := sample(lang)
	i := 0
	change := func(l line) {
		for j := range l {
			if l[j].note > 0 {
				continue
			}
			i++
			l[j].words, l[j].lang, l[j].solid = words, of, i%5 == 0
			l[j].weight = weight(i % 3)
			if i%4 == 0 {
				l[j].href = words
			}
			if i%7 == 0 {
				l[j].href = "https://a.example/" + words
			}
		}
	}
	var entries func([]entry)
	entries = func(list []entry) {
		for _, e := range list {
			change(e.line)
			entries(e.sub)
		}
	}
	change(d.title)
	change(d.standfirst)
	entries(d.lead)
	for _, l := range d.digest {
		change(l.label)
		entries([]entry{l.entry})
	}
	for _, s := range d.sections {
		change(s.heading)
		for _, g := range s.blocks {
			change(g.heading)
			entries(g.paragraphs)
			entries(g.entries)
			if g.table != nil {
				for _, h := range g.table.head {
					change(h)
				}
				for _, r := range g.table.rows {
					entries(r.cells)
				}
			}
		}
	}
	for _, n := range d.notes {
		change(n.line)
	}
	change(d.foot)
	return d.render(f, options{})
}
