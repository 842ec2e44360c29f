package schema_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema/model"
)

// overheard is a store that remembers with which filter it was last asked for a list.
type overheard struct {
	graph.Reader
	where graph.Filter
}

func (o *overheard) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	o.where = q.Where
	return graph.Page[graph.Node]{Total: -1}, nil
}

// TestEncodeWhere sends random filters of every input type, writes what the store was asked for
// as JSON, and sends that: the store is asked for the same.
func TestEncodeWhere(t *testing.T) {
	store := &overheard{Reader: new(graphtest.Reference)}
	h := handler(t, store)
	w := &whereMaker{schema: parseSchema(t), written: map[string]bool{}}
	const n = 400
	sent := 0
	for _, list := range []struct {
		name, input string
		class       graph.Class
	}{
		{"actors", "ActorWhere", graph.ClassActor},
		{"events", "EventWhere", graph.ClassEvent},
		{"ties", "TieWhere", graph.ClassTie},
		{"evidence", "EvidenceWhere", graph.ClassEvidence},
		{"articles", "ArticleWhere", graph.ClassArticle},
		{"places", "PlaceWhere", graph.ClassPlace},
	} {
		for seed := range uint64(n) {
			w.r = rand.New(rand.NewPCG(seed, uint64(len(list.name))))
			where := w.object(w.schema.Types[list.input], 1)
			first, told := store.ask(t, h, list.name, list.input, where)
			if told != "" { // a range from late to early, too deep, too many classes
				continue
			}
			sent++
			text, err := model.EncodeWhere(list.class, first)
			if err != nil {
				t.Fatalf("%s: %v", where, err)
			}
			second, told := store.ask(t, h, list.name, list.input, text)
			if told != "" {
				t.Fatalf("%s: %s\nwas %s", told, text, where)
			}
			if a, b := normal(first), normal(second); a != b {
				t.Fatalf("%s\nis written as\n%s\n%s", where, text, cmp.Diff(a, b))
			}
		}
	}
	if sent < 6*n/2 {
		t.Errorf("only %d filters were understood", sent)
	}
	for name, def := range w.schema.Types {
		for _, f := range def.Fields {
			if def.Kind == ast.InputObject && strings.HasSuffix(name, "Where") && !w.written[name+"."+f.Name] {
				t.Errorf("%s.%s was never sent", name, f.Name)
			}
		}
	}
}

// ask returns what the store was asked for, or the error that was answered.
func (o *overheard) ask(t *testing.T, h http.Handler, list, input, where string) (graph.Filter, string) {
	t.Helper()
	o.where = nil
	answer := post(t, h, fmt.Sprintf(`query($w: %s) { %s(where: $w) { edges { cursor } } }`, input, list), `{"w": `+where+`}`)
	if bytes.Contains(answer, []byte(`"errors"`)) {
		return nil, string(answer)
	}
	return o.where, ""
}

// normal writes a filter in such a way that lists in lists, and the order of what all has to
// match, make no difference.
func normal(f graph.Filter) string {
	switch f := f.(type) {
	case nil:
		return "all()"
	case graph.And:
		var parts []string
		var open func(graph.And)
		open = func(and graph.And) {
			for _, g := range and {
				if inner, ok := g.(graph.And); ok {
					open(inner)
				} else {
					parts = append(parts, normal(g))
				}
			}
		}
		open(f)
		if len(parts) == 1 {
			return parts[0]
		}
		slices.Sort(parts)
		return "all(" + strings.Join(parts, " ") + ")"
	case graph.Or:
		var parts []string
		for _, g := range f {
			parts = append(parts, normal(g))
		}
		return "any(" + strings.Join(parts, " ") + ")"
	case *graph.Not:
		return "not(" + normal(f.Filter) + ")"
	case *graph.Has:
		return string(f.Link) + "(" + normal(f.Where) + ")"
	case *graph.Compare:
		return fmt.Sprintf("%s%q%v", f.Property, f.Texts, f.Numbers)
	case *graph.Keyed:
		return fmt.Sprintf("key%+v", *f)
	}
	return fmt.Sprintf("%T", f)
}

// whereMaker makes random input objects that fit the schema.
type whereMaker struct {
	schema  *ast.Schema
	r       *rand.Rand
	written map[string]bool // fields, with their type
}

func (w *whereMaker) object(def *ast.Definition, depth int) string {
	if strings.HasSuffix(def.Name, "KeyWhere") { // its fields have to fit each other
		for _, f := range def.Fields {
			w.written[def.Name+"."+f.Name] = true
		}
		return pickOf(w.r, `{"dimension": "TIME", "interval": "WEEK", "notIn": ["2016-W17", ""]}`,
			`{"dimension": "PUBLISHER", "in": ["", "coast \"gazette\""], "notIn": ["evening post"]}`, `{"dimension": "TIME", "in": ["2016-04"]}`)
	}
	var parts []string
	for _, f := range def.Fields {
		nested := w.schema.Types[f.Type.Name()].Kind == ast.InputObject
		if !f.Type.NonNull && (w.r.IntN(6) > 0 || nested && w.r.IntN(depth+1) > 0) {
			continue
		}
		w.written[def.Name+"."+f.Name] = true
		parts = append(parts, fmt.Sprintf("%q: %s", f.Name, w.value(f, depth)))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (w *whereMaker) value(f *ast.FieldDefinition, depth int) string {
	if f.Type.Elem != nil {
		var items []string
		for range w.r.IntN(4) {
			items = append(items, w.one(f, depth))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return w.one(f, depth)
}

func (w *whereMaker) one(f *ast.FieldDefinition, depth int) string {
	def := w.schema.Types[f.Type.Name()]
	if def.Kind == ast.InputObject {
		return w.object(def, depth+1)
	}
	return w.leaf(f, def)
}

func (w *whereMaker) leaf(f *ast.FieldDefinition, def *ast.Definition) string {
	switch {
	case def.Kind == ast.Enum:
		return fmt.Sprintf("%q", def.EnumValues[w.r.IntN(len(def.EnumValues))].Name)
	case f.Name == "country":
		return pickOf(w.r, `"USA"`, `"VAR"`, `"IGO"`)
	case f.Name == "latitude", f.Name == "longitude":
		return fmt.Sprintf("%.7f", w.r.Float64()*180-90)
	case f.Name == "minConfidence":
		return fmt.Sprintf("%.4f", w.r.Float64())
	}
	switch def.Name {
	case "ID":
		return fmt.Sprintf("%q", graph.CountryID(fmt.Sprintf("%c%c%c", 'A'+w.r.IntN(26), 'A'+w.r.IntN(26), 'A'+w.r.IntN(26))))
	case "Boolean":
		return pickOf(w.r, "true", "false")
	case "Date":
		return fmt.Sprintf(`"20%02d-0%d-1%d"`, w.r.IntN(30), 1+w.r.IntN(9), w.r.IntN(10))
	case "Int":
		return fmt.Sprint(w.r.IntN(5))
	case "Float":
		return pickOf(w.r, "0.0001", "0.5", "3", "12.75", "1234.5678", "1e9")
	}
	text, _ := json.Marshal(pickOf(w.r, "north coast", "Ærø & Söhne <1>", `a "quoted" \ name`, "https://gazette.test/port?a=1&b=2"))
	return string(text)
}

func pickOf(r *rand.Rand, values ...string) string { return values[r.IntN(len(values))] }
