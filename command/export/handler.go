package export

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"
)

// pageTime is how long a page may take until its bytes are with the client.
const pageTime = time.Minute

// Handler answers GET /export/TABLE?where=JSON&format=jsonl|csv with a stream of rows; format is
// jsonl by default. A filter that the API refuses is 400, with the reason as JSON. What fails
// later cuts the connection, so that no client takes a part for the whole. Of a network that has
// more links than were written the trailer X-Truncated is true.
func Handler(api http.Handler, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /export/{table}", func(w http.ResponseWriter, r *http.Request) {
		request, err := parse(r)
		if err != nil {
			refuse(w, err)
			return
		}
		serve(w, r, api, log, request)
	})
	return mux
}

func parse(r *http.Request) (Request, *QueryError) {
	q := r.URL.Query()
	out := Request{Format: JSONLines}
	var ok bool
	if out.Table, ok = TableNamed(r.PathValue("table")); !ok {
		return out, &QueryError{Message: "there is no such table", Argument: "table", Hint: "one of " + strings.Join(Names(), ", ")}
	}
	if f := q.Get("format"); f != "" {
		out.Format = Format(f)
		if !slices.Contains(Formats, f) {
			return out, &QueryError{Message: "there is no such format", Argument: "format", Hint: "one of " + strings.Join(Formats, ", ")}
		}
	}
	if where := q.Get("where"); where != "" {
		out.Where = json.RawMessage(where)
	}
	for name := range q {
		if !slices.Contains([]string{"where", "format"}, name) {
			return out, &QueryError{Message: "there is no such parameter", Argument: name, Hint: "where and format are"}
		}
	}
	return out, nil
}

func serve(w http.ResponseWriter, r *http.Request, api http.Handler, log *slog.Logger, request Request) {
	control := http.NewResponseController(w)
	later := func() { _ = control.SetWriteDeadline(time.Now().Add(pageTime)) } // not every connection has one
	later()
	h := w.Header()
	h.Set("Content-Type", request.Format.MediaType())
	h.Set("Content-Disposition", `attachment; filename="`+request.Table.Name+"."+string(request.Format)+`"`)
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Trailer", "X-Truncated")
	out := &counting{ResponseWriter: w}
	truncated, err := Stream(r.Context(), api, request, out, func() error {
		later()
		return control.Flush()
	})
	var refused *QueryError
	switch {
	case err == nil:
		if truncated {
			h.Set("X-Truncated", "true")
		}
	case out.begun:
		log.Error("an export was cut off", "table", request.Table.Name, "error", err)
		panic(http.ErrAbortHandler)
	case errors.As(err, &refused):
		refuse(w, refused)
	default:
		log.Error("an export failed", "table", request.Table.Name, "error", err)
		clear(h)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// counting knows whether anything was written.
type counting struct {
	http.ResponseWriter
	begun bool
}

func (c *counting) Write(p []byte) (int, error) {
	c.begun = true
	return c.ResponseWriter.Write(p)
}

func refuse(w http.ResponseWriter, e *QueryError) {
	h := w.Header()
	clear(h)
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(http.StatusBadRequest)
	_, _ = w.Write(append(writeJSON(map[string]any{"error": map[string]string{"message": e.Message, "argument": e.Argument, "hint": e.Hint}}), '\n'))
}
