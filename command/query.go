package command

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/actorgraph/actorgraph/examples"
)

// firstQuery is the query that a new user is shown.
func firstQuery() string {
	text, err := examples.Queries.ReadFile("queries/first.graphql")
	if err != nil { // it is embedded
		panic(err)
	}
	return strings.TrimSpace(string(text))
}

// request is a GraphQL request over HTTP.
type request struct {
	Query string `json:"query"`
}

func encodeRequest(query string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(request{query}); err != nil { // a string always encodes
		panic(err)
	}
	return strings.TrimSpace(b.String())
}

// curlLine asks a query from a shell, on one line.
func curlLine(url, query string) string {
	return fmt.Sprintf("curl -s %s -H 'content-type: application/json' -d %s", quoteArgument(url), quoteArgument(encodeRequest(compact(query))))
}

// compact puts a query on one line: comments off, white space collapsed. Our queries hold
// no "#" in strings.
func compact(query string) string {
	var lines []string
	for line := range strings.Lines(query) {
		line, _, _ = strings.Cut(line, "#")
		lines = append(lines, line)
	}
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}

// answer asks the API itself, without a network, and returns its JSON, indented. With an
// error in the answer, both are returned.
func answer(ctx context.Context, api http.Handler, query string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://127.0.0.1/graphql", strings.NewReader(encodeRequest(query)))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json")
	w := &response{header: http.Header{}}
	api.ServeHTTP(w, r)
	var told struct {
		Errors []struct {
			Message string `json:"message"`
		} `json:"errors"`
	}
	if err := json.Unmarshal(w.body.Bytes(), &told); err != nil {
		return nil, fmt.Errorf("the answer is no JSON: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, bytes.TrimSpace(w.body.Bytes()), "", "  "); err != nil {
		return nil, fmt.Errorf("the answer is no JSON: %w", err)
	}
	out.WriteByte('\n')
	if len(told.Errors) > 0 {
		return out.Bytes(), errors.New("the query has an error: " + told.Errors[0].Message)
	}
	return out.Bytes(), nil
}

// response keeps what a handler answers.
type response struct {
	header http.Header
	body   bytes.Buffer
}

func (r *response) Header() http.Header         { return r.header }
func (r *response) WriteHeader(int)             {}
func (r *response) Write(p []byte) (int, error) { return r.body.Write(p) }
