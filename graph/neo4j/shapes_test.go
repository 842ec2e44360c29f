package neo4j_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/neo4j"
)

// shape is a named shape of questions: one of its questions.
type shape struct {
	name   string
	sorted bool // no index gives the order
	whole  bool // asks about a whole class
	form   graph.Form
	find   *graph.Query
	expand *graph.Expansion
	text   *neo4j.Statement

	aggregate    *graph.Aggregation
	links        *graph.LinkQuery
	counterparts *graph.CounterpartQuery
}

// statements are those that answer a shape; where its page asks for nothing but the total,
// those that count it.
func (s shape) statements(t *testing.T) []neo4j.Statement {
	t.Helper()
	if s.text != nil {
		return []neo4j.Statement{*s.text}
	}
	var out []neo4j.Statement
	var err error
	switch {
	case s.find != nil:
		out, err = neo4j.FindStatements(*s.find, cmp.Or(s.form, graph.FormWalk))
	case s.aggregate != nil:
		out, err = neo4j.AggregateStatements(*s.aggregate, s.form)
	case s.links != nil:
		out, err = neo4j.LinkStatements(*s.links, s.form)
	case s.counterparts != nil:
		out, err = neo4j.CounterpartStatements(*s.counterparts)
	default:
		out, err = neo4j.ExpandStatements(*s.expand)
	}
	if err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	return out
}

// compiled is what a condition compiles to.
func compiled[W any](t *testing.T, w *W, compile func(*W, string) (graph.Filter, error)) graph.Filter {
	t.Helper()
	f, err := compile(w, "where")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// shapes are the main questions: lists that walk, expansions, lists that drive, and counts.
func shapes(t *testing.T) []shape {
	actor := graph.RegisteredActorID("plan:a")
	event := graph.EventID(graph.ArticleID("", "1", "", ""), graph.Anchor{Sentence: "x"})
	page := graph.PageRequest{First: 10, After: &graph.Position{Rank: 20160425, Text: "b", ID: event}}
	count := graph.PageRequest{Total: true}
	events := func(w graph.EventWhere) graph.Filter { return compiled(t, &w, graph.CompileEvents) }
	name := "Grain Board"
	walked := []shape{
		{name: "actors by name", find: &graph.Query{Class: graph.ClassActor, Page: page}},
		{name: "agencies by name", find: &graph.Query{Class: graph.ClassActor, Kind: graph.Agency, Page: page}},
		{name: "actors by events", find: &graph.Query{Class: graph.ClassActor, Order: graph.ByMostEvents, Page: page}},
		{name: "actors last seen", find: &graph.Query{Class: graph.ClassActor, Order: graph.ByLastSeen, Page: page}},
		{name: "actors by search", sorted: true, form: graph.FormDrive, find: &graph.Query{Class: graph.ClassActor, Search: "grain board", Page: page}},
		{name: "newest events", find: &graph.Query{Class: graph.ClassEvent, Page: page}},
		{name: "oldest events", find: &graph.Query{Class: graph.ClassEvent, Order: graph.ByOldest, Page: page}},
		{name: "events of most sources", find: &graph.Query{Class: graph.ClassEvent, Order: graph.ByMostSources, Page: page}},
		{name: "newest assaults", find: &graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Type: []graph.EventType{graph.Assault}}), Page: page}},
		{name: "events by id", sorted: true, form: graph.FormDrive, find: &graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{ID: []graph.ID{event}})}},
		{name: "events by search", sorted: true, form: graph.FormDrive, find: &graph.Query{Class: graph.ClassEvent, Search: "grain board"}},
		{name: "events of a source by name", find: &graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Source: &graph.ActorWhere{Name: &name}})}},
		{name: "events of a passage", find: &graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Article: &graph.ArticleWhere{Publisher: []string{"a"}}, Speaker: &graph.ActorWhere{ID: []graph.ID{actor}}})}},
		{name: "events at a place", find: &graph.Query{Class: graph.ClassEvent, Where: events(graph.EventWhere{Place: &graph.PlaceWhere{Within: []graph.ID{graph.PlaceID("x", "", "")}}})}},
		{name: "newest ties", find: &graph.Query{Class: graph.ClassTie, Page: page}},
		{name: "newest evidence", find: &graph.Query{Class: graph.ClassEvidence, Page: page}},
		{name: "surest evidence", find: &graph.Query{Class: graph.ClassEvidence, Order: graph.ByConfidence, Page: page}},
		{name: "evidence by search", sorted: true, form: graph.FormDrive, find: &graph.Query{Class: graph.ClassEvidence, Search: "grain"}},
		{name: "newest articles", find: &graph.Query{Class: graph.ClassArticle, Page: page}},
		{name: "articles by search", sorted: true, form: graph.FormDrive, find: &graph.Query{Class: graph.ClassArticle, Search: "grain"}},
		{name: "places by name", find: &graph.Query{Class: graph.ClassPlace, Page: page}},
		{name: "events counted", find: &graph.Query{Class: graph.ClassEvent, Page: count}},
		{name: "actor to events", expand: &graph.Expansion{Edge: graph.EdgeEvents, Page: page}},
		{name: "actor to oldest events", expand: &graph.Expansion{Edge: graph.EdgeEvents, Order: graph.ByOldest, Page: page}},
		{name: "actor to events of most sources", expand: &graph.Expansion{Edge: graph.EdgeEvents, Order: graph.ByMostSources, Page: page}},
		{name: "actor to assaults", expand: &graph.Expansion{Edge: graph.EdgeEvents, Where: events(graph.EventWhere{Type: []graph.EventType{graph.Assault}})}},
		{name: "actor to events, counted", expand: &graph.Expansion{Edge: graph.EdgeEvents, Page: count}},
		{name: "actor to events as a source, counted", expand: &graph.Expansion{Edge: graph.EdgeEvents, Roles: []graph.Role{graph.Source}, Page: count}},
		{name: "actor to ties", expand: &graph.Expansion{Edge: graph.EdgeTies, Page: page}},
		{name: "actor to ties from it", expand: &graph.Expansion{Edge: graph.EdgeTies, Direction: graph.Out, Page: page}},
		{name: "actor to statements", expand: &graph.Expansion{Edge: graph.EdgeStatements, Page: page}},
		{name: "actor to mentions", expand: &graph.Expansion{Edge: graph.EdgeMentions, Page: page}},
		{name: "agency to officials", expand: &graph.Expansion{Edge: graph.EdgeOfficials, Page: page}},
		{name: "agency to officials, counted", expand: &graph.Expansion{Edge: graph.EdgeOfficials, Page: count}},
		{name: "actor to offices", expand: &graph.Expansion{Edge: graph.EdgeOffices, Page: page}},
		{name: "country to agencies", sorted: true, expand: &graph.Expansion{Edge: graph.EdgeCountryAgencies, Page: page}},
		{name: "country to officials of a day", sorted: true, expand: &graph.Expansion{Edge: graph.EdgeCountryOfficials, At: 20160425}},
		{name: "event to evidence", expand: &graph.Expansion{Edge: graph.EdgeEvidence, Page: page}},
		{name: "event to surest evidence", expand: &graph.Expansion{Edge: graph.EdgeEvidence, Order: graph.ByConfidence, Page: page}},
		{name: "event to evidence, counted", expand: &graph.Expansion{Edge: graph.EdgeEvidence, Page: count}},
		{name: "article to mentions", expand: &graph.Expansion{Edge: graph.EdgeArticleMentions, Page: page}},
		{name: "article to events", sorted: true, expand: &graph.Expansion{Edge: graph.EdgeArticleEvents}},
		{name: "article to ties", sorted: true, expand: &graph.Expansion{Edge: graph.EdgeArticleTies}},
		{name: "article to evidence", expand: &graph.Expansion{Edge: graph.EdgeArticleEvidence, Page: page}},
		{name: "place to events", sorted: true, expand: &graph.Expansion{Edge: graph.EdgePlaceEvents}},
	}
	return slices.Concat(walked, drivenShapes(t, page), countedShapes(t, page))
}
