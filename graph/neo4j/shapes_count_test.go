package neo4j_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

// countedShapes count and relate: from the numbers that are kept, from what an index finds, or
// from a whole class.
func countedShapes(t *testing.T, page graph.PageRequest) []shape {
	by := func(ds ...graph.Dimension) []graph.By {
		var out []graph.By
		for _, d := range ds {
			out = append(out, graph.By{Dimension: d, First: 10})
		}
		return out
	}
	actor := compiled(t, &graph.EventWhere{Actor: &graph.ActorWhere{ID: []graph.ID{graph.RegisteredActorID("plan:a")}}}, graph.CompileEvents)
	days := compiled(t, &graph.EventWhere{Since: 20160403, Until: 20160430, Match: graph.Within}, graph.CompileEvents)
	published := compiled(t, &graph.ArticleWhere{Since: 20160401, Until: 20160430}, graph.CompileArticles)
	rest := &graph.Keyed{Dimension: graph.DimSourceCountry, NotIn: []string{"FRA", ""}}
	week := graph.By{Dimension: graph.DimTime, Interval: graph.IntervalWeek, First: 10}
	count := func(a graph.Aggregation) *graph.Aggregation {
		a.Class = graph.ClassEvent
		return &a
	}
	return []shape{
		{name: "count events by month and type", aggregate: count(graph.Aggregation{By: by(graph.DimTime, graph.DimType)})},
		{name: "count events by month and type, with articles and sources", aggregate: count(graph.Aggregation{By: by(graph.DimTime, graph.DimType), Distinct: true})},
		{name: "count an actor's events by month and type", aggregate: count(graph.Aggregation{Where: actor, By: by(graph.DimTime, graph.DimType)})},
		{name: "count events by source country and mode", form: graph.FormWalk, aggregate: count(graph.Aggregation{By: by(graph.DimSourceCountry, graph.DimMode)})},
		{name: "count events by the day of their articles and publisher", form: graph.FormWalk, aggregate: count(graph.Aggregation{By: by(graph.DimPublished, graph.DimPublisher)})},
		{name: "count events of the rest of the countries", form: graph.FormWalk, aggregate: count(graph.Aggregation{Where: rest})},
		{name: "count an actor's events by week", form: graph.FormDrive, aggregate: count(graph.Aggregation{Where: actor, By: []graph.By{week}})},
		{name: "count some days by target and place, with articles and sources", form: graph.FormDrive, aggregate: count(graph.Aggregation{Where: days, By: by(graph.DimTarget, graph.DimPlace), Distinct: true})},
		{name: "count articles by publisher and language", form: graph.FormDrive, aggregate: &graph.Aggregation{Class: graph.ClassArticle, Where: published, By: by(graph.DimPublisher, graph.DimLanguage)}},
		{name: "network of some days", form: graph.FormWalk, links: &graph.LinkQuery{Events: days, First: 100}},
		{name: "network", form: graph.FormWalk, links: &graph.LinkQuery{First: 100}},
		{name: "counterparts", sorted: true, counterparts: &graph.CounterpartQuery{Page: page}},
		{name: "counterparts in some days", sorted: true, counterparts: &graph.CounterpartQuery{Where: days, Page: page}},
	}
}
