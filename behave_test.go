package entente_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"html/template"
	"io"
	"log/slog"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

// first returns the first record that a test can print in full.
func first[T any](t *testing.T, seq func(func(T) bool)) T {
	t.Helper()
	for v := range seq {
		return v
	}
	t.Fatalf("no %T", *new(T))
	panic("unreachable")
}

// everyType returns a value of each exported type that is not zero.
func everyType(t *testing.T) []any {
	d := entente.Chronicle()
	exercise, _ := d.Exercise("druzhba-1")
	agreement := first(t, d.Agreements())
	official, _ := d.Official("fomin")
	meeting := first(t, d.Meetings())
	assessment := first(t, entente.Article().Assessments())
	summary := d.Summary()
	pairYear := first(t, d.Between("PK", "RU").PairYears(2016, 2016))
	_, err := entente.Decode("x.json", strings.NewReader(`{"format": "entente/1", "nations": [{"id": "pk"}]}`))
	var problems entente.Problems
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	var rejected entente.Rejected
	loader := &entente.Loader{Reject: func(r entente.Rejected) { rejected = r }}
	files := fstest.MapFS{"x.json": {Data: []byte(`{"format": "entente/1", "nations": [{"id": "pk"}]}`)}}
	if _, err := loader.Load(files); err != nil {
		t.Fatal(err)
	}
	_, unread := entente.Load(fstest.MapFS{})
	var missing entente.Problems
	if !errors.As(unread, &missing) {
		t.Fatal(unread)
	}
	conflict := &entente.Conflict{ID: "x", Kind: entente.KindMeeting, Pointer: "/when", A: entente.ConflictSide{Value: "2016"}}
	return []any{
		agreement, agreement.Type, entente.AnswerFound, assessment, meeting.Attendees[0], exercise.Basis,
		first(t, d.Blocs()), entente.Change{Type: entente.ChangeTypeAdded, ID: "x"}, entente.ChangeTypeAdded, exercise.Cites[0],
		exercise.Claims[0], *conflict, conflict, conflict.A, exercise.Contingents[0],
		entente.Count[entente.ID]{Key: "PK", N: 2}, d.Coverage()[0], d, entente.DomainLand, d.Edition(), exercise,
		entente.Extra(nil).With("COL", "1"), exercise.Fact, entente.FitExact, entente.FormField, exercise.ID,
		entente.Identifier{Scheme: "cow", Value: "770"}, entente.KeyValue{Key: "COL", Value: "1"}, exercise.Kind(),
		entente.Limits{Depth: 9}, loader, d.Find("fomin")[0], meeting, assessment.Modality,
		entente.Names{}.With(language.English, "Imran"), first(t, d.Nations()), entente.ObligationDefence, official,
		first(t, d.Organizations()), entente.OrganizationTypeUnit, summary.Pairs[0], pairYear, entente.PartHeading,
		first(t, d.Partnerships()), agreement.Parties[0], entente.Place{Nation: "PK"}, entente.Point{Lat: 33, Lon: 72},
		official.Postings[0], problems[0], *problems[0], *missing[0], entente.Problem{Message: "x", Err: conflict}, problems, first(t, d.All()), entente.Records{Title: d.Title()},
		first(t, entente.Article().Regions()), rejected, entente.RoleHost, first(t, d.AllSeries()), first(t, d.Sources()),
		entente.SpeechActPledged, first(t, d.Statements()), entente.StatusHeld, summary, summary.Kinds, d.Title(),
		entente.Ties{Meetings: 1}, entente.TopicTraining, entente.TopicDeclaration{ID: "x"}, entente.TrendWarming,
		entente.MustValueOf(edtf.MustParsePeriod("2016")),
		interop.Report{Rows: 1, Rejected: []interop.Remark{{Line: 2, Reason: "x"}}}, interop.Report{},
		interop.Remark{Line: 2, Reason: "x"}, interop.Loss{Member: "coverage"}, interop.Losses{{Member: "coverage"}},
		interop.Options{MaxRow: 9}, entente.Summary{}, d.OfKind(entente.KindRegion).Summary(),
	}
}

func typeName(v any) string {
	name := strings.TrimPrefix(reflect.TypeOf(v).String(), "*")
	name = strings.TrimPrefix(strings.TrimPrefix(name, "entente."), "interop.")
	name, _, _ = strings.Cut(name, "[")
	return name
}

func TestEveryType_IsTried(t *testing.T) {
	t.Parallel()
	tried := []string{"Record"} // an interface
	for _, v := range everyType(t) {
		tried = append(tried, typeName(v))
	}
	for _, name := range []string{"entente", "interop"} {
		_, p := documentation(t, packages[name], name)
		for _, typ := range p.Types {
			if ast.IsExported(typ.Name) && !slices.Contains(tried, typ.Name) {
				t.Errorf("%s.%s is not among the values", name, typ.Name)
			}
		}
	}
}

func TestEveryType_Prints(t *testing.T) {
	t.Parallel()
	page := template.Must(template.New("").Parse("{{.}}"))
	for _, v := range everyType(t) {
		for _, v := range []any{v, reflect.Zero(reflect.TypeOf(v)).Interface()} {
			for _, verb := range []string{"%v", "%+v", "%s"} {
				if s := fmt.Sprintf(verb, v); strings.Contains(s, "PANIC") || verb != "%s" && strings.Contains(s, "%!") {
					t.Errorf("%s of a %T prints %s", verb, v, s)
				}
			}
			if _, isFunc := v.(*entente.Loader); isFunc || reflect.TypeOf(v).Kind() == reflect.Pointer && reflect.ValueOf(v).IsNil() {
				continue
			}
			if err := page.Execute(io.Discard, v); err != nil {
				t.Errorf("a page with a %T: %v", v, err)
			}
		}
		var log bytes.Buffer
		for _, h := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
			if _, isFunc := v.(*entente.Loader); !isFunc {
				slog.New(h).Info("value", "value", v)
			}
		}
		if s := log.String(); strings.Contains(s, "!PANIC") || strings.Contains(s, "!ERROR") {
			t.Errorf("a log with a %T: %.300s", v, s)
		}
	}
}

// The documentation of the package says so of scripts.
func TestTemplate_WritesObjectsAndStringsIntoScripts(t *testing.T) {
	t.Parallel()
	page := template.Must(template.New("").Parse("<script>{{.}}</script>"))
	m := entente.Meeting{Fact: entente.Fact{ID: "x"}}
	for _, c := range []struct {
		v    any
		want string
	}{
		{entente.English("Visit"), `{"en":"Visit"}`},
		{entente.Text{}, `{}`},
		{entente.Summary{}, `{"records":0,`},
		{edtf.MustParsePeriod("2024"), `"2024"`},
		{entente.KindMeeting, `"meeting"`},
		{entente.ID("x"), `"x"`},
		{m, `"meeting x"`},
		{[]entente.Meeting{m}, `[{"id":"x"`},
	} {
		var b strings.Builder
		if err := page.Execute(&b, c.v); err != nil || !strings.HasPrefix(b.String(), "<script>"+c.want) {
			t.Errorf("a script with a %T has %s, want %s (%v)", c.v, b.String(), c.want, err)
		}
	}
}

func TestEveryType_ComparesWithoutOptions(t *testing.T) {
	t.Parallel()
	for i, v := range everyType(t) {
		switch v.(type) {
		case *entente.Loader:
			continue // holds functions
		}
		again := everyType(t)[i]
		if !cmp.Equal(v, again) {
			t.Errorf("a %T is not equal to itself:\n%s", v, cmp.Diff(v, again))
		}
	}
}

func TestEveryType_GoesThroughJSON(t *testing.T) {
	t.Parallel()
	for _, v := range everyType(t) {
		switch v.(type) {
		case *entente.Loader, *entente.Dataset:
			continue // settings, and what Decode reads
		}
		if r, ok := v.(entente.Rejected); ok {
			r.Record = nil // which its JSON leaves out
			v = r
		}
		text, err := json.Marshal(v)
		if err != nil {
			t.Errorf("%T: %v", v, err)
			continue
		}
		back := reflect.New(reflect.TypeOf(v))
		if err := json.Unmarshal(text, back.Interface()); err != nil {
			t.Errorf("%T as %.200s: %v", v, text, err)
		} else if diff := cmp.Diff(v, back.Elem().Interface()); diff != "" {
			t.Errorf("%T as %.200s (-written +read):\n%s", v, text, diff)
		}
	}
}

// A struct that holds a value may leave it zero.
func TestEveryZeroValue_GoesThroughJSON(t *testing.T) {
	t.Parallel()
	for _, v := range everyType(t) {
		typ := reflect.TypeOf(v)
		if typ.Kind() == reflect.Pointer {
			continue // null, for every type
		}
		zero, dirty := reflect.Zero(typ), reflect.New(typ)
		dirty.Elem().Set(reflect.ValueOf(v))
		text, err := json.Marshal(zero.Interface())
		if err != nil {
			if !strings.Contains(err.Error(), "entente: no such ") { // an enumeration whose zero is invalid
				t.Errorf("%v: %v", typ, err)
			}
			continue
		}
		back := reflect.New(typ)
		if err := json.Unmarshal(text, back.Interface()); err != nil {
			t.Errorf("%v as %s: %v", typ, text, err)
		} else if diff := cmp.Diff(zero.Interface(), back.Elem().Interface()); diff != "" {
			t.Errorf("%v as %s (-written +read):\n%s", typ, text, diff)
		}
		u, ok := dirty.Interface().(json.Unmarshaler)
		if !ok {
			continue // the members that the JSON leaves out stay
		}
		if err := u.UnmarshalJSON(text); err != nil || !cmp.Equal(dirty.Elem().Interface(), zero.Interface()) {
			t.Errorf("%v as %s, read over another, is %v, %v", typ, text, dirty.Elem(), err)
		}
	}
}

func TestEveryTextForm_IsAFlag(t *testing.T) {
	t.Parallel()
	n := 0
	for _, v := range everyType(t) {
		m, ok := v.(encoding.TextMarshaler)
		back := reflect.New(reflect.TypeOf(v))
		u, ok2 := back.Interface().(encoding.TextUnmarshaler)
		if !ok || !ok2 {
			continue
		}
		n++
		text, err := m.MarshalText()
		if err != nil {
			t.Errorf("%T: %v", v, err)
			continue
		}
		flags := flag.NewFlagSet("", flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		flags.TextVar(u, "v", m, "")
		if err := flags.Parse([]string{"-v", string(text)}); err != nil || !cmp.Equal(v, back.Elem().Interface()) {
			t.Errorf("-v %s is %v, want %v: %v", text, back.Elem(), v, err)
		}
	}
	if n < 15 {
		t.Errorf("%d types have a text form, want at least 15", n)
	}
}

func TestEveryError_TellsItsClass(t *testing.T) {
	t.Parallel()
	_, err := entente.Decode("x.json", strings.NewReader(`{"format": "entente/1", "nations": [{"id": "pk"}]}`))
	if !errors.Is(err, entente.ErrID) || errors.Is(err, entente.ErrConflict) {
		t.Errorf("Decode: %v is ErrID %t, ErrConflict %t", err, errors.Is(err, entente.ErrID), errors.Is(err, entente.ErrConflict))
	}
	_, err = entente.Load(os.DirFS("no such directory"))
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Load: %v is not ErrNotExist", err)
	}
	var conflict *entente.Conflict
	if err := error(&entente.Problem{Err: &entente.Conflict{ID: "x"}}); !errors.Is(err, entente.ErrConflict) || !errors.As(err, &conflict) {
		t.Errorf("%v is not ErrConflict", err)
	}
}
