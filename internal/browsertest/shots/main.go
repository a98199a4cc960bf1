// Command shots takes pictures of briefings in a headless Chromium: each dataset
// in each language, narrow and wide, light and dark, and printed to PDF.
//
//	go run ./shots -o DIR
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"golang.org/x/text/language"

	"github.com/entente-go/entente"
	"github.com/entente-go/entente/brief"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "shots.out", "the directory to write to")
	browser := flag.String("browser", "chromium", "the browser's program")
	height := flag.Int("height", 2400, "how much of a page to show, in pixels")
	only := flag.String("only", "", "take this dataset alone: article, pair or chronicle")
	flag.Parse()
	if err := os.MkdirAll(*out, 0o777); err != nil {
		log.Fatal(err)
	}
	dir, err := filepath.Abs(*out)
	if err != nil {
		log.Fatal(err)
	}
	s := shooter{browser: *browser, dir: dir, height: *height}
	for _, set := range []struct {
		name string
		data *entente.Dataset
	}{
		{"article", entente.Article()},
		{"pair", entente.Chronicle().Between("PK", "RU")},
		{"chronicle", entente.Chronicle()},
	} {
		if *only != "" && *only != set.name {
			continue
		}
		for _, lang := range []string{"en", "ru", "ur"} {
			if err := s.shoot(set.name+"."+lang, lang, set.data); err != nil {
				log.Fatal(err)
			}
		}
	}
}

type shooter struct {
	browser string
	dir     string
	height  int
}

// shoot writes a page and takes its pictures.
func (s shooter) shoot(name, lang string, d *entente.Dataset) error {
	page := filepath.Join(s.dir, name+".html")
	f, err := os.Create(page)
	if err != nil {
		return err
	}
	w := brief.Writer{Language: language.MustParse(lang), Format: brief.FormatPage}
	if err := cmp.Or(w.Write(f, d), f.Close()); err != nil {
		return err
	}
	for _, width := range []int{360, 1280} {
		for scheme, setting := range map[string]string{"light": "1", "dark": "0"} {
			picture := filepath.Join(s.dir, fmt.Sprintf("%s.%d.%s.png", name, width, scheme))
			if err := s.run(page, "--screenshot="+picture, fmt.Sprintf("--window-size=%d,%d", width, s.height),
				"--hide-scrollbars", "--blink-settings=preferredColorScheme="+setting); err != nil {
				return err
			}
		}
	}
	return s.run(page, "--print-to-pdf="+filepath.Join(s.dir, name+".pdf"), "--no-pdf-header-footer")
}

func (s shooter) run(page string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	args = append([]string{"--headless", "--no-sandbox", "--disable-gpu"}, append(args, "file://"+page)...)
	if out, err := exec.CommandContext(ctx, s.browser, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %v\n%s", s.browser, err, out)
	}
	return nil
}
