package entente

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/entente-go/entente/edtf"
)

// researched is the number of facts in the research notes of the chronicle.
const researched = 125

func TestChronicle_AccountsForTheResearch(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/chronicle-facts.json")
	if err != nil {
		t.Fatal(err)
	}
	var table []struct {
		Fact    string
		Records []ID
		Reason  string
	}
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	d := Chronicle()
	seen := map[string]bool{}
	for _, row := range table {
		if seen[row.Fact] {
			t.Errorf("%s is listed twice", row.Fact)
		}
		seen[row.Fact] = true
		if len(row.Records) == 0 && row.Reason == "" {
			t.Errorf("%s is held by no record, and no reason is given", row.Fact)
		}
		for _, id := range row.Records {
			_, source := d.Source(id)
			if !d.Has(id) && !source {
				t.Errorf("%s is held by %q, which is not there", row.Fact, id)
			}
		}
	}
	if len(seen) != researched {
		t.Errorf("%d facts are accounted for, want %d", len(seen), researched)
	}
}

func TestChronicle_SharesIDsWithArticle(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	for r := range Article().All() {
		id := r.AsFact().ID
		other, ok := d.Record(id)
		switch r.Kind() {
		case KindOfficial, KindExercise, KindSeries, KindMeeting, KindNation:
			if !ok {
				t.Errorf("%v of the article is not in the chronicle", r)
			} else if other.Kind() != r.Kind() {
				t.Errorf("%v of the article is %v in the chronicle", r, other)
			}
		}
	}
	if _, ok := d.Source("article"); !ok {
		t.Error("the article is not a source of the chronicle")
	}
	if d.Citing("article").Len() < 10 {
		t.Error("the chronicle hardly cites the article")
	}
}

func TestChronicle_KeepsClaimsOfOtherSources(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	for id, members := range map[ID][]string{
		"druzhba-1": {"places", "when"},
		"druzhba-2": {"places"},
		"druzhba-6": {"when"},
		"druzhba-7": {"status", "places", "when", "contingents"},
		"druzhba-8": {"timing"},
	} {
		r, ok := d.Record(id)
		if !ok {
			t.Errorf("%s is not there", id)
			continue
		}
		for _, member := range members {
			if !slices.ContainsFunc(r.AsFact().Claims, func(c Claim) bool { return c.Member == member && len(c.Cites) > 0 }) {
				t.Errorf("%s holds no other source's %s", id, member)
			}
		}
	}
}

func TestChronicle_CountsOriginsNotPages(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	origins := d.Summary().Sources
	for s := range d.Sources() {
		if s.Reprints != "" && origins.Of(s.ID) != 0 {
			t.Errorf("%s reprints %s, but is counted for itself", s.ID, s.Reprints)
		}
	}
	if len(origins) == 0 || origins.Of("ispr-2024-10-29-air") < 2 {
		t.Errorf("the release of the press office is hardly counted: %v", origins)
	}
}

func TestChronicle_FindsNamesOfItsSources(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	for name, want := range map[string]ID{
		"Дружба": "druzhba", "Дружба-2016": "druzhba-1", "Friendship-2016": "druzhba-1", "Фомин": "fomin", "Shoigu": "shoigu",
		"Zaheer Ahmed Baber Sidhu": "sidhu", "NCTC": "nctc", "Пакистан": "PK", "پاکستان": "PK", "JMCC": "jmcc", "AMAN": "aman",
	} {
		if found := d.Find(name); !slices.ContainsFunc(found, func(m Match) bool { return m.ID == want && m.Fit == FitExact }) {
			t.Errorf("Find(%q) = %v, want %s", name, found, want)
		}
	}
}

func TestChronicle_SaysWhatItCovers(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	for _, c := range []struct {
		a, b   ID
		kind   Kind
		period string
		want   Answer
	}{
		{"PK", "RU", KindExercise, "2016", AnswerFound},
		{"PK", "RU", KindExercise, "2022", AnswerNoneFound},
		{"PK", "RU", KindExercise, "2010", AnswerNotCovered},
		{"PK", "IN", KindExercise, "2022", AnswerNotCovered},
	} {
		if got := asked(d, c.a, c.b, c.kind, edtf.MustParsePeriod(c.period)).Answer(); got != c.want {
			t.Errorf("%s and %s, %v in %s: %v, want %v", c.a, c.b, c.kind, c.period, got, c.want)
		}
	}
}
