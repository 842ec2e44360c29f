package graph_test

import (
	"cmp"
	"fmt"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// meetings are those of some actors, each of which meets so many others: the first of them the same for
// all. The other n shares n events with each.
func meetings(q graph.CounterpartQuery, actors, others int) (all []*graph.Meeting[int], of []graph.ID) {
	for a := range actors {
		m := graph.NewMeeting(q, -1-a, cmp.Compare[int])
		for n := range others {
			m.Add([]graph.CastMember[int]{{Actor: -1 - a, Roles: graph.SourceBit}, {Actor: n, Roles: graph.TargetBit}}, graph.Shared{Events: n + 1})
		}
		all, of = append(all, m), append(of, graph.ID(fmt.Sprint("actor:of", a)))
	}
	return all, of
}

// asked notes whom it is asked for, and lets in whom admit does.
type asked struct {
	calls  [][]int
	actors map[int]int // how often
	admit  func(int) bool
}

func (a *asked) ids(actors []int) ([]graph.ID, error) {
	if a.actors == nil {
		a.actors = map[int]int{}
	}
	a.calls = append(a.calls, actors)
	out := make([]graph.ID, len(actors))
	for i, n := range actors {
		a.actors[n]++
		if a.admit(n) {
			out[i] = graph.ID(fmt.Sprintf("actor:%06d", n))
		}
	}
	return out, nil
}

func TestCounterpartsAsksForAllAtOnce(t *testing.T) {
	for name, tt := range map[string]struct {
		admit func(int) bool
		total bool
		calls int
	}{
		"all are let in":             {func(int) bool { return true }, false, 1},
		"those of fewest events are": {func(n int) bool { return n < 30 }, false, 3}, // 1,000, 4,000, the rest
		"all are counted":            {func(int) bool { return true }, true, 3},
	} {
		t.Run(name, func(t *testing.T) {
			for _, actors := range []int{1, 20} {
				a := &asked{admit: tt.admit}
				all, of := meetings(graph.CounterpartQuery{Page: graph.PageRequest{First: 20, Total: tt.total}}, actors, 6000)
				pages, chosen, err := graph.Counterparts(all, of, a.ids)
				if err != nil {
					t.Fatal(err)
				}
				if len(a.calls) != tt.calls {
					t.Errorf("%d actors: asked %d times, want %d", actors, len(a.calls), tt.calls)
				}
				for n, times := range a.actors {
					if times > 1 {
						t.Fatalf("%d actors: asked %d times for %d", actors, times, n)
					}
				}
				for i, page := range pages {
					if len(page.Items) != 20 || len(chosen[i]) != 20 || !page.More || tt.total != (page.Total == 6000) {
						t.Errorf("%s: %d counterparts, %d chosen, more %v, %d in all", of[i], len(page.Items), len(chosen[i]), page.More, page.Total)
					}
					if d := gocmp.Diff(pages[0].Positions, page.Positions); d != "" {
						t.Errorf("%s (-first actor's +its):\n%s", of[i], d)
					}
				}
			}
		})
	}
}

// TestCounterpartsGoesOn walks all pages: each asks for those that may stand on it, not for those before.
func TestCounterpartsGoesOn(t *testing.T) {
	q := graph.CounterpartQuery{Page: graph.PageRequest{First: 700}}
	var got []graph.ID
	for {
		a := &asked{admit: func(n int) bool { return n%2 == 0 }}
		all, of := meetings(q, 1, 5000)
		pages, _, err := graph.Counterparts(all, of, a.ids)
		if err != nil {
			t.Fatal(err)
		}
		if after := q.Page.After; after != nil && int64(a.calls[0][0]+1) > after.Rank {
			t.Errorf("after %d events: asked for one of %d", after.Rank, a.calls[0][0]+1)
		}
		for _, at := range pages[0].Positions {
			got = append(got, at.ID)
		}
		if !pages[0].More {
			break
		}
		q.Page.After = &pages[0].Positions[len(pages[0].Positions)-1]
	}
	var want []graph.ID
	for n := 4998; n >= 0; n -= 2 {
		want = append(want, graph.ID(fmt.Sprintf("actor:%06d", n)))
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestRoleBits(t *testing.T) {
	for role, bits := range map[graph.Role]int64{graph.Source: graph.SourceBit, graph.Target: graph.TargetBit} {
		if got := graph.RoleBits([]graph.Role{role}); got != bits {
			t.Errorf("%s: %b, want %b", role, got, bits)
		}
	}
}
