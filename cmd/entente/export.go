package main

import (
	"archive/zip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/internal/selection"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/bib"
	"github.com/entente-go/entente/interop/ftm"
	"github.com/entente-go/entente/interop/geo"
	"github.com/entente-go/entente/interop/graph"
	"github.com/entente-go/entente/interop/popolo"
	"github.com/entente-go/entente/interop/table"
)

// An exportFormat is a format that a dataset can be written in.
type exportFormat struct {
	name, about string
	// write writes one file. It is nil for tables, which are several.
	write exportFunc
}

type exportFunc = func(io.Writer, *entente.Dataset) (interop.Losses, error)

// exportFormats returns the formats in the order of the help.
func exportFormats() []exportFormat {
	return []exportFormat{
		{"csv", "tables for spreadsheets, R and pandas: a folder, or one file if -o ends in .zip", nil},
		{"graphml", "who is tied to whom, for Gephi, Cytoscape and NetworkX", graph.WriteGraphML},
		{"gexf", "the same with times, for Gephi", graph.WriteGEXF},
		{"dot", "the same for Graphviz", graph.WriteDOT},
		{"mermaid", "the same for a diagram in Markdown", graph.WriteMermaid},
		{"geojson", "the places that have coordinates, for maps", geo.Write},
		{"csl", "the sources as CSL-JSON, for Zotero and citeproc", bib.WriteCSL},
		{"bibtex", "the sources as BibTeX", bib.WriteBibTeX},
		{"popolo", "officials, organizations and meetings as Popolo", popolo.Write},
		{"ftm", "the same as FollowTheMoney entities", ftm.Write},
	}
}

func exportNames() []string {
	var names []string
	for _, f := range exportFormats() {
		names = append(names, f.name)
	}
	return names
}

func exportCommand() command {
	var list strings.Builder
	for _, f := range exportFormats() {
		fmt.Fprintf(&list, "\t%-8s  %s\n", f.name, f.about)
	}
	return command{
		name:  "export",
		args:  "-to " + strings.Join(exportNames(), "|") + " [-o FILE|DIR] [-report FILE] [SELECTION] DATA…",
		short: "write the data in a format of another program",
		long: `Export writes the data in one of these formats:

` + list.String() + `
Only csv holds everything. A line says what another format has no place for, and
-report writes it as JSON: rows (the records), kept, records (by kind) and lost.
SELECTION narrows the data; entente help selection explains how.

	entente export -to csv -o tables mydata
	entente export -to csv -o tables.zip chronicle
	entente export -to bibtex -o sources.bib -between PK,RU chronicle

After editing the tables, entente import -from csv reads them back. They are in
UTF-8. Excel takes them for another encoding and rewrites dates if you open a file
by clicking on it: import the file with Data > From Text/CSV, choose UTF-8, and make
all columns text. Save it as CSV UTF-8.`,
		flags: func(flags *flag.FlagSet) action {
			to := flags.String("to", "", "the `format`")
			path := flags.String("o", "", "the `file` to write, instead of standard output; for csv a new folder")
			report := flags.String("report", "", "a `file` for a report on what the format cannot hold")
			q := selectionFlags(flags)
			return func(t *task, args []string) error { return t.export(*to, *path, *report, q, args) }
		},
	}
}

func (t *task) export(to, path, report string, q *selection.Query, args []string) error {
	names := exportNames()
	if err := oneOf("-to", to, names); err != nil {
		return err
	}
	write := exportFormats()[slices.Index(names, to)].write
	if write == nil && (path == "" || path == "-") {
		return usagef("csv is several files: name a folder with -o, or a file that ends in .zip")
	}
	d, err := t.selected(q, args)
	if err != nil {
		return err
	}
	t.begin("writing %s", to)
	var losses interop.Losses
	if write == nil {
		losses, err = t.exportTables(path, d)
	} else {
		losses, err = t.exportFile(path, d, write)
	}
	if err != nil {
		return err
	}
	if len(losses) > 0 {
		whole := slices.Clone(losses) // records come first, then what others lose
		slices.SortStableFunc(whole, func(a, b interop.Loss) int { return min(len(a.Member), 1) - min(len(b.Member), 1) })
		t.console.note("%s cannot hold: %v", to, whole)
	}
	if report == "" {
		return nil // the counts are for it alone
	}
	return t.writeReport(report, exportReport(d, losses))
}

func (t *task) exportFile(path string, d *entente.Dataset, write exportFunc) (interop.Losses, error) {
	out, err := t.create(path)
	if err != nil {
		return nil, err
	}
	return write(out, d)
}

// exportTables writes a folder under another name, which gets its own when all is
// done, or an archive.
func (t *task) exportTables(path string, d *entente.Dataset) (interop.Losses, error) {
	if strings.EqualFold(filepath.Ext(path), ".zip") {
		out, err := t.create(path)
		if err != nil {
			return nil, err
		}
		archive := zip.NewWriter(out)
		losses, err := table.Write(table.Zip(archive), d)
		return losses, errors.Join(err, archive.Close())
	}
	if entries, err := os.ReadDir(path); err == nil && len(entries) > 0 {
		return nil, fmt.Errorf("cannot write %s: the folder is not empty; name a new one, or remove it first", quote(path))
	} else if _, err2 := os.Lstat(path); err != nil && err2 == nil {
		return nil, fmt.Errorf("cannot write %s: it is a file; name a new folder", quote(path))
	}
	out := &output{path: filepath.Clean(path)}
	if err := hasFolder(out.path); err != nil {
		return nil, err
	}
	t.outputs = append(t.outputs, out)
	folder := besides(out.path)
	remove := func() { os.RemoveAll(folder) }
	t.mu.Lock()
	t.discard = append(t.discard, remove)
	t.mu.Unlock()
	create := func(name string) (io.WriteCloser, error) {
		if err := t.ctx.Err(); err != nil {
			return nil, err
		}
		return table.Folder(folder)(name)
	}
	losses, err := table.Write(create, d)
	if err != nil {
		remove()
		return nil, cannotWrite(quote(path), err)
	}
	out.folder = folder
	return losses, nil
}

// exportReport returns the report on an export.
func exportReport(d *entente.Dataset, losses interop.Losses) interop.Report {
	r := interop.Report{Rows: d.Len(), Kept: d.Len(), Records: make(map[entente.Kind]int)}
	for _, k := range d.Summary().Kinds {
		r.Records[k.Key] = k.N
	}
	for _, l := range losses {
		r.Lost = append(r.Lost, interop.Remark{Reason: l.String()})
	}
	return r
}

// writeReport writes a report as JSON if a file was named for it.
func (t *task) writeReport(path string, r interop.Report) error {
	if path == "" {
		return nil
	}
	out, err := t.create(path)
	if err != nil {
		return err
	}
	return writeJSON(out, r)
}
