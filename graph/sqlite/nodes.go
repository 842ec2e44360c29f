package sqlite

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// source is where the nodes of a class are read.
type source struct {
	*table
	closed bool // whether closed ones are found by id
	decode func(row []any) (graph.Node, error)
}

var sources = map[graph.Class]source{
	graph.ClassActor:    {actors, false, func(r []any) (graph.Node, error) { return node(decodeActor(r)) }},
	graph.ClassEvent:    {events, false, func(r []any) (graph.Node, error) { return node(decodeEvent(r)) }},
	graph.ClassTie:      {ties, false, func(r []any) (graph.Node, error) { return node(decodeTie(r)) }},
	graph.ClassEvidence: {evidences, true, func(r []any) (graph.Node, error) { return node(decodeEvidence(r)) }},
	graph.ClassMention:  {mentions, true, func(r []any) (graph.Node, error) { return node(decodeMention(r)) }},
	graph.ClassPlace: {places, false, func(r []any) (graph.Node, error) {
		p, err := decodePlace(r)
		if err != nil {
			return nil, err
		}
		return &p.Place, nil
	}},
	graph.ClassArticle: {articles, true, func(r []any) (graph.Node, error) {
		a, err := decodeArticle(r)
		if err != nil {
			return nil, err
		}
		return &a.Article, nil
	}},
}

// node keeps a nil pointer from becoming a Node that is not nil.
func node[N graph.Node](n N, err error) (graph.Node, error) {
	if err != nil {
		return nil, err
	}
	return n, nil
}

// Nodes implements graph.Reader.
func (s *Store) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) ([]graph.Node, error) {
	if err := graph.ValidateView(v); err != nil {
		return nil, err
	}
	keys := map[graph.Class][]int64{}
	for _, id := range ids {
		if key, ok := keyOf(id); ok {
			keys[id.Class()] = append(keys[id.Class()], key)
		}
	}
	out := make([]graph.Node, len(ids))
	err := s.reading(ctx, "nodes", func(c *conn) error {
		found := map[int64]graph.Node{}
		for _, class := range graph.Classes {
			if err := c.nodes(ctx, class, keys[class], reading{true, d}, found); err != nil {
				return err
			}
		}
		for i, id := range ids {
			key, ok := keyOf(id)
			if n := found[key]; ok && n != nil && n.NodeID() == id {
				out[i] = n
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// reading says which nodes are read and how much of them.
type reading struct {
	byID bool // closed ones too, of classes that are found closed
	graph.Detail
}

// nodes reads nodes of one class, each once however often its key stands there, into found.
func (c *conn) nodes(ctx context.Context, class graph.Class, keys []int64, how reading, found map[int64]graph.Node) error {
	from, ok := sources[class]
	if !ok || len(keys) == 0 {
		return nil
	}
	columns := [][]int{from.whole, from.brief, from.bare}[how.Detail]
	text := "SELECT " + from.some(columns, "n.") + " FROM json_each(?) AS k CROSS JOIN " + from.name + " AS n ON n.key = k.value"
	if !how.byID || !from.closed {
		text += " WHERE n.open = 1"
	}
	var once []int64
	for _, key := range keys {
		if _, seen := found[key]; !seen {
			found[key] = nil
			once = append(once, key)
		}
	}
	row := make([]any, len(from.columns))
	return c.queryInto(ctx, row, columns, func() error {
		n, err := from.decode(row)
		found[row[0].(int64)] = n
		return err
	}, text, encode(once))
}
