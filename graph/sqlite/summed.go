package sqlite

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// summed reports whether an Aggregation asks only for what the table event_sum has. Its columns are
// those of event, but that days are the first of their months: conditions and dimensions that
// cannot tell the difference mean the same there.
func summed(a graph.Aggregation) bool {
	if a.Class != graph.ClassEvent || a.Distinct || !summable(a.Matching()) {
		return false
	}
	for _, by := range a.By {
		if !summableBy(by.Dimension, by.Interval) {
			return false
		}
	}
	return true
}

func summableBy(d graph.Dimension, i graph.CalendarInterval) bool {
	switch d {
	case graph.DimTime:
		return i != graph.IntervalDay && i != graph.IntervalWeek
	case graph.DimType, graph.DimQuad, graph.DimStatus:
		return true
	}
	return false
}

func summable(f graph.Filter) bool {
	each := func(fs []graph.Filter) bool {
		for _, g := range fs {
			if !summable(g) {
				return false
			}
		}
		return true
	}
	switch f := f.(type) {
	case nil:
		return true
	case graph.And:
		return each(f)
	case graph.Or:
		return each(f)
	case *graph.Not:
		return summable(f.Filter)
	case *graph.Keyed:
		return summableBy(f.Dimension, f.Interval)
	case *graph.Compare:
		switch f.Property {
		case graph.PropType, graph.PropQuad, graph.PropStatus, graph.PropNegated, graph.PropDated:
			return true
		case graph.PropWhen:
			since, until := graph.Date(f.Numbers[0]), graph.Date(f.Numbers[1])
			return (since == 0 || since.Day() == 1) && (until == 0 || until.AddDays(1).Day() == 1)
		}
	}
	return false
}

// sums selects what counting.statement selects, from the table event_sum.
func (g *counting) sums(columns []string) (fragment, error) {
	f := &filters{}
	where, err := f.compile(graph.ClassEvent, "n", g.Matching())
	if err != nil {
		return never, err
	}
	columns[2], columns[3] = "n.events", "n.score"
	return matched{build("event_sum AS n WHERE {}", where)}.selecting(strings.Join(columns, ", ")), nil
}
