package neo4j

import (
	"context"
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// tellers keeps who tells of an event, in which articles and from which independent sources,
// so that both can be counted over many events without their evidence.
func (p props) tellers(passages []*graph.Evidence) {
	articles := map[graph.ID]bool{}
	for _, e := range passages {
		articles[e.ArticleID] = true
	}
	list(p, "articleIds", slices.Sorted(maps.Keys(articles)))
	list(p, "origins", graph.OriginsOf(passages))
}

var (
	tellersMissingText = statement("tellers_missing")
	rollupFillText     = statement("rollup_fill")
	tellersWriteText   = statement("tellers_write")
)

// fillCounts adds to the events of an older program what is kept to count them.
func (s *Store) fillCounts(ctx context.Context) error {
	err := s.writing(ctx, "migrate: numbers of events", func(t *transaction) error { return t.exec(rollupFillText, nil) })
	if err != nil {
		return err
	}
	return s.fillTellers(ctx)
}

// fillTellers adds them to events that an older program wrote, in some transactions.
func (s *Store) fillTellers(ctx context.Context) error {
	return s.inSteps(ctx, "migrate: who tells of events", beforeEvents, func(t *transaction, after string) (string, bool, error) {
		var ids []graph.ID
		err := t.each(tellersMissingText, map[string]any{"after": after, "limit": int64(s.filling.rows)}, func(r *row) error {
			ids = append(ids, r.id("id"))
			return nil
		})
		if err != nil {
			return "", false, err
		}
		w := newWriting(t)
		if err := w.addEvidence(ids); err != nil {
			return "", false, err
		}
		var rows []any
		for _, id := range ids {
			after = string(id)
			p := props{"id": after}
			p.tellers(w.touch(id).evidence)
			rows = append(rows, map[string]any(p))
		}
		return after, len(ids) == s.filling.rows, t.execRows(tellersWriteText, rows)
	})
}
