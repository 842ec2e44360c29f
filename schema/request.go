package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

const (
	maxBody = 256 << 10 // bytes of one request
	wanted  = `send {"query": "{ info { version } }"}`
)

// refusal is why a request is not even parsed.
type refusal struct {
	status        int
	code          string
	message, hint string
}

func refused(status int, message, hint string) *refusal {
	return &refusal{status, badUserInput, message, hint}
}

// receive takes a request's bytes off the connection, as slowly as its client sends them;
// it makes nothing of them yet.
func receive(w http.ResponseWriter, r *http.Request) ([]byte, *refusal) {
	switch r.Method {
	case http.MethodGet:
		return nil, nil
	case http.MethodPost:
	default:
		w.Header().Set("Allow", "GET, POST")
		return nil, refused(http.StatusMethodNotAllowed, "only GET and POST are answered", "send the query as a POST with a JSON body")
	}
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return nil, refused(http.StatusUnsupportedMediaType, "the body must be JSON", "send it with Content-Type: application/json")
	}
	tooLarge := refused(http.StatusRequestEntityTooLarge, "the body is too large", "send at most 256 KiB")
	if r.ContentLength > maxBody {
		w.Header().Set("Connection", "close") // rather than reading what is not wanted
		return nil, tooLarge
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, tooLarge
	case err != nil:
		return nil, refused(http.StatusBadRequest, "the body did not arrive whole", "send it again")
	}
	return body, nil
}

// understand makes a GraphQL request of what was received.
func understand(r *http.Request, body []byte) (*graphql.RawParams, *refusal) {
	p, no := new(graphql.RawParams), (*refusal)(nil)
	if r.Method == http.MethodGet {
		p, no = fromQuery(r)
	} else {
		p, no = fromBody(body)
	}
	if no == nil && strings.TrimSpace(p.Query) == "" && p.Extensions["persistedQuery"] == nil {
		no = refused(http.StatusBadRequest, "there is no query", wanted)
	}
	return p, no
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
		if err := decode([]byte(text), part.into); err != nil {
			return nil, refused(http.StatusBadRequest, part.name+" are not a JSON object", "encode them as JSON, then for the address")
		}
	}
	return p, nil
}

func fromBody(body []byte) (*graphql.RawParams, *refusal) {
	var p graphql.RawParams
	err := decode(body, &p)
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Value == "array" && kind.Field == "":
		return nil, refused(http.StatusBadRequest, "batches are not answered", "send one request at a time; one query may have several root fields")
	case err != nil:
		return nil, refused(http.StatusBadRequest, "the body is not a JSON object with query, operationName and variables", wanted)
	}
	return &p, nil
}

// decode reads one JSON value and nothing after it, numbers kept as they are written.
func decode(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
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
