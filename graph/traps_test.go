package graph_test

import (
	"errors"
	"testing"
	"unicode"

	"github.com/actorgraph/actorgraph/graph"
)

// TestTraps keeps what was wrong once.
func TestTraps(t *testing.T) {
	c := parseFoldCase(t, "symmetric\n2016-04-20 Post ONGOING ALLIED_WITH A>B\n2016-04-21 Post ONGOING ALLIED_WITH B>A")
	d := parseFoldCase(t, "symmetric\n2016-04-20 Post ONGOING ALLIED_WITH B>A\n2016-04-21 Post ONGOING ALLIED_WITH A>B")
	for _, f := range []graph.Fact{c.fold(c.passages), d.fold(d.passages)} {
		if tie := f.(*graph.Tie); tie.ToID < tie.FromID {
			t.Errorf("symmetric tie from %s to %s: the smaller id stands first", tie.FromID, tie.ToID)
		}
	}
	c = parseFoldCase(t, "original and copy\n2016-04-20 Post HAPPENED AID A>B art:x\n2016-04-20 Herald HAPPENED AID A>B copy:x")
	if n := c.fold(c.passages).Facts().Corroboration.IndependentSources; n != 1 {
		t.Errorf("a report and its copy are %d sources, want 1", n)
	}
	c = parseFoldCase(t, "stages\n2016-04-20 Post HAPPENED ASSAULT A>B\n2016-04-21 Herald DENIED ASSAULT A>B said:A")
	if s := c.fold(c.passages).Facts().Stages; len(s) != 1 {
		t.Errorf("stages %+v: the comment says denials aside", s)
	}
	if day, err := graph.ParseDate("0001-01-01"); err == nil && day != 10101 {
		t.Errorf("0001-01-01 is read as %d", day)
	}
	if once := graph.NormalizeURL("//example.org:443:80"); graph.NormalizeURL(once) != once {
		t.Errorf("%q normalizes again to %q", once, graph.NormalizeURL(once))
	}
	if graph.NormalizeURL("https://example.org/?id;1") == graph.NormalizeURL("https://example.org/?id;2") {
		t.Error("two addresses with ; in the query are one: both queries are dropped")
	}
	if graph.NormalizeURL("https://example.org/a%2Fb") == graph.NormalizeURL("https://example.org/a/b") {
		t.Error("an escaped slash is another path")
	}
	if _, err := graph.CompileEvents(&graph.EventWhere{Since: 20160101, Match: "NEAR"}, "where"); err == nil {
		t.Error("an unknown match is taken for OVERLAPS")
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if f := graph.Fold(string(r)); graph.Fold(f) != f {
			t.Fatalf("Fold(%q) is %q, folded again %q (Cherokee: cases.Fold toggles its letters)", r, f, graph.Fold(f))
		}
	}
}

func TestFilterSize(t *testing.T) {
	yes := true
	w := graph.EventWhere{}
	for range graph.MaxFilterConditions + 1 {
		w.Or = append(w.Or, graph.EventWhere{Dated: &yes})
	}
	if _, err := graph.CompileEvents(&w, "where"); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a filter of %d alternatives: %v", len(w.Or), err)
	}
	w.Or = w.Or[:graph.MaxFilterConditions/2-1]
	f, err := graph.CompileEvents(&w, "where")
	if err != nil {
		t.Fatal(err)
	}
	if err := graph.ValidateFilter(graph.ClassEvent, f); err != nil {
		t.Errorf("what Compile made is refused: %v", err)
	}
	for name, f := range map[string]graph.Filter{
		"nil comparison": (*graph.Compare)(nil), "nil negation": (*graph.Not)(nil), "nil link": (*graph.Has)(nil),
		"unknown match": &graph.Compare{Property: graph.PropWhen, Texts: []string{"NEAR"}, Numbers: []int64{0, 0}},
	} {
		if err := graph.ValidateFilter(graph.ClassEvent, f); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestArticleIDNeedsAnAbsoluteAddress(t *testing.T) {
	if graph.ArticleID("/news/1", "a", "Post", "") == graph.ArticleID("/news/1", "b", "Herald", "") {
		t.Error("relative addresses of two publishers are one article")
	}
	if graph.ArticleID(" https://post.example/1 ", "", "", "x") != graph.ArticleID("http://post.example/1/", "", "", "y") {
		t.Error("two spellings of one address are two articles")
	}
}
