package loader_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph/sqlite"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/coding/relation"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
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

// BenchmarkStages is the share of each stage in the way of an article to facts, on one core.
func BenchmarkStages(b *testing.B) {
	articles := exampleArticles(b)
	r := identity.Default()
	var spent [5]time.Duration
	words := 0
	for b.Loop() {
		for _, a := range articles {
			at := time.Now()
			lap := func(stage int) {
				now := time.Now()
				spent[stage] += now.Sub(at)
				at = now
			}
			text := article.Clean(a).Text
			lap(0)
			doc := language.Analyse(text)
			lap(1)
			doc = coding.Repair(doc)
			lap(2)
			cast := identity.Resolve(doc, identity.Context{Article: "article:bench", Published: a.Published}, r)
			lap(3)
			coding.Code(doc, cast, coding.Context{Article: "article:bench", Published: a.Published})
			lap(4)
			words += len(strings.Fields(text))
		}
	}
	all := time.Duration(0)
	for _, d := range spent {
		all += d
	}
	for i, stage := range []string{"clean", "analyse", "repair", "resolve", "code"} {
		b.ReportMetric(100*spent[i].Seconds()/all.Seconds(), "%"+stage)
	}
	b.ReportMetric(float64(words)/all.Seconds(), "words/s")
}

// BenchmarkWho is who is meant and how they are tied, on one core: from analysed texts to casts
// and the scores of all pairs that a tie can join.
func BenchmarkWho(b *testing.B) {
	var docs []*language.Document
	each := 0
	for _, a := range exampleArticles(b) {
		doc := coding.Repair(language.Analyse(article.Clean(a).Text))
		for _, s := range doc.Sentences {
			each += len(s.Tokens)
		}
		docs = append(docs, doc)
	}
	r, model, words := identity.Default(), relation.Shipped(), 0
	for b.Loop() {
		for _, doc := range docs {
			cast := identity.Resolve(doc, identity.Context{Article: "article:bench"}, r)
			coding.Pairs(doc, cast, coding.Context{Article: "article:bench"}, func(p coding.Pair) bool {
				var scores [relation.Labels]int32
				model.Score(p.Features, &scores)
				return true
			})
		}
		words += each
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkLoad is files to a SQLite graph: 600 articles that name the same actors over and
// over, on all cores.
func BenchmarkLoad(b *testing.B) {
	var articles []article.Article
	examples := exampleArticles(b)
	for i := range 600 / len(examples) {
		for _, a := range examples {
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
