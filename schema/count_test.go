package schema_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// counts is what answers with counts have in common.
type counts struct {
	Where    string
	Events   int
	Articles int
	Keys     []struct{ Value string }
}

// TestBucketsFindWhatTheyCount gives the where of every bucket, link and counterpart back to the
// list it is of: the list holds as many.
func TestBucketsFindWhatTheyCount(t *testing.T) {
	t.Run("reference", func(t *testing.T) { bucketsFindWhatTheyCount(t, new(graphtest.Reference)) })
	t.Run("sqlite", func(t *testing.T) { bucketsFindWhatTheyCount(t, openSQLite(t)) })
}

func bucketsFindWhatTheyCount(t *testing.T, store graph.Store) {
	fill(t, store, graphtest.NewWorld(11, 40).Extractions())
	h := handler(t, store)
	s := parseSchema(t)
	r := rand.New(rand.NewPCG(1, 2))
	asked := map[string]int{}
	for range 150 {
		where, reality := randomEventWhere(r), pickOf(r, "REAL", "CLAIMED", "ALL")
		var stats struct{ Buckets []counts }
		query := fmt.Sprintf(`query($w: EventWhere) { stats: eventStats(where: $w, reality: %s, by: [%s]) { events buckets { events where keys { value } } } }`, reality, randomBy(r, s, "EventDimension"))
		questionAbout(t, h, query, where, "stats", &stats)
		for _, b := range stats.Buckets {
			asked["events"]++
			if n := total(t, h, "events", "EventWhere", b.Where); n != b.Events {
				t.Fatalf("%s\nwith %s: bucket %v counts %d events, %s finds %d", query, where, b.Keys, b.Events, b.Where, n)
			}
		}
	}
	for range 30 {
		query := fmt.Sprintf(`query($w: ArticleWhere) { stats: articleStats(where: $w, by: [%s]) { articles buckets { articles where keys { value } } } }`, randomBy(r, s, "ArticleDimension"))
		var stats struct{ Buckets []counts }
		questionAbout(t, h, query, pickOf(r, `null`, `{"titleContains": "the"}`, `{"since": "2016-01-01", "key": {"dimension": "LANGUAGE", "notIn": [""]}}`), "stats", &stats)
		for _, b := range stats.Buckets {
			asked["articles"]++
			if n := total(t, h, "articles", "ArticleWhere", b.Where); n != b.Articles {
				t.Fatalf("%s: bucket %v counts %d articles, %s finds %d", query, b.Keys, b.Articles, b.Where, n)
			}
		}
	}
	for range 20 {
		where, reality := randomEventWhere(r), pickOf(r, "REAL", "CLAIMED", "ALL")
		var network struct{ Links []counts }
		questionAbout(t, h, `query($w: EventWhere) { network(where: $w, reality: `+reality+`, minEvents: 0, first: 40) { links { events where } } }`, where, "network", &network)
		for _, l := range network.Links {
			asked["links"]++
			if n := total(t, h, "events", "EventWhere", l.Where); n != l.Events {
				t.Fatalf("a link counts %d events, %s finds %d", l.Events, l.Where, n)
			}
		}
		var actors struct {
			Edges []struct {
				Node struct{ Counterparts struct{ Edges []counts } }
			}
		}
		questionAbout(t, h, `query($w: EventWhere) { actors(order: MOST_EVENTS, first: 8) { edges { node { counterparts(where: $w, reality: `+reality+`, first: 5) { edges { events where } } } } } }`, where, "actors", &actors)
		for _, a := range actors.Edges {
			for _, c := range a.Node.Counterparts.Edges {
				asked["counterparts"]++
				if n := total(t, h, "events", "EventWhere", c.Where); n != c.Events {
					t.Fatalf("a counterpart shares %d events, %s finds %d", c.Events, c.Where, n)
				}
			}
		}
	}
	for what, least := range map[string]int{"events": 500, "articles": 40, "links": 50, "counterparts": 50} {
		if asked[what] < least {
			t.Errorf("only %d %s were looked at", asked[what], what)
		}
	}
	t.Logf("given back: %v", asked)
}

func randomEventWhere(r *rand.Rand) string {
	return pickOf(r, `null`, `null`, `{}`, `{"type": ["COERCE", "ASSAULT", "CONSULT"]}`, `{"since": "2015-06-01", "match": "STARTS"}`,
		`{"source": {"kind": ["AGENCY", "COUNTRY"]}, "not": {"disputed": true}}`, `{"or": [{"dated": false}, {"article": {"since": "2016-01-01"}, "speaker": {"named": true}}]}`,
		`{"actor": {"named": false}}`)
}

// randomBy are none to two dimensions.
func randomBy(r *rand.Rand, s *ast.Schema, enum string) string {
	var all []string
	values := s.Types[enum].EnumValues
	for range r.IntN(3) {
		dimension := values[r.IntN(len(values))].Name
		interval := ""
		if (dimension == "TIME" || dimension == "PUBLISHED") && r.IntN(3) > 0 {
			interval = ", interval: " + pickOf(r, "DAY", "WEEK", "MONTH", "QUARTER", "YEAR")
		}
		all = append(all, fmt.Sprintf("{dimension: %s%s, first: %d, rest: %t, zeros: %t}", dimension, interval, 1+r.IntN(5), r.IntN(2) == 0, r.IntN(4) == 0))
	}
	return strings.Join(all, ", ")
}

// questionAbout decodes one root field of the answer to a query with the variable w.
func questionAbout(t *testing.T, h http.Handler, query, w, field string, into any) {
	t.Helper()
	var answer struct{ Data map[string]json.RawMessage }
	text := post(t, h, query, `{"w": `+w+`}`)
	if bytes.Contains(text, []byte(`"errors"`)) {
		t.Fatalf("%s\nwith %s\n%.2000s", query, w, text)
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(answer.Data[field], into); err != nil {
		t.Fatalf("%v: %s", err, answer.Data[field])
	}
}

// total is how many a list holds.
func total(t *testing.T, h http.Handler, list, input, where string) int {
	t.Helper()
	var page struct{ TotalCount int }
	questionAbout(t, h, fmt.Sprintf(`query($w: %s) { page: %s(where: $w) { totalCount } }`, input, list), where, "page", &page)
	return page.TotalCount
}

// TestCountsReadWhatIsSelected: articles and independent sources cost more, and dimensions do,
// so they are asked of the store only for who selects what they bring.
func TestCountsReadWhatIsSelected(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	seen := &asking{Reader: store}
	h := handler(t, seen)
	for _, c := range []struct {
		query    string
		by       int
		distinct bool
	}{
		{`{ eventStats(by: [{dimension: TYPE}]) { events } }`, 0, false},
		{`{ eventStats(by: [{dimension: TYPE}]) { articles } }`, 0, true},
		{`{ eventStats(by: [{dimension: TYPE}]) { truncated } }`, 1, false},
		{`{ eventStats(by: [{dimension: TYPE}]) { buckets { events score } } }`, 1, false},
		{`{ eventStats(by: [{dimension: TYPE}]) { buckets { ...B } } } fragment B on EventBucket { independentSources }`, 1, true},
		{`{ eventStats(by: [{dimension: ACTOR}]) { buckets { keys { actor { events { edges { node { numbers { text } } } } } } } } }`, 1, false},
		{`{ articleStats(by: [{dimension: PUBLISHER}]) { buckets { articles } } }`, 1, false},
	} {
		seen.a = graph.Aggregation{}
		if answer := post(t, h, c.query, ""); bytes.Contains(answer, []byte(`"errors"`)) {
			t.Fatalf("%s", answer)
		}
		if len(seen.a.By) != c.by || seen.a.Distinct != c.distinct {
			t.Errorf("%s: %d dimensions, distinct %t", c.query, len(seen.a.By), seen.a.Distinct)
		}
	}
}

// TestCountMistakes: what no store can count is told by the argument at fault.
func TestCountMistakes(t *testing.T) {
	h := handler(t, new(graphtest.Reference))
	for _, c := range []struct{ query, argument string }{
		{`{ eventStats(by: [{dimension: TYPE}, {dimension: MODE}, {dimension: QUAD}]) { events } }`, "by"},
		{`{ eventStats(by: [{dimension: TYPE, interval: DAY}]) { events } }`, "by[0].interval"},
		{`{ eventStats(by: [{dimension: TIME}, {dimension: TYPE, first: 0}]) { events } }`, "by[1].first"},
		{`{ eventStats(by: {dimension: TYPE, first: 1001}) { events } }`, "by[0].first"},
		{`{ eventStats(where: {key: {dimension: TIME, in: ["April"]}}) { events } }`, "where.key"},
		{`{ articleStats(where: {and: [{key: {dimension: PUBLISHER, interval: DAY}}]}) { articles } }`, "where.and[0].key"},
		{`{ network(first: 0) { truncated } }`, "first"},
		{`{ network(first: 1001) { truncated } }`, "first"},
		{`{ network(minEvents: -1) { truncated } }`, "minEvents"},
		{`{ network(tiesWhere: {begins: {since: "2016-02-01", until: "2016-01-01"}}) { truncated } }`, "tiesWhere.begins"},
		{`{ network(actors: {nameContains: "a"}) { truncated } }`, "actors.nameContains"},
	} {
		var answer struct {
			Errors []struct {
				Extensions struct{ Code, Argument string }
			}
		}
		text := post(t, h, c.query, "")
		if err := json.Unmarshal(text, &answer); err != nil || len(answer.Errors) != 1 {
			t.Fatalf("%s: %v %s", c.query, err, text)
		}
		if e := answer.Errors[0].Extensions; e.Code != "BAD_USER_INPUT" || e.Argument != c.argument {
			t.Errorf("%s: %s", c.query, text)
		}
	}
}

// asking is a store that remembers what it was last asked to count.
type asking struct {
	graph.Reader
	a graph.Aggregation
}

func (s *asking) Aggregate(ctx context.Context, a graph.Aggregation) (graph.Buckets, error) {
	s.a = a
	return s.Reader.Aggregate(ctx, a)
}
