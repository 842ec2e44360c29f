package article_test

import (
	"os"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

// BenchmarkClean cleans a page of usual furniture around a short article.
func BenchmarkClean(b *testing.B) {
	content, err := os.ReadFile("testdata/clean/web-page.in")
	if err != nil {
		b.Fatal(err)
	}
	a := article.Article{Text: string(content), Title: "Harbour workers walk out in Marseille"}
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		article.Clean(a)
	}
}
