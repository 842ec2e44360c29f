package graphtest

import (
	"cmp"
	"context"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// pair is one of the three links that two actors may have.
type pair struct {
	source, target graph.ID
	directed       bool
}

func undirected(a, b graph.ID) pair { return pair{min(a, b), max(a, b), false} }

// pairsOf are the links that an event makes, each once.
func pairsOf(e *graph.Event) []pair {
	sources, targets := e.Actors(graph.Source), e.Actors(graph.Target)
	var out []pair
	for _, a := range sources {
		for _, b := range targets {
			out = append(out, pair{a, b, true})
		}
		for _, b := range sources {
			if len(targets) == 0 {
				out = append(out, undirected(a, b))
			}
		}
	}
	return distinctPairs(out)
}

func distinctPairs(pairs []pair) []pair {
	var out []pair
	for _, p := range pairs {
		if p.source != p.target && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// Links implements graph.Reader.
func (r *Reference) Links(ctx context.Context, q graph.LinkQuery) (graph.Links, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return graph.Links{}, err
	}
	if err := q.Validate(); err != nil {
		return graph.Links{}, err
	}
	p := r.now
	links := map[pair]*graph.PairLink{}
	link := func(at pair) *graph.PairLink {
		if links[at] == nil {
			links[at] = &graph.PairLink{Source: at.source, Target: at.target, Directed: at.directed}
		}
		return links[at]
	}
	for _, n := range p.nodes {
		switch n := n.(type) {
		case *graph.Event:
			if !p.Matches(n, q.Events) || !counts(n, q.Reality) {
				continue
			}
			for _, at := range pairsOf(n) {
				l := link(at)
				l.Events++
				l.Score += int64(n.Score)
				widen(&l.Since, &l.Until, n)
			}
		case *graph.Tie:
			if !p.Matches(n, q.Ties) || !graph.RealityReal.Real(n.Status, n.Negated) || n.ToID.Class() != graph.ClassActor || n.FromID == n.ToID {
				continue
			}
			at := pair{n.FromID, n.ToID, true}
			if n.Relation.Symmetric() {
				at = undirected(n.FromID, n.ToID)
			}
			link(at).Ties++
		}
	}
	var out []graph.PairLink
	for _, l := range links {
		if l.Events >= q.MinEvents && p.Matches(p.nodes[l.Source], q.ActorFilter()) && p.Matches(p.nodes[l.Target], q.ActorFilter()) {
			l.Where = q.PairFilter(*l)
			out = append(out, *l)
		}
	}
	slices.SortFunc(out, func(a, b graph.PairLink) int {
		directed := 0
		if a.Directed != b.Directed {
			directed = 1
			if a.Directed {
				directed = -1
			}
		}
		return cmp.Or(b.Events-a.Events, b.Ties-a.Ties, cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), directed)
	})
	if len(out) > q.First {
		return graph.Links{Links: out[:q.First], Truncated: true}, nil
	}
	return graph.Links{Links: out}, nil
}

// widen stretches a span of days over an event.
func widen(since, until *graph.Date, e *graph.Event) {
	if e.When == nil {
		return
	}
	if start := e.When.Start; start != 0 && (*since == 0 || start < *since) {
		*since = start
	}
	*until = max(*until, e.When.Start, e.When.End)
}

// Counterparts implements graph.Reader.
func (r *Reference) Counterparts(ctx context.Context, of []graph.ID, q graph.CounterpartQuery) ([]graph.Page[graph.Counterpart], error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	if err := q.Validate(); err != nil {
		return nil, err
	}
	out := make([]graph.Page[graph.Counterpart], len(of))
	for i, id := range of {
		var found []item[graph.Counterpart]
		for _, n := range r.now.nodes {
			other, ok := n.(*graph.Actor)
			if !ok || other.ID == id || r.now.nodes[id] == nil || !r.now.Matches(other, q.ActorFilter()) {
				continue
			}
			if c := r.now.shared(id, other, q); c.Events > 0 {
				found = append(found, item[graph.Counterpart]{c, graph.Position{Rank: int64(c.Events), ID: other.ID}})
			}
		}
		out[i] = page(found, graph.ByMostEvents, q.Page)
	}
	return out, nil
}

// shared counts the events of two actors.
func (p *picture) shared(id graph.ID, other *graph.Actor, q graph.CounterpartQuery) graph.Counterpart {
	c := graph.Counterpart{Node: q.Detail.Of(other), Where: q.PairFilter(id, other.ID)}
	for _, n := range p.nodes {
		e, ok := n.(*graph.Event)
		if !ok || !takesPart(e, id, graph.Roles) || !takesPart(e, other.ID, graph.Roles) || !p.Matches(e, q.Where) || !counts(e, q.Reality) {
			continue
		}
		roles := func(actor graph.ID) (source, target bool) {
			return takesPart(e, actor, []graph.Role{graph.Source}), takesPart(e, actor, []graph.Role{graph.Target})
		}
		source, target := roles(id)
		otherSource, otherTarget := roles(other.ID)
		c.Events++
		c.Score += int64(e.Score)
		if source && otherTarget {
			c.Outgoing++
		}
		if otherSource && target {
			c.Incoming++
		}
		if source && otherSource || target && otherTarget {
			c.Together++
		}
		widen(&c.Since, &c.Until, e)
	}
	return c
}
