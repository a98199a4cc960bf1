package chart_test

import (
	"io"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
)

func BenchmarkTimeline(b *testing.B) {
	for name, d := range map[string]*entente.Dataset{"Chronicle": entente.Chronicle(), "Million": nil} {
		b.Run(name, func(b *testing.B) {
			if d == nil {
				if testing.Short() {
					b.Skip("a million records")
				}
				d = many(b, 1_000_000)
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := (chart.Timeline{}).Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
