package neo4j

import (
	"context"
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// Retract implements graph.Writer.
func (s *Store) Retract(ctx context.Context, articles []graph.ID, reason string) error {
	return s.turnArticles(ctx, "retract", articles, reason, (*writing).retract)
}

// Restore implements graph.Writer.
func (s *Store) Restore(ctx context.Context, articles []graph.ID, reason string) error {
	return s.turnArticles(ctx, "restore", articles, reason, (*writing).restore)
}

// turnArticles does the same to each of some articles, in the order of their ids.
func (s *Store) turnArticles(ctx context.Context, doing string, articles []graph.ID, reason string, do func(*writing, *knownArticle, graph.Text) error) error {
	if err := graph.ValidateRetraction(articles, reason); err != nil {
		return err
	}
	return s.writing(ctx, doing, func(t *transaction) error {
		w := newWriting(t) // anew each time, as the driver may try more than once
		err := w.run(
			phase{"read what is known", func() error { return w.loadArticles(articles) }},
			phase{doing, func() error { return w.turn(articles, graph.Text(reason), do) }},
		)
		if err == nil && w.rows == 0 {
			return errNothing
		}
		return err
	})
}

func (w *writing) turn(articles []graph.ID, reason graph.Text, do func(*writing, *knownArticle, graph.Text) error) error {
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
	next := *a.articleNode
	next.open, next.retracted, next.Recorded = false, true, graph.Ended(a.Recorded, w.now)
	w.articles--
	w.turnNode(&next, graph.Retracted, reason)
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
	next := *a.articleNode
	next.open, next.retracted, next.Recorded = true, false, graph.Reopened(a.Recorded, w.now)
	w.articles++
	w.turnNode(&next, graph.Added, reason)
	for _, id := range sortedKeys(w.known.mentions[a.ID]) {
		m, err := decodeMention(w.known.mentions[a.ID][id])
		if err != nil {
			return err
		}
		if graph.RetractedAt(m.Recorded).Equal(retracted) {
			m.Recorded = graph.Reopened(m.Recorded, w.now)
			w.openMention(m, encodeMention(m))
		}
	}
	for _, id := range sortedKeys(w.known.evidence[a.ID]) {
		e, err := decodeEvidence(w.known.evidence[a.ID][id])
		if err != nil {
			return err
		}
		if graph.RetractedAt(e.Recorded).Equal(retracted) {
			e.Recorded = graph.Reopened(e.Recorded, w.now)
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
	w.rows++
	w.saves.node(encodeEvidence(e), passageLabels("Evidence", e.Recorded))
	w.spreadEvidence(e)
}

// turnNode writes the node of an article that comes or goes, with the reason in the log.
func (w *writing) turnNode(next *articleNode, kind graph.ChangeKind, reason graph.Text) {
	w.told[next.ID] = true
	w.rows++
	w.log.add(kind, next.ID, next.ID, nil).Reason = reason
	w.saves.node(encodeArticle(next), next.labels())
}
