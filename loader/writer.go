package loader

import (
	"context"
	"errors"

	"github.com/actorgraph/actorgraph/graph"
)

// writer collects extractions into batches and reports them once they are written.
type writer struct {
	store   graph.Writer
	size    int
	report  func(Report)
	batch   []extracted // in input order; those without an extraction failed already
	summary Summary
}

// add takes one result. A batch holds no article twice, so that the same article in two
// inputs is loaded once and then known, or revised, in the order of the inputs.
func (w *writer) add(ctx context.Context, x extracted) error {
	if x.extraction != nil {
		for _, other := range w.batch {
			if other.extraction != nil && other.extraction.Article.ID == x.extraction.Article.ID {
				if err := w.flush(ctx); err != nil {
					return err
				}
				break
			}
		}
	}
	w.batch = append(w.batch, x)
	if len(w.batch) >= w.size {
		return w.flush(ctx)
	}
	return nil
}

// flush writes the batch. An article that the store refuses is left out, reported as failed,
// and the rest is written.
func (w *writer) flush(ctx context.Context) error {
	for {
		var b graph.Batch
		var at []int // index in w.batch
		for i, x := range w.batch {
			if x.extraction != nil {
				b.Extractions = append(b.Extractions, *x.extraction)
				at = append(at, i)
			}
		}
		if len(at) == 0 {
			break
		}
		written, err := w.store.Write(ctx, b)
		var refused *graph.ArticleError
		if errors.As(err, &refused) && refused.Index >= 0 && refused.Index < len(at) {
			x := &w.batch[at[refused.Index]]
			x.extraction, x.report.Err = nil, err
			continue
		}
		if err != nil {
			return err
		}
		w.summary.Rows += written.Rows
		for k, i := range at {
			w.batch[i].report.Outcome = written.Outcomes[k]
		}
		break
	}
	for _, x := range w.batch {
		w.count(x.report)
	}
	w.batch = w.batch[:0]
	return nil
}

func (w *writer) count(r Report) {
	s := &w.summary
	s.Articles++
	if r.Err != nil {
		r.Outcome = outcomeOf(r.Err)
	}
	switch r.Outcome {
	case graph.Loaded:
		s.Loaded++
	case graph.Known:
		s.Known++
	case graph.Revised:
		s.Revised++
	case graph.StaysRetracted:
		s.Retracted++
	case UnsupportedLanguage:
		s.Foreign++
	default:
		s.Failed++
	}
	if r.Err == nil {
		s.Events += r.Events
		s.Ties += r.Ties
		s.Words += r.Words
	}
	if w.report != nil {
		w.report(r)
	}
}
