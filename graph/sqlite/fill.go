package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/binary"

	"github.com/actorgraph/actorgraph/graph"
)

// fills fill the tables of a migration where that needs more than SQL, by its name. They run
// after its text.
var fills = map[string]func(context.Context, *conn) error{
	"0004_count.sql": fillEventSource,
}

// filledAtOnce is how many events a fill keeps in memory.
const filledAtOnce = 1000

// fillEventSource writes the rows of event_source of all open events.
func fillEventSource(ctx context.Context, c *conn) error {
	for after := int64(-1); ; {
		var keys []int64
		err := c.query(ctx, func(row []any) error {
			keys = append(keys, row[0].(int64))
			return nil
		}, "SELECT key FROM event WHERE open = 1 AND key > ? ORDER BY key LIMIT ?", after, filledAtOnce)
		if err != nil || len(keys) == 0 {
			return err
		}
		after = keys[len(keys)-1]
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
		rows := newEventSource()
		for _, key := range keys {
			rows.rows = append(rows.rows, toldBy(key, evidence[key])...)
		}
		if err := rows.run(ctx, c); err != nil {
			return err
		}
	}
}

func newEventSource() bulk {
	return bulk{start: "INSERT INTO event_source (event, article, origin) VALUES "}
}

// toldBy are the rows of event_source of one event, each once.
func toldBy(event int64, evidence []*graph.Evidence) [][]any {
	var rows [][]any
	seen := map[[2]int64]bool{}
	for i, origin := range graph.OriginOfEach(evidence) {
		article, _ := keyOf(evidence[i].ArticleID)
		told := [2]int64{article, originKey(origin)}
		if !seen[told] {
			seen[told] = true
			rows = append(rows, []any{event, told[0], told[1]})
		}
	}
	return rows
}

// originKey numbers an origin, as keyOf numbers an id. 0 is none.
func originKey(origin string) int64 {
	if origin == "" {
		return 0
	}
	h := sha256.Sum256([]byte(origin))
	return int64(binary.BigEndian.Uint64(h[:])>>1 | 1)
}
