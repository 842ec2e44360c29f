package graphtest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// contract holds the tests of single promises, by name.
var contract = []struct {
	name string
	test func(*testing.T, *filled)
}{
	{"an empty batch changes nothing", emptyBatch},
	{"the same again changes nothing", sameAgain},
	{"any split and order gives the same graph", anySplit},
	{"a bad row names its article and nothing is written", badRow},
	{"an article stands once in a batch", articleTwice},
	{"an older extractor changes nothing", olderExtractor},
	{"a fact goes with its last evidence", noFactWithoutEvidence},
	{"a receipt is exact", exactReceipt},
	{"the record that a passage meant is kept", recordKept},
	{"evidence that went and came has two intervals", twoIntervals},
	{"a later text is a revision", revision},
	{"what is retracted is found by id alone", retracted},
	{"what is restored is as it was", restored},
	{"a retracted article stays so", staysRetracted},
	{"a restored article takes a better result", restoredThenBetter},
	{"what a write closed is not restored", closedNotRestored},
	{"retracting twice changes nothing", retractTwice},
	{"the log says why an article went", retractionReason},
	{"a retraction that cannot be is refused", refusedRetraction},
	{"an unknown id is absent", unknownID},
	{"many ids at once", manyIDs},
	{"a large batch", largeBatch},
	{"first 0 gives the total alone", firstZero},
	{"nothing follows the last cursor", lastCursor},
	{"a cursor of what is gone still works", goneCursor},
	{"an invalid question is refused", invalidQuestion},
	{"what is not built yet says so", notBuilt},
	{"a deadline ends the work", deadline},
	{"a closed store is unavailable", closedStore},
	{"readers and a writer go together", together},
	{"what finds a bucket finds exactly its nodes", bucketsFound},
	{"what finds a link or a counterpart finds exactly its events", linksFound},
}

// filled is a store that holds a world, and a Reference that holds the same.
type filled struct {
	graph.Store
	world *World
	want  *Reference
}

func runContract(t *testing.T, open func(testing.TB) Subject) {
	for _, c := range contract {
		t.Run(c.name, func(t *testing.T) {
			f := &filled{Store: open(t), world: NewWorld(1, 12), want: &Reference{}}
			if _, err := f.want.Write(t.Context(), graph.Batch{Extractions: f.world.Extractions()}); err != nil {
				t.Fatal(err)
			}
			f.mustWrite(t, f.world.Extractions()...)
			c.test(t, f)
		})
	}
	for _, c := range countContract {
		t.Run(c.name, func(t *testing.T) { c.test(t, &filled{Store: open(t), want: &Reference{}}) })
	}
}

func (f *filled) mustWrite(t *testing.T, xs ...graph.Extraction) graph.Written {
	t.Helper()
	w, err := f.Write(t.Context(), graph.Batch{Extractions: xs})
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Outcomes) != len(xs) {
		t.Fatalf("%d outcomes of %d articles", len(w.Outcomes), len(xs))
	}
	return w
}

// get is one node by id, nil if there is none.
func (f *filled) get(t *testing.T, id graph.ID) graph.Node {
	t.Helper()
	nodes, err := f.Nodes(t.Context(), graph.View{}, []graph.ID{id}, graph.Whole)
	if err != nil || len(nodes) != 1 {
		t.Fatalf("Nodes(%s): %d nodes, error %v", id, len(nodes), err)
	}
	return nodes[0]
}

func (f *filled) mustFind(t *testing.T, q graph.Query) graph.Page[graph.Node] {
	t.Helper()
	p, err := f.Find(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// text is one text of an article, "" if there is none.
func (f *filled) text(t *testing.T, article graph.ID, revision int) graph.Text {
	t.Helper()
	texts, err := f.Texts(t.Context(), []graph.RevisionID{{Article: article, Number: revision}})
	if err != nil || len(texts) != 1 {
		t.Fatalf("Texts(%s, %d): %d texts, error %v", article, revision, len(texts), err)
	}
	return texts[0]
}

func (f *filled) info(t *testing.T) graph.Info {
	t.Helper()
	i, err := f.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// anEvidence is an extraction of the world that states an event, and its first evidence of one.
func (f *filled) anEvidence(t *testing.T) (graph.Extraction, graph.Evidence) {
	t.Helper()
	for i := range f.world.Articles() {
		x := f.world.Extraction(i, 0, 1)
		for _, e := range x.Evidence {
			if e.EventType != "" && len(e.Wordings) > 0 && e.Wordings[0].Party != "" {
				return x, e
			}
		}
	}
	t.Fatal("the world states no event")
	return graph.Extraction{}, graph.Evidence{}
}

// calls are all methods that may be called with any context.
func (f *filled) calls() map[string]func(context.Context) error {
	return map[string]func(context.Context) error{
		"Nodes": func(ctx context.Context) error {
			_, err := f.Nodes(ctx, graph.View{}, []graph.ID{f.world.articleID(0)}, graph.Whole)
			return err
		},
		"Texts": func(ctx context.Context) error {
			_, err := f.Texts(ctx, []graph.RevisionID{{Article: f.world.articleID(0), Number: 1}})
			return err
		},
		"Find": func(ctx context.Context) error {
			_, err := f.Find(ctx, graph.Query{Class: graph.ClassEvent, Page: graph.PageRequest{First: 10, Total: true}})
			return err
		},
		"Expand": func(ctx context.Context) error {
			_, err := f.Expand(ctx, []graph.ID{f.world.articleID(0)}, graph.Expansion{Edge: graph.EdgeArticleEvents, Page: graph.PageRequest{First: 10}})
			return err
		},
		"Aggregate": func(ctx context.Context) error {
			_, err := f.Aggregate(ctx, graph.Aggregation{Class: graph.ClassEvent, By: []graph.By{{Dimension: graph.DimActor, First: 10}}})
			return err
		},
		"Links": func(ctx context.Context) error {
			_, err := f.Links(ctx, graph.LinkQuery{First: 10})
			return err
		},
		"Counterparts": func(ctx context.Context) error {
			_, err := f.Counterparts(ctx, []graph.ID{graph.CountryID("USA")}, graph.CounterpartQuery{Page: graph.PageRequest{First: 10}})
			return err
		},
		"Changes": func(ctx context.Context) error { _, err := f.Changes(ctx, 0, 10); return err },
		"Info":    func(ctx context.Context) error { _, err := f.Info(ctx); return err },
		"Ping":    func(ctx context.Context) error { return f.Ping(ctx) },
		"Write": func(ctx context.Context) error {
			_, err := f.Write(ctx, graph.Batch{Extractions: f.world.Extractions()[:1]})
			return err
		},
		"Retract": func(ctx context.Context) error {
			return f.Retract(ctx, []graph.ID{f.world.articleID(0)}, "test")
		},
		"Restore": func(ctx context.Context) error {
			return f.Restore(ctx, []graph.ID{f.world.articleID(0)}, "test")
		},
	}
}

func notBuilt(t *testing.T, f *filled) {
	ctx := t.Context()
	_, paths := f.Paths(ctx, graph.PathQuery{})
	for name, err := range map[string]error{
		"Paths": paths,
		"Judge": f.Judge(ctx, nil),
	} {
		if !errors.Is(err, graph.ErrNotYet) {
			t.Errorf("%s: error %v, want ErrNotYet", name, err)
		}
	}
}

func deadline(t *testing.T, f *filled) {
	ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	for name, call := range f.calls() {
		if err := call(ctx); !errors.Is(err, graph.ErrTimeout) {
			t.Errorf("%s after the deadline: error %v, want ErrTimeout", name, err)
		}
		if err := call(t.Context()); err != nil {
			t.Errorf("%s in time: %v", name, err)
		}
	}
}

func closedStore(t *testing.T, f *filled) {
	for range 2 {
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for name, call := range f.calls() {
		if err := call(t.Context()); !errors.Is(err, graph.ErrUnavailable) {
			t.Errorf("%s after Close: error %v, want ErrUnavailable", name, err)
		}
	}
}
