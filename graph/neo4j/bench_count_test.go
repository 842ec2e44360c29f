package neo4j_test

import (
	"context"
	"testing"

	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// BenchmarkCounts asks each graphtest.CountShape of a warm server with a newsroom's graph: ms/op is the
// time of an answer. See newsroom for where the graph comes from.
//
//	SHAPES_EVENTS=200000 go test -run '^$' -bench Counts -benchtime 5x -timeout 1h ./graph/neo4j
func BenchmarkCounts(b *testing.B) {
	s := open(b, newsroom(b))
	for _, shape := range graphtest.CountShapes() {
		b.Run(shape.Name, func(b *testing.B) {
			items := 0
			ask := func(ctx context.Context) {
				n, err := shape.Ask(ctx, s)
				if err != nil {
					b.Fatal(err)
				}
				items = n
			}
			ask(b.Context()) // so that its plan is made and its pages are in memory
			b.ResetTimer()
			for range b.N {
				ask(b.Context())
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/op")
			b.ReportMetric(float64(items), "items")
			b.ReportMetric(0, "ns/op")
		})
	}
}
