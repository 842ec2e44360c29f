package graphtest

import (
	"context"
	"strconv"

	"github.com/actorgraph/actorgraph/graph"
)

// CountShape is a count or a relation as dashboards and researchers ask for it of the graph of a
// Newsroom that knows ShapeActors.
type CountShape struct {
	Name string
	// Ask asks it of a store, and says how many events, links or counterparts it answers with.
	Ask func(ctx context.Context, r graph.Reader) (int, error)
}

// CountShapes are counts of everything and of the events of rare and common actors, and networks.
// Every store is measured by the same.
func CountShapes() []CountShape {
	by := func(ds ...graph.Dimension) []graph.By {
		var out []graph.By
		for _, d := range ds {
			out = append(out, graph.By{Dimension: d, First: 20, Rest: true, Zeros: true})
			if d.Calendar() {
				out[len(out)-1].First = graph.MaxKeys
			}
		}
		return out
	}
	weeks := by(graph.DimTime, graph.DimQuad)
	weeks[0].Interval = graph.IntervalWeek
	events := func(name string, a graph.Aggregation) CountShape {
		a.Class = graph.ClassEvent
		return CountShape{"events/" + name, func(ctx context.Context, r graph.Reader) (int, error) {
			b, err := r.Aggregate(ctx, a)
			return b.Total.Events, err
		}}
	}
	network := func(name string, q graph.LinkQuery) CountShape {
		return CountShape{"network/" + name, func(ctx context.Context, r graph.Reader) (int, error) {
			l, err := r.Links(ctx, q)
			return len(l.Links), err
		}}
	}
	actor := func(number int) graph.ID { return graph.RegisteredActorID("bench:" + strconv.Itoa(number)) }
	of := func(number int) graph.Filter {
		return &graph.Has{Link: graph.LinkActor, Where: &graph.Compare{Property: graph.PropID, Texts: []string{string(actor(number))}}}
	}
	counterparts := func(name string, numbers ...int) CountShape {
		var ids []graph.ID
		for _, n := range numbers {
			ids = append(ids, actor(n))
		}
		return CountShape{"counterparts/" + name, func(ctx context.Context, r graph.Reader) (int, error) {
			pages, err := r.Counterparts(ctx, ids, graph.CounterpartQuery{Page: graph.PageRequest{First: 20}})
			items := 0
			for _, p := range pages {
				items += len(p.Items)
			}
			return items, err
		}}
	}
	const hub, common, rare = 0, 300, 60_000
	year := &graph.Compare{Property: graph.PropWhen, Texts: []string{string(graph.Within)}, Numbers: []int64{20190101, 20191231}}
	monthType := by(graph.DimTime, graph.DimType)
	return []CountShape{
		events("by month and type", graph.Aggregation{By: monthType}),
		events("by month and type of a year", graph.Aggregation{By: monthType, Where: year}),
		events("by month and type, articles and sources", graph.Aggregation{By: monthType, Distinct: true}),
		events("by week and quad", graph.Aggregation{By: weeks}),
		events("by source country and month", graph.Aggregation{By: by(graph.DimSourceCountry, graph.DimTime)}),
		events("by source country and target country of a year", graph.Aggregation{By: by(graph.DimSourceCountry, graph.DimTargetCountry), Where: year}),
		events("by actor of a year", graph.Aggregation{By: by(graph.DimActor), Where: year}),
		events("of a hub by month and type", graph.Aggregation{By: monthType, Where: of(hub)}),
		events("of a hub, articles and sources", graph.Aggregation{By: monthType, Where: of(hub), Distinct: true}),
		events("of a common actor by month and type", graph.Aggregation{By: monthType, Where: of(common)}),
		events("of a rare actor by month and type", graph.Aggregation{By: monthType, Where: of(rare)}),
		{"articles/by month and publisher", func(ctx context.Context, r graph.Reader) (int, error) {
			b, err := r.Aggregate(ctx, graph.Aggregation{Class: graph.ClassArticle, By: by(graph.DimTime, graph.DimPublisher)})
			return b.Total.Articles, err
		}},
		network("first 100 of a year", graph.LinkQuery{Events: year, MinEvents: 1, First: 100}),
		network("first 100", graph.LinkQuery{MinEvents: 1, First: 100}),
		counterparts("of a hub", hub),
		counterparts("of 20 common actors", 300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319),
	}
}
