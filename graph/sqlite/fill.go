package sqlite

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// fills fill what a migration adds where that needs more than SQL, by its name. They run after
// its text.
var fills = map[string]func(context.Context, *conn) error{
	"0006_packed.sql": fillPacked,
}

// filledAtOnce is how many events a fill keeps in memory.
const filledAtOnce = 1000

// fillPacked packs who counts in each open event and who tells of it.
func fillPacked(ctx context.Context, c *conn) error {
	for after := int64(-1); ; {
		var keys []int64
		folded := map[int64]*graph.Event{}
		err := c.query(ctx, func(row []any) error {
			key := row[0].(int64)
			keys, folded[key], after = append(keys, key), &graph.Event{}, key
			read := &cursor{row: row, at: 1}
			read.participants(&folded[key].Participants)
			return read.err
		}, "SELECT key, participants FROM event WHERE open = 1 AND key > ? ORDER BY key LIMIT ?", after, filledAtOnce)
		if err != nil || len(keys) == 0 {
			return err
		}
		evidence := map[int64][]*graph.Evidence{}
		err = c.query(ctx, func(row []any) error {
			e, err := decodeEvidence(row)
			if err != nil {
				return err
			}
			fact, _ := keyOf(e.FactID)
			evidence[fact] = append(evidence[fact], e)
			return nil
		}, "SELECT "+evidences.list("n.")+" FROM json_each(?) AS k CROSS JOIN evidence AS n ON n.fact = k.value AND n.open = 1", encode(keys))
		if err != nil {
			return err
		}
		for _, key := range keys {
			_, err := c.exec(ctx, "UPDATE event SET actors = ?, tellers = ? WHERE key = ?", packActors(folded[key]), packTellers(evidence[key]), key)
			if err != nil {
				return err
			}
		}
	}
}
