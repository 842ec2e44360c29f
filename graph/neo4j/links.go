package neo4j

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	linksText       = statement("links")
	linksTiesText   = statement("links_ties")
	tiesAllText     = statement("ties_all")
	tiesBetweenText = statement("ties_between")
)

// Links implements graph.Reader. One statement selects who takes part in the events that link; Go counts the
// pairs, and asks for the ties of the strongest of them and who they are.
func (s *Store) Links(ctx context.Context, q graph.LinkQuery) (graph.Links, error) {
	if err := q.Validate(); err != nil {
		return graph.Links{}, err
	}
	var out graph.Links
	err := s.reading(ctx, "links", func(r *reader) error {
		text, params, err := s.linkedEvents(r, q)
		if err != nil {
			return err
		}
		who := newRoster(q.ActorFilter())
		l := graph.NewLinking(q, who.compare)
		err = r.stream(text, params, func(row *row) error {
			same := graph.Shared{Events: 1, Score: row.number(0), Since: graph.Date(row.number(1)), Until: graph.Date(row.number(2))}
			for _, packed := range row.list(3) {
				l.Add(who.cast(packed), same)
			}
			return nil
		})
		if err != nil {
			return err
		}
		ids := func(actors []uint32) ([]graph.ID, error) { return who.admitted(r, actors) }
		out, err = l.Links(ids, func(pairs [][2]uint32) error { return s.tieLinks(r, l, who, pairs) })
		return err
	})
	if err != nil {
		return graph.Links{}, err
	}
	return out, nil
}

// linkedEvents is the statement that selects the events that link.
func (s *Store) linkedEvents(r *reader, q graph.LinkQuery) (string, map[string]any, error) {
	drive, err := s.chooseAll(r, graph.ClassEvent, q.EventFilter())
	if err != nil {
		return "", nil, err
	}
	return linkStatement(q, drive)
}

func linkStatement(q graph.LinkQuery, drive *graph.Drive) (string, map[string]any, error) {
	c := newFilters()
	text, err := c.foundAll(graph.ClassEvent, drive, q.EventFilter(), fill(linksText, "", packedPlace, packedActors))
	return text, c.with(map[string]any{}), err
}

// tieLinks adds the ties between pairs of actors, or all.
func (s *Store) tieLinks(r *reader, l *graph.Linking[uint32], who *roster, pairs [][2]uint32) error {
	text, params, err := s.linkedTies(r, l.LinkQuery, who, pairs)
	if err != nil {
		return err
	}
	return r.stream(text, params, func(row *row) error {
		from, to := row.id("source"), row.id("target")
		if to.Class() == graph.ClassActor {
			l.AddTie(who.number(partOf(from)), who.number(partOf(to)), graph.Relation(row.text("relation")))
		}
		return nil
	})
}

// linkedTies is the statement that selects them.
func (s *Store) linkedTies(r *reader, q graph.LinkQuery, who *roster, pairs [][2]uint32) (string, map[string]any, error) {
	if pairs != nil && s.form != graph.FormDrive {
		return tiesBetween(q, who, pairs)
	}
	drive, err := s.choose(r, graph.Query{Class: graph.ClassTie, Where: q.TieFilter()})
	if err != nil {
		return "", nil, err
	}
	return tieStatement(q, drive)
}

func tieStatement(q graph.LinkQuery, drive *graph.Drive) (string, map[string]any, error) {
	c := newFilters()
	text, err := c.foundAll(graph.ClassTie, drive, q.TieFilter(), linksTiesText)
	return text, c.with(map[string]any{}), err
}

func tiesBetween(q graph.LinkQuery, who *roster, pairs [][2]uint32) (string, map[string]any, error) {
	c := newFilters()
	where, err := c.compile(graph.ClassTie, "n", q.TieFilter())
	var both []any
	for _, p := range pairs {
		a, b := string(actorOf(who.parts[p[0]])), string(actorOf(who.parts[p[1]]))
		both = append(both, []any{a, b}, []any{b, a})
	}
	return fill(tiesBetweenText, where) + "\n" + linksTiesText, c.with(map[string]any{"pairs": both}), err
}
