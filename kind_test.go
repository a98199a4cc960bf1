package entente

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKinds_MatchTheirRecords(t *testing.T) {
	t.Parallel()
	everyKind(t, func(t *testing.T, k Kind, r record) {
		if r.Kind() != k || r.value(&alone).Kind() != k {
			t.Errorf("Kind = %v", r.Kind())
		}
		if want := strings.ToUpper(k.String()[:1]) + k.String()[1:]; reflect.TypeOf(r).Elem().Name() != want {
			t.Errorf("type %T has kind %v", r, k)
		}
		if s := r.String(); !strings.HasPrefix(s, k.String()+" id-") {
			t.Errorf("String = %q", s)
		}
		if f := r.value(&alone).AsFact(); f.ID != r.fact().ID {
			t.Errorf("AsFact().ID = %q, want %q", f.ID, r.fact().ID)
		}
	})
}

func TestRecords_HaveTheMembersOfFiles(t *testing.T) {
	t.Parallel()
	names := jsonNames(reflect.TypeFor[Records]())
	want := []string{"title", "edition", "authors", "licence", "coverage", "topics", "sources"}
	for k := KindNation; k < kindEnd; k++ {
		want = append(want, k.section())
	}
	want = append(want, "extra")
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	for k := KindNation; k < kindEnd; k++ {
		if got := newRecord(k).Kind(); got != k || kindOfSection(k.section()) != k {
			t.Errorf("%v: newRecord makes %v, section %q", k, got, k.section())
		}
		var in Records
		v := reflect.ValueOf(&in).Elem()
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.Slice && f.Type().Elem() == reflect.TypeOf(newRecord(k)).Elem() {
				f.Set(reflect.MakeSlice(f.Type(), 1, 1))
			}
		}
		c := recordsOf(&in)
		if len(c.recs) != 1 || c.recs[0].Kind() != k {
			t.Errorf("%v is not taken over from Records", k)
		}
	}
}

func TestKinds_ActorsAndRegionsComeFirst(t *testing.T) {
	t.Parallel()
	for k := KindNation; k < kindEnd; k++ {
		if named := k.IsActor() || k == KindRegion; named != (k < afterActors) {
			t.Errorf("%v: actor or region %v, before afterActors %v", k, named, k < afterActors)
		}
		if toActor.has(k) != k.IsActor() {
			t.Errorf("%v: IsActor = %v, a reference to an actor can point at it: %v", k, k.IsActor(), toActor.has(k))
		}
	}
	if firstOfficial+1 != afterActors || afterDyadic != KindBloc+1 {
		t.Error("the kinds are not in the order that the index counts on")
	}
	for _, k := range []Kind{0, kindEnd, 255} {
		if k.IsActor() {
			t.Errorf("%v is an actor", k)
		}
	}
}
