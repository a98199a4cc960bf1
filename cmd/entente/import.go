package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/atop"
	"github.com/entente-go/entente/interop/cow"
	"github.com/entente-go/entente/interop/ftm"
	"github.com/entente-go/entente/interop/mme"
	"github.com/entente-go/entente/interop/popolo"
	"github.com/entente-go/entente/interop/table"
	"github.com/entente-go/entente/interop/visits"
)

// An importFormat is a format that can be read.
type importFormat struct {
	name, about string
	// read reads one file. It is nil for tables, which are several.
	read func(io.Reader, importOptions) (entente.Records, interop.Report, error)
}

// importOptions are what the readers are told about a file.
type importOptions struct {
	source  entente.Source    // what the records cite, if the format does not say it
	columns map[string]string // of a sheet, by field
	sender  string            // of the visitors of a sheet
	tag     language.Tag      // of a sheet
}

// plainReader is a reader that needs to know nothing.
func plainReader(read func(io.Reader, interop.Options) (entente.Records, interop.Report, error),
) func(io.Reader, importOptions) (entente.Records, interop.Report, error) {
	return func(r io.Reader, _ importOptions) (entente.Records, interop.Report, error) {
		return read(r, interop.Options{})
	}
}

// importFormats returns the formats in the order of the help.
func importFormats() []importFormat {
	return []importFormat{
		{"visits", "a sheet of visits, saved as CSV, with columns of your own",
			func(r io.Reader, o importOptions) (entente.Records, interop.Report, error) {
				return visits.Read(r, visits.Options{Source: o.source, Columns: o.columns, From: o.sender, Language: o.tag})
			}},
		{"mme", "Multinational Military Exercises, its CSV", plainReader(mme.Read)},
		{"cow", "alliances of Correlates of War, by member", plainReader(cow.Read)},
		{"cow-dyads", "the same, by dyad", plainReader(cow.ReadDyads)},
		{"cow-states", "the states of Correlates of War", plainReader(cow.ReadStates)},
		{"atop", "Alliance Treaty Obligations and Provisions, by alliance", plainReader(atop.Read)},
		{"popolo", "Popolo, as EveryPolitician publishes it",
			func(r io.Reader, o importOptions) (entente.Records, interop.Report, error) {
				return popolo.Read(r, popolo.Options{Source: o.source})
			}},
		{"ftm", "FollowTheMoney, as OpenSanctions publishes it",
			func(r io.Reader, o importOptions) (entente.Records, interop.Report, error) {
				return ftm.Read(r, ftm.Options{Source: o.source})
			}},
		{"csv", "the tables of entente export -to csv: a folder or a zip file", nil},
	}
}

func importNames() []string {
	var names []string
	for _, f := range importFormats() {
		names = append(names, f.name)
	}
	return names
}

func importCommand() command {
	var list strings.Builder
	for _, f := range importFormats() {
		fmt.Fprintf(&list, "\t%-10s  %s\n", f.name, f.about)
	}
	return command{
		name: "import",
		args: "-from " + strings.Join(importNames(), "|") +
			" [-columns …] [-sender …] [-source …] [-lang TAG] [-o FILE] [-report FILE] FILE|DIR…",
		short: "turn a file of another format into data",
		long: `Import reads one of these formats and writes a file in the data format:

` + list.String() + `
No row is dropped in silence. The first rejected rows and repairs are printed with
their line, column and reason. The other rows are written; if none is left, nothing
is, and the exit code is 1. With -report a file gets everything as JSON: rows, kept,
records (by kind), and repaired, rejected and lost as lists of line, column and
reason. Columns of a line count bytes, as those of check do.

A sheet of visits has a row for each visit, under a header. These are its columns,
in any order; they may have other names, which -columns gives:

	name     the visitor             start    the first day, such as 2024-10-13
	title    the post                end      the last day
	from     the state that sends    met      who was met; several with semicolons
	to       the state visited       source   a title, an address, or both
	place    the town                trip, rank, purpose, note, id

A sheet needs name or from, and to or place. Write a date as 2024-10-13, or less
precisely as 2024-10 or 2024; 2019~ is about 2019, and 2018/2019 from one year to the
other. Three columns such as start day, start month and start year are read too. A
state is a name or a code; that of who was met may be in brackets: Ken Sato (Japan).
A date or a state that cannot be read is kept as words and reported as repaired.
Columns that are not known are kept in extra.

The sheet says what you found and not where you looked. For the answer "none found",
declare the coverage in a second file; entente help data has one.

The state visited takes part only if met names it or someone of it: -involving
Japan finds no other visit to Japan. If all visitors are of one state and the sheet
does not say it, name it with -sender; otherwise they are of no state.

	entente import -from visits -columns "name=Minister,to=Destination" -o mydata.json sheet.csv
	entente import -from visits -source "Visits of ministers, our own list" -o mydata.json visits.csv
	entente import -from mme -o exercises.json mme_v7.csv
	entente import -from popolo -source "National Assembly, EveryPolitician" -o mps.json ep-popolo.json
	entente import -from csv -o mydata.json tables

Without -source, the source has the name of the file. examples/tutorial.md in
the repository imports a sheet step by step.`,
		flags: func(flags *flag.FlagSet) action {
			i := new(importFlags)
			flags.StringVar(&i.from, "from", "", "the `format`")
			flags.StringVar(&i.columns, "columns", "", "the `names` of a sheet's columns: field=NAME,field=NAME")
			flags.StringVar(&i.sender, "sender", "", "the `state` of the visitors of a sheet that has no column for it")
			languageFlag(flags, &i.tag)
			flags.Lookup("lang").Usage = "language `tag` of the names in a sheet"
			flags.StringVar(&i.source, "source", "", "the `title` of the source that records cite, if the format does not say it")
			flags.StringVar(&i.out, "o", "", "the `file` to write, instead of standard output")
			flags.StringVar(&i.report, "report", "", "a `file` for the report on every row")
			return func(t *task, args []string) error { return t.importFiles(i, args) }
		},
	}
}

type importFlags struct {
	from, columns, sender, source, out, report string
	tag                                        language.Tag
}

func (t *task) importFiles(i *importFlags, args []string) error {
	if err := oneOf("-from", i.from, importNames()); err != nil {
		return err
	}
	if len(args) == 0 {
		return usagef("no file given: name what to import")
	}
	columns, err := parseColumns(i)
	if err != nil {
		return err
	}
	var format importFormat
	for _, f := range importFormats() {
		if f.name == i.from {
			format = f
		}
	}
	var list []*entente.Dataset
	var total interop.Report
	for _, arg := range args {
		t.begin("reading %s", arg)
		records, report, err := t.importOne(format, i, columns, arg)
		t.remarks(arg, report, err)
		if err != nil {
			return t.importFault(arg, format, err)
		}
		t.begin("checking %s", arg)
		d, err := entente.New(records)
		if err != nil {
			return err
		}
		list = append(list, d)
		addReport(&total, report, arg, len(args) > 1)
	}
	if total.Kept == 0 {
		t.console.note("no row is left, so no data is written")
		return cmp.Or(t.writeReport(i.report, total), errAnswered)
	}
	d := list[0]
	if len(list) > 1 {
		var err error
		if d, err = t.merge(args, list); err != nil {
			return err
		}
	}
	out, err := t.create(i.out)
	if err != nil {
		return err
	}
	t.begin("writing")
	if _, err := d.WriteTo(out); err != nil {
		return err
	}
	return t.writeReport(i.report, total)
}

// importFault returns the error of a reader in words about the file.
func (t *task) importFault(arg string, f importFormat, err error) error {
	var problems entente.Problems
	if errors.As(err, &problems) {
		var sheets []string
		for _, p := range problems {
			if p.File != "" {
				p.File = filepath.Join(arg, p.File)
			}
			if p.Line == 0 && errors.Is(p, entente.ErrUnknownMember) && isSheet(p.File) {
				sheets = append(sheets, p.File)
			}
		}
		if len(sheets) > 0 {
			t.console.note("-from visits reads sheets of visits, which these may be: %s", strings.Join(sheets, ", "))
		}
		return problems
	}
	if errors.Is(err, errInterrupted) {
		return err
	}
	said := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "interop: "), f.name+": ")
	if arg == "-" {
		arg = standardInput
	}
	return fmt.Errorf("%s: %s", arg, said)
}

// isSheet reports whether a file has the header of a sheet of visits.
func isSheet(name string) bool {
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	head, err := io.ReadAll(io.LimitReader(file, 64<<10))
	header, _, _ := bytes.Cut(head, []byte("\n"))
	if err == nil {
		_, _, err = visits.Read(bytes.NewReader(header), visits.Options{})
	}
	return err == nil
}

// parseColumns reads the flag of columns.
func parseColumns(i *importFlags) (map[string]string, error) {
	if i.sender != "" && i.from != "visits" {
		return nil, usagef("-sender is for -from visits")
	}
	if i.columns == "" {
		return nil, nil
	}
	if i.from != "visits" {
		return nil, usagef("-columns is for -from visits")
	}
	columns := make(map[string]string)
	for pair := range strings.SplitSeq(i.columns, ",") {
		field, name, ok := strings.Cut(pair, "=")
		field, name = strings.TrimSpace(field), strings.TrimSpace(name)
		if !ok || name == "" {
			return nil, usagef("-columns has fields and names, as in -columns \"name=Minister,to=Destination\"")
		}
		if err := oneOf("the field of -columns", field, visits.Fields()); err != nil {
			return nil, err
		}
		columns[field] = name
	}
	return columns, nil
}

// importOne reads one file or folder.
func (t *task) importOne(f importFormat, i *importFlags, columns map[string]string, arg string,
) (entente.Records, interop.Report, error) {
	if f.read == nil {
		return t.importTables(arg)
	}
	file, name, err := t.open(arg)
	if err != nil {
		return entente.Records{}, interop.Report{}, err
	}
	defer file.Close()
	o := importOptions{columns: columns, sender: i.sender, tag: i.tag}
	title := strings.TrimSuffix(name, filepath.Ext(name))
	if i.source != "" {
		title = i.source
	}
	title = strings.Map(func(r rune) rune {
		if unprintable(r) || r == utf8.RuneError || r < ' ' {
			return -1
		}
		return r
	}, title)
	if strings.TrimSpace(title) == "" {
		title = f.name
	}
	o.source = entente.Source{ID: slug(title, f.name), Title: entente.English(title)}
	records, report, err := f.read(t.reader(file), o)
	if t.ctx.Err() != nil {
		err = errInterrupted
	}
	return records, report, err
}

// slug returns the ID of a source with a title, which begins with other words if it
// would not be an ID otherwise.
func slug(title, other string) entente.ID {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	if len(words) == 0 || words[0][0] < 'a' {
		words = append([]string{other}, words...)
	}
	id := strings.Join(words, "-")
	return entente.ID(strings.TrimRight(id[:min(len(id), 60)], "-"))
}

// open opens a file that is imported, and returns its name without the folder.
func (t *task) open(arg string) (io.ReadCloser, string, error) {
	if arg == "-" {
		t.readsStandardInput()
		return io.NopCloser(t.stdin), standardInput, nil
	}
	info, err := os.Stat(arg)
	if err != nil {
		return nil, "", fileFault(err)
	}
	if info.IsDir() {
		return nil, "", fmt.Errorf("it is a folder; name a file in it")
	}
	file, err := os.Open(arg)
	if err != nil {
		return nil, "", fileFault(err)
	}
	t.reads(arg, "")
	return file, filepath.Base(arg), nil
}

// importTables reads the tables of a folder or a zip file.
func (t *task) importTables(arg string) (entente.Records, interop.Report, error) {
	var none entente.Records
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		t.reads(arg, ".csv")
		return table.Read(&tables{t, os.DirFS(arg)}, interop.Options{})
	}
	file, _, err := t.open(arg)
	if err != nil {
		return none, interop.Report{}, err
	}
	defer file.Close()
	const most = 1 << 30
	data, err := io.ReadAll(io.LimitReader(t.reader(file), most))
	if err != nil {
		return none, interop.Report{}, err
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case isWorkbook(arg), err == nil && slices.ContainsFunc(archive.File, func(f *zip.File) bool {
		return f.Name == "[Content_Types].xml" || f.Name == "mimetype"
	}):
		return none, interop.Report{}, fmt.Errorf("it is a workbook; save each sheet as CSV UTF-8")
	case bytes.HasPrefix(data, []byte("{")):
		return none, interop.Report{}, fmt.Errorf("it is JSON already; entente check says whether it is data")
	case err != nil:
		return none, interop.Report{}, fmt.Errorf("it is neither a folder of tables nor a zip file; " +
			"a single sheet of visits is read by -from visits")
	}
	return table.Read(archive, interop.Options{})
}

// tables is a folder whose files are read for a task.
type tables struct {
	task *task
	fs.FS
}

func (f *tables) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	if _, isDir := file.(fs.ReadDirFile); err != nil || isDir && name == "." {
		return file, err
	}
	return &dataFile{File: file, r: f.task.reader(file)}, nil
}

// mostRemarks is how many remarks of a sort are printed.
const mostRemarks = 20

// remarks prints the report on a file in a line, and the first of the rows that it
// rejects and of the repairs. A guess at the encoding is always printed. The error
// is that of reading.
func (t *task) remarks(arg string, r interop.Report, err error) {
	if arg == "-" {
		arg = standardInput
	}
	for n, remark := range r.Rejected {
		if n == mostRemarks {
			t.console.note("%s: %d more rows rejected; -report lists them", arg, len(r.Rejected)-n)
			break
		}
		t.remark(arg, "rejected:", remark)
	}
	more := 0
	for n, remark := range r.Repaired {
		guess := strings.Contains(remark.Reason, "not UTF-8")
		if guess {
			remark.Reason += "; if letters are wrong, save it as UTF-8, a sheet as CSV UTF-8"
		}
		if n < mostRemarks || guess {
			t.remark(arg, "repaired:", remark)
		} else {
			more++
		}
	}
	if more > 0 {
		t.console.note("%s: %d more repairs; -report lists them", arg, more)
	}
	if r.Rows > 0 || err == nil {
		t.console.note("%s: %v", arg, r)
	}
}

// remark prints a remark on a file.
func (t *task) remark(arg, word string, r interop.Remark) {
	if r.Line > 0 {
		r.Column = max(r.Column, 1)
	}
	t.console.problem(word, &entente.Problem{File: arg, Line: r.Line, Column: r.Column, Message: r.Reason})
}

// addReport adds a report on a file. Of several files, the remarks name theirs.
func addReport(total *interop.Report, r interop.Report, arg string, several bool) {
	total.Rows += r.Rows
	total.Kept += r.Kept
	if total.Records == nil {
		total.Records = make(map[entente.Kind]int)
	}
	for k, n := range r.Records {
		total.Records[k] += n
	}
	add := func(to *[]interop.Remark, list []interop.Remark) {
		for _, remark := range list {
			if several {
				remark.Reason = arg + ": " + remark.Reason
			}
			*to = append(*to, remark)
		}
	}
	add(&total.Repaired, r.Repaired)
	add(&total.Rejected, r.Rejected)
	add(&total.Lost, r.Lost)
}
