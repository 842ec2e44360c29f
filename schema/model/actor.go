package model

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// actor has the fields that all six kinds share. Plain ones (name, kind, sectors …) are
// those of graph.Actor; these differ in name or read the graph.
type actor struct{ *graph.Actor }

func (a actor) record() *graph.Actor { return a.Actor }
func (a actor) party()               {}

// MentionCount is how many mentions it has.
func (a actor) MentionCount() int { return a.Actor.Mentions }

// EventCount is in how many real events it takes part.
func (a actor) EventCount() int { return a.Actor.Events }

// Country is the state it belongs to, nil where unknown.
func (a actor) Country(ctx context.Context) (*Country, error) { return one[Country](ctx, a.CountryID) }

// Events are those in which it takes part.
func (a actor) Events(ctx context.Context) (*ParticipationConnection, error) {
	return page[Event](ctx, a.ID)
}

// Ties are those at either end of which it stands.
func (a actor) Ties(ctx context.Context) (*TieConnection, error) { return page[Tie](ctx, a.ID) }

// Counterparts are those with whom it shares events.
func (a actor) Counterparts(ctx context.Context) (*CounterpartConnection, error) {
	return page[Actor](ctx, a.ID)
}

// Statements are the passages of which it is the innermost speaker.
func (a actor) Statements(ctx context.Context) (*EvidenceConnection, error) {
	return page[Evidence](ctx, a.ID)
}

// Mentions are the places that name or mean it.
func (a actor) Mentions(ctx context.Context) (*MentionConnection, error) {
	return page[Mention](ctx, a.ID)
}

// The six kinds of actor.
type (
	Agency       struct{ actor } // a state body
	Official     struct{ actor } // a holder of public office
	Person       struct{ actor } // any other person
	Group        struct{ actor } // party, movement, armed group, collective
	Organization struct{ actor } // company, NGO, IGO, media house
	Country      struct{ actor } // a state
)

func (Agency) typeName() string       { return "Agency" }
func (Official) typeName() string     { return "Official" }
func (Person) typeName() string       { return "Person" }
func (Group) typeName() string        { return "Group" }
func (Organization) typeName() string { return "Organization" }
func (Country) typeName() string      { return "Country" }

// Officials hold an office in it, lead it or work for it.
func (a Agency) Officials(ctx context.Context) (*OfficialConnection, error) {
	return page[Official](ctx, a.ID)
}

// Units are the agencies that are part of it.
func (a Agency) Units(ctx context.Context) (*AgencyConnection, error) { return page[Agency](ctx, a.ID) }

// Parent is the agency it is part of, nil where unknown.
func (a Agency) Parent(ctx context.Context) (*Agency, error) { return one[Agency](ctx, a.ParentID) }

// Offices are the ties by which it holds them.
func (o Official) Offices(ctx context.Context) (*TieConnection, error) { return page[Tie](ctx, o.ID) }

// Members are the actors that belong to it.
func (g Group) Members(ctx context.Context) (*ActorConnection, error) { return page[Actor](ctx, g.ID) }

// Members are the actors that belong to it.
func (o Organization) Members(ctx context.Context) (*ActorConnection, error) {
	return page[Actor](ctx, o.ID)
}

// Code is its ISO 3166 alpha-3 code.
func (c Country) Code() string { return string(c.CountryCode) }

// Territory is its land, nil where nothing happened in it.
func (c Country) Territory(ctx context.Context) (*Place, error) {
	return one[Place](ctx, c.TerritoryID)
}

// Agencies are those with its code.
func (c Country) Agencies(ctx context.Context) (*AgencyConnection, error) {
	return page[Agency](ctx, c.ID)
}

// Officials are those with its code.
func (c Country) Officials(ctx context.Context) (*OfficialConnection, error) {
	return page[Official](ctx, c.ID)
}

// Groups are those with its code.
func (c Country) Groups(ctx context.Context) (*GroupConnection, error) { return page[Group](ctx, c.ID) }

// Mention is one place in an article that names or means an actor.
type Mention struct{ *graph.Mention }

func (Mention) typeName() string { return "Mention" }

// Article is the one it stands in.
func (m Mention) Article(ctx context.Context) (*Article, error) {
	return must[Article](ctx, m.ArticleID)
}

// Actor is who is meant, nil where nothing visible is left of it.
func (m Mention) Actor(ctx context.Context) (Actor, error) { return oneActor(ctx, m.ActorID) }
