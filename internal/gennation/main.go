// Gennation writes the tables of package nation.
//
// It reads an unpacked npm tree that holds the packages cldr-core and
// cldr-localenames-full (the directory node_modules, after both were installed
// in one version, as by "npm install cldr-core@48.2.0
// cldr-localenames-full@48.2.0"), and the lists beside this file, which people
// edit and which hold what CLDR does not have. It writes into the package's
// directory:
//
//	go run ./internal/gennation -cldr node_modules -out nation
//
// It fetches nothing. The same input gives the same output, byte for byte.
package main

import (
	"flag"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gennation: ")
	cldrDir := flag.String("cldr", "", "the `directory` that holds cldr-core and cldr-localenames-full")
	out := flag.String("out", "nation", "the `directory` to write to")
	flag.Parse()
	if *cldrDir == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*cldrDir, *out); err != nil {
		log.Fatal(err)
	}
}

func run(cldrDir, out string) error {
	c, err := readCLDR(cldrDir)
	if err != nil {
		return err
	}
	current, former, others, err := readLists()
	if err != nil {
		return err
	}
	m, err := compose(c, current, former, others)
	if err != nil {
		return err
	}
	return m.write(c, out)
}
