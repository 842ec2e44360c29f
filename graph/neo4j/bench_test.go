package neo4j_test

import (
	"slices"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// loaded is a store with the articles of a world of hubs.
func loaded(b *testing.B, articles, size int) graph.Store {
	b.Helper()
	s := openEmpty(b)
	all := graphtest.NewWorld(3, articles).Extractions()
	for len(all) > 0 {
		n := min(size, len(all))
		if _, err := s.Write(b.Context(), graph.Batch{Extractions: all[:n]}); err != nil {
			b.Fatal(err)
		}
		all = all[n:]
	}
	return s
}

// BenchmarkWrite loads articles of the size of real ones into an empty database, after a few
// others, for which the server makes its plans. rows/s counts the nodes and relationships
// that are there in the end, not those that were changed on the way; texts and full text
// come on top.
func BenchmarkWrite(b *testing.B) {
	const articles, size = 300, 50
	batches := slices.Collect(graphtest.NewNewsroom(20_000).Batches(articles+size, size))
	server := testserver.Running(b)
	rows := 0
	b.ResetTimer()
	for range b.N {
		b.StopTimer()
		s := openEmpty(b)
		write := func(batch graph.Batch) {
			if _, err := s.Write(b.Context(), batch); err != nil {
				b.Fatal(err)
			}
		}
		write(batches[0])
		before := rowsOf(b, server)
		b.StartTimer()
		for _, batch := range batches[1:] {
			write(batch)
		}
		b.StopTimer()
		rows = rowsOf(b, server) - before
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func rowsOf(b *testing.B, server testserver.Server) int {
	total := 0
	for _, count := range []string{"MATCH (n) RETURN count(n)", "MATCH ()-[r]->() RETURN count(r)"} {
		total += int(server.Run(b, count)[0].(int64))
	}
	return total
}

// BenchmarkRead asks what a page of the API asks.
func BenchmarkRead(b *testing.B) {
	s := loaded(b, 600, 100)
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
		{"nodes of 100 events", func() error { _, err := s.Nodes(b.Context(), graph.View{}, events, graph.Whole); return err }},
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
