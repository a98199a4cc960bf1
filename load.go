package entente

import (
	"bytes"
	"io"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
)

// Load reads the files of fsys that match any of the patterns, in the syntax
// of [path.Match], as one set of data; without a pattern, those that match
// "*.json". Either all of it is sound, and Load returns the dataset, or the
// error is [Problems] that lists all that is wrong, and no dataset is
// returned. Where something could not be read, whatever may refer to it is not
// reported until it can be. It is [Loader.Load] of the zero Loader.
func Load(fsys fs.FS, patterns ...string) (*Dataset, error) {
	return new(Loader).Load(fsys, patterns...)
}

// Decode reads one file from r; name stands for it in problems. It is
// [Loader.Decode] of the zero Loader.
func Decode(name string, r io.Reader) (*Dataset, error) { return new(Loader).Decode(name, r) }

// New makes a dataset of Go values, of which it keeps copies. They are held to
// the same rules as files. It is [Loader.New] of the zero Loader.
func New(records Records) (*Dataset, error) { return new(Loader).New(records) }

// Loader holds the settings for making datasets. The zero Loader is strict,
// refers to nothing outside, and has limits that fit data kept by hand. A
// nil *Loader is a zero one. A Loader may be used by many goroutines at once if
// its Warn may.
type Loader struct {
	// Base is a dataset to whose records and topics the new ones may refer,
	// also to those that were left out where it was narrowed. What the Loader
	// returns then holds both, under the title of the new data if it has one;
	// [Dataset.Except] takes the base away again. An ID or a topic of the
	// base's data cannot be used again.
	Base *Dataset
	// IgnoreUnknown ignores members that this version of the package does not
	// know, so that files of a later format can be read for what is known.
	// Without it they are problems.
	IgnoreUnknown bool
	// Warn, if it is not nil, is called for each thing that is not wrong but
	// probably not meant, such as a source that nothing cites; only for data
	// that is sound, in the order of the data.
	Warn func(*Problem)
	// Limits bounds what a file may cost.
	Limits Limits
}

// Limits bounds what a file may cost. A zero member means the default; a
// negative one means that there is no limit.
type Limits struct {
	// Bytes is the greatest size of one file, by default 256 MiB.
	Bytes int64
	// Depth is how deep arrays and objects may be nested, by default 32. The
	// format itself needs 8, and no setting allows fewer, or more than 10,000.
	Depth int
	// Records is how many records and sources there may be in all files, by
	// default 2,000,000.
	Records int
	// Problems is how many problems are reported, by default 1,000. Where there
	// are more, one after them says so.
	Problems int
}

func (l Limits) orDefaults() Limits {
	set := func(n, byDefault int) int {
		switch {
		case n == 0:
			return byDefault
		case n < 0:
			return math.MaxInt
		}
		return n
	}
	switch {
	case l.Bytes == 0:
		l.Bytes = 256 << 20
	case l.Bytes < 0:
		l.Bytes = math.MaxInt64 - 1
	}
	l.Depth = max(min(set(l.Depth, 32), maxDepth), minDepth)
	l.Records = set(l.Records, 2_000_000)
	l.Problems = set(l.Problems, 1000)
	return l
}

// Load is [Load] with the settings of l.
func (l *Loader) Load(fsys fs.FS, patterns ...string) (*Dataset, error) {
	if len(patterns) == 0 {
		patterns = []string{"*.json"}
	}
	if fsys == nil {
		return nil, Problems{{Message: "no file system to load from", Err: fs.ErrInvalid}}
	}
	var names []string
	for _, p := range patterns {
		found, err := fs.Glob(fsys, p)
		if err != nil {
			return nil, Problems{{File: p, Message: "the pattern is malformed", Hint: "see path.Match", Err: path.ErrBadPattern}}
		}
		if len(found) == 0 {
			return nil, Problems{{File: p, Message: "no file matches", Err: fs.ErrNotExist}}
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	s := l.session()
	for _, name := range names {
		f, err := fsys.Open(name)
		if err != nil {
			s.unread(name, err)
			continue
		}
		size := int64(0)
		if info, err := f.Stat(); err == nil {
			size = info.Size()
		}
		s.read(name, f, size)
		f.Close()
	}
	return s.dataset()
}

// Decode is the function [Decode] with the settings of l.
func (l *Loader) Decode(name string, r io.Reader) (*Dataset, error) {
	size := int64(0)
	if sized, ok := r.(interface{ Len() int }); ok { // what is in memory says how much it is
		size = int64(sized.Len())
	}
	s := l.session()
	if r == nil {
		s.unread(name, fs.ErrInvalid)
	} else {
		s.read(name, r, size)
	}
	return s.dataset()
}

// New is the function [New] with the settings of l.
func (l *Loader) New(records Records) (*Dataset, error) {
	s := l.session()
	s.goValues = true
	s.in.add(&records)
	return s.dataset()
}

// A session is one call of a Loader.
//
// Files are read twice at most. The first reading is fast, and stops at
// anything that is not sound. If it stopped, or the rules find a problem, the
// second reading goes over everything member by member, remembers where each
// record stands, and gathers all that is wrong.
type session struct {
	limits   Limits
	base     *index
	baseSet  *Dataset
	ignore   bool
	warn     func(*Problem)
	goValues bool

	files    []file
	in       contents
	problems Problems
	full     bool // no more problems are gathered

	// Of the second reading:
	origins []origin            // of each of in.recs
	tables  map[string][]origin // of what else is in in, by section
	partial bool                // something was not read
	pending map[*origin][]pending
}

type file struct {
	name string
	data []byte
}

func (l *Loader) session() *session {
	if l == nil {
		l = new(Loader)
	}
	s := &session{limits: l.Limits.orDefaults(), ignore: l.IgnoreUnknown, warn: l.Warn}
	if l.Base != nil && l.Base.c != nil {
		s.baseSet, s.base = l.Base, l.Base.c
	}
	return s
}

// read takes in the bytes of a file, of which size are expected.
func (s *session) read(name string, r io.Reader, size int64) {
	var buf bytes.Buffer
	if size > 0 && size <= s.limits.Bytes {
		buf.Grow(int(size) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(r, s.limits.Bytes+1))
	switch {
	case err != nil:
		s.unread(name, err)
	case n > s.limits.Bytes:
		s.partial = true
		s.add(&Problem{File: name, Message: "the file is larger than " + strconv.FormatInt(s.limits.Bytes, 10) + " bytes",
			Hint: "split it, or raise Limits.Bytes", Err: ErrLimit})
	default:
		s.files = append(s.files, file{name, buf.Bytes()})
	}
}

func (s *session) unread(name string, err error) {
	s.partial = true
	s.add(&Problem{File: name, Message: "cannot be read: " + printable(err.Error()), Err: err})
}

// add gathers a problem, up to the limit, and reports whether it did.
func (s *session) add(p *Problem) bool {
	if len(s.problems) >= s.limits.Problems {
		s.full = true
		return false
	}
	s.problems = append(s.problems, p)
	return true
}

// dataset makes the dataset of what was read, or returns the problems.
func (s *session) dataset() (*Dataset, error) {
	if !s.sound() {
		s.diagnose()
		if len(s.problems) > 0 { // and not only a null in a member that is ignored
			s.settle()
			return nil, s.listed()
		}
	}
	if s.ignore {
		s.dropClaims()
	}
	if s.warn != nil {
		s.warnings()
	}
	c := newIndexWithin(&s.in, maxWork(len(s.in.recs)))
	if c == nil {
		return nil, Problems{{Message: "the records have more parties than can be worked out", Hint: "split the data", Err: ErrLimit}}
	}
	if s.baseSet != nil {
		both := s.baseSet.Union(allOf(c)) // of another corpus than either
		if !c.title.IsZero() {
			both.c.title = c.title
		}
		return both, nil
	}
	return allOf(c), nil
}

// dropClaims leaves out the claims about members that are ignored.
func (s *session) dropClaims() {
	for _, r := range s.in.recs {
		f, known := r.fact(), memberNames(r.Kind())
		unknown := func(c Claim) bool { return !slices.Contains(known, c.Member) }
		if slices.ContainsFunc(f.Claims, unknown) {
			f.Claims = slices.DeleteFunc(f.Claims, unknown)
			s.in.links = table{} // which were made with them
		}
	}
}

// listed returns the problems, and says if there are more of them.
func (s *session) listed() Problems {
	if s.full {
		s.problems = append(s.problems, &Problem{
			Message: "more than " + strconv.Itoa(s.limits.Problems) + " problems; the rest are not listed", Err: ErrLimit})
	}
	return s.problems
}

// sound is the first reading: it reports whether all is well, and then leaves
// the contents in s.in.
func (s *session) sound() bool {
	if len(s.problems) > 0 {
		return false
	}
	for _, f := range s.files {
		if !s.decode(f.data) {
			return false
		}
	}
	if s.tooMany() {
		return false
	}
	sound := true
	c := s.check(func(finding) bool {
		sound = false
		return false
	})
	if sound {
		s.in.ids, s.in.links = c.ids, c.links
	}
	return sound
}

// check applies the rules to what was read.
func (s *session) check(report func(finding) bool) *checker {
	c := &checker{in: &s.in, base: s.base, partial: s.partial, goValues: s.goValues, ignore: s.ignore, report: report}
	c.check()
	return c
}

// warnings reports the sources that nothing cites and no source reprints.
func (s *session) warnings() {
	used := make(map[ID]bool)
	for _, r := range s.in.recs {
		eachRef(r, func(r ref) {
			if r.to == toSource {
				used[r.id] = true
			}
		})
	}
	for i := range s.in.sources {
		used[s.in.sources[i].Reprints] = true
	}
	var unused []finding
	for i := range s.in.sources {
		if id := s.in.sources[i].ID; !used[id] {
			unused = append(unused, finding{section: "sources", index: i, record: id, at: at("id"), err: ErrUnused,
				message: "nothing cites the source " + quote(string(id)), hint: "cite it, or leave it out"})
		}
	}
	if len(unused) == 0 {
		return
	}
	if !s.goValues && s.tables == nil {
		s.diagnose() // finds nothing wrong, but where everything stands
	}
	s.limits.Problems = math.MaxInt
	for _, f := range unused {
		s.found(f)
	}
	s.settle()
	for _, p := range s.problems {
		s.warn(p)
	}
}
