package entente

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The README shows parts of what two programs print, with … where it cuts.
func TestReadme_ExcerptsArePrinted(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```[a-z]*\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	for begin, file := range map[string]string{
		"Ties ":   "brief/testdata/article.en.txt", // what examples/briefing prints
		"broken/": "examples/owndata/testdata/output.txt",
	} {
		printed, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, b := range blocks {
			if excerpt := b[1]; strings.HasPrefix(excerpt, begin) {
				found = true
				if part := notIn(string(printed), excerpt); part != "" {
					t.Errorf("%s does not have this next:\n%s", file, part)
				}
			}
		}
		if !found {
			t.Errorf("the README has no block that begins with %q", begin)
		}
	}
}

// notIn returns the first part of an excerpt that does not follow the parts
// before it in the text, or "".
func notIn(text, excerpt string) string {
	cutLines := regexp.MustCompile(`(?m)^ *…\n`)
	for part := range strings.SplitSeq(cutLines.ReplaceAllString(excerpt, "…"), "…") {
		_, rest, ok := strings.Cut(text, part)
		if !ok {
			return part
		}
		text = rest
	}
	return ""
}
