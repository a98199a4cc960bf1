// Mutate measures what the tests notice. It changes the code of some packages
// at random sites, one site at a time, runs the tests of each changed package,
// and lists the changes that no test failed for:
//
//	go run ./internal/mutate -n 300 -seed 1 . ./brief
//
// The files on disk stay as they are: the go command gets each change as an
// overlay. A change that does not compile counts for nothing, and another site
// takes its place. The same seed picks the same sites of the same code. A run
// takes about five seconds a site and core. An interrupt ends it early, with the
// counts so far.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A verdict is what became of one change.
type verdict string

const (
	killed     verdict = "killed"
	killedLate verdict = "killed by the slow tests alone"
	survived   verdict = "survived"
	invalid    verdict = "does not compile"
)

type result struct {
	site
	verdict verdict
}

var (
	want = flag.Int("n", 300, "how many changes to test")
	seed = flag.Uint64("seed", 1, "what picks the sites")
	jobs = flag.Int("jobs", 2, "how many to test at once")
	skip = flag.String("skip", "Hostile|Programs|StartUp|FirstUse|Readme|Embedded_EqualsJSON", "the `tests` to leave out")
	slow = flag.String("slow", "Memory|Growth|Linear|Proportion|Allocat|Promise|Exported|API|EntryPoints|Dependencies|Inlin",
		"the `tests` to run only where the others pass: slow ones, and those of what the compiler does")
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
	for _, dir := range flag.Args() {
		if v, err := test(site{pkg: dir}); err != nil || v != survived {
			log.Fatalf("%s unchanged: %s %v", dir, v, err)
		}
	}
	r := rand.New(rand.NewPCG(*seed, *seed))
	r.Shuffle(len(sites), func(i, j int) { sites[i], sites[j] = sites[j], sites[i] })
	fmt.Printf("seed %d: %d of %d sites in %s\n", *seed, *want, len(sites), strings.Join(flag.Args(), " "))

	counts := map[verdict]int{}
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt)
	for results, more := run(sites), true; more; {
		select {
		case res, ok := <-results:
			if more = ok; !ok {
				break
			}
			counts[res.verdict]++
			if res.verdict == survived || res.verdict == killedLate {
				fmt.Printf("%s: %s\n", res.site, res.verdict)
			}
		case <-interrupt:
			more = false
		}
	}
	dead := counts[killed] + counts[killedLate]
	tested := dead + counts[survived]
	fmt.Printf("%d of %d killed (%.1f %%), %d of them by the slow tests alone; %d did not compile\n",
		dead, tested, 100*float64(dead)/float64(max(tested, 1)), counts[killedLate], counts[invalid])
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

// test says whether the tests of the package notice the change. The quick tests
// run first, without optimisation, since most of the time goes to the compiler.
func test(s site) (verdict, error) {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	overlay, err := s.overlay(dir)
	if err != nil {
		return "", err
	}
	binary := filepath.Join(dir, "quick.test")
	if exec.Command("go", "test", "-overlay", overlay, "-vet", "off", "-gcflags", "-N -l", "-ldflags", "-s -w",
		"-c", "-o", binary, s.pkg).Run() != nil {
		return invalid, nil
	}
	limit := timeout.String()
	quick := exec.Command(binary, "-test.failfast", "-test.short", "-test.timeout", limit, "-test.skip", *skip+"|"+*slow)
	quick.Dir = s.pkg
	if quick.Run() != nil {
		return killed, nil
	}
	if exec.Command("go", "test", "-overlay", overlay, "-vet", "off", "-failfast", "-short", "-timeout", limit,
		"-skip", *skip, "-run", *slow, s.pkg).Run() != nil {
		return killedLate, nil
	}
	return survived, nil
}

// overlay writes the changed file and returns the overlay for it.
func (s site) overlay(dir string) (string, error) {
	changed, overlay := filepath.Join(dir, "changed.go"), filepath.Join(dir, "overlay.json")
	replace := map[string]string{}
	if s.file != "" {
		source, err := s.changed()
		if err != nil {
			return "", err
		}
		abs, err := filepath.Abs(s.file)
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(changed, source, 0o644); err != nil {
			return "", err
		}
		replace[abs] = changed
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		return "", err
	}
	return overlay, os.WriteFile(overlay, list, 0o644)
}
