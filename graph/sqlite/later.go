package sqlite

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// Aggregate is not built yet.
func (s *Store) Aggregate(context.Context, graph.Aggregation) (graph.Buckets, error) {
	return graph.Buckets{}, notYet("counting")
}

// Links is not built yet.
func (s *Store) Links(context.Context, graph.LinkQuery) (graph.Links, error) {
	return graph.Links{}, notYet("links")
}

// Counterparts is not built yet.
func (s *Store) Counterparts(context.Context, []graph.ID, graph.CounterpartQuery) ([]graph.Page[graph.Counterpart], error) {
	return nil, notYet("counterparts")
}

// Paths is not built yet.
func (s *Store) Paths(context.Context, graph.PathQuery) ([]graph.Path, error) {
	return nil, notYet("paths")
}

// Judge is not built yet.
func (s *Store) Judge(context.Context, []graph.Judgement) error { return notYet("judgements") }
