package sqlite

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// sharedOf is one event of which a row has the score and the days on which it starts and ends.
func sharedOf(row []any) graph.Shared {
	return graph.Shared{Events: 1, Score: row[0].(int64), Since: graph.Date(row[1].(int64)), Until: graph.Date(row[2].(int64))}
}

// admitted are the ids of some actors whom a condition lets in, "" of the others, as graph.Linking and
// graph.Counterparts ask for them.
func admitted(ctx context.Context, c *conn, where graph.Filter, keys []int64) ([]graph.ID, error) {
	in, err := (&filters{}).compile(graph.ClassActor, "n", where)
	if err != nil {
		return nil, err
	}
	at := make(map[int64]int, len(keys))
	for i, key := range keys {
		at[key] = i
	}
	out := make([]graph.ID, len(keys))
	text := build("SELECT n.key, n.id FROM json_each(?) AS k CROSS JOIN actor AS n ON n.key = k.value WHERE n.open = 1 AND {}", encode(keys), in)
	return out, c.query(ctx, func(row []any) error {
		out[at[row[0].(int64)]] = graph.ID(row[1].(string))
		return nil
	}, text.text, text.args...)
}
