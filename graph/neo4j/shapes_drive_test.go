package neo4j_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/neo4j"
)

// drivenShapes are lists that start from the few nodes of one condition. They sort what they
// find, but must find it by indexes alone.
func drivenShapes(t *testing.T, page graph.PageRequest) []shape {
	actor := []graph.ID{graph.RegisteredActorID("plan:a")}
	place := []graph.ID{graph.PlaceID("x", "", "")}
	name := "Grain Board"
	var out []shape
	add := func(name string, class graph.Class, where graph.Filter) {
		q := graph.Query{Class: class, Where: where, Page: page}
		out = append(out, shape{name: name, sorted: true, form: graph.FormDrive, find: &q})
	}
	event := func(name string, w graph.EventWhere) {
		t.Helper()
		add("driven: events "+name, graph.ClassEvent, compiled(t, &w, graph.CompileEvents))
	}
	event("of an actor", graph.EventWhere{Actor: &graph.ActorWhere{ID: actor}})
	event("of a source by name", graph.EventWhere{Source: &graph.ActorWhere{Name: &name}})
	event("whose target is an agency of a country", graph.EventWhere{Target: &graph.ActorWhere{Country: []string{"FRA"}, Kind: []graph.ActorKind{graph.Agency}}})
	event("of a type", graph.EventWhere{Type: []graph.EventType{graph.Assault, graph.Protest}})
	event("of a type in some days", graph.EventWhere{Type: []graph.EventType{graph.Assault}, Since: 20160401, Until: 20160430})
	event("that overlap some days", graph.EventWhere{Since: 20160401, Until: 20160430})
	event("within some days", graph.EventWhere{Since: 20160401, Until: 20160430, Match: graph.Within})
	event("of many dead", graph.EventWhere{MinNumber: &graph.MinNumber{Of: graph.Dead, Low: 10}})
	event("that a speaker tells", graph.EventWhere{Speaker: &graph.ActorWhere{ID: actor}})
	event("in articles of a publisher", graph.EventWhere{Article: &graph.ArticleWhere{Publisher: []string{"Harbour Post"}}})
	event("in a place", graph.EventWhere{Place: &graph.PlaceWhere{Within: place}})
	event("near a place", graph.EventWhere{Place: &graph.PlaceWhere{Near: &graph.Near{Latitude: 1, Longitude: 2, Km: 30}}})
	event("about events of an actor", graph.EventWhere{About: &graph.EventWhere{Actor: &graph.ActorWhere{ID: actor}}})
	event("of one actor or in one place", graph.EventWhere{Or: []graph.EventWhere{{Actor: &graph.ActorWhere{ID: actor}}, {Place: &graph.PlaceWhere{ID: place}}}})
	actors := func(name string, w graph.ActorWhere) {
		t.Helper()
		add("driven: actors "+name, graph.ClassActor, compiled(t, &w, graph.CompileActors))
	}
	actors("of a country", graph.ActorWhere{Country: []string{"FRA"}})
	actors("of a name", graph.ActorWhere{Name: &name})
	actors("of an entry of Wikidata", graph.ActorWhere{Wikidata: []string{"Q1"}})
	actors("that are sources of assaults", graph.ActorWhere{IsSource: &graph.EventWhere{Type: []graph.EventType{graph.Assault}}})
	ties := graph.TieWhere{Party: &graph.ActorWhere{ID: actor}}
	add("driven: ties of an actor", graph.ClassTie, compiled(t, &ties, graph.CompileTies))
	evidence := graph.EvidenceWhere{Recorded: &graph.DateRange{Since: 20160401, Until: 20160430}}
	add("driven: evidence recorded in some days", graph.ClassEvidence, compiled(t, &evidence, graph.CompileEvidence))
	articles := graph.ArticleWhere{URL: []string{"https://example.org/a"}}
	add("driven: articles of an address", graph.ClassArticle, compiled(t, &articles, graph.CompileArticles))
	articles = graph.ArticleWhere{Since: 20160401, Until: 20160430}
	add("driven: articles of some days", graph.ClassArticle, compiled(t, &articles, graph.CompileArticles))
	places := graph.PlaceWhere{Within: place}
	add("driven: places within another", graph.ClassPlace, compiled(t, &places, graph.CompilePlaces))
	return append(out, sizesShape(t, actor))
}

// sizesShape sizes several Drives in one round trip.
func sizesShape(t *testing.T, actor []graph.ID) shape {
	where := graph.EventWhere{Type: []graph.EventType{graph.Assault}, Since: 20160401, Actor: &graph.ActorWhere{ID: actor}}
	q := graph.Query{Class: graph.ClassEvent, Search: "grain", Where: compiled(t, &where, graph.CompileEvents)}
	var all []graph.Drive
	_, err := graph.ChooseDrive(q, graph.FormAuto, func(drives []graph.Drive) ([]int, error) {
		all = append(all, drives...)
		return make([]int, len(drives)), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := neo4j.SizeStatement(all)
	if err != nil {
		t.Fatal(err)
	}
	return shape{name: "sizes of drives", text: &s}
}
