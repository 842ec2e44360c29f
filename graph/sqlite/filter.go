package sqlite

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// filters compiles a graph.Filter to a condition that is tested on one node after another
// while an index is walked. Filters are checked by graph.ValidateFilter before.
type filters struct {
	names int // aliases given out
}

// alias is a name that no other part of the statement has.
func (c *filters) alias() string {
	c.names++
	return fmt.Sprintf("n%d", c.names)
}

// compile gives the condition on a node of a class whose row has the name n.
func (c *filters) compile(class graph.Class, n string, f graph.Filter) (fragment, error) {
	switch f := f.(type) {
	case nil:
		return always, nil
	case graph.And:
		parts, err := c.each(class, n, f)
		return all(parts...), err
	case graph.Or:
		parts, err := c.each(class, n, f)
		return some(parts...), err
	case *graph.Not:
		part, err := c.compile(class, n, f.Filter)
		return not(part), err
	case *graph.Has:
		return c.has(class, n, f)
	case *graph.Keyed:
		return c.keyed(class, n, f), nil
	case *graph.Compare:
		return compare(class, n, f)
	}
	return never, fmt.Errorf("filter %T: %w", f, graph.ErrInvalid)
}

func (c *filters) each(class graph.Class, n string, fs []graph.Filter) ([]fragment, error) {
	var parts []fragment
	for _, f := range fs {
		part, err := c.compile(class, n, f)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// has gives the condition that some far end of a link matches.
func (c *filters) has(class graph.Class, n string, f *graph.Has) (fragment, error) {
	far, between := c.alias(), c.alias()
	where, err := c.compile(f.Link.To(), far, f.Where)
	if err != nil {
		return never, err
	}
	from, err := link(class, f.Link, n, far, between)
	if err != nil {
		return never, err
	}
	return build("EXISTS (SELECT 1 FROM {} AND {})", from, where), nil
}

// link joins the far ends of a link to the row n, up to and with the condition that they are
// open.
func link(class graph.Class, l graph.Link, n, far, between string) (fragment, error) {
	text := ""
	switch l {
	case graph.LinkEvents, graph.LinkSourceOf, graph.LinkTargetOf:
		text = "part AS {b} CROSS JOIN event AS {f} ON {f}.key = {b}.event WHERE {b}.actor = {n}.key AND " + counts(l, "{b}")
	case graph.LinkActor, graph.LinkSource, graph.LinkTarget:
		text = "part AS {b} CROSS JOIN actor AS {f} ON {f}.key = {b}.actor WHERE {b}.event = {n}.key AND " + counts(l, "{b}")
	case graph.LinkTies:
		text = `(SELECT key FROM tie WHERE from_actor = {n}.key AND open = 1
			UNION ALL SELECT key FROM tie WHERE to_node = {n}.key AND open = 1) AS {b} CROSS JOIN tie AS {f} ON {f}.key = {b}.key WHERE 1`
	case graph.LinkTiesFrom:
		text = "tie AS {f} WHERE {f}.from_actor = {n}.key"
	case graph.LinkTiesTo:
		text = "tie AS {f} WHERE {f}.to_node = {n}.key"
	case graph.LinkFrom:
		text = "actor AS {f} WHERE {f}.key = {n}.from_actor"
	case graph.LinkTo:
		text = "actor AS {f} WHERE {f}.key = {n}.to_node"
	case graph.LinkParty:
		text = "actor AS {f} WHERE {f}.key IN ({n}.from_actor, {n}.to_node)"
	case graph.LinkEvidence:
		text = "evidence AS {f} WHERE {f}.fact = {n}.key"
	case graph.LinkPlace:
		text = "place AS {f} WHERE {f}.key = {n}.to_node"
		if class == graph.ClassEvent {
			text = "event_place AS {b} CROSS JOIN place AS {f} ON {f}.key = {b}.place WHERE {b}.event = {n}.key"
		}
	case graph.LinkAbout:
		text = "event_about AS {b} CROSS JOIN event AS {f} ON {f}.key = {b}.about WHERE {b}.event = {n}.key"
	case graph.LinkArticle:
		text = "article AS {f} WHERE {f}.key = {n}.article"
	case graph.LinkSpeaker:
		text = "actor AS {f} WHERE {f}.key = {n}.speaker"
	default:
		return never, fmt.Errorf("link %q: %w", l, graph.ErrNotYet)
	}
	return named(text+" AND {f}.open = 1", n, far, between), nil
}

// counts is the condition that a participant counts, in the role of the link.
func counts(l graph.Link, part string) string {
	text := part + ".standing <= 1"
	switch l {
	case graph.LinkSource, graph.LinkSourceOf:
		text += " AND " + part + ".roles & 1"
	case graph.LinkTarget, graph.LinkTargetOf:
		text += " AND " + part + ".roles & 2"
	}
	return text
}
