package schema_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func parseSchema(t *testing.T) *ast.Schema {
	t.Helper()
	files, err := filepath.Glob("*.graphql")
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

// TestEverythingIsDescribed: the schema is the manual.
func TestEverythingIsDescribed(t *testing.T) {
	described := func(what, text string) {
		if len(strings.TrimSpace(text)) < 4 || !strings.HasSuffix(strings.TrimSpace(text), ".") && !strings.HasSuffix(text, "…") && !strings.Contains(text, "Example:") {
			t.Errorf("%s is described by %q", what, text)
		}
	}
	n := 0
	for name, def := range parseSchema(t).Types {
		if def.BuiltIn {
			continue
		}
		described(name, def.Description)
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			n++
			described(name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				n++
				described(name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
		for _, v := range def.EnumValues {
			n++
			described(name+"."+v.Name, v.Description)
		}
	}
	if n < 600 {
		t.Errorf("only %d descriptions were looked at", n)
	}
}

// TestInterfacesMerge: two types that share an interface may stand behind one field, so
// their fields of one name must merge under GraphQL's rule for one response name.
func TestInterfacesMerge(t *testing.T) {
	s := parseSchema(t)
	pairs := 0
	for _, def := range s.Types {
		if def.Kind != ast.Interface {
			continue
		}
		types := s.GetPossibleTypes(def)
		for i, a := range types {
			for _, b := range types[i+1:] {
				pairs++
				m := merger{t, s, map[[2]string]bool{}}
				m.fields(a, b, a.Name+"/"+b.Name)
			}
		}
	}
	if pairs < 60 {
		t.Errorf("only %d pairs were looked at", pairs)
	}
}

type merger struct {
	t    *testing.T
	s    *ast.Schema
	seen map[[2]string]bool
}

func (m merger) fields(a, b *ast.Definition, path string) {
	if a.Name == b.Name || m.seen[[2]string{a.Name, b.Name}] {
		return
	}
	m.seen[[2]string{a.Name, b.Name}] = true
	for _, f := range a.Fields {
		if g := b.Fields.ForName(f.Name); g != nil {
			m.types(f.Type, g.Type, path+"."+f.Name)
		}
	}
}

func (m merger) types(a, b *ast.Type, path string) {
	if a.NonNull != b.NonNull || (a.Elem == nil) != (b.Elem == nil) {
		m.t.Errorf("%s is %s and %s", path, a, b)
		return
	}
	if a.Elem != nil {
		m.types(a.Elem, b.Elem, path)
		return
	}
	x, y := m.s.Types[a.NamedType], m.s.Types[b.NamedType]
	if x.IsCompositeType() && y.IsCompositeType() {
		m.fields(x, y, path)
	} else if x.Name != y.Name {
		m.t.Errorf("%s is %s and %s", path, a, b)
	}
}
