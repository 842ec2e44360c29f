package neo4j

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// byID finds nodes of some ids.
func (c *filters) byID(n string, ids []string) string {
	return c.seek("UNWIND ? AS {v} MATCH ({n}:Node) USING INDEX SEEK {n}:Node(id) WHERE {n}.id = {v}", n, values(ids))
}

// seek writes clauses with {n} for the node, {v} for a name of their own, and ? for values,
// in order.
func (c *filters) seek(text, n string, values ...any) string {
	text = strings.NewReplacer("{n}", n, "{v}", c.name()).Replace(text)
	for _, v := range values {
		text = strings.Replace(text, "?", c.param(v), 1)
	}
	return text
}

// sought finds, by an index, the nodes for which a condition of a Drive holds; more of them
// where the index knows less than the condition.
func (c *filters) sought(class graph.Class, n string, f graph.Filter) (string, error) {
	compare, alone := f.(*graph.Compare)
	switch {
	case !alone:
		return c.typeAndDays(n, f)
	case compare.Property == graph.PropID:
		return c.byID(n, compare.Texts), nil
	case class == graph.ClassPlace:
		return c.placesSought(n, compare)
	}
	texts, numbers := compare.Texts, compare.Numbers
	switch compare.Property {
	case graph.PropName:
		return c.named(n, texts[0]), nil
	case graph.PropCountry:
		return c.seek("UNWIND ? AS {v} MATCH ({n}:Actor) USING INDEX SEEK {n}:Actor(country, nameKey) WHERE {n}.country = {v} AND {n}.nameKey IS NOT NULL", n, knownTexts(texts)), nil
	case graph.PropWikidata:
		return c.seek("UNWIND ? AS {v} MATCH ({n}:Actor) USING INDEX SEEK {n}:Actor(wikidata, id) WHERE {n}.wikidata = {v} AND {n}.id IS NOT NULL", n, knownTexts(texts)), nil
	case graph.PropType:
		return c.seek("UNWIND ? AS {v} MATCH ({n}:Event) USING INDEX SEEK {n}:Event(type, start) WHERE {n}.type = {v} AND {n}.start IS NOT NULL", n, knownTexts(texts)), nil
	case graph.PropWhen:
		return c.days(n, compare), nil
	case graph.PropMinNumber:
		if !slices.Contains(graph.Counts, graph.CountOf(texts[0])) {
			return c.byID(n, nil), nil
		}
		key := lowest(graph.CountOf(texts[0]))
		return c.seek("MATCH ({n}:Event) USING INDEX SEEK {n}:Event("+key+", id) WHERE {n}."+key+" >= ? AND {n}.id IS NOT NULL", n, numbers[0]), nil
	case graph.PropRecorded:
		return c.seek("MATCH ({n}:Evidence) USING INDEX SEEK {n}:Evidence(recordedOn, id) WHERE {n}.recordedOn >= ? AND {n}.recordedOn <= ? AND {n}.id IS NOT NULL", n, numbers[0], endOf(numbers[1])), nil
	case graph.PropURL:
		return c.seek("UNWIND ? AS {v} MATCH ({n}:Article) USING INDEX SEEK {n}:Article(urlNormal, id) WHERE {n}.urlNormal = {v} AND {n}.id IS NOT NULL", n, values(each(texts, graph.NormalizeURL))), nil
	case graph.PropPublisher:
		return c.seek("UNWIND ? AS {v} MATCH ({n}:Article) USING INDEX SEEK {n}:Article(publisherFold, id) WHERE {n}.publisherFold = {v} AND {n}.id IS NOT NULL", n, values(each(texts, graph.Fold))), nil
	case graph.PropPublished:
		return c.seek("MATCH ({n}:Article) USING INDEX SEEK {n}:Article(published, id) WHERE {n}.published >= ? AND {n}.published <= ? AND {n}.id IS NOT NULL", n, numbers[0], endOf(numbers[1])), nil
	}
	return "", fmt.Errorf("no index of %s answers %s: %w", class, compare.Property, graph.ErrNotYet)
}

// placesSought looks through the places, which are few, but for those within others.
func (c *filters) placesSought(n string, f *graph.Compare) (string, error) {
	if f.Property == graph.PropWithin {
		return c.seek("UNWIND ? AS {v} MATCH ({n}:Place)-[:WITHIN*0..]->({v}o:Node) USING INDEX SEEK {v}o:Node(id) WHERE {v}o.id = {v}", n, values(f.Texts)), nil
	}
	where, err := c.compile(graph.ClassPlace, n, f)
	return c.seek("MATCH ({n}:Place) USING INDEX SEEK {n}:Place(nameKey) WHERE {n}.nameKey >= '' AND "+where, n), err
}

// endOf is the end of a range of days that may be open.
func endOf(until int64) int64 {
	if until == 0 {
		return math.MaxInt64
	}
	return until
}

// yearOfDates is a year in dates, which are yyyymmdd.
const yearOfDates = 10_000

// dayRange bounds the start of the events for which a condition on days holds; longer says
// that those that last longer than a year may also start before.
func dayRange(f *graph.Compare) (since, until int64, longer bool) {
	since, until = max(f.Numbers[0], 1), endOf(f.Numbers[1])
	if graph.Match(f.Texts[0]) == graph.Overlaps && since > 1 {
		return max(since-yearOfDates, 1), until, true
	}
	return since, until, false
}

// days finds events by their days.
func (c *filters) days(n string, f *graph.Compare) string {
	since, until, longer := dayRange(f)
	text := c.seek("MATCH ({n}:Event) USING INDEX SEEK {n}:Event(start, id) WHERE {n}.start >= ? AND {n}.start <= ? AND {n}.id IS NOT NULL", n, since, until)
	if !longer {
		return text
	}
	return union(n, []string{text, c.lasting(n, since, until)})
}

// lasting finds events that start before a day and last longer than a year.
func (c *filters) lasting(n string, since, until int64) string {
	return c.seek("MATCH ({n}:Event) USING INDEX SEEK {n}:Event(longStart) WHERE {n}.longStart < ? AND {n}.longStart <= ?", n, since, until)
}

// typeAndDays finds events by both, which are one index.
func (c *filters) typeAndDays(n string, f graph.Filter) (string, error) {
	and, _ := f.(graph.And)
	var kind, when *graph.Compare
	for _, g := range and {
		switch g := g.(type) {
		case *graph.Compare:
			if g.Property == graph.PropType {
				kind = g
			} else if g.Property == graph.PropWhen {
				when = g
			}
		}
	}
	if kind == nil || when == nil {
		return "", fmt.Errorf("no index answers %v: %w", f, graph.ErrNotYet)
	}
	since, until, longer := dayRange(when)
	text := c.seek("UNWIND ? AS {v} MATCH ({n}:Event) USING INDEX SEEK {n}:Event(type, start) WHERE {n}.type = {v} AND {n}.start >= ? AND {n}.start <= ?", n, knownTexts(kind.Texts), since, until)
	if !longer {
		return text, nil
	}
	return union(n, []string{text, c.lasting(n, since, until)}), nil
}
