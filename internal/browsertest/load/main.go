// Command load puts load on the explorer, in a process of its own on the loopback
// address, and on static files of the same sizes that net/http serves. It prints
// a table, and fails if a record's page is served at less than a third of the
// rate of its file.
//
//	go run ./load -for 30s
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/explorer"
)

// loads are what readers ask for. The addresses of one are asked for in turn.
func loads() []load {
	every := load{name: "every record, in three languages"}
	for r := range entente.Chronicle().All() {
		for _, lang := range []string{"en", "ru", "ur"} {
			every.paths = append(every.paths, "/record/"+string(r.AsFact().ID)+"?lang="+lang)
		}
	}
	return []load{
		{name: "a record", paths: []string{"/record/druzhba-7"}},
		every,
		{name: "the list", paths: []string{"/"}},
		{name: "a search", paths: []string{"/?q=druzhba"}},
		{name: "a selection", paths: []string{"/?between=PK,RU&kind=exercise"}},
		{name: "a timeline", paths: []string{"/chart/timeline?between=PK,RU"}},
		{name: "a briefing", paths: []string{"/brief?between=PK,RU&during=2024"}},
	}
}

type load struct {
	name  string
	paths []string
}

func main() {
	log.SetFlags(0)
	length := flag.Duration("for", 30*time.Second, "how long to take for all")
	readers := flag.Int("readers", 16, "how many connections ask at the same time")
	serve := flag.String("serve", "", "serve files of this `directory` and the explorer; the program starts itself so")
	flag.Parse()
	if *serve != "" {
		log.Fatal(server(*serve))
	}
	if err := run(*length, *readers); err != nil {
		log.Fatal(err)
	}
}

// server serves until it is killed, or its input ends.
func server(dir string) error {
	mux := http.NewServeMux()
	mux.Handle("/", explorer.Handler(entente.Chronicle()))
	mux.Handle("/files/", http.StripPrefix("/files", http.FileServerFS(os.DirFS(dir))))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	return http.Serve(l, mux)
}

// slices of the time go to a page and to its file by turns, so that both meet
// the same machine.
const turns = 4

func run(length time.Duration, readers int) error {
	dir, err := os.MkdirTemp("", "load")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := os.Executable()
	if err != nil {
		return err
	}
	child := exec.Command(program, "-serve", dir)
	child.Stderr = os.Stderr
	input, err := child.StdinPipe()
	if err != nil {
		return err
	}
	output, err := child.StdoutPipe()
	if err != nil {
		return err
	}
	if err := child.Start(); err != nil {
		return err
	}
	defer child.Wait()
	defer input.Close()
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		return err
	}
	return measure(strings.TrimSpace(line), dir, length, readers)
}

func measure(addr, dir string, length time.Duration, readers int) error {
	all := loads()
	h := explorer.Handler(entente.Chronicle())
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "page\tbytes\trequests/s\tp99\tits file, requests/s\tp99\tratio\t")
	var slow error
	for i, l := range all {
		size := 0
		var files []string
		for _, path := range l.paths {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
			name := strconv.Itoa(i) + "-" + strconv.Itoa(len(files)) + ".html"
			if err := os.WriteFile(filepath.Join(dir, name), w.Body.Bytes(), 0o666); err != nil {
				return err
			}
			files = append(files, "/files/"+name)
			size += w.Body.Len()
		}
		var page, file result
		for range turns {
			slice := length / time.Duration(len(all)*turns*2)
			for _, one := range []struct {
				paths []string
				to    *result
			}{{l.paths, &page}, {files, &file}} {
				if err := ask(addr, one.paths, slice, readers, one.to); err != nil {
					return fmt.Errorf("%s: %w", l.name, err)
				}
			}
		}
		ratio := page.rate() / file.rate()
		fmt.Fprintf(table, "%s\t%d\t%.0f\t%v\t%.0f\t%v\t%.2f\t\n", l.name, size/len(l.paths),
			page.rate(), page.p99(), file.rate(), file.p99(), ratio)
		if i == 0 && ratio < 1./3 {
			slow = errors.New("a record's page is served at less than a third of the rate of its file")
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return slow
}

// A result is how long each request took, and all of them.
type result struct {
	took []time.Duration
	all  time.Duration
}

func (r *result) rate() float64 { return float64(len(r.took)) / r.all.Seconds() }

func (r *result) p99() time.Duration {
	slices.Sort(r.took)
	return r.took[len(r.took)*99/100].Round(10 * time.Microsecond)
}

// ask sends requests on some connections until the time is over.
func ask(addr string, paths []string, length time.Duration, readers int, to *result) error {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var failed error
	start := time.Now()
	for i := range readers {
		wg.Go(func() {
			took, err := read(addr, paths, i*len(paths)/readers, start.Add(length))
			mu.Lock()
			defer mu.Unlock()
			to.took = append(to.took, took...)
			failed = errors.Join(failed, err)
		})
	}
	wg.Wait()
	to.all += time.Since(start)
	return failed
}

// read is one reader, who asks again on the same connection. It does little more
// than to count bytes, so that it takes little from the server.
func read(addr string, paths []string, n int, end time.Time) (took []time.Duration, err error) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	requests := make([][]byte, len(paths))
	for i, path := range paths {
		requests[i] = []byte("GET " + path + " HTTP/1.1\r\nHost: " + addr +
			"\r\nAccept-Language: en-GB,en;q=0.7,ru;q=0.3\r\n\r\n")
	}
	r := bufio.NewReaderSize(c, 64<<10)
	for ; len(took) == 0 || time.Now().Before(end); n++ {
		start := time.Now()
		if _, err := c.Write(requests[n%len(requests)]); err != nil {
			return took, err
		}
		if err := answer(r); err != nil {
			return took, fmt.Errorf("%s: %w", paths[n%len(paths)], err)
		}
		took = append(took, time.Since(start))
	}
	return took, nil
}

// answer reads one answer, which must be a page.
func answer(r *bufio.Reader) error {
	size := -1
	for first := true; ; first = false {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return err
		}
		line = bytes.TrimSpace(line)
		if first && !bytes.HasPrefix(line, []byte("HTTP/1.1 200")) {
			return errors.New(string(line))
		}
		if len(line) == 0 {
			break
		}
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if size, err = strconv.Atoi(string(value)); err != nil {
				return err
			}
		}
	}
	if size < 0 {
		return errors.New("an answer without a length")
	}
	_, err := r.Discard(size)
	return err
}
