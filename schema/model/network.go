package model

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/actorgraph/actorgraph/graph"
)

// Network is who is linked with whom.
type Network struct{ found graph.Links }

// Actors are the ends of the links, each once.
func (n Network) Actors(ctx context.Context) ([]Actor, error) { return all[Actor](ctx, n.ends()) }

// ends are the ids of the actors, as the links lead to them.
func (n Network) ends() []graph.ID {
	ids := make([]graph.ID, 0, 2*len(n.found.Links))
	for _, l := range n.found.Links {
		ids = append(ids, l.Source, l.Target)
	}
	return once(ids, func(graph.ID) bool { return false })
}

// Links are the strongest first.
func (n Network) Links() []Link {
	out := make([]Link, len(n.found.Links))
	for i, l := range n.found.Links {
		out[i] = Link{l}
	}
	return out
}

// Truncated says that there are more links.
func (n Network) Truncated() bool { return n.found.Truncated }

// Link is what links two actors.
type Link struct{ graph.PairLink }

// Source is who does it.
func (l Link) Source(ctx context.Context) (Actor, error) {
	return mustParty[Actor](ctx, l.PairLink.Source)
}

// Target is to whom it is done.
func (l Link) Target(ctx context.Context) (Actor, error) {
	return mustParty[Actor](ctx, l.PairLink.Target)
}

// Score is the mean, nil without events.
func (l Link) Score() *float64 { return meanScore(l.PairLink.Score, l.Events) }

// Where finds exactly the events.
func (l Link) Where() (string, error) { return EncodeWhere(graph.ClassEvent, l.PairLink.Where) }

// NetworkQuestion is what the root field network asks, in the words of its arguments.
type NetworkQuestion struct {
	Where     *graph.EventWhere
	TiesWhere *graph.TieWhere
	Actors    *graph.ActorWhere
	Reality   graph.Reality
	MinEvents int
	First     int
}

// FindNetwork answers the root field network.
func FindNetwork(ctx context.Context, n NetworkQuestion) (*Network, error) {
	s := scopeOf(ctx)
	if err := s.spend(0); err != nil {
		return nil, err
	}
	q := graph.LinkQuery{View: s.view, Reality: n.Reality, MinEvents: n.MinEvents, First: n.First}
	var err error
	if q.Events, err = graph.CompileEvents(n.Where, "where"); err != nil {
		return nil, err
	}
	if q.Ties, err = graph.CompileTies(n.TiesWhere, "tiesWhere"); err != nil {
		return nil, err
	}
	if q.Actors, err = graph.CompileActors(n.Actors, "actors"); err != nil {
		return nil, err
	}
	found, err := s.source.reader.Links(ctx, q)
	if err != nil {
		return nil, err
	}
	network := Network{found}
	return &network, s.belowRoot(ctx, network)
}

// belowRoot reads what is selected below the plain value that a root field answers.
func (s *Scope) belowRoot(ctx context.Context, answer any) error {
	f, l := graphql.GetFieldContext(ctx).Field, &level{}
	err := s.gather(ctx, l, front{
		typ: f.Definition.Type.Name(), selections: f.Selections, path: graphql.GetPath(ctx), objects: []any{answer},
	})
	if err != nil {
		return err
	}
	return s.run(ctx, l)
}
