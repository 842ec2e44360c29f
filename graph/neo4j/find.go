package neo4j

import (
	"context"
	"math"
	"slices"

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
	l, err := findList(q)
	if err != nil {
		return graph.Page[graph.Node]{Total: -1}, err
	}
	var page graph.Page[graph.Node]
	err = s.reading(ctx, "find "+string(q.Class), func(r *reader) error {
		page = graph.Page[graph.Node]{Total: -1}
		if q.Page.Total {
			err := r.each(l.count, l.params, func(row *row) error {
				page.Total = int(row.int("total"))
				return nil
			})
			if err != nil {
				return err
			}
		}
		return r.each(l.page, l.params, func(row *row) error {
			if len(page.Items) == q.Page.First { // the one that only says that more follows
				page.More = true
				return nil
			}
			n, err := decode(row.props("node"))
			if err != nil {
				return err
			}
			at := graph.PositionOf(n, q.Order)
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
	driveIDsText  = statement("drive_ids")
	pageDownText  = statement("page_down")
	pageUpText    = statement("page_up")
	pageCountText = statement("page_count")
)

// findList is the list that a query asks for. It walks along the index of the order and tests
// each node, unless a search or a list of ids says where to look: then it sorts what that finds.
func findList(q graph.Query) (*listing, error) {
	c := newFilters()
	where, err := c.compile(q.Class, "n", q.Where)
	if err != nil {
		return nil, err
	}
	if q.Kind != "" {
		where = all([]string{"n:" + label(q.Kind), where})
	}
	class := labels[q.Class]
	l := &listing{params: c.with(pageParams(q.Order, q.Page))}
	source := ""
	if q.Search != "" {
		source = searchTexts[q.Class]
		searchParams(l.params, q.Search)
	} else if namesIDs(q.Where) {
		source = driveIDsText
	}
	if source == "" {
		l.page, l.count = walk(q.Class, q.Order, class, where), fill(countText, where, "LABEL", class)
		return l, nil
	}
	source = fill(source, where, "LABEL", class)
	rank, text := sortKey(q.Class, q.Order), "''"
	switch {
	case q.Class == graph.ClassPlace, q.Order == graph.ByName: // in any order by name
		rank, text = "0", "n.nameFold"
	case q.Class == graph.ClassActor && q.Order == graph.ByRelevance:
		rank, l.ownRank = relevance, true
	default:
		rank = "n." + rank
	}
	tail := pageUpText
	if q.Order.Descending() {
		tail = pageDownText
	}
	l.page = source + "\n" + fill(tail, "", "RANK", rank, "TEXT", text)
	l.count = source + "\n" + pageCountText
	return l, nil
}

// walk is a page along the index of an order.
func walk(class graph.Class, order graph.Order, label, where string) string {
	if order == graph.ByName {
		return fill(findNameText, where, "LABEL", label)
	}
	text := findUpText
	if order.Descending() {
		text = findDownText
	}
	return fill(text, where, "LABEL", label, "sortKey", sortKey(class, order))
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
		"rank": int64(math.MinInt64), "text": "", "key": "", "after": "",
	}
	if order.Descending() {
		params["rank"] = int64(math.MaxInt64)
	}
	if p.After != nil {
		begin := props{}
		begin.name(p.After.Text)
		params["rank"], params["text"], params["key"], params["after"] = p.After.Rank, p.After.Text, begin["nameKey"], string(p.After.ID)
	}
	return params
}

// namesIDs reports whether only nodes of some ids can match.
func namesIDs(f graph.Filter) bool {
	switch f := f.(type) {
	case *graph.Compare:
		return f.Property == graph.PropID
	case graph.And:
		return slices.ContainsFunc(f, namesIDs)
	}
	return false
}
