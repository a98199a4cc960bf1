package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/entente-go/entente"
)

// cli runs a command and returns what it prints.
func cli(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &out, &err)
	return code, out.String(), err.String()
}

// Each command on the whole chronicle, in less than a second.
func TestRun_TellsTheChronicleInASecond(t *testing.T) {
	dir := t.TempDir()
	file, tables := filepath.Join(dir, "chronicle.json"), filepath.Join(dir, "tables.zip")
	if code, _, stderr := cli("merge", "-o", file, "chronicle", "chronicle"); code != 0 {
		t.Fatal(stderr)
	}
	lines := [][]string{
		{"check", file}, {"brief", file}, {"brief", "-lang", "ur", "-as", "page", "chronicle"}, {"find", "chronicle", "Fomin"},
		{"summary", "chronicle"}, {"summary", "-json", file}, {"diff", "article", "chronicle"}, {"diff", "chronicle", file},
		{"diff", "-json", "article", "chronicle"}, {"merge", "chronicle", file}, {"version"},
		{"chart", "timeline", "chronicle"}, {"chart", "ties", "chronicle"}, {"chart", "years", "-between", "PK,RU", "chronicle"},
		{"export", "-to", "csv", "-o", tables, "chronicle"},
		{"import", "-from", "csv", "-o", filepath.Join(dir, "back.json"), tables},
	}
	for _, f := range exportFormats() {
		if f.write != nil {
			lines = append(lines, []string{"export", "-to", f.name, "chronicle"})
		}
	}
	const most = time.Minute // a second at the most on a quiet machine; see the log
	for _, args := range lines {
		var code int
		var stdout, stderr string
		fastest := time.Hour
		for range 3 { // the machine may be busy
			start := time.Now()
			code, stdout, stderr = cli(args...)
			if fastest = min(fastest, time.Since(start)); fastest <= most {
				break
			}
		}
		t.Logf("%v %v", fastest.Round(time.Millisecond), args)
		if fastest > most {
			t.Errorf("%v took %v", args, fastest)
		}
		if code != 0 || stdout == "" && !strings.Contains(strings.Join(args, " "), "-o") {
			t.Errorf("%v: exit code %d\n%s", args, code, stderr)
		}
	}
}

const hostile = "a\x1b[31m\u009b2J\u202e\u2066\r\x00b\xff"

// raw reports whether a terminal would act on a text, or it is not UTF-8.
func raw(s string) bool {
	return !utf8.ValidString(s) || strings.ContainsAny(s, "\x1b\u009b\u202e\u2066\r\x00")
}

func TestRun_PrintsNothingRaw(t *testing.T) {
	inFiles(t)
	name := strings.ReplaceAll(hostile, "\x00", "")
	if runtime.GOOS == "linux" { // other systems refuse such names
		if err := os.Mkdir(name, 0o777); err != nil {
			t.Fatal(err)
		}
		for file, data := range map[string]string{
			name + ".json": "{", name + ".csv": "name," + name + "\n" + name + "," + name + "\n",
			filepath.Join(name, "x"+name+".json"): `{"format": "entente/1", "` + name + `": 1, "topics": [{"id": "` + name + `"}]}`,
		} {
			if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range commands() {
		for _, args := range [][]string{
			{c.name, hostile}, {c.name, "-" + hostile}, {c.name, "-lang", hostile}, {c.name, "-o", hostile, "folder"},
			{c.name, "-as", hostile}, {c.name, "-involving", hostile, "folder"}, {c.name, "-kind", hostile, "folder"},
			{c.name, "-about", hostile, "folder"}, {c.name, "-during", hostile, "folder"}, {c.name, "-source", hostile, "folder"},
			{c.name, "folder", hostile}, {c.name, "-json", "folder", hostile}, {c.name, "timeline", hostile},
			{c.name, "-to", hostile}, {c.name, "-from", hostile}, {c.name, "-sections", hostile, "folder"},
			{c.name, "-addr", hostile, "folder"}, {c.name, "-base", hostile, "folder"}, {c.name, "-columns", hostile},
			{c.name, name}, {c.name, name + ".json"}, {c.name, "-json", name}, {c.name, "-from", "visits", name + ".csv"},
			{c.name, "-from", "visits", "-columns", "to=" + name, name + ".csv"}, {c.name, "-from", "csv", name},
			{c.name, "-from", "visits", "-source", name, "visits.csv"}, {c.name, "folder", name + ".json"},
			{c.name, "-title", hostile, "folder"}, {c.name, "timeline", "-title", hostile, "folder"},
		} {
			if c.serves && args[1] != hostile { // it would go on
				continue
			}
			code, stdout, stderr := cli(args...)
			if out := stdout + stderr; raw(out) {
				t.Errorf("%q: exit code %d: %q", args, code, out)
			}
		}
	}
	for _, args := range [][]string{{hostile}, {"help", hostile}, {"-" + hostile}} {
		if code, stdout, stderr := cli(args...); code != exitUsage || raw(stdout+stderr) {
			t.Errorf("%q: exit code %d: %q", args, code, stdout+stderr)
		}
	}
}

func TestWriteJSON_EscapesWhatIsNotPrintable(t *testing.T) {
	var b bytes.Buffer
	if err := writeJSON(&b, []string{"a\u009b\u202e\U000e0001\x1b Фомин \u200c"}); err != nil {
		t.Fatal(err)
	}
	const want = "[\n  \"a\\u009b\\u202e\\udb40\\udc01\\u001b Фомин \u200c\"\n]\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// A file that cannot be written whole is left as it was, and so are the others.
func TestCommit_LeavesEverythingAsItWasOnError(t *testing.T) {
	inFiles(t)
	if err := os.WriteFile("out.bib", []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("locked", 0o500); err != nil {
		t.Fatal(err)
	}
	target := filepath.Join("locked", "report.json")
	if f, err := os.Create(target); err == nil { // of root, for whom nothing is locked
		f.Close()
		target = filepath.Join("visits.csv", "report.json")
	}
	code, stdout, stderr := cli("export", "-to", "bibtex", "-o", "out.bib", "-report", target, "folder")
	if code != exitFault || stdout != "" || !strings.Contains(stderr, "cannot write") {
		t.Errorf("exit code %d, %q, %q", code, stdout, stderr)
	}
	if data, _ := os.ReadFile("out.bib"); string(data) != "before" {
		t.Errorf("out.bib has %q", data)
	}
	noRests(t)
}

// noRests fails the test if a temporary file is left.
func noRests(t *testing.T) {
	t.Helper()
	if rests, _ := filepath.Glob(".entente-*"); len(rests) > 0 {
		t.Errorf("left behind: %q", rests)
	}
}

// A folder of tables is whole or not there, and replaces no other.
func TestExport_MakesWholeFolders(t *testing.T) {
	inFiles(t)
	if err := os.Mkdir("tables", 0o777); err != nil {
		t.Fatal(err)
	}
	code, _, _ := cli("export", "-to", "csv", "-o", "tables", "-report", "empty", "folder")
	if entries, err := os.ReadDir("tables"); code != exitFault || err != nil || len(entries) > 0 {
		t.Errorf("exit code %d, %v, %v", code, entries, err)
	}
	noRests(t)
	if code, _, stderr := cli("export", "-to", "csv", "-o", "tables/", "folder"); code != exitDone {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if entries, _ := os.ReadDir("tables"); len(entries) < 5 {
		t.Errorf("only %d tables", len(entries))
	}
	noRests(t)
}

// What an editor needs to mend the broken file of the examples.
func TestCheck_SaysHowToMendTheExample(t *testing.T) {
	code, stdout, stderr := cli("check", "-base", "../../examples/owndata/data", "../../examples/owndata/broken")
	const want = `/owndata/broken/visit.json:26:15: harbour-visit: /exercises/0/contingents/1/nation: no nation has the ID "UK"; write "GB"`
	if code != exitFault || stdout != "" || !strings.Contains(filepath.ToSlash(stderr), want) {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
}

func TestCommit_KeepsTheModeAndTheLink(t *testing.T) {
	inFiles(t)
	if err := os.WriteFile("real.json", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.json", "link.json"); err != nil {
		t.Skip("the system has no symbolic links: ", err)
	}
	if code, _, stderr := cli("merge", "-o", "link.json", "folder", "folder"); code != 0 {
		t.Fatal(stderr)
	}
	info, err := os.Lstat("link.json")
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info.Mode(), err)
	}
	if info, _ := os.Stat("real.json"); info.Size() == 0 || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%d bytes, %v", info.Size(), info.Mode())
	}
	noRests(t)
}

// A message names what the user named, and no file under another name.
func TestFileFault_NamesNoTemporaryFile(t *testing.T) {
	for _, err := range []error{
		&os.PathError{Op: "mkdir", Path: ".entente-1.tmp", Err: os.ErrPermission},
		&os.LinkError{Op: "rename", Old: ".entente-1.tmp", New: "x", Err: os.ErrPermission},
		fmt.Errorf("table: %w", &os.PathError{Op: "mkdir", Path: ".entente-1.tmp", Err: os.ErrPermission}),
	} {
		if got := cannotWrite("x", err).Error(); got != "cannot write x: permission denied" {
			t.Error(got)
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestRun_FailsIfItsOutputDoes(t *testing.T) {
	for _, args := range []string{"version", "help", "brief article", "find article Fomin"} {
		var stderr bytes.Buffer
		code := run(context.Background(), strings.Fields(args), strings.NewReader(""), failing{}, &stderr)
		if code != exitFault || !strings.Contains(stderr.String(), "cannot write standard output: no space left") {
			t.Errorf("%s: exit code %d, %q", args, code, &stderr)
		}
	}
}

// endless is an input that does not end, and calls a function after a while.
type endless struct {
	n    int
	then func()
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n++; e.n == 5 {
		e.then()
	}
	time.Sleep(time.Millisecond)
	return copy(p, " "), nil
}

func TestRun_EndsWhenInterrupted(t *testing.T) {
	inFiles(t)
	for _, args := range []string{
		"check -", "brief -o x -", "import -from visits -o x -", "import -from ftm -o x -", "import -from csv -o x -",
	} {
		ctx, cancel := context.WithCancel(context.Background())
		var stdout, stderr bytes.Buffer
		code := run(ctx, strings.Fields(args), &endless{then: cancel}, &stdout, &stderr)
		if code != exitFault || stdout.Len() > 0 || !strings.Contains(stderr.String(), "interrupted") {
			t.Errorf("%s: exit code %d, %q, %q", args, code, &stdout, &stderr)
		}
		if _, err := os.Stat("x"); err == nil {
			t.Errorf("%s: a file was written", args)
		}
	}
	noRests(t)
}

// Work that does not look at its context is left behind, and what it writes then
// goes nowhere.
func TestAwait_AbandonsWhatDoesNotEnd(t *testing.T) {
	var stderr bytes.Buffer
	p := &program{console: &console{w: &stderr}}
	ctx, cancel := context.WithCancel(context.Background())
	release := make(chan struct{})
	task := &task{program: p}
	cancel()
	err := p.await(ctx, task, func() error { <-release; return nil })
	close(release)
	if !errors.Is(err, errInterrupted) {
		t.Errorf("%v", err)
	}
}

func TestAwait_SaysHowFarItIsOnATerminal(t *testing.T) {
	var stderr bytes.Buffer
	p := &program{console: &console{w: &stderr}, progress: true, patience: time.Millisecond}
	task := &task{program: p}
	err := p.await(context.Background(), task, func() error {
		task.begin("reading %s", "a\x1bb")
		io.Copy(io.Discard, task.reader(&io.LimitedReader{R: zeros{}, N: 3 << 20}))
		time.Sleep(30 * time.Millisecond)
		return nil
	})
	got := stderr.String()
	if err != nil || !strings.Contains(got, "\r\x1b[Kreading a\\x1bb, 3 MiB …") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("%v, %q", err, got)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestConsole_ColoursOnATerminalAlone(t *testing.T) {
	for colour, want := range map[bool]string{
		true:  "\x1b[1ma.json:1:2:\x1b[0m \x1b[33mwarning:\x1b[0m x: odd\n\x1b[1;31mentente:\x1b[0m no\n",
		false: "a.json:1:2: warning: x: odd\nentente: no\n",
	} {
		var b bytes.Buffer
		c := &console{w: &b, colour: colour}
		c.problem("warning:", &entente.Problem{File: "a.json", Line: 1, Column: 2, Record: "x", Message: "odd"})
		c.fault("no")
		if b.String() != want {
			t.Errorf("%v: got %q, want %q", colour, b.String(), want)
		}
	}
	if isTerminal(io.Discard) || isTerminal(&bytes.Buffer{}) {
		t.Error("a buffer is a terminal")
	}
}

func TestVersion_NamesTheData(t *testing.T) {
	code, stdout, stderr := cli("version")
	for _, want := range []string{"entente ", "go1.", "data format entente/1\n", "article ", "chronicle "} {
		if code != 0 || stderr != "" || !strings.Contains(stdout, want) {
			t.Errorf("no %q in %q", want, stdout)
		}
	}
	if _, stdout, _ := cli("version", "-json"); !strings.Contains(stdout, `"format": "entente/1"`) {
		t.Error(stdout)
	}
}

// The package's page and the overview name every command; each has an example in
// its help that is a command line.
func TestHelp_HasExamplesThatParse(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands() {
		if !strings.Contains(string(doc), "//	entente "+c.name) || !strings.Contains(overview(), "  "+c.name+" ") {
			t.Errorf("%s is not named", c.name)
		}
		if !strings.Contains(c.long, "\tentente "+c.name) {
			t.Errorf("the help of %s has no example", c.name)
		}
		for line := range strings.Lines(c.help()) {
			if n := utf8.RuneCountInString(strings.TrimSpace(line)); n > 110 && !strings.HasPrefix(line, "usage:") {
				t.Errorf("help %s: %d columns: %s", c.name, n, line)
			}
			example, ok := strings.CutPrefix(line, "\tentente "+c.name+" ")
			if !ok {
				continue
			}
			if err := parses(c, words(strings.TrimSpace(example))); err != nil {
				t.Errorf("help %s: %s: %v", c.name, example, err)
			}
		}
	}
}

func parses(c command, args []string) error {
	for i, a := range args {
		if a == ">" {
			args = args[:i]
			break
		}
	}
	flags := newFlags(c.name)
	c.flags(flags)
	_, err := parse(flags, args)
	return err
}

func TestParse_TakesFlagsAnywhere(t *testing.T) {
	for line, want := range map[string]string{
		"-json a b": "true [a b]", "a -json b": "true [a b]", "a b -json": "true [a b]",
		"a -- -json": "false [a -json]", "-- a": "false [a]", "- -json": "true [-]",
	} {
		flags := newFlags("x")
		json := flags.Bool("json", false, "")
		rest, err := parse(flags, strings.Fields(line))
		if got := fmt.Sprint(*json, rest); err != nil || got != want {
			t.Errorf("%s: got %s, %v, want %s", line, got, err, want)
		}
	}
}
