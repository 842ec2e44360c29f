package loader_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/actorgraph/actorgraph/graph/sqlite"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// BenchmarkExtract is an article to facts on one core, all stages.
func BenchmarkExtract(b *testing.B) {
	articles := exampleArticles(b)
	r := identity.Default()
	words := 0
	for b.Loop() {
		for _, a := range articles {
			words += loader.Extract(a, r).Result.Article.Words
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad is files to a SQLite graph: 600 articles that name the same actors over and
// over, on all cores.
func BenchmarkLoad(b *testing.B) {
	var articles []article.Article
	for i := range 200 {
		for _, a := range exampleArticles(b) {
			a.URL = fmt.Sprintf("https://gazette.example/%d/%s", i, a.Origin)
			articles = append(articles, a)
		}
	}
	words, rows := 0, 0
	for b.Loop() {
		s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), sqlite.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Migrate(b.Context()); err != nil {
			b.Fatal(err)
		}
		done, err := loader.Load(b.Context(), s, sequence(articles), identity.Default(), loader.Options{})
		if err != nil {
			b.Fatal(err)
		}
		words, rows = words+done.Words, rows+done.Rows
		s.Close()
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
