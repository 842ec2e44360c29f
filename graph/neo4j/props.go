package neo4j

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// props are the properties of a node or a relationship, as the driver takes and gives them.
// Empty texts and lists are left out, so that equal values have equal properties.
type props map[string]any

func (p props) text(name, value string) {
	if value != "" {
		p[name] = value
	}
}

// number is kept even where it is 0, because indexes leave out what is absent.
func (p props) number(name string, value int64) { p[name] = value }

func (p props) flag(name string, value bool) { p[name] = value }

// moment is a time in its own zone, as text.
func (p props) moment(name string, t time.Time) {
	if !t.IsZero() {
		p[name] = t.UTC().Format(time.RFC3339Nano)
	}
}

// list is a list of texts, or absent.
func list[T ~string](p props, name string, values []T) {
	if len(values) == 0 {
		return
	}
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	p[name] = out
}

// records is a list of records as JSON, or absent.
func records[T any](p props, name string, values []T) {
	if len(values) > 0 {
		p[name] = encode(values)
	}
}

// record is one record as JSON, or absent.
func record[T any](p props, name string, v *T) {
	if v != nil {
		p[name] = encode(v)
	}
}

// encode never fails: what it is given are plain structs of package graph.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("neo4j: encode %T: %v", v, err))
	}
	return string(b)
}

// id is the id of a node, "" of what is none of ours.
func (p props) id() graph.ID {
	id, _ := p["id"].(string)
	return graph.ID(id)
}

// equal compares two states of one node, but for the properties named.
func (p props) equal(q props, except ...string) bool {
	return p.contains(q, except) && q.contains(p, except)
}

func (p props) contains(q props, except []string) bool {
	for name, v := range q {
		if !slices.Contains(except, name) && !reflect.DeepEqual(p[name], v) {
			return false
		}
	}
	return true
}

// keyLength is how many characters of a name an index holds: the server refuses keys of more
// than some thousand bytes. Lists order by the whole name within equal keys.
const keyLength = 100

// name adds what lists and filters need of a name, folded.
func (p props) name(fold string) {
	p["nameFold"] = fold
	key := []rune(fold)
	p["nameKey"] = string(key[:min(len(key), keyLength)])
}

// fields reads the properties of one node. It keeps the first error.
type fields struct {
	props
	err error
}

func (f *fields) fail(name string, v any, want string) {
	if f.err == nil {
		f.err = fmt.Errorf("property %s holds %T instead of %s: %w", name, v, want, graph.ErrConflict)
	}
}

func (f *fields) int(name string) int {
	switch v := f.props[name].(type) {
	case int64:
		return int(v)
	case nil:
	default:
		f.fail(name, v, "a number")
	}
	return 0
}

func (f *fields) date(name string) graph.Date { return graph.Date(f.int(name)) }

// micro is a moment of the store's own clock, which counts in microseconds.
func (f *fields) micro(name string) time.Time { return microTime(int64(f.int(name))) }

func microTime(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}

func microOf(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func (f *fields) bool(name string) bool {
	switch v := f.props[name].(type) {
	case bool:
		return v
	case nil:
	default:
		f.fail(name, v, "true or false")
	}
	return false
}

func (f *fields) str(name string) string {
	switch v := f.props[name].(type) {
	case string:
		return v
	case nil:
	default:
		f.fail(name, v, "a text")
	}
	return ""
}

func (f *fields) known(name string) graph.Text { return graph.Text(f.str(name)) }

func (f *fields) id(name string) graph.ID { return graph.ID(f.str(name)) }

func (f *fields) time(name string) time.Time {
	s := f.str(name)
	if s == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		f.fail(name, s, "a moment")
	}
	return t
}

// json reads a record or a list of them into what dst points to, which stays as it is where
// the property is absent.
func (f *fields) json(name string, dst any) {
	s := f.str(name)
	if s == "" || f.err != nil {
		return
	}
	if err := json.Unmarshal([]byte(s), dst); err != nil {
		f.err = fmt.Errorf("property %s: %w: %w", name, graph.ErrConflict, err)
	}
}

// texts reads a list of texts.
func texts[T ~string](f *fields, name string) []T {
	values, _ := f.props[name].([]any)
	var out []T
	for _, v := range values {
		s, ok := v.(string)
		if !ok {
			f.fail(name, v, "a text")
		}
		out = append(out, T(s))
	}
	return out
}

// end gives the error of a node that was read.
func (f *fields) end() error {
	if f.err != nil {
		return fmt.Errorf("%v: %w", f.props["id"], f.err)
	}
	return nil
}

// period keeps a period whole and, as numbers, what filters compare. The end is never before
// the start.
func (p props) period(name, start, end string, v *graph.Period) {
	record(p, name, v)
	first, last := v.Ends()
	p.number(start, int64(first))
	p.number(end, int64(max(first, last)))
}

// camel writes DEAD as Dead.
func camel(constant string) string {
	return constant[:1] + strings.ToLower(constant[1:])
}
