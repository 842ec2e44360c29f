package command

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/open"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
)

func newLoad() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "load PATH...",
		Short: "Load articles into a graph",
		Long: `Load reads articles from files, folders and standard input (-), finds who did what to
whom, and writes it into a graph, which is created where there is none.

Inputs are plain text, Markdown, web pages, JSON lines, and JSON with the fields id, url,
title, published, publisher, author and text or what others call these, all perhaps
compressed with gzip; the format is found by looking at the content. Only English is read.
Folders are walked; names that start with a dot are passed over.

An article is known by its url, else by its id (with its publisher), else by its text. One
that is in the graph already is not loaded again, and one whose text has changed under the
same url or id becomes a new revision. So a load that was stopped, or of which some inputs
failed, goes on when the same command is run again.

A register of your own adds actors to those that the program knows. Give the same one each
time: an article that is loaded again without it, or with another, is read anew.

Exit codes: 0 all inputs are in the graph, 1 some failed, 2 the command was wrong, 3 the
graph could not be used.`,
		Example: `  actorgraph load news/
  actorgraph load --store sqlite:crisis.db feed.jsonl.gz
  actorgraph load --include '*.html' --exclude drafts saved-pages/
  actorgraph load --dry-run news/
  actorgraph load --register actors.jsonl news/
  actorgraph load --published 2016-04-25 --publisher "The Meridian Courier" story.txt
  gunzip -c feed.jsonl.gz | actorgraph load --format jsonl - > loaded.jsonl`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong(cmd, "name the files or folders to load, or - for standard input")
			}
			return nil
		},
		RunE: run(load),
	}
	addStoreFlag(cmd)
	addArticleFlags(cmd)
	addRegisterFlag(cmd)
	addWorkersFlag(cmd)
	cmd.Flags().String("format", "text", "what to print: text, a summary; jsonl, one line for each article after it is written")
	completeOneOf(cmd, "format", "text", "jsonl")
	cmd.Flags().Bool("dry-run", false, "read and extract all, say what would be loaded, and write nothing")
	cmd.Flags().Bool("quiet", false, "print nothing but what failed, and with jsonl the lines")
	return cmd
}

func load(cmd *cobra.Command, args []string) error {
	ctx := cmd.Context()
	format, err := choice(cmd, "format", "text", "jsonl")
	if err != nil {
		return err
	}
	options, err := articleOptions(cmd, args)
	if err != nil {
		return err
	}
	workers, err := workerCount(cmd)
	if err != nil {
		return err
	}
	quiet, _ := cmd.Flags().GetBool("quiet")
	address := storeAddress(cmd)
	which, err := fileOptions(cmd, outputsAndStore(cmd, address))
	if err != nil {
		return err
	}
	if err := checkPaths(cmd, args); err != nil {
		return err
	}
	register, err := openRegister(cmd)
	if err != nil {
		return err
	}
	dryRun, _ := cmd.Flags().GetBool("dry-run")
	store, err := openForLoad(cmd, address, args, dryRun)
	if err != nil {
		return err
	}

	began := time.Now()
	show := newProgress(cmd.ErrOrStderr(), args, which, quiet)
	lines := newLoadLines(cmd.OutOrStdout(), format == "jsonl")
	if slices.Contains(args, loader.StandardInput) && isTerminal(cmd.InOrStdin()) {
		fmt.Fprintln(cmd.ErrOrStderr(), readingStdin)
	}
	inputs := func(ctx context.Context) iter.Seq2[article.Article, error] {
		files := loader.Files(ctx, args, cmd.InOrStdin(), which)
		return loader.Articles(show.counting(files), options)
	}
	summary, err := loader.Load(ctx, store, inputs, register, loader.Options{
		Workers: workers,
		Report: func(r loader.Report) {
			lines.write(r)
			show.report(r)
		},
	})
	show.finish()
	err = errors.Join(err, store.Close())
	if !quiet {
		out := cmd.OutOrStdout()
		if format == "jsonl" {
			out = cmd.ErrOrStderr()
		}
		told := loadTold{Summary: summary, reasons: show.reasons, took: time.Since(began), graph: address + ", " + count(summary.Rows, "row") + " written",
			next: "actorgraph serve " + storeArgument(cmd, address)}
		if dryRun {
			told.graph, told.next = rehearsed(address, summary), "the same command without --dry-run"
		}
		if failed := told.print(out); failed != nil && lines.err == nil {
			lines.err = failed
		}
	}
	return loadError(cmd, address, summary, errors.Join(err, lines.err))
}

// readingStdin is what a person is told at whose keyboard the program waits.
const readingStdin = "reading standard input; Ctrl-D ends it"

// openForLoad opens the graph, and makes it where it is not there and there may be
// something to load.
func openForLoad(cmd *cobra.Command, address string, paths []string, dryRun bool) (loadStore, error) {
	if dryRun {
		return openRehearsal(cmd, address)
	}
	exists := someExist(paths)
	store, err := open.Open(cmd.Context(), address, open.Options{MustExist: !exists})
	switch {
	case err == nil:
		return store, nil
	case !exists && errors.Is(err, graph.ErrNotFound):
		return noGraph{}, nil
	}
	return nil, ofStore(cmd, address, err)
}

// loadStore is what a load needs of a store.
type loadStore interface {
	graph.Writer
	Close() error
}

// noGraph is the graph of a load whose paths lead nowhere: it is never written to, unless
// a file appears in between.
type noGraph struct{ graph.Writer }

func (noGraph) Write(context.Context, graph.Batch) (graph.Written, error) {
	return graph.Written{}, fmt.Errorf("the graph was not made, because there was nothing to load: %w", graph.ErrNotFound)
}

func (noGraph) Close() error { return nil }

// loadError is how a load ends: the graph's failure first, then that of single inputs.
func loadError(cmd *cobra.Command, address string, s loader.Summary, err error) error {
	const again = "run the same command again for the rest"
	switch {
	case errors.Is(err, context.Canceled):
		return &exitError{exitSome, fmt.Errorf("stopped after %s; %s", count(s.Articles, "input"), again)}
	case errors.Is(err, errNotPrinted):
		return err
	case errors.Is(err, graph.ErrInvalid): // not the user's address but our rows
		return &exitError{exitStore, fmt.Errorf("%s refuses what was found; please report this as a bug: %w", address, err)}
	case err != nil:
		return &exitError{exitStore, fmt.Errorf("%s: %w; mend it and %s", address, err, again)}
	case s.Failed > 0:
		return fmt.Errorf("%s of %s failed, the reasons are above; mend them and %s", number(s.Failed), count(s.Articles, "input"), again)
	case s.Foreign > 0:
		return fmt.Errorf("%s of %s not in English, and so not read", number(s.Foreign), count(s.Articles, "input"))
	}
	return nil
}

// addArticleFlags are what the user knows of the texts.
func addArticleFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.String("published", "", "day of publication, such as 2016-04-25: for a single text before what it says, for lines that say none")
	f.String("publisher", "", "publisher: for a single text before what it says, for lines that name none")
	f.String("url", "", "address of a single text, before what it says")
	f.String("title", "", "title of a single text, before what it says")
	f.String("charset", "", "character set of all inputs, such as windows-1252 (default: as they say or show)")
	f.StringArray("include", nil, "take only such files of folders: '*.html' for names, '2016/**/*.txt' for paths in the folder; may be repeated")
	f.StringArray("exclude", nil, "pass over such files and folders in folders; may be repeated")
}

func articleOptions(cmd *cobra.Command, paths []string) (article.Options, error) {
	var o article.Options
	f := cmd.Flags()
	o.Publisher, _ = f.GetString("publisher")
	o.URL, _ = f.GetString("url")
	o.Title, _ = f.GetString("title")
	for _, flag := range []string{"publisher", "url", "title"} {
		if value, _ := f.GetString(flag); len(value) > article.MaxField {
			return o, wrong(cmd, "--%s has more than %d KiB", flag, article.MaxField>>10)
		}
	}
	if o.Charset, _ = f.GetString("charset"); o.Charset != "" && article.LookupCharset(o.Charset) == nil {
		return o, wrong(cmd, "--charset: there is no character set %q; write, for instance, windows-1252", o.Charset)
	}
	published, _ := f.GetString("published")
	var err error
	if o.Published, err = graph.ParseDate(published); err != nil {
		return o, wrong(cmd, "--published: %q is no day; write 2016-04-25", published)
	}
	if o.URL == "" && o.Title == "" {
		return o, nil
	}
	if len(paths) > 1 {
		return o, wrong(cmd, "--url and --title are for a single text, and %d paths are given", len(paths))
	}
	if len(paths) == 1 && isFolder(paths[0]) {
		return o, wrong(cmd, "--url and --title are for a single text, and %s is a folder", paths[0])
	}
	return o, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
