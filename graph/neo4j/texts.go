package neo4j

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

var textsText = statement("texts")

// Texts implements graph.Reader.
func (s *Store) Texts(ctx context.Context, of []graph.RevisionID) ([]graph.Text, error) {
	articles, numbers, revisions := make([]any, len(of)), make([]any, len(of)), make([]any, len(of))
	for i, r := range of {
		articles[i], numbers[i], revisions[i] = string(r.Article), int64(r.Number), revisionKey(r)
	}
	var out []graph.Text
	err := s.reading(ctx, "texts", func(r *reader) error {
		out = make([]graph.Text, len(of))
		if len(of) == 0 {
			return nil
		}
		return r.each(textsText, map[string]any{"articles": articles, "numbers": numbers, "revisions": revisions}, func(row *row) error {
			out[row.int("i")] = graph.Text(row.text("text"))
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
