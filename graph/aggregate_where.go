package graph

import "slices"

// Filter is the condition that an event counts under r; nil if all do.
func (r Reality) Filter() Filter {
	if r == RealityAll {
		return nil
	}
	statuses := []string{string(Happened), string(Ongoing)}
	if r == RealityClaimed {
		statuses = append(statuses, string(Alleged))
	}
	return And{
		&Compare{Property: PropStatus, Texts: statuses},
		&Compare{Property: PropNegated, Numbers: []int64{0}},
	}
}

// Matching is the condition on the nodes that an Aggregation counts: its Where and its Reality.
func (a Aggregation) Matching() Filter {
	if a.Class != ClassEvent {
		return conjunction(a.Where)
	}
	return conjunction(a.Where, a.Reality.Filter())
}

// conjunction is all of some filters, nil ones left out, without a list in a list.
func conjunction(fs ...Filter) Filter {
	var out And
	for _, f := range fs {
		switch f := f.(type) {
		case nil:
		case And:
			out = append(out, f...)
		default:
			out = append(out, f)
		}
	}
	switch len(out) {
	case 0:
		return nil
	case 1:
		return out[0]
	}
	return slices.Clip(out)
}

// keyFilter is the condition that a node has a key: what people write where there is such a
// thing, else a Keyed.
func (by By) keyFilter(class Class, value string) Filter {
	is := func(p Property) Filter { return &Compare{Property: p, Texts: []string{value}} }
	if value == "" {
		return &Keyed{Dimension: by.Dimension, Interval: by.Interval, In: []string{""}}
	}
	start, end, _ := by.Interval.Days(value)
	days := []int64{int64(start), int64(end)}
	published := &Compare{Property: PropPublished, Numbers: days}
	passage := func(f Filter) Filter { return &Has{Link: LinkEvidence, Where: f} }
	switch by.Dimension {
	case DimTime:
		if class == ClassArticle {
			return published
		}
		return &Compare{Property: PropWhen, Texts: []string{string(Within)}, Numbers: days}
	case DimPublished:
		return passage(&Has{Link: LinkArticle, Where: published})
	case DimPublisher:
		if class == ClassArticle {
			return is(PropPublisher)
		}
		return passage(&Has{Link: LinkArticle, Where: is(PropPublisher)})
	case DimLanguage:
		return is(PropLanguage)
	case DimType:
		return is(PropType)
	case DimMode:
		return is(PropMode)
	case DimContext:
		return is(PropContext)
	case DimQuad:
		return is(PropQuad)
	case DimStatus:
		return is(PropStatus)
	case DimSpeaker:
		return passage(&Has{Link: LinkSpeaker, Where: is(PropID)})
	case DimPlace:
		return &Has{Link: LinkPlace, Where: is(PropID)}
	case DimPlaceCountry:
		return &Has{Link: LinkPlace, Where: is(PropCountry)}
	case DimActor, DimSource, DimTarget:
		return &Has{Link: by.Dimension.Link(), Where: is(PropID)}
	case DimActorCountry, DimSourceCountry, DimTargetCountry:
		return &Has{Link: by.Dimension.Link(), Where: is(PropCountry)}
	case DimSourceKind, DimTargetKind:
		return &Has{Link: by.Dimension.Link(), Where: is(PropKind)}
	default:
		return &Has{Link: by.Dimension.Link(), Where: is(PropSector)}
	}
}

// Link is the link from an event to the participants whose values are the keys of a dimension;
// "" for the dimensions that are not of participants.
func (d Dimension) Link() Link {
	switch d {
	case DimActor, DimActorCountry:
		return LinkActor
	case DimSource, DimSourceCountry, DimSourceKind, DimSourceSector:
		return LinkSource
	case DimTarget, DimTargetCountry, DimTargetKind, DimTargetSector:
		return LinkTarget
	}
	return ""
}
