package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// matched are the rows n of the nodes that a condition finds, each in exactly one of the parts.
type matched []fragment

// drivenForAll is how many times as many nodes as for a page it pays to drive from where all that
// match are read: a walk does not stop at the end of a page.
const drivenForAll = 10

// matching finds the nodes of a class for which a condition holds, in no order.
func (s *Store) matching(ctx context.Context, c *conn, class graph.Class, where graph.Filter) (matched, error) {
	if class == graph.ClassEvent && s.form != graph.FormWalk {
		if out, err := c.ofOneActor(ctx, where); out != nil || err != nil {
			return out, err
		}
	}
	q := graph.Query{Class: class, Where: where, Order: graph.DefaultOrder(class, "")}
	drive, err := s.chooseOf(ctx, c, q, drivenForAll)
	if err != nil {
		return nil, err
	}
	l, err := findList(q, drive)
	if err != nil {
		return nil, err
	}
	var out matched
	for _, r := range l.parts() {
		where := all(l.where, r.where, l.atMost())
		from := l.from
		if r.index != "" && where.text != never.text { // of nothing no index is an index
			from = build("{} INDEXED BY {}", from, r.index)
		}
		out = append(out, build("{} WHERE {}", from, where))
	}
	return out, nil
}

// selecting selects some columns of all.
func (m matched) selecting(columns string) fragment {
	var texts []string
	var args []any
	for _, part := range m {
		texts = append(texts, "SELECT "+columns+" FROM "+part.text)
		args = append(args, part.args...)
	}
	return fragment{strings.Join(texts, " UNION ALL "), args}
}

// eventsOf selects the events of actors as rows of event, from the table part. It has the columns
// that a count looks at; SQLite does nothing for those that a statement does not name.
var eventsOf = fmt.Sprintf(`SELECT event AS key, actor, start, stop, type, %s AS quad, status, negated, score, actors, standing,
	(SELECT e.modes FROM event AS e WHERE e.key = event) AS modes, (SELECT e.contexts FROM event AS e WHERE e.key = event) AS contexts,
	(SELECT e.tellers FROM event AS e INDEXED BY event_newest WHERE e.open = 1 AND e.start = part.start AND e.key = event) AS tellers
	FROM part`, quadOfType())

// quadOfType is the expression of the quad class of a type.
func quadOfType() string {
	var b strings.Builder
	b.WriteString("CASE type")
	for _, t := range graph.EventTypes {
		fmt.Fprintf(&b, " WHEN '%s' THEN '%s'", t, t.Quad())
	}
	return b.String() + " END"
}

// hasColumns reports whether eventsOf has what a condition on events looks at.
func hasColumns(f graph.Filter) bool {
	lacks := func(g graph.Filter) bool { return !hasColumns(g) }
	switch f := f.(type) {
	case graph.And:
		return !slices.ContainsFunc(f, lacks)
	case graph.Or:
		return !slices.ContainsFunc(f, lacks)
	case *graph.Not:
		return hasColumns(f.Filter)
	case *graph.Compare:
		switch f.Property {
		case graph.PropType, graph.PropQuad, graph.PropStatus, graph.PropNegated, graph.PropWhen, graph.PropDated,
			graph.PropMode, graph.PropContext, graph.PropMinNumber:
			return true
		}
		return false
	}
	return true // a Has or a Keyed looks at the key, or at columns that are there
}

// ofOneActor finds the events that match where a condition wants one actor to take part: from the
// table part, in which they lie together. nil where there is no such condition, or where each of
// very many events would have to be looked up for another.
func (c *conn) ofOneActor(ctx context.Context, where graph.Filter) (matched, error) {
	flat := graph.And{where}
	if and, ok := where.(graph.And); ok {
		flat = and
	}
	found, least := -1, int64(0)
	for i, f := range flat {
		id, _, ok := graph.OneActor(f)
		key, named := keyOf(id)
		if !ok || !named {
			continue
		}
		events := int64(0)
		err := c.query(ctx, func(row []any) error {
			events = row[0].(int64)
			return nil
		}, "SELECT events FROM actor WHERE key = ?", key)
		if err != nil {
			return nil, err
		}
		if found < 0 || events < least {
			found, least = i, events
		}
	}
	if found < 0 {
		return nil, nil
	}
	has := flat[found].(*graph.Has)
	rest := slices.Delete(slices.Clone(flat), found, found+1)
	if !hasColumns(rest) || least > graph.ProbeLimit && slices.ContainsFunc(rest, looksFar) {
		return nil, nil
	}
	f := &filters{}
	others, err := f.compile(graph.ClassEvent, "n", rest)
	if err != nil {
		return nil, err
	}
	ids := has.Where.(*graph.Compare).Texts
	return matched{build("({} WHERE {} AND {}) AS n WHERE {}", eventsOf, idsOf("actor", "actor", ids), counts(has.Link, "part"), others)}, nil
}

// looksFar reports whether a condition on events looks at anything but their columns.
func looksFar(f graph.Filter) bool {
	switch f := f.(type) {
	case graph.And:
		return slices.ContainsFunc(f, looksFar)
	case graph.Or:
		return slices.ContainsFunc(f, looksFar)
	case *graph.Not:
		return looksFar(f.Filter)
	case *graph.Compare:
		return f.Property == graph.PropMinNumber || f.Property == graph.PropMode || f.Property == graph.PropContext
	case nil:
		return false
	}
	return true
}
