package ententebeam

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/entente-go/entente"
	"github.com/go-json-experiment/json"
)

// Write adds to a pipeline the steps that write the results into a folder:
//
//	summary.json                 the summary
//	pairs/00003-of-00064.jsonl   rows of pairs, one on a line; those of a pair together and in order
//	merged/00003-of-00064.json   the merged dataset
//	problems.txt                 the problems, one on a line; empty if there are none
//
// A file that exists is replaced, but none is removed, so take a new folder. Writing
// again gives the same files, so a runner may repeat what failed.
func (r Results) Write(s beam.Scope, folder string) {
	s = s.Scope("entente.Write")
	folder = strings.TrimSuffix(folder, "/")
	beam.ParDo0(s, &fileFn{folder + "/merged/"}, r.Files)
	beam.ParDo0(s, &summaryFn{folder + "/summary.json"}, r.Summary)
	beam.ParDo0(s, &problemsFn{folder + "/problems.txt"}, beam.Impulse(s), beam.SideInput{Input: r.Problems})
	if r.counting != (counting{}) {
		parts := beam.GroupByKey(s, beam.ParDo(s, &pairKeyFn{r.parts}, r.counts))
		beam.ParDo0(s, &pairsFn{counting: r.counting, Folder: folder + "/pairs/", Parts: r.parts}, parts,
			beam.SideInput{Input: r.context})
	}
}

func init() {
	register.DoFn2x1[context.Context, File, error](&fileFn{})
	register.DoFn2x1[context.Context, entente.Summary, error](&summaryFn{})
	register.DoFn3x1[context.Context, []byte, func(*string) bool, error](&problemsFn{})
	register.DoFn2x2[string, pairCount, int64, keyedCount](&pairKeyFn{})
	register.DoFn4x1[context.Context, int64, func(*keyedCount) bool, func(*entry) bool, error](&pairsFn{})
	register.Iter1[keyedCount]()
}

// write writes a file of a file system that is registered with Beam.
func write(ctx context.Context, name string, content func(io.Writer) error) error {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	f, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	err = errors.Join(content(w), w.Flush())
	return errors.Join(err, f.Close())
}

// fileFn writes a file of the merged dataset.
type fileFn struct{ Folder string }

// ProcessElement writes the file.
func (f *fileFn) ProcessElement(ctx context.Context, file File) error {
	return write(ctx, f.Folder+file.Name, func(w io.Writer) error {
		_, err := w.Write(file.Data)
		return err
	})
}

// summaryFn writes the summary.
type summaryFn struct{ Name string }

// ProcessElement writes the file.
func (f *summaryFn) ProcessElement(ctx context.Context, s entente.Summary) error {
	return write(ctx, f.Name, func(w io.Writer) error { return json.MarshalWrite(w, s) })
}

// problemsFn writes the problems.
type problemsFn struct{ Name string }

// ProcessElement writes the file.
func (f *problemsFn) ProcessElement(ctx context.Context, _ []byte, problems func(*string) bool) error {
	all := slices.Sorted(each(problems))
	return write(ctx, f.Name, func(w io.Writer) error {
		for _, p := range all {
			if _, err := fmt.Fprintln(w, p); err != nil {
				return err
			}
		}
		return nil
	})
}

// A keyedCount is what is counted of a pair, with its key.
type keyedCount struct {
	Key   string
	Count pairCount
}

// pairKeyFn says in which file the rows of a pair are.
type pairKeyFn struct{ Parts int }

// ProcessElement returns the number of the file.
func (f *pairKeyFn) ProcessElement(key string, c pairCount) (int64, keyedCount) {
	return part(key, f.Parts), keyedCount{key, c}
}

// pairsFn writes rows of pairs.
type pairsFn struct {
	counting
	Folder string
	Parts  int

	context contextual
}

// ProcessElement writes a file.
func (f *pairsFn) ProcessElement(ctx context.Context, part int64, counts func(*keyedCount) bool,
	context func(*entry) bool) error {
	base, err := f.context.of(actors(context))
	if err != nil {
		return nil // contextFn reports it
	}
	all := slices.SortedFunc(each(counts), func(a, b keyedCount) int { return strings.Compare(a.Key, b.Key) })
	return write(ctx, fmt.Sprintf("%s%05d-of-%05d.jsonl", f.Folder, part, f.Parts), func(w io.Writer) error {
		coverage := base.Coverage()
		for _, c := range all {
			var failed error
			c.Count.rows(c.Key, base, coverage, f.First, f.Last, func(y entente.PairYear) {
				if failed == nil {
					failed = errors.Join(json.MarshalWrite(w, y), newline(w))
				}
			})
			if failed != nil {
				return failed
			}
		}
		return nil
	})
}

func newline(w io.Writer) error {
	_, err := io.WriteString(w, "\n")
	return err
}
