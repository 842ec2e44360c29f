package graph_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// TestUnnamedStayOut shows which conditions let unnamed actors into networks and counterparts.
func TestUnnamedStayOut(t *testing.T) {
	named := &graph.Compare{Property: graph.PropNamed, Numbers: []int64{1}}
	unnamed := &graph.Compare{Property: graph.PropNamed, Numbers: []int64{0}}
	id := &graph.Compare{Property: graph.PropID, Texts: []string{"actor:a"}}
	for _, tt := range []struct {
		name  string
		where graph.Filter // of events
		want  graph.Filter
	}{
		{"nothing asked", nil, named},
		{"asked for", &graph.Has{Link: graph.LinkTarget, Where: unnamed}, nil},
		{"not asked for", &graph.Not{Filter: &graph.Has{Link: graph.LinkTarget, Where: unnamed}}, named},
		{"named by id", graph.And{&graph.Has{Link: graph.LinkActor, Where: id}}, graph.Or{named, id}},
		{"an event's id names nobody", &graph.Compare{Property: graph.PropID, Texts: []string{"event:a"}}, named},
	} {
		if d := cmp.Diff(tt.want, graph.CounterpartQuery{Where: tt.where}.ActorFilter()); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

// TestCountingRefuses checks that what no store can answer is refused, and by which argument.
func TestCountingRefuses(t *testing.T) {
	count := func(class graph.Class, by ...graph.By) error {
		return graph.Aggregation{Class: class, By: by}.Validate()
	}
	month := graph.By{Dimension: graph.DimTime, First: 1}
	for argument, err := range map[string]error{
		"class":              count(graph.ClassActor, month),
		"by":                 count(graph.ClassEvent, month, month, month),
		"by[0].dimension":    count(graph.ClassArticle, graph.By{Dimension: graph.DimActor, First: 1}),
		"by[1].first":        count(graph.ClassEvent, month, graph.By{Dimension: graph.DimType}),
		"by[0].interval":     count(graph.ClassEvent, graph.By{Dimension: graph.DimType, Interval: graph.IntervalDay, First: 1}),
		"reality":            graph.Aggregation{Class: graph.ClassEvent, Reality: "DREAM"}.Validate(),
		"first":              graph.LinkQuery{First: graph.MaxLinks + 1}.Validate(),
		"minEvents":          graph.LinkQuery{First: 1, MinEvents: -1}.Validate(),
		"where":              graph.ValidateFilter(graph.ClassActor, &graph.Keyed{Dimension: graph.DimTime}),
		"where.key.interval": graph.ValidateFilter(graph.ClassEvent, &graph.Keyed{Dimension: graph.DimTime, Interval: "HOUR"}),
	} {
		var refused *graph.ArgumentError
		if !errors.As(err, &refused) || refused.Argument != argument || !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", argument, err)
		}
	}
}

// TestKeyedRefuses: a key that no node can have is refused, with what to write instead.
func TestKeyedRefuses(t *testing.T) {
	for _, c := range []struct {
		class graph.Class
		key   graph.Keyed
		hint  string
	}{
		{graph.ClassArticle, graph.Keyed{Dimension: graph.DimActor}, "[TIME PUBLISHER LANGUAGE]"},
		{graph.ClassEvent, graph.Keyed{Dimension: graph.DimTime, In: []string{"April"}}, `"2016-04"`},
		{graph.ClassEvent, graph.Keyed{Dimension: graph.DimPublished, Interval: graph.IntervalWeek, NotIn: []string{"2016-04"}}, `"2016-W17"`},
		{graph.ClassEvent, graph.Keyed{Dimension: graph.DimType, In: []string{"", "AID", "WAR"}}, "CONSULT"},
		{graph.ClassEvent, graph.Keyed{Dimension: graph.DimSourceKind, NotIn: []string{"agency"}}, "AGENCY"},
	} {
		var refused *graph.ArgumentError
		err := graph.ValidateFilter(c.class, &c.key)
		if !errors.As(err, &refused) || refused.Argument != "where.key" || !strings.Contains(refused.Hint, c.hint) || !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%+v: %v", c.key, err)
		}
	}
	for _, known := range []graph.Keyed{
		{Dimension: graph.DimType, In: []string{""}, NotIn: []string{"AID"}},
		{Dimension: graph.DimTime, Interval: graph.IntervalQuarter, In: []string{"", "2016-Q2"}},
	} {
		if err := graph.ValidateFilter(graph.ClassEvent, &known); err != nil {
			t.Errorf("%+v: %v", known, err)
		}
	}
}
