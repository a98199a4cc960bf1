package visits_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop/visits"
	"github.com/entente-go/entente/nation"
)

// large returns a sheet of n rows.
func large(n int) string {
	var b strings.Builder
	b.WriteString("name,title,from,to,place,start,end,source\n")
	for i := range n {
		fmt.Fprintf(&b, "Minister Number %d,Minister of Defence,France,%s,A town of %d,20%02d-05-%02d,20%02d-06-%02d,"+
			"A release https://mod.example/release-%d\n", i%300, [...]string{"Japan", "United Kingdom", "KZ", "Peru"}[i%4],
			i, i%25, 1+i%28, i%25, 1+i%28, i)
	}
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	text := large(2000)
	for name, read := range map[string]func() int{
		"visits": func() int {
			records, _, _ := visits.Read(strings.NewReader(text), visits.Options{})
			return len(records.Meetings)
		},
		"loop": func() int { return len(loop(text).Meetings) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if n := read(); n != 2000 {
					b.Fatal(n)
				}
			}
		})
	}
}

// loop fills the same fields as Read, as a program for this one sheet would.
func loop(text string) (out entente.Records) {
	in := csv.NewReader(strings.NewReader(text))
	in.ReuseRecord = true
	in.Read()
	slug := func(s string) entente.ID { return entente.ID(strings.ReplaceAll(strings.ToLower(s), " ", "-")) }
	people := make(map[string]bool)
	for {
		row, err := in.Read()
		if err == io.EOF {
			return out
		}
		var m entente.Meeting
		title, url, _ := strings.Cut(row[7], " https://")
		source := entente.Source{ID: slug(strings.ReplaceAll(strings.ReplaceAll(url, ".", "-"), "/", "-")),
			Title: entente.English(title), URL: "https://" + url}
		out.Sources = append(out.Sources, source)
		m.Basis = entente.BasisReported
		m.Cites = []entente.Citation{{Source: source.ID}}
		m.When, _ = edtf.ParsePeriod(row[5] + "/" + row[6])
		from, _ := nation.Lookup(row[2])
		to, _ := nation.Lookup(row[3])
		who := slug(row[0])
		if !people[row[0]] {
			people[row[0]] = true
			var o entente.Official
			o.ID, o.Basis, o.Cites = who, m.Basis, m.Cites
			o.Name, o.Nation = entente.English(row[0]), entente.ID(from.ID)
			o.Postings = []entente.Posting{{Title: entente.English(row[1])}}
			out.Officials = append(out.Officials, o)
		}
		m.ID = "visit-" + who + "-" + slug(string(to.ID)+"-"+row[5])
		m.Attendees = []entente.Attendee{{Actor: who}}
		m.Places = []entente.Place{{Name: entente.English(row[4]), Nation: entente.ID(to.ID)}}
		out.Meetings = append(out.Meetings, m)
	}
}
