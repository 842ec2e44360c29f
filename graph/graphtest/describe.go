package graphtest

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// describe writes a filter so that a person can read it.
func describe(f graph.Filter) string {
	list := func(fs []graph.Filter, word, none string) string {
		if len(fs) == 0 {
			return none
		}
		var parts []string
		for _, g := range fs {
			parts = append(parts, describe(g))
		}
		return "(" + strings.Join(parts, " "+word+" ") + ")"
	}
	switch f := f.(type) {
	case nil:
		return "anything"
	case graph.And:
		return list(f, "and", "everything")
	case graph.Or:
		return list(f, "or", "nothing")
	case *graph.Not:
		return "not " + describe(f.Filter)
	case *graph.Has:
		return fmt.Sprintf("%s{%s}", f.Link, describe(f.Where))
	case *graph.Keyed:
		return fmt.Sprintf("%s %s in %q not in %q", f.Dimension, f.Interval, f.In, f.NotIn)
	case *graph.Compare:
		s := string(f.Property)
		if len(f.Texts) > 0 {
			s += fmt.Sprintf(" %q", f.Texts)
		}
		if len(f.Numbers) > 0 {
			s += fmt.Sprintf(" %d", f.Numbers)
		}
		return s
	}
	return fmt.Sprintf("%T", f)
}

func describePage(order graph.Order, p graph.PageRequest) string {
	s := fmt.Sprintf("first %d", p.First)
	if order != "" {
		s = fmt.Sprintf("order %s, %s", order, s)
	}
	if p.After != nil {
		s += fmt.Sprintf(" after %+v", *p.After)
	}
	if p.Total {
		s += ", with total"
	}
	return s
}

func describeDetail(d graph.Detail) string {
	return []string{"", ", brief", ", bare"}[d]
}

func describeQuery(q graph.Query) string {
	s := fmt.Sprintf("Find %s", q.Class)
	if q.Kind != "" {
		s += fmt.Sprintf(" of kind %s", q.Kind)
	}
	if q.Search != "" {
		s += fmt.Sprintf(", search %q", q.Search)
	}
	s += describeDetail(q.Detail)
	return fmt.Sprintf("%s, where %s, %s", s, describe(q.Where), describePage(q.Order, q.Page))
}

func describeExpansion(from []graph.ID, e graph.Expansion) string {
	s := fmt.Sprintf("Expand %s from %q", e.Edge, from)
	if len(e.Roles) > 0 {
		s += fmt.Sprintf(", roles %v", e.Roles)
	}
	if len(e.Relations) > 0 {
		s += fmt.Sprintf(", relations %v", e.Relations)
	}
	if e.Direction != "" {
		s += fmt.Sprintf(", direction %s", e.Direction)
	}
	if e.At != 0 {
		s += fmt.Sprintf(", held at %v", e.At)
	}
	s += describeDetail(e.Detail)
	return fmt.Sprintf("%s, where %s, %s", s, describe(e.Where), describePage(e.Order, e.Page))
}
