package schema_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

// TestGoldenOnSQLite: the same answers, by the same calls, from a real store.
func TestGoldenOnSQLite(t *testing.T) {
	store := openSQLite(t)
	fill(t, store, world())
	runGoldens(t, store, false)
}

// TestStoresAgree asks a generated world in SQLite and the same one in memory for nearly
// every field, cursors too.
func TestStoresAgree(t *testing.T) {
	batch := graphtest.NewWorld(11, 20).Extractions()
	memory, file := new(graphtest.Reference), openSQLite(t)
	fill(t, memory, batch)
	fill(t, file, batch)
	for _, query := range wide {
		want, got := post(t, handler(t, memory), query, ""), post(t, handler(t, file), query, "")
		if diff := cmp.Diff(indent(t, want), indent(t, got)); diff != "" {
			t.Errorf("answers differ (-memory +SQLite)\n%s", diff)
		}
	}
}

func openSQLite(t testing.TB) graph.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}
