package entente_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
)

// suggested returns the JSON that a hint says to write, if it says it in full.
func suggested(hint string) (jsontext.Value, bool) {
	text, ok := strings.CutPrefix(hint, "write ")
	if !ok {
		if text, ok = strings.CutPrefix(hint, "did you mean "); !ok {
			return nil, false
		}
		text = strings.TrimSuffix(text, "?")
	}
	v := jsontext.Value(text)
	return v, v.IsValid() && !strings.Contains(text, "…")
}

// following returns the value in JSON that begins at the offset.
func following(data []byte, offset int64) jsontext.Value {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data[offset:]), jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	v, err := dec.ReadValue()
	if err != nil {
		return nil
	}
	return v
}

// followHints does what each hint of the problems of a file says, loads again,
// and checks that the problem is gone. It returns how many it followed.
func followHints(t *testing.T, name string, data []byte) (n int) {
	t.Helper()
	_, err := entente.Decode("f", bytes.NewReader(data))
	var problems entente.Problems
	errors.As(err, &problems)
	for _, p := range problems {
		write, ok := suggested(p.Hint)
		if !ok || p.Line == 0 || errors.Is(p, entente.ErrSyntax) {
			continue
		}
		old := following(data, p.Offset)
		if old == nil {
			continue
		}
		n++
		mended := append(append(bytes.Clone(data[:p.Offset]), write...), data[int(p.Offset)+len(old):]...)
		_, err := entente.Decode("f", bytes.NewReader(mended))
		var left entente.Problems
		errors.As(err, &left)
		for _, q := range left {
			if q.Offset == p.Offset && !strings.Contains(q.Message, "occurs twice") && (q.Pointer == p.Pointer || errors.Is(q, entente.ErrUnknownMember)) {
				t.Errorf("%s: %v\n\tdone, it gives %v", name, p, q)
			}
		}
	}
	return n
}

// followAllHints does at once what all hints of the problems of a file say, again
// if that shows what was in an unknown member, and checks that the file then loads.
// It reports false if a hint does not say in full what to write.
func followAllHints(t *testing.T, name string, data []byte) bool {
	t.Helper()
	_, err := entente.Decode("f", bytes.NewReader(data))
	left, n := err, 0
	for mended := data; left != nil; n++ {
		var problems entente.Problems
		errors.As(left, &problems)
		for _, p := range slices.Backward(problems) {
			write, ok := suggested(p.Hint)
			old := following(mended, p.Offset)
			if n > 0 && strings.Contains(p.Message, "occurs twice") {
				return false // an earlier hint has added it
			}
			if n == 2 || n > 0 && !ok {
				t.Errorf("%s: the problems\n%v\ndone, give\n%v", name, err, left)
			}
			if n == 2 || !ok || p.Line == 0 || errors.Is(p, entente.ErrSyntax) || old == nil {
				return false
			}
			mended = slices.Concat(mended[:p.Offset], write, mended[int(p.Offset)+len(old):])
		}
		_, left = entente.Decode("f", bytes.NewReader(mended))
	}
	return n > 0
}

func TestHints_AreNotRefusedInTurn(t *testing.T) {
	t.Parallel()
	n, whole := 0, 0
	for _, name := range dataFiles(t, "testdata/bad") {
		data, err := os.ReadFile(filepath.Join("testdata/bad", name))
		if err != nil {
			t.Fatal(err)
		}
		n += followHints(t, name, data)
		if followAllHints(t, name, data) {
			whole++
		}
	}
	if n < 50 || whole < 40 {
		t.Errorf("only %d hints were followed, and those of %d files at once", n, whole)
	}
}

func TestHints_SayWhatIsMeant(t *testing.T) {
	t.Parallel()
	const facts = `"basis": "reported", "cites": [{"source": "rappler"}]`
	file := func(more string) string {
		return `{"format": "entente/1", "sources": [{"id": "rappler"}], "organizations": [{"id": "navy", "name": {"en": "Navy"}, ` + facts + `}], ` + more + `}`
	}
	exercise := func(more string) string { return file(`"exercises": [{"id": "e", ` + facts + `, ` + more + `}]`) }
	const anyDate = "write a date as YYYY, YYYY-MM or YYYY-MM-DD, or a period as two dates and a slash"
	for _, c := range []struct{ text, want string }{
		{exercise(`"contingents": [{"nation": "PHL"}]`), `write "PH"`},
		{exercise(`"contingents": [{"nation": "Japan"}]`), `write "JP"`},
		{exercise(`"contingents": [{"nation": "jp"}]`), `write "JP"`},
		{exercise(`"contingents": [{"nation": "UK"}]`), `write "GB"`},
		{exercise(`"contingents": [{"nation": "USSR"}]`), `write "SUHH"`},
		{exercise(`"contingents": [{"nation": "Korea"}]`), `write one of "KP", "KR", "KOREA"`},
		{exercise(`"contingents": [{"organization": "nayv"}]`), `did you mean "navy"?`},
		{exercise(`"when": "1991-"`), `write "1991/.."`},
		{exercise(`"when": "May 2024/present"`), `write "2024-05/.."`},
		{exercise(`"when": "c. 2020?"`), anyDate},
		{exercise(`"when": "/..."`), anyDate},
		{exercise(`"when": "2024 - 2020"`), anyDate},
		{exercise(`"domains": ["sea"]`), `did you mean "maritime"?`},
		{exercise(`"status": "ongoing"`), `did you mean "under-way"?`},
		{exercise(`"forms": ["CPX"]`), `did you mean "command-post"?`},
		{file(`"assessments": [{"id": "a", "gist": {"en": "x"}, "modality": "could", "basis": "assessed", "cites": [{"source": "rappler"}]}]`), `did you mean "possible"?`},
		{file(`"nations": [{"id": "Japan", ` + facts + `}]`), `write "JP"`},
		{file(`"nations": [{"id": "JPN", ` + facts + `}, {"id": "JP", ` + facts + `}]`), `the ID is "JP", which already has a record`},
		{`{"format": "entente/1", "sources": [{"id": "Rappler"}]}`, `write "rappler"`},
		{`{"format": "entente/1", "sources": [{"id": "The  Diplomat, 2024"}]}`, `write "the-diplomat-2024"`},
		{`{"format": "entente/1", "sources": [{"id": "rappler"}, {"id": "Rappler"}]}`, "write lower-case letters, digits and single hyphens, a letter first, at most 64 bytes"},
		{strings.Replace(exercise(`"note": {"en": "x"}`), `"source": "rappler"`, `"source": "Rappler"`, 1), `did you mean "rappler"?`},
	} {
		_, err := entente.Decode("f", strings.NewReader(c.text))
		var problems entente.Problems
		if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Hint != c.want {
			t.Errorf("%s\n\tgives %v; want the hint %s", c.text, err, c.want)
		}
		followHints(t, c.want, []byte(c.text))
		followAllHints(t, c.want, []byte(c.text))
	}
}

// One slip is one problem. What all hints say together gives a sound file.
func TestHints_DoNotUndoEachOther(t *testing.T) {
	t.Parallel()
	organization := func(id string) string {
		return `{"id": "` + id + `", "name": {"en": "X"}, ` + cites + `}`
	}
	const topics = `"topics": [{"id": "Doctrine"}, {"id": "air-doctrine", "broader": "doctrine"}]`
	for _, c := range []struct{ name, text, want string }{
		{"a reference to the right ID", data(`"organizations": [`+organization("Navy")+`]`,
			`"partnerships": [{"id": "p", `+cites+`, "parties": ["PK", "navy"]}]`), `"Navy" is not a valid ID; write "navy"`},
		{"references in a claim and a coverage", data(`"coverage": [{"parties": ["south-asia"]}]`,
			`"blocs": [`+strings.Replace(organization("south_asia"), cites, cites+`, "claims": [{"member": "members", "value": ["PK"], "cites": [{"source": "s"}]}]`, 1)+`]`),
			`"south_asia" is not a valid ID; write "south-asia"`},
		{"a source", `{"format": "entente/1", "sources": [{"id": "S"}, {"id": "copy", "reprints": "s"}], "nations": [{"id": "PK", ` + cites + `}]}`,
			`"S" is not a valid ID; write "s"`},
		{"a source and a record may share an ID", data(`"organizations": [` + organization("S") + `]`), `"S" is not a valid ID; write "s"`},
		{"a nation of its own", data(`"nations": [`+organization("zubrowka")+`]`,
			`"partnerships": [{"id": "p", `+cites+`, "parties": ["PK", "ZUBROWKA"]}]`), `no nation has the ID "zubrowka"; write "ZUBROWKA"`},
		{"a topic", data(topics, `"nations": [{"id": "PK", "topics": ["doctrine"], `+cites+`}]`), `"Doctrine" is not a valid topic; write "doctrine"`},
		{"a reference that is not quite right either", data(`"organizations": [`+organization("Navy")+`]`,
			`"partnerships": [{"id": "p", `+cites+`, "parties": ["PK", "nayv"]}]`),
			`"Navy" is not a valid ID; write "navy" | no record or nation has the ID "nayv"; did you mean "navy"?`},
		{"a topic that is not quite right either", data(topics, `"nations": [{"id": "PK", "topics": ["doctrne"], `+cites+`}]`),
			`"Doctrine" is not a valid topic; write "doctrine" | unknown topic "doctrne"; did you mean "doctrine"?`},
		{"a topic that is misspelt where it is declared", data(`"topics": [{"id": "doctrien"}]`,
			`"nations": [{"id": "PK", "topics": ["doctrine"], `+cites+`}, {"id": "FR", "topics": ["doctrine"], `+cites+`}]`),
			`unknown topic "doctrine", to which 2 references point; did you mean "doctrien"?`},
	} {
		_, err := entente.Decode("f", strings.NewReader(c.text))
		var problems entente.Problems
		errors.As(err, &problems)
		var got []string
		for _, p := range problems {
			got = append(got, p.Message+"; "+p.Hint)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " | ")); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
		if !strings.Contains(c.want, "references point") && !followAllHints(t, c.name, []byte(c.text)) {
			t.Errorf("%s: a hint says too little", c.name)
		}
	}
}

// Of several that are meant to have one ID, only the first is told to.
func TestHints_GiveAnIDOnce(t *testing.T) {
	t.Parallel()
	_, err := entente.Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "Navy"}, {"id": "NAVY"}],
		"nations": [{"id": "PAK", "basis": "reported", "cites": [{"source": "navy"}]}, {"id": "Pakistan", "basis": "reported", "cites": [{"source": "navy"}]}]}`))
	const want = `f:1:44: Navy: /sources/0/id: "Navy" is not a valid ID; write "navy"
f:1:60: NAVY: /sources/1/id: "NAVY" is not a valid ID; write lower-case letters, digits and single hyphens, a letter first, at most 64 bytes
f:2:22: PAK: /nations/0/id: no nation has the ID "PAK"; write "PK"
f:2:89: Pakistan: /nations/1/id: no nation has the ID "Pakistan"; the ID is "PK", which already has a record`
	if err == nil || err.Error() != want {
		t.Errorf("problems\n%v\nwant\n%s", err, want)
	}
}

// A malformed ID is one problem, also if nobody can tell what it is meant to be.
func TestHints_KnowLettersThatLookAlike(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"src-\u043Ene": `is not a valid ID; write "src-one", all in Latin letters`,
		"\u0455rc-one": `is not a valid ID; write "src-one", all in Latin letters`,
		"src-\xff":     "/sources/0/id: not valid UTF-8; save the file as UTF-8",
		`src-\ud800`:   "/sources/0/id: an escape for half a character, \\ud800 to \\udfff; write the character itself, or both halves",
	} {
		_, err := entente.Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "`+id+`"}],
			"nations": [{"id": "PK", "basis": "reported", "cites": [{"source": "src-one"}]}]}`))
		if err == nil || !strings.HasSuffix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v; want %s", id, err, want)
		}
	}
	_, err := entente.Decode("f", strings.NewReader(data(`"nations": [{"id": "PK", `+cites+`, "claims": [{"member": "name", "value": {"en": "\ud800"}, `+
		`"cites": [{"source": "s"}]}]}]`)))
	if err == nil || !strings.HasSuffix(err.Error(), `/value/en: an escape for half a character, \ud800 to \udfff; write the character itself, or both halves`) {
		t.Error(err)
	}
	_, err = entente.Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "\u0441\u043E\u0440"}]}`))
	if err == nil || !strings.HasSuffix(err.Error(), "at most 64 bytes") {
		t.Error(err) // no letter of it is Latin
	}
}

// Where nothing has the ID, the hint does not say to declare one that is refused.
func TestHints_DeclareOnlyValidIDs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ member, want string }{
		{`"contingents": [{"nation": "FR", "commanders": ["PK"]}]`, `"PK" is a nation; write the ID of an official`},
		{`"contingents": [{"bloc": "SUHH"}]`, `"SUHH" is a nation; write the ID of a bloc`},
		{`"places": [{"facility": "PRUSSIA"}]`, `"PRUSSIA" is a nation; write the ID of an organization`},
		{`"contingents": [{"nation": "FR", "commanders": ["Ivan Ivanov"]}]`, `no official has the ID "Ivan Ivanov"; declare it under "officials", as "ivan-ivanov"`},
		{`"contingents": [{"nation": "FR", "commanders": ["Иван"]}]`, `no official has the ID "Иван"; write the ID of an official`},
		{`"contingents": [{"nation": "FR", "commanders": ["ivan"]}]`, `no official has the ID "ivan"; declare it under "officials"`},
		{`"by": "Somebody"`, `no record or nation has the ID "Somebody"; for a nation, write the ISO 3166 code, such as "FR"; nation.Lookup finds it by name`},
		{`"by": "x_y"`, `has the ID "x_y"; write the ID of `},
		{`"topics": ["War_Games"]`, `unknown topic "War_Games"; declare it under "topics", as "war-games", or use one of `},
	} {
		facts := cites
		if strings.HasPrefix(c.member, `"by"`) {
			facts = strings.Replace(cites, "reported", "attributed", 1)
		}
		_, err := entente.Decode("f", strings.NewReader(data(`"exercises": [{"id": "e", `+facts+`, `+c.member+`}]`)))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s\n\tgives %v; want %s", c.member, err, c.want)
		}
	}
}

func TestDecode_SaysThatALaterVersionIsNeeded(t *testing.T) {
	t.Parallel()
	for format, later := range map[string]bool{
		"entente/2": true, "entente/10": true, "entente/0": false, "entente/1.1": false, "entente/x": false, "entente": false, "geojson/2": false,
	} {
		_, err := entente.Decode("f", strings.NewReader(`{"format": "`+format+`"}`))
		if !errors.Is(err, entente.ErrFormat) || strings.Contains(err.Error(), "a later version") != later {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestReferences_ToOneWrongIDAreOneProblem(t *testing.T) {
	t.Parallel()
	const facts = `"basis": "reported", "cites": [{"source": "rapler"}]`
	_, err := entente.Decode("f", strings.NewReader(`{"format": "entente/1", "sources": [{"id": "rappler"}], "nations": [{"id": "FR", `+
		facts+`}, {"id": "PH", `+facts+`}], "exercises": [{"id": "e", `+facts+`, "contingents": [{"organization": "rapler"}]}]}`))
	const want = `f:1:124: FR: /nations/0/cites/0/source: no source has the ID "rapler", to which 3 references point; did you mean "rappler"?
f:1:319: e: /exercises/0/contingents/0/organization: no organization has the ID "rapler"; declare it under "organizations"`
	if err == nil || err.Error() != want {
		t.Errorf("problems\n%v\nwant\n%s", err, want)
	}
}

// A thousand misspelt references beside as many IDs that are much like them took
// four seconds, 300 times a loop that counts to 25 million. Each still has its hint.
func TestHints_AreCheapBesideNearNames(t *testing.T) {
	t.Parallel()
	const n = 900
	const prefix = "organization-of-armed-forces-no"
	for name, input := range map[string]string{
		"records": data(`"organizations": [`+many(n, `{"id": "`+prefix+`%d", "name": {"en": "X"}, `+cites+`}`)+`]`,
			`"partnerships": [{"id": "p", `+cites+`, "parties": [`+many(n, `"`+prefix+`%dy"`)+`]}]`),
		"sources": `{"format": "entente/1", "sources": [` + many(n, `{"id": "`+prefix+`%d"}`) + `],
			"nations": [{"id": "PK", "basis": "reported", "cites": [` + many(n, `{"source": "`+prefix+`%dy"}`) + `]}]}`,
		"topics": data(`"topics": [`+many(n, `{"id": "`+prefix+`%d"}`)+`]`,
			`"nations": [{"id": "PK", `+cites+`, "topics": [`+many(n, `"`+prefix+`%dy"`)+`]}]`),
		"topics that are like none": data(`"topics": [`+many(n, `{"id": "`+prefix+`%d"}`)+`]`,
			`"nations": [{"id": "PK", `+cites+`, "topics": [`+many(n, `"quite-another-topic%d"`)+`]}]`),
	} {
		var problems entente.Problems
		times := timesALoop(func() {
			_, err := entente.Decode("f", strings.NewReader(input))
			errors.As(err, &problems)
		})
		if len(problems) != n || times > 60 {
			t.Errorf("%s: %d problems in %.1f times a loop", name, len(problems), times)
		}
		for _, p := range problems {
			if !strings.HasPrefix(p.Hint, "did you mean ") && !strings.HasPrefix(p.Hint, "declare it ") || len(p.Hint) > 1000 {
				t.Fatalf("%s: the hint %.200q of %d bytes", name, p.Hint, len(p.Hint))
			}
		}
	}
}

// Among thousands of IDs the nearest is not worth the search, whatever they are of.
func TestHints_AreNotSoughtAmongThousands(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		organizations, sources         int
		baseOrganizations, baseSources int
		want                           bool
	}{{1, 1, 0, 0, true}, {1000, 1000, 0, 0, true}, {2000, 1, 0, 0, false}, {1, 2000, 0, 0, false},
		{1, 1, 998, 1000, true}, {1, 1, 1000, 999, false}, {1, 1, 2, 1997, false}} {
		records := func(prefix string, organizations, sources int) (r entente.Records) {
			for i := range sources {
				r.Sources = append(r.Sources, entente.Source{ID: entente.ID(prefix + "source-" + strconv.Itoa(i))})
			}
			cites := []entente.Citation{{Source: entente.ID(prefix + "source-0")}}
			for i := range organizations {
				r.Organizations = append(r.Organizations, entente.Organization{Name: entente.English("Staff"),
					Fact: entente.Fact{ID: entente.ID(prefix + "staff-" + strconv.Itoa(i)), Basis: entente.BasisReported, Cites: cites}})
			}
			return r
		}
		base, err := entente.New(records("base-", c.baseOrganizations, c.baseSources))
		if err != nil {
			t.Fatal(err)
		}
		r := records("", c.organizations, c.sources)
		r.Organizations[0].Parent = "stuff-0"
		_, err = (&entente.Loader{Base: base}).New(r)
		if err == nil || strings.Contains(err.Error(), `did you mean "staff-0"?`) != c.want {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
