package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/entente-go/entente"
	"golang.org/x/text/language"
)

var update = flag.Bool("update", false, "skip: the golden files are those of package brief")

func TestRun_Golden(t *testing.T) {
	if *update {
		t.Skip("package brief writes the golden files")
	}
	for _, lang := range []string{"en", "ru", "ur"} {
		for format, ext := range map[string]string{"text": "txt", "markdown": "md", "html": "html"} {
			var stdout, stderr bytes.Buffer
			if code := run([]string{"-lang", lang, "-as", format, "Fomin"}, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
				t.Fatalf("%s, %s: exit code %d: %s", lang, format, code, &stderr)
			}
			file := filepath.Join("..", "..", "brief", "testdata", "fomin."+lang+"."+ext)
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(stdout.Bytes(), want) {
				t.Errorf("%s, %s: the output differs from %s", lang, format, file)
			}
		}
	}
}

func TestRun_Arguments(t *testing.T) {
	for _, tt := range []struct {
		args   string
		code   int
		stdout string // what is in it
		stderr string
	}{
		{"", 0, "Notes\n", ""},
		{"-lang ru ВВС Пакистана", 0, "ВВС Пакистана", ""},
		{"-lang ur پاکستان", 0, "پاکستان", ""},
		{"South Asia", 0, "  - South Asia. M49 code: 034.", ""},
		{"AF", 0, "could contribute to stability", ""}, // only affected
		{"fomi", 1, "", `no actor is called "fomi"; the nearest are:` + "\n\tofficial fomin"},
		{"Pakistan Airforce", 1, "", "organization paf"},
		{"Фомин А. В.", 1, "", "official fomin"},
		{"druzhba", 1, "", `"druzhba" is not an actor:` + "\n\tseries druzhba"},
		{"zzzz", 1, "", "or anything like it"},
		{"-lang", 2, "", "flag needs an argument"},
		{"-lang 123456789", 2, "", "invalid value"},
		{"-as pdf", 2, "", `unknown format "pdf"`},
		{"-h", 0, "", "usage: briefing"},
	} {
		var stdout, stderr bytes.Buffer
		code := run(strings.Fields(tt.args), &stdout, &stderr)
		if code != tt.code {
			t.Errorf("%q: exit code %d, want %d", tt.args, code, tt.code)
		}
		if !strings.Contains(stdout.String(), tt.stdout) || tt.stdout == "" && stdout.Len() > 0 {
			t.Errorf("%q: no %q in the output", tt.args, tt.stdout)
		}
		if !strings.Contains(stderr.String(), tt.stderr) || tt.stderr == "" && stderr.Len() > 0 {
			t.Errorf("%q: stderr %s", tt.args, &stderr)
		}
	}
}

// What a terminal would act on is not printed as it is.
func TestRun_PrintsNoEscapes(t *testing.T) {
	const raw = "a\x1b[31m\u009b\u202eb\xff"
	for _, args := range [][]string{{raw}, {"-" + raw}, {"-lang", raw}, {"-format", raw}, {"-format=" + raw}} {
		var stdout, stderr bytes.Buffer
		if code := run(args, &stdout, &stderr); code == 0 || stderr.Len() == 0 {
			t.Errorf("%q: exit code %d, %q", args, code, &stderr)
		}
		if out := stdout.String() + stderr.String(); strings.ContainsAny(out, "\x1b\u009b\u202e") || !utf8.ValidString(out) {
			t.Errorf("%q: %q", args, out)
		}
	}
}

func TestNarrow_NameOfTwoActors(t *testing.T) {
	fact := func(id entente.ID) entente.Fact {
		return entente.Fact{ID: id, Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s"}}}
	}
	d, err := entente.New(entente.Records{
		Sources: []entente.Source{{ID: "s"}},
		Officials: []entente.Official{
			{Fact: fact("khan"), Name: entente.English("Khan")},
			{Fact: fact("khan-2"), Name: entente.English("Khan"), Aliases: entente.Names{}.With(language.English, "K.")},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := narrow(d, "KHAN"); err == nil || !strings.Contains(err.Error(), "names more than one actor") || !strings.Contains(err.Error(), "khan-2") {
		t.Errorf("got %v", err)
	}
	if got, err := narrow(d, "k."); err != nil || got.Len() != 1 {
		t.Errorf("got %v, %v", got, err)
	}
	if near := nearest(d, strings.Repeat("x", 1<<20)); near != nil {
		t.Errorf("near to a long name: %v", near)
	}
}
