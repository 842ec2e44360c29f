package command_test

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// emptyGraph is the address of a graph in which nothing is yet.
func emptyGraph(t *testing.T) string {
	t.Helper()
	store := "sqlite:" + filepath.Join(t.TempDir(), "news.db")
	run(t, 1, "load", "--store", store, t.TempDir()) // an empty folder makes an empty graph
	return store
}

func newRequest(t *testing.T, method, url string, headers ...string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

// TestSite: what clients other than people rely on, through a real server.
func TestSite(t *testing.T) {
	s := start(t, "serve", "--store", emptyGraph(t), "--listen", "127.0.0.1:0", "--allow-origin", "https://dashboard.example")
	schema := s.url + "/graphql?query=" + url.QueryEscape(`{ __schema { types { name description fields { name description } } } }`)

	t.Run("compressed", func(t *testing.T) {
		status, header, body := do(t, newRequest(t, http.MethodGet, schema, "Accept-Encoding", "gzip"))
		z, err := gzip.NewReader(strings.NewReader(body))
		if err != nil || status != http.StatusOK || header.Get("Content-Encoding") != "gzip" || !strings.Contains(strings.Join(header.Values("Vary"), ","), "Accept-Encoding") {
			t.Fatalf("%d %v: %v", status, header, err)
		}
		text, err := io.ReadAll(z)
		if err != nil || !json.Valid(text) || len(text) < 4*len(body) {
			t.Errorf("%d bytes from %d, %v", len(text), len(body), err)
		}
		tag := header.Get("ETag")
		status, header, body = do(t, newRequest(t, http.MethodGet, schema, "Accept-Encoding", "gzip", "If-None-Match", tag))
		if tag == "" || status != http.StatusNotModified || body != "" {
			t.Errorf("asked again for %s: %d %v", tag, status, header)
		}
	})
	t.Run("not compressed", func(t *testing.T) {
		_, header, body := do(t, newRequest(t, http.MethodGet, schema, "Accept-Encoding", "gzip;q=0"))
		if header.Get("Content-Encoding") != "" || !json.Valid([]byte(body)) {
			t.Errorf("%v %.100s", header, body)
		}
	})
	t.Run("origins", func(t *testing.T) {
		for origin, want := range map[string]string{"https://dashboard.example": "https://dashboard.example", "https://elsewhere.example": ""} {
			asked := newRequest(t, http.MethodOptions, s.url+"/graphql", "Origin", origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
			if _, header, _ := do(t, asked); header.Get("Access-Control-Allow-Origin") != want {
				t.Errorf("%s before: %v", origin, header)
			}
			if _, header, _ := do(t, newRequest(t, http.MethodGet, schema, "Origin", origin)); header.Get("Access-Control-Allow-Origin") != want {
				t.Errorf("%s: %v", origin, header)
			}
		}
	})
	t.Run("metrics", func(t *testing.T) {
		_, _, body := get(t, s.url+"/metrics", "*/*")
		for _, name := range []string{`actorgraph_requests_total{code="OK"} [1-9]`, `actorgraph_query_price_count [1-9]`, `actorgraph_store_call_seconds_count{edge="",method="Info"} [1-9]`, `go_goroutines [1-9]`} {
			if !regexp.MustCompile("(?m)^" + name).MatchString(body) {
				t.Errorf("no %s in\n%s", name, body)
			}
		}
	})
	t.Run("explorer", func(t *testing.T) {
		status, header, body := get(t, s.url+"/graphiql", "text/html")
		if status != http.StatusOK || !strings.Contains(header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%d %v", status, header)
		}
		files := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(body, -1)
		if len(files) < 6 {
			t.Errorf("%d files in\n%s", len(files), body)
		}
		for _, f := range files {
			if strings.HasPrefix(f[1], "data:") {
				continue
			}
			if status, _, text := get(t, s.url+"/graphiql/"+f[1], "*/*"); status != http.StatusOK || text == "" {
				t.Errorf("%s: %d", f[1], status)
			}
		}
	})
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if _, stderr := run(t, 2, "serve", "--allow-origin", "dashboard"); !strings.Contains(stderr, "is no origin; write https://dashboard.example") {
		t.Errorf("got %s", stderr)
	}
}
