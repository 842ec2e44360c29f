package neo4j_test

import (
	"os"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

func TestMain(m *testing.M) { os.Exit(testserver.Main(m)) }

// open opens a store on a server, and closes it when the test ends.
func open(t testing.TB, s testserver.Server) *neo4j.Store {
	t.Helper()
	return openForm(t, s, graph.FormAuto)
}

// openForm opens a store whose lists are forced into a form.
func openForm(t testing.TB, s testserver.Server, form graph.Form) *neo4j.Store {
	t.Helper()
	store, err := neo4j.Open(t.Context(), s.URI, neo4j.Options{Username: s.Username, Password: s.Password, Form: form})
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

func openEmpty(t testing.TB) graph.Store {
	t.Helper()
	store := open(t, testserver.Empty(t))
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return store
}

// TestConformance asks fewer random questions than the suite would by itself: each has a
// filter of its own, and so costs the server a plan of its own.
func TestConformance(t *testing.T) {
	const questions = "CONFORMANCE_QUERIES"
	if os.Getenv(questions) == "" {
		t.Setenv(questions, "240")
	}
	graphtest.Run(t, func(t testing.TB) graphtest.Subject {
		server := testserver.Empty(t)
		s := open(t, server)
		if err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		return graphtest.Subject{Store: s, Walk: openForm(t, server, graph.FormWalk), Drive: openForm(t, server, graph.FormDrive)}
	})
}
