package sqlite

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// dimension is how the keys of the rows {n} in a graph.Dimension are found, for counting (count)
// and for graph.Keyed (keyed) alike.
//
// A key is one expression of the row, where a node never has several: 0 or ” is the key "". Or
// keys are the rows that a source gives; where it gives none, the key is "".
type dimension struct {
	key  string // an expression
	from string // or else a FROM and WHERE of the keys
	each string // and the key of each of its rows
	set  string // all keys as one value, see keyReader; "" for key, or each of from in a list
}

// keySet selects all keys of a row as one value, which a keyReader reads.
func (d dimension) keySet() string {
	switch {
	case d.set != "":
		return d.set
	case d.key != "":
		return d.key
	}
	return "(SELECT group_concat(DISTINCT " + d.each + ") FROM " + d.from + ")"
}

// dimensionOf finds the keys of the rows of a class.
func dimensionOf(class graph.Class, d graph.Dimension, interval graph.CalendarInterval) dimension {
	column := func(name string) dimension { return dimension{key: "{n}." + name} }
	list := func(name string) dimension {
		return dimension{from: "json_each({n}." + name + ") AS {f} WHERE 1", each: "{f}.value", set: "{n}." + name}
	}
	if class == graph.ClassArticle {
		switch d {
		case graph.DimTime:
			return dimension{key: intervalOf(interval, "{n}.published"), set: "{n}.published"}
		case graph.DimPublisher:
			return column("publisher_fold")
		default:
			return column("language")
		}
	}
	switch d {
	case graph.DimTime:
		first, last := intervalOf(interval, "{n}.start"), intervalOf(interval, "{n}.stop")
		return dimension{key: "iif({n}.start <> 0 AND " + first + " = " + last + ", " + first + ", 0)", set: "{n}.start * 100000000 + {n}.stop"}
	case graph.DimType:
		return column("type")
	case graph.DimQuad:
		return column("quad")
	case graph.DimStatus:
		return column("status")
	case graph.DimMode:
		return list("modes")
	case graph.DimContext:
		return list("contexts")
	case graph.DimPublished:
		return dimension{
			from: "evidence AS {f} WHERE {f}.fact = {n}.key AND {f}.open = 1 AND {f}.published <> 0",
			each: intervalOf(interval, "{f}.published"),
			set:  "(SELECT group_concat(DISTINCT f.published) FROM evidence AS f WHERE f.fact = {n}.key AND f.open = 1 AND f.published <> 0)",
		}
	case graph.DimPublisher:
		return dimension{
			from: "evidence AS {f} CROSS JOIN article AS {b} ON {b}.key = {f}.article WHERE {f}.fact = {n}.key AND {f}.open = 1 AND {b}.publisher_fold <> ''",
			each: "{b}.publisher_fold",
		}
	case graph.DimSpeaker:
		return dimension{
			from: "evidence AS {f} WHERE {f}.fact = {n}.key AND {f}.open = 1 AND {f}.speaker IS NOT NULL",
			each: "{f}.speaker",
		}
	case graph.DimPlace:
		return dimension{from: "event_place AS {f} WHERE {f}.event = {n}.key", each: "{f}.place"}
	case graph.DimPlaceCountry:
		return dimension{
			from: "event_place AS {f} CROSS JOIN place AS {b} ON {b}.key = {f}.place WHERE {f}.event = {n}.key AND {b}.open = 1 AND {b}.country <> ''",
			each: "{b}.country",
		}
	}
	// Keys of participants are counted by who they are (see keyReader).
	const participants = "{n}.actors"
	parts := "part AS {f} WHERE {f}.event = {n}.key AND " + counts(d.Link(), "{f}")
	actors := "part AS {f} CROSS JOIN actor AS {b} ON {b}.key = {f}.actor WHERE {f}.event = {n}.key AND {b}.open = 1 AND " + counts(d.Link(), "{f}")
	switch d {
	case graph.DimActor, graph.DimSource, graph.DimTarget:
		return dimension{from: parts, each: "{f}.actor", set: participants}
	case graph.DimActorCountry, graph.DimSourceCountry, graph.DimTargetCountry:
		return dimension{from: actors + " AND {b}.country <> ''", each: "{b}.country", set: participants}
	}
	lists := "kinds"
	if d == graph.DimSourceSector || d == graph.DimTargetSector {
		lists = "sectors"
	}
	return dimension{
		from: strings.Replace(actors, " WHERE ", " CROSS JOIN json_each({b}."+lists+") AS {b}v WHERE ", 1),
		each: "{b}v.value",
		set:  participants,
	}
}

// intervalOf numbers the interval of a known day: the beginning of its name in digits, or the
// weeks since the first Monday there is. 0 stays 0.
func intervalOf(i graph.CalendarInterval, day string) string {
	switch i {
	case graph.IntervalDay:
		return day
	case graph.IntervalWeek:
		return fmt.Sprintf("iif(%[1]s = 0, 0, CAST(julianday(printf('%%04d-%%02d-%%02d', %[1]s / 10000, %[1]s / 100 %% 100, %[1]s %% 100)) - %[2]v AS INTEGER) / 7 + 1)", day, firstMonday)
	case graph.IntervalQuarter:
		return fmt.Sprintf("iif(%[1]s = 0, 0, %[1]s / 10000 * 10 + (%[1]s / 100 %% 100 + 2) / 3)", day)
	case graph.IntervalYear:
		return "(" + day + " / 10000)"
	default:
		return "(" + day + " / 100)"
	}
}

// firstMonday is the Julian day of the first of January of the year 1, a Monday.
const firstMonday = 1721425.5

// intervalNumber is the number of an interval by its name.
func intervalNumber(i graph.CalendarInterval, name string) int64 {
	day, _, ok := i.Days(name)
	if !ok {
		return 0
	}
	n := int64(day)
	switch i {
	case graph.IntervalDay:
		return n
	case graph.IntervalWeek:
		return int64(graph.Date(10104).DaysUntil(day.AddDays(3)))/7 + 1
	case graph.IntervalQuarter:
		return n/10000*10 + (n/100%100+2)/3
	case graph.IntervalYear:
		return n / 10000
	default:
		return n / 100
	}
}

// keyed gives the condition of a graph.Keyed.
func (c *filters) keyed(class graph.Class, n string, f *graph.Keyed) fragment {
	d := dimensionOf(class, f.Dimension, f.Interval)
	known := stated // without ""
	noneToo := (len(f.In) == 0 || len(known(f.In)) < len(f.In)) && len(known(f.NotIn)) == len(f.NotIn)
	within := func(key string) fragment {
		conditions := []fragment{}
		if len(f.In) > 0 {
			conditions = append(conditions, oneOf(key, f, known(f.In)))
		}
		if keys := known(f.NotIn); len(keys) > 0 {
			conditions = append(conditions, not(oneOf(key, f, keys)))
		}
		return all(conditions...)
	}
	if d.key != "" {
		key := named(d.key, n, "", "").text
		none := fragment{text: key + " = ''"}
		if f.Dimension.Calendar() {
			none.text = key + " = 0"
		}
		if noneToo {
			return some(none, within(key))
		}
		return all(not(none), within(key))
	}
	far, between := c.alias(), c.alias()
	from, each := named(d.from, n, far, between).text, named(d.each, n, far, between).text
	has := build("EXISTS (SELECT 1 FROM {} AND {})", from, within(each))
	if within(each).text == never.text {
		has = never
	}
	if noneToo {
		return some(has, fragment{text: "NOT EXISTS (SELECT 1 FROM " + from + ")"})
	}
	return has
}

// oneOf is the condition that a key is one of some, which are not "".
func oneOf(key string, f *graph.Keyed, keys []string) fragment {
	switch {
	case f.Dimension.Calendar():
		numbers := make([]int64, len(keys))
		for i, k := range keys {
			numbers[i] = intervalNumber(f.Interval, k)
		}
		return in(key, numbers)
	case f.Dimension.Actors():
		return idsOf(key, "actor", keys)
	case f.Dimension == graph.DimPlace:
		return idsOf(key, "place", keys)
	}
	return in(key, keys)
}

// idsOf is the condition that a key is that of one of some ids.
func idsOf(key, table string, ids []string) fragment {
	keys := keysOf(ids)
	if len(keys) == 0 {
		return never
	}
	return build("{} IN (SELECT key FROM {} WHERE {} AND {})", key, table, in("key", keys), in("id", ids))
}
