package selection

import (
	"errors"
	"flag"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-go/entente"
)

func TestQuery_NamesAreReadAsIDs(t *testing.T) {
	t.Parallel()
	d := entente.Chronicle()
	q := Query{Between: "Россия, pakistan", Kind: "meeting,exercise,meeting", During: "2014/2025", Basis: "reported"}
	s, err := q.Select(d)
	if err != nil {
		t.Fatal(err)
	}
	want := Query{Between: "RU,PK", Kind: "exercise,meeting", During: "2014/2025", Basis: "reported"}
	if diff := cmp.Diff(want, s.Query()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s.Narrow(d).Len() == 0 {
		t.Error("nothing found")
	}
}

func TestQuery_EveryMistakeAtOnce(t *testing.T) {
	t.Parallel()
	q := Query{Between: "Pakstan", Involving: "Rissia", Affecting: "druzhba-7", About: "trde", During: "1991-1995",
		Kind: "exercize", Basis: "repotted", Source: "nobody"}
	_, err := q.Select(entente.Chronicle())
	var ms Mistakes
	if !errors.As(err, &ms) || len(ms) != 8 {
		t.Fatalf("got %d mistakes:\n%v", len(ms), err)
	}
	for _, want := range []string{"RU (Russia)", "exercise", "reported", "1991/1995"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}

func TestRead_RefusesMisspelledWords(t *testing.T) {
	t.Parallel()
	_, err := Read(url.Values{"involvng": {"PK"}, "kind": {"meeting", "exercise"}, "fbclid": {"1"}, "page": {"2"}}, "page")
	want := "involvng: there is no such word; did you mean involving\n" +
		`kind "exercise": this word is there more than once`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestQuery_EncodeIsReadBack(t *testing.T) {
	t.Parallel()
	q := Query{Between: "PK,RU", About: "a&b=c", During: "2014/..", Kind: "exercise"}
	values, err := url.ParseQuery(q.Encode())
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(values)
	if err != nil || got != q {
		t.Errorf("got %v, %v, want %v", got, err, q)
	}
}

func TestQuery_FlagsHaveEveryWord(t *testing.T) {
	t.Parallel()
	var q Query
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	q.AddFlags(flags)
	for _, word := range Words() {
		if err := flags.Set(word, "x"); err != nil || q.Get(word) != "x" {
			t.Errorf("%s: %v", word, err)
		}
	}
	if q.Len() != len(Words()) {
		t.Errorf("%d words", q.Len())
	}
}

func FuzzQuery(f *testing.F) {
	f.Add("between=PK,RU&during=2024&kind=exercise")
	f.Add("between=,&about=%00&affecting=\xff&basis=x")
	d := entente.Article()
	f.Fuzz(func(t *testing.T, raw string) {
		values, err := url.ParseQuery(raw)
		if err != nil {
			return
		}
		q, err := Read(values)
		if err != nil {
			return
		}
		s, err := q.Select(d)
		if err != nil {
			return
		}
		again, err := s.Query().Select(d)
		if diff := cmp.Diff(s.Query(), again.Query()); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	})
}
