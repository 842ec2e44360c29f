package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Counterparts implements graph.Reader. One statement selects the cast of the events of all
// actors asked for; Go counts with whom they share them.
func (s *Store) Counterparts(ctx context.Context, of []graph.ID, q graph.CounterpartQuery) ([]graph.Page[graph.Counterpart], error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	m := &meetings{CounterpartQuery: q, of: map[int64]*graph.Meeting[int64]{}}
	for _, id := range of {
		if key, ok := keyOf(id); ok && id.Class() == graph.ClassActor {
			m.of[key] = graph.NewMeeting(q, key, cmp.Compare[int64]) // keys sort as ids do
		}
	}
	var pages []graph.Page[graph.Counterpart]
	err := s.reading(ctx, "counterparts", func(c *conn) error {
		if err := m.events(ctx, c); err != nil {
			return err
		}
		all := make([]*graph.Meeting[int64], len(of))
		for i, id := range of {
			key, _ := keyOf(id)
			if all[i] = m.of[key]; all[i] == nil { // what is no actor meets nobody
				all[i] = graph.NewMeeting(q, key, cmp.Compare[int64])
			}
		}
		var chosen [][]int64
		var err error
		pages, chosen, err = graph.Counterparts(all, of, func(keys []int64) ([]graph.ID, error) { return admitted(ctx, c, q.ActorFilter(), keys) })
		if err != nil {
			return err
		}
		nodes := map[int64]graph.Node{}
		if err := c.nodes(ctx, graph.ClassActor, slices.Concat(chosen...), reading{Detail: q.Detail}, nodes); err != nil {
			return err
		}
		for i := range pages {
			for j, key := range chosen[i] {
				pages[i].Items[j].Node = nodes[key]
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// meetings are one CounterpartQuery on its way, by the actors asked for.
type meetings struct {
	graph.CounterpartQuery
	of map[int64]*graph.Meeting[int64]
}

// eventsText selects who takes part in the events of the actors asked for.
func (m *meetings) eventsText() (fragment, error) {
	where, err := (&filters{}).compile(graph.ClassEvent, "n", m.EventFilter())
	if err != nil {
		return never, err
	}
	of := encode(slices.Sorted(maps.Keys(m.of)))
	if !hasColumns(m.EventFilter()) {
		return build(`SELECT q.actor, n.actors, n.score, n.start, n.stop FROM json_each(?) AS k
			CROSS JOIN part AS q ON q.actor = k.value AND q.standing <= 1 CROSS JOIN event AS n ON n.key = q.event WHERE n.open = 1 AND {}`, of, where), nil
	}
	return build("SELECT n.actor, n.actors, n.score, n.start, n.stop FROM json_each(?) AS k CROSS JOIN ({}) AS n ON n.actor = k.value WHERE {} AND {}",
		of, eventsOf, counts(graph.LinkActor, "n"), where), nil
}

func (m *meetings) events(ctx context.Context, c *conn) error {
	text, err := m.eventsText()
	if err != nil {
		return err
	}
	var cast []member
	row := make([]any, 5)
	return c.queryInto(ctx, row, allOf(row), func() error {
		cast = unpackActors(row[1], cast)
		m.of[row[0].(int64)].Add(cast, sharedOf(row[2:]))
		return nil
	}, text.text, text.args...)
}
