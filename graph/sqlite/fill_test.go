package sqlite_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// TestFill takes a file back to what it was before events were counted, and migrates it: the
// tables must hold what Write kept in them.
func TestFill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s := openAt(t, path)
	w := graphtest.NewWorld(7, 40)
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: w.Extractions()}); err != nil {
		t.Fatal(err)
	}
	// Some events go again, and some change.
	var again []graph.Extraction
	for i := range 20 {
		again = append(again, w.Extraction(i, 1, 2))
	}
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: again}); err != nil {
		t.Fatal(err)
	}
	if err := s.Retract(t.Context(), []graph.ID{w.Extraction(30, 0, 1).Article.ID}, "test"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db := raw(t, path)
	contents := func() []string {
		t.Helper()
		var out []string
		for _, text := range []string{
			"SELECT key || ' ' || hex(actors) || ' ' || hex(tellers) FROM event WHERE open = 1 ORDER BY key",
			"SELECT actor || ' ' || start || ' ' || event || ' ' || roles || ' ' || stop || ' ' || type || ' ' || status || ' ' || negated || ' ' || score || ' ' || coalesce(hex(actors), '-') FROM part ORDER BY actor, start, event",
			"SELECT start || ' ' || stop || ' ' || type || ' ' || quad || ' ' || status || ' ' || negated || ' ' || events || ' ' || score FROM event_sum ORDER BY start, stop, type, status, negated",
		} {
			rows, err := db.Query(text)
			if err != nil {
				t.Fatal(err)
			}
			for rows.Next() {
				var row string
				if err := rows.Scan(&row); err != nil {
					t.Fatal(err)
				}
				out = append(out, row)
			}
			if err := rows.Err(); err != nil {
				t.Fatal(err)
			}
		}
		return out
	}
	want := contents()
	if len(want) < 100 {
		t.Fatalf("only %d rows to compare", len(want))
	}
	for _, text := range []string{
		"DROP TABLE event_sum", "DROP INDEX event_newest", "DROP INDEX part_event",
		"ALTER TABLE event DROP COLUMN actors", "ALTER TABLE event DROP COLUMN tellers",
		"CREATE TABLE old_part (actor INTEGER, start INTEGER, event INTEGER, record INTEGER, roles INTEGER, standing INTEGER, rank INTEGER, PRIMARY KEY (actor, start, event)) WITHOUT ROWID",
		"INSERT INTO old_part SELECT actor, start, event, record, roles, standing, rank FROM part", "DROP TABLE part", "ALTER TABLE old_part RENAME TO part",
		"CREATE INDEX event_newest ON event (start, key) WHERE open = 1", "DROP INDEX tie_real",
		"DELETE FROM migration WHERE number > 3",
	} {
		if _, err := db.Exec(text); err != nil {
			t.Fatal(fmt.Errorf("%s: %w", text, err))
		}
	}
	openAt(t, path) // migrates
	if d := cmp.Diff(want, contents()); d != "" {
		t.Errorf("what Write keeps and what Migrate fills (-kept +filled):\n%s", d)
	}
}
