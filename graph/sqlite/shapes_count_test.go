//go:build unix

package sqlite_test

import (
	"context"
	"testing"

	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// BenchmarkCounts asks each graphtest.CountShape of a warm store, as BenchmarkShapes does with
// lists, under a deadline of 5 s.
//
//	SHAPES_EVENTS=1000000 go test -run '^$' -bench Counts -benchtime 5x -timeout 1h ./graph/sqlite
func BenchmarkCounts(b *testing.B) {
	s := openAt(b, newsroomFile(b))
	for _, shape := range graphtest.CountShapes() {
		b.Run(shape.Name, func(b *testing.B) {
			measure(b, "5s", func(ctx context.Context) (int, error) { return shape.Ask(ctx, s) })
		})
	}
}
