package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// table is the rows of one class. A row is written and read as the values of columns, in
// that order; what an encode function writes, the decode function beside it reads.
type table struct {
	name    string
	columns []string // without row; key and id first, where it has them
	whole   []int    // the columns that a node is made of
	brief   []int    // those of a brief one, see graph.Detail
	bare    []int    // those of a bare one
}

// newTable lists columns by name. One that no node is made of is written in brackets, one
// that a brief node lacks behind a plus, one that only a bare node lacks behind a minus.
func newTable(name, columns string) *table {
	t := &table{name: name}
	for i, c := range strings.Fields(columns) {
		inner := strings.HasPrefix(c, "(")
		if !inner {
			t.whole = append(t.whole, i)
			if c[0] != '+' {
				t.brief = append(t.brief, i)
			}
			if c[0] != '+' && c[0] != '-' {
				t.bare = append(t.bare, i)
			}
		}
		t.columns = append(t.columns, strings.Trim(c, "()+-"))
	}
	return t
}

// list names the columns as SQL does, each behind a prefix such as "n.".
func (t *table) list(prefix string) string {
	return prefix + strings.Join(t.columns, ", "+prefix)
}

// some names the columns of some numbers.
func (t *table) some(numbers []int, prefix string) string {
	names := make([]string, len(numbers))
	for i, n := range numbers {
		names[i] = prefix + t.columns[n]
	}
	return strings.Join(names, ", ")
}

// index is the number of a column in a row.
func (t *table) index(column string) int {
	for i, c := range t.columns {
		if c == column {
			return i
		}
	}
	panic("sqlite: " + t.name + " has no column " + column)
}

// Values of columns. Lists and records are JSON, NULL where empty, so that equal values have
// equal columns.

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func list[T any](values []T) any {
	if len(values) == 0 {
		return nil
	}
	return encode(values)
}

func nullText(s graph.Text) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func record[T any](v *T) any {
	if v == nil {
		return nil
	}
	return encode(v)
}

// encode never fails: what it is given are plain structs of package graph.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("sqlite: encode %T: %v", v, err))
	}
	return string(b)
}

// moment is a time as text, in its own zone, "" for none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// micro is a moment of the store's own clock, which counts in microseconds.
func micro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// cursor reads the columns of a row one after another. It keeps the first error.
type cursor struct {
	row []any
	at  int
	err error
}

func (c *cursor) next() any {
	if c.at == len(c.row) {
		c.fail(nil, "another column")
		return nil
	}
	c.at++
	return c.row[c.at-1]
}

func (c *cursor) fail(v any, want string) {
	if c.err == nil {
		c.err = fmt.Errorf("column %d holds %T instead of %s: %w", c.at, v, want, graph.ErrConflict)
	}
}

func (c *cursor) skip(n int) { c.at += n }

func (c *cursor) int() int {
	switch v := c.next().(type) {
	case int64:
		return int(v)
	case nil:
		return 0
	default:
		c.fail(v, "a number")
		return 0
	}
}

func (c *cursor) flag() bool { return c.int() != 0 }

func (c *cursor) date() graph.Date { return graph.Date(c.int()) }

func (c *cursor) micro() time.Time {
	n := c.int()
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(n)).UTC()
}

func (c *cursor) text() string {
	switch v := c.next().(type) {
	case string:
		return v
	case nil:
		return ""
	default:
		c.fail(v, "a text")
		return ""
	}
}

func (c *cursor) id() graph.ID { return graph.ID(c.text()) }

func (c *cursor) moment() time.Time {
	s := c.text()
	if s == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		c.fail(s, "a moment")
	}
	return t
}

// json reads a list or record into what dst points to, which stays as it is for NULL.
func (c *cursor) json(dst any) {
	s := c.text()
	if s == "" || c.err != nil {
		return
	}
	if err := json.Unmarshal([]byte(s), dst); err != nil {
		c.err = fmt.Errorf("column %d: %w: %w", c.at, graph.ErrConflict, err)
	}
}

// end gives the error of a row that was read.
func (c *cursor) end(t *table) error {
	if c.err != nil {
		return fmt.Errorf("%s: %w", t.name, c.err)
	}
	if c.at != len(t.columns) {
		return fmt.Errorf("%s: %d columns read of %d: %w", t.name, c.at, len(t.columns), graph.ErrConflict)
	}
	return nil
}

// equalRows compares two rows of one table, apart from the columns given by number.
func equalRows(a, b []any, except ...int) bool {
	for i := range a {
		if !equalValues(a[i], b[i]) && !slices.Contains(except, i) {
			return false
		}
	}
	return true
}

func equalValues(a, b any) bool {
	if a, ok := a.([]byte); ok {
		b, ok := b.([]byte)
		return ok && bytes.Equal(a, b)
	}
	return a == b
}
