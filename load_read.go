package entente

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// matching returns the names of the files that match any of the patterns, and a
// problem for each pattern that no file matches.
func matching(fsys fs.FS, patterns []string) (names []string, problems Problems) {
	if fsys == nil {
		return nil, Problems{{Message: "no file system to load from", Err: &readError{fs.ErrInvalid}}}
	}
	if len(patterns) == 0 {
		patterns = []string{"*.json"}
	}
	for _, p := range patterns {
		found, err := fs.Glob(fsys, p)
		switch {
		case err != nil:
			problems = append(problems, &Problem{File: p, Message: "the pattern is malformed", Hint: "see path.Match",
				Err: &readError{path.ErrBadPattern}})
		case len(found) == 0:
			problems = append(problems, unmatched(fsys, p))
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	return slices.Compact(names), problems
}

// unmatched says why no file matches a pattern.
func unmatched(fsys fs.FS, pattern string) *Problem {
	dir := path.Dir(pattern)
	for strings.ContainsAny(dir, `*?[\`) {
		dir = path.Dir(dir)
	}
	if _, err := fs.ReadDir(fsys, dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return unread(dir, err)
	} else if err != nil {
		return &Problem{File: pattern, Message: "no file matches, because there is no folder " + quote(dir), Err: &readError{fs.ErrNotExist}}
	}
	return &Problem{File: pattern, Message: "no file matches", Err: &readError{fs.ErrNotExist}}
}

// open reads a file of a file system for which there is room, or returns what
// keeps it from being read.
func (s settings) open(fsys fs.FS, name string, room int64) (file, *Problem) {
	f, err := fsys.Open(name)
	if err != nil {
		return file{}, unread(name, err)
	}
	if f == nil {
		return file{}, unread(name, fs.ErrInvalid)
	}
	defer f.Close()
	return s.read(name, f, room)
}

// read reads a file for which there is room, or returns what keeps it from being
// read.
func (s settings) read(name string, r io.Reader, room int64) (file, *Problem) {
	if r == nil || isNilPointer(r) {
		return file{}, unread(name, fs.ErrInvalid)
	}
	size := sizeOf(r)
	if size > room {
		return file{}, s.tooLarge(name, room)
	}
	data, err := readUpTo(r, size, room)
	switch {
	case err != nil:
		return file{}, unread(name, err)
	case int64(len(data)) > room:
		return file{}, s.tooLarge(name, room)
	}
	return file{name, data}, nil
}

func (s settings) tooLarge(name string, room int64) *Problem {
	what, hint := "the file is", "split it"
	if room < s.limits.Bytes {
		what, hint = "with this file, the data are", "split the data"
	}
	most := strconv.FormatInt(s.limits.Bytes, 10)
	return &Problem{File: name, Message: what + " larger than " + most + " bytes",
		Hint: hint + ", or raise Limits.Bytes", Err: ErrLimit}
}

// maxAhead is how much memory is allocated because a file says that it is so
// large.
const maxAhead = 256 << 20

// errCount is the error for a reader that breaks the contract of [io.Reader].
var errCount = errors.New("the reader returned an invalid count")

// readUpTo reads all of r, which is likely of the size, or as many bytes as are
// allowed and one more.
func readUpTo(r io.Reader, size, limit int64) ([]byte, error) {
	data := make([]byte, 0, min(max(size, 0), maxAhead)+bytes.MinRead)
	idle := 0
	for int64(len(data)) <= limit {
		if len(data) == cap(data) {
			data = slices.Grow(data, bytes.MinRead)
		}
		room := data[len(data):cap(data)]
		if most := limit + 1 - int64(len(data)); int64(len(room)) > most {
			room = room[:most]
		}
		n, err := r.Read(room)
		if n < 0 || n > len(room) {
			return nil, errCount
		}
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, err
		case n > 0:
			idle = 0
		default:
			if idle++; idle == 100 {
				return nil, io.ErrNoProgress
			}
		}
	}
	return data, nil
}

// isNilPointer reports whether r is a reader that holds no pointer, such as a nil
// *bytes.Buffer.
func isNilPointer(r io.Reader) bool {
	v := reflect.ValueOf(r)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// sizeOf returns how many bytes r has left, or 0 if it does not say.
func sizeOf(r io.Reader) int64 {
	switch r := r.(type) {
	case fs.File:
		if info, err := r.Stat(); err == nil && info != nil && info.Mode().IsRegular() {
			return info.Size()
		}
	case interface{ Len() int }:
		return int64(r.Len())
	}
	return 0
}

func unread(name string, err error) *Problem {
	return &Problem{File: name, Message: "cannot be read: " + printable(err.Error()), Err: &readError{err}}
}
