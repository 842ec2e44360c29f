package graphtest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// TestWorldIsValidAndRepeatable checks that every extraction of some worlds can be written
// and is the same each time.
func TestWorldIsValidAndRepeatable(t *testing.T) {
	for seed := range uint64(20) {
		w, again := graphtest.NewWorld(seed, 12), graphtest.NewWorld(seed, 12)
		for article := range w.Articles() {
			for text := range graphtest.TextsPerArticle {
				for version := 1; version <= graphtest.Versions; version++ {
					x := w.Extraction(article, text, version)
					if err := x.Validate(); err != nil {
						t.Fatalf("%v, article %d, text %d, version %d: %v", w, article, text, version, err)
					}
					if diff := cmp.Diff(x, again.Extraction(article, text, version)); diff != "" {
						t.Fatalf("%v: article %d differs the second time:\n%s", w, article, diff)
					}
				}
			}
		}
	}
}

// TestWorldHasWhatStoresMustFace checks that nothing which the suite is to try has dropped out
// of the generator.
func TestWorldHasWhatStoresMustFace(t *testing.T) {
	var r graphtest.Reference
	w := graphtest.NewWorld(7, 60)
	if _, err := r.Write(t.Context(), graph.Batch{Extractions: w.Extractions()}); err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	count := func(what string, ok bool) {
		if ok {
			found[what]++
		} else {
			found[what] += 0
		}
	}
	for _, class := range []graph.Class{graph.ClassActor, graph.ClassEvent, graph.ClassTie, graph.ClassArticle, graph.ClassPlace, graph.ClassEvidence} {
		names := map[string]bool{}
		q := graph.Query{Class: class, Page: graph.PageRequest{First: graph.MaxPage}}
		for {
			page, err := r.Find(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range page.Items {
				switch n := n.(type) {
				case *graph.Actor:
					count("unnamed actor", !n.Named)
					count("equal folded names", names[graph.Fold(n.Name)])
					count("hub", n.Events > 15)
					count("several kinds", len(n.Kinds) > 1)
					count("parent", n.ParentID != "")
					count("unseen actor", n.FirstSeen == 0)
					names[graph.Fold(n.Name)] = true
				case *graph.Event:
					count("undated event", n.When == nil)
					count("open start", n.When != nil && n.When.Start == 0)
					count("disputed", n.Disputed)
					count("disagreement", len(n.Disagreements) > 0)
					count("stages", len(n.Stages) > 2)
					count("about", len(n.AboutIDs) > 0)
					count("told by several articles", n.Corroboration.Articles > 2)
					count("several passages of one article", n.Corroboration.Passages > n.Corroboration.Articles)
					count("copies", n.Corroboration.IndependentSources < n.Corroboration.Articles)
					for _, p := range n.Participants {
						count("standing "+string(p.Standing), true)
						count("two roles", len(p.Roles) > 1)
					}
				case *graph.Tie:
					count("relation "+string(n.Relation), true)
					count("since", n.Since != nil)
					count("until", n.Until != nil)
					count("no span", n.Span == nil)
				case *graph.Article:
					count("undated article", n.Published == 0)
				case *graph.Place:
					count("located", n.Located)
				case *graph.Evidence:
					count("attribution chain", len(n.Attribution) > 1)
					count("outlet", n.Outlet() != "")
					count("speaker", n.Speaker() != "")
				}
			}
			if !page.More {
				break
			}
			q.Page.After = &page.Positions[len(page.Positions)-1]
		}
	}
	for what, n := range found {
		if n == 0 {
			t.Errorf("no %s in %v", what, w)
		}
	}
	t.Log(found)
}
