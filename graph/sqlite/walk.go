package sqlite

import (
	"github.com/actorgraph/actorgraph/graph"
)

// walk is a part of a list that one index gives in order. The parts of a list have no node in
// common.
type walk struct {
	index string // "" for whichever SQLite takes
	rank  string // the sort key as this index has it; "" for that of the list
	where fragment
}

// walk makes a list of nodes follow the index of its order, and that alone: SQLite knows
// nothing of how many nodes a condition holds for, and would sooner sort a million.
func (l *listing) walk(q graph.Query) {
	l.ranges = []walk{{index: orderIndex(q), where: always}}
	when := leading(q.Where)
	if when == nil || when.Property != graph.PropWhen {
		return
	}
	if when.Texts[0] == string(graph.Within) && when.Numbers[1] != 0 && (q.Order == graph.ByNewest || q.Order == graph.ByOldest) {
		l.last = &when.Numbers[1] // what ends by then starts by then
	}
	ranges := spans("n", when)
	if len(ranges) == 1 || q.Order == graph.ByMostSources {
		return
	}
	// What overlaps has a start, so the sort key of ByOldest is that, too, and its own index,
	// which does not hold the end, is not needed.
	l.ranges[0] = walk{index: "event_newest", rank: "n.start", where: ranges[0]}
	l.ranges = append(l.ranges, walk{index: "event_long", rank: "n.start", where: ranges[1]})
}

// orderIndex is the index that gives the order of a query.
func orderIndex(q graph.Query) string {
	switch q.Order {
	case graph.ByName:
		switch {
		case q.Class == graph.ClassPlace:
			return "place_name"
		case q.Kind != "":
			return "actor_kind"
		}
		return "actor_name_order"
	case graph.ByMostEvents:
		return "actor_events"
	case graph.ByMostMentions:
		return "actor_mentions"
	case graph.ByLastSeen:
		return "actor_seen"
	case graph.ByMostSources:
		return "event_sources"
	case graph.ByConfidence:
		return "evidence_confidence"
	}
	switch q.Class { // ByNewest, ByOldest, and ByRelevance where it is ByNewest
	case graph.ClassEvent:
		if q.Order == graph.ByOldest {
			return "event_oldest"
		}
		return "event_newest"
	case graph.ClassTie:
		return "tie_last"
	case graph.ClassEvidence:
		return "evidence_published"
	case graph.ClassArticle:
		return "article_published"
	}
	return "place_name" // by relevance
}
