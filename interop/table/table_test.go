package table_test

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/interop"
	"github.com/entente-go/entente/interop/table"
	"github.com/google/go-cmp/cmp"
)

func TestRead_GivesBackWhatIsWritten(t *testing.T) {
	every, err := entente.Load(os.DirFS("testdata"), "every-member.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*entente.Dataset{
		"article":                        entente.Article(),
		"chronicle":                      entente.Chronicle(),
		"selection":                      entente.Chronicle().Between("PK", "RU").OfKind(entente.KindExercise),
		"every member and hostile words": every,
		"empty":                          nil,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			thereAndBack(t, d)
		})
	}
}

// thereAndBack writes d as tables and reads them. It fails if they do not give d.
func thereAndBack(t testing.TB, d *entente.Dataset) fstest.MapFS {
	t.Helper()
	files := write(t, d)
	records, report, err := table.Read(files, interop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Kept != report.Rows || len(report.Repaired)+len(report.Rejected)+len(report.Lost) > 0 {
		t.Errorf("report: %v\n%v", report, report.Repaired)
	}
	back, err := entente.New(records)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(written(t, d), written(t, back)); diff != "" {
		t.Fatalf("(-written +read)\n%s", diff)
	}
	return files
}

func written(t testing.TB, d *entente.Dataset) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := d.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// write returns the files of d.
func write(t testing.TB, d *entente.Dataset) fstest.MapFS {
	t.Helper()
	files := make(fstest.MapFS)
	losses, err := table.Write(into(files), d)
	if err != nil {
		t.Fatal(err)
	}
	if of := entente.Chronicle(); len(losses) > 0 && (losses.String() != "coverage" || d.Len() == of.Len()) {
		t.Errorf("lost %v", losses)
	}
	return files
}

// into returns what makes files of a map.
func into(files fstest.MapFS) table.Create {
	return func(name string) (io.WriteCloser, error) {
		if _, twice := files[name]; twice {
			return nil, fs.ErrExist
		}
		files[name] = &fstest.MapFile{Mode: 0o666}
		return &memFile{file: files[name]}, nil
	}
}

type memFile struct{ file *fstest.MapFile }

func (m *memFile) Write(b []byte) (int, error) {
	m.file.Data = append(m.file.Data, b...)
	return len(b), nil
}

func (m *memFile) Close() error { return nil }
