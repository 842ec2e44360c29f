package neo4j

import (
	"fmt"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	rollupMoveText  = statement("rollup_move")
	rollupDropText  = statement("rollup_drop")
	rollupCountText = statement("rollup_count")
)

// kind is what the numbers of events are kept by: enough for most charts, and few enough to
// be read whole. start and end are the first days of the months in which an event starts and
// ends, 0 if unknown.
type kind struct {
	start, end graph.Date
	of         graph.EventType
	quad       graph.Quad
	status     graph.Status
	negated    bool
}

func kindOf(e *graph.Event) kind {
	start, end := days(e.When)
	return kind{monthOf(start), monthOf(max(start, end)), e.Type, e.Quad(), e.Status, e.Negated}
}

func monthOf(d graph.Date) graph.Date {
	if d == 0 {
		return 0
	}
	return d/100*100 + 1
}

// props are those of an event, so that the same conditions and keys are read from both.
func (k kind) props() props {
	p := props{}
	p.number("start", int64(k.start))
	p.number("end", int64(k.end))
	p.text("type", string(k.of))
	p.text("quad", string(k.quad))
	p.text("status", string(k.status))
	p.flag("negated", k.negated)
	return p
}

// number is how many events more there are than before, and the sum of their scores.
type number struct {
	events int
	sum    int64
}

// rollups adds up what a write changes in the numbers of events.
type rollups map[kind]number

func (r rollups) add(e *graph.Event, by int) {
	k := kindOf(e)
	n := r[k]
	r[k] = number{n.events + by, n.sum + int64(by*e.Score)}
}

// moveRollups writes the differences.
func (w *writing) moveRollups() error {
	var moved, fewer []any
	for k, n := range w.rollups {
		if n == (number{}) {
			continue
		}
		row := map[string]any{
			"key":  fmt.Sprintf("%d/%d/%s/%s/%s/%t", k.start, k.end, k.of, k.quad, k.status, k.negated),
			"kind": map[string]any(k.props()), "events": int64(n.events), "sum": n.sum,
		}
		moved = append(moved, row)
		if n.events < 0 {
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

// rolledUp reports whether the numbers that are kept answer an Aggregation.
func rolledUp(a graph.Aggregation) bool {
	if a.Class != graph.ClassEvent || a.Distinct || !kept(a.Where) {
		return false
	}
	return !slices.ContainsFunc(a.By, func(by graph.By) bool { return !keptBy(by.Dimension, by.Interval) })
}

// keptBy reports whether the numbers are kept by a dimension, or finer than that.
func keptBy(d graph.Dimension, i graph.CalendarInterval) bool {
	switch d {
	case graph.DimType, graph.DimQuad, graph.DimStatus:
		return true
	case graph.DimTime:
		return i != graph.IntervalDay && i != graph.IntervalWeek
	}
	return false
}

// kept reports whether a condition holds for all events of a kind or for none.
func kept(f graph.Filter) bool {
	switch f := f.(type) {
	case nil:
		return true
	case graph.And:
		return !slices.ContainsFunc(f, func(g graph.Filter) bool { return !kept(g) })
	case graph.Or:
		return !slices.ContainsFunc(f, func(g graph.Filter) bool { return !kept(g) })
	case *graph.Not:
		return kept(f.Filter)
	case *graph.Keyed:
		return keptBy(f.Dimension, f.Interval)
	case *graph.Compare:
		switch f.Property {
		case graph.PropType, graph.PropQuad, graph.PropStatus, graph.PropNegated, graph.PropDated:
			return true
		case graph.PropWhen:
			return wholeMonths(graph.Date(f.Numbers[0]), graph.Date(f.Numbers[1]))
		}
	}
	return false
}

// wholeMonths reports whether a range of days begins and ends with a month.
func wholeMonths(since, until graph.Date) bool {
	return since == monthOf(since) && (until == 0 || monthOf(until) != monthOf(until.AddDays(1)))
}

// fromRollups is the statement that counts what rolledUp says can be counted so.
func fromRollups(a graph.Aggregation) (string, map[string]any, error) {
	c := newFilters()
	where, err := c.compile(graph.ClassEvent, "n", a.Matching())
	if err != nil {
		return "", nil, err
	}
	keys, err := c.keysOf(a)
	return fill(rollupCountText, where, "FIRST", keys[0], "SECOND", keys[1]), c.with(map[string]any{}), err
}
