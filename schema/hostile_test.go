package schema_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/introspection"
	"golang.org/x/sync/errgroup"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

// secret stands in what hostile clients send; no answer may repeat it.
const secret = "correct-horse"

// TestTransport: what is refused before it is parsed, and what a refusal says.
func TestTransport(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	h := handler(t, store)
	get := "/graphql?query=" + url.QueryEscape(`query($c: String!) { country(code: $c) { name } }`)
	for _, c := range []struct {
		name, method, target, kind, body string
		status                           int
		contains                         string
	}{
		{"post", "POST", "/", "application/json; charset=utf-8", `{"query":"{ info { store } }"}`, 200, `"data":{"info":{"store":`},
		{"get", "GET", get + "&variables=" + url.QueryEscape(`{"c":"VAR"}`), "", "", 200, `{"data":{"country":{"name":"Varland"}}}`},
		{"get without query", "GET", "/graphql", "", "", 400, "there is no query"},
		{"get with bad variables", "GET", get + "&variables=" + secret, "", "", 400, "variables are not a JSON object"},
		{"other method", "PUT", "/", "application/json", `{}`, 405, "only GET and POST"},
		{"form", "POST", "/", "application/x-www-form-urlencoded", "query=" + secret, 415, "the body must be JSON"},
		{"no type", "POST", "/", "", `{"query":"{ info { store } }"}`, 415, "the body must be JSON"},
		{"broken JSON", "POST", "/", "application/json", `{"query": "` + secret, 400, "not a JSON object"},
		{"two values", "POST", "/", "application/json", `{"query":"{ info { store } }"} {"query":"` + secret + `"}`, 400, "not a JSON object"},
		{"batch", "POST", "/", "application/json", `[{"query":"{ ` + secret + ` }"}]`, 400, "batches are not answered"},
		{"query of another type", "POST", "/", "application/json", `{"query":["` + secret + `"]}`, 400, "not a JSON object"},
		{"empty query", "POST", "/", "application/json", `{"query":" "}`, 400, "there is no query"},
		{"huge body", "POST", "/", "application/json", `{"query":"` + strings.Repeat(secret, 100_000) + `"}`, 413, "too large"},
		{"broken UTF-8", "POST", "/", "application/json", "{\"query\":\"{ actors(search: \\\"\xff\xfe\\\") { totalCount } }\"}", 200, `"errors"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequestWithContext(t.Context(), c.method, c.target, strings.NewReader(c.body))
			if c.kind != "" {
				r.Header.Set("Content-Type", c.kind)
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.contains) || strings.Contains(w.Body.String(), secret) {
				t.Errorf("status %d, want %d; %s", w.Code, c.status, w.Body)
			}
			if w.Header().Get("X-Request-Id") == "" || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
				t.Errorf("headers %v", w.Header())
			}
			if c.status != 200 && !strings.Contains(w.Body.String(), `"hint"`) {
				t.Errorf("no hint in %s", w.Body)
			}
		})
	}
	t.Run("status for who asks for the newer type", func(t *testing.T) {
		r := httptest.NewRequestWithContext(t.Context(), "POST", "/", strings.NewReader(`{"query":"{ nothing }"}`))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/graphql-response+json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != 400 || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/graphql-response+json") || strings.Contains(w.Body.String(), `"data"`) {
			t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
		}
	})
}

// TestTooComplex: queries that ask for more than is given at once are told so, soon.
func TestTooComplex(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, graphtest.NewWorld(5, 10).Extractions())
	counter := graphtest.NewCounter(store)
	h := handler(t, counter)
	aliases := func(n int, field string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d: %s ", i, field)
		}
		return b.String()
	}
	nested := func(n int, open, in, close string) string {
		return strings.Repeat(open, n) + in + strings.Repeat(close, n)
	}
	around := `events(first: 100) { edges { node { participants(first: 100) { edges { node { `
	for _, c := range []struct {
		name, query, code string
		calls             int
	}{
		{"many tokens", `{ ` + strings.Repeat("info { store } ", 1000) + `}`, "TOO_COMPLEX", 0},
		{"many roots", `{ ` + aliases(150, `actors(first: 100) { edges { node { id } } }`) + ` }`, "TOO_COMPLEX", 150},
		{"deep in one place", `{ places(first: 1) { edges { node { ` + nested(30, `country { territory { `, `id`, `} } `) + ` } } } }`, "TOO_COMPLEX", 12},
		{"deep and wide", `{ actors(first: 100) { edges { node { ` + nested(6, around, `id `, ` } } } } } } `) + ` } } } }`, "TOO_COMPLEX", 12},
		{"deep down edges", `{ articles(first: 1) { edges { node { ` + nested(20, `evidence(first: 1) { edges { node { article { `, `id `, ` } } } } `) + ` } } } }`, "TOO_COMPLEX", 24},
		{"introspection in itself", `{ __schema { types { ` + nested(10, `fields { type { `, `name `, `} } `) + ` } } }`, "TOO_COMPLEX", 0},
		{"introspection of lists in lists", `{ __schema { types { ` + nested(4, `fields { type { `, `name `, `} } `) + ` } } }`, "BAD_USER_INPUT", 0},
		{"fragments in circles", `{ actors { edges { node { ...A } } } } fragment A on Actor { name ...B } fragment B on Actor { id ...A }`, "BAD_USER_INPUT", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			counter.Reset()
			answer := post(t, h, c.query, "")
			var parsed struct {
				Errors []struct{ Extensions struct{ Code string } }
			}
			if err := json.Unmarshal(answer, &parsed); err != nil {
				t.Fatal(err)
			}
			if len(parsed.Errors) == 0 || parsed.Errors[0].Extensions.Code != c.code || counter.Total() > c.calls {
				t.Errorf("calls %s; answer %.500s", counter, answer)
			}
		})
	}
}

// faulty is a store whose Info fails as a test says, and whose Expand panics.
type faulty struct {
	graph.Reader
	info func(context.Context) error
}

func (f faulty) Info(ctx context.Context) (graph.Info, error) { return graph.Info{}, f.info(ctx) }

func (f faulty) Expand(context.Context, []graph.ID, graph.Expansion) ([]graph.Page[graph.Hop], error) {
	panic(secret)
}

// TestFailures: what a client may know of a failure, and what only the log has.
func TestFailures(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	for _, c := range []struct {
		name, code string
		info       func(context.Context) error
		logged     string
	}{
		{"panic", "INTERNAL", func(context.Context) error { panic(secret) }, "runtime/debug.Stack"},
		{"unknown error", "INTERNAL", func(context.Context) error { return fmt.Errorf("disk of %s is full", secret) }, secret},
		{"not yet", "BAD_USER_INPUT", func(context.Context) error { return fmt.Errorf("%s: %w", secret, graph.ErrNotYet) }, ""},
		{"not found", "NOT_FOUND", func(context.Context) error { return graph.ErrNotFound }, ""},
		{"conflict", "CONFLICT", func(context.Context) error { return graph.ErrConflict }, ""},
		{"timeout", "TIMEOUT", func(context.Context) error { return fmt.Errorf("%s: %w", secret, graph.ErrTimeout) }, ""},
		{"deadline", "TIMEOUT", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, ""},
		{"unavailable", "UNAVAILABLE", func(context.Context) error { return fmt.Errorf("%s: %w", secret, graph.ErrUnavailable) }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			h := schema.NewHandler(faulty{store, c.info}, schema.Options{Logger: slog.New(slog.NewTextHandler(&log, nil)), Timeout: time.Second})
			answer := string(post(t, h, `{ info { store } countries { totalCount } }`, ""))
			if !strings.Contains(answer, `"code":"`+c.code+`"`) || strings.Contains(answer, secret) {
				t.Errorf("%s", answer)
			}
			if c.name != "deadline" && !strings.Contains(answer, `"countries":{"totalCount":2}`) {
				t.Errorf("one failing field took others along: %s", answer)
			}
			if (c.logged == "") != (log.Len() == 0) || !strings.Contains(log.String(), c.logged) {
				t.Errorf("log %q", log.String())
			}
			if c.code == "INTERNAL" {
				_, id, _ := strings.Cut(answer, `"requestId":"`)
				id, _, _ = strings.Cut(id, `"`)
				if len(id) != 16 || strings.Count(log.String(), "request="+id) != 1 {
					t.Errorf("request %q in %q", id, log.String())
				}
			}
		})
	}
	t.Run("panic while reading ahead", func(t *testing.T) {
		var log bytes.Buffer
		h := schema.NewHandler(faulty{Reader: store}, schema.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
		answer := string(post(t, h, `{ actors { edges { node { events { totalCount } } } } countries { totalCount } }`, ""))
		if !strings.Contains(answer, `"code":"INTERNAL"`) || !strings.Contains(answer, `"countries":{"totalCount":2}`) || strings.Contains(answer, secret) {
			t.Errorf("%s", answer)
		}
		if !strings.Contains(log.String(), "runtime/debug.Stack") {
			t.Errorf("log %q", log.String())
		}
	})
	t.Run("closed store", func(t *testing.T) {
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		answer := string(post(t, handler(t, store), `{ actors { totalCount } }`, ""))
		if !strings.Contains(answer, `"code":"UNAVAILABLE"`) {
			t.Errorf("%s", answer)
		}
	})
}

// TestIntrospection: the query with which editors fetch the schema is answered whole.
func TestIntrospection(t *testing.T) {
	answer := string(post(t, handler(t, new(graphtest.Reference)), introspection.Query, ""))
	if strings.Contains(answer, `"errors"`) || !strings.Contains(answer, `"description":"What kind of act it is."`) || strings.Contains(answer, `"defer"`) {
		t.Errorf("%.1000s", answer)
	}
}

// TestTexts: a server that gives no texts out still gives quotes.
func TestTexts(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	const query = `{ articles(first: 1) { edges { node { text evidence(first: 1) { edges { node { quote } } } } } } }`
	open := string(post(t, schema.NewHandler(store, schema.Options{}), query, ""))
	hidden := string(post(t, schema.NewHandler(store, schema.Options{HideTexts: true}), query, ""))
	if !strings.Contains(open, `"text":"`) || !strings.Contains(hidden, `"text":null`) || !strings.Contains(hidden, `"quote":"`) {
		t.Errorf("%s%s", open, hidden)
	}
}

// TestManyAtOnce runs requests side by side through one real server.
func TestManyAtOnce(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	server := httptest.NewServer(handler(t, store))
	defer server.Close()
	query := server.URL + "?query=" + url.QueryEscape(`{ events { edges { node { summary sources { name } evidence { edges { node { quote article { title } } } } } } } }`)
	answers := make(chan string)
	for range 16 {
		go func() {
			response, err := http.Get(query)
			if err != nil {
				answers <- err.Error()
				return
			}
			defer response.Body.Close()
			text, err := io.ReadAll(response.Body)
			answers <- fmt.Sprint(string(text), err)
		}()
	}
	first := <-answers
	if !strings.Contains(first, "Harbour Authority") {
		t.Error(first)
	}
	for range 15 {
		if next := <-answers; next != first {
			t.Errorf("%s\n%s", first, next)
		}
	}
}

// TestManyConnections: hundreds of clients at once, each with a connection of its own and
// most of them hostile, all get an answer; when they are gone the server holds what it held.
func TestManyConnections(t *testing.T) {
	const connections = 500
	store := new(graphtest.Reference)
	fill(t, store, world())
	server := httptest.NewServer(handler(t, store))
	defer server.Close()
	asked := []struct{ body, says string }{
		{`{"query":"{ events { edges { node { summary evidence { edges { node { quote article { title } } } } } } } }"}`, "Harbour Authority"},
		{`{"query":"{ ` + strings.Repeat("info { version } ", 60) + `}"}`, `"TOO_COMPLEX"`},
		{`{"query":"` + strings.Repeat("{a", 2500) + `"}`, `"TOO_COMPLEX"`},
		{`{"query":"{ info { version } }","variables":{"x":"` + strings.Repeat("x", 300<<10) + `"}}`, "too large"},
		{`[{"query":"{ info { version } }"}]`, "batches"},
	}
	ask := func(i int) error {
		c := asked[i%len(asked)]
		client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		response, err := client.Post(server.URL, "application/json", strings.NewReader(c.body))
		if err != nil {
			if c.says == "too large" { // the server hangs up on whoever goes on sending
				return nil
			}
			return err
		}
		defer response.Body.Close()
		text, err := io.ReadAll(response.Body)
		if err == nil && !strings.Contains(string(text), c.says) {
			err = fmt.Errorf("%.60s: %.300s", c.body, text)
		}
		return err
	}
	round := func() {
		var group errgroup.Group
		for i := range connections {
			group.Go(func() error { return ask(i) })
		}
		if err := group.Wait(); err != nil {
			t.Error(err)
		}
	}
	round() // after which what is kept is kept
	before := heap()
	const rounds = 3
	for range rounds {
		round()
	}
	after := heap()
	t.Logf("%d requests: the heap was %d KiB and is %d KiB", connections*(rounds+1), before>>10, after>>10)
	if after > before+8<<20 {
		t.Errorf("the heap grew from %d to %d bytes", before, after)
	}
}

// heap is how many bytes are in use once everything unused is gone.
func heap() uint64 {
	var m runtime.MemStats
	for range 3 { // pools give things up in two steps
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
