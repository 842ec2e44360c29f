package schema

import (
	"context"
	"fmt"
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
	source, t := assemble(r, Options{Version: "test"}.orDefaults())
	t.executor.AroundFields(func(ctx context.Context, next graphql.Resolver) (any, error) {
		return next(source.WithScope(model.WithBudget(ctx)))
	})
	return bounded(t, time.Minute)
}

// NewPlainHandler answers like NewHandler, by gqlgen's executor alone.
func NewPlainHandler(r graph.Reader) http.Handler {
	_, t := assemble(r, Options{Version: "test", Logger: slog.New(slog.DiscardHandler)}.orDefaults())
	return bounded(t, time.Minute)
}

// Limit is a row of the documentation.
type Limit struct{ Of, Most string }

// Limits are those of the API, as docs/errors.md tells them.
func Limits() []Limit {
	o := Options{}.orDefaults()
	return []Limit{
		{"the body of a request", fmt.Sprintf("%d KiB", maxBody>>10)},
		{"an answer", fmt.Sprintf("%d MiB", maxAnswer>>20)},
		{"the time of a request", o.Timeout.String()},
		{"tokens of a query", fmt.Sprint(maxTokens)},
		{"fields of a query, fragments counted wherever they are spread", fmt.Sprint(maxFields)},
		{"one field in one object, under any name", fmt.Sprintf("%d times", maxRepeats)},
		{"objects within objects", fmt.Sprintf("%d deep", maxDepth)},
		{"the price of a query", fmt.Sprint(maxPrice)},
		{"nodes that are answered", fmt.Sprintf("%d, each as often as it stands in the answer", model.MaxNodes)},
		{"a page (`first`)", "100"},
		{"keys of a dimension (`by.first`)", fmt.Sprint(graph.MaxKeys)},
		{"buckets of counts", fmt.Sprint(graph.MaxBuckets)},
		{"links of `network`", fmt.Sprint(graph.MaxLinks)},
		{"ids of `nodes`", fmt.Sprint(model.MaxIDs)},
		{"conditions of a filter", fmt.Sprintf("%d, nested %d deep, %d of them through other classes", graph.MaxFilterConditions, graph.MaxFilterDepth, graph.MaxFilterLinks)},
		{"a list in a filter", fmt.Sprintf("%d items", graph.MaxFilterList)},
		{"errors in an answer", fmt.Sprint(maxErrors)},
	}
}

// NewRecent keeps so many bytes of texts.
func NewRecent(limit int) *recent[string] {
	return newRecent(limit, func(key, value string) int { return len(key) + len(value) })
}
