package main

import (
	"bytes"
	"os"
	"testing"
)

func TestGenerate_SchemaIsUpToDate(t *testing.T) {
	t.Parallel()
	got, err := generate("../..")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../data/entente.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("data/entente.schema.json is not up to date: run go generate walk.go in the root of the module")
	}
}

func TestDescribe_SpeaksOfFiles(t *testing.T) {
	t.Parallel()
	p, err := readPackage("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ owner, name, doc, want string }{
		{"Exercise", "Aims", "Aims says what it is for.", "Says what it is for."},
		{"Exercise", "Form", "Form is how it is run. The zero Form means that the source does not say.",
			"How it is run. Leave it out where the source does not say."},
		{"Exercise", "Strength", "Strength is the number of people; 0 means not known.", "The number of people; leave it out where it is not known."},
		{"Exercise", "Approximate", "Approximate says that Strength is rough.", `Says that "strength" is rough.`},
		{"Statement", "Statement", "Statement is words. Its Basis is [BasisAttributed]. See [Dataset.Involving].", `Words. Its "basis" is "attributed".`},
		{"Attendee", "Attendee", "Attendee is one\nparticipant. The zero Attendee is not valid: an actor is required.",
			"One participant. An actor is required."},
		{"Coverage", "Period", "Period is the time; the zero Period means any time.", "The time; left out, it means any time."},
	} {
		if got := p.describe(c.owner, c.name, c.doc); got != c.want {
			t.Errorf("describe %q = %q, want %q", c.doc, got, c.want)
		}
	}
}
