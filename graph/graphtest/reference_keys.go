package graphtest

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// keys are the keys of a node in a dimension: the meaning of every graph.Dimension.
func (p *picture) keys(n graph.Node, d graph.Dimension, interval graph.CalendarInterval) []string {
	var keys []string
	if a, ok := n.(*graph.Article); ok {
		switch d {
		case graph.DimTime:
			keys = []string{interval.Of(a.Published)}
		case graph.DimPublisher:
			keys = []string{graph.Fold(string(a.Publisher))}
		case graph.DimLanguage:
			keys = []string{string(a.Language)}
		}
		return orNone(keys)
	}
	e := n.(*graph.Event)
	switch d {
	case graph.DimTime:
		if e.When == nil || e.When.Start == 0 {
			break
		}
		name := interval.Of(e.When.Start)
		if e.When.End == 0 || interval.Of(e.When.End) == name {
			keys = append(keys, name)
		}
	case graph.DimType:
		keys = append(keys, string(e.Type))
	case graph.DimQuad:
		keys = append(keys, string(e.Type.Quad()))
	case graph.DimStatus:
		keys = append(keys, string(e.Status))
	case graph.DimMode:
		for _, m := range e.Modes {
			keys = append(keys, string(m))
		}
	case graph.DimContext:
		for _, c := range e.Contexts {
			keys = append(keys, string(c))
		}
	case graph.DimPlace:
		for _, id := range e.PlaceIDs {
			keys = append(keys, string(id))
		}
	case graph.DimPlaceCountry:
		for _, id := range e.PlaceIDs {
			if place, ok := p.nodes[id].(*graph.Place); ok {
				keys = append(keys, string(place.CountryCode))
			}
		}
	case graph.DimPublished, graph.DimPublisher, graph.DimSpeaker:
		for _, passage := range p.passages[e.ID] {
			article := p.nodes[passage.ArticleID].(*graph.Article)
			switch d {
			case graph.DimPublished:
				keys = append(keys, interval.Of(article.Published))
			case graph.DimPublisher:
				keys = append(keys, graph.Fold(string(article.Publisher)))
			default:
				keys = append(keys, string(passage.Speaker()))
			}
		}
	default:
		keys = p.participantKeys(e, d)
	}
	return orNone(keys)
}

// participantKeys are those of the dimensions that look at who takes part.
func (p *picture) participantKeys(e *graph.Event, d graph.Dimension) []string {
	roles := graph.Roles
	switch d {
	case graph.DimSource, graph.DimSourceCountry, graph.DimSourceKind, graph.DimSourceSector:
		roles = []graph.Role{graph.Source}
	case graph.DimTarget, graph.DimTargetCountry, graph.DimTargetKind, graph.DimTargetSector:
		roles = []graph.Role{graph.Target}
	}
	var keys []string
	for _, part := range e.Participants {
		if !takesPart(e, part.ActorID, roles) {
			continue
		}
		a := p.nodes[part.ActorID].(*graph.Actor)
		switch d {
		case graph.DimActor, graph.DimSource, graph.DimTarget:
			keys = append(keys, string(a.ID))
		case graph.DimActorCountry, graph.DimSourceCountry, graph.DimTargetCountry:
			keys = append(keys, string(a.CountryCode))
		case graph.DimSourceKind, graph.DimTargetKind:
			for _, k := range a.Kinds {
				keys = append(keys, string(k))
			}
		case graph.DimSourceSector, graph.DimTargetSector:
			for _, s := range a.Sectors {
				keys = append(keys, string(s))
			}
		}
	}
	return keys
}

// orNone are the distinct known keys, or "" if there is none.
func orNone(keys []string) []string {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	if len(keys) > 1 || len(keys) == 0 {
		keys = slices.DeleteFunc(keys, func(k string) bool { return k == "" })
	}
	if len(keys) == 0 {
		return []string{""}
	}
	return keys
}

// keyed reports whether a node has a key as the condition asks.
func (p *picture) keyed(n graph.Node, f *graph.Keyed) bool {
	for _, k := range p.keys(n, f.Dimension, f.Interval) {
		if (len(f.In) == 0 || slices.Contains(f.In, k)) && !slices.Contains(f.NotIn, k) {
			return true
		}
	}
	return false
}
