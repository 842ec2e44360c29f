package neo4j

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// An actor's node holds its record, what leads to it, and, while it is there, its values.

// actorNode is the node of an actor in Go.
type actorNode struct {
	graph.ActorRecord
	*graph.Actor // nil unless it is there
	ledTo        bool
	position     graph.Sequence // of its last change
}

// label is the label of a kind: Agency for AGENCY.
func label(k graph.ActorKind) string { return camel(string(k)) }

func (a *actorNode) labels() []any {
	if a.Actor == nil {
		return closedLabels
	}
	return []any{"Actor", label(a.Kind)}
}

func encodeActor(a *actorNode) props {
	r := a.ActorRecord
	p := props{"id": string(r.ID)}
	p.flag("named", r.Named)
	record(p, "register", r.Register)
	p.flag("ledTo", a.ledTo)
	p.number("position", int64(a.position))
	if a.Actor == nil {
		return p
	}
	names := []string{graph.Fold(a.Name)}
	for _, alias := range a.Aliases {
		names = append(names, graph.Fold(alias))
	}
	words := names
	if slices.Contains(names, "") {
		words = append(slices.Clone(names), noWords)
	}
	p.text("name", a.Name)
	p.name(names[0])
	list(p, "names", names)
	p.text("fold", strings.Join(words, " "))
	p.text("kind", string(a.Kind))
	list(p, "kinds", a.Kinds)
	list(p, "aliases", a.Aliases)
	p.text("description", string(a.Description))
	p.text("country", string(a.CountryCode))
	p.text("countryId", string(a.CountryID))
	p.text("territoryId", string(a.TerritoryID))
	p.text("parentId", string(a.ParentID))
	list(p, "sectors", a.Sectors)
	p.text("wikidata", string(a.Wikidata))
	p.number("firstSeen", int64(a.FirstSeen))
	p.number("lastSeen", int64(a.LastSeen))
	p.number("mentions", int64(a.Mentions))
	p.number("events", int64(a.Events))
	return p
}

func decodeActorNode(p props, open bool) (*actorNode, error) {
	f := &fields{props: p}
	n := &actorNode{ledTo: f.bool("ledTo"), position: graph.Sequence(f.int("position"))}
	n.ActorRecord.ID, n.ActorRecord.Named = f.id("id"), f.bool("named")
	f.json("register", &n.Register)
	if err := f.end(); err != nil || !open {
		return n, err
	}
	var err error
	n.Actor, err = decodeActor(p)
	return n, err
}

func decodeActor(p props) (*graph.Actor, error) {
	f := &fields{props: p}
	a := &graph.Actor{
		ID: f.id("id"), Name: f.str("name"), Kind: graph.ActorKind(f.str("kind")), Kinds: texts[graph.ActorKind](f, "kinds"),
		Named: f.bool("named"), Aliases: texts[string](f, "aliases"), Description: f.known("description"),
		CountryCode: f.known("country"), CountryID: f.id("countryId"), TerritoryID: f.id("territoryId"), ParentID: f.id("parentId"),
		Sectors: texts[graph.Sector](f, "sectors"), Wikidata: f.known("wikidata"),
		FirstSeen: f.date("firstSeen"), LastSeen: f.date("lastSeen"), Mentions: f.int("mentions"), Events: f.int("events"),
	}
	return a, f.end()
}

// placeNode is the node of a place in Go.
type placeNode struct {
	graph.Place
	open     bool
	position graph.Sequence
	facts    int // that lead to it
}

func (n *placeNode) labels() []any {
	if !n.open {
		return closedLabels
	}
	return []any{"Place"}
}

func encodePlace(n *placeNode) props {
	p := props{"id": string(n.ID)}
	p.number("position", int64(n.position))
	p.number("facts", int64(n.facts))
	p.text("name", n.Name)
	p.name(graph.Fold(n.Name))
	p.text("country", string(n.CountryCode))
	p.text("countryId", string(n.CountryID))
	p.text("withinId", string(n.WithinID))
	p.flag("located", n.Located)
	p.number("latitude", int64(n.Latitude))
	p.number("longitude", int64(n.Longitude))
	p.text("precision", string(n.Precision))
	p.text("wikidata", string(n.Wikidata))
	return p
}

func decodePlace(p props, open bool) (*placeNode, error) {
	f := &fields{props: p}
	n := &placeNode{open: open, position: graph.Sequence(f.int("position")), facts: f.int("facts")}
	n.Place = graph.Place{
		ID: f.id("id"), Name: f.str("name"), CountryCode: f.known("country"), CountryID: f.id("countryId"), WithinID: f.id("withinId"),
		Located: f.bool("located"), Latitude: f.int("latitude"), Longitude: f.int("longitude"),
		Precision: graph.PlacePrecision(f.str("precision")), Wikidata: f.known("wikidata"),
	}
	return n, f.end()
}
