package entente_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// programs are the programs in testdata/programs, built once and stripped.
var programs struct {
	once sync.Once
	dir  string
	err  error
}

func TestMain(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.bench").Value.String() == "" {
		debug.SetGCPercent(400) // the tests make much garbage and hold little
	}
	code := m.Run()
	if programs.dir != "" {
		os.RemoveAll(programs.dir)
	}
	os.Exit(code)
}

// program returns the file of a program.
func program(t *testing.T, name string) string {
	t.Helper()
	programs.once.Do(func() {
		if programs.dir, programs.err = os.MkdirTemp("", "entente"); programs.err == nil {
			_, _, programs.err = runGo("build", "-trimpath", "-ldflags=-s -w",
				"-o", programs.dir+string(filepath.Separator), "./testdata/programs/...")
		}
	})
	if programs.err != nil {
		t.Fatal(programs.err)
	}
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(programs.dir, name)
}

func binary(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(program(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPrograms_GrowWithinBudget(t *testing.T) {
	t.Parallel()
	base := len(binary(t, "fmtonly"))
	// The budgets are for 758,865 bytes of JSON; each further one may take 1.5.
	more := -758865
	for _, name := range []string{"article.json", "chronicle.json"} {
		info, err := os.Stat(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		more += int(info.Size())
	}
	// A hint for a nation needs the tables of names, which count apart.
	names := float64(len(binary(t, "lookup"))-base) / (1 << 20)
	t.Logf("lookup: %.3f MiB more than a program that uses fmt alone", names)
	// readme uses the article alone, load both datasets and Load.
	for name, most := range map[string]float64{"readme": 0.6, "both": 1.2, "load": 2.2 + names} {
		most += 1.5 * float64(max(more, 0)) / (1 << 20)
		grown := float64(len(binary(t, name))-base) / (1 << 20)
		t.Logf("%s: %.3f MiB more than a program that uses fmt alone", name, grown)
		if grown > most {
			t.Errorf("%s is %.3f MiB larger than a program that uses fmt alone; promised are %.3f", name, grown, most)
		}
	}
}

func TestPrograms_CarryOnlyWhatTheyUse(t *testing.T) {
	t.Parallel()
	const reader, chronicle = "json/jsontext.(*Decoder)", "arabian-monsoon"
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"load", reader, true},
		{"both", reader, false},
		{"both", chronicle, true},
		{"readme", chronicle, false},
	} {
		if got := bytes.Contains(binary(t, c.name), []byte(c.text)); got != c.want {
			t.Errorf("%q in the program %s: %v, want %v", c.text, c.name, got, c.want)
		}
	}
}

func TestStartUp_AllocatesNothing(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"both", "briefing", "load"} {
		cmd := exec.Command(program(t, name))
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		if err := cmd.Run(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, stderr.String())
		}
		if !strings.Contains(stderr.String(), "init golang.org/x/text/language ") {
			t.Fatalf("%s prints no trace of its start-up:\n%s", name, stderr.String())
		}
		for line := range strings.Lines(stderr.String()) {
			ours := strings.HasPrefix(line, "init github.com/entente-go/entente")
			if ours && !strings.HasSuffix(line, " 0 bytes, 0 allocs\n") {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

func TestStartUp_LaysOutGeneratedData(t *testing.T) {
	t.Parallel()
	_, assembly, err := runGo("build", "-gcflags=-S", ".")
	if err != nil {
		t.Fatal(err)
	}
	const pkg = "github.com/entente-go/entente"
	laidOut, inInit := 0, false
	for line := range strings.Lines(assembly) {
		if name, rest, ok := strings.Cut(line, " "); ok && strings.HasPrefix(name, pkg+".") {
			isInit := name == pkg+".init" || strings.HasPrefix(name, pkg+".map.init")
			inInit = isInit && strings.HasPrefix(rest, "STEXT ")
			if strings.HasSuffix(name, "Index") && strings.HasPrefix(rest, "SDATA ") {
				laidOut++
			}
		}
		if inInit && strings.Contains(line, "_data.go:") {
			t.Errorf("generated data has init work: %s", line)
		}
	}
	if laidOut != len([]string{"articleIndex", "chronicleIndex"}) {
		t.Errorf("the compiler laid %d indexes out, want 2", laidOut)
	}
}

// The program prints a line for each use, with its part of the time that
// encoding/json takes.
func TestFirstUse_TakesATenthOfDecodingJSON(t *testing.T) {
	out, err := exec.Command(program(t, "firstuse")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("\n%s", out)
	most := map[string]float64{"Article": 0.1, "Chronicle": 0.1}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		ratio, err := strconv.ParseFloat(f[len(f)-1], 64)
		if err != nil {
			t.Fatal(err)
		}
		if limit, ok := most[f[0]]; ok && ratio > limit {
			t.Errorf("the first %s takes %v of the time of encoding/json, promised is %v", f[0], ratio, limit)
		}
		delete(most, f[0])
	}
	if len(most) > 0 {
		t.Errorf("no line for %v", most)
	}
}

// The README shows a program with what it prints, and the package comment the
// heart of it.
func TestReadme_ProgramPrintsItsOutput(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```go\n(package main.*?)```\n\n```\n(.*?)```").FindStringSubmatch(string(readme))
	if blocks == nil {
		t.Fatal("the README has no program with its output after it")
	}
	shown, output := blocks[1], blocks[2]
	if n := strings.Count(shown, "\n"); n > 12 {
		t.Errorf("the program has %d lines, promised are at most 12", n)
	}
	file, err := os.ReadFile("testdata/programs/readme/main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, code, _ := strings.Cut(string(file), "\n")
	if diff := cmp.Diff(shown, code); diff != "" {
		t.Errorf("the program differs from that of testdata (-README +testdata):\n%s", diff)
	}
	got, err := exec.Command(program(t, "readme")).Output()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(output, string(got)); diff != "" {
		t.Errorf("the program prints something else (-README +printed):\n%s", diff)
	}
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, loop, _ := strings.Cut(shown, "func main() {\n")
	for line := range strings.Lines(strings.TrimSuffix(loop, "}\n")) {
		if !strings.Contains(string(doc), "//"+line) {
			t.Errorf("the package comment does not have the line %q", line)
		}
	}
}
