package neo4j

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// filters compiles a graph.Filter to a condition in Cypher that is tested on one node after
// another. Its text follows from the shape of the filter alone; all that anybody says is a
// parameter. Filters are checked by graph.ValidateFilter before.
type filters struct {
	params map[string]any
	names  int // of nodes, given out
}

func newFilters() *filters { return &filters{params: map[string]any{}} }

// param keeps a value and gives the name of its parameter.
func (c *filters) param(value any) string {
	name := fmt.Sprintf("p%d", len(c.params))
	c.params[name] = value
	return "$" + name
}

// with adds the values to the parameters of a statement.
func (c *filters) with(params map[string]any) map[string]any {
	for name, value := range c.params {
		params[name] = value
	}
	return params
}

// name is the name of a node that no other part of the statement has.
func (c *filters) name() string {
	c.names++
	return fmt.Sprintf("f%d", c.names)
}

// compile gives the condition on a node n of a class, "" for one that always holds.
func (c *filters) compile(class graph.Class, n string, f graph.Filter) (string, error) {
	switch f := f.(type) {
	case nil:
		return "", nil
	case graph.And:
		parts, err := c.each(class, n, f)
		return all(parts), err
	case graph.Or:
		parts, err := c.each(class, n, f)
		return c.some(parts), err
	case *graph.Not:
		part, err := c.compile(class, n, f.Filter)
		if part == "" {
			return c.never(), err
		}
		// coalesce, because a comparison with an absent value is neither true nor false.
		return "NOT coalesce(" + part + ", false)", err
	case *graph.Has:
		return c.has(class, n, f)
	case *graph.Compare:
		return c.compare(class, n, f)
	case *graph.Keyed:
		return c.keyed(class, n, f)
	}
	return "", fmt.Errorf("filter %T: %w", f, graph.ErrInvalid)
}

func (c *filters) each(class graph.Class, n string, fs []graph.Filter) ([]string, error) {
	var parts []string
	for _, f := range fs {
		part, err := c.compile(class, n, f)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// all holds where every condition does.
func all(parts []string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	switch len(kept) {
	case 0:
		return ""
	case 1:
		return kept[0]
	}
	return "(" + strings.Join(kept, " AND ") + ")"
}

// some holds where any condition does.
func (c *filters) some(parts []string) string {
	for _, p := range parts {
		if p == "" {
			return ""
		}
	}
	if len(parts) == 0 {
		return c.never()
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}

// never holds nowhere. It is a parameter, because a planner that sees false forgets the other
// conditions, and then cannot use the index that it is told to use.
func (c *filters) never() string { return c.param(false) }

// has gives the condition that some far end of a link matches.
func (c *filters) has(class graph.Class, n string, f *graph.Has) (string, error) {
	far, between := c.name(), c.name()
	pattern, err := link(class, f.Link)
	if err != nil {
		return "", err
	}
	where, err := c.compile(f.Link.To(), far, f.Where)
	if err != nil {
		return "", err
	}
	pattern = strings.NewReplacer("{n}", n, "{f}", far, "{b}", between).Replace(pattern)
	switch {
	case where == "":
	case strings.Contains(pattern, " WHERE "):
		pattern += " AND " + where
	default:
		pattern += " WHERE " + where
	}
	return "EXISTS { MATCH " + pattern + " }", nil
}

// link is the pattern of a link that starts from a class.
func link(class graph.Class, l graph.Link) (string, error) {
	if l == graph.LinkPlace && class == graph.ClassTie {
		return tiePlace, nil
	}
	pattern, ok := links[l]
	if !ok {
		return "", fmt.Errorf("link %q: %w", l, graph.ErrNotYet)
	}
	return pattern, nil
}

// links lead from a node {n} to far ends {f} over {b}. Only what is there has these labels.
var links = map[graph.Link]string{
	graph.LinkEvents:   "({n})-[{b}:SOURCE|TARGET]-({f}:Event) WHERE {b}.counts",
	graph.LinkSourceOf: "({n})-[{b}:SOURCE]->({f}:Event) WHERE {b}.counts",
	graph.LinkTargetOf: "({n})<-[{b}:TARGET]-({f}:Event) WHERE {b}.counts",
	graph.LinkActor:    "({n})-[{b}:SOURCE|TARGET]-({f}:Actor) WHERE {b}.counts",
	graph.LinkSource:   "({n})<-[{b}:SOURCE]-({f}:Actor) WHERE {b}.counts",
	graph.LinkTarget:   "({n})-[{b}:TARGET]->({f}:Actor) WHERE {b}.counts",
	graph.LinkTies:     "({n})<-[:FROM|TO]-({f}:Tie)",
	graph.LinkTiesFrom: "({n})<-[:FROM]-({f}:Tie)",
	graph.LinkTiesTo:   "({n})<-[:TO]-({f}:Tie)",
	graph.LinkFrom:     "({n})-[:FROM]->({f}:Actor)",
	graph.LinkTo:       "({n})-[:TO]->({f}:Actor)",
	graph.LinkParty:    "({n})-[:FROM|TO]->({f}:Actor)",
	graph.LinkEvidence: "({n})<-[:SUPPORTS]-({f}:Evidence)",
	graph.LinkPlace:    "({n})-[:AT]->({f}:Place)",
	graph.LinkAbout:    "({n})-[:ABOUT]->({f}:Event)",
	graph.LinkArticle:  "({n})-[:IN]->({f}:Article)",
	graph.LinkSpeaker:  "({n})-[:SPEAKER]->({f}:Actor)",
}

const tiePlace = "({n})-[:TO]->({f}:Place)"
