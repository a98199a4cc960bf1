package nation_test

import (
	"bytes"
	"flag"
	"iter"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/entente-go/entente/nation"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// golden compares got with a file under testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is not as it was; if that is meant, run go test -update (-golden +got):\n%s", file, diff)
	}
}

func keys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

func TestCalls_AllocateNothing(t *testing.T) {
	for _, s := range []string{"PK", "pak", "SUHH", "SUN", "Pakistan", "PAKISTAN", "cote d'ivoire", "the gambia", "РОССИЯ", "پاکستان", "پاكستان",
		"भारत", "संयुक्त राज्य", "대한민국", "Ελλάδα", "Burma", "Korea, Dem. People's Rep.", "Hong Kong SAR, China", "Congo, Democratic Republic of the"} {
		if _, err := nation.Lookup(s); err != nil {
			t.Error(err)
		}
		if n := testing.AllocsPerRun(100, func() { nation.Lookup(s) }); n > 0 {
			t.Errorf("Lookup(%q) allocates %v times", s, n)
		}
	}
	year := nation.Year(1866)
	for name, call := range map[string]func(){
		"Valid":      func() { nation.Valid("AUSTRIA-HUNGARY") },
		"Name":       func() { nation.Name("PK", language.Urdu) },
		"RegionName": func() { nation.RegionName("034", language.Urdu) },
		"LookupCode": func() { nation.LookupCode(nation.SchemeCOW, "255", year) },
		"Code":       func() { nation.Code(nation.SchemeCOW, "PK") },
		"Absent":     func() { nation.Absent("SUHH", year) },
	} {
		if n := testing.AllocsPerRun(100, call); n > 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

// program builds a program under testdata/programs, stripped, and returns its
// file.
func program(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	cmd := exec.Command("go", "build", "-buildvcs=false", "-trimpath", "-ldflags=-s -w", "-o", file, "./testdata/programs/"+name)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, out)
	}
	return file
}

func kib(t *testing.T, file string) int {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return int(info.Size() >> 10)
}

func TestTables_AreAsSmallAsPromised(t *testing.T) {
	if size := kib(t, "names.txt") + kib(t, "names.idx"); size > 350 {
		t.Errorf("the tables of names have %d KiB; promised are 350, and 400 with those of codes", size)
	}
}

func TestPrograms_GrowByNoMoreThanPromised(t *testing.T) {
	t.Parallel()
	base, tables := kib(t, program(t, "fmtonly")), kib(t, "names.txt")+kib(t, "names.idx")
	name, code, valid := kib(t, program(t, "name"))-base, kib(t, program(t, "code"))-base, kib(t, program(t, "valid"))-base
	t.Logf("KiB over fmt alone: names %d, codes %d, IDs %d; tables of names %d", name, code, valid, tables)
	if name > 800 {
		t.Errorf("looking names up adds %d KiB, promised are 800", name)
	}
	// Importing x/text/language adds some 150 KiB by itself.
	if code > name-tables || valid > code {
		t.Errorf("codes add %d KiB and IDs %d, though names add only %d: they carry the tables of names", code, valid, name)
	}
}

func TestImporting_DoesNoWorkAtStartUp(t *testing.T) {
	t.Parallel()
	cmd := exec.Command(program(t, "name"), "Burma")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	trace := stderr.String()
	if !strings.Contains(trace, "init golang.org/x/text/language ") {
		t.Fatalf("no trace of what is done at start-up:\n%s", trace)
	}
	if strings.Contains(trace, "entente") {
		t.Errorf("work is done at start-up:\n%s", trace)
	}
}

// The first lookup in a fresh process costs at most a tenth of decoding the
// chronicle's JSON in the same process.
func TestLookup_IsCheapTheFirstTime(t *testing.T) {
	t.Parallel()
	file := program(t, "lookup")
	var shares []float64
	for range 5 {
		out, err := exec.Command(file, "../data/chronicle.json").CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		f := strings.Fields(string(out))
		first, _ := strconv.ParseFloat(f[0], 64)
		decoding, _ := strconv.ParseFloat(f[1], 64)
		shares = append(shares, first/decoding)
	}
	slices.Sort(shares)
	t.Logf("the first lookup takes %.2f%% of decoding chronicle.json", 100*shares[2])
	if shares[2] > 0.1 {
		t.Errorf("the first lookup takes %.0f%% of decoding chronicle.json, promised is a tenth", 100*shares[2])
	}
}
