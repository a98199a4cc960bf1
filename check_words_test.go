package entente

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFaultOf_LetsScriptsJoin(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "Friendship", "Дружба", "الفاظ", "می\u200cخواهم", "ක්\u200dෂ", "👨\u200d👩\u200d👧", "❤\ufe0f",
		"\u200eleft", "\u2067الفاظ\u2069 and \u2068x \u202bو\u202c\u2069", "\u2067\u202bو\u202ax\u2069", "\u2067\u2066x\u2069\u2069",
		"\u202b\u2066x\u2069\u202c", "\u202b\u202ax\u202c\u202c", "“quoted” – it’s…", "人民", "a\u00a0b", "\ufffd",
	} {
		if fault := faultOf(s, oneLine); fault != nil {
			t.Errorf("%+q: %v", s, fault)
		}
	}
	for _, s := range []string{
		"\x00", "a\x7f", "\u0085", "\u009b31m", "\u2028", "\u202ea\u202c", "\u2066", "\u202a\u2069", "\u2066\u202c\u2069",
		"a\u200cb", "\u200d", "б\u200dб", "\ufeff", "\ufdd0", "\U0001ffff", "\U000e0041", "\ufff9", "\u206a", "\xff", "a\nb", "a\tb",
	} {
		if faultOf(s, oneLine) == nil {
			t.Errorf("%+q passes", s)
		}
	}
	for s, want := range map[string]string{
		"\u2067\u202bx\u2069\u202c": "U+202C closes what was not opened", "\u2067x\u2069\u2069": "U+2069 closes what was not opened", "\u2066\u202bx\u202c\u202c": "U+202C closes what was not opened",
		"\u2066a\u2069\u202bb": "U+202B changes", "\u202a\u202bx\u202c": "U+202A changes", "\u202a\u2067x\u2069": "U+202A changes",
		"\u2067\u202bx": "U+2067 changes", "\xc3": "not valid UTF-8", "\xc3a": "not valid UTF-8", "\xe0\xa0": "not valid UTF-8", "é\xc3\xc3\xa9": "not valid UTF-8",
	} {
		if fault := faultOf(s, oneLine); fault == nil || !strings.HasPrefix(fault.problem, want) {
			t.Errorf("%+q: %v, want %q", s, fault, want)
		}
	}
	if fault := faultOf("two\r\nlines\tand a tab\vand\fevery\u0085other\u2028line\u2029break", asItWas); fault != nil {
		t.Error(fault)
	}
	if faultOf("\x1b", asItWas) == nil {
		t.Error("an escape passes in a value of extra")
	}
}

// A fault is found at each place among the bytes that are looked at together.
func TestFaultOf_LooksAtEveryByte(t *testing.T) {
	t.Parallel()
	for n := 1; n < 20; n++ {
		for i := range n {
			for _, c := range []string{"\x00", "\x1f", "\x7f", "\x80"} {
				for _, rest := range []string{"a", "~", "0"} {
					s := strings.Repeat(rest, i) + c + strings.Repeat(rest, n-1-i)
					if faultOf(s, oneLine) == nil {
						t.Errorf("%+q passes", s)
					}
				}
			}
			for _, c := range []string{" ", "~", "\u00a0"} {
				s := strings.Repeat("a", i) + c + strings.Repeat(" ", n-1-i)
				if fault := faultOf(s, oneLine); fault != nil {
					t.Errorf("%+q: %v", s, fault)
				}
			}
		}
	}
}

// rangesOf returns the ranges of the characters for which what returns each
// string that is not empty.
func rangesOf(what func(r rune) string) map[string]string {
	ranges := make(map[string]string)
	last, first := "", rune(0)
	for r := rune(0); r <= unicode.MaxRune+1; r++ {
		now := ""
		if r <= unicode.MaxRune {
			now = what(r)
		}
		if now == last {
			continue
		}
		if last != "" {
			ranges[last] = strings.TrimSpace(fmt.Sprintf("%s %X-%X", ranges[last], first, r-1))
		}
		last, first = now, r
	}
	return ranges
}

func TestFaultOf_KnowsEachCharacter(t *testing.T) {
	t.Parallel()
	got := rangesOf(func(r rune) string {
		fault := faultOf(string(r), oneLine)
		if fault == nil || !utf8.ValidRune(r) {
			return ""
		}
		return strings.ReplaceAll(fault.problem, codePoint(r), "U") + "; " + fault.hint
	})
	none := "FDD0-FDEF"
	for plane := range 17 {
		none += fmt.Sprintf(" %X-%X", plane<<16+0xfffe, plane<<16+0xffff)
	}
	want := map[string]string{
		"U is not a character; leave it out":                                                none,
		"the control character U; leave it out":                                             "0-8 E-1F 7F-84 86-9F",
		"a tab in the text; write a space":                                                  "9-9",
		"a line break in the text; write a space":                                           "A-A D-D",
		"a line break, U, in the text; write a space":                                       "B-C 85-85 2028-2029",
		"the joiner U follows no letter that it can join; leave it out":                     "200C-200D",
		"U changes the direction of writing and is never closed; leave it out, or close it": "202A-202B 2066-2068",
		"U closes what was not opened; leave it out":                                        "202C-202C 2069-2069",
		"U overrides the order of characters; leave it out":                                 "202D-202E",
		"the invisible character U; leave it out":                                           "206A-206F FFF9-FFFB E0000-E007F",
		"the byte order mark U in the text; leave it out":                                   "FEFF-FEFF",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	for r, want := range map[rune]string{0: "U+0000", 0x1b: "U+001B", 0xfeff: "U+FEFF", 0x1ffff: "U+1FFFF", 0x10ffff: "U+10FFFF"} {
		if got := codePoint(r); got != want {
			t.Errorf("%d is %s, want %s", r, got, want)
		}
	}
}

func TestIsInvisible_KnowsEachCharacter(t *testing.T) {
	t.Parallel()
	got := rangesOf(func(r rune) string {
		if isInvisible(r) {
			return "invisible"
		}
		return ""
	})
	want := map[string]string{"invisible": "AD-AD 34F-34F 61C-61C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F " +
		"2800-2800 3164-3164 FE00-FE0F FEFF-FEFF FFA0-FFA0 FFF9-FFFB E0000-E0FFF"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for s, want := range map[string]bool{
		"": true, " ": true, "\t\u00a0\u2003": true, "\u200b\u2060": true, "\U000e0020\U000e0020": true, "!": false, "~": false, "\x7f": false, " a": false,
		"\u200ba": false, "é": false, "\u00a0é": false, "\U000e0020\U000e0020🚀": false, "\xff": false,
	} {
		if isBlank(s) != want || isBlank([]byte(s)) != want {
			t.Errorf("%+q is blank: %v", s, !want)
		}
	}
}

func TestAsWords_QuotesWhatCannotBePrinted(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"": "", "Дружба VII": "Дружба VII", `"x"`: `"x"`, "می\u200cخواهم": "می\u200cخواهم", "👨\u200d👩": "👨\u200d👩", "a\ufffdb": "a\ufffdb",
		"a\xff": `"a\xff"`, "\ufffd\xff": `"�\xff"`, "a\nb": `"a\nb"`, "\u200b": `"\u200b"`, "\u200e": `"\u200e"`,
	} {
		if got := asWords(s); got != want {
			t.Errorf("%+q is %s, want %s", s, got, want)
		}
	}
}

func TestAddressFault_TakesPagesAlone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"example.org", "example.org/a:b", "example.org:8080/x", "https://example.org", "HTTP://example.org/?q=a@b",
		"http://localhost:8080/x", "https://[::1]/x", "https://пример.рф/п", "web.archive.org/web/2024/https://example.org/",
	} {
		if what, _ := addressFault(s); what != "" {
			t.Errorf("%q%s", s, what)
		}
	}
	for _, s := range []string{
		"javascript:alert(1)", "JavaScript://example.org/%0aalert(1)", "data:text/html,x", "vbscript:x.y", "file:///etc/x",
		"//example.org/x", "https:example.org", "https://", "https://:80/", "mailto:a@b.c", "a@b.c", "page", "/page", "example.org:",
		"https://a@example.org/", "https://example.org/ x", `https:\\example.org`, ".org", "example.",
	} {
		if what, _ := addressFault(s); what == "" {
			t.Errorf("%q passes", s)
		}
	}
}

// What Go code made may hold anything, and a file may be called anything.
func TestStrings_PrintNothingRaw(t *testing.T) {
	t.Parallel()
	const raw = "a\x1b[31m\u009b\u202e\ufeff\xff\n"
	var text Text
	var names Names
	printed := map[string]string{
		"record": Exercise{Fact: Fact{ID: raw}, Name: English(raw)}.String(),
		"match":  Match{ID: raw, Name: raw, Kind: KindNation}.String(),
		"problem": (&Problem{File: raw, Line: 1, Record: raw, Pointer: raw, Message: "m",
			Err: ErrValue}).Error(),
		"conflict": (&Conflict{A: ConflictSide{Title: English(raw), Edition: Edition{Version: raw}, Value: raw}}).Error(),
	}
	for name, data := range map[string]string{"text": "{\"\u009b\u202e\": \"x\"}", "words": "\"\u009b\u202e\"", "invalid": "\"\xff\""} {
		if err := json.Unmarshal([]byte(data), &text); err != nil {
			printed[name] = err.Error()
		}
		if err := json.Unmarshal([]byte(data), &names); err != nil {
			printed[name+" of names"] = err.Error()
		}
	}
	for name, s := range printed {
		if strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) || strings.ToValidUTF8(s, "") != s {
			t.Errorf("%s prints %+q", name, s)
		}
	}
	if got := English(raw).String(); got != raw {
		t.Errorf("a text is no longer its words: %q", got)
	}
	if got, want := (Nation{Fact: Fact{ID: "IR"}, Name: English("می\u200cخواهم")}).String(), "nation IR (می\u200cخواهم)"; got != want {
		t.Errorf("got %+q, want %+q", got, want)
	}
}
