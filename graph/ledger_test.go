package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestLedger(t *testing.T) {
	l := graph.NewLedger()
	mention := &graph.Mention{ActorID: "actor:a", ArticleID: "article:1", Name: "Ada", Kind: graph.Person}
	l.AddMention(mention, 1)
	l.AddMention(mention, -1)
	passage := &graph.Evidence{ArticleID: "article:2"}
	passage.Attribution = []graph.Attribution{{Speaker: "actor:b"}, {Speaker: "actor:c"}, {Outlet: "a memo"}}
	l.AddSpeakers(passage, 1)
	l.AddTie(&graph.Tie{Relation: graph.BasedIn, FromID: "actor:b", ToID: "place:x"}, 1, "article:3")
	l.AddCode("", 1, "article:3")
	l.AddCode("actor:s", 2, "article:3")
	l.Touch("actor:d", "article:4")

	row := func(actor graph.ID, p graph.Tallied, by int) graph.ActorCounted {
		return graph.ActorCounted{Actor: actor, Counted: graph.Counted{Property: p, Count: by}}
	}
	want := []graph.ActorCounted{
		row("actor:b", graph.TallyFacts, 2), row("actor:c", graph.TallyFacts, 1), row("actor:s", graph.TallyCodes, 2),
	}
	if diff := cmp.Diff(want, l.Take()); diff != "" {
		t.Errorf("Take (-want +got):\n%s", diff)
	}
	if again := l.Take(); again != nil {
		t.Errorf("taken twice: %v", again)
	}
	touched := []graph.ID{"actor:a", "actor:b", "actor:c", "actor:d", "actor:s"}
	if diff := cmp.Diff(touched, l.Touched()); diff != "" {
		t.Errorf("Touched (-want +got):\n%s", diff)
	}
	if got := l.Cause("actor:b"); got != "article:3" {
		t.Errorf("Cause = %s", got)
	}
}
