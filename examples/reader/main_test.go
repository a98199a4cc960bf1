package main

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the output in README.md")

var output = regexp.MustCompile("(?s)```console\n(.*?)```")

func TestReadme_ShowsWhatIsPrinted(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var printed bytes.Buffer
	if err := run(&printed); err != nil {
		t.Fatal(err)
	}
	if *update {
		readme = output.ReplaceAllLiteral(readme, []byte("```console\n"+printed.String()+"```"))
		if err := os.WriteFile("README.md", readme, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shown := output.FindSubmatch(readme)
	if shown == nil || !bytes.Equal(shown[1], printed.Bytes()) {
		t.Errorf("the README shows something else; run go test -update and look at what changed\n%s", &printed)
	}
}

// Each piece of code that the README shows is in the package.
func TestReadme_ShowsThePackage(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var code string
	files := []string{"main.go", "bulletin/bulletin.go", "bulletin/blocks.go", "bulletin/cells.go", "bulletin/bulletin_test.go"}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code += string(text)
	}
	pieces := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	if len(pieces) < 8 {
		t.Errorf("only %d pieces of code were found", len(pieces))
	}
	for _, p := range pieces {
		if !strings.Contains(code, p[1]) {
			t.Errorf("the package does not have this:\n%s", p[1])
		}
	}
}
