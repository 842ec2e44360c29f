package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

// open opens an empty, migrated store of its own for a test.
func open(t testing.TB) *sqlite.Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "graph.db"))
}

func openAt(t testing.TB, path string) *sqlite.Store { return openIn(t, path, graph.FormAuto) }

// openIn opens a store whose lists are of one form.
func openIn(t testing.TB, path string, form graph.Form) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{Form: form})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	graphtest.Run(t, func(t testing.TB) graphtest.Subject {
		path := filepath.Join(t.TempDir(), "graph.db")
		return graphtest.Subject{Store: openAt(t, path), Walk: openIn(t, path, graph.FormWalk), Drive: openIn(t, path, graph.FormDrive)}
	})
}
