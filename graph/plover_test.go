package graph_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// TestPloverTable checks that the table of types is whole: every type has a class and a
// score that fits it, and the modes of all types are all modes, in their order.
func TestPloverTable(t *testing.T) {
	if len(graph.EventTypes) != 16 {
		t.Errorf("%d event types, PLOVER has 16", len(graph.EventTypes))
	}
	var modes []graph.Mode
	for _, e := range graph.EventTypes {
		cooperation := e.Quad() == graph.VerbalCooperation || e.Quad() == graph.MaterialCooperation
		if !slices.Contains(graph.Quads, e.Quad()) {
			t.Errorf("%s is of class %q", e, e.Quad())
		}
		for _, m := range append([]graph.Mode{""}, e.Modes()...) {
			score := graph.Score(e, []graph.Mode{m})
			if score < -100 || score > 100 || score > 0 != cooperation {
				t.Errorf("%s %s (%s) scores %d", e, m, e.Quad(), score)
			}
		}
		for i, m := range e.Modes() {
			if slices.Contains(e.Modes()[:i], m) {
				t.Errorf("%s has %s twice", e, m)
			}
			if !slices.Contains(modes, m) {
				modes = append(modes, m)
			}
		}
		if err := graph.ValidateEventType(e, e.Modes(), graph.Contexts); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(graph.Modes, modes); diff != "" {
		t.Errorf("Modes (-Modes +modes of the types in order):\n%s", diff)
	}
}

func TestScoreOfModes(t *testing.T) {
	for _, tt := range []struct {
		event graph.EventType
		modes []graph.Mode
		want  int
	}{
		{graph.Assault, nil, -90},
		{graph.Assault, []graph.Mode{"AERIAL"}, -90},
		{graph.Assault, []graph.Mode{"AERIAL", "MASSACRE"}, -100},
		{graph.Protest, []graph.Mode{"RIOT"}, -75},
		{graph.Consult, []graph.Mode{"RIOT"}, 10},
	} {
		if got := graph.Score(tt.event, tt.modes); got != tt.want {
			t.Errorf("%s %v scores %d, want %d", tt.event, tt.modes, got, tt.want)
		}
	}
}

func TestValidateEventType(t *testing.T) {
	for _, tt := range []struct {
		event    graph.EventType
		modes    []graph.Mode
		contexts []graph.Context
	}{
		{"WAR", nil, nil},
		{"", nil, nil},
		{graph.Consult, []graph.Mode{"RIOT"}, nil},
		{graph.Consult, nil, []graph.Context{"WEATHER"}},
	} {
		if err := graph.ValidateEventType(tt.event, tt.modes, tt.contexts); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v is accepted: %v", tt, err)
		}
	}
}

// TestClosedSets checks that no set names a value twice, and what rests on their order.
func TestClosedSets(t *testing.T) {
	distinct(t, "ActorKinds", graph.ActorKinds)
	distinct(t, "Sectors", graph.Sectors)
	distinct(t, "Statuses", graph.Statuses)
	distinct(t, "Relations", graph.Relations)
	distinct(t, "Modes", graph.Modes)
	distinct(t, "Contexts", graph.Contexts)
	distinct(t, "Counts", graph.Counts)
	distinct(t, "Classes", graph.Classes)
	if graph.Standings[0] != graph.StandingStated || graph.Standings[3] != graph.StandingAbsent {
		t.Error("the best standing comes first")
	}
}

func distinct[T comparable](t *testing.T, name string, set []T) {
	t.Helper()
	for i, v := range set {
		if slices.Contains(set[:i], v) {
			t.Errorf("%s has %v twice", name, v)
		}
	}
}

// TestReality pins which facts count.
func TestReality(t *testing.T) {
	counted := map[graph.Reality][]graph.Status{
		graph.RealityReal:    {graph.Happened, graph.Ongoing},
		graph.RealityClaimed: {graph.Happened, graph.Ongoing, graph.Alleged},
		graph.RealityAll:     graph.Statuses,
	}
	for r, want := range counted {
		for _, s := range graph.Statuses {
			if got := r.Real(s, false); got != slices.Contains(want, s) {
				t.Errorf("%s counts %s: %v", r, s, got)
			}
			if got := r.Real(s, true); got != (r == graph.RealityAll) {
				t.Errorf("%s counts negated %s: %v", r, s, got)
			}
		}
	}
}

func TestCountryCodes(t *testing.T) {
	for code, state := range map[string]bool{"USA": true, "IGO": false, "IMG": false, "": false, "usa": false, "US": false, "ÅAA": false, "USAA": false} {
		if graph.IsState(code) != state {
			t.Errorf("IsState(%q) is %v", code, !state)
		}
	}
	for code, ok := range map[string]bool{"": true, "FRA": true, "NGO": true, "fra": false, "France": false} {
		if err := graph.ValidateCountryCode(code); (err == nil) != ok || err != nil && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("ValidateCountryCode(%q): %v", code, err)
		}
	}
}
