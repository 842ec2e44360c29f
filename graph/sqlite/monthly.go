package sqlite

import (
	"context"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// saveMonthly moves the rows of the table event_sum by what changes in the numbers of events by month, and
// takes away those that count nothing.
func saveMonthly(ctx context.Context, c *conn, sums graph.MonthlySums) error {
	rows := bulk{
		start: insertInto + "event_sum (start, stop, type, quad, status, negated, events, score) VALUES ",
		end:   " ON CONFLICT DO UPDATE SET events = events + excluded.events, score = score + excluded.score",
	}
	fewer := false
	for _, m := range sums.Changes() {
		rows.add(int64(m.Start), int64(m.End), string(m.Type), string(m.Type.Quad()), string(m.Status), flag(m.Negated), int64(m.Events), m.Score)
		fewer = fewer || m.Events < 0
	}
	if err := rows.run(ctx, c); err != nil || !fewer {
		return err
	}
	_, err := c.exec(ctx, "DELETE FROM event_sum WHERE events = 0")
	return err
}

// sums selects what counting.statement selects, from the table event_sum. Its columns are those of
// event, but that days are the first of their months: for what is Monthly they mean the same.
func (g *counting) sums(columns []string) (fragment, error) {
	f := &filters{}
	where, err := f.compile(graph.ClassEvent, "n", g.Matching())
	if err != nil {
		return never, err
	}
	columns[2], columns[3] = "n.events", "n.score"
	return matched{build("event_sum AS n WHERE {}", where)}.selecting(strings.Join(columns, ", ")), nil
}
