package command_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGrafana sends the query of every panel of docs/grafana.json to the API, and finds the rows
// and all columns that the panel shows in the answer.
func TestGrafana(t *testing.T) {
	text, err := os.ReadFile("../docs/grafana.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct {
		Panels []struct {
			Title   string
			Targets []struct {
				Root    string `json:"root_selector"`
				URL     string
				Columns []struct{ Selector string }
				Options struct {
					Query     string `json:"body_graphql_query"`
					Variables string `json:"body_graphql_variables"`
				} `json:"url_options"`
			}
		}
	}
	if err := json.Unmarshal(text, &dashboard); err != nil || len(dashboard.Panels) < 8 {
		t.Fatal(err, len(dashboard.Panels))
	}
	api := apiOf(t, loadedExamples(t))
	times := strings.NewReplacer("${__from:date:YYYY-MM-DD}", "2014-01-01", "${__to:date:YYYY-MM-DD}", "2022-12-31")
	for _, p := range dashboard.Panels {
		t.Run(p.Title, func(t *testing.T) {
			of := p.Targets[0]
			body, err := json.Marshal(map[string]any{"query": of.Options.Query, "variables": json.RawMessage(times.Replace(of.Options.Variables))})
			if err != nil || of.URL != "/graphql" {
				t.Fatal(err, of.URL)
			}
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, of.URL, strings.NewReader(string(body)))
			r.Header.Set("Content-Type", "application/json")
			w := httptest.NewRecorder()
			api.ServeHTTP(w, r)
			var answer any
			if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || strings.Contains(w.Body.String(), `"errors"`) {
				t.Fatalf("%v: %s", err, w.Body)
			}
			rows, ok := at(answer, of.Root)
			list, many := rows.([]any)
			if !many {
				list = []any{rows}
			}
			if !ok || len(list) == 0 {
				t.Fatalf("nothing at %s in %s", of.Root, w.Body)
			}
			for _, c := range of.Columns {
				found := false
				for _, row := range list {
					v, ok := at(row, c.Selector)
					found = found || ok && v != nil
				}
				if !found {
					t.Errorf("no row has anything at %s", c.Selector)
				}
			}
		})
	}
}

// at follows a path of names and numbers, as the data source does.
func at(v any, path string) (any, bool) {
	for step := range strings.SplitSeq(path, ".") {
		switch o := v.(type) {
		case map[string]any:
			inner, ok := o[step]
			if !ok {
				return nil, false
			}
			v = inner
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(o) {
				return nil, false
			}
			v = o[i]
		default:
			return nil, false
		}
	}
	return v, true
}

// TestChart makes docs/chart.svg from the examples again.
func TestChart(t *testing.T) {
	const path = "../docs/chart.svg"
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("NOT TESTED: python3 is not here, so nobody draws the chart")
	}
	s := start(t, "serve", "--store", loadedExamples(t), "--listen", "127.0.0.1:0")
	got, err := exec.CommandContext(t.Context(), python, "../docs/chart.py", s.url).Output()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("another chart (-want +got); if it is right, run with -update:\n%s", diff)
	}
}
