package neo4j

import (
	"context"
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

var nodesText = statement("nodes")

// Nodes implements graph.Reader.
func (s *Store) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) ([]graph.Node, error) {
	if err := graph.ValidateView(v); err != nil {
		return nil, err
	}
	out := make([]graph.Node, len(ids))
	err := s.reading(ctx, "nodes", func(r *reader) error {
		found, err := r.nodes(ids, d)
		for i, id := range ids {
			out[i] = found[id]
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// nodes reads nodes of any class, each once however often its id stands there. Of what is
// closed, only articles and passages are found.
func (r *reader) nodes(ids []graph.ID, d graph.Detail) (map[graph.ID]graph.Node, error) {
	found := make(map[graph.ID]graph.Node, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	class := ids[0].Class()
	for _, id := range ids {
		if id.Class() != class {
			class, d = "", graph.Whole // no list of properties suits all
		}
	}
	return found, r.each(detailed(nodesText, class, d), map[string]any{"ids": idList(ids)}, func(row *row) error {
		p := row.props("node")
		closed := row.flag("closed")
		switch p.id().Class() {
		case graph.ClassArticle, graph.ClassEvidence, graph.ClassMention:
		default:
			if closed {
				return nil
			}
		}
		n, err := decode(p)
		if err == nil {
			found[n.NodeID()] = n
		}
		return err
	})
}

// labels are those of what is there, by class.
var labels = map[graph.Class]string{
	graph.ClassActor:    "Actor",
	graph.ClassEvent:    "Event",
	graph.ClassTie:      "Tie",
	graph.ClassEvidence: "Evidence",
	graph.ClassArticle:  "Article",
	graph.ClassPlace:    "Place",
	graph.ClassMention:  "Mention",
}

// decode makes a node from its properties, which say its class by their id.
func decode(p props) (graph.Node, error) {
	switch p.id().Class() {
	case graph.ClassActor:
		return node(decodeActor(p))
	case graph.ClassEvent:
		return node(decodeEvent(p))
	case graph.ClassTie:
		return node(decodeTie(p))
	case graph.ClassEvidence:
		return node(decodeEvidence(p))
	case graph.ClassMention:
		return node(decodeMention(p))
	case graph.ClassArticle:
		a, err := decodeArticle(p, true)
		return node(&a.Article, err)
	case graph.ClassPlace:
		place, err := decodePlace(p, true)
		return node(&place.Place, err)
	}
	return nil, fmt.Errorf("a node with the id %q: %w", p.id(), graph.ErrConflict)
}

// node keeps a nil pointer from becoming a Node that is not nil.
func node[N graph.Node](n N, err error) (graph.Node, error) {
	if err != nil {
		return nil, err
	}
	return n, nil
}
