package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// compare gives the condition of one property.
func compare(class graph.Class, n string, c *graph.Compare) (fragment, error) {
	number := func(i int) int64 { return c.Numbers[i] }
	column := func(name string) string { return n + "." + name }
	switch c.Property {
	case graph.PropID:
		return all(in(column("key"), keysOf(c.Texts)), in(column("id"), c.Texts)), nil

	case graph.PropKind:
		return holds(column("kinds"), c.Texts), nil
	case graph.PropSector:
		return holds(column("sectors"), c.Texts), nil
	case graph.PropMode:
		return holds(column("modes"), c.Texts), nil
	case graph.PropContext:
		return holds(column("contexts"), c.Texts), nil

	case graph.PropCountry, graph.PropWikidata, graph.PropType, graph.PropQuad, graph.PropStatus,
		graph.PropRelation, graph.PropLanguage:
		return in(column(string(c.Property)), stated(c.Texts)), nil

	case graph.PropNamed, graph.PropDisputed, graph.PropNegated, graph.PropAttributed:
		return build("{} = ?", column(string(c.Property)), flag(number(0) != 0)), nil
	case graph.PropDated:
		return build("({}.start <> 0) = ?", n, flag(number(0) != 0)), nil

	case graph.PropName:
		return build("{}.key IN (SELECT actor FROM actor_name WHERE fold = ?)", n, graph.Fold(c.Texts[0])), nil
	case graph.PropNameContains:
		if class == graph.ClassPlace {
			return build("instr({}.name_fold, ?) > 0", n, graph.Fold(c.Texts[0])), nil
		}
		return build("EXISTS (SELECT 1 FROM actor_name WHERE actor = {}.key AND instr(fold, ?) > 0)", n, graph.Fold(c.Texts[0])), nil
	case graph.PropTitleContains:
		return build("instr({}.title_fold, ?) > 0", n, graph.Fold(c.Texts[0])), nil

	case graph.PropLastSeen:
		return build("({}.last_seen <> 0 AND {}.last_seen >= ?)", n, n, number(0)), nil
	case graph.PropFirstSeen:
		return build("({}.first_seen <> 0 AND {}.first_seen <= ?)", n, n, number(0)), nil
	case graph.PropConfidence, graph.PropSources:
		return build("{} >= ?", column(string(c.Property)), number(0)), nil
	case graph.PropMinNumber:
		return build("EXISTS (SELECT 1 FROM event_number WHERE event = {}.key AND what = ? AND low >= ?)", n, c.Texts[0], number(0)), nil

	case graph.PropWhen:
		return when(graph.Match(c.Texts[0]), column("start"), column("stop"), number(0), number(1)), nil
	case graph.PropBegins:
		return when(graph.Overlaps, column("since_start"), column("since_stop"), number(0), number(1)), nil
	case graph.PropEnds:
		return when(graph.Overlaps, column("until_start"), column("until_stop"), number(0), number(1)), nil
	case graph.PropHeldAt:
		return heldAt(n, number(0)), nil
	case graph.PropRole:
		return build("({}.role <> '' AND {}.role_fold = ?)", n, n, graph.Fold(c.Texts[0])), nil

	case graph.PropRecorded:
		return lies(column("recorded_on"), number(0), number(1)), nil
	case graph.PropPublished:
		return lies(column("published"), number(0), number(1)), nil
	case graph.PropURL:
		return all(build("{}.url <> ''", n), in(column("url_normal"), each(c.Texts, graph.NormalizeURL))), nil
	case graph.PropPublisher:
		return all(build("{}.publisher <> ''", n), in(column("publisher_fold"), each(c.Texts, graph.Fold))), nil

	case graph.PropWithin:
		return build("{}.key IN ({})", n, within(in("key", keysOf(c.Texts)))), nil
	case graph.PropNear:
		return build("({}.located = 1 AND graph_distance({}.latitude, {}.longitude, ?, ?) <= ?)", n, n, n, number(0), number(1), number(2)), nil
	}
	return never, &graph.ArgumentError{Argument: "where", Message: fmt.Sprintf("%s cannot be asked for yet", c.Property), Err: graph.ErrNotYet}
}

// holds is true where a list, written as JSON, holds one of some values of a closed set.
func holds(column string, values []string) fragment {
	var parts []fragment
	for _, v := range stated(values) {
		if !strings.ContainsAny(v, `"\`) { // no value of a closed set; in JSON it would look like several
			parts = append(parts, build("instr({}, ?) > 0", column, `"`+v+`"`))
		}
	}
	return some(parts...)
}

// stated leaves out what stands for an unknown value and so matches nothing.
func stated(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
}

func keysOf(ids []string) []int64 {
	var keys []int64
	for _, id := range ids {
		if key, ok := keyOf(graph.ID(id)); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

func each(values []string, f func(string) string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = f(v)
	}
	return out
}

// when is graph.Match.Matches on the columns of a period, the second of which is never before
// the first.
func when(m graph.Match, start, stop string, since, until int64) fragment {
	first, last := stop, start // overlaps
	switch m {
	case graph.Within:
		first, last = start, stop
	case graph.Starts:
		first, last = start, start
	}
	parts := []fragment{build("{} <> 0", start), build("{} >= ?", first, since)}
	if until != 0 {
		parts = append(parts, build("{} <= ?", last, until))
	}
	return all(parts...)
}

// lies is true where a known day lies in a range.
func lies(column string, since, until int64) fragment {
	parts := []fragment{build("{} <> 0", column), build("{} >= ?", column, since)}
	if until != 0 {
		parts = append(parts, build("{} <= ?", column, until))
	}
	return all(parts...)
}

// heldAt is graph.Tie.HeldAt.
func heldAt(tie string, day int64) fragment {
	return named(sqlHeldAt, tie, "", "").with(day, day)
}

const sqlHeldAt = "(({n}.held_from <> 0 OR {n}.held_to <> 0) AND {n}.held_from <= ? AND ({n}.held_to = 0 OR {n}.held_to >= ?))"

// within selects the keys of places for which a condition holds, and of all places in them.
func within(outer fragment) fragment {
	return build(`WITH RECURSIVE inner_place (key) AS (
		SELECT key FROM place WHERE {} AND open = 1
		UNION SELECT p.key FROM inner_place AS i CROSS JOIN place AS p ON p.within = i.key WHERE p.open = 1)
		SELECT key FROM inner_place`, outer)
}
