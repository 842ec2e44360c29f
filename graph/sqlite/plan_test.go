package sqlite_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

var update = flag.Bool("update", false, "write the goldens anew")

// scan finds a step that reads a table (they are called by one letter, or n and a number) without
// an index, or makes one.
var scan = regexp.MustCompile(`(?m)^ *SCAN (n[0-9]*|[aempt])$|AUTOMATIC`)

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
	find := func(form graph.Form) func(q graph.Query) func() (string, error) {
		return func(q graph.Query) func() (string, error) {
			return func() (string, error) { return s.FindPlan(t.Context(), q, form) }
		}
	}
	walk, drive := find(graph.FormWalk), find(graph.FormDrive)
	expand := func(e graph.Expansion) func() (string, error) {
		return func() (string, error) { return s.ExpandPlan(t.Context(), e) }
	}
	events := func(w graph.EventWhere) graph.Filter { return compiled(t, w) }
	name := "Grain Board"
	compare := func(p graph.Property, texts ...string) graph.Filter {
		return &graph.Compare{Property: p, Texts: texts}
	}
	assaults := events(graph.EventWhere{Type: []graph.EventType{graph.Assault}})
	bySource := events(graph.EventWhere{Source: &graph.ActorWhere{Name: &name}})
	byPassage := events(graph.EventWhere{Article: &graph.ArticleWhere{Publisher: []string{name}}, Speaker: &graph.ActorWhere{ID: []graph.ID{actor}}})
	inMay := func(m graph.Match) graph.Filter {
		return events(graph.EventWhere{Since: 20160501, Until: 20160531, Match: m})
	}
	plans(t, "plans.txt", []planned{
		{"walk: actors by name", walk(graph.Query{Class: graph.ClassActor, Page: after(actor)})},
		{"walk: agencies by name", walk(graph.Query{Class: graph.ClassActor, Kind: graph.Agency, Page: after(actor)})},
		{"walk: actors by events", walk(graph.Query{Class: graph.ClassActor, Order: graph.ByMostEvents, Page: after(actor)})},
		{"walk: actors by mentions", walk(graph.Query{Class: graph.ClassActor, Order: graph.ByMostMentions, Page: after(actor)})},
		{"walk: actors seen last", walk(graph.Query{Class: graph.ClassActor, Order: graph.ByLastSeen, Page: after(actor)})},
		{"walk: newest events", walk(graph.Query{Class: graph.ClassEvent, Page: after(event)})},
		{"walk: oldest events", walk(graph.Query{Class: graph.ClassEvent, Order: graph.ByOldest, Page: after(event)})},
		{"walk: events of most sources", walk(graph.Query{Class: graph.ClassEvent, Order: graph.ByMostSources, Page: after(event)})},
		{"walk: newest events of a type", walk(graph.Query{Class: graph.ClassEvent, Where: assaults, Page: after(event)})},
		{"walk: newest events that overlap days", walk(graph.Query{Class: graph.ClassEvent, Where: inMay(graph.Overlaps), Page: after(event)})},
		{"walk: oldest events that overlap days", walk(graph.Query{Class: graph.ClassEvent, Where: inMay(graph.Overlaps), Order: graph.ByOldest, Page: after(event)})},
		{"walk: newest events within days", walk(graph.Query{Class: graph.ClassEvent, Where: inMay(graph.Within), Page: after(event)})},
		{"walk: events by search", walk(graph.Query{Class: graph.ClassEvent, Search: "grain board"})},
		{"walk: events of a source by name", walk(graph.Query{Class: graph.ClassEvent, Where: bySource})},
		{"walk: events of a passage", walk(graph.Query{Class: graph.ClassEvent, Where: byPassage})},
		{"walk: newest ties", walk(graph.Query{Class: graph.ClassTie, Page: after(event)})},
		{"walk: newest evidence", walk(graph.Query{Class: graph.ClassEvidence, Page: after(event)})},
		{"walk: oldest evidence of several publishers", walk(graph.Query{Class: graph.ClassEvidence, Order: graph.ByOldest, Page: after(event), Where: &graph.Has{Link: graph.LinkArticle, Where: compare(graph.PropPublisher, name, "Gazette", "Courier", "Herald")}})},
		{"walk: surest evidence", walk(graph.Query{Class: graph.ClassEvidence, Order: graph.ByConfidence, Page: after(event)})},
		{"walk: newest articles", walk(graph.Query{Class: graph.ClassArticle, Page: after(event)})},
		{"walk: places by name", walk(graph.Query{Class: graph.ClassPlace, Page: after(event)})},

		{"drive: actors by id", drive(graph.Query{Class: graph.ClassActor, Where: compare(graph.PropID, string(actor))})},
		{"drive: actors by name", drive(graph.Query{Class: graph.ClassActor, Where: compare(graph.PropName, name)})},
		{"drive: actors of a country", drive(graph.Query{Class: graph.ClassActor, Where: compare(graph.PropCountry, "FRA", "USA")})},
		{"drive: actors by Wikidata", drive(graph.Query{Class: graph.ClassActor, Where: compare(graph.PropWikidata, "Q1")})},
		{"drive: actors by search", drive(graph.Query{Class: graph.ClassActor, Search: "grain board"})},
		{"drive: actors by search, by name", drive(graph.Query{Class: graph.ClassActor, Search: "grain board", Order: graph.ByName})},
		{"drive: sources of a type", drive(graph.Query{Class: graph.ClassActor, Where: &graph.Has{Link: graph.LinkSourceOf, Where: assaults}})},
		{"drive: actors with ties to one", drive(graph.Query{Class: graph.ClassActor, Where: &graph.Has{Link: graph.LinkTies, Where: &graph.Has{Link: graph.LinkTo, Where: compare(graph.PropID, string(actor))}}})},
		{"drive: events by id", drive(graph.Query{Class: graph.ClassEvent, Where: compare(graph.PropID, string(event))})},
		{"drive: events of a type", drive(graph.Query{Class: graph.ClassEvent, Where: assaults})},
		{"drive: events of a type that overlap days", drive(graph.Query{Class: graph.ClassEvent, Where: graph.And{assaults, inMay(graph.Overlaps)}})},
		{"drive: events that overlap days, most sources first", drive(graph.Query{Class: graph.ClassEvent, Where: inMay(graph.Overlaps), Order: graph.ByMostSources})},
		{"drive: events with a number", drive(graph.Query{Class: graph.ClassEvent, Where: &graph.Compare{Property: graph.PropMinNumber, Texts: []string{string(graph.Dead)}, Numbers: []int64{10}}})},
		{"drive: events by search", drive(graph.Query{Class: graph.ClassEvent, Search: "grain board"})},
		{"drive: events of a source by name", drive(graph.Query{Class: graph.ClassEvent, Where: bySource})},
		{"drive: events of a passage", drive(graph.Query{Class: graph.ClassEvent, Where: byPassage})},
		{"drive: events in a place", drive(graph.Query{Class: graph.ClassEvent, Where: &graph.Has{Link: graph.LinkPlace, Where: compare(graph.PropWithin, string(event))}})},
		{"drive: events near a point", drive(graph.Query{Class: graph.ClassEvent, Where: &graph.Has{Link: graph.LinkPlace, Where: &graph.Compare{Property: graph.PropNear, Numbers: []int64{0, 0, 1000}}}})},
		{"drive: events about others", drive(graph.Query{Class: graph.ClassEvent, Where: &graph.Has{Link: graph.LinkAbout, Where: assaults}})},
		{"drive: events of one or the other", drive(graph.Query{Class: graph.ClassEvent, Where: graph.Or{assaults, bySource}})},
		{"drive: events, counted", drive(graph.Query{Class: graph.ClassEvent, Where: bySource, Page: graph.PageRequest{Total: true}})},
		{"drive: ties at an actor", drive(graph.Query{Class: graph.ClassTie, Where: &graph.Has{Link: graph.LinkParty, Where: compare(graph.PropName, name)}})},
		{"drive: ties stated by a publisher", drive(graph.Query{Class: graph.ClassTie, Where: &graph.Has{Link: graph.LinkEvidence, Where: &graph.Has{Link: graph.LinkArticle, Where: compare(graph.PropPublisher, name)}}})},
		{"drive: evidence of a speaker", drive(graph.Query{Class: graph.ClassEvidence, Where: &graph.Has{Link: graph.LinkSpeaker, Where: compare(graph.PropName, name)}})},
		{"drive: evidence recorded in days", drive(graph.Query{Class: graph.ClassEvidence, Where: &graph.Compare{Property: graph.PropRecorded, Numbers: []int64{20260101, 20260102}}})},
		{"drive: evidence by search", drive(graph.Query{Class: graph.ClassEvidence, Search: "grain"})},
		{"drive: articles of a publisher", drive(graph.Query{Class: graph.ClassArticle, Where: compare(graph.PropPublisher, name)})},
		{"drive: articles by address", drive(graph.Query{Class: graph.ClassArticle, Where: compare(graph.PropURL, "https://example.org/")})},
		{"drive: articles by search", drive(graph.Query{Class: graph.ClassArticle, Search: "grain"})},
		{"drive: places by search", drive(graph.Query{Class: graph.ClassPlace, Search: "grain"})},

		{"actor to events", expand(graph.Expansion{Edge: graph.EdgeEvents, Page: after(event)})},
		{"actor to assaults", expand(graph.Expansion{Edge: graph.EdgeEvents, Where: assaults})},
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
	}, func(name, plan string) {
		if strings.HasPrefix(name, "walk: ") && strings.Contains(plan, "TEMP B-TREE") {
			t.Errorf("%s sorts, where an index gives the order:\n%s", name, plan)
		}
	})
}

// planned is a question and how it is gone about.
type planned struct {
	name string
	plan func() (string, error)
}

// keptSums reads the table event_sum, which is small and has no index.
const keptSums = "events by month and type"

// plans checks plans and compares them with a golden. None may read a table without an index.
func plans(t *testing.T, golden string, questions []planned, check func(name, plan string)) {
	t.Helper()
	var b strings.Builder
	for _, p := range questions {
		plan, err := p.plan()
		if err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		if line := scan.FindString(plan); line != "" && p.name != keptSums {
			t.Errorf("%s reads a whole table: %s", p.name, line)
		}
		check(p.name, plan)
		b.WriteString(p.name + "\n" + plan + "\n")
	}
	golden = filepath.Join("testdata", golden)
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

func compiled(t *testing.T, w graph.EventWhere) graph.Filter {
	t.Helper()
	f, err := graph.CompileEvents(&w, "where")
	if err != nil {
		t.Fatal(err)
	}
	return f
}
