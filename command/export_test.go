package command_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/command/export"
	"github.com/actorgraph/actorgraph/schema"
)

// loadedExamples is the address of a graph of the example articles.
func loadedExamples(t *testing.T) string {
	t.Helper()
	where := sqlitePlace(t)
	run(t, 0, append([]string{"load", "--quiet", "--store", where.address}, exampleFiles(t)...)...)
	return where.address
}

// TestExport writes every table of the examples in both formats: every node stands in it once,
// and a cell says the same in both.
func TestExport(t *testing.T) {
	store := loadedExamples(t)
	api := apiOf(t, store)
	for _, table := range export.Tables {
		t.Run(table.Name, func(t *testing.T) {
			lines, _ := run(t, 0, "export", table.Name, "--store", store)
			text, _ := run(t, 0, "export", table.Name, "--store", store, "--format", "csv")
			cells, err := csv.NewReader(strings.NewReader(text)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			rows := strings.Split(strings.TrimSuffix(lines, "\n"), "\n")
			if len(cells) != len(rows)+1 {
				t.Fatalf("%d lines of JSON, %d of CSV", len(rows), len(cells))
			}
			var names []string
			for _, c := range table.Columns {
				names = append(names, c.Name)
			}
			if diff := cmp.Diff(names, cells[0]); diff != "" {
				t.Error(diff)
			}
			seen := map[string]bool{}
			for i, row := range rows {
				var o map[string]any
				if err := json.Unmarshal([]byte(row), &o); err != nil || len(o) != len(names) {
					t.Fatalf("%v: %s", err, row)
				}
				for j, name := range names {
					if want := cellOf(o[name]); cells[i+1][j] != want {
						t.Errorf("row %d: %s is %q, in JSON %q", i, name, cells[i+1][j], want)
					}
				}
				key := fmt.Sprint(o["id"], o["source"], o["target"], o["directed"])
				if seen[key] {
					t.Errorf("%s comes twice", key)
				}
				seen[key] = true
			}
			if table.Name == "network" {
				return
			}
			var counted struct{ Data struct{ Info map[string]int } }
			if err := json.Unmarshal([]byte(answerOf(t, api, "{ info { "+table.Name+" } }")), &counted); err != nil || counted.Data.Info[table.Name] != len(rows) {
				t.Errorf("%d rows, the graph holds %d, %v", len(rows), counted.Data.Info[table.Name], err)
			}
		})
	}
}

// apiOf is the API over a graph.
func apiOf(t *testing.T, address string) http.Handler {
	t.Helper()
	return schema.NewHandler(openPlace(t, place{address: address}), schema.Options{Version: "test"})
}

// cellOf is what docs/export.md says of the cells of CSV.
func cellOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		if v != "" && strings.ContainsAny(v[:1], "=+-@\t\r\n'") {
			return "'" + v
		}
		return v
	case []any:
		var items []string
		for _, item := range v {
			s, _ := item.(string)
			items = append(items, strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), "|", `\|`))
		}
		return cellOf(strings.Join(items, "|"))
	}
	return fmt.Sprint(v)
}

// TestExportOpensInPython reads CSV with a reader that is not ours, and gets the values back.
func TestExportOpensInPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("NOT TESTED: python3 is not here, so nobody but us reads the CSV")
	}
	store := loadedExamples(t)
	more := filepath.Join(t.TempDir(), "more.jsonl")
	article := `{"id": "x", "title": "=HYPERLINK(\"https://evil.example\",\"a, \"\"b\"\"\")", "publisher": "'t Nieuws", "author": "@night|desk \\ two", "published": "2016-04-26", "text": "France condemned Germany."}`
	if err := os.WriteFile(more, []byte(article+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, 0, "load", "--quiet", "--store", store, more)
	const script = `
import csv, json, sys
rows = list(csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8')))
for row in rows:
    for cell in row.values():
        assert cell == '' or cell[0] not in '=+-@\t\r\n' or cell.lstrip('-').replace('.', '', 1).isdigit(), cell
want = [json.loads(line) for line in open(sys.argv[2], encoding='utf-8')]
assert len(rows) == len(want), (len(rows), len(want))
for row, w in zip(rows, want):
    for name, value in w.items():
        if isinstance(value, str):
            cell = row[name]
            assert (cell[1:] if cell[:1] == "'" else cell) == value, (cell, value)
print(len(rows))
`
	for _, table := range []string{"articles", "events", "evidence", "actors", "ties"} {
		files := []string{filepath.Join(t.TempDir(), "a.csv"), filepath.Join(t.TempDir(), "a.jsonl")}
		run(t, 0, "export", table, "--store", store, "--format", "csv", "--output", files[0])
		run(t, 0, "export", table, "--store", store, "--output", files[1])
		out, err := exec.CommandContext(t.Context(), python, "-c", script, files[0], files[1]).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", table, err, out)
		}
	}
}

// TestExportMistakes: what is wrong is told by its place, and nothing is written.
func TestExportMistakes(t *testing.T) {
	store := loadedExamples(t)
	file := filepath.Join(t.TempDir(), "out.csv")
	for _, c := range []struct{ args, told string }{
		{"export", "say what to export"},
		{"export planets", "say what to export"},
		{"export events --format xml", "--format is jsonl or csv"},
		{`export events --where {"typ":["AID"]}`, `unknown field`},
		{`export events --where {"since":"2016-02-31"}`, `where.since: "2016-02-31" is not a day`},
		{"export events --where {", "where is no JSON"},
		{"export events --where 5", "where"},
	} {
		out, errs := run(t, 2, append(strings.Fields(c.args), "--store", store, "--output", file)...)
		if out != "" || !strings.Contains(errs, c.told) {
			t.Errorf("%s: %s%s", c.args, out, errs)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), "*")); len(left) > 0 {
		t.Errorf("%v was left behind", left)
	}
}

// TestExportOverHTTP asks a server for a table.
func TestExportOverHTTP(t *testing.T) {
	store := loadedExamples(t)
	s := start(t, "serve", "--store", store, "--listen", "127.0.0.1:0")
	where := `{"type": ["CONSULT"], "status": ["HAPPENED"]}`
	want, _ := run(t, 0, "export", "events", "--store", store, "--where", where, "--format", "csv")
	status, header, body := do(t, newRequest(t, http.MethodGet, s.url+"/export/events?format=csv&where="+url.QueryEscape(where)))
	if status != http.StatusOK || body != want || strings.Count(body, "\n") < 3 || !strings.HasPrefix(header.Get("Content-Type"), "text/csv") {
		t.Errorf("%d %v\n%s", status, header, cmp.Diff(want, body))
	}
	for _, path := range []string{"planets", "events?format=xml", "events?where={", "events?limit=3", `events?where={"since":"yesterday"}`} {
		status, header, body := do(t, newRequest(t, http.MethodGet, s.url+"/export/"+strings.NewReplacer(`"`, "%22", "{", "%7B", "}", "%7D").Replace(path)))
		if status != http.StatusBadRequest || header.Get("Content-Type") != "application/json; charset=utf-8" || !strings.Contains(body, `"hint":"`) {
			t.Errorf("%s: %d %v %s", path, status, header, body)
		}
	}
}

// TestExportIsAStream: a page is with the reader before the next is asked for, and a failure in
// the midst of it is no end of the table.
func TestExportIsAStream(t *testing.T) {
	store := loadedExamples(t)
	api := apiOf(t, store)
	asked, told := 0, []int{}
	counting := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		api.ServeHTTP(w, r)
	})
	table, _ := export.TableNamed("actors")
	var out bytes.Buffer
	_, err := export.Stream(t.Context(), counting, export.Request{Table: table, Format: export.JSONLines}, &out, func() error {
		told = append(told, asked, bytes.Count(out.Bytes(), []byte("\n")))
		return nil
	})
	if err != nil || len(told) < 6 || !slices.Equal(told[:6], []int{1, 100, 2, 200, 3, told[5]}) {
		t.Errorf("pages asked for and lines written: %v, %v", told, err)
	}

	asked = 0
	failing := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked++; asked == 2 {
			_, _ = io.WriteString(w, `{"errors": [{"message": "the store cannot be reached now", "extensions": {"code": "UNAVAILABLE"}}]}`)
			return
		}
		api.ServeHTTP(w, r)
	})
	server := httptest.NewServer(export.Handler(failing, slog.New(slog.DiscardHandler)))
	defer server.Close()
	answer, err := http.DefaultClient.Do(newRequest(t, http.MethodGet, server.URL+"/export/actors"))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if text, err := io.ReadAll(answer.Body); err == nil || bytes.Count(text, []byte("\n")) != 100 {
		t.Errorf("%d lines and %v, although the second page failed", bytes.Count(text, []byte("\n")), err)
	}
}

// TestExportManual keeps the tables of docs/export.md as they are.
func TestExportManual(t *testing.T) {
	const path, begin, end = "../docs/export.md", "<!-- tables -->\n", "<!-- end of tables -->"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	_, after, okToo := strings.Cut(rest, end)
	if !ok || !okToo {
		t.Fatalf("%s has no place for the tables", path)
	}
	var tables strings.Builder
	for _, table := range export.Tables {
		fmt.Fprintf(&tables, "\n### %s\n\nA row is %s.\n\n| column | |\n|---|---|\n", table.Name, table.Of)
		for _, c := range table.Columns {
			fmt.Fprintf(&tables, "| `%s` | %s |\n", c.Name, c.Says)
		}
	}
	want := before + begin + tables.String() + "\n" + end + after
	if want == string(text) {
		return
	}
	if !*update {
		t.Fatalf("%s does not tell of the columns as they are; run with -update", path)
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestExportSaysWhatItLeavesOut: a network with more links than are written says so.
func TestExportSaysWhatItLeavesOut(t *testing.T) {
	for _, truncated := range []string{"true", "false"} {
		more := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"data": {"list": {"links": [{"source": {"id": "a"}, "events": 3}], "truncated": `+truncated+`}}}`)
		})
		server := httptest.NewServer(export.Handler(more, slog.New(slog.DiscardHandler)))
		defer server.Close()
		answer, err := http.DefaultClient.Do(newRequest(t, http.MethodGet, server.URL+"/export/network"))
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if said := answer.Trailer.Get("X-Truncated"); err != nil || (said == "true") != (truncated == "true") || bytes.Count(body, []byte("\n")) != 1 {
			t.Errorf("truncated %s: trailer %q, %v\n%s", truncated, said, err, body)
		}
	}
}
