package entente

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/edtf"
	"github.com/google/go-cmp/cmp"
)

// year returns the days of a year as a period.
func year(y int) edtf.Period {
	return edtf.MustParsePeriod(fmt.Sprintf("%04d-01-01/%04d-12-31", y, y))
}

// slowDyads returns the nations and blocs that take part in a record.
func slowDyads(d *Dataset, r Record) (list []ID) {
	set := idSet{}
	slowParties(d, r, r.AsFact().When, set)
	for id := range set {
		switch r, _ := d.Record(id); r.(type) {
		case nil, Nation, Bloc:
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return list
}

func TestPairYears_AgreeWithAskingOneByOne(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		records := generated(seed, 60)
		records.Coverage = []Coverage{{Parties: []ID{"PK", "RU", "TR"}, Kinds: []Kind{KindExercise, KindAgreement}, Period: edtf.MustParsePeriod("2003/2009")},
			{Kinds: []Kind{KindPartnership}, Period: edtf.MustParsePeriod("2005/..")}}
		full := mustNew(t, records)
		for name, d := range map[string]*Dataset{
			"all": full, "PK": full.Involving("PK"), "a period": full.During(edtf.MustParsePeriod("2004/2010")), "a kind": full.OfKind(KindAgreement, KindNation),
			"a pair": full.Between("PK", "RU"), "opaque": full.WithBasis(BasisReported), "of nothing": full.Between("TR", "BR"),
		} {
			answers, rows := map[Answer]int{}, 0
			pairs := map[[2]ID]bool{}
			last := ""
			for y := range d.PairYears(2002, 2011) {
				rows++
				answers[y.Answer]++
				pairs[[2]ID{y.A, y.B}] = true
				key := fmt.Sprintf("%s %s %04d %02d", y.A, y.B, y.Year, y.Kind)
				if key <= last {
					t.Fatalf("%s comes after %s", key, last)
				}
				last = key
				if rows%7 != 0 && y.Kind != KindAgreement {
					continue // asking takes long
				}
				asked := full.Between(y.A, y.B).OfKind(y.Kind).During(year(y.Year))
				if name == "opaque" {
					asked = d.Between(y.A, y.B).OfKind(y.Kind).During(year(y.Year))
				}
				want := PairYear{A: y.A, B: y.B, Year: y.Year, Kind: y.Kind, Undated: asked.undated.count(), Answer: asked.Answer()}
				dated := false
				for r := range asked.All() {
					f := r.AsFact()
					times := []edtf.Period{f.When}
					if a, ok := r.(Agreement); ok {
						times = append(times, a.InForce)
						dated = dated || slices.ContainsFunc(a.Parties, func(p Party) bool { return !p.Period.IsZero() })
					}
					sure := slices.ContainsFunc(times, func(p edtf.Period) bool {
						return p.Overlaps(year(y.Year)) == edtf.CertaintyYes
					})
					x, _ := r.(Exercise)
					switch headline := !slices.ContainsFunc(f.Cites, func(c Citation) bool { return c.Part != PartRelatedHeadline }); {
					case slices.Contains([]Status{StatusProposed, StatusPlanned, StatusCancelled}, x.Status):
						want.NotHeld++
					case headline:
						want.Headlines++
					case !sure, isAbsent(y.A, y.Year), isAbsent(y.B, y.Year):
						want.Maybe++
					case len(slowDyads(full, r)) == 2 && !slowUnidentified(r):
						want.Bilateral++
					default:
						want.Multilateral++
					}
				}
				if isAbsent(y.A, y.Year) || isAbsent(y.B, y.Year) {
					want.Undated = 0
				}
				if dated { // what is certain of two dated parties is tested below
					n := y.Bilateral + y.Multilateral + y.Maybe
					m := want.Bilateral + want.Multilateral + want.Maybe
					want.Bilateral, want.Multilateral, want.Maybe = y.Bilateral, y.Multilateral, y.Maybe+m-n
				}
				if diff := cmp.Diff(want, y); diff != "" {
					t.Fatalf("seed %d, %s (-want +got):\n%s", seed, name, diff)
				}
			}
			for _, p := range d.Summary().Pairs {
				asked := name != "a pair" && (name != "PK" || p.A == "PK" || p.B == "PK")
				if asked && !isAbsent(p.A, 2005) && !isAbsent(p.B, 2005) && !pairs[[2]ID{p.A, p.B}] {
					t.Errorf("%s: no row for %s and %s", name, p.A, p.B)
				}
			}
			if name == "all" && (answers[AnswerFound] == 0 || answers[AnswerNoneFound] == 0 || answers[AnswerNotCovered] == 0) {
				t.Errorf("answers %v", answers)
			}
		}
	}
}

func slowUnidentified(r Record) bool {
	x, ok := r.(Exercise)
	return ok && slices.ContainsFunc(x.Contingents, func(c Contingent) bool { return c.Unidentified })
}

// What a selection says of a pair, a kind and a year is what the whole data says.
func TestPairYears_OfASelectionSayWhatTheWholeDoes(t *testing.T) {
	t.Parallel()
	p := edtf.MustParsePeriod
	whole := map[string]*Dataset{"chronicle": Chronicle(), "article": Article()}
	for seed := range uint64(3) {
		records := generated(seed, 60)
		records.Coverage = []Coverage{{Parties: []ID{"PK"}, Period: p("2003/2009")}, {Parties: []ID{"RU", "TR", "IN"}, Period: p("2001/2008")},
			{Kinds: []Kind{KindPartnership}, Period: p("2005/..")}}
		whole[fmt.Sprint("generated ", seed)] = mustNew(t, records)
	}
	type ask func(*Dataset) *Dataset
	involving := func(ids ...ID) ask { return func(d *Dataset) *Dataset { return d.Involving(ids...) } }
	between := func(a, b ID) ask { return func(d *Dataset) *Dataset { return d.Between(a, b) } }
	kinds := func(ks ...Kind) ask { return func(d *Dataset) *Dataset { return d.OfKind(ks...) } }
	during := func(s string) ask { return func(d *Dataset) *Dataset { return d.During(p(s)) } }
	affecting := func(d *Dataset) *Dataset { return d.Affecting("PK") }
	inYears := func(from, to int) func(y int) bool { return func(y int) bool { return from <= y && y <= to } }
	anyYear := inYears(-9999, 9999)
	names := func(ids ...ID) func(y PairYear) bool {
		return func(y PairYear) bool { return slices.Contains(ids, y.A) || slices.Contains(ids, y.B) }
	}
	both := func(y PairYear) bool { return y.A == "PK" && y.B == "RU" }
	any := func(PairYear) bool { return true }
	none := func(PairYear) bool { return false }
	for _, c := range []struct {
		name  string
		steps []ask
		pairs func(PairYear) bool
		years func(int) bool
	}{
		{"nothing", nil, any, anyYear},
		{"one", []ask{involving("PK")}, names("PK"), anyYear},
		{"one of two", []ask{involving("RU", "SUHH")}, names("RU", "SUHH"), anyYear},
		{"a pair", []ask{between("PK", "RU")}, both, anyYear},
		{"a pair, in two calls", []ask{involving("RU"), involving("PK")}, both, anyYear},
		{"a pair, in three calls", []ask{involving("PK"), between("RU", "PK")}, both, anyYear},
		{"three", []ask{between("RU", "PK"), involving("IN")}, none, anyYear},
		{"an organization", []ask{involving("pakistan-army")}, none, anyYear},
		{"a kind", []ask{kinds(KindExercise)}, any, anyYear},
		{"kinds of a pair", []ask{kinds(KindAgreement, KindMeeting), between("PK", "RU")}, both, anyYear},
		{"years", []ask{during("2004/2018")}, any, inYears(2004, 2018)},
		{"some days of a year", []ask{during("2004-07/2018-06")}, any, inYears(2005, 2017)},
		{"one year", []ask{during("2016")}, any, inYears(2016, 2016)},
		{"less than a year", []ask{during("2016-02/2016-11")}, any, inYears(1, 0)},
		{"a season", []ask{during("2016-21")}, any, inYears(1, 0)},
		{"no end", []ask{during("2015/..")}, any, inYears(2015, 9999)},
		{"two periods", []ask{during("2003/2010"), during("2006/2019")}, any, inYears(2006, 2010)},
		{"years of one", []ask{during("2004/2018"), involving("PK")}, names("PK"), inYears(2004, 2018)},
		{"years of a pair", []ask{between("PK", "RU"), kinds(KindMeeting, KindAgreement), during("2004/2018")}, both, inYears(2004, 2018)},
		{"who is affected", []ask{affecting}, none, anyYear},
	} {
		for name, d := range whole {
			rows := make(map[string]PairYear)
			key := func(y PairYear) string { return fmt.Sprintf("%s %s %d %v", y.A, y.B, y.Year, y.Kind) }
			for y := range d.PairYears(2000, 2026) {
				rows[key(y)] = y
			}
			part := d
			for _, step := range c.steps {
				part = step(part)
			}
			tied := make(map[[2]ID]bool)
			for _, p := range part.Summary().Pairs {
				tied[[2]ID{p.A, p.B}] = true
			}
			got := make(map[string]bool)
			for y := range part.PairYears(2000, 2026) {
				got[key(y)] = true
				if diff := cmp.Diff(rows[key(y)], y); diff != "" && rows[key(y)].A != "" {
					t.Fatalf("%s, %s (-whole +selection):\n%s", c.name, name, diff)
				}
				if !c.pairs(y) || !c.years(y.Year) {
					t.Fatalf("%s, %s: %+v was not asked", c.name, name, y)
				}
			}
			for k, y := range rows {
				asked := part.asked.kinds == 0 || part.asked.kinds.has(y.Kind)
				if tied[[2]ID{y.A, y.B}] && asked && c.pairs(y) && c.years(y.Year) && !got[k] {
					t.Fatalf("%s, %s: no row for %+v", c.name, name, y)
				}
			}
		}
	}
}

// A filter cannot say that none were found.
func TestPairYears_OfAFilterNeverSayNoneFound(t *testing.T) {
	t.Parallel()
	d := Chronicle()
	for name, part := range map[string]*Dataset{
		"Filter": d.Filter(func(Record) bool { return true }), "About": d.About(TopicNavalExercises),
		"years": d.During(edtf.MustParsePeriod("2014/2020")).WithBasis(BasisReported),
	} {
		answers := make(map[Answer]int)
		for y := range part.PairYears(2012, 2026) {
			answers[y.Answer]++
			if name == "years" && (y.Year < 2014 || y.Year > 2020) {
				t.Fatalf("%s: %+v was not asked", name, y)
			}
		}
		if answers[AnswerNoneFound] > 0 || answers[AnswerFound] == 0 {
			t.Errorf("%s: %v", name, answers)
		}
	}
}

// In 1985 there was no DE, and in 1980 no SI.
func TestPairYears_OfStatesThatDidNotExist(t *testing.T) {
	t.Parallel()
	p := edtf.MustParsePeriod
	d := mustNew(t, small(func(r *Records) {
		cites := r.Nations[0].Cites
		r.Agreements = []Agreement{{Fact: Fact{ID: "pact", Basis: BasisReported, Cites: cites}, InForce: p("1949-04-04/.."),
			Parties: []Party{{Actor: "DE"}, {Actor: "US"}, {Actor: "SI", Period: p("2004-03-29/..")}}}}
		r.Coverage = []Coverage{{}}
	}))
	got := make(map[string]string)
	for y := range d.PairYears(1985, 2004) {
		got[fmt.Sprintf("%s %s %d %v", y.A, y.B, y.Year, y.Kind)] = fmt.Sprint(y.Bilateral, " ", y.Multilateral, " ", y.Maybe, " ", y.Answer)
	}
	for key, want := range map[string]string{
		"DE US 1985 agreement": "0 0 1 found", "DE US 1985 meeting": "", "DE US 1990 agreement": "0 1 0 found", "DE US 1990 meeting": "0 0 0 none found",
		"SI US 1985 agreement": "", "SI US 1992 agreement": "0 0 0 none found", "SI US 2004 agreement": "0 1 0 found",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
}

// An exercise that has not begun is no bar of any picture.
func TestPairYears_CountExercisesThatWereNotHeldApart(t *testing.T) {
	t.Parallel()
	for status, want := range map[Status][3]int{
		0: {1, 0, 0}, StatusHeld: {1, 0, 0}, StatusUnderWay: {1, 0, 0},
		StatusProposed: {0, 1, 0}, StatusPlanned: {0, 1, 0}, StatusCancelled: {0, 1, 0},
	} {
		for _, c := range []struct {
			when string
			part Part
			want [3]int // bilateral, not held, undated
			ties Ties
		}{
			{"2020-05", 0, want, Ties{Exercises: want[0], NotHeld: want[1]}},
			{"2020-05~", 0, want, Ties{Exercises: want[0], NotHeld: want[1]}},
			{"2020-05", PartRelatedHeadline, [3]int{0, want[1], 0}, Ties{Headlines: want[0], NotHeld: want[1]}},
			{"", 0, [3]int{0, 0, 1}, Ties{Exercises: want[0], NotHeld: want[1]}},
			{"", PartRelatedHeadline, [3]int{0, 0, 1}, Ties{Headlines: want[0], NotHeld: want[1]}},
		} {
			d := mustNew(t, small(func(r *Records) {
				x := &r.Exercises[0]
				x.Status, x.Contingents = status, []Contingent{{Nation: "FR"}, {Nation: "JP"}}
				x.When = edtf.Period{}
				if c.when != "" {
					x.When = edtf.MustParsePeriod(c.when)
				}
				x.Cites = slices.Clone(x.Cites)
				x.Cites[0].Part = c.part
			})).OfKind(KindExercise)
			for y := range d.PairYears(2020, 2020) {
				headlines := 0
				if c.part != 0 && c.when != "" {
					headlines = c.ties.Headlines
				}
				if got := [3]int{y.Bilateral, y.NotHeld, y.Undated}; got != c.want || y.Multilateral+y.Maybe != 0 || y.Headlines != headlines {
					t.Errorf("%v in %q, part %v: %+v", status, c.when, c.part, y)
				}
				if dated := c.when != ""; dated != (y.Answer == AnswerFound) {
					t.Errorf("%v in %q: %v", status, c.when, y.Answer)
				}
			}
			pair := d.Summary().Pairs[0]
			pair.Ties.First, pair.Ties.Last = edtf.Date{}, edtf.Date{}
			if pair.Ties != c.ties {
				t.Errorf("%v in %q, part %v: %v", status, c.when, c.part, pair.Ties)
			}
		}
	}
}

func TestPairYears_CountAnUnidentifiedContingentAsAnother(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		r.Exercises[0].When = edtf.MustParsePeriod("2020-05")
		r.Exercises[0].Contingents = []Contingent{{Nation: "FR"}, {Nation: "JP"}, {Unidentified: true}}
	}))
	for y := range d.OfKind(KindExercise).PairYears(2020, 2020) {
		if y.Bilateral != 0 || y.Multilateral != 1 {
			t.Errorf("%+v", y)
		}
	}
}

// The exercises of Pakistan and Russia by year: as counted by reading the file,
// and by a loop over its exercises.
func TestPairYears_OfTheChronicle(t *testing.T) {
	t.Parallel()
	read := map[int][2]int{2014: {2, 0}, 2015: {1, 0}, 2016: {2, 0}, 2017: {1, 1}, 2018: {2, 1}, 2019: {1, 2}, 2020: {1, 1},
		2021: {4, 3}, 2024: {1, 1}, 2025: {2, 3}}
	d := Chronicle()
	looped := map[int][2]int{}
	for e := range d.Exercises() {
		nations := idSet{}
		for _, c := range e.Contingents {
			nations[c.Nation] = true
			for id := c.Organization; id != ""; {
				o, _ := d.Organization(id)
				nations[o.Nation] = true
				id = o.Parent
			}
		}
		delete(nations, "")
		if !nations["PK"] || !nations["RU"] {
			continue
		}
		y, err := strconv.Atoi(e.When.String()[:4])
		if err != nil {
			t.Fatal(err)
		}
		n := looped[y]
		n[min(len(nations)-2, 1)]++
		looped[y] = n
	}
	if diff := cmp.Diff(read, looped); diff != "" {
		t.Errorf("the loop counts otherwise (-read +loop):\n%s", diff)
	}
	rows := 0
	for y := range d.PairYears(2010, 2026) {
		if y.A != "PK" || y.B != "RU" || y.Kind != KindExercise {
			continue
		}
		rows++
		want := PairYear{A: "PK", B: "RU", Year: y.Year, Kind: KindExercise, Bilateral: read[y.Year][0], Multilateral: read[y.Year][1], Answer: AnswerFound}
		switch {
		case y.Year < 2014 || y.Year == 2026:
			want.Answer = AnswerNotCovered
		case read[y.Year] == [2]int{}:
			want.Answer = AnswerNoneFound
		}
		if y != want {
			t.Errorf("%+v, want %+v", y, want)
		}
	}
	if rows != 17 {
		t.Errorf("%d years", rows)
	}
	ties := 0
	for _, n := range looped {
		ties += n[0] + n[1]
	}
	s := d.Summary()
	if i := slices.IndexFunc(s.Pairs, func(p Pair) bool { return p.A == "PK" && p.B == "RU" }); i < 0 || s.Pairs[i].Ties.Exercises != ties || ties != 29 {
		t.Errorf("%d exercises by the loop, %v", ties, s.Pairs[i])
	}
}

func TestPairYears_AreOfPairsThatWereAskedFor(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		r.Organizations = []Organization{{Fact: r.Nations[0].Fact, Name: English("A navy"), Nation: "FR"}}
		r.Organizations[0].ID = "navy"
		r.Blocs = []Bloc{{Fact: r.Nations[0].Fact, Name: English("A bloc")}}
		r.Blocs[0].ID = "bloc"
		r.Exercises = nil
	}))
	for name, c := range map[string]struct {
		d    *Dataset
		want string
	}{
		"all":                 {d, "[]"},
		"two nations":         {d.Between("JP", "FR"), "[FR JP 2020 FR JP 2021]"},
		"a bloc":              {d.Between("FR", "bloc"), "[FR bloc 2020 FR bloc 2021]"},
		"three":               {d.Between("JP", "FR").Involving("bloc"), "[]"},
		"one":                 {d.Involving("FR"), "[]"},
		"one of two":          {d.Involving("FR", "JP"), "[]"},
		"one of each":         {d.Involving("FR", "JP").Involving("bloc"), "[FR bloc 2020 FR bloc 2021 JP bloc 2020 JP bloc 2021]"},
		"the same":            {d.Between("JP", "JP"), "[]"},
		"nobody":              {d.Between("JP", "nobody"), "[]"},
		"nobody and somebody": {d.Between("nobody", "JP"), "[]"},
		"an organization":     {d.Between("JP", "navy"), "[]"},
		"of an organization":  {d.Between("navy", "JP"), "[]"},
	} {
		got := []string{}
		for y := range c.d.PairYears(2020, 2021) {
			if y.Kind == KindExercise {
				got = append(got, fmt.Sprint(y.A, " ", y.B, " ", y.Year))
			}
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
	years := func(first, last int) (n int) {
		for range d.Between("JP", "FR").OfKind(KindExercise).PairYears(first, last) {
			n++
		}
		return n
	}
	for _, c := range [][3]int{{2020, 2020, 1}, {2021, 2020, 0}, {-10000, -9998, 2}, {9998, 10005, 2}} {
		if got := years(c[0], c[1]); got != c[2] {
			t.Errorf("from %d to %d: %d years, want %d", c[0], c[1], got, c[2])
		}
	}
}

// Only an agreement goes on after its date, for all that is known.
func TestDuring_HoldsRecordsToTheirDate(t *testing.T) {
	t.Parallel()
	d := mustNew(t, small(func(r *Records) {
		fact := func(id ID) Fact {
			f := r.Nations[0].Fact
			f.ID, f.When = id, edtf.MustParsePeriod("2010")
			return f
		}
		r.Partnerships = []Partnership{{Fact: fact("partnership"), Parties: []ID{"FR", "JP"}}}
		r.Agreements = []Agreement{{Fact: fact("agreement"), Parties: []Party{{Actor: "FR"}, {Actor: "JP"}}}}
		r.Series[0].When, r.Exercises[0].When = fact("").When, fact("").When
		r.Coverage = []Coverage{{}}
	}))
	for kind, want := range map[Kind]string{
		KindPartnership: "none found, found, none found", KindAgreement: "none found, found, undated only",
		KindSeries: "none found, found, none found", KindExercise: "none found, found, none found",
	} {
		var got []string
		for y := 2009; y <= 2011; y++ {
			got = append(got, d.OfKind(kind).During(year(y)).Answer().String())
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%v: %s, want %s", kind, strings.Join(got, ", "), want)
		}
	}
}

// An official belongs to his nation as long as there is anything of him, and to
// an organization as long as he is posted there.
func TestOfficial_BelongsToOrganizationsForATime(t *testing.T) {
	t.Parallel()
	p := edtf.MustParsePeriod
	d := mustNew(t, small(func(r *Records) {
		for _, id := range []ID{"navy", "staff"} {
			o := Organization{Fact: r.Nations[0].Fact, Name: English("A body")}
			o.ID = id
			r.Organizations = append(r.Organizations, o)
		}
		r.Organizations[0].Nation = "FR"
		o := Official{Fact: r.Nations[0].Fact, Name: English("An envoy"), Nation: "FR", Postings: []Posting{
			{Title: English("Captain"), Organization: "navy", Period: p("2000/2001")},
			{Title: English("Delegate"), Organization: "staff", Period: p("2005/2006")},
			{Title: English("Adviser"), Period: p("2010")},
		}}
		o.ID = "envoy"
		r.Officials = []Official{o}
		r.Coverage = []Coverage{{}}
	}))
	for _, c := range []struct {
		of     ID
		period string
		want   bool
	}{
		{"FR", "2000", true}, {"FR", "2005", true}, {"FR", "2010", true}, {"FR", "1999", false}, {"FR", "2003", false},
		{"envoy", "2000", true}, {"envoy", "2005", true}, {"envoy", "2010", true}, {"envoy", "2003", false},
		{"navy", "2000", true}, {"navy", "2005", false}, {"navy", "2010", false},
		{"staff", "2000", false}, {"staff", "2006", true}, {"staff", "2010", false},
	} {
		for i, part := range []*Dataset{d.During(p(c.period)).Involving(c.of), d.Involving(c.of).During(p(c.period))} {
			if got := part.OfKind(KindOfficial).Len() == 1; got != c.want {
				t.Errorf("%s in %s, order %d: %v, want %v", c.of, c.period, i, got, c.want)
			}
		}
	}
}

// An alliance of which a party left in 1972, and one came back.
func TestAgreement_WithPartiesThatComeAndGo(t *testing.T) {
	t.Parallel()
	p := edtf.MustParsePeriod
	d := mustNew(t, small(func(r *Records) {
		cites := r.Nations[0].Cites
		r.Agreements = []Agreement{
			{Fact: Fact{ID: "pact", When: p("1954-09-08"), Basis: BasisReported, Cites: cites}, InForce: p("1955-02-19/1979-09-26"), Parties: []Party{
				{Actor: "US"}, {Actor: "PK", Period: p("1955-02-19/1972-11-08")}, {Actor: "FR"},
				{Actor: "IR", Period: p("1955-11/1960")}, {Actor: "IR", Period: p("1974/1978")}, {Actor: "TR", Period: p("1973/..")},
			}},
			{Fact: Fact{ID: "accord", When: p("1999-05"), Basis: BasisReported, Cites: cites}, Parties: []Party{{Actor: "CN"}, {Actor: "RU"}}},
		}
		r.Coverage = []Coverage{{}}
	}))
	for _, c := range []struct {
		of     []ID
		period string
		want   Answer
	}{
		{[]ID{"US"}, "1960", AnswerFound},
		{[]ID{"US", "FR"}, "1979-09-26", AnswerFound},
		{[]ID{"US", "FR"}, "1980", AnswerNoneFound},
		{[]ID{"US", "FR"}, "1954-09-08", AnswerFound}, // it was signed
		{[]ID{"US", "FR"}, "1954-10", AnswerNoneFound},
		{[]ID{"US", "PK"}, "1960", AnswerFound},
		{[]ID{"US", "PK"}, "1972", AnswerFound},
		{[]ID{"US", "PK"}, "1975", AnswerNoneFound},
		{[]ID{"PK"}, "1975", AnswerNoneFound},
		{[]ID{"US", "PK"}, "", AnswerFound},
		{[]ID{"PK", "TR"}, "", AnswerNoneFound}, // never at once
		{[]ID{"PK", "TR"}, "1972/1974", AnswerNoneFound},
		{[]ID{"IR", "TR"}, "1976", AnswerFound},
		{[]ID{"IR", "US"}, "1965", AnswerNoneFound},
		{[]ID{"IR", "PK"}, "1958", AnswerFound},
		{[]ID{"CN", "RU"}, "1999", AnswerFound},
		{[]ID{"CN", "RU"}, "1998", AnswerNoneFound},
		{[]ID{"CN", "RU"}, "2005", AnswerUndated},
	} {
		orders := []*Dataset{d.OfKind(KindAgreement), d.OfKind(KindAgreement)}
		var period edtf.Period
		if c.period != "" {
			period = p(c.period)
		}
		orders[0] = orders[0].During(period)
		for i := range c.of {
			orders[0], orders[1] = orders[0].Involving(c.of[i]), orders[1].Involving(c.of[len(c.of)-1-i])
		}
		orders[1] = orders[1].During(period)
		for i, part := range orders {
			if got := part.Answer(); got != c.want {
				t.Errorf("%v in %q, order %d: %v, want %v", c.of, c.period, i, got, c.want)
			}
		}
	}
	counts := map[string]PairYear{}
	for y := range d.PairYears(1953, 1981) {
		if y.Kind == KindAgreement {
			counts[fmt.Sprintf("%s %s %d", y.A, y.B, y.Year)] = y
		}
	}
	for key, want := range map[string]string{
		"FR US 1953": "0 0 0 none found", "FR US 1954": "0 1 0 found", "FR US 1979": "0 1 0 found", "FR US 1980": "0 0 0 none found",
		"PK US 1972": "0 1 0 found", "PK US 1975": "0 0 0 none found", "IR US 1960": "0 1 0 found", "IR US 1961": "0 0 0 none found", "IR TR 1978": "0 1 0 found",
		"IR US 1955": "0 1 0 found",
	} {
		y := counts[key]
		if got := fmt.Sprint(y.Bilateral, " ", y.Multilateral, " ", y.Maybe, " ", y.Answer); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
	for _, pair := range d.Summary().Pairs {
		if pair.A == "PK" && pair.B == "TR" {
			t.Errorf("%s and %s are tied: %v", pair.A, pair.B, pair.Ties)
		}
	}
}

// Nobody is a party to an agreement that does not last.
func TestAgreement_EndsForEachPartyWhenItEnds(t *testing.T) {
	t.Parallel()
	period := func(s string) (p edtf.Period) {
		if s != "" {
			p = edtf.MustParsePeriod(s)
		}
		return p
	}
	for _, c := range []struct {
		name, when, inForce string
		parties             [2]string
		years               map[int]string // the answers of anybody, of one party and of both, and the counts
	}{
		{"parties who stay longer", "", "1954-08-09/1979", [2]string{"1954/..", "1954/.."}, map[int]string{
			1953: "none found, none found, none found, 0 0 0", 1960: "found, found, found, 1 0 0",
			1979: "found, found, found, 1 0 0", 1980: "none found, none found, none found, 0 0 0"}},
		{"one who stays longer", "", "1954-08-09/1979", [2]string{"1954/..", ""}, map[int]string{
			1960: "found, found, found, 1 0 0", 1980: "none found, none found, none found, 0 0 0"}},
		{"parties of an unknown beginning", "1954-08-09", "1954-08-09/1979", [2]string{"/1972", "/1972"}, map[int]string{
			1900: "none found, none found, none found, 0 0 0", 1960: "found, found, found, 0 1 0", 1973: "found, none found, none found, 0 0 0"}},
		{"an unknown end", "", "1954-08-09/", [2]string{"1954-08-09/..", "1954-08-09/.."}, map[int]string{
			1953: "none found, none found, none found, 0 0 0", 1954: "found, found, found, 1 0 0", 1960: "found, found, found, 0 1 0"}},
		{"signed, and not known to be in force", "1954-08-09", "", [2]string{"/1972", "1950/.."}, map[int]string{
			1952: "none found, none found, none found, 0 0 0", 1960: "found, found, found, 0 1 0", 1973: "found, none found, none found, 0 0 0"}},
		{"signed on some day of about a year", "1954~", "", [2]string{"1950/1960", "1950/1960"}, map[int]string{
			1952: "none found, none found, none found, 0 0 0", 1953: "found, found, found, 0 1 0",
			1956: "found, found, found, 1 0 0", 1961: "undated only, none found, none found, 0 0 0"}},
		{"signed before it was in force", "1954-08-09", "1956/1979", [2]string{"1953/..", "1953/.."}, map[int]string{
			1953: "none found, none found, none found, 0 0 0", 1954: "found, found, found, 1 0 0",
			1955: "none found, none found, none found, 0 0 0", 1956: "found, found, found, 1 0 0"}},
		{"parties before its time", "", "1960/1970", [2]string{"1950/1955", "1950/1955"}, map[int]string{
			1952: "none found, none found, none found", 1965: "found, none found, none found"}},
		{"until about a year", "", "1954/1979", [2]string{"1954/1972~", ""}, map[int]string{
			1960: "found, found, found, 1 0 0", 1971: "found, found, found, 1 0 0",
			1973: "found, found, found, 0 1 0", 1974: "found, none found, none found, 0 0 0"}},
	} {
		d := mustNew(t, small(func(r *Records) {
			f := r.Nations[0].Fact
			f.ID, f.When = "pact", period(c.when)
			r.Agreements = []Agreement{{Fact: f, InForce: period(c.inForce), Parties: []Party{
				{Actor: "GR", Period: period(c.parties[0])}, {Actor: "TR", Period: period(c.parties[1])}}}}
			r.Coverage = []Coverage{{}}
		})).OfKind(KindAgreement)
		counts := map[int]string{}
		for y := range d.PairYears(1900, 1990) {
			counts[y.Year] = fmt.Sprintf(", %d %d %d", y.Bilateral, y.Maybe, y.Undated)
		}
		for y, want := range c.years {
			in := d.During(year(y))
			got := fmt.Sprintf("%v, %v, %v%s", in.Answer(), in.Involving("GR").Answer(), in.Between("GR", "TR").Answer(), counts[y])
			if got != want {
				t.Errorf("%s, %d: %s; want %s", c.name, y, got, want)
			}
		}
	}
}

// A year is certain if it lies between all the days that the dates may mean.
func TestPairYears_AreSureBetweenApproximateDates(t *testing.T) {
	t.Parallel()
	for when, want := range map[string]string{ // the years of a partnership from 1952 to 1975: sure, perhaps
		"1954/1972~":   "1954-1971, 1972-1973",
		"1954~/1972":   "1955-1972, 1953-1954",
		"1955~/1955~":  "none, 1954-1956",
		"1954/1972?":   "none, 1954-1972",
		"1954/1972%":   "none, 1954-1973",
		"1954/":        "1954-1954, 1955-1975",
		"1960-04-24~":  "1960-1960, none",
		"1960-01-01~":  "none, 1959-1960",
		"1960~":        "none, 1959-1961",
		"1960-04/1962": "1960-1962, none",
	} {
		d := mustNew(t, small(func(r *Records) {
			f := r.Nations[0].Fact
			f.ID, f.When = "friends", edtf.MustParsePeriod(when)
			r.Partnerships = []Partnership{{Fact: f, Parties: []ID{"FR", "JP"}}}
		})).OfKind(KindPartnership)
		var sure, maybe []int
		for y := range d.PairYears(1952, 1975) {
			if y.Bilateral > 0 {
				sure = append(sure, y.Year)
			}
			if y.Maybe > 0 {
				maybe = append(maybe, y.Year)
			}
			if got := d.During(year(y.Year)).Len(); got != y.Bilateral+y.Maybe {
				t.Errorf("%s: %d records during %d, but %+v", when, got, y.Year, y)
			}
		}
		show := func(years []int) string {
			if len(years) == 0 {
				return "none"
			}
			return fmt.Sprint(years[0], "-", years[len(years)-1])
		}
		if got := show(sure) + ", " + show(maybe); got != want {
			t.Errorf("%s: %s, want %s", when, got, want)
		}
	}
}
