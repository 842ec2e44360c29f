//go:build unix

package sqlite_test

import (
	"cmp"
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// BenchmarkCounts asks each graphtest.CountShape of a warm store, as BenchmarkShapes does with
// lists, under a deadline of 5 s.
//
//	SHAPES_EVENTS=1000000 go test -run '^$' -bench Counts -benchtime 5x -timeout 1h ./graph/sqlite
func BenchmarkCounts(b *testing.B) {
	s := openAt(b, newsroomFile(b))
	limit, err := time.ParseDuration(cmp.Or(os.Getenv("SHAPES_DEADLINE"), "5s"))
	if err != nil {
		b.Fatal(err)
	}
	for _, shape := range graphtest.CountShapes() {
		b.Run(shape.Name, func(b *testing.B) {
			ask := func() (int, error) {
				ctx, cancel := context.WithTimeout(b.Context(), limit)
				defer cancel()
				return shape.Ask(ctx, s)
			}
			_, _ = ask() // so that its pages are in memory
			timeouts, items := 0, 0
			before := processorTime(b)
			b.ResetTimer()
			for range b.N {
				n, err := ask()
				switch {
				case errors.Is(err, graph.ErrTimeout):
					timeouts++
				case err != nil:
					b.Fatal(err)
				}
				items = n
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/op")
			b.ReportMetric((processorTime(b)-before).Seconds()*1000/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(items), "items")
			b.ReportMetric(float64(timeouts), "timeouts")
			b.ReportMetric(0, "ns/op")
		})
	}
}
