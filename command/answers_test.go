package command_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/command"
	"github.com/actorgraph/actorgraph/schema"
)

var update = flag.Bool("update", false, "write the answers as they are now")

// TestAnswers loads the examples and compares what the example queries answer with
// testdata/answers. TestSameAnswers asks Neo4j the same and wants the same bytes. The queries
// select no ids, so that the files can be read.
func TestAnswers(t *testing.T) {
	where := sqlitePlace(t)
	var errs bytes.Buffer
	args := append([]string{"load", "--quiet", "--store", where.address}, exampleFiles(t)...)
	if code := command.Main(t.Context(), args, strings.NewReader(""), io.Discard, &errs); code != 0 {
		t.Fatalf("exit code %d, %s", code, errs.String())
	}
	api := schema.NewHandler(openPlace(t, where), schema.Options{Version: "test"})
	for _, file := range exampleQueries(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".graphql")
		t.Run(name, func(t *testing.T) {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := indented(answerOf(t, api, string(query))) + "\n"
			golden := filepath.Join("testdata", "answers", name+".json")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; run with -update to write it", err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("another answer (-want +got); if it is right, run with -update:\n%s", diff)
			}
		})
	}
}

// exampleFiles are the example articles, sorted.
func exampleFiles(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.txt", "*.md", "*.html", "*.jsonl"} {
		files, err := filepath.Glob(filepath.Join("..", "examples", pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		all = append(all, files...)
	}
	slices.Sort(all)
	return all
}

// exampleQueries are the files of the example queries, sorted.
func exampleQueries(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../examples/queries/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	return files
}
