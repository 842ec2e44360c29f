package schema

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// transport reads requests from the body of a POST or the query of a GET, and writes their
// answers. It never repeats what it was sent, and reads no more than maxBody of it.
type transport struct {
	executor *executor.Executor
	errs     presenter
}

// ServeHTTP answers one request.
func (t transport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if cause := recover(); cause != nil {
			err := t.errs.present(r.Context(), t.errs.recovered(r.Context(), cause))
			t.write(w, r, http.StatusInternalServerError, &graphql.Response{Errors: gqlerror.List{err}})
		}
	}()
	ctx := r.Context()
	params, refused := t.read(w, r)
	if refused != nil {
		t.refuse(w, *refused)
		return
	}
	params.Headers = r.Header
	op, errs := t.executor.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		response := t.executor.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		response.Data = nil
		t.write(w, r, requestFailed(r), response)
		return
	}
	if op.Operation.Operation != ast.Query && r.Method == http.MethodGet {
		t.refuse(w, refusal{http.StatusMethodNotAllowed, "GET answers queries only", "send it as a POST"})
		return
	}
	next, opCtx := t.executor.DispatchOperation(ctx, op)
	response := next(opCtx)
	if response == nil { // the deadline passed before the first field
		response = &graphql.Response{Errors: gqlerror.List{t.errs.present(ctx, context.DeadlineExceeded)}}
	}
	t.write(w, r, http.StatusOK, response)
}

// refusal is why a request is not even parsed.
type refusal struct {
	status        int
	message, hint string
}

func (t transport) read(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	switch r.Method {
	case http.MethodGet:
		return fromQuery(r)
	case http.MethodPost:
		return fromBody(w, r)
	}
	w.Header().Set("Allow", "GET, POST")
	return nil, &refusal{http.StatusMethodNotAllowed, "only GET and POST are answered", "send the query as a POST with a JSON body"}
}

func fromQuery(r *http.Request) (*graphql.RawParams, *refusal) {
	q := r.URL.Query()
	p := &graphql.RawParams{Query: q.Get("query"), OperationName: q.Get("operationName")}
	for _, part := range []struct {
		name string
		into *map[string]any
	}{{"variables", &p.Variables}, {"extensions", &p.Extensions}} {
		text := q.Get(part.name)
		if text == "" {
			continue
		}
		if err := decode(strings.NewReader(text), part.into); err != nil {
			return nil, &refusal{http.StatusBadRequest, part.name + " are not a JSON object", "encode them as JSON, then for the address"}
		}
	}
	return checked(p)
}

func fromBody(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return nil, &refusal{http.StatusUnsupportedMediaType, "the body must be JSON", "send it with Content-Type: application/json"}
	}
	var p graphql.RawParams
	err = decode(http.MaxBytesReader(w, r.Body, maxBody), &p)
	var large *http.MaxBytesError
	var kindOf *json.UnmarshalTypeError
	switch {
	case errors.As(err, &large):
		return nil, &refusal{http.StatusRequestEntityTooLarge, "the body is too large", "send at most one mebibyte"}
	case errors.As(err, &kindOf) && kindOf.Value == "array" && kindOf.Field == "":
		return nil, &refusal{http.StatusBadRequest, "batches are not answered", "send one request at a time; one query may have several root fields"}
	case err != nil:
		return nil, &refusal{http.StatusBadRequest, "the body is not a JSON object with query, operationName and variables", "send {\"query\": \"{ info { version } }\"}"}
	}
	return checked(&p)
}

func checked(p *graphql.RawParams) (*graphql.RawParams, *refusal) {
	if strings.TrimSpace(p.Query) == "" && len(p.Extensions) == 0 {
		return nil, &refusal{http.StatusBadRequest, "there is no query", "send {\"query\": \"{ info { version } }\"}"}
	}
	return p, nil
}

// decode reads one JSON value and nothing after it, numbers kept as they are written.
func decode(r io.Reader, into any) error {
	d := json.NewDecoder(r)
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		if err == nil {
			err = errors.New("more than one JSON value")
		}
		return err
	}
	return nil
}

const (
	typeJSON    = "application/json"
	typeGraphQL = "application/graphql-response+json"
)

// requestFailed is the status of a request that could not be executed: who asks for the
// newer type of answer is told by the status too, as GraphQL over HTTP has it.
func requestFailed(r *http.Request) int {
	if answerType(r) == typeGraphQL {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

func answerType(r *http.Request) string {
	if strings.Contains(r.Header.Get("Accept"), typeGraphQL) {
		return typeGraphQL
	}
	return typeJSON
}

func (t transport) refuse(w http.ResponseWriter, f refusal) {
	e := &gqlerror.Error{Message: f.message, Extensions: map[string]any{}}
	set(e, badUserInput, "", f.hint)
	w.Header().Set("Content-Type", typeJSON+"; charset=utf-8")
	w.WriteHeader(f.status)
	w.Write(encode(&graphql.Response{Errors: gqlerror.List{e}}))
}

func (t transport) write(w http.ResponseWriter, r *http.Request, status int, response *graphql.Response) {
	w.Header().Set("Content-Type", answerType(r)+"; charset=utf-8")
	w.WriteHeader(status)
	w.Write(encode(response))
}

// encode writes an answer without putting the data, which is JSON already, through
// encoding/json again. A request that was not executed has no data at all.
func encode(response *graphql.Response) []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	if len(response.Errors) > 0 {
		b.WriteString(`"errors":`)
		errs, err := json.Marshal(response.Errors)
		if err != nil { // nothing in an error of ours can fail to marshal
			errs = []byte(`[{"message":"internal error","extensions":{"code":"` + internal + `"}}]`)
		}
		b.Write(errs)
	}
	if response.Data != nil {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(`"data":`)
		b.Write(response.Data)
	}
	b.WriteString("}\n")
	return b.Bytes()
}
