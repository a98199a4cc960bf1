package visits_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/entente-go/entente/interop/visits"
)

func read(t testing.TB, text string, o visits.Options) (*entente.Dataset, interop.Report) {
	t.Helper()
	records, report, err := visits.Read(strings.NewReader(text), o)
	if err != nil {
		t.Fatal(err)
	}
	return interoptest.Accept(t, records, report), report
}

func TestRead_GivesEveryColumnItsMember(t *testing.T) {
	t.Parallel()
	d, report := read(t, "Name,Post,Rank,From,To,City,Met,Start,End,Trip,Purpose,Source,Remarks,Weather\n"+
		`Jane Doe,Minister of Defence,General,FR,Japan,Tokyo,Ken Sato (Japan); JP; Ann Roe,2024-10-13,2024-10-15,T 1,Talks,`+
		`News https://mod.example/visit; A release,Long,fine`+"\n", visits.Options{})
	if len(report.Repaired) > 0 || report.Kept != 1 {
		t.Errorf("%+v", report)
	}
	cites := []entente.Citation{{Source: "mod-example-visit"}, {Source: "a-release"}}
	var want entente.Meeting
	want.ID = "visit-jane-doe-jp-2024-10-13"
	want.When = edtf.MustParsePeriod("2024-10-13/2024-10-15")
	want.Basis = entente.BasisReported
	want.Cites = cites
	want.Note = entente.English("Long")
	want.Extra = entente.Extra{{Key: "Weather", Value: "fine"}}
	want.Attendees = []entente.Attendee{{Actor: "jane-doe"}, {Actor: "ken-sato"}, {Actor: "JP"}, {Actor: "ann-roe"}}
	want.Places = []entente.Place{{Name: entente.English("Tokyo"), Nation: "JP"}}
	want.Trip = "T 1"
	want.Purpose = entente.English("Talks")
	got, _ := d.Meeting(want.ID)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var official entente.Official
	official.ID = "jane-doe"
	official.Basis = entente.BasisReported
	official.Cites = cites[:1]
	official.Name = entente.English("Jane Doe")
	official.Nation = "FR"
	official.Postings = []entente.Posting{{Title: entente.English("Minister of Defence"), Rank: entente.English("General"), Cites: cites[:1]}}
	if got, _ := d.Official("jane-doe"); !cmp.Equal(official, got) {
		t.Errorf("(-want +got)\n%s", cmp.Diff(official, got))
	}
	if o, _ := d.Official("ken-sato"); o.Nation != "JP" {
		t.Errorf("Ken Sato serves %q", o.Nation)
	}
	if s, _ := d.Source("mod-example-visit"); s.URL != "https://mod.example/visit" || s.Title.String() != "News" {
		t.Errorf("%+v", s)
	}
}

// The columns of a sheet that counts days, months and years.
func TestRead_ReadsDatesInThreeColumns(t *testing.T) {
	t.Parallel()
	d, _ := read(t, "Title,Name,Start Day,Start Month,Start Year,City Visited,State Visit,End Day,End Month,End Year\n"+
		"Secretary,John Roe,3,2,2011,,JPN,9,2,2011\nSecretary,John Roe,,2,2012,,KOR,,,\n", visits.Options{})
	for _, test := range []struct {
		id            entente.ID
		when, locator string
	}{
		{"visit-john-roe-jp-2011-02-03", "2011-02-03/2011-02-09", "row of John Roe, JPN, 2011-02-03"},
		{"visit-john-roe-kr-2012-02", "2012-02", "row of John Roe, KOR, 2012-02"},
	} {
		id, when, locator := test.id, test.when, test.locator
		m, ok := d.Meeting(id)
		if !ok || m.When.String() != when || m.Cites[0].Source != "visits" || m.Cites[0].Locator != locator {
			t.Errorf("%s: %v, %+v", id, ok, m)
		}
	}
}

// The remark names the column and says what to write.
func TestRead_SaysWhatTheEditorMayMend(t *testing.T) {
	t.Parallel()
	for row, want := range map[string]string{
		"Jane Doe,Japan,13/10/2024,,,":          `2:16: column "start": "13/10/2024" is no date; write "2024-10-13"; kept as words under timing`,
		"Jane Doe,Japan,12.03.2024,,,":          `2:16: column "start": "12.03.2024" is no date; write "2024-03-12" if the day is first, "2024-12-03" if the month is; kept as words under timing`,
		"Jane Doe,Japan,about 2019,,,":          `2:16: column "start": "about 2019" is no date; write "2019~"; kept as words under timing`,
		"Jane Doe,Japan,2018-2019,,,":           `2:16: column "start": "2018-2019" is no date; write "2018/2019"; kept as words under timing`,
		"Jane Doe,Japan,2020/01/05,,,":          `2:16: column "start": "2020/01/05" is no date; write "2020-01-05"; kept as words under timing`,
		"Jane Doe,Japan,2020-1-5,,,":            `2:16: column "start": "2020-1-5" is no date; write "2020-01-05"; kept as words under timing`,
		"Jane Doe,Japan,2020-01-05 00:00:00,,,": `2:16: column "start": "2020-01-05 00:00:00" is no date; write "2020-01-05"; kept as words under timing`,
		"Jane Doe,Japan,44197,,,":               `2:16: column "start": "44197" is the number that a spreadsheet has for a day; write "2021-01-01", and format the column as text; kept as words under timing`,
		"Jane Doe,Japan,2020-11-31,,,":          `2:16: column "start": "2020-11-31" is no date: November 2020 has no day 31; kept as words under timing`,
		"Jane Doe,Japan,soon,,,":                `2:16: column "start": "soon" is no date; write 2024-10-13, or 2024-10 if the day is not known; kept as words under timing`,
		"Jane Doe,Japan,2024,2025/2026,,":       `2:21: column "end": "2025/2026" is a period; write the last day, such as 2024-10-13; kept as words under timing`,
		"Jane Doe,Japan,2024/2025,2025-02,,":    `2:16: column "start": "2024/2025" is a period, with an end beside it; write the first day, such as 2024-10-13; kept as words under timing`,
		"Jane Doe,Japan,2024-10-13,2024-10-11,": `2:27: column "end": it ends on 2024-10-11, before it starts on 2024-10-13; both are kept as words under timing, and the time is 2024-10`,
		"Jane Doe,Japan,2024-10-13,2023-10-15,": `2:27: column "end": it ends on 2023-10-15, before it starts on 2024-10-13; both are kept as words under timing`,
		"Jane Doe,Narnia,2024,,,":               `2:10: column "to": "Narnia" is no state; write a name or a code such as JP; kept as words of the place`,
		"Jane Doe,Kazakstan,2024,,,":            `2:10: column "to": "Kazakstan" is no state; did you mean Kazakhstan (KZ)? It is kept as words of the place`,
		"Jane Doe,Japan,2024,,Visit 1,":         `2:22: column "id": "Visit 1" is no ID; write lower-case letters, digits and single hyphens; kept in extra`,
		"Jane Doe,Japan,2024,,,Bo (Japn)":       `2:23: column "met": "Japn" is no state; did you mean Japan (JP)? It is kept as part of the name "Bo (Japn)"`,
	} {
		row += strings.Repeat(",", 5-strings.Count(row, ","))
		d, report := read(t, "name,to,start,end,id,met\n"+row+"\n", visits.Options{})
		if got := interoptest.Reasons(report.Repaired); got != want || d.OfKind(entente.KindMeeting).Len() != 1 {
			t.Errorf("%s\n got %s\nwant %s", row, got, want)
		}
	}
}

func TestRead_KeepsWordsOfTimesAndPlaces(t *testing.T) {
	t.Parallel()
	for row, want := range map[string]string{
		"Japan,,14/9/2024,":            "visit-a-jp | | 14/9/2024 | JP",
		"Japan,,soon,2024-10-13":       "visit-a-jp | /2024-10-13 | soon – 2024-10-13 | JP",
		"Japan,,2024-10-13,soon":       "visit-a-jp-2024-10-13 | 2024-10-13/ | 2024-10-13 – soon | JP",
		"Japan,,,soon":                 "visit-a-jp | | soon | JP",
		"Japan,,soon,later":            "visit-a-jp | | soon – later | JP",
		"Japan,,2024,2025/2026":        "visit-a-jp-2024 | 2024/ | 2024 – 2025/2026 | JP",
		"Japan,,2024/2025,2026":        "visit-a-jp-2024 | 2024/2025 | 2024/2025 – 2026 | JP",
		"Japan,,2024/2025,soon":        "visit-a-jp-2024 | 2024/2025 | 2024/2025 – soon | JP",
		"Japan,,soon,2025/2026":        "visit-a-jp | | soon – 2025/2026 | JP",
		"Japan,,1995-09-22,1995-09-21": "visit-a-jp-1995-09-22 | 1995-09 | 1995-09-22 – 1995-09-21 | JP",
		"Japan,,2012-05-25,2011-05-27": "visit-a-jp-2012-05-25 | | 2012-05-25 – 2011-05-27 | JP",
		"Nassau,,2024,":                "visit-a-nassau-2024 | 2024 | | Nassau",
		"Nassau,Nassau,2024,":          "visit-a-nassau-2024 | 2024 | | Nassau",
		"GNL,Narsaruaq,2024,":          "visit-a-gnl-2024 | 2024 | | Narsaruaq, GNL",
		",Narsaruaq,2024,":             "visit-a-narsaruaq-2024 | 2024 | | Narsaruaq",
	} {
		d, report := read(t, "name,to,place,start,end\nA,"+row+"\n", visits.Options{})
		for m := range d.Meetings() {
			p := m.Places[0]
			got := strings.Join([]string{string(m.ID), m.When.String(), m.Timing.String(), p.Name.String() + string(p.Nation)}, " | ")
			if got = strings.ReplaceAll(got, "|  |", "| |"); got != want {
				t.Errorf("%s\n got %s\nwant %s", row, got, want)
			}
		}
		if report.Kept != 1 {
			t.Error(row, report.Rejected)
		}
	}
}

func TestRead_RejectsWhatCannotBeARecord(t *testing.T) {
	t.Parallel()
	for row, want := range map[string]string{
		",,Japan,2024":          `2:2: column "from": no visitor; write a name or a state`,
		",Ruritania,Japan,2024": `2:2: column "from": "Ruritania" is no state; did you mean Mauritania (MR)?`,
		"Jane Doe,FR,,2024":     `2:13: column "to": no place; write the state visited or the town`,
		"Jane Doe,FR,,5.5.2020": `2:13: column "to": no place; write the state visited or the town. Also, column "start": "5.5.2020" is no date; write "2020-05-05"`,
		",Ruritania,Japn,":      `2:2: column "from": "Ruritania" is no state; did you mean Mauritania (MR)? Also, column "to": "Japn" is no state; did you mean Japan (JP)?`,
	} {
		d, report := read(t, "name,from,to,start\n"+row+"\n", visits.Options{})
		if got := interoptest.Reasons(report.Rejected); got != want || d.Len() > 0 || len(report.Repaired) > 0 {
			t.Errorf("%s\n got %s\nwant %s", row, got, want)
		}
	}
}

func TestRead_KeepsWhatIsNoMemberInExtra(t *testing.T) {
	t.Parallel()
	d, report := read(t, "name,from,to,start,id,Remarks2,met\nJane Doe,Narnia,Japan,2024,Visit 1,\"line\n\ttwo\",\n", visits.Options{})
	const want = `2:10: column "from": "Narnia" is no state; write a name or a code such as JP; kept in extra` + "\n" +
		`2:28: column "id": "Visit 1" is no ID; write lower-case letters, digits and single hyphens; kept in extra`
	if diff := cmp.Diff(want, interoptest.Reasons(report.Repaired)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	m, _ := d.Meeting("visit-jane-doe-jp-2024")
	extra := entente.Extra{{Key: "Remarks2", Value: "line\n\ttwo"}, {Key: "from", Value: "Narnia"}, {Key: "id", Value: "Visit 1"}}
	if diff := cmp.Diff(extra, m.Extra); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if o, _ := d.Official("jane-doe"); o.Nation != "" || m.Cites[0].Locator != "row with id Visit 1" {
		t.Errorf("of %q, cites %+v", o.Nation, m.Cites)
	}
}

// A row that is put in above the others changes none of their records.
func TestRead_CitesARowByWhatItSays(t *testing.T) {
	t.Parallel()
	const header, row = "name,to,start,place\n", "Jane Doe,Japan,2024-05-02,Tokyo\n"
	one, _ := read(t, header+row, visits.Options{})
	two, _ := read(t, header+"Ann Roe,France,2023,\n"+row, visits.Options{})
	m, _ := one.Meeting("visit-jane-doe-jp-2024-05-02")
	again, _ := two.Meeting(m.ID)
	if diff := cmp.Diff(m, again); diff != "" || m.Cites[0].Locator != "row of Jane Doe, Tokyo, Japan, 2024-05-02" {
		t.Errorf("%+v (-one +two)\n%s", m.Cites, diff)
	}
}

func TestRead_KeepsWhatAnotherCellMakesUseless(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text    string
		columns map[string]string
		want    entente.Extra
	}{
		{"name,title,rank,from,to\n,Minister,General,FR,JP\n", nil,
			entente.Extra{{Key: "rank", Value: "General"}, {Key: "title", Value: "Minister"}}},
		{"name,to,date,start day,start year,end,end month\nJane Doe,JP,2024-10,13,2024,2024-11,11\n", nil,
			entente.Extra{{Key: "end month", Value: "11"}, {Key: "start day", Value: "13"}, {Key: "start year", Value: "2024"}}},
		{"name,to,x\nJane Doe,JP,Narnia 1\n", map[string]string{"id": "x", "from": "x"},
			entente.Extra{{Key: "x", Value: "Narnia 1"}}},
	} {
		d, _ := read(t, c.text, visits.Options{Columns: c.columns})
		for m := range d.Meetings() {
			if diff := cmp.Diff(c.want, m.Extra); diff != "" {
				t.Errorf("%s(-want +got)\n%s", c.text, diff)
			}
		}
		if d.OfKind(entente.KindMeeting).Len() != 1 {
			t.Errorf("%s: no meeting", c.text)
		}
	}
}

func TestRead_KeepsEveryTitleOfAnAddress(t *testing.T) {
	t.Parallel()
	const url = " https://a.example/1"
	d, report := read(t, "name,to,Link\nA,JP,"+url+"\nB,JP,One"+url+"\nC,JP,Two"+url+"\nD,JP,Two"+url+"\nE,JP,One"+url+"; Three"+url+"\n",
		visits.Options{})
	s, _ := d.Source("a-example-1")
	want := entente.Extra{{Key: "Link:title", Value: "Two"}, {Key: "Link:title:2", Value: "Three"}}
	if diff := cmp.Diff(want, s.Extra); diff != "" || s.Title.String() != "One" {
		t.Errorf("%v (-want +got)\n%s", s.Title, diff)
	}
	const said = `4:6: column "Link": "https://a.example/1" has the title "One" before; "Two" is kept in the extra of the source` + "\n" +
		`6:6: column "Link": "https://a.example/1" has the title "One" before; "Three" is kept in the extra of the source`
	if diff := cmp.Diff(said, interoptest.Reasons(report.Repaired)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRead_TakesColumnsByTheirNames(t *testing.T) {
	t.Parallel()
	o := visits.Options{Columns: map[string]string{"name": "Who", "to": "Destination"}}
	d, _ := read(t, "Who,Destination,name\nJane Doe,Japan,x\n", o)
	m, ok := d.Meeting("visit-jane-doe-jp")
	if value, _ := m.Extra.Get("name"); !ok || value != "x" {
		t.Errorf("%v, %+v", ok, m)
	}
	for text, want := range map[string]string{
		"a,b\n1,2\n":    `no column has the visitor; call it name, or say which it is; the columns are "a", "b"`,
		"name,b\n1,2\n": `no column has the state visited; call it to, or say which it is; the columns are "name", "b"`,
	} {
		_, _, err := visits.Read(strings.NewReader(text), visits.Options{})
		if !errors.Is(err, interop.ErrFormat) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	for field, want := range map[string]string{"nmae": "there is no field", "name": `there is no column "x"`} {
		_, _, err := visits.Read(strings.NewReader("name,to\n"), visits.Options{Columns: map[string]string{field: "x"}})
		if !errors.Is(err, interop.ErrFormat) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestRead_TakesSeparatorsOfSpreadsheets(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"name;to;start;note\nJane Doe;Japan;2024-05-02;a, b\n", "name\tto\tstart\tnote\r\nJane Doe\tJapan\t2024-05-02\ta, b\r\n",
		"\ufeff\"name\",\"to\",start,note,\"a;b;c;d;e;f\"\nJane Doe,Japan,2024-05-02,\"a, b\"\n",
	} {
		d, _ := read(t, text, visits.Options{})
		if m, ok := d.Meeting("visit-jane-doe-jp-2024-05-02"); !ok || m.Note.String() != "a, b" {
			t.Errorf("%q: %v", text, d)
		}
	}
}

func TestRead_JoinsSpellingsOfAName(t *testing.T) {
	t.Parallel()
	d, report := read(t, "name,from,to,start\nJosé Roe,FR,JP,2024-01\nJose  Roe,DE,KR,2024-02\nJosé Roe,FR,JP,2024-01\n,FR,JP,2024\n",
		visits.Options{})
	o, _ := d.Official("jose-roe")
	if o.Name.String() != "José Roe" || o.Aliases.String() != "Jose Roe" || o.Nation != "FR" {
		t.Errorf("%v, aliases %v, of %v", o, o.Aliases, o.Nation)
	}
	if m, _ := d.Meeting("visit-jose-roe-kr-2024-02"); len(m.Attendees) != 1 || m.Attendees[0].For != "DE" {
		t.Errorf("%+v", m)
	}
	if _, ok := d.Meeting("visit-jose-roe-jp-2024-01-2"); !ok || len(report.Repaired) != 1 {
		t.Errorf("%+v", report)
	}
	if m, ok := d.Meeting("visit-fr-jp-2024"); !ok || m.Attendees[0].Actor != "FR" {
		t.Errorf("%+v", m)
	}
}

func TestRead_NamesWhatMayBeOneOfficial(t *testing.T) {
	t.Parallel()
	d, report := read(t, "name,from,to,start,met\n\"Testov, Aidar\",KZ,Japan,2020-05-01,\n"+
		"Ann Roe,FR,Kazakhstan,2020-05-02,Aidar Testov (KZ); Bo (of Narnia)\n", visits.Options{})
	const want = `3:34: column "met": "of Narnia" is no state; kept as part of the name "Bo (of Narnia)"|` +
		`3:34: column "met": "Aidar Testov" may be the same as "Testov, Aidar", testov-aidar; if so, write the name in one way`
	var got []string
	for _, r := range report.Repaired {
		got = append(got, r.String())
	}
	if report.Kept != 2 || strings.Join(got, "|") != want || d.OfKind(entente.KindOfficial).Len() != 4 {
		t.Errorf("%v: %q", report, got)
	}
}

func TestRead_FindsEveryAddressInACell(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"Trial Herald www.trial.example/x":              "Trial Herald <www.trial.example/x>",
		"www.trial.example":                             " <www.trial.example>",
		"Trial Herald trial.example/uk":                 "Trial Herald <trial.example/uk>",
		"trial.example":                                 "trial.example <>",
		"N.Y. Times/AP, No. 5/2019":                     "N.Y. Times/AP, No. 5/2019 <>",
		"https://a.example/1 https://b.example/2":       " <https://a.example/1>| <https://b.example/2>",
		"One https://a.example/1, Two www.b.example/2.": "One <https://a.example/1>|Two <www.b.example/2>",
		"Title https://a.example/3 (accessed 2 May)":    "Title (accessed 2 May) <https://a.example/3>",
		"Title (https://a.example/3); Other":            "Title <https://a.example/3>|Other <>",
		"http:/bad.example":                             "http:/bad.example <>",
		"Letter to name@mod.example/x":                  "Letter to name@mod.example/x <>",
	} {
		d, report := read(t, "name,to,source\nA,Japan,\""+cell+"\"\n", visits.Options{})
		var got []string
		for m := range d.Meetings() {
			for _, c := range m.Cites {
				s, _ := d.Source(c.Source)
				got = append(got, s.Title.String()+" <"+s.URL+">")
			}
		}
		if strings.Join(got, "|") != want || len(report.Repaired) > 0 {
			t.Errorf("%s: %q, want %s", cell, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("name,from,to,met,start,end,source\nJane Doe,FR,JP,Ken Sato (Japan); Ann,2024-10-13,,https://a.example/b; T\n")
	f.Add("title,name,rank,start day,start month,start year,place,id,trip\nA,Фомин,G,1,2,2011,x,visits,t\n")
	f.Add("name,to,source,from\n1,GB,http://a@b; http://:1; https:///x; http://a b,GB\nname,JP,visits; VISITS,\n")
	f.Fuzz(func(t *testing.T, text string) {
		records, report, err := visits.Read(strings.NewReader(text), visits.Options{})
		if err == nil {
			interoptest.Accept(t, records, report)
		}
	})
}

func TestRead_GivesVisitorsTheStateOfOptions(t *testing.T) {
	t.Parallel()
	const sheet = "name,from,to,start\nIvan Roe,,Cuba,1962-07-02\nIvan Poe,,Cuba,2008-07-02\nJane Doe,FR,Cuba,2008\n"
	d, report := read(t, sheet, visits.Options{From: "Russia"})
	if report.Kept != 3 {
		t.Error(report)
	}
	for id, want := range map[entente.ID]entente.ID{"ivan-roe": "SUHH", "ivan-poe": "RU", "jane-doe": "FR"} {
		if o, _ := d.Official(id); o.Nation != want {
			t.Errorf("%s is of %q, want %q", id, o.Nation, want)
		}
	}
	_, _, err := visits.Read(strings.NewReader(sheet), visits.Options{From: "Narnia"})
	if want := `visits: "Narnia" is no state; write a name or a code such as JP`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
