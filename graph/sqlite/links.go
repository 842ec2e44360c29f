package sqlite

import (
	"cmp"
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// Links implements graph.Reader. One statement selects the cast of every event that links; Go counts the
// pairs, and asks for the ties and the actors of the strongest of them.
func (s *Store) Links(ctx context.Context, q graph.LinkQuery) (graph.Links, error) {
	if err := q.Validate(); err != nil {
		return graph.Links{}, err
	}
	var out graph.Links
	err := s.reading(ctx, "links", func(c *conn) error {
		l := &linking{graph.NewLinking(q, cmp.Compare[int64])} // keys sort as ids do
		if err := l.events(ctx, s, c); err != nil {
			return err
		}
		ids := func(keys []int64) ([]graph.ID, error) { return admitted(ctx, c, q.ActorFilter(), keys) }
		var err error
		out, err = l.Links(ids, func(pairs [][2]int64) error { return l.ties(ctx, s, c, pairs) })
		return err
	})
	return out, err
}

// linking is one LinkQuery on its way.
type linking struct{ *graph.Linking[int64] }

func (l *linking) events(ctx context.Context, s *Store, c *conn) error {
	text, err := l.eventsText(ctx, s, c)
	if err != nil {
		return err
	}
	var cast []member
	row := make([]any, 4)
	return c.queryInto(ctx, row, allOf(row), func() error {
		cast = unpackActors(row[0], cast)
		l.Add(cast, sharedOf(row[1:]))
		return nil
	}, text.text, text.args...)
}

// eventsText selects who takes part in the events that link.
func (l *linking) eventsText(ctx context.Context, s *Store, c *conn) (fragment, error) {
	from, err := s.matching(ctx, c, graph.ClassEvent, l.EventFilter())
	return from.selecting("n.actors, n.score, n.start, n.stop"), err
}

func (l *linking) ties(ctx context.Context, s *Store, c *conn, pairs [][2]int64) error {
	text, err := l.tiesText(ctx, s, c, pairs)
	if err != nil {
		return err
	}
	row := make([]any, 3)
	return c.queryInto(ctx, row, allOf(row), func() error {
		if from, to := row[0].(int64), row[1].(int64); classOf(to) == graph.ClassActor {
			l.AddTie(from, to, graph.Relation(row[2].(string)))
		}
		return nil
	}, text.text, text.args...)
}

// tiesText selects the ends of the ties between pairs of actors, or of all. Where nothing is asked of
// them but that they are real, an index has all there is to know.
func (l *linking) tiesText(ctx context.Context, s *Store, c *conn, pairs [][2]int64) (fragment, error) {
	const ends = "n.from_actor, n.to_node, n.relation"
	if l.Ties != nil {
		from, err := s.matching(ctx, c, graph.ClassTie, l.TieFilter())
		return from.selecting(ends), err
	}
	where, err := (&filters{}).compile(graph.ClassTie, "n", l.TieFilter())
	if pairs == nil {
		return matched{build("tie AS n INDEXED BY tie_real WHERE n.open = 1 AND {}", where)}.selecting(ends), err
	}
	both := make([][2]int64, 0, 2*len(pairs))
	for _, p := range pairs {
		both = append(both, p, [2]int64{p[1], p[0]})
	}
	return matched{build(`json_each(?) AS k CROSS JOIN tie AS n INDEXED BY tie_real
		WHERE n.from_actor = k.value ->> 0 AND n.to_node = k.value ->> 1 AND n.open = 1 AND {}`, encode(both), where)}.selecting(ends), err
}
