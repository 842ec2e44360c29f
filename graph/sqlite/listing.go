package sqlite

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// listing is an ordered list of nodes, from which pages are cut: a sort key and the key of
// what breaks ties, both in the same direction, so that a page goes on where another ended.
type listing struct {
	order  graph.Order
	from   fragment // with the rows that a condition and the columns below may name
	where  fragment
	key    string // what breaks ties
	far    string // the key of the node
	extra  string // a number that the step itself says
	rank   string // the sort key
	text   bool   // the sort key is a text
	ranges []walk // nil for one range of everything, by whatever index
	last   *int64 // no sort key is larger, nil for unknown
}

// step is one row of a listing.
type step struct{ key, far, extra, rank int64 }

// page selects one row more than the page has, to know whether another follows.
func (l *listing) page(p graph.PageRequest) (fragment, error) {
	direction, than := "", ">"
	if l.order.Descending() {
		direction, than = " DESC", "<"
	}
	var selects []string
	var args []any
	for _, r := range l.parts() {
		rank := cmp.Or(r.rank, l.rank)
		where, err := l.after(p.After, rank, than)
		if err != nil {
			return never, err
		}
		where = all(l.where, where, r.where)
		if p.After == nil || !l.order.Descending() { // else the place in the list is the closer bound
			where = all(where, l.atMost())
		}
		from := l.from.text
		if r.index != "" && where.text != never.text { // of nothing no index is an index
			from += " INDEXED BY " + r.index
		}
		selects = append(selects, fmt.Sprintf("SELECT %s AS k, %s AS f, %s AS x, %s AS r FROM %s WHERE %s", l.key, l.far, l.extra, rank, from, where.text))
		args = append(append(args, l.from.args...), where.args...)
	}
	return fragment{
		fmt.Sprintf("%s ORDER BY r%s, k%s LIMIT ?", strings.Join(selects, " UNION ALL "), direction, direction),
		append(args, int64(p.First)+1),
	}, nil
}

// after is the condition that a row stands after a place in the list.
func (l *listing) after(p *graph.Position, rank, than string) (fragment, error) {
	if p == nil {
		return always, nil
	}
	key, err := afterKey(p.ID)
	if err != nil {
		return never, err
	}
	var value any = p.Rank
	if l.text {
		value = p.Text
	}
	where := build("({}, {}) {} (?, ?)", rank, l.key, than, value, key)
	if strings.HasPrefix(rank, "iif") {
		// An index on an expression is entered at a value, not at a pair of values.
		where = all(build("{} >= ?", rank, value), where)
	}
	return where, nil
}

// count counts the whole list.
func (l *listing) count() fragment {
	var counts []string
	var args []any
	for _, r := range l.parts() {
		where := all(l.where, r.where, l.atMost())
		counts = append(counts, "SELECT count(*) FROM "+l.from.text+" WHERE "+where.text)
		args = append(append(args, l.from.args...), where.args...)
	}
	if len(counts) == 1 {
		return fragment{counts[0], args}
	}
	return fragment{"SELECT (" + strings.Join(counts, ") + (") + ")", args}
}

// atMost is the bound of the sort key, if there is one.
func (l *listing) atMost() fragment {
	if l.last == nil {
		return always
	}
	return build("n.start <= ?", *l.last)
}

func (l *listing) parts() []walk {
	if l.ranges == nil {
		return []walk{{where: always}}
	}
	return l.ranges
}

// afterKey is the key of the id that a page goes on after; that of "" comes before all.
func afterKey(id graph.ID) (int64, error) {
	key, ok := keyOf(id)
	if !ok && id != "" {
		return 0, &graph.ArgumentError{Argument: "after", Message: fmt.Sprintf("%q is not a place in this list", id), Hint: "give a cursor that this list returned"}
	}
	if !ok {
		key = -1
	}
	return key, nil
}

// position is the place of a node in the list.
func (l *listing) position(n graph.Node, s step) graph.Position {
	if l.text {
		return graph.PositionOf(n, l.order)
	}
	return graph.Position{Rank: s.rank, ID: n.NodeID()}
}

// rank is the sort key of the nodes of a class, whose rows are n: what graph.PositionOf says.
func rank(class graph.Class, order graph.Order) string {
	switch order {
	case graph.ByName:
		return "n.name_fold"
	case graph.ByMostEvents:
		return "n.events"
	case graph.ByMostMentions:
		return "n.mentions"
	case graph.ByLastSeen:
		return "n.last_seen"
	case graph.ByMostSources:
		return "n.sources"
	case graph.ByConfidence:
		return "n.confidence"
	case graph.ByStart:
		return "n.start"
	}
	switch class { // ByNewest, ByOldest, and ByRelevance where it is ByNewest
	case graph.ClassEvent:
		if order == graph.ByOldest {
			return "iif(n.start = 0, 2147483647, n.start)" // graph.Undated
		}
		return "n.start"
	case graph.ClassTie:
		return "n.last"
	case graph.ClassPlace:
		return "n.name_fold"
	default:
		return "n.published"
	}
}

// cut takes off the row that only says that more follows.
func cut(steps []step, first int) ([]step, bool) {
	if len(steps) > first {
		return steps[:first], true
	}
	return steps, false
}

func farKeys(steps []step) []int64 {
	keys := make([]int64, len(steps))
	for i, s := range steps {
		keys[i] = s.far
	}
	return keys
}
