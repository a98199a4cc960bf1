package atop_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/atop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/google/go-cmp/cmp"
)

const header = "atopid,cowid,cow4id,begyr,begmo,begday,endyr,endmo,endday,ineffect,bilat," +
	"defense,offense,neutral,nonagg,consul,asymm,milaid,mem1,mem2,mem3,mem59,version"

// read reads rows with the members United States and Chile where they give none.
func read(t *testing.T, rows ...[]string) (*entente.Dataset, interop.Report) {
	t.Helper()
	for i, row := range rows {
		rows[i] = append([]string{"atopid=9000", "mem1=2", "mem2=155", "asymm=0"}, row...)
	}
	records, report, err := atop.Read(strings.NewReader(interoptest.Table(header, rows...)), interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return interoptest.Accept(t, records, report), report
}

func TestRead_GivesEveryColumnItsMember(t *testing.T) {
	d, report := read(t, []string{
		"atopid=9005", "cowid=3001", "cow4id=77", "begyr=1955", "begmo=5", "begday=14", "endyr=1991", "endmo=7", "endday=1",
		"ineffect=0", "bilat=0", "defense=1", "offense=0", "neutral=0", "nonagg=1", "consul=1", "milaid=3",
		"mem1=365", "mem2=290", "mem59=310", "version=4.0100002",
	})
	owed := []entente.Obligation{entente.ObligationDefence, entente.ObligationNonAggression, entente.ObligationConsultation}
	var want entente.Agreement
	want.ID = "atop-9005"
	want.Topics = []entente.Topic{entente.TopicSecurity}
	want.Basis = entente.BasisReported
	want.Cites = []entente.Citation{{Source: "atop", Locator: "atopid 9005"}}
	want.Identifiers = []entente.Identifier{
		{Scheme: "atop", Value: "9005"}, {Scheme: "cow-alliance", Value: "77"}, {Scheme: "cow-alliance-v3", Value: "3001"},
	}
	want.Extra = entente.Extra{
		{Key: "asymm", Value: "0"}, {Key: "bilat", Value: "0"}, {Key: "ineffect", Value: "0"},
		{Key: "milaid", Value: "3"}, {Key: "version", Value: "4.0100002"},
	}
	want.InForce = edtf.MustParsePeriod("1955-05-14/1991-07-01")
	when := edtf.MustParsePeriod("1955-05-14?/1991-07-01?") // perhaps all of the time
	want.Parties = []entente.Party{{Actor: "SUHH", Period: when, Obligations: owed}, {Actor: "PL", Period: when, Obligations: owed},
		{Actor: "HU", Period: when, Obligations: owed}}
	got, _ := d.Agreement("atop-9005")
	if diff := cmp.Diff(want, got); diff != "" || len(report.Repaired) > 0 {
		t.Errorf("%v (-want +got)\n%s", report.Repaired, diff)
	}
}

func TestRead_ReadsTimesInForce(t *testing.T) {
	for _, test := range []struct{ name, cells, want, timing string }{
		{"no end", "begyr=1992;begmo=4;begday=5;endyr=0;endmo=0;endday=0", "1992-04-05/..", ""},
		{"months", "begyr=1992;begmo=4;begday=-9;endyr=1993;endmo=0;endday=0", "1992-04/1993", ""},
		{"none", "", "", ""},
		{"end before start", "begyr=1992;endyr=1990", "", "from 1992 to 1990, an end before the start"},
		{"no dates", "begyr=1992;begmo=15;endyr=1993", "", "from 1992-15 to 1993"},
	} {
		d, _ := read(t, strings.Split(test.cells, ";"))
		a, _ := d.Agreement("atop-9000")
		if a.InForce.String() != test.want || a.Timing.String() != test.timing {
			t.Errorf("%s: %q, %q; want %q, %q", test.name, a.InForce, a.Timing, test.want, test.timing)
		}
	}
}

func TestRead_KnowsTheMembers(t *testing.T) {
	for _, test := range []struct{ name, cells, want, repaired string }{
		{"a successor", "begyr=1992;mem1=365;mem2=255", "RU DE", ""},
		{"states that came later", "begyr=1949;begmo=4;begday=4;mem1=2;mem2=255;mem3=260;mem59=316",
			"US 1949-04-04?/ DE 1990-10-03?/ WEST-GERMANY 1949-05-23?/1990-10-02? CZ 1993-01-01?/",
			"2:32: 255 is DE in 1990-10-03/..; 260 is WEST-GERMANY in 1949-05-23/1990-10-02; 316 is CZ in 1993-01-01/..: each a party for its time"},
		{"a state and its successor", "begyr=1950;begmo=2;begday=14;mem1=365;mem2=710", "SUHH 1950-02-14/1991-12-25 RU 1991-12-26/.. CN",
			"2:31: 365 is SUHH in 1950-02-14/1991-12-25 and RU in 1991-12-26/..: each a party for its time"},
		{"a state that was gone in between", "begyr=1910;mem1=365;mem2=2", "RU 1910/1922-12-29 SUHH 1922-12-30/1991-12-25 RU 1991-12-26/.. US",
			"2:28: 365 is RU in 1910/1922-12-29 and SUHH in 1922-12-30/1991-12-25 and RU in 1991-12-26/..: each a party for its time"},
		{"a state that was occupied", "begyr=1937;mem1=290;mem2=2;endyr=1946", "PL US", ""},
		{"more than two, without a time", "mem1=2;mem2=20;mem3=70", "US CA MX", ""},
		{"never then", "begyr=1945;endyr=1950;mem1=651;mem2=679", "EG YE",
			`2:36: "679": YE did not exist in 1945-01-01/1950-12-31; NORTH-YEMEN existed instead; kept as YE`},
		{"no code of a state", "begyr=1874;endyr=1883;mem1=220;mem2=8152", "FR ATOP-EIGHT-ONE-FIVE-TWO",
			"2:36: no state is known under the code 8152; kept as a nation ATOP-EIGHT-ONE-FIVE-TWO"},
		{"twice", "begyr=1950;mem1=2;mem2=155;mem3=155", "US CL", "2:34: member 155 is CL, which is a member already; kept once"},
		{"no number", "begyr=1950;mem1=2;mem2=155;mem3=x", "US CL", `2:34: "x" is no code of a state; kept in extra`},
	} {
		d, report := read(t, strings.Split(test.cells, ";"))
		a, _ := d.Agreement("atop-9000")
		var got []string
		for _, p := range a.Parties {
			got = append(got, strings.TrimSpace(string(p.Actor)+" "+p.Period.String()))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.repaired, interoptest.Reasons(report.Repaired)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestRead_StatesObligationsOnlyWhereAllShareThem(t *testing.T) {
	for _, test := range []struct{ name, cells, want, gist string }{
		{"none", "defense=0;offense=0;neutral=0;nonagg=0;consul=0", "[none]", ""},
		{"not known", "", "[]", ""},
		{"some known", "defense=1;offense=;neutral=0;nonagg=0;consul=0", "[defence]", ""},
		{"all", "defense=1;offense=1;neutral=1;nonagg=1;consul=1", "[defence offence neutrality non-aggression consultation]", ""},
		{"asymmetric", "defense=1;offense=0;neutral=0;nonagg=0;consul=1;asymm=1", "[]",
			"obligations that differ between the members: defence, consultation"},
		{"no flag", "defense=2;offense=1;neutral=0;nonagg=0;consul=0", "[]", ""},
	} {
		d, _ := read(t, strings.Split(test.cells, ";"))
		a, _ := d.Agreement("atop-9000")
		var names []string
		for _, o := range a.Parties[1].Obligations {
			names = append(names, o.String())
		}
		if got := "[" + strings.Join(names, " ") + "]"; got != test.want || a.Gist.String() != test.gist {
			t.Errorf("%s: %s %q, want %s %q", test.name, got, a.Gist, test.want, test.gist)
		}
	}
}

func TestRead_LosesNoCell(t *testing.T) {
	text, words := interoptest.Odd(header+",unknown", 4, func(row int, column string) (string, bool) {
		switch column {
		case "mem1":
			return "2", true
		case "mem2":
			return "20", true
		}
		return "9000", column == "atopid" && row > 1
	})
	records, report, err := atop.Read(strings.NewReader(text), interop.Options{})
	if err != nil || report.Kept != 4 {
		t.Fatal(report, err)
	}
	interoptest.Holds(t, interoptest.Accept(t, records, report), words)
}

func TestRead_RejectsWhatIsNoAlliance(t *testing.T) {
	_, report := read(t, []string{"atopid="}, []string{"mem2="}, []string{"mem1=365", "mem2=365", "begyr=1950"}, nil, nil)
	want := "2:1: no atopid\n3:24: fewer than two members\n4:28: fewer than two members"
	if diff := cmp.Diff(want, interoptest.Reasons(report.Rejected)); diff != "" || report.Kept != 2 {
		t.Errorf("%v (-want +got)\n%s", report, diff)
	}
}

func TestRead_RefusesOtherFiles(t *testing.T) {
	for _, text := range []string{"", "a,b\n1,2\n", "<html></html>"} {
		if _, _, err := atop.Read(strings.NewReader(text), interop.Options{}); !errors.Is(err, interop.ErrFormat) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(interoptest.Table(header, []string{"atopid=1", "begyr=1955", "endyr=0", "mem1=365", "mem2=8152", "defense=1", "asymm=1"},
		[]string{"atopid=1", "begyr=1992", "endyr=1990", "mem1=2", "mem2=2", "mem3=20"}))
	f.Add("atopid,begyr,endyr,mem1,mem2,mem1:FR\r1,1900,,1,9999999,\xdf\r")
	f.Fuzz(func(t *testing.T, text string) {
		records, report, err := atop.Read(strings.NewReader(text), interop.Options{})
		if err == nil {
			interoptest.Accept(t, records, report)
		}
	})
}
