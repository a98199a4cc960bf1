package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A program is one of those under programs/, with the figures of many runs.
type program struct {
	size                    float64
	start, bytes, allocs    []float64 // of the packages that the program has beyond fmt and what that needs
	firstUse, startAndFirst []float64
}

// programs builds the programs under programs/ and compares their sizes, what
// they do at start-up, and how long the first use takes.
func programs() {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	build := exec.Command("go", "build", "-buildvcs=false", "-trimpath", "-ldflags=-s -w", "-o", dir+string(filepath.Separator), "./programs/...")
	if out, err := build.CombinedOutput(); err != nil {
		log.Fatalf("%s: %v\n%s", build, err, out)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		log.Fatal(err)
	}
	built := map[string]*program{}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			log.Fatal(err)
		}
		built[strings.TrimSuffix(f.Name(), ".exe")] = &program{size: float64(info.Size())}
	}
	everywhere := map[string]bool{} // the packages that every program has
	for _, t := range start(filepath.Join(dir, "fmtonly")).traces {
		everywhere[t.path] = true
	}
	for range rounds(31) {
		for name, p := range built {
			r := start(filepath.Join(dir, name))
			var sum trace
			for _, t := range r.traces {
				if !everywhere[t.path] {
					sum = trace{"", sum.ns + t.ns, sum.bytes + t.bytes, sum.allocs + t.allocs}
				}
			}
			p.start, p.bytes, p.allocs = append(p.start, sum.ns), append(p.bytes, sum.bytes), append(p.allocs, sum.allocs)
			p.firstUse, p.startAndFirst = append(p.firstUse, r.firstUse), append(p.startAndFirst, sum.ns+r.firstUse)
		}
	}

	// What of ours is compared with what.
	article, chronicle, nation := built["article"], built["chronicle"], built["nation"]
	each := func(what string, ours *program, names ...string) (rows []comparison) {
		for _, name := range names {
			rows = append(rows, comparison{what, ours, built[name], strings.ReplaceAll(name, "-", "/")})
		}
		return rows
	}
	for _, c := range slices.Concat(
		each("`Article`", article, "encoding-json", "json-v2", "memdb"),
		each("`Chronicle`", chronicle, "encoding-json", "json-v2", "memdb"),
		each("`nation.Lookup`", nation, "countries", "gountries", "currency"),
	) {
		base := built["fmtonly"].size
		row("growth of a stripped binary: "+c.what, size, c.ours.size-base, c.theirs.size-base, c.who)
	}
	for _, c := range each("", nation, "encoding-json", "json-v2", "memdb", "countries", "gountries", "currency") {
		row("start-up: time", duration, median(c.ours.start), median(c.theirs.start), c.who)
		row("start-up: memory", size, median(c.ours.bytes), median(c.theirs.bytes), c.who)
		row("start-up: allocations", count, median(c.ours.allocs), median(c.theirs.allocs), c.who)
	}
	decode := median(built["decode"].firstUse)
	for _, c := range []comparison{
		{what: "`Article`", ours: article},
		{what: "`Chronicle`", ours: chronicle},
		{what: "`nation.Lookup`", ours: nation},
	} {
		row("first use: "+c.what, duration, median(c.ours.firstUse), decode, "encoding/json, decoding chronicle.json")
	}
	for _, c := range slices.Concat(
		each("`Article`", article, "gountries", "currency"),
		each("`Chronicle`", chronicle, "gountries", "currency"),
		each("`nation.Lookup`", nation, "gountries", "countries", "currency"),
	) {
		row("first use: "+c.what, duration, median(c.ours.firstUse), median(c.theirs.firstUse), c.who)
		row("start-up and first use: "+c.what, duration, median(c.ours.startAndFirst), median(c.theirs.startAndFirst), c.who)
	}
}

type comparison struct {
	what         string
	ours, theirs *program
	who          string
}

// A trace is what the runtime says of the start-up of a package.
type trace struct {
	path              string
	ns, bytes, allocs float64
}

type run struct {
	traces   []trace
	firstUse float64 // in nanoseconds
}

// start runs a program.
func start(file string) run {
	cmd := exec.Command(file)
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		log.Fatalf("%s: %v", file, err)
	}
	var r run
	for line := range strings.Lines(stderr.String()) {
		var t trace
		var at, ms float64
		if _, err := fmt.Sscanf(line, "init %s @%f ms, %f ms clock, %f bytes, %f allocs", &t.path, &at, &ms, &t.bytes, &t.allocs); err != nil {
			log.Fatalf("%s: %q: %v", file, line, err)
		}
		t.ns = ms * 1e6
		r.traces = append(r.traces, t)
	}
	var err error
	if r.firstUse, err = strconv.ParseFloat(strings.TrimSpace(stdout.String()), 64); err != nil {
		log.Fatalf("%s: %v", file, err)
	}
	return r
}
