// Gennations writes the table of nations that package entente embeds.
//
// It reads an unpacked npm tree that holds the packages cldr-core and
// cldr-localenames-full (the directory node_modules, after both were installed
// in one version, as by "npm install cldr-core@48.2.0
// cldr-localenames-full@48.2.0"), and the two hand-kept lists beside this file,
// which hold what CLDR has not. It writes data/nations.bin and data/nations.LICENSE:
//
//	go run ./internal/gennations -cldr node_modules -out data
//
// With another version, change CLDRVersion in nationnames.go too; a test holds
// the one to the other. With -text it prints the table instead. It fetches
// nothing. The same input gives the same output, byte for byte.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-go/entente/internal/textpack"
	"golang.org/x/text/unicode/norm"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gennations: ")
	cldrDir := flag.String("cldr", "", "the `directory` that holds cldr-core and cldr-localenames-full")
	out := flag.String("out", "data", "the `directory` to write to")
	text := flag.Bool("text", false, "print the table instead of writing it")
	flag.Parse()
	if *cldrDir == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*cldrDir, *out, *text); err != nil {
		log.Fatal(err)
	}
}

func run(cldrDir, out string, text bool) error {
	c, err := readCLDR(cldrDir)
	if err != nil {
		return err
	}
	current, former, err := readLists()
	if err != nil {
		return err
	}
	table, err := compose(c, current, former)
	if err != nil {
		return err
	}
	if text {
		_, err = os.Stdout.WriteString(table)
		return err
	}
	packed := textpack.Pack(table)
	if err := os.WriteFile(filepath.Join(out, "nations.bin"), packed, 0o644); err != nil {
		return err
	}
	log.Printf("CLDR %s: %d bytes packed to %d", c.version, len(table), len(packed))
	return os.WriteFile(filepath.Join(out, "nations.LICENSE"), c.licence, 0o644)
}

// The sigils that stand before a name in the table. nationdata.go reads them.
const (
	sigilName    = "=" // a name
	sigilArticle = "*" // an English name that may have "the" before it
	sigilISO     = "(" // the same, in ISO's inverted form: "Korea (the Republic of)"
	sigilFormer  = "-" // a former name
	sigilShown   = "?" // a name for display only, which finds nothing
	sigilCode    = "#" // a further code
	sigilOldCode = "_" // a former code
)

// formerCodes are codes that were replaced for a nation that kept its alpha-2
// code. Sources: ISO 3166-1, which changed ROM to ROU in 2002, and the list of
// numeric codes that M49 has changed since 1982.
var formerCodes = map[string]string{"DE": "280", "ET": "230", "KN": "658", "PA": "590", "RO": "ROM", "SD": "736", "YE": "886"}

// otherCodes are codes outside ISO 3166-1: XKX is what the World Bank and the
// European Union use for Kosovo where CLDR uses XKK.
var otherCodes = map[string]string{"XK": "XKX"}

var shownLocales = []string{"en", "ru", "ur"}

// compose returns the table as text, one line for each region and nation, in
// the form that nationdata.go describes.
func compose(c *cldr, current []nation, former []formerState) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", c.version)
	for _, r := range c.regions() {
		fmt.Fprintf(&b, "%s", strings.Join(append([]string{r}, c.above(r)...), " "))
		for _, l := range shownLocales {
			fmt.Fprintf(&b, "\t%s", norm.NFC.String(c.names[l][r]))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
	for _, n := range current {
		codes, ok := c.codes[n.code]
		if !ok {
			return "", fmt.Errorf("CLDR has no codes for %s", n.code)
		}
		line := new(nameList)
		for _, l := range shownLocales {
			name := c.names[l][n.code]
			if name == "" {
				return "", fmt.Errorf("CLDR has no name for %s in %q", n.code, l)
			}
			line.show(sigilName, name)
		}
		iso, article := strings.CutSuffix(n.iso, " (the)")
		switch {
		case strings.HasSuffix(iso, ")") && !strings.Contains(iso, "art)"):
			line.add(sigilISO, iso)
		case article:
			line.add(sigilArticle, iso)
		default:
			line.add(sigilName, iso)
		}
		line.add(sigilArticle, n.formal)
		line.add(sigilName, n.formalRU)
		for _, name := range n.other {
			line.add(sigilName, name)
		}
		for _, name := range n.former {
			line.add(sigilFormer, name)
		}
		for _, name := range c.variants(n.code) {
			line.add(sigilName, name)
		}
		line.add(sigilCode, otherCodes[n.code])
		line.add(sigilOldCode, formerCodes[n.code])
		fmt.Fprintf(&b, "%s %s %s %s%s\n", n.code, codes.alpha3, codes.numeric, c.region(n.code), line)
	}
	for _, f := range former {
		line := new(nameList)
		sigil, article := sigilName, sigilArticle
		if f.why == "name" {
			sigil, article = sigilShown, sigilShown
		}
		line.show(article, f.en)
		line.show(sigil, f.ru)
		line.show(sigil, f.ur)
		for _, name := range f.other {
			line.add(sigil, name)
		}
		if len(f.numeric) > 1 {
			line.add(sigilOldCode, f.numeric[1])
		}
		numeric := "-"
		if len(f.numeric) > 0 {
			numeric = f.numeric[0]
		}
		fmt.Fprintf(&b, "%s %s %s %s %s %s %s %s%s\n", f.code, f.alpha3, numeric, c.formerRegion(f),
			f.first, f.last, f.withdrawn, strings.Join(f.successors, " "), line)
	}
	return b.String(), nil
}

// nameList gathers the names of one nation, each once.
type nameList struct {
	names []name
}

type name struct{ sigil, text string }

// show adds a name for display, in its place even if it is empty or double.
func (l *nameList) show(sigil, text string) {
	if text == "" {
		sigil = sigilShown
	}
	l.names = append(l.names, name{sigil, norm.NFC.String(text)})
}

// add adds a name that is not there yet. If it is, it may still turn out to be
// one that takes the article, or a former one: CLDR has "Swaziland" as a mere
// variant.
func (l *nameList) add(sigil, text string) {
	if text == "" {
		return
	}
	text = norm.NFC.String(text)
	if rest, ok := strings.CutPrefix(text, "the "); ok && sigil == sigilName {
		sigil, text = sigilArticle, rest
	}
	for i := range l.names {
		if strings.EqualFold(l.names[i].text, text) {
			if l.names[i].sigil == sigilName {
				l.names[i].sigil = sigil
			}
			return
		}
	}
	l.names = append(l.names, name{sigil, text})
}

func (l *nameList) String() string {
	var b strings.Builder
	for _, n := range l.names {
		b.WriteString("\t" + n.sigil + n.text)
	}
	return b.String()
}
