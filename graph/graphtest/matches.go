package graphtest

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Matches is the meaning of a Filter: whether a node of the graph matches f.
func (r *Reference) Matches(n graph.Node, f graph.Filter) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now != nil && r.now.Matches(n, f)
}

// Matches reports whether n matches f.
func (p *picture) Matches(n graph.Node, f graph.Filter) bool {
	switch f := f.(type) {
	case nil:
		return true
	case graph.And:
		for _, g := range f {
			if !p.Matches(n, g) {
				return false
			}
		}
		return true
	case graph.Or:
		for _, g := range f {
			if p.Matches(n, g) {
				return true
			}
		}
		return false
	case *graph.Not:
		return !p.Matches(n, f.Filter)
	case *graph.Has:
		for _, far := range p.follow(n, f.Link) {
			if p.Matches(far, f.Where) {
				return true
			}
		}
		return false
	case *graph.Keyed:
		return p.keyed(n, f)
	case *graph.Compare:
		return p.compare(n, f)
	}
	return false
}

// step is one link from one node.
type step struct {
	from graph.ID
	link graph.Link
}

// follow lists the far ends of a link. What was found once is remembered: the picture does
// not change.
func (p *picture) follow(n graph.Node, link graph.Link) []graph.Node {
	if far, ok := p.followed[step{n.NodeID(), link}]; ok {
		return far
	}
	var far []graph.Node
	for _, m := range p.nodes {
		if m.NodeID().Class() == link.To() && p.linked(n, link, m) {
			far = append(far, m)
		}
	}
	p.followed[step{n.NodeID(), link}] = far
	return far
}

// linked reports whether link leads from n to m, which is of its far class.
func (p *picture) linked(n graph.Node, link graph.Link, m graph.Node) bool {
	id, far := n.NodeID(), m.NodeID()
	switch link {
	case graph.LinkEvents:
		return takesPart(m.(*graph.Event), id, graph.Roles)
	case graph.LinkSourceOf:
		return takesPart(m.(*graph.Event), id, []graph.Role{graph.Source})
	case graph.LinkTargetOf:
		return takesPart(m.(*graph.Event), id, []graph.Role{graph.Target})
	case graph.LinkActor:
		return takesPart(n.(*graph.Event), far, graph.Roles)
	case graph.LinkSource:
		return takesPart(n.(*graph.Event), far, []graph.Role{graph.Source})
	case graph.LinkTarget:
		return takesPart(n.(*graph.Event), far, []graph.Role{graph.Target})
	case graph.LinkTies:
		return m.(*graph.Tie).FromID == id || m.(*graph.Tie).ToID == id
	case graph.LinkTiesFrom:
		return m.(*graph.Tie).FromID == id
	case graph.LinkTiesTo:
		return m.(*graph.Tie).ToID == id
	case graph.LinkFrom:
		return n.(*graph.Tie).FromID == far
	case graph.LinkTo:
		return n.(*graph.Tie).ToID == far
	case graph.LinkParty:
		return n.(*graph.Tie).FromID == far || n.(*graph.Tie).ToID == far
	case graph.LinkEvidence:
		return m.(*graph.Evidence).FactID == id
	case graph.LinkPlace:
		if e, ok := n.(*graph.Event); ok {
			return slices.Contains(e.PlaceIDs, far)
		}
		return n.(*graph.Tie).ToID == far
	case graph.LinkAbout:
		return slices.Contains(n.(*graph.Event).AboutIDs, far)
	case graph.LinkArticle:
		return n.(*graph.Evidence).ArticleID == far
	case graph.LinkSpeaker:
		return n.(*graph.Evidence).Speaker() == far
	}
	return false
}

// takesPart reports whether an actor counts among the participants of an event in one of
// the roles.
func takesPart(e *graph.Event, actor graph.ID, roles []graph.Role) bool {
	for _, a := range e.Participants {
		if a.ActorID == actor && a.Counts() && anyOf(a.Roles, roles) {
			return true
		}
	}
	return false
}

func anyOf[T comparable](values, wanted []T) bool {
	for _, v := range values {
		if slices.Contains(wanted, v) {
			return true
		}
	}
	return false
}
