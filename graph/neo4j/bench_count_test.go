package neo4j_test

import (
	"cmp"
	"context"
	"strconv"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/neo4j"
)

// BenchmarkCounts asks what charts and maps of networks ask, of a warm server with a newsroom's
// graph: ms/op is the time of an answer.
//
//	SHAPES_EVENTS=200000 go test -run '^$' -bench Counts -benchtime 5x -timeout 1h ./graph/neo4j
func BenchmarkCounts(b *testing.B) {
	s := open(b, newsroom(b))
	for _, bench := range counts(b) {
		b.Run(bench.name, func(b *testing.B) {
			ask := func() {
				if err := bench.ask(b.Context(), s); err != nil {
					b.Fatal(err)
				}
			}
			ask() // so that its plan is made and its pages are in memory
			b.ResetTimer()
			for range b.N {
				ask()
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/op")
			b.ReportMetric(0, "ns/op")
		})
	}
}

type countBench struct {
	name string
	ask  func(context.Context, *neo4j.Store) error
}

func counts(b *testing.B) []countBench {
	where := func(w graph.EventWhere) graph.Filter {
		f, err := graph.CompileEvents(&w, "where")
		if err != nil {
			b.Fatal(err)
		}
		return f
	}
	actor := func(number int) *graph.ActorWhere {
		return &graph.ActorWhere{ID: []graph.ID{graph.RegisteredActorID("bench:" + strconv.Itoa(number))}}
	}
	by := func(d graph.Dimension) graph.By { return graph.By{Dimension: d, First: 120, Rest: true, Zeros: true} }
	aggregate := func(name string, a graph.Aggregation) countBench {
		a.Class = cmp.Or(a.Class, graph.ClassEvent)
		return countBench{name, func(ctx context.Context, s *neo4j.Store) error { _, err := s.Aggregate(ctx, a); return err }}
	}
	links := func(name string, q graph.LinkQuery) countBench {
		return countBench{name, func(ctx context.Context, s *neo4j.Store) error { _, err := s.Links(ctx, q); return err }}
	}
	counterparts := func(name string, number int) countBench {
		q := graph.CounterpartQuery{Page: graph.PageRequest{First: 20}}
		return countBench{name, func(ctx context.Context, s *neo4j.Store) error {
			_, err := s.Counterparts(ctx, actor(number).ID, q)
			return err
		}}
	}
	week := graph.By{Dimension: graph.DimTime, Interval: graph.IntervalWeek, First: 1000, Zeros: true}
	year := where(graph.EventWhere{Since: 2019_01_01, Until: 2019_12_31})
	return []countBench{
		aggregate("month and type", graph.Aggregation{By: []graph.By{by(graph.DimTime), by(graph.DimType)}}),
		aggregate("month and type, articles and sources", graph.Aggregation{By: []graph.By{by(graph.DimTime), by(graph.DimType)}, Distinct: true}),
		aggregate("week", graph.Aggregation{By: []graph.By{week}}),
		aggregate("month and type of a year", graph.Aggregation{Where: year, By: []graph.By{by(graph.DimTime), by(graph.DimType)}}),
		aggregate("month and type of a year, articles and sources", graph.Aggregation{Where: year, By: []graph.By{by(graph.DimTime), by(graph.DimType)}, Distinct: true}),
		aggregate("source country and target country", graph.Aggregation{By: []graph.By{by(graph.DimSourceCountry), by(graph.DimTargetCountry)}}),
		aggregate("publisher", graph.Aggregation{By: []graph.By{by(graph.DimPublisher)}}),
		aggregate("actor", graph.Aggregation{By: []graph.By{by(graph.DimActor)}}),
		aggregate("a hub by month and type", graph.Aggregation{Where: where(graph.EventWhere{Actor: actor(0)}), By: []graph.By{by(graph.DimTime), by(graph.DimType)}}),
		aggregate("a common actor by month and type", graph.Aggregation{Where: where(graph.EventWhere{Actor: actor(100)}), By: []graph.By{by(graph.DimTime), by(graph.DimType)}}),
		aggregate("articles by month and publisher", graph.Aggregation{Class: graph.ClassArticle, By: []graph.By{by(graph.DimTime), by(graph.DimPublisher)}}),
		links("network of a year, first 100", graph.LinkQuery{Events: year, MinEvents: 1, First: 100}),
		links("network, first 100", graph.LinkQuery{MinEvents: 1, First: 100}),
		counterparts("counterparts of a hub", 0),
		counterparts("counterparts of a common actor", 100),
	}
}
