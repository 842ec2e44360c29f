package schema_test

import (
	"bytes"
	"context"
	"database/sql"
	"path/filepath"
	"sync"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
	"github.com/actorgraph/actorgraph/graph/sqlite"
	"github.com/actorgraph/actorgraph/schema"
)

const levelsQuery = `{ actors(order: MOST_EVENTS, first: 20) { edges { node { id name events(first: 10) { edges { node { id type status
	sources(first: 100) { id name } targets(first: 100) { id name } evidence(first: 3) { edges { node { id quote article { id title } } } } } } } } } } }`

// BenchmarkLevels answers one nested query in several ways from one store: through the API,
// by the calls of the store that the API makes for it, and by hand-written statements, one a
// level where the database has a way, that read only the columns which are answered. nodes/op
// is the same for all. cpu-µs/node is of this process: all there is with SQLite; with Neo4j
// the server's comes on top.
func BenchmarkLevels(b *testing.B) {
	b.Run("sqlite", func(b *testing.B) {
		file := filepath.Join(b.TempDir(), "levels.db")
		store, err := sqlite.Open(b.Context(), file, sqlite.Options{})
		if err != nil {
			b.Fatal(err)
		}
		defer store.Close()
		fillWorld(b, store)
		db, err := sql.Open("sqlite", file+"?mode=ro")
		if err != nil {
			b.Fatal(err)
		}
		defer db.Close()
		benchLevels(b, store, newStatements(b, db).answer)
	})
	b.Run("neo4j", func(b *testing.B) {
		server := testserver.Empty(b)
		store, err := neo4j.Open(b.Context(), server.URI, neo4j.Options{Username: server.Username, Password: server.Password})
		if err != nil {
			b.Fatal(err)
		}
		defer store.Close()
		fillWorld(b, store)
		benchLevels(b, store, newCypher(b, server).answer)
	})
}

// fillWorld writes a generated world of 400 articles.
func fillWorld(b *testing.B, store graph.Store) {
	all := graphtest.NewWorld(1, 400).Extractions()
	for len(all) > 0 {
		n := min(len(all), 50)
		fill(b, store, all[:n])
		all = all[n:]
	}
}

func benchLevels(b *testing.B, store graph.Store, byHand func(*testing.B) []byte) {
	calls := &recorder{Reader: store}
	api := post(b, handler(b, calls), levelsQuery, "")
	nodes := bytes.Count(api, []byte(`"id":`))
	if got := bytes.Count(byHand(b), []byte(`"id":`)); got != nodes {
		b.Fatalf("the statements answer %d nodes, the API %d", got, nodes)
	}
	h, executor := handler(b, graph.Reader(store)), schema.NewPlainHandler(store)
	if len(calls.list) != 5 {
		b.Fatalf("%d calls", len(calls.list))
	}
	for _, way := range []struct {
		name string
		do   func(b *testing.B)
	}{
		{"api", func(b *testing.B) { post(b, h, levelsQuery, "") }},
		{"api by gqlgen's executor", func(b *testing.B) { post(b, executor, levelsQuery, "") }},
		{"store", func(b *testing.B) {
			for _, call := range calls.list {
				if err := call(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		}},
		{"statements", func(b *testing.B) { byHand(b) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			before := processorTime()
			for b.Loop() {
				way.do(b)
			}
			each := float64(b.N) * float64(nodes)
			b.ReportMetric(float64(nodes), "nodes/op")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/each, "µs/node")
			b.ReportMetric(float64((processorTime()-before).Microseconds())/each, "cpu-µs/node")
		})
	}
}

// recorder keeps the calls that pass through it, to make them again.
type recorder struct {
	graph.Reader
	mu   sync.Mutex
	list []func(context.Context) error
}

func (r *recorder) keep(call func(context.Context) error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list = append(r.list, call)
}

func (r *recorder) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	r.keep(func(ctx context.Context) error { _, err := r.Reader.Find(ctx, q); return err })
	return r.Reader.Find(ctx, q)
}

func (r *recorder) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) ([]graph.Node, error) {
	r.keep(func(ctx context.Context) error { _, err := r.Reader.Nodes(ctx, v, ids, d); return err })
	return r.Reader.Nodes(ctx, v, ids, d)
}

func (r *recorder) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	r.keep(func(ctx context.Context) error { _, err := r.Reader.Expand(ctx, from, e); return err })
	return r.Reader.Expand(ctx, from, e)
}
