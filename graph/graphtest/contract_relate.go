package graphtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// bucketsFound counts a world by all dimensions, each alone and with the next, and asks for the nodes of every
// bucket, by random conditions.
func bucketsFound(t *testing.T, f *filled) {
	s := &session{t: t, d: newDice(11, 1), world: f.world}
	s.want.now = f.want.now
	for _, class := range []graph.Class{graph.ClassEvent, graph.ClassArticle} {
		var counts []graph.Aggregation
		dimensions := graph.DimensionsOf(class)
		for i, dimension := range dimensions {
			next := dimensions[(i+1)%len(dimensions)]
			counts = append(counts,
				graph.Aggregation{By: []graph.By{{Dimension: dimension, First: 3, Rest: true}}},
				graph.Aggregation{By: []graph.By{{Dimension: dimension, First: 2, Rest: true}, {Dimension: next, First: 2, Rest: true}}})
		}
		for i, a := range counts {
			a.Class, a.Reality = class, graph.RealityAll
			if i/2%2 == 1 {
				a.Where = s.filter(class, 1, 1)
			}
			b, err := f.Aggregate(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			for _, bucket := range b.Buckets {
				nodes := bucket.Events
				if class == graph.ClassArticle {
					nodes = bucket.Articles
				}
				f.found(t, class, bucket.Where, nodes)
			}
		}
	}
}

// linksFound asks for the events of the strongest links of a world, and of those of an actor.
func linksFound(t *testing.T, f *filled) {
	links := f.links(t, graph.LinkQuery{MinEvents: 1, Reality: graph.RealityAll, First: 15})
	if len(links.Links) < 10 {
		t.Fatalf("%d links: this shows little", len(links.Links))
	}
	for _, l := range links.Links {
		f.found(t, graph.ClassEvent, l.Where, l.Events)
	}
	of := links.Links[0].Source
	for _, c := range f.counterparts(t, graph.CounterpartQuery{Reality: graph.RealityAll, Page: graph.PageRequest{First: 15}}, of).Items {
		f.found(t, graph.ClassEvent, c.Where, c.Events)
	}
}

func (f *filled) links(t *testing.T, q graph.LinkQuery) graph.Links {
	t.Helper()
	l, err := f.Links(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func (f *filled) counterparts(t *testing.T, q graph.CounterpartQuery, of graph.ID) graph.Page[graph.Counterpart] {
	t.Helper()
	pages, err := f.Counterparts(t.Context(), []graph.ID{of}, q)
	if err != nil || len(pages) != 1 {
		t.Fatalf("%d pages, error %v", len(pages), err)
	}
	return pages[0]
}

// named writes links as "Ada > Bob: 2 events, 1 ties", with - between the actors where it has no direction.
func named(links []graph.PairLink, names ...string) []string {
	of := map[graph.ID]string{}
	for _, n := range names {
		of[toldActor(n)] = n
	}
	name := func(id graph.ID) string {
		if of[id] == "" {
			return "somebody"
		}
		return of[id]
	}
	var out []string
	for _, l := range links {
		arrow := ">"
		if !l.Directed {
			arrow = "-"
		}
		out = append(out, fmt.Sprintf("%s %s %s: %d events, %d ties", name(l.Source), arrow, name(l.Target), l.Events, l.Ties))
	}
	return out
}

// byID are names in the order of their ids.
func byID(names ...string) []string {
	return slices.SortedFunc(slices.Values(names), func(a, b string) int { return cmp.Compare(toldActor(a), toldActor(b)) })
}

func linksOrder(t *testing.T, f *filled) {
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: "Ada", targets: "Bob", kind: graph.Assault},
		{sources: "Ada", targets: "Bob", kind: graph.Aid},
		{sources: "Cem", targets: "Dia", kind: graph.Assault},
		{sources: "Dia", targets: "Cem", kind: graph.Assault},
		{sources: "Eve Fay", kind: graph.Consult},
	}, ties: []toldTie{
		{"Cem", "Dia", graph.PartOf},
		{"Eve", "Fay", graph.AlliedWith},
		{"Gus", "Ada", graph.MemberOf},
	}})
	names := []string{"Ada", "Bob", "Cem", "Dia", "Eve", "Fay", "Gus"}
	pair := byID("Eve", "Fay")
	tied := []string{"Cem > Dia: 1 events, 1 ties", fmt.Sprintf("%s - %s: 1 events, 1 ties", pair[0], pair[1])}
	if toldActor(pair[0]) < toldActor("Cem") {
		tied[0], tied[1] = tied[1], tied[0]
	}
	want := append(append([]string{"Ada > Bob: 2 events, 0 ties"}, tied...), "Dia > Cem: 1 events, 0 ties")
	if d := gocmp.Diff(want, named(f.links(t, graph.LinkQuery{MinEvents: 1, First: 10}).Links, names...)); d != "" {
		t.Errorf("of at least one event (-want +got):\n%s", d)
	}
	all := f.links(t, graph.LinkQuery{First: 10})
	if d := gocmp.Diff(append(want, "Gus > Ada: 0 events, 1 ties"), named(all.Links, names...)); d != "" || all.Truncated {
		t.Errorf("with those of ties alone, truncated %v (-want +got):\n%s", all.Truncated, d)
	}
	// Only what is shown is cut: the ties of each link are still all there are.
	if d := gocmp.Diff(want[:2], named(f.links(t, graph.LinkQuery{First: 2}).Links, names...)); d != "" {
		t.Errorf("the first two (-want +got):\n%s", d)
	}
}

func linksTruncated(t *testing.T, f *filled) {
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: "Ada", targets: "Bob", kind: graph.Assault},
		{sources: "Bob", targets: "Cem", kind: graph.Assault},
	}, ties: []toldTie{{"Cem", "Dia", graph.PartOf}}})
	for _, tt := range []struct {
		first, least, want int
		truncated          bool
	}{{1, 1, 1, true}, {2, 1, 2, false}, {3, 1, 2, false}, {2, 0, 2, true}, {3, 0, 3, false}, {5, 2, 0, false}} {
		l := f.links(t, graph.LinkQuery{First: tt.first, MinEvents: tt.least})
		if len(l.Links) != tt.want || l.Truncated != tt.truncated {
			t.Errorf("first %d of at least %d events: %d links, truncated %v; want %d, %v", tt.first, tt.least, len(l.Links), l.Truncated, tt.want, tt.truncated)
		}
	}
}

func unnamedLinks(t *testing.T, f *filled) {
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: "Ada", targets: "soldiers", kind: graph.Assault},
		{sources: "Ada", targets: "soldiers Bob", kind: graph.Assault},
	}})
	soldiers := toldUnnamed(1, "soldiers")
	unnamed := &graph.Compare{Property: graph.PropNamed, Numbers: []int64{0}}
	those := &graph.Compare{Property: graph.PropID, Texts: []string{string(soldiers)}}
	takePart := func(who graph.Filter) graph.Filter { return &graph.Has{Link: graph.LinkTarget, Where: who} }
	for _, tt := range []struct {
		name   string
		events graph.Filter
		want   []string
	}{
		{"nobody asks for them", nil, []string{"Ada > Bob: 1 events, 0 ties"}},
		{"asked for", takePart(unnamed), []string{"Ada > somebody: 2 events, 0 ties", "Ada > Bob: 1 events, 0 ties"}},
		{"named by their id", takePart(those), []string{"Ada > somebody: 2 events, 0 ties", "Ada > Bob: 1 events, 0 ties"}},
		{"asked to stay away", &graph.Not{Filter: takePart(unnamed)}, nil},
	} {
		if d := gocmp.Diff(tt.want, named(f.links(t, graph.LinkQuery{Events: tt.events, MinEvents: 1, First: 5}).Links, "Ada", "Bob")); d != "" {
			t.Errorf("links, %s (-want +got):\n%s", tt.name, d)
		}
		met := f.counterparts(t, graph.CounterpartQuery{Where: tt.events, Page: graph.PageRequest{First: 5, Total: true}}, toldActor("Ada"))
		if met.Total != len(tt.want) || len(met.Items) != len(tt.want) {
			t.Errorf("counterparts, %s: %d of %d, want %d", tt.name, len(met.Items), met.Total, len(tt.want))
		}
	}
	if l := f.links(t, graph.LinkQuery{Actors: unnamed, MinEvents: 1, First: 5}); len(l.Links) != 0 {
		t.Errorf("both ends unnamed: %v", l.Links)
	}
}

// manyParticipants has more participants than fit where others are packed.
func manyParticipants(t *testing.T, f *filled) {
	var names []string
	for i := range 400 {
		names = append(names, fmt.Sprintf("Name%d", i))
	}
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: "Ada", targets: strings.Join(names, " "), kind: graph.Assault, when: onDay(20160425)},
		{sources: "Ada", targets: "Name7", kind: graph.Aid, when: onDay(20160426)},
	}})
	l := f.links(t, graph.LinkQuery{MinEvents: 1, First: graph.MaxLinks})
	if len(l.Links) != len(names) || l.Links[0].Target != toldActor("Name7") || l.Links[0].Events != 2 {
		t.Errorf("%d links, want %d; the first is %+v", len(l.Links), len(names), l.Links[0])
	}
	met := f.counterparts(t, graph.CounterpartQuery{Page: graph.PageRequest{First: 3, Total: true}}, toldActor("Name9"))
	if met.Total != len(names) || len(met.Items) != 3 || !met.More {
		t.Errorf("%d counterparts of %d, more %v", len(met.Items), met.Total, met.More)
	}
	b, err := f.Aggregate(t.Context(), events(graph.By{Dimension: graph.DimTarget, First: graph.MaxKeys}))
	if err != nil || len(b.Buckets) != len(names) || b.Total.Events != 2 {
		t.Errorf("%d targets of %d events, error %v", len(b.Buckets), b.Total.Events, err)
	}
}

func counterpartRoles(t *testing.T, f *filled) {
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(20160425)},
		{sources: "Bob", targets: "Ada", kind: graph.Aid, when: onDay(20160427)},
		{sources: "Ada Bob", targets: "Cem", kind: graph.Aid},
	}})
	var got []string
	for _, c := range f.counterparts(t, graph.CounterpartQuery{Page: graph.PageRequest{First: 5}}, toldActor("Ada")).Items {
		got = append(got, fmt.Sprintf("%s: %d events, %d out, %d in, %d together, %d to %d",
			c.Node.(*graph.Actor).Name, c.Events, c.Outgoing, c.Incoming, c.Together, c.Since, c.Until))
		f.found(t, graph.ClassEvent, c.Where, c.Events)
	}
	want := []string{
		"Bob: 3 events, 1 out, 1 in, 1 together, 20160425 to 20160427",
		"Cem: 1 events, 1 out, 0 in, 0 together, 0 to 0",
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("counterparts of Ada (-want +got):\n%s", d)
	}
}
