package brief

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
)

var tags = []language.Tag{language.English, language.Russian, language.Urdu}

// sayAll returns the words under the key in each language, with n for each
// number and letters for each name.
func sayAll(key string, n int) map[language.Tag]string {
	said := make(map[language.Tag]string)
	for _, tag := range tags {
		v := newVoice(tag, nil)
		args := make([]any, 3)
		for i := range args {
			args[i] = line{{words: string(rune('α' + i)), lang: tag}}
			if strings.Contains(key, "%["+strconv.Itoa(i+1)+"]d") || i == 1 && strings.Contains(key, "paragraphs %[1]s") {
				args[i] = n
			}
		}
		said[tag] = plainWords(v.say(key, args...))
	}
	return said
}

// TestWordings walks all keys with a voice for each language: each has words
// there, in the script of the language, with the same arguments.
func TestWordings(t *testing.T) {
	cat, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	if got := cat.Languages(); len(got) != len(tags) {
		t.Errorf("languages %v", got)
	}
	seen := make(map[string]bool)
	for _, key := range Keys() {
		if seen[key] {
			t.Errorf("%q is twice among the keys", key)
		}
		seen[key] = true
		// In some languages a month and a year need no word between them.
		wordless := strings.Contains(key, "month: ") || strings.Contains(key, "year: ") ||
			!strings.ContainsFunc(verb.ReplaceAllString(key, ""), unicode.IsLetter)
		for _, n := range []int{0, 1, 2, 5, 21} {
			said := sayAll(key, n)
			for i, tag := range tags {
				r := row{cat, tag, nil}
				if !r.has(key, []any{mark{0, n}, mark{1, n}, mark{2, n}}) {
					t.Errorf("%v: no words for %q with %d", tag, key, n)
				}
				script := []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic}[i]
				if !wordless && !strings.ContainsFunc(said[tag], func(r rune) bool { return unicode.Is(script, r) }) {
					t.Errorf("%v: %q is put as %q", tag, key, said[tag])
				}
				if strings.Contains(said[tag], "%") {
					t.Errorf("%v: %q is put as %q", tag, key, said[tag])
				}
				if a, b := arguments(said[tag], n), arguments(said[language.English], n); !slices.Equal(a, b) {
					t.Errorf("%v: %q is put as %q: arguments %v, want %v", tag, key, said[tag], a, b)
				}
			}
			if said[language.Urdu] == said[language.Russian] && !wordless {
				t.Errorf("%q is %q in two languages", key, said[language.Urdu])
			}
		}
	}
}

var verb = regexp.MustCompile(`%\[\d\][sd]`)

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

// TestPlurals wants 1, 2, 5 and 21 to be worded as the languages count.
func TestPlurals(t *testing.T) {
	seriesIsSeries := "%[1]d series of exercises"
	blocs := []string{"%[1]d blocs", "%[1]d officials"} // alike in the plural of Urdu
	n := 0
	for _, key := range Keys() {
		if !strings.HasPrefix(key, "%[1]d ") && !strings.HasPrefix(key, "about %[1]d ") || strings.Contains(key, "%[2]") {
			continue
		}
		n++
		form := func(tag language.Tag, n int) string {
			return strings.ReplaceAll(sayAll(key, n)[tag], strconv.Itoa(n), "")
		}
		for _, tt := range []struct {
			tag  language.Tag
			a, b int
			same bool
		}{
			{language.English, 1, 2, key == seriesIsSeries},
			{language.English, 2, 21, true},
			{language.English, 0, 5, true},
			{language.Russian, 1, 2, false},
			{language.Russian, 2, 5, false},
			{language.Russian, 1, 5, strings.HasSuffix(key, "people")},
			{language.Russian, 1, 21, true},
			{language.Russian, 1, 101, true},
			{language.Russian, 2, 24, true},
			{language.Russian, 5, 11, true},
			{language.Russian, 5, 12, true},
			{language.Russian, 5, 111, true},
			{language.Russian, 5, 0, true},
			{language.Urdu, 1, 2, slices.Contains(blocs, key)},
			{language.Urdu, 2, 21, true},
		} {
			a, b := form(tt.tag, tt.a), form(tt.tag, tt.b)
			if (a == b) != tt.same {
				t.Errorf("%v: %d %q, %d %q", tt.tag, tt.a, a, tt.b, b)
			}
		}
	}
	if n < 14 {
		t.Errorf("%d counted keys", n)
	}
}

// TestOwnWords wants each value of an enumeration, and each basis, to be told
// from the others in every language.
func TestOwnWords(t *testing.T) {
	var modalities, leads []string
	for _, keys := range [][]string{modalityKeys, judgedKeys, saidKeys} {
		modalities = append(modalities, keys[1:]...)
	}
	leads = append(leads, leadKeys[2:]...)
	leads = append(leads, "In the judgement of the source: ", "Only in the headline of another item: ")
	var members []string
	for _, m := range memberKeys {
		members = append(members, m.key)
	}
	for name, keys := range map[string][]string{
		"trends": trendKeys[1:], "statuses": statusKeys[1:], "roles": roleKeys, "domains": domainKeys[1:],
		"forms": formKeys[1:], "organizations": organizationTypeKeys[1:], "agreements": agreementTypeKeys[1:],
		"acts": speechActKeys[1:], "modalities": modalities, "degrees": degreeKeys[1:], "groups": degreeGroupKeys[1:],
		"bases": basisKeys[1:], "leads": leads, "parts": partKeys, "part words": partWordKeys[1:], "kinds": kindKeys[1:],
		"members": members,
		"grounds": {speechActKeys[entente.SpeechActSaid], "The source judges: %[1]s.", "Likely: %[1]s.", "Possibly: %[1]s.", "%[1]s."},
	} {
		for _, tag := range tags {
			told := make(map[string]string)
			for _, key := range keys {
				if name == "kinds" {
					key = "kind: " + key
				}
				words := sayAll(key, 2)[tag]
				if other, ok := told[words]; ok {
					t.Errorf("%s in %v: %q is said of %q and %q", name, tag, words, key, other)
				}
				told[words] = key
			}
		}
	}
}

// TestEnums wants a key for each value that the root package has.
func TestEnums(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []string
		ok   func(uint8) bool
	}{
		"Trend":            {trendKeys, valid[entente.Trend]},
		"Status":           {statusKeys, valid[entente.Status]},
		"Role":             {roleKeys, valid[entente.Role]},
		"Domain":           {domainKeys, valid[entente.Domain]},
		"Form":             {formKeys, valid[entente.Form]},
		"OrganizationType": {organizationTypeKeys, valid[entente.OrganizationType]},
		"AgreementType":    {agreementTypeKeys, valid[entente.AgreementType]},
		"SpeechAct":        {speechActKeys, valid[entente.SpeechAct]},
		"Modality":         {modalityKeys, valid[entente.Modality]},
		"Basis":            {basisKeys, valid[entente.Basis]},
		"Part":             {partKeys, valid[entente.Part]},
		"Kind":             {kindKeys, valid[entente.Kind]},
	} {
		if last := uint8(len(tt.keys)); tt.ok(last) || !tt.ok(last-1) {
			t.Errorf("enums.go has %d keys for %s, that of the zero value among them, which has more or fewer values", len(tt.keys), name)
		}
	}
	for _, topic := range (*entente.Dataset)(nil).Topics() {
		if key := strings.ReplaceAll(string(topic.ID), "-", " "); !newVoice(language.Urdu, nil).knows(key) {
			t.Errorf("no words for the topic %q", topic.ID)
		}
	}
}

func valid[E interface {
	~uint8
	MarshalText() ([]byte, error)
}](n uint8) bool {
	_, err := E(n).MarshalText()
	return err == nil
}

// TestKeysInUse reads the source: each key that is said is among the keys, and
// each of the keys is said.
func TestKeysInUse(t *testing.T) {
	literals := make(map[string]bool)
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	said := make(map[string]bool)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "wordings") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, err := strconv.Unquote(n.Value); err == nil {
					literals[s] = true
				}
			case *ast.CallExpr:
				sel, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || sel.Sel.Name != "say" && sel.Sel.Name != "labelled" && sel.Sel.Name != "joined" {
					break
				}
				if lit, ok := n.Args[0].(*ast.BasicLit); ok {
					s, _ := strconv.Unquote(lit.Value)
					said[s] = true
				}
			}
			return true
		})
	}
	for _, kind := range kindKeys[1:] {
		literals["%[1]d "+kind], literals["kind: "+kind] = true, true
	}
	for m := range 12 {
		month := []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}[m]
		literals[month], literals["of "+month] = true, true
	}
	for _, w := range topicWordings() {
		literals[w.key] = true
	}
	keys := Keys()
	for _, key := range keys {
		if !literals[key] {
			t.Errorf("nothing says %q", key)
		}
	}
	for _, list := range [][]string{trendKeys, statusKeys, roleKeys, domainKeys, formKeys, organizationTypeKeys, agreementTypeKeys,
		speechActKeys, modalityKeys, judgedKeys, saidKeys, degreeKeys, degreeGroupKeys, basisKeys, leadKeys, partKeys, partWordKeys} {
		for _, key := range list {
			said[key] = true
		}
	}
	for _, m := range memberKeys {
		said[m.key] = true
	}
	for _, kind := range kindKeys[1:] {
		said["%[1]d "+kind], said["kind: "+kind] = true, true
	}
	delete(said, "") // the zero values of which nothing is said
	for key := range said {
		if !slices.Contains(keys, key) {
			t.Errorf("%q is said, and is not among the keys", key)
		}
	}
}

// What a claim may be about has words, whichever member it is.
func TestEveryMemberThatAClaimMayNameHasWords(t *testing.T) {
	for _, r := range []entente.Record{entente.Nation{}, entente.Bloc{}, entente.Region{}, entente.Organization{}, entente.Official{},
		entente.Partnership{}, entente.Agreement{}, entente.Series{}, entente.Exercise{}, entente.Meeting{}, entente.Statement{}, entente.Assessment{}} {
		for _, f := range reflect.VisibleFields(reflect.TypeOf(r)) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			switch name {
			case "", "id", "basis", "by", "cites", "claims", "note", "approximate": // nobody claims these to be otherwise
				continue
			}
			if memberKey(name) == "" {
				t.Errorf("%v: no words for %q", r.Kind(), name)
			}
		}
	}
}

// A record by itself has a line of its own, whatever its kind: all.json has one
// of every kind.
func TestEveryRecordIsTold(t *testing.T) {
	d, err := entente.Load(os.DirFS("testdata"), "all.json")
	if err != nil {
		t.Fatal(err)
	}
	told := make(map[entente.Kind]bool)
	for r := range d.All() {
		told[r.Kind()] = true
		alone := d.Filter(func(other entente.Record) bool { return other.AsFact().ID == r.AsFact().ID })
		lines := 0
		for _, s := range newComposer(alone, newVoice(language.English, nil)).document().sections {
			for _, g := range s.groups {
				for _, e := range g.entries {
					if e.class == r.AsFact().Basis.String() {
						lines++
					}
				}
			}
		}
		if lines == 0 {
			t.Errorf("%v is not told", r)
		}
	}
	for k := range entente.Kind(len(kindKeys)) {
		if k > 0 && !told[k] {
			t.Errorf("all.json has no record of the kind %v", k)
		}
	}
}
