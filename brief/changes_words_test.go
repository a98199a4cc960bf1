package brief

import (
	"os"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"golang.org/x/text/language"
)

// One record of each sort of change that the editions of testdata do not have.
const before = `{"format": "entente/1", "title": {"en": "Before"}, "authors": ["A"], "licence": "MIT", "extra": {"k": "v"},
	"sources": [{"id": "s", "title": {"en": "T"}, "publisher": {"en": "P"}, "authors": ["A"], "language": "en",
		"url": "https://s.example/", "archived": "https://a.example/", "published": "2024", "accessed": "2025",
		"reprints": "r", "note": {"en": "N"}, "identifiers": [{"scheme": "isbn", "value": "1"}], "extra": {"k": "v"}},
		{"id": "r"}],
	"regions": [{"id": "x", "name": {"en": "X"}, "basis": "reported", "cites": [{"source": "s"}]}],
	"exercises": [{"id": "e", "basis": "reported", "cites": [{"source": "s"}], "aims": {"en": "one"},
		"contingents": [{"nation": "FI"}, {"nation": "SE"}], "places": [{"nation": "FI"}, {"nation": "SE"}],
		"name": {"en": "E", "de": "F"}, "note": {"en": "N"}, "forms": ["field"],
		"commanders": ["o"]}],
	"officials": [{"id": "o", "name": {"en": "O"}, "basis": "reported", "cites": [{"source": "s"}]}]}`

const after = `{"format": "entente/1", "title": {"en": "After"}, "edition": {"version": "2"}, "authors": ["B"], "licence": "CC0-1.0",
	"sources": [{"id": "s"}],
	"blocs": [{"id": "x", "name": {"en": "X"}, "basis": "reported", "cites": [{"source": "s"}]}],
	"exercises": [{"id": "e", "basis": "attributed", "by": "FI", "cites": [{"source": "s"}], "aims": {"en": "two"},
		"contingents": [{"nation": "FI"}, {"nation": "SE"}], "places": [{"nation": "FI"}],
		"name": {"en": "E"}, "forms": ["tabletop"],
		"identifiers": [{"scheme": "n", "value": "1"}], "extra": {"k": "v"},
		"claims": [{"member": "strength", "value": 2, "cites": [{"source": "s"}]}]}],
	"officials": [{"id": "o", "name": {"en": "P"}, "basis": "reported", "cites": [{"source": "s", "paragraphs": [1]}]}]}`

// sayChanges says every sentence on changes by l.
func sayChanges(t *testing.T, l *localizer) {
	t.Helper()
	decode := func(file string) *entente.Dataset {
		d, err := entente.Decode("file", strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	load := func(name string) *entente.Dataset {
		d, err := entente.Load(os.DirFS("testdata"), name)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	one, two := load("edition-1.json"), load("edition-2.json")
	for _, pair := range [][2]*entente.Dataset{
		{one, two}, {two, one}, {nil, nil}, {nil, everyKind(t)}, {decode(before), decode(after)},
	} {
		newChangeComposer(l, pair[0], pair[1]).document(Writer{})
	}
	c := newChangeComposer(l, nil, nil)
	c.singleDifference(code("m"), code("v"), code("v"), false)
}

func TestChangeWords_CoverEveryPhrase(t *testing.T) {
	for m := range changeEnd {
		if m > 0 && english.get(changeMsgs.of(m)) == "" {
			t.Errorf("words_en.go: no words for change %d", m)
		}
	}
	for i, name := range sourceMembers {
		if i > 0 && english.get(changeMembers.of(changeMember(i))) == "" {
			t.Errorf("words_en.go: no words for the member %q", name)
		}
	}
}

func TestEnumerated_SaysEveryConstant(t *testing.T) {
	t.Parallel()
	c := newChangeComposer(newLocalizer(language.English, nil), nil, nil)
	for v, want := range map[any]string{
		entente.TrendGrowing: "growing", entente.StatusCancelled: "cancelled", entente.AgreementTypeTreaty: "treaty",
		entente.OrganizationTypeMinistry: "ministry", entente.ModalityLikely: "likely", entente.SpeechActPledged: "… pledged that …",
		entente.SpeechAct(0): "… said that …", entente.BasisAssessed: "assessed",
	} {
		if l, ok := c.enumerated(v); !ok || l.text() != want {
			t.Errorf("%T %v: %q, %v, want %q", v, v, l.text(), ok, want)
		}
	}
	if l, ok := c.enumerated(7); ok {
		t.Errorf("7: %q", l.text())
	}
}
