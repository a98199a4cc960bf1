// Bench holds entente beside other libraries and prints what it finds as one
// Markdown table:
//
//	go run .
//
// It is a module of its own, so that nobody else depends on the others.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

var quick = flag.Bool("quick", false, "take few rounds, and leave the largest sizes out")

func main() {
	log.SetFlags(0)
	flag.Parse()
	fmt.Printf("%s; %s.\n\n", machine(), peers())
	fmt.Println("| what | ours | theirs | ours/theirs |")
	fmt.Println("|---|---:|---:|---:|")
	programs()
	lookup()
	for _, n := range sizes(200, 10_000, 1_000_000) {
		sets(n)
	}
	for _, mb := range sizes(1, 10, 100) {
		loading(mb)
	}
	briefing()
	copying()
	plus()
	readers()
	explorers()
	if *quick {
		growth(1000, 3000, 10_000, 30_000)
	} else {
		growth(1000, 10_000, 100_000, 1_000_000)
	}
}

// sizes leaves the largest out where it should be quick.
func sizes(small, middle, large int) []int {
	if *quick {
		return []int{small, middle}
	}
	return []int{small, middle, large}
}

// rounds is n, or a few where it should be quick.
func rounds(n int) int {
	if *quick {
		return min(n, 3)
	}
	return n
}

// machine names what this runs on, and when.
func machine() string {
	cpu := "a CPU that does not say its name"
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(info)) {
			if name, value, _ := strings.Cut(line, ":"); strings.TrimSpace(name) == "model name" {
				cpu = cmp.Or(strings.TrimSpace(value), cpu)
				break
			}
		}
	}
	return fmt.Sprintf("%s, %d cores, %s/%s, %s, %s", cpu, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH,
		runtime.Version(), time.Now().UTC().Format(time.DateOnly))
}

// peers names the other libraries with their versions.
func peers() string {
	list, err := exec.Command("go", "list", "-m", "-f", "{{.Path}} {{.Version}}", "github.com/biter777/countries",
		"github.com/pariz/gountries", "github.com/bojanz/currency", "github.com/hashicorp/go-memdb", "github.com/samber/lo",
		"github.com/go-json-experiment/json").Output()
	if err != nil {
		log.Fatalf("go list -m: %v; this runs in its own directory only", err)
	}
	names := strings.ReplaceAll(strings.TrimSpace(string(list)), "\n", ", ")
	return strings.ReplaceAll(names, "github.com/", "")
}
