package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Expand implements graph.Reader. One statement pages through the steps of all parents: for
// each it selects a sorted, limited list, which SQLite can do in one statement only for a
// single value, so the list comes as one text of numbers.
func (s *Store) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	if err := e.Validate(); err != nil {
		return nil, err
	}
	if e.Order == "" {
		e.Order = e.Edge.Orders()[0]
	}
	l, err := expandList(e)
	if err != nil {
		return nil, err
	}
	x := &expansion{Expansion: e, list: l, steps: map[int64][]step{}, totals: map[int64]int{}, found: map[int64]graph.Node{}}
	for _, id := range from {
		if key, ok := keyOf(id); ok && slices.Contains(e.Edge.From(), id.Class()) {
			x.parents = append(x.parents, key)
		}
	}
	pages := make([]graph.Page[graph.Hop], len(from))
	err = s.reading(ctx, "expand "+string(e.Edge), func(c *conn) error {
		if err := x.take(ctx, c); err != nil {
			return err
		}
		for i, id := range from {
			if pages[i], err = x.page(id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// expansion is one Expand on its way.
type expansion struct {
	graph.Expansion
	list    *listing
	parents []int64
	steps   map[int64][]step     // by parent, one more than a page where there are more
	totals  map[int64]int        // by parent
	found   map[int64]graph.Node // by key
}

// take takes the step from all parents and reads the nodes it leads to, each once.
func (x *expansion) take(ctx context.Context, c *conn) error {
	text, err := x.statement()
	if err != nil || len(x.parents) == 0 {
		return err
	}
	err = c.query(ctx, func(row []any) error {
		parent := row[0].(int64)
		steps, err := parseSteps(row[1])
		x.steps[parent] = steps
		if total, ok := row[2].(int64); ok {
			x.totals[parent] = int(total)
		}
		return err
	}, text.text, text.args...)
	if err != nil {
		return err
	}
	var far, ties []int64
	for _, parent := range x.parents {
		for _, s := range x.steps[parent] {
			far = append(far, s.far)
			ties = append(ties, s.key)
		}
	}
	if err := c.nodes(ctx, x.Edge.To(), far, reading{Detail: x.Detail}, x.found); err != nil {
		return err
	}
	switch x.Edge {
	case graph.EdgeOfficials, graph.EdgeUnits, graph.EdgeMembers:
		return c.nodes(ctx, graph.ClassTie, ties, reading{Detail: x.Detail}, x.found)
	case graph.EdgeParticipants:
		return c.nodes(ctx, graph.ClassEvent, x.parents, reading{Detail: graph.Bare}, x.found) // of which only participants are asked
	}
	return nil
}

// statement selects for each parent p its page and its total.
func (x *expansion) statement() (fragment, error) {
	page, err := x.list.page(x.Page)
	if err != nil {
		return never, err
	}
	total := fragment{text: "NULL"}
	if x.Page.Total {
		total = build("({})", x.list.count())
	}
	rankNumber := "r"
	if x.list.text {
		rankNumber = "0" // it follows from the node
	}
	return build(`SELECT p.value, (SELECT group_concat(k || ' ' || f || ' ' || x || ' ' || {}) FROM ({})), {} FROM json_each(?) AS p`,
		rankNumber, page, total, encode(x.parents)), nil
}

// parseSteps reads what the statement writes: "key far extra rank,key far extra rank".
func parseSteps(v any) ([]step, error) {
	text, _ := v.(string)
	if text == "" {
		return nil, nil
	}
	var steps []step
	for row := range strings.SplitSeq(text, ",") {
		var n [4]int64
		for i := range n {
			number, rest, _ := strings.Cut(row, " ")
			row = rest
			var err error
			if n[i], err = strconv.ParseInt(number, 10, 64); err != nil {
				return nil, fmt.Errorf("a step reads %q: %w", text, graph.ErrConflict)
			}
		}
		steps = append(steps, step{n[0], n[1], n[2], n[3]})
	}
	return steps, nil
}

// page is the page of one parent.
func (x *expansion) page(from graph.ID) (graph.Page[graph.Hop], error) {
	page := graph.Page[graph.Hop]{Total: -1}
	if x.Page.Total {
		page.Total = 0
	}
	key, ok := keyOf(from)
	if !ok || !slices.Contains(x.Edge.From(), from.Class()) {
		return page, nil
	}
	if x.Page.Total {
		page.Total = x.totals[key]
	}
	steps, more := cut(x.steps[key], x.Page.First)
	page.More = more
	for _, s := range steps {
		n := x.found[s.far]
		if n == nil {
			return page, fmt.Errorf("%s of %s leads to key %d, which is not there: %w", x.Edge, from, s.far, graph.ErrConflict)
		}
		hop := graph.Hop{Node: n}
		at := x.list.position(n, s)
		switch x.Edge {
		case graph.EdgeEvents:
			hop.Roles, hop.Standing = graph.RolesOf(s.extra&roleMask), graph.Standings[s.extra>>roleShift]
		case graph.EdgeTies:
			hop.OtherID = otherEnd(n.(*graph.Tie), from, x.Direction)
		case graph.EdgeParticipants:
			p := x.found[key].(*graph.Event).Participants[s.rank]
			hop.Roles, hop.Standing, hop.Passages, hop.Number = p.Roles, p.Standing, p.Passages, p.Number
		case graph.EdgeOfficials, graph.EdgeUnits, graph.EdgeMembers:
			hop.Tie = x.found[s.key].(*graph.Tie)
			at = graph.Position{Rank: s.rank, ID: hop.Tie.ID}
		}
		page.Items = append(page.Items, hop)
		page.Positions = append(page.Positions, at)
	}
	return page, nil
}

// otherEnd is the far end of a tie seen from one of its ends.
func otherEnd(t *graph.Tie, from graph.ID, d graph.Direction) graph.ID {
	if t.FromID == from && d != graph.In {
		return t.ToID
	}
	return t.FromID
}

// A step along EdgeEvents says roles and standing in one number.
const (
	roleMask  = 3
	roleShift = 2
)
