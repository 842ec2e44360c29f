package neo4j

import (
	"context"
	"math"

	"github.com/actorgraph/actorgraph/graph"
)

// Find implements graph.Reader.
func (s *Store) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	if err := q.Validate(); err != nil {
		return graph.Page[graph.Node]{Total: -1}, err
	}
	if q.Order == "" {
		q.Order = graph.DefaultOrder(q.Class, q.Search)
	}
	var page graph.Page[graph.Node]
	err := s.reading(ctx, "find "+string(q.Class), func(r *reader) error {
		page = graph.Page[graph.Node]{Total: -1}
		drive, err := s.choose(r, q)
		if err != nil {
			return err
		}
		l, err := findList(q, drive)
		if err != nil {
			return err
		}
		if q.Page.Total {
			err := r.each(l.count, l.params, func(row *row) error {
				page.Total = int(row.int("total"))
				return nil
			})
			if err != nil {
				return err
			}
		}
		return r.each(detailed(l.page, q.Class, q.Detail), l.params, func(row *row) error {
			if len(page.Items) == q.Page.First { // the one that only says that more follows
				page.More = true
				return nil
			}
			n, err := decode(row.props("node"))
			if err != nil {
				return err
			}
			at := position(row, n, q.Order)
			if l.ownRank {
				at.Rank = row.int("rank")
			}
			page.Items = append(page.Items, n)
			page.Positions = append(page.Positions, at)
			return nil
		})
	})
	if err != nil {
		return graph.Page[graph.Node]{Total: -1}, err
	}
	return page, nil
}

// listing is an ordered list of nodes as two statements: one page of it, and its length.
type listing struct {
	page, count string
	params      map[string]any
	ownRank     bool // the rank does not follow from the node
}

var (
	findDownText  = statement("find_down")
	findUpText    = statement("find_up")
	findNameText  = statement("find_name")
	countText     = statement("count")
	pageDownText  = statement("page_down")
	pageUpText    = statement("page_up")
	pageCountText = statement("page_count")
)

// findList is the list that a query asks for: driven from what is given, then sorted; or else
// walked along the index of its order.
func findList(q graph.Query, drive *graph.Drive) (*listing, error) {
	c := newFilters()
	where, err := c.compile(q.Class, "n", rest(drive, q.Where))
	if err != nil {
		return nil, err
	}
	if q.Search != "" {
		where = all([]string{searched(q.Class), where})
	}
	if q.Kind != "" {
		where = all([]string{"n:" + label(q.Kind), where})
	}
	l := &listing{params: pageParams(q.Order, q.Page)}
	if q.Search != "" {
		searchParams(l.params, q.Search)
	}
	l.ownRank = q.Class == graph.ClassActor && q.Order == graph.ByRelevance
	if drive == nil && l.ownRank { // which no index orders
		drive = &graph.Drive{Class: q.Class, Search: q.Search}
	}
	if drive == nil {
		l.walk(q, where)
	} else if err := l.drive(q, drive, c, where); err != nil {
		return nil, err
	}
	c.with(l.params)
	return l, nil
}

// drive sorts what a Drive finds.
func (l *listing) drive(q graph.Query, d *graph.Drive, c *filters, where string) error {
	source, err := c.found(d, "n")
	if err != nil {
		return err
	}
	source += "\n" + fill(driveText, where, "LABEL", labels[q.Class])
	rank, text := sortKey(q.Class, q.Order), "''"
	switch {
	case q.Class == graph.ClassPlace, q.Order == graph.ByName: // in any order by name
		rank, text = "0", "n.nameFold"
	case l.ownRank:
		rank = relevance
	default:
		rank = "n." + rank
	}
	tail := pageUpText
	if q.Order.Descending() {
		tail = pageDownText
	}
	l.page = source + "\n" + fill(tail, "", "RANK", rank, "TEXT", text)
	l.count = source + "\n" + pageCountText
	return nil
}

// walk goes along the index of the order.
func (l *listing) walk(q graph.Query, where string) {
	label := labels[q.Class]
	l.count = fill(countText, where, "LABEL", label)
	text := findUpText
	switch {
	case q.Order == graph.ByName:
		text = findNameText
	case q.Order.Descending():
		text = findDownText
	}
	l.page = fill(text, where, "LABEL", label, "sortKey", sortKey(q.Class, q.Order))
	l.narrow(q)
}

// narrow keeps a walk to the part of its index in which days that are asked for can lie, so
// that it neither begins long before them nor goes on long after.
func (l *listing) narrow(q graph.Query) {
	since, until, ok := daysAsked(q)
	if !ok {
		return
	}
	begin, end := since, until
	if q.Order.Descending() {
		begin, end = until, since
	}
	l.params["bound"] = end
	// A page that goes on after a later place begins there anyway.
	if rank := l.params["rank"].(int64); q.Order.Descending() && rank > begin {
		l.params["rank"], l.params["after"] = begin, lastID
	} else if !q.Order.Descending() && rank < begin {
		l.params["rank"], l.params["after"] = begin, ""
	}
}

// lastID stands after every id.
const lastID = "\U0010FFFF"

// daysAsked are days between which the sort key of every match lies.
func daysAsked(q graph.Query) (since, until int64, ok bool) {
	since, until = 1, math.MaxInt64
	for _, f := range conditions(nil, q.Where) {
		switch key := sortKey(q.Class, q.Order); {
		case f.Property == graph.PropWhen && (key == "start" || key == "oldest"):
			from, to, longer := dayRange(f)
			if !longer {
				since = max(since, from)
			}
			until, ok = min(until, to), true
		case f.Property == graph.PropPublished && q.Class == graph.ClassArticle:
			since, until, ok = max(since, f.Numbers[0]), min(until, endOf(f.Numbers[1])), true
		}
	}
	return since, until, ok
}

// conditions are the comparisons that all must hold.
func conditions(out []*graph.Compare, f graph.Filter) []*graph.Compare {
	switch f := f.(type) {
	case *graph.Compare:
		out = append(out, f)
	case graph.And:
		for _, g := range f {
			out = conditions(out, g)
		}
	}
	return out
}

// sortKey is the property by which an order sorts the nodes of a class: what
// graph.PositionOf says.
func sortKey(class graph.Class, order graph.Order) string {
	switch order {
	case graph.ByMostEvents:
		return "events"
	case graph.ByMostMentions:
		return "mentions"
	case graph.ByLastSeen:
		return "lastSeen"
	case graph.ByMostSources:
		return "sources"
	case graph.ByConfidence:
		return "confidence"
	case graph.ByStart:
		return "start"
	}
	switch class { // ByNewest, ByOldest, and ByRelevance where it is ByNewest
	case graph.ClassEvent:
		if order == graph.ByOldest {
			return "oldest"
		}
		return "start"
	case graph.ClassTie:
		return "last"
	}
	return "published"
}

// pageParams are the parameters of a page. Without a place to go on after they stand before
// everything.
func pageParams(order graph.Order, p graph.PageRequest) map[string]any {
	params := map[string]any{
		"first": p.After == nil, "limit": int64(p.First) + 1,
		"rank": int64(math.MinInt64), "bound": int64(math.MaxInt64), "text": "", "key": "", "after": "",
	}
	if order.Descending() {
		params["rank"], params["bound"] = params["bound"], params["rank"]
	}
	if p.After != nil {
		begin := props{}
		begin.name(p.After.Text)
		params["rank"], params["text"], params["key"], params["after"] = p.After.Rank, p.After.Text, begin["nameKey"], string(p.After.ID)
	}
	return params
}
