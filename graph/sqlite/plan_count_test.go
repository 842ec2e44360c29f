package sqlite_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

// TestCountPlans pins how counts come by what they count: from one index or table that has it all,
// and nothing sorted.
func TestCountPlans(t *testing.T) {
	s := open(t)
	walk := openIn(t, t.TempDir()+"/walk.db", graph.FormWalk)
	by := func(ds ...graph.Dimension) []graph.By {
		var out []graph.By
		for _, d := range ds {
			out = append(out, graph.By{Dimension: d, First: 10})
		}
		return out
	}
	actor := graph.RegisteredActorID("plan:a")
	ofActor := compiled(t, graph.EventWhere{Actor: &graph.ActorWhere{ID: []graph.ID{actor}}})
	both := compiled(t, graph.EventWhere{Source: &graph.ActorWhere{ID: []graph.ID{actor}}, Target: &graph.ActorWhere{ID: []graph.ID{graph.RegisteredActorID("plan:b")}}})
	year := compiled(t, graph.EventWhere{Since: 20190101, Until: 20191231})
	published := &graph.Compare{Property: graph.PropPublished, Numbers: []int64{20190101, 20191231}}
	count := func(s *sqlite.Store, class graph.Class, where graph.Filter, distinct bool, by []graph.By) func() (string, error) {
		return func() (string, error) {
			return s.AggregatePlan(t.Context(), graph.Aggregation{Class: class, Where: where, Distinct: distinct, By: by})
		}
	}
	event, article := graph.ClassEvent, graph.ClassArticle
	plans(t, "counts.txt", []planned{
		{keptSums, count(s, event, nil, false, by(graph.DimTime, graph.DimType))},
		{"events by month and type, with articles and sources", count(s, event, nil, true, by(graph.DimTime, graph.DimType))},
		{"events by source country and actor", count(walk, event, nil, false, by(graph.DimSourceCountry, graph.DimActor))},
		{"events by place and mode", count(walk, event, nil, false, by(graph.DimPlace, graph.DimMode))},
		{"events by publisher and day of publication", count(walk, event, nil, false, by(graph.DimPublisher, graph.DimPublished))},
		{"events of a year", count(s, event, year, true, by(graph.DimTarget))},
		{"events of an actor", count(s, event, ofActor, false, by(graph.DimTime, graph.DimQuad))},
		{"events of an actor, with articles and sources", count(s, event, graph.And{ofActor, year}, true, by(graph.DimTime))},
		{"events of two actors", count(s, event, both, false, by(graph.DimStatus))},
		{"articles by month and publisher", count(walk, article, nil, false, by(graph.DimTime, graph.DimPublisher))},
		{"articles of a year by language", count(walk, article, published, false, by(graph.DimLanguage))},
		{"network", func() (string, error) { return walk.LinksPlan(t.Context(), graph.LinkQuery{}) }},
		{"network of a year", func() (string, error) { return s.LinksPlan(t.Context(), graph.LinkQuery{Events: year}) }},
		{"counterparts", func() (string, error) { return s.CounterpartsPlan(t.Context(), graph.CounterpartQuery{}) }},
		{"counterparts in a year", func() (string, error) { return s.CounterpartsPlan(t.Context(), graph.CounterpartQuery{Where: year}) }},
	}, func(name, plan string) {
		if strings.Contains(plan, "TEMP B-TREE") && !strings.Contains(plan, "group_concat(DISTINCT)") {
			t.Errorf("%s sorts:\n%s", name, plan)
		}
	})
}
