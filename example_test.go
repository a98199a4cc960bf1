package entente_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
	"testing/fstest"
	"text/template"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/nation"
	"golang.org/x/text/language"
)

func Example() {
	for a := range entente.Article().Affecting("IN").Assessments() {
		fmt.Println(a.Modality, "-", a.Gist)
	}
	// Output:
	// unhedged - Russia maintains defence relations with India and with Pakistan alike
	// possible - The alignment of Pakistan and Russia could affect India's posture in the region
	// unhedged - Russia follows a dual-track policy in South Asia, balancing its relations with India and Pakistan; this signals an attempt to keep its influence there
	// unhedged - The prospect of Pakistan getting the kind of Russian technical support that India has had adds a new complication to South Asian security
	// possible - For India, the warming of Pakistan's ties with Moscow could potentially shift the balance of power in the region
}

// Calls that narrow a dataset chain, since each returns a dataset.
func Example_narrowing() {
	article := entente.Article()
	for ex := range article.Between("PK", "RU").About(entente.TopicCounterterrorism).Exercises() {
		fmt.Println(ex.Name, "-", ex.Status, "-", ex.Places[0].Name)
	}
	// Output: Druzhba VII - under-way - Pabbi
}

// An assessment of how a region is affected does not count for the nations in
// it. A program that wants both asks for both.
func Example_regions() {
	article := entente.Article()
	southAsia := article.Affecting("south-asia")
	for n := range article.Nations() {
		for _, m49 := range nation.Regions(nation.ID(n.ID)) {
			if m49 == "034" { // Southern Asia
				southAsia = southAsia.Union(article.Affecting(n.ID))
			}
		}
	}
	fmt.Println(article.Affecting("south-asia").Len(), southAsia.Len())
	// Output: 13 59
}

func ExampleArticle() {
	article := entente.Article()
	fmt.Println(article.Title())
	fmt.Println(article)
	// Output:
	// Pakistan and Russia: what one article says
	// dataset of 132 records
}

func ExampleChronicle() {
	chronicle := entente.Chronicle()
	for ex := range chronicle.Filter(inSeries("druzhba")).Exercises() {
		fmt.Println(ex.When, ex.Name, ex.Places[0].Nation)
	}
	// The article says that the seventh edition was still under way. The record
	// keeps that as a claim.
	seventh, _ := chronicle.Exercise("druzhba-7")
	for _, c := range seventh.Claims {
		if c.Member == "status" {
			fmt.Println(seventh.Status, "- but", c.Cites[0].Source, "has", c.Value)
		}
	}
	// Output:
	// 2016-09-24/2016-10-10 Druzhba 2016 PK
	// 2017-09-25/2017-10-04 Druzhba 2017 RU
	// 2018-10-21/2018-11-04 Druzhba III PK
	// 2019-10-01/2019-10-11 Druzhba 2019 RU
	// 2020-11-08/2020-11-19 Druzhba V PK
	// 2021-09-28/2021-10-09 Druzhba VI RU
	// 2024-10-13/2024-10-25 Druzhba VII PK
	// 2025-09-15/2025-09-27 Druzhba VIII RU
	// held - but article has under-way
}

func inSeries(series entente.ID) func(entente.Record) bool {
	return func(r entente.Record) bool {
		ex, ok := r.(entente.Exercise)
		return ok && ex.Series == series
	}
}

func ExampleDataset_Involving() {
	article := entente.Article()
	for s := range article.Involving("pakistan-navy").Statements() {
		fmt.Println(s.Speakers, s.Act, "that", s.Gist)
	}
	// Output:
	// [ashraf] stressed that bilateral training, personnel exchanges and possible joint naval exercises are valuable
	// [fomin] pledged that Russia will build stronger naval ties
	// [fomin] acknowledged that the Pakistan Navy is making efforts for maritime security in the region
	// [ashraf] wished that Pakistan wants a long-term partnership with Russia on many fronts
}

func ExampleDataset_Between() {
	for m := range entente.Article().Between("PK", "RU").Meetings() {
		fmt.Println(m)
	}
	// Output:
	// meeting fomin-ashraf-2024 (Fomin and Ashraf)
	// meeting fomin-sidhu-2024 (Fomin and Sidhu)
}

func ExampleDataset_Affecting() {
	for a := range entente.Article().Affecting("AF").Assessments() {
		fmt.Printf("%v (%s): %v\n", a.Modality, a.Hedge, a.Gist)
	}
	// Output:
	// possible (could): The alignment of Pakistan and Russia could contribute to stability in Afghanistan
	// unhedged (): Pakistan and Russia aim to contain the spread of militancy in Afghanistan
	// unhedged (): Pakistan and Russia share concerns about Afghanistan's stability
	// possible (could): Pakistan's closer defence ties with Russia could have consequences for Afghanistan and Central Asia
	// unhedged (): A stabilizing role in Afghanistan is in keeping with both countries' interest in stopping militancy from spreading
	// unhedged (): The strategic partnership puts Pakistan and Russia in a position to help stabilize Afghanistan
	// unhedged (): The rise of terrorist threats from the region of Afghanistan is a particular concern of both states
}

func ExampleDataset_OfKind() {
	pair := entente.Article().Between("PK", "RU")
	fmt.Println(pair.OfKind(entente.KindExercise, entente.KindSeries).Len(), pair.OfKind(entente.KindMeeting).Len())
	// Output: 2 2
}

func ExampleDataset_About() {
	// A topic includes its narrower ones: naval exercises are joint exercises.
	for s := range entente.Article().About(entente.TopicJointExercises).Statements() {
		fmt.Println(s.Topics, s.Gist)
	}
	// Output: [training personnel-exchanges naval-exercises] bilateral training, personnel exchanges and possible joint naval exercises are valuable
}

func ExampleDataset_During() {
	pair := entente.Chronicle().Between("PK", "RU")
	for ex := range pair.During(edtf.MustParsePeriod("2021-09/2021-10")).Exercises() {
		fmt.Println(ex.When, ex.Label(language.English))
	}
	// Output:
	// 2021-09-10/2021-09-16 Zapad 2021
	// 2021-09-13/2021-09-24 Peace Mission 2021
	// 2021-09-28/2021-10-09 Druzhba VI
}

func ExampleDataset_WithBasis() {
	article := entente.Article()
	for _, basis := range []entente.Basis{entente.BasisReported, entente.BasisAttributed, entente.BasisAssessed} {
		fmt.Println(basis, article.WithBasis(basis).Len())
	}
	// Output:
	// reported 36
	// attributed 11
	// assessed 85
}

func ExampleDataset_Citing() {
	// The meetings for which the article is a source.
	for m := range entente.Chronicle().Citing("article").Meetings() {
		fmt.Println(m, m.When)
	}
	// Output:
	// meeting fomin-ashraf-2024 (Fomin and Ashraf) 2024-10-29
	// meeting fomin-sidhu-2024 (Fomin and Sidhu) 2024-10-29
}

func ExampleDataset_Identified() {
	d, err := entente.New(entente.Records{
		Sources: []entente.Source{{ID: "handbook"}},
		Nations: []entente.Nation{{
			Fact: entente.Fact{
				ID: "PK", Basis: entente.BasisReported,
				Cites: []entente.Citation{{Source: "handbook"}},
				Identifiers: []entente.Identifier{
					{Scheme: "cow", Value: "770"},
					{Scheme: "wikidata", Value: "Q843"},
				},
			},
			Name: entente.English("Pakistan"),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	for n := range d.Identified("wikidata", "Q843").Nations() {
		fmt.Println(n)
	}
	// Output: nation PK (Pakistan)
}

func ExampleDataset_Filter() {
	hedged := entente.Article().Filter(func(r entente.Record) bool {
		a, ok := r.(entente.Assessment)
		return ok && a.Modality == entente.ModalityLikely
	})
	for a := range hedged.Assessments() {
		fmt.Printf("%v (%s): %v\n", a.Modality, a.Hedge, a.Gist)
	}
	// Output: likely (will likely): The effects of the alignment will probably be felt throughout the region and further afield
}

func ExampleDataset_AskedPeriods() {
	recent := entente.Chronicle().Between("PK", "RU").During(edtf.MustParsePeriod("2021/2024"))
	fmt.Println(recent.AskedPeriods())
	// Output: [2021/2024]
}

func ExampleDataset_Asked() {
	data := entente.Chronicle()
	fmt.Println(data.Between("PK", "RU").Asked())
	fmt.Println(data.Involving("RU", "SUHH").Asked())
	// Output:
	// [[PK] [RU]]
	// [[RU SUHH]]
}

func ExampleDataset_Answer() {
	pair := entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise)
	for _, year := range []string{"2016", "2022", "2010"} {
		found := pair.During(edtf.MustParsePeriod(year))
		fmt.Println(year, found.Len(), found.Answer())
	}
	// Output:
	// 2016 2 found
	// 2022 0 none found
	// 2010 0 not covered
}

func ExampleDataset_Union() {
	article := entente.Article()
	either := article.Affecting("AF").Union(article.Affecting("central-asia"))
	fmt.Println(either)
	// Output: dataset of 7 records
}

func ExampleDataset_Except() {
	article := entente.Article()
	// A headline of another item is not the article's own claim.
	headlines := article.Filter(func(r entente.Record) bool {
		for _, c := range r.AsFact().Cites {
			if c.Part != entente.PartRelatedHeadline {
				return false
			}
		}
		return true
	})
	for r := range headlines.All() {
		fmt.Println(r)
	}
	fmt.Println(article.Except(headlines).Len() + headlines.Len() - article.Len())
	// Output:
	// official putin (Putin)
	// statement article-19-trade-energy (the two sides will expand cooperation in trade and energy)
	// 0
}

func ExampleDataset_Find() {
	for _, words := range []string{"PAF", "Фомин", "druzhba", "nobody"} {
		for _, m := range entente.Article().Find(words) {
			fmt.Println(m)
		}
	}
	// Output:
	// organization paf (PAF, exact)
	// official fomin (Фомин, exact)
	// meeting fomin-ashraf-2024 (Фомин и Ашраф, words)
	// meeting fomin-sidhu-2024 (Фомин и Сидху, words)
	// series druzhba (Druzhba, exact)
	// exercise druzhba-7 (Druzhba VII, words)
}

func ExampleDataset_Name() {
	d := entente.Article()
	for _, id := range []entente.ID{"fomin", "PK", "druzhba-7", "BR"} {
		fmt.Println(d.Name(id, language.Russian))
	}
	// Output:
	// Александр Фомин
	// Пакистан
	// «Дружба-VII»
	// Бразилия
}

func ExampleDataset_Official() {
	fomin, ok := entente.Article().Official("fomin")
	if !ok {
		return
	}
	for _, p := range fomin.Postings {
		fmt.Println(fomin.Name, "-", p.Rank, "-", p.Title)
	}
	// Output: Aleksandr V. Fomin - Colonel General - Deputy Defence Minister
}

func ExampleRecord() {
	d := entente.Article()
	r, _ := d.Record("druzhba-7")
	fmt.Println(r.Label(language.Russian))
	for id := range r.References() {
		fmt.Println(id)
	}
	// Output:
	// «Дружба-VII»
	// druzhba
	// nctc
	// PK
	// light-commando-troops
	// RU
}

func ExampleKind_IsActor() {
	for _, k := range []entente.Kind{entente.KindOfficial, entente.KindRegion, entente.KindExercise} {
		fmt.Println(k, k.IsActor())
	}
	// Output:
	// official true
	// region false
	// exercise false
}

func ExampleDataset_Timeline() {
	pair := entente.Chronicle().Between("PK", "RU").OfKind(entente.KindAgreement, entente.KindExercise)
	for r := range pair.During(edtf.MustParsePeriod("2015/2016")).Timeline() {
		fmt.Println(r.AsFact().When, r)
	}
	// Output:
	// 2015-08 agreement pk-ru-2015-mi35 (Contract for four Mi-35M helicopters)
	// 2015-10 agreement pk-ru-2015-military-technical-cooperation (Pakistan-Russia military-technical cooperation accord)
	// 2015-12 exercise arabian-monsoon-2015 (Arabian Monsoon 2015)
	// 2016-09-24/2016-10-10 exercise druzhba-1 (Druzhba 2016)
	// 2016-12-08~ exercise passex-2016-12 (Passing exercise off Novorossiysk, December 2016)
}

func ExampleDataset_Summary() {
	fmt.Print(entente.Article().Involving("ashraf").Summary())
	// Output:
	// records: 6, 6 without a date
	// kinds: official 1, meeting 1, statement 4
	// parties: PK 6, pakistan-navy 6, RU 5
	// officials: ashraf 6, fomin 5
	// topics: maritime-security 3, naval-cooperation 3, military-cooperation 1, naval-exercises 1, naval-technology 1, personnel-exchanges 1, regional-stability 1, training 1
	// bases: reported 2, attributed 4
	// sources: article 6
	// PK and RU: 1 meeting, 4 statements
}

func ExampleSummary_Plus() {
	article := entente.Article()
	exercises := article.About(entente.TopicJointExercises)
	rest := article.Except(exercises)
	sum := exercises.Summary().Plus(rest.Summary())
	fmt.Println(sum.Records == article.Len())
	// Output: true
}

func ExampleStatus_NotHeld() {
	exercises := entente.Chronicle().OfKind(entente.KindExercise)
	others := 0
	for e := range exercises.Exercises() {
		if e.Status.NotHeld() {
			fmt.Println(e.Name, "-", e.Status)
		} else {
			others++
		}
	}
	fmt.Println(others, "others")
	// Output:
	// AviaIndra 2018 - planned
	// INDRA 2021 - planned
	// AviaIndra 2025 - planned
	// 47 others
}

func ExampleDataset_PairYears() {
	for y := range entente.Chronicle().PairYears(2020, 2023) {
		if y.A == "PK" && y.B == "RU" && y.Kind == entente.KindExercise {
			fmt.Printf("%d: %d with Russia alone, %d with others (%v)\n", y.Year, y.Bilateral, y.Multilateral, y.Answer)
		}
	}
	// Output:
	// 2020: 1 with Russia alone, 1 with others (found)
	// 2021: 4 with Russia alone, 3 with others (found)
	// 2022: 0 with Russia alone, 0 with others (none found)
	// 2023: 0 with Russia alone, 0 with others (none found)
}

func ExampleLoad() {
	const file = `{
	"format": "entente/1",
	"sources": [{"id": "navy", "title": {"en": "A release"}}],
	"nations": [
		{"id": "FR", "basis": "reported", "cites": [{"source": "navy"}]},
		{"id": "JP", "basis": "reported", "cites": [{"source": "navy"}]}
	],
	"exercises": [{
		"id": "visit-2023",
		"when": "2023-10",
		"basis": "reported",
		"cites": [{"source": "navy"}],
		"nmae": {"en": "A port visit"},
		"status": "hold",
		"contingents": [{"nation": "FR"}, {"nation": "JB"}]
	}]
}`
	_, err := entente.Load(fstest.MapFS{"visits.json": {Data: []byte(file)}})
	fmt.Println(err)
	fmt.Println(errors.Is(err, entente.ErrReference))
	// Output:
	// visits.json:13:3: visit-2023: /exercises/0/nmae: unknown member "nmae"; did you mean "name"?
	// visits.json:14:13: visit-2023: /exercises/0/status: unknown status "hold"; did you mean "held"?
	// visits.json:15:48: visit-2023: /exercises/0/contingents/1/nation: no nation has the ID "JB"; did you mean "JP"?
	// true
}

func ExampleDecode() {
	const file = `{
	"format": "entente/1",
	"sources": [{"id": "release", "url": "https://navy.example/visit"}],
	"exercises": [{
		"id": "visit-2023",
		"name": {"en": "Port visit"},
		"when": "2023-10-02/2023-10-06",
		"basis": "reported",
		"cites": [{"source": "release"}],
		"contingents": [{"nation": "FR"}, {"nation": "JP", "role": "host"}]
	}]
}`
	d, err := entente.Decode("visits.json", strings.NewReader(file))
	if err != nil {
		log.Fatal(err)
	}
	for ex := range d.Between("FR", "JP").Exercises() {
		fmt.Println(ex.When, ex)
	}
	// Output: 2023-10-02/2023-10-06 exercise visit-2023 (Port visit)
}

func ExampleNew() {
	cites := []entente.Citation{{Source: "navy", Locator: "paragraph 2"}}
	d, err := entente.New(entente.Records{
		Sources: []entente.Source{{ID: "navy", Title: entente.English("A release")}},
		Nations: []entente.Nation{
			{Fact: entente.Fact{ID: "FR", Basis: entente.BasisReported, Cites: cites}},
			{Fact: entente.Fact{ID: "JP", Basis: entente.BasisReported, Cites: cites}},
		},
		Partnerships: []entente.Partnership{{
			Fact:    entente.Fact{ID: "fr-jp", Basis: entente.BasisReported, Cites: cites},
			Parties: []entente.ID{"FR", "JP"},
			Trend:   entente.TrendGrowing,
		}},
	})
	fmt.Println(d, err)
	fmt.Println(d.Summary().Pairs[0])
	// Output:
	// dataset of 3 records <nil>
	// {FR JP 1 partnership}
}

func ExampleLoader() {
	loader := entente.Loader{
		Base: entente.Article(), // whose records the file may refer to
		Warn: func(p *entente.Problem) { fmt.Println("warning:", p) },
	}
	d, err := loader.Decode("note.json", strings.NewReader(`{
	"format": "entente/1",
	"sources": [{"id": "notebook"}, {"id": "diary"}],
	"statements": [{
		"id": "remark",
		"basis": "attributed",
		"cites": [{"source": "notebook"}],
		"speakers": ["fomin"],
		"gist": {"en": "the visit went well"}
	}]
}`))
	fmt.Println(d.Except(entente.Article()), err)
	fmt.Println(d.Involving("RU").Has("remark"))
	// Output:
	// warning: note.json:3:41: diary: /sources/1/id: the source "diary" is never cited; cite it, or leave it out
	// dataset of 1 record <nil>
	// true
}

func ExampleMerge() {
	set := func(title, source, when, alias string) *entente.Dataset {
		d, _ := entente.New(entente.Records{
			Title:   entente.English(title),
			Sources: []entente.Source{{ID: entente.ID(source)}},
			Series: []entente.Series{{
				Fact: entente.Fact{
					ID: "visits", When: edtf.MustParsePeriod(when), Basis: entente.BasisReported,
					Cites: []entente.Citation{{Source: entente.ID(source)}},
				},
				Name:    entente.English("Visits"),
				Aliases: entente.Names{}.With(language.English, alias),
			}},
		})
		return d
	}
	d, err := entente.Merge(set("Navy", "release", "2016/..", "Calls"), set("Press", "paper", "2016/..", "Port calls"))
	visits, _ := d.Series("visits")
	fmt.Println("aliases:", visits.Aliases, err)
	fmt.Println("sources:", visits.Cites[0].Source, visits.Cites[1].Source)

	_, err = entente.Merge(set("Navy", "release", "2016/..", "Calls"), set("Press", "paper", "2017/..", "Calls"))
	fmt.Println(err)
	var conflict *entente.Conflict
	if errors.As(err, &conflict) {
		fmt.Println(conflict.A.Value, "or", conflict.B.Value)
	}
	// Output:
	// aliases: Calls, Port calls <nil>
	// sources: paper release
	// visits: /when: dataset 1 "Navy" has "2016/.." [release]; dataset 2 "Press" has "2017/.." [paper]; correct one of them or make it a claim; two things need two IDs
	// 2016/.. or 2017/..
}

func ExampleChanges() {
	article := entente.Article()
	old := article.Except(article.About(entente.TopicEnergy))
	for _, c := range entente.Changes(old, article) {
		fmt.Println(c)
	}
	// Output: added statement article-19-trade-energy
}

func ExampleDataset_WriteTo() {
	// The file includes what the meetings refer to: officials, nations, sources.
	meetings := entente.Article().OfKind(entente.KindMeeting)
	var file bytes.Buffer
	if _, err := meetings.WriteTo(&file); err != nil {
		log.Fatal(err)
	}
	d, err := entente.Decode("meetings.json", &file)
	fmt.Println(meetings)
	fmt.Println(d, err)
	// Output:
	// dataset of 2 records
	// dataset of 11 records <nil>
}

// WriteTo always writes the same bytes for the same content, so a hash of them
// identifies it.
func ExampleDataset_WriteTo_fingerprint() {
	fingerprint := func(d *entente.Dataset) string {
		hash := sha256.New()
		if _, err := d.WriteTo(hash); err != nil {
			log.Fatal(err)
		}
		return hex.EncodeToString(hash.Sum(nil))
	}
	d := entente.Article()
	fmt.Println(d.Edition().Version, d.Licence())
	fmt.Println(len(fingerprint(d)), fingerprint(d) == fingerprint(entente.Article()))
	fmt.Println(fingerprint(d) == fingerprint(d.Involving("IN")))
	// Output:
	// 1.0.0 CC-BY-4.0
	// 64 true
	// false
}

func ExampleEnglish() {
	name := entente.English("Friendship").With(language.Russian, "Дружба")
	fmt.Println(name, name == entente.English("Friendship"))
	// Output: Friendship false
}

func ExampleText_In() {
	series, _ := entente.Article().Series("druzhba")
	for _, tag := range []string{"ru", "ur-PK", "fr"} {
		words, in := series.Meaning.In(language.MustParse(tag))
		fmt.Println(tag, "-", words, "-", in)
	}
	// Output:
	// ru - дружба - ru
	// ur-PK - دوستی - ur
	// fr - friendship - en
}

func ExampleText_Words() {
	page := template.Must(template.New("").Parse("{{.Series.Name.Words .Tag}}: {{.Series.Meaning.Words .Tag}}\n"))
	series, _ := entente.Article().Series("druzhba")
	page.Execute(os.Stdout, struct {
		Series entente.Series
		Tag    language.Tag
	}{series, language.Russian})
	// Output: «Дружба»: дружба
}

func ExampleNames() {
	names := entente.Names{}.With(language.English, "Friendship").With(language.Und, "Druzhba", "Druzba")
	fmt.Println(names)
	fmt.Println(names.In(language.Und))
	data, err := json.Marshal(names)
	fmt.Println(string(data), err)
	// Output:
	// Friendship, Druzhba, Druzba
	// [Druzhba Druzba]
	// {"en":["Friendship"],"und":["Druzhba","Druzba"]} <nil>
}

// A template calls a lookup through a function of its own.
func ExampleDataset_Source() {
	d := entente.Article()
	page := template.Must(template.New("").Funcs(template.FuncMap{
		"source": func(id entente.ID) entente.Source {
			s, _ := d.Source(id)
			return s
		},
	}).Parse(`{{range .Cites}}{{with source .Source}}{{.ID}}: {{.URL}}{{end}}{{end}}`))
	exercise, _ := d.Exercise("druzhba-7")
	exercise.Cites = exercise.Cites[:1]
	if err := page.Execute(os.Stdout, exercise); err != nil {
		log.Fatal(err)
	}
	// Output: article: theislamabadtelegraph.com/2024/10/pakistan-russia-ties/
}

func ExampleExtra() {
	extra := entente.Extra{}.With("ccode", "770").With("alliance", "3105")
	code, ok := extra.Get("ccode")
	fmt.Println(extra, code, ok)
	// Output: [{alliance 3105} {ccode 770}] 770 true
}

// The value of a claim has the type of the member that the claim is about.
func ExampleValueOf() {
	value, err := entente.ValueOf([]entente.Place{{Name: entente.English("Cherat"), Nation: "PK"}})
	if err != nil {
		log.Fatal(err)
	}
	claim := entente.Claim{Member: "places", Value: value, Cites: []entente.Citation{{Source: "agency"}}}
	fmt.Println(claim.Value)
	// Output: [{"name":{"en":"Cherat"},"nation":"PK"}]
}

func ExampleValue_As() {
	first, _ := entente.Chronicle().Exercise("druzhba-1")
	for _, claim := range first.Claims {
		var when edtf.Period
		if claim.Member == "when" && claim.Value.As(&when) == nil {
			fmt.Println(first.When, "or", when)
		}
	}
	// Output:
	// 2016-09-24/2016-10-10 or 2016-09-24/2016-10-07
	// 2016-09-24/2016-10-10 or 2016-09-23/2016-10-10
}
