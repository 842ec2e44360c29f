package neo4j

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

var counterpartsText = statement("counterparts")

// Counterparts implements graph.Reader. One statement selects who takes part in the events of all actors
// asked for; Go counts with whom they share them, and asks for the nodes of those that are shown.
func (s *Store) Counterparts(ctx context.Context, of []graph.ID, q graph.CounterpartQuery) ([]graph.Page[graph.Counterpart], error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	text, params, err := counterparts(of, q)
	if err != nil {
		return nil, err
	}
	var pages []graph.Page[graph.Counterpart]
	err = s.reading(ctx, "counterparts", func(r *reader) error {
		met := newMet(q.ActorFilter())
		meetings := make([]*graph.Meeting[uint32], len(of))
		for i, id := range of {
			meetings[i] = graph.NewMeeting(q, met.number(partOf(id)), met.compare)
		}
		if len(of) > 0 {
			err := r.stream(text, params, func(row *row) error {
				casts, events, scores, since, until := row.list(1), row.list(2), row.list(3), row.list(4), row.list(5)
				for j := range casts {
					meetings[row.number(0)].Add(met.cast(casts[j]), graph.Shared{
						Events: int(number(events[j])), Score: number(scores[j]), Since: graph.Date(number(since[j])), Until: graph.Date(number(until[j])),
					})
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		ids := func(actors []uint32) ([]graph.ID, error) { return met.admitted(r, actors) }
		pages = make([]graph.Page[graph.Counterpart], len(of))
		var shown []graph.ID
		for i, m := range meetings {
			var err error
			if pages[i], _, err = m.Counterparts(of[i], ids); err != nil {
				return err
			}
			for _, at := range pages[i].Positions {
				shown = append(shown, at.ID)
			}
		}
		nodes, err := r.nodes(shown, q.Detail)
		for i := range pages {
			for j, at := range pages[i].Positions {
				pages[i].Items[j].Node = nodes[at.ID]
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// counterparts is the statement that selects the events of the actors.
func counterparts(of []graph.ID, q graph.CounterpartQuery) (string, map[string]any, error) {
	c := newFilters()
	where, err := c.compile(graph.ClassEvent, "n", q.EventFilter())
	from := make([]any, len(of))
	for i, id := range of {
		from[i] = string(id)
	}
	return fill(counterpartsText, where), c.with(map[string]any{"from": from}), err
}
