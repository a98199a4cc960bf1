package chart_test

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/edtf"
)

// Whatever the words, the time and the width, a picture is sound.
func FuzzPictures(f *testing.F) {
	f.Add("Druzhba <VII>", "2024-10-05", "https://s.example/?a=1&b=2", 720, uint8(0))
	f.Add("مشق", "2024-10~/..", "javascript:alert(1)", 280, uint8(2))
	f.Add("]]>\x1b", "../-0043", "/a b", -1, uint8(1))
	f.Add("", "9999", "", 4000, uint8(3))
	f.Add("a\u202eb", "20XX", "data:,", 300, uint8(2))
	f.Fuzz(func(t *testing.T, words, when, link string, width int, lang uint8) {
		p, err := edtf.ParsePeriod(when)
		if err != nil || !utf8.ValidString(words) {
			p = edtf.Period{}
		}
		fact := entente.Fact{ID: "e", When: p, Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}
		records := entente.Records{
			Sources:   []entente.Source{{ID: "s"}},
			Exercises: []entente.Exercise{{Fact: fact, Name: entente.English(words), Contingents: []entente.Contingent{{Nation: "FI"}, {Nation: "SE"}}}},
		}
		d, err := entente.New(records)
		if err != nil {
			records.Exercises[0].Name = entente.Text{}
			if d, err = entente.New(records); err != nil {
				t.Skip(err)
			}
		}
		tag := []language.Tag{language.English, language.Russian, language.Urdu, language.Und}[lang%4]
		to := func(entente.ID) string { return link }
		for _, p := range []picture{
			chart.Timeline{Language: tag, Width: width, Title: words, IDs: words, Class: words},
			chart.Timeline{Language: tag, Width: width, Period: p, Bare: true},
			chart.Ties{Language: tag, Width: width, Title: words},
			chart.Years{Language: tag, Width: width, A: "FI", B: "SE", First: width},
		} {
			sound(t, draw(t, p, d))
		}
		draw(t, chart.Timeline{Link: to}, d)
	})
}
