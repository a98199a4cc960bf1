package brief_test

import (
	"io"
	"testing"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

func BenchmarkWrite(b *testing.B) {
	d := entente.Chronicle().Involving("PK")
	for _, f := range []brief.Format{brief.FormatText, brief.FormatMarkdown, brief.FormatHTML, brief.FormatPage} {
		b.Run(f.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := (brief.Writer{Language: language.English, Format: f}).Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
