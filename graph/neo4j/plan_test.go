package neo4j_test

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

var update = flag.Bool("update", false, "write the goldens anew")

// Steps that read a whole label or more, that multiply, and that sort.
var (
	scans = regexp.MustCompile(`\+(AllNodesScan|NodeByLabelScan|IntersectionNodeByLabelsScan|UnionNodeByLabelsScan|DirectedAllRelationshipsScan|UndirectedAllRelationshipsScan|DirectedRelationshipTypeScan|UndirectedRelationshipTypeScan|NodeIndexScan|CartesianProduct)\b`)
	sorts = regexp.MustCompile(`\+(Sort|Top)\b`)
)

// TestPlans pins how the main questions are answered and how everything is written: which
// index is sought, and that none scans, multiplies, or sorts where an index gives the order.
// The goldens are of an empty database, because the order in which a plan tests conditions
// follows from what the server happens to have counted.
func TestPlans(t *testing.T) {
	s := open(t, testserver.Bare(t))
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := plans(t, s)
	golden := filepath.Join("testdata", "plans.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if agent := s.Agent(t.Context()); !strings.HasPrefix(agent, "Neo4j/5.26.") {
		t.Logf("the goldens are of Neo4j 5.26, and this is %s: not compared", agent)
	} else if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("plans changed (-want +got); run with -update and look at them:\n%s", d)
	}

	// What must never be in a plan must not come with data either.
	world := graphtest.NewWorld(7, 30)
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: world.Extractions()}); err != nil {
		t.Fatal(err)
	}
	plans(t, s)
}

// plans makes the plans of all shapes and statements and looks for steps they must not have.
func plans(t *testing.T, s *neo4j.Store) string {
	t.Helper()
	if err := s.Exec(t.Context(), "CALL db.clearQueryCaches()", nil); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	check := func(name, plan string, sorted bool) {
		b.WriteString(name + "\n" + plan + "\n")
		if bad := scans.FindString(plan); bad != "" {
			t.Errorf("%s: %s in\n%s", name, bad, plan)
		}
		if bad := sorts.FindString(plan); bad != "" && !sorted {
			t.Errorf("%s: %s in\n%s", name, bad, plan)
		}
	}
	for _, p := range planned(t, s) {
		plan, err := p.plan()
		if err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		check(p.name, plan, p.sorted)
	}
	writes, err := s.WritePlans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(writes)) {
		check("statement "+name, writes[name], false)
	}
	return b.String()
}

type plan struct {
	name   string
	sorted bool // no index gives the order
	plan   func() (string, error)
}

// planned are the named shapes of questions.
func planned(t *testing.T, s *neo4j.Store) []plan {
	actor := graph.RegisteredActorID("plan:a")
	event := graph.EventID(graph.ArticleID("", "1", "", ""), graph.Anchor{Sentence: "x"})
	page := graph.PageRequest{First: 10, After: &graph.Position{Rank: 20160425, Text: "b", ID: event}}
	count := graph.PageRequest{Total: true}
	find := func(q graph.Query) func() (string, error) {
		return func() (string, error) { return s.FindPlan(t.Context(), q) }
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
	return []plan{
		{"actors by name", false, find(graph.Query{Class: graph.ClassActor, Page: page})},
		{"agencies by name", false, find(graph.Query{Class: graph.ClassActor, Kind: graph.Agency, Page: page})},
		{"actors by events", false, find(graph.Query{Class: graph.ClassActor, Order: graph.ByMostEvents, Page: page})},
		{"actors last seen", false, find(graph.Query{Class: graph.ClassActor, Order: graph.ByLastSeen, Page: page})},
		{"actors by search", true, find(graph.Query{Class: graph.ClassActor, Search: "grain board", Page: page})},
		{"newest events", false, find(graph.Query{Class: graph.ClassEvent, Page: page})},
		{"oldest events", false, find(graph.Query{Class: graph.ClassEvent, Order: graph.ByOldest, Page: page})},
		{"events of most sources", false, find(graph.Query{Class: graph.ClassEvent, Order: graph.ByMostSources, Page: page})},
		{"newest assaults", false, find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Type: []graph.EventType{graph.Assault}}), Page: page})},
		{"events by id", true, find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{ID: []graph.ID{event}})})},
		{"events by search", true, find(graph.Query{Class: graph.ClassEvent, Search: "grain board"})},
		{"events of a source by name", false, find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Source: &graph.ActorWhere{Name: &name}})})},
		{"events of a passage", false, find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Article: &graph.ArticleWhere{Publisher: []string{"a"}}, Speaker: &graph.ActorWhere{ID: []graph.ID{actor}}})})},
		{"events at a place", false, find(graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Place: &graph.PlaceWhere{Within: []graph.ID{graph.PlaceID("x", "", "")}}})})},
		{"newest ties", false, find(graph.Query{Class: graph.ClassTie, Page: page})},
		{"newest evidence", false, find(graph.Query{Class: graph.ClassEvidence, Page: page})},
		{"surest evidence", false, find(graph.Query{Class: graph.ClassEvidence, Order: graph.ByConfidence, Page: page})},
		{"evidence by search", true, find(graph.Query{Class: graph.ClassEvidence, Search: "grain"})},
		{"newest articles", false, find(graph.Query{Class: graph.ClassArticle, Page: page})},
		{"articles by search", true, find(graph.Query{Class: graph.ClassArticle, Search: "grain"})},
		{"places by name", false, find(graph.Query{Class: graph.ClassPlace, Page: page})},
		{"events counted", false, find(graph.Query{Class: graph.ClassEvent, Page: count})},
		{"actor to events", false, expand(graph.Expansion{Edge: graph.EdgeEvents, Page: page})},
		{"actor to oldest events", false, expand(graph.Expansion{Edge: graph.EdgeEvents, Order: graph.ByOldest, Page: page})},
		{"actor to events of most sources", false, expand(graph.Expansion{Edge: graph.EdgeEvents, Order: graph.ByMostSources, Page: page})},
		{"actor to assaults", false, expand(graph.Expansion{Edge: graph.EdgeEvents, Where: events(graph.EventWhere{Type: []graph.EventType{graph.Assault}})})},
		{"actor to events, counted", false, expand(graph.Expansion{Edge: graph.EdgeEvents, Page: count})},
		{"actor to events as a source, counted", false, expand(graph.Expansion{Edge: graph.EdgeEvents, Roles: []graph.Role{graph.Source}, Page: count})},
		{"actor to ties", false, expand(graph.Expansion{Edge: graph.EdgeTies, Page: page})},
		{"actor to ties from it", false, expand(graph.Expansion{Edge: graph.EdgeTies, Direction: graph.Out, Page: page})},
		{"actor to statements", false, expand(graph.Expansion{Edge: graph.EdgeStatements, Page: page})},
		{"actor to mentions", false, expand(graph.Expansion{Edge: graph.EdgeMentions, Page: page})},
		{"agency to officials", false, expand(graph.Expansion{Edge: graph.EdgeOfficials, Page: page})},
		{"agency to officials, counted", false, expand(graph.Expansion{Edge: graph.EdgeOfficials, Page: count})},
		{"actor to offices", false, expand(graph.Expansion{Edge: graph.EdgeOffices, Page: page})},
		{"country to agencies", true, expand(graph.Expansion{Edge: graph.EdgeCountryAgencies, Page: page})},
		{"country to officials of a day", true, expand(graph.Expansion{Edge: graph.EdgeCountryOfficials, At: 20160425})},
		{"event to evidence", false, expand(graph.Expansion{Edge: graph.EdgeEvidence, Page: page})},
		{"event to surest evidence", false, expand(graph.Expansion{Edge: graph.EdgeEvidence, Order: graph.ByConfidence, Page: page})},
		{"event to evidence, counted", false, expand(graph.Expansion{Edge: graph.EdgeEvidence, Page: count})},
		{"article to mentions", false, expand(graph.Expansion{Edge: graph.EdgeArticleMentions, Page: page})},
		{"article to events", true, expand(graph.Expansion{Edge: graph.EdgeArticleEvents})},
		{"article to ties", true, expand(graph.Expansion{Edge: graph.EdgeArticleTies})},
		{"article to evidence", false, expand(graph.Expansion{Edge: graph.EdgeArticleEvidence, Page: page})},
		{"place to events", true, expand(graph.Expansion{Edge: graph.EdgePlaceEvents})},
	}
}
