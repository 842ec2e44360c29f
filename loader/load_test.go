package loader_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// numbered are n short articles, each with an address of its own.
func numbered(n int) []article.Article {
	out := make([]article.Article, n)
	for i := range out {
		out[i] = article.Article{
			URL: fmt.Sprintf("https://gazette.example/%d", i), Origin: fmt.Sprintf("feed.jsonl:%d", i+1),
			Published: 20160424,
			Text:      fmt.Sprintf("France condemned Russia on Monday. Report number %d ends here.", i),
		}
	}
	return out
}

func sequence(articles []article.Article) loader.Source {
	return source(func(yield func(article.Article, error) bool) {
		for _, a := range articles {
			if !yield(a, nil) {
				return
			}
		}
	})
}

// source needs nothing that could make it wait.
func source(inputs iter.Seq2[article.Article, error]) loader.Source {
	return func(context.Context) iter.Seq2[article.Article, error] { return inputs }
}

// TestLoadReportsInOrder: whatever the workers do, reports come in the order of the inputs,
// one each, with what was wrong where something was.
func TestLoadReportsInOrder(t *testing.T) {
	articles := numbered(40)
	inputs := func(yield func(article.Article, error) bool) {
		for i, a := range articles {
			if i == 7 { // a broken line among good ones
				err := &article.Error{Origin: a.Origin, Reason: article.WrongShape, Says: "no article"}
				if !yield(article.Article{Origin: a.Origin}, err) {
					return
				}
				continue
			}
			if i == 11 {
				a.Text = "Share this story"
			}
			if !yield(a, nil) {
				return
			}
		}
	}
	var origins, failed []string
	s, err := loader.Load(t.Context(), new(graphtest.Reference), source(inputs), identity.Default(), loader.Options{
		Workers: 5, Batch: 6,
		Report: func(r loader.Report) {
			origins = append(origins, r.Origin)
			if r.Err != nil {
				failed = append(failed, r.Err.Error())
			} else if r.Outcome != graph.Loaded {
				t.Errorf("%s: %s", r.Origin, r.Outcome)
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.Articles != 40 || s.Loaded != 38 || s.Failed != 2 || s.Rows == 0 {
		t.Errorf("summary %+v", s)
	}
	for i, o := range origins {
		if o != articles[i].Origin {
			t.Fatalf("report %d is of %s", i, o)
		}
	}
	if len(failed) != 2 || !strings.Contains(failed[0], "feed.jsonl:8: no article") || !strings.Contains(failed[1], "feed.jsonl:12: no text is left") {
		t.Errorf("failures %q", failed)
	}
}

// TestLoadSameArticleTwice: the same address twice in one load is one article; another text
// under it is its next revision, though both stand in one batch.
func TestLoadSameArticleTwice(t *testing.T) {
	a := numbered(1)[0]
	b := a
	b.Text += " A sentence was added."
	var outcomes []graph.Outcome
	_, err := loader.Load(t.Context(), new(graphtest.Reference), sequence([]article.Article{a, a, b}), identity.Default(), loader.Options{
		Report: func(r loader.Report) { outcomes = append(outcomes, r.Outcome) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []graph.Outcome{graph.Loaded, graph.Known, graph.Revised}; !slices.Equal(outcomes, want) {
		t.Errorf("outcomes %v, want %v", outcomes, want)
	}
}

// faulty is a store that refuses one article, or breaks down after some writes.
type faulty struct {
	*graphtest.Reference
	refuse graph.ID
	writes int // that succeed; negative for ever
}

var errBroken = errors.New("disk full")

func (f *faulty) Write(ctx context.Context, b graph.Batch) (graph.Written, error) {
	if f.writes == 0 {
		return graph.Written{}, errBroken
	}
	for i, x := range b.Extractions {
		if x.Article.ID == f.refuse {
			return graph.Written{}, &graph.ArticleError{Index: i, Article: x.Article.ID, Err: graph.ErrInvalid}
		}
	}
	f.writes--
	return f.Reference.Write(ctx, b)
}

// TestLoadLeavesOutWhatTheStoreRefuses and writes the rest of the batch.
func TestLoadLeavesOutWhatTheStoreRefuses(t *testing.T) {
	articles := numbered(9)
	store := &faulty{new(graphtest.Reference), graph.ArticleID(articles[4].URL, "", "", ""), -1}
	var refused []string
	s, err := loader.Load(t.Context(), store, sequence(articles), identity.Default(), loader.Options{
		Report: func(r loader.Report) {
			if r.Err != nil {
				refused = append(refused, r.Origin)
			}
		},
	})
	if err != nil || s.Loaded != 8 || s.Failed != 1 || !slices.Equal(refused, []string{"feed.jsonl:5"}) {
		t.Errorf("%+v, refused %v, %v", s, refused, err)
	}
}

// TestLoadStopsWithTheStore: what was reported before the store failed is in it, nothing
// after is reported, and the same load resumes.
func TestLoadStopsWithTheStore(t *testing.T) {
	articles := numbered(20)
	store := &faulty{new(graphtest.Reference), "", 2}
	reported := 0
	o := loader.Options{Batch: 5, Report: func(loader.Report) { reported++ }}
	if _, err := loader.Load(t.Context(), store, sequence(articles), identity.Default(), o); !errors.Is(err, errBroken) {
		t.Fatalf("error %v", err)
	}
	info, err := store.Info(t.Context())
	if err != nil || info.Articles != 10 || reported != 10 {
		t.Errorf("%d articles in the store, %d reported, %v", info.Articles, reported, err)
	}
	store.writes = -1
	s, err := loader.Load(t.Context(), store, sequence(articles), identity.Default(), o)
	if err != nil || s.Known != 10 || s.Loaded != 10 {
		t.Errorf("resumed: %+v, %v", s, err)
	}
}

// TestLoadStopsWhenTold: a cancelled context ends the load with its error.
func TestLoadStopsWhenTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	o := loader.Options{Batch: 1, Workers: 2, Report: func(r loader.Report) {
		if r.Origin == "feed.jsonl:3" {
			cancel()
		}
	}}
	s, err := loader.Load(ctx, new(graphtest.Reference), sequence(numbered(200)), identity.Default(), o)
	if err == nil || s.Articles >= 200 {
		t.Errorf("%+v, %v", s, err)
	}
}

// TestLoadWritesWhatWaits: an article is written and reported though its batch is not full,
// when the next one does not come.
func TestLoadWritesWhatWaits(t *testing.T) {
	articles := numbered(3)
	reported := make(chan string, len(articles))
	inputs := source(func(yield func(article.Article, error) bool) {
		for _, a := range articles {
			if !yield(a, nil) {
				return
			}
			if origin := <-reported; origin != a.Origin { // waits for its answer, as a program may
				t.Errorf("%s was reported, not %s", origin, a.Origin)
			}
		}
	})
	o := loader.Options{Report: func(r loader.Report) { reported <- r.Origin }}
	s, err := loader.Load(t.Context(), new(graphtest.Reference), inputs, identity.Default(), o)
	if err != nil || s.Loaded != len(articles) {
		t.Errorf("%+v, %v", s, err)
	}
}

// silent is a source that says nothing more after its articles.
func silent(articles []article.Article) loader.Source {
	return func(ctx context.Context) iter.Seq2[article.Article, error] {
		return func(yield func(article.Article, error) bool) {
			for _, a := range articles {
				if !yield(a, nil) {
					return
				}
			}
			<-ctx.Done()
		}
	}
}

// interrupted is a store during whose first write the user ends the program.
type interrupted struct {
	*graphtest.Reference
	stop func()
}

func (i *interrupted) Write(ctx context.Context, b graph.Batch) (graph.Written, error) {
	i.stop()
	if err := ctx.Err(); err != nil {
		return graph.Written{}, err
	}
	return i.Reference.Write(ctx, b)
}

// TestLoadKeepsWhatIsDone: a load that is told to stop writes what it has extracted.
func TestLoadKeepsWhatIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	store := &interrupted{new(graphtest.Reference), cancel}
	s, err := loader.Load(ctx, store, silent(numbered(5)), identity.Default(), loader.Options{Batch: 4})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	info, failed := store.Info(t.Context())
	if failed != nil || info.Articles != s.Loaded || s.Loaded != 4 || s.Failed != 0 {
		t.Errorf("%d articles in the store, %+v, %v", info.Articles, s, failed)
	}
}

// TestLoadStopsThoughInputsWait: the store fails while the source is silent.
func TestLoadStopsThoughInputsWait(t *testing.T) {
	store := &faulty{new(graphtest.Reference), "", 0}
	_, err := loader.Load(t.Context(), store, silent(numbered(2)), identity.Default(), loader.Options{})
	if !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}

// TestLoadWarnsOfSharedIDs only where nothing but the id tells articles apart.
func TestLoadWarnsOfSharedIDs(t *testing.T) {
	a := article.Article{ID: "1", Text: "France met Germany."}
	b, c := a, a
	b.Publisher = "The Harbour Gazette"
	c.URL = "https://gazette.example/1"
	var warned []bool
	_, err := loader.Load(t.Context(), new(graphtest.Reference), sequence([]article.Article{a, b, c}), identity.Default(), loader.Options{
		Report: func(r loader.Report) { warned = append(warned, r.Warning != "") },
	})
	if want := []bool{true, false, false}; err != nil || !slices.Equal(warned, want) {
		t.Errorf("warned %v, %v", warned, err)
	}
}
