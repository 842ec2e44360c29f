package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/actorgraph/actorgraph"

// arrow says which packages may not import what. A pattern is a path below the module's root
// and stands for everything below it too when it ends in "/..."; "." is the root itself.
type arrow struct {
	from   string   // the rule is for these packages
	except []string // but not for these
	bans   []string // import paths, or prefixes that end in "/..."
	why    string
}

// arrows are the import rules of the layout: they point one way, from the edges to the domain.
var arrows = []arrow{
	{"graph", nil, []string{module + "/..."}, "the domain imports nothing of ours"},
	{"graph/...", nil, []string{module + "/loader/...", module + "/schema/...", module + "/command/..."}, "stores know the domain only"},
	{"graph/sqlite/...", nil, []string{module + "/graph/neo4j/..."}, "a store knows no other store"},
	{"graph/neo4j/...", nil, []string{module + "/graph/sqlite/..."}, "a store knows no other store"},
	{"...", []string{"graph/sqlite/..."}, []string{"modernc.org/sqlite/..."}, "only graph/sqlite speaks to SQLite"},
	{"...", []string{"graph/neo4j/..."}, []string{"github.com/neo4j/..."}, "only graph/neo4j speaks to Neo4j"},
	{"...", []string{"schema/..."}, []string{"github.com/99designs/gqlgen/...", "github.com/vektah/gqlparser/..."}, "only the API knows GraphQL"},
	{"schema/...", nil, []string{module + "/loader/...", module + "/graph/sqlite/...", module + "/graph/neo4j/...", module + "/graph/open/...", module + "/command/..."}, "the API sees graph.Reader and graph.Writer, never a store"},
	{"loader/...", nil, []string{module + "/schema/...", module + "/command/...", module + "/graph/sqlite/...", module + "/graph/neo4j/...", module + "/graph/open/..."}, "the loader writes to graph.Writer and knows no API"},
	{"loader/language/...", nil, []string{module + "/graph/...", module + "/loader/identity/...", module + "/loader/coding/...", module + "/loader/article/..."}, "the language engine knows nothing of actors and events"},
	{"loader/article/...", nil, []string{module + "/loader/language/...", module + "/loader/identity/...", module + "/loader/coding/..."}, "stages know only what comes before them"},
	{"loader/identity/...", nil, []string{module + "/loader/coding/..."}, "stages know only what comes before them"},
	{"...", []string{"command/...", "."}, []string{"github.com/spf13/cobra/..."}, "only the command line knows its library"},
}

// domainImports are all the domain may import beside the standard library.
const domainImports = "golang.org/x/text"

func TestImportArrows(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		// Tests may look across: only what ships keeps the arrows.
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files++
		checkFile(t, filepath.ToSlash(name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Fatalf("only %d files were looked at; is the test run from the module's root?", files)
	}
}

func checkFile(t *testing.T, name string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	pkg := path.Dir(name)
	for _, spec := range f.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if pkg == "graph" && strings.Contains(strings.Split(imported, "/")[0], ".") && !strings.HasPrefix(imported, domainImports) {
			t.Errorf("%s imports %s: the domain imports the standard library and %s only", name, imported, domainImports)
		}
		for _, a := range arrows {
			if !matches(a.from, pkg) || matchesAny(a.except, pkg) {
				continue
			}
			if matchesAny(a.bans, imported) {
				t.Errorf("%s imports %s: %s", name, imported, a.why)
			}
		}
	}
}

func matchesAny(patterns []string, p string) bool {
	for _, pattern := range patterns {
		if matches(pattern, p) {
			return true
		}
	}
	return false
}

// matches reports whether p is the pattern, or lies below it if it ends in "/...".
func matches(pattern, p string) bool {
	if pattern == "..." {
		return true
	}
	below, all := strings.CutSuffix(pattern, "/...")
	return p == below || all && strings.HasPrefix(p, below+"/")
}
