package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden answers the queries of testdata/*.graphql over the test world. A file holds the
// query, its variables if it has any, the answer and the store calls that it took, divided
// by lines of dashes.
func TestGolden(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	runGoldens(t, store, *update)
}

func runGoldens(t *testing.T, store graph.Store, write bool) {
	files, err := filepath.Glob("testdata/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files (%v)", err)
	}
	calls := graphtest.NewCounter(store)
	h := handler(t, calls)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".graphql"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(string(text), "\n"+dashes)
			query, variables := strings.TrimSpace(parts[0]), ""
			if len(parts) > 1 && strings.HasPrefix(strings.TrimSpace(parts[1]), "variables ") {
				variables = strings.TrimPrefix(strings.TrimSpace(parts[1]), "variables ")
			}
			calls.Reset()
			answer := indent(t, post(t, h, query, variables))
			sections := []string{query + "\n", "\n" + answer + "\n", "\n" + calls.String() + "\n"}
			if variables != "" {
				sections = append([]string{sections[0], "\nvariables " + variables + "\n"}, sections[1:]...)
			}
			got := strings.Join(sections, dashes)
			if write {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(text), got); diff != "" {
				t.Errorf("answer differs from %s (-want +got); run with -update if it should\n%s", file, diff)
			}
		})
	}
}

const dashes = "----------"

func handler(t testing.TB, r graph.Reader) http.Handler {
	return schema.NewHandler(r, schema.Options{Version: "test", Logger: slog.New(slog.NewTextHandler(testLog{t}, nil))})
}

// testLog sends the log to the test.
type testLog struct{ t testing.TB }

func (l testLog) Write(p []byte) (int, error) {
	l.t.Logf("%s", bytes.TrimSpace(p))
	return len(p), nil
}

// post sends a query with variables (JSON, or nothing) and returns the body of the answer.
func post(t testing.TB, h http.Handler, query, variables string) []byte {
	t.Helper()
	body := map[string]any{"query": query}
	if variables != "" {
		body["variables"] = json.RawMessage(variables)
	}
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(text))
	req.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	return w.Body.Bytes()
}

func indent(t testing.TB, answer []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, answer, "", "  "); err != nil {
		t.Fatalf("answer is not JSON: %v\n%s", err, answer)
	}
	return strings.TrimSpace(b.String())
}
