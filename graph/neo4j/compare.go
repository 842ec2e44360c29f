package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// compare gives the condition of one property.
func (c *filters) compare(class graph.Class, n string, f *graph.Compare) (string, error) {
	// on writes the condition with {n} for the node and ? for the values, in order.
	on := func(condition string, values ...any) (string, error) {
		condition = strings.ReplaceAll(condition, "{n}", n)
		for _, v := range values {
			condition = strings.Replace(condition, "?", c.param(v), 1)
		}
		return condition, nil
	}
	property := string(f.Property)
	switch f.Property {
	case graph.PropID:
		return on("{n}.id IN ?", values(f.Texts))

	case graph.PropKind:
		return on("any(v IN {n}.kinds WHERE v IN ?)", knownTexts(f.Texts))
	case graph.PropSector:
		return on("any(v IN {n}.sectors WHERE v IN ?)", knownTexts(f.Texts))
	case graph.PropMode:
		return on("any(v IN {n}.modes WHERE v IN ?)", knownTexts(f.Texts))
	case graph.PropContext:
		return on("any(v IN {n}.contexts WHERE v IN ?)", knownTexts(f.Texts))

	case graph.PropCountry, graph.PropWikidata, graph.PropType, graph.PropQuad, graph.PropStatus,
		graph.PropRelation, graph.PropLanguage:
		return on("{n}."+property+" IN ?", knownTexts(f.Texts))

	case graph.PropNamed, graph.PropDisputed, graph.PropNegated, graph.PropAttributed:
		return on("{n}."+property+" = ?", f.Numbers[0] != 0)
	case graph.PropDated:
		return on("({n}.start <> 0) = ?", f.Numbers[0] != 0)

	case graph.PropName:
		return on("? IN {n}.names", graph.Fold(f.Texts[0]))
	case graph.PropNameContains:
		if class == graph.ClassPlace {
			return on("{n}.nameFold CONTAINS ?", graph.Fold(f.Texts[0]))
		}
		return on("any(v IN {n}.names WHERE v CONTAINS ?)", graph.Fold(f.Texts[0]))
	case graph.PropTitleContains:
		return on("{n}.titleFold CONTAINS ?", graph.Fold(f.Texts[0]))

	case graph.PropLastSeen:
		return on("({n}.lastSeen <> 0 AND {n}.lastSeen >= ?)", f.Numbers[0])
	case graph.PropFirstSeen:
		return on("({n}.firstSeen <> 0 AND {n}.firstSeen <= ?)", f.Numbers[0])
	case graph.PropConfidence, graph.PropSources:
		return on("{n}."+property+" >= ?", f.Numbers[0])
	case graph.PropMinNumber:
		if !slices.Contains(graph.Counts, graph.CountOf(f.Texts[0])) {
			return c.never(), nil
		}
		return on("{n}."+lowest(graph.CountOf(f.Texts[0]))+" >= ?", f.Numbers[0])

	case graph.PropWhen:
		return c.period(graph.Match(f.Texts[0]), n+".start", n+".end", f.Numbers[0], f.Numbers[1]), nil
	case graph.PropBegins:
		return c.period(graph.Overlaps, n+".sinceStart", n+".sinceEnd", f.Numbers[0], f.Numbers[1]), nil
	case graph.PropEnds:
		return c.period(graph.Overlaps, n+".untilStart", n+".untilEnd", f.Numbers[0], f.Numbers[1]), nil
	case graph.PropHeldAt:
		return c.heldAt(n, f.Numbers[0]), nil
	case graph.PropRole:
		return on("({n}.role IS NOT NULL AND {n}.roleFold = ?)", graph.Fold(f.Texts[0]))

	case graph.PropRecorded:
		return c.lies(n+".recordedOn", f.Numbers[0], f.Numbers[1]), nil
	case graph.PropPublished:
		return c.lies(n+".published", f.Numbers[0], f.Numbers[1]), nil
	case graph.PropURL:
		return on("{n}.urlNormal IN ?", values(each(f.Texts, graph.NormalizeURL)))
	case graph.PropPublisher:
		return on("{n}.publisherFold IN ?", values(each(f.Texts, graph.Fold)))

	case graph.PropWithin:
		return on("EXISTS { MATCH ({n})-[:WITHIN*0..]->(o:Place) WHERE o.id IN ? }", values(f.Texts))
	case graph.PropNear:
		return c.near(n, f.Numbers[0], f.Numbers[1], f.Numbers[2]), nil
	}
	return "", &graph.ArgumentError{Argument: "where", Message: fmt.Sprintf("%s cannot be asked for yet", f.Property), Err: graph.ErrNotYet}
}

// near is graph.Distance in Cypher, whose own measure takes the earth to be of another size.
func (c *filters) near(place string, latitude, longitude, metres int64) string {
	return strings.NewReplacer("{p}", place, "{lat}", c.param(latitude), "{lon}", c.param(longitude), "{m}", c.param(metres)).Replace(
		`({p}.located AND any(h IN [
			sin(radians(({p}.latitude - {lat}) / 1e6) / 2) ^ 2 +
			cos(radians({p}.latitude / 1e6)) * cos(radians({lat} / 1e6)) * sin(radians(({p}.longitude - {lon}) / 1e6) / 2) ^ 2
		] WHERE round(2 * 6371008.8 * asin(sqrt(CASE WHEN h > 1 THEN 1.0 ELSE h END))) <= {m}))`)
}

// values are texts as a parameter.
func values(texts []string) []any {
	out := make([]any, len(texts))
	for i, t := range texts {
		out[i] = t
	}
	return out
}

// knownTexts leaves out what stands for an unknown value and so matches nothing.
func knownTexts(texts []string) []any {
	return values(slices.DeleteFunc(slices.Clone(texts), func(v string) bool { return v == "" }))
}

func each(texts []string, f func(string) string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = f(t)
	}
	return out
}

// period is graph.Match.Matches on the first and last day of a period, the second of which
// is never before the first.
func (c *filters) period(m graph.Match, start, end string, since, until int64) string {
	first, last := end, start // overlaps
	switch m {
	case graph.Within:
		first, last = start, end
	case graph.Starts:
		first, last = start, start
	}
	parts := []string{start + " <> 0", first + " >= " + c.param(since)}
	if until != 0 {
		parts = append(parts, last+" <= "+c.param(until))
	}
	return all(parts)
}

// lies holds where a known day lies in a range.
func (c *filters) lies(property string, since, until int64) string {
	parts := []string{property + " <> 0", property + " >= " + c.param(since)}
	if until != 0 {
		parts = append(parts, property+" <= "+c.param(until))
	}
	return all(parts)
}

// heldAt is graph.Tie.HeldAt.
func (c *filters) heldAt(tie string, day int64) string {
	at := c.param(day)
	return strings.NewReplacer("{t}", tie, "{d}", at).Replace(
		"(({t}.heldFrom <> 0 OR {t}.heldTo <> 0) AND {t}.heldFrom <= {d} AND ({t}.heldTo = 0 OR {t}.heldTo >= {d}))")
}
