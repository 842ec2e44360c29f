package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// EncodeWhere writes a filter of nodes of a class as its input type is written: the JSON of an
// EventWhere for graph.ClassEvent. Read back, it is a filter that matches the same nodes, and it
// is nested no deeper than what the filter was made of. A filter that no input type can say is
// an error.
func EncodeWhere(class graph.Class, f graph.Filter) (string, error) {
	text, err := encodeObject(class, f)
	if err != nil {
		return "", fmt.Errorf("write a filter of %ss: %w", class, err)
	}
	return string(text), nil
}

// condition is what one filter becomes in an input object. The fields of one group mean
// something together, so an object holds the fields of one condition of each group.
type condition struct {
	at     int // in the list of conditions
	depth  int
	group  string
	fields []field
}

type field struct {
	name  string
	value []byte // JSON
}

// encodeObject writes the conditions of a filter as one object. Those of which it could hold
// only one go, but for the most deeply nested, into its and.
func encodeObject(class graph.Class, f graph.Filter) ([]byte, error) {
	var all []condition
	for i, g := range flat(f, nil) {
		c, err := encodeCondition(class, g)
		if err != nil {
			return nil, err
		}
		c.at, c.depth = i, depthOf(g)
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b condition) int { return b.depth - a.depth })
	var own, others []condition
	for _, c := range all {
		if slices.ContainsFunc(own, func(o condition) bool { return o.group == c.group }) {
			others = append(others, c)
		} else {
			own = append(own, c)
		}
	}
	var fields []field
	for _, c := range inOrder(own) {
		fields = append(fields, c.fields...)
	}
	if len(others) > 0 {
		var and [][]byte
		for _, c := range inOrder(others) {
			and = append(and, writeObject(c.fields))
		}
		fields = append(fields, field{"and", writeList(and)})
	}
	return writeObject(fields), nil
}

func inOrder(cs []condition) []condition {
	slices.SortFunc(cs, func(a, b condition) int { return cmp.Compare(a.at, b.at) })
	return cs
}

// flat are the filters that all have to match, lists in lists opened.
func flat(f graph.Filter, into []graph.Filter) []graph.Filter {
	switch f := f.(type) {
	case nil:
		return into
	case graph.And:
		for _, g := range f {
			into = flat(g, into)
		}
		return into
	}
	return append(into, f)
}

// depthOf is how many objects within objects a condition takes.
func depthOf(f graph.Filter) int {
	deepest := func(fs []graph.Filter) (n int) {
		for _, g := range fs {
			n = max(n, depthOf(g))
		}
		return n
	}
	switch f := f.(type) {
	case graph.And:
		return deepest(f)
	case graph.Or:
		return 1 + deepest(f)
	case *graph.Not:
		return 1 + depthOf(f.Filter)
	case *graph.Has:
		if f.Link == graph.LinkEvidence { // which is left out where it can be
			return max(1, depthOf(f.Where))
		}
		return 1 + depthOf(f.Where)
	}
	return 0
}

func encodeCondition(class graph.Class, f graph.Filter) (condition, error) {
	switch f := f.(type) {
	case graph.Or:
		return encodeOr(class, f)
	case *graph.Not:
		return encodeField("not", class, f.Filter)
	case *graph.Has:
		if !slices.Contains(f.Link.From(), class) {
			return condition{}, fmt.Errorf("%q does not start from a %s", f.Link, class)
		}
		if f.Link == graph.LinkEvidence {
			return encodePassage(class, f.Where)
		}
		return encodeField(linkNames[f.Link], f.Link.To(), f.Where)
	case *graph.Keyed:
		return condition{group: "key", fields: []field{{"key", encodeKey(f)}}}, nil
	case *graph.Compare:
		fields, err := encodeCompare(f)
		if err != nil {
			return condition{}, err
		}
		return condition{group: string(f.Property), fields: fields}, nil
	}
	return condition{}, fmt.Errorf("no input type says a %T", f)
}

func encodeField(name string, class graph.Class, f graph.Filter) (condition, error) {
	value, err := encodeObject(class, f)
	return condition{group: name, fields: []field{{name, value}}}, err
}

// encodeOr writes the choice of nothing, which an empty list does not say, as what is not everything.
func encodeOr(class graph.Class, or graph.Or) (condition, error) {
	if len(or) == 0 {
		return encodeField("not", class, nil)
	}
	var values [][]byte
	for _, f := range or {
		value, err := encodeObject(class, f)
		if err != nil {
			return condition{}, err
		}
		values = append(values, value)
	}
	return condition{group: "or", fields: []field{{"or", writeList(values)}}}, nil
}

// encodePassage writes what one passage of a fact has to match: its article and, of an event, its
// speaker as fields of the fact, which is a level less, and the rest as evidence.
func encodePassage(class graph.Class, f graph.Filter) (condition, error) {
	c := condition{group: "evidence"}
	var rest graph.And
	lifted := map[graph.Link]bool{}
	for _, g := range flat(f, nil) {
		h, ok := g.(*graph.Has)
		if !ok || lifted[h.Link] || class == graph.ClassTie && h.Link == graph.LinkSpeaker {
			rest = append(rest, g)
			continue
		}
		lifted[h.Link] = true
		value, err := encodeObject(h.Link.To(), h.Where)
		if err != nil {
			return c, err
		}
		c.fields = append(c.fields, field{linkNames[h.Link], value})
	}
	if len(rest) > 0 || len(c.fields) == 0 {
		value, err := encodeObject(graph.ClassEvidence, rest)
		if err != nil {
			return c, err
		}
		c.fields = append(c.fields, field{"evidence", value})
	}
	return c, nil
}

// linkNames are the fields of input types that follow a link.
var linkNames = map[graph.Link]string{
	graph.LinkEvents:   "hasEvents",
	graph.LinkSourceOf: "isSource",
	graph.LinkTargetOf: "isTarget",
	graph.LinkTies:     "hasTies",
	graph.LinkTiesFrom: "tiesFrom",
	graph.LinkTiesTo:   "tiesTo",
	graph.LinkActor:    "actor",
	graph.LinkSource:   "source",
	graph.LinkTarget:   "target",
	graph.LinkPlace:    "place",
	graph.LinkAbout:    "about",
	graph.LinkFrom:     "from",
	graph.LinkTo:       "to",
	graph.LinkParty:    "party",
	graph.LinkArticle:  "article",
	graph.LinkSpeaker:  "speaker",
}

func writeObject(fields []field) []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(writeJSON(f.name))
		b.WriteByte(':')
		b.Write(f.value)
	}
	b.WriteByte('}')
	return b.Bytes()
}

func writeList(values [][]byte) []byte {
	return slices.Concat([]byte{'['}, bytes.Join(values, []byte{','}), []byte{']'})
}

// writeJSON writes strings, numbers, truths and lists of them, which cannot fail.
func writeJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return bytes.TrimSpace(b.Bytes())
}
