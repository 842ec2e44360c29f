package neo4j

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	rollupMoveText  = statement("rollup_move")
	rollupDropText  = statement("rollup_drop")
	rollupCountText = statement("rollup_count")
)

// rollupProps are those of an event, so that the same conditions and keys are read from both.
func rollupProps(k graph.MonthlyKey) props {
	p := props{}
	p.number("start", int64(k.Start))
	p.number("end", int64(k.End))
	p.text("type", string(k.Type))
	p.text("quad", string(k.Type.Quad()))
	p.text("status", string(k.Status))
	p.flag("negated", k.Negated)
	return p
}

// moveRollups writes what changes in the numbers of events by month.
func (w *writing) moveRollups() error {
	var moved, fewer []any
	for _, m := range w.monthly.Changes() {
		row := map[string]any{
			"key":  fmt.Sprintf("%d/%d/%s/%s/%s/%t", m.Start, m.End, m.Type, m.Type.Quad(), m.Status, m.Negated),
			"kind": map[string]any(rollupProps(m.MonthlyKey)), "events": int64(m.Events), "sum": m.Score,
		}
		moved = append(moved, row)
		if m.Events < 0 {
			fewer = append(fewer, row)
		}
	}
	sortRows(moved, "key")
	sortRows(fewer, "key")
	if err := w.execRows(rollupMoveText, moved); err != nil {
		return err
	}
	return w.execRows(rollupDropText, fewer)
}

// fromRollups is the statement that counts what can be counted by month.
func fromRollups(a graph.Aggregation) (string, map[string]any, error) {
	c := newFilters()
	where, err := c.compile(graph.ClassEvent, "n", a.Matching())
	if err != nil {
		return "", nil, err
	}
	keys, err := c.keysOf(a)
	return fill(rollupCountText, where, "FIRST", keys[0], "SECOND", keys[1]), c.with(map[string]any{}), err
}
