package parquet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop/table"
)

// A pair is a row of pairs.parquet.
type pair struct {
	A            entente.ID     `json:"a"`
	B            entente.ID     `json:"b"`
	Year         int            `json:"year"`
	Kind         entente.Kind   `json:"kind"`
	Answer       entente.Answer `json:"answer"`
	Bilateral    number         `json:"bilateral,omitzero"`
	Multilateral number         `json:"multilateral,omitzero"`
	Headlines    number         `json:"headlines,omitzero"`
	NotHeld      number         `json:"not_held,omitzero"`
	Maybe        number         `json:"maybe,omitzero"`
	Undated      int            `json:"undated"`
	Records      []string       `json:"records,omitempty"`
	Sources      []string       `json:"sources,omitempty"`
}

// A number is a count that may not be known. The zero number is not known.
type number struct {
	known bool
	n     int
}

// pairs returns the rows that [table.WritePairs] writes, so that the two cannot
// differ.
func pairs(d *entente.Dataset) sequence {
	return func(yield func(any) error) error {
		r, w := io.Pipe()
		go func() { w.CloseWithError(table.WritePairs(w, d, 0, 0)) }()
		defer r.Close()
		in := csv.NewReader(r)
		in.ReuseRecord = true
		if _, err := in.Read(); err != nil {
			return err
		}
		for {
			cells, err := in.Read()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			p, err := parsePair(cells)
			if err != nil {
				return err
			}
			if err := yield(p); err != nil {
				return err
			}
		}
	}
}

// parsePair reads a row of pairs.csv.
func parsePair(cells []string) (p pair, err error) {
	if len(cells) != 13 {
		return p, fmt.Errorf("%d cells for a pair", len(cells))
	}
	p.A, p.B = entente.ID(strings.Clone(cells[0])), entente.ID(strings.Clone(cells[1]))
	var known number
	for i, n := range []*number{2: &known, 5: &p.Bilateral, 6: &p.Multilateral, 7: &p.Headlines, 8: &p.NotHeld, 9: &p.Maybe} {
		if n == nil || cells[i] == "" {
			continue
		}
		n.known = true
		if n.n, err = strconv.Atoi(cells[i]); err != nil {
			return p, err
		}
	}
	p.Year = known.n
	if p.Undated, err = strconv.Atoi(cells[10]); err != nil {
		return p, err
	}
	if err := p.Kind.UnmarshalText([]byte(cells[3])); err != nil {
		return p, err
	}
	p.Records, p.Sources = ids(cells[11]), ids(cells[12])
	return p, p.Answer.UnmarshalText([]byte(cells[4]))
}

// ids returns the entries of a cell. An ID has no semicolon.
func ids(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(strings.Clone(cell), "; ")
}
