package sqlite

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// Texts implements graph.Reader.
func (s *Store) Texts(ctx context.Context, of []graph.RevisionID) ([]graph.Text, error) {
	var wanted [][2]int64 // key and number
	for _, r := range of {
		if key, ok := keyOf(r.Article); ok {
			wanted = append(wanted, [2]int64{key, int64(r.Number)})
		}
	}
	out := make([]graph.Text, len(of))
	err := s.reading(ctx, "texts", func(c *conn) error {
		found := map[graph.RevisionID]graph.Text{}
		err := c.query(ctx, func(row []any) error {
			found[graph.RevisionID{Article: graph.ID(row[0].(string)), Number: int(row[1].(int64))}] = graph.Text(row[2].(string))
			return nil
		}, textsText, list(wanted))
		for i, r := range of {
			out[i] = found[r]
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

const textsText = `SELECT a.id, r.number, r.body FROM json_each(?) AS k CROSS JOIN article AS a ON a.key = k.value ->> 0
	CROSS JOIN revision AS r ON r.article = a.key AND r.number = k.value ->> 1`
