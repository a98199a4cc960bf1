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

// generate writes the file of one dataset.
func generate(name string) error {
	source, err := source(name, "data")
	if err != nil {
		return err
	}
	return os.WriteFile(name+"_data.go", source, 0o644)
}

// source returns the Go that holds what the loader builds of a file in dir.
func source(name, dir string) ([]byte, error) {
	d, err := entente.Load(os.DirFS(dir), name+".json")
	if err != nil {
		return nil, err
	}
	return write(name, reflect.ValueOf(d).Elem().FieldByName("c").Elem())
}
