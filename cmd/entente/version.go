package main

import (
	"flag"
	"fmt"
	"runtime/debug"

	"github.com/entente-go/entente"
)

func versionCommand() command {
	return command{
		name: "version", args: "[-json]",
		short: "print the versions of the command and of the data in it",
		long: `Version prints the version of the command, of Go, of the data format and of the
embedded datasets.

	entente version`,
		flags: func(flags *flag.FlagSet) action {
			asJSON := flags.Bool("json", false, "print the versions as JSON")
			return func(t *task, args []string) error { return t.version(args, *asJSON) }
		},
	}
}

// versions are the versions as JSON.
type versions struct {
	Version   string          `json:"version"`
	Go        string          `json:"go"`
	Format    string          `json:"format"`
	Article   entente.Edition `json:"article"`
	Chronicle entente.Edition `json:"chronicle"`
}

func (t *task) version(args []string, asJSON bool) error {
	if len(args) > 0 {
		return usagef("version takes no DATA")
	}
	v := versions{Version: "(devel)", Format: entente.Format,
		Article: entente.Article().Edition(), Chronicle: entente.Chronicle().Edition()}
	if info, ok := debug.ReadBuildInfo(); ok {
		v.Go = info.GoVersion
		if info.Main.Version != "" {
			v.Version = info.Main.Version
		}
	}
	out, err := t.create("")
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(out, v)
	}
	_, err = fmt.Fprintf(out, "entente %s, %s\ndata format %s\narticle %s, %v\nchronicle %s, %v\n", v.Version, v.Go,
		v.Format, v.Article.Version, v.Article.Date, v.Chronicle.Version, v.Chronicle.Date)
	return err
}
