package loader_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/examples"
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// exampleArticles reads the examples in the order of their names.
func exampleArticles(t testing.TB) []article.Article {
	t.Helper()
	var all []article.Article
	names, err := fs.Glob(examples.Articles, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := examples.Articles.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range article.Read(f, name, article.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, a)
		}
		f.Close()
	}
	return all
}

// TestExampleFacts compares what is found in each example with a file that a person can
// read and judge. Lines that begin with "wrong:" below a fact say what is known to be wrong.
func TestExampleFacts(t *testing.T) {
	for _, a := range exampleArticles(t) {
		x := loader.Extract(a, identity.Default())
		got := facts(x)
		name := strings.TrimSuffix(path.Base(strings.Split(a.Origin, ":")[0]), path.Ext(strings.Split(a.Origin, ":")[0]))
		file := path.Join("testdata", "examples", name+".facts")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: facts differ; run with -update and look at the change (-want +got):\n%s", a.Origin, diff)
		}
	}
}

// facts writes the evidence of an article sentence by sentence:
//
//	"the sentence"
//	  TYPE.MODE STATUS not: sources -> targets | said by … | on … | in …
func facts(x *loader.Extracted) string {
	names := map[graph.ID]string{}
	for i, a := range x.Result.Actors {
		names[a.ID] = x.Cast.Profiles[i].Name
	}
	for _, p := range x.Result.Places {
		names[p.ID] = p.Name
	}
	var b strings.Builder
	quote := ""
	for _, e := range x.Result.Evidence {
		if e.Quote != quote {
			quote = e.Quote
			fmt.Fprintf(&b, "%q\n", quote)
		}
		what := string(e.EventType) + string(e.Relation)
		for _, m := range e.Modes {
			what += "." + string(m)
		}
		if e.Role != "" {
			what += " (" + string(e.Role) + ")"
		}
		not := ""
		if e.Negated {
			not = " not"
		}
		fmt.Fprintf(&b, "  %s %s%s: %s -> %s", what, e.Status, not,
			parties(&e, names, graph.PartSource, graph.PartFrom), parties(&e, names, graph.PartTarget, graph.PartTo))
		if len(e.Attribution) > 0 {
			var chain []string
			for _, a := range e.Attribution {
				chain = append(chain, a.Text)
			}
			fmt.Fprintf(&b, " | said by %s", strings.Join(chain, " < "))
		}
		if e.When != nil {
			fmt.Fprintf(&b, " | on %s..%s", e.When.Start, e.When.End)
		}
		if places := parties(&e, names, graph.PartPlace); places != "" {
			fmt.Fprintf(&b, " | in %s", places)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func parties(e *graph.Evidence, names map[graph.ID]string, parts ...graph.Part) string {
	var out []string
	for _, w := range e.Wordings {
		if slices.Contains(parts, w.Part) {
			out = append(out, names[w.Party])
		}
	}
	return strings.Join(out, ", ")
}

// TestReceiptsAreExact is invariant 2 over every example: a quote is the article's text at
// its offsets, and so is every other text that evidence cites (Validate checks those).
func TestReceiptsAreExact(t *testing.T) {
	passages := 0
	for _, a := range exampleArticles(t) {
		x := loader.Extract(a, identity.Default())
		text := []rune(string(x.Result.Article.Body))
		for _, e := range x.Result.Evidence {
			passages++
			if got := string(text[e.Start:e.End]); got != e.Quote {
				t.Errorf("%s: evidence quotes %q, the text has %q", a.Origin, e.Quote, got)
			}
			start, end := x.Cleaned.ToInput(e.Start, e.End)
			input := []rune(a.Text)
			if got := strings.Join(strings.Fields(string(input[start:end])), " "); !strings.Contains(got, strings.Fields(e.Quote)[0]) {
				t.Errorf("%s: %q leads back to %q in the input", a.Origin, e.Quote, got)
			}
		}
		if err := x.Result.Validate(); err != nil {
			t.Errorf("%s: %v", a.Origin, err)
		}
	}
	if passages < 20 {
		t.Errorf("the examples have only %d passages", passages)
	}
}

// TestSameGraph loads the examples in several orders, batches and numbers of workers, and
// twice; the graph is the same to the last value.
func TestSameGraph(t *testing.T) {
	all := exampleArticles(t)
	load := func(o loader.Options, articles ...article.Article) *graphtest.Reference {
		t.Helper()
		store := new(graphtest.Reference)
		inputs := func(yield func(article.Article, error) bool) {
			for _, a := range articles {
				if !yield(a, nil) {
					return
				}
			}
		}
		s, err := loader.Load(t.Context(), store, source(inputs), identity.Default(), o)
		if err != nil || s.Loaded != len(articles) {
			t.Fatalf("load: %+v, %v", s, err)
		}
		again, err := loader.Load(t.Context(), store, source(inputs), identity.Default(), o)
		if err != nil || again.Known != len(articles) || again.Rows != 0 {
			t.Fatalf("load again: %+v, %v", again, err)
		}
		return store
	}
	want := dump(t, load(loader.Options{Workers: 1}, all...))
	backwards := slices.Clone(all)
	slices.Reverse(backwards)
	for name, got := range map[string]string{
		"backwards, 8 workers": dump(t, load(loader.Options{Workers: 8}, backwards...)),
		"one a batch":          dump(t, load(loader.Options{Workers: 3, Batch: 1}, all...)),
	} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: another graph (-want +got):\n%s", name, diff)
		}
	}
}

// dump writes every node of a store without its recorded times.
func dump(t *testing.T, store graph.Reader) string {
	t.Helper()
	var b strings.Builder
	for _, class := range []graph.Class{graph.ClassArticle, graph.ClassActor, graph.ClassEvent, graph.ClassTie, graph.ClassEvidence, graph.ClassPlace} {
		q := graph.Query{Class: class, Page: graph.PageRequest{First: graph.MaxPage}}
		for {
			page, err := store.Find(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range page.Items {
				fmt.Fprintf(&b, "%s\n", timeless(n))
			}
			if !page.More {
				break
			}
			q.Page.After = &page.Positions[len(page.Positions)-1]
		}
	}
	return b.String()
}

// timeless is a node as JSON without the times of its recording.
func timeless(n graph.Node) string {
	switch n := n.(type) {
	case *graph.Article:
		c := *n
		c.Recorded, c.Revisions = nil, nil
		return encode(&c)
	case *graph.Evidence:
		c := *n
		c.Recorded = nil
		return encode(&c)
	case *graph.Event:
		c := *n
		c.RecordedAt = time.Time{}
		return encode(&c)
	case *graph.Tie:
		c := *n
		c.RecordedAt = time.Time{}
		return encode(&c)
	}
	return encode(n)
}

func encode(n any) string {
	b, err := json.Marshal(n)
	if err != nil {
		panic(err)
	}
	return string(b)
}
