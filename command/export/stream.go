package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Request is what is exported.
type Request struct {
	Table  Table
	Where  json.RawMessage // as the API takes it, of the input type of the table; nil for everything
	Format Format
}

// QueryError is what the API says against the filter of a Request.
type QueryError struct{ Message, Argument, Hint string }

func (e *QueryError) Error() string {
	text := e.Message
	if e.Argument != "" {
		text = e.Argument + ": " + text
	}
	if e.Hint != "" {
		text += " (" + e.Hint + ")"
	}
	return text
}

// Stream asks the API for what is requested and writes it to w, page by page. flush, unless it is
// nil, is called after each page. Its error is a *QueryError if the API refuses the filter; then
// nothing was written. truncated says that a network has more links than were written.
//
// Pages are read one after the other: what changes meanwhile may be in the export or not, but
// what stays as it is stands in it once.
func Stream(ctx context.Context, api http.Handler, r Request, w io.Writer, flush func() error) (truncated bool, err error) {
	rows := r.Format.writer(w, r.Table.Columns)
	for after, first := "", true; ; first = false {
		p, err := ask(ctx, api, r, after)
		if err != nil {
			return false, err
		}
		if first {
			if err := rows.head(); err != nil {
				return false, err
			}
		}
		for _, row := range p.rows() {
			if err := rows.row(cells(r.Table.Columns, row)); err != nil {
				return false, err
			}
		}
		if err := rows.flush(); err != nil {
			return false, err
		}
		if flush != nil {
			if err := flush(); err != nil {
				return false, err
			}
		}
		after = p.PageInfo.EndCursor
		if !p.PageInfo.HasNextPage {
			return p.Truncated, nil
		}
	}
}

// page is what the API answers: edges, or the links of a network.
type page struct {
	Edges    []struct{ Node map[string]any }
	Links    []map[string]any
	PageInfo struct {
		HasNextPage bool
		EndCursor   string
	}
	Truncated bool
}

func (p *page) rows() []map[string]any {
	rows := p.Links
	for _, e := range p.Edges {
		rows = append(rows, e.Node)
	}
	return rows
}

// ask sends one query to the API, without a network between.
func ask(ctx context.Context, api http.Handler, r Request, after string) (*page, error) {
	variables := map[string]any{}
	if r.Where != nil {
		variables["where"] = r.Where
	}
	if after != "" {
		variables["after"] = after
	}
	body, err := json.Marshal(map[string]any{"query": r.Table.query(), "variables": variables})
	if err != nil {
		return nil, &QueryError{Message: "where is no JSON", Argument: "where", Hint: "write it as a JSON object of " + r.Table.where}
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://127.0.0.1/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	got := &answer{header: http.Header{}}
	api.ServeHTTP(got, request)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var told struct {
		Data   struct{ List *page }
		Errors []struct {
			Message    string
			Extensions struct{ Code, Argument, Hint string }
		}
	}
	d := json.NewDecoder(&got.body)
	d.UseNumber()
	if err := d.Decode(&told); err != nil {
		return nil, fmt.Errorf("read a page of %s: %w", r.Table.Name, err)
	}
	if len(told.Errors) > 0 {
		e := told.Errors[0]
		if e.Extensions.Code == "BAD_USER_INPUT" || e.Extensions.Code == "TOO_COMPLEX" {
			return nil, &QueryError{e.Message, e.Extensions.Argument, e.Extensions.Hint}
		}
		return nil, fmt.Errorf("read a page of %s: %s", r.Table.Name, e.Message)
	}
	if told.Data.List == nil {
		return nil, errors.New("the API answers nothing")
	}
	return told.Data.List, nil
}

// answer keeps what the API answers.
type answer struct {
	header http.Header
	body   bytes.Buffer
}

func (a *answer) Header() http.Header         { return a.header }
func (a *answer) WriteHeader(int)             {}
func (a *answer) Write(p []byte) (int, error) { return a.body.Write(p) }

// cells are the values of the columns: nil, string, bool, json.Number, or a list of those.
func cells(columns []Column, row map[string]any) []any {
	out := make([]any, len(columns))
	for i, c := range columns {
		out[i] = value(row, strings.Split(c.path, "."))
	}
	return out
}

// value follows a path; through a list it leads to a list.
func value(v any, path []string) any {
	switch v := v.(type) {
	case []any:
		if len(path) == 0 {
			return v
		}
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = value(item, path)
		}
		return out
	case map[string]any:
		if len(path) > 0 {
			name, _, _ := strings.Cut(path[0], "(")
			return value(v[name], path[1:])
		}
	}
	return v
}
