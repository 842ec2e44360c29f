package neo4j

import (
	"context"
	"math"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	counterpartsText      = statement("counterparts")
	counterpartsPageText  = statement("counterparts_page")
	counterpartsCountText = statement("counterparts_count")
)

// Counterparts implements graph.Reader.
func (s *Store) Counterparts(ctx context.Context, of []graph.ID, q graph.CounterpartQuery) ([]graph.Page[graph.Counterpart], error) {
	if err := q.Validate(); err != nil {
		return nil, err
	}
	page, count, params, err := counterparts(of, q)
	if err != nil {
		return nil, err
	}
	var pages []graph.Page[graph.Counterpart]
	err = s.reading(ctx, "counterparts", func(r *reader) error {
		pages = make([]graph.Page[graph.Counterpart], len(of))
		for i := range pages {
			pages[i].Total = -1
		}
		if len(of) == 0 {
			return nil
		}
		err := r.each(page, params, func(row *row) error {
			i := row.int("i")
			return addCounterpart(&pages[i], of[i], q, row)
		})
		if err != nil || !q.Page.Total {
			return err
		}
		return r.each(count, params, func(row *row) error {
			pages[row.int("i")].Total = int(row.int("total"))
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// counterparts are the statements that list and count them.
func counterparts(of []graph.ID, q graph.CounterpartQuery) (page, count string, params map[string]any, err error) {
	c := newFilters()
	events, err := c.compile(graph.ClassEvent, "n", q.EventFilter())
	if err != nil {
		return "", "", nil, err
	}
	actors, err := c.compile(graph.ClassActor, "m", q.ActorFilter())
	if err != nil {
		return "", "", nil, err
	}
	if actors != "" {
		actors = "AND " + actors
	}
	from := make([]any, len(of))
	for i, id := range of {
		from[i] = string(id)
	}
	params = c.with(map[string]any{
		"from": from, "first": q.Page.After == nil, "rank": int64(math.MaxInt64), "after": "", "limit": int64(q.Page.First) + 1,
	})
	if q.Page.After != nil {
		params["rank"], params["after"] = q.Page.After.Rank, string(q.Page.After.ID)
	}
	head := fill(counterpartsText, events, "ACTORS", actors)
	return head + "\n    " + counterpartsPageText, head + "\n  " + counterpartsCountText, params, nil
}

// addCounterpart adds the next one to the page of an actor.
func addCounterpart(page *graph.Page[graph.Counterpart], of graph.ID, q graph.CounterpartQuery, row *row) error {
	if len(page.Items) == q.Page.First { // the one that only says that more follows
		page.More = true
		return nil
	}
	n, err := decode(row.props("node"))
	if err != nil {
		return err
	}
	c := graph.Counterpart{
		Node: n, Events: int(row.int("events")), Score: row.int("score"),
		Outgoing: int(row.int("outgoing")), Incoming: int(row.int("incoming")), Together: int(row.int("together")),
		Since: graph.Date(row.int("since")), Until: graph.Date(row.int("until")),
		Where: q.PairFilter(of, n.NodeID()),
	}
	page.Items = append(page.Items, c)
	page.Positions = append(page.Positions, graph.Position{Rank: int64(c.Events), ID: n.NodeID()})
	return nil
}
