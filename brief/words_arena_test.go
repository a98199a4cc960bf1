package brief

import (
	"testing"

	"golang.org/x/text/language"
)

// Lines taken before a mark stay as they are, whatever is taken after it, and the
// room after the mark is used again.
func TestArena_ReleasesWhatWasTakenSinceTheMark(t *testing.T) {
	for _, n := range []int{1, firstChunk - 1, firstChunk, firstChunk + 1, 3 * lastChunk} {
		var a arena
		before := append(a.take(1), run{words: "before"})
		mark := a
		after := a.take(n)[:n]
		after[0].words = "after"
		if got := len(a.take(0)); got != 0 {
			t.Errorf("nothing has %d runs", got)
		}
		a.release(mark)
		again := append(a.take(1), run{words: "again"})
		if before[0].words != "before" || again[0].words != "again" {
			t.Errorf("%d runs after the mark: %q and %q", n, before[0].words, again[0].words)
		}
		if n < firstChunk && &again[0] != &after[:1][0] {
			t.Errorf("%d runs after the mark: their room is not used again", n)
		}
		if l := a.take(2); len(l) != 0 || cap(l) != 2 {
			t.Errorf("room for 2 runs is %d of %d", len(l), cap(l))
		}
	}
}

func TestKeep_JoinsRunsThatAreSetAlike(t *testing.T) {
	en, ur := language.English, language.Urdu
	for _, tt := range []struct{ in, want line }{
		{nil, nil},
		{line{{words: "a", lang: en}}, line{{words: "a", lang: en}}},
		{line{{words: "a", lang: en}, {words: "b", lang: en}}, line{{words: "ab", lang: en}}},
		{line{{words: "a", lang: en}, {words: " "}, {words: "b", lang: en}}, line{{words: "a b", lang: en}}},
		{line{{words: " "}, {words: "b", lang: en}}, line{{words: " "}, {words: "b", lang: en}}},
		{line{{words: "a", lang: en}, {words: "b", lang: ur}}, line{{words: "a", lang: en}, {words: "b", lang: ur}}},
		{line{{words: "a", lang: en}, {words: "b", lang: en, weight: strong}}, line{{words: "a", lang: en}, {words: "b", lang: en, weight: strong}}},
		{line{{words: "a", lang: en}, {words: " ", weight: strong}, {words: "b", lang: en}}, line{{words: "a", lang: en}, {words: " ", weight: strong}, {words: "b", lang: en}}},
		{line{{words: "a", lang: en, id: "x"}, {words: " "}, {words: "b", lang: en, id: "x"}}, line{{words: "a", lang: en, id: "x"}, {words: " "}, {words: "b", lang: en, id: "x"}}},
		{line{{words: "a", solid: true}, {words: "b", solid: true}}, line{{words: "a", solid: true}, {words: "b", solid: true}}},
		{line{{words: "a", lang: en}, {words: " ", solid: true}, {words: "b", lang: en}}, line{{words: "a", lang: en}, {words: " ", solid: true}, {words: "b", lang: en}}},
		{line{{note: 1}, {note: 2}, {words: "a"}}, line{{note: 1}, {note: 2}, {words: "a"}}},
		{line{{words: "a"}, {note: 1}}, line{{words: "a"}, {note: 1}}},
		{line{{words: "a", lang: en}, {words: "x"}}, line{{words: "a", lang: en}, {words: "x"}}},
	} {
		got := new(localizer).keep(tt.in)
		if len(got) != len(tt.want) || (got == nil) != (tt.want == nil) {
			t.Errorf("%v: %v, want %v", tt.in, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%v: %v, want %v", tt.in, got, tt.want)
			}
		}
	}
}

func TestJoin_LeavesOutWhatIsEmpty(t *testing.T) {
	l := newLocalizer(language.English, nil)
	a, b := words("a", language.English), words("b", language.English)
	for _, tt := range []struct {
		got  line
		want string
	}{
		{l.join(), ""}, {l.join(nil, nil), ""}, {l.join(a), "a"}, {l.join(nil, a), "a"}, {l.join(a, nil, b), "a b"},
		{l.join(nil, a, nil, nil, b, nil), "a b"}, {l.list(a, nil, b, a), "a, b, a"}, {l.list(nil, a), "a"},
		{l.joined(msgSemicolon, []line{a, b}), "a; b"}, {l.concat(nil, a), "a"}, {l.concat(a, nil), "a"}, {l.concat(a, b), "ab"},
		{l.labelled(msgPurpose, a), "Purpose: a."}, {l.labelled(msgPurpose, nil), ""}, {l.sentence(a), "A."}, {l.sentence(nil), ""},
	} {
		if tt.got.text() != tt.want {
			t.Errorf("%q, want %q", tt.got.text(), tt.want)
		}
	}
	if got := l.cited(a, nil); len(got) != 1 {
		t.Errorf("no notes: %v", got)
	}
	if got := l.cited(a, []int{3, 4}); len(got) != 3 || got[0].words != "a" || got[1].note != 3 || got[2].note != 4 {
		t.Errorf("two notes: %v", got)
	}
	if sum := l.join(a, b); sum[1].lang != language.Und {
		t.Errorf("a space is in %v", sum[1].lang)
	}
}
