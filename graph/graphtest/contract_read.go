package graphtest

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func unknownID(t *testing.T, f *filled) {
	unknown := []graph.ID{
		graph.ArticleID("", "unknown", "", ""), graph.CountryID("ZZZ"), graph.PlaceID("", "unknown", ""),
		graph.EventID("", graph.Anchor{}), "", "nonsense", "judgement:aaaaaaaaaaaaaaaaaaaaaaaaaa",
	}
	nodes, err := f.Nodes(t.Context(), graph.View{}, unknown, graph.Whole)
	if err != nil || len(nodes) != len(unknown) {
		t.Fatalf("%d nodes for %d ids, error %v", len(nodes), len(unknown), err)
	}
	for i, n := range nodes {
		if n != nil {
			t.Errorf("%q gives %v", unknown[i], n)
		}
	}
	for _, edge := range allEdges {
		pages, err := f.Expand(t.Context(), unknown, graph.Expansion{Edge: edge, Page: graph.PageRequest{First: 5, Total: true}})
		if err != nil || len(pages) != len(unknown) {
			t.Fatalf("%s: %d pages for %d parents, error %v", edge, len(pages), len(unknown), err)
		}
		for i, p := range pages {
			if len(p.Items) != 0 || p.More || p.Total != 0 {
				t.Errorf("%s of %q: %+v", edge, unknown[i], p)
			}
		}
	}
	texts := []graph.RevisionID{{Article: f.world.articleID(0), Number: 99}, {Article: f.world.articleID(0), Number: -1}}
	for _, id := range unknown {
		texts = append(texts, graph.RevisionID{Article: id, Number: 1})
	}
	got, err := f.Texts(t.Context(), texts)
	if diff := gocmp.Diff(make([]graph.Text, len(texts)), got); err != nil || diff != "" {
		t.Errorf("unknown texts: error %v\n%s", err, diff)
	}
	if texts, err := f.Texts(t.Context(), nil); err != nil || len(texts) != 0 {
		t.Errorf("no revisions give %v, error %v", texts, err)
	}
	if nodes, err := f.Nodes(t.Context(), graph.View{}, nil, graph.Whole); err != nil || len(nodes) != 0 {
		t.Errorf("no ids give %v, error %v", nodes, err)
	}
	if pages, err := f.Expand(t.Context(), nil, graph.Expansion{Edge: graph.EdgeEvents}); err != nil || len(pages) != 0 {
		t.Errorf("no parents give %v, error %v", pages, err)
	}
}

// manyIDs asks for more than a statement has parameters, most of them again and again.
func manyIDs(t *testing.T, f *filled) {
	all := slices.Sorted(maps.Keys(f.want.now.nodes))
	ids := slices.Repeat(all, 40_000/len(all)+1)
	if raceDetector {
		ids = ids[:2000]
	}
	nodes, err := f.Nodes(t.Context(), graph.View{}, ids, graph.Whole)
	if err != nil || len(nodes) != len(ids) {
		t.Fatalf("%d nodes for %d ids, error %v", len(nodes), len(ids), err)
	}
	for i, n := range nodes {
		if n == nil || n.NodeID() != ids[i] {
			t.Fatalf("place %d has %v, want %s", i, n, ids[i])
		}
	}
	step := graph.Expansion{Edge: graph.EdgeEvents, Page: graph.PageRequest{First: 1, Total: true}}
	parents := ids[:2000]
	pages, err := f.Expand(t.Context(), parents, step)
	if err != nil || len(pages) != len(parents) {
		t.Fatalf("%d pages for %d parents, error %v", len(pages), len(parents), err)
	}
	want, err := f.want.Expand(t.Context(), all, step)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pages {
		if p.Total != want[i%len(all)].Total || len(p.Items) != len(want[i%len(all)].Items) {
			t.Fatalf("page of %s: %d of %d, want %d", parents[i], len(p.Items), p.Total, want[i%len(all)].Total)
		}
	}
}

func firstZero(t *testing.T, f *filled) {
	for _, class := range listed {
		all := f.mustFind(t, graph.Query{Class: class, Page: graph.PageRequest{First: graph.MaxPage}})
		if all.Total != -1 {
			t.Errorf("%s: total %d, which was not asked for", class, all.Total)
		}
		none := f.mustFind(t, graph.Query{Class: class, Page: graph.PageRequest{Total: true}})
		want := graph.Page[graph.Node]{Total: len(all.Items), More: len(all.Items) > 0}
		if diff := gocmp.Diff(want, none); diff != "" {
			t.Errorf("%s (-want +got):\n%s", class, diff)
		}
	}
}

func lastCursor(t *testing.T, f *filled) {
	for _, class := range listed {
		for _, order := range ordersOf[class] {
			q := graph.Query{Class: class, Order: order, Page: graph.PageRequest{First: graph.MaxPage}}
			if order == graph.ByRelevance {
				q.Search = "o"
			}
			all := f.mustFind(t, q)
			if all.More || len(all.Positions) != len(all.Items) {
				t.Fatalf("%s: %d items, %d positions, more: %v", describeQuery(q), len(all.Items), len(all.Positions), all.More)
			}
			if len(all.Items) == 0 {
				continue
			}
			q.Page.After, q.Page.Total = &all.Positions[len(all.Positions)-1], true
			rest := f.mustFind(t, q)
			if diff := gocmp.Diff(graph.Page[graph.Node]{Total: len(all.Items)}, rest); diff != "" {
				t.Errorf("%s (-want +got):\n%s", describeQuery(q), diff)
			}
		}
	}
}

// goneCursor goes on after an event that is no longer there: a page must neither repeat nor
// skip what was beside it.
func goneCursor(t *testing.T, f *filled) {
	q := graph.Query{Class: graph.ClassEvidence, Page: graph.PageRequest{First: graph.MaxPage}}
	all := f.mustFind(t, q)
	middle := len(all.Items) / 2
	gone := all.Items[middle].(*graph.Evidence)
	for i := range f.world.Articles() {
		if x := f.world.Extraction(i, 0, 1); x.Article.ID == gone.ArticleID {
			x.Version++
			x.Evidence = nil
			f.mustWrite(t, x)
		}
	}
	q.Page.After = &all.Positions[middle]
	var want, got []graph.ID
	for _, n := range all.Items[middle+1:] {
		if e := n.(*graph.Evidence); e.ArticleID != gone.ArticleID {
			want = append(want, e.ID)
		}
	}
	for _, n := range f.mustFind(t, q).Items {
		got = append(got, n.NodeID())
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("after the cursor (-want +got):\n%s", diff)
	}
}

func invalidQuestion(t *testing.T, f *filled) {
	page := graph.PageRequest{First: 10}
	deep := graph.Filter(graph.And{})
	for range 100 {
		deep = &graph.Not{Filter: deep}
	}
	queries := map[string]struct {
		q    graph.Query
		want error
	}{
		"negative page":        {graph.Query{Class: graph.ClassActor, Page: graph.PageRequest{First: -1}}, graph.ErrInvalid},
		"page too large":       {graph.Query{Class: graph.ClassActor, Page: graph.PageRequest{First: graph.MaxPage + 1}}, graph.ErrInvalid},
		"no class":             {graph.Query{Page: page}, graph.ErrInvalid},
		"class without a list": {graph.Query{Class: graph.ClassMention, Page: page}, graph.ErrInvalid},
		"order of others":      {graph.Query{Class: graph.ClassEvent, Order: graph.ByName, Page: page}, graph.ErrInvalid},
		"relevance of nothing": {graph.Query{Class: graph.ClassActor, Order: graph.ByRelevance, Page: page}, graph.ErrInvalid},
		"search of ties":       {graph.Query{Class: graph.ClassTie, Search: "word", Page: page}, graph.ErrInvalid},
		"search without words": {graph.Query{Class: graph.ClassActor, Search: "?!", Page: page}, graph.ErrInvalid},
		"kind of events":       {graph.Query{Class: graph.ClassEvent, Kind: graph.Agency, Page: page}, graph.ErrInvalid},
		"link of others":       {graph.Query{Class: graph.ClassPlace, Where: &graph.Has{Link: graph.LinkEvents}, Page: page}, graph.ErrInvalid},
		"property of others":   {graph.Query{Class: graph.ClassPlace, Where: &graph.Compare{Property: graph.PropType}, Page: page}, graph.ErrInvalid},
		"property of nobody":   {graph.Query{Class: graph.ClassActor, Where: &graph.Compare{Property: "1=1) --"}, Page: page}, graph.ErrInvalid},
		"constants missing":    {graph.Query{Class: graph.ClassActor, Where: &graph.Compare{Property: graph.PropName}, Page: page}, graph.ErrInvalid},
		"too deep":             {graph.Query{Class: graph.ClassActor, Where: deep, Page: page}, graph.ErrInvalid},
		"view":                 {graph.Query{Class: graph.ClassActor, View: graph.View{At: 1}, Page: page}, graph.ErrNotYet},
	}
	for name, c := range queries {
		if _, err := f.Find(t.Context(), c.q); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
	steps := map[string]struct {
		e    graph.Expansion
		want error
	}{
		"no edge":         {graph.Expansion{Page: page}, graph.ErrInvalid},
		"order of others": {graph.Expansion{Edge: graph.EdgeEvents, Order: graph.ByName, Page: page}, graph.ErrInvalid},
		"role":            {graph.Expansion{Edge: graph.EdgeEvents, Roles: []graph.Role{"BYSTANDER"}, Page: page}, graph.ErrInvalid},
		"relation":        {graph.Expansion{Edge: graph.EdgeTies, Relations: []graph.Relation{"KNOWS"}, Page: page}, graph.ErrInvalid},
		"direction":       {graph.Expansion{Edge: graph.EdgeTies, Direction: "UP", Page: page}, graph.ErrInvalid},
		"filter":          {graph.Expansion{Edge: graph.EdgeEvents, Where: &graph.Has{Link: graph.LinkTies}, Page: page}, graph.ErrInvalid},
		"page":            {graph.Expansion{Edge: graph.EdgeEvents, Page: graph.PageRequest{First: 1000}}, graph.ErrInvalid},
		"view":            {graph.Expansion{Edge: graph.EdgeEvents, View: graph.View{WithoutPublishers: []string{"x"}}, Page: page}, graph.ErrNotYet},
	}
	for name, c := range steps {
		if _, err := f.Expand(t.Context(), []graph.ID{f.world.articleID(0)}, c.e); !errors.Is(err, c.want) {
			t.Errorf("step with wrong %s: error %v, want %v", name, err, c.want)
		}
	}
}

// together lets readers look while articles come in. Every answer must be of one moment:
// the page and its total, of which the count only grows.
func together(t *testing.T, f *filled) {
	w := NewWorld(2, 24)
	done := make(chan struct{})
	var readers sync.WaitGroup
	for reader := range 4 {
		readers.Go(func() {
			seen := 0
			for {
				select {
				case <-done:
					return
				default:
				}
				p, err := f.Find(t.Context(), graph.Query{Class: graph.ClassArticle, Page: graph.PageRequest{First: graph.MaxPage, Total: true}})
				if err == nil && (p.Total != len(p.Items) || p.Total < seen) {
					err = fmt.Errorf("%d articles of %d, after %d were seen", len(p.Items), p.Total, seen)
				}
				if err != nil {
					t.Errorf("reader %d: %v", reader, err)
					return
				}
				seen = p.Total
			}
		})
	}
	for i := range w.Articles() {
		f.mustWrite(t, w.Extraction(i, 0, 1))
	}
	close(done)
	readers.Wait()
	if got, want := f.info(t).Articles, f.world.Articles()+w.Articles(); got != want {
		t.Errorf("%d articles, want %d", got, want)
	}
}
