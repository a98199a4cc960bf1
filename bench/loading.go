package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"runtime"

	"github.com/entente-go/entente"
	jsonv2 "github.com/go-json-experiment/json"
)

// plain is a data file as a plain struct. Its dates, texts and enumerations are
// read by the methods of their types; nothing else is checked.
type plain struct {
	Format string `json:"format"`
	entente.Records
}

// loading compares the loading of a file of that many megabytes.
func loading(mb int) {
	data := file(mb * 1_000_000)
	load := func() any {
		d, err := entente.Decode("file", bytes.NewReader(data))
		return must(d, err)
	}
	v1 := func() any {
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.DisallowUnknownFields()
		var p plain
		return must(&p, dec.Decode(&p))
	}
	v2 := func() any {
		var p plain
		return must(&p, jsonv2.Unmarshal(data, &p, jsonv2.RejectUnknownMembers(true)))
	}
	const strict, inOneCall = "encoding/json, strict", "json/v2, in one call"
	what := fmt.Sprintf("loading %d MB", mb)
	compare(what, rounds(max(5, min(21, 200/mb))), runtime.GC, way{"entente", load}, way{strict, v1}, way{inOneCall, v2})
	cores := runtime.GOMAXPROCS(0)
	compare(what, rounds(max(5, min(21, 200/mb))), runtime.GC, way{"entente", load}, way{"entente on one core", func() any {
		runtime.GOMAXPROCS(1)
		defer runtime.GOMAXPROCS(cores)
		return load()
	}})
	peak, held := memory(load)
	for _, w := range []struct {
		who  string
		load func() any
	}{{strict, v1}, {inOneCall, v2}} {
		theirPeak, theirHeld := memory(w.load)
		row(what+": peak memory", size, peak, theirPeak, w.who)
		row(what+": memory held", size, held, theirHeld, w.who)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
