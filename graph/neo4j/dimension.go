package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// dimension says where the keys of a node {n} in a dimension stand. Aggregations and Keyed
// conditions are written from the same ones.
type dimension struct {
	pattern string // leads over {b} to what {f} holds the keys, as in links; "" if {n} holds them
	value   string // a key, a list of keys, or null where there is none
	list    bool
}

// dimensionOf gives the dimension of a class. Keys that are intervals stand as their first
// day, a graph.Date.
func dimensionOf(class graph.Class, d graph.Dimension, interval graph.CalendarInterval) (dimension, error) {
	switch d {
	case graph.DimTime:
		if class == graph.ClassArticle {
			return dimension{value: holding("{n}.published", "{n}.published", interval)}, nil
		}
		return dimension{value: holding("{n}.start", "{n}.end", interval)}, nil
	case graph.DimPublished:
		return dimension{pattern: links[graph.LinkEvidence], value: holding("{f}.published", "{f}.published", interval)}, nil
	case graph.DimPublisher:
		if class == graph.ClassArticle {
			return dimension{value: worded("{n}.publisherFold")}, nil
		}
		return dimension{pattern: publishers, value: worded("{f}.publisherFold")}, nil
	case graph.DimType, graph.DimQuad, graph.DimStatus, graph.DimLanguage:
		return dimension{value: "{n}." + strings.ToLower(string(d))}, nil
	case graph.DimMode:
		return dimension{value: "{n}.modes", list: true}, nil
	case graph.DimContext:
		return dimension{value: "{n}.contexts", list: true}, nil
	case graph.DimActor, graph.DimSource, graph.DimTarget:
		return dimension{pattern: links[d.Link()], value: "{f}.id"}, nil
	case graph.DimActorCountry, graph.DimSourceCountry, graph.DimTargetCountry:
		return dimension{pattern: links[d.Link()], value: "{f}.country"}, nil
	case graph.DimSourceKind, graph.DimTargetKind:
		return dimension{pattern: links[d.Link()], value: "{f}.kinds", list: true}, nil
	case graph.DimSourceSector, graph.DimTargetSector:
		return dimension{pattern: links[d.Link()], value: "{f}.sectors", list: true}, nil
	case graph.DimSpeaker:
		return dimension{pattern: links[graph.LinkEvidence], value: "{f}.speakerId"}, nil
	case graph.DimPlace:
		return dimension{pattern: links[graph.LinkPlace], value: "{f}.id"}, nil
	case graph.DimPlaceCountry:
		return dimension{pattern: links[graph.LinkPlace], value: "{f}.country"}, nil
	}
	return dimension{}, fmt.Errorf("dimension %q: %w", d, graph.ErrNotYet)
}

const publishers = "({n})<-[:SUPPORTS]-(:Evidence)-[:IN]->({f}:Article)"

// worded is a text, null where it is "": a publisher may be no word.
func worded(text string) string { return "(CASE " + text + " WHEN '' THEN null ELSE " + text + " END)" }

// holding is the first day of the interval that holds the whole of a period, null if none
// does or the period is unknown.
func holding(start, end string, interval graph.CalendarInterval) string {
	first, last := firstDay(start, interval), firstDay(end, interval)
	if start == end {
		return "(CASE WHEN " + start + " = 0 THEN null ELSE " + first + " END)"
	}
	// One in the other, because there is no week of an unknown day. "CASE WHEN", since what stands between
	// these two words would be read from the node even where an index has it.
	return "(CASE WHEN " + start + " = 0 THEN null ELSE CASE WHEN " + start + " = " + end + " OR " + first + " = " + last + " THEN " + first + " END END)"
}

// firstDay is the first day of the interval that holds a day, in the digits of a graph.Date.
func firstDay(day string, interval graph.CalendarInterval) string {
	text := "{d} / 100 * 100 + 1" // a month
	switch interval {
	case graph.IntervalDay:
		text = "{d}"
	case graph.IntervalWeek:
		text = "toInteger(replace(toString(date.truncate('week', date({year: {d} / 10000, month: {d} / 100 % 100, day: {d} % 100}))), '-', ''))"
	case graph.IntervalQuarter:
		text = "{d} / 10000 * 10000 + ({d} / 100 % 100 - 1) / 3 * 300 + 101"
	case graph.IntervalYear:
		text = "{d} / 10000 * 10000 + 101"
	}
	return strings.ReplaceAll(text, "{d}", day)
}

// keys is the expression of the keys of a node n: one, or a list of keys or of lists of them, in
// which some may be null or there several times.
func (c *filters) keys(n string, d dimension) string {
	pattern, value := c.at(n, d)
	if pattern == "" {
		return value
	}
	return "[" + pattern + " | " + value + "]"
}

// at writes the names of nodes into a dimension.
func (c *filters) at(n string, d dimension) (pattern, value string) {
	names := strings.NewReplacer("{n}", n, "{f}", c.name(), "{b}", c.name())
	return names.Replace(d.pattern), names.Replace(d.value)
}

// keyed gives the condition of a Keyed.
func (c *filters) keyed(class graph.Class, n string, f *graph.Keyed) (string, error) {
	d, err := dimensionOf(class, f.Dimension, f.Interval)
	if err != nil {
		return "", err
	}
	pattern, value := c.at(n, d)
	holds := func() string {
		if d.list {
			return "any(v IN " + value + " WHERE " + c.among("v", f) + ")"
		}
		return c.among(value, f)
	}
	// A node without a key has "", which the database leaves out.
	none := c.param((len(f.In) == 0 || slices.Contains(f.In, "")) && !slices.Contains(f.NotIn, ""))
	if pattern == "" {
		return "CASE WHEN " + value + " IS NULL THEN " + none + " ELSE " + holds() + " END", nil
	}
	and := " WHERE "
	if strings.Contains(pattern, and) {
		and = " AND "
	}
	some := "EXISTS { MATCH " + pattern + and + value + " IS NOT NULL"
	return "(" + some + " AND " + holds() + " } OR " + none + " AND NOT " + some + " })", nil
}

// among is the condition that a key is the one that a Keyed asks for.
func (c *filters) among(value string, f *graph.Keyed) string {
	var parts []string
	if len(f.In) > 0 {
		parts = append(parts, value+" IN "+c.param(stored(f, f.In)))
	}
	if len(f.NotIn) > 0 {
		parts = append(parts, "NOT "+value+" IN "+c.param(stored(f, f.NotIn)))
	}
	if len(parts) == 0 {
		return "true"
	}
	return all(parts)
}

// stored are keys as the database has them.
func stored(f *graph.Keyed, keys []string) []any {
	out := []any{}
	for _, key := range keys {
		if !f.Dimension.Calendar() {
			if key != "" {
				out = append(out, key)
			}
			continue
		}
		if start, _, ok := f.Interval.Days(key); ok {
			out = append(out, int64(start))
		}
	}
	return out
}
