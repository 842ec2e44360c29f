package web_test

import (
	"encoding/json"
	"html"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/examples"
	"github.com/actorgraph/actorgraph/web"
)

func get(t *testing.T, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	web.Explorer("/graphql").ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
	return w
}

var tabs = regexp.MustCompile(`data-tabs="([^"]*)"`)

// TestPage: every example query is a tab with a name, and the page names no other site.
func TestPage(t *testing.T) {
	w := get(t, "/")
	page := w.Body.String()
	m := tabs.FindStringSubmatch(page)
	if w.Code != http.StatusOK || m == nil {
		t.Fatalf("%d %s", w.Code, page)
	}
	var got []struct{ Query string }
	if err := json.Unmarshal([]byte(html.UnescapeString(m[1])), &got); err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(examples.Queries, "queries/*.graphql")
	if err != nil || len(files) == 0 || len(got) != len(files) {
		t.Fatalf("%d tabs for %d examples, %v", len(got), len(files), err)
	}
	for _, tab := range got {
		if !regexp.MustCompile(`(?m)^query [A-Z]\w* `).MatchString(tab.Query) {
			t.Errorf("a tab without a name: %s", tab.Query)
		}
	}
	if !strings.Contains(got[0].Query, "query First {") {
		t.Errorf("the first tab is %s", got[0].Query)
	}
	if strings.Contains(page, "://") {
		t.Errorf("the page leads elsewhere: %s", page)
	}
	if policy := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; script-src 'self';") {
		t.Errorf("policy %s", policy)
	}
}

// TestFiles: scripts and styles are there, the sources around them are not.
func TestFiles(t *testing.T) {
	for path, status := range map[string]int{
		"/dist/graphiql.min.js": 200, "/dist/react.production.min.js": 200, "/explorer.js": 200, "/explorer.css": 200,
		"/explorer.go": 404, "/explorer.html": 404, "/dist/README.md": 404, "/dist/../explorer.go": 307, "/nothing": 404,
	} {
		if w := get(t, path); w.Code != status {
			t.Errorf("%s: %d, want %d", path, w.Code, status)
		}
	}
}
