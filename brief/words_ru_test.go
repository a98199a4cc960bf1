package brief_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

// What Russian needs: a time before the verb, no name twice in two cases, and verbs
// in the plural after plural names alone.
func TestWrite_RussianSentences(t *testing.T) {
	t.Parallel()
	const file = `{"format": "entente/1", "sources": [{"id": "s"}],
	"organizations": [
		{"id": "navy", REPORTED, "name": {"ru": "ВМС Финляндии"}, "abbreviation": {"ru": "ВМС"}, "type": "service", "nation": "FI"},
		{"id": "ministry", REPORTED, "name": {"ru": "Министерство обороны Финляндии"}, "type": "ministry", "nation": "FI"},
		{"id": "command", REPORTED, "name": {"ru": "Командование флота"}, "type": "other", "nation": "FI"}],
	"officials": [
		{"id": "chief", REPORTED, "name": {"ru": "Аро"}, "nation": "FI",
			"postings": [{"title": {"ru": "начальник штаба ВМС"}, "organization": "navy"}]},
		{"id": "minister", REPORTED, "name": {"ru": "Лехто"}, "nation": "FI",
			"postings": [{"title": {"ru": "министр обороны Финляндии"}, "organization": "ministry"}]},
		{"id": "captain", REPORTED, "name": {"ru": "Ниеми"}, "nation": "FI",
			"postings": [{"title": {"ru": "командир «Похьянмаа»"}, "organization": "navy"}]}],
	"exercises": [{"id": "x", REPORTED, "name": {"ru": "Учение у Ханко"}, "status": "held", "when": "2030-03-05/2030-03-12",
		"contingents": [{"nation": "FI"}, {"nation": "SE"}]}],
	"meetings": [
		{"id": "m", REPORTED, "name": {"ru": "Лехто и Швеция"}, "when": "2030-02", "attendees": [{"actor": "minister"}, {"actor": "SE"}]},
		{"id": "v", REPORTED, "name": {"ru": "Визит"}, "when": "2030-01-31", "places": [{"name": {"ru": "Турку"}}], "attendees": [{"actor": "captain"}]}],
	"statements": [
		{"id": "a", "basis": "attributed", "cites": [{"source": "s"}], "speakers": ["command"], "gist": {"ru": "идёт дождь"}},
		{"id": "b", "basis": "attributed", "cites": [{"source": "s"}], "speakers": ["US"], "gist": {"ru": "дождя нет"}}]}`
	d, err := entente.Decode("file", strings.NewReader(strings.ReplaceAll(file, "REPORTED", `"basis": "reported", "cites": [{"source": "s"}]`)))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"ru", "ru-KZ"} {
		got := strings.ReplaceAll(write(t, brief.Writer{Language: language.Make(lang)}, d), "\u00a0", " ")
		for _, want := range []string{
			"5–12 марта 2030 года проведено учение у Ханко; участники: Финляндия и Швеция.",
			"Февраль 2030 года — встретились Лехто (министр обороны Финляндии) и Швеция.",
			"31 января 2030 года состоялся визит: Ниеми (командир «Похьянмаа», Финляндия); место: Турку.",
			"Командование флота заявляет, что идёт дождь.",
			"Соединенные Штаты заявляют, что дождя нет.",
			"- Аро, Финляндия. Начальник штаба ВМС. ",
			"- Лехто, Финляндия. Министр обороны Финляндии. ",
			"- Ниеми, Финляндия. Командир «Похьянмаа» (ВМС Финляндии). ",
			"- ВМС Финляндии. Вид вооружённых сил. ",
			"- Министерство обороны Финляндии. [",
			"- Командование флота, Финляндия. [",
			"5–12 марта 2030 года   Учение у Ханко · проведено.",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", lang, want, got)
			}
		}
	}
}
