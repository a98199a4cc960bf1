package entente_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente"
)

// Accepted input above a megabyte may hold so many bytes of memory for each of
// its own, and take so many while it is read.
const (
	mostHeld = 24
	mostPeak = 48
)

// short returns IDs that are as short as they can be.
func short(i int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	id := ""
	for ; i >= 0; i = i/26 - 1 {
		id = string(letters[i%26]) + id
	}
	return id
}

func TestMemory_IsBoundedByTheInput(t *testing.T) {
	size := 1_100_000
	if *full {
		size = 12_000_000
	}
	// filled repeats what each writes until the input has its size.
	filled := func(before, after string, each func(i int) string) string {
		var b strings.Builder
		b.WriteString(`{"format":"entente/1",` + before)
		for i := 0; b.Len() < size; i++ {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(each(i))
		}
		b.WriteString(after + "}")
		return b.String()
	}
	const s = `"sources":[{"id":"s"}],`
	const ground = `"basis":"reported","cites":[{"source":"s"}]`
	const nation = s + `"nations":[{"id":"PK","basis":"reported",`
	bare := func(text string) func(int) string { return func(int) string { return text } }
	numbered := func(format string) func(int) string {
		return func(i int) string { return fmt.Sprintf(format, short(i)) }
	}
	// chained writes entries, 100 of which are a chain.
	chained := func(format, member string) func(int) string {
		return func(i int) string {
			link := ""
			if i%100 != 0 {
				link = fmt.Sprintf(`,%q:"%s"`, member, short(i-1))
			}
			return fmt.Sprintf(format, short(i), link)
		}
	}
	tests := []struct{ name, input string }{
		{"coverage", filled(`"coverage":[`, "]", bare(`{}`))},
		{"coverage of one kind", filled(`"coverage":[`, "]", bare(`{"kinds":["bloc"]}`))},
		{"sources", filled(`"sources":[`, "]", numbered(`{"id":"%s"}`))},
		{"chains of sources", filled(`"sources":[`, "]", chained(`{"id":"%s"%s}`, "reprints"))},
		{"topics", filled(`"topics":[`, "]", numbered(`{"id":"%s"}`))},
		{"chains of topics", filled(`"topics":[`, "]", chained(`{"id":"%s"%s}`, "broader"))},
		{"authors", filled(`"authors":[`, "]", bare(`"a"`))},
		{"extra", filled(`"extra":{`, "}", numbered(`"%s":""`))},
		{"the title in languages", filled(`"title":{`, "}", func(i int) string { return fmt.Sprintf(`"x-a%d":"x"`, i) })},
		{"postings", filled(s+`"organizations":[{"id":"o","name":{"en":"O"},`+ground+`}],
			"officials":[{"id":"p","name":{"en":"P"},`+ground+`,"postings":[`, "]}]", bare(`{"organization":"o"}`))},
		{"dated postings", filled(s+`"organizations":[{"id":"o","name":{"en":"O"},`+ground+`}],
			"officials":[{"id":"p","name":{"en":"P"},`+ground+`,"postings":[`, "]}]", bare(`{"rank":{"x":"x"},"period":"2"}`))},
		{"contingents", filled(s+`"exercises":[{"id":"e",`+ground+`,"contingents":[`, "]}]", bare(`{"nation":"PK"}`))},
		{"unidentified contingents", filled(s+`"exercises":[{"id":"e",`+ground+`,"contingents":[`, "]}]", bare(`{"unidentified":true}`))},
		{"places", filled(s+`"exercises":[{"id":"e",`+ground+`,"places":[`, "]}]", bare(`{"nation":"PK"}`))},
		{"forms", filled(s+`"exercises":[{"id":"e",`+ground+`,"forms":[`, "]}]", bare(`"field"`))},
		{"citations", filled(nation+`"cites":[`, "]}]", bare(`{"source":"s"}`))},
		{"paragraphs", filled(nation+`"cites":[{"source":"s","paragraphs":[`, "]}]}]", func(i int) string { return fmt.Sprint(i + 1) })},
		{"claims", filled(nation+`"cites":[{"source":"s"}],"claims":[`, "]}]", bare(`{"member":"when","value":"2024","cites":[{"source":"s"}]}`))},
		{"identifiers", filled(nation+`"cites":[{"source":"s"}],"identifiers":[`, "]}]", numbered(`{"scheme":"s","value":"%s"}`))},
		{"organizations", filled(s+`"organizations":[`, "]", numbered(`{"id":"%s","name":{"en":"X"},`+ground+`}`))},
		{"chains of organizations", filled(s+`"organizations":[`, "]", chained(`{"id":"%s","name":{"en":"X"},`+ground+`%s}`, "parent"))},
		{"partnerships", filled(s+`"partnerships":[`, "]", numbered(`{"id":"%s","parties":["PK","RU"],`+ground+`}`))},
		{"meetings", filled(s+`"meetings":[`, "]", numbered(`{"id":"%s","attendees":[{"actor":"PK"},{"actor":"RU"}],`+ground+`}`))},
		{"exercises", filled(s+`"exercises":[`, "]", numbered(`{"id":"%s",`+ground+`}`))},
		{"statements at a large meeting", filled(s+`"organizations":[`+list(300, func(b *strings.Builder, i int) {
			fmt.Fprintf(b, `{"id":"x%d","name":{"en":"X"},`+ground+`}`, i)
		})+`],"meetings":[{"id":"m","attendees":[`+list(300, func(b *strings.Builder, i int) { fmt.Fprintf(b, `{"actor":"x%d"}`, i) })+`],`+ground+`}],"statements":[`,
			"]", numbered(`{"id":"%s","speakers":["x0"],"gist":{"x":"x"},"meeting":"m","basis":"attributed","cites":[{"source":"s"}]}`))},
		{"topics of a record", filled(`"topics":[`+list(size/20, func(b *strings.Builder, i int) { fmt.Fprintf(b, `{"id":"%s"}`, short(i)) })+`],`+
			nation+`"cites":[{"source":"s"}],"topics":[`, `]}]`, func(i int) string { return `"` + short(i%(size/20)) + `"` })},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := float64(len(test.input))
			start := time.Now()
			before := heapNow()
			r := strings.NewReader(test.input)
			d, err := (&entente.Loader{}).Decode("hostile.json", r)
			if err != nil {
				t.Logf("refused: %.200v", err)
				return
			}
			var m runtime.MemStats
			took := time.Since(start)
			held := float64(heapNow()-before) / n
			runtime.ReadMemStats(&m)
			t.Logf("%.1f held, %v", held, took)
			_ = m
			runtime.KeepAlive(d)
			if held > mostHeld {
				t.Errorf("%.1f bytes held for each byte of input; want at most %d", held, mostHeld)
			}
		})
	}
}

// heapNow returns how many bytes are held.
func heapNow() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
