package neo4j

import (
	"context"
	"fmt"

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
		who := newRoster(q.ActorFilter())
		meetings := make([]*graph.Meeting[uint32], len(of))
		for i, id := range of {
			meetings[i] = graph.NewMeeting(q, who.number(partOf(id)), who.compare)
		}
		if len(of) > 0 {
			if err := r.stream(text, params, func(row *row) error { return meet(meetings[row.number(0)], who, row.list(1)) }); err != nil {
				return err
			}
		}
		var err error
		pages, _, err = graph.Counterparts(meetings, of, func(actors []uint32) ([]graph.ID, error) { return who.admitted(r, actors) })
		if err != nil {
			return err
		}
		var shown []graph.ID
		for i := range pages {
			for _, at := range pages[i].Positions {
				shown = append(shown, at.ID)
			}
		}
		nodes, err := r.nodes(shown, q.Detail)
		for i := range pages {
			showNodes(&pages[i], nodes)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// meet adds events of an actor, those of the same participants as one.
func meet(m *graph.Meeting[uint32], who *roster, shared []any) error {
	for _, s := range shared {
		values, _ := s.([]any)
		if len(values) != 5 {
			return fmt.Errorf("%d values of shared events, want 5", len(values))
		}
		m.Add(who.cast(values[0]), graph.Shared{
			Events: int(number(values[1])), Score: number(values[2]), Since: graph.Date(number(values[3])), Until: graph.Date(number(values[4])),
		})
	}
	return nil
}

// showNodes gives the counterparts of a page their nodes. Those that another process closed since
// they were chosen are taken out.
func showNodes(page *graph.Page[graph.Counterpart], nodes map[graph.ID]graph.Node) {
	items, positions := page.Items[:0], page.Positions[:0]
	for i, at := range page.Positions {
		if node := nodes[at.ID]; node != nil {
			page.Items[i].Node = node
			items, positions = append(items, page.Items[i]), append(positions, at)
		}
	}
	page.Items, page.Positions = items, positions
}

// counterparts is the statement that selects the events of the actors.
func counterparts(of []graph.ID, q graph.CounterpartQuery) (string, map[string]any, error) {
	c := newFilters()
	where, err := c.compile(graph.ClassEvent, "n", q.EventFilter())
	from := make([]any, len(of))
	for i, id := range of {
		from[i] = string(id)
	}
	return fill(counterpartsText, where, packedPlace, packedActors), c.with(map[string]any{"from": from}), err
}
