// Command formattest writes datasets in the formats of package interop into a
// folder, for the formats' own tools to check:
//
//	formattest write DIR
//
// With tables that a spreadsheet opened and saved, it checks that they still hold
// the same:
//
//	formattest read DIR
//
// The script run does both.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/bib"
	"github.com/entente-go/entente/interop/ftm"
	"github.com/entente-go/entente/interop/geo"
	"github.com/entente-go/entente/interop/graph"
	"github.com/entente-go/entente/interop/popolo"
	"github.com/entente-go/entente/interop/table"
)

func main() {
	if len(os.Args) != 3 || os.Args[1] != "write" && os.Args[1] != "read" {
		fmt.Fprintln(os.Stderr, "usage: formattest write|read DIR")
		os.Exit(2)
	}
	do := write
	if os.Args[1] == "read" {
		do = read
	}
	if err := do(os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "formattest:", err)
		os.Exit(1)
	}
}

type format func(io.Writer, *entente.Dataset) (interop.Losses, error)

// formats are what is written into one file, by its name.
var formats = map[string]format{
	"sources.csl.json": bib.WriteCSL,
	"sources.bib":      bib.WriteBibTeX,
	"places.geojson":   geo.Write,
	"ties.graphml":     graph.WriteGraphML,
	"ties.gexf":        graph.WriteGEXF,
	"ties.dot":         graph.WriteDOT,
	"ties.mmd":         graph.WriteMermaid,
	"popolo.json":      popolo.Write,
	"entities.ftm":     ftm.Write,
}

// datasets returns what is written, by name.
func datasets() (map[string]*entente.Dataset, error) {
	every, err := entente.Load(os.DirFS("interop/table/testdata"), "every-member.json")
	if err != nil {
		return nil, err
	}
	ties, err := entente.Load(os.DirFS("interop/graph/testdata"), "ties.json")
	if err != nil {
		return nil, err
	}
	sources, err := entente.Load(os.DirFS("interop/bib/testdata"), "sources.json")
	return map[string]*entente.Dataset{
		"every-member": every, "sources": sources, "ties": ties,
		"article": entente.Article(), "chronicle": entente.Chronicle(),
		"selection": entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise),
	}, err
}

// write writes each dataset into a folder of its name.
func write(dir string) error {
	all, err := datasets()
	if err != nil {
		return err
	}
	for name, d := range all {
		folder := filepath.Join(dir, name)
		if _, err := table.Write(table.Folder(filepath.Join(folder, "tables")), d); err != nil {
			return err
		}
		for name, format := range formats {
			if err := writeFile(filepath.Join(folder, name), d, format); err != nil {
				return err
			}
		}
	}
	return nil
}

// read reads the tables in each folder of the name of a dataset.
func read(dir string) error {
	all, err := datasets()
	if err != nil {
		return err
	}
	for name, d := range all {
		records, report, err := table.Read(os.DirFS(filepath.Join(dir, name)), interop.Options{})
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		back, err := entente.New(records)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		var want, got bytes.Buffer
		if _, err := d.WriteTo(&want); err != nil {
			return err
		}
		if _, err := back.WriteTo(&got); err != nil {
			return err
		}
		if !bytes.Equal(want.Bytes(), got.Bytes()) {
			return fmt.Errorf("%s: the tables hold something else", name)
		}
		fmt.Printf("%s: the same; %v\n", name, report)
	}
	return nil
}

func writeFile(name string, d *entente.Dataset, format format) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if _, err := format(f, d); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
