package sqlite

import (
	"cmp"
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Readers is how many connections there are to read by.
func (s *Store) Readers() int { return s.read.db.Stats().OpenConnections }

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

// AggregatePlan, LinksPlan and CounterpartsPlan say the same of counts, in the form of the store.
func (s *Store) AggregatePlan(ctx context.Context, a graph.Aggregation) (string, error) {
	return s.planOf(ctx, func(c *conn) (fragment, error) { return newCounting(a).statement(ctx, s, c) })
}

func (s *Store) LinksPlan(ctx context.Context, q graph.LinkQuery) (string, error) {
	l := &linking{graph.NewLinking(q, cmp.Compare[int64])}
	events, err := s.planOf(ctx, func(c *conn) (fragment, error) { return l.eventsText(ctx, s, c) })
	if err != nil {
		return "", err
	}
	for _, pairs := range [][][2]int64{nil, {{1, 2}}} {
		ties, err := s.planOf(ctx, func(c *conn) (fragment, error) { return l.tiesText(ctx, s, c, pairs) })
		if err != nil {
			return "", err
		}
		events += ties
	}
	return events, nil
}

func (s *Store) CounterpartsPlan(ctx context.Context, q graph.CounterpartQuery) (string, error) {
	m := &meetings{CounterpartQuery: q, of: map[int64]*graph.Meeting[int64]{1: nil}}
	return s.planOf(ctx, func(*conn) (fragment, error) { return m.eventsText() })
}

func (s *Store) plan(ctx context.Context, f fragment) (string, error) {
	return s.planOf(ctx, func(*conn) (fragment, error) { return f, nil })
}

func (s *Store) planOf(ctx context.Context, text func(*conn) (fragment, error)) (string, error) {
	var b strings.Builder
	depth := map[int64]int{}
	err := s.reading(ctx, "explain", func(c *conn) error {
		f, err := text(c)
		if err != nil {
			return err
		}
		return c.query(ctx, func(row []any) error {
			id, parent := row[0].(int64), row[1].(int64)
			depth[id] = depth[parent] + 1
			b.WriteString(strings.Repeat("  ", depth[id]) + row[3].(string) + "\n")
			return nil
		}, "EXPLAIN QUERY PLAN "+f.text, f.args...)
	})
	return b.String(), err
}

// AllAtOnce has so many readings under way at the same time, each of which waits for the others. Where one
// fails or finds no connection, all fail.
func (s *Store) AllAtOnce(ctx context.Context, t testing.TB, readers int) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	var here atomic.Int64
	var done sync.WaitGroup
	all := make(chan struct{})
	for range readers {
		done.Go(func() {
			err := s.reading(ctx, "meet", func(*conn) error {
				if here.Add(1) == int64(readers) {
					close(all)
				}
				select {
				case <-all:
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
			if err != nil {
				t.Error(err)
				cancel()
			}
		})
	}
	done.Wait()
}
