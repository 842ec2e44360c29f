package graph_test

import (
	"errors"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

var allEdges = []graph.Edge{
	graph.EdgeEvents, graph.EdgeTies, graph.EdgeStatements, graph.EdgeMentions, graph.EdgeOfficials, graph.EdgeUnits,
	graph.EdgeOffices, graph.EdgeMembers, graph.EdgeCountryAgencies, graph.EdgeCountryOfficials, graph.EdgeCountryGroups,
	graph.EdgeParticipants, graph.EdgeEvidence, graph.EdgeArticleMentions, graph.EdgeArticleEvents, graph.EdgeArticleTies,
	graph.EdgeArticleEvidence, graph.EdgePlaceEvents,
}

// TestEdges checks that every edge can be followed as it stands, in each of its orders.
func TestEdges(t *testing.T) {
	for _, e := range allEdges {
		if !e.Known() || len(e.From()) == 0 || e.To() == "" || len(e.Orders()) == 0 {
			t.Errorf("%s leads from %v to %q in the orders %v", e, e.From(), e.To(), e.Orders())
		}
		for _, o := range append(e.Orders(), "") {
			if err := (graph.Expansion{Edge: e, Order: o, Page: graph.PageRequest{First: 1}}).Validate(); err != nil {
				t.Errorf("%s in order %q: %v", e, o, err)
			}
		}
		if err := (graph.Expansion{Edge: e, Order: graph.ByMostMentions}).Validate(); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s in an order that it has not: %v", e, err)
		}
	}
}

// TestLinks checks that every link is accepted from its classes and from no other.
func TestLinks(t *testing.T) {
	for _, l := range []graph.Link{
		graph.LinkEvents, graph.LinkSourceOf, graph.LinkTargetOf, graph.LinkTies, graph.LinkTiesFrom, graph.LinkTiesTo,
		graph.LinkActor, graph.LinkSource, graph.LinkTarget, graph.LinkEvidence, graph.LinkPlace, graph.LinkAbout,
		graph.LinkFrom, graph.LinkTo, graph.LinkParty, graph.LinkArticle, graph.LinkSpeaker,
	} {
		from := map[graph.Class]bool{}
		for _, c := range l.From() {
			from[c] = true
		}
		for _, c := range graph.Classes {
			err := graph.ValidateFilter(c, &graph.Has{Link: l, Where: &graph.Compare{Property: graph.PropID, Texts: []string{"x"}}})
			if from[c] != (err == nil) || err != nil && !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%s from %s: %v", l, c, err)
			}
		}
		if l.To() == "" {
			t.Errorf("%s leads nowhere", l)
		}
	}
}
