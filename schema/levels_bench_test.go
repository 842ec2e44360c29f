package schema_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"path/filepath"
	"sync"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/sqlite"
	"github.com/actorgraph/actorgraph/schema"
)

const levelsQuery = `{ actors(order: MOST_EVENTS, first: 20) { edges { node { id name events(first: 10) { edges { node { id type status
	sources(first: 100) { id name } targets(first: 100) { id name } evidence(first: 3) { edges { node { id quote article { id title } } } } } } } } } } }`

// BenchmarkLevels answers one nested query in several ways from one SQLite file: through the API,
// by the calls of the store that the API makes for it, and by hand-written statements that
// read only the columns which are answered. nodes/op is the same for all.
func BenchmarkLevels(b *testing.B) {
	file := filepath.Join(b.TempDir(), "levels.db")
	store, err := sqlite.Open(b.Context(), file, sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	all := graphtest.NewWorld(1, 400).Extractions()
	for len(all) > 0 {
		n := min(len(all), 50)
		fill(b, store, all[:n])
		all = all[n:]
	}
	calls := &recorder{Reader: store}
	api := post(b, handler(b, calls), levelsQuery, "")
	db, err := sql.Open("sqlite", file+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	hand := newStatements(b, db)
	if got, want := bytes.Count(hand.answer(b), []byte(`"id":`)), bytes.Count(api, []byte(`"id":`)); got != want {
		b.Fatalf("the statements answer %d nodes, the API %d", got, want)
	}
	h, executor := handler(b, graph.Reader(store)), schema.NewPlainHandler(store)
	if len(calls.list) != 5 {
		b.Fatalf("%d calls", len(calls.list))
	}
	nodes := float64(bytes.Count(api, []byte(`"id":`)))
	for _, way := range []struct {
		name string
		do   func(b *testing.B)
	}{
		{"api", func(b *testing.B) { post(b, h, levelsQuery, "") }},
		{"api by gqlgen's executor", func(b *testing.B) { post(b, executor, levelsQuery, "") }},
		{"store", func(b *testing.B) {
			for _, call := range calls.list {
				if err := call(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		}},
		{"statements", func(b *testing.B) { hand.answer(b) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				way.do(b)
			}
			b.ReportMetric(nodes, "nodes/op")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/nodes, "µs/node")
		})
	}
}

// recorder keeps the calls that pass through it, to make them again.
type recorder struct {
	graph.Reader
	mu   sync.Mutex
	list []func(context.Context) error
}

func (r *recorder) keep(call func(context.Context) error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list = append(r.list, call)
}

func (r *recorder) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	r.keep(func(ctx context.Context) error { _, err := r.Reader.Find(ctx, q); return err })
	return r.Reader.Find(ctx, q)
}

func (r *recorder) Nodes(ctx context.Context, v graph.View, ids []graph.ID) ([]graph.Node, error) {
	r.keep(func(ctx context.Context) error { _, err := r.Reader.Nodes(ctx, v, ids); return err })
	return r.Reader.Nodes(ctx, v, ids)
}

func (r *recorder) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	r.keep(func(ctx context.Context) error { _, err := r.Reader.Expand(ctx, from, e); return err })
	return r.Reader.Expand(ctx, from, e)
}

// statements are the levels of levelsQuery by hand, prepared.
type statements struct{ actors, events, parts, evidence *sql.Stmt }

func newStatements(b *testing.B, db *sql.DB) statements {
	prepare := func(text string) *sql.Stmt {
		s, err := db.PrepareContext(b.Context(), text)
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	return statements{
		actors: prepare(`SELECT key, id, name FROM actor WHERE open = 1 ORDER BY events DESC, key DESC LIMIT 20`),
		events: prepare(`SELECT e.key, e.id, e.type, e.status FROM part AS p CROSS JOIN event AS e ON e.key = p.event
			WHERE p.actor = ? ORDER BY p.start DESC, p.event DESC LIMIT 10`),
		parts: prepare(`SELECT p.event, p.roles, a.id, a.name FROM json_each(?) AS k CROSS JOIN part AS p ON p.event = k.value AND p.standing < 2
			CROSS JOIN actor AS a ON a.key = p.actor ORDER BY p.event, p.rank`),
		evidence: prepare(`SELECT v.id, v.quote, a.id, a.title FROM evidence AS v CROSS JOIN article AS a ON a.key = v.article
			WHERE v.fact = ? AND v.open = 1 ORDER BY v.published, v.key LIMIT 3`),
	}
}

type (
	actorRow struct {
		key    int64
		ID     string      `json:"id"`
		Name   string      `json:"name"`
		Events []*eventRow `json:"events"`
	}
	eventRow struct {
		key      int64
		ID       string        `json:"id"`
		Type     string        `json:"type"`
		Status   string        `json:"status"`
		Sources  []nameRow     `json:"sources"`
		Targets  []nameRow     `json:"targets"`
		Evidence []evidenceRow `json:"evidence"`
	}
	nameRow struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	evidenceRow struct {
		ID      string     `json:"id"`
		Quote   string     `json:"quote"`
		Article articleRow `json:"article"`
	}
	articleRow struct {
		ID    string `json:"id"`
		Title string `json:"title"`
	}
)

func (s statements) answer(b *testing.B) []byte {
	ctx := b.Context()
	var actors []*actorRow
	each(b, s.actors, func(scan func(...any)) {
		a := &actorRow{}
		scan(&a.key, &a.ID, &a.Name)
		actors = append(actors, a)
	})
	var keys []int64
	events := map[int64]*eventRow{}
	for _, a := range actors {
		each(b, s.events, func(scan func(...any)) {
			e := &eventRow{}
			scan(&e.key, &e.ID, &e.Type, &e.Status)
			if known := events[e.key]; known != nil {
				e = known
			} else {
				keys, events[e.key] = append(keys, e.key), e
			}
			a.Events = append(a.Events, e)
		}, a.key)
	}
	in, _ := json.Marshal(keys)
	each(b, s.parts, func(scan func(...any)) {
		var event, roles int64
		var n nameRow
		scan(&event, &roles, &n.ID, &n.Name)
		if roles&1 != 0 {
			events[event].Sources = append(events[event].Sources, n)
		}
		if roles&2 != 0 {
			events[event].Targets = append(events[event].Targets, n)
		}
	}, string(in))
	for _, e := range events {
		each(b, s.evidence, func(scan func(...any)) {
			var v evidenceRow
			scan(&v.ID, &v.Quote, &v.Article.ID, &v.Article.Title)
			e.Evidence = append(e.Evidence, v)
		}, e.key)
	}
	text, err := json.Marshal(actors)
	if err != nil || ctx.Err() != nil {
		b.Fatal(err)
	}
	return text
}

func each(b *testing.B, s *sql.Stmt, row func(scan func(...any)), args ...any) {
	rows, err := s.QueryContext(b.Context(), args...)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		row(func(into ...any) {
			if err := rows.Scan(into...); err != nil {
				b.Fatal(err)
			}
		})
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
}
