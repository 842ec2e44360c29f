package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// eventSums are what changes in the table event_sum, which counts events by what most counts ask
// for.
type eventSums map[sumKey]sum

// sumKey is what events have in common that are counted together.
type sumKey struct {
	start, stop int64 // the first days of the months in which they start and end; 0 for both where the start is unknown
	kind        graph.EventType
	status      graph.Status
	negated     int64
}

type sum struct{ events, score int64 }

func (s eventSums) add(e *graph.Event, by int64) {
	k := sumKey{kind: e.Type, status: e.Status, negated: flag(e.Negated)}
	if start, stop := days(e.When); start != 0 {
		k.start, k.stop = monthOf(start), monthOf(max(start, stop))
	}
	n := s[k]
	s[k] = sum{n.events + by, n.score + by*int64(e.Score)}
}

// monthOf is the first day of the month of a day.
func monthOf(d graph.Date) int64 { return int64(d)/100*100 + 1 }

func compareSumKeys(a, b sumKey) int {
	return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.stop, b.stop), cmp.Compare(a.kind, b.kind),
		cmp.Compare(a.status, b.status), cmp.Compare(a.negated, b.negated))
}

// save moves the rows by the differences, and takes away those that count nothing.
func (s eventSums) save(ctx context.Context, c *conn) error {
	rows := bulk{
		start: "INSERT INTO event_sum (start, stop, type, quad, status, negated, events, score) VALUES ",
		end:   " ON CONFLICT DO UPDATE SET events = events + excluded.events, score = score + excluded.score",
	}
	less := false
	for _, k := range slices.SortedFunc(maps.Keys(s), compareSumKeys) {
		if n := s[k]; n != (sum{}) {
			rows.add(k.start, k.stop, string(k.kind), string(k.kind.Quad()), string(k.status), k.negated, n.events, n.score)
			less = less || n.events < 0
		}
	}
	if err := rows.run(ctx, c); err != nil || !less {
		return err
	}
	_, err := c.exec(ctx, "DELETE FROM event_sum WHERE events = 0")
	return err
}
