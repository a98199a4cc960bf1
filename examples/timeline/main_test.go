package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
