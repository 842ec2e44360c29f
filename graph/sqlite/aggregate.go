package sqlite

import (
	"context"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Aggregate implements graph.Reader. One statement selects the keys of every node that matches,
// and Go adds them up: SQLite would sort all nodes for each dimension, and once more to count
// what is distinct.
func (s *Store) Aggregate(ctx context.Context, a graph.Aggregation) (graph.Buckets, error) {
	if err := a.Validate(); err != nil {
		return graph.Buckets{}, err
	}
	var out graph.Buckets
	err := s.reading(ctx, "aggregate "+string(a.Class), func(c *conn) error {
		g := newCounting(a)
		if err := g.selecting(ctx, s, c); err != nil {
			return err
		}
		labels := make([]map[string]graph.Label, len(a.By))
		for i, by := range a.By {
			var err error
			if labels[i], err = c.labels(ctx, by.Dimension, g.Kept(i)); err != nil {
				return err
			}
		}
		out = g.Buckets(labels...)
		return nil
	})
	return out, err
}

// counting is one Aggregation on its way.
type counting struct {
	*graph.Counting
	graph.Aggregation
	keys              []keyReader // by dimension
	articles, origins map[int64]uint32
	told              struct{ articles, origins []uint32 } // of the row at hand
}

func newCounting(a graph.Aggregation) *counting {
	g := &counting{Counting: graph.NewCounting(a), Aggregation: a, articles: map[int64]uint32{}, origins: map[int64]uint32{}}
	for i := range a.By {
		g.keys = append(g.keys, g.newKeyReader(i))
	}
	return g
}

// Columns of the statement of a count.
const (
	firstKeys = iota
	secondKeys
	nodesCounted
	scoreCounted
	tellersCounted
	columnsCounted
)

// waiting is how many rows of a count may wait until it is asked who their actors are.
const waiting = 4096

// selecting adds every node that matches.
func (g *counting) selecting(ctx context.Context, s *Store, c *conn) error {
	text, err := g.statement(ctx, s, c)
	if err != nil {
		return err
	}
	row := make([]any, columnsCounted)
	if !g.asks() {
		return c.queryInto(ctx, row, allOf(row), func() error { g.add(row); return nil }, text.text, text.args...)
	}
	var rows [][]any
	flush := func() error {
		for i := range g.keys {
			if err := g.keys[i].ask(ctx, c, i, rows); err != nil {
				return err
			}
		}
		for _, row := range rows {
			g.add(row)
		}
		rows = rows[:0]
		return nil
	}
	err = c.query(ctx, func(row []any) error {
		if rows = append(rows, row); len(rows) < waiting {
			return nil
		}
		return flush()
	}, text.text, text.args...)
	if err != nil {
		return err
	}
	return flush()
}

// asks reports whether rows must wait until more is known of their actors.
func (g *counting) asks() bool {
	for i := range g.keys {
		if g.keys[i].attribute != "" {
			return true
		}
	}
	return false
}

// add adds one row of the statement.
func (g *counting) add(row []any) {
	var r graph.Row
	for i := range g.By {
		r.Keys[i] = g.keys[i].read(row[firstKeys+i])
	}
	r.Nodes = int(row[nodesCounted].(int64))
	r.Score = row[scoreCounted].(int64)
	r.Articles, r.Origins = g.told.articles[:0], g.told.origins[:0]
	eachTeller(row[tellersCounted], func(t teller) {
		r.Articles = append(r.Articles, number(g.articles, t.article))
		if t.origin != 0 {
			r.Origins = append(r.Origins, number(g.origins, t.origin))
		}
	})
	g.told.articles, g.told.origins = r.Articles, r.Origins
	g.Add(r)
}

// number numbers keys from 0 on.
func number(numbers map[int64]uint32, key int64) uint32 {
	n, ok := numbers[key]
	if !ok {
		n = uint32(len(numbers))
		numbers[key] = n
	}
	return n
}

// statement selects the sets of keys in both dimensions, the number of nodes and their score, and
// who tells of them.
func (g *counting) statement(ctx context.Context, s *Store, c *conn) (fragment, error) {
	columns := []string{"NULL", "NULL", "1", "0", "NULL"}
	for i, by := range g.By {
		columns[i] = named(dimensionOf(g.Class, by.Dimension, by.Interval).keySet(), "n", "f", "b").text
	}
	if s.form == graph.FormAuto && g.Monthly() {
		return g.sums(columns)
	}
	from, err := s.matching(ctx, c, g.Class, g.Matching())
	if err != nil {
		return never, err
	}
	if g.Class == graph.ClassEvent {
		columns[scoreCounted] = "n.score"
		if g.Distinct {
			columns[tellersCounted] = "n.tellers"
		}
	}
	return from.selecting(strings.Join(columns, ", ")), nil
}

// allOf are the places of all columns of a row.
func allOf(row []any) []int {
	places := make([]int, len(row))
	for i := range places {
		places[i] = i
	}
	return places
}
