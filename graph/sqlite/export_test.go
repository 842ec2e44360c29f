package sqlite

import (
	"context"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// FindPlan and ExpandPlan say how SQLite goes about the page of a query or expansion, one
// step a line.
func (s *Store) FindPlan(ctx context.Context, q graph.Query, form graph.Form) (string, error) {
	if q.Order == "" {
		q.Order = graph.DefaultOrder(q.Class, q.Search)
	}
	drive, err := graph.ChooseDrive(q, form, nil)
	if err != nil {
		return "", err
	}
	l, err := findList(q, drive)
	if err != nil {
		return "", err
	}
	text, err := l.page(q.Page)
	if err != nil {
		return "", err
	}
	return s.plan(ctx, text)
}

func (s *Store) ExpandPlan(ctx context.Context, e graph.Expansion) (string, error) {
	if e.Order == "" {
		e.Order = e.Edge.Orders()[0]
	}
	l, err := expandList(e)
	if err != nil {
		return "", err
	}
	text, err := (&expansion{Expansion: e, list: l, parents: []int64{1}}).statement()
	if err != nil {
		return "", err
	}
	return s.plan(ctx, text)
}

func (s *Store) plan(ctx context.Context, f fragment) (string, error) {
	var b strings.Builder
	depth := map[int64]int{}
	err := s.reading(ctx, "explain", func(c *conn) error {
		return c.query(ctx, func(row []any) error {
			id, parent := row[0].(int64), row[1].(int64)
			depth[id] = depth[parent] + 1
			b.WriteString(strings.Repeat("  ", depth[id]) + row[3].(string) + "\n")
			return nil
		}, "EXPLAIN QUERY PLAN "+f.text, f.args...)
	})
	return b.String(), err
}
