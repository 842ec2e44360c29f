package neo4j

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	allText           = statement("all")
	eventsCountedText = statement("events_counted")
	aggregateText     = statement("aggregate")
	aggregateEachText = statement("aggregate_each")
	aggregateManyText = statement("aggregate_many")
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
	switch {
	case a.Distinct && a.Class == graph.ClassEvent:
		text = aggregateEachText
	case slices.ContainsFunc(a.By, ofMany):
		text = aggregateManyText
	}
	text, err = c.foundAll(a.Class, drive, a.Matching(), fill(text, "", "FIRST", keys[0], "SECOND", keys[1]))
	return text, c.with(map[string]any{}), err
}

// ofMany reports whether nearly every event has a set of keys of its own, so that grouping by
// them only costs the server memory.
func ofMany(by graph.By) bool { return by.Dimension.Actors() || by.Dimension == graph.DimPlace }

// rolesOf are the roles in which the actors of a dimension take part, whose ids are packed in the event.
var rolesOf = map[graph.Dimension]int64{
	graph.DimActor:  graph.SourceBit | graph.TargetBit,
	graph.DimSource: graph.SourceBit,
	graph.DimTarget: graph.TargetBit,
}

// weeksOf reports whether a key is the week of an event. The server works weeks out from texts, so it gives the
// days instead: the first, afterStart times, and the last.
func weeksOf(a graph.Aggregation, i int) bool {
	return a.Class == graph.ClassEvent && a.By[i].Dimension == graph.DimTime && a.By[i].Interval == graph.IntervalWeek
}

const afterStart = 100_000_000

// keysOf are the expressions of both keys.
func (c *filters) keysOf(a graph.Aggregation) ([2]string, error) {
	keys := [2]string{"null", "null"}
	for i, by := range a.By {
		d, err := dimensionOf(a.Class, by.Dimension, by.Interval)
		if err != nil {
			return keys, err
		}
		keys[i] = c.keys("n", d)
		switch {
		case rolesOf[by.Dimension] != 0:
			keys[i] = packedActors
		case weeksOf(a, i):
			keys[i] = fmt.Sprintf("n.start * %d + n.end", afterStart)
		}
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
		d := daysWithin(f)
		text := fill(eventsCountedText, where, "SINCE", c.param(d.since), "UNTIL", c.param(d.until)) + tail
		if d.longer {
			text += "\nUNION ALL\n" + c.lasting("n", d.since, d.until) + "\n" + fill(driveText, where, "LABEL", labels[class]) + tail
		}
		return text, nil
	case class == graph.ClassTie:
		return fill(tiesAllText, where) + tail, nil
	}
	return fill(allText, where, "LABEL", labels[class]) + tail, nil
}

// days are those between which events start; longer says that events that last longer than a year
// may also start before.
type days struct {
	since, until int64
	longer       bool
}

// bounded reports whether there is a day before or after which no event starts, but for those without a day.
func (d days) bounded() bool { return d.since > 1 || d.until < math.MaxInt64 }

// daysWithin are those of all events that match.
func daysWithin(f graph.Filter) days {
	d := days{until: math.MaxInt64}
	for _, when := range conditions(nil, f) {
		if when.Property == graph.PropWhen {
			from, to, long := dayRange(when)
			if from > d.since {
				d.since, d.longer = from, long
			}
			d.until = min(d.until, to)
		}
	}
	return d
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
