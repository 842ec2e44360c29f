package schema

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/actorgraph/actorgraph/graph"
)

// transport reads requests from the body of a POST or the query of a GET, and writes their
// answers. It never repeats what it was sent, and reads no more than maxBody of it. Clients
// may be slow: only between having a request whole and having its answer whole does it hold
// one of the slots.
type transport struct {
	executor *executor.Executor
	errs     presenter
	reader   graph.Reader
	server   string // what answers depend on beside request and graph
	slots    chan struct{}
	observe  observer
}

// ServeHTTP answers one request.
func (t transport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	seen := t.observe.begin()
	a := t.answer(w, r, seen)
	seen.end(r.Context(), r, a)
	a.write(w)
}

func (t transport) answer(w http.ResponseWriter, r *http.Request, seen *observation) (a answer) {
	ctx := r.Context()
	defer func() {
		if cause := recover(); cause != nil {
			err := t.errs.present(ctx, t.errs.recovered(ctx, cause))
			a = newAnswer(http.StatusInternalServerError, answerType(r), &graphql.Response{Errors: gqlerror.List{err}})
		}
	}()
	body, no := receive(w, r)
	if no != nil {
		return no.answer()
	}
	select {
	case t.slots <- struct{}{}:
		defer func() { <-t.slots }()
	case <-ctx.Done():
		return refusal{http.StatusServiceUnavailable, unavailable, "the server has too much to do", "try again in a moment"}.answer()
	}
	params, no := understand(r, body)
	if no != nil {
		return no.answer()
	}
	tag := ""
	if r.Method == http.MethodGet {
		tag = entityTag(ctx, t.reader, t.server, answerType(r)+r.Header.Get(priceHeader), params)
		if unchanged(r, tag) {
			return answer{status: http.StatusNotModified, tag: tag}
		}
	}
	a = t.execute(ctx, r, params, seen)
	a.tag = tag
	return a
}

// priceHeader asks, with any value, for the price of the query in the answer's extensions.
const priceHeader = "X-Query-Price"

func (t transport) execute(ctx context.Context, r *http.Request, params *graphql.RawParams, seen *observation) answer {
	params.Headers = r.Header
	op, errs := t.executor.CreateOperationContext(ctx, params)
	seen.operation(op)
	if len(errs) > 0 {
		response := t.executor.DispatchError(graphql.WithOperationContext(ctx, op), errs[:min(len(errs), maxErrors)])
		response.Data = nil
		return newAnswer(requestFailed(r), answerType(r), response)
	}
	if op.Operation.Operation != ast.Query && r.Method == http.MethodGet {
		return refused(http.StatusMethodNotAllowed, "GET answers queries only", "send it as a POST").answer()
	}
	next, opCtx := t.executor.DispatchOperation(ctx, op)
	response := next(opCtx)
	if response == nil { // the deadline passed before the first field
		response = &graphql.Response{Errors: gqlerror.List{t.errs.present(ctx, context.DeadlineExceeded)}}
	}
	if r.Header.Get(priceHeader) != "" {
		response.Extensions = map[string]any{"price": priceOf(op)}
	}
	return newAnswer(http.StatusOK, answerType(r), response)
}
