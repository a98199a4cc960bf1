package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The tutorial's files are blocks that begin with a kind and a name, and its
// commands are blocks of a console, with what they print.
func TestTutorial_PrintsWhatItShows(t *testing.T) {
	file, err := filepath.Abs("../../examples/tutorial.md")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	commands := 0
	block := regexp.MustCompile("(?ms)^```([a-z]+) ?([a-z./-]*)\n(.*?)^```$")
	got := block.ReplaceAllStringFunc(string(page), func(b string) string {
		m := block.FindStringSubmatch(b)
		switch {
		case m[2] != "":
			if err := os.WriteFile(m[2], []byte(m[3]), 0o666); err != nil {
				t.Fatal(err)
			}
		case m[1] == "console":
			commands++
			return "```console\n" + play(t, m[3]) + "```"
		}
		return b
	})
	if commands < 8 {
		t.Errorf("only %d blocks of commands were found", commands)
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(page), got); diff != "" {
		t.Errorf("the output differs; run go test -update and look at what changed (-want +got)\n%s", diff)
	}
}
