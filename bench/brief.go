package main

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"log"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/explorer"
	"golang.org/x/text/language"
)

// briefing compares a briefing with a loop that prints the records one by one.
func briefing() {
	d := entente.Chronicle().Involving("PK")
	write := func(f brief.Format) func() any {
		return func() any {
			var b bytes.Buffer
			return must(&b, brief.Writer{Format: f}.Write(&b, d))
		}
	}
	page := template.Must(template.New("page").Parse(`<!DOCTYPE html><title>Records</title><ul>
{{range .}}<li>{{.Label}}, {{.When}}{{range .Cites}} [{{.}}]{{end}}</li>
{{end}}</ul>`))
	loop := func() any {
		var b bytes.Buffer
		printed(&b, d)
		return &b
	}
	templated := func() any {
		var b bytes.Buffer
		return must(&b, page.Execute(&b, entries(d)))
	}
	of := fmt.Sprintf(" on %d records", d.Len())
	compare("briefing, text,"+of, rounds(11), nil,
		way{"entente", write(brief.FormatText)}, way{"a loop over fmt", loop})
	compare("briefing, page,"+of, rounds(11), nil,
		way{"entente", write(brief.FormatPage)}, way{"html/template", templated})
}

// An entry is what the loops tell of a record.
type entry struct {
	Label, When string
	Cites       []string
}

func entries(d *entente.Dataset) []entry {
	var list []entry
	for r := range d.All() {
		f := r.AsFact()
		e := entry{Label: r.Label(language.English), When: f.When.String()}
		for _, c := range f.Cites {
			s, _ := d.Source(c.Source)
			e.Cites = append(e.Cites, fmt.Sprint(s.Title, ", ", s.Publisher, ", ", c.Paragraphs, c.Locator))
		}
		list = append(list, e)
	}
	return list
}

// printed writes a line for each record.
func printed(w io.Writer, d *entente.Dataset) {
	for _, e := range entries(d) {
		fmt.Fprintf(w, "%s, %s", e.Label, e.When)
		for _, c := range e.Cites {
			fmt.Fprintf(w, " [%s]", c)
		}
		fmt.Fprintln(w)
	}
}

// copying compares the copy that a lookup hands out with one of the same struct
// member by member.
func copying() {
	d := entente.Chronicle()
	const id = "druzhba-7"
	e, ok := d.Exercise(id)
	if c := cloned(&e); !ok || !reflect.DeepEqual(c, e) {
		log.Fatalf("the copy of %s differs", id)
	}
	byID := map[entente.ID]*entente.Exercise{id: &e}
	compare("copying an exercise out", rounds(15), nil,
		way{"entente", func() any { c, _ := d.Exercise(id); return &c }},
		way{"a copy of each member", func() any { c := cloned(byID[id]); return &c }})
}

func cloned(e *entente.Exercise) entente.Exercise {
	c := *e
	c.Topics, c.Identifiers, c.Extra = slices.Clone(e.Topics), slices.Clone(e.Identifiers), slices.Clone(e.Extra)
	c.Cites, c.Claims = clonedCites(e.Cites), slices.Clone(e.Claims)
	for i := range c.Claims {
		c.Claims[i].Cites = clonedCites(c.Claims[i].Cites)
	}
	c.Places, c.Commanders = slices.Clone(e.Places), slices.Clone(e.Commanders)
	c.Contingents = slices.Clone(e.Contingents)
	for i := range c.Contingents {
		c.Contingents[i].Commanders = slices.Clone(c.Contingents[i].Commanders)
	}
	c.Domains, c.Forms = slices.Clone(e.Domains), slices.Clone(e.Forms)
	return c
}

func clonedCites(list []entente.Citation) []entente.Citation {
	list = slices.Clone(list)
	for i := range list {
		list[i].Paragraphs = slices.Clone(list[i].Paragraphs)
	}
	return list
}

// plus compares the addition of two summaries with that of maps, and with itself
// on a quarter of the pairs.
func plus() {
	const n = 20_000
	base := dataset(everything(10_000)).Summary()
	s, t := withPairs(base, 0, n), withPairs(base, n/2, n)
	sum, want := s.Plus(t), addMaps(mapsOf(s), mapsOf(t))
	if got := mapsOf(sum); !reflect.DeepEqual(got, want) {
		log.Fatal("Plus and the sum of maps differ")
	}
	ms, mt := mapsOf(s), mapsOf(t)
	large := compare(fmt.Sprintf("`Plus`, %s pairs in each", grouped(n)), rounds(11), nil,
		way{"entente", func() any { return s.Plus(t) }},
		way{"a loop that adds maps, in no order", func() any { return addMaps(ms, mt) }})
	s, t = withPairs(base, 0, n/4), withPairs(base, n/8, n/4)
	ms, mt = mapsOf(s), mapsOf(t)
	small := compare(fmt.Sprintf("`Plus`, %s pairs in each", grouped(n/4)), rounds(11), nil,
		way{"entente", func() any { return s.Plus(t) }},
		way{"a loop that adds maps, in no order", func() any { return addMaps(ms, mt) }})
	times := func(v float64) string { return fmt.Sprintf("%.*f times", digits(v), v) }
	row("`Plus`, four times the pairs: time", times, large/small, 4, "the pairs")
}

// withPairs returns the summary with n other pairs, from the given one on.
func withPairs(s entente.Summary, from, n int) entente.Summary {
	ties := entente.Ties{Exercises: 1, First: edtf.MustParseDate("1999"), Last: edtf.MustParseDate("2020")}
	s.Pairs = make([]entente.Pair, n)
	for i := range s.Pairs {
		a, b := fmt.Sprintf("a-%04d", (from+i)/200), fmt.Sprintf("b-%04d", (from+i)%200)
		s.Pairs[i] = entente.Pair{A: entente.ID(a), B: entente.ID(b), Ties: ties}
	}
	return s
}

// sums are the counts of a summary as maps.
type sums struct {
	parties, officials, sources map[entente.ID]int
	topics                      map[entente.Topic]int
	kinds                       map[entente.Kind]int
	bases                       map[entente.Basis]int
	modalities                  map[entente.Modality]int
	statuses                    map[entente.Status]int
	years                       map[int]int
	pairs                       map[[2]entente.ID]entente.Ties
}

func mapsOf(s entente.Summary) sums {
	m := sums{mapOf(s.Parties), mapOf(s.Officials), mapOf(s.Sources), mapOf(s.Topics), mapOf(s.Kinds),
		mapOf(s.Bases), mapOf(s.Modalities), mapOf(s.Statuses), mapOf(s.Years),
		make(map[[2]entente.ID]entente.Ties, len(s.Pairs))}
	for _, p := range s.Pairs {
		m.pairs[[2]entente.ID{p.A, p.B}] = p.Ties
	}
	return m
}

func mapOf[K comparable](t entente.Tally[K]) map[K]int {
	m := make(map[K]int, len(t))
	for _, c := range t {
		m[c.Key] = c.N
	}
	return m
}

func addMaps(a, b sums) sums {
	c := sums{added(a.parties, b.parties), added(a.officials, b.officials), added(a.sources, b.sources),
		added(a.topics, b.topics), added(a.kinds, b.kinds), added(a.bases, b.bases), added(a.modalities, b.modalities),
		added(a.statuses, b.statuses), added(a.years, b.years), maps.Clone(a.pairs)}
	for key, t := range b.pairs {
		u, ok := c.pairs[key]
		if ok {
			t.Exercises += u.Exercises
			t.Meetings += u.Meetings
			t.Agreements += u.Agreements
			t.Partnerships += u.Partnerships
			t.Statements += u.Statements
			t.Headlines += u.Headlines
			t.NotHeld += u.NotHeld
			if u.First.Period().Compare(t.First.Period()) < 0 {
				t.First = u.First
			}
			if u.Last.Period().Compare(t.Last.Period()) > 0 {
				t.Last = u.Last
			}
		}
		c.pairs[key] = t
	}
	return c
}

func added[K comparable](a, b map[K]int) map[K]int {
	c := maps.Clone(a)
	for key, n := range b {
		c[key] += n
	}
	return c
}

// explorers compares the page of a record with a file of the same size, both
// without a network.
func explorers() {
	const address = "/record/druzhba-7"
	get := func(h http.Handler, address string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		if w.Code != http.StatusOK {
			log.Fatalf("%s: %d", address, w.Code)
		}
		return w
	}
	d := entente.Chronicle()
	kept := explorer.Handler(d)
	dir := must(os.MkdirTemp("", "bench"))
	defer os.RemoveAll(dir)
	body := get(kept, address).Body.Bytes()
	must(0, os.WriteFile(filepath.Join(dir, "record.html"), body, 0o600))
	files := http.FileServer(http.Dir(dir))
	file := way{"http.FileServer", func() any { return get(files, "/record.html") }}
	of := fmt.Sprintf(", page of a record, %s", size(float64(len(body))))
	compare("explorer"+of+", asked again", rounds(15), nil,
		way{"entente", func() any { return get(kept, address) }}, file)
	compare("explorer"+of+", the first of a new handler", rounds(15), nil,
		way{"entente", func() any { return get(explorer.Handler(d), address) }}, file)
	var ids []entente.ID
	for r := range d.All() {
		ids = append(ids, r.AsFact().ID)
	}
	all := func(h http.Handler, address func(entente.ID) string) any {
		for _, id := range ids {
			get(h, address(id))
		}
		return nil
	}
	compare(fmt.Sprintf("explorer, the pages of all %s records, each the first time", grouped(d.Len())), rounds(7), nil,
		way{"entente", func() any {
			return all(explorer.Handler(d), func(id entente.ID) string { return "/record/" + string(id) })
		}},
		way{"http.FileServer, one file as often", func() any {
			return all(files, func(entente.ID) string { return "/record.html" })
		}})
}
