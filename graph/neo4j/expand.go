package neo4j

import (
	"context"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Expand implements graph.Reader.
func (s *Store) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	if err := e.Validate(); err != nil {
		return nil, err
	}
	if e.Order == "" {
		e.Order = e.Edge.Orders()[0]
	}
	if e.Direction == "" {
		e.Direction = graph.Both
	}
	parents := make([]any, len(from))
	for i, id := range from {
		parents[i] = "" // which nothing hangs on
		if slices.Contains(e.Edge.From(), id.Class()) {
			parents[i] = string(id)
		}
	}
	var pages []graph.Page[graph.Hop]
	err := s.reading(ctx, "expand "+string(e.Edge), func(r *reader) (err error) {
		if e.Edge == graph.EdgeParticipants {
			pages, err = r.participants(from, e)
		} else {
			pages, err = r.expand(parents, e)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// hop is the far end of a step and its place in the order.
type hop struct {
	graph.Hop
	at graph.Position
}

// way is how an edge is followed: the statements that each list hops of all parents, and the
// one that counts them.
type way struct {
	pages  []string
	count  string
	params map[string]any
	hop    func(*row, graph.Node) (hop, error)
}

func (r *reader) expand(parents []any, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	pages := make([]graph.Page[graph.Hop], len(parents))
	w, err := wayOf(e)
	if err != nil || len(parents) == 0 {
		return pages, err
	}
	w.params["from"] = parents
	lists := make([][]hop, len(parents))
	for _, text := range w.pages {
		err := r.each(detailed(text, e.Edge.To(), e.Detail), w.params, func(row *row) error {
			n, err := decode(row.props("node"))
			if err != nil {
				return err
			}
			h, err := w.hop(row, n)
			i := row.int("i")
			lists[i] = append(lists[i], h)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for i, hops := range lists {
		pages[i] = cut(hops, e)
	}
	if !e.Page.Total {
		return pages, nil
	}
	for i := range pages {
		pages[i].Total = 0
	}
	return pages, r.each(w.count, w.params, func(row *row) error {
		pages[row.int("i")].Total = int(row.int("total"))
		return nil
	})
}

// cut sorts hops, of which two lists may hold the same, and makes a page of them.
func cut(hops []hop, e graph.Expansion) graph.Page[graph.Hop] {
	page := graph.Page[graph.Hop]{Total: -1}
	slices.SortFunc(hops, func(a, b hop) int { return e.Order.Compare(a.at, b.at) })
	hops = slices.CompactFunc(hops, func(a, b hop) bool { return a.at == b.at })
	if len(hops) > e.Page.First {
		hops, page.More = hops[:e.Page.First], true
	}
	for _, h := range hops {
		page.Items = append(page.Items, h.Hop)
		page.Positions = append(page.Positions, h.at)
	}
	return page
}

// participants lists who takes part in events. The events hold them all, in rank order.
func (r *reader) participants(from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	pages := make([]graph.Page[graph.Hop], len(from))
	events, err := r.nodes(slices.DeleteFunc(slices.Clone(from), func(id graph.ID) bool { return id.Class() != graph.ClassEvent }), graph.Bare)
	if err != nil {
		return nil, err
	}
	var ids []graph.ID
	for _, n := range events {
		for _, p := range n.(*graph.Event).Participants {
			ids = append(ids, p.ActorID)
		}
	}
	actors, err := r.matching(graph.ClassActor, ids, e.Where, e.Detail)
	if err != nil {
		return nil, err
	}
	for i, id := range from {
		event, _ := events[id].(*graph.Event)
		var hops []hop
		total := 0
		for rank, p := range participantsOf(event) {
			at := graph.Position{Rank: int64(rank), ID: p.ActorID}
			actor := actors[p.ActorID]
			if actor == nil || !hasRole(p, e.Roles) {
				continue
			}
			total++
			if e.Page.After == nil || e.Order.Compare(at, *e.Page.After) > 0 {
				hops = append(hops, hop{graph.Hop{Node: actor, Roles: p.Roles, Standing: p.Standing, Passages: p.Passages, Number: p.Number}, at})
			}
		}
		pages[i] = cut(hops, e)
		if e.Page.Total {
			pages[i].Total = total
		}
	}
	return pages, nil
}

func participantsOf(e *graph.Event) []graph.Participant {
	if e == nil {
		return nil
	}
	return e.Participants
}

func hasRole(p graph.Participant, roles []graph.Role) bool {
	return len(roles) == 0 || slices.ContainsFunc(p.Roles, func(r graph.Role) bool { return slices.Contains(roles, r) })
}

var matchIDsText = statement("match_ids")

// matching reads those of some nodes of a class that match a filter.
func (r *reader) matching(class graph.Class, ids []graph.ID, f graph.Filter, d graph.Detail) (map[graph.ID]graph.Node, error) {
	found := map[graph.ID]graph.Node{}
	c := newFilters()
	where, err := c.compile(class, "n", f)
	if err != nil || len(ids) == 0 {
		return found, err
	}
	text := detailed(fill(matchIDsText, where, "LABEL", labels[class]), class, d)
	return found, r.each(text, c.with(map[string]any{"ids": idList(ids)}), func(row *row) error {
		n, err := decode(row.props("node"))
		if err == nil {
			found[n.NodeID()] = n
		}
		return err
	})
}
