package model

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
)

// arguments are those of one field, decoded once for all parents.
type arguments struct {
	first     int // -1 where the field has none
	page      graph.PageRequest
	expansion graph.Expansion // without page and view
	reality   graph.Reality   // of counterparts
	binding   binding
	end       *string // where to go on after a page of the change log, nil for other lists
}

func (a *arguments) cursor(p graph.Position) string {
	if a.end != nil {
		return changeCursor(graph.Sequence(p.Rank))
	}
	return encodeCursor(a.binding, p)
}

// argumentsOf decodes the arguments of a field below the root: those of an edge, or first
// alone where edge is empty. Its errors are *graph.ArgumentError.
func (s *Scope) argumentsOf(ctx context.Context, f graphql.CollectedField, edge graph.Edge) (*arguments, error) {
	if a := s.knownArguments(f); a != nil {
		return a, nil
	}
	a, err := s.decodeArguments(ctx, f, edge)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.arguments[f.Field] {
		if m.page.Total == a.page.Total && m.page.First == a.page.First && m.expansion.Detail == a.expansion.Detail {
			a = m.arguments // the same is read
			break
		}
	}
	s.arguments[f.Field] = append(s.arguments[f.Field], meeting{a, f.Selections})
	return a, nil
}

// meeting is a field as it was met. Below parents of other types it may be merged with
// others, and select more.
type meeting struct {
	*arguments
	selected ast.SelectionSet
}

// knownArguments are those of a field that was met with the same selection, nil if it was not.
func (s *Scope) knownArguments(f graphql.CollectedField) *arguments {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.arguments[f.Field] {
		if slices.Equal(m.selected, f.Selections) {
			return m.arguments
		}
	}
	return nil
}

func (s *Scope) decodeArguments(ctx context.Context, f graphql.CollectedField, edge graph.Edge) (*arguments, error) {
	a := &arguments{first: -1, expansion: graph.Expansion{Edge: edge, Detail: detailOfPage(f.Selections)}}
	if len(f.Definition.Arguments) == 0 {
		return a, nil
	}
	given := f.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	var where any
	var after *string
	for _, def := range f.Definition.Arguments {
		value, ok := given[def.Name]
		if !ok || value == nil {
			continue
		}
		inside := graphql.WithPathContext(ctx, graphql.NewPathWithField(def.Name))
		if err := a.decode(inside, def.Name, value, &where, &after); err != nil {
			return nil, nameArgument(def.Name, len(graphql.GetPath(ctx)), err)
		}
	}
	if a.first >= 0 {
		if err := (graph.PageRequest{First: a.first}).Validate(); err != nil {
			return nil, err
		}
	}
	if edge == "" {
		return a, nil
	}
	return a, s.finish(ctx, a, string(edge), where, after, f)
}

// decode reads one argument. The schema's test calls it for every argument below the root.
func (a *arguments) decode(ctx context.Context, name string, value any, where *any, after **string) error {
	e := &a.expansion
	switch name {
	case "first":
		n, err := graphql.UnmarshalInt(value)
		a.first = n
		return err
	case "after":
		s, err := graphql.UnmarshalString(value)
		*after = &s
		return err
	case "where":
		w := whereOf(farClass(e.Edge))
		if w == nil {
			return fmt.Errorf("no filter of class %q", farClass(e.Edge))
		}
		*where = w
		return graphql.UnmarshalInputFromContext(ctx, value, w)
	case "order":
		s, err := graphql.UnmarshalString(value)
		e.Order = graph.Order(s)
		return err
	case "direction":
		s, err := graphql.UnmarshalString(value)
		e.Direction = graph.Direction(s)
		return err
	case "reality":
		s, err := graphql.UnmarshalString(value)
		a.reality = graph.Reality(s)
		return err
	case "role":
		return decodeList(value, &e.Roles)
	case "relation":
		return decodeList(value, &e.Relations)
	case "at":
		d, err := UnmarshalDate(value)
		e.At = d
		return err
	}
	return fmt.Errorf("argument %s is not read", name)
}

// finish turns where into a filter and after into a position, and asks for what is selected.
func (s *Scope) finish(ctx context.Context, a *arguments, list string, where any, after *string, f graphql.CollectedField) (err error) {
	e := a.expansion
	bound := []any{where, e.Order, e.Roles, e.Relations, e.Direction, e.At}
	if a.reality != "" {
		bound = append(bound, a.reality)
	}
	a.binding, err = bind(list, bound)
	if err != nil {
		return err
	}
	if a.expansion.Where, err = compile(where); err != nil {
		return err
	}
	a.page, err = s.pageRequest(ctx, a, after, f)
	return err
}

func (s *Scope) pageRequest(ctx context.Context, a *arguments, after *string, f graphql.CollectedField) (graph.PageRequest, error) {
	p := graph.PageRequest{First: a.first}
	if err := p.Validate(); err != nil {
		return p, err
	}
	if after != nil {
		position, err := decodeCursor(a.binding, *after)
		if err != nil {
			return p, err
		}
		p.After = position
	}
	items := false
	for _, field := range graphql.CollectFields(graphql.GetOperationContext(ctx), f.Selections, s.source.names[f.Definition.Type.Name()]) {
		switch field.Name {
		case "totalCount":
			p.Total = true
		case "edges", "pageInfo":
			items = true
		}
	}
	if !items { // only the total is wanted
		p.First = 0
	}
	return p, nil
}

// farClass is the class of what the where of an edge narrows.
func farClass(e graph.Edge) graph.Class {
	if e == edgeCounterparts {
		return graph.ClassEvent
	}
	return e.To()
}

// whereOf is an empty filter, as people write them, of the nodes of a class; nil if they
// cannot be filtered.
func whereOf(c graph.Class) any {
	switch c {
	case graph.ClassActor:
		return new(graph.ActorWhere)
	case graph.ClassEvent:
		return new(graph.EventWhere)
	case graph.ClassTie:
		return new(graph.TieWhere)
	case graph.ClassEvidence:
		return new(graph.EvidenceWhere)
	}
	return nil
}

// compile turns a filter as people write it into one of the graph; nil into nil.
func compile(where any) (graph.Filter, error) {
	switch w := where.(type) {
	case nil:
		return nil, nil
	case *graph.ActorWhere:
		return graph.CompileActors(w, "where")
	case *graph.EventWhere:
		return graph.CompileEvents(w, "where")
	case *graph.TieWhere:
		return graph.CompileTies(w, "where")
	case *graph.EvidenceWhere:
		return graph.CompileEvidence(w, "where")
	case *graph.ArticleWhere:
		return graph.CompileArticles(w, "where")
	case *graph.PlaceWhere:
		return graph.CompilePlaces(w, "where")
	}
	return nil, fmt.Errorf("no filter is made of %T", where)
}

// decodeList reads a list of enum values; a single one stands for a list of one.
func decodeList[T ~string](value any, out *[]T) error {
	values, ok := value.([]any)
	if !ok {
		values = []any{value}
	}
	for _, v := range values {
		s, err := graphql.UnmarshalString(v)
		if err != nil {
			return err
		}
		*out = append(*out, T(s))
	}
	return nil
}
