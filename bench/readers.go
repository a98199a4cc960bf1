package main

import (
	"encoding/csv"
	"fmt"
	"log"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/atop"
	"github.com/entente-go/entente/interop/mme"
	"github.com/entente-go/entente/nation"
)

const (
	mmeHeader = "MMEID,Ex_Name,Series_Name,Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month," +
		"e.day,CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian,FocusDescription," +
		"AdditionalParticipantInfo,StateA,StateB,StateC\n"
	atopHeader = "atopid,cowid,cow4id,begyr,begmo,begday,endyr,endmo,endday,ineffect,bilat," +
		"defense,offense,neutral,nonagg,consul,asymm,milaid,mem1,mem2,mem3,version\n"
)

// readers compares the readers of two files with loops that know the columns.
func readers() {
	const n = 2000
	text := mmeFile(n)
	ours, _, err := mme.Read(strings.NewReader(text), interop.Options{})
	theirs := mmeLoop(text)
	if err != nil || !reflect.DeepEqual(ours.Exercises, theirs.Exercises) || len(ours.Series) != len(theirs.Series) {
		log.Fatalf("the loop over MME differs: %v", err)
	}
	compare(fmt.Sprintf("`mme.Read`, %s rows", grouped(n)), rounds(11), nil,
		way{"entente", func() any { r, _, _ := mme.Read(strings.NewReader(text), interop.Options{}); return r }},
		way{"a loop over encoding/csv", func() any { return mmeLoop(text) }})

	alliances := atopFile(n)
	ours, _, err = atop.Read(strings.NewReader(alliances), interop.Options{})
	if err != nil || !reflect.DeepEqual(ours.Agreements, atopLoop(alliances).Agreements) {
		log.Fatalf("the loop over ATOP differs: %v", err)
	}
	compare(fmt.Sprintf("`atop.Read`, %s rows", grouped(n)), rounds(11), nil,
		way{"entente", func() any { r, _, _ := atop.Read(strings.NewReader(alliances), interop.Options{}); return r }},
		way{"a loop over encoding/csv", func() any { return atopLoop(alliances) }})
}

func mmeFile(n int) string {
	states := []string{"United States", "Russia", "Germany", "United Kingdom",
		"Japan", "Côte d’Ivoire", "Peru", "Thailand"}
	var b strings.Builder
	b.WriteString(mmeHeader)
	for i := range n {
		year, day := 1992+i%19, 1+i%28
		fmt.Fprintf(&b, "mme%d,Blue Heron %d,Blue Heron %d,a range near the coast,59.5,24.75,", i, i, i%300)
		fmt.Fprintf(&b, "5/%d/%02d,%d,5,%d,6/%d/%02d,%d,6,%d,", day, year%100, year, day, day, year%100, year, day)
		fmt.Fprintf(&b, "0,1,0,1,0,0,1,0,0,search and rescue with ships and aircraft,,%s,%s,%s\n",
			states[i%8], states[(i+1)%8], states[(i+2)%8])
	}
	return b.String()
}

// mmeLoop fills the fields that mme.Read fills from such a file, and checks nothing.
func mmeLoop(text string) entente.Records {
	var out entente.Records
	series := make(map[string]bool)
	in := csv.NewReader(strings.NewReader(text))
	in.ReuseRecord = true
	in.Read()
	for row, err := in.Read(); err == nil; row, err = in.Read() {
		var e entente.Exercise
		e.ID, e.Basis, e.Status = entente.ID("mme-"+row[0][3:]), entente.BasisReported, entente.StatusHeld
		e.Identifiers = []entente.Identifier{{Scheme: "mme", Value: row[0]}}
		e.Cites = []entente.Citation{{Source: "mme", Locator: "MMEID " + row[0]}}
		e.Name, e.Aims = entente.English(row[1]), entente.English(row[23])
		lat, _ := strconv.ParseFloat(row[4], 64)
		lon, _ := strconv.ParseFloat(row[5], 64)
		e.Places = []entente.Place{{Name: entente.English(row[3]), At: entente.Point{Lat: lat, Lon: lon}}}
		start := csvDate(row[7:10])
		e.When, _ = edtf.NewPeriod(start, csvDate(row[11:14]))
		if row[15] == "1" {
			e.Domains = append(e.Domains, entente.DomainAir)
		}
		if row[17] == "1" {
			e.Domains = append(e.Domains, entente.DomainMaritime)
			e.Topics = append(e.Topics, entente.TopicNavalExercises)
		}
		if row[20] == "1" {
			e.Topics = append(e.Topics, "warfighting")
		}
		at := nation.Day(time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, time.UTC))
		for _, name := range row[25:] {
			state, _ := nation.At(name, at)
			e.Contingents = append(e.Contingents,
				entente.Contingent{Nation: entente.ID(state.ID), Role: entente.RoleParticipant})
		}
		e.Series = entente.ID("mme-series-" + strings.ReplaceAll(strings.ToLower(row[2]), " ", "-"))
		if !series[row[2]] {
			series[row[2]] = true
			s := entente.Series{Name: entente.English(row[2])}
			s.ID, s.Basis, s.Cites = e.Series, e.Basis, e.Cites
			out.Series = append(out.Series, s)
		}
		out.Exercises = append(out.Exercises, e)
	}
	return out
}

func csvDate(cells []string) edtf.Date {
	year, _ := strconv.Atoi(cells[0])
	month, _ := strconv.Atoi(cells[1])
	day, _ := strconv.Atoi(cells[2])
	d, _ := edtf.NewDate(year, month, day)
	return d
}

func atopFile(n int) string {
	var b strings.Builder
	b.WriteString(atopHeader)
	for i := range n {
		fmt.Fprintf(&b, "%d,,%d,%d,5,7,0,0,0,1,1,1,0,0,1,1,0,2,2,%s,,5\n", i+1, 1+i%400, 1946+i%60,
			[]string{"20", "70", "155", "200", "640", "710"}[i%6])
	}
	return b.String()
}

// atopLoop fills the fields that atop.Read fills from such a file, and checks nothing.
func atopLoop(text string) entente.Records {
	var out entente.Records
	obligations := []entente.Obligation{entente.ObligationDefence, entente.ObligationOffence, entente.ObligationNeutrality,
		entente.ObligationNonAggression, entente.ObligationConsultation}
	in := csv.NewReader(strings.NewReader(text))
	in.ReuseRecord = true
	in.Read()
	for row, err := in.Read(); err == nil; row, err = in.Read() {
		var a entente.Agreement
		a.ID, a.Basis, a.Topics = entente.ID("atop-"+row[0]), entente.BasisReported, []entente.Topic{entente.TopicSecurity}
		a.Identifiers = []entente.Identifier{{Scheme: "atop", Value: row[0]}, {Scheme: "cow-alliance", Value: row[2]}}
		a.Cites = []entente.Citation{{Source: "atop", Locator: "atopid " + row[0]}}
		start := csvDate(row[3:6])
		a.InForce = edtf.Since(start)
		at := nation.Day(time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, time.UTC))
		for _, code := range row[18:21] {
			if code == "" {
				continue
			}
			id, _ := nation.LookupCode(nation.SchemeCOW, code, at)
			p := entente.Party{Actor: entente.ID(id)}
			for i, o := range obligations {
				if row[11+i] == "1" {
					p.Obligations = append(p.Obligations, o)
				}
			}
			a.Parties = append(a.Parties, p)
		}
		a.Extra = entente.Extra{{Key: "ineffect", Value: row[9]}, {Key: "bilat", Value: row[10]},
			{Key: "asymm", Value: row[16]}, {Key: "milaid", Value: row[17]}, {Key: "version", Value: row[21]}}
		out.Agreements = append(out.Agreements, a)
	}
	return out
}
