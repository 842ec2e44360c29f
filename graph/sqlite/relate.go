package sqlite

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// sharedOf is one event of which a row has the score and the days on which it starts and ends.
func sharedOf(row []any) graph.Shared {
	return graph.Shared{Events: 1, Score: row[0].(int64), Since: graph.Date(row[1].(int64)), Until: graph.Date(row[2].(int64))}
}

// admission says which actors a condition lets in. It asks for some at a time, since of many
// that are counted only the first are shown.
type admission struct {
	where graph.Filter
	known map[int64]graph.ID // "" is not let in
}

func newAdmission(where graph.Filter) *admission {
	return &admission{where, map[int64]graph.ID{}}
}

// ids are those of some actors, as graph.Linking and graph.Meeting ask for them.
func (a *admission) ids(ctx context.Context, c *conn, keys []int64) ([]graph.ID, error) {
	if err := a.ask(ctx, c, keys); err != nil {
		return nil, err
	}
	out := make([]graph.ID, len(keys))
	for i, k := range keys {
		out[i] = a.known[k]
	}
	return out, nil
}

// ask asks for those that are not known yet.
func (a *admission) ask(ctx context.Context, c *conn, keys []int64) error {
	var unknown []int64
	for _, k := range keys {
		if _, ok := a.known[k]; !ok {
			unknown = append(unknown, k)
			a.known[k] = ""
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	f := &filters{}
	where, err := f.compile(graph.ClassActor, "n", a.where)
	if err != nil {
		return err
	}
	text := build("SELECT n.key, n.id FROM json_each(?) AS k CROSS JOIN actor AS n ON n.key = k.value WHERE n.open = 1 AND {}", encode(unknown), where)
	return c.query(ctx, func(row []any) error {
		a.known[row[0].(int64)] = graph.ID(row[1].(string))
		return nil
	}, text.text, text.args...)
}
