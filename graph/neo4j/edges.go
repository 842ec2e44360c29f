package neo4j

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	edgeDownText      = statement("edge_down")
	edgeUpText        = statement("edge_up")
	edgeCountText     = statement("edge_count")
	edgeDegreeText    = statement("edge_degree")
	holdersText       = statement("holders")
	holdersCountText  = statement("holders_count")
	ownedDownText     = statement("owned_down")
	ownedUpText       = statement("owned_up")
	ownedCountText    = statement("owned_count")
	articleFactsText  = statement("article_facts")
	placeEventsText   = statement("place_events")
	countryActorsText = statement("country_actors")
	gatheredDownText  = statement("gathered_down")
	gatheredUpText    = statement("gathered_up")
	gatheredCountText = statement("gathered_count")
)

// wayOf is the way of an edge.
func wayOf(e graph.Expansion) (*way, error) {
	c := newFilters()
	where, err := c.compile(e.Edge.To(), "n", e.Where)
	if err != nil {
		return nil, err
	}
	w := &way{params: pageParams(e.Order, e.Page)}
	w.hop = func(r *row, n graph.Node) (hop, error) {
		return hop{graph.Hop{Node: n}, position(r, n, e.Order)}, nil
	}
	switch e.Edge {
	case graph.EdgeEvents:
		w.events(e, where)
	case graph.EdgeTies, graph.EdgeOffices:
		w.ties(e, c, where)
	case graph.EdgeOfficials:
		w.holders(e, c, where, "Official", officeRelations)
	case graph.EdgeUnits:
		w.holders(e, c, where, "Agency", []graph.Relation{graph.PartOf})
	case graph.EdgeMembers:
		w.holders(e, c, where, "Actor", []graph.Relation{graph.MemberOf})
	case graph.EdgeStatements:
		w.owned(e, where, "speakerId")
	case graph.EdgeMentions:
		w.owned(e, where, "actorId")
	case graph.EdgeEvidence:
		w.owned(e, where, "factId")
	case graph.EdgeArticleMentions, graph.EdgeArticleEvidence:
		w.owned(e, where, "articleId")
	case graph.EdgeArticleEvents:
		w.gathered(e, fill(articleFactsText, where, "LABEL", "Event"), "begin", "''")
		w.hop = func(r *row, n graph.Node) (hop, error) {
			return hop{graph.Hop{Node: n}, graph.Position{Rank: r.int("rank"), ID: n.NodeID()}}, nil
		}
	case graph.EdgeArticleTies:
		w.gathered(e, fill(articleFactsText, where, "LABEL", "Tie"), "n.last", "''")
	case graph.EdgePlaceEvents:
		w.gathered(e, fill(placeEventsText, where), "n."+sortKey(graph.ClassEvent, e.Order), "''")
	case graph.EdgeCountryAgencies:
		w.country(e, where, graph.Agency)
	case graph.EdgeCountryGroups:
		w.country(e, where, graph.Group)
	case graph.EdgeCountryOfficials:
		if e.At != 0 {
			where = all([]string{c.inOffice("n", e.At), where})
		}
		w.country(e, where, graph.Official)
	default:
		return nil, fmt.Errorf("edge %q: %w", e.Edge, graph.ErrNotYet)
	}
	c.with(w.params)
	return w, nil
}

// edgePage is a page along relationships of one type; far is the end of it that is wanted.
func edgePage(e graph.Expansion, where, kind, far string) string {
	text := edgeUpText
	if e.Order.Descending() {
		text = edgeDownText
	}
	return fill(text, where, "EDGE", kind, "FAR", far, "sortKey", sortKey(e.Edge.To(), e.Order))
}

func (w *way) events(e graph.Expansion, where string) {
	types := ""
	if hasRole(graph.Participant{Roles: []graph.Role{graph.Source}}, e.Roles) {
		w.pages = append(w.pages, edgePage(e, where, "SOURCE", "b"))
		types = "SOURCE"
	}
	if hasRole(graph.Participant{Roles: []graph.Role{graph.Target}}, e.Roles) {
		w.pages = append(w.pages, edgePage(e, where, "TARGET", "a"))
		types = join(types, "TARGET")
	}
	w.count = edgeCount(where, types)
	w.hop = func(r *row, n graph.Node) (hop, error) {
		f := &fields{props: r.props("step")}
		h := graph.Hop{Node: n, Roles: graph.RolesOf(int64(f.int("roles"))), Standing: graph.Standing(f.str("standing"))}
		return hop{h, position(r, n, e.Order)}, f.end()
	}
}

// edgeCount counts what hangs on a parent by relationships of some types. Of two types, both
// may lead to one node.
func edgeCount(where, types string) string {
	if where == "" && !strings.Contains(types, "|") {
		return fill(edgeDegreeText, "", "EDGE", types)
	}
	return fill(edgeCountText, where, "EDGE", types)
}

func join(types, another string) string {
	if types == "" {
		return another
	}
	return types + "|" + another
}

func (w *way) ties(e graph.Expansion, c *filters, where string) {
	relations := e.Relations
	if e.Edge == graph.EdgeOffices {
		relations = []graph.Relation{graph.HoldsOffice, graph.Leads}
		e.Direction = graph.Out
		if e.At != 0 {
			where = all([]string{c.heldAt("n", int64(e.At)), where})
		}
	}
	if len(relations) > 0 {
		where = all([]string{"n.relation IN " + c.param(relationList(relations)), where})
	}
	types := ""
	if e.Direction != graph.In {
		w.pages = append(w.pages, edgePage(e, where, "FROM", "a"))
		types = "FROM"
	}
	if e.Direction != graph.Out {
		w.pages = append(w.pages, edgePage(e, where, "TO", "a"))
		types = join(types, "TO")
	}
	w.count = edgeCount(where, types)
	w.hop = func(r *row, n graph.Node) (hop, error) {
		h := graph.Hop{Node: n}
		if e.Edge == graph.EdgeTies {
			t := n.(*graph.Tie)
			f := &fields{props: r.props("step")}
			h.OtherID = t.FromID
			if f.id("party") == t.FromID && e.Direction != graph.In {
				h.OtherID = t.ToID
			}
		}
		return hop{h, position(r, n, e.Order)}, nil
	}
}

var officeRelations = []graph.Relation{graph.HoldsOffice, graph.Leads, graph.EmployedBy}

func (w *way) holders(e graph.Expansion, c *filters, where, label string, relations []graph.Relation) {
	if e.At != 0 {
		where = all([]string{c.heldAt("t", int64(e.At)), where})
	}
	w.params["relations"] = relationList(relations)
	w.pages = []string{fill(holdersText, where, "LABEL", label)}
	w.count = fill(holdersCountText, where, "LABEL", label)
	w.hop = func(r *row, n graph.Node) (hop, error) {
		t, err := decodeTie(r.props("tie"))
		return hop{graph.Hop{Node: n, Tie: t}, graph.PositionOf(t, e.Order)}, err
	}
}

// inOffice is the condition that an official is known to hold an office on a day.
func (c *filters) inOffice(official string, day graph.Date) string {
	return "EXISTS { MATCH (" + official + ")<-[:FROM]-(t:Tie) WHERE t.status IN ['HAPPENED', 'ONGOING'] AND NOT t.negated AND t.relation IN " +
		c.param(relationList(officeRelations)) + " AND " + c.heldAt("t", int64(day)) + " }"
}

func (w *way) owned(e graph.Expansion, where, parentKey string) {
	text := ownedUpText
	if e.Order.Descending() {
		text = ownedDownText
	}
	names := []string{"LABEL", labels[e.Edge.To()], "parentKey", parentKey, "sortKey", sortKey(e.Edge.To(), e.Order)}
	w.pages = []string{fill(text, where, names...)}
	w.count = fill(ownedCountText, where, names...)
}

func (w *way) gathered(e graph.Expansion, source, rank, text string) {
	tail := gatheredUpText
	if e.Order.Descending() {
		tail = gatheredDownText
	}
	w.pages = []string{source + "\n  " + fill(tail, "", "RANK", rank, "TEXT", text)}
	w.count = source + "\n  " + gatheredCountText
}

func (w *way) country(e graph.Expansion, where string, kind graph.ActorKind) {
	w.gathered(e, fill(countryActorsText, where, "LABEL", label(kind)), "0", "n.nameFold")
}

// relationList is a list of relations as a parameter.
func relationList(relations []graph.Relation) []any {
	out := make([]any, len(relations))
	for i, r := range relations {
		out[i] = string(r)
	}
	return out
}
