package model

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
)

// planned is one selected field of one type, with what does not differ from value to value.
type planned struct {
	graphql.CollectedField
	key    string          // with quotes and colon
	name   ast.PathElement // the same in a path
	typ    *ast.Type
	object string // the type that has the field
	row    row
	detail graph.Detail         // of the nodes it leads to
	below  map[string][]planned // by the type of the value
	get    *getter
	of     reflect.Type // for which get is
	ctx    context.Context

	arguments *arguments // of an edge, once decoded
}

func (w *writer) planned(f graphql.CollectedField) planned {
	return planned{CollectedField: f, detail: detailOf(f.Selections), key: `"` + f.Alias + `":`, name: ast.PathName(f.Alias), typ: f.Definition.Type}
}

// plan is what is selected of a value of the field, if it is of that object type.
func (f *planned) plan(w *writer, typ string) []planned {
	if p, ok := f.below[typ]; ok {
		return p
	}
	fields := graphql.CollectFields(w.op, f.Selections, w.scope.source.names[typ])
	p := make([]planned, len(fields))
	for i, field := range fields {
		p[i] = w.planned(field)
		p[i].object = typ
		p[i].row, _ = w.scope.source.rowOf(typ, field.Name)
	}
	if f.below == nil {
		f.below = map[string][]planned{}
	}
	f.below[typ] = p
	return p
}

// context is that in which methods of the field find its arguments.
func (f *planned) context(w *writer) context.Context {
	if f.ctx == nil {
		f.ctx = graphql.WithFieldContext(w.ctx, &graphql.FieldContext{Object: f.object, Field: f.CollectedField})
	}
	return f.ctx
}

// read gets the value of the field from that of its object.
func (f *planned) read(w *writer, of reflect.Value) (reflect.Value, error) {
	if of.Type() != f.of {
		f.get, f.of = getterOf(of.Type(), f.Name), of.Type()
	}
	switch {
	case f.get == nil:
		return reflect.Value{}, fmt.Errorf("%s has no %s", of.Type(), f.Name)
	case f.get.field != nil:
		return of.FieldByIndex(f.get.field), nil
	}
	var in []reflect.Value
	if f.get.context {
		in = []reflect.Value{reflect.ValueOf(f.context(w))}
	}
	out := of.Method(f.get.method).Call(in)
	if len(out) > 1 && !out[1].IsNil() {
		return out[0], out[1].Interface().(error)
	}
	return out[0], nil
}

// getter is where a Go type has the value of a field: in the method or else the struct
// field to which gqlgen binds, found by the same name in any case.
type getter struct {
	field   []int
	method  int
	context bool // the method takes one
}

type getterKey struct {
	typ  reflect.Type
	name string
}

var getters sync.Map // getterKey → *getter, nil where there is none

func getterOf(t reflect.Type, name string) *getter {
	key := getterKey{t, name}
	if g, ok := getters.Load(key); ok {
		return g.(*getter)
	}
	g := findGetter(t, name)
	getters.Store(key, g)
	return g
}

func findGetter(t reflect.Type, name string) *getter {
	for m := range t.Methods() {
		if strings.EqualFold(m.Name, name) && m.Type.NumIn() <= 2 {
			return &getter{method: m.Index, context: m.Type.NumIn() == 2}
		}
	}
	if t.Kind() == reflect.Struct {
		if f, ok := t.FieldByNameFunc(func(s string) bool { return strings.EqualFold(s, name) }); ok {
			return &getter{field: f.Index}
		}
	}
	return nil
}

var (
	idType   = reflect.TypeFor[graph.ID]()
	textType = reflect.TypeFor[graph.Text]()
	dateType = reflect.TypeFor[graph.Date]()
	timeType = reflect.TypeFor[time.Time]()
)

// value writes what a field or an item of its list holds.
func (w *writer) value(v reflect.Value, typ *ast.Type, f *planned) result {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return null
		}
		v = v.Elem()
	}
	switch {
	case typ.Elem != nil:
		if v.IsNil() && !typ.NonNull {
			return null
		}
		return w.items(f, typ, v.Len(), func(i int) result { return w.value(v.Index(i), typ.Elem, f) })
	case len(f.Selections) > 0:
		whole := v.Interface()
		if n, ok := whole.(Node); ok {
			return w.node(f, typ, n)
		}
		return w.object(whole, typ.Name(), f)
	}
	return w.leaf(v, f)
}

func (w *writer) leaf(v reflect.Value, f *planned) result {
	switch v.Type() {
	case idType, textType:
		if v.Len() == 0 {
			return null
		}
	case dateType:
		d := graph.Date(v.Int())
		if !d.Known() {
			return null
		}
		w.text(d.String())
		return written
	case timeType:
		return w.marshaled(MarshalDateTime(v.Interface().(time.Time)))
	}
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.out = strconv.AppendBool(w.out, v.Bool())
	case reflect.Int, reflect.Int64, reflect.Int32:
		w.out = strconv.AppendInt(w.out, v.Int(), 10)
	case reflect.Float64:
		w.out = fmt.Appendf(w.out, "%g", v.Float())
	default:
		return w.fail(f, fmt.Errorf("%s is no scalar", v.Type()))
	}
	return written
}

func (w *writer) marshaled(m graphql.Marshaler) result {
	if m == graphql.Null {
		return null
	}
	var b bytes.Buffer
	m.MarshalGQL(&b)
	w.out = append(w.out, b.Bytes()...)
	return written
}

const hexadecimal = "0123456789abcdef"

// text writes a string as graphql.MarshalString does.
func (w *writer) text(s string) {
	w.out = append(w.out, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		w.out = append(w.out, s[start:i]...)
		start = i + 1
		switch c {
		case '\t':
			w.out = append(w.out, `\t`...)
		case '\r':
			w.out = append(w.out, `\r`...)
		case '\n':
			w.out = append(w.out, `\n`...)
		case '"', '\\':
			w.out = append(w.out, '\\', c)
		default:
			w.out = append(w.out, '\\', 'u', '0', '0', hexadecimal[c>>4], hexadecimal[c&0xf])
		}
	}
	w.out = append(append(w.out, s[start:]...), '"')
}
