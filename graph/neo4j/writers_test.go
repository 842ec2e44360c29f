package neo4j_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// TestTwoWriters lets two stores, as two processes would, write the articles of one world at
// once, whose facts and actors they share. The graph must be the one that one writer makes,
// and a reader of the change log must never see an entry come before one it has read.
func TestTwoWriters(t *testing.T) {
	server := testserver.Empty(t)
	stores := []*neo4j.Store{open(t, server), open(t, server)}
	if err := stores[0].Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	world := graphtest.NewWorld(11, 24)
	var writers sync.WaitGroup
	for n, s := range stores {
		writers.Go(func() {
			for i := n; i < world.Articles(); i += len(stores) {
				if _, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{world.Extraction(i, 0, 1)}}); err != nil {
					t.Errorf("writer %d, article %d: %v", n, i, err)
					return
				}
			}
		})
	}
	done := make(chan struct{})
	var log []graph.Change
	var follower sync.WaitGroup
	follower.Go(func() {
		for last := false; ; {
			entries, err := stores[0].Changes(t.Context(), graph.Sequence(len(log)), 50)
			if err != nil {
				t.Errorf("changes: %v", err)
				return
			}
			log = append(log, entries...)
			if last && len(entries) == 0 {
				return
			}
			select {
			case <-done:
				last = true
			default:
			}
		}
	})
	writers.Wait()
	close(done)
	follower.Wait()

	info, err := stores[1].Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range log {
		if c.Sequence != graph.Sequence(i+1) {
			t.Fatalf("entry %d of the log followed as number %d", c.Sequence, i+1)
		}
	}
	if graph.Sequence(len(log)) != info.LastChange {
		t.Errorf("%d entries followed, the log has %d", len(log), info.LastChange)
	}
	var want graphtest.Reference
	if _, err := want.Write(t.Context(), graph.Batch{Extractions: world.Extractions()}); err != nil {
		t.Fatal(err)
	}
	compareLists(t, &want, stores[0])
}

// TestLargeBatch writes more rows of a kind than one statement takes.
func TestLargeBatch(t *testing.T) {
	s := openEmpty(t)
	world := graphtest.NewWorld(13, 150)
	var want graphtest.Reference
	for _, store := range []graph.Store{&want, s} {
		write(t, store, world.Extractions()...)
	}
	compareLists(t, &want, s)
}

// compareLists compares all actors, events and ties of two stores but for recorded times.
func compareLists(t *testing.T, want, got graph.Reader) {
	t.Helper()
	all := func(s graph.Reader, class graph.Class) []graph.Node {
		var nodes []graph.Node
		q := graph.Query{Class: class, Page: graph.PageRequest{First: graph.MaxPage}}
		for {
			page, err := s.Find(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			nodes = append(nodes, page.Items...)
			if !page.More {
				return nodes
			}
			q.Page.After = &page.Positions[len(page.Positions)-1]
		}
	}
	for _, class := range []graph.Class{graph.ClassActor, graph.ClassEvent, graph.ClassTie, graph.ClassPlace} {
		ignore := cmpopts.IgnoreFields(graph.Stated{}, "RecordedAt")
		if d := cmp.Diff(all(want, class), all(got, class), ignore, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s (-want +got):\n%s", class, d)
		}
	}
}
