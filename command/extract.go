package command

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync/atomic"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/findings"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/pipeline"
)

func newExtract() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "extract [PATH...]",
		Short: "Show what would be found in texts, and why",
		Long: `Extract reads articles as load does, from standard input where no path is given, and
prints what it finds in them. No graph is read or written.

As text, it shows each sentence with its facts beneath it, and the reasons. As jsonl, it
prints one object for each article, in the order of the input; offsets are code points of
the text as it was given. A line of JSON lines may ask, in "pairs", for the type of the
event between two spans of its text.

Exit codes: 0 all was read (with jsonl: each line has its answer, an unreadable one an
empty one), 1 some was not, 2 the command was wrong.`,
		Example: `  actorgraph extract news/a.txt
  actorgraph extract --dropped news/a.txt
  actorgraph extract --format jsonl < documents.jsonl > found.jsonl
  echo "France recalled its ambassador on Monday." | actorgraph extract --published 2016-04-25`,
		RunE: run(extract),
	}
	addArticleFlags(cmd)
	addRegisterFlag(cmd)
	addWorkersFlag(cmd)
	cmd.Flags().String("format", "text", "how to print: text, for people; jsonl, one line for each article")
	completeOneOf(cmd, "format", "text", "jsonl")
	cmd.Flags().Bool("dropped", false, "with text: show also what was left out of the text as furniture of a page")
	return cmd
}

func extract(cmd *cobra.Command, args []string) error {
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
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	if err := checkPaths(cmd, args); err != nil {
		return err
	}
	which, err := fileOptions(cmd, outputs(cmd))
	if err != nil {
		return err
	}
	register, err := openRegister(cmd)
	if err != nil {
		return err
	}
	isPiped := len(args) == 0 // a program that finds nothing to say is no fault
	if isPiped {
		args = []string{loader.StandardInput}
		if isTerminal(cmd.InOrStdin()) {
			fmt.Fprintln(cmd.ErrOrStderr(), readingStdin)
		}
	}
	dropped, _ := cmd.Flags().GetBool("dropped")
	p := &printer{
		out: bufio.NewWriter(cmd.OutOrStdout()), stderr: cmd.ErrOrStderr(), lines: format == "jsonl",
		page: findings.Page{Color: hasColor(cmd.OutOrStdout()), Dropped: dropped},
	}
	err = pipeline.Stage[findings.Document, found]{
		Workers: workers,
		Inputs: func(ctx context.Context) iter.Seq[findings.Document] {
			files := loader.Files(ctx, args, cmd.InOrStdin(), which)
			return documents(files, options, isPiped)
		},
		Work: func(d findings.Document) found { return p.find(d, register) },
		Done: p.print,
	}.Run(cmd.Context())
	if err == nil && p.failed > 0 {
		err = fmt.Errorf("%s could not be read, the reasons are above", count(p.failed, "input"))
	}
	return err
}

// documents are those of all files. A file that cannot be opened is a Document with its
// error and no text. An empty one is none where emptyIsNone says so.
func documents(files iter.Seq2[loader.File, error], o article.Options, emptyIsNone bool) iter.Seq[findings.Document] {
	return func(yield func(findings.Document) bool) {
		for f, err := range files {
			if err != nil {
				if !yield(findings.Document{Article: article.Article{Origin: f.Origin}, Err: err}) {
					return
				}
				continue
			}
			counted := &countingReader{r: f, n: new(atomic.Int64)}
			for d := range findings.Documents(counted, f.Origin, o) {
				if emptyIsNone && counted.n.Load() == 0 && isEmpty(d.Err) {
					continue
				}
				if !yield(d) {
					return
				}
			}
		}
	}
}

func isEmpty(err error) bool {
	var e *article.Error
	return errors.As(err, &e) && e.Reason == article.Empty
}

// printer prints what is found in one document after the other.
type printer struct {
	out    *bufio.Writer
	stderr io.Writer
	lines  bool
	page   findings.Page

	printed, failed int
}

// found is what to print of one document.
type found struct {
	text []byte
	err  error // why there is nothing
	line bool  // it is an answer to one line of the input
}

// find runs the extraction on one document. A panic, which would be a mistake of ours on
// input of theirs, becomes the failure of that one document.
func (p *printer) find(d findings.Document, r *identity.Register) (f found) {
	f = found{err: d.Err, line: d.IsLine}
	defer func() {
		if fault := recover(); fault != nil {
			f.err = fmt.Errorf("%s: extraction failed: %v (please report this as a bug, with the article)", d.Article.Origin, fault)
			f.text = p.show(nil, d)
		}
	}()
	if d.Err != nil {
		f.text = p.show(nil, d)
		return f
	}
	x := loader.Extract(d.Article, r)
	f.err = x.Refused
	if x.Refused == nil || p.lines || x.Cleaned.Text == "" { // a text in another language has nothing to show
		f.text = p.show(x, d)
	}
	return f
}

// show is what is printed of one extraction, nil for a document without one.
func (p *printer) show(x *loader.Extracted, d findings.Document) []byte {
	switch {
	case p.lines && x == nil && !d.IsLine:
		return nil
	case p.lines:
		line := findings.Empty(d.Article.ID, d.Pairs)
		if x != nil {
			line = findings.Of(x, d.Pairs)
		}
		if line.ID == "" && !d.IsLine {
			line.ID = d.Article.Origin
		}
		b, err := json.Marshal(line)
		if err != nil { // no type in Line can fail to marshal
			panic(err)
		}
		return append(b, '\n')
	case x == nil:
		return nil
	}
	return []byte(p.page.Text(x))
}

// print writes what was found at once, so that a program that feeds lines in gets each
// answer without waiting for more.
func (p *printer) print(f found) error {
	if f.err != nil {
		fmt.Fprintf(p.stderr, "actorgraph: %s\n", oneLine(f.err.Error()))
		if !p.lines || !f.line { // a line is answered, with nothing found
			p.failed++
		}
	}
	if len(f.text) == 0 {
		return nil
	}
	if p.printed > 0 && !p.lines {
		_ = p.out.WriteByte('\n')
	}
	p.printed++
	_, _ = p.out.Write(f.text) // Flush repeats the error
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("%w: %w", errNotPrinted, err)
	}
	return nil
}
