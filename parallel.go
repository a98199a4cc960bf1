package entente

import (
	"sync"
	"sync/atomic"
)

// inParallel does n tasks, in no particular order, on the given number of
// goroutines. Each goroutine calls start with its number, and gets the function
// that does its tasks. If a task reports false, no further task begins.
// inParallel returns when all goroutines have ended, and reports whether every
// task was done. It panics if one of them panics. A single worker runs on the
// caller's goroutine.
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
