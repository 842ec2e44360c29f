package graphtest

import (
	"context"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Retract implements graph.Writer.
func (r *Reference) Retract(ctx context.Context, articles []graph.ID, reason string) error {
	return r.turn(ctx, articles, reason, true, func(recorded []graph.Interval, _ time.Time, at time.Time) []graph.Interval {
		return graph.Ended(recorded, at)
	})
}

// Restore implements graph.Writer.
func (r *Reference) Restore(ctx context.Context, articles []graph.ID, reason string) error {
	return r.turn(ctx, articles, reason, false, func(recorded []graph.Interval, retracted, at time.Time) []graph.Interval {
		if !graph.RetractedAt(recorded).Equal(retracted) {
			return recorded // closed by a Write before
		}
		return graph.Reopened(recorded, at)
	})
}

// turn gives those of the articles that are open, or are not, and their rows the intervals that
// move makes of those they have; it is told when the article was retracted, and the moment of now.
func (r *Reference) turn(ctx context.Context, articles []graph.ID, reason string, open bool, move func(recorded []graph.Interval, retracted, at time.Time) []graph.Interval) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return err
	}
	if err := graph.ValidateRetraction(articles, reason); err != nil {
		return err
	}
	for i, id := range articles {
		if r.articles[id] == nil {
			return &graph.ArticleError{Index: i, Article: id, Err: graph.ErrNotFound}
		}
	}
	like := graph.Change{At: r.tick()}
	reasons := map[graph.ID]graph.Text{}
	for _, id := range articles {
		t := r.articles[id]
		if graph.Open(t.article.Recorded) != open {
			continue
		}
		retracted := graph.RetractedAt(t.article.Recorded)
		t.article.Recorded = move(t.article.Recorded, retracted, like.At)
		for _, m := range r.mentions {
			if m.ArticleID == id {
				c := *m
				c.Recorded = move(m.Recorded, retracted, like.At)
				r.mentions[m.ID] = &c
			}
		}
		for _, e := range r.evidence {
			if e.ArticleID == id {
				c := *e
				c.Recorded = move(e.Recorded, retracted, like.At)
				r.evidence[e.ID] = &c
			}
		}
		reasons[id] = graph.Text(reason)
		if like.CausedBy == "" {
			like.CausedBy = id
		}
	}
	if len(reasons) > 0 {
		before := r.now
		r.now = r.draw()
		r.record(before, r.now, like, reasons)
	}
	return nil
}
