package entente

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// busy is an effort that parts the smallest input, and single one that parts none.
var (
	busy   = effort{cores: 4, least: 1, batch: 8, records: 2}
	single = effort{cores: 1, least: 1, batch: 1, records: 1}
)

// outcome is everything that a Loader with the effort does with the files.
func outcome(t testing.TB, l Loader, e effort, files ...file) string {
	t.Helper()
	var b strings.Builder
	if l.Warn != nil {
		l.Warn = func(p *Problem) { fmt.Fprintf(&b, "warning: %v, %d, %s\n", p, p.Offset, p.Pointer) }
	}
	if l.Reject != nil {
		l.Reject = func(r Rejected) { fmt.Fprintf(&b, "rejected: %+v\n", r) }
	}
	s := l.settings()
	s.effort = e
	d, err := s.dataset(inputOf(files))
	if err != nil {
		for _, p := range err.(Problems) {
			fmt.Fprintf(&b, "problem: %v, %d, %s\n", p, p.Offset, p.Pointer)
		}
		return b.String()
	}
	fmt.Fprintf(&b, "%s%+v\n%v %+v\n%+v\n", written(t, d), d.c.parties, d.c.states, d.Coverage(), d.Summary())
	return b.String()
}

func inputOf(files []file) (in input) {
	for _, f := range files {
		in.add(f, nil)
	}
	return in
}

// loaders are those that do different things with the same files.
func loaders(t testing.TB) map[string]Loader {
	return map[string]Loader{
		"strict":  {},
		"ignore":  {IgnoreUnknown: true},
		"warn":    {Warn: func(*Problem) {}},
		"reject":  {Reject: func(Rejected) {}},
		"base":    {Base: mustNew(t, small(nil))},
		"limits":  {Limits: Limits{Records: 12, Elements: 60, Depth: 10}},
		"several": {IgnoreUnknown: true, Warn: func(*Problem) {}, Reject: func(Rejected) {}, Limits: Limits{Problems: 3}},
	}
}

// sameInParallel compares what several goroutines do with the files with what one
// does.
func sameInParallel(t testing.TB, l Loader, files ...file) {
	t.Helper()
	s := l.settings()
	s.effort = single
	want, wantOK := s.sound(inputOf(files))
	s.effort = busy
	got, ok := s.sound(inputOf(files))
	if ok != wantOK {
		t.Fatalf("sound: %v on one goroutine, %v on several", wantOK, ok)
	}
	if ok && !(reflect.DeepEqual(want.links, got.links) && reflect.DeepEqual(want.states, got.states) &&
		reflect.DeepEqual(want.ids, got.ids) && reflect.DeepEqual(want.sourceIDs, got.sourceIDs)) {
		t.Errorf("links and states on one goroutine: %v %v\non several: %v %v",
			want.links, want.states, got.links, got.states)
	}
	if want, got := outcome(t, l, single, files...), outcome(t, l, busy, files...); got != want {
		t.Errorf("on one goroutine:\n%s\non several:\n%s", want, got)
	}
}

// textFiles returns the files that match the patterns.
func textFiles(t testing.TB, patterns ...string) (files []file) {
	t.Helper()
	for _, p := range patterns {
		names, err := filepath.Glob(p)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", p, names, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, file{name, data})
		}
	}
	return files
}

func TestLoad_IsTheSameOnSeveralCores(t *testing.T) {
	t.Parallel()
	files := textFiles(t, "testdata/bad/*.json", "testdata/warn/*.json", "testdata/second.json", "data/*.json")
	for seed := range uint64(3) {
		files = append(files, file{fmt.Sprint("generated ", seed), written(t, mustNew(t, generated(seed, 60)))})
	}
	for name, l := range loaders(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, f := range files {
				sameInParallel(t, l, f)
			}
			sameInParallel(t, l, files...)
		})
	}
}

func TestLoad_OfSeveralFilesIsTheSameOnSeveralCores(t *testing.T) {
	t.Parallel()
	a := file{"a", written(t, mustNew(t, generated(1, 40)))}
	b := file{"b", []byte(`{"format": "entente/1", "title": {"en": "B"}, "topics": [{"id": "mine"}],
		"sources": [{"id": "b"}], "nations": [], "organizations": [
		{"id": "b-office", "basis": "reported", "cites": [{"source": "b"}], "name": {"en": "B"}, "nation": "XK"}]}`)}
	empty := file{"c", []byte(`{"format": "entente/1"}`)}
	for name, l := range loaders(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, files := range [][]file{{a, b}, {b, a}, {a, a}, {b, {"nothing", nil}}, {a, empty, b}} {
				sameInParallel(t, l, files...)
			}
		})
	}
}

// What is worth several goroutines is parted as it is for users.
func TestLoad_OfLargeFilesIsTheSameOnSeveralCores(t *testing.T) {
	t.Parallel()
	sound := written(t, mustNew(t, generated(7, 3000)))
	e := defaultEffort()
	e.cores = 4
	if e.workers(int64(len(sound))) < 2 {
		t.Fatalf("%d bytes are not worth two goroutines", len(sound))
	}
	last := bytes.LastIndex(sound, []byte(`"cites"`))
	for name, text := range map[string][]byte{
		"sound":           sound,
		"a wrong member":  append(append(bytes.Clone(sound[:last]), `"kites"`...), sound[last+len(`"cites"`):]...),
		"a wrong ID":      bytes.Replace(sound, []byte(`"source": "`), []byte(`"source": "x`), 1),
		"no end":          sound[:last],
		"something after": append(bytes.Clone(sound), ']'),
	} {
		f := file{"large", text}
		if want, got := outcome(t, Loader{}, single, f), outcome(t, Loader{}, e, f); got != want {
			t.Errorf("%s, on one goroutine:\n%.1000s\non several:\n%.1000s", name, want, got)
		}
	}
}

// A file that is damaged anywhere is refused with the same problems.
func TestLoad_OfDamagedFilesIsTheSameOnSeveralCores(t *testing.T) {
	t.Parallel()
	sound := written(t, mustNew(t, small(nil)))
	marks := []string{"", `"`, ",", "[", "]", "{", "}", ":", `\`, " ", "\xff", "0", "null", `"exercises": [`}
	for at := 0; at < len(sound); at += 1 + at%5 {
		mark := marks[at%len(marks)]
		for _, damaged := range [][]byte{
			append(append(bytes.Clone(sound[:at]), mark...), sound[at:]...),
			append(append(bytes.Clone(sound[:at]), mark...), sound[at+1:]...),
			sound[:at],
		} {
			for _, l := range []Loader{{}, {IgnoreUnknown: true, Reject: func(Rejected) {}}} {
				sameInParallel(t, l, file{"damaged", damaged})
			}
		}
	}
}

// parallel reports whether several goroutines find the file sound.
func parallel(t *testing.T, text string) bool {
	t.Helper()
	s := new(Loader).settings()
	s.effort = busy
	outlines, ok := s.outlines([]file{{"f", []byte(text)}}, 4)
	if !ok {
		t.Fatalf("not parted: %s", text)
	}
	_, ok = s.decodeParallel(outlines, 4)
	return ok
}

// A file that has little in its sections is not copied.
func TestOutline_LeavesLargeFrameToOne(t *testing.T) {
	t.Parallel()
	long := `"` + strings.Repeat("x", 2*largeFrame) + `"`
	for text, want := range map[string]bool{
		`{"format":"entente/1","licence":` + long + `,"sources":[{"id":"a"}]}`:                    false,
		`{"format":"entente/1","sources":[{"id":"a"}],"licence":` + long + `}`:                    false,
		`{"format":"entente/1","sources":[{"id":"a","locator":` + long + `}],"licence":"free"}`:   true,
		`{"format":"entente/1","sources":[{"id":"a"}],"licence":` + long[:len(long)-largeFrame*2]: true,
	} {
		if _, ok := outlineOf([]byte(text), 1<<10); ok != want {
			t.Errorf("%.60s…: %v, want %v", text, ok, want)
		}
	}
}

// What is sound is decoded by several goroutines, and not by the slow reading.
func TestDecodeParallel_ReadsWhatIsSound(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{"format":"entente/1"}`,
		`{"format":"entente/1","nations":[]}`,
		` { "format" : "entente/1" , "nations" : [ ] , "sources" : [ { "id" : "a" } , {"id":"b"},{"id":"c\"]"} ] } `,
		string(written(t, mustNew(t, generated(2, 50)))),
	} {
		if ok := parallel(t, text); !ok {
			t.Errorf("refused: %s", text)
		}
	}
}

func TestDecodeParallel_RefusesWhatIsNotSound(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{"format":"entente/1","sources":[,]}`,
		`{"format":"entente/1","sources":[{"id":"a"},]}`,
		`{"format":"entente/1","sources":[{"id":"a"}{"id":"b"}]}`,
		`{"format":"entente/1","sources":[{"id":"a"}},{"id":"b"}]}`,
		`{"format":"entente/1","sources":[{"id":"a"}],"sources":[{"id":"b"}]}`,
		`{"format":"entente/1","sources":[{"id":"a"}`,
		`{"format":"entente/1","sources":[{"id":"a`,
		`{"format":"entente/1","sources":[{"id":"a"}]}{}`,
		`{"format":"entente/1","sources":["`,
		`{"format":"entente/1","sources":["\`,
		`{"format":"entente/1","sources":[{"id":"a"},`,
		`{"format":"entente/1","`,
		`{"sources":[{"id":"a"}]}`,
		`[{"format":"entente/1"}]`,
		``,
	} {
		if ok := parallel(t, text); ok {
			t.Errorf("not refused: %s", text)
		}
	}
}

func TestInParallel_DoesEverythingOnce(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 2, 7} {
		done := make([]int, 100)
		if !inParallel(workers, len(done), func(int) func(int) bool {
			return func(i int) bool { done[i]++; return true }
		}) {
			t.Error("stopped")
		}
		for i, n := range done {
			if n != 1 {
				t.Errorf("%d workers do number %d %d times", workers, i, n)
			}
		}
	}
}

// A panic reaches the caller, when no goroutine runs any more.
func TestInParallel_PanicsForItsCaller(t *testing.T) {
	t.Parallel()
	running := make(chan bool, 3)
	defer func() {
		if got := recover(); got != "broken" {
			t.Errorf("recovered %v", got)
		}
		if len(running) != 0 {
			t.Errorf("%d goroutines are left", len(running))
		}
	}()
	inParallel(3, 1000, func(int) func(int) bool {
		return func(i int) bool {
			running <- true
			defer func() { <-running }()
			if i == 10 {
				panic("broken")
			}
			return true
		}
	})
}

func TestEffort_LeavesSmallInputsToOne(t *testing.T) {
	t.Parallel()
	e := defaultEffort()
	if got := e.workers(int64(e.least)); got > 1 {
		t.Errorf("%d goroutines for %d bytes", got, e.least)
	}
	if got := e.workers(1 << 40); got != e.cores {
		t.Errorf("%d goroutines for a terabyte on %d cores", got, e.cores)
	}
}

func FuzzLoadOnSeveralCores(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, ignore := range []bool{false, true} {
			l := fuzzLoader
			l.IgnoreUnknown = ignore
			sameInParallel(t, l, file{"f", data})
		}
	})
}
