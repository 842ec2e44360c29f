package schema

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema/model"
)

// The price of a query says, before anything is read, how much its answer could hold at
// most, in objects: pages are taken to be full, and what they hold to be different. What the
// answer holds indeed is less, and has a closer bound while it is read (model.WithBudget).
// Amounts are tenths of an object.
const (
	maxPrice = 200_000

	unit       = 10           // an object
	leafPrice  = 1            // a value in it
	textPrice  = 100 * unit   // the text of an article
	countPrice = 1_000 * unit // what is counted of the whole graph
	rootPrice  = 50 * unit    // a root field: it asks the store
	pagePrice  = 10 * unit    // a list below: one call for all its parents
	plainItems = 4            // of a plain list; most hold fewer

	introspectionFactor = 4 // one question of an editor has most of maxPrice, several are refused
)

// pricing refuses queries above maxPrice, and remembers the price of others.
type pricing struct{ schema *ast.Schema }

func (pricing) ExtensionName() string                   { return "Price" }
func (pricing) Validate(graphql.ExecutableSchema) error { return nil }

func (p pricing) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	w := pricer{variables: op.Variables, types: len(p.schema.Types), known: map[*ast.FragmentDefinition]amount{}}
	total := w.set(op.Operation.SelectionSet)
	price := plus(total.once, total.each) / unit
	op.Stats.SetExtension(priceKey, price)
	if price <= maxPrice {
		return nil
	}
	hint := "ask for less at once, or in several requests"
	if len(total.pages) > 0 {
		hint = "the sizes of pages multiply; give smaller ones: " + strings.Join(total.pages, " × ")
	}
	return gqlerror.Wrap(&model.LimitError{
		Message:  fmt.Sprintf("the answer could hold too much: the query has the price %d, and at most %d is answered", price, maxPrice),
		Argument: "first",
		Hint:     hint,
	})
}

const priceKey = "Price"

// priceOf is the price of a query, 0 of one that was refused before.
func priceOf(op *graphql.OperationContext) int64 {
	price, _ := op.Stats.GetExtension(priceKey).(int64)
	return price
}

// amount is what a selection costs.
type amount struct {
	each  int64    // for every object it is asked of
	once  int64    // for all of them: calls of the store
	pages []string // the costliest way down, by its pages
	way   int64    // what that way costs
}

// pricer walks each fragment once.
type pricer struct {
	variables map[string]any
	types     int // in the schema
	known     map[*ast.FragmentDefinition]amount
}

func (p *pricer) set(set ast.SelectionSet) amount {
	var sum amount
	for _, selection := range set {
		var a amount
		switch selection := selection.(type) {
		case *ast.Field:
			a = p.field(selection)
		case *ast.InlineFragment:
			a = p.set(selection.SelectionSet)
		case *ast.FragmentSpread:
			a = p.fragment(selection.Definition)
		}
		sum.each, sum.once = plus(sum.each, a.each), plus(sum.once, a.once)
		if a.way > sum.way {
			sum.way, sum.pages = a.way, a.pages
		}
	}
	return sum
}

func (p *pricer) fragment(f *ast.FragmentDefinition) amount {
	a, ok := p.known[f]
	if !ok {
		a = p.set(f.SelectionSet)
		p.known[f] = a
	}
	return a
}

func (p *pricer) field(f *ast.Field) amount {
	if f.Definition == nil || f.ObjectDefinition == nil {
		return amount{each: leafPrice}
	}
	if len(f.SelectionSet) == 0 {
		if f.ObjectDefinition.Name == "Article" && f.Name == "text" {
			return amount{each: textPrice}
		}
		return amount{each: leafPrice}
	}
	a := p.set(f.SelectionSet)
	items, page := p.items(f)
	object := int64(unit)
	if strings.HasPrefix(f.Definition.Type.Name(), "__") { // the schema is in memory
		object = leafPrice
	}
	a.each = times(items, plus(object, a.each))
	switch {
	case strings.HasPrefix(f.Name, "__"):
		a.each = times(introspectionFactor, a.each)
	case f.ObjectDefinition.Name == "Query", f.ObjectDefinition.Name == "Mutation":
		a.once = plus(a.once, rootPrice)
		if counts(f) {
			a.once = plus(a.once, countPrice)
		}
	case page:
		a.once = plus(a.once, pagePrice)
	}
	if page && items > 1 {
		a.pages = append([]string{fmt.Sprintf("%s(first: %d)", f.Alias, items)}, a.pages...)
	}
	a.way = a.each
	return a
}

// items is how many objects the field leads to, and whether they come in pages.
func (p *pricer) items(f *ast.Field) (n int64, page bool) {
	list := f.Definition.Type.Elem != nil
	switch {
	case f.Name == "types" && f.ObjectDefinition.Name == "__Schema":
		return int64(p.types), false
	case list && strings.HasPrefix(f.ObjectDefinition.Name, "__"):
		return 2 * plainItems, false
	case f.Name == "nodes" && f.ObjectDefinition.Name == "Query":
		ids, _ := f.ArgumentMap(p.variables)["ids"].([]any)
		return int64(max(1, min(len(ids), model.MaxIDs))), false
	case counts(f) && f.Name == "network":
		return p.first(f, graph.MaxLinks), false
	case counts(f):
		return p.buckets(f), false
	case f.ObjectDefinition.Name == "Network" && f.Name == "actors": // two for each link
		return 2, false
	case counted[f.ObjectDefinition.Name] && list: // the root field has the price of each
		return 1, false
	case f.Definition.Arguments.ForName("first") != nil:
		first := p.first(f, graph.MaxPage)
		switch {
		case list:
			return min(first, plainItems), false
		case !listed(f.SelectionSet):
			return 1, true // of which only the total is asked
		}
		return first, true
	case list && f.Name != "edges": // a page's price has its edges
		return plainItems, false
	}
	return 1, false
}

// listed reports whether a page's items are read for what is selected of it: for all but its
// total.
func listed(page ast.SelectionSet) bool {
	return slices.ContainsFunc(page, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return s.Name == "edges" || s.Name == "pageInfo"
		case *ast.InlineFragment:
			return listed(s.SelectionSet)
		case *ast.FragmentSpread:
			return listed(s.Definition.SelectionSet)
		}
		return false
	})
}

// counted are the types of root fields that count, in which the price of the root field is that
// of an item of their list times the items.
var counted = map[string]bool{"EventStats": true, "ArticleStats": true, "Network": true}

// counts reports whether a field is a root field that counts.
func counts(f *ast.Field) bool {
	return f.ObjectDefinition.Name == "Query" && counted[f.Definition.Type.Name()]
}

// first is the size of a page, at least 1, for even an empty one is an object. What is out
// of range is an error later.
func (p *pricer) first(f *ast.Field, most int64) int64 {
	return max(1, min(number(f.ArgumentMap(p.variables)["first"], 0), most))
}

// buckets is how many a root field that counts can answer. Empty times between others are not
// among them: nothing is read for those.
func (p *pricer) buckets(f *ast.Field) int64 {
	by := f.ArgumentMap(p.variables)["by"]
	dimensions, ok := by.([]any)
	if !ok && by != nil { // one stands for a list of one
		dimensions = []any{by}
	}
	n := int64(1)
	for _, d := range dimensions {
		of, _ := d.(map[string]any)
		first := max(1, min(number(of["first"], defaultKeys), graph.MaxKeys))
		n = times(n, first+2) // and what has no key, and the rest
	}
	return min(n, graph.MaxBuckets)
}

const defaultKeys = 20 // of By.first

// number is a number of a document or of variables.
func number(v any, otherwise int64) int64 {
	switch v := v.(type) {
	case int64:
		return v
	case int:
		return int64(v)
	case json.Number:
		n, err := v.Int64()
		if err == nil {
			return n
		}
	}
	return otherwise
}

// plus and times saturate: their operands are not negative.
func plus(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

func times(a, b int64) int64 {
	if b != 0 && a > math.MaxInt64/b {
		return math.MaxInt64
	}
	return a * b
}
