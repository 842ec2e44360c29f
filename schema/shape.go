package schema

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/actorgraph/actorgraph/schema/model"
)

const (
	maxTokens  = 2_000 // of one document
	maxDepth   = 15    // objects within objects
	maxRepeats = 50    // of one field in one object, under its own name or under others
	maxFields  = 5_000 // of one document, with a fragment's fields counted wherever it is spread
)

// shape refuses documents that would cost too much to validate: validation compares all
// fields of one object in pairs, and what follows walks fragments wherever they are spread.
// It reads documents the executor does not know yet and spends at most maxFields steps.
type shape struct{ documents *recent[*ast.QueryDocument] }

func (shape) ExtensionName() string                   { return "Shape" }
func (shape) Validate(graphql.ExecutableSchema) error { return nil }

func (s shape) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if _, known := s.documents.Get(ctx, p.Query); known {
		return nil
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, maxTokens)
	if err != nil {
		return nil // the executor parses it again, and tells
	}
	if err := checkShape(doc); err != nil {
		return gqlerror.Wrap(err)
	}
	return nil
}

// checkShape returns a *model.LimitError or nil.
func checkShape(doc *ast.QueryDocument) error {
	w := &outline{fragments: map[string]*ast.FragmentDefinition{}, reached: map[string]bool{}}
	for _, f := range doc.Fragments {
		w.fragments[f.Name] = f
	}
	for _, op := range doc.Operations {
		if err := w.object([]ast.SelectionSet{op.SelectionSet}, 1); err != nil {
			return err
		}
	}
	for _, f := range doc.Fragments { // those that nobody spreads are validated too
		if w.reached[f.Name] {
			continue
		}
		if err := w.object([]ast.SelectionSet{f.SelectionSet}, 1); err != nil {
			return err
		}
	}
	return nil
}

// outline walks a document as if its fragments stood where they are spread.
type outline struct {
	fragments map[string]*ast.FragmentDefinition
	reached   map[string]bool
	fields    int
}

// object looks at all selections that together make one object.
func (w *outline) object(sets []ast.SelectionSet, depth int) error {
	if depth > maxDepth {
		return &model.LimitError{
			Message: fmt.Sprintf("the query is nested more than %d deep", maxDepth),
			Hint:    "ask in several requests: take ids from one and go on from nodes(ids)",
		}
	}
	o := members{times: map[string]int{}, spread: map[string]bool{}}
	for _, set := range sets {
		if err := w.collect(&o, set); err != nil {
			return err
		}
	}
	for _, m := range o.list {
		if err := w.object(m.sets, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// members are the fields of one object that have fields themselves, by the key in the
// answer, for fields of one key are answered as one.
type members struct {
	list   []member
	times  map[string]int // each field is asked for
	spread map[string]bool
}

type member struct {
	key  string
	sets []ast.SelectionSet
}

func (o *members) add(f *ast.Field) {
	i := slices.IndexFunc(o.list, func(m member) bool { return m.key == f.Alias })
	if i < 0 {
		i = len(o.list)
		o.list = append(o.list, member{key: f.Alias})
	}
	o.list[i].sets = append(o.list[i].sets, f.SelectionSet)
}

func (w *outline) collect(o *members, set ast.SelectionSet) error {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			w.fields++
			o.times[selection.Name]++
			switch {
			case w.fields > maxFields:
				return &model.LimitError{
					Message: fmt.Sprintf("the query asks for more than %d fields", maxFields),
					Hint:    "spread fragments in fewer places, or ask in several requests",
				}
			case o.times[selection.Name] > maxRepeats:
				return &model.LimitError{
					Message: fmt.Sprintf("%s is asked for more than %d times in one object", selection.Name, maxRepeats),
					Hint:    "ask for it once, or give lists to a filter: where, or nodes(ids)",
				}
			case len(selection.SelectionSet) > 0:
				o.add(selection)
			}
		case *ast.InlineFragment:
			if err := w.collect(o, selection.SelectionSet); err != nil {
				return err
			}
		case *ast.FragmentSpread:
			f := w.fragments[selection.Name]
			if f == nil || o.spread[selection.Name] {
				continue
			}
			o.spread[selection.Name], w.reached[selection.Name] = true, true
			if err := w.collect(o, f.SelectionSet); err != nil {
				return err
			}
		}
	}
	return nil
}
