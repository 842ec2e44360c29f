package model

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/actorgraph/actorgraph/graph"
)

// Question is what a root list asks, in the words of its arguments.
type Question struct {
	Class  graph.Class
	Kind   graph.ActorKind // "" for all
	Search *string         // nil and empty for none
	Where  any             // a pointer to one of graph's Where types, which may be nil
	Order  *graph.Order
	First  int
	After  *string
}

// Find answers a root list: it reads the page and all that is selected below it.
func Find[T Node](ctx context.Context, q Question) (*Connection[T], error) {
	s, fc := scopeOf(ctx), graphql.GetFieldContext(ctx)
	if err := s.spend(0); err != nil { // what other root fields took
		return nil, err
	}
	query := graph.Query{View: s.view, Class: q.Class, Kind: q.Kind, Detail: detailOfPage(fc.Field.Selections)}
	if q.Search != nil {
		query.Search = *q.Search
	}
	if q.Order != nil {
		query.Order = *q.Order
	}
	a := &arguments{first: q.First}
	var err error
	if a.binding, err = bind(fc.Field.Name, []any{q.Where, query.Order, query.Search}); err != nil {
		return nil, err
	}
	if query.Where, err = compile(q.Where); err != nil {
		return nil, err
	}
	if a.page, err = s.pageRequest(ctx, a, q.After, fc.Field); err != nil {
		return nil, err
	}
	query.Page = a.page
	found, err := s.source.reader.Find(ctx, query)
	if err != nil {
		return nil, err
	}
	hops := graph.Page[graph.Hop]{Items: make([]graph.Hop, len(found.Items)), Positions: found.Positions, More: found.More, Total: found.Total}
	for i, n := range found.Items {
		hops.Items[i].Node = n
	}
	if err := s.fromRoot(ctx, fc.Field, hops, query.Detail); err != nil {
		return nil, err
	}
	return connection[T](hops, a)
}

// fromRoot reads what is selected below the page of a root field.
func (s *Scope) fromRoot(ctx context.Context, f graphql.CollectedField, p graph.Page[graph.Hop], d graph.Detail) error {
	s.mu.Lock()
	s.keepHops(p, d)
	s.mu.Unlock()
	if err := s.spend(len(p.Items)); err != nil {
		return err
	}
	l := &level{}
	err := s.gather(ctx, l, front{
		typ: f.Definition.Type.Name(), selections: f.Selections, path: graphql.GetPath(ctx), objects: []any{p},
	})
	if err != nil {
		return err
	}
	return s.run(ctx, l)
}

// FindNodes answers the root field nodes: in the order of the ids, nil for those that are
// not in the graph.
func FindNodes(ctx context.Context, ids []graph.ID) ([]Node, error) {
	if len(ids) > MaxIDs {
		return nil, &graph.ArgumentError{Argument: "ids", Message: "too many ids at once", Hint: "give at most 100"}
	}
	return scopeOf(ctx).load(ctx, ids)
}

// FindNode answers the root field node, nil if it is not in the graph.
func FindNode(ctx context.Context, id graph.ID) (Node, error) { return node(ctx, id) }

// FindOne answers the root fields for one event, tie, article or country; an id of another
// class is an error, nil one that is not in the graph.
func FindOne[T Node](ctx context.Context, id graph.ID, class graph.Class) (*T, error) {
	if err := ofClass(id, class); err != nil {
		return nil, err
	}
	return one[T](ctx, id)
}

// FindActor answers the root field actor.
func FindActor(ctx context.Context, id graph.ID) (Actor, error) {
	if err := ofClass(id, graph.ClassActor); err != nil {
		return nil, err
	}
	return oneActor(ctx, id)
}

// FindCountry answers the root field country.
func FindCountry(ctx context.Context, code string) (*Country, error) {
	if !graph.IsState(code) {
		return nil, &graph.ArgumentError{
			Argument: "code", Message: "this is not the code of a country",
			Hint: "three capital letters of ISO 3166, such as USA or FRA",
		}
	}
	return one[Country](ctx, graph.CountryID(code))
}

// FindArticle answers the root field article, by exactly one of id and address.
func FindArticle(ctx context.Context, id *graph.ID, url *string) (*Article, error) {
	switch {
	case (id == nil) == (url == nil):
		return nil, &graph.ArgumentError{Argument: "id", Message: "an article is asked for by id or by url", Hint: "give exactly one of the two"}
	case id != nil:
		return FindOne[Article](ctx, *id, graph.ClassArticle)
	case *url == "":
		return nil, &graph.ArgumentError{Argument: "url", Message: "the address is empty", Hint: "give the whole address, such as https://…"}
	}
	return one[Article](ctx, graph.ArticleID(*url, "", "", ""))
}

func ofClass(id graph.ID, class graph.Class) error {
	if id.Class() == class {
		return nil
	}
	return &graph.ArgumentError{
		Argument: "id", Message: string(id) + " is not the id of such a thing",
		Hint: "give an id that begins with " + string(class) + ": or ask for node(id)",
	}
}
