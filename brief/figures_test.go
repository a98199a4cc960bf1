package brief_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
	"github.com/entente-go/entente/chart"
)

func ExampleFigure() {
	f, err := os.CreateTemp("", "*.html")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.Remove(f.Name())
	urdu := language.Urdu
	w := brief.Writer{
		Language: urdu,
		Format:   brief.FormatPage,
		Figures: []brief.Figure{
			{Section: brief.SectionExercises, Picture: chart.Timeline{Language: urdu, Bare: true}},
			{Section: brief.SectionRelations, Picture: chart.Years{Language: urdu, A: "PK", B: "RU", IDs: "pair", Bare: true}},
		},
		Style: chart.Style(),
	}
	fmt.Println(w.Write(f, entente.Chronicle().Between("PK", "RU")), f.Close())
	// Output: <nil> <nil>
}

// A site that serves fragments of HTML serves the style sheet as a file.
func ExampleStyle() {
	fmt.Println(strings.Contains(brief.Style(), "prefers-color-scheme: dark"))
	// Output: true
}

type drawing struct {
	svg string
	err error
}

func (d drawing) Write(w io.Writer, _ *entente.Dataset) error {
	if d.err != nil {
		return d.err
	}
	_, err := io.WriteString(w, d.svg)
	return err
}

func TestFigures_AreUnderTheHeadingOfTheirSection(t *testing.T) {
	t.Parallel()
	for _, format := range []brief.Format{brief.FormatText, brief.FormatMarkdown, brief.FormatHTML, brief.FormatPage} {
		var out bytes.Buffer
		sections := []brief.Section{brief.SectionExercises, brief.SectionMeetings}
		w := brief.Writer{Format: format, Sections: sections, Figures: []brief.Figure{
			{Section: brief.SectionMeetings, Picture: drawing{svg: "<svg>one</svg>\n"}},
			{Section: brief.SectionMeetings, Picture: drawing{svg: "<svg>two</svg>\n"}},
			{Section: brief.SectionNumbers, Picture: drawing{svg: "<svg>left out with its section</svg>\n"}},
		}}
		if err := w.Write(&out, entente.Article()); err != nil {
			t.Fatal(err)
		}
		want := "Meetings</h3>\n<figure>\n<svg>one</svg>\n</figure>\n<figure>\n<svg>two</svg>\n</figure>\n"
		if format == brief.FormatPage {
			want = strings.Replace(want, "h3", "h2", 1)
		}
		hasFigures := format == brief.FormatHTML || format == brief.FormatPage
		if got := strings.Contains(out.String(), want); got != hasFigures {
			t.Errorf("%v: figures where they belong: %v, want %v", format, got, hasFigures)
		}
		if got := strings.Count(out.String(), "<svg"); got != map[bool]int{true: 2}[hasFigures] {
			t.Errorf("%v: %d figures", format, got)
		}
	}
}

func TestFigures_PageAdmitsTheirStyleSheets(t *testing.T) {
	t.Parallel()
	for name, w := range map[string]brief.Writer{
		"in the pictures": {Figures: []brief.Figure{
			{Section: brief.SectionExercises, Picture: chart.Timeline{}},
			{Section: brief.SectionRelations, Picture: chart.Years{A: "PK", B: "RU"}},
			{Section: brief.SectionMeetings, Picture: drawing{svg: "<svg><style>\r\np{}</style><style>q{}</style></svg>\n"}},
		}},
		"on the page": {Style: chart.Style(), Figures: []brief.Figure{
			{Section: brief.SectionExercises, Picture: chart.Timeline{Bare: true}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w.Format = brief.FormatPage
			var out bytes.Buffer
			if err := w.Write(&out, entente.Article()); err != nil {
				t.Fatal(err)
			}
			_, policy, _ := strings.Cut(out.String(), "style-src")
			policy, _, _ = strings.Cut(policy, ";")
			sums := make(map[string]bool)
			for _, sheet := range regexp.MustCompile("(?s)<style>(.*?)</style>").FindAllStringSubmatch(out.String(), -1) {
				sum := sha256.Sum256([]byte(strings.ReplaceAll(sheet[1], "\r\n", "\n"))) // as a browser reads it
				sums[" 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'"] = true
			}
			for sum := range sums {
				if !strings.Contains(policy, sum) {
					t.Errorf("the policy does not admit%s", sum)
				}
			}
			if n := strings.Count(policy, "sha256"); n != len(sums) {
				t.Errorf("the policy admits %d style sheets, of %d", n, len(sums))
			}
		})
	}
}

func TestFigures_AreRefusedInWords(t *testing.T) {
	t.Parallel()
	failed := errors.New("no ink")
	for _, tt := range []struct {
		writer brief.Writer
		want   string
	}{
		{brief.Writer{Figures: []brief.Figure{{Picture: drawing{}}}}, "brief: invalid section 0 of figure 0"},
		{brief.Writer{Figures: []brief.Figure{{Section: brief.SectionMeetings}}}, "brief: figure 0 has no picture"},
		{brief.Writer{Style: "p{}</STYLE><script>"}, "brief: a style sheet cannot contain </style"},
		{brief.Writer{Format: brief.FormatHTML,
			Figures: []brief.Figure{{Section: brief.SectionMeetings, Picture: drawing{err: failed}}}}, "no ink"},
	} {
		var out bytes.Buffer
		if err := tt.writer.Write(&out, entente.Article()); err == nil || err.Error() != tt.want || out.Len() > 0 {
			t.Errorf("error %v after %d bytes, want %q", err, out.Len(), tt.want)
		}
	}
}
