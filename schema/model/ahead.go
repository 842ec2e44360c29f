package model

import (
	"context"
	"slices"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
)

// front is a selection and the objects it applies to: nodes, or plain values of one type.
type front struct {
	typ        string // the declared type; nodes know their own
	selections ast.SelectionSet
	path       ast.Path
	objects    []any
}

// level is what one level of a selection wants to read.
type level struct {
	ids   []wanted
	texts []graph.RevisionID
	steps []*step
	next  []continuation
	found atomic.Int64 // nodes in the pages of the steps, while they are read
}

// wanted is a node to be read, and how much of it.
type wanted struct {
	id graph.ID
	graph.Detail
}

// step is one edge field with all parents of the level.
type step struct {
	field     *ast.Field
	arguments *arguments
	path      ast.Path
	parents   []graph.ID
}

// continuation is a front whose objects are known once the level was read: nodes by id, or
// the pages of a field.
type continuation struct {
	front
	ids     []graph.ID
	of      *arguments
	parents []graph.ID
}

func (l *level) empty() bool { return len(l.ids) == 0 && len(l.texts) == 0 && len(l.steps) == 0 }

// reach wants nodes by id and, below them, what the field selects.
func (l *level) reach(f graphql.CollectedField, ids []graph.ID, path ast.Path) {
	d := detailOf(f.Selections)
	for _, id := range ids {
		l.ids = append(l.ids, wanted{id, d})
	}
	if len(f.Selections) > 0 {
		l.next = append(l.next, continuation{
			front: front{typ: f.Definition.Type.Name(), selections: f.Selections, path: path}, ids: ids,
		})
	}
}

// follow wants a page for each parent and, below them, what the field selects. The same
// field with the same selection, met below another kind of parent, joins the same call.
func (l *level) follow(f graphql.CollectedField, a *arguments, parents []graph.ID, path ast.Path) {
	i := slices.IndexFunc(l.steps, func(s *step) bool { return s.arguments == a })
	if i < 0 {
		i = len(l.steps)
		l.steps = append(l.steps, &step{field: f.Field, arguments: a, path: path})
	}
	l.steps[i].parents = append(l.steps[i].parents, parents...)
	l.next = append(l.next, continuation{
		front: front{typ: f.Definition.Type.Name(), selections: f.Selections, path: path}, of: a, parents: parents,
	})
}

// gather adds to the level what a front wants, walking through plain values.
func (s *Scope) gather(ctx context.Context, l *level, f front) error {
	for _, kind := range byType(f) {
		for _, field := range graphql.CollectFields(graphql.GetOperationContext(ctx), kind.selections, s.source.names[kind.typ]) {
			row, ok := s.source.rowOf(kind.typ, field.Name)
			if !ok {
				continue
			}
			path := append(slices.Clip(f.path), ast.PathName(field.Alias))
			if err := s.want(ctx, l, row, field, kind.objects, path); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Scope) want(ctx context.Context, l *level, row row, field graphql.CollectedField, objects []any, path ast.Path) error {
	a, err := s.argumentsOf(ctx, field, row.edge)
	if err != nil {
		return atField(field.Field, path, err)
	}
	switch {
	case row.edge != "":
		parents := make([]graph.ID, len(objects))
		for i, o := range objects {
			parents[i] = o.(Node).NodeID()
		}
		l.follow(field, a, parents, path)
	case row.text != nil:
		if s.source.texts {
			for _, o := range objects {
				l.texts = append(l.texts, row.text(o))
			}
		}
	case row.ids != nil:
		ids := make([]graph.ID, 0, len(objects))
		for _, o := range objects {
			from := len(ids)
			ids = row.ids(ids, o)
			ids = ids[:from+len(cut(ids[from:], a))]
		}
		l.reach(field, ids, path)
	case row.inside != nil:
		inner := make([]any, 0, len(objects))
		for _, o := range objects {
			from := len(inner)
			inner = row.inside(inner, o)
			inner = inner[:from+len(cut(inner[from:], a))]
		}
		if len(inner) > 0 {
			return s.gather(ctx, l, front{typ: field.Definition.Type.Name(), selections: field.Selections, path: path, objects: inner})
		}
	}
	return nil
}

// cut shortens a plain list to the field's first.
func cut[T any](list []T, a *arguments) []T {
	if a != nil && a.first >= 0 && len(list) > a.first {
		return list[:a.first]
	}
	return list
}

// byType splits the nodes of a front by their types, in order of appearance. Other values
// are of the declared type.
func byType(f front) []front {
	var out []front
	for _, o := range f.objects {
		typ := f.typ
		if n, ok := o.(Node); ok {
			typ = n.typeName()
		}
		i := slices.IndexFunc(out, func(k front) bool { return k.typ == typ })
		if i < 0 {
			i = len(out)
			out = append(out, front{typ: typ, selections: f.selections, objects: make([]any, 0, len(f.objects))})
		}
		out[i].objects = append(out[i].objects, o)
	}
	return out
}
