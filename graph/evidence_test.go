package graph_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestIntervals(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2016, 4, 25, hour, 0, 0, 0, time.UTC) }
	for _, tt := range []struct {
		name      string
		recorded  []graph.Interval
		open      bool
		from, end time.Time
	}{
		{"never", nil, false, time.Time{}, time.Time{}},
		{"open", []graph.Interval{{From: at(1)}}, true, at(1), time.Time{}},
		{"closed", []graph.Interval{{From: at(1), To: at(2)}}, false, at(1), at(2)},
		{"opened again", []graph.Interval{{From: at(1), To: at(2)}, {From: at(3)}}, true, at(1), time.Time{}},
		{"closed again", []graph.Interval{{From: at(1), To: at(2)}, {From: at(3), To: at(4)}}, false, at(1), at(4)},
	} {
		if got := graph.Open(tt.recorded); got != tt.open {
			t.Errorf("%s: open is %v", tt.name, got)
		}
		if got := graph.RecordedAt(tt.recorded); !got.Equal(tt.from) {
			t.Errorf("%s: recorded at %v", tt.name, got)
		}
		if got := graph.RetractedAt(tt.recorded); !got.Equal(tt.end) {
			t.Errorf("%s: retracted at %v", tt.name, got)
		}
	}
}

// TestInnermost shows that of a chain the last speaker and the last outlet count, which need
// not be one link.
func TestInnermost(t *testing.T) {
	a := graph.Assertion{Attribution: []graph.Attribution{
		{Outlet: "Harbour Post", Text: "the Post"}, {Speaker: "actor:a", Text: "A"}, {Outlet: "Radio Nord", Text: "the radio"},
		{Speaker: "actor:b", Text: "B"}, {Text: "a memo"},
	}}
	if got := a.Speaker(); got != "actor:b" {
		t.Errorf("speaker %q", got)
	}
	if got := a.Outlet(); got != "Radio Nord" {
		t.Errorf("outlet %q", got)
	}
	if none := (&graph.Assertion{}); none.Speaker() != "" || none.Outlet() != "" || none.Party(graph.PartTo) != "" {
		t.Error("nobody said something")
	}
}

// TestActorsOfEvent shows that those who are denied or absent take no part.
func TestActorsOfEvent(t *testing.T) {
	e := &graph.Event{Participants: []graph.Participant{
		{ActorID: "a", Roles: []graph.Role{graph.Source, graph.Target}, Standing: graph.StandingClaimed},
		{ActorID: "b", Roles: []graph.Role{graph.Source}, Standing: graph.StandingAbsent},
		{ActorID: "c", Roles: []graph.Role{graph.Source}, Standing: graph.StandingDenied},
		{ActorID: "d", Roles: []graph.Role{graph.Target}, Standing: graph.StandingStated},
	}}
	if diff := cmp.Diff([]graph.ID{"a"}, e.Actors(graph.Source)); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]graph.ID{"a", "d"}, e.Actors(graph.Target)); diff != "" {
		t.Errorf("targets (-want +got):\n%s", diff)
	}
}
