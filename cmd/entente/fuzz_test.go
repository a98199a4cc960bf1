package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// Whatever the arguments and the input say, the exit code is one of three and
// nothing that a terminal would act on is printed.
func FuzzRun(f *testing.F) {
	for _, line := range []string{
		"check -", "check -json -base chronicle -", "brief -length digest -lang ru -", "find - Doe", "summary -json -",
		"import -from visits -", "import -from visits -columns name=a,to=b -", "import -from ftm -", "import -from popolo -",
		"import -from mme -", "export -to bibtex -", "export -to dot -involving Doe -", "chart ties -", "diff - article",
		"chart years -between FR,JP -during 2024 -", "merge - article", "help check", "version",
	} {
		for _, input := range []string{
			`{"format": "entente/1"}`, "name,to,met\nJane Doe,JP,Ken Sato (JP)\n",
			`{"id": "a", "schema": "Person", "properties": {"name": ["A\u001b"]}}`,
		} {
			f.Add(line, input)
		}
	}
	f.Fuzz(func(t *testing.T, line, input string) {
		args := strings.Fields(line)
		for _, a := range args {
			name := strings.TrimLeft(a, "-")
			if a == "serve" || strings.ContainsAny(a, `/\.`) || strings.HasPrefix(name, "o") || strings.HasPrefix(name, "report") {
				t.Skip("it would write, listen, or read other files")
			}
		}
		var stdout, stderr bytes.Buffer
		code := run(context.Background(), args, strings.NewReader(input), &stdout, &stderr)
		if code < 0 || code > 2 || raw(stderr.String()) || raw(stdout.String()) {
			t.Errorf("%q: exit code %d\n%q\n%q", args, code, &stdout, &stderr)
		}
	})
}
