package graphtest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func (f *filled) retract(t *testing.T, ids ...graph.ID) {
	t.Helper()
	if err := f.Retract(t.Context(), ids, "a test"); err != nil {
		t.Fatal(err)
	}
}

func (f *filled) restore(t *testing.T, ids ...graph.ID) {
	t.Helper()
	if err := f.Restore(t.Context(), ids, "a test"); err != nil {
		t.Fatal(err)
	}
}

// log are the entries after a place in the change log.
func (f *filled) log(t *testing.T, after graph.Sequence) []graph.Change {
	t.Helper()
	changes, err := f.Changes(t.Context(), after, graph.MaxChanges)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func retracted(t *testing.T, f *filled) {
	x, e := f.anEvidence(t)
	f.retract(t, x.Article.ID)
	a, ok := f.get(t, x.Article.ID).(*graph.Article)
	if !ok || graph.Open(a.Recorded) || graph.RetractedAt(a.Recorded).IsZero() {
		t.Fatalf("the retracted article: %+v", a)
	}
	texts, err := f.Texts(t.Context(), []graph.RevisionID{{Article: a.ID, Number: a.Revision}})
	if err != nil || len(texts) != 1 || texts[0] != x.Article.Body {
		t.Errorf("its text: %q, error %v, want %q", texts, err, x.Article.Body)
	}
	at := graph.RetractedAt(a.Recorded)
	if got, ok := f.get(t, e.ID).(*graph.Evidence); !ok || !graph.RetractedAt(got.Recorded).Equal(at) || got.Quote != e.Quote {
		t.Errorf("its evidence: %+v", got)
	}
	if got, ok := f.get(t, x.Mentions[0].ID).(*graph.Mention); !ok || !graph.RetractedAt(got.Recorded).Equal(at) {
		t.Errorf("its mention: %+v", got)
	}
	if n := f.get(t, e.Record); n != nil {
		t.Errorf("its event rests on nothing and is still there: %+v", n)
	}
	page := f.mustFind(t, graph.Query{Class: graph.ClassArticle, Page: graph.PageRequest{First: graph.MaxPage, Total: true}})
	if page.Total != f.world.Articles()-1 || slices.ContainsFunc(page.Items, func(n graph.Node) bool { return n.NodeID() == a.ID }) {
		t.Errorf("%d articles are listed, of them the retracted one: %t", page.Total, page.Total == f.world.Articles())
	}
	for _, edge := range []graph.Edge{graph.EdgeArticleEvidence, graph.EdgeArticleMentions, graph.EdgeArticleEvents, graph.EdgeArticleTies} {
		pages, err := f.Expand(t.Context(), []graph.ID{a.ID}, graph.Expansion{Edge: edge, Page: graph.PageRequest{First: 5, Total: true}})
		if err != nil || len(pages[0].Items) > 0 || pages[0].Total != 0 {
			t.Errorf("%s leads from a retracted article: %+v, error %v", edge, pages, err)
		}
	}
}

func restored(t *testing.T, f *filled) {
	before := f.info(t)
	all := f.allArticles()
	f.retract(t, all...)
	if got := f.info(t); got.Articles+got.Actors+got.Events+got.Ties+got.Evidence != 0 {
		t.Errorf("without any article there is still %+v", got)
	}
	f.restore(t, all...)
	after := f.info(t)
	after.LastChange, after.LastChangeAt = before.LastChange, before.LastChangeAt
	if diff := gocmp.Diff(before, after); diff != "" {
		t.Errorf("info (-before +after):\n%s", diff)
	}
	for id, want := range f.want.now.nodes {
		got := f.get(t, id)
		if got == nil {
			t.Errorf("%s is missing", id)
			continue
		}
		if recorded, ok := recordedOf(got); ok {
			if len(recorded) != 2 || !graph.Open(recorded) || !recorded[1].From.After(recorded[0].To) {
				t.Errorf("%s has the intervals %v", id, recorded)
			}
			want, got = withIntervals(want, nil), withIntervals(got, nil)
		}
		if want, got := withoutTimes(want), withoutTimes(got); !same(want, got) {
			t.Errorf("%s (-before +after):\n%s", id, gocmp.Diff(want, got))
		}
	}
}

func (f *filled) allArticles() []graph.ID {
	ids := make([]graph.ID, f.world.Articles())
	for i := range ids {
		ids[i] = f.world.articleID(i)
	}
	return ids
}

// recordedOf are the intervals of a node that has any.
func recordedOf(n graph.Node) ([]graph.Interval, bool) {
	switch n := n.(type) {
	case *graph.Article:
		return n.Recorded, true
	case *graph.Evidence:
		return n.Recorded, true
	case *graph.Mention:
		return n.Recorded, true
	}
	return nil, false
}

func withIntervals(n graph.Node, recorded []graph.Interval) graph.Node {
	n = copyNode(n)
	switch n := n.(type) {
	case *graph.Article:
		n.Recorded = recorded
	case *graph.Evidence:
		n.Recorded = recorded
	case *graph.Mention:
		n.Recorded = recorded
	}
	return n
}

func staysRetracted(t *testing.T, f *filled) {
	x, e := f.anEvidence(t)
	f.retract(t, x.Article.ID)
	before := f.info(t)
	better := x
	better.Version = 9
	newer := graph.Extraction{Article: x.Article, Extractor: x.Extractor, Version: 1}
	newer.Article.Body += " And more."
	newer.Article.TextHash = graph.HashText(string(newer.Article.Body))
	newer.Article.Modified = newer.Article.Modified.AddDate(5, 0, 0)
	for _, y := range []graph.Extraction{x, better, newer} {
		if w := f.mustWrite(t, y); w.Outcomes[0] != graph.StaysRetracted || w.Rows != 0 || w.Last != before.LastChange {
			t.Errorf("written to a retracted article: %+v", w)
		}
	}
	if diff := gocmp.Diff(before, f.info(t)); diff != "" {
		t.Errorf("info (-before +after):\n%s", diff)
	}
	f.restore(t, x.Article.ID)
	if got := f.get(t, e.ID).(*graph.Evidence); !graph.Open(got.Recorded) || got.Extractor != e.Extractor {
		t.Errorf("restored: %+v", got)
	}
}

func restoredThenBetter(t *testing.T, f *filled) {
	x, e := f.anEvidence(t)
	f.retract(t, x.Article.ID)
	f.restore(t, x.Article.ID)
	better := x
	better.Version, better.Evidence = 3, nil
	if w := f.mustWrite(t, better); w.Outcomes[0] != graph.Revised {
		t.Errorf("a better result after the restoration: %+v", w)
	}
	if got := f.get(t, e.ID).(*graph.Evidence); graph.Open(got.Recorded) || len(got.Recorded) != 2 {
		t.Errorf("what the better result does not have: %v", got.Recorded)
	}
}

func closedNotRestored(t *testing.T, f *filled) {
	x, e := f.anEvidence(t)
	better := x
	better.Version, better.Evidence = 3, nil
	f.mustWrite(t, better)
	f.retract(t, x.Article.ID)
	f.restore(t, x.Article.ID)
	if got := f.get(t, e.ID).(*graph.Evidence); graph.Open(got.Recorded) || len(got.Recorded) != 1 {
		t.Errorf("what was closed before the retraction: %v", got.Recorded)
	}
	if got := f.get(t, x.Mentions[0].ID).(*graph.Mention); !graph.Open(got.Recorded) || len(got.Recorded) != 2 {
		t.Errorf("what was open before the retraction: %v", got.Recorded)
	}
}

func retractTwice(t *testing.T, f *filled) {
	id := f.world.articleID(0)
	before := f.info(t)
	f.restore(t, id) // is not retracted
	if diff := gocmp.Diff(before, f.info(t)); diff != "" {
		t.Errorf("restored what was not retracted: info (-before +after):\n%s", diff)
	}
	f.retract(t, id, id)
	once, node := f.info(t), f.get(t, id)
	f.retract(t, id)
	f.retract(t)
	if diff := gocmp.Diff(once, f.info(t)); diff != "" {
		t.Errorf("info (-once +twice):\n%s", diff)
	}
	if diff := gocmp.Diff(node, f.get(t, id)); diff != "" {
		t.Errorf("article (-once +twice):\n%s", diff)
	}
	seen := 0
	for _, c := range f.log(t, before.LastChange) {
		if c.Node == id {
			seen++
		}
	}
	if seen != 1 {
		t.Errorf("the article stands in the log %d times", seen)
	}
}

func retractionReason(t *testing.T, f *filled) {
	id := f.world.articleID(0)
	const why, back = "The publisher took it back.", "It stands after all; the publisher's „second thoughts“."
	start := f.info(t).LastChange
	if err := f.Retract(t.Context(), []graph.ID{id}, why); err != nil {
		t.Fatal(err)
	}
	middle := f.info(t).LastChange
	if err := f.Restore(t.Context(), []graph.ID{id}, back); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		from, to graph.Sequence
		kind     graph.ChangeKind
		reason   graph.Text
	}{{start, middle, graph.Retracted, why}, {middle, f.info(t).LastChange, graph.Added, back}} {
		found := false
		for _, c := range f.log(t, step.from) {
			if c.Sequence > step.to {
				break
			}
			if c.CausedBy != id {
				t.Errorf("%+v is not caused by the article", c)
			}
			if c.Node != id {
				if c.Reason != "" {
					t.Errorf("%+v has a reason; it belongs to the article", c)
				}
				continue
			}
			found = true
			if c.Kind != step.kind || c.Reason != step.reason {
				t.Errorf("%+v, want %s because %q", c, step.kind, step.reason)
			}
		}
		if !found {
			t.Errorf("the log says nothing of the article after %d", step.from)
		}
	}
}

func refusedRetraction(t *testing.T, f *filled) {
	known, unknown := f.world.articleID(0), graph.ArticleID("", "never seen", "", "")
	before := f.info(t)
	for _, test := range []struct {
		name   string
		ids    []graph.ID
		reason string
		want   error
		index  int // of the article at fault, -1 if none is
	}{
		{"an unknown article", []graph.ID{known, unknown}, "a test", graph.ErrNotFound, 1},
		{"an id of another class", []graph.ID{known, graph.CountryID("FRA")}, "a test", graph.ErrInvalid, 1},
		{"no id", []graph.ID{""}, "a test", graph.ErrInvalid, 0},
		{"no reason", []graph.ID{known}, " ", graph.ErrInvalid, -1},
		{"too long a reason", []graph.ID{known}, strings.Repeat("я", graph.MaxReason+1), graph.ErrInvalid, -1},
		{"a reason that is not UTF-8", []graph.ID{known}, "\xff", graph.ErrInvalid, -1},
	} {
		for method, err := range map[string]error{
			"Retract": f.Retract(t.Context(), test.ids, test.reason),
			"Restore": f.Restore(t.Context(), test.ids, test.reason),
		} {
			if !errors.Is(err, test.want) {
				t.Errorf("%s: %s: error %v, want %v", test.name, method, err, test.want)
			}
			var at *graph.ArticleError
			if found := errors.As(err, &at); found != (test.index >= 0) || found && (at.Index != test.index || at.Article != test.ids[test.index]) {
				t.Errorf("%s: %s: error %#v, want one of article %d", test.name, method, err, test.index)
			}
		}
		if diff := gocmp.Diff(before, f.info(t)); diff != "" {
			t.Errorf("%s: info (-before +after):\n%s", test.name, diff)
		}
	}
	if err := f.Retract(t.Context(), []graph.ID{known}, strings.Repeat("я", graph.MaxReason)); err != nil {
		t.Errorf("the longest reason: %v", err)
	}
}
