// Firstuse times what a program waits for when it first uses the embedded
// data, each in a fresh process, and holds it against the time that
// encoding/json takes to decode data/chronicle.json:
//
//	go run ./testdata/programs/firstuse
//
// Each line has the shortest and the median of the runs, and what part of
// encoding/json's the shortest is. The runs take turns, so that a busy machine
// slows them alike.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/nation"
)

var uses = []struct {
	name string
	use  func() bool
}{
	{"encoding/json", decode},
	{"Article", func() bool { return entente.Article().Len() > 0 }},
	{"Chronicle", func() bool { return entente.Chronicle().Len() > 0 }},
	{"nation.Lookup", func() bool {
		m, err := nation.Lookup("Pakistan")
		return err == nil && m.ID == "PK"
	}},
}

var chronicle []byte

func decode() bool {
	var v any
	return json.Unmarshal(chronicle, &v) == nil
}

func main() {
	log.SetFlags(0)
	if len(os.Args) > 1 {
		once(os.Args[1])
		return
	}
	const runs = 21
	times := make([][]time.Duration, len(uses))
	for range runs {
		for i, u := range uses {
			times[i] = append(times[i], fresh(u.name))
		}
	}
	for i, u := range uses {
		slices.Sort(times[i])
		fmt.Printf("%-14s min %-12v median %-12v %.3f\n", u.name, times[i][0], times[i][runs/2],
			float64(times[i][0])/float64(times[0][0]))
	}
}

// fresh returns how long the use takes in a process of its own.
func fresh(name string) time.Duration {
	out, err := exec.Command(os.Args[0], name).Output()
	if err != nil {
		log.Fatal(err)
	}
	ns, err := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
	if err != nil {
		log.Fatal(err)
	}
	return time.Duration(ns)
}

// once prints how many nanoseconds the use takes.
func once(name string) {
	for _, u := range uses {
		if u.name != name {
			continue
		}
		if name == "encoding/json" {
			var err error
			if chronicle, err = os.ReadFile("data/chronicle.json"); err != nil {
				log.Fatal(err)
			}
		}
		start := time.Now()
		ok := u.use()
		took := time.Since(start)
		if !ok {
			log.Fatal(name, " failed")
		}
		fmt.Println(int64(took))
	}
}
