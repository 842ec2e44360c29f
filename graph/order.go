package graph

import (
	"cmp"
	"math"
	"slices"
)

// Order is the order of a list. Ties in it are broken by id in the same direction.
type Order string

const (
	ByRelevance    Order = "RELEVANCE"     // needs a search: actors by match tier, then mentions; all others as ByNewest
	ByName         Order = "NAME"          // ascending, folded
	ByMostEvents   Order = "MOST_EVENTS"   // descending
	ByMostMentions Order = "MOST_MENTIONS" // descending
	ByLastSeen     Order = "LAST_SEEN"     // descending, unknown last
	ByNewest       Order = "NEWEST"        // descending, unknown last: events by when.start, evidence, mentions and articles by published, ties by the last article that holds them
	ByOldest       Order = "OLDEST"        // ascending: events undated last; evidence and articles unknown first
	ByMostSources  Order = "MOST_SOURCES"  // descending
	ByConfidence   Order = "CONFIDENCE"    // descending
	ByStart        Order = "START"         // ascending, by place in the article's text
	ByRank         Order = "RANK"          // ascending, participants as the fold ranks them
)

// Descending reports the direction of o, for the sort key and the id alike.
func (o Order) Descending() bool {
	switch o {
	case ByName, ByOldest, ByStart, ByRank:
		return false
	}
	return true
}

// Position is a place in an order: the sort key, a number or a text, and the id that breaks ties.
type Position struct {
	Rank int64
	Text string
	ID   ID
}

// Compare orders positions under o: negative when a comes first.
func (o Order) Compare(a, b Position) int {
	c := cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
	if o.Descending() {
		return -c
	}
	return c
}

// Undated is the Rank of an event without a date under ByOldest, so that it comes last there too.
const Undated = math.MaxInt32

// orders says which orders a class of nodes has; the first is the default without a search.
var orders = map[Class][]Order{
	ClassActor:    {ByName, ByRelevance, ByMostEvents, ByMostMentions, ByLastSeen},
	ClassEvent:    {ByNewest, ByRelevance, ByOldest, ByMostSources},
	ClassTie:      {ByNewest},
	ClassEvidence: {ByNewest, ByRelevance, ByOldest, ByConfidence},
	ClassArticle:  {ByNewest, ByRelevance, ByOldest},
	ClassPlace:    {ByName},
	ClassMention:  {ByNewest, ByStart},
}

// DefaultOrder is the order of a Query that names none: ByRelevance with a search where the
// class has it, else the first of the class's orders.
func DefaultOrder(c Class, search string) Order {
	if search != "" && HasOrder(c, ByRelevance) {
		return ByRelevance
	}
	if o := orders[c]; len(o) > 0 {
		return o[0]
	}
	return ""
}

// HasOrder reports whether nodes of c can be listed in order o.
func HasOrder(c Class, o Order) bool { return slices.Contains(orders[c], o) }

// How well a name matches a search, best first. ByRelevance ranks an actor by
// tier<<RelevanceShift plus its mentions.
const (
	TierName   = 3 // the words of its name are exactly those searched for
	TierAlias  = 2 // those of an alias are
	TierPrefix = 1 // each word searched for begins a word of one name

	RelevanceShift = 40
)

// PositionOf is the place of n in order o. ByRelevance of actors, ByRank and the order of an
// article's events depend on more than the node; stores fill those in themselves, and
// ByRelevance of other classes is ByNewest.
func PositionOf(n Node, o Order) Position {
	p := Position{ID: n.NodeID()}
	switch n := n.(type) {
	case *Actor:
		switch o {
		case ByName:
			p.Text = Fold(n.Name)
		case ByMostEvents:
			p.Rank = int64(n.Events)
		case ByMostMentions:
			p.Rank = int64(n.Mentions)
		case ByLastSeen:
			p.Rank = int64(n.LastSeen)
		}
	case *Event:
		switch o {
		case ByOldest:
			p.Rank = Undated
			if n.When != nil && n.When.Start != 0 {
				p.Rank = int64(n.When.Start)
			}
		case ByMostSources:
			p.Rank = int64(n.Corroboration.IndependentSources)
		default:
			if n.When != nil {
				p.Rank = int64(n.When.Start)
			}
		}
	case *Tie:
		if n.Span != nil {
			p.Rank = int64(n.Span.End)
		}
	case *Evidence:
		switch o {
		case ByConfidence:
			p.Rank = int64(n.Confidence)
		case ByStart:
			p.Rank = int64(n.Start)
		default:
			p.Rank = int64(n.Published)
		}
	case *Mention:
		p.Rank = int64(n.Published)
		if o == ByStart {
			p.Rank = int64(n.Start)
		}
	case *Article:
		p.Rank = int64(n.Published)
	case *Place:
		p.Text = Fold(n.Name)
	}
	return p
}
