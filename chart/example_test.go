package chart_test

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
	"github.com/entente-go/entente/edtf"
)

func Example() {
	f, err := os.CreateTemp("", "*.svg")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.Remove(f.Name())
	t := chart.Timeline{Language: language.Russian, Period: edtf.MustParsePeriod("2018/2025")}
	if err := t.Write(f, entente.Chronicle().Between("PK", "RU")); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Close())
	// Output: <nil>
}

func ExampleTimeline_Write() {
	var svg strings.Builder
	if err := (chart.Timeline{Width: 640}).Write(&svg, entente.Article()); err != nil {
		fmt.Println(err)
		return
	}
	_, title, _ := strings.Cut(svg.String(), "<title>")
	title, _, _ = strings.Cut(title, "</title>")
	fmt.Println(title)
	// Output: Druzhba VII. began earlier this month, still going on. Pakistan, Light Commando Troops, Russia
}

// A server has pages of its own for records.
func ExampleTimeline_link() {
	t := chart.Timeline{Link: func(id entente.ID) string { return "/record/" + string(id) }}
	var svg strings.Builder
	if err := t.Write(&svg, entente.Article()); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Count(svg.String(), `<a href="/record/`), "links")
	// Output: 3 links
}

func ExampleYears_Write() {
	y := chart.Years{A: "PK", B: "RU", First: 2022, Last: 2024}
	var svg strings.Builder
	if err := y.Write(&svg, entente.Chronicle()); err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range strings.Split(svg.String(), "\n") {
		if title, ok := strings.CutPrefix(line, "<title>"); ok && strings.Contains(title, ", exercises") {
			fmt.Println(strings.TrimSuffix(title, "</title>"))
		}
	}
	// Output:
	// 2022, exercises: searched, none found
	// 2023, exercises: searched, none found
	// 2024, exercises: these two alone: 1, with others: 1
}

func ExampleTies_Write() {
	var svg strings.Builder
	d := entente.Chronicle().OfKind(entente.KindExercise)
	if err := (chart.Ties{Pairs: 3}).Write(&svg, d); err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range strings.Split(svg.String(), "\n") {
		if title, ok := strings.CutPrefix(line, "<title>"); ok {
			fmt.Println(strings.TrimSuffix(title, "</title>"))
		}
	}
	// Output:
	// Pakistan – Russia: Exercises: 29
	// China – Pakistan: Exercises: 15
	// Pakistan – United States: Exercises: 13
}

// A page that forbids style elements has the sheet in a file of its own.
func ExampleStyle() {
	var svg strings.Builder
	if err := (chart.Timeline{Bare: true}).Write(&svg, entente.Article()); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Contains(svg.String(), "<style>"), strings.Contains(chart.Style(), "prefers-color-scheme"))
	// Output: false true
}
