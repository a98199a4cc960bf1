package entente

import (
	"cmp"
	"io"
	"io/fs"
	"math"
	"slices"
)

// Load reads the files of fsys that match any of the patterns, as one dataset:
// records in one file may refer to records in another. The patterns have the
// syntax of [path.Match]; without any, Load reads the files that match
// "*.json". A pattern that matches no file is a problem. If anything is wrong,
// Load returns no dataset, and the error is a [Problems] with everything that
// is wrong, up to the default of [Limits.Problems]. If part of the input cannot
// be read, Load does not report references that might point into it. Load is
// shorthand for [Loader.Load] with a zero Loader.
//
// The dataset has the first title that a file gives, and the authors, licences,
// coverage and extra of all files. It has no edition if the files state different
// ones. Two files that give a key of [Records.Extra] different values are a
// problem, as are two that define the same ID.
//
// To cancel, let the reader or the files return the error of a context from Read:
// no more of the file is read, and [errors.Is] finds the error.
func Load(fsys fs.FS, patterns ...string) (*Dataset, error) {
	return new(Loader).Load(fsys, patterns...)
}

// Decode reads one file from r, as [Load] does. Problems give name as the name
// of the file. Decode is shorthand for [Loader.Decode] with a zero Loader.
func Decode(name string, r io.Reader) (*Dataset, error) { return new(Loader).Decode(name, r) }

// New makes a dataset from copies of Go values. They must obey the same rules
// as files. New is shorthand for [Loader.New] with a zero Loader.
func New(records Records) (*Dataset, error) { return new(Loader).New(records) }

// Loader holds the settings for making datasets. The zero Loader is strict, and
// has no base and the default limits. A nil *Loader is equivalent to a zero
// Loader. A Loader is safe for concurrent use if its Warn and Reject functions
// are.
//
// Large files are decoded and checked on up to GOMAXPROCS goroutines, which have
// ended when the Loader returns. The result is the same on one. Files are read,
// and Warn and Reject called, on the goroutine of the caller.
type Loader struct {
	// Base, if non-nil, is a dataset that the new records may refer to, including
	// records that narrowing left out. The new data must not redefine an ID or a
	// topic of the base, or give a key of its extra another value. The Loader
	// returns the base and the new records together; use [Dataset.Except] to remove
	// the base. The result has the title of the new data or, without one, the title
	// of the base, and an edition only if both have the same. Coverage, authors,
	// licences and extra are united; a narrowed base has no coverage and no extra.
	Base *Dataset
	// IgnoreUnknown ignores members that this version of the package does not
	// know, so that files with members of a later version can be read. By default
	// an unknown member is a problem.
	IgnoreUnknown bool
	// If Warn is non-nil, the Loader calls it for each likely mistake, in the
	// order of the data: a source that nothing cites, a record that names a state
	// outside its years, and anything that wraps [ErrUnlikely]. It is called only
	// if there are no problems.
	Warn func(*Problem)
	// If Reject is non-nil, the Loader leaves out the entries that have problems,
	// and those that refer to them, and returns a dataset of the others. It calls
	// Reject for each entry that it leaves out, in the order of the data, before
	// it returns. This is for imports in which not every row can be fixed;
	// [Rejected.Index] leads back to the row. The
	// dataset has no coverage if anything was left out, because a question may be
	// about just that. Problems outside the entries, such as a file that is not
	// JSON, are still returned as the error, and then Reject is not called.
	Reject func(Rejected)
	// Limits bounds what an input may cost.
	Limits Limits
}

// Limits bounds what an input may cost. A zero field means the default; a
// negative one means no limit.
//
// Records, Elements and Pairs count the records of [Loader.Base] too, so that
// loading data in parts does not evade them. The limits that cannot be set do
// so too: on the length of a chain of references, and on the parties of all
// records together. [Merge] and [Dataset.Union], whose arguments were already
// accepted, have no limit on records and elements, and the default limit on
// pairs.
type Limits struct {
	// Bytes is the maximum size of all files together, by default 1 GiB.
	Bytes int64
	// Depth is how deeply arrays and objects may be nested, by default 32. The
	// format needs 10, so 1 to 9 mean 10; a negative value, or one above 10,000,
	// means 10,000.
	Depth int
	// Records is the maximum number of records and sources in all files
	// together, by default 2,000,000.
	Records int
	// Elements is the maximum number of elements of all lists together: records,
	// citations, paragraphs, contingents and so on. The default is 20 times
	// Records, but at least 1,000,000.
	Elements int
	// Pairs is the maximum number of pairs of nations and blocs that records tie.
	// The number of ties, of which a record with n parties has n(n-1)/2, may be
	// at most a hundred times as large. It bounds the cost of [Dataset.Summary].
	// The default is 250,000, plus one for each record.
	Pairs int
	// Problems is how many problems are reported, by default 1,000. If there are
	// more, one further problem says so. An import with [Loader.Reject] fails if
	// all rejected entries together have more: allow a few for each row, or set
	// it to -1.
	Problems int
}

func (l Limits) orDefaults() Limits {
	set := func(n, byDefault int) int {
		switch {
		case n == 0:
			return byDefault
		case n < 0, n == math.MaxInt:
			return math.MaxInt - 1
		}
		return n
	}
	switch {
	case l.Bytes == 0:
		l.Bytes = 1 << 30
	case l.Bytes < 0, l.Bytes == math.MaxInt64:
		l.Bytes = math.MaxInt64 - 1 // leaves room for one more
	}
	l.Depth = max(min(set(l.Depth, 32), maxDepth), minDepth)
	l.Records = set(l.Records, 2_000_000)
	byDefault := math.MaxInt
	if l.Records < math.MaxInt/20 {
		byDefault = max(leastElements, 20*l.Records)
	}
	l.Elements = set(cmp.Or(l.Elements, byDefault), 0)
	l.Pairs = set(l.Pairs, 0)
	l.Problems = set(l.Problems, 1000)
	return l
}

// Load is like the function [Load] but uses the settings of l.
func (l *Loader) Load(fsys fs.FS, patterns ...string) (*Dataset, error) {
	names, unmatched := matching(fsys, patterns)
	s := l.settings()
	in := input{unread: unmatched}
	for _, name := range names {
		if !in.add(s.open(fsys, name, s.limits.Bytes-in.size)) {
			break
		}
	}
	return s.dataset(in)
}

// Decode is like the function [Decode] but uses the settings of l.
func (l *Loader) Decode(name string, r io.Reader) (*Dataset, error) {
	s := l.settings()
	var in input
	in.add(s.read(name, r, s.limits.Bytes))
	return s.dataset(in)
}

// New is like the function [New] but uses the settings of l.
func (l *Loader) New(records Records) (*Dataset, error) {
	return l.settings().dataset(input{values: recordsOf(&records)})
}

// settings are those of a Loader, with the defaults filled in.
type settings struct {
	base   *Dataset // nil for none
	ignore bool
	warn   func(*Problem)
	reject func(Rejected)
	limits Limits
	effort effort
	// heldRecords and heldElements are the numbers of records and elements in the
	// base.
	heldRecords, heldElements int
}

func (l *Loader) settings() settings {
	if l == nil {
		l = new(Loader)
	}
	s := settings{ignore: l.IgnoreUnknown, warn: l.Warn, reject: l.Reject, limits: l.Limits.orDefaults(),
		effort: defaultEffort()}
	if l.Base != nil && l.Base.c != nil {
		s.base = l.Base
		s.heldRecords, s.heldElements = s.base.c.size()
	}
	return s
}

// An input is the files or the Go values of which a dataset is made.
type input struct {
	files  []file
	size   int64      // of the files together
	unread []*Problem // the files that cannot be read
	values *records   // nil for files
}

type file struct {
	name string
	data []byte
}

// add adds a file, or the problem of reading it. It reports whether another
// file may be read.
func (in *input) add(f file, unread *Problem) bool {
	if unread != nil {
		in.unread = append(in.unread, unread)
		return unread.Err != ErrLimit
	}
	in.files = append(in.files, f)
	in.size += int64(len(f.data))
	return true
}

// dataset makes a dataset of an input: it decodes, checks and indexes. Only if
// that fails does it read the input again, slowly, to report every problem with
// its position.
func (s settings) dataset(in input) (*Dataset, error) {
	var rejected []Rejected
	places := func() diagnosis { return s.diagnose(in) } // of what is in rs
	rs, ok := s.sound(in)
	if !ok {
		d := s.diagnose(in)
		kept, left, sifted := s.sift(in, d)
		if !sifted {
			if problems := s.report(in, d); len(problems) > 0 {
				return nil, problems
			}
			kept = d
		}
		rs, rejected, places = &kept.records, left, func() diagnosis { return kept }
	}
	if s.ignore {
		rs.dropUnknownClaims()
	}
	if s.warn != nil {
		for _, p := range s.warnings(in, rs, places) {
			s.warn(p)
		}
	}
	d, err := s.indexed(rs)
	if err == nil {
		for _, r := range rejected {
			s.reject(r)
		}
	}
	return d, err
}

// sound decodes the input and checks the records. It reports false, and nothing
// more, if anything is wrong.
func (s settings) sound(in input) (*records, bool) {
	rs, ok := s.decode(in)
	if !ok {
		return nil, false
	}
	if in.values != nil && s.warn == nil { // warnings and diagnoses go by the order given
		rs = rs.inOrder()
	}
	c := s.checker(rs, in.values != nil, false)
	if in.values != nil {
		c.copies, c.room = make([]record, len(rs.recs)), newRoom()
	}
	if !c.sound(s.effort) {
		return nil, false
	}
	c.handOver()
	return rs, true
}

// checker returns one that holds the records to the rules. Records are partial
// if others that they may refer to could not be read.
func (s settings) checker(rs *records, goValues, partial bool) *checker {
	c := &checker{in: rs, goValues: goValues, partial: partial, ignore: s.ignore}
	if s.base != nil {
		c.base, c.baseExtra = s.base.c, s.base.Extra()
	}
	return c
}

// indexed makes a dataset of sound records.
func (s settings) indexed(rs *records) (*Dataset, error) {
	c := newIndexWithin(rs, maxWork(len(rs.recs)))
	if c == nil {
		return nil, tooManyParties()
	}
	d := allOf(c)
	if s.base != nil {
		if d = s.base.extended(c); d == nil {
			return nil, tooManyParties()
		}
	}
	if n := s.limits.pairs(len(d.c.recs)); !d.c.pairsWithin(n) {
		return nil, tooManyPairs(n)
	}
	return d, nil
}

func tooManyParties() Problems {
	return Problems{{Message: "the records have too many parties to process", Hint: "split the data", Err: ErrLimit}}
}

// report lists the problems of an input that is not sound. It returns none
// if the diagnosis has nothing to say.
func (s settings) report(in input, d diagnosis) Problems {
	list := append(Problems(nil), in.unread...)
	list = append(list, d.problems...)
	room := s.limits.Problems + 1 - len(list) // one beyond the limit shows that there are more
	tooMany := s.tooMany(d)
	if tooMany == nil && room > 0 {
		c := s.checker(&d.records, d.goValues, d.partial)
		list = append(list, d.locate(d.causes(c.findings, room), in.files)...)
	}
	number(list, in.files)
	if tooMany != nil {
		list = append(list, tooMany)
	}
	return list.atMost(s.limits.Problems)
}

// warnings lists the sources that nothing cites and no source reprints, the
// records that name a state outside its years, and the doubts. Places returns where
// the records are.
func (s settings) warnings(in input, rs *records, places func() diagnosis) Problems {
	var base *index
	if s.base != nil {
		base = s.base.c
	}
	likely := append(append(rs.unusedSources(), rs.anachronisms(base)...), rs.doubts(base)...)
	if len(likely) == 0 {
		return nil
	}
	d := places()
	list := Problems(d.locate(likely, in.files))
	number(list, in.files)
	list.sort()
	return list
}

// unusedSources finds the sources that nothing cites and no source reprints.
func (rs *records) unusedSources() (unused []finding) {
	used := make(map[ID]bool)
	for _, r := range rs.recs {
		eachRef(r, func(r ref) {
			if r.to == toSource {
				used[r.id] = true
			}
		})
	}
	for i := range rs.sources {
		used[rs.sources[i].Reprints] = true
	}
	for i := range rs.sources {
		if id := rs.sources[i].ID; !used[id] {
			unused = append(unused, finding{section: "sources", index: i, record: id, at: at("id"), err: ErrUnused,
				message: "the source " + quote(string(id)) + " is never cited", hint: "cite it, or leave it out"})
		}
	}
	return unused
}

// dropUnknownClaims removes the claims about members that are ignored, and what
// is ignored in the values of the others.
func (rs *records) dropUnknownClaims() {
	for _, r := range rs.recs {
		f, known := r.fact(), memberNames(r.Kind())
		unknown := func(c Claim) bool { return !slices.Contains(known, c.Member) }
		if slices.ContainsFunc(f.Claims, unknown) {
			f.Claims = slices.DeleteFunc(f.Claims, unknown)
			rs.links = table{} // which has the citations of those claims
		}
		for i := range f.Claims {
			f.Claims[i].Value = f.Claims[i].Value.known(r.Kind(), f.Claims[i].Member)
		}
	}
}
