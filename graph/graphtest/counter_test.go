package graphtest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

func TestCounter(t *testing.T) {
	c := graphtest.NewCounter(&graphtest.Reference{})
	page := graph.PageRequest{First: 1}
	for range 2 {
		if _, err := c.Find(t.Context(), graph.Query{Class: graph.ClassActor, Page: page}); err != nil {
			t.Fatal(err)
		}
	}
	for _, edge := range []graph.Edge{graph.EdgeEvents, graph.EdgeEvents, graph.EdgeTies} {
		if _, err := c.Expand(t.Context(), nil, graph.Expansion{Edge: edge, Page: page}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Nodes(t.Context(), graph.View{}, nil, graph.Whole); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"Find": 2, "Expand events": 2, "Expand ties": 1, "Nodes": 1}
	if diff := cmp.Diff(want, c.Calls()); diff != "" {
		t.Errorf("calls (-want +got):\n%s", diff)
	}
	if got, want := c.String(), "Expand events 2, Expand ties 1, Find 2, Nodes 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if c.Total() != 6 {
		t.Errorf("%d calls, want 6", c.Total())
	}
	if c.Reset(); c.Total() != 0 {
		t.Errorf("%d calls after Reset", c.Total())
	}
}
