package model

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// edgeCounterparts is the edge from an actor to those it shares events with. The graph has a
// question of its own for it.
const edgeCounterparts graph.Edge = "counterparts"

// counterpart is one as a page of hops holds it.
type counterpart struct{ graph.Counterpart }

// NodeID is that of the other actor.
func (c *counterpart) NodeID() graph.ID { return c.Node.NodeID() }

// Shared is what an actor and its counterpart share. What is no counterpart has the zero Shared.
type Shared struct{ with *counterpart }

// Events is in how many events both take part.
func (s Shared) Events() int { return s.with.Events }

// Outgoing is how many of them the first actor does to this one.
func (s Shared) Outgoing() int { return s.with.Outgoing }

// Incoming is how many of them this one does to the first.
func (s Shared) Incoming() int { return s.with.Incoming }

// Together is in how many of them they have the same role.
func (s Shared) Together() int { return s.with.Together }

// Score is the mean.
func (s Shared) Score() *float64 { return meanScore(s.with.Score, s.with.Events) }

// Since is the first day on which one of them starts.
func (s Shared) Since() graph.Date { return s.with.Since }

// Until is the last day on which one of them ends.
func (s Shared) Until() graph.Date { return s.with.Until }

// Where finds exactly these events.
func (s Shared) Where() (string, error) { return EncodeWhere(graph.ClassEvent, s.with.Where) }

// sharedOf is what a hop to a counterpart says.
func sharedOf(h *graph.Hop) Shared {
	c, _ := h.Node.(*counterpart)
	return Shared{c}
}

// pagesOf reads the pages of a field of some parents.
func (s *Scope) pagesOf(ctx context.Context, parents []graph.ID, a *arguments) ([]graph.Page[graph.Hop], error) {
	e := a.expansion
	if e.Edge != edgeCounterparts {
		e.View, e.Page = s.view, a.page
		return s.source.reader.Expand(ctx, parents, e)
	}
	found, err := s.source.reader.Counterparts(ctx, parents, graph.CounterpartQuery{
		View: s.view, Where: e.Where, Reality: a.reality, Detail: e.Detail, Page: a.page,
	})
	if err != nil {
		return nil, err
	}
	pages := make([]graph.Page[graph.Hop], len(found))
	for i, p := range found {
		pages[i] = graph.Page[graph.Hop]{Items: make([]graph.Hop, len(p.Items)), Positions: p.Positions, More: p.More, Total: p.Total}
		for j, c := range p.Items {
			pages[i].Items[j].Node = &counterpart{c}
		}
	}
	return pages, nil
}
