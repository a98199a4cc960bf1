package cow_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/cow"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

const (
	memberHeader = "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year," +
		"ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor," +
		"defense,neutrality,nonaggression,entente,version"
	dyadHeader = "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year," +
		"dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,asymmetric,version"
	stateHeader = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version"
)

type reader func(io.Reader, interop.Options) (entente.Records, interop.Report, error)

func read(t *testing.T, with reader, text string) (*entente.Dataset, interop.Report) {
	t.Helper()
	records, report, err := with(strings.NewReader(text), interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return interoptest.Accept(t, records, report), report
}

// member returns the cells of a member of an alliance from 1950-01-02 to
// 1960-03-04.
func member(code string, more ...string) []string {
	return append([]string{"version4id=7", "ccode=" + code, "ss_type=Type I: Defense Pact",
		"all_st_day=2", "all_st_month=1", "all_st_year=1950", "all_end_day=4", "all_end_month=3", "all_end_year=1960",
		"mem_st_day=2", "mem_st_month=1", "mem_st_year=1950", "mem_end_day=4", "mem_end_month=3", "mem_end_year=1960",
		"left_censor=0", "right_censor=0", "defense=1", "neutrality=0", "nonaggression=0", "entente=0", "version=4.1"}, more...)
}

func TestRead_MakesOneAgreementOfMembers(t *testing.T) {
	d, report := read(t, cow.Read, interoptest.Table(memberHeader,
		member("2", "state_name=United States of America"),
		member("365", "state_name=Russia", "defense=0", "nonaggression=1", "entente=1", "right_censor=1"),
		member("155", "mem_st_year=1955", "mem_st_month=", "mem_st_day=", "defense="),
	))
	var want entente.Agreement
	want.ID = "cow-alliance-7"
	want.Topics = []entente.Topic{entente.TopicSecurity}
	want.Basis = entente.BasisReported
	want.Cites = []entente.Citation{{Source: "cow-alliances", Locator: "version4id 7"}}
	want.Identifiers = []entente.Identifier{{Scheme: "cow-alliance", Value: "7"}}
	want.Extra = entente.Extra{
		{Key: "left_censor", Value: "0"}, {Key: "right_censor:CL", Value: "0"}, {Key: "right_censor:SUHH", Value: "1"},
		{Key: "right_censor:US", Value: "0"}, {Key: "state_name:SUHH", Value: "Russia"}, {Key: "version", Value: "4.1"},
	}
	want.InForce = edtf.MustParsePeriod("1950-01-02/1960-03-04")
	want.Parties = []entente.Party{
		{Actor: "US", Obligations: []entente.Obligation{entente.ObligationDefence}},
		{Actor: "SUHH", Obligations: []entente.Obligation{entente.ObligationNonAggression, entente.ObligationConsultation}},
		{Actor: "CL", Period: edtf.MustParsePeriod("1955/1960-03-04")},
	}
	want.Gist = entente.English("Type I: Defense Pact")
	got, _ := d.Agreement("cow-alliance-7")
	if diff := cmp.Diff(want, got); diff != "" || len(report.Repaired) > 0 || report.Kept != 3 {
		t.Errorf("%v %v (-want +got)\n%s", report, report.Repaired, diff)
	}
}

// parties writes the parties of alliance 7.
func parties(d *entente.Dataset) string {
	a, _ := d.Agreement("cow-alliance-7")
	var list []string
	for _, p := range a.Parties {
		list = append(list, strings.TrimSpace(string(p.Actor)+" "+p.Period.String()))
	}
	return strings.Join(list, ", ")
}

func TestRead_ReadsWhoWasAMemberWhen(t *testing.T) {
	open := []string{"all_end_day=", "all_end_month=", "all_end_year=", "mem_end_day=", "mem_end_month=", "mem_end_year="}
	for _, test := range []struct {
		name           string
		rows           [][]string
		want, repaired string
	}{
		{"open end", [][]string{member("2", open...), member("20", append(open, "mem_st_year=1951")...)}, "US, CA 1951-01-02/..", ""},
		{"came back", [][]string{member("2"), member("155", "mem_end_year=1953"), member("155", "mem_st_year=1955")},
			"US, CL 1950-01-02/1953-03-04, CL 1955-01-02/1960-03-04", ""},
		{"came back the same day", [][]string{member("2"), member("155", "mem_end_year=1953"),
			member("155", "mem_st_year=1953", "mem_st_month=3", "mem_st_day=4")}, "US, CL 1950-01-02/1953-03-04",
			"4:3: CL is listed twice as a party for the same time; the row is kept in extra"},
		{"ends before it starts", [][]string{member("2"), member("155", "mem_end_year=1949")}, "US, CL",
			"3:60: the member: it ends on 1949-03-04, before it starts on 1950-01-02; kept as words under timing, without a time"},
		{"other dates of the alliance", [][]string{member("2"), member("155", "all_st_year=1949")}, "US, CL",
			"3:12: other dates of the alliance than in line 2; kept in extra"},
		{"rows that do not follow each other", [][]string{member("2"), member("2", "version4id=8"), member("155"),
			member("20", "version4id=8")}, "US, CL", ""},
		{"the Soviet Union and Russia", [][]string{member("2", "mem_end_year=1995", "all_end_year=1995"), member("365", "mem_end_year=1995", "all_end_year=1995")},
			"US, SUHH 1950-01-02/1991-12-25, RU 1991-12-26/1995-03-04",
			"3:3: 365 is SUHH in 1950-01-02/1991-12-25 and RU in 1991-12-26/1995-03-04: each a party for its time"},
		{"Prussia", [][]string{member("255", "all_st_year=1850", "mem_st_year=1850", "state_name=Germany"), member("155")}, "PRUSSIA 1850-01-02/1871-01-17, DE 1871-01-18/1945-05-08, CL 1950-01-02/1960-03-04",
			"2:3: 255 is PRUSSIA in 1850-01-02/1871-01-17 and DE in 1871-01-18/1945-05-08: each a party for its time\n" +
				"3:12: other dates of the alliance than in line 2; kept in extra"},
	} {
		d, report := read(t, cow.Read, interoptest.Table(memberHeader, test.rows...))
		if diff := cmp.Diff(test.want, parties(d)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.repaired, interoptest.Reasons(report.Repaired)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestRead_RejectsWhatIsNoAlliance(t *testing.T) {
	_, report := read(t, cow.Read, interoptest.Table(memberHeader,
		member("2", "version4id=1"), member("2"), member("155"), member("x"), member("2", "version4id="), member("2", "version4id=1", "mem_st_year=1961", "mem_end_year=1962")))
	want := "2: alliance \"1\" has only one member\n" +
		"5:3: \"x\" is no code of a state\n6:1: no version4id\n7: alliance \"1\" has only one member"
	if diff := cmp.Diff(want, interoptest.Reasons(report.Rejected)); diff != "" || report.Kept != 2 {
		t.Errorf("%v (-want +got)\n%s", report, diff)
	}
}

func dyad(codes string, more ...string) []string {
	one, two, _ := strings.Cut(codes, " ")
	return append([]string{"version4id=7", "ccode1=" + one, "ccode2=" + two, "dyad_st_day=2", "dyad_st_month=1", "dyad_st_year=1950",
		"dyad_end_day=4", "dyad_end_month=3", "dyad_end_year=1960", "defense=1", "neutrality=0", "nonaggression=0", "entente=1",
		"asymmetric=0", "version=4.1"}, more...)
}

func TestReadDyads_MakesOneAgreementOfEachRow(t *testing.T) {
	owed := []entente.Obligation{entente.ObligationDefence, entente.ObligationConsultation}
	d, report := read(t, cow.ReadDyads, interoptest.Table(dyadHeader, dyad("200 365", "state_name2=Russia", "left_censor=1")))
	var want entente.Agreement
	want.ID = "cow-dyad-7-200-365-1950"
	want.Topics = []entente.Topic{entente.TopicSecurity}
	want.Basis = entente.BasisReported
	want.Cites = []entente.Citation{{Source: "cow-alliances", Locator: "version4id 7, ccodes 200 and 365"}}
	want.Identifiers = []entente.Identifier{{Scheme: "cow-alliance", Value: "7"}}
	want.Extra = entente.Extra{{Key: "asymmetric", Value: "0"}, {Key: "left_censor", Value: "1"},
		{Key: "state_name2:SUHH", Value: "Russia"}, {Key: "version", Value: "4.1"}}
	want.InForce = edtf.MustParsePeriod("1950-01-02/1960-03-04")
	want.Parties = []entente.Party{{Actor: "GB", Obligations: owed}, {Actor: "SUHH", Obligations: owed}}
	got, _ := d.Agreement(want.ID)
	if diff := cmp.Diff(want, got); diff != "" || len(report.Repaired) > 0 {
		t.Errorf("%v (-want +got)\n%s", report.Repaired, diff)
	}
}

func TestReadDyads_GivesSuccessorsTheirTimes(t *testing.T) {
	d, report := read(t, cow.ReadDyads, interoptest.Table(dyadHeader, dyad("365 710", "dyad_end_year=", "dyad_end_month=", "dyad_end_day="), dyad("365 365")))
	a, _ := d.Agreement("cow-dyad-7-365-710-1950")
	var list []string
	for _, p := range a.Parties {
		list = append(list, strings.TrimSpace(string(p.Actor)+" "+p.Period.String()))
	}
	if got := strings.Join(list, ", "); got != "SUHH 1950-01-02/1991-12-25, RU 1991-12-26/.., CN" {
		t.Error(got)
	}
	want := "2:3: 365 is SUHH in 1950-01-02/1991-12-25 and RU in 1991-12-26/..: each a party for its time"
	if diff := cmp.Diff(want, interoptest.Reasons(report.Repaired)); diff != "" || len(report.Rejected) != 1 {
		t.Errorf("%v (-want +got)\n%s", report.Rejected, diff)
	}
}

func TestReadDyads_KeepsWhatContradictsItself(t *testing.T) {
	d, report := read(t, cow.ReadDyads, interoptest.Table(dyadHeader,
		dyad("2 20", "dyad_end_year=1950", "dyad_end_month=1", "dyad_end_day=1"),
		dyad("2 20", "asymmetric=1"),
		dyad("2 2"), dyad("2 x"), dyad("2 20", "version4id=-9")))
	first, _ := d.Agreement("cow-dyad-7-2-20-1950")
	if first.Timing.String() != "from 1950-01-02 to 1950-01-01, an end before the start" || !first.InForce.IsZero() {
		t.Errorf("%q %q", first.Timing, first.InForce)
	}
	second, _ := d.Agreement("cow-dyad-7-2-20-1950-2")
	if flag, _ := second.Extra.Get("defense"); flag != "1" || len(second.Parties[0].Obligations) > 0 {
		t.Errorf("%v %v", second.Extra, second.Parties)
	}
	wantRepaired := "2:23: it ends on 1950-01-01, before it starts on 1950-01-02; kept as words under timing, without a time\n" +
		"3:1: another row has this alliance, dyad and year; this one has the ID cow-dyad-7-2-20-1950-2"
	if diff := cmp.Diff(wantRepaired, interoptest.Reasons(report.Repaired)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	wantRejected := "4:6: both states are US\n5:6: \"x\" is no code of a state\n6:1: no version4id"
	if diff := cmp.Diff(wantRejected, interoptest.Reasons(report.Rejected)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReadStates_GivesEachStateItsTime(t *testing.T) {
	text := interoptest.Table(stateHeader,
		[]string{"stateabb=CUB", "ccode=40", "statenme=Cuba", "styear=1902", "stmonth=5", "stday=20", "endyear=1906", "endmonth=9", "endday=25", "version=2011"},
		[]string{"stateabb=CUB", "ccode=40", "statenme=Cuba", "styear=1909", "stmonth=1", "stday=23", "endyear=2011", "endmonth=12", "endday=31", "version=2011"},
		[]string{"stateabb=YUG", "ccode=345", "statenme=Yugoslavia", "styear=1944", "endyear=2011", "endmonth=12", "endday=31", "version=2012"},
		[]string{"stateabb=ZAN", "ccode=511", "statenme=Zanzibar", "styear=1963", "endyear=1964"},
		[]string{"stateabb=RUR", "ccode=999", "statenme=Ruritania", "styear=1894", "endyear=1914"},
		[]string{"stateabb=CAN", "ccode=20", "statenme=Canada", "styear=1920", "endyear=1910"})
	d, report := read(t, cow.ReadStates, strings.ReplaceAll(text, "\n", "\r"))
	for _, test := range []struct {
		id                          entente.ID
		exists, note, name, aliases string
	}{
		{"CU", "1902-05-20/..", "Out of the state system from 1906-09-26 to 1909-01-22.", "", ""},
		{"RS", "1944/..", "", "", "Yugoslavia"},
		{"ZANZIBAR", "1963/1964", "", "", ""},
		{"COW-NINE-NINE-NINE", "1894/1914", "", "Ruritania", ""},
		{"CA", "", "", "", ""},
	} {
		n, ok := d.Nation(test.id)
		got := []string{n.Exists.String(), n.Note.String(), n.Name.String(), strings.Join(n.Aliases.In(language.English), ",")}
		if diff := cmp.Diff([]string{test.exists, test.note, test.name, test.aliases}, got); diff != "" || !ok {
			t.Errorf("%s (-want +got)\n%s", test.id, diff)
		}
	}
	want := "2011-12-31 is the last day of the list; states that end on it are kept with an open end: 2\n" +
		"6: no state is known under the code 999; kept as a nation COW-NINE-NINE-NINE\n" +
		"7:22: it ends on 1910, before it starts on 1920; kept in extra and as words under timing, without a time"
	if diff := cmp.Diff(want, interoptest.Reasons(report.Repaired)); diff != "" || report.Kept != 6 {
		t.Errorf("%v (-want +got)\n%s", report, diff)
	}
	if d.Identified("cow", "40").Len() != 1 {
		t.Error("Cuba is not found by its code")
	}
}

func TestReaders_LoseNoCell(t *testing.T) {
	for _, test := range []struct {
		name, header string
		with         reader
		fixed        map[string][]string // the cells of each row
	}{
		{"by member", memberHeader, cow.Read, map[string][]string{
			"version4id": {"1", "1", "1", "1"}, "ccode": {"2", "20", "20", "255"}}},
		{"by member, dated", memberHeader, cow.Read, map[string][]string{
			"version4id": {"1", "1", "1", "1"}, "ccode": {"2", "20", "20", "255"},
			"mem_st_year": {"1950", "1950", "1951", "1952"}, "mem_st_month": {"", "", "", ""}, "mem_st_day": {"", "", "", ""},
			"mem_end_year": {"1960", "1960", "1961", "1949"}, "mem_end_month": {"", "", "", ""}, "mem_end_day": {"", "", "", ""},
		}},
		{"by dyad", dyadHeader, cow.ReadDyads, map[string][]string{
			"version4id": {"1", "1", "1", "2"}, "ccode1": {"2", "2", "2", "2"}, "ccode2": {"20", "20", "70", "255"}}},
		{"states", stateHeader, cow.ReadStates, map[string][]string{"ccode": {"2", "2", "1000000", "255"}}},
	} {
		text, words := interoptest.Odd(test.header+",unknown", 4, func(row int, column string) (string, bool) {
			cells, ok := test.fixed[column]
			if !ok {
				return "", false
			}
			return cells[row], true
		})
		d, report := read(t, test.with, text)
		if report.Kept != 4 {
			t.Errorf("%s: %v", test.name, report.Rejected)
		}
		t.Run(test.name, func(t *testing.T) { interoptest.Holds(t, d, words) })
	}
}

func TestRead_RefusesOtherFiles(t *testing.T) {
	for _, with := range []reader{cow.Read, cow.ReadDyads, cow.ReadStates} {
		for _, text := range []string{"", "a,b\n1,2\n", "<html></html>"} {
			if _, _, err := with(strings.NewReader(text), interop.Options{}); !errors.Is(err, interop.ErrFormat) {
				t.Errorf("%q: %v", text, err)
			}
		}
	}
}

func fuzz(f *testing.F, with reader, texts ...string) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		records, report, err := with(strings.NewReader(text), interop.Options{})
		if err == nil {
			interoptest.Accept(t, records, report)
		}
	})
}

func FuzzRead(f *testing.F) {
	fuzz(f, cow.Read, interoptest.Table(memberHeader, member("2"), member("365", "mem_end_year=1949"), member("365", "ss_type=x", "defense=2")),
		"version4id,ccode,mem_st_year,mem_end_year,x:US\r1,2,1950,,\xdf\r1,2,1951,1952,y\r1,8152,1950,1949,z\r")
}

func FuzzReadDyads(f *testing.F) {
	fuzz(f, cow.ReadDyads, interoptest.Table(dyadHeader, dyad("2 20"), dyad("2 20", "asymmetric=1", "dyad_end_year=1"), dyad("255 8152")))
}

func FuzzReadStates(f *testing.F) {
	fuzz(f, cow.ReadStates, "stateabb,ccode,statenme,styear,endyear\rA,255,x,1816,1945\rA,255,y,1990,2011\rB,260,,1955,1990\rC,9,,,\rD,345,Z,9,8\r")
}
