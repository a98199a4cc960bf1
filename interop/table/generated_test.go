package table_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/growth"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/table"
	"github.com/go-json-experiment/json"
)

// hostile are words that tables may spoil.
var hostile = []string{
	"=1+1", "'=1+1", "''+1", "-", "@SUM(A1)", `"`, `'"a"`, `''"`, `a "b"; c`,
	";", `\`, `a\; b`, ";;", "'", "''",
	" =1", " a", "a ", "a,b", "NA", "TRUE", "0012", "1e5", "2024-10", "Дружба; «мир»", "دوستی، \"امن\"", "友誼", "＝1",
	"#", "id",
}

// scrambled returns a dataset of what is sound after members of d were left out
// and words replaced at random.
func scrambled(t testing.TB, seed uint64, d *entente.Dataset) *entente.Dataset {
	t.Helper()
	data, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	s := scrambler{rand.New(rand.NewPCG(seed, 2))}
	s.members(tree, 0)
	if data, err = json.Marshal(tree); err != nil {
		t.Fatal(err)
	}
	loader := entente.Loader{Reject: func(entente.Rejected) {}, Limits: entente.Limits{Problems: -1}}
	got, err := loader.Decode("", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

type scrambler struct{ *rand.Rand }

func (s scrambler) words() string { return hostile[s.IntN(len(hostile))] }

func (s scrambler) members(o map[string]any, depth int) {
	names := make([]string, 0, len(o))
	for name := range o {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch v := o[name].(type) {
		case string:
			const free = "en ru ur und zh-Hant hedge quote locator trip value licence version"
			if strings.Contains(free, name) && s.IntN(3) > 0 {
				o[name] = s.words()
			}
		case map[string]any:
			if name == "extra" {
				for range s.IntN(4) {
					v[s.words()] = s.words() + []string{"", "\r", "\r\n", "\t", "\n"}[s.IntN(5)] + s.words()
				}
			}
			s.members(v, depth+1)
		case []any:
			for i, v := range v {
				switch v := v.(type) {
				case map[string]any:
					s.members(v, depth+1)
				case string:
					if len(o) < 5 && strings.Contains("en ru ur und", name) { // aliases
						o[name].([]any)[i] = fmt.Sprint(s.words(), i)
					}
				}
			}
		}
		if depth > 1 && s.IntN(12) == 0 {
			delete(o, name)
		}
	}
}

func TestRead_GivesBackWhatIsGenerated(t *testing.T) {
	every, err := entente.Load(os.DirFS("testdata"), "every-member.json")
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(40) {
		thereAndBack(t, scrambled(t, seed, every))
	}
	d := scrambled(t, 1, entente.Chronicle())
	if d.Len() < 100 {
		t.Errorf("only %d records are sound", d.Len())
	}
	thereAndBack(t, d)
}

// many returns n exercises with a contingent and a citation each.
func many(n int) entente.Records {
	rs := entente.Records{Sources: []entente.Source{{ID: "s"}}}
	for i := range n {
		rs.Exercises = append(rs.Exercises, entente.Exercise{
			Fact: entente.Fact{
				ID:    entente.ID(fmt.Sprintf("e-%d", i)),
				Basis: entente.BasisReported,
				Cites: []entente.Citation{{Source: "s", Paragraphs: []int{1, 2}}},
				Extra: entente.Extra{{Key: "row", Value: "=1"}},
			},
			Name:        entente.English("An exercise"),
			Contingents: []entente.Contingent{{Nation: "PK"}, {Nation: "RU", Strength: 7}},
		})
	}
	return rs
}

func TestGrowth_IsLinear(t *testing.T) {
	one := entente.Records{Sources: []entente.Source{{ID: "s"}}, Exercises: many(1).Exercises}
	growth.Table(t, growth.Meter{Sizes: []int{25, 100, 200, 400, 800}}, []growth.Dimension[*entente.Dataset]{
		{Name: "records", At: func(n int) (*entente.Dataset, error) { return entente.New(many(n)) }},
		{Name: "rows of one record", At: func(n int) (*entente.Dataset, error) {
			rs := one
			rs.Exercises = slices.Clone(one.Exercises)
			e := &rs.Exercises[0]
			for i := range n {
				e.Contingents = append(e.Contingents, entente.Contingent{Nation: "RU", Strength: i + 1})
				e.Claims = append(e.Claims, entente.Claim{Member: "strength", Value: entente.MustValueOf(i + 1), Cites: e.Cites})
				e.Extra = append(e.Extra, entente.KeyValue{Key: fmt.Sprintf("key-%d", i), Value: "x"})
			}
			return entente.New(rs)
		}},
	}, []growth.Task[*entente.Dataset]{
		{Name: "Write and Read", Do: func(d *entente.Dataset) (done growth.Done, err error) {
			_, _, err = table.Read(write(t, d), interop.Options{})
			return done, err
		}},
	})
}

func BenchmarkWrite(b *testing.B) {
	d, err := entente.New(many(1000))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		write(b, d)
	}
}

func BenchmarkRead(b *testing.B) {
	d, err := entente.New(many(1000))
	if err != nil {
		b.Fatal(err)
	}
	files := write(b, d)
	for b.Loop() {
		if _, _, err := table.Read(files, interop.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) { // of the data format, to compare
	d, err := entente.New(many(1000))
	if err != nil {
		b.Fatal(err)
	}
	data := written(b, d)
	for b.Loop() {
		if _, err := entente.Decode("", strings.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}
