package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/entente-go/entente"
)

// The exit codes.
const (
	exitDone  = 0
	exitFault = 1 // the data has problems, nothing answers, or reading or writing failed
	exitUsage = 2
)

// An action does the work of a command. It may be abandoned when its context
// ends, so it writes to nothing but its task.
type action func(t *task, args []string) error

// A command is one of the words that follow entente.
type command struct {
	name  string
	args  string // as in the usage line
	short string // what it does, in a line
	long  string // what it does, with examples
	// flags declares the flags and returns what to do once they are set.
	flags func(*flag.FlagSet) action
	// serves is whether it runs until it is interrupted.
	serves bool
}

// commands returns the commands in the order of the help.
func commands() []command {
	return []command{
		checkCommand(), briefCommand(), findCommand(), summaryCommand(), importCommand(), exportCommand(),
		chartCommand(), mergeCommand(), diffCommand(), serveCommand(), versionCommand(),
	}
}

// A usageError is a wrong command line.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

func usagef(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// errAnswered ends a command whose output is written and whose answer is no: the
// data has problems, or nothing was found.
var errAnswered = errors.New("the answer is no")

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	terminal := isTerminal(stderr)
	return (&program{
		stdin: stdin, stdout: stdout,
		console:  &console{w: stderr, colour: terminal && coloured()},
		progress: terminal, patience: time.Second,
	}).run(ctx, args)
}

// A program is where a command runs.
type program struct {
	stdin    io.Reader
	stdout   io.Writer
	console  *console
	progress bool          // whether to say how far the work is
	patience time.Duration // after which to say so
	// listening, if non-nil, is told the address of a server.
	listening func(addr string)
}

func (p *program) run(ctx context.Context, args []string) int {
	if len(args) == 0 {
		p.console.print(overview())
		return exitUsage
	}
	name := strings.TrimLeft(args[0], "-")
	if name == "help" || name == "h" {
		return p.help(args[1:])
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return p.do(ctx, c, args[1:])
		}
	}
	p.console.fault("there is no command " + quote(args[0]) + didYouMean(args[0], commandNames()) +
		"\nentente help lists the commands")
	return exitUsage
}

// do runs one command.
func (p *program) do(ctx context.Context, c command, args []string) int {
	flags := newFlags(c.name)
	act := c.flags(flags)
	rest, err := parse(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		return p.help([]string{c.name})
	}
	t := &task{program: p, command: c}
	defer t.abandon()
	if err == nil {
		err = p.await(ctx, t, func() error { return act(t, rest) })
	}
	if err == nil || errors.Is(err, errAnswered) {
		if failed := t.commit(); failed != nil {
			err = failed
		}
	}
	code := p.exit(c, err)
	if ctx.Err() != nil {
		p.console.stop() // work that was abandoned may still go on
	}
	return code
}

// newFlags returns a set of flags that prints nothing: package flag would print
// arguments as they are.
func newFlags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// await waits until the work is done or interrupted, and says how far it is.
func (p *program) await(ctx context.Context, t *task, work func() error) error {
	t.ctx = ctx
	done := make(chan error, 1)
	go func() { done <- work() }()
	var tick <-chan time.Time
	if p.progress && !t.command.serves {
		ticker := time.NewTicker(p.patience)
		defer ticker.Stop()
		defer p.console.clear()
		tick = ticker.C
	}
	for {
		select {
		case err := <-done:
			if ctx.Err() != nil && !t.command.serves {
				return errInterrupted
			}
			return err
		case <-tick:
			p.console.progress(t.stage())
		case <-ctx.Done():
			if t.command.serves { // it ends by itself
				return <-done
			}
			p.console.clear()
			select { // most work ends soon, and cleans up
			case <-done:
			case <-time.After(grace):
			}
			return errInterrupted
		}
	}
}

// grace is for how long work may go on after an interruption.
const grace = 300 * time.Millisecond

var errInterrupted = errors.New("interrupted; nothing was written")

// exit reports the error that ended a command and returns the exit code.
func (p *program) exit(c command, err error) int {
	var usage *usageError
	var problems entente.Problems
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errAnswered):
	case errors.As(err, &usage):
		p.console.fault(usage.message + "\nusage: entente " + c.name + " " + c.args +
			"\nentente help " + c.name + " explains it")
		return exitUsage
	case errors.As(err, &problems):
		p.console.problems(problems)
	default:
		p.console.fault(err.Error())
	}
	return exitFault
}

// parse reads flags before, between and after the other arguments, which it
// returns. What follows "--" is no flag.
func parse(flags *flag.FlagSet, args []string) (rest []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, wrongFlag(flags, err)
		}
		left := flags.Args()
		read := len(args) - len(left)
		if len(left) == 0 || read > 0 && args[read-1] == "--" {
			return append(rest, left...), nil
		}
		rest, args = append(rest, left[0]), left[1:]
	}
}

// wrongFlag puts an error of package flag into our words.
func wrongFlag(flags *flag.FlagSet, err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return err
	}
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !unknown {
		said := strings.TrimPrefix(err.Error(), "flag ")
		for _, pkg := range []string{"brief", "language"} {
			said = strings.Replace(said, ": "+pkg+": ", ": ", 1)
		}
		if strings.Contains(said, "for flag -lang:") {
			said += "; write en, ru or ur"
			if _, value, ok := strings.Cut(said, `"`); ok {
				value, _, _ = strings.Cut(value, `"`)
				said += didYouMean(value, []string{"en", "ru", "ur"})
			}
		}
		return usagef("%s", said)
	}
	var names []string
	flags.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return usagef("there is no flag %s%s", quote("-"+name), didYouMean("-"+name, names))
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// coloured reports whether a terminal shows colours and the user wants them. A
// console of Windows shows them only if a program asks for it.
func coloured() bool { return os.Getenv("NO_COLOR") == "" && runtime.GOOS != "windows" }
