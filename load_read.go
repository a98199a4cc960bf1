package entente

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
)

// matching returns the names of the files that match any of the patterns.
func matching(fsys fs.FS, patterns []string) ([]string, error) {
	if fsys == nil {
		return nil, Problems{{Message: "no file system to load from", Err: fs.ErrInvalid}}
	}
	if len(patterns) == 0 {
		patterns = []string{"*.json"}
	}
	var names []string
	for _, p := range patterns {
		found, err := fs.Glob(fsys, p)
		switch {
		case err != nil:
			return nil, Problems{{File: p, Message: "the pattern is malformed", Hint: "see path.Match",
				Err: path.ErrBadPattern}}
		case len(found) == 0:
			return nil, Problems{{File: p, Message: "no file matches", Err: fs.ErrNotExist}}
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// open reads a file of a file system, or returns what keeps it from being read.
func (s settings) open(fsys fs.FS, name string) (file, *Problem) {
	f, err := fsys.Open(name)
	if err != nil {
		return file{}, unread(name, err)
	}
	defer f.Close()
	return s.read(name, f)
}

// read reads a file, or returns what keeps it from being read.
func (s settings) read(name string, r io.Reader) (file, *Problem) {
	if r == nil {
		return file{}, unread(name, fs.ErrInvalid)
	}
	var buf bytes.Buffer
	if size := sizeOf(r); size > 0 && size <= s.limits.Bytes {
		buf.Grow(int(size) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(r, s.limits.Bytes+1))
	switch {
	case err != nil:
		return file{}, unread(name, err)
	case n > s.limits.Bytes:
		most := strconv.FormatInt(s.limits.Bytes, 10)
		return file{}, &Problem{File: name, Message: "the file is larger than " + most + " bytes",
			Hint: "split it, or raise Limits.Bytes", Err: ErrLimit}
	}
	return file{name, buf.Bytes()}, nil
}

// sizeOf returns how many bytes r has left, or 0 if it does not say.
func sizeOf(r io.Reader) int64 {
	switch r := r.(type) {
	case fs.File:
		if info, err := r.Stat(); err == nil {
			return info.Size()
		}
	case interface{ Len() int }:
		return int64(r.Len())
	}
	return 0
}

func unread(name string, err error) *Problem {
	return &Problem{File: name, Message: "cannot be read: " + printable(err.Error()), Err: err}
}
