package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGuard_EscapesOnlyWhatASpreadsheetRuns(t *testing.T) {
	for _, test := range []struct{ text, cell string }{
		{"", ""},
		{"Druzhba", "Druzhba"},
		{"Дружба – دوستی", "Дружба – دوستی"},
		{"'Umar", "'Umar"},
		{`"Druzhba"`, `"Druzhba"`},
		{"a\nb", "a\nb"},
		{"=1+1", "'=1+1"},
		{"'=1+1", "''=1+1"},
		{"+7", "'+7"},
		{"-5", "'-5"},
		{"@x", "'@x"},
		{"\tx", "'\tx"},
		{"\nx", "'\nx"},
		{"＝1", "'＝1"},
		{"a\r\nb", `'"a\r\nb"`},
		{`'"a`, `''"a`},
		{"0012", "'0012"},
		{"'0012", "''0012"},
		{"0", "0"},
		{"12", "12"},
		{"1234567890123456", "'1234567890123456"},
		{"1e5", "'1e5"},
		{"2024-10-13/", "'2024-10-13/"},
		{"2024-10-13/..", "2024-10-13/.."},
		{"2024", "2024"},
		{"2024-10", "2024-10"},
		{"2014/2025", "2014/2025"},
		{"2014/", "2014/"},
		{"1.0.0", "1.0.0"},
		{"TRUE", "'TRUE"},
		{"October 2014", "'October 2014"},
		{"13 Oct, 2014", "'13 Oct, 2014"},
		{"October", "October"},
		{"p. 12-14", "p. 12-14"},
		{"12-14", "'12-14"},
		{"3/4", "'3/4"},
		{"12:30", "'12:30"},
		{"2024-10-13", "2024-10-13"},
		{`''"a"`, `'''"a"`},
	} {
		if got := guard(test.text); got != test.cell {
			t.Errorf("guard(%q) = %q, want %q", test.text, got, test.cell)
		}
		if got := unguard(test.cell); got != test.text {
			t.Errorf("unguard(%q) = %q, want %q", test.cell, got, test.text)
		}
	}
	if got := unguard(`'"Druzhba" begins`); got != `'"Druzhba" begins` {
		t.Errorf("what guard never writes became %q", got)
	}
}

func TestSplit_TakesListsAsPeopleTypeThem(t *testing.T) {
	for _, test := range []struct {
		cell string
		want []string
	}{
		{"PK", []string{"PK"}},
		{"PK; RU", []string{"PK", "RU"}},
		{"PK;RU ;  US", []string{"PK", "RU", "US"}},
		{`a\; b; c\\d`, []string{"a; b", `c\d`}},
		{`\ a\ ; b`, []string{" a ", "b"}},
		{`a\`, []string{`a\`}},
		{"a;", []string{"a", ""}},
		{"a\n;\tb", []string{"a", "b"}},
	} {
		if diff := cmp.Diff(test.want, split(test.cell)); diff != "" {
			t.Errorf("%q (-want +got)\n%s", test.cell, diff)
		}
	}
}

func FuzzCell_GivesBackItsText(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", `'"x`, "a\r\nb", " a; b\\ ", "Дружба", "دوستی", "＋"} {
		f.Add(s, "b")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if !strings.ContainsRune(a, '\uFFFD') && strings.ToValidUTF8(a, "\uFFFD") == a {
			if got := unguard(guard(a)); got != a {
				t.Errorf("%q came back as %q, by %q", a, got, guard(a))
			}
			want := []string{a, b, a}
			if strings.ToValidUTF8(b, "") == b && !strings.ContainsAny(a+b, "\t\n") {
				if diff := cmp.Diff(want, split(unguard(guard(join(want))))); diff != "" {
					t.Errorf("%q (-want +got)\n%s", join(want), diff)
				}
			}
		}
		if cell := guard(a); cell != "" && startsRisky(cell) {
			t.Errorf("a spreadsheet would run %q", cell)
		}
	})
}
