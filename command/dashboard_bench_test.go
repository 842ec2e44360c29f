package command_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

// tiles are what a dashboard of twelve panels asks each time it is refreshed. HUB and MANY stand for
// actors with very many and with many events.
var tiles = []struct{ name, query string }{
	{"how many", `{ eventStats { events articles independentSources } }`},
	{"by month and type", `{ eventStats(by: [{dimension: TIME, first: 1000, rest: false}, {dimension: TYPE, first: 16}]) { buckets { keys { value } events score } } }`},
	{"by month, with articles and sources", `{ eventStats(by: [{dimension: TIME, first: 1000, rest: false}]) { buckets { keys { value } events articles independentSources } } }`},
	{"by week of a year", `{ eventStats(where: {since: "2019-01-01", until: "2019-12-31"}, by: [{dimension: TIME, interval: WEEK, first: 60, rest: false}, {dimension: QUAD}]) { buckets { keys { value } events } } }`},
	{"by status", `{ eventStats(reality: ALL, by: [{dimension: STATUS}]) { buckets { keys { label } events } } }`},
	{"by source country of a year", `{ eventStats(where: {since: "2019-01-01", until: "2019-12-31"}, by: [{dimension: SOURCE_COUNTRY, first: 15}]) { buckets { keys { label } events score } } }`},
	{"articles by month and publisher", `{ articleStats(by: [{dimension: TIME, first: 1000, rest: false}, {dimension: PUBLISHER, first: 10}]) { buckets { keys { value } articles } } }`},
	{"a hub by month and type", `{ eventStats(where: {actor: {id: ["HUB"]}}, by: [{dimension: TIME, first: 1000, rest: false}, {dimension: TYPE}]) { buckets { keys { value } events score } } }`},
	{"an actor by month and type", `{ eventStats(where: {actor: {id: ["MANY"]}}, by: [{dimension: TIME, first: 1000, rest: false}, {dimension: TYPE}]) { buckets { keys { value } events score } } }`},
	{"network of a year", `{ network(where: {since: "2019-01-01", until: "2019-12-31"}, first: 100) { links { source { name } target { name } directed events ties score } } }`},
	{"whom an actor meets", `{ node(id: "MANY") { ... on Actor { counterparts(first: 20) { edges { events node { name } } } } } }`},
	{"latest events", `{ events(first: 20) { edges { node { summary status when { start } evidence(first: 1) { edges { node { quote article { title publisher } } } } } } } }`},
}

// BenchmarkDashboard refreshes a dashboard every few seconds, all its tiles at once, while events are
// loaded into the same graph: no answer may be an error. It logs the times of each tile.
// DASHBOARD_BEFORE says how many events are there when it begins, DASHBOARD_EVENTS how many are
// loaded, DASHBOARD_EVERY how often it is refreshed, and DASHBOARD_GRAPH names a file of SQLite to
// begin with.
//
//	DASHBOARD_EVENTS=100000 go test -run '^$' -bench Dashboard/sqlite -benchtime 1x -timeout 1h ./command
func BenchmarkDashboard(b *testing.B) {
	every, err := time.ParseDuration(cmp.Or(os.Getenv("DASHBOARD_EVERY"), "5s"))
	if err != nil {
		b.Fatal(err)
	}
	for _, store := range []struct {
		name  string
		fresh func(testing.TB) place
	}{
		{"sqlite", func(t testing.TB) place {
			return place{name: "sqlite", address: "sqlite:" + cmp.Or(os.Getenv("DASHBOARD_GRAPH"), filepath.Join(t.TempDir(), "graph.db"))}
		}},
		{"neo4j", neo4jPlace},
	} {
		b.Run(store.name, func(b *testing.B) {
			p := store.fresh(b)
			for b.Loop() {
				refreshDuringLoad(b, p, every, eventsOf(b, "DASHBOARD_BEFORE", 0), eventsOf(b, "DASHBOARD_EVENTS", 2000))
			}
		})
	}
}

// eventsOf reads a number of events from the environment.
func eventsOf(b *testing.B, name string, otherwise int) int {
	b.Helper()
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), strconv.Itoa(otherwise)))
	if err != nil {
		b.Fatalf("%s: %v", name, err)
	}
	return n
}

func refreshDuringLoad(b *testing.B, p place, every time.Duration, before, events int) {
	const perArticle = 7
	loading := openPlace(b, p)
	info, err := loading.Info(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	newsroom := graphtest.NewNewsroom(graphtest.ShapeActors)
	load := func(from, to, size int) {
		for batch := range newsroom.BatchesFrom(from, to, size) {
			if _, err := loading.Write(b.Context(), batch); err != nil {
				b.Error(err)
				return
			}
		}
	}
	first := max(info.Articles, before/perArticle)
	load(info.Articles, first, 1000)
	api := schema.NewHandler(openPlace(b, p), schema.Options{Version: "test"})
	loaded, end := context.WithCancel(b.Context())
	began := time.Now()
	go func() {
		defer end()
		load(first, first+events/perArticle, 100)
	}()
	refresh := time.NewTicker(every)
	defer refresh.Stop()
	times := make([][]time.Duration, len(tiles))
	for rounds := 0; loaded.Err() == nil; rounds++ {
		askTiles(b, api, times)
		select {
		case <-refresh.C:
		case <-loaded.Done():
		}
	}
	took := time.Since(began)
	b.ReportMetric(float64(events)/took.Seconds(), "events/s")
	said := fmt.Sprintf("%d events loaded beside %d, %d refreshes, %v; milliseconds of each tile, the middle, the 95th of a hundred, the most:\n",
		events, first*perArticle, len(times[0]), took.Round(time.Second))
	var all []time.Duration
	for i, tile := range tiles {
		slices.Sort(times[i])
		all = append(all, times[i]...)
		n := len(times[i])
		said += fmt.Sprintf("| %s | %d | %d | %d |\n", tile.name, times[i][n/2].Milliseconds(), times[i][n*95/100].Milliseconds(), times[i][n-1].Milliseconds())
	}
	b.Log(said)
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Milliseconds()), "ms/tile")
	b.ReportMetric(float64(all[len(all)*95/100].Milliseconds()), "ms-95th")
	b.ReportMetric(float64(all[len(all)-1].Milliseconds()), "ms-at-most")
}

// askTiles asks all tiles at once, as a browser does, and notes how long each took.
func askTiles(b *testing.B, api http.Handler, times [][]time.Duration) {
	actors := strings.NewReplacer("HUB", string(graph.RegisteredActorID("bench:0")), "MANY", string(graph.RegisteredActorID("bench:300")))
	var all sync.WaitGroup
	for i, tile := range tiles {
		all.Go(func() {
			began := time.Now()
			text := answerOf(b, api, actors.Replace(tile.query))
			times[i] = append(times[i], time.Since(began))
			var answer struct{ Errors []json.RawMessage }
			if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) > 0 {
				b.Errorf("%s: %.500s, %v", tile.name, text, err)
			}
		})
	}
	all.Wait()
}
