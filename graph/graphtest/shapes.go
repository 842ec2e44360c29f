package graphtest

import (
	"fmt"
	"strconv"

	"github.com/actorgraph/actorgraph/graph"
)

// Shape is a question as people ask it of the graph of a Newsroom that knows ShapeActors.
type Shape struct {
	Name  string // "events/type, rare"
	Query graph.Query
}

// ShapeActors is the number of actors whose Newsroom the Shapes ask.
const ShapeActors = 100_000

// Shapes are the conditions that an index answers, with rare and common values, alone and
// together, and those that none does. Every store is measured by the same.
func Shapes() []Shape {
	compiled := func(f graph.Filter, err error) graph.Filter {
		if err != nil {
			panic(fmt.Sprintf("graphtest: a shape is not valid: %v", err))
		}
		return f
	}
	first := graph.PageRequest{First: 20}
	events := func(name string, w graph.EventWhere) Shape {
		return Shape{"events/" + name, graph.Query{Class: graph.ClassEvent, Where: compiled(graph.CompileEvents(&w, "where")), Page: first}}
	}
	in := func(s Shape, change func(q *graph.Query)) Shape { change(&s.Query); return s }
	by := func(o graph.Order) func(*graph.Query) { return func(q *graph.Query) { q.Order = o } }
	searching := func(words string) func(*graph.Query) { return func(q *graph.Query) { q.Search = words } }
	total := func(q *graph.Query) { q.Page.Total = true }
	evidence := func(name string, w graph.EvidenceWhere) Shape {
		return Shape{"evidence/" + name, graph.Query{Class: graph.ClassEvidence, Where: compiled(graph.CompileEvidence(&w, "where")), Page: first}}
	}
	actors := func(name string, w graph.ActorWhere) Shape {
		return Shape{"actors/" + name, graph.Query{Class: graph.ClassActor, Where: compiled(graph.CompileActors(&w, "where")), Page: first}}
	}
	articles := func(name string, w graph.ArticleWhere) Shape {
		return Shape{"articles/" + name, graph.Query{Class: graph.ClassArticle, Where: compiled(graph.CompileArticles(&w, "where")), Page: first}}
	}
	ties := func(name string, w graph.TieWhere) Shape {
		return Shape{"ties/" + name, graph.Query{Class: graph.ClassTie, Where: compiled(graph.CompileTies(&w, "where")), Page: first}}
	}
	one := func(number int) *graph.ActorWhere {
		return &graph.ActorWhere{ID: []graph.ID{graph.RegisteredActorID("bench:" + strconv.Itoa(number))}}
	}
	of := func(code string, kinds ...graph.ActorKind) *graph.ActorWhere {
		return &graph.ActorWhere{Country: []string{code}, Kind: kinds}
	}
	types := func(ts ...graph.EventType) []graph.EventType { return ts }
	hub, common, rare := one(0), one(300), one(60_000)
	name := syllables(7*60_000) + " " + syllables(13*60_000) + " 60000"
	publisher := func(name string) *graph.ArticleWhere { return &graph.ArticleWhere{Publisher: []string{name}} }
	land := &graph.PlaceWhere{Within: []graph.ID{graph.PlaceID("land:FRA", "", "")}}
	town := &graph.PlaceWhere{Within: []graph.ID{graph.PlaceID("bench:7", "", "")}}
	near := &graph.PlaceWhere{Near: &graph.Near{Latitude: 0.7, Longitude: -1.4, Km: 5}}
	country := &graph.PlaceWhere{Country: []string{"FRA"}}
	dead := func(low float64) *graph.MinNumber { return &graph.MinNumber{Of: graph.Dead, Low: low} }
	early, midday := graph.Date(20150301), graph.Date(20190615)
	return []Shape{
		events("all", graph.EventWhere{}),
		in(events("all, counted", graph.EventWhere{}), total),
		events("actor, a hub", graph.EventWhere{Actor: hub}),
		events("actor, common", graph.EventWhere{Actor: common}),
		events("actor, rare", graph.EventWhere{Actor: rare}),
		events("source by name, rare", graph.EventWhere{Source: &graph.ActorWhere{Name: &name}}),
		events("two actors, hub and hub", graph.EventWhere{Source: hub, Target: one(1)}),
		events("two actors, hub and rare", graph.EventWhere{Source: hub, Target: rare}),
		events("source country, common", graph.EventWhere{Source: of("FRA")}),
		events("source country, rare", graph.EventWhere{Source: of(Isle)}),
		events("source country and kind, common", graph.EventWhere{Source: of("FRA", graph.Agency)}),
		events("source country and kind, rare", graph.EventWhere{Source: of(Isle, graph.Agency)}),
		events("two rare countries", graph.EventWhere{Source: of(Isle), Target: of(Isle)}),
		events("type, common", graph.EventWhere{Type: types(graph.Assault)}),
		events("type, rare", graph.EventWhere{Type: types(RareType)}),
		in(events("type, common, most sources first", graph.EventWhere{Type: types(graph.Assault)}), by(graph.ByMostSources)),
		in(events("type, common, counted", graph.EventWhere{Type: types(graph.Assault)}), total),
		events("type within a month", graph.EventWhere{Type: types(graph.Assault), Since: midday, Until: midday.AddDays(30), Match: graph.Within}),
		events("type and source country, rare both", graph.EventWhere{Type: types(RareType), Source: of(Isle)}),
		events("overlaps a month long ago", graph.EventWhere{Since: early, Until: early.AddDays(30)}),
		in(events("overlaps a month, oldest first", graph.EventWhere{Since: midday, Until: midday.AddDays(30)}), by(graph.ByOldest)),
		in(events("overlaps a month, most sources first", graph.EventWhere{Since: midday, Until: midday.AddDays(30)}), by(graph.ByMostSources)),
		in(events("within a month, counted", graph.EventWhere{Since: midday, Until: midday.AddDays(30), Match: graph.Within}), total),
		events("number, common", graph.EventWhere{MinNumber: dead(1)}),
		events("number, rare", graph.EventWhere{MinNumber: dead(1000)}),
		events("status, common", graph.EventWhere{Status: []graph.Status{graph.Planned}}),
		events("status of none", graph.EventWhere{Status: []graph.Status{graph.Threatened}}),
		events("speaker, a hub", graph.EventWhere{Speaker: hub}),
		events("speaker, rare", graph.EventWhere{Speaker: rare}),
		events("publisher, common", graph.EventWhere{Article: publisher("Paper 7")}),
		events("publisher, rare", graph.EventWhere{Article: publisher(Gazette)}),
		events("place nested, common", graph.EventWhere{Place: land}),
		events("place, one town", graph.EventWhere{Place: town}),
		events("place near a point", graph.EventWhere{Place: near}),
		events("place country", graph.EventWhere{Place: country}),
		events("place and rare actor", graph.EventWhere{Place: land, Actor: rare}),
		events("or, rare and rare", graph.EventWhere{Or: []graph.EventWhere{{Actor: rare}, {Type: types(RareType)}}}),
		events("or, rare and common", graph.EventWhere{Or: []graph.EventWhere{{Actor: rare}, {Type: types(graph.Assault)}}}),
		events("not, common", graph.EventWhere{Not: &graph.EventWhere{Type: types(graph.Assault)}}),
		events("rare actor and not", graph.EventWhere{Actor: rare, Not: &graph.EventWhere{Type: types(graph.Assault)}}),
		in(events("search, one rare word", graph.EventWhere{}), searching(strconv.Itoa(60_000))),
		in(events("search, two words", graph.EventWhere{}), searching("kalomi sutorva")),
		in(events("search, a word of every passage", graph.EventWhere{}), searching("met")),
		in(events("search and type", graph.EventWhere{Type: types(graph.Assault)}), searching("kalomi")),

		evidence("speaker, a hub", graph.EvidenceWhere{Speaker: hub}),
		evidence("speaker, rare", graph.EvidenceWhere{Speaker: rare}),
		evidence("publisher, common", graph.EvidenceWhere{Article: publisher("Paper 7")}),
		evidence("publisher, rare", graph.EvidenceWhere{Article: publisher(Gazette)}),
		in(evidence("search, two words", graph.EvidenceWhere{}), searching("kalomi sutorva")),
		in(evidence("surest first", graph.EvidenceWhere{}), by(graph.ByConfidence)),

		actors("country, common", *of("FRA")),
		actors("country and kind, rare", *of(Isle, graph.Agency)),
		actors("name", graph.ActorWhere{Name: &name}),
		in(actors("search, rare", graph.ActorWhere{}), searching(name)),
		in(actors("search, two letters", graph.ActorWhere{}), searching("ka")),
		in(actors("search within a country", *of("FRA")), searching("kalo")),
		actors("source of a rare type", graph.ActorWhere{IsSource: &graph.EventWhere{Type: types(RareType)}}),
		actors("source of a common type", graph.ActorWhere{IsSource: &graph.EventWhere{Type: types(graph.Assault)}}),
		actors("with an event of many dead", graph.ActorWhere{HasEvents: &graph.EventWhere{MinNumber: dead(1000)}}),

		articles("publisher, common", *publisher("Paper 7")),
		articles("publisher, rare", *publisher(Gazette)),
		articles("within a month", graph.ArticleWhere{Since: midday, Until: midday.AddDays(30)}),
		in(articles("search, one common word", graph.ArticleWhere{}), searching("kalomi")),
		in(articles("search, two words", graph.ArticleWhere{}), searching("kalomi sutorva")),

		ties("party, a hub", graph.TieWhere{Party: hub}),
		ties("party, rare", graph.TieWhere{Party: rare}),
		ties("between countries", graph.TieWhere{From: of(Isle), To: of("FRA")}),
		ties("held on a day", graph.TieWhere{At: midday}),
	}
}
