// Package first times the first use of something in a fresh process.
package first

import (
	"fmt"
	"os"
	"time"
)

// Use runs the use and prints how many nanoseconds it took. It exits with 1 if
// the use reports that it failed.
func Use(use func() bool) {
	start := time.Now()
	ok := use()
	took := time.Since(start)
	if !ok {
		os.Exit(1)
	}
	fmt.Println(int64(took))
}
