package sqlite

import (
	"github.com/actorgraph/actorgraph/graph"
)

// actors holds what follows of each actor; actorRecords what extractions and the register say of it;
// places what extractions say of places.
var (
	actorRecords = newTable("actor_record", "key id named register")
	actors       = newTable("actor", `key id (open) (led_to) (position) name (name_fold) named kind -kinds +aliases +description
		-country -country_id -territory_id -parent_id -sectors -wikidata -first_seen -last_seen -mentions -events`)
	places = newTable("place", `key id (open) (position) (facts) name (name_fold) country country_id
		(within) within_id located latitude longitude precision wikidata`)
)

func encodeActorRecord(r *graph.ActorRecord) []any {
	key, _ := keyOf(r.ID)
	entry := r.Register
	if entry != nil {
		e := *entry // no list is the same as an empty one
		if len(e.Aliases) == 0 {
			e.Aliases = nil
		}
		if len(e.Sectors) == 0 {
			e.Sectors = nil
		}
		entry = &e
	}
	return []any{key, string(r.ID), flag(r.Named), record(entry)}
}

func decodeActorRecord(row []any) (graph.ActorRecord, error) {
	c := &cursor{row: row}
	r := graph.ActorRecord{}
	c.skip(1)
	r.ID, r.Named = c.id(), c.flag()
	c.json(&r.Register)
	return r, c.end(actorRecords)
}

func encodeActor(a *graph.Actor, open, ledTo bool, position graph.Sequence) []any {
	key, _ := keyOf(a.ID)
	return []any{
		key, string(a.ID), flag(open), flag(ledTo), int64(position), a.Name, graph.Fold(a.Name), flag(a.Named),
		string(a.Kind), list(a.Kinds), list(a.Aliases), string(a.Description),
		string(a.CountryCode), string(a.CountryID), string(a.TerritoryID), string(a.ParentID),
		list(a.Sectors), string(a.Wikidata), int64(a.FirstSeen), int64(a.LastSeen), int64(a.Mentions), int64(a.Events),
	}
}

func decodeActor(row []any) (*graph.Actor, error) {
	c := &cursor{row: row}
	a := &graph.Actor{}
	c.skip(1)
	a.ID = c.id()
	c.skip(3)
	a.Name = c.text()
	c.skip(1)
	a.Named = c.flag()
	a.Kind = graph.ActorKind(c.text())
	texts(c, &a.Kinds)
	texts(c, &a.Aliases)
	a.Description, a.CountryCode = graph.Text(c.text()), graph.Text(c.text())
	a.CountryID, a.TerritoryID, a.ParentID = c.id(), c.id(), c.id()
	texts(c, &a.Sectors)
	a.Wikidata = graph.Text(c.text())
	a.FirstSeen, a.LastSeen = c.date(), c.date()
	a.Mentions, a.Events = c.int(), c.int()
	return a, c.end(actors)
}

// placeRow is a row of places in Go.
type placeRow struct {
	graph.Place
	open     bool
	position graph.Sequence
	facts    int // that lead to it
}

func encodePlace(p *placeRow) []any {
	key, _ := keyOf(p.ID)
	return []any{
		key, string(p.ID), flag(p.open), int64(p.position), int64(p.facts), p.Name, graph.Fold(p.Name),
		string(p.CountryCode), string(p.CountryID), nullKey(p.WithinID), string(p.WithinID),
		flag(p.Located), int64(p.Latitude), int64(p.Longitude), string(p.Precision), string(p.Wikidata),
	}
}

func decodePlace(row []any) (*placeRow, error) {
	c := &cursor{row: row}
	p := &placeRow{}
	c.skip(1)
	p.ID = c.id()
	p.open = c.flag()
	p.position = graph.Sequence(c.int())
	p.facts = c.int()
	p.Name = c.text()
	c.skip(1)
	p.CountryCode, p.CountryID = graph.Text(c.text()), c.id()
	c.skip(1)
	p.WithinID = c.id()
	p.Located, p.Latitude, p.Longitude = c.flag(), c.int(), c.int()
	p.Precision, p.Wikidata = graph.PlacePrecision(c.text()), graph.Text(c.text())
	return p, c.end(places)
}
