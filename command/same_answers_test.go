package command_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/command"
	"github.com/actorgraph/actorgraph/schema"
)

// articlesVariable names more articles for TestSameAnswers, separated as in PATH.
const articlesVariable = "SAME_ANSWERS_ARTICLES"

// atOnce is how many nodes are asked for all that follows from one of their fields: as many
// as the API's limit on the price of a query lets pass.
const atOnce = 25

// TestSameAnswers loads the examples into both stores. Then the queries of examples/, every
// list in every order, walked by small pages, and every field of every node must be answered
// with the same bytes; but for recorded times and the ids of log entries, which are the
// store's own, and for info, which tells the stores apart.
func TestSameAnswers(t *testing.T) {
	articles := exampleFiles(t)
	if more := os.Getenv(articlesVariable); more != "" {
		articles = append(articles, filepath.SplitList(more)...)
	}
	var p pair
	for i, where := range []place{sqlitePlace(t), neo4jPlace(t)} {
		var errs bytes.Buffer
		args := append([]string{"load", "--quiet", "--store", where.address}, articles...)
		if code := command.Main(t.Context(), args, strings.NewReader(""), io.Discard, &errs); code != 0 {
			t.Fatalf("exit code %d, %s", code, errs.String())
		}
		p.apis[i] = schema.NewHandler(openPlace(t, where), schema.Options{Version: "test"})
	}
	t.Run("examples", func(t *testing.T) {
		for _, file := range exampleQueries(t) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p.same(t, string(text))
		}
	})
	q := newQuestions(t, p.apis[0])
	ids := map[string][]string{} // of the nodes of each type
	for _, root := range q.roots() {
		listed := q.listed(root.Type.named())
		if listed == "" || listed == "Change" { // whose entries have ids and cursors of their store
			continue
		}
		t.Run(root.Name, func(t *testing.T) {
			for _, arguments := range q.variants(root) {
				p.walk(t, root.Name, arguments, ids)
			}
			for _, field := range q.fields(listed) {
				p.same(t, fmt.Sprintf("{ %s(first: %d) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { __typename id %s } } } }", root.Name, atOnce, field))
			}
		})
	}
	t.Run("by id", func(t *testing.T) {
		for _, typeName := range []string{"Agency", "Official", "Group", "Country", "Event", "Tie", "Evidence", "Article", "Place"} {
			slices.Sort(ids[typeName])
			all := slices.Compact(ids[typeName])
			if len(all) == 0 {
				t.Errorf("the examples have no %s, so this shows nothing", typeName)
			}
			for some := range slices.Chunk(all, atOnce) {
				list, err := json.Marshal(some)
				if err != nil {
					t.Fatal(err)
				}
				for _, field := range q.fields(typeName) {
					p.same(t, fmt.Sprintf("{ nodes(ids: %s) { ... on %s { id %s } } }", list, typeName, field))
				}
			}
		}
	})
	t.Run("changes", func(t *testing.T) {
		p.same(t, `{ changes(first: 100) { pageInfo { hasNextPage } edges { node { change fields replaced causedBy { id } node { __typename id } } } } }`)
	})
	t.Run("single", func(t *testing.T) {
		p.same(t, fmt.Sprintf(`{ actor(id: %q) { name } event(id: %q) { summary } tie(id: %q) { summary } article(id: %q) { title text } node(id: %q) { __typename }
			country(code: "USA") { name } nowhere: country(code: "XXX") { name } byURL: article(url: "https://nowhere.example/") { title } }`,
			ids["Agency"][0], ids["Event"][0], ids["Tie"][0], ids["Article"][0], ids["Place"][0]))
	})
	t.Logf("%d queries, %d KiB of answers compared", p.asked, p.bytes>>10)
}

// pair is the API over two stores that hold the same.
type pair struct {
	apis         [2]http.Handler
	asked, bytes int
}

// same asks both and returns the answer; another one or an error fails the test.
func (p *pair) same(t *testing.T, query string) string {
	t.Helper()
	want, got := answerOf(t, p.apis[0], query), answerOf(t, p.apis[1], query)
	p.asked, p.bytes = p.asked+1, p.bytes+len(want)
	if strings.Contains(want, `"errors":`) {
		t.Fatalf("%s\n%.1000s", query, want)
	}
	if want != got {
		t.Errorf("%s\n(-sqlite +neo4j)\n%s", query, cmp.Diff(indented(want), indented(got)))
	}
	return want
}

// walk asks for all pages of a list, and notes the ids.
func (p *pair) walk(t *testing.T, list, arguments string, ids map[string][]string) {
	t.Helper()
	for after := "null"; ; {
		text := p.same(t, fmt.Sprintf("{ list: %s(first: 7, after: %s%s) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { __typename id } } } }", list, after, arguments))
		var answer struct {
			Data struct {
				List struct {
					PageInfo struct {
						HasNextPage bool
						EndCursor   json.RawMessage
					}
					Edges []struct {
						Node struct {
							Typename string `json:"__typename"`
							ID       string
						}
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(text), &answer); err != nil {
			t.Fatal(err)
		}
		l := answer.Data.List
		for _, e := range l.Edges {
			ids[e.Node.Typename] = append(ids[e.Node.Typename], e.Node.ID)
		}
		if after = string(l.PageInfo.EndCursor); !l.PageInfo.HasNextPage {
			return
		}
	}
}

func answerOf(t testing.TB, api http.Handler, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	api.ServeHTTP(w, r)
	return w.Body.String()
}

func indented(answer string) string {
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(answer), "", "  "); err != nil {
		return answer
	}
	return b.String()
}
