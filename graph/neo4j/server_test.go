package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// endless is a question that no server answers in time.
const endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a < 0 RETURN a"

func TestServerErrors(t *testing.T) {
	s := openEmpty(t).(*neo4j.Store)
	t.Run("constraint", func(t *testing.T) {
		if err := s.Exec(t.Context(), "CREATE (:Node {id: 'twice'}), (:Node {id: 'twice'})", nil); !errors.Is(err, graph.ErrConflict) {
			t.Errorf("error %v, want ErrConflict", err)
		}
	})
	t.Run("deadline", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if err := s.Read(ctx, endless); !errors.Is(err, graph.ErrTimeout) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v, want ErrTimeout and the context's own", err)
		}
	})
	t.Run("caller gone", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(20*time.Millisecond, cancel)
		if err := s.Read(ctx, endless); !errors.Is(err, graph.ErrTimeout) || !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want ErrTimeout and the context's own", err)
		}
	})
	t.Run("a mistake of ours", func(t *testing.T) {
		err := s.Read(t.Context(), "RETURN nonsense")
		for _, known := range []error{graph.ErrInvalid, graph.ErrUnavailable, graph.ErrTimeout, graph.ErrConflict} {
			if err == nil || errors.Is(err, known) {
				t.Errorf("error %v, want one without a meaning to callers", err)
			}
		}
	})
	t.Run("writing through a reader", func(t *testing.T) {
		if err := s.Read(t.Context(), "CREATE (:Node {id: 'x'})"); err == nil {
			t.Error("a call for reading wrote")
		}
	})
	t.Run("deadlock", func(t *testing.T) {
		tries := 0
		err := s.Try(t.Context(), func() error {
			if tries++; tries == 1 {
				return fmt.Errorf("write nodes: %w", &driver.Neo4jError{Code: "Neo.TransientError.Transaction.DeadlockDetected"})
			}
			return nil
		})
		if err != nil || tries != 2 {
			t.Errorf("%d tries, error %v; want a second that succeeds", tries, err)
		}
	})
	t.Run("refused for good", func(t *testing.T) {
		tries := 0
		err := s.Try(t.Context(), func() error {
			tries++
			return fmt.Errorf("write nodes: %w", &driver.Neo4jError{Code: "Neo.ClientError.Schema.ConstraintValidationFailed"})
		})
		if !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), "write nodes") || tries != 1 {
			t.Errorf("%d tries, error %v; want one, and ErrConflict that says at what", tries, err)
		}
	})
	t.Run("goes on", func(t *testing.T) {
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

func TestUnknownDatabase(t *testing.T) {
	server := testserver.Running(t)
	s, err := neo4j.Open(t.Context(), server.URI, neo4j.Options{Username: server.Username, Password: server.Password, Database: "nosuch"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Migrate(t.Context()); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("error %v, want ErrInvalid", err)
	}
}

// TestRouting reads and writes the way it is done with a cluster: the server says who does what.
func TestRouting(t *testing.T) {
	server := testserver.Empty(t)
	routed := server
	routed.URI = strings.Replace(server.URI, "bolt", "neo4j", 1)
	s := open(t, routed)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	x := graphtest.NewWorld(1, 1).Extraction(0, 0, 1)
	write(t, s, x)
	nodes, err := s.Nodes(t.Context(), graph.View{}, []graph.ID{x.Article.ID}, graph.Whole)
	if err != nil || nodes[0] == nil {
		t.Errorf("%v, error %v; want the article just written", nodes, err)
	}
}

// TestFailedWriteLeavesNothing fails a write at its very end: nothing of it may stay.
func TestFailedWriteLeavesNothing(t *testing.T) {
	server := testserver.Empty(t)
	s := open(t, server)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	// An entry that the log of the write runs into.
	server.Run(t, "CREATE (:Change {sequence: 1})")
	before := server.Run(t, "MATCH (n) RETURN count(n)")
	x := graphtest.NewWorld(1, 1).Extraction(0, 0, 1)
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}}); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("error %v, want ErrConflict", err)
	}
	if after := server.Run(t, "MATCH (n) RETURN count(n)"); after[0] != before[0] {
		t.Errorf("%d nodes after a write that failed, before %d", after[0], before[0])
	}
	server.Run(t, "MATCH (c:Change) DELETE c")
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}}); err != nil {
		t.Errorf("the same write without the obstacle: %v", err)
	}
}
