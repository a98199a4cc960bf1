package mme_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/entente-go/entente/interop/mme"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

const header = "MMEID,Ex_Name,Series_Name,Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month,e.day," +
	"CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian,FocusDescription,AdditionalParticipantInfo," +
	"StateA,StateB,StateC,StateZ,StateAM"

// read reads rows with two participants and an ID where they give none.
func read(t *testing.T, rows ...[]string) (*entente.Dataset, interop.Report) {
	t.Helper()
	for i, row := range rows {
		row = append([]string{"MMEID=mme1", "StateA=Chile", "StateB=Peru"}, row...)
		rows[i] = row
	}
	records, report, err := mme.Read(strings.NewReader(interoptest.Table(header, rows...)), interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return interoptest.Accept(t, records, report), report
}

func TestRead_GivesEveryColumnItsMember(t *testing.T) {
	d, report := read(t, []string{
		"MMEID=mme4711", "Ex_Name=Blue Heron 91", "Series_Name=Blue Heron", "Location=off Tallinn", "lat=59.5", "lon=24.75",
		"StartDate=5/3/91", "s.year=1991", "s.month=5", "s.day=3", "EndDate=1991-05-xx", "e.year=1991", "e.month=5", "e.day=xx",
		"CPX=1", "Air=0", "Land=1", "Sea=1", "Amphibious=1", "Cyber=0", "Warfighting=1", "Peacekeeping=0", "Humanitarian=1",
		"FocusDescription=rescue at sea", "AdditionalParticipantInfo=two observers",
		"StateA=Russia", "StateB=-9", "StateC=NATO", "StateZ=Sweden", "StateAM=-9",
	})
	var want entente.Exercise
	want.ID = "mme-4711"
	want.When = edtf.MustParsePeriod("1991-05-03/1991-05")
	want.Topics = []entente.Topic{"naval-exercises", "amphibious-exercises", "warfighting", "humanitarian-assistance"}
	want.Basis = entente.BasisReported
	want.Cites = []entente.Citation{{Source: "mme", Locator: "MMEID mme4711"}}
	want.Identifiers = []entente.Identifier{{Scheme: "mme", Value: "mme4711"}}
	want.Extra = entente.Extra{{Key: "AdditionalParticipantInfo", Value: "two observers"}, {Key: "StateA:SUHH", Value: "Russia"}}
	want.Name = entente.English("Blue Heron 91")
	want.Series = "mme-series-blue-heron"
	want.Status = entente.StatusHeld
	want.Places = []entente.Place{{Name: entente.English("off Tallinn"), At: entente.Point{Lat: 59.5, Lon: 24.75}}}
	want.Contingents = []entente.Contingent{
		{Nation: "SUHH", Role: entente.RoleParticipant},
		{Unidentified: true, Role: entente.RoleParticipant},
		{Bloc: "mme-nato", Role: entente.RoleParticipant},
		{Nation: "SE", Role: entente.RoleParticipant},
		{Unidentified: true, Role: entente.RoleParticipant},
	}
	want.Aims = entente.English("rescue at sea")
	want.Domains = []entente.Domain{entente.DomainLand, entente.DomainMaritime}
	want.Forms = []entente.Form{entente.FormCommandPost}
	got, _ := d.Exercise("mme-4711")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(report.Repaired) > 0 {
		t.Error(report.Repaired)
	}
	wantCounts := map[entente.Kind]int{entente.KindExercise: 1, entente.KindSeries: 1, entente.KindBloc: 1}
	if diff := cmp.Diff(wantCounts, report.Records); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRead_ReadsTimesAsFarAsKnown(t *testing.T) {
	for _, test := range []struct{ name, cells, when, timing, repaired string }{
		{"numbers alone", "s.year=1999;s.month=2;s.day=3;e.year=1999;e.month=2;e.day=5", "1999-02-03/1999-02-05", "", ""},
		{"text alone", "StartDate=2/3/99;EndDate=2/5/99", "1999-02-03/1999-02-05", "", ""},
		{"two digits of a year after 2000", "StartDate=2/3/07;EndDate=2/3/07", "2007-02-03", "", ""},
		{"the first year of two digits", "StartDate=2/3/80;EndDate=2/3/80", "1980-02-03", "", ""},
		{"four digits", "StartDate=2/3/1975;EndDate=2/3/1975", "1975-02-03", "", ""},
		{"no days", "StartDate=1992-03-xx;EndDate=1992-03-xx", "1992-03", "", ""},
		{"no end", "StartDate=1992-03-xx", "1992-03/", "", ""},
		{"none", "", "", "", ""},
		{"end before start", "StartDate=2/3/99;EndDate=2/1/99", "1999-02", "from 1999-02-03 to 1999-02-01, an end before the start",
			"2:21: it ends on 1999-02-01, before it starts on 1999-02-03; both are kept as words under timing, and the time is 1999-02"},
		{"end before start in a year", "StartDate=2/3/99;EndDate=1999-01-xx", "1999", "from 1999-02-03 to 1999-01, an end before the start",
			"2:21: it ends on 1999-01, before it starts on 1999-02-03; both are kept as words under timing, and the time is 1999"},
		{"end in the year before", "StartDate=2/3/99;EndDate=2/1/98", "", "from 1999-02-03 to 1998-02-01, an end before the start",
			"2:21: it ends on 1998-02-01, before it starts on 1999-02-03; both are kept as words under timing"},
		{"text and numbers differ", "StartDate=2/3/99;s.year=1998;s.month=2;s.day=3", "1998-02-03/", "",
			`2:11: "2/3/99" differs from the numbers beside it, which count; kept in extra`},
		{"no date", "StartDate=in May", "", "", `2:11: "in May" is no date; kept in extra`},
		{"no numbers", "StartDate=2/3/99;s.year=1999;s.month=13", "1999-02-03/", "",
			"2:18: \"1999, 13, \" is no year, month and day; kept in extra"},
	} {
		d, report := read(t, strings.Split(test.cells, ";"))
		e, _ := d.Exercise("mme-1")
		if e.When.String() != test.when || e.Timing.String() != test.timing {
			t.Errorf("%s: %q, %q; want %q, %q", test.name, e.When, e.Timing, test.when, test.timing)
		}
		if diff := cmp.Diff(test.repaired, interoptest.Reasons(report.Repaired)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestRead_KnowsWhoTookPart(t *testing.T) {
	for _, test := range []struct{ name, cells, want, repaired string }{
		{"the Soviet Union", "StartDate=1/1/85;StateA=Russia;StateB=Syria", "SUHH SY", ""},
		{"Russia", "StartDate=1/1/95;StateA=Russia;StateB=Syria", "RU SY", ""},
		{"two Germanies", "StartDate=1/1/85;StateA=Federal Republic of Germany;StateB=German Democratic Republic", "WEST-GERMANY DDDE", ""},
		{"one Germany", "StartDate=1/1/95;StateA=Germany;StateB=Federal Republic of Germany", "DE",
			`2:44: "Federal Republic of Germany" takes part already, as "Germany"; kept once, with both names in extra`},
		{"before its time", "StartDate=2/27/00;StateA=Serbia;StateB=Greece", "RS GR",
			`2:37: "Serbia": RS did not exist on 2000-02-27; YUCS existed instead; kept as RS`},
		{"twice", "StateA=Chile;StateB=Chile;StateC=Peru", "CL PE", `2:36: "Chile" takes part twice; kept once`},
		{"a bloc", "StateA=Baltic States;StateB=Poland", "mme-baltic-states PL", ""},
		{"nobody knows", "StateA=-9;StateB=-9", "? ?", ""},
		{"no state", "StateA=Ruritania;StateB=Peru", `"Ruritania" PE`,
			`2:30: no state is called "Ruritania"; kept as the words of a contingent`},
		{"far columns", "StateA=Chile;StateB=;StateAM=Peru", "CL PE", ""},
	} {
		d, report := read(t, strings.Split(test.cells, ";"))
		e, _ := d.Exercise("mme-1")
		var got []string
		for _, c := range e.Contingents {
			switch {
			case c.Unidentified:
				got = append(got, "?")
			case !c.Unit.IsZero():
				got = append(got, `"`+c.Unit.String()+`"`)
			default:
				got = append(got, string(c.Nation+c.Bloc))
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.repaired, interoptest.Reasons(report.Repaired)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestRead_KeepsBothExercisesOfOneMMEID(t *testing.T) {
	d, report := read(t, []string{"MMEID=mme3457", "Ex_Name=One"}, []string{"MMEID=mme3457", "Ex_Name=Two"})
	both := d.Identified("mme", "mme3457")
	if both.Len() != 2 || !both.Has("mme-3457") || !both.Has("mme-3457-2") || len(report.Repaired) != 1 {
		t.Errorf("%v %v", both, report.Repaired)
	}
}

func TestRead_JoinsSpellingsOfASeries(t *testing.T) {
	d, report := read(t,
		[]string{"MMEID=mme1", "Series_Name=Sea Breeze", "StartDate=1/1/99"},
		[]string{"MMEID=mme2", "Series_Name=SEA-BREEZE", "StartDate=1/1/97"},
		[]string{"MMEID=mme3", "Series_Name=SEA-BREEZE"},
		[]string{"MMEID=mme4", "Series_Name=Sea Breezes"})
	s, _ := d.Series("mme-series-sea-breeze")
	if got := s.Aliases.In(language.English); s.Name.String() != "Sea Breeze" || !cmp.Equal(got, []string{"SEA-BREEZE"}) {
		t.Errorf("%v %v", s, got)
	}
	if got := s.When.String(); got != "1997-01-01/" {
		t.Errorf("since %s", got)
	}
	e, _ := d.Exercise("mme-3")
	if spelled, _ := e.Extra.Get("Series_Name"); spelled != "SEA-BREEZE" || len(report.Repaired) != 1 {
		t.Errorf("%q %v", spelled, report.Repaired)
	}
	if _, ok := d.Series("mme-series-sea-breezes"); !ok {
		t.Error("another name is no series of its own")
	}
}

func TestRead_KeepsCellsThatItCannotRead(t *testing.T) {
	d, _ := read(t, []string{"lat=95", "lon=x", "Air=2", "AdditionalParticipantInfo=-9", "FocusDescription=-9", "Ex_Name=-9"})
	e, _ := d.Exercise("mme-1")
	want := entente.Extra{{Key: "Air", Value: "2"}, {Key: "lat", Value: "95"}, {Key: "lon", Value: "x"}}
	if diff := cmp.Diff(want, e.Extra); diff != "" || !e.Name.IsZero() || !e.Aims.IsZero() {
		t.Errorf("%v (-want +got)\n%s", e, diff)
	}
}

func TestRead_LosesNoCell(t *testing.T) {
	text, words := interoptest.Odd(header+",unknown", 4, func(row int, column string) (string, bool) {
		if column == "Series_Name" { // spellings of one series
			return strings.Repeat("-", row) + "Series", true
		}
		return "mme9", column == "MMEID" && row > 1
	})
	records, report, err := mme.Read(strings.NewReader(text), interop.Options{})
	if err != nil || report.Kept != 4 {
		t.Fatal(report, err)
	}
	interoptest.Holds(t, interoptest.Accept(t, records, report), append(words, `"---Series"`))
}

func TestRead_RejectsRowsWithoutID(t *testing.T) {
	_, report := read(t, []string{"MMEID="}, nil)
	if diff := cmp.Diff("2:1: no MMEID", interoptest.Reasons(report.Rejected)); diff != "" || report.Kept != 1 {
		t.Errorf("%v (-want +got)\n%s", report, diff)
	}
}

func TestRead_ReadsFilesAsPeopleSaveThem(t *testing.T) {
	text := interoptest.Table(header, []string{"MMEID=mme1", "Ex_Name=Été", "StateA=Chile"}, []string{"MMEID=mme2", "StateA=Peru"})
	want, _, err := mme.Read(strings.NewReader(text), interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, saved := range map[string]string{
		"CR alone":         strings.ReplaceAll(text, "\n", "\r"),
		"CR LF":            strings.TrimSpace(strings.ReplaceAll(text, "\n", "\r\n")),
		"byte-order mark":  "\ufeff" + text,
		"Latin-1":          strings.ReplaceAll(text, "É", "\xc9"[:1]),
		"columns lower":    strings.Replace(text, "MMEID,Ex_Name", "mmeid,ex_name", 1),
		"trailing columns": strings.ReplaceAll(text, "\n", ",\n"),
	} {
		saved = strings.ReplaceAll(saved, "\xc9t\xc3\xa9", "\xc9t\xe9")
		got, report, err := mme.Read(strings.NewReader(saved), interop.Options{})
		if err != nil || report.Kept != 2 {
			t.Errorf("%s: %v %v", name, err, report)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

func TestRead_RefusesOtherFiles(t *testing.T) {
	for _, text := range []string{"", "a,b\n1,2\n", "MMEID;StateA\n", "<html></html>", "PK\x03\x04"} {
		records, _, err := mme.Read(strings.NewReader(text), interop.Options{})
		if !errors.Is(err, interop.ErrFormat) || len(records.Sources) > 0 {
			t.Errorf("%q: %v", text, err)
		}
	}
	text := interoptest.Table(header, []string{"StateA=x"}, []string{"StateA=x"})
	records, report, err := mme.Read(strings.NewReader(text), interop.Options{MaxRejected: 1})
	if !errors.Is(err, interop.ErrLimit) || report.Rows != 2 || len(records.Sources) > 0 {
		t.Errorf("%v %v", report, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(interoptest.Table(header, []string{"MMEID=mme1", "Ex_Name=A", "Series_Name=a", "StartDate=1/2/85", "StateA=Russia", "StateB=-9"},
		[]string{"MMEID=mme1", "Series_Name=A!", "lat=1", "lon=2", "EndDate=1992-03-xx", "StateA=x", "StateB=x", "StateC=NATO"}))
	f.Add("MMEID,StartDate,EndDate,StateA,StateA:RU\rseries-a,1/1/90,1/1/89,Ru\xdf,x\r")
	f.Fuzz(func(t *testing.T, text string) {
		records, report, err := mme.Read(strings.NewReader(text), interop.Options{})
		if err == nil {
			interoptest.Accept(t, records, report)
		}
	})
}

func TestRead_KeepsEachNameOfAParticipant(t *testing.T) {
	for _, test := range []struct{ cells, want string }{
		{"StateA=st. christopher;StateB=St. Kitts & Nevis;StateC=Saint Kitts and Nevis",
			"StateA:KN=st. christopher StateB:KN=St. Kitts & Nevis StateC:KN=Saint Kitts and Nevis"},
		{"StartDate=1/1/85;StateA=Russia;StateB=Soviet Union;StateC=Russia", "StateA:SUHH=Russia StateB:SUHH=Soviet Union"},
		{"StateA=Chile;StateB=Chile;StateC=Peru", ""},
	} {
		d, _ := read(t, strings.Split(test.cells, ";"))
		e, _ := d.Exercise("mme-1")
		var got []string
		for _, kv := range e.Extra {
			got = append(got, kv.Key+"="+kv.Value)
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.cells, diff)
		}
	}
}

func TestRead_KeepsLinesInExtra(t *testing.T) {
	d, report := read(t, []string{"AdditionalParticipantInfo=a\n\tb", "FocusDescription=c\nd"})
	e, _ := d.Exercise("mme-1")
	if kept, _ := e.Extra.Get("AdditionalParticipantInfo"); kept != "a\n\tb" || e.Aims.String() != "c d" {
		t.Errorf("%q, %q", kept, e.Aims)
	}
	if diff := cmp.Diff("2:28: line breaks and tabs became spaces", interoptest.Reasons(report.Repaired)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
