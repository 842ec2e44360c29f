package model

import (
	"context"
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// Connection is one page of a list.
type Connection[T Node] struct {
	Edges      []Edge[T]
	PageInfo   PageInfo
	TotalCount *int // nil unless selected
	from       pageValue
}

// source is what the page was made of.
func (c *Connection[T]) source() *pageValue { return &c.from }

// PageInfo says where a page lies in the whole list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Edge is one item of a page. Which of its fields a GraphQL type of edge shows is the
// schema's choice, and which are set depends on how the page was read.
type Edge[T Node] struct {
	Cursor   string
	Node     T
	Tie      *Tie // by which an actor was reached
	Roles    []graph.Role
	Standing graph.Standing
	Passages int
	Number   *Quantity
	Shared
	other graph.ID
}

// Other is the far end of the tie in Node.
func (e Edge[T]) Other(ctx context.Context) (Party, error) { return mustParty[Party](ctx, e.other) }

// The pages of the schema.
type (
	ActorConnection         = Connection[Actor]
	AgencyConnection        = Connection[Agency]
	OfficialConnection      = Connection[Official]
	PersonConnection        = Connection[Person]
	GroupConnection         = Connection[Group]
	OrganizationConnection  = Connection[Organization]
	CountryConnection       = Connection[Country]
	CounterpartConnection   = Connection[Actor]
	MentionConnection       = Connection[Mention]
	ParticipationConnection = Connection[Event]
	ParticipantConnection   = Connection[Actor]
	EventConnection         = Connection[Event]
	TieConnection           = Connection[Tie]
	EvidenceConnection      = Connection[Evidence]
	ArticleConnection       = Connection[Article]
	PlaceConnection         = Connection[Place]
	ChangeConnection        = Connection[Change]
)

// The items of their pages.
type (
	ActorEdge         = Edge[Actor]
	AgencyEdge        = Edge[Agency]
	OfficialEdge      = Edge[Official]
	PersonEdge        = Edge[Person]
	GroupEdge         = Edge[Group]
	OrganizationEdge  = Edge[Organization]
	CountryEdge       = Edge[Country]
	CounterpartEdge   = Edge[Actor]
	MentionEdge       = Edge[Mention]
	ParticipationEdge = Edge[Event]
	ParticipantEdge   = Edge[Actor]
	EventEdge         = Edge[Event]
	TieEdge           = Edge[Tie]
	EvidenceEdge      = Edge[Evidence]
	ArticleEdge       = Edge[Article]
	PlaceEdge         = Edge[Place]
	ChangeEdge        = Edge[Change]
)

// connection makes a page of hops one of the API, with cursors bound to the arguments.
func connection[T Node](p graph.Page[graph.Hop], a *arguments) (*Connection[T], error) {
	c := &Connection[T]{Edges: make([]Edge[T], len(p.Items)), from: pageValue{p, a}}
	for i := range p.Items {
		h := &p.Items[i]
		n, ok := wrap(h.Node).(T)
		if !ok {
			return nil, fmt.Errorf("the store answered a %T where the list holds %T", h.Node, n)
		}
		e := &c.Edges[i]
		*e = Edge[T]{
			Cursor: a.cursor(p.Positions[i]), Node: n,
			Roles: h.Roles, Standing: h.Standing, Passages: h.Passages, Number: quantity(h.Number, ""),
			Shared: sharedOf(h),
			other:  farEnd(h),
		}
		if h.Tie != nil {
			e.Tie = &Tie{h.Tie}
		}
	}
	c.PageInfo = PageInfo{HasNextPage: p.More, HasPreviousPage: a.page.After != nil}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &c.Edges[0].Cursor, &c.Edges[n-1].Cursor
	}
	if a.end != nil {
		c.PageInfo.EndCursor = a.end
	}
	if p.Total >= 0 {
		c.TotalCount = &p.Total
	}
	return c, nil
}

// farEnd is the end of the tie in h.Node seen from the actor the list started from; the
// end after the relation where it started from none.
func farEnd(h *graph.Hop) graph.ID {
	if t, ok := h.Node.(*graph.Tie); ok && h.OtherID == "" {
		return t.ToID
	}
	return h.OtherID
}
