package testserver

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/auth"
)

// marker is an index that marks a database as one that tests may empty. It survives the
// emptying, so that a test that was stopped halfway leaves a database tests can use again.
const marker = "actorgraph_test_database"

// Empty gives the server with an empty database: no node is left; constraints and indexes
// stay. A database that holds data and lacks the marker of tests fails the test.
func Empty(t testing.TB) Server {
	t.Helper()
	s := Running(t)
	s.connected(t, func(ctx context.Context, d neo4j.DriverWithContext) error {
		if err := claim(ctx, d); err != nil {
			return err
		}
		return run(ctx, d, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
	})
	return s
}

// Bare is Empty without constraints and indexes, but for the marker.
func Bare(t testing.TB) Server {
	t.Helper()
	s := Empty(t)
	s.connected(t, func(ctx context.Context, d neo4j.DriverWithContext) error {
		for _, what := range []struct{ one, all string }{
			{"CONSTRAINT", "CONSTRAINTS YIELD name"},
			{"INDEX", "INDEXES YIELD name, type WHERE type <> 'LOOKUP'"},
		} {
			names, err := column(ctx, d, "SHOW "+what.all+" RETURN name")
			if err != nil {
				return err
			}
			for _, name := range names {
				if name == marker {
					continue
				}
				if err := run(ctx, d, "DROP "+what.one+" `"+name.(string)+"` IF EXISTS"); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return s
}

// Run runs one statement on the server, beside the store under test, and gives the first
// column of its answer.
func (s Server) Run(t testing.TB, statement string) []any {
	t.Helper()
	var out []any
	s.connected(t, func(ctx context.Context, d neo4j.DriverWithContext) (err error) {
		out, err = column(ctx, d, statement)
		return err
	})
	return out
}

// Table runs one statement and gives its answer as text: a line of column names, then a line
// a row, columns aligned.
func (s Server) Table(t testing.TB, statement string) string {
	t.Helper()
	var b strings.Builder
	s.connected(t, func(ctx context.Context, d neo4j.DriverWithContext) error {
		result, err := neo4j.ExecuteQuery(ctx, d, statement, nil, neo4j.EagerResultTransformer)
		if err != nil {
			return err
		}
		w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, strings.Join(result.Keys, "\t"))
		for _, r := range result.Records {
			cells := make([]string, len(r.Values))
			for i, v := range r.Values {
				cells[i] = cell(v)
			}
			fmt.Fprintln(w, strings.Join(cells, "\t"))
		}
		return w.Flush()
	})
	return b.String()
}

// cell writes a value as a table shows it: nothing for NULL, a list with commas.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var parts []string
		for _, e := range v {
			parts = append(parts, cell(e))
		}
		return strings.Join(parts, ", ")
	}
	return strings.Join(strings.Fields(fmt.Sprint(v)), " ")
}

// claim marks the database, unless it holds what no test made.
func claim(ctx context.Context, d neo4j.DriverWithContext) error {
	marked, err := column(ctx, d, "SHOW INDEXES YIELD name WHERE name = '"+marker+"' RETURN name")
	if err != nil || len(marked) > 0 {
		return err
	}
	held, err := column(ctx, d, "MATCH (n) RETURN n LIMIT 1")
	if err != nil {
		return err
	}
	if len(held) > 0 {
		return fmt.Errorf("the database holds data that no test made: refused; tests empty their database, so give TEST_NEO4J_URI of an empty one")
	}
	return run(ctx, d, "CREATE INDEX "+marker+" IF NOT EXISTS FOR (n:ActorgraphTestDatabase) ON (n.id)")
}

func (s Server) connected(t testing.TB, do func(context.Context, neo4j.DriverWithContext) error) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	d, err := neo4j.NewDriverWithContext(s.URI, s.token())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(ctx)
	if err := do(ctx, d); err != nil {
		t.Fatalf("prepare %s: %v", s.URI, err)
	}
}

func (s Server) token() auth.TokenManager {
	if s.Username == "" {
		return neo4j.NoAuth()
	}
	return neo4j.BasicAuth(s.Username, s.Password, "")
}

func run(ctx context.Context, d neo4j.DriverWithContext, statement string) error {
	_, err := column(ctx, d, statement)
	return err
}

func column(ctx context.Context, d neo4j.DriverWithContext, statement string) ([]any, error) {
	session := d.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, nil)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	var out []any
	for _, r := range records {
		if len(r.Values) > 0 {
			out = append(out, r.Values[0])
		}
	}
	return out, nil
}
