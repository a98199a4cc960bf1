// Mutate measures what the tests notice. It changes the code of some packages
// at random sites, one site at a time, runs the tests of each changed package,
// and lists the changes that no test failed for:
//
//	go run ./internal/mutate -n 300 -seed 1 . ./brief
//
// The files on disk stay as they are: the go command gets each change as an
// overlay. A change that does not compile counts for nothing, and another site
// takes its place. The same seed picks the same sites of the same code. A run
// takes about four seconds a site and core.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A verdict is what became of one change.
type verdict string

const (
	killed   verdict = "killed"
	survived verdict = "survived"
	invalid  verdict = "does not compile"
)

type result struct {
	site
	verdict verdict
}

var (
	want    = flag.Int("n", 300, "how many changes to test")
	seed    = flag.Uint64("seed", 1, "what picks the sites")
	jobs    = flag.Int("jobs", 2, "how many to test at once")
	skip    = flag.String("skip", "Hostile|Programs|StartUp|FirstUse|Readme|Embedded_EqualsJSON", "the `tests` to leave out")
	timeout = flag.Duration("timeout", 2*time.Minute, "after which a test run counts as failed")
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("mutate: ")
	flag.Parse()
	var sites []site
	for _, dir := range flag.Args() {
		found, err := sitesOf(dir)
		if err != nil {
			log.Fatal(err)
		}
		sites = append(sites, found...)
	}
	r := rand.New(rand.NewPCG(*seed, *seed))
	r.Shuffle(len(sites), func(i, j int) { sites[i], sites[j] = sites[j], sites[i] })
	fmt.Printf("seed %d: %d of %d sites in %s\n", *seed, *want, len(sites), strings.Join(flag.Args(), " "))

	counts := map[verdict]int{}
	for res := range run(sites) {
		counts[res.verdict]++
		if res.verdict == survived {
			fmt.Println(res.site)
		}
	}
	tested := counts[killed] + counts[survived]
	fmt.Printf("%d of %d killed (%.1f %%); %d did not compile\n",
		counts[killed], tested, 100*float64(counts[killed])/float64(max(tested, 1)), counts[invalid])
}

// run tests sites until enough have been tested.
func run(sites []site) <-chan result {
	todo, done := make(chan site), make(chan result)
	stop := make(chan struct{})
	go func() {
		defer close(todo)
		for _, s := range sites {
			select {
			case todo <- s:
			case <-stop:
				return
			}
		}
	}()
	var wg sync.WaitGroup
	tested, mu, once := 0, sync.Mutex{}, sync.Once{}
	for range *jobs {
		wg.Go(func() {
			for s := range todo {
				v, err := test(s)
				if err != nil {
					log.Fatal(err)
				}
				mu.Lock()
				if v != invalid {
					tested++
				}
				enough, over := tested >= *want, tested > *want
				mu.Unlock()
				if enough {
					once.Do(func() { close(stop) })
				}
				if over {
					return
				}
				done <- result{s, v}
			}
		})
	}
	go func() { wg.Wait(); close(done) }()
	return done
}

// test says whether the tests of the package notice the change.
func test(s site) (verdict, error) {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	changed, overlay := filepath.Join(dir, "changed.go"), filepath.Join(dir, "overlay.json")
	source, err := s.changed()
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(s.file)
	if err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {abs: changed}})
	if err != nil {
		return "", err
	}
	if err := errors.Join(os.WriteFile(changed, source, 0o644), os.WriteFile(overlay, list, 0o644)); err != nil {
		return "", err
	}
	if exec.Command("go", "build", "-overlay", overlay, s.pkg).Run() != nil {
		return invalid, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), *timeout)
	defer cancel()
	err = exec.CommandContext(ctx, "go", "test", "-overlay", overlay, "-vet", "off", "-failfast", "-short",
		"-timeout", "90s", "-skip", *skip, s.pkg).Run()
	if err != nil {
		return killed, nil
	}
	return survived, nil
}
