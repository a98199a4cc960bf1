package entente_test

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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
	size := 300_000 // where the ratios are those of larger inputs
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
	var paragraphs error
	if *full {
		paragraphs = entente.ErrRange // there are more than a million
	}
	tests := []struct {
		name, input string
		is          error // nil if the input is sound
	}{
		{"coverage", filled(`"coverage":[`, "]", bare(`{}`)), entente.ErrDuplicate},
		{"coverage of one kind", filled(`"coverage":[`, "]", bare(`{"kinds":["bloc"]}`)), nil},
		{"sources", filled(`"sources":[`, "]", numbered(`{"id":"%s"}`)), nil},
		{"chains of sources", filled(`"sources":[`, "]", chained(`{"id":"%s"%s}`, "reprints")), nil},
		{"topics", filled(`"topics":[`, "]", numbered(`{"id":"%s"}`)), nil},
		{"chains of topics", filled(`"topics":[`, "]", chained(`{"id":"%s"%s}`, "broader")), nil},
		{"authors", filled(`"authors":[`, "]", numbered(`"%s"`)), nil},
		{"extra", filled(`"extra":{`, "}", numbered(`"%s":""`)), nil},
		{"the title in languages", filled(`"title":{`, "}", func(i int) string { return fmt.Sprintf(`"x-a%d":"x"`, i) }), nil},
		{"postings", filled(s+`"organizations":[{"id":"o","name":{"en":"O"},`+ground+`}],
			"officials":[{"id":"p","name":{"en":"P"},`+ground+`,"postings":[`, "]}]", numbered(`{"organization":"o","rank":{"en":"%s"}}`)), nil},
		{"dated postings", filled(s+`"organizations":[{"id":"o","name":{"en":"O"},`+ground+`}],
			"officials":[{"id":"p","name":{"en":"P"},`+ground+`,"postings":[`, "]}]", numbered(`{"rank":{"en":"%s"},"period":"2024"}`)), nil},
		{"contingents", filled(s+`"exercises":[{"id":"e",`+ground+`,"contingents":[`, "]}]", bare(`{"nation":"PK"}`)), nil},
		{"unidentified contingents", filled(s+`"exercises":[{"id":"e",`+ground+`,"contingents":[`, "]}]", bare(`{"unidentified":true}`)), nil},
		{"places", filled(s+`"exercises":[{"id":"e",`+ground+`,"places":[`, "]}]", bare(`{"nation":"PK"}`)), nil},
		{"forms", filled(s+`"exercises":[{"id":"e",`+ground+`,"forms":[`, "]}]", bare(`"field"`)), entente.ErrDuplicate},
		{"citations", filled(nation+`"cites":[`, "]}]", numbered(`{"source":"s","locator":"%s"}`)), nil},
		{"paragraphs", filled(nation+`"cites":[{"source":"s","paragraphs":[`, "]}]}]", func(i int) string { return fmt.Sprint(i + 1) }), paragraphs},
		{"claims", filled(nation+`"cites":[{"source":"s"}],"claims":[`, "]}]", numbered(`{"member":"name","words":{"en":"%s"},"cites":[{"source":"s"}]}`)), nil},
		{"identifiers", filled(nation+`"cites":[{"source":"s"}],"identifiers":[`, "]}]", numbered(`{"scheme":"s","value":"%s"}`)), nil},
		{"organizations", filled(s+`"organizations":[`, "]", numbered(`{"id":"%s","name":{"en":"X"},`+ground+`}`)), nil},
		{"chains of organizations", filled(s+`"organizations":[`, "]", chained(`{"id":"%s","name":{"en":"X"},`+ground+`%s}`, "parent")), nil},
		{"partnerships", filled(s+`"partnerships":[`, "]", numbered(`{"id":"%s","parties":["PK","RU"],`+ground+`}`)), nil},
		{"meetings", filled(s+`"meetings":[`, "]", numbered(`{"id":"%s","attendees":[{"actor":"PK"},{"actor":"RU"}],`+ground+`}`)), nil},
		{"exercises", filled(s+`"exercises":[`, "]", numbered(`{"id":"%s",`+ground+`}`)), nil},
		{"statements at a large meeting", filled(s+`"organizations":[`+list(40, func(b *strings.Builder, i int) {
			fmt.Fprintf(b, `{"id":"x%d","name":{"en":"X"},`+ground+`}`, i)
		})+`],"meetings":[{"id":"the-meeting","attendees":[`+list(40, func(b *strings.Builder, i int) { fmt.Fprintf(b, `{"actor":"x%d"}`, i) })+`],`+ground+`}],"statements":[`,
			"]", numbered(`{"id":"%s","speakers":["x0"],"gist":{"en":"x"},"meeting":"the-meeting","basis":"attributed","cites":[{"source":"s"}]}`)), nil},
		{"topics of a record", filled(`"topics":[`+list(size/15, func(b *strings.Builder, i int) { fmt.Fprintf(b, `{"id":"%s"}`, short(i)) })+`],`+
			nation+`"cites":[{"source":"s"}],"topics":[`, `]}]`, func(i int) string { return `"` + short(i%(size/15)) + `"` }), nil},
	}
	// Garbage is to be collected as it arises, so that what the heap holds is what is in use.
	defer debug.SetGCPercent(debug.SetGCPercent(5))
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := float64(len(test.input))
			before := heap()
			var d *entente.Dataset
			var err error
			peak := float64(peakHeap(func() { d, err = entente.Decode("hostile.json", strings.NewReader(test.input)) })-before) / n
			held := float64(heap()-before) / n
			peak = max(peak, held) // the heap is looked at now and then
			t.Logf("%.1f bytes held for each byte of input, and %.1f at the peak", held, peak)
			switch {
			case (err != nil) != (test.is != nil) || !errors.Is(err, test.is):
				t.Fatalf("error %.500v; want %v", err, test.is)
			case err == nil && (held > mostHeld || peak > mostPeak):
				t.Errorf("want at most %d and %d", mostHeld, mostPeak)
			}
			runtime.KeepAlive(d)
		})
	}
}

// heap returns how many bytes are in use.
func heap() int64 {
	runtime.GC()
	return heapNow()
}

func heapNow() int64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return int64(s[0].Value.Uint64())
}

// peakHeap calls f, and returns the most that the heap held meanwhile.
func peakHeap(f func()) int64 {
	done, result := make(chan bool), make(chan int64)
	go func() {
		peak := int64(0)
		for {
			peak = max(peak, heapNow())
			select {
			case <-done:
				result <- peak
				return
			case <-time.After(100 * time.Microsecond):
			}
		}
	}()
	f()
	close(done)
	return <-result
}
