package textpack

import (
	"strings"
	"testing"
)

func FuzzPack(f *testing.F) {
	for _, s := range []string{"", "a", "\x00", "\xff\xff", "aaaaaaaa", "Republic of Korea, Republic of the Congo", strings.Repeat("Республика ", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > maxSize {
			return
		}
		if got, err := Unpack(string(Pack(s))); err != nil || got != s {
			t.Errorf("Unpack(Pack(%q)) = %q, %v", s, got, err)
		}
	})
}

func FuzzUnpack(f *testing.F) {
	f.Add("\x00\x00\x09abc")
	f.Fuzz(func(t *testing.T, packed string) {
		// Anything may come out, but it must come to an end.
		if text, err := Unpack(packed); err == nil && len(text) > maxSize {
			t.Errorf("%d bytes", len(text))
		}
	})
}

func TestPackSize(t *testing.T) {
	text := strings.Repeat("Исламская Республика Пакистан, Islamic Republic of Pakistan\n", 40)
	if packed := Pack(text); len(packed) > len(text)/8 {
		t.Errorf("%d bytes packed to %d", len(text), len(packed))
	}
}

func TestUnpackRefuses(t *testing.T) {
	for _, packed := range []string{"", "\x01", "\xff\xff\xffabcd"} {
		if got, err := Unpack(packed); err == nil {
			t.Errorf("Unpack(%q) = %.20q, want an error", packed, got)
		}
	}
}
