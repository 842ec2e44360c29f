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
	m := &meeting{CounterpartQuery: q, with: map[int64]map[int64]*shared{}, actors: newAdmission(q.ActorFilter())}
	for _, id := range of {
		if key, ok := keyOf(id); ok && id.Class() == graph.ClassActor {
			m.with[key] = map[int64]*shared{}
		}
	}
	pages := make([]graph.Page[graph.Counterpart], len(of))
	err := s.reading(ctx, "counterparts", func(c *conn) error {
		if err := m.events(ctx, c); err != nil {
			return err
		}
		var keys []int64
		chosen := make([][]met, len(of))
		for i, id := range of {
			var err error
			if chosen[i], err = m.page(ctx, c, id, &pages[i]); err != nil {
				return err
			}
			for _, o := range chosen[i] {
				keys = append(keys, o.key)
			}
		}
		nodes := map[int64]graph.Node{}
		if err := c.nodes(ctx, graph.ClassActor, keys, reading{Detail: q.Detail}, nodes); err != nil {
			return err
		}
		for i, id := range of {
			for _, o := range chosen[i] {
				pages[i].Items = append(pages[i].Items, m.counterpart(id, o, nodes[o.key]))
				pages[i].Positions = append(pages[i].Positions, graph.Position{Rank: int64(o.events), ID: m.actors.known[o.key]})
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// meeting is one CounterpartQuery on its way.
type meeting struct {
	graph.CounterpartQuery
	with   map[int64]map[int64]*shared // by actor asked for, by counterpart
	actors *admission
}

// met is a counterpart and what is shared with it.
type met struct {
	key int64
	*shared
}

// eventsText selects who takes part in the events of the actors asked for.
func (m *meeting) eventsText() (fragment, error) {
	where, err := (&filters{}).compile(graph.ClassEvent, "n", m.EventFilter())
	if err != nil {
		return never, err
	}
	of := encode(slices.Sorted(maps.Keys(m.with)))
	if !hasColumns(m.EventFilter()) {
		return build(`SELECT q.actor, n.actors, n.score, n.start, n.stop FROM json_each(?) AS k
			CROSS JOIN part AS q ON q.actor = k.value AND q.standing <= 1 CROSS JOIN event AS n ON n.key = q.event WHERE n.open = 1 AND {}`, of, where), nil
	}
	return build("SELECT n.actor, n.actors, n.score, n.start, n.stop FROM json_each(?) AS k CROSS JOIN ({}) AS n ON n.actor = k.value WHERE {} AND {}",
		of, eventsOf, counts(graph.LinkActor, "n"), where), nil
}

func (m *meeting) events(ctx context.Context, c *conn) error {
	text, err := m.eventsText()
	if err != nil {
		return err
	}
	var cast []roleOf
	row := make([]any, 5)
	return c.queryInto(ctx, row, []int{0, 1, 2, 3, 4}, func() error {
		actor := row[0].(int64)
		cast = unpackActors(row[1], cast)
		i := slices.IndexFunc(cast, func(p roleOf) bool { return p.actor == actor })
		with := m.with[actor]
		for _, other := range cast {
			if other.actor == actor {
				continue
			}
			s := with[other.actor]
			if s == nil {
				s = &shared{}
				with[other.actor] = s
			}
			s.add(row[2].(int64), row[3].(int64), row[4].(int64))
			if cast[i].roles&isSource != 0 && other.roles&isTarget != 0 {
				s.outgoing++
			}
			if cast[i].roles&isTarget != 0 && other.roles&isSource != 0 {
				s.incoming++
			}
			if cast[i].roles&other.roles != 0 {
				s.together++
			}
		}
		return nil
	}, text.text, text.args...)
}

// page chooses the counterparts of one actor that are shown.
func (m *meeting) page(ctx context.Context, c *conn, of graph.ID, page *graph.Page[graph.Counterpart]) ([]met, error) {
	page.Total = -1
	if m.Page.Total {
		page.Total = 0
	}
	key, ok := keyOf(of)
	if !ok {
		return nil, nil
	}
	var all []met
	for k, s := range m.with[key] {
		all = append(all, met{k, s})
	}
	slices.SortFunc(all, func(a, b met) int { // ByMostEvents
		return -cmp.Or(cmp.Compare(a.events, b.events), cmp.Compare(a.key, b.key))
	})
	var chosen []met
	for some := range slices.Chunk(all, asked) {
		if page.More && !m.Page.Total {
			break
		}
		var keys []int64
		for _, o := range some {
			keys = append(keys, o.key)
		}
		if err := m.actors.ask(ctx, c, keys); err != nil {
			return nil, err
		}
		for _, o := range some {
			id := m.actors.known[o.key]
			if id == "" {
				continue
			}
			if m.Page.Total {
				page.Total++
			}
			at := graph.Position{Rank: int64(o.events), ID: id}
			switch {
			case m.Page.After != nil && graph.ByMostEvents.Compare(at, *m.Page.After) <= 0:
			case len(chosen) == m.Page.First:
				page.More = true
			default:
				chosen = append(chosen, o)
			}
		}
	}
	return chosen, nil
}

func (m *meeting) counterpart(of graph.ID, o met, n graph.Node) graph.Counterpart {
	return graph.Counterpart{
		Node: n, Events: o.events, Outgoing: o.outgoing, Incoming: o.incoming, Together: o.together,
		Score: o.score, Since: o.since, Until: o.until, Where: m.PairFilter(of, m.actors.known[o.key]),
	}
}
