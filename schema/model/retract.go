package model

import (
	"context"
	"errors"

	"github.com/actorgraph/actorgraph/graph"
)

// ErrReadOnly is what a mutation gets from a server that does not allow writing.
var ErrReadOnly = errors.New("this server answers questions only")

// Retract answers the root field retractArticle.
func Retract(ctx context.Context, id graph.ID, reason string) (*Article, error) {
	return turn(ctx, id, reason, graph.Writer.Retract)
}

// Restore answers the root field restoreArticle.
func Restore(ctx context.Context, id graph.ID, reason string) (*Article, error) {
	return turn(ctx, id, reason, graph.Writer.Restore)
}

func turn(ctx context.Context, id graph.ID, reason string, do func(graph.Writer, context.Context, []graph.ID, string) error) (*Article, error) {
	w := scopeOf(ctx).source.writer
	if w == nil {
		return nil, ErrReadOnly
	}
	if err := ofClass(id, graph.ClassArticle); err != nil {
		return nil, err
	}
	switch err := do(w, ctx, []graph.ID{id}, reason); {
	case errors.Is(err, graph.ErrNotFound):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return one[Article](ctx, id)
}
