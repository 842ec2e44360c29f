package sqlite_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// TestHostileTexts writes and finds texts that mean something to SQL, to JSON, to FTS5 or to C.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{
		"'; DROP TABLE event; --", `a "quoted" b`, `back\slash`, "nul\x00inside", "? {} {n} ?1 :x @y", "NEAR(a b) OR c* ^d -e col:f", "line\u2028break", "\U0001F600 smile", "tab\tand\nnewline",
	} {
		t.Run(text, func(t *testing.T) {
			s := open(t)
			id := graph.ArticleID("", text, "", "")
			record := graph.ActorRecord{ID: graph.NamedActorID(graph.ClassBody, text, ""), Named: true}
			n := len([]rune(text))
			x := graph.Extraction{
				Extractor: "test", Version: 1, Actors: []graph.ActorRecord{record},
				Article: graph.Article{ID: id, Title: text, Publisher: graph.Text(text), Body: graph.Text(text), TextHash: graph.HashText(text), Sentences: 1},
				Mentions: []graph.Mention{{
					ID: graph.MentionID(id, record.ID, graph.Anchor{Sentence: text}), ArticleID: id, Record: record.ID, Quote: text, End: n, Name: graph.Text(text), Kind: graph.Group,
				}},
			}
			if _, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}}); err != nil {
				t.Fatal(err)
			}
			for _, q := range []graph.Query{
				{Class: graph.ClassArticle, Search: text},
				{Class: graph.ClassArticle, Where: &graph.Compare{Property: graph.PropPublisher, Texts: []string{text}}},
				{Class: graph.ClassArticle, Where: &graph.Compare{Property: graph.PropTitleContains, Texts: []string{text}}},
				{Class: graph.ClassActor, Search: text},
				{Class: graph.ClassActor, Where: &graph.Compare{Property: graph.PropName, Texts: []string{text}}},
			} {
				q.Page.First = 10
				page, err := s.Find(t.Context(), q)
				if err != nil || len(page.Items) != 1 {
					t.Fatalf("%s, search %q, where %+v: %d found, %v", q.Class, q.Search, q.Where, len(page.Items), err)
				}
				switch n := page.Items[0].(type) {
				case *graph.Article:
					texts, err := s.Texts(t.Context(), []graph.RevisionID{{Article: n.ID, Number: n.Revision}})
					if err != nil {
						t.Fatal(err)
					}
					if d := cmp.Diff([]string{text, text, text}, []string{n.Title, string(n.Publisher), string(texts[0])}); d != "" {
						t.Error(d)
					}
				case *graph.Actor:
					if n.Name != text {
						t.Errorf("the name is %q", n.Name)
					}
				}
			}
			// Kinds are matched within a JSON list: no other text may look like one.
			page, err := s.Find(t.Context(), graph.Query{Class: graph.ClassActor, Where: &graph.Compare{Property: graph.PropKind, Texts: []string{`GROUP","AGENCY`, `["GROUP`}}, Page: graph.PageRequest{First: 1}})
			if err != nil || len(page.Items) != 0 {
				t.Errorf("%d actors of a kind that is none, %v", len(page.Items), err)
			}
		})
	}
}
