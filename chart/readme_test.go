package chart_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/chart"
)

// The README shows what the package draws today.
func TestReadme_ShowsThePictureAsItIsDrawn(t *testing.T) {
	t.Parallel()
	const file = "../docs/pakistan-russia.svg"
	var svg bytes.Buffer
	if err := (chart.Years{A: "PK", B: "RU", First: 2003, Last: 2025}).Write(&svg, entente.Chronicle()); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, svg.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, svg.Bytes()) {
		t.Errorf("%s differs; run go test -update, look at the picture", file)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), "(docs/pakistan-russia.svg)") {
		t.Error("README.md shows no picture")
	}
}
