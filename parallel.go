package entente

import (
	"sync"
	"sync/atomic"
)

// inParallel does n things, in no particular order, on so many goroutines. Each
// gets a function of its own from start, which is told its number. If one of these
// reports false, what is not begun is left out. inParallel returns when all
// goroutines have ended, and reports whether everything was done. It panics if one
// of them panics. A single worker is the caller.
func inParallel(workers, n int, start func(worker int) (do func(i int) bool)) bool {
	var (
		next    atomic.Int64
		stopped atomic.Bool
		wait    sync.WaitGroup
		panics  = make(chan any, max(0, workers))
	)
	work := func(worker int) {
		do := start(worker)
		for i := int(next.Add(1)) - 1; i < n && !stopped.Load(); i = int(next.Add(1)) - 1 {
			if !do(i) {
				stopped.Store(true)
			}
		}
	}
	if workers = min(workers, n); workers <= 1 {
		work(0)
		return !stopped.Load()
	}
	for worker := range workers {
		wait.Go(func() {
			ended := false
			defer func() {
				if !ended {
					stopped.Store(true)
					panics <- recover()
				}
			}()
			work(worker)
			ended = true
		})
	}
	wait.Wait()
	if len(panics) > 0 {
		panic(<-panics)
	}
	return !stopped.Load()
}
