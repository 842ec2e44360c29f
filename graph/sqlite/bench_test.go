package sqlite_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

// BenchmarkWrite loads articles into an empty file. rows/s counts the rows that stand in
// all tables in the end, not those that were changed on the way (actors and their counted
// values, many times); texts and full text come on top. WRITE_EVENTS says how many events the
// articles tell, 28,000 where it is not set; MiB is what the process has taken of the system.
func BenchmarkWrite(b *testing.B) {
	const size = 250
	articles := 4000
	if text := os.Getenv("WRITE_EVENTS"); text != "" {
		events, err := strconv.Atoi(text)
		if err != nil {
			b.Fatalf("WRITE_EVENTS: %v", err)
		}
		articles = (events + 6) / 7 // a newsroom's article has seven
	}
	path, rows := "", 0
	b.ResetTimer()
	b.StopTimer()
	for range b.N {
		path = filepath.Join(b.TempDir(), "graph.db")
		s := openAt(b, path)
		for batch := range graphtest.NewNewsroom(20_000).Batches(articles, size) {
			b.StartTimer()
			_, err := s.Write(b.Context(), batch)
			b.StopTimer()
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.Sys>>20), "MiB")
	for _, table := range []string{
		"article", "revision", "mention", "evidence", "event", "part", "event_place", "event_about", "event_number", "tie",
		"actor", "actor_record", "actor_name", "counted", "place", "change",
	} {
		n := 0
		if err := raw(b, path).QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
			b.Fatal(err)
		}
		rows += n
	}
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// filled is a store with some articles.
func filled(b testing.TB, articles int) *sqlite.Store {
	b.Helper()
	s := open(b)
	for batch := range graphtest.NewNewsroom(20_000).Batches(articles, 500) {
		if _, err := s.Write(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// BenchmarkRead asks what a page of the API asks.
func BenchmarkRead(b *testing.B) {
	s := filled(b, 4000)
	ctx := b.Context()
	find := func(b *testing.B, q graph.Query) graph.Page[graph.Node] {
		b.Helper()
		page, err := s.Find(ctx, q)
		if err != nil {
			b.Fatal(err)
		}
		return page
	}
	var hubs, events []graph.ID
	for _, n := range find(b, graph.Query{Class: graph.ClassActor, Order: graph.ByMostEvents, Page: graph.PageRequest{First: 20}}).Items {
		hubs = append(hubs, n.NodeID())
	}
	for _, n := range find(b, graph.Query{Class: graph.ClassEvent, Page: graph.PageRequest{First: 100}}).Items {
		events = append(events, n.NodeID())
	}
	expand := func(b *testing.B, from []graph.ID, e graph.Expansion) {
		b.Helper()
		if _, err := s.Expand(ctx, from, e); err != nil {
			b.Fatal(err)
		}
	}
	page := graph.PageRequest{First: 10}
	where := func(w graph.EventWhere) graph.Filter {
		f, err := graph.CompileEvents(&w, "where")
		if err != nil {
			b.Fatal(err)
		}
		return f
	}
	for _, bench := range []struct {
		name string
		do   func(b *testing.B)
	}{
		{"nodes of 100 events", func(b *testing.B) {
			if _, err := s.Nodes(ctx, graph.View{}, events, graph.Whole); err != nil {
				b.Fatal(err)
			}
		}},
		{"latest 10 events of 20 hubs", func(b *testing.B) {
			expand(b, hubs, graph.Expansion{Edge: graph.EdgeEvents, Page: page})
		}},
		{"participants of 100 events", func(b *testing.B) {
			expand(b, events, graph.Expansion{Edge: graph.EdgeParticipants, Page: page})
		}},
		{"evidence of 100 events", func(b *testing.B) {
			expand(b, events, graph.Expansion{Edge: graph.EdgeEvidence, Page: page})
		}},
		{"ties of 20 hubs", func(b *testing.B) {
			expand(b, hubs, graph.Expansion{Edge: graph.EdgeTies, Page: page})
		}},
		{"statements of 20 hubs", func(b *testing.B) {
			expand(b, hubs, graph.Expansion{Edge: graph.EdgeStatements, Page: page})
		}},
		{"actors by two words", func(b *testing.B) {
			find(b, graph.Query{Class: graph.ClassActor, Search: "kalo su", Page: page})
		}},
		{"newest events", func(b *testing.B) { find(b, graph.Query{Class: graph.ClassEvent, Page: page}) }},
		{"newest assaults", func(b *testing.B) {
			find(b, graph.Query{Class: graph.ClassEvent, Where: where(graph.EventWhere{Type: []graph.EventType{graph.Assault}}), Page: page})
		}},
		{"events of an agency of one country", func(b *testing.B) {
			find(b, graph.Query{Class: graph.ClassEvent, Page: page, Where: where(graph.EventWhere{
				Actor: &graph.ActorWhere{Kind: []graph.ActorKind{graph.Agency}, Country: []string{"FRA"}},
			})})
		}},
		{"events by two words", func(b *testing.B) {
			find(b, graph.Query{Class: graph.ClassEvent, Search: "kalo mi", Page: page})
		}},
		{"count of all events", func(b *testing.B) {
			find(b, graph.Query{Class: graph.ClassEvent, Page: graph.PageRequest{First: 10, Total: true}})
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for range b.N {
				bench.do(b)
			}
		})
	}
}
