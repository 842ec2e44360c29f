package sqlite

import (
	"context"
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// Find implements graph.Reader.
func (s *Store) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	page := graph.Page[graph.Node]{Total: -1}
	if err := q.Validate(); err != nil {
		return page, err
	}
	if q.Order == "" {
		q.Order = graph.DefaultOrder(q.Class, q.Search)
	}
	err := s.reading(ctx, "find "+string(q.Class), func(c *conn) error {
		drive, err := s.choose(ctx, c, q)
		if err != nil {
			return err
		}
		l, err := findList(q, drive)
		if err != nil {
			return err
		}
		if q.Page.Total {
			count := l.count()
			err := c.query(ctx, func(row []any) error {
				page.Total = int(row[0].(int64))
				return nil
			}, count.text, count.args...)
			if err != nil {
				return err
			}
		}
		first, err := l.page(q.Page)
		if err != nil {
			return err
		}
		var steps []step
		err = c.query(ctx, func(row []any) error {
			st := step{key: row[0].(int64), far: row[0].(int64)}
			st.rank, _ = row[3].(int64)
			steps = append(steps, st)
			return nil
		}, first.text, first.args...)
		if err != nil {
			return err
		}
		steps, page.More = cut(steps, q.Page.First)
		found := map[int64]graph.Node{}
		if err := c.nodes(ctx, q.Class, farKeys(steps), reading{Detail: q.Detail}, found); err != nil {
			return err
		}
		for _, st := range steps {
			n := found[st.far]
			if n == nil {
				return fmt.Errorf("the %s of key %d is listed but not there: %w", q.Class, st.far, graph.ErrConflict)
			}
			page.Items = append(page.Items, n)
			page.Positions = append(page.Positions, l.position(n, st))
		}
		return nil
	})
	if err != nil {
		return graph.Page[graph.Node]{Total: -1}, err
	}
	return page, nil
}

// findList is the list that a query asks for: driven from what is given, or else walked.
func findList(q graph.Query, drive *graph.Drive) (*listing, error) {
	f := &filters{}
	if drive != nil {
		q.Where = drive.Rest(q.Where)
	}
	where, err := f.compile(q.Class, "n", q.Where)
	if err != nil {
		return nil, err
	}
	l := &listing{
		order: q.Order,
		from:  fragment{text: sources[q.Class].name + " AS n"},
		key:   "n.key", far: "n.key", extra: "0",
		rank: rank(q.Class, q.Order), text: q.Order == graph.ByName || q.Class == graph.ClassPlace,
	}
	driven := always
	if drive != nil {
		if driven, err = f.driven(*drive); err != nil {
			return nil, err
		}
	}
	ranked := q.Class == graph.ClassActor && q.Order == graph.ByRelevance
	if ranked {
		l.rank = fmt.Sprintf("(s.tier << %d) + n.mentions", graph.RelevanceShift)
	}
	conditions := []fragment{{text: "n.open = 1"}}
	if q.Kind != "" {
		conditions = append(conditions, build("n.kind = ?", string(q.Kind)))
	}
	switch {
	case ranked && (drive == nil || drive.Search != ""):
		l.from = build("({}) AS s CROSS JOIN actor AS n ON n.key = s.key", tiers(q.Search, always))
	case ranked:
		l.from = build("({}) AS s CROSS JOIN actor AS n ON n.key = s.key", tiers(q.Search, build("m.actor IN ({})", driven)))
	case drive != nil:
		l.from = build("(SELECT DISTINCT key FROM ({})) AS d CROSS JOIN {} ON n.key = d.key", driven, l.from)
		if q.Search != "" && drive.Search == "" {
			conditions = append(conditions, searched(q.Class, "n", q.Search))
		}
	default:
		if q.Search != "" {
			conditions = append(conditions, searched(q.Class, "n", q.Search))
		}
		l.walk(q)
	}
	l.where = all(append(conditions, where)...)
	return l, nil
}
