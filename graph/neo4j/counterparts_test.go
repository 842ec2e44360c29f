package neo4j_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/neo4j"
)

// TestShowNodes leaves out who was closed between the statement that chose and the one that read.
func TestShowNodes(t *testing.T) {
	node := func(id graph.ID) graph.Node { return &graph.Actor{ID: id} }
	item := func(events int, n graph.Node) graph.Counterpart { return graph.Counterpart{Node: n, Events: events} }
	at := func(events int64, id graph.ID) graph.Position { return graph.Position{Rank: events, ID: id} }
	page := graph.Page[graph.Counterpart]{
		Items:     []graph.Counterpart{item(5, nil), item(4, nil), item(3, nil)},
		Positions: []graph.Position{at(5, "actor:a"), at(4, "actor:gone"), at(3, "actor:c")}, More: true, Total: -1,
	}
	neo4j.ShowNodes(&page, map[graph.ID]graph.Node{"actor:a": node("actor:a"), "actor:c": node("actor:c")})
	want := graph.Page[graph.Counterpart]{
		Items:     []graph.Counterpart{item(5, node("actor:a")), item(3, node("actor:c"))},
		Positions: []graph.Position{at(5, "actor:a"), at(3, "actor:c")}, More: true, Total: -1,
	}
	if d := cmp.Diff(want, page); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
