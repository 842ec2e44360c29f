package neo4j

import (
	"context"
	"math"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	allText           = statement("all")
	eventsCountedText = statement("events_counted")
	aggregateText     = statement("aggregate")
	aggregateEachText = statement("aggregate_each")
	namesText         = statement("names")
	publishersText    = statement("publishers")
)

// Aggregate implements graph.Reader.
func (s *Store) Aggregate(ctx context.Context, a graph.Aggregation) (graph.Buckets, error) {
	if err := a.Validate(); err != nil {
		return graph.Buckets{}, err
	}
	var out graph.Buckets
	err := s.reading(ctx, "aggregate "+string(a.Class), func(r *reader) error {
		text, params, err := s.aggregation(r, a)
		if err != nil {
			return err
		}
		c := newAggregating(a)
		if err := r.stream(text, params, c.add); err != nil {
			return err
		}
		labels, err := r.labels(a, c.Counting)
		if err != nil {
			return err
		}
		out = c.Buckets(labels...)
		return nil
	})
	if err != nil {
		return graph.Buckets{}, err
	}
	return out, nil
}

// aggregation is the statement that selects what is counted.
func (s *Store) aggregation(r *reader, a graph.Aggregation) (string, map[string]any, error) {
	if s.form == graph.FormAuto {
		if text, params, err := fromRollups(a); text != "" || err != nil {
			return text, params, err
		}
	}
	drive, err := s.chooseAll(r, a.Class, a.Matching())
	if err != nil {
		return "", nil, err
	}
	return fromNodes(a, drive)
}

// fromNodes is the statement that looks at every node.
func fromNodes(a graph.Aggregation, drive *graph.Drive) (string, map[string]any, error) {
	c := newFilters()
	keys, err := c.keysOf(a)
	if err != nil {
		return "", nil, err
	}
	text := aggregateText
	if a.Distinct && a.Class == graph.ClassEvent || slices.ContainsFunc(a.By, ofMany) {
		text = aggregateEachText
	}
	text, err = c.foundAll(a.Class, drive, a.Matching(), fill(text, "", "FIRST", keys[0], "SECOND", keys[1]))
	return text, c.with(map[string]any{}), err
}

// ofMany reports whether nearly every event has a set of keys of its own, so that grouping by
// them only costs the server memory.
func ofMany(by graph.By) bool { return by.Dimension.Actors() || by.Dimension == graph.DimPlace }

// keysOf are the expressions of both keys.
func (c *filters) keysOf(a graph.Aggregation) ([2]string, error) {
	keys := [2]string{"null", "null"}
	for i, by := range a.By {
		d, err := dimensionOf(a.Class, by.Dimension, by.Interval)
		if err != nil {
			return keys, err
		}
		keys[i] = c.keys("n", d)
	}
	return keys, nil
}

// foundAll is the statement that finds all nodes of a class that match, each once, as n, and goes on
// with a tail. Events that last very long may be found by a second part of it, with the same columns.
func (c *filters) foundAll(class graph.Class, drive *graph.Drive, f graph.Filter, tail string) (string, error) {
	where, err := c.compile(class, "n", rest(drive, f))
	if err != nil {
		return "", err
	}
	tail = "\n" + tail
	switch {
	case drive != nil:
		found, err := c.found(drive, "n")
		return found + "\n" + fill(driveText, where, "LABEL", labels[class]) + tail, err
	case class == graph.ClassEvent:
		since, until, longer := daysWithin(f)
		text := fill(eventsCountedText, where, "SINCE", c.param(since), "UNTIL", c.param(until)) + tail
		if longer {
			text += "\nUNION ALL\n" + c.lasting("n", since, until) + "\n" + fill(driveText, where, "LABEL", labels[class]) + tail
		}
		return text, nil
	case class == graph.ClassTie:
		return fill(tiesAllText, where) + tail, nil
	}
	return fill(allText, where, "LABEL", labels[class]) + tail, nil
}

// daysWithin are days between which all events start that match; longer says that those that last
// longer than a year may also start before.
func daysWithin(f graph.Filter) (since, until int64, longer bool) {
	until = math.MaxInt64
	for _, when := range conditions(nil, f) {
		if when.Property == graph.PropWhen {
			from, to, long := dayRange(when)
			if from > since {
				since, longer = from, long
			}
			until = min(until, to)
		}
	}
	return since, until, longer
}

// aggregating is a graph.Counting that takes the rows of a statement.
type aggregating struct {
	*graph.Counting
	a     graph.Aggregation
	days  [2]map[int64]uint32  // the numbers of keys that are intervals, by their first day
	names [2]map[string]uint32 // the numbers of articles and origins
	told  [2]map[uint64]uint32 // the same where they are packed
	row   graph.Row
}

func newAggregating(a graph.Aggregation) *aggregating {
	c := &aggregating{Counting: graph.NewCounting(a), a: a}
	for i := range 2 {
		c.days[i], c.names[i], c.told[i] = map[int64]uint32{}, map[string]uint32{}, map[uint64]uint32{}
	}
	return c
}

func (c *aggregating) add(r *row) error {
	values := r.Values // in the order of the statement: a look-up by name costs more than all else
	for i := range c.a.By {
		c.row.Keys[i] = c.keys(i, values[i], c.row.Keys[i][:0])
	}
	c.row.Nodes = int(r.number(2))
	c.row.Score = r.number(3)
	if c.a.Distinct && len(values) > 4 {
		c.row.Articles = c.numbers(0, values[4], c.row.Articles[:0])
		c.row.Origins = c.numbers(1, values[5], c.row.Origins[:0])
	}
	c.Add(c.row)
	return nil
}

// keys adds the numbers of a key, or of the keys in a list.
func (c *aggregating) keys(i int, value any, out []uint32) []uint32 {
	switch v := value.(type) {
	case string:
		if v != "" {
			out = append(out, c.Number(i, v))
		}
	case int64:
		n, ok := c.days[i][v]
		if !ok {
			n = c.Number(i, c.a.By[i].Interval.Of(graph.Date(v)))
			c.days[i][v] = n
		}
		out = append(out, n)
	case []any:
		for _, one := range v {
			out = c.keys(i, one, out)
		}
	}
	return out
}

// numbers adds the numbers of the names in a list, or of what is packed.
func (c *aggregating) numbers(i int, value any, out []uint32) []uint32 {
	eachTold(value, func(key uint64, _ int) {
		n, ok := c.told[i][key]
		if !ok {
			n = uint32(len(c.told[i]))
			c.told[i][key] = n
		}
		out = append(out, n)
	})
	list, _ := value.([]any)
	for _, v := range list {
		name, _ := v.(string)
		n, ok := c.names[i][name]
		if !ok {
			n = uint32(len(c.names[i]))
			c.names[i][name] = n
		}
		out = append(out, n)
	}
	return out
}

// labels are how the keys are shown that will be kept.
func (r *reader) labels(a graph.Aggregation, c *graph.Counting) ([]map[string]graph.Label, error) {
	out := make([]map[string]graph.Label, len(a.By))
	for i, by := range a.By {
		text, id := namesText, func(key string) string { return key }
		switch d := by.Dimension; {
		case d == graph.DimPublisher:
			text = publishersText
		case d.Countries():
			id = func(code string) string { return string(graph.CountryID(code)) }
		case !d.Actors() && d != graph.DimPlace:
			continue
		}
		kept, keys := c.Kept(i), map[string]string{}
		ids := make([]any, len(kept))
		for j, key := range kept {
			ids[j], keys[id(key)] = id(key), key
		}
		out[i] = map[string]graph.Label{}
		err := r.each(text, map[string]any{"ids": ids}, func(row *row) error {
			key := keys[row.text("id")]
			out[i][key] = graph.Label{Value: key, Text: row.text("name")}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
