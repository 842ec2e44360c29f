package command_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// articlesOfStart is how many articles the graph of BenchmarkStart has, with seven events
// each; 2,000 where it is not set. startGraph names a file to keep the graph in, so that a
// large one is made once.
const (
	articlesOfStart = "START_ARTICLES"
	startGraph      = "START_GRAPH"
)

// BenchmarkStart is the time from starting the program over a graph to its first answer, and
// what memory it then takes; and what it takes, of it without the mapped pages of the file, and
// has taken at most, after the queries of examples/ and a hundred heavy ones.
func BenchmarkStart(b *testing.B) {
	articles := 2000
	if text := os.Getenv(articlesOfStart); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			b.Fatalf("%s: %v", articlesOfStart, err)
		}
		articles = n
	}
	path := os.Getenv(startGraph)
	if path == "" {
		path = filepath.Join(b.TempDir(), "generated.db")
	}
	store := newsroomGraph(b, path, articles)
	files, err := filepath.Glob("../examples/queries/*.graphql")
	if err != nil || len(files) == 0 {
		b.Fatalf("no queries: %v", err)
	}
	var queries []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		queries = append(queries, string(text))
	}
	for range 100 {
		queries = append(queries, heavy)
	}
	b.ReportAllocs()
	var answered time.Duration
	for b.Loop() {
		s := startProcess(b, store)
		a := attacker{s, &http.Client{Timeout: time.Minute}}
		ask := func(query string) {
			if o, err := a.post("application/json", strings.NewReader(queryBody(query, ""))); err != nil || len(o.codes) > 0 {
				b.Fatalf("%.1000s: %+v, %v", query, o, err)
			}
		}
		ask(heavy)
		b.StopTimer()
		now, _ := s.memory(b)
		b.ReportMetric(float64(now), "MiB")
		began := time.Now()
		for _, query := range queries {
			ask(query)
		}
		answered += time.Since(began)
		now, most := s.memory(b)
		b.ReportMetric(float64(now), "MiB-after")
		b.ReportMetric(float64(s.ownMemory(b)), "MiB-own")
		b.ReportMetric(float64(most), "MiB-at-most")
		b.StartTimer()
	}
	b.ReportMetric(float64(answered.Milliseconds())/float64(b.N*len(queries)), "ms/query")
}
