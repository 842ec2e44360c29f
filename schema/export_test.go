package schema

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema/model"
)

// NewLazyHandler answers like NewHandler, but lets no field see what another has read: each
// one misses, and reads for itself.
func NewLazyHandler(r graph.Reader) http.Handler {
	source, t := assemble(r, Options{Logger: slog.Default(), Version: "test"})
	t.executor.AroundFields(func(ctx context.Context, next graphql.Resolver) (any, error) {
		return next(source.WithScope(model.WithBudget(ctx)))
	})
	return bounded(t, time.Minute)
}
