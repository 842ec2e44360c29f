//go:build unix

package sqlite_test

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

// newsroomFile is the path of a file with a newsroom's graph of so many events. SHAPES_EVENTS
// says how many (20,000 by default), SHAPES_FILE where to keep it; a load that was stopped goes
// on where it was.
func newsroomFile(b *testing.B) string {
	b.Helper()
	events, err := strconv.Atoi(cmp.Or(os.Getenv("SHAPES_EVENTS"), "20000"))
	if err != nil {
		b.Fatal(err)
	}
	path := cmp.Or(os.Getenv("SHAPES_FILE"), filepath.Join(b.TempDir(), "graph.db"))
	s := openAt(b, path)
	defer s.Close()
	info, err := s.Info(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	n := graphtest.NewNewsroom(graphtest.ShapeActors)
	n.Lean = true
	for batch := range n.BatchesFrom(info.Articles, (events+6)/7, 1000) { // seven events an article
		if _, err := s.Write(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

// BenchmarkShapes asks each shape of question of a warm store, under a deadline of 300 ms as a
// server may set it: ms/op is the time of an answer, cpu-ms/op that of the processor, which says
// more on a busy machine, and timeouts how many of them were ended by the deadline.
//
//	SHAPES_EVENTS=1000000 go test -run '^$' -bench Shapes -benchtime 5x -timeout 1h ./graph/sqlite
func BenchmarkShapes(b *testing.B) {
	s, err := sqlite.Open(b.Context(), newsroomFile(b), sqlite.Options{Form: graph.Form(os.Getenv("SHAPES_FORM"))})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for _, shape := range graphtest.Shapes() {
		b.Run(shape.Name, func(b *testing.B) {
			measure(b, "300ms", func(ctx context.Context) (int, error) {
				page, err := s.Find(ctx, shape.Query)
				return len(page.Items), err
			})
		})
	}
}

// measure asks a question of a warm store under a deadline, that of SHAPES_DEADLINE or else the one
// given, and reports what an answer takes, how many the deadline ended, and what ask said it found.
func measure(b *testing.B, deadline string, ask func(context.Context) (int, error)) {
	b.Helper()
	limit, err := time.ParseDuration(cmp.Or(os.Getenv("SHAPES_DEADLINE"), deadline))
	if err != nil {
		b.Fatal(err)
	}
	within := func() (int, error) {
		ctx, cancel := context.WithTimeout(b.Context(), limit)
		defer cancel()
		return ask(ctx)
	}
	_, _ = within() // so that its pages are in memory
	timeouts, items := 0, 0
	before := processorTime(b)
	b.ResetTimer()
	for range b.N {
		n, err := within()
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
}

// processorTime is what this process has used so far.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
