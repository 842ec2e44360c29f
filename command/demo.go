package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/examples"
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/open"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

func newDemo() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Load the examples and serve them",
		Long: `Demo loads the few articles that the program holds into a temporary graph, shows a first
query, and serves the API until it is stopped. The graph is then removed.`,
		Example: `  actorgraph demo
  actorgraph demo --no-serve
  echo '{ events { totalCount } }' | actorgraph demo --query -`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrong(cmd, "demo takes no argument, not %q; your own articles go in with actorgraph load", args[0])
			}
			return nil
		},
		RunE: run(demo),
	}
	addListenFlag(cmd)
	cmd.Flags().Bool("no-serve", false, "show a first query and its answer, and end")
	cmd.Flags().String("query", "", "print the answer to the GraphQL query in this file, - for standard input, and end")
	return cmd
}

func demo(cmd *cobra.Command, _ []string) (err error) {
	ctx := cmd.Context()
	ask, _ := cmd.Flags().GetString("query")
	noServe, _ := cmd.Flags().GetBool("no-serve")
	if err := exclude(cmd, "no-serve", "query", "listen"); err != nil {
		return err
	}
	query, err := readQuery(cmd, ask)
	if err != nil {
		return err
	}
	var listener net.Listener
	if ask == "" && !noServe { // a port that is taken is known before anything is loaded
		if listener, err = listen(cmd); err != nil {
			return err
		}
		defer listener.Close()
	}
	folder, err := os.MkdirTemp("", "actorgraph-demo-")
	if err != nil {
		return &exitError{exitStore, fmt.Errorf("no place for a temporary graph: %w; set TMPDIR", err)}
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	address := "sqlite:" + filepath.Join(folder, "demo.db")
	store, err := open.Open(ctx, address, open.Options{})
	if err != nil {
		return ofStore(cmd, address, err)
	}
	defer func() { err = errors.Join(err, store.Close()) }()

	out := &checkedWriter{w: cmd.OutOrStdout()}
	if ask != "" {
		out.w = io.Discard
	}
	if err := loadExamples(ctx, store, out); err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
	switch {
	case ask != "":
		return printAnswer(ctx, cmd.OutOrStdout(), newAPI(store, log), query)
	case noServe:
		fmt.Fprintf(out, "\nA first query:\n\n%s\n\nIts answer:\n\n", firstQuery())
		if out.err != nil {
			return out.err
		}
		return printAnswer(ctx, out, newAPI(store, log), firstQuery())
	}
	fmt.Fprintf(out, "\nA first query, for another terminal:\n\n%s\n\nMore at %s, in the browser at %[2]s/graphiql; Ctrl-C ends.\n",
		curlLine(siteURL(listener)+"/graphql", firstQuery()), siteURL(listener))
	if out.err != nil {
		return out.err
	}
	return serveOn(ctx, listener, store, siteOptions{log: log})
}

// checkedWriter remembers that writing failed, as errNotPrinted, and writes no more then.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (c *checkedWriter) Write(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.w.Write(p)
	if err != nil {
		c.err = fmt.Errorf("%w: %w", errNotPrinted, err)
	}
	return n, err
}

// longestQuery is far above what the API takes.
const longestQuery = 1 << 20

// readQuery reads the query of --query; "" where none is asked.
func readQuery(cmd *cobra.Command, path string) (string, error) {
	if path == "" {
		if cmd.Flags().Changed("query") {
			return "", wrong(cmd, "--query names no file")
		}
		return "", nil
	}
	if isFolder(path) {
		return "", wrong(cmd, "--query: %s is a folder", path)
	}
	var text []byte
	for f, err := range loader.Files(cmd.Context(), []string{path}, cmd.InOrStdin(), loader.FileOptions{}) {
		if err == nil {
			text, err = io.ReadAll(io.LimitReader(f, longestQuery+1))
		}
		if err != nil {
			return "", fmt.Errorf("the query cannot be read: %w", err)
		}
	}
	switch {
	case len(text) > longestQuery:
		return "", wrong(cmd, "--query: %s has more than %d MiB and is no query", path, longestQuery>>20)
	case strings.TrimSpace(string(text)) == "":
		return "", wrong(cmd, "--query: there is no query in %s", path)
	}
	return string(text), nil
}

// loadExamples loads the embedded articles and says so.
func loadExamples(ctx context.Context, store graph.Writer, out io.Writer) error {
	var failed error
	summary, err := loader.Load(ctx, store, exampleArticles, identity.Default(), loader.Options{
		Report: func(r loader.Report) {
			failed = errors.Join(failed, r.Err)
			fmt.Fprintf(out, "%-37s %s, %s\n", r.Origin, count(r.Events, "event"), count(r.Ties, "tie"))
		},
	})
	if err == nil {
		fmt.Fprintf(out, "%-37s %s, %s from %s\n", "in the graph", count(summary.Events, "event"), count(summary.Ties, "tie"), count(summary.Articles, "article"))
	}
	if err = errors.Join(err, failed); err == nil || ctx.Err() != nil {
		return err
	}
	return &exitError{exitStore, fmt.Errorf("the examples cannot be loaded: %w", err)}
}

func exampleArticles(context.Context) iter.Seq2[article.Article, error] {
	return loader.Articles(exampleFiles(), article.Options{})
}

// exampleFiles are the embedded articles, by name.
func exampleFiles() iter.Seq2[loader.File, error] {
	return func(yield func(loader.File, error) bool) {
		names, err := fs.Glob(examples.Articles, "*")
		if err != nil { // the pattern is ours
			panic(err)
		}
		for _, name := range names {
			f, err := examples.Articles.Open(name)
			if err != nil {
				panic(err) // it is embedded
			}
			more := yield(loader.File{Origin: "examples/" + name, Reader: f}, nil)
			_ = f.Close()
			if !more {
				return
			}
		}
	}
}

// printAnswer prints the answer also where it holds an error.
func printAnswer(ctx context.Context, out io.Writer, api http.Handler, query string) error {
	text, err := answer(ctx, api, query)
	if _, failed := out.Write(text); failed != nil {
		return fmt.Errorf("%w: %w", errNotPrinted, failed)
	}
	return err
}
