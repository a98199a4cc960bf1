package brief

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
)

// scripts has the letters of each script, so that words left in English are
// noticed.
var scripts = map[string]*unicode.RangeTable{"Latn": unicode.Latin, "Cyrl": unicode.Cyrillic, "Arab": unicode.Arabic}

// said returns the phrase in the vocabulary's language, with n for each number
// and Greek letters for other words.
func said(v *vocabulary, p phrase, n int) string {
	l := newLocalizer(language.Make(v.lang), nil)
	args := make([]any, 3)
	for i := range args {
		args[i] = line{{words: string(rune('α' + i)), lang: l.lang}}
		if strings.Contains(english.get(p), "%["+strconv.Itoa(i+1)+"]d") {
			args[i] = n
		}
	}
	return l.word(p, args...).text()
}

func TestVocabularies_SayTheSamePhrases(t *testing.T) {
	want := english.phrases()
	for _, v := range vocabularies {
		got := v.phrases()
		for _, p := range want {
			if !slices.Contains(got, p) {
				t.Errorf("words_%s.go: no words for %q", v.lang, p.key())
			}
		}
		for i, p := range got {
			if slices.Contains(got[:i], p) {
				t.Errorf("words_%s.go: %q is there twice", v.lang, p.name)
			}
			if !slices.Contains(want, p) {
				t.Errorf("words_%s.go: %+v is not in words_en.go", v.lang, p)
			}
			if v.get(p) == "" {
				t.Errorf("words_%s.go: %q is empty", v.lang, p.name)
			}
		}
	}
	for m := range msgEnd {
		if m > 0 && english.get(msgs.of(m)) == "" {
			t.Errorf("words_en.go: no words for message %d, after %q", m, english.get(msgs.of(m-1)))
		}
	}
}

// wordless lists the values that are said in the words of another.
var wordless = map[string][]string{
	"speechActs": {entente.SpeechActWished.String()}, // the gist says the wish
	"paragraph":  {entente.PartBody.String()},
	"paragraphs": {entente.PartBody.String()},
}

func TestVocabularies_CoverEveryValue(t *testing.T) {
	values := map[string][]string{
		"trends":            gaps(trends),
		"obligations":       gaps(obligations),
		"agreementTypes":    gaps(agreementTypes),
		"organizationTypes": gaps(organizationTypes),
		"statuses":          gaps(statuses),
		"roles":             gaps(roles, 0),
		"domains":           gaps(domains),
		"forms":             gaps(forms),
		"speechActs":        gaps(speechActs),
		"exerciseLeads":     gaps(exerciseLeads, 0),
		"modalities":        gaps(modalities),
		"bases":             gaps(bases),
		"answers":           gaps(answers),
		"parts":             gaps(parts),
		"paragraph":         gaps(paragraph, 0),
		"paragraphs":        gaps(paragraphs, 0),
		"kinds":             gaps(kinds),
		"kindCounts":        gaps(kindCounts),
		"changeKinds":       gaps(changeKinds, 0),
	}
	if others := 10; len(values)+others != tableEnd { // msgs, changeMsgs, changeMembers, leads, months, dates and seasons
		t.Errorf("%d tables are checked here, want %d", len(values), tableEnd-others)
	}
	for name, missing := range values {
		if !slices.Equal(missing, wordless[name]) {
			t.Errorf("%s: no words for %v, want none for %v alone", name, missing, wordless[name])
		}
	}
	for m := time.January; m <= time.December; m++ {
		if english.get(months.of(m)) != m.String() || english.get(monthsOf.of(m)) != m.String() {
			t.Errorf("no words for %v", m)
		}
	}
	for _, p := range []edtf.Precision{edtf.PrecisionCentury, edtf.PrecisionDecade, edtf.PrecisionYear, edtf.PrecisionMonth, edtf.PrecisionDay} {
		if english.get(dates.of(p)) == "" || english.get(datesOf.of(p)) == "" {
			t.Errorf("no words for precision %d", p)
		}
	}
	for s := edtf.SeasonSpring; s <= edtf.SeasonWinter; s++ {
		if english.get(seasons.of(s)) == "" || english.get(seasonsOf.of(s)) == "" {
			t.Errorf("no words for %v", s)
		}
	}
	if missing := gaps(leads); !slices.Equal(missing, []string{entente.BasisReported.String()}) {
		t.Errorf("leads: no words for %v, want none for %v alone", missing, entente.BasisReported)
	}
}

// gaps lists the values of the enumeration that have no words: those that have
// a text, and those in more.
func gaps[E interface {
	~uint8
	MarshalText() ([]byte, error)
	String() string
}](t wordlist[E], more ...E) []string {
	var list []string
	for i := range 256 {
		e := E(i)
		_, err := e.MarshalText()
		if want := err == nil && e.String() != "" || slices.Contains(more, e); want != (english.get(t.of(e)) != "") {
			list = append(list, e.String())
		}
	}
	return list
}

func TestVocabularies_CoverEveryTopic(t *testing.T) {
	var want, got []entente.Topic
	for _, topic := range (*entente.Dataset)(nil).Topics() {
		want = append(want, topic.ID)
	}
	for _, n := range english.topics {
		got = append(got, n.key)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("topics %v, want %v", got, want)
	}
}

// A claim may name any member but these.
var unclaimed = []string{"", "id", "basis", "cites", "claims", "note", "identifiers", "extra"}

func TestVocabularies_CoverEveryClaimableMember(t *testing.T) {
	want := make(map[string]bool)
	for _, section := range reflect.VisibleFields(reflect.TypeFor[entente.Records]()) {
		if section.Type.Kind() != reflect.Slice || !section.Type.Elem().Implements(reflect.TypeFor[entente.Record]()) {
			continue
		}
		for _, f := range reflect.VisibleFields(section.Type.Elem()) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if slices.Contains(unclaimed, name) {
				continue
			}
			want[name] = true
			if english.get(memberPhrase(name)) == "" {
				t.Errorf("no words for %v", name)
			}
		}
	}
	for _, n := range english.members {
		if !want[n.key] {
			t.Errorf("words for %q, which no record has", n.key)
		}
	}
}

func TestVocabularies_KeepArgumentsAndScript(t *testing.T) {
	t.Parallel()
	for _, v := range vocabularies {
		code, _ := language.Make(v.lang).Script()
		script := scripts[code.String()]
		if script == nil {
			t.Fatalf("%s: add the script %v to scripts", v.lang, code)
		}
		for _, p := range english.phrases() {
			for _, n := range []int{0, 1, 2, 5, 21} {
				words := said(v, p, n)
				if strings.ContainsAny(words, "%|") {
					t.Errorf("%s: %q is put as %q", v.lang, p.key(), words)
				}
				if got, want := arguments(words, n), arguments(said(&english, p, n), n); !slices.Equal(got, want) {
					t.Errorf("%s: %q is put as %q: arguments %v, want %v", v.lang, p.key(), words, got, want)
				}
				// In some languages there is no word between a month and a year or a source and
				// what it says, nor before a time.
				wordless := slices.Contains([]phrase{msgs.of(msgEdition), msgs.of(msgPieceOn), msgs.of(msgPieceDuring), msgs.of(msgSays)}, p) ||
					p.table == uint8(dates) || p.table == uint8(datesOf) ||
					!hasLetters(said(&english, p, n), unicode.Latin)
				if !wordless && !hasLetters(words, script) {
					t.Errorf("%s: %q is put as %q, in another script", v.lang, p.key(), words)
				}
			}
		}
	}
}

func hasLetters(s string, script *unicode.RangeTable) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(script, r) })
}

// arguments returns the arguments that are in the words.
func arguments(words string, n int) []string {
	var found []string
	for _, arg := range []string{"α", "β", "γ", strconv.Itoa(n)} {
		if strings.Contains(words, arg) {
			found = append(found, arg)
		}
	}
	return found
}

func TestVocabularies_HaveEveryPluralForm(t *testing.T) {
	for _, v := range vocabularies {
		for _, p := range v.phrases() {
			forms := strings.Count(v.get(p), "|") + 1
			if p.table == uint8(speechActs) { // of one speaker and of several
				if forms > 2 {
					t.Errorf("%s: %q has %d forms", v.lang, v.get(p), forms)
				}
				continue
			}
			if forms > 1 && (forms != len(v.plurals) || !strings.Contains(v.get(p), "]d")) {
				t.Errorf("%s: %q has %d forms, want %d", v.lang, v.get(p), forms, len(v.plurals))
			}
		}
	}
}

func TestPlurals(t *testing.T) {
	form := func(v *vocabulary, p phrase, n int) string {
		return strings.ReplaceAll(said(v, p, n), strconv.Itoa(n), "")
	}
	counted := 0
	for _, p := range english.phrases() {
		key := p.key()
		if !strings.HasPrefix(key, "%[1]d ") && !strings.HasPrefix(key, "about %[1]d ") || strings.Contains(key, "%[2]") {
			continue
		}
		counted++
		for _, tt := range []struct {
			v    *vocabulary
			a, b int
			same bool
		}{
			{&english, 1, 2, key == "%[1]d series of exercises"},
			{&english, 2, 21, true},
			{&english, 0, 5, true},
			{&russian, 1, 2, false},
			{&russian, 2, 5, strings.HasPrefix(key, "about")},
			{&russian, 1, 5, key == "%[1]d people"},
			{&russian, 1, 21, true},
			{&russian, 1, 101, true},
			{&russian, 2, 24, true},
			{&russian, 5, 11, true},
			{&russian, 5, 12, true},
			{&russian, 5, 111, true},
			{&russian, 5, 0, true},
			{&urdu, 1, 2, key == "%[1]d officials" || key == "%[1]d sides"},
			{&urdu, 2, 21, true},
		} {
			if same := form(tt.v, p, tt.a) == form(tt.v, p, tt.b); same != tt.same {
				t.Errorf("%s: %q, %q", tt.v.lang, said(tt.v, p, tt.a), said(tt.v, p, tt.b))
			}
		}
	}
	if counted < 14 {
		t.Errorf("%d counted phrases", counted)
	}
}

// Two values of an enumeration must not read alike, nor two grounds.
func TestVocabularies_TellValuesApart(t *testing.T) {
	groups := make(map[string][]phrase)
	for _, p := range english.phrases() {
		switch name := "table " + strconv.Itoa(int(p.table)); p.table {
		case uint8(msgs), uint8(changeMsgs):
		case uint8(leads):
			groups["leads"] = append(groups["leads"], p)
		default:
			groups[name] = append(groups[name], p)
		}
	}
	groups["leads"] = append(groups["leads"], msgs.of(msgSourceJudges), msgs.of(msgHeadlineOnly))
	groups["grounds"] = []phrase{msgs.of(msgJudges), msgs.of(msgJudgesAttributed), speechActs.of(entente.SpeechActSaid), msgs.of(msgStop)}
	for name, phrases := range groups {
		for _, v := range vocabularies {
			seen := make(map[string]string)
			for _, p := range phrases {
				words := said(v, p, 2)
				if other, ok := seen[words]; ok {
					t.Errorf("%s: %s: %q is said of %q and %q", v.lang, name, words, p.key(), other)
				}
				seen[words] = p.key()
			}
		}
	}
}

func TestKeys_Differ(t *testing.T) {
	keys := Keys()
	slices.Sort(keys)
	if len(slices.Compact(keys)) != len(english.phrases()) {
		t.Error("two phrases have one key")
	}
}

// speechless returns a localizer for a language without words, so that every
// phrase that is said is among the missing ones.
func speechless(t *testing.T) *localizer {
	t.Helper()
	b := catalog.NewBuilder()
	if err := b.SetString(language.German, "nothing", "nichts"); err != nil {
		t.Fatal(err)
	}
	return newLocalizer(language.German, b)
}

// rest has what neither the article, the chronicle nor all.json says.
const rest = `{"format": "entente/1",
	"coverage": [{"kinds": ["nation", "bloc", "region", "organization", "official", "partnership", "agreement", "series",
		"statement", "assessment"]}, {"parties": ["FI"], "complete": true}],
	"sources": [{"id": "s"}],
	"nations": [
		{"id": "FI", "basis": "reported", "cites": [{"source": "s", "part": "heading"}, {"source": "s", "part": "related-headline"},
			{"source": "s", "part": "body"}, {"source": "s", "part": "takeaway"}]},
		{"id": "SE", "basis": "reported", "cites": [{"source": "s"}]}],
	"agreements": [{"id": "a", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "Pact"},
		"parties": [{"actor": "FI"}, {"actor": "SE"}], "type": "arrangement"}],
	"meetings": [
		{"id": "m", "basis": "reported", "cites": [{"source": "s"}], "places": [{"name": {"en": "Turku"}}],
			"attendees": [{"actor": "FI"}, {"actor": "SE"}]},
		{"id": "n", "basis": "reported", "cites": [{"source": "s"}], "places": [{"nation": "FI"}], "attendees": [{"actor": "SE"}]}],
	"statements": [{"id": "x", "basis": "attributed", "cites": [{"source": "s"}], "speakers": ["FI"],
		"gist": {"en": "it rains"}, "meeting": "m"}]}`

// many is a meeting and an exercise of many, an exercise in each stage, and an
// agreement alone.
const many = `{"format": "entente/1", "sources": [{"id": "s"}],
	"meetings": [{"id": "early", "basis": "reported", "cites": [{"source": "s"}], "when": "2019", "attendees": [{"actor": "SE"}, {"actor": "FI"}]},
		{"id": "m", "basis": "reported", "cites": [{"source": "s"}],
		"attendees": [{"actor": "FI"}, {"actor": "SE"}, {"actor": "NO"}, {"actor": "DK"}, {"actor": "IS"}]}],
	"exercises": [{"id": "x", "basis": "reported", "cites": [{"source": "s"}],
		"contingents": [{"nation": "FI"}, {"nation": "SE"}, {"nation": "NO"}, {"nation": "DK"}, {"nation": "IS"}]},
		{"id": "x1", "basis": "reported", "cites": [{"source": "s"}], "status": "proposed", "contingents": [{"nation": "FI"}]},
		{"id": "x2", "basis": "reported", "cites": [{"source": "s"}], "status": "planned"},
		{"id": "x3", "basis": "reported", "cites": [{"source": "s"}], "status": "under-way"},
		{"id": "x4", "basis": "reported", "cites": [{"source": "s"}], "status": "held"},
		{"id": "x5", "basis": "reported", "cites": [{"source": "s"}], "status": "cancelled", "contingents": [{"nation": "FI"}]}],
	"agreements": [{"id": "a", "basis": "reported", "cites": [{"source": "s"}], "parties": [{"actor": "FI"}, {"actor": "SE"}]}],
	"assessments": [{"id": "j", "basis": "assessed", "cites": [{"source": "s", "paragraphs": [1], "part": "related-headline"},
			{"source": "s", "paragraphs": [1, 2], "part": "related-headline"},
			{"source": "s", "paragraphs": [2], "part": "takeaway"}, {"source": "s", "paragraphs": [2], "part": "heading"}],
			"gist": {"en": "it may rain"}, "modality": "possible", "affects": ["FI", "SE"]},
		{"id": "k", "basis": "assessed", "cites": [{"source": "s", "paragraphs": [1, 2], "part": "takeaway"}],
			"gist": {"en": "it rains"}, "modality": "unhedged"},
		{"id": "l", "basis": "assessed", "cites": [{"source": "s", "paragraphs": [1, 2], "part": "heading"}],
			"gist": {"en": "it rains"}, "modality": "likely", "about": "a"}]}`

func TestPhrases_AreAllSaid(t *testing.T) {
	decode := func(file string) *entente.Dataset {
		d, err := entente.Decode("rest", strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	more, many := decode(rest), decode(many)
	l := speechless(t)
	article, chronicle := entente.Article(), entente.Chronicle()
	sets := []*entente.Dataset{everyKind(t), article, article.Involving("fomin"), chronicle, {}, more, many,
		decode(`{"format": "entente/1", "sources": [{"id": "s"}], "partnerships": [
			{"id": "p", "basis": "reported", "cites": [{"source": "s"}], "parties": ["FI", "SE"], "nature": {"en": "quiet"}},
			{"id": "q", "basis": "reported", "cites": [{"source": "s"}], "parties": ["FI", "NO"], "nature": {"en": "loud"}}]}`),
		decode(`{"format": "entente/1", "sources": [{"id": "s"}], "partnerships": [
			{"id": "p", "basis": "reported", "cites": [{"source": "s"}], "name": {"en": "club"}, "trend": "steady", "parties": ["FI", "SE", "NO", "DK", "IS"], "nature": {"en": "quiet"}}]}`),
		chronicle.OfKind(entente.KindAgreement), more.OfKind(entente.KindStatement), more.OfKind(entente.KindAgreement), more.OfKind(entente.KindMeeting),
		article.Filter(func(r entente.Record) bool { p, ok := r.(entente.Partnership); return ok && p.Trend == 0 }),
		chronicle.Between("IN", "US").OfKind(entente.KindExercise).During(edtf.MustParsePeriod("1990")),
		more.During(edtf.MustParsePeriod("2020")), chronicle.Between("PK", "RU").OfKind(entente.KindExercise).During(edtf.MustParsePeriod("2022")),
		more.OfKind(entente.KindMeeting).During(edtf.MustParsePeriod("2020"))}
	for x := range many.Exercises() {
		sets = append(sets, many.Filter(func(r entente.Record) bool { return r.AsFact().ID == x.ID }))
	}
	for _, d := range sets {
		newComposer(d, l).document(Writer{})
		newComposer(d, l).document(Writer{Length: LengthDigest})
	}
	sayChanges(t, l)
	for _, p := range periods {
		l.period(edtf.MustParsePeriod(p.period))
	}
	for m := 1; m <= 12; m++ {
		l.period(edtf.MustParsePeriod(fmt.Sprintf("2020-%02d", m)))
		l.period(edtf.MustParsePeriod(fmt.Sprintf("2020-%02d/..", m)))
		l.period(edtf.MustParsePeriod(fmt.Sprintf("2020-%02d-05/..", m)))
	}
	for season := 21; season <= 24; season++ {
		l.period(edtf.MustParsePeriod(fmt.Sprintf("2020-%d", season)))
		l.period(edtf.MustParsePeriod(fmt.Sprintf("2020-%d/..", season)))
	}
	l.period(edtf.MustParsePeriod("20XX/.."))
	for _, p := range english.phrases() {
		switch p.table {
		case topicNames, memberNames, languageNames, uint8(answers):
		default:
			if !l.missing[p] {
				t.Errorf("nothing says %q", p.key())
			}
		}
	}
}

// everyKind returns the dataset of testdata/all.json.
func everyKind(t *testing.T) *entente.Dataset {
	t.Helper()
	d, err := entente.Load(os.DirFS("testdata"), "all.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ids returns the IDs of the records that the document has an entry for, or a
// name with a note.
func (d *document) ids() map[entente.ID]bool {
	ids := make(map[entente.ID]bool)
	var add func([]entry)
	add = func(list []entry) {
		for _, e := range list {
			ids[e.id] = true
			for i, r := range e.line {
				if i+1 < len(e.line) && e.line[i+1].note > 0 {
					ids[r.id] = true
				}
			}
			add(e.sub)
		}
	}
	for _, s := range d.sections {
		for _, b := range s.blocks {
			add(b.paragraphs)
			add(b.entries)
			if b.table != nil {
				for _, r := range b.table.rows {
					ids[r.id] = true
				}
			}
		}
	}
	return ids
}

func TestDocument_TellsEveryRecord(t *testing.T) {
	t.Parallel()
	d := everyKind(t)
	told := make(map[entente.Kind]bool)
	for r := range d.All() {
		told[r.Kind()] = true
		alone := d.Filter(func(other entente.Record) bool { return other.AsFact().ID == r.AsFact().ID })
		if !newComposer(alone, newLocalizer(language.English, nil)).document(Writer{}).ids()[r.AsFact().ID] {
			t.Errorf("%v is not told", r)
		}
	}
	for i := range english.words[kinds] {
		if k := entente.Kind(i); k > 0 && !told[k] {
			t.Errorf("all.json has no record of the kind %v", k)
		}
	}
	for _, d := range []*entente.Dataset{d, entente.Article(), entente.Chronicle()} {
		ids := newComposer(d, newLocalizer(language.English, nil)).document(Writer{}).ids()
		for r := range d.All() {
			if !ids[r.AsFact().ID] {
				t.Errorf("%v is not told", r)
			}
		}
	}
}
