package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/examples"
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// manual is the page for people who write Cypher themselves.
var manual = filepath.Join("..", "..", "docs", "graph-model.md")

func readManual(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// vocabulary is what the page names: labels, types of relationships, and their properties.
type vocabulary struct {
	Labels     []string `json:"labels"`
	Types      []string `json:"relationshipTypes"`
	Properties []string `json:"propertyKeys"`
}

var quoted = regexp.MustCompile("`([A-Za-z_]+)`")

// readVocabulary reads it from the tables, whose first column names labels or relationships
// and whose last names properties.
func readVocabulary(t testing.TB) vocabulary {
	t.Helper()
	var v vocabulary
	names := func(cell string) []string {
		var out []string
		for _, m := range quoted.FindAllStringSubmatch(cell, -1) {
			out = append(out, m[1])
		}
		return out
	}
	var into *[]string // of the first column
	for line := range strings.Lines(readManual(t)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		switch {
		case !strings.HasPrefix(line, "|"):
			into = nil
		case strings.TrimSpace(cells[0]) == "label":
			into = &v.Labels
		case strings.TrimSpace(cells[0]) == "relationship":
			into = &v.Types
		case into != nil:
			*into = append(*into, names(cells[0])...)
			if last := cells[len(cells)-1]; !strings.Contains(last, "as `") {
				v.Properties = append(v.Properties, names(last)...)
			}
		}
	}
	for _, list := range []*[]string{&v.Labels, &v.Types, &v.Properties} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	if len(v.Labels) < 20 || len(v.Types) < 20 || len(v.Properties) < 100 {
		t.Fatalf("%s is not read as it is meant: %d labels, %d relationships, %d properties", manual, len(v.Labels), len(v.Types), len(v.Properties))
	}
	return v
}

// TestManualNamesAll compares the page with what a world leaves in the database.
func TestManualNamesAll(t *testing.T) {
	server := testserver.Empty(t)
	s := open(t, server)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	write(t, s, graphtest.NewWorld(3, 60).Extractions()...)
	for i := range 10 {
		write(t, s, graphtest.NewWorld(3, 60).Extraction(i, 1, 2))
	}
	page := readVocabulary(t)
	for _, tt := range []struct {
		what, statement string
		page            []string
	}{
		{"labels", "MATCH (n) UNWIND labels(n) AS l RETURN DISTINCT l ORDER BY l", page.Labels},
		{"relationships", "MATCH ()-[r]->() RETURN DISTINCT type(r) AS t ORDER BY t", page.Types},
		{"properties of nodes", "MATCH (n) UNWIND keys(n) AS k RETURN DISTINCT k ORDER BY k", page.Properties},
		{"properties of relationships", "MATCH ()-[r]->() UNWIND keys(r) AS k RETURN DISTINCT k ORDER BY k", page.Properties},
	} {
		for _, name := range texts(server.Run(t, tt.statement)) {
			if !slices.Contains(tt.page, name) {
				t.Errorf("%s has no %s, which is among the %s of the database", manual, name, tt.what)
			}
		}
	}
	for _, name := range page.Labels {
		if n := server.Run(t, "MATCH (n:"+name+") RETURN n LIMIT 1"); len(n) == 0 {
			t.Errorf("%s has the label %s, which no node has", manual, name)
		}
	}
}

var example = regexp.MustCompile("(?s)```cypher\n(.*?)```\n\n```text\n(.*?)```\n")

// TestManualQueries asks a server that holds the examples what the page asks.
func TestManualQueries(t *testing.T) {
	server := testserver.Empty(t)
	s := open(t, server)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	loadExamples(t, s)
	text := readManual(t)
	found := example.FindAllStringSubmatch(text, -1)
	if len(found) != 5 {
		t.Fatalf("%s has %d queries with answers, want 5", manual, len(found))
	}
	for _, m := range found {
		answer := server.Table(t, m[1])
		if strings.Count(answer, "\n") < 2 {
			t.Errorf("no answer, so this shows nothing to a reader:\n%s", m[1])
		}
		if *update {
			text = strings.Replace(text, m[0], strings.Replace(m[0], "```text\n"+m[2], "```text\n"+answer, 1), 1)
		} else if d := cmp.Diff(m[2], answer); d != "" {
			t.Errorf("%s answers otherwise (-page +server); run with -update and look at it:\n%s%s", manual, m[1], d)
		}
	}
	if *update {
		if err := os.WriteFile(manual, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestManualOwnNodes keeps what the page promises to those who add nodes of their own.
func TestManualOwnNodes(t *testing.T) {
	server := testserver.Empty(t)
	s := open(t, server)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	world := graphtest.NewWorld(5, 4)
	write(t, s, world.Extractions()...)
	own := "MATCH (:Dossier)-[r:MY_NOTE]->(n:Node) RETURN n.id ORDER BY n.id"
	server.Run(t, "MATCH (n:Node) CREATE (:Dossier {of: n.id})-[:MY_NOTE]->(n)")
	before := server.Run(t, own)
	for i := range world.Articles() {
		x := world.Extraction(i, 1, 2)
		x.Mentions, x.Evidence, x.Actors, x.Places = nil, nil, nil, nil
		write(t, s, x)
	}
	if d := cmp.Diff(before, server.Run(t, own)); d != "" || len(before) == 0 {
		t.Errorf("own relationships after the graph closed nearly all (-before +after):\n%s", d)
	}
}

// loadExamples loads the examples as the program does.
func loadExamples(t testing.TB, s graph.Writer) {
	t.Helper()
	var failed error
	_, err := loader.Load(t.Context(), s, func(context.Context) iter.Seq2[article.Article, error] {
		return loader.Articles(exampleFiles(t), article.Options{})
	}, identity.Default(), loader.Options{Report: func(r loader.Report) { failed = errors.Join(failed, r.Err) }})
	if err := errors.Join(err, failed); err != nil {
		t.Fatal(err)
	}
}

func exampleFiles(t testing.TB) iter.Seq2[loader.File, error] {
	return func(yield func(loader.File, error) bool) {
		names, err := fs.Glob(examples.Articles, "*")
		if err != nil {
			t.Error(err)
		}
		for _, name := range names {
			f, err := examples.Articles.Open(name)
			if !yield(loader.File{Origin: fmt.Sprintf("examples/%s", name), Reader: f}, err) {
				return
			}
		}
	}
}
