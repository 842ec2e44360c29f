package schema_test

import (
	"bytes"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// BenchmarkQueries answers nested queries from a SQLite file; nodes/op says how much there
// is to write.
func BenchmarkQueries(b *testing.B) {
	store := openSQLite(b)
	all := graphtest.NewWorld(1, 400).Extractions()
	for len(all) > 0 {
		n := min(len(all), 50)
		fill(b, store, all[:n])
		all = all[n:]
	}
	h := handler(b, graph.Reader(store))
	for _, q := range []struct{ name, query string }{
		{"flat", `{ actors(order: MOST_EVENTS, first: 50) { edges { node { id name events(first: 50) { edges { node { id type status } } } } } } }`},
		{"tree", `{ actors(order: MOST_EVENTS, first: 20) { edges { node { id name events(first: 10) { edges { node { id summary sources { id name } targets { id name }
			evidence(first: 3) { edges { node { id quote article { id title } } } } } } } } } } }`},
		{"one", `{ actors(order: MOST_EVENTS, first: 1) { edges { node { id name } } } }`},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			var answer []byte
			for b.Loop() {
				answer = post(b, h, q.query, "")
			}
			if bytes.Contains(answer, []byte(`"errors"`)) {
				b.Fatalf("%.500s", answer)
			}
			b.ReportMetric(float64(bytes.Count(answer, []byte(`"id":`))), "nodes/op")
		})
	}
}
