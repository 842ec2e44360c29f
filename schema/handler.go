package schema

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema/exec"
	"github.com/actorgraph/actorgraph/schema/model"
)

// Options of the API. The zero Options are good.
type Options struct {
	Logger    *slog.Logger  // nil is slog.Default
	Version   string        // of the server, as info answers it; "" is "devel"
	Timeout   time.Duration // of one request; 0 is 20 seconds
	HideTexts bool          // do not give the texts of articles out; quotes are
}

const (
	maxTokens = 2_000   // of one document: validation is quadratic in repeated fields
	maxCached = 1 << 20 // bytes of the texts of the documents that are kept parsed
	maxBody   = 1 << 20 // bytes of one request
)

// NewHandler answers GraphQL requests, GET and POST, from r. It is safe for concurrent use.
// Request and answer are JSON as GraphQL over HTTP has it; every answer carries the id of
// its request in X-Request-Id, the same under which details of internal errors are logged.
func NewHandler(r graph.Reader, o Options) http.Handler {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Version == "" {
		o.Version = "devel"
	}
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	_, t := assemble(r, o)
	return bounded(t, o.Timeout)
}

// assemble puts the executor together; its source is what root fields read from.
func assemble(r graph.Reader, o Options) (*model.Source, transport) {
	es := exec.NewExecutableSchema(exec.Config{Resolvers: &resolver{}})
	// gqlgen leaves goroutines behind when a deferred answer leaves through a transport
	// without streams; without the directive it cannot be asked for.
	delete(es.Schema().Directives, "defer")
	source := model.NewSource(r, es.Schema(), o.Version, !o.HideTexts)
	errs := presenter{o.Logger}

	executor := executor.New(es)
	executor.SetQueryCache(newDocuments(maxCached))
	executor.SetParserTokenLimit(maxTokens)
	executor.Use(introspection{})
	executor.AroundRootFields(func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
		return next(source.WithScope(ctx))
	})
	executor.SetErrorPresenter(errs.present)
	executor.SetRecoverFunc(errs.recovered)
	return source, transport{executor, errs}
}

// introspection lets clients ask for the schema: it is the manual.
type introspection struct{}

func (introspection) ExtensionName() string                   { return "Introspection" }
func (introspection) Validate(graphql.ExecutableSchema) error { return nil }
func (introspection) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = false
	return nil
}

// bounded gives each request an id, a deadline and a budget of nodes.
func bounded(t transport, timeout time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := newRequestID()
		w.Header().Set("X-Request-Id", id)
		ctx, cancel := context.WithTimeout(context.WithValue(r.Context(), requestIDKey{}, id), timeout)
		defer cancel()
		t.ServeHTTP(w, r.WithContext(model.WithBudget(graphql.StartOperationTrace(ctx))))
	})
}

type requestIDKey struct{}

// requestID is the id of the request under which ctx runs.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

func newRequestID() string {
	var b [8]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
