package neo4j

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// Paths is not built yet.
func (s *Store) Paths(context.Context, graph.PathQuery) ([]graph.Path, error) {
	return nil, notYet("paths")
}

// Judge is not built yet.
func (s *Store) Judge(context.Context, []graph.Judgement) error { return notYet("judgements") }
