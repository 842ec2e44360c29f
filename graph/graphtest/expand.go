package graphtest

import (
	"context"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Expand implements graph.Reader.
func (r *Reference) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	if err := e.Validate(); err != nil {
		return nil, err
	}
	order := e.Order
	if order == "" {
		order = e.Edge.Orders()[0]
	}
	pages := make([]graph.Page[graph.Hop], len(from))
	for i, id := range from {
		var hops []item[graph.Hop]
		if n := r.now.nodes[id]; n != nil && slices.Contains(e.Edge.From(), id.Class()) {
			hops = r.now.hops(n, e, order)
		}
		hops = slices.DeleteFunc(hops, func(h item[graph.Hop]) bool { return !r.now.Matches(h.value.Node, e.Where) })
		pages[i] = page(hops, order, e.Page)
		pages[i] = reducedHops(pages[i], e.Detail)
	}
	return pages, nil
}

// hops lists the far ends of an edge from one parent, before e.Where.
func (p *picture) hops(n graph.Node, e graph.Expansion, order graph.Order) []item[graph.Hop] {
	var hops []item[graph.Hop]
	add := func(h graph.Hop) { hops = append(hops, item[graph.Hop]{h, graph.PositionOf(h.Node, order)}) }
	id := n.NodeID()
	for _, m := range p.nodes {
		switch far := m.(type) {
		case *graph.Event:
			switch e.Edge {
			case graph.EdgeEvents:
				for _, a := range far.Participants {
					if a.ActorID == id && hasRole(a, e.Roles) {
						add(graph.Hop{Node: far, Roles: a.Roles, Standing: a.Standing})
					}
				}
			case graph.EdgePlaceEvents:
				if slices.ContainsFunc(far.PlaceIDs, func(place graph.ID) bool { return p.within(place, id) }) {
					add(graph.Hop{Node: far})
				}
			case graph.EdgeArticleEvents:
				if start, ok := p.firstPassage(far.ID, id); ok {
					hops = append(hops, item[graph.Hop]{graph.Hop{Node: far}, graph.Position{Rank: int64(start), ID: far.ID}})
				}
			}
		case *graph.Tie:
			switch e.Edge {
			case graph.EdgeTies:
				if other, ok := otherEnd(far, id, e.Direction); ok && wanted(far, e.Relations) {
					add(graph.Hop{Node: far, OtherID: other})
				}
			case graph.EdgeOffices:
				held := e.At == 0 || far.HeldAt(e.At)
				if far.FromID == id && held && wanted(far, []graph.Relation{graph.HoldsOffice, graph.Leads}) {
					add(graph.Hop{Node: far})
				}
			case graph.EdgeArticleTies:
				if _, ok := p.firstPassage(far.ID, id); ok {
					add(graph.Hop{Node: far})
				}
			case graph.EdgeOfficials, graph.EdgeUnits, graph.EdgeMembers:
				if near, ok := p.holder(far, e, id); ok {
					hops = append(hops, item[graph.Hop]{graph.Hop{Node: near, Tie: far}, graph.PositionOf(far, order)})
				}
			}
		case *graph.Evidence:
			if e.Edge == graph.EdgeEvidence && far.FactID == id ||
				e.Edge == graph.EdgeStatements && far.Speaker() == id ||
				e.Edge == graph.EdgeArticleEvidence && far.ArticleID == id {
				add(graph.Hop{Node: far})
			}
		case *graph.Mention:
			if e.Edge == graph.EdgeMentions && far.ActorID == id ||
				e.Edge == graph.EdgeArticleMentions && far.ArticleID == id {
				add(graph.Hop{Node: far})
			}
		case *graph.Actor:
			if country, ok := n.(*graph.Actor); ok && p.belongs(far, country, e) {
				add(graph.Hop{Node: far})
			}
		}
	}
	if event, ok := n.(*graph.Event); ok && e.Edge == graph.EdgeParticipants {
		for rank, a := range event.Participants {
			if hasRole(a, e.Roles) {
				hop := graph.Hop{Node: p.nodes[a.ActorID], Roles: a.Roles, Standing: a.Standing, Passages: a.Passages, Number: a.Number}
				hops = append(hops, item[graph.Hop]{hop, graph.Position{Rank: int64(rank), ID: a.ActorID}})
			}
		}
	}
	return hops
}

func hasRole(a graph.Participant, roles []graph.Role) bool {
	return len(roles) == 0 || anyOf(a.Roles, roles)
}

func wanted(t *graph.Tie, relations []graph.Relation) bool {
	return len(relations) == 0 || slices.Contains(relations, t.Relation)
}

func real(t *graph.Tie) bool { return graph.RealityReal.Real(t.Status, t.Negated) }

// otherEnd is the far end of a tie seen from one of its ends.
func otherEnd(t *graph.Tie, id graph.ID, d graph.Direction) (graph.ID, bool) {
	switch {
	case t.FromID == id && d != graph.In:
		return t.ToID, true
	case t.ToID == id && d != graph.Out:
		return t.FromID, true
	}
	return "", false
}

// firstPassage is where an article first states a fact.
func (p *picture) firstPassage(fact, article graph.ID) (start int, ok bool) {
	for _, e := range p.passages[fact] {
		if e.ArticleID == article && (!ok || e.Start < start) {
			start, ok = e.Start, true
		}
	}
	return start, ok
}

// holder is the actor that a tie brings to an agency, group or organization.
func (p *picture) holder(t *graph.Tie, e graph.Expansion, to graph.ID) (*graph.Actor, bool) {
	a, ok := p.nodes[t.FromID].(*graph.Actor)
	if !ok || t.ToID != to || !real(t) || e.At != 0 && !t.HeldAt(e.At) {
		return nil, false
	}
	switch e.Edge {
	case graph.EdgeOfficials:
		return a, a.Kind == graph.Official && wanted(t, officeRelations)
	case graph.EdgeUnits:
		return a, a.Kind == graph.Agency && t.Relation == graph.PartOf
	default:
		return a, t.Relation == graph.MemberOf
	}
}

var officeRelations = []graph.Relation{graph.HoldsOffice, graph.Leads, graph.EmployedBy}

// belongs reports whether a is one of the actors with the code of a country.
func (p *picture) belongs(a, country *graph.Actor, e graph.Expansion) bool {
	if country.CountryCode == "" || a.CountryCode != country.CountryCode {
		return false
	}
	switch e.Edge {
	case graph.EdgeCountryAgencies:
		return a.Kind == graph.Agency
	case graph.EdgeCountryGroups:
		return a.Kind == graph.Group
	case graph.EdgeCountryOfficials:
		return a.Kind == graph.Official && (e.At == 0 || p.inOffice(a.ID, e.At))
	}
	return false
}

// inOffice reports whether an official is known to hold an office on a day.
func (p *picture) inOffice(official graph.ID, day graph.Date) bool {
	for _, n := range p.nodes {
		if t, ok := n.(*graph.Tie); ok && t.FromID == official && real(t) && wanted(t, officeRelations) && t.HeldAt(day) {
			return true
		}
	}
	return false
}
