package model

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// encodeCompare writes a comparison as the fields of an input type that make it.
func encodeCompare(f *graph.Compare) ([]field, error) {
	if name, ok := textLists[f.Property]; ok {
		return []field{{name, writeJSON(listOf(f.Texts))}}, nil
	}
	texts, numbers := needs(f.Property)
	if len(f.Texts) < texts || len(f.Numbers) < numbers {
		return nil, fmt.Errorf("%q is compared with %d texts and %d numbers", f.Property, len(f.Texts), len(f.Numbers))
	}
	one := func(name string, v any) ([]field, error) { return []field{{name, writeJSON(v)}}, nil }
	switch f.Property {
	case graph.PropName, graph.PropNameContains, graph.PropRole, graph.PropTitleContains:
		return one(string(f.Property), f.Texts[0])
	case graph.PropNamed, graph.PropDisputed, graph.PropDated, graph.PropNegated, graph.PropAttributed:
		return one(string(f.Property), f.Numbers[0] != 0)
	case graph.PropLastSeen:
		return one("seenSince", day(f.Numbers[0]))
	case graph.PropFirstSeen:
		return one("seenUntil", day(f.Numbers[0]))
	case graph.PropHeldAt:
		return one("at", day(f.Numbers[0]))
	case graph.PropConfidence:
		return one("minConfidence", thousandths(int(f.Numbers[0])))
	case graph.PropSources:
		return one("minSources", f.Numbers[0])
	case graph.PropWhen, graph.PropPublished:
		if f.Numbers[0] == 0 && f.Numbers[1] == 0 {
			return nil, fmt.Errorf("%q is compared with all days", f.Property)
		}
		fields := days(f.Numbers)
		if f.Property == graph.PropWhen && f.Texts[0] != string(graph.Overlaps) {
			fields = append(fields, field{"match", writeJSON(f.Texts[0])})
		}
		return fields, nil
	case graph.PropBegins, graph.PropEnds, graph.PropRecorded:
		return []field{{string(f.Property), writeObject(days(f.Numbers))}}, nil
	case graph.PropMinNumber:
		return []field{{"minNumber", writeObject([]field{{"of", writeJSON(f.Texts[0])}, {"low", writeJSON(f.Numbers[0])}})}}, nil
	case graph.PropNear:
		return []field{{"near", writeObject([]field{
			{"latitude", writeJSON(float64(f.Numbers[0]) / 1e6)},
			{"longitude", writeJSON(float64(f.Numbers[1]) / 1e6)},
			{"km", writeJSON(kilometres(f.Numbers[2]))},
		})}}, nil
	}
	return nil, fmt.Errorf("no input type compares %q", f.Property)
}

// textLists are the fields that hold lists, of which one has to be equal.
var textLists = map[graph.Property]string{
	graph.PropID:        "id",
	graph.PropKind:      "kind",
	graph.PropCountry:   "country",
	graph.PropSector:    "sector",
	graph.PropWikidata:  "wikidata",
	graph.PropType:      "type",
	graph.PropMode:      "mode",
	graph.PropContext:   "context",
	graph.PropQuad:      "quad",
	graph.PropStatus:    "status",
	graph.PropRelation:  "relation",
	graph.PropURL:       "url",
	graph.PropPublisher: "publisher",
	graph.PropLanguage:  "language",
	graph.PropWithin:    "within",
}

// needs is how many texts and numbers a property is compared with.
func needs(p graph.Property) (texts, numbers int) {
	switch p {
	case graph.PropName, graph.PropNameContains, graph.PropRole, graph.PropTitleContains:
		return 1, 0
	case graph.PropWhen:
		return 1, 2
	case graph.PropMinNumber:
		return 1, 1
	case graph.PropPublished, graph.PropBegins, graph.PropEnds, graph.PropRecorded:
		return 0, 2
	case graph.PropNear:
		return 0, 3
	}
	return 0, 1
}

func day(n int64) string { return graph.Date(n).String() }

// days is a range; an open end is left out.
func days(n []int64) []field {
	var fields []field
	if n[0] != 0 {
		fields = append(fields, field{"since", writeJSON(day(n[0]))})
	}
	if n[1] != 0 {
		fields = append(fields, field{"until", writeJSON(day(n[1]))})
	}
	return fields
}

// kilometres are more than none, for a circle has to have a size.
func kilometres(metres int64) float64 { return max(1e-4, float64(metres)/1000) }

// encodeKey writes a question for a key.
func encodeKey(f *graph.Keyed) []byte {
	fields := []field{{"dimension", writeJSON(f.Dimension)}}
	if f.Interval != "" {
		fields = append(fields, field{"interval", writeJSON(f.Interval)})
	}
	for _, list := range []struct {
		name string
		keys []string
	}{{"in", f.In}, {"notIn", f.NotIn}} {
		if len(list.keys) > 0 {
			fields = append(fields, field{list.name, writeJSON(list.keys)})
		}
	}
	return writeObject(fields)
}
