//go:build race

package main

// raceEnabled is whether the race detector is on, which takes its time.
const raceEnabled = true
