package neo4j_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// observer is a test that may fail without failing the test that watches it.
type observer struct {
	testing.TB
	said string
}

func (o *observer) Helper() {}

func (o *observer) Fatalf(format string, args ...any) {
	o.said = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// TestForeignDatabaseIsRefused holds the test server to its promise: it never empties a
// database that holds what no test made.
func TestForeignDatabaseIsRefused(t *testing.T) {
	server := testserver.Empty(t)
	server.Run(t, "DROP INDEX actorgraph_test_database")
	server.Run(t, "CREATE (:Invoice)")
	o := &observer{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		testserver.Empty(o)
	}()
	<-done
	if !strings.Contains(o.said, "refused") {
		t.Errorf("it said %q, want that it refused", o.said)
	}
	if n := server.Run(t, "MATCH (n:Invoice) DETACH DELETE n RETURN 1"); len(n) != 1 {
		t.Errorf("%d nodes are left of the 1 that was there", len(n))
	}
	testserver.Empty(t) // marked again
}
