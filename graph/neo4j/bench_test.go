package neo4j_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// loaded is a store with the articles of a world of hubs, and the number of their rows.
func loaded(b *testing.B, articles, size int) (graph.Store, int) {
	b.Helper()
	s := openEmpty(b)
	rows := 0
	all := graphtest.NewWorld(3, articles).Extractions()
	for len(all) > 0 {
		n := min(size, len(all))
		if _, err := s.Write(b.Context(), graph.Batch{Extractions: all[:n]}); err != nil {
			b.Fatal(err)
		}
		for _, x := range all[:n] {
			rows += 1 + len(x.Mentions) + len(x.Evidence)
		}
		all = all[n:]
	}
	return s, rows
}

// BenchmarkWrite loads articles into an empty database. rows/s counts articles, mentions and
// evidence; facts, actors, relationships, counted values, words and the change log come on top.
func BenchmarkWrite(b *testing.B) {
	const articles = 600
	rows := 0
	for range b.N {
		_, rows = loaded(b, articles, 100)
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkRead asks what a page of the API asks.
func BenchmarkRead(b *testing.B) {
	s, _ := loaded(b, 600, 100)
	ids := func(q graph.Query) []graph.ID {
		page, err := s.Find(b.Context(), q)
		if err != nil {
			b.Fatal(err)
		}
		var out []graph.ID
		for _, n := range page.Items {
			out = append(out, n.NodeID())
		}
		return out
	}
	hubs := ids(graph.Query{Class: graph.ClassActor, Order: graph.ByMostEvents, Page: graph.PageRequest{First: 20}})
	events := ids(graph.Query{Class: graph.ClassEvent, Page: graph.PageRequest{First: 100}})
	page := graph.PageRequest{First: 10}
	find := func(q graph.Query) func() error {
		return func() error { _, err := s.Find(b.Context(), q); return err }
	}
	expand := func(from []graph.ID, e graph.Expansion) func() error {
		return func() error { _, err := s.Expand(b.Context(), from, e); return err }
	}
	for _, bench := range []struct {
		name string
		do   func() error
	}{
		{"nodes of 100 events", func() error { _, err := s.Nodes(b.Context(), graph.View{}, events); return err }},
		{"newest events", find(graph.Query{Class: graph.ClassEvent, Page: page})},
		{"newest events and their number", find(graph.Query{Class: graph.ClassEvent, Page: graph.PageRequest{First: 10, Total: true}})},
		{"actors by search", find(graph.Query{Class: graph.ClassActor, Search: "a", Page: page})},
		{"newest 10 events of 20 hubs", expand(hubs, graph.Expansion{Edge: graph.EdgeEvents, Page: page})},
		{"newest 10 ties of 20 hubs", expand(hubs, graph.Expansion{Edge: graph.EdgeTies, Page: page})},
		{"statements of 20 hubs", expand(hubs, graph.Expansion{Edge: graph.EdgeStatements, Page: page})},
		{"participants of 100 events", expand(events, graph.Expansion{Edge: graph.EdgeParticipants, Page: page})},
		{"evidence of 100 events", expand(events, graph.Expansion{Edge: graph.EdgeEvidence, Page: page})},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for range b.N {
				if err := bench.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
