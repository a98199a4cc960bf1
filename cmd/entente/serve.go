package main

import "flag"

func serveCommand() command {
	return command{
		name: "serve", args: "[-addr 127.0.0.1:8080] DATA…",
		short:  "show the data in a browser",
		serves: true,
		long: `Serve shows the data in a browser, on this machine alone: pages to search it, to
read records and sources, and to see briefings and charts. Ctrl-C ends it.

	entente serve chronicle
	entente serve -addr 127.0.0.1:9000 mydata chronicle`,
		flags: func(flags *flag.FlagSet) action {
			addr := flags.String("addr", "127.0.0.1:8080", "the `address` to listen at; port 0 means any")
			return func(t *task, args []string) error { return t.serve(*addr, args) }
		},
	}
}

func (t *task) serve(addr string, args []string) error {
	_, err := t.load(args)
	return err
}
