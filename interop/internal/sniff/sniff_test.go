package sniff

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

func TestReader_HandsOnUTF8(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, want string
		repairs        []Repair
	}{
		{"ASCII", "a,b\r\n1,2", "a,b\r\n1,2", nil},
		{"UTF-8", "Côte d’Ivoire, Россия", "Côte d’Ivoire, Россия", nil},
		{"byte-order mark", "\xEF\xBB\xBFid,name\n", "id,name\n", nil},
		{"Latin-1", "id,name\n1,C\xF4te d'Ivoire \xC3\xA9\n", "id,name\n1,Côte d'Ivoire Ã©\n",
			[]Repair{{2, 4, "not UTF-8, read as Windows-1252 from here on"}}},
		{"Windows-1252 in lines that end in CR", "a\rb\r\x93c\x94", "a\rb\r“c”",
			[]Repair{{3, 1, "not UTF-8, read as Windows-1252 from here on"}}},
		{"one byte amid UTF-8", "é\n\xE9 é\xE9", "é\né éé",
			[]Repair{{2, 1, "a byte that is not UTF-8, read as Windows-1252 like all others of the kind"}}},
		{"words of two letters", "\xC5land, Hyv\xE4\xE4 y\xF6t\xE4, cr\xE9\xE9e, \xD6\xF6", "Åland, Hyvää yötä, créée, Öö",
			[]Repair{{1, 1, "not UTF-8, read as Windows-1252 from here on"}}},
		{"a character cut off at the end", "é\xC3", "éÃ",
			[]Repair{{1, 3, "a byte that is not UTF-8, read as Windows-1252 like all others of the kind"}}},
		{"UTF-16, low byte first", "\xFF\xFEa\x00\x1F\x04", "aП", []Repair{{1, 1, "read from UTF-16"}}},
		{"UTF-16, high byte first", "\xFE\xFF\x00a\x04\x1F", "aП", []Repair{{1, 1, "read from UTF-16"}}},
	}
	for _, tt := range tests {
		for _, read := range []func(io.Reader) io.Reader{
			func(r io.Reader) io.Reader { return r }, iotest.OneByteReader, iotest.DataErrReader,
		} {
			r := NewReader(read(strings.NewReader(tt.in)))
			got, err := io.ReadAll(iotest.OneByteReader(r))
			if err != nil {
				t.Errorf("%s: %v", tt.name, err)
			}
			if diff := cmp.Diff(tt.want, string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.name, diff)
			}
			if diff := cmp.Diff(tt.repairs, r.Repairs()); diff != "" {
				t.Errorf("%s: repairs (-want +got):\n%s", tt.name, diff)
			}
		}
	}
}

func TestReader_RefusesWhatIsNoText(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"version https://git-lfs.github.com/spec/v1\noid sha256:0\n": "the input is a Git LFS pointer, not the file itself; fetch the file with git lfs pull, or download it",
		" \n<!DOCTYPE html><html>":                                   "the input is a web page, not the file itself; download the file, not the page about it",
		"\xEF\xBB\xBF<HTML>":                                         "the input is a web page, not the file itself; download the file, not the page about it",
		"<?xml version='1.0'?>":                                      "the input is XML or a web page; give the data itself",
		"PK\x03\x04\x14\x00":                                         "the input is a ZIP archive or a workbook such as .xlsx; unpack it, or save the sheet as CSV",
		"\xD0\xCF\x11\xE0\xA1\xB1":                                   "the input is a workbook or document of old Office (.xls, .doc); save the sheet as CSV",
		"\x1F\x8B\x08":                                               "the input is compressed with gzip; unpack it, or read it through compress/gzip",
		"a\x00,\x00b\x00":                                            "the input is binary or in UTF-16 without a byte-order mark; save it as text in UTF-8",
		"\xFF\xFE\x00\x00a\x00\x00":                                  "the input is text in UTF-32; save it as UTF-8",
		"\xFF\xFE<\x00h\x00t\x00m\x00":                               "the input is XML or a web page; give the data itself",
		"":                                                           "the input is empty; give the file itself",
		"\xEF\xBB\xBF\r\n":                                           "the input is empty; give the file itself",
		"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml":              "the input is a workbook; save each sheet as CSV UTF-8",
	}
	for in, want := range tests {
		n, err := NewReader(strings.NewReader(in)).Read(make([]byte, 10))
		var refusal *Refusal
		if n != 0 || !errors.As(err, &refusal) {
			t.Errorf("%.20q: read %d, error %v, want a refusal", in, n, err)
		} else if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%.20q (-want +got):\n%s", in, diff)
		}
	}
}

// What is before the first byte that is not UTF-8 may be handed on, and nothing
// after it: the letters of another script would be wrong.
func TestReader_RefusesOldEncodingsOfOtherScripts(t *testing.T) {
	t.Parallel()
	cyrillic, _ := charmap.Windows1251.NewEncoder().String("name;to\nСергей Пробный;Россия\nJose;Japan\n")
	ukrainian, _ := charmap.Windows1251.NewEncoder().String("Ніна Вікторова") // its first bytes are UTF-8, too
	greek, _ := charmap.Windows1253.NewEncoder().String("name\nΝίκος Παππάς")
	for _, text := range []string{cyrillic, ukrainian, greek} {
		for _, in := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text))} {
			_, err := io.ReadAll(NewReader(in))
			var refusal *Refusal
			if !errors.As(err, &refusal) || !strings.Contains(err.Error(), "Windows-1251 for Cyrillic; save it as UTF-8") {
				t.Errorf("%.20q: %v", text, err)
			}
		}
	}
}

func TestReader_HandsOnTheErrorOfItsInput(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for _, in := range []string{"", "abc", strings.Repeat("é", 40_000)} {
		got, err := io.ReadAll(NewReader(io.MultiReader(strings.NewReader(in), iotest.ErrReader(broken))))
		if string(got) != in || err != broken {
			t.Errorf("%d bytes: got %d and %v", len(in), len(got), err)
		}
	}
	for name, r := range map[string]io.Reader{"nil": nil, "invalid count": counts(9999999), "idle": counts(0)} {
		if _, err := io.ReadAll(NewReader(r)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

type counts int

func (c counts) Read([]byte) (int, error) { return int(c), nil }

func TestLines_TellsPlacesOnTheWay(t *testing.T) {
	t.Parallel()
	text := "ab\n\n\ncde\nf"
	l := NewLines(iotest.HalfReader(strings.NewReader(text)))
	if _, err := io.ReadAll(l); err != nil {
		t.Fatal(err)
	}
	for offset := range len(text) {
		line, column := l.At(int64(offset))
		wantLine := 1 + strings.Count(text[:offset], "\n")
		wantColumn := offset - strings.LastIndexByte(text[:offset], '\n')
		if line != wantLine || column != wantColumn {
			t.Errorf("offset %d: %d:%d, want %d:%d", offset, line, column, wantLine, wantColumn)
		}
	}
}

func FuzzReader(f *testing.F) {
	for _, s := range []string{"a\xE9", "é\xE9é", "\xFF\xFEa\x00", "\xEF\xBB\xBF\xEF\xBB", "\x81\x93"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		whole, err := io.ReadAll(NewReader(bytes.NewReader(in)))
		pieces, err2 := io.ReadAll(iotest.OneByteReader(NewReader(iotest.OneByteReader(bytes.NewReader(in)))))
		if !bytes.Equal(whole, pieces) || (err == nil) != (err2 == nil) {
			t.Errorf("%q and %v, in pieces %q and %v", whole, err, pieces, err2)
		}
		if err == nil && !bytes.HasPrefix(in, []byte("\xFF\xFE")) && !bytes.HasPrefix(in, []byte("\xFE\xFF")) {
			if want := slowly(in); want != string(whole) {
				t.Errorf("got %q, want %q", whole, want)
			}
		}
	})
}

// slowly does what a Reader does with an input that it holds whole.
func slowly(in []byte) string {
	in, marked := bytes.CutPrefix(in, []byte("\xEF\xBB\xBF"))
	first := bytes.IndexFunc(in, func(c rune) bool { return c >= 0x80 })
	if first < 0 {
		return string(in)
	}
	c, size := utf8.DecodeRune(in[first:])
	whole := !marked && c == utf8.RuneError && size == 1
	var b strings.Builder
	for len(in) > 0 {
		c, size := utf8.DecodeRune(in)
		if whole || c == utf8.RuneError && size == 1 {
			c, size = charmap.Windows1252.DecodeByte(in[0]), 1
		}
		b.WriteRune(c)
		in = in[size:]
	}
	return b.String()
}
