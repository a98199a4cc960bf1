package entente_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/entente-go/entente"
)

// Hostile input is made to cost more than its size. It must be read or refused
// with memory in proportion to its size, and not in quadratic time. Of the time,
// the tests only see that they end.

const cites = `"basis": "reported", "cites": [{"source": "s"}]`

// list returns what each writes n times, with commas between.
func list(n int, each func(b *strings.Builder, i int)) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		each(&b, i)
	}
	return b.String()
}

// data returns a file with one source and the members given.
func data(members ...string) string {
	return `{"format": "entente/1", "sources": [{"id": "s"}], ` + strings.Join(members, ", ") + `}`
}

// endless is a reader that never ends.
type endless struct{ text string }

func (e endless) Read(p []byte) (int, error) { return copy(p, e.text), nil }

var full = flag.Bool("full", false, "give hostile input its full size: lists of a million, texts of 50 MB; it takes minutes")

func TestHostileInput(t *testing.T) {
	many, wide, big := 10_000, 3_000, 1<<20
	if *full {
		many, wide, big = 1_000_000, 20_000, 50<<20
	}
	repeat := func(s string) func(*strings.Builder, int) {
		return func(b *strings.Builder, _ int) { b.WriteString(s) }
	}
	numbered := func(format string) func(*strings.Builder, int) {
		return func(b *strings.Builder, i int) { fmt.Fprintf(b, format, i) }
	}
	// linked writes records of which each but the first refers to the one before.
	linked := func(format, member string) func(*strings.Builder, int) {
		return func(b *strings.Builder, i int) {
			link := ""
			if i > 0 {
				link = fmt.Sprintf(`, %q: "x%d"`, member, i-1)
			}
			fmt.Fprintf(b, format, i, link)
		}
	}
	// ring is linked, with the first referring to the last.
	ring := func(n int, format, member string) func(*strings.Builder, int) {
		return func(b *strings.Builder, i int) {
			fmt.Fprintf(b, format, i, fmt.Sprintf(`, %q: "x%d"`, member, (i+n-1)%n))
		}
	}
	nation := func(more string) string { return `"nations": [{"id": "PK", ` + cites + more + `}]` }
	organization := `{"id": "x%d", "name": {"en": "X"}, ` + cites + `%s}`

	tests := []struct {
		name   string
		loader entente.Loader
		input  func() string
		reader io.Reader // instead of input
		is     error     // nil if the input is sound
		bytes  uint64    // how many may be allocated for each byte of input; 0 means 96
		slow   bool      // only with -full
	}{
		{name: "arrays 100,000 deep", input: func() string { return strings.Repeat("[", 100_000) }, is: entente.ErrLimit},
		{name: "objects 100,000 deep", input: func() string { return strings.Repeat(`{"a":`, 100_000) }, is: entente.ErrLimit},
		{name: "arrays 100,000 deep in an unknown member", input: func() string {
			return data(`"x": ` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000))
		}, is: entente.ErrLimit},
		{name: "arrays 100,000 deep in an ignored member", loader: entente.Loader{IgnoreUnknown: true}, input: func() string {
			return data(`"x": ` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000))
		}, is: entente.ErrLimit},
		{name: "arrays 100,000 deep in an ignored member of a record", loader: entente.Loader{IgnoreUnknown: true}, input: func() string {
			return data(nation(`, "x": ` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)))
		}, is: entente.ErrLimit},
		{name: "arrays 100,000 deep without a limit on depth", loader: entente.Loader{IgnoreUnknown: true, Limits: entente.Limits{Depth: -1}}, input: func() string {
			return data(`"x": ` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000))
		}, is: entente.ErrLimit},
		{name: "arrays 100,000 deep for a text", input: func() string {
			return data(nation(`, "name": ` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)))
		}, is: entente.ErrLimit},

		{name: "very many unknown members", input: func() string {
			return data(list(many, numbered(`"m%d": 1`)))
		}, is: entente.ErrLimit},
		{name: "very many unknown members of a record", input: func() string {
			return data(nation(", " + list(many, numbered(`"m%d": 1`))))
		}, is: entente.ErrLimit},
		{name: "very many ignored members", loader: entente.Loader{IgnoreUnknown: true}, input: func() string {
			return data(list(many, numbered(`"m%d": 1`)))
		}},
		{name: "very many problems", input: func() string {
			return data(nation(`, "topics": [` + list(min(20*many, 1_000_000), repeat("7")) + `]`))
		}, is: entente.ErrLimit},
		{name: "very many numbers instead of records", input: func() string {
			return data(`"nations": [` + list(many, repeat("7")) + `]`)
		}, is: entente.ErrLimit},
		{name: "very many empty records", input: func() string {
			return data(`"organizations": [` + list(many, repeat("{}")) + `]`)
		}, is: entente.ErrLimit, bytes: 500},
		{name: "very many dangling references in a list", input: func() string {
			return data(`"partnerships": [{"id": "p", ` + cites + `, "parties": [` + list(many, numbered(`"x%d"`)) + `]}]`)
		}, is: entente.ErrLimit},
		{name: "dangling references that are near to many IDs", input: func() string {
			return data(`"organizations": [`+list(9000, numbered(`{"id": "organization-x%d", "name": {"en": "X"}, `+cites+`}`))+`]`,
				`"partnerships": [{"id": "p", `+cites+`, "parties": [`+list(many, numbered(`"organizatoin-y%d"`))+`]}]`)
		}, is: entente.ErrLimit},
		{name: "very many unknown topics", input: func() string {
			return data(nation(`, "topics": [` + list(many, numbered(`"x%d"`)) + `]`))
		}, is: entente.ErrLimit},
		{name: "very many bad languages", input: func() string {
			return data(nation(`, "name": {` + list(many, numbered(`"english-language-%d": "x"`)) + `}`))
		}, is: entente.ErrLimit},
		{name: "problems at the ends of a long line", input: func() string {
			return data(`"organizations": [` + list(many, numbered(`{"id": "x%d", "name": {"en": "X"}, `+cites+`}`)) + "," + list(2000, repeat("{}")) + `]`)
		}, is: entente.ErrLimit},
		{name: "a thousand problems in a large record", input: func() string {
			return data(nation(`, "topics": [` + list(many, repeat(`"trade"`)) + "," + list(500, numbered(`"x%d"`)) + `]`))
		}, is: entente.ErrLimit},

		{name: "an ID without measure", input: func() string {
			return data(`"organizations": [{"id": "` + strings.Repeat("x", big) + `", "name": {"en": "X"}, ` + cites + `}]`)
		}, is: entente.ErrID},
		{name: "words without measure", input: func() string {
			return data(nation(`, "name": {"en": "` + strings.Repeat("x", big) + `"}`))
		}},
		{name: "a language without measure", input: func() string {
			return data(nation(`, "name": {"` + strings.Repeat("en-", big/3) + `": "x"}`))
		}, is: entente.ErrValue},
		{name: "a source's language without measure", input: func() string {
			return `{"format": "entente/1", "sources": [{"id": "s", "language": "` + strings.Repeat("en-", big/3) + `"}]}`
		}, is: entente.ErrValue},
		{name: "a date without measure", input: func() string {
			return data(nation(`, "when": "` + strings.Repeat("2024/", big/5) + `"`))
		}, is: entente.ErrDate},
		{name: "a number without measure", input: func() string {
			return data(`"nations": [{"id": "PK", "basis": "reported", "cites": [{"source": "s", "paragraphs": [` + strings.Repeat("1", big) + `]}]}]`)
		}, is: entente.ErrRange},
		{name: "the name of a member without measure", input: func() string {
			return data(nation(`, "` + strings.Repeat("x", big) + `": 1`))
		}, is: entente.ErrUnknownMember},
		{name: "escapes without measure", input: func() string {
			return data(nation(`, "name": {"en": "` + strings.Repeat(`\ud800`, big/6) + `"}`))
		}, is: entente.ErrUTF8},
		{name: "a word without measure without quotation marks", input: func() string {
			return data(nation(`, "by": ` + strings.Repeat("x", big)))
		}, is: entente.ErrSyntax},
		{name: "a word without measure that begins as true does", input: func() string {
			return data(nation(`, "by": true` + strings.Repeat("x", big)))
		}, is: entente.ErrSyntax},
		{name: "text that does not end", input: func() string {
			return data(nation(`, "name": {"en": "` + strings.Repeat("x", big)))
		}, is: entente.ErrSyntax},
		{name: "white space without measure", input: func() string { return strings.Repeat(" ", big) }, is: entente.ErrSyntax},
		{name: "a string without measure and no object", input: func() string { return `"` + strings.Repeat("x", big) + `"` }, is: entente.ErrType},

		{name: "very many commas", input: func() string {
			return data(`"nations": [` + strings.Repeat(",", big) + `]`)
		}, is: entente.ErrSyntax},
		{name: "very many commas after white space without measure", input: func() string {
			return data(`"nations": [` + strings.Repeat(" ", big) + strings.Repeat(",", many) + `]`)
		}, is: entente.ErrSyntax},
		{name: "very many comments that do not end", input: func() string {
			return data(`"nations": [` + strings.Repeat("/* x */ /*", big/10) + `]`)
		}, is: entente.ErrSyntax},

		{name: "an endless reader", reader: endless{strings.Repeat("[", 512)}, loader: entente.Loader{Limits: entente.Limits{Bytes: 8 << 20}}, is: entente.ErrLimit},
		{name: "an endless reader of white space", reader: endless{" "}, loader: entente.Loader{Limits: entente.Limits{Bytes: 1 << 20}}, is: entente.ErrLimit},
		{name: "an endless reader under the default limit", reader: endless{strings.Repeat("{", 1<<20)}, is: entente.ErrLimit, slow: true},

		{name: "very many records under a small limit", loader: entente.Loader{Limits: entente.Limits{Records: 10}}, input: func() string {
			return data(`"organizations": [` + list(many, numbered(`{"id": "x%d", "name": {"en": "X"}, `+cites+`}`)) + `]`)
		}, is: entente.ErrLimit},
		{name: "very many sources under a small limit", loader: entente.Loader{Limits: entente.Limits{Records: 10}}, input: func() string {
			return `{"format": "entente/1", "sources": [` + list(many, numbered(`{"id": "x%d"}`)) + `]}`
		}, is: entente.ErrLimit},
		{name: "very many of one ID", input: func() string {
			return data(`"organizations": [` + list(many, repeat(`{"id": "x", "name": {"en": "X"}, `+cites+`}`)) + `]`)
		}, is: entente.ErrDuplicate},
		{name: "very many times the same topic", input: func() string {
			return data(nation(`, "topics": [` + list(many, repeat(`"trade"`)) + `]`))
		}, is: entente.ErrDuplicate},
		{name: "very many times the same party", input: func() string {
			return data(nation(""), `"partnerships": [{"id": "p", `+cites+`, "parties": [`+list(many, repeat(`"PK"`))+`]}]`)
		}, is: entente.ErrDuplicate},
		{name: "very many times the same citation", input: func() string {
			return data(`"nations": [{"id": "PK", "basis": "reported", "cites": [` + list(many, repeat(`{"source": "s"}`)) + `]}]`)
		}, is: entente.ErrDuplicate},
		{name: "very many times the same member", input: func() string {
			return data(nation(", " + list(many, repeat(`"by": "PK"`))))
		}, is: entente.ErrDuplicate},
		{name: "very many members of the file by one name", input: func() string {
			return data(list(many, repeat(`"nations": []`)))
		}, is: entente.ErrDuplicate},
		{name: "very many topics declared and named", input: func() string {
			return data(`"topics": [`+list(many, numbered(`{"id": "x%d"}`))+`]`, nation(`, "topics": [`+list(many, numbered(`"x%d"`))+`]`))
		}},
		{name: "very many parties", input: func() string {
			return data(`"organizations": [`+list(many, numbered(`{"id": "x%d", "name": {"en": "X"}, `+cites+`}`))+`]`,
				`"partnerships": [{"id": "p", `+cites+`, "parties": [`+list(many, numbered(`"x%d"`))+`]}]`)
		}},
		{name: "very many contingents", input: func() string {
			return data(`"organizations": [`+list(many, numbered(`{"id": "x%d", "name": {"en": "X"}, `+cites+`}`))+`]`,
				`"exercises": [{"id": "e", "name": {"en": "E"}, `+cites+`, "contingents": [`+list(many, numbered(`{"organization": "x%d"}`))+`]}]`)
		}},
		{name: "very many postings", input: func() string {
			return data(`"organizations": [`+list(many, numbered(`{"id": "x%d", "name": {"en": "X"}, `+cites+`}`))+`]`,
				`"officials": [{"id": "e", "name": {"en": "E"}, `+cites+`, "postings": [`+list(many, numbered(`{"organization": "x%d"}`))+`]}]`)
		}},
		{name: "very many sources cited", input: func() string {
			return `{"format": "entente/1", "sources": [` + list(many, numbered(`{"id": "x%d"}`)) + `],
				"nations": [{"id": "PK", "basis": "reported", "cites": [` + list(many, numbered(`{"source": "x%d"}`)) + `]}]}`
		}},
		{name: "very many statements at a very large meeting", input: func() string {
			return data(`"organizations": [`+list(wide, numbered(`{"id": "x%d", "name": {"en": "X"}, `+cites+`}`))+`]`,
				`"meetings": [{"id": "m", `+cites+`, "attendees": [`+list(wide, numbered(`{"actor": "x%d"}`))+`]}]`,
				`"statements": [`+list(wide, numbered(`{"id": "s%d", "basis": "attributed", "cites": [{"source": "s"}], "speakers": ["x0"], "gist": {"en": "X"}, "meeting": "m"}`))+`]`)
		}, is: entente.ErrLimit},
		{name: "very many assessments of an exercise of one nation, very many times", input: func() string {
			return data(nation(""), `"exercises": [{"id": "e", "name": {"en": "E"}, `+cites+`, "contingents": [`+list(wide, repeat(`{"nation": "PK"}`))+`]}]`,
				`"assessments": [`+list(wide, numbered(`{"id": "a%d", "basis": "assessed", "cites": [{"source": "s"}], "gist": {"en": "X"}, "modality": "unhedged", "about": "e"}`))+`]`)
		}, is: entente.ErrLimit},
		{name: "very many statements of an official of very many postings", input: func() string {
			return data(`"organizations": [`+list(wide, numbered(`{"id": "x%d", "name": {"en": "X"}, `+cites+`}`))+`]`,
				`"officials": [{"id": "o", "name": {"en": "O"}, `+cites+`, "postings": [`+list(wide, numbered(`{"organization": "x%d"}`))+`]}]`,
				`"statements": [`+list(wide, numbered(`{"id": "s%d", "basis": "attributed", "cites": [{"source": "s"}], "speakers": ["o"], "gist": {"en": "X"}}`))+`]`)
		}, is: entente.ErrLimit},
		{name: "a chain of very many organizations", input: func() string {
			return data(`"organizations": [` + list(many, linked(organization, "parent")) + `]`)
		}, is: entente.ErrLimit},
		{name: "a ring of very many organizations", input: func() string {
			return data(`"organizations": [` + list(many, ring(many, organization, "parent")) + `]`)
		}, is: entente.ErrCycle},
		{name: "a chain of very many sources", input: func() string {
			return `{"format": "entente/1", "sources": [` + list(many, linked(`{"id": "x%d"%s}`, "reprints")) + `],
				"nations": [{"id": "PK", "basis": "reported", "cites": [` + list(many, numbered(`{"source": "x%d"}`)) + `]}]}`
		}, is: entente.ErrLimit},
		{name: "a ring of very many sources", input: func() string {
			return `{"format": "entente/1", "sources": [` + list(many, ring(many, `{"id": "x%d"%s}`, "reprints")) + `]}`
		}, is: entente.ErrCycle},
		{name: "a chain of very many topics", input: func() string {
			return data(`"topics": [` + list(many, linked(`{"id": "x%d"%s}`, "broader")) + `]`)
		}, is: entente.ErrLimit},
		{name: "a ring of very many topics", input: func() string {
			return data(`"topics": [` + list(many, ring(many, `{"id": "x%d"%s}`, "broader")) + `]`)
		}, is: entente.ErrCycle},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.slow && !*full {
				t.Skip("it takes gigabytes; see -full")
			}
			var input string
			r := test.reader
			size := uint64(1 << 30)
			if test.loader.Limits.Bytes > 0 {
				size = uint64(test.loader.Limits.Bytes)
			}
			if r == nil {
				input = test.input()
				size = uint64(len(input))
				r = strings.NewReader(input)
			}
			perByte := test.bytes
			if perByte == 0 {
				perByte = 96 // a source written in forty bytes takes hundreds, and is read twice
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			d, err := test.loader.Decode("hostile.json", r)
			runtime.ReadMemStats(&after)
			if allowed, used := size*perByte+64<<20, after.TotalAlloc-before.TotalAlloc; used > allowed {
				t.Errorf("%d MB allocated for %d MB of input; %d allowed", used>>20, size>>20, allowed>>20)
			}
			switch {
			case test.is == nil && err != nil:
				t.Fatalf("%.2000v", err)
			case test.is == nil:
				if d == nil {
					t.Error("no dataset")
				}
				return
			case !errors.Is(err, test.is):
				t.Fatalf("error %.2000v; want %v", err, test.is)
			}
			var problems entente.Problems
			if !errors.As(err, &problems) || len(problems) > 1001 {
				t.Fatalf("%d problems", len(problems))
			}
			if len(problems) == 1001 {
				if last := problems[1000]; !errors.Is(last, entente.ErrLimit) || !strings.Contains(last.Error(), "more than 1000 problems") {
					t.Errorf("the last of 1001 problems is %v", last)
				}
			}
			for _, p := range problems {
				if len(p.Error()) > 2000 {
					t.Errorf("a problem of %d bytes: %.200v…", len(p.Error()), p)
				}
			}
		})
	}
}

// Values that are odd are refused with their place, or accepted for a reason that
// data/README.md gives.
func TestOddValues_AreRefusedOrAccepted(t *testing.T) {
	t.Parallel()
	nation := func(more string) string { return data(`"nations": [{"id": "PK", ` + cites + more + `}]`) }
	exercise := func(more string) string { return data(`"exercises": [{"id": "e", ` + cites + more + `}]`) }
	for _, c := range []struct {
		name, input string
		is          error // nil if the input is accepted
	}{
		{"a claim about the ID", exercise(`, "claims": [{"member": "id", "value": "f", "cites": [{"source": "s"}]}]`), entente.ErrValue},
		{"a claim about no time", exercise(`, "claims": [{"member": "when", "value": "last week", "cites": [{"source": "s"}]}]`), entente.ErrDate},
		{"a blank abbreviation", data(`"organizations": [{"id": "o", "name": {"en": "O"}, ` + cites + `, "abbreviation": {"en": "\u2003"}}]`), entente.ErrEmpty},
		{"a blank hedge", data(`"assessments": [{"id": "a", "gist": {"en": "x"}, "modality": "likely", "hedge": "\u200b",
			"basis": "assessed", "cites": [{"source": "s"}]}]`), entente.ErrEmpty},
		{"a blank locator", data(`"nations": [{"id": "PK", "basis": "reported", "cites": [{"source": "s", "locator": " "}]}]`), entente.ErrEmpty},
		{"an army of all numbers", exercise(`, "contingents": [{"nation": "PK", "strength": 9223372036854775807}]`), entente.ErrRange},
		{"a paragraph of no text", data(`"nations": [{"id": "PK", "basis": "reported", "cites": [{"source": "s", "paragraphs": [1000000000000000000]}]}]`), entente.ErrRange},
		{"a script for an address", `{"format": "entente/1", "sources": [{"id": "s", "url": "javascript:alert(1)"}]}`, entente.ErrValue},
		{"coverage of everything", data(`"coverage": [{}]`), nil},
		{"words of no language", nation(`, "name": {"und": "x"}`), nil},
		{"less than nothing", exercise(`, "contingents": [{"nation": "PK", "strength": -0}]`), nil},
		{"two unknown contingents", exercise(`, "contingents": [{"unidentified": true}, {"unidentified": true}]`), nil},
		{"a name that is an alias", exercise(`, "name": {"en": "x"}, "aliases": {"en": ["x"]}`), nil},
		{"a distant year", exercise(`, "when": "9999", "status": "held"`), nil},
	} {
		_, err := entente.Decode("f", strings.NewReader(c.input))
		if (err != nil) != (c.is != nil) || !errors.Is(err, c.is) {
			t.Errorf("%s: %v; want %v", c.name, err, c.is)
		}
		var problems entente.Problems
		if errors.As(err, &problems); c.is != nil && (len(problems) != 1 || problems[0].Line == 0) {
			t.Errorf("%s: %d problems, or no place: %v", c.name, len(problems), err)
		}
	}
}

// SECURITY.md says which tests hold a promise; a name that ends in … is a beginning.
func TestSecurity_NamesTestsThatExist(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, pattern := range []string{"*_test.go", "examples/*/*_test.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tests.Write(text)
		}
	}
	names := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z_]+)(…?)`").FindAllStringSubmatch(string(page), -1)
	for _, name := range names {
		end := "("
		if name[2] != "" {
			end = ""
		}
		if !strings.Contains(tests.String(), "\nfunc "+name[1]+end) {
			t.Errorf("there is no test %s", name[1])
		}
	}
	if len(names) < 20 {
		t.Errorf("only %d tests are named", len(names))
	}
}
