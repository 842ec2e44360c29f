package graphtest

import (
	"context"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Aggregate implements graph.Reader: for every bucket it looks at every node again.
func (r *Reference) Aggregate(ctx context.Context, a graph.Aggregation) (graph.Buckets, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return graph.Buckets{}, err
	}
	if err := a.Validate(); err != nil {
		return graph.Buckets{}, err
	}
	p, out := r.now, graph.Buckets{}
	var nodes []graph.Node
	for _, n := range p.nodes {
		if n.NodeID().Class() == a.Class && p.Matches(n, a.Where) && counts(n, a.Reality) {
			nodes = append(nodes, n)
		}
	}
	out.Total = p.totals(a, nodes)
	first, second := []bar{everything}, []bar{everything}
	zeros := len(a.By) == 0
	for i, by := range a.By {
		bars, lost := p.bars(nodes, a.Class, by)
		if i == 0 {
			first = bars
		} else {
			second = bars
		}
		out.Truncated = out.Truncated || lost
		zeros = zeros || by.Zeros
	}
	if len(first)*len(second) > graph.MaxBuckets && zeros {
		zeros, out.Truncated = false, true
	}
	for _, x := range first {
		for _, y := range second {
			var in []graph.Node
			for _, n := range nodes {
				if x.holds(n) && y.holds(n) {
					in = append(in, n)
				}
			}
			if len(in) == 0 && !zeros {
				continue
			}
			if len(out.Buckets) == graph.MaxBuckets {
				out.Truncated = true
				return out, nil
			}
			b := graph.Bucket{Totals: p.totals(a, in), Keys: []graph.Key{x.key, y.key}[:len(a.By)]}
			b.Where = graph.And{a.Matching(), x.where, y.where}
			out.Buckets = append(out.Buckets, b)
		}
	}
	return out, nil
}

// bar is one key of an answer, which nodes have it, and a condition that says the same.
type bar struct {
	key   graph.Key
	holds func(graph.Node) bool
	where graph.Filter
}

var everything = bar{holds: func(graph.Node) bool { return true }}

// counts reports whether a node counts under a reality.
func counts(n graph.Node, r graph.Reality) bool {
	e, ok := n.(*graph.Event)
	return !ok || r.Real(e.Status, e.Negated)
}

// bars are the keys of an answer in one dimension, the empty intervals among them, and whether
// keys are left out.
func (p *picture) bars(nodes []graph.Node, class graph.Class, by graph.By) (out []bar, lost bool) {
	number := map[string]int{}
	for _, n := range nodes {
		for _, k := range p.keys(n, by.Dimension, by.Interval) {
			number[k]++
		}
	}
	var values []string
	for k := range number {
		if k != "" {
			values = append(values, k)
		}
	}
	calendar := by.Dimension == graph.DimTime || by.Dimension == graph.DimPublished
	slices.SortFunc(values, func(a, b string) int {
		if !calendar && number[a] != number[b] {
			return number[b] - number[a]
		}
		return strings.Compare(a, b)
	})
	others := len(values) > by.First
	switch {
	case others && calendar:
		values = values[len(values)-by.First:]
	case others:
		values = values[:by.First]
	}
	kept := append([]string{""}, values...)
	if calendar && by.Zeros && len(values) > 0 {
		_, day, _ := by.Interval.Days(values[0])
		for all := values[:1:1]; ; _, day, _ = by.Interval.Days(all[len(all)-1]) {
			if all[len(all)-1] == values[len(values)-1] {
				values = all
				break
			}
			all = append(all, by.Interval.Of(day.AddDays(1)))
		}
	}
	has := func(value string) bar {
		return bar{
			key:   p.key(value, by),
			holds: func(n graph.Node) bool { return slices.Contains(p.keys(n, by.Dimension, by.Interval), value) },
			where: &graph.Keyed{Dimension: by.Dimension, Interval: by.Interval, In: []string{value}},
		}
	}
	for _, v := range values {
		out = append(out, has(v))
	}
	if number[""] > 0 {
		out = append(out, has(""))
	}
	if others && by.Rest {
		out = append(out, bar{
			key: graph.Key{Value: "*", Rest: true},
			holds: func(n graph.Node) bool {
				return slices.ContainsFunc(p.keys(n, by.Dimension, by.Interval), func(k string) bool { return !slices.Contains(kept, k) })
			},
			where: &graph.Keyed{Dimension: by.Dimension, Interval: by.Interval, NotIn: kept},
		})
	}
	return out, others && !by.Rest
}

// key describes a key.
func (p *picture) key(value string, by graph.By) graph.Key {
	k := graph.Key{Value: value, Label: value}
	k.Start, k.End, _ = by.Interval.Days(value)
	switch by.Dimension {
	case graph.DimTime, graph.DimPublished:
		return k
	case graph.DimActor, graph.DimSource, graph.DimTarget, graph.DimSpeaker:
		k.Actor = graph.ID(value)
		if a, ok := p.nodes[k.Actor].(*graph.Actor); ok {
			k.Label = a.Name
		}
	case graph.DimPlace:
		k.Place = graph.ID(value)
		if place, ok := p.nodes[k.Place].(*graph.Place); ok {
			k.Label = place.Name
		}
	case graph.DimActorCountry, graph.DimSourceCountry, graph.DimTargetCountry, graph.DimPlaceCountry:
		if a, ok := p.nodes[graph.CountryID(value)].(*graph.Actor); ok && value != "" {
			k.Label = a.Name
		}
	case graph.DimPublisher:
		var spellings []string
		for _, n := range p.nodes {
			if a, ok := n.(*graph.Article); ok && value != "" && graph.Fold(string(a.Publisher)) == value {
				spellings = append(spellings, string(a.Publisher))
			}
		}
		if len(spellings) > 0 {
			k.Label = slices.Min(spellings)
		}
	}
	k.Start, k.End = 0, 0
	return k
}

// totals counts some nodes.
func (p *picture) totals(a graph.Aggregation, nodes []graph.Node) graph.Totals {
	var t graph.Totals
	articles, origins := map[graph.ID]bool{}, map[string]bool{}
	for _, n := range nodes {
		e, ok := n.(*graph.Event)
		if !ok {
			t.Articles++
			continue
		}
		t.Events++
		t.Score += int64(e.Score)
		for _, passage := range p.passages[e.ID] {
			articles[passage.ArticleID] = true
			origins[p.origin(e.ID, passage)] = true
		}
	}
	delete(origins, "")
	if a.Class == graph.ClassEvent && a.Distinct {
		t.Articles, t.Sources = len(articles), len(origins)
	}
	return t
}

// origin is where a passage of a fact comes from.
func (p *picture) origin(fact graph.ID, e *graph.Evidence) string {
	if e.Publisher == graph.RegisterPublisher {
		return ""
	}
	if outlet := graph.Fold(e.Outlet()); outlet != "" {
		return "outlet " + outlet
	}
	if e.CopyOfID != "" {
		return string(e.CopyOfID)
	}
	for _, other := range p.passages[fact] {
		if other.CopyOfID == e.ArticleID {
			return string(e.ArticleID)
		}
	}
	if publisher := graph.Fold(string(e.Publisher)); publisher != "" {
		return "outlet " + publisher
	}
	return string(e.ArticleID)
}
