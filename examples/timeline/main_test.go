package main

import (
	"bytes"
	"flag"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestRun_Golden(t *testing.T) {
	t.Parallel()
	for name, args := range map[string][]string{
		"default":    nil,
		"us":         {"-pair", "Pakistan, United States", "-kind", "exercise"},
		"gaps":       {"-period", "2010/2016"},
		"agreements": {"-kind", "agreement,exercise", "-pair", "Россия,IN", "-period", "2000/2026"},
		"nothing":    {"-pair", "KZ,US", "-kind", "agreement"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if err := run(&out, args); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("output (-golden +got):\n%s", diff)
			}
		})
	}
}

func TestRun_ExplainsWrongArguments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-pair", "PK"}, "write two actors separated by a comma"},
		{[]string{"-pair", "PK,Ruritania"}, "unknown name"},
		{[]string{"-kind", "exercices"}, `did you mean "exercise"?`},
		{[]string{"-period", "2024-13"}, "month 13"},
	} {
		err := run(&bytes.Buffer{}, c.args)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.args, err, c.want)
		}
	}
}

// What a terminal would act on is not printed as it is.
func TestRun_PrintsNoEscapes(t *testing.T) {
	var b bytes.Buffer
	defer log.SetOutput(log.Writer())
	log.SetOutput(printable{&b})
	const raw = "a\x1b[31m\u009b\u202eb\xff"
	for _, args := range [][]string{{"-" + raw}, {"-pair", raw}, {"-pair", "PK," + raw}, {"-kind", raw}, {"-period", raw}} {
		err := run(&b, args)
		if err == nil {
			t.Errorf("%q: no error", args)
		}
		log.Print(err)
		if out := b.String(); strings.ContainsAny(out, "\x1b\u009b\u202e") || !utf8.ValidString(out) {
			t.Errorf("%q: %q", args, out)
		}
	}
}
