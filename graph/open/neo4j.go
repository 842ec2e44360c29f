package open

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/neo4j"
)

// openNeo4j connects to a server and brings its database up to date.
func openNeo4j(ctx context.Context, address string, _ Options) (graph.Store, error) {
	s, err := neo4j.Open(ctx, address, neo4j.Options{
		Username: os.Getenv("NEO4J_USERNAME"),
		Password: os.Getenv("NEO4J_PASSWORD"),
		Database: os.Getenv("NEO4J_DATABASE"),
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", withoutPassword(address), err)
	}
	if err := s.Migrate(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("prepare %s: %w", withoutPassword(address), err), s.Close())
	}
	return s, nil
}
