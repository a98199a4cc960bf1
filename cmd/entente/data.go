package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/nation"
)

// standardInput is what the command calls the file that it reads from there.
const standardInput = "standard input"

// load reads each DATA and merges them.
func (t *task) load(args []string) (*entente.Dataset, error) {
	if len(args) == 0 {
		return nil, usagef("no DATA given: name article, chronicle, a file or a folder")
	}
	list, err := t.loadEach(args)
	switch {
	case err != nil:
		return nil, err
	case len(list) == 1:
		return list[0], nil
	}
	return t.merge(args, list)
}

// loadEach reads each DATA.
func (t *task) loadEach(args []string) (list []*entente.Dataset, err error) {
	for _, arg := range args {
		d, err := t.dataset(arg)
		if err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, nil
}

// merge merges datasets, and says which is which if they conflict.
func (t *task) merge(args []string, list []*entente.Dataset) (*entente.Dataset, error) {
	t.begin("merging")
	d, err := entente.Merge(list...)
	if errors.Is(err, entente.ErrConflict) {
		for i, arg := range args {
			t.console.note("dataset %d is %s", i+1, arg)
		}
	}
	return d, err
}

// dataset reads one DATA.
func (t *task) dataset(arg string) (*entente.Dataset, error) {
	switch arg {
	case "article":
		return entente.Article(), nil
	case "chronicle":
		return entente.Chronicle(), nil
	}
	return t.loadFiles(&entente.Loader{}, arg)
}

// loadFiles reads files and folders of *.json as one dataset.
func (t *task) loadFiles(l *entente.Loader, args ...string) (*entente.Dataset, error) {
	files := &files{task: t}
	for _, arg := range args {
		if err := files.add(arg); err != nil {
			return nil, err
		}
	}
	if len(args) == 1 {
		t.begin("reading %s", args[0])
	} else {
		t.begin("reading %d files", len(files.names))
	}
	d, err := l.Load(files, "*")
	if t.ctx.Err() != nil {
		return nil, errInterrupted
	}
	return d, err
}

// files is a file system of the files that were named, under the names that they
// were given, so that problems have these.
type files struct {
	task  *task
	names []string
}

// add adds a file, or what a folder has.
func (f *files) add(arg string) error {
	if arg == "-" {
		f.task.readsStandardInput()
		f.names = append(f.names, standardInput)
		return nil
	}
	info, err := os.Stat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		hint := didYouMean(arg, []string{"article", "chronicle"})
		if _, err := nation.Lookup(arg); err == nil {
			hint = "; is a comma missing, as in -between KZ,UZ?"
		}
		return fmt.Errorf("there is no file or folder %s%s", quote(arg), hint)
	case err != nil:
		return cannotRead(arg, err)
	case !info.IsDir() && isWorkbook(arg):
		return fmt.Errorf("%s is a workbook; save each sheet as CSV UTF-8, and turn it into data: "+
			"entente import -from visits -o data.json FILE", quote(arg))
	case !info.IsDir() && strings.EqualFold(filepath.Ext(arg), ".csv"):
		return fmt.Errorf("%s is a table; turn it into data: entente import -from visits -o data.json FILE, "+
			"or what entente help import lists", quote(arg))
	case !info.IsDir():
		f.task.reads(arg, "")
		f.names = append(f.names, arg)
		return nil
	}
	entries, err := os.ReadDir(arg)
	if err != nil {
		return cannotRead(arg, err)
	}
	found, tables := false, false
	for _, e := range entries {
		name := e.Name()
		tables = tables || strings.HasSuffix(name, ".csv")
		if strings.HasSuffix(name, ".json") && name != "datapackage.json" && !e.IsDir() {
			f.names = append(f.names, filepath.Join(arg, name))
			f.task.reads(filepath.Join(arg, name), "")
			found = true
		}
	}
	f.task.reads(arg, ".json")
	switch {
	case found:
		return nil
	case tables:
		return fmt.Errorf("the folder %s has tables and no file that ends in .json; turn them into one: "+
			"entente import -from csv -o data.json FOLDER", quote(arg))
	}
	return fmt.Errorf("the folder %s has no file that ends in .json", quote(arg))
}

// isWorkbook reports whether a file is called like a workbook.
func isWorkbook(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers":
		return true
	}
	return false
}

func cannotRead(name string, err error) error {
	return fmt.Errorf("cannot read %s: %v", quote(name), fileFault(err))
}

// fileFault returns an error of a file without the name of the file.
func fileFault(err error) error {
	var where *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &where):
		return where.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// Glob returns all files. It implements [fs.GlobFS].
func (f *files) Glob(string) ([]string, error) { return f.names, nil }

// Open opens one of the files. It implements [fs.FS].
func (f *files) Open(name string) (fs.File, error) {
	if name == standardInput {
		return &dataFile{r: f.task.reader(f.task.stdin)}, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &dataFile{File: file, r: f.task.reader(file)}, nil
}

// A dataFile is a file that is read for a task, or standard input if it has no
// File.
type dataFile struct {
	fs.File
	r io.Reader
}

func (f *dataFile) Read(p []byte) (int, error) { return f.r.Read(p) }

func (f *dataFile) Stat() (fs.FileInfo, error) {
	if f.File == nil {
		return nil, errors.ErrUnsupported
	}
	return f.File.Stat()
}

func (f *dataFile) Close() error {
	if f.File == nil {
		return nil
	}
	return f.File.Close()
}
