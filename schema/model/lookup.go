package model

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"github.com/actorgraph/actorgraph/graph"
)

// page is what every edge field does: look up what was read ahead.
func page[T Node](ctx context.Context, parent graph.ID) (*Connection[T], error) {
	p, a, err := scopeOf(ctx).page(ctx, parent)
	if err != nil {
		return nil, err
	}
	return connection[T](p, a)
}

// node is a node by id, nil if it is not in the graph or id is empty.
func node(ctx context.Context, id graph.ID) (Node, error) {
	if id == "" {
		return nil, nil
	}
	ns, err := scopeOf(ctx).load(ctx, []graph.ID{id})
	if err != nil {
		return nil, err
	}
	return ns[0], nil
}

// one is a node of one type by id, nil if there is none of that type.
func one[T Node](ctx context.Context, id graph.ID) (*T, error) {
	n, err := node(ctx, id)
	if t, ok := n.(T); ok {
		return &t, err
	}
	return nil, err
}

func oneActor(ctx context.Context, id graph.ID) (Actor, error) {
	n, err := node(ctx, id)
	a, _ := n.(Actor)
	return a, err
}

// must is a node that has to be there, because something visible rests on it.
func must[T Node](ctx context.Context, id graph.ID) (*T, error) {
	t, err := mustParty[T](ctx, id)
	if err != nil {
		return nil, err
	}
	return &t, nil
}

// mustParty is must for interfaces.
func mustParty[T Node](ctx context.Context, id graph.ID) (T, error) {
	n, err := node(ctx, id)
	t, ok := n.(T)
	if err == nil && !ok {
		err = fmt.Errorf("%s leads to %q, which is not in the graph as a %T", graphql.GetPath(ctx), id, &t)
	}
	return t, err
}

// all are the nodes of a plain list, up to the field's first; those that are not in the
// graph are left out.
func all[T Node](ctx context.Context, ids []graph.ID) ([]T, error) {
	ids, err := upToFirst(ctx, ids)
	if err != nil {
		return nil, err
	}
	ns, err := scopeOf(ctx).load(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]T, 0, len(ns))
	for _, n := range ns {
		if t, ok := n.(T); ok {
			out = append(out, t)
		}
	}
	return out, nil
}

// upToFirst cuts a plain list to the field's first.
func upToFirst[T any](ctx context.Context, list []T) ([]T, error) {
	a, err := scopeOf(ctx).argumentsOf(ctx, graphql.GetFieldContext(ctx).Field, "")
	if err != nil {
		return nil, err
	}
	return cut(list, a), nil
}
