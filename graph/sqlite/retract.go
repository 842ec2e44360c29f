package sqlite

import (
	"context"
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// Retract implements graph.Writer.
func (s *Store) Retract(ctx context.Context, articles []graph.ID, reason string) error {
	return s.turn(ctx, "retract", articles, reason, (*writing).retract)
}

// Restore implements graph.Writer.
func (s *Store) Restore(ctx context.Context, articles []graph.ID, reason string) error {
	return s.turn(ctx, "restore", articles, reason, (*writing).restore)
}

// turn does the same to each of some articles, in the order of their ids.
func (s *Store) turn(ctx context.Context, doing string, articles []graph.ID, reason string, do func(*writing, *knownArticle, graph.Text) error) error {
	if err := graph.ValidateRetraction(articles, reason); err != nil {
		return err
	}
	return s.writing(ctx, doing, func(c *conn) error {
		w := newWriting(ctx, c)
		err := w.run(
			phase{"read what is known", func() error { return w.loadArticles(articles) }},
			phase{doing, func() error { return w.turnArticles(articles, graph.Text(reason), do) }},
		)
		if err == nil && w.rows == 0 {
			return errNothing
		}
		return err
	})
}

func (w *writing) turnArticles(articles []graph.ID, reason graph.Text, do func(*writing, *knownArticle, graph.Text) error) error {
	for i, id := range articles {
		if w.known.articles[id] == nil {
			return &graph.ArticleError{Index: i, Article: id, Err: graph.ErrNotFound}
		}
	}
	for _, id := range sortedKeys(w.known.articles) {
		if err := do(w, w.known.articles[id], reason); err != nil {
			return fmt.Errorf("article %s: %w", id, err)
		}
	}
	return nil
}

// retract closes an article and all its open passages.
func (w *writing) retract(a *knownArticle, reason graph.Text) error {
	if a.retracted {
		return nil
	}
	next := a.articleRow
	next.open, next.retracted, next.Recorded = false, true, graph.Ended(a.Recorded, w.at)
	w.articles--
	w.turnArticle(&next, graph.Retracted, reason)
	for _, id := range sortedKeys(w.known.mentions[a.ID]) {
		if err := w.closeMention(w.known.mentions[a.ID][id]); err != nil {
			return err
		}
	}
	for _, id := range sortedKeys(w.known.evidence[a.ID]) {
		if err := w.closeEvidence(w.known.evidence[a.ID][id]); err != nil {
			return err
		}
	}
	return nil
}

// restore opens an article and the passages that its retraction closed: those that ended at
// the same moment.
func (w *writing) restore(a *knownArticle, reason graph.Text) error {
	if !a.retracted {
		return nil
	}
	retracted := graph.RetractedAt(a.Recorded)
	next := a.articleRow
	next.open, next.retracted, next.Recorded = true, false, graph.Reopened(a.Recorded, w.at)
	w.articles++
	w.turnArticle(&next, graph.Added, reason)
	for _, id := range sortedKeys(w.known.mentions[a.ID]) {
		m, err := decodeMention(w.known.mentions[a.ID][id])
		if err != nil {
			return err
		}
		if graph.RetractedAt(m.Recorded).Equal(retracted) {
			m.Recorded = graph.Reopened(m.Recorded, w.at)
			w.tables.mentionChanged.add(prepend(nil, encodeMention(m))...)
			w.ledger.AddMention(m, 1)
			w.rows++
		}
	}
	for _, id := range sortedKeys(w.known.evidence[a.ID]) {
		e, err := decodeEvidence(w.known.evidence[a.ID][id])
		if err != nil {
			return err
		}
		if graph.RetractedAt(e.Recorded).Equal(retracted) {
			e.Recorded = graph.Reopened(e.Recorded, w.at)
			w.tables.evidenceChanged.add(prepend(nil, encodeEvidence(e))...)
			w.openEvidence(e)
		}
	}
	return nil
}

// openEvidence takes a passage that was closed into the fold of its fact.
func (w *writing) openEvidence(e *graph.Evidence) {
	fact := w.touch(e.FactID)
	fact.evidence = append(fact.evidence, e)
	fact.changed, fact.cause = true, e.ArticleID
	w.ledger.AddSpeakers(e, 1)
	w.evidence++
	w.rows++
}

// turnArticle writes the row of an article that comes or goes, with the reason in the log.
func (w *writing) turnArticle(next *articleRow, kind graph.ChangeKind, reason graph.Text) {
	w.told[next.ID] = true
	w.rows++
	w.log.add(kind, next.ID, next.ID, nil).Reason = reason
	row := encodeArticle(next)
	w.later(func() error { return w.saveOne(articles, nil, row) })
}
