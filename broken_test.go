package entente

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math"
	"strings"
	"testing"
	"time"
)

// Collaborators that do not keep to their interfaces give errors.

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// lying says that it has a length which it has not.
type lying struct {
	io.Reader
	len int
}

func (l lying) Len() int { return l.len }

var errBroken = errors.New("broken")

func TestBrokenReaders_GiveErrors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		r    io.Reader
		want error // nil for any
	}{
		"nil":                    {nil, fs.ErrInvalid},
		"a negative count":       {readerFunc(func([]byte) (int, error) { return -1, nil }), nil},
		"too large a count":      {readerFunc(func(p []byte) (int, error) { return len(p) + 1, nil }), nil},
		"the largest count":      {readerFunc(func([]byte) (int, error) { return math.MaxInt, nil }), nil},
		"a count with an error":  {readerFunc(func([]byte) (int, error) { return -5, io.EOF }), nil},
		"nothing for ever":       {readerFunc(func([]byte) (int, error) { return 0, nil }), io.ErrNoProgress},
		"an error":               {readerFunc(func([]byte) (int, error) { return 0, errBroken }), errBroken},
		"an error after a start": {io.MultiReader(strings.NewReader("{"), readerFunc(func([]byte) (int, error) { return 0, errBroken })), errBroken},
		"a negative length":      {lying{strings.NewReader("{"), -7}, ErrSyntax},
	} {
		d, err := Decode("f", c.r)
		var problems Problems
		if d != nil || !errors.As(err, &problems) || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v; want %v", name, d, err, c.want)
		}
	}
}

// A brokenFS has one file, and hands out what it is told to.
type brokenFS struct {
	file fs.File
	err  error
}

func (b brokenFS) Open(string) (fs.File, error)        { return b.file, b.err }
func (brokenFS) Glob(string) ([]string, error)         { return []string{"a.json"}, nil }
func (brokenFS) ReadDir(string) ([]fs.DirEntry, error) { return []fs.DirEntry{nil}, nil }

// A brokenFile says of itself what it is told to.
type brokenFile struct {
	io.Reader
	info fs.FileInfo
	err  error
}

func (f brokenFile) Stat() (fs.FileInfo, error) { return f.info, f.err }
func (brokenFile) Close() error                 { return errBroken }

type sized int64

func (sized) Name() string       { return "" }
func (s sized) Size() int64      { return int64(s) }
func (sized) Mode() fs.FileMode  { return 0 }
func (sized) ModTime() time.Time { return time.Time{} }
func (sized) IsDir() bool        { return false }
func (sized) Sys() any           { return nil }

func TestBrokenFileSystems_GiveErrors(t *testing.T) {
	t.Parallel()
	open := func(file fs.File, err error) fs.FS { return brokenFS{file, err} }
	stuck := readerFunc(func([]byte) (int, error) { return 0, nil })
	for name, c := range map[string]struct {
		fsys fs.FS
		want error
	}{
		"nil":               {nil, fs.ErrInvalid},
		"no file":           {open(nil, nil), fs.ErrInvalid},
		"an error":          {open(nil, errBroken), errBroken},
		"no info":           {open(brokenFile{stuck, nil, nil}, nil), io.ErrNoProgress},
		"an error of Stat":  {open(brokenFile{stuck, nil, errBroken}, nil), io.ErrNoProgress},
		"a negative size":   {open(brokenFile{stuck, sized(-1), nil}, nil), io.ErrNoProgress},
		"the largest size":  {open(brokenFile{stuck, sized(math.MaxInt64), nil}, nil), ErrLimit},
		"the smallest size": {open(brokenFile{stuck, sized(math.MinInt64), nil}, nil), io.ErrNoProgress},
		"a size it lacks":   {open(brokenFile{strings.NewReader("{"), sized(1 << 20), nil}, nil), ErrSyntax},
	} {
		d, err := Load(c.fsys)
		if d != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v; want %v", name, d, err, c.want)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestBrokenWriters_GiveErrors(t *testing.T) {
	t.Parallel()
	d := Article()
	for name, w := range map[string]io.Writer{
		"an error":          writerFunc(func([]byte) (int, error) { return 0, errBroken }),
		"too small a count": writerFunc(func(p []byte) (int, error) { return len(p) - 1, nil }),
		"nothing":           writerFunc(func([]byte) (int, error) { return 0, nil }),
		"a negative count":  writerFunc(func([]byte) (int, error) { return -1, nil }),
		"too large a count": writerFunc(func(p []byte) (int, error) { return len(p) + 1, nil }),
	} {
		if n, err := d.WriteTo(w); err == nil || n < 0 || n > int64(len(written(t, d))) {
			t.Errorf("%s: WriteTo = %d, %v", name, n, err)
		}
	}
	if _, err := d.WriteTo(&bytes.Buffer{}); err != nil {
		t.Error(err)
	}
}
