package sqlite

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// expandList is the list of the steps along an edge from the parent p, whose key is p.value.
func expandList(e graph.Expansion) (*listing, error) {
	where, err := (&filters{}).compile(e.Edge.To(), "n", e.Where)
	if err != nil {
		return nil, err
	}
	l := &listing{
		order: e.Order, key: "n.key", far: "n.key", extra: "0",
		rank: rank(e.Edge.To(), e.Order), text: e.Order == graph.ByName,
	}
	from, near := "", always
	switch e.Edge {
	case graph.EdgeEvents:
		return eventsList(l, e, where), nil
	case graph.EdgeParticipants:
		from, near = "part AS x CROSS JOIN actor AS n ON n.key = x.actor", all(fragment{text: "x.event = p.value"}, inRoles(e.Roles))
		l.rank = "x.rank"
	case graph.EdgePlaceEvents:
		from = "event AS n"
		near = build("n.key IN (SELECT event FROM event_place WHERE place IN ({})) AND n.open = 1", within(fragment{text: "key = p.value"}))
	case graph.EdgeArticleEvents:
		from = `(SELECT fact, min(start) AS start FROM evidence WHERE article = p.value AND open = 1 GROUP BY fact) AS x
			CROSS JOIN event AS n ON n.key = x.fact`
		l.rank = "x.start"

	case graph.EdgeTies:
		return tiesList(l, e, where), nil
	case graph.EdgeOffices:
		from, near = "tie AS n", all(fragment{text: "n.from_actor = p.value AND n.open = 1 AND n.relation IN ('HOLDS_OFFICE', 'LEADS')"}, on("n", e.At))
	case graph.EdgeArticleTies:
		from = "(SELECT DISTINCT fact FROM evidence WHERE article = p.value AND open = 1) AS x CROSS JOIN tie AS n ON n.key = x.fact"

	case graph.EdgeOfficials, graph.EdgeUnits, graph.EdgeMembers:
		from = "tie AS t CROSS JOIN actor AS n ON n.key = t.from_actor"
		near = all(fragment{text: "t.to_node = p.value AND t.open = 1 AND n.open = 1 AND " + real("t") + " AND " + holders[e.Edge]}, on("t", e.At))
		l.key, l.rank = "t.key", "t.last"

	case graph.EdgeCountryAgencies:
		from, near = "actor AS n", fragment{text: sameCountry + "'AGENCY'"}
	case graph.EdgeCountryGroups:
		from, near = "actor AS n", fragment{text: sameCountry + "'GROUP'"}
	case graph.EdgeCountryOfficials:
		from, near = "actor AS n", fragment{text: sameCountry + "'OFFICIAL'"}
		if e.At != 0 {
			near = all(near, build("EXISTS (SELECT 1 FROM tie AS t WHERE t.from_actor = n.key AND t.open = 1 AND {} AND {} AND {})", real("t"), officeRelations, on("t", e.At)))
		}

	case graph.EdgeStatements:
		from, near = "evidence AS n", fragment{text: "n.speaker = p.value AND n.open = 1"}
	case graph.EdgeEvidence:
		from, near = "evidence AS n", fragment{text: "n.fact = p.value AND n.open = 1"}
	case graph.EdgeArticleEvidence:
		from, near = "evidence AS n", fragment{text: "n.article = p.value AND n.open = 1"}
	case graph.EdgeMentions:
		from, near = "mention AS n", fragment{text: "n.actor = p.value AND n.open = 1"}
	case graph.EdgeArticleMentions:
		from, near = "mention AS n", fragment{text: "n.article = p.value AND n.open = 1"}
	default:
		return nil, &graph.ArgumentError{Argument: "edge", Message: fmt.Sprintf("%s cannot be followed yet", e.Edge), Err: graph.ErrNotYet}
	}
	l.from, l.where = fragment{text: from}, all(near, where)
	return l, nil
}

// eventsList walks the events of an actor in the table part, which is sorted by actor, date
// and event. Only a filter or another order needs the events themselves.
func eventsList(l *listing, e graph.Expansion, where fragment) *listing {
	from := "part AS x"
	l.key, l.far = "x.event", "x.event"
	switch e.Order {
	case graph.ByNewest:
		l.rank = "x.start"
	case graph.ByOldest:
		l.rank = "iif(x.start = 0, 2147483647, x.start)" // graph.Undated
	}
	if where.text != always.text || e.Order == graph.ByMostSources {
		from += " CROSS JOIN event AS n ON n.key = x.event"
	}
	l.extra = fmt.Sprintf("(x.roles & %d) | (x.standing << %d)", roleMask, roleShift)
	l.from = fragment{text: from}
	l.where = all(fragment{text: "x.actor = p.value"}, inRoles(e.Roles), where)
	return l
}

func inRoles(roles []graph.Role) fragment {
	if len(roles) == 0 {
		return always
	}
	return build("x.roles & ?", graph.RoleBits(roles))
}

// tiesList walks the ties of an actor in an index for each of their ends. Only a filter needs
// the ties themselves.
func tiesList(l *listing, e graph.Expansion, where fragment) *listing {
	const from, to = "from_actor = p.value AND open = 1", "to_node = p.value AND open = 1"
	where = all(related(e.Relations), where)
	switch e.Direction {
	case graph.Out:
		l.from, l.where = fragment{text: "tie AS n"}, all(fragment{text: from}, where)
		return l
	case graph.In:
		l.from, l.where = fragment{text: "tie AS n"}, all(fragment{text: to}, where)
		return l
	}
	// UNION, because a tie of an actor with itself has it at both ends.
	both := "(SELECT key, last FROM tie WHERE " + from + " UNION SELECT key, last FROM tie WHERE " + to + ") AS x"
	l.key, l.far, l.rank = "x.key", "x.key", "x.last"
	if where.text != always.text {
		both += " CROSS JOIN tie AS n ON n.key = x.key"
	}
	l.from, l.where = fragment{text: both}, where
	return l
}

func related(relations []graph.Relation) fragment {
	if len(relations) == 0 {
		return always
	}
	return in("n.relation", relations)
}

// real is the condition that a tie counts under graph.RealityReal.
func real(tie string) string {
	return tie + ".negated = 0 AND " + tie + ".status IN ('HAPPENED', 'ONGOING')"
}

// on is the condition that a tie is held on a day; 0 asks for nothing.
func on(tie string, day graph.Date) fragment {
	if day == 0 {
		return always
	}
	return heldAt(tie, int64(day))
}

const officeRelations = "t.relation IN ('HOLDS_OFFICE', 'LEADS', 'EMPLOYED_BY')"

// holders are the conditions on tie t and actor n of the edges from a body to actors.
var holders = map[graph.Edge]string{
	graph.EdgeOfficials: officeRelations + " AND n.kind = 'OFFICIAL'",
	graph.EdgeUnits:     "t.relation = 'PART_OF' AND n.kind = 'AGENCY'",
	graph.EdgeMembers:   "t.relation = 'MEMBER_OF'",
}

const sameCountry = `n.country = (SELECT country FROM actor WHERE key = p.value AND open = 1 AND country <> '') AND n.open = 1 AND n.kind = `
