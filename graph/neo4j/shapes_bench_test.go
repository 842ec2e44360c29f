package neo4j_test

import (
	"cmp"
	"context"
	"errors"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// newsroom is a server with a newsroom's graph of so many events. SHAPES_EVENTS says how many
// (20,000 by default). With SHAPES_KEEP a graph that is there already is asked, and a load
// that was stopped goes on where it was; that needs a server that stays, TEST_NEO4J_URI.
func newsroom(b *testing.B) testserver.Server {
	b.Helper()
	events, err := strconv.Atoi(cmp.Or(os.Getenv("SHAPES_EVENTS"), "20000"))
	if err != nil {
		b.Fatal(err)
	}
	server := testserver.Running(b)
	if os.Getenv("SHAPES_KEEP") == "" {
		server = testserver.Empty(b)
	}
	s := open(b, server)
	if err := s.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	info, err := s.Info(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	n := graphtest.NewNewsroom(graphtest.ShapeActors)
	n.Lean = true
	rows, begun := 0, time.Now()
	for batch := range n.BatchesFrom(info.Articles, (events+6)/7, 500) { // seven events an article
		if _, err := s.Write(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
		for _, x := range batch.Extractions {
			rows += 1 + len(x.Mentions) + len(x.Evidence)
		}
	}
	if rows > 0 {
		b.Logf("%d articles, mentions and passages loaded, %.0f a second", rows, float64(rows)/time.Since(begun).Seconds())
	}
	return server
}

// BenchmarkShapes asks each shape of question of a warm server, under a deadline of 300 ms as
// the API may set it: ms/op is the time of an answer, or TIMEOUT is said.
//
//	SHAPES_EVENTS=200000 go test -run '^$' -bench Shapes -benchtime 5x -timeout 1h ./graph/neo4j
func BenchmarkShapes(b *testing.B) {
	s := openForm(b, newsroom(b), graph.Form(os.Getenv("SHAPES_FORM")))
	limit, err := time.ParseDuration(cmp.Or(os.Getenv("SHAPES_DEADLINE"), "300ms"))
	if err != nil {
		b.Fatal(err)
	}
	for _, shape := range graphtest.Shapes() {
		b.Run(shape.Name, func(b *testing.B) { benchmarkShape(b, s, shape.Query, limit) })
	}
}

func benchmarkShape(b *testing.B, s *neo4j.Store, q graph.Query, limit time.Duration) {
	ask := func(limit time.Duration) (int, error) {
		ctx, cancel := context.WithTimeout(b.Context(), limit)
		defer cancel()
		page, err := s.Find(ctx, q)
		return len(page.Items), err
	}
	// So that its plan is made and its pages are in memory.
	if _, err := ask(10 * limit); err != nil && !errors.Is(err, graph.ErrTimeout) {
		b.Fatal(err)
	}
	timeouts, items := 0, 0
	b.ResetTimer()
	for range b.N {
		n, err := ask(limit)
		switch {
		case errors.Is(err, graph.ErrTimeout):
			timeouts++
		case err != nil:
			b.Fatal(err)
		}
		items = n
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/op")
	b.ReportMetric(float64(items), "items")
	b.ReportMetric(float64(timeouts), "timeouts")
	b.ReportMetric(0, "ns/op")
}
