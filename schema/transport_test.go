package schema_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

func serve(t testing.TB, h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return answerOf(h, r)
}

func newPost(ctx context.Context, body string) *http.Request {
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}

func answerOf(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// TestPersistedQueries: a query is sent once, then its hash is enough.
func TestPersistedQueries(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	h := handler(t, store)
	query := `query($c: String!) { country(code: $c) { name } }`
	sum := sha256.Sum256([]byte(query))
	extensions := func(hash string) string {
		return fmt.Sprintf(`{"persistedQuery":{"version":1,"sha256Hash":%q}}`, hash)
	}
	hash := hex.EncodeToString(sum[:])
	byHash := `{"variables":{"c":"OST"},"extensions":` + extensions(hash) + `}`
	text, _ := json.Marshal(query)
	both := `{"query":` + string(text) + `,"variables":{"c":"VAR"},"extensions":` + extensions(hash) + `}`
	inAddress := "/?extensions=" + url.QueryEscape(extensions(hash)) + "&variables=" + url.QueryEscape(`{"c":"OST"}`)
	wrong := strings.Repeat("0", 64)
	for _, c := range []struct{ name, method, target, body, says string }{
		{"unknown", "POST", "/", byHash, `"message":"PersistedQueryNotFound"`},
		{"unknown by GET", "GET", inAddress, "", `"message":"PersistedQueryNotFound"`},
		{"wrong hash", "POST", "/", strings.ReplaceAll(both, hash, wrong), "the hash is not that of the query"},
		{"the wrong one was not kept", "POST", "/", strings.ReplaceAll(byHash, hash, wrong), "PersistedQueryNotFound"},
		{"both", "POST", "/", both, `{"data":{"country":{"name":"Varland"}}}`},
		{"known", "POST", "/", byHash, `{"data":{"country":{"name":"Ostmark"}}}`},
		{"known by GET", "GET", inAddress, "", `{"data":{"country":{"name":"Ostmark"}}}`},
		{"known in capitals", "POST", "/", strings.ReplaceAll(byHash, hash, strings.ToUpper(hash)), `{"data":{"country":{"name":"Ostmark"}}}`},
		{"no hash", "POST", "/", `{"extensions":{"persistedQuery":{"version":1}}}`, "this is no persisted query of version 1"},
		{"another version", "POST", "/", strings.Replace(byHash, `"version":1`, `"version":2`, 1), "this is no persisted query of version 1"},
		{"of another shape", "POST", "/", `{"extensions":{"persistedQuery":[1]}}`, "this is no persisted query of version 1"},
	} {
		if w := serve(t, h, c.method, c.target, c.body); !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %s", c.name, w.Body)
		}
	}
}

// TestPoll: a GET is answered again only when the graph or the question has changed.
func TestPoll(t *testing.T) {
	store := new(graphtest.Reference)
	batch := world()
	fill(t, store, batch[:1])
	counter := graphtest.NewCounter(store)
	h := handler(t, counter)
	target := "/?query=" + url.QueryEscape(`{ articles { totalCount } }`)
	first := serve(t, h, "GET", target, "")
	tag := first.Header().Get("ETag")
	if tag == "" || first.Header().Get("Cache-Control") != "private, no-cache" || first.Code != 200 {
		t.Fatalf("%d %v", first.Code, first.Header())
	}
	counter.Reset()
	again := serve(t, h, "GET", target, "", "If-None-Match", `"other", `+tag)
	if again.Code != http.StatusNotModified || again.Body.Len() > 0 || again.Header().Get("ETag") != tag || counter.String() != "Info 1" {
		t.Errorf("%d %v %s, calls %s", again.Code, again.Header(), again.Body, counter)
	}
	if w := serve(t, h, "GET", target+"%20", "", "If-None-Match", tag); w.Code != 200 {
		t.Errorf("another question: %d", w.Code)
	}
	if w := serve(t, h, "GET", target, "", "If-None-Match", tag, "Accept", "application/graphql-response+json"); w.Code != 200 {
		t.Errorf("another type of answer: %d", w.Code)
	}
	fill(t, store, batch[1:])
	if w := serve(t, h, "GET", target, "", "If-None-Match", tag); w.Code != 200 || w.Header().Get("ETag") == tag {
		t.Errorf("after a change: %d %v", w.Code, w.Header())
	}
	for name, w := range map[string]*httptest.ResponseRecorder{
		"post":  serve(t, h, "POST", "/", `{"query":"{ articles { totalCount } }"}`),
		"error": serve(t, h, "GET", "/?query="+url.QueryEscape(`{ country(code: "x") { name } }`), ""),
	} {
		if w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept: %v", name, w.Header())
		}
	}
}

// TestMetrics: requests are counted by what became of them, calls of the store by method.
func TestMetrics(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	registry := prometheus.NewRegistry()
	h := schema.NewHandler(store, schema.Options{Metrics: registry})
	post(t, h, `{ actors { edges { node { events { totalCount } } } } }`, "")
	post(t, h, `{ nothing }`, "")
	serve(t, h, "POST", "/", "[")
	serve(t, h, "GET", "/?query="+url.QueryEscape(`{ articles { totalCount } }`), "")
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, f := range families {
		for _, m := range f.Metric {
			name := f.GetName()
			for _, l := range m.Label {
				name += " " + l.GetValue()
			}
			got[name] = m.GetCounter().GetValue() + float64(m.GetHistogram().GetSampleCount()) + m.GetGauge().GetValue()
		}
	}
	for name, want := range map[string]float64{
		"actorgraph_requests_total OK":                2,
		"actorgraph_requests_total BAD_USER_INPUT":    2,
		"actorgraph_request_seconds":                  4,
		"actorgraph_query_price":                      2,
		"actorgraph_requests_running":                 0,
		"actorgraph_answer_bytes":                     4,
		"actorgraph_store_call_seconds  Find":         2,
		"actorgraph_store_call_seconds  Info":         1,
		"actorgraph_store_call_seconds events Expand": 1,
		"actorgraph_store_call_errors_total Find":     0,
	} {
		if got[name] != want {
			t.Errorf("%s is %v, want %v; have %v", name, got[name], want, got)
		}
	}
}
