package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// runLine runs a command line as a shell would, and returns what a terminal shows
// and the exit code.
func runLine(t *testing.T, line string) (shown string, code int) {
	t.Helper()
	var both bytes.Buffer
	args := words(line)
	switch {
	case len(args) > 1 && args[0] == "cat":
		for _, name := range args[1:] {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			both.Write(data)
		}
	case len(args) > 1 && args[0] == "mkdir":
		for _, name := range args[1:] {
			if err := os.Mkdir(name, 0o777); err != nil {
				t.Fatal(err)
			}
		}
	case len(args) > 0 && args[0] == "entente":
		var stdin io.Reader = strings.NewReader("")
		if n := len(args); n > 2 && args[n-2] == "<" {
			data, err := os.ReadFile(args[n-1])
			if err != nil {
				t.Fatal(err)
			}
			stdin, args = bytes.NewReader(data), args[:n-2]
		}
		code = run(context.Background(), args[1:], stdin, &both, &both)
	default:
		t.Fatalf("no command of a script: %q", line)
	}
	return both.String(), code
}

// words splits a command line. Words may be in quotation marks.
func words(line string) (list []string) {
	var word strings.Builder
	in, quoted := false, false
	for _, r := range line {
		switch {
		case r == '"':
			in, quoted = true, !quoted
		case r == ' ' && !quoted:
			if in {
				list = append(list, word.String())
			}
			word.Reset()
			in = false
		default:
			in = true
			word.WriteRune(r)
		}
	}
	if in {
		list = append(list, word.String())
	}
	return list
}

// play runs the lines of a script that begin with "$ ", and returns them with what
// they print. The other lines are what they printed before.
func play(t *testing.T, script string) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(script) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		shown, code := runLine(t, strings.TrimSpace(command))
		out.WriteString(line + shown)
		if shown != "" && !strings.HasSuffix(shown, "\n") {
			out.WriteString("\n")
		}
		if code != 0 {
			fmt.Fprintf(&out, "[exit code %d]\n", code)
		}
	}
	return out.String()
}

// inFiles goes to a folder with a copy of testdata/files.
func inFiles(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/files")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
}

func TestRun_Golden(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no scripts")
	}
	for _, name := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, err := filepath.Abs(name)
			if err != nil {
				t.Fatal(err)
			}
			inFiles(t)
			got := play(t, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("the output differs; run go test -update and look at what changed (-want +got)\n%s", diff)
			}
		})
	}
}
