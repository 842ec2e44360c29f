package model

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/99designs/gqlgen/graphql"
)

func parseSchema(t *testing.T) *ast.Schema {
	t.Helper()
	files, err := filepath.Glob("../*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatal("no schema", err)
	}
	var sources []*ast.Source
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: f, Input: string(text)})
	}
	s, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEveryObjectHasARow: a field without a row would be read for every parent alone. Plain
// lists are the exception that needs none: Wording and its like are reached through one.
func TestEveryObjectHasARow(t *testing.T) {
	s := parseSchema(t)
	source := NewSource(nil, nil, s, "test", true)
	used := map[string]bool{}
	looked := 0
	for _, def := range s.Types {
		if def.Kind != ast.Object || def.BuiltIn || def.Name == "Query" || def.Name == "Mutation" {
			continue
		}
		for _, f := range def.Fields {
			to := s.Types[f.Type.Name()]
			row, ok := source.rowOf(def.Name, f.Name)
			for _, name := range append(source.names[def.Name], "Connection", "Edge") {
				if _, is := rows[name+"."+f.Name]; is && ok {
					used[name+"."+f.Name] = true
				}
			}
			if !to.IsCompositeType() {
				continue
			}
			looked++
			connection := strings.HasSuffix(to.Name, "Connection")
			switch {
			case !ok:
				t.Errorf("%s.%s: %s has no row", def.Name, f.Name, f.Type)
			case connection != (row.edge != ""):
				t.Errorf("%s.%s: %s has a row of another sort", def.Name, f.Name, f.Type)
			case row.edge != "" && !row.edge.Known() && row.edge != edgeCounterparts:
				t.Errorf("%s.%s: there is no edge %q", def.Name, f.Name, row.edge)
			case row.ids == nil && row.inside == nil && row.edge == "" && reads(s, source, to, map[string]bool{}):
				t.Errorf("%s.%s is plain, but something below %s is read", def.Name, f.Name, to.Name)
			}
		}
	}
	if looked < 100 {
		t.Errorf("only %d fields were looked at", looked)
	}
	for name := range rows {
		if !used[name] {
			t.Errorf("row %s belongs to no field", name)
		}
	}
}

// reads reports whether any field below a type needs the store.
func reads(s *ast.Schema, source *Source, def *ast.Definition, seen map[string]bool) bool {
	if seen[def.Name] {
		return false
	}
	seen[def.Name] = true
	for _, f := range def.Fields {
		if row, ok := source.rowOf(def.Name, f.Name); ok && (row.ids != nil || row.edge != "" || row.text != nil) {
			return true
		}
		if to := s.Types[f.Type.Name()]; to.IsCompositeType() && reads(s, source, to, seen) {
			return true
		}
	}
	return false
}

// TestEveryArgumentIsRead: the one decoder knows every argument below the root.
func TestEveryArgumentIsRead(t *testing.T) {
	s := parseSchema(t)
	source := NewSource(nil, nil, s, "test", true)
	ctx := graphql.WithUnmarshalerMap(context.Background(), graphql.BuildUnmarshalerMap())
	samples := map[string]any{"Int": int64(1), "String": "text", "Date": "2024-01-01"}
	looked := 0
	for _, def := range s.Types {
		if def.Kind != ast.Object || def.BuiltIn || def.Name == "Query" || def.Name == "Mutation" {
			continue
		}
		for _, f := range def.Fields {
			row, _ := source.rowOf(def.Name, f.Name)
			for _, arg := range f.Arguments {
				looked++
				sample := samples[arg.Type.Name()]
				if to := s.Types[arg.Type.Name()]; to.Kind == ast.Enum {
					sample = to.EnumValues[0].Name
				}
				a := &arguments{}
				a.expansion.Edge = row.edge
				var where any
				var after *string
				err := a.decode(ctx, arg.Name, sample, &where, &after)
				if strings.HasSuffix(arg.Type.Name(), "Where") {
					if got := "*graph." + arg.Type.Name(); typeOf(where) != got {
						t.Errorf("%s.%s: where is read as %s, want %s", def.Name, f.Name, typeOf(where), got)
					}
					continue
				}
				if err != nil {
					t.Errorf("%s.%s(%s): %v", def.Name, f.Name, arg.Name, err)
				}
			}
		}
	}
	if looked < 100 {
		t.Errorf("only %d arguments were looked at", looked)
	}
}

// TestDetailFields: each field that says how much of a node it needs is one of the schema.
func TestDetailFields(t *testing.T) {
	s := parseSchema(t)
	for _, fields := range []map[string]bool{long, short} {
		for name := range fields {
			typ, field, _ := strings.Cut(name, ".")
			if def := s.Types[typ]; def == nil || def.Fields.ForName(field) == nil {
				t.Errorf("there is no field %s", name)
			}
		}
	}
}
