package command_test

import (
	"database/sql"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	_ "modernc.org/sqlite"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
	"github.com/actorgraph/actorgraph/graph/open"
)

// place is where a test keeps a graph that the program works on in a process of its own.
type place struct {
	name    string
	address string
	// snapshots: what one call of the store reads is of one moment.
	snapshots bool
	// settled waits until nothing is under way that a killed process had begun, and checks
	// what the store's own tools check.
	settled func(t testing.TB)
}

// onEachStore runs a test in an empty place of each kind. fresh empties the place.
func onEachStore(t *testing.T, do func(t *testing.T, fresh func(testing.TB) place)) {
	t.Run("sqlite", func(t *testing.T) { do(t, sqlitePlace) })
	t.Run("neo4j", func(t *testing.T) { do(t, neo4jPlace) })
}

func sqlitePlace(t testing.TB) place {
	path := filepath.Join(t.TempDir(), "graph.db")
	return place{"sqlite", "sqlite:" + path, true, func(t testing.TB) { checkFile(t, path) }}
}

// checkFile has SQLite check its file: pages, indexes, references.
func checkFile(t testing.TB, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, check := range []string{"PRAGMA integrity_check", "PRAGMA foreign_key_check"} {
		rows, err := db.QueryContext(t.Context(), check)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var said string
			if err := rows.Scan(&said); err != nil || said != "ok" {
				t.Errorf("%s: %s, %v", check, said, err)
			}
		}
		if err := rows.Err(); err != nil {
			t.Errorf("%s: %v", check, err)
		}
	}
}

// neo4jPlace is a server for tests; the program learns from the environment how to enter.
func neo4jPlace(t testing.TB) place {
	server := testserver.Empty(t)
	for name, value := range map[string]string{"NEO4J_USERNAME": server.Username, "NEO4J_PASSWORD": server.Password, "NEO4J_DATABASE": ""} {
		t.Setenv(name, value)
	}
	return place{"neo4j", server.URI, false, func(t testing.TB) { awaitTransactions(t, server) }}
}

// awaitTransactions waits until the server has ended what a client began that is no more: a
// commit that was under way when the client died may come after its death.
func awaitTransactions(t testing.TB, server testserver.Server) {
	t.Helper()
	const others = "SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW TRANSACTIONS' RETURN transactionId"
	for len(server.Run(t, others)) > 0 {
		if t.Context().Err() != nil {
			t.Fatal("transactions of a client that is gone do not end")
		}
	}
}

// openPlace opens the graph and closes it when the test ends, if not before.
func openPlace(t testing.TB, p place) graph.Store {
	t.Helper()
	store, err := open.Open(t.Context(), p.address, open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}

// logOf is the whole change log.
func logOf(t testing.TB, r graph.Reader) []graph.Change {
	t.Helper()
	var log []graph.Change
	for {
		more, err := r.Changes(t.Context(), graph.Sequence(len(log)), graph.MaxChanges)
		if err != nil {
			t.Fatal(err)
		}
		if len(more) == 0 {
			return log
		}
		if at := more[0].Sequence; at != graph.Sequence(len(log)+1) {
			t.Fatalf("entry %d follows %d in the log", at, len(log))
		}
		log = append(log, more...)
	}
}

// difference says how two lists of nodes differ, "" if they do not; the beginning of it, if
// it is long.
func difference(want, got []graph.Node) string {
	if len(want) == len(got) {
		var a, b []graph.Node
		for i := range want {
			if !reflect.DeepEqual(want[i], got[i]) { // mostly they are, and this is much quicker
				a, b = append(a, want[i]), append(b, got[i])
			}
		}
		want, got = a, b
	}
	diff := cmp.Diff(want, got, cmpopts.EquateEmpty())
	return diff[:min(len(diff), 5000)]
}
