// Package command is the command line: one file a subcommand.
//
//	demo      the examples, loaded and served
//	load      articles into a graph
//	serve     the GraphQL API over a graph
//	retract   articles taken back, or put in again
//	export    whole tables, as JSON lines or CSV
//	extract   what would be found in a text, without a graph
//	eval      checks and figures of what extraction is made from
//	version   what this program is
//
// Results go to standard output, everything else to standard error. An error is one line
// that starts with "actorgraph:" and says what to do. Exit codes: 0 all went well, 1 some of
// it did not, 2 the command was wrong, 3 the graph could not be used.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/loader"
)

// Main runs the command that args, without the program's name, ask for, and returns its
// exit code. It stops when ctx does: serve then ends well, load and extract end with what
// they have finished. It does not exit and keeps nothing between calls.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(loader.Interruptible(ctx, stdin))
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitAll
	}
	var e *exitError
	if !errors.As(err, &e) { // only what cobra finds is not ours
		e = wrong(cmd, "%v", err)
	}
	// Whoever closes the output, as head does, has seen enough and wants no message.
	if e.err != nil && !(errors.Is(err, errNotPrinted) && errors.Is(err, syscall.EPIPE)) {
		fmt.Fprintf(stderr, "actorgraph: %s\n", oneLine(strings.ReplaceAll(e.Error(), "\n", "; ")))
	}
	return e.code
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "actorgraph",
		Short: "Who did what to whom, according to which sentence",
		Long: `actorgraph reads news articles and answers, over GraphQL, who did what to whom,
each answer with the sentence that says so.

A graph lives in a file. Nothing else needs to be installed, and nothing is sent anywhere.`,
		Example: `  actorgraph demo                     try it with the articles in the program
  actorgraph load news/               your own articles, into actorgraph.db
  actorgraph serve                    the API at http://127.0.0.1:8080/graphql
  actorgraph extract news/a.txt       what it finds in a text, and why`,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			hint := ""
			if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
				hint = fmt.Sprintf("; did you mean %q?", s[0])
			}
			return wrong(cmd, "there is no command %q%s", args[0], hint)
		},
		RunE: run(func(cmd *cobra.Command, _ []string) error {
			if asked, _ := cmd.Flags().GetBool("version"); asked {
				return printVersion(cmd)
			}
			return cmd.Help()
		}),
	}
	root.Flags().BoolP("version", "v", false, "print the version of the program")
	root.SetHelpCommand(newHelp())
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return wrong(cmd, "%s", sayFlag(cmd, err)) })
	root.AddCommand(newDemo(), newLoad(), newServe(), newRetract(), newExport(), newExtract(), newEval(), newVersion())
	return root
}
