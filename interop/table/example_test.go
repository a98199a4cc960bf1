package table_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/table"
)

func ExampleWrite() {
	folder, err := os.MkdirTemp("", "tables")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	losses, err := table.Write(table.Folder(folder), entente.Article())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(losses)
	attendees, err := os.ReadFile(filepath.Join(folder, "meetings-attendees.csv"))
	if err != nil {
		log.Fatal(err)
	}
	os.Stdout.Write(attendees)
	// Output:
	// nothing lost
	// id,position,actor,for,leads
	// fomin-ashraf-2024,1,ashraf,PK,
	// fomin-ashraf-2024,2,fomin,RU,
	// fomin-sidhu-2024,1,fomin,RU,true
	// fomin-sidhu-2024,2,sidhu,paf,
}

func ExampleWritePairs() {
	pair := entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise)
	var b strings.Builder
	if err := table.WritePairs(&b, pair, 2012, 2023); err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, "PK,RU,20") {
			cells := strings.Split(line, ",")
			fmt.Println(strings.TrimSpace(fmt.Sprintf("%s %-11s %s %s", cells[2], cells[4], cells[5], cells[6])))
		}
	}
	// Output:
	// 2012 not covered
	// 2013 not covered
	// 2014 found       2 0
	// 2015 found       1 0
	// 2016 found       2 0
	// 2017 found       1 1
	// 2018 found       2 1
	// 2019 found       1 2
	// 2020 found       1 1
	// 2021 found       4 3
	// 2022 none found  0 0
	// 2023 none found  0 0
}

func ExampleRead() {
	folder := fstest.MapFS{ // or os.DirFS("tables")
		"sources.csv": {Data: []byte("id,title.en\nrelease,A release\n")},
		"exercises.csv": {Data: []byte("id,name.en,when,basis,topics\n" +
			"visit,A visit,2023-10,reported,training; naval-exercises\n")},
		"exercises-contingents.csv": {Data: []byte("id,nation,role\nvisit,FR,\nvisit,JP,host\n")},
		"cites.csv":                 {Data: []byte("id,source,paragraphs\nvisit,release,2; 3\n")},
	}
	records, report, err := table.Read(folder, interop.Options{})
	if err != nil {
		log.Fatal(err) // every problem, with its file, line and column
	}
	data, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report)
	for e := range data.Between("FR", "JP").Exercises() {
		fmt.Println(e, e.When, e.Contingents[1].Role, e.Cites[0].Paragraphs)
	}
	// Output:
	// 5 rows: 5 kept, 0 rejected; 1 exercise
	// exercise visit (A visit) 2023-10 host [2 3]
}

func ExampleFolder() {
	folder, err := os.MkdirTemp("", "tables")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	if _, err := table.Write(table.Folder(folder), entente.Chronicle()); err != nil {
		log.Fatal(err)
	}
	records, _, err := table.Read(os.DirFS(folder), interop.Options{})
	if err != nil {
		log.Fatal(err)
	}
	again, err := entente.New(records)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Equal(entente.Chronicle()))
	// Output: true
}

func ExampleZip() {
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	if _, err := table.Write(table.Zip(w), entente.Article()); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
	if err != nil {
		log.Fatal(err)
	}
	_, report, err := table.Read(r, interop.Options{})
	fmt.Println(report.Records[entente.KindStatement], "statements,", err)
	// Output: 11 statements, <nil>
}
