package mme_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/edtf"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/internal/interoptest"
	"github.com/entente-go/entente/interop/mme"
	"github.com/entente-go/entente/nation"
)

// large returns a file of n rows like those of MME.
func large(n int) string {
	states := []string{"United States", "Russia", "Germany", "United Kingdom", "Japan", "Côte d’Ivoire", "Peru", "Thailand"}
	rows := make([][]string, n)
	for i := range rows {
		id, year, day := strconv.Itoa(i), 1992+i%19, strconv.Itoa(1+i%28)
		y, yy := strconv.Itoa(year), fmt.Sprintf("%02d", year%100)
		rows[i] = []string{
			"MMEID=mme" + id, "Ex_Name=Blue Heron " + id, "Series_Name=Blue Heron " + strconv.Itoa(i%300),
			"Location=a range near the coast of the north", "lat=59.4369608", "lon=24.7535746",
			"StartDate=5/" + day + "/" + yy, "s.year=" + y, "s.month=5", "s.day=" + day,
			"EndDate=6/" + day + "/" + yy, "e.year=" + y, "e.month=6", "e.day=" + day,
			"CPX=0", "Air=1", "Land=0", "Sea=1", "Amphibious=0", "Cyber=0", "Warfighting=1", "Peacekeeping=0", "Humanitarian=0",
			"FocusDescription=search and rescue with ships and aircraft of all who took part",
			"StateA=" + states[i%8], "StateB=" + states[(i+1)%8], "StateC=" + states[(i+2)%8],
		}
	}
	return interoptest.Table(header, rows...)
}

func BenchmarkRead(b *testing.B) {
	text := large(2000)
	b.Run("mme", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if _, report, err := mme.Read(strings.NewReader(text), interop.Options{}); err != nil || report.Kept != 2000 {
				b.Fatal(report, err)
			}
		}
	})
	b.Run("loop", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if records := loop(b, text); len(records.Exercises) != 2000 {
				b.Fatal(len(records.Exercises))
			}
		}
	})
}

// loop fills the same fields as Read, as a program for this one file would.
func loop(b *testing.B, text string) entente.Records {
	var out entente.Records
	series := make(map[string]bool)
	in := csv.NewReader(strings.NewReader(text))
	in.ReuseRecord = true
	in.Read()
	for {
		row, err := in.Read()
		if err == io.EOF {
			return out
		}
		var e entente.Exercise
		e.ID = entente.ID("mme-" + row[0][3:])
		e.Basis, e.Status = entente.BasisReported, entente.StatusHeld
		e.Identifiers = []entente.Identifier{{Scheme: "mme", Value: row[0]}}
		e.Cites = []entente.Citation{{Source: "mme", Locator: row[0]}}
		e.Name, e.Aims = entente.English(row[1]), entente.English(row[23])
		lat, _ := strconv.ParseFloat(row[4], 64)
		lon, _ := strconv.ParseFloat(row[5], 64)
		e.Places = []entente.Place{{Name: entente.English(row[3]), At: entente.Point{Lat: lat, Lon: lon}}}
		start, end := date(row[7:10]), date(row[11:14])
		e.When, _ = edtf.NewPeriod(start, end)
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
			if name != "" {
				state, _ := nation.At(name, at)
				e.Contingents = append(e.Contingents, entente.Contingent{Nation: entente.ID(state.ID), Role: entente.RoleParticipant})
			}
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
}

func date(cells []string) edtf.Date {
	year, _ := strconv.Atoi(cells[0])
	month, _ := strconv.Atoi(cells[1])
	day, _ := strconv.Atoi(cells[2])
	d, _ := edtf.NewDate(year, month, day)
	return d
}
