package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"time"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/pipeline"
)

// Options bound a load. The zero Options are sensible.
type Options struct {
	Workers int // extracting at the same time; 0: one per CPU
	Batch   int // articles written at once; 0: 64
	Report  func(Report)
}

// Report is what became of one input. Load calls Options.Report once per input, in the order
// of the inputs, after the article is safely in the store, and never from two goroutines.
type Report struct {
	Origin  string // "news/a.txt", "feed.jsonl:12"
	OwnID   string // the input's own id
	Article graph.ID
	Title   string
	Outcome graph.Outcome // Failed or UnsupportedLanguage if Err is set
	Events  int           // that its passages tell
	Ties    int
	Words   int
	Err     error // why it was not loaded, in words for a user
	// Warning is what may go wrong though it was loaded, in words for a user; the same for
	// all articles of an input. Empty for most.
	Warning string
}

// The outcomes of an input that is not in the store.
const (
	Failed              graph.Outcome = "FAILED"               // could not be read, extracted or written
	UnsupportedLanguage graph.Outcome = "UNSUPPORTED_LANGUAGE" // in another language than English
)

// outcomeOf is the outcome of an input that failed with err.
func outcomeOf(err error) graph.Outcome {
	var e *article.Error
	if errors.As(err, &e) && e.Reason == article.UnsupportedLanguage {
		return UnsupportedLanguage
	}
	return Failed
}

// Summary counts what became of the inputs.
type Summary struct {
	Articles, Loaded, Known, Revised, Retracted int
	Failed, Foreign                             int // Foreign: UnsupportedLanguage, and not among Failed
	Events, Ties, Words                         int
	Rows                                        int // written
}

// Load extracts every input and writes it. Inputs are extracted on bounded workers and
// written in their own order, in batches; memory is bounded by Workers and Batch. An input
// that fails is reported and does not stop the rest. Where inputs come slowly, what there is
// of a batch is written as soon as the next one does not come for a moment.
//
// The error is the store's or the context's: what was reported before it is safely written,
// and running the same load again resumes it. When the context ends, what is extracted
// already is still written; an article that is being extracted is not waited for.
func Load(ctx context.Context, store graph.Writer, inputs Source, r *identity.Register, o Options) (Summary, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Batch <= 0 {
		o.Batch = 64
	}
	w := &writer{store: store, size: o.Batch, report: o.Report}
	err := pipeline.Stage[input, extracted]{
		Workers: o.Workers,
		Inputs: func(ctx context.Context) iter.Seq[input] {
			return func(yield func(input) bool) {
				for a, err := range inputs(ctx) {
					if !yield(input{a, err}) {
						return
					}
				}
			}
		},
		Work: func(in input) extracted { return extract(in, r) },
		Done: func(x extracted) error { return w.add(ctx, x) },
		Idle: func() error { return w.flush(ctx) },
	}.Run(ctx)
	if ctx.Err() != nil {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastWrite)
		defer cancel()
		if failed := w.flush(last); failed != nil {
			err = errors.Join(err, failed)
		}
	} else if err == nil {
		err = w.flush(ctx)
	}
	return w.summary, err
}

// lastWrite is how long a load that was told to stop may write what it has.
const lastWrite = 10 * time.Second

// sharedID warns of what the ids of articles are made from: see graph.ArticleID.
const sharedID = `the articles have an id, but no url and no publisher: those of another input with the same ids would be taken for revisions of these; give --publisher`

type input struct {
	article article.Article
	err     error
}

type extracted struct {
	report     Report
	extraction *graph.Extraction // nil if it failed
}

// extract runs Extract on one input and turns a panic, which would be a mistake of ours on
// input of theirs, into the failure of that one article.
func extract(in input, r *identity.Register) (x extracted) {
	x.report = Report{Origin: in.article.Origin, OwnID: in.article.ID, Title: in.article.Title, Err: in.err}
	if in.err != nil {
		var e *article.Error
		if x.report.Origin == "" && errors.As(in.err, &e) {
			x.report.Origin = e.Origin
		}
		return x
	}
	defer func() {
		if p := recover(); p != nil {
			x.extraction = nil
			x.report.Err = fmt.Errorf("%s: extraction failed: %v (please report this as a bug, with the article)", in.article.Origin, p)
		}
	}()
	if in.article.ID != "" && in.article.URL == "" && in.article.Publisher == "" {
		x.report.Warning = sharedID
	}
	done := Extract(in.article, r)
	x.extraction = &done.Result
	x.report.Article, x.report.Title, x.report.Words = done.Result.Article.ID, done.Result.Article.Title, done.Result.Article.Words
	x.report.Events, x.report.Ties = countFacts(done.Result.Evidence)
	if done.Refused != nil {
		x.extraction = nil
		x.report.Err = done.Refused
	}
	return x
}

// countFacts counts the events and ties that passages tell, each once.
func countFacts(evidence []graph.Evidence) (events, ties int) {
	seen := map[graph.ID]bool{}
	for _, e := range evidence {
		if seen[e.Record] {
			continue
		}
		seen[e.Record] = true
		if e.Record.Class() == graph.ClassTie {
			ties++
		} else {
			events++
		}
	}
	return events, ties
}
