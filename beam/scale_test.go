//go:build unix

package ententebeam_test

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	ententebeam "github.com/entente-go/entente/beam"
	"github.com/entente-go/entente/internal/growth"
)

var scale = flag.String("scale", "", "numbers of records to measure at, such as 10000,100000,1000000")

// Measured is the pipeline on Prism, which holds everything in the memory of this
// process, beside Merge, Summary and PairYears on one core.
func TestScale(t *testing.T) {
	if *scale == "" {
		t.Skip("-scale gives the sizes")
	}
	var sizes, seconds, peaks, work []float64
	for _, text := range strings.Split(*scale, ",") {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		in := t.TempDir()
		generate(t, in, 1, n, 64)
		var bytes int64
		names, _ := filepath.Glob(in + "/*.json")
		for _, name := range names {
			if info, err := os.Stat(name); err == nil {
				bytes += info.Size()
			}
		}
		var got results
		took, busy, peak := cost(func() { got = run(t, in, ententebeam.Options{First: first, Last: last, Parts: 8}) })
		alone, aloneBusy, alonePeak := cost(func() {
			d := mergeAll(t, in)
			d.Summary()
			for range d.PairYears(first, last) {
			}
		})
		same(t, got, mergeAll(t, in))
		t.Logf("%8d records, %4d MB: Prism %6.1f s, %6.1f s of processors, %6.0f MB; one core %6.1f s, %6.1f s, %6.0f MB",
			n, bytes>>20, took, busy, peak, alone, aloneBusy, alonePeak)
		sizes, seconds, peaks = append(sizes, float64(n)), append(seconds, took), append(peaks, peak)
		work = append(work, busy)
		os.RemoveAll(in)
	}
	t.Logf("exponents on Prism: %.2f of time, %.2f of the time of processors, %.2f of memory",
		growth.Exponent(sizes, seconds, 0.1), growth.Exponent(sizes, work, 0.1), growth.Exponent(sizes, peaks, 1))
}

// cost returns how many seconds work takes, by the clock and of all processors, and
// how many megabytes of the heap are in use at most.
func cost(work func()) (seconds, busy, peak float64) {
	debug.FreeOSMemory()
	done, stopped := make(chan struct{}), make(chan struct{})
	var most uint64
	go func() {
		defer close(stopped)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
			select {
			case <-done:
				return
			case <-time.After(100 * time.Millisecond):
			}
		}
	}()
	start, before := time.Now(), processors()
	work()
	seconds, busy = time.Since(start).Seconds(), processors()-before
	close(done)
	<-stopped
	return seconds, busy, float64(most) / (1 << 20)
}

// processors returns how many seconds of processors this process has taken.
func processors() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}
