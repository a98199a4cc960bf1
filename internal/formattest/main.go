// Command formattest writes datasets in the formats of package interop, for the
// formats' own tools to check: formattest DIR. The script run does so.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/bib"
	"github.com/entente-go/entente/interop/geo"
	"github.com/entente-go/entente/interop/table"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: formattest DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "formattest:", err)
		os.Exit(1)
	}
}

// formats are what is written into one file, by its name.
var formats = map[string]func(io.Writer, *entente.Dataset) (interop.Losses, error){
	"sources.csl.json": bib.WriteCSL,
	"sources.bib":      bib.WriteBibTeX,
	"places.geojson":   geo.Write,
}

// write writes each dataset into a folder of its own.
func write(dir string) error {
	every, err := entente.Load(os.DirFS("interop/table/testdata"), "every-member.json")
	if err != nil {
		return err
	}
	sources, err := entente.Load(os.DirFS("interop/bib/testdata"), "sources.json")
	if err != nil {
		return err
	}
	for name, d := range map[string]*entente.Dataset{
		"every-member": every, "sources": sources, "article": entente.Article(), "chronicle": entente.Chronicle(),
		"selection": entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise),
	} {
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

func writeFile(name string, d *entente.Dataset, format func(io.Writer, *entente.Dataset) (interop.Losses, error)) error {
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
