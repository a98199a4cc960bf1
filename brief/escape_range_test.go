package brief

import "testing"

// The first and last of each range of characters that nobody sees, and their
// neighbours.
func TestClean_KnowsTheEndsOfRanges(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		r    rune
		kept bool
	}{
		{0x2010, true}, {0x2027, true}, {0x202a, false}, {0x202e, false}, {0x202f, true}, {0x205f, true}, {0x2060, false},
		{0x206f, false}, {0x2070, true}, {0xfdcf, true}, {0xfdd0, false}, {0xfdef, false}, {0xfdf0, true}, {0xfff0, false},
		{0xfffb, false}, {0xfffd, true}, {0x1fffe, false}, {0x1ffff, false}, {0x20000, true}, {0xe0000, false}, {0xe0fff, false},
	} {
		want := "ab"
		if tt.kept {
			want = "a" + string(tt.r) + "b"
		}
		got := clean("a" + string(tt.r) + "b")
		if got == "a b" && tt.kept {
			continue // white space
		}
		if got != want {
			t.Errorf("%U: %q, want %q", tt.r, got, want)
		}
	}
}
