// Gendata writes the embedded data as Go, which the compiler lays out:
//
//	go generate .
//
// In the directory of package entente it reads data/article.json and
// data/chronicle.json, with the loader that users call, and writes what the
// loader built of them, records and index, to article_data.go and
// chronicle_data.go. It goes over unexported fields by reflection, so a new
// member of a record or a new column of the index needs no change here. The
// same input gives the same output, byte for byte.
//
// The build tag entente_generate leaves the embedded data out of the package.
// With it gendata builds even when a change of a type has broken the files that
// it is about to write.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
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
	index := reflect.ValueOf(d).Elem().FieldByName("c").Elem()
	source, err := write(name, index)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	file := name + "_data.go"
	if have, err := os.ReadFile(file); err == nil && bytes.Equal(have, source) {
		return nil
	}
	return os.WriteFile(file, source, 0o644)
}
