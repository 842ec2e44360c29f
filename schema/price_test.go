package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"

	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// TestPrice pins what queries cost, as the answer tells who asks for it.
func TestPrice(t *testing.T) {
	h := handler(t, new(graphtest.Reference))
	for _, c := range []struct {
		name, query, variables string
		price                  int
	}{
		{"one thing", `{ info { store } }`, "", 51},
		{"a page", `{ agencies(first: 10) { edges { node { id name } } } }`, "", 50 + 10*(1+1+1) + 2},
		{"a page by default", `{ agencies { edges { node { name } } } }`, "", 50 + 20*(1+1+1) + 2},
		{"a page by a variable", `query($n: Int!) { agencies(first: $n) { edges { node { name } } } }`, `{"n": 40}`, 50 + 40*(1+1+1) + 4},
		{"only the total", `{ agencies(first: 0) { totalCount } }`, "", 51},
		{"only the total, of a page by default", `{ agencies { totalCount } }`, "", 51},
		{"totals below a page", `{ agencies(first: 10) { edges { node { events { ...T } } } } } fragment T on ParticipationConnection { totalCount }`, "", 50 + 10*(1+1+1) + 10 + 11},
		{"pages in pages", `{ agencies(first: 10) { edges { node { events(first: 10) { edges { node { type } } } } } } }`, "", 50 + 10*3 + 10 + 100*3 + 10},
		{"a fragment spread twice", `{ a: agencies(first: 10) { ...P } b: agencies(first: 20) { ...P } } fragment P on AgencyConnection { edges { node { name } } }`, "", 100 + 30*3 + 3},
		{"things by id", `{ nodes(ids: ["article:aaaaaaaaaaaaaaaaaaaaaaaaaa", "article:aaaaaaaaaaaaaaaaaaaaaaaaab"]) { id } }`, "", 52},
		{"texts", `{ articles(first: 100) { edges { node { text } } } }`, "", 50 + 100*(3+100)},
		{"counts", `{ eventStats { events } }`, "", 1050 + 1},
		{"counts by one dimension", `{ eventStats(by: [{dimension: TYPE}]) { buckets { events } } }`, "", 1050 + 22*(1+1) + 2},
		{"counts by two dimensions", `query($by: [By!]!) { eventStats(by: $by) { buckets { keys { value } events } } }`,
			`{"by": [{"dimension": "TIME", "first": 98}, {"dimension": "TYPE", "first": 8}]}`, 1050 + 1000*(1+1+4) + 500},
		{"a network", `{ network(first: 1000) { links { events source { name } } } }`, "", 1050 + 1000*(1+1+1) + 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := priceOf(t, h, c.query, c.variables)
			if got != c.price {
				t.Errorf("price %d, want %d", got, c.price)
			}
		})
	}
	t.Run("not told unless asked", func(t *testing.T) {
		if answer := post(t, h, `{ info { store } }`, ""); bytes.Contains(answer, []byte("price")) {
			t.Errorf("%s", answer)
		}
	})
	// Editors ask this when they start; its price is far from the limit's.
	t.Run("introspection", func(t *testing.T) {
		if price := priceOf(t, h, introspection.Query, ""); price > 150_000 {
			t.Errorf("price %d", price)
		}
	})
}

func priceOf(t *testing.T, h http.Handler, query, variables string) int {
	t.Helper()
	body, _ := json.Marshal(map[string]any{"query": query, "variables": json.RawMessage(variables + strings.Repeat("{}", max(0, 1-len(variables))))})
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("X-Query-Price", "1")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	var answer struct {
		Errors     []struct{ Message string }
		Extensions struct{ Price *int }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || answer.Extensions.Price == nil || len(answer.Errors) > 0 {
		t.Fatalf("%v in %.1000s", err, w.Body)
	}
	return *answer.Extensions.Price
}

// TestTooExpensive: what a client is told of a query that could answer too much, before
// anything is read for it.
func TestTooExpensive(t *testing.T) {
	counter := graphtest.NewCounter(new(graphtest.Reference))
	h := handler(t, counter)
	for _, c := range []struct{ name, query, says string }{
		{
			"pages multiply",
			`{ countries { edges { node { agencies { edges { node { people: officials { edges { node { statements { totalCount edges { node { quote } } } } } } } } } } } } }`,
			"countries(first: 20) × agencies(first: 20) × people(first: 20) × statements(first: 20)",
		},
		{"roots add up", `{ ` + aliased(50, `articles(first: 100) { edges { node { text } } }`) + ` }`, "a0(first: 100)"},
		{"fragments are counted wherever they are spread", `{ ` + aliased(50, `actors(first: 100) { ...P }`) + ` } fragment P on ActorConnection { edges { node { id events(first: 30) { totalCount edges { node { id } } } } } }`, "events(first: 30)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			answer := string(post(t, h, c.query, ""))
			if !strings.Contains(answer, `"code":"TOO_COMPLEX"`) || !strings.Contains(answer, `"argument":"first"`) || !strings.Contains(answer, c.says) {
				t.Errorf("%s", answer)
			}
		})
	}
	if counter.Total() > 0 {
		t.Errorf("the store was asked: %s", counter)
	}
}

// aliased is a field n times, each under a name of its own.
func aliased(n int, field string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d: %s ", i, field)
	}
	return b.String()
}
