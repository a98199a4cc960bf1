package brief

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"
)

// visual returns the words of a line as a reader sees them, from left to right,
// by the reordering of golang.org/x/text.
func visual(t *testing.T, s string, rtl bool) string {
	t.Helper()
	dir := bidi.LeftToRight
	if rtl {
		dir = bidi.RightToLeft
	}
	var p bidi.Paragraph
	if _, err := p.SetString(s, bidi.DefaultDirection(dir)); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range order.NumRuns() {
		r := order.Run(i)
		if r.Direction() == bidi.RightToLeft {
			b.WriteString(bidi.ReverseString(r.String()))
		} else {
			b.WriteString(r.String())
		}
	}
	return strings.NewReplacer(isolate, "", endIsolate, "").Replace(b.String())
}

// Isolates are left out only where the order is the same without them.
func TestJoinPieces_KeepsTheOrder(t *testing.T) {
	for _, tt := range []struct {
		l    line
		rtl  bool
		want int // isolates
	}{
		{line{{words: "اکتوبر 2024 میں", lang: language.Urdu}}, true, 0},
		{line{{words: "13 اکتوبر 2024", lang: language.Urdu}}, true, 0},
		{line{{words: "سرخی 6, 12, 13", lang: language.Urdu}}, true, 0},
		{line{{words: "پاک فضائیہ PAF کا", lang: language.Urdu}}, true, 0},
		{line{{words: "مشق Druzhba VII جاری", lang: language.Urdu}}, true, 0},
		{line{{words: "PAF کا", lang: language.Urdu}}, true, 1},
		{line{{words: "مشق PAF, Navy ہے", lang: language.Urdu}}, true, 1},
		{line{{words: "مشق PAF 12 ہے", lang: language.Urdu}}, true, 1},
		{line{{words: "مشق (PAF) ہے", lang: language.Urdu}}, true, 0},
		{line{{words: "مشق PAF [12] ہے", lang: language.Urdu}}, true, 1},
		{line{{words: "ہے 12th Wing ہے", lang: language.Urdu}}, true, 1},
		{line{{words: "مشق ", lang: language.Urdu}, {words: "Ministry of Defence.", lang: language.English}, {words: " ہے", lang: language.Urdu}}, true, 1},
		{line{{words: "the پاک فوج of", lang: language.English}}, false, 0},
		{line{{words: "پاک فوج of", lang: language.English}}, false, 1},
		{line{{words: "the پاک فوج 12 of", lang: language.English}}, false, 1},
		{line{{words: "the پاک فوج, ", lang: language.English}, {words: "پاک", lang: language.Urdu}, {words: " of", lang: language.English}}, false, 1},
		{line{{words: "of ٦ and", lang: language.English}}, false, 0},
		{line{{words: "the فوج", lang: language.English}}, false, 0},
	} {
		all := tt.l.appendPieces(nil, tt.rtl)
		joined := append([]piece{}, all...)
		joinPieces(joined, tt.rtl)
		a, b := written(all), written(joined)
		if got := strings.Count(b, isolate); got != tt.want {
			t.Errorf("%q: %d isolates, want %d", tt.l.text(), got, tt.want)
		}
		if va, vb := visual(t, a, tt.rtl), visual(t, b, tt.rtl); va != vb {
			t.Errorf("%q: %q, and %q with fewer isolates", tt.l.text(), va, vb)
		}
	}
}

// Any mixture of words, numbers and marks, in both directions.
func TestJoinPieces_KeepsTheOrderOfMixtures(t *testing.T) {
	tokens := []string{"پاک", "فوج", "PAF", "Druzhba", "12", "6", "۷", " ", " ", ", ", "،", "-", ".", "/", "%", "فوّج"}
	random := rand.New(rand.NewPCG(1, 2))
	needed := 0
	for range 20000 {
		rtl := random.IntN(2) == 0
		start, lang := "Base ", language.English
		if rtl {
			start, lang = "ہے ", language.Urdu
		}
		words := start
		for range random.IntN(8) {
			words += tokens[random.IntN(len(tokens))]
		}
		all := line{{words: words, lang: lang}}.appendPieces(nil, rtl)
		joined := append([]piece{}, all...)
		joinPieces(joined, rtl)
		a, b := written(all), written(joined)
		if va, vb := visual(t, a, rtl), visual(t, b, rtl); va != vb {
			t.Fatalf("%q: %q, and %q with fewer isolates", words, a, b)
		}
		needed += strings.Count(b, isolate)
	}
	if want := 2320; needed != want {
		t.Errorf("%d isolates, want %d; fewer are better, as long as the order is kept", needed, want)
	}
}

func written(list []piece) string {
	var b strings.Builder
	for _, p := range list {
		if p.isolated {
			b.WriteString(isolate + p.words + endIsolate)
		} else {
			b.WriteString(p.words)
		}
	}
	return b.String()
}
