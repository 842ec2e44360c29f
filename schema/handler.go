package schema

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema/exec"
	"github.com/actorgraph/actorgraph/schema/model"
)

// Options of the API. The zero Options are good.
type Options struct {
	Logger      *slog.Logger          // nil is slog.Default
	LogRequests bool                  // write a line for each request, without its query
	Metrics     prometheus.Registerer // where to count requests and calls of the store; nil is nowhere
	Version     string                // of the server, as info answers it; "" is "devel"
	Timeout     time.Duration         // of one request; 0 is 20 seconds
	AtOnce      int                   // requests that are worked on side by side, others wait; 0 is 8 for each processor
	HideTexts   bool                  // do not give the texts of articles out; quotes are
	Writer      graph.Writer          // what mutations change; nil refuses them all
}

const maxCached = 1 << 20 // bytes of the texts of the documents that are kept parsed

// NewHandler answers GraphQL requests, GET and POST, from r. It is safe for concurrent use.
// Request and answer are JSON as GraphQL over HTTP has it; every answer carries the id of
// its request in X-Request-Id, the same under which details of internal errors are logged,
// and the price of its query in extensions.price where the request has a header X-Query-Price.
func NewHandler(r graph.Reader, o Options) http.Handler {
	o = o.orDefaults()
	_, t := assemble(r, o)
	t.executor.AroundFields(model.WriteDirectly)
	return bounded(t, o.Timeout)
}

func (o Options) orDefaults() Options {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Version == "" {
		o.Version = "devel"
	}
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	if o.AtOnce == 0 {
		o.AtOnce = 8 * runtime.GOMAXPROCS(0)
	}
	return o
}

// assemble puts the executor together; its source is what root fields read from.
func assemble(r graph.Reader, o Options) (*model.Source, transport) {
	es := exec.NewExecutableSchema(exec.Config{Resolvers: &resolver{}})
	// gqlgen leaves goroutines behind when a deferred answer leaves through a transport
	// without streams; without the directive it cannot be asked for.
	delete(es.Schema().Directives, "defer")
	requests := o.Logger
	if !o.LogRequests {
		requests = nil
	}
	observe := newObserver(requests, o.Metrics)
	if o.Metrics != nil {
		r = observedReader{r, observe}
	}
	source := model.NewSource(r, o.Writer, es.Schema(), o.Version, !o.HideTexts)
	errs := presenter{o.Logger, advisor{es.Schema()}}

	executor := executor.New(es)
	documents := newRecent(maxCached, func(text string, _ *ast.QueryDocument) int { return len(text) })
	executor.SetQueryCache(documents)
	executor.SetParserTokenLimit(maxTokens)
	executor.Use(newPersisted()) // before shape, which wants the text
	executor.Use(shape{documents})
	executor.Use(introspection{})
	executor.Use(pricing{es.Schema()})
	executor.AroundRootFields(func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
		return next(source.WithScope(ctx))
	})
	executor.SetErrorPresenter(errs.present)
	executor.SetRecoverFunc(errs.recovered)
	return source, transport{
		executor: executor, errs: errs, reader: r, observe: observe,
		server: fmt.Sprint(o.Version, o.HideTexts), slots: make(chan struct{}, o.AtOnce),
	}
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
