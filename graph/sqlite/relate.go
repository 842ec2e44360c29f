package sqlite

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// shared counts the events of a pair of actors.
type shared struct {
	events                       int
	outgoing, incoming, together int
	score                        int64
	since, until                 graph.Date
}

// add adds an event that starts and ends on some days, as the table event has them.
func (s *shared) add(score, start, stop int64) {
	s.events++
	s.score += score
	if d := graph.Date(start); d != 0 && (s.since == 0 || d < s.since) {
		s.since = d
	}
	s.until = max(s.until, graph.Date(stop))
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
