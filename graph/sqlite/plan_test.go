package sqlite_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestPlans pins how the main questions are answered: which index is walked, and that none
// sorts or scans where an index gives the order. Plans do not depend on what is in the file,
// since it is never analysed.
func TestPlans(t *testing.T) {
	s := open(t)
	actor := graph.RegisteredActorID("plan:a")
	after := func(id graph.ID) graph.PageRequest {
		return graph.PageRequest{First: 10, After: &graph.Position{Rank: 20160425, Text: "b", ID: id}}
	}
	event := graph.EventID(graph.ArticleID("", "1", "", ""), graph.Anchor{Sentence: "x"})
	find := func(q graph.Query) func() (string, error) {
		return func() (string, error) { return s.FindPlan(t.Context(), q, graph.FormWalk) }
	}
	expand := func(e graph.Expansion) func() (string, error) {
		return func() (string, error) { return s.ExpandPlan(t.Context(), e) }
	}
	events := func(w graph.EventWhere) graph.Filter {
		f, err := graph.CompileEvents(&w, "where")
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	name := "Grain Board"
	var b strings.Builder
	for _, p := range []struct {
		name string
		plan func() (string, error)
	}{
		{"actors by name", find(graph.Query{Class: graph.ClassActor, Page: after(actor)})},
		{"agencies by name", find(graph.Query{Class: graph.ClassActor, Kind: graph.Agency, Page: after(actor)})},
		{"actors by events", find(graph.Query{Class: graph.ClassActor, Order: graph.ByMostEvents, Page: after(actor)})},
		{"actors by search", find(graph.Query{Class: graph.ClassActor, Search: "grain board"})},
		{"newest events", find(graph.Query{Class: graph.ClassEvent, Page: after(event)})},
		{"oldest events", find(graph.Query{Class: graph.ClassEvent, Order: graph.ByOldest, Page: after(event)})},
		{"events of most sources", find(graph.Query{Class: graph.ClassEvent, Order: graph.ByMostSources, Page: after(event)})},
		{"events by id", find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{ID: []graph.ID{event}})})},
		{"events by search", find(graph.Query{Class: graph.ClassEvent, Search: "grain board"})},
		{"events of a source by name", find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Source: &graph.ActorWhere{Name: &name}})})},
		{"events of a passage", find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Article: &graph.ArticleWhere{Publisher: []string{"a"}}, Speaker: &graph.ActorWhere{ID: []graph.ID{actor}}})})},
		{"newest ties", find(graph.Query{Class: graph.ClassTie, Page: after(event)})},
		{"newest evidence", find(graph.Query{Class: graph.ClassEvidence, Page: after(event)})},
		{"evidence by search", find(graph.Query{Class: graph.ClassEvidence, Search: "grain"})},
		{"newest articles", find(graph.Query{Class: graph.ClassArticle, Page: after(event)})},
		{"articles by search", find(graph.Query{Class: graph.ClassArticle, Search: "grain"})},
		{"places by name", find(graph.Query{Class: graph.ClassPlace, Page: after(event)})},
		{"actor to events", expand(graph.Expansion{Edge: graph.EdgeEvents, Page: after(event)})},
		{"actor to assaults", expand(graph.Expansion{Edge: graph.EdgeEvents, Where: events(graph.EventWhere{Type: []graph.EventType{graph.Assault}})})},
		{"actor to ties", expand(graph.Expansion{Edge: graph.EdgeTies, Page: after(event)})},
		{"actor to ties from it", expand(graph.Expansion{Edge: graph.EdgeTies, Direction: graph.Out, Page: after(event)})},
		{"actor to statements", expand(graph.Expansion{Edge: graph.EdgeStatements, Page: after(event)})},
		{"actor to mentions", expand(graph.Expansion{Edge: graph.EdgeMentions, Page: after(event)})},
		{"agency to officials", expand(graph.Expansion{Edge: graph.EdgeOfficials, Page: after(event)})},
		{"actor to offices", expand(graph.Expansion{Edge: graph.EdgeOffices, Page: after(event)})},
		{"country to agencies", expand(graph.Expansion{Edge: graph.EdgeCountryAgencies, Page: after(actor)})},
		{"country to officials of a day", expand(graph.Expansion{Edge: graph.EdgeCountryOfficials, At: 20160425})},
		{"event to participants", expand(graph.Expansion{Edge: graph.EdgeParticipants, Page: after(actor)})},
		{"event to evidence", expand(graph.Expansion{Edge: graph.EdgeEvidence, Page: after(event)})},
		{"event to evidence, counted", expand(graph.Expansion{Edge: graph.EdgeEvidence, Page: graph.PageRequest{Total: true}})},
		{"article to mentions", expand(graph.Expansion{Edge: graph.EdgeArticleMentions, Page: after(event)})},
		{"article to events", expand(graph.Expansion{Edge: graph.EdgeArticleEvents})},
		{"article to ties", expand(graph.Expansion{Edge: graph.EdgeArticleTies})},
		{"article to evidence", expand(graph.Expansion{Edge: graph.EdgeArticleEvidence, Page: after(event)})},
		{"place to events", expand(graph.Expansion{Edge: graph.EdgePlaceEvents})},
	} {
		plan, err := p.plan()
		if err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		b.WriteString(p.name + "\n" + plan + "\n")
	}
	golden := filepath.Join("testdata", "plans.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("plans changed (-want +got); run with -update and look at them:\n%s", d)
	}
}
