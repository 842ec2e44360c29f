package loader

import (
	"context"
	"io"
	"iter"

	"github.com/actorgraph/actorgraph/loader/article"
)

// Source gives the inputs of a load, in their order, and ends soon after its context does.
// An error concerns the one input beside it; the rest follows.
type Source func(context.Context) iter.Seq2[article.Article, error]

// Inputs reads the articles of all Files that paths name, in their order. Every error is
// an *article.Error and concerns the one input beside it, whose Origin is always set; the
// rest follows. Nothing is read before it is asked for.
func Inputs(paths []string, stdin io.Reader, o article.Options) Source {
	return func(ctx context.Context) iter.Seq2[article.Article, error] {
		return Articles(Files(ctx, paths, stdin, FileOptions{}), o)
	}
}

// Articles reads the articles of files as Inputs does.
func Articles(files iter.Seq2[File, error], o article.Options) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		for f, err := range files {
			if err != nil {
				if !yield(article.Article{Origin: f.Origin}, err) {
					return
				}
				continue
			}
			for a, err := range article.Read(f, f.Origin, o) {
				if !yield(a, err) {
					return
				}
			}
		}
	}
}
