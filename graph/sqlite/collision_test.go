package sqlite_test

import (
	"errors"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// TestCollision: an article whose id cannot be told from another's is refused by name, so
// that a load can leave it out and go on; the article that was there first stays.
func TestCollision(t *testing.T) {
	s := open(t)
	xs := graphtest.NewWorld(1, 2).Extractions()
	first, second := xs[0], xs[1]
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{first}}); err != nil {
		t.Fatal(err)
	}
	id := []byte(first.Article.ID)
	id[len(id)-1] ^= 'a' ^ 'b' // shares all but its last bits
	second.Article.ID = graph.ID(id)
	second.Mentions, second.Evidence, second.Places = nil, nil, nil
	second.Actors = nil
	_, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{second}})
	var refused *graph.ArticleError
	if !errors.As(err, &refused) || refused.Index != 0 || !errors.Is(err, graph.ErrConflict) {
		t.Fatalf("got %v, want an ArticleError that wraps ErrConflict", err)
	}
	nodes, err := s.Nodes(t.Context(), graph.View{}, []graph.ID{first.Article.ID}, graph.Whole)
	if err != nil || nodes[0] == nil {
		t.Errorf("the first article is gone: %v", err)
	}
}
