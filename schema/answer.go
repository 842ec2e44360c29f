package schema

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	typeJSON    = "application/json"
	typeGraphQL = "application/graphql-response+json"

	maxAnswer = 16 << 20 // bytes
	maxErrors = 10       // of one answer; more of them help nobody
)

// answer is what goes back, whole.
type answer struct {
	status int
	kind   string // of the content
	body   []byte
	tag    string // of an answer that may be kept and asked for again
	code   string // of the first error, "" if there is none
}

// write sends an answer. Only answers to GET without errors may be kept, and are asked for
// again each time: they are void as soon as the graph changes.
func (a answer) write(w http.ResponseWriter) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Add("Vary", "Accept, X-Query-Price")
	if a.tag != "" && a.code == "" {
		h.Set("ETag", a.tag)
		h.Set("Cache-Control", "private, no-cache")
	} else {
		h.Set("Cache-Control", "no-store")
	}
	if a.status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "1")
	}
	if a.status != http.StatusNotModified {
		h.Set("Content-Type", a.kind+"; charset=utf-8")
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // who is gone does not read why
}

// newAnswer encodes a response.
func newAnswer(status int, kind string, response *graphql.Response) answer {
	a := answer{status: status, kind: kind}
	if len(response.Errors) > maxErrors {
		response.Errors = response.Errors[:maxErrors]
	}
	if len(response.Data) > maxAnswer {
		e := &gqlerror.Error{Message: "the answer is larger than 16 MiB", Extensions: map[string]any{}}
		set(e, tooComplex, "first", "ask for fewer a page (first), or for fewer fields")
		response = &graphql.Response{Errors: gqlerror.List{e}, Extensions: response.Extensions}
	}
	if len(response.Errors) > 0 {
		a.code, _ = response.Errors[0].Extensions["code"].(string)
	}
	a.body = encode(response)
	return a
}

func (f refusal) answer() answer {
	e := &gqlerror.Error{Message: f.message, Extensions: map[string]any{}}
	set(e, f.code, "", f.hint)
	return newAnswer(f.status, typeJSON, &graphql.Response{Errors: gqlerror.List{e}})
}

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

// encode writes an answer without putting the data, which is JSON already, through
// encoding/json again. A request that was not executed has no data at all.
func encode(response *graphql.Response) []byte {
	var b bytes.Buffer
	b.Grow(len(response.Data) + 64)
	part := func(name string, text []byte) {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + name + `":`)
		b.Write(text)
	}
	b.WriteByte('{')
	if len(response.Errors) > 0 {
		errs, err := json.Marshal(response.Errors)
		if err != nil { // nothing in an error of ours can fail to marshal
			errs = []byte(`[{"message":"internal error","extensions":{"code":"` + internal + `"}}]`)
		}
		part("errors", errs)
	}
	if response.Data != nil {
		part("data", response.Data)
	}
	if price, ok := response.Extensions["price"].(int64); ok {
		part("extensions", strconv.AppendInt([]byte(`{"price":`), price, 10))
		b.WriteByte('}')
	}
	b.WriteString("}\n")
	return b.Bytes()
}
