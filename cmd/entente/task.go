package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// A task is one run of a command. It holds what the command puts out until the
// work is done, so that nothing is half written.
type task struct {
	*program
	command command
	ctx     context.Context
	outputs []*output
	inputs  []input

	mu      sync.Mutex
	doing   string
	read    int64
	discard []func() // what to do if the task is abandoned
}

// An output is a file, a folder or standard output that is still being written.
type output struct {
	bytes.Buffer
	path string // empty for standard output
	// folder, if set, is a finished folder that becomes the one at path.
	folder string
}

// An input is a file that the command reads, or a folder of which it reads the files
// with an extension.
type input struct {
	os.FileInfo
	ext string
}

// reads notes that the command reads a file or folder, and so must not write it.
func (t *task) reads(path, ext string) {
	if info, err := os.Stat(path); err == nil {
		t.inputs = append(t.inputs, input{info, ext})
	}
}

// readsStandardInput is reads for standard input, which may be a file.
func (t *task) readsStandardInput() {
	if f, ok := t.stdin.(*os.File); ok {
		if info, err := f.Stat(); err == nil {
			t.inputs = append(t.inputs, input{info, ""})
		}
	}
}

// overwrites returns an error if the command reads the file at a path, or would read
// it the next time.
func (t *task) overwrites(path string) error {
	file, err := os.Stat(path)
	isFile := err == nil && file.Mode().IsRegular()
	folder, err := os.Stat(filepath.Dir(path))
	for _, in := range t.inputs {
		switch {
		case isFile && os.SameFile(file, in.FileInfo):
			return usagef("cannot write %s: the command reads it; name another file", quote(path))
		case err == nil && in.ext != "" && strings.EqualFold(filepath.Ext(path), in.ext) && os.SameFile(folder, in.FileInfo):
			return usagef("cannot write %s: the command reads all files of that folder that end in %s; name a file elsewhere",
				quote(path), in.ext)
		}
	}
	return nil
}

// create returns what the command writes to a file, or to standard output if the
// path is empty or "-".
func (t *task) create(path string) (*output, error) {
	if path == "-" {
		path = ""
	}
	for _, o := range t.outputs {
		if filepath.Clean(o.path) == filepath.Clean(path) {
			return nil, usagef("two outputs cannot both go to %s", target(path))
		}
	}
	if path != "" {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return nil, fmt.Errorf("cannot write %s: it is a folder; name a file in it", quote(path))
		}
		if err := hasFolder(path); err != nil {
			return nil, err
		}
		if err := t.overwrites(path); err != nil {
			return nil, err
		}
	}
	o := &output{path: path}
	t.outputs = append(t.outputs, o)
	return o, nil
}

// hasFolder returns an error if the folder that a file or folder is to be in is
// missing.
func hasFolder(path string) error {
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("cannot write %s: there is no folder %s; make it first", quote(path), quote(dir))
	}
	return nil
}

func target(path string) string {
	if path == "" {
		return "standard output"
	}
	return quote(path)
}

// commit writes the outputs: first all the files under other names, so that an
// error leaves everything as it was, then their names, and last standard output.
func (t *task) commit() error {
	var written []*output
	var names []string
	defer func() {
		for _, name := range names {
			os.RemoveAll(name)
		}
	}()
	for _, o := range t.outputs {
		switch {
		case o.path == "":
			continue
		case o.folder != "":
			names = append(names, o.folder)
		default:
			name, err := o.temporary()
			if err != nil {
				return cannotWrite(o.path, err)
			}
			names = append(names, name)
		}
		written = append(written, o)
	}
	for i, o := range written {
		if o.folder != "" {
			os.Remove(o.path) // an empty folder
		}
		if names[i] == o.path { // no file of its own, such as a device
			names[i] = ""
			continue
		}
		if err := os.Rename(names[i], o.path); err != nil {
			return cannotWrite(o.path, err)
		}
		names[i] = ""
	}
	for _, o := range t.outputs {
		if o.path == "" {
			if _, err := t.stdout.Write(o.Bytes()); err != nil {
				return cannotWrite("standard output", err)
			}
		}
	}
	return nil
}

// temporary writes the output to a new file next to its path, and returns its
// name. What is no regular file is written as it is.
func (o *output) temporary() (name string, err error) {
	if real, err := filepath.EvalSymlinks(o.path); err == nil {
		o.path = real // replace the file and not the link to it
	}
	mode := fs.FileMode(0o666)
	info, err := os.Stat(o.path)
	if err == nil {
		mode = info.Mode()
		if !mode.IsRegular() {
			return o.path, os.WriteFile(o.path, o.Bytes(), 0)
		}
		if f, err := os.OpenFile(o.path, os.O_WRONLY, 0); err != nil {
			return "", err // it is protected, and renaming would not respect that
		} else {
			f.Close()
		}
	}
	name = besides(o.path)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode.Perm())
	if err != nil {
		return "", err
	}
	_, err = f.Write(o.Bytes())
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(name)
	}
	return name, err
}

// besides returns the name of a temporary file or folder next to a path.
func besides(path string) string {
	return filepath.Join(filepath.Dir(path), fmt.Sprintf(".entente-%016x.tmp", rand.Uint64()))
}

func cannotWrite(path string, err error) error {
	return fmt.Errorf("cannot write %s: %v", path, fileFault(err))
}

// abandon removes what the work made and what did not get its name.
func (t *task) abandon() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, undo := range t.discard {
		undo()
	}
}

// begin says what is being done now.
func (t *task) begin(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.doing, t.read = fmt.Sprintf(format, args...), 0
}

// stage returns what is being done now.
func (t *task) stage() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.read >= 1<<20 {
		return fmt.Sprintf("%s, %d MiB", t.doing, t.read>>20)
	}
	return t.doing
}

// reader returns a reader of r that ends with the task and counts for its stage.
func (t *task) reader(r io.Reader) io.Reader { return &taskReader{t, r} }

type taskReader struct {
	task *task
	r    io.Reader
}

func (r *taskReader) Read(p []byte) (int, error) {
	if err := r.task.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.r.Read(p)
	r.task.mu.Lock()
	r.task.read += int64(n)
	r.task.mu.Unlock()
	return n, err
}

// writeJSON writes a value as JSON for a program, with escapes for all that is
// not printable.
func writeJSON(w io.Writer, v any) error {
	data, err := json.Marshal(v, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = w.Write(append(escapeJSON(data), '\n'))
	return err
}

// escapeJSON escapes the characters of JSON that are not printable. They can only
// be in strings.
func escapeJSON(data []byte) []byte {
	if !bytes.ContainsFunc(data, unprintable) {
		return data
	}
	var out []byte
	for _, r := range string(data) {
		switch {
		case !unprintable(r):
			out = fmt.Appendf(out, "%c", r)
		case r < 0x10000:
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			r -= 0x10000
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		}
	}
	return out
}
