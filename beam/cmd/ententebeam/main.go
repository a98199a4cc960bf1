// Command ententebeam merges and counts files of the entente data format with Apache
// Beam, on this machine or on a cluster.
//
//	ententebeam -input PATTERN -output FOLDER [-first YEAR -last YEAR] [-parts N] [flags of Beam]
//
// It writes into the folder the merged dataset, the summary, the pairs by year,
// and the problems, which it also prints; see
// [github.com/entente-go/entente/beam.Results.Write]. Files may be local or on
// gs://.
//
// Without flags of Beam it runs in this process. With them it runs on Flink, Spark or
// Dataflow; see the module's README.
//
// The exit code is 0 if it did what it was asked, 1 if the data has problems or
// reading or writing failed, and 2 if the command line is wrong.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	ententebeam "github.com/entente-go/entente/beam"
)

func main() {
	input := flag.String("input", "", "the files to read, such as 'data/*.json'")
	output := flag.String("output", "", "the folder to write into")
	first := flag.Int("first", 0, "the first year of the pairs; without it there are none")
	last := flag.Int("last", 0, "the last year of the pairs")
	parts := flag.Int("parts", 0, "the number of parts into which the records are divided (default 16)")
	verbose := flag.Bool("verbose", false, "print what the runner logs")
	flag.Parse()
	beam.Init() // on a worker of a cluster, it does not return
	if *input == "" || *output == "" || flag.NArg() > 0 || *first > *last {
		flag.Usage()
		os.Exit(2)
	}
	if !*verbose {
		slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	}
	p := beam.NewPipeline()
	s := p.Root()
	ententebeam.Read(s, *input, ententebeam.Options{First: *first, Last: *last, Parts: *parts}).Write(s, *output)
	ctx := context.Background()
	err := beamx.Run(ctx, p)
	if err == nil {
		err = problems(ctx, strings.TrimSuffix(*output, "/"))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// problems prints the problems that a folder of results has, and returns an error if
// there are any.
func problems(ctx context.Context, folder string) error {
	name := folder + "/problems.txt"
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	f, err := fs.OpenRead(ctx, name)
	if err != nil {
		return err
	}
	defer f.Close()
	n, err := io.Copy(os.Stderr, f)
	if err == nil && n > 0 {
		err = fmt.Errorf("the data has problems; the other files in %s mean nothing", folder)
	}
	return err
}
