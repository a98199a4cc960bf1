package entente_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/entente-go/entente"
	"github.com/google/go-cmp/cmp"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

const (
	nationsFile  = `{"format": "entente/1", "sources": [{"id": "s"}], "nations": [{"id": "FR", "basis": "reported", "cites": [{"source": "s"}]}]}`
	exerciseFile = `{"format": "entente/1", "exercises": [{"id": "visit", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Visit"}, "contingents": [{"nation": "FR"}]}]}`
)

func TestLoad_FilesReferToEachOther(t *testing.T) {
	t.Parallel()
	d, err := entente.Load(fstest.MapFS{"b.json": file(nationsFile), "a.json": file(exerciseFile), "notes.txt": file("not data")})
	if err != nil || d.Len() != 2 || !d.Involving("FR").Has("visit") {
		t.Fatalf("Load = %v, %v", d, err)
	}
	d, err = entente.Load(fstest.MapFS{"x/b.json": file(nationsFile), "y/a.json": file(exerciseFile)}, "x/*.json", "*/*.json", "y/a.json")
	if err != nil || d.Len() != 2 {
		t.Fatalf("Load of overlapping patterns = %v, %v", d, err)
	}
}

// brokenFS is a file system in which one file cannot be opened, and another
// cannot be read to its end.
type brokenFS struct{ fstest.MapFS }

func (f brokenFS) Open(name string) (fs.File, error) {
	switch name {
	case "closed.json":
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	case "torn.json":
		file, err := f.MapFS.Open(name)
		return torn{file}, err
	}
	return f.MapFS.Open(name)
}

type torn struct{ fs.File }

func (torn) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestLoad_ReportsUnreadableFiles(t *testing.T) {
	t.Parallel()
	fsys := brokenFS{fstest.MapFS{"closed.json": file(""), "torn.json": file("{}"), "good.json": file(exerciseFile)}}
	d, err := entente.Load(fsys)
	var problems entente.Problems
	if d != nil || !errors.As(err, &problems) || len(problems) != 2 {
		t.Fatalf("Load = %v, %v", d, err)
	}
	if problems[0].File != "closed.json" || !errors.Is(err, fs.ErrPermission) || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("problems %v", problems)
	}
	// The unread files may hold what the good file refers to.
	if errors.Is(err, entente.ErrReference) {
		t.Errorf("a reference is said to dangle: %v", err)
	}
	for pattern, want := range map[string]error{"[": path.ErrBadPattern, "none/*.json": fs.ErrNotExist} {
		if d, err := entente.Load(fsys, pattern); d != nil || !errors.Is(err, want) {
			t.Errorf("Load of %q = %v, %v", pattern, d, err)
		}
	}
	if _, err := entente.Decode("r", iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("Decode of a broken reader: %v", err)
	}
}

func TestLoader_EnforcesLimits(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		limits entente.Limits
		want   string
	}{
		"bytes":    {entente.Limits{Bytes: 20}, "f: the file is larger than 20 bytes; split it, or raise Limits.Bytes"},
		"records":  {entente.Limits{Records: 1}, "more than the 1 records and sources allowed; split the data, or raise Limits.Records"},
		"depth":    {entente.Limits{Depth: 3}, ""}, // the format needs 8
		"negative": {entente.Limits{Bytes: -1, Depth: -1, Records: -1, Problems: -1}, ""},
	} {
		d, err := (&entente.Loader{Limits: c.limits}).Decode("f", strings.NewReader(nationsFile))
		switch {
		case c.want == "" && err != nil, c.want != "" && (d != nil || !errors.Is(err, entente.ErrLimit) || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, %v; want %s", name, d, err, c.want)
		}
	}
	l := entente.Loader{Limits: entente.Limits{Problems: 2}}
	_, err := l.Decode("f", strings.NewReader(strings.ReplaceAll(nationsFile, `"id": "FR"`, `"id": "FR", "a": 1, "b": 2, "c": 3`)))
	if problems := err.(entente.Problems); len(problems) != 3 || problems[2].Error() != "more than 2 problems; the rest are not listed" {
		t.Errorf("problems %v", err)
	}
}

func TestLoader_IgnoresUnknownMembers(t *testing.T) {
	t.Parallel()
	later := strings.NewReplacer(`"id": "FR"`, `"id": "FR", "mood": null, "ties": {"deep": [1, 2]}`, `"nations"`, `"weather": {"x": null}, "nations"`).Replace(nationsFile)
	if _, err := entente.Decode("f", strings.NewReader(later)); !errors.Is(err, entente.ErrUnknownMember) {
		t.Errorf("without the switch: %v", err)
	}
	l := entente.Loader{IgnoreUnknown: true}
	d, err := l.Decode("f", strings.NewReader(later))
	if err != nil || !d.Has("FR") {
		t.Errorf("with the switch: %v, %v", d, err)
	}
	// It ignores only members.
	for text, want := range map[string]error{
		strings.Replace(later, `"basis"`, `"Basis"`, 1):               entente.ErrMissing,
		strings.Replace(later, `"deep": [1, 2]`, `"a": 1, "a": 2`, 1): entente.ErrDuplicate,
		strings.Replace(later, `[1, 2]`, "\"\xff\"", 1):               entente.ErrUTF8,
	} {
		if d, err := l.Decode("f", strings.NewReader(text)); d != nil || !errors.Is(err, want) {
			t.Errorf("%s: %v, %v", text, d, err)
		}
	}
	// Its places are those in the file, however deep.
	_, err = l.Decode("f", strings.NewReader(strings.Replace(later, `"deep": [1, 2]`, `"deep": {"a": 1, "a": 2}`, 1)))
	const want = `f:1:140: FR: /nations/0/ties/deep/a: member "a" occurs twice; write it once`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

func TestLoader_BaseIsNotRedefined(t *testing.T) {
	t.Parallel()
	base, err := entente.Decode("base", strings.NewReader(strings.Replace(nationsFile, `"nations"`, `"topics": [{"id": "drones"}],
		"series": [{"id": "visiting", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Visiting"}}],
		"exercises": [{"id": "visit-3", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Visit"}, "series": "visiting", "number": 3},
			{"id": "visit-0", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Visit"}, "series": "visiting"},
			{"id": "visit-x", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Visit"}, "number": 3}],
		"nations"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string]*entente.Dataset{"whole": base, "narrowed": base.Involving("nobody")} {
		d, err := (&entente.Loader{Base: b}).Decode("f", strings.NewReader(exerciseFile))
		if err != nil || d.Except(b).Len() != 1 || d.Has("FR") != b.Has("FR") || !d.Involving("FR").Has("visit") {
			t.Errorf("%s base: %v, %v", name, d, err)
		}
		_, err = (&entente.Loader{Base: b}).Decode("f", strings.NewReader(nationsFile))
		if !errors.Is(err, entente.ErrDuplicate) {
			t.Errorf("%s base redefined: %v", name, err)
		}
	}
	more := func(change ...string) error {
		_, err := (&entente.Loader{Base: base}).Decode("f", strings.NewReader(strings.NewReplacer(change...).Replace(exerciseFile)))
		return err
	}
	if err := more(`"id": "visit"`, `"id": "visit", "topics": ["drones"]`); err != nil {
		t.Errorf("a topic that the base declares: %v", err)
	}
	for want, err := range map[string]error{
		`unknown topic "drone"; did you mean "drones"?`:            more(`"id": "visit"`, `"id": "visit", "topics": ["drone"]`),
		`no series has the ID "visitng"; did you mean "visiting"?`: more(`"id": "visit"`, `"id": "call", "series": "visitng"`),
		`edition 3 of "visiting" is already "visit-3"`:             more(`"id": "visit"`, `"id": "call", "series": "visiting", "number": 3`),
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	misspelt := strings.Replace(exerciseFile, `"source": "s"`, `"source": "t"`, 1)
	if _, err := (&entente.Loader{Base: base}).Decode("f", strings.NewReader(misspelt)); !errors.Is(err, entente.ErrReference) {
		t.Errorf("a reference to what neither has: %v", err)
	}
}

func TestLoad_CountsLinesPerFile(t *testing.T) {
	t.Parallel()
	bad := func(lines int, member string) *fstest.MapFile {
		return file(`{"format": "entente/1",` + strings.Repeat("\n", lines) + `"` + member + `": [],` + "\n" + ` "` + member + `2": []}`)
	}
	_, err := entente.Load(fstest.MapFS{"a.json": bad(3, "x"), "b.json": bad(1, "y"), "c.json": bad(2, "z")})
	var got []string
	for _, p := range err.(entente.Problems) {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", p.File, p.Line, p.Column, p.Pointer))
	}
	want := []string{"a.json:4:1 /x", "a.json:5:2 /x2", "b.json:2:1 /y", "b.json:3:2 /y2", "c.json:3:1 /z", "c.json:4:2 /z2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestNew_ChecksGoValues(t *testing.T) {
	t.Parallel()
	cites := []entente.Citation{{Source: "s", Part: 9}}
	_, err := entente.New(entente.Records{
		Title:    entente.English("bad \xff title"),
		Coverage: []entente.Coverage{{Kinds: []entente.Kind{0}, Parties: []entente.ID{"FR", "FR"}}},
		Topics:   []entente.TopicDeclaration{{ID: "drones", Broader: "flight"}, {ID: "energy"}},
		Sources:  []entente.Source{{ID: "s", Authors: []string{"\xfe"}}},
		Nations:  []entente.Nation{{Fact: entente.Fact{ID: "FR", Basis: entente.BasisReported, Cites: cites}}},
		Exercises: []entente.Exercise{
			{Fact: entente.Fact{ID: "one", Basis: 7, Note: entente.English("\xff")}, Name: entente.English("One"), Number: -1, Domains: []entente.Domain{entente.DomainLand, entente.DomainLand}},
			{Fact: entente.Fact{ID: "one", Basis: entente.BasisReported, Cites: []entente.Citation{{Source: "s", Locator: "p. \xff"}}}, Contingents: []entente.Contingent{{Unit: entente.English("\xff")}, {Approximate: true}}},
		},
		Statements: []entente.Statement{{Fact: entente.Fact{ID: "said", Basis: entente.BasisAttributed, Cites: []entente.Citation{{Source: "s"}}}, Gist: entente.English("x")}},
	})
	var got []string
	for _, p := range err.(entente.Problems) {
		got = append(got, p.Error())
	}
	golden(t, "govalues.txt", strings.Join(got, "\n")+"\n")
	for _, want := range []error{entente.ErrUTF8, entente.ErrValue, entente.ErrMissing, entente.ErrDuplicate, entente.ErrUncited, entente.ErrRange} {
		if !errors.Is(err, want) {
			t.Errorf("no problem is %v", want)
		}
	}
}

func TestLoader_WarnsOnlyForSoundData(t *testing.T) {
	t.Parallel()
	var warned []string
	l := entente.Loader{Warn: func(p *entente.Problem) {
		if !errors.Is(p, entente.ErrUnused) {
			t.Errorf("a warning of another sort: %v", p)
		}
		warned = append(warned, p.Error())
	}}
	text := strings.Replace(nationsFile, `{"id": "s"}`, `{"id": "s"}, {"id": "t"}, {"id": "u"}`, 1)
	if _, err := l.Decode("f", strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	want := []string{
		`f:1:57: t: /sources/1/id: the source "t" is never cited; cite it, or leave it out`,
		`f:1:70: u: /sources/2/id: the source "u" is never cited; cite it, or leave it out`,
	}
	if diff := cmp.Diff(want, warned); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	warned = nil
	if _, err := l.Decode("f", strings.NewReader(strings.Replace(text, `"reported"`, `"guessed"`, 1))); err == nil || warned != nil {
		t.Errorf("data that is not sound: %v, warnings %v", err, warned)
	}
	if _, err := l.New(entente.Records{Sources: []entente.Source{{ID: "s"}}}); err != nil || len(warned) != 1 {
		t.Errorf("Go values: %v, warnings %v", err, warned)
	}
}

func TestLoad_SaysWhereAnIDIsFirst(t *testing.T) {
	t.Parallel()
	_, err := entente.Load(fstest.MapFS{"a.json": file(nationsFile), "b.json": file(strings.Replace(nationsFile, `"id": "s"`, `"id": "t"`, 1))})
	const want = `b.json:1:70: FR: /nations/0/id: ID "FR" is already used by a nation, on line 1 of a.json; choose another ID, or make them one record`
	if !errors.Is(err, entente.ErrDuplicate) || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
}

// A canceledReader stops with the error of a context after the first read.
type canceledReader struct {
	ctx    context.Context
	cancel context.CancelFunc
	r      io.Reader
}

func (r canceledReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	defer r.cancel()
	return r.r.Read(p[:1])
}

func TestDecode_StopsWhenTheContextOfItsReaderIsDone(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	d, err := entente.Decode("f", canceledReader{ctx, cancel, strings.NewReader(nationsFile)})
	if d != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("Decode = %v, %v", d, err)
	}
	rejected := &entente.Loader{Reject: func(r entente.Rejected) { t.Errorf("rejected %v", r) }}
	if _, err := rejected.Decode("f", canceledReader{ctx, cancel, nil}); !errors.Is(err, context.Canceled) {
		t.Errorf("with Reject: %v", err)
	}
}

// The unread part may hold what other files refer to.
func TestLoad_UnreadPartHidesDanglingReferences(t *testing.T) {
	t.Parallel()
	refers := exerciseFile // to "FR" and to "s"
	for name, unread := range map[string]struct {
		text string
		want error
	}{
		"no JSON":              {"<html>", entente.ErrSyntax},
		"cut off":              {nationsFile[:len(nationsFile)/2], entente.ErrSyntax},
		"no object":            {"[" + nationsFile + "]", entente.ErrType},
		"no object and no end": {"[" + nationsFile, entente.ErrSyntax},
		"too deep":             {strings.Repeat("[", 40) + strings.Repeat("]", 40), entente.ErrLimit},
		"misspelt sections":    {`{"format": "entente/1", "nation": [{"id": "FR"}]}`, entente.ErrUnknownMember},
		"no array":             {`{"format": "entente/1", "sources": {"id": "s"}}`, entente.ErrType},
		"a record without ID":  {`{"format": "entente/1", "sources": [{}]}`, entente.ErrMissing},
		"a record that is not": {`{"format": "entente/1", "sources": ["s"]}`, entente.ErrType},
		"an ID twice":          {`{"format": "entente/1", "sources": [{"id": "t", "id": "s"}]}`, entente.ErrDuplicate},
	} {
		_, err := entente.Load(fstest.MapFS{"a.json": file(refers), "b.json": file(unread.text)})
		if !errors.Is(err, unread.want) || errors.Is(err, entente.ErrReference) {
			t.Errorf("%s: %v", name, err)
		}
	}
	l := entente.Loader{Limits: entente.Limits{Bytes: int64(len(refers))}}
	_, err := l.Load(fstest.MapFS{"a.json": file(refers), "b.json": file(nationsFile + strings.Repeat(" ", 100))})
	if !errors.Is(err, entente.ErrLimit) || errors.Is(err, entente.ErrReference) {
		t.Errorf("too large: %v", err)
	}
	// Nothing refers to a coverage.
	_, err = entente.Load(fstest.MapFS{"a.json": file(refers), "b.json": file(`{"format": "entente/1", "coverage": [5], "coverage": 5}`)})
	if !errors.Is(err, entente.ErrReference) {
		t.Errorf("a coverage that cannot be read hides what dangles: %v", err)
	}
}

func TestLoad_OpensFilesOnceAndCloses(t *testing.T) {
	t.Parallel()
	fsys := &countingFS{FS: fstest.MapFS{"x/b.json": file(nationsFile), "y/a.json": file(exerciseFile)}, opened: make(map[string]int)}
	d, err := entente.Load(fsys, "y/*.json", "x/*.json", "*/*.json", "[y]/a.json")
	if err != nil || d.Len() != 2 {
		t.Fatalf("Load = %v, %v", d, err)
	}
	if diff := cmp.Diff(map[string]int{"x/b.json": 1, "y/a.json": 1}, fsys.opened); diff != "" || fsys.closed != 2 {
		t.Errorf("%d files were closed, and opened (-want +got):\n%s", fsys.closed, diff)
	}
}

// countingFS counts how often its files are opened and closed.
type countingFS struct {
	fs.FS
	opened map[string]int
	closed int
}

func (f *countingFS) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	if path.Ext(name) != ".json" {
		return file, err // a folder
	}
	f.opened[name]++
	return countingFile{file, f}, err
}

type countingFile struct {
	fs.File
	of *countingFS
}

func (f countingFile) Close() error {
	f.of.closed++
	return f.File.Close()
}

func TestLoad_RefusesNilInput(t *testing.T) {
	t.Parallel()
	if d, err := entente.Load(nil); d != nil || !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("Load from nil = %v, %v", d, err)
	}
	if d, err := entente.Decode("f", nil); d != nil || !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("Decode from nil = %v, %v", d, err)
	}
	if d, err := (*entente.Loader)(nil).Decode("f", strings.NewReader(nationsFile)); err != nil || d.Len() != 1 {
		t.Errorf("a nil Loader: %v, %v", d, err)
	}
}

func TestLimits_AllowTheirOwnValue(t *testing.T) {
	t.Parallel()
	depth := `{"format": "entente/1", "later": ` + strings.Repeat("[", 11) + strings.Repeat("]", 11) + `}` // 12 deep
	problems := strings.Replace(nationsFile, `"id": "FR"`, `"id": "FR", "a": 1, "b": 2, "c": 3`, 1)
	for name, c := range map[string]struct {
		text        string
		exact, less entente.Limits
	}{
		"bytes":   {nationsFile, entente.Limits{Bytes: int64(len(nationsFile))}, entente.Limits{Bytes: int64(len(nationsFile)) - 1}},
		"records": {nationsFile, entente.Limits{Records: 2}, entente.Limits{Records: 1}},
		"depth":   {depth, entente.Limits{Depth: 12}, entente.Limits{Depth: 11}},
		"problem": {problems, entente.Limits{Problems: 3}, entente.Limits{Problems: 2}},
	} {
		for _, ignore := range []bool{name == "depth", name != "problem"} {
			_, err := (&entente.Loader{Limits: c.exact, IgnoreUnknown: ignore}).Decode("f", strings.NewReader(c.text))
			if errors.Is(err, entente.ErrLimit) {
				t.Errorf("%s, just what is allowed: %v", name, err)
			}
			_, err = (&entente.Loader{Limits: c.less, IgnoreUnknown: ignore}).Decode("f", strings.NewReader(c.text))
			if !errors.Is(err, entente.ErrLimit) {
				t.Errorf("%s, more than is allowed: %v", name, err)
			}
		}
	}
}

// A null makes the loader read a file slowly, with the same result.
func TestLoader_ReadsKnownMembersBesideIgnoredOnes(t *testing.T) {
	t.Parallel()
	const known = `"title": {"en": "Known"}, "topics": [{"id": "drones"}], `
	for _, unknown := range []string{`"weather": [{"wet": true}]`, `"weather": [null]`, `"weather": {"wet": null}`, `"weather": null`,
		`"coverage": [{"complete": true, "odd": null}], "weather": {}`} {
		if !strings.Contains(unknown, "coverage") {
			unknown += `, "coverage": [{"complete": true}]`
		}
		text := strings.Replace(nationsFile, `"sources"`, unknown+", "+known+`"sources"`, 1)
		d, err := (&entente.Loader{IgnoreUnknown: true}).Decode("f", strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", unknown, err)
			continue
		}
		topics := d.Topics()
		if d.Title().String() != "Known" || !d.Coverage()[0].Complete || topics[len(topics)-1].ID != "drones" || !d.Has("FR") {
			t.Errorf("%s: title %v, coverage %v, topics %v", unknown, d.Title(), d.Coverage(), topics)
		}
		for bad, want := range map[string]error{
			strings.Replace(text, "format", "formt", 1):            entente.ErrFormat,
			strings.Replace(text, "entente/1", "entente/0", 1):     entente.ErrFormat,
			strings.Replace(text, "[{", `[{"a": 1, "a": 2}, {`, 1): entente.ErrDuplicate,
			text[:len(text)-1]: entente.ErrSyntax,
			text + "{}":        entente.ErrSyntax,
			strings.Replace(text, `"weather"`, `"nations": [], "weather"`, 1): entente.ErrDuplicate,
		} {
			if _, err := (&entente.Loader{IgnoreUnknown: true}).Decode("f", strings.NewReader(bad)); !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", bad, err, want)
			}
		}
	}
}

func TestLoader_GivesEveryWarning(t *testing.T) {
	t.Parallel()
	var records entente.Records
	for i := range 1200 {
		records.Sources = append(records.Sources, entente.Source{ID: entente.ID(fmt.Sprintf("s%d", i))})
	}
	warned := 0
	l := entente.Loader{Warn: func(*entente.Problem) { warned++ }, Limits: entente.Limits{Problems: 1}}
	if _, err := l.New(records); err != nil || warned != 1200 {
		t.Errorf("%d warnings, %v", warned, err)
	}
}

func TestLoader_BaseTitleAndTopics(t *testing.T) {
	t.Parallel()
	base, err := entente.New(entente.Records{Title: entente.English("Base"), Topics: []entente.TopicDeclaration{{ID: "drones", Broader: entente.TopicSecurity}}})
	if err != nil {
		t.Fatal(err)
	}
	l := entente.Loader{Base: base}
	if _, err := l.New(entente.Records{Topics: []entente.TopicDeclaration{{ID: "drones", Broader: entente.TopicEconomy}}}); !errors.Is(err, entente.ErrDuplicate) {
		t.Errorf("a topic of the base declared again: %v", err)
	}
	for title, want := range map[string]string{"": "Base", "Mine": "Mine"} {
		d, err := l.New(entente.Records{Title: entente.English(title)})
		if err != nil || d.Title().String() != want || base.Title().String() != "Base" {
			t.Errorf("the title is %q, %v; want %q", d.Title(), err, want)
		}
	}
	untitled, err := entente.New(entente.Records{})
	if err != nil {
		t.Fatal(err)
	}
	if u := untitled.Union(base); u.Title().String() != "Base" {
		t.Errorf("the title of a union is %q", u.Title())
	}
}

func TestLoader_BaseCoverage(t *testing.T) {
	t.Parallel()
	everything, exercises := entente.Coverage{}, entente.Coverage{Kinds: []entente.Kind{entente.KindExercise}}
	for name, c := range map[string]struct{ base, own, want []entente.Coverage }{
		"of both":                    {[]entente.Coverage{exercises}, []entente.Coverage{exercises}, []entente.Coverage{exercises, exercises}},
		"everything in the base":     {[]entente.Coverage{everything}, []entente.Coverage{exercises}, []entente.Coverage{everything, exercises}},
		"everything in the new data": {[]entente.Coverage{exercises}, []entente.Coverage{everything}, []entente.Coverage{exercises, everything}},
		"everything in both, once":   {[]entente.Coverage{everything}, []entente.Coverage{everything, exercises}, []entente.Coverage{everything, exercises}},
	} {
		base, err := entente.New(entente.Records{Coverage: c.base})
		if err != nil {
			t.Fatal(err)
		}
		d, err := (&entente.Loader{Base: base}).New(entente.Records{Coverage: c.own})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, d.Coverage()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestLoader_IgnoresClaimsAboutUnknownMembers(t *testing.T) {
	t.Parallel()
	later := strings.Replace(nationsFile, `"id": "FR"`, `"id": "FR", "armies": 3, "claims": [
		{"member": "armies", "value": {"en": "4"}, "cites": [{"source": "t"}]}, {"member": "name", "value": {"en": "Gaul"}, "cites": [{"source": "s"}]}]`, 1)
	later = strings.Replace(later, `{"id": "s"}`, `{"id": "s"}, {"id": "t"}`, 1)
	if _, err := entente.Decode("f", strings.NewReader(later)); !errors.Is(err, entente.ErrUnknownMember) {
		t.Errorf("without the switch: %v", err)
	}
	d, err := (&entente.Loader{IgnoreUnknown: true}).Decode("f", strings.NewReader(later))
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := d.Nation("FR"); len(n.Claims) != 1 || n.Claims[0].Member != "name" || d.Citing("s").Len() != 1 || d.Citing("t").Len() != 0 {
		t.Errorf("claims %v", n.Claims)
	}
}

func TestProblem_IsOneLine(t *testing.T) {
	t.Parallel()
	_, err := entente.Decode("f", iotest.ErrReader(errors.New("first\nsecond")))
	if err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("%v", err)
	}
}

// "EST" is a code for Estonia, not a misspelling of "ES".
func TestLoad_ExplainsOtherIDsOfNations(t *testing.T) {
	t.Parallel()
	file := func(party string) string {
		return strings.NewReplacer("FR", party, `"nations": [`, `"nations": [{"id": "ES", "basis": "reported", "cites": [{"source": "s"}]}, `).Replace(
			strings.Replace(nationsFile, `]}]}`, `]}], "exercises": [{"id": "visit", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Visit"}, "contingents": [{"nation": "`+party+`"}]}]}`, 1))
	}
	for party, want := range map[string]string{
		"EST": `write "EE"`, "Spain": `write "ES"`, "Atlantis": "nation.Lookup finds it by name", "QQQ": "nation.Lookup finds it by name", "fr": `write "FR"`,
	} {
		text := file(party)
		if party != "fr" {
			text = strings.Replace(text, `{"id": "`+party+`"`, `{"id": "FR"`, 1)
		}
		_, err := entente.Decode("f", strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "did you mean") || len(err.(entente.Problems)) != 1 {
			t.Errorf("%s: %v", party, err)
		}
	}
}

func TestLoad_NamesWhatIsNoJSON(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"404 page not found\n": "f:1:1: this is text, not JSON",
		"403 Forbidden":        "f:1:1: this is text, not JSON",
		"true story":           "f:1:1: this is text, not JSON",
		`{"format": "entente/1", "title": {"en": "a\u00`:                    "f:1:47: /title/en: the file ends too early",
		`{"format": "entente/1", "title": {"en": "a\`:                       "f:1:44: /title/en: the file ends too early",
		`{"format": "entente/1", "title": {"en": "\ud83d\u`:                 "f:1:50: /title/en: the file ends too early",
		"{\"format\": \"entente/1\",\n<<<<<<< ours\n\"nations\": []}":       "f:2:1: the conflict markers of an unfinished merge; finish the merge",
		"{\"format\": \"entente/1\",\n\"nations\": []\n>>>>>>> theirs\n}":   "f:3:1: the conflict markers of an unfinished merge; finish the merge",
		"{\"format\": \"entente/1\", \"sources\": [{\"id\":\n=======\n7}]}": "f:2:1: /sources/0/id: the conflict markers of an unfinished merge; finish the merge",
		"{\"format\": \"entente/1\"}\n<<<<<<< ours\n":                       "f:2:1: the conflict markers of an unfinished merge; finish the merge",
		`{"format":Ĭ}`: `f:1:11: /format: '\u012c' where a value should be`,
		"{\"format\": \"entente/1\",\r\"sources\": [\r{\"id\": 7}]}":   "f:3:8: /sources/0/id",
		"{\"format\": \"entente/1\",\r\r\n\"sources\": [{\"id\": 7}]}": "f:2:20: /sources/0/id",
	} {
		_, err := entente.Decode("f", strings.NewReader(text))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q gives %v; want %s", text, err, want)
		}
	}
}

// badReader gives counts that no reader may, or never anything.
type badReader struct{ n int }

func (r badReader) Read(p []byte) (int, error) { return r.n, nil }

type openFS func(name string) (fs.File, error)

func (f openFS) Open(name string) (fs.File, error) { return f(name) }

func (f openFS) Glob(string) ([]string, error) { return []string{"f.json"}, nil }

// sparse is a file that says it is huge, and cannot be read.
type sparse struct{ fs.File }

func (sparse) Stat() (fs.FileInfo, error) { return sparseInfo{}, nil }
func (sparse) Read([]byte) (int, error)   { panic("read") }
func (sparse) Close() error               { return nil }

type sparseInfo struct{ fs.FileInfo }

func (sparseInfo) Size() int64       { return 1 << 40 }
func (sparseInfo) Mode() fs.FileMode { return 0 }

// nameless is a file whose Stat gives nothing.
type nameless struct{ io.Reader }

func (nameless) Stat() (fs.FileInfo, error) { return nil, nil }
func (nameless) Close() error               { return nil }

func TestLoad_BearsBrokenCollaborators(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]error{-1: nil, math.MaxInt32: nil, 0: io.ErrNoProgress} {
		if d, err := entente.Decode("f", badReader{n}); d != nil || err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("a reader that returns %d: %v, %v", n, d, err)
		}
	}
	for name, c := range map[string]struct {
		file fs.File
		want error
	}{
		"no file":                {nil, fs.ErrInvalid},
		"a file without measure": {sparse{}, entente.ErrLimit},
		"no information":         {nameless{strings.NewReader(nationsFile)}, nil},
	} {
		_, err := entente.Load(openFS(func(string) (fs.File, error) { return c.file, nil }))
		if !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	l := &entente.Loader{Limits: entente.Limits{Bytes: math.MaxInt64, Records: math.MaxInt, Problems: math.MaxInt}}
	if _, err := l.Decode("f", strings.NewReader(nationsFile)); err != nil {
		t.Errorf("with the largest limits: %v", err)
	}
}

func TestDecode_RefusesNilPointers(t *testing.T) {
	t.Parallel()
	for _, r := range []io.Reader{nil, (*bytes.Buffer)(nil), (*os.File)(nil)} {
		if d, err := entente.Decode("f", r); d != nil || !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%T: %v, %v", r, d, err)
		}
	}
}

func TestLoad_ReportsPatternsBesideFiles(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"a.json": file(strings.Replace(nationsFile, `"FR"`, `"ZZ"`, 1))}
	_, err := entente.Load(fsys, "*.json", "[", "b.json", "none/*.json", "none/*/c.json")
	const want = "[: the pattern is malformed; see path.Match\n" +
		`a.json:1:70: ZZ: /nations/0/id: no nation has the ID "ZZ"`
	if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "\nb.json: no file matches\n"+
		`none/*.json: no file matches, because there is no folder "none"`) ||
		!strings.Contains(err.Error(), `none/*/c.json: no file matches, because there is no folder "none"`) {
		t.Errorf("problems\n%v", err)
	}
}

func TestLoader_DoubtsWhatIsReportedBeforeItIsHeld(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		status, when string
		want         int
	}{
		{"held", "2024-05-01", 0}, {"held", "2024-05-02", 1}, {"under-way", "2024-05-02", 1}, {"planned", "2024-05-02", 0},
		{"held", "2024-05", 0}, {"held", "2024-04-30", 0},
	} {
		n := 0
		l := &entente.Loader{Warn: func(p *entente.Problem) { n++ }}
		_, err := l.Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "s", "published": "2024-05-01"}],
			"exercises": [{"id": "e", "basis": "reported", "cites": [{"source": "s"}], "status": "`+c.status+`", "when": "`+c.when+`"}]}`))
		if err != nil || n != c.want {
			t.Errorf("%s %s: %d warnings, want %d; %v", c.status, c.when, n, c.want, err)
		}
	}
}
