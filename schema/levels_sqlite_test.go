package schema_test

import (
	"database/sql"
	"encoding/json"
	"testing"
)

// statements are the levels of levelsQuery by hand, prepared, for SQLite.
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
