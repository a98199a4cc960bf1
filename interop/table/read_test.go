package table_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/table"
	"github.com/google/go-cmp/cmp"
)

// files returns a folder of files, each under its name.
func files(texts map[string]string) fstest.MapFS {
	m := make(fstest.MapFS)
	for name, text := range texts {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestRead_ReportsEveryProblemAtItsCell(t *testing.T) {
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"values", map[string]string{
			"exercises.csv": "id,name.en,when,number,status,basis,strength\n" +
				"x,Name,Oct-24,three,heldd,reported,\"1,000\"\n\ny,Y,2020-05,,,reported,7\n",
			"cites.csv":                 "id,source\nx,nowhere\ny,s\n",
			"sources.csv":               "id,url\ns,javascript:x\n",
			"exercises-contingents.csv": "id,nation,role\ny,FR,hots\n",
		}, `cites.csv:2:3: x: no source has the ID "nowhere"; add it to sources.csv
exercises-contingents.csv:2:6: y: unknown role "hots"; did you mean "host"?
exercises.csv:2:8: x: period "Oct-24": this is not the form of a date; write a date as YYYY, YYYY-MM or YYYY-MM-DD, or a period as two dates and a slash
exercises.csv:2:15: x: "number" must be a number, not a string
exercises.csv:2:21: x: unknown status "heldd"; did you mean "held"?
exercises.csv:2:36: x: "strength" must be a number, not a string; write 1000
sources.csv:2:3: s: "javascript:x" is not the address of a page; write "https://…"`},
		{"members that are missing", map[string]string{
			"exercises.csv": "id,name.en,status\n,,held\n",
			"officials.csv": "id,name.en,basis\nx,,reported\n",
			"claims.csv":    "id,member,value\nx,nation,FR\n",
		}, `claims.csv:2:1: x: the claim has no citation; add a row to claims-cites.csv
exercises.csv:2:1: no ID; fill in the column "id"
exercises.csv:2:1: no basis; write "basis" with one of "reported", "attributed", "assessed"
exercises.csv:2:1: no citation; add a row to cites.csv
officials.csv:2:1: x: no citation; add a row to cites.csv
officials.csv:2:1: x: no name; fill in the column "name.en"`},
		{"rows of nothing, and twice", map[string]string{
			"sources.csv":      "id\ns\n",
			"cites.csv":        "id,source,position\nx,s,1\n,s,1\n",
			"claims-cites.csv": "id,claims.position,source\nx,1,s\n",
			"sources-extra.csv": "id,key,value\n" +
				"s,a,1\ns,a,2\n",
			"sources-identifiers.csv": "id,position,scheme,value\ns,1,doi,1\ns,1,doi,2\ns,first,doi,3\n",
		}, `cites.csv:2:1: no record has id "x"
cites.csv:3:1: no id; write which record the row belongs to
claims-cites.csv:2:1: no row of claims.csv has id, claims.position "x, 1"
sources-extra.csv:3:3: key "a" occurs twice, first in line 2
sources-identifiers.csv:3:3: position "1" occurs twice, first in line 2
sources-identifiers.csv:4:3: position "first" is not a number from 1; leave it out for the end of the list`},
		{"the data itself", map[string]string{
			"dataset.csv": "format,title.en,title.EN,edition.date\nentente/9,x,y,2024-13\nentente/1,y,,\n",
		}, `dataset.csv:2:1: format "entente/9" is not known; a later version of this package reads it
dataset.csv:2:13: language tag "EN" is not in its canonical form; write "en"
dataset.csv:2:15: date "2024-13": month 13 is not between 01 and 12
dataset.csv:3:1: a second row; the data has one title; leave the row out`},
		{"headers", map[string]string{
			"exercise.csv":  "id\n",
			"exercises.csv": "nam.en,status,status\n",
			"zebra.csv":     "",
		}, `exercise.csv: no table has this name; did you mean "exercises.csv"?
exercises.csv:1:1: unknown column "nam.en"; did you mean "name.en"?
exercises.csv:1:1: no column "id"
exercises.csv:1:15: column "status" occurs twice
zebra.csv: no table has this name; write one of …`},
		{"quotation marks", map[string]string{
			"agreements.csv": "id,name.en\nx,\"a\"b\n",
			"exercises.csv":  "id,name.en\nx,a\"b\n",
			"meetings.csv":   "id,name.en\nx,a,b\n",
			"statements.csv": "id,gist.en\nx,\"a\n",
		}, `agreements.csv:2:5: a quotation mark in a cell that is not doubled, or one that is never closed; double those in the cell, and end it with a single one
exercises.csv:2:4: a quotation mark in a cell that does not begin with one; put the cell between quotation marks, and double those in it
meetings.csv:2:5: a cell without a column; if it has a comma, put it between quotation marks
statements.csv:2:6: a quotation mark in a cell that is not doubled, or one that is never closed; double those in the cell, and end it with a single one`},
		{"what is no table", map[string]string{
			"blocs.csv":     "<html><body>",
			"exercises.csv": "PK\x03\x04",
			"meetings.csv":  "",
		}, `blocs.csv: a web page, not the file itself; download the file, not the page about it
exercises.csv: a ZIP archive or a workbook such as .xlsx; unpack it, or save the sheet as CSV
meetings.csv: empty; give the file itself`},
		{"other files", map[string]string{"xa.csv": "a\n", "xb.csv": "b\n"}, `xa.csv: no table has this name; write one of …
xb.csv: no table has this name`},
		{"no table", nil, `no table in the folder; write one of …`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			records, report, err := table.Read(files(test.files), interop.Options{})
			var problems entente.Problems
			if !errors.As(err, &problems) {
				t.Fatal("no problems:", err)
			}
			if len(report.Rejected)+report.Rows > 0 || len(records.Exercises)+len(records.Sources) > 0 {
				t.Error("problems, and records too")
			}
			var lines []string
			for _, p := range problems {
				line := p.Error()
				if before, _, ok := strings.Cut(line, "write one of "); ok {
					line = before + "write one of …"
				}
				lines = append(lines, line)
			}
			if diff := cmp.Diff(strings.Split(test.want, "\n"), lines); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// release is one exercise in all, as few tables as can be.
var release = map[string]string{
	"sources.csv":   "id\nrelease\n",
	"exercises.csv": "id,name.en,when,basis,approximate,strength,topics\nvisit,A visit,2023-10,reported,true,200,training; joint-exercises\n",
	"cites.csv":     "id,source,paragraphs\nvisit,release,2; 3\n",
	"exercises-contingents.csv": "id,position,nation\n" +
		"visit,1,FR\nvisit,2,JP\n",
}

func TestRead_TakesWhatSpreadsheetsMakeOfTables(t *testing.T) {
	want, _, err := table.Read(files(release), interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, file, text string }{
		{"semicolons", "exercises.csv", "id;name.en;when;basis;approximate;strength;topics\nvisit;A visit;2023-10;reported;true;200;\"training; joint-exercises\"\n"},
		{"tabs", "sources.csv", "id\t\nrelease\t\n"},
		{"a byte-order mark and CR LF", "cites.csv", "\ufeffid,source,paragraphs\r\nvisit,release,2; 3\r\n"},
		{"line ends of CR alone", "cites.csv", "id,source,paragraphs\rvisit,release,2; 3\r"},
		{"rows and columns without cells", "cites.csv", "id,source,paragraphs,,\nvisit,release,2; 3,,\n,,,,\n\n , ,\n"},
		{"words in capitals", "exercises.csv", strings.Replace(release["exercises.csv"], "true", "TRUE", 1)},
		{"lists without spaces", "exercises.csv", strings.Replace(release["exercises.csv"], "; ", ";", 1)},
		{"spaces around numbers", "exercises.csv", strings.Replace(release["exercises.csv"], ",200,", ", 200 ,", 1)},
		{"rows out of order", "exercises-contingents.csv", "nation,id,position\nJP,visit,20\nFR,visit,3\n"},
		{"rows without a position", "exercises-contingents.csv", "nation,id,position\nJP,visit,\nFR,visit,3\n"},
		{"no positions", "exercises-contingents.csv", "nation,id\nFR,visit\nJP,visit\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			changed := files(release)
			if changed[test.file] == nil {
				t.Fatal("no file", test.file)
			}
			changed[test.file] = &fstest.MapFile{Data: []byte(test.text)}
			got, _, err := table.Read(changed, interop.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestRead_ReportsWhatItMadeOfWindows1252(t *testing.T) {
	t.Parallel()
	changed := files(release)
	changed["exercises.csv"] = &fstest.MapFile{Data: []byte("id,name.en,basis\nvisit,Visit\xe9e,reported\n")}
	got, report, err := table.Read(changed, interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if name := got.Exercises[0].Name.String(); name != "Visitée" {
		t.Errorf("name %q", name)
	}
	if len(report.Repaired) != 1 || !strings.HasPrefix(report.Repaired[0].Reason, "exercises.csv: ") {
		t.Errorf("repaired %v", report.Repaired)
	}
}

func TestRead_HoldsToItsLimits(t *testing.T) {
	t.Parallel()
	long := files(release)
	long["sources.csv"] = &fstest.MapFile{Data: []byte("id,note.en\nrelease,\"" + strings.Repeat("x", 3000))}
	if _, _, err := table.Read(long, interop.Options{MaxRow: 1000}); !errors.Is(err, interop.ErrLimit) {
		t.Errorf("a row of 3,000 bytes: %v", err)
	}
	many := files(release)
	many["cites.csv"] = &fstest.MapFile{Data: []byte("id,source\n" + strings.Repeat("nobody,release\n", 5000))}
	_, _, err := table.Read(many, interop.Options{})
	var problems entente.Problems
	if !errors.As(err, &problems) || len(problems) > 1010 || !errors.Is(err, entente.ErrLimit) {
		t.Errorf("%d problems: %v", len(problems), errors.Is(err, entente.ErrLimit))
	}
}
