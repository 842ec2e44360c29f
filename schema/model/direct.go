package model

import (
	"context"
	"errors"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
)

// WriteDirectly is a field middleware that writes what a root field has found straight from
// the selection, where gqlgen would run a goroutine, a context and a dozen allocations for
// every value. The bytes are the same; of several errors below one null, only the first is
// told. What is selected was read ahead; a miss reads its one parent.
func WriteDirectly(ctx context.Context, next graphql.Resolver) (any, error) {
	fc := graphql.GetFieldContext(ctx)
	found, err := next(ctx)
	if err != nil || found == nil || fc.Object != "Query" && fc.Object != "Mutation" || strings.HasPrefix(fc.Field.Name, "__") {
		return found, err
	}
	w := &writer{ctx: ctx, scope: scopeOf(ctx), op: graphql.GetOperationContext(ctx), path: graphql.GetPath(ctx), out: takeBuffer()}
	root := w.planned(fc.Field)
	var result result
	if p, ok := found.(interface{ source() *pageValue }); ok {
		v := reflect.ValueOf(found)
		if v.IsNil() {
			return graphql.Null, nil
		}
		result = w.object(p.source(), root.typ.Name(), &root)
	} else {
		result = w.value(reflect.ValueOf(found), root.typ, &root)
	}
	if result != written {
		if root.typ.NonNull { // for which gqlgen says that nothing can be answered
			if result == null {
				w.fail(&root, errNull)
			}
			return graphql.RequiredNull, nil
		}
		return graphql.Null, nil
	}
	return graphql.WriterFunc(func(to io.Writer) {
		_, _ = to.Write(w.out)
		giveBuffer(w.out)
		w.out = nil
	}), nil
}

// buffers holds what finished writers leave, so that an answer need not grow its own anew.
var buffers sync.Pool // *[]byte

const maxBuffer = 1 << 20 // bytes of one that is kept

func takeBuffer() []byte {
	if b, ok := buffers.Get().(*[]byte); ok {
		return (*b)[:0]
	}
	return make([]byte, 0, 16<<10)
}

func giveBuffer(b []byte) {
	if cap(b) <= maxBuffer {
		buffers.Put(&b)
	}
}

// result is what became of a value: a failure has been told, a null is one where the type
// allows it and a failure where not.
type result int

const (
	written result = iota
	null
	failed
)

var errNull = errors.New("the requested element is null which the schema does not allow")

// writer writes one root field. One goroutine uses it.
type writer struct {
	ctx   context.Context
	scope *Scope
	op    *graphql.OperationContext
	path  ast.Path
	out   []byte
	ids   []graph.ID // of one field, until its nodes were looked up
}

// pageValue and hopValue are a page and its item while they are written.
type (
	pageValue struct {
		page graph.Page[graph.Hop]
		a    *arguments
	}
	hopValue struct {
		*graph.Hop
		position graph.Position
		a        *arguments
	}
)

// object writes the selected fields of a value of an object type.
func (w *writer) object(v any, typ string, in *planned) result {
	p := in.plan(w, typ)
	start := len(w.out)
	w.out = append(w.out, '{')
	for i := range p {
		f := &p[i]
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.out = append(w.out, f.key...)
		w.path = append(w.path, f.name)
		from := len(w.out)
		r := w.field(f, typ, v)
		ok := r == written || w.orNull(f, f.typ, from, r)
		w.path = w.path[:len(w.path)-1]
		if !ok {
			w.out = w.out[:start]
			return failed
		}
	}
	w.out = append(w.out, '}')
	return written
}

// orNull writes null for what is null or has failed, unless its type forbids that.
func (w *writer) orNull(f *planned, typ *ast.Type, from int, r result) bool {
	w.out = w.out[:from]
	if typ.NonNull {
		if r == null {
			w.fail(f, errNull)
		}
		return false
	}
	w.out = append(w.out, "null"...)
	return true
}

func (w *writer) fail(f *planned, err error) result {
	graphql.AddError(w.ctx, atField(f.Field, slices.Clone(w.path), err))
	return failed
}

// items writes a list of n.
func (w *writer) items(f *planned, typ *ast.Type, n int, item func(i int) result) result {
	start := len(w.out)
	w.out = append(w.out, '[')
	for i := range n {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.path = append(w.path, ast.PathIndex(i))
		from := len(w.out)
		r := item(i)
		ok := r == written || w.orNull(f, typ.Elem, from, r)
		w.path = w.path[:len(w.path)-1]
		if !ok {
			w.out = w.out[:start]
			return failed
		}
	}
	w.out = append(w.out, ']')
	return written
}

func (w *writer) field(f *planned, typ string, v any) result {
	if f.Name == "__typename" {
		w.text(typ)
		return written
	}
	switch v := v.(type) {
	case *pageValue:
		return w.ofPage(f, v)
	case *hopValue:
		return w.ofHop(f, v)
	}
	switch {
	case f.row.edge != "":
		return w.edge(f, v)
	case f.row.ids != nil && len(f.Selections) > 0:
		w.ids = f.row.ids(w.ids[:0], v)
		if f.typ.Elem == nil {
			return w.reference(f, w.ids[0])
		}
		return w.references(f, w.ids)
	case f.row.inside != nil:
		a, err := w.scope.argumentsOf(f.context(w), f.CollectedField, "")
		if err != nil {
			return w.fail(f, err)
		}
		values := cut(f.row.inside(nil, v), a)
		if f.typ.Elem == nil {
			if len(values) == 0 {
				return null
			}
			return w.object(values[0], f.typ.Name(), f)
		}
		return w.items(f, f.typ, len(values), func(i int) result { return w.object(values[i], f.typ.Name(), f) })
	}
	got, err := f.read(w, reflect.ValueOf(v))
	if err != nil {
		return w.fail(f, err)
	}
	return w.value(got, f.typ, f)
}

func (w *writer) ofPage(f *planned, v *pageValue) result {
	switch f.Name {
	case "edges":
		h := hopValue{a: v.a}
		return w.items(f, f.typ, len(v.page.Items), func(i int) result {
			h.Hop, h.position = &v.page.Items[i], v.page.Positions[i]
			return w.object(&h, f.typ.Name(), f)
		})
	case "pageInfo":
		info := PageInfo{HasNextPage: v.page.More, HasPreviousPage: v.a.page.After != nil}
		if n := len(v.page.Items); n > 0 {
			first, last := v.a.cursor(v.page.Positions[0]), v.a.cursor(v.page.Positions[n-1])
			info.StartCursor, info.EndCursor = &first, &last
		}
		if v.a.end != nil {
			info.EndCursor = v.a.end
		}
		return w.object(info, f.typ.Name(), f)
	case "totalCount":
		if v.page.Total < 0 {
			return null
		}
		w.out = strconv.AppendInt(w.out, int64(v.page.Total), 10)
		return written
	}
	return w.fail(f, errors.New("a page has no "+f.Name))
}

func (w *writer) ofHop(f *planned, v *hopValue) result {
	switch f.Name {
	case "cursor":
		w.text(v.a.cursor(v.position))
		return written
	case "node":
		return w.node(f, f.typ, wrap(v.Node))
	case "tie":
		if v.Tie == nil {
			return null
		}
		return w.object(Tie{v.Tie}, "Tie", f)
	case "other":
		return w.reference(f, farEnd(v.Hop))
	case "number":
		q := quantity(v.Number, "")
		if q == nil {
			return null
		}
		return w.object(*q, f.typ.Name(), f)
	case "roles":
		return w.value(reflect.ValueOf(v.Roles), f.typ, f)
	case "standing":
		return w.value(reflect.ValueOf(v.Standing), f.typ, f)
	case "passages":
		w.out = strconv.AppendInt(w.out, int64(v.Passages), 10)
		return written
	}
	if s := sharedOf(v.Hop); s.with != nil {
		got, err := f.read(w, reflect.ValueOf(s))
		if err != nil {
			return w.fail(f, err)
		}
		return w.value(got, f.typ, f)
	}
	return w.fail(f, errors.New("an item of a page has no "+f.Name))
}

// edge writes the page that was read for a field of a node.
func (w *writer) edge(f *planned, v any) result {
	parent := v.(Node).NodeID()
	if f.arguments == nil {
		var err error
		if f.arguments, err = w.scope.argumentsOf(f.context(w), f.CollectedField, f.row.edge); err != nil {
			return w.fail(f, err)
		}
	}
	a := f.arguments
	p, ok := w.scope.known(pageKey{a, parent})
	if !ok {
		var err error
		if p, a, err = w.scope.page(f.context(w), parent); err != nil {
			return w.fail(f, err)
		}
	}
	return w.object(&pageValue{p, a}, f.typ.Name(), f)
}

// reference writes a node by id.
func (w *writer) reference(f *planned, id graph.ID) result {
	if id == "" {
		return null
	}
	n, ok := w.scope.lookUpOne(id, f.detail)
	if !ok {
		ns, err := w.scope.load(f.context(w), []graph.ID{id})
		if err != nil {
			return w.fail(f, err)
		}
		n = ns[0]
	}
	return w.node(f, f.typ, n)
}

// references writes those of a list of ids that are in the graph and of its type.
func (w *writer) references(f *planned, ids []graph.ID) result {
	a, err := w.scope.argumentsOf(f.context(w), f.CollectedField, "")
	if err != nil {
		return w.fail(f, err)
	}
	ids = cut(ids, a)
	ns, ok := w.scope.lookUp(ids, f.detail)
	if !ok {
		if ns, err = w.scope.load(f.context(w), ids); err != nil {
			return w.fail(f, err)
		}
	}
	ns = slices.DeleteFunc(ns, func(n Node) bool { return !w.fits(n, f.typ) })
	return w.items(f, f.typ, len(ns), func(i int) result { return w.node(f, f.typ.Elem, ns[i]) })
}

func (w *writer) node(f *planned, typ *ast.Type, n Node) result {
	if !w.fits(n, typ) {
		return null
	}
	return w.object(n, n.typeName(), f)
}

// fits reports whether a node is of a type, or implements it.
func (w *writer) fits(n Node, typ *ast.Type) bool {
	return n != nil && slices.Contains(w.scope.source.names[n.typeName()], typ.Name())
}
