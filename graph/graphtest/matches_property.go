package graphtest

import (
	"slices"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// compare decides one condition on n itself.
func (p *picture) compare(n graph.Node, c *graph.Compare) bool {
	if c.Property == graph.PropID {
		return slices.Contains(c.Texts, string(n.NodeID()))
	}
	switch n := n.(type) {
	case *graph.Actor:
		return compareActor(n, c)
	case *graph.Event:
		return p.compareEvent(n, c)
	case *graph.Tie:
		return compareTie(n, c)
	case *graph.Evidence:
		return compareEvidence(n, c)
	case *graph.Article:
		return compareArticle(n, c)
	case *graph.Place:
		return p.comparePlace(n, c)
	}
	return false
}

func compareActor(a *graph.Actor, c *graph.Compare) bool {
	names := append([]string{a.Name}, a.Aliases...)
	switch c.Property {
	case graph.PropKind:
		return oneOf(c, a.Kinds...)
	case graph.PropCountry:
		return oneOf(c, a.CountryCode)
	case graph.PropSector:
		return oneOf(c, a.Sectors...)
	case graph.PropNamed:
		return is(c, a.Named)
	case graph.PropName:
		return slices.ContainsFunc(names, func(name string) bool { return graph.Fold(name) == graph.Fold(c.Texts[0]) })
	case graph.PropNameContains:
		return slices.ContainsFunc(names, func(name string) bool { return foldContains(name, c.Texts[0]) })
	case graph.PropWikidata:
		return oneOf(c, a.Wikidata)
	case graph.PropLastSeen:
		return a.LastSeen != 0 && int64(a.LastSeen) >= c.Numbers[0]
	case graph.PropFirstSeen:
		return a.FirstSeen != 0 && int64(a.FirstSeen) <= c.Numbers[0]
	}
	return false
}

func (p *picture) compareEvent(e *graph.Event, c *graph.Compare) bool {
	switch c.Property {
	case graph.PropType:
		return oneOf(c, e.Type)
	case graph.PropMode:
		return oneOf(c, e.Modes...)
	case graph.PropContext:
		return oneOf(c, e.Contexts...)
	case graph.PropQuad:
		return oneOf(c, e.Type.Quad())
	case graph.PropDisputed:
		return is(c, e.Disputed)
	case graph.PropDated:
		return is(c, e.When != nil && e.When.Start != 0)
	case graph.PropWhen:
		return graph.Match(c.Texts[0]).Matches(e.When, graph.Date(c.Numbers[0]), graph.Date(c.Numbers[1]))
	case graph.PropMinNumber:
		for _, passage := range p.passages[e.ID] {
			for _, q := range passage.Numbers {
				if string(q.Of) == c.Texts[0] && q.Low != nil && *q.Low >= c.Numbers[0] {
					return true
				}
			}
		}
		return false
	}
	return compareStated(&e.Stated, c)
}

func compareTie(t *graph.Tie, c *graph.Compare) bool {
	switch c.Property {
	case graph.PropRelation:
		return oneOf(c, t.Relation)
	case graph.PropRole:
		return t.Role != "" && graph.Fold(string(t.Role)) == graph.Fold(c.Texts[0])
	case graph.PropHeldAt:
		return t.HeldAt(graph.Date(c.Numbers[0]))
	case graph.PropBegins:
		return graph.Overlaps.Matches(t.Since, graph.Date(c.Numbers[0]), graph.Date(c.Numbers[1]))
	case graph.PropEnds:
		return graph.Overlaps.Matches(t.Until, graph.Date(c.Numbers[0]), graph.Date(c.Numbers[1]))
	}
	return compareStated(&t.Stated, c)
}

func compareStated(s *graph.Stated, c *graph.Compare) bool {
	switch c.Property {
	case graph.PropStatus:
		return oneOf(c, s.Status)
	case graph.PropNegated:
		return is(c, s.Negated)
	case graph.PropConfidence:
		return int64(s.Confidence) >= c.Numbers[0]
	case graph.PropSources:
		return int64(s.Corroboration.IndependentSources) >= c.Numbers[0]
	}
	return false
}

func compareEvidence(e *graph.Evidence, c *graph.Compare) bool {
	switch c.Property {
	case graph.PropStatus:
		return oneOf(c, e.Status)
	case graph.PropNegated:
		return is(c, e.Negated)
	case graph.PropConfidence:
		return int64(e.Confidence) >= c.Numbers[0]
	case graph.PropAttributed:
		return is(c, len(e.Attribution) > 0)
	case graph.PropRecorded:
		return lies(graph.DateOf(graph.RecordedAt(e.Recorded).In(time.UTC)), c)
	}
	return false
}

func compareArticle(a *graph.Article, c *graph.Compare) bool {
	switch c.Property {
	case graph.PropURL:
		return a.URL != "" && slices.ContainsFunc(c.Texts, func(t string) bool {
			return graph.NormalizeURL(string(a.URL)) == graph.NormalizeURL(t)
		})
	case graph.PropPublisher:
		return a.Publisher != "" && slices.ContainsFunc(c.Texts, func(t string) bool {
			return graph.Fold(string(a.Publisher)) == graph.Fold(t)
		})
	case graph.PropLanguage:
		return oneOf(c, a.Language)
	case graph.PropPublished:
		return lies(a.Published, c)
	case graph.PropTitleContains:
		return foldContains(a.Title, c.Texts[0])
	}
	return false
}

func (p *picture) comparePlace(place *graph.Place, c *graph.Compare) bool {
	switch c.Property {
	case graph.PropCountry:
		return oneOf(c, place.CountryCode)
	case graph.PropNameContains:
		return foldContains(place.Name, c.Texts[0])
	case graph.PropWithin:
		return slices.ContainsFunc(c.Texts, func(outer string) bool { return p.within(place.ID, graph.ID(outer)) })
	case graph.PropNear:
		return place.Located &&
			int64(graph.Distance(place.Latitude, place.Longitude, int(c.Numbers[0]), int(c.Numbers[1]))) <= c.Numbers[2]
	}
	return false
}

// oneOf reports whether a known value is among the texts.
func oneOf[T ~string](c *graph.Compare, values ...T) bool {
	for _, v := range values {
		if v != "" && slices.Contains(c.Texts, string(v)) {
			return true
		}
	}
	return false
}

func is(c *graph.Compare, v bool) bool { return v == (c.Numbers[0] != 0) }

// lies reports whether a known day lies in the range, whose ends may be open.
func lies(d graph.Date, c *graph.Compare) bool {
	return d != 0 && int64(d) >= c.Numbers[0] && (c.Numbers[1] == 0 || int64(d) <= c.Numbers[1])
}

func foldContains(s, part string) bool { return strings.Contains(graph.Fold(s), graph.Fold(part)) }
