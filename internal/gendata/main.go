// Gendata writes the embedded data as Go, which the compiler lays out:
//
//	go generate .
//
// In the directory of package entente it reads data/article.json and
// data/chronicle.json, with the loader that users call, and writes
// article_data.go and chronicle_data.go. The same input gives the same output,
// byte for byte.
//
// The build tag entente_generate leaves the embedded data out of the package.
// With it Gendata builds even when a change of a record type has broken the
// files that it is about to write.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"reflect"

	"github.com/entente-go/entente"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gendata: ")
	for _, name := range []string{"article", "chronicle"} {
		if err := generate(name); err != nil {
			log.Fatal(err)
		}
	}
}

// generate writes one dataset, and leaves the file as it is if nothing changes.
func generate(name string) error {
	d, err := entente.Load(os.DirFS("data"), name+".json")
	if err != nil {
		return err
	}
	source, err := write(name, recordsOf(d))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	file := filepath.Join(".", name+"_data.go")
	if have, err := os.ReadFile(file); err == nil && bytes.Equal(have, source) {
		return nil
	}
	return os.WriteFile(file, source, 0o644)
}

// recordsOf returns what the dataset holds, in its order.
func recordsOf(d *entente.Dataset) entente.Records {
	in := entente.Records{Title: d.Title(), Coverage: d.Coverage()}
	known := map[entente.Topic]bool{}
	for _, t := range new(entente.Dataset).Topics() {
		known[t.ID] = true
	}
	for _, t := range d.Topics() {
		if !known[t.ID] {
			in.Topics = append(in.Topics, t)
		}
	}
	for s := range d.Sources() {
		in.Sources = append(in.Sources, s)
	}
	lists := map[reflect.Type]reflect.Value{}
	for _, field := range reflect.ValueOf(&in).Elem().Fields() {
		if field.Kind() == reflect.Slice {
			lists[field.Type().Elem()] = field
		}
	}
	for r := range d.All() {
		list := lists[reflect.TypeOf(r)]
		list.Set(reflect.Append(list, reflect.ValueOf(r)))
	}
	return in
}
