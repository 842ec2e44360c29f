package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestMonthlySums(t *testing.T) {
	event := func(start, end graph.Date, score int) *graph.Event {
		e := &graph.Event{Type: graph.Assault, Score: score}
		e.Status = graph.Happened
		if start != 0 || end != 0 {
			e.When = &graph.Period{Start: start, End: end}
		}
		return e
	}
	sums := graph.MonthlySums{}
	sums.Add(event(20160425, 20160425, -90), 1)
	sums.Add(event(20160403, 0, -70), 1)
	sums.Add(event(20160425, 20160502, -90), 1)
	sums.Add(event(0, 20160502, -10), 1)
	sums.Add(event(0, 0, -20), 1)
	sums.Add(event(20170101, 20170101, -90), 1)
	sums.Add(event(20170131, 20170131, -90), -1)

	key := func(start, end graph.Date) graph.MonthlyKey {
		return graph.MonthlyKey{Start: start, End: end, Type: graph.Assault, Status: graph.Happened}
	}
	want := []graph.Monthly{
		{MonthlyKey: key(0, 0), Events: 2, Score: -30},
		{MonthlyKey: key(20160401, 20160401), Events: 2, Score: -160},
		{MonthlyKey: key(20160401, 20160501), Events: 1, Score: -90},
	}
	if diff := cmp.Diff(want, sums.Changes()); diff != "" {
		t.Errorf("Changes (-want +got):\n%s", diff)
	}
}

// What the sums by month cannot tell apart is not asked of them.
func TestMonthly(t *testing.T) {
	when := func(since, until int64) graph.Filter {
		return &graph.Compare{Property: graph.PropWhen, Texts: []string{string(graph.Within)}, Numbers: []int64{since, until}}
	}
	time := func(i graph.CalendarInterval) graph.By { return graph.By{Dimension: graph.DimTime, Interval: i} }
	for _, c := range []struct {
		name  string
		where graph.Filter
		by    []graph.By
		want  bool
	}{
		{"everything", nil, nil, true},
		{"by month and type", nil, []graph.By{time(graph.IntervalMonth), {Dimension: graph.DimType}}, true},
		{"by year", nil, []graph.By{time(graph.IntervalYear)}, true},
		{"by week", nil, []graph.By{time(graph.IntervalWeek)}, false},
		{"by place", nil, []graph.By{{Dimension: graph.DimPlace}}, false},
		{"of whole months", when(20160401, 20160531), nil, true},
		{"from a month on", when(20160401, 0), nil, true},
		{"of a day in a month", when(20160402, 20160531), nil, false},
		{"until a day in a month", when(20160401, 20160530), nil, false},
		{"not of part of a month", &graph.Not{Filter: when(20160402, 0)}, nil, false},
		{"of a kind or of part of a month", graph.Or{when(20160401, 0), when(20160402, 0)}, nil, false},
	} {
		a := graph.Aggregation{Class: graph.ClassEvent, Where: c.where, Reality: graph.RealityReal, By: c.by}
		if got := a.Monthly(); got != c.want {
			t.Errorf("%s: Monthly = %t", c.name, got)
		}
	}
	if (graph.Aggregation{Class: graph.ClassArticle}).Monthly() || (graph.Aggregation{Class: graph.ClassEvent, Distinct: true}).Monthly() {
		t.Error("articles are counted by month")
	}
}

func TestMonthlySumsOfActors(t *testing.T) {
	a, b, c := graph.RegisteredActorID("a"), graph.RegisteredActorID("b"), graph.RegisteredActorID("c")
	e := &graph.Event{Type: graph.Assault, Score: -90, Participants: []graph.Participant{
		{ActorID: a, Roles: []graph.Role{graph.Source}, Standing: graph.StandingStated},
		{ActorID: b, Roles: []graph.Role{graph.Source, graph.Target}, Standing: graph.StandingClaimed},
		{ActorID: c, Roles: []graph.Role{graph.Target}, Standing: graph.StandingDenied},
	}}
	e.Status = graph.Happened
	e.When = &graph.Period{Start: 20160425, End: 20160425}
	sums := graph.MonthlySums{}
	sums.AddActors(e, 1)
	sums.AddActors(e, 1)
	of := func(actor graph.ID, roles int64) graph.Monthly {
		return graph.Monthly{Events: 2, Score: -180, MonthlyKey: graph.MonthlyKey{
			Start: 20160401, End: 20160401, Type: graph.Assault, Status: graph.Happened, Actor: actor, Roles: roles,
		}}
	}
	want := []graph.Monthly{of(a, 1), of(b, 3)} // whoever is denied does not count
	if b < a {
		want[0], want[1] = want[1], want[0]
	}
	if diff := cmp.Diff(want, sums.Changes()); diff != "" {
		t.Errorf("Changes (-want +got):\n%s", diff)
	}
}
