package entente

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
)

func TestFaultOf_LetsScriptsJoin(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "Friendship", "Дружба", "الفاظ", "می\u200cخواهم", "ක්\u200dෂ", "👨\u200d👩\u200d👧", "❤\ufe0f",
		"\u200eleft", "\u2067الفاظ\u2069 and \u2068x \u202bو\u202c\u2069", "“quoted” – it’s…", "人民", "a\u00a0b", "\ufffd",
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
	if fault := faultOf("two\r\nlines\tand a tab", asItWas); fault != nil {
		t.Error(fault)
	}
	if faultOf("\x1b", asItWas) == nil {
		t.Error("an escape passes in a value of extra")
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
