// Gennation writes the tables of package nation.
//
// It reads the packages cldr-core and cldr-localenames-full of npm, both in one
// version, and the lists beside this file, which people edit: they hold what
// the CLDR does not have. It fetches nothing. The same input gives the same
// output, byte for byte.
//
//	npm install --prefix DIR cldr-core@48.2.0 cldr-localenames-full@48.2.0
//	CLDR=DIR/node_modules go generate ./nation
//
// Without the CLDR it leaves the tables as they are, so that "go generate ./..."
// does the rest; a test of package nation fails if the lists have changed since.
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
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if *cldrDir == "" {
		log.Print("no -cldr: the tables stay as they are")
		return
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
