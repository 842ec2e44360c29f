package schema_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

// generous is a store that answers whole nodes where brief ones would do.
type generous struct{ graph.Reader }

func (g generous) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	q.Detail = graph.Whole
	return g.Reader.Find(ctx, q)
}

func (g generous) Nodes(ctx context.Context, v graph.View, ids []graph.ID, _ graph.Detail) ([]graph.Node, error) {
	return g.Reader.Nodes(ctx, v, ids, graph.Whole)
}

func (g generous) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	e.Detail = graph.Whole
	return g.Reader.Expand(ctx, from, e)
}

// TestDirectWriter asks random queries of the handler and of one in which gqlgen's executor
// writes the answers, from whole nodes: not one byte differs.
func TestDirectWriter(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, graphtest.NewWorld(5, 24).Extractions())
	fill(t, store, world())
	direct, executor := handler(t, store), schema.NewPlainHandler(generous{store})
	q := &questioner{schema: parseSchema(t), ids: allIDs(t, store)}
	const n = 800
	answered, size := 0, 0
	asked := map[string]bool{}
	for seed := range uint64(n) {
		query := q.query(seed)
		want, got := post(t, executor, query, ""), post(t, direct, query, "")
		if !bytes.Equal(want, got) && !cmp.Equal(partsOf(t, want), partsOf(t, got)) {
			t.Fatalf("seed %d: %s\n(-executor +direct)\n%s", seed, query, cmp.Diff(indent(t, want), indent(t, got)))
		}
		if !bytes.Contains(want, []byte(`"errors"`)) {
			answered++
			size += len(want)
			for _, f := range strings.FieldsFunc(query, func(r rune) bool {
				return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", r)
			}) {
				asked[f] = true
			}
		}
	}
	if answered < n/2 || size < n*500 {
		t.Errorf("only %d of %d queries are answered, with %d bytes", answered, n, size)
	}
	for name, def := range q.schema.Types {
		for _, f := range def.Fields {
			if def.Kind == ast.Object && !def.BuiltIn && name != "Mutation" && !strings.HasPrefix(f.Name, "__") && !asked[f.Name] {
				t.Errorf("%s.%s was never asked for", name, f.Name)
			}
		}
	}
	t.Logf("%d of %d answered, %d bytes", answered, n, size)
}

// holed is a store that has lost some articles and places. No edge leads to either, so that
// what is known of them does not hang on which of two calls ends first.
type holed struct{ graph.Reader }

func (h holed) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) ([]graph.Node, error) {
	nodes, err := h.Reader.Nodes(ctx, v, ids, d)
	for i, id := range ids {
		if c := id.Class(); id[len(id)-2]%2 == 0 && (c == graph.ClassArticle || c == graph.ClassPlace) {
			nodes[i] = nil
		}
	}
	return nodes, err
}

// TestDirectWriterNulls: where something must be there and is not, the same part of the
// answer becomes null, however deep it is.
func TestDirectWriterNulls(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, graphtest.NewWorld(5, 24).Extractions())
	quiet := schema.Options{Version: "test", Logger: slog.New(slog.DiscardHandler)}
	direct, executor := schema.NewHandler(holed{store}, quiet), schema.NewPlainHandler(holed{store})
	q := &questioner{schema: parseSchema(t), ids: allIDs(t, store)}
	lost := 0
	for seed := range uint64(400) {
		query := q.query(seed)
		want, got := post(t, executor, query, ""), post(t, direct, query, "")
		if bytes.Contains(want, []byte(`"INTERNAL"`)) {
			lost++
		}
		if bytes.Contains(want, []byte(`"INTERNAL"`)) != bytes.Contains(got, []byte(`"INTERNAL"`)) || !bytes.Equal(dataOf(t, want), dataOf(t, got)) {
			t.Fatalf("seed %d: %s\n(-executor +direct)\n%s", seed, query, cmp.Diff(indent(t, want), indent(t, got)))
		}
	}
	if lost < 10 {
		t.Errorf("only %d queries came upon a lost node", lost)
	}
}

func dataOf(t *testing.T, answer []byte) []byte {
	t.Helper()
	var a struct{ Data json.RawMessage }
	if err := json.Unmarshal(answer, &a); err != nil {
		t.Fatal(err)
	}
	return a.Data
}

// partsOf are the data of an answer with errors, and what they say: root fields are answered
// side by side, so their errors come in any order, and each internal one has an id of its own.
func partsOf(t *testing.T, answer []byte) []string {
	t.Helper()
	var a struct {
		Data   json.RawMessage
		Errors []struct {
			Message string
			Path    []any
		}
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		t.Fatal(err)
	}
	var errs []string
	for _, e := range a.Errors {
		errs = append(errs, fmt.Sprint(e.Message, e.Path))
	}
	slices.Sort(errs)
	return append(errs, string(a.Data))
}

// allIDs are ids of every class.
func allIDs(t *testing.T, store graph.Reader) []graph.ID {
	t.Helper()
	ids := []graph.ID{"actor:aaaaaaaaaaaaaaaaaaaaaaaaaa"} // of nothing
	for _, c := range []graph.Class{graph.ClassActor, graph.ClassEvent, graph.ClassTie, graph.ClassEvidence, graph.ClassArticle, graph.ClassPlace} {
		p, err := store.Find(t.Context(), graph.Query{Class: c, Page: graph.PageRequest{First: 20}})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range p.Items {
			ids = append(ids, n.NodeID())
		}
	}
	return ids
}

// questioner makes random queries that fit the schema.
type questioner struct {
	schema *ast.Schema
	ids    []graph.ID

	r         *rand.Rand
	aliases   int
	fragments []string
	room      int // fields that may still be asked for
}

func (q *questioner) query(seed uint64) string {
	q.r, q.aliases, q.fragments, q.room = rand.New(rand.NewPCG(seed, 7)), 0, nil, 120
	var b strings.Builder
	b.WriteString("{ ")
	roots := slices.DeleteFunc(slices.Clone(q.schema.Types["Query"].Fields), func(f *ast.FieldDefinition) bool { return strings.HasPrefix(f.Name, "__") })
	for range 1 + q.r.IntN(2) {
		q.field(&b, pick(q, roots), 0)
	}
	b.WriteString("}")
	return b.String() + strings.Join(q.fragments, "")
}

func pick[T any](q *questioner, list []T) T { return list[q.r.IntN(len(list))] }

func (q *questioner) field(b *strings.Builder, f *ast.FieldDefinition, depth int) {
	if strings.HasPrefix(f.Name, "__") {
		return
	}
	q.room--
	arguments := q.arguments(f)
	// Fields with arguments get names of their own, so that they never conflict.
	if arguments != "" || q.r.IntN(8) == 0 {
		q.aliases++
		fmt.Fprintf(b, "a%d: ", q.aliases)
	}
	b.WriteString(f.Name + arguments)
	switch q.r.IntN(24) {
	case 0:
		b.WriteString(" @include(if: true)")
	case 1:
		b.WriteString(" @skip(if: false)")
	}
	b.WriteString(" ")
	if def := q.schema.Types[f.Type.Name()]; def.IsCompositeType() {
		b.WriteString("{ ")
		q.selection(b, def, depth+1)
		b.WriteString("} ")
	}
}

func (q *questioner) arguments(f *ast.FieldDefinition) string {
	var out []string
	for _, a := range f.Arguments {
		switch {
		case a.Name == "first":
			least := 0
			if f.Name == "network" {
				least = 1
			}
			out = append(out, fmt.Sprintf("first: %d", least+q.r.IntN(4)))
		case a.Name == "id" && a.Type.Elem == nil && a.Type.NonNull, a.Name == "id" && f.Name == "article":
			out = append(out, fmt.Sprintf("id: %q", pick(q, q.ids)))
		case a.Name == "ids":
			out = append(out, fmt.Sprintf("ids: [%q, %q, %q]", pick(q, q.ids), pick(q, q.ids), pick(q, q.ids)))
		case a.Name == "code":
			out = append(out, `code: "VAR"`)
		case a.Name == "search" && q.r.IntN(6) == 0:
			out = append(out, `search: "port"`)
		case a.Name == "order" && q.r.IntN(3) == 0:
			out = append(out, "order: "+pick(q, q.schema.Types[a.Type.Name()].EnumValues).Name)
		case a.Name == "by":
			var by []string
			for range q.r.IntN(3) {
				dimension := pick(q, q.schema.Types[q.schema.Types[a.Type.Name()].Fields.ForName("dimension").Type.Name()].EnumValues).Name
				by = append(by, fmt.Sprintf("{dimension: %s, first: %d}", dimension, 1+q.r.IntN(4)))
			}
			out = append(out, "by: ["+strings.Join(by, ", ")+"]")
		case a.Name == "minEvents":
			out = append(out, "minEvents: 0")
		case a.Name == "role" && q.r.IntN(3) == 0:
			out = append(out, "role: [SOURCE]")
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "(" + strings.Join(out, ", ") + ")"
}

// selection asks for some fields of a type; below a depth for plain ones only.
func (q *questioner) selection(b *strings.Builder, def *ast.Definition, depth int) {
	b.WriteString("__typename ")
	fields := def.Fields
	if def.Kind == ast.Interface && len(fields) == 0 {
		fields = nil
	}
	for range 1 + q.r.IntN(5) {
		f := pick(q, fields)
		if q.room > 0 && (depth < 10 || !q.schema.Types[f.Type.Name()].IsCompositeType()) {
			q.field(b, f, depth)
		}
	}
	// Pages and their items hardly ever without what they are for.
	for _, name := range []string{"edges", "node"} {
		if f := def.Fields.ForName(name); f != nil && q.room > 0 && depth < 11 {
			q.field(b, f, depth)
		}
	}
	if def.Kind != ast.Interface || q.room <= 0 || depth >= 10 {
		return
	}
	for _, possible := range q.schema.GetPossibleTypes(def) {
		if q.r.IntN(3) > 0 {
			continue
		}
		var inner strings.Builder
		q.field(&inner, pick(q, possible.Fields), depth)
		if inner.Len() == 0 {
			continue
		}
		if q.r.IntN(3) == 0 {
			name := fmt.Sprintf("F%d", len(q.fragments))
			q.fragments = append(q.fragments, fmt.Sprintf(" fragment %s on %s { %s}", name, possible.Name, inner.String()))
			fmt.Fprintf(b, "...%s ", name)
			continue
		}
		fmt.Fprintf(b, "... on %s { %s} ", possible.Name, inner.String())
	}
}
