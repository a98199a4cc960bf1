package entente

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"
)

func aboutFile(members string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(`{"format": "entente/1", ` + members + `}`)}
}

func saidOf(d *Dataset) string {
	return fmt.Sprintf("%s, %s %s, %v, %s, %v", d.Title(), d.Edition().Version, d.Edition().Date, d.Authors(), d.Licence(), d.Extra())
}

func TestLoad_CombinesWhatFilesSayOfThemselves(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		files []string
		want  string
	}{
		"one file": {[]string{`"edition": {"version": "1"}, "authors": ["B", "A"], "licence": "MIT AND MIT", "extra": {"k": "1"}`},
			", 1 , [B A], MIT AND MIT, [{k 1}]"},
		"a head and its parts": {[]string{`"authors": ["A"]`, `"title": {"en": "T"}, "edition": {"version": "2", "date": "2024-10"}`, `"title": {"en": "U"}`},
			"T, 2 2024-10, [A], , []"},
		"the same":            {[]string{`"edition": {"version": "1"}, "licence": "MIT"`, `"edition": {"version": "1"}, "licence": "MIT"`}, ", 1 , [], MIT, []"},
		"other editions":      {[]string{`"edition": {"version": "1"}`, `"edition": {"version": "2"}`, `"edition": {"version": "1"}`}, ",  , [], , []"},
		"authors":             {[]string{`"authors": ["B", "A"]`, `"authors": ["C", "A"]`}, ",  , [B A C], , []"},
		"a licence to choose": {[]string{`"licence": "MIT OR 0BSD"`, `"licence": "CC0-1.0 AND (X AND Y)"`}, ",  , [], (MIT OR 0BSD) AND CC0-1.0 AND (X AND Y), []"},
		"licences":            {[]string{`"licence": "MIT"`, `"authors": ["A"]`, `"licence": "CC0-1.0 AND MIT"`}, ",  , [A], MIT AND CC0-1.0, []"},
		"extra":               {[]string{`"extra": {"2": "a", "1": "a"}`, `"extra": {"3": "b", "2": "a"}`}, ",  , [], , [{1 a} {2 a} {3 b}]"},
		"extra of the last":   {[]string{`"authors": []`, `"extra": {"1": "a"}`}, ",  , [], , [{1 a}]"},
	} {
		fsys := make(fstest.MapFS)
		for i, members := range c.files {
			fsys[fmt.Sprintf("%d.json", i)] = aboutFile(members)
		}
		d, err := Load(fsys)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again, err := Decode("again", bytes.NewReader(written(t, d)))
		if err != nil {
			t.Fatal(err)
		}
		if got := saidOf(d); got != c.want || saidOf(again) != c.want {
			t.Errorf("%s: %s, and read again %s, want %s", name, got, saidOf(again), c.want)
		}
	}
	var none *Dataset
	if none.Edition() != (Edition{}) || none.Authors() != nil || none.Licence() != "" || none.Extra() != nil {
		t.Error("a nil dataset says something of itself")
	}
}

func TestLoad_ReportsWhatFilesSayWrongly(t *testing.T) {
	t.Parallel()
	base := mustNew(t, small(func(r *Records) { r.Extra = Extra{{"k", "0"}, {"a/b", "0"}} }))
	for name, c := range map[string]struct {
		loader Loader
		files  []string
		want   string
	}{
		"another value under a key": {Loader{}, []string{"\"extra\": {\n\"j\": \"1\",\n\"a/b\": \"1\"}", `"authors": ["A"]`, `"extra": {"a/b": "2", "j": "1"}`},
			`2.json:1:42: /extra/a~1b: key "a/b" has another value, on line 3 of 0.json; correct one of them, or choose another key`},
		"a third value": {Loader{}, []string{`"extra": {"k": "1"}`, `"extra": {"k": "2"}`, `"extra": {"k": "2"}`},
			`1.json:1:40: /extra/k: key "k" has another value, on line 1 of 0.json; correct one of them, or choose another key
2.json:1:40: /extra/k: key "k" has another value, on line 1 of 0.json; correct one of them, or choose another key`},
		"another value than the base": {Loader{Base: base}, []string{`"extra": {"a/b": "0"}`, `"extra": {"k": "1"}`},
			`1.json:1:40: /extra/k: key "k" has another value in the base dataset; correct one of them, or choose another key`},
		"the members of a later file": {Loader{}, []string{`"authors": ["A"], "edition": {"version": "1"}, "licence": "MIT", "extra": {"k": "1"}`,
			`"authors": ["A", ""], "edition": {"version": " "}, "licence": " ", "extra": {" ": "1"}`},
			`1.json:1:42: /authors/1: an empty name; write it, or leave it out
1.json:1:70: /edition/version: no version; write "version": "…"
1.json:1:87: /licence: the text is blank; write it, or leave it out
1.json:1:102: /extra/ : an entry of "extra" has no key; write the name of the column`},
		"a value that cannot be read": {Loader{}, []string{`"extra": {"k": "1"}`, `"extra": {"k": 2}`, `"extra": {"k": "3"}`},
			`1.json:1:40: /extra/k: a value of extra must be a string, not a number; write "2"
2.json:1:40: /extra/k: key "k" has another value, on line 1 of 0.json; correct one of them, or choose another key`},
	} {
		fsys := make(fstest.MapFS)
		for i, members := range c.files {
			fsys[fmt.Sprintf("%d.json", i)] = aboutFile(members)
		}
		for _, reject := range []func(Rejected){nil, func(Rejected) {}} {
			c.loader.Reject = reject
			d, err := c.loader.Load(fsys)
			if err == nil || d != nil || err.Error() != c.want {
				t.Errorf("%s: %v\n%v, want\n%s", name, d, err, c.want)
			}
		}
	}
	if _, err := (&Loader{Base: base.Filter(pick("FR"))}).New(Records{Extra: Extra{{"k", "1"}}}); err != nil {
		t.Errorf("a base without its extra: %v", err)
	}
	if _, err := (&Loader{Base: base}).New(Records{Extra: Extra{{"k", "1"}}}); err == nil ||
		err.Error() != `/extra/k: key "k" has another value in the base dataset; correct one of them, or choose another key` {
		t.Errorf("Go values: %v", err)
	}
}

func TestEmbedded_SayEditionAuthorsLicence(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*Dataset{"article": Article(), "chronicle": Chronicle()} {
		if d.Edition().Version == "" || d.Edition().Date.IsZero() || len(d.Authors()) == 0 || d.Licence() != "CC-BY-4.0" {
			t.Errorf("%s: edition %v, authors %v, licence %q", name, d.Edition(), d.Authors(), d.Licence())
		}
	}
}
