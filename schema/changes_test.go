package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

// changePage is a page of the change log as it is answered.
type changePage struct {
	Edges []struct {
		Cursor string
		Node   struct {
			ID, Cursor, At, Change string
			Fields, Replaced       []string
			Node                   *struct{ ID string }
			CausedBy               *struct{ ID, Title string }
		}
	}
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		EndCursor                    string
	}
}

func changes(t *testing.T, h http.Handler, arguments string) changePage {
	t.Helper()
	var answer struct {
		Data   struct{ Changes changePage }
		Errors []struct{ Message string }
	}
	text := post(t, h, `{ changes(`+arguments+`) { edges { cursor node { id cursor at change fields replaced node { id } causedBy { id title } } }
		pageInfo { hasNextPage hasPreviousPage endCursor } } }`, "")
	if err := json.Unmarshal(text, &answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%s: %v in %.500s", arguments, err, text)
	}
	return answer.Data.Changes
}

// TestChanges follows the log in pages, to its end and on after the next write.
func TestChanges(t *testing.T) {
	store := new(graphtest.Reference)
	h := schema.NewHandler(store, schema.Options{Writer: store})
	if p := changes(t, h, "first: 20"); len(p.Edges) > 0 || p.PageInfo.HasNextPage || p.PageInfo.EndCursor == "" {
		t.Fatalf("of an empty graph: %+v", p)
	}
	fill(t, store, graphtest.NewWorld(3, 12).Extractions())
	log, err := store.Changes(t.Context(), 0, graph.MaxChanges)
	if err != nil {
		t.Fatal(err)
	}
	var seen []string
	after := changes(t, h, "first: 0").PageInfo.EndCursor
	for {
		p := changes(t, h, fmt.Sprintf("first: 7, after: %q", after))
		for _, e := range p.Edges {
			if e.Cursor != e.Node.Cursor || e.Node.Node == nil || e.Node.CausedBy == nil || e.Node.At == "" {
				t.Errorf("%+v", e)
			}
			seen = append(seen, e.Node.Change+" "+e.Node.Node.ID)
		}
		after = p.PageInfo.EndCursor
		if !p.PageInfo.HasNextPage {
			break
		}
	}
	var want []string
	for _, c := range log {
		want = append(want, string(c.Kind)+" "+string(c.Node))
	}
	if len(want) < 50 || !slices.Equal(want, seen) {
		t.Fatalf("%d entries, want %d", len(seen), len(want))
	}
	if p := changes(t, h, fmt.Sprintf("after: %q", after)); len(p.Edges) > 0 || p.PageInfo.EndCursor != after || !p.PageInfo.HasPreviousPage {
		t.Errorf("at the end: %+v", p)
	}
	article := log[0].CausedBy
	answer := post(t, h, fmt.Sprintf(`mutation { retractArticle(id: %q, reason: "a forgery") { id retractedAt events { totalCount } } }`, article), "")
	if !bytes.Contains(answer, []byte(`"id":"`+article+`"`)) || bytes.Contains(answer, []byte(`"retractedAt":null`)) || bytes.Contains(answer, []byte("errors")) {
		t.Fatalf("%s", answer)
	}
	p := changes(t, h, fmt.Sprintf("after: %q, classes: [ARTICLE]", after))
	if len(p.Edges) != 1 || p.Edges[0].Node.Change != "RETRACTED" || p.Edges[0].Node.CausedBy == nil || p.Edges[0].Node.CausedBy.ID != string(article) {
		t.Fatalf("%+v", p)
	}
	gone := changes(t, h, fmt.Sprintf("after: %q, classes: [EVENT, TIE], first: 100", after))
	absent := 0
	for _, e := range gone.Edges {
		if e.Node.Change == "RETRACTED" && e.Node.Node == nil {
			absent++
		}
	}
	if absent == 0 {
		t.Errorf("nothing went with the article: %+v", gone)
	}
	id := p.Edges[0].Node.ID
	if answer := post(t, h, fmt.Sprintf(`{ node(id: %q) { id ... on Change { change causedBy { title } } } nodes(ids: ["change:aaaaaaaaaaaaaaaaaaaaaaaaaa", %q]) { id } }`, id, id), ""); !bytes.Contains(answer, []byte(`"change":"RETRACTED"`)) || !bytes.Contains(answer, []byte(`"nodes":[null,{"id":"`+id+`"}]`)) {
		t.Errorf("%s", answer)
	}
	answer = post(t, h, fmt.Sprintf(`mutation { restoreArticle(id: %q, reason: "it is genuine") { id retractedAt } }`, article), "")
	if !bytes.Contains(answer, []byte(`"retractedAt":null`)) {
		t.Errorf("%s", answer)
	}
}

// TestMutationsAreRefused: a server writes only if it was told to, and says what is wrong.
func TestMutationsAreRefused(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, graphtest.NewWorld(3, 2).Extractions())
	id := graphtest.NewWorld(3, 2).Extraction(0, 0, 1).Article.ID
	writing := schema.NewHandler(store, schema.Options{Writer: store})
	for _, c := range []struct {
		name    string
		h       http.Handler
		id      graph.ID
		reason  string
		answers string
	}{
		{"not allowed", handler(t, store), id, "x", `"code":"FORBIDDEN"`},
		{"not known", writing, graph.ArticleID("", "unknown", "", ""), "x", `{"data":{"retractArticle":null}}`},
		{"no article", writing, graph.CountryID("FRA"), "x", `"argument":"id"`},
		{"no reason", writing, id, " ", `"argument":"reason"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			answer := post(t, c.h, fmt.Sprintf(`mutation { retractArticle(id: %q, reason: %q) { id } }`, c.id, c.reason), "")
			if !strings.Contains(string(answer), c.answers) {
				t.Errorf("%s", answer)
			}
		})
	}
	if w := serve(t, writing, http.MethodGet, `/?query=mutation{retractArticle(id:"`+string(id)+`",reason:"x"){id}}`, ""); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("by GET: %d %s", w.Code, w.Body)
	}
	if i, err := store.Info(t.Context()); err != nil || i.Articles != 2 {
		t.Errorf("%+v, %v", i, err)
	}
}
