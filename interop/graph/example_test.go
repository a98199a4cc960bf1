package graph_test

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/graph"
	"golang.org/x/text/language"
)

func ExampleWriteMermaid() {
	losses, err := graph.WriteMermaid(os.Stdout, entente.Article())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(losses[len(losses)-1])
	// Output:
	// flowchart LR
	//     n1("India")
	//     n2("Pakistan")
	//     n3("Russia")
	//     n4("United States")
	//     n5["Western allies"]
	//     n6["Western countries"]
	//     n1 ---|"1 partnership"| n3
	//     n1 ---|"1 partnership"| n4
	//     n2 ---|"1 partnership, 1 exercise, 2 meetings, 9 statements, 1 statement (headline only)"| n3
	//     n2 ---|"1 partnership"| n4
	//     n2 ---|"1 partnership"| n5
	//     n3 ---|"1 partnership"| n6
	// 85 assessments
}

func ExampleWriter_DOT() {
	india := entente.Article().Involving("IN").OfKind(entente.KindPartnership)
	if _, err := (graph.Writer{Language: language.Russian}).DOT(os.Stdout, india); err != nil {
		log.Fatal(err)
	}
	// Output:
	// graph ties {
	// 	graph [charset="UTF-8" layout=neato overlap=false sep="+50,30" splines=true outputorder=edgesfirst]
	// 	node [shape=box style="rounded,filled" fillcolor=white fontname="sans-serif"]
	// 	edge [fontname="sans-serif" fontsize=10]
	// 	"IN" [label="Индия" kind="nation" "name.en"="India" "name.ru"="Индия" "name.ur"="بھارت"]
	// 	"RU" [label="Россия" kind="nation" "name.en"="Russia" "name.ru"="Россия" "name.ur"="روس"]
	// 	"US" [label="США" kind="nation" "name.en"="United States" "name.ru"="США" "name.ur"="امریکہ"]
	// 	"IN" -- "RU" [label="1 partnership" color="#1b6e53" style="bold" penwidth=1.0 kind="partnership" scope="bilateral" headline="false" undated="1" records="in-ru" weight=1]
	// 	"IN" -- "US" [label="1 partnership" color="#1b6e53" style="bold" penwidth=1.0 kind="partnership" scope="bilateral" headline="false" undated="1" records="in-us" weight=1]
	// }
}

// One edge of the article in each of the other syntaxes.
func Example_syntaxes() {
	for _, write := range []func(io.Writer, *entente.Dataset) (interop.Losses, error){
		graph.WriteGraphML, graph.WriteGEXF, graph.WriteDOT,
	} {
		var b strings.Builder
		if _, err := write(&b, entente.Article()); err != nil {
			log.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if strings.Contains(line, "ru-west") {
				fmt.Println(strings.TrimSpace(line))
			}
		}
	}
	// Output:
	// <data key="edge.records">ru-western-countries</data>
	// <attvalue for="records" value="ru-western-countries"/>
	// "RU" -- "western-countries" [label="1 partnership" color="#1b6e53" style="bold" penwidth=1.0 kind="partnership" scope="bilateral" headline="false" undated="1" records="ru-western-countries" weight=1]
}
