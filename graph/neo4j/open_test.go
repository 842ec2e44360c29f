package neo4j_test

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

func TestMigrate(t *testing.T) {
	server := testserver.Bare(t)
	s := open(t, server)
	// The server keeps what a first, stopped attempt made.
	if err := s.Exec(t.Context(), "CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE", nil); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("migrations/*.cypher")
	if err != nil || len(files) == 0 {
		t.Fatalf("migrations %v, error %v", files, err)
	}
	for _, time := range []string{"first", "second"} {
		if err := s.Migrate(t.Context()); err != nil {
			t.Fatalf("%s time: %v", time, err)
		}
		want := []any{fmt.Sprintf("%d %s", len(files), filepath.Base(files[len(files)-1]))}
		got := server.Run(t, "MATCH (m:Migration) RETURN m.number + ' ' + m.name ORDER BY m.number DESC LIMIT 1")
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s time, last migration (-want +got):\n%s", time, d)
		}
	}
	want := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want += strings.Count(string(text), "IF NOT EXISTS")
	}
	made := server.Run(t, "SHOW INDEXES YIELD name, type, state WHERE type <> 'LOOKUP' AND state = 'ONLINE' RETURN name")
	// One of the indexes is the marker of tests.
	if len(made)-1 != want {
		t.Errorf("%d indexes and constraints are online, want %d: %v", len(made)-1, want, made)
	}
	x := graphtest.NewWorld(1, 1).Extraction(0, 0, 1)
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}}); err != nil {
		t.Errorf("write after the migration: %v", err)
	}
}

func TestMigrateRefuses(t *testing.T) {
	for name, tt := range map[string]struct{ data, says string }{
		"newer database":              {"CREATE (:Migration {number: 999, name: 'x'})", "newer actorgraph"},
		"database of another program": {"CREATE (:Invoice)", "another program"},
	} {
		t.Run(name, func(t *testing.T) {
			server := testserver.Empty(t)
			server.Run(t, tt.data)
			err := open(t, server).Migrate(t.Context())
			if !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v, want ErrConflict that says %q", err, tt.says)
			}
			if n := server.Run(t, "MATCH (n) RETURN n"); len(n) != 1 {
				t.Errorf("%d nodes, want the one that was there", len(n))
			}
		})
	}
}

func TestParseAddress(t *testing.T) {
	for _, tt := range []struct {
		address string
		given   neo4j.Options
		target  string
		options neo4j.Options
	}{
		{"neo4j://db:7687", neo4j.Options{Username: "a", Password: "b"}, "neo4j://db:7687", neo4j.Options{Username: "a", Password: "b"}},
		{"neo4j+s://amy@db/news", neo4j.Options{Username: "a", Password: "b", Database: "x"}, "neo4j+s://db", neo4j.Options{Username: "amy", Password: "b", Database: "news"}},
		{"bolt://amy:secret@[::1]:7687/", neo4j.Options{}, "bolt://[::1]:7687", neo4j.Options{Username: "amy", Password: "secret"}},
	} {
		target, options, err := neo4j.ParseAddress(tt.address, tt.given)
		if err != nil || target != tt.target || options != tt.options {
			t.Errorf("%s: %s, %+v, %v; want %s, %+v", tt.address, target, options, err, tt.target, tt.options)
		}
	}
}

func FuzzParseAddress(f *testing.F) {
	for _, address := range []string{"", "neo4j://", "neo4j://amy:p@h:1/db", "bolt://%zz", "neo4j:x", "://@"} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		target, _, err := neo4j.ParseAddress(address, neo4j.Options{})
		if err != nil && (!errors.Is(err, graph.ErrInvalid) || strings.Contains(err.Error(), "@")) {
			t.Errorf("%q: error %v", address, err)
		}
		if err == nil && strings.Contains(target, "@") {
			t.Errorf("%q leaves the user in %q", address, target)
		}
	})
}

func TestOpenRefuses(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := "bolt://" + l.Addr().String()
	l.Close()
	for address, want := range map[string]error{
		nobody:              graph.ErrUnavailable,
		"neo4j":             graph.ErrInvalid,
		"gopher://host:70/": graph.ErrInvalid,
	} {
		if s, err := neo4j.Open(t.Context(), address, neo4j.Options{}); !errors.Is(err, want) {
			t.Errorf("%s: %v, error %v; want %v", address, s, err, want)
		}
	}
}

func TestNewEnough(t *testing.T) {
	for agent, want := range map[string]bool{
		"Neo4j/5.26.30": true, "Neo4j/5.25.1": false, "Neo4j/4.4.9": false, "Neo4j/2026.08.1": true, "Other/1.0": true, "": true,
	} {
		if got := neo4j.NewEnough(agent); got != want {
			t.Errorf("%q: %v, want %v", agent, got, want)
		}
	}
}

// TestMeaning holds the mapping of errors that a test cannot easily bring about.
func TestMeaning(t *testing.T) {
	said := func(code string) error { return &driver.Neo4jError{Code: code} }
	for _, tt := range []struct {
		err  error
		want error
	}{
		{said("Neo.ClientError.Security.Unauthorized"), graph.ErrInvalid},
		{said("Neo.ClientError.Security.AuthenticationRateLimit"), graph.ErrInvalid},
		{said("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"), graph.ErrTimeout},
		{said("Neo.TransientError.Transaction.DeadlockDetected"), graph.ErrUnavailable},
		{said("Neo.TransientError.General.DatabaseUnavailable"), graph.ErrUnavailable},
		{said("Neo.ClientError.Schema.ConstraintValidationFailed"), graph.ErrConflict},
		{said("Neo.ClientError.Database.DatabaseNotFound"), graph.ErrInvalid},
		{said("Neo.ClientError.Statement.SyntaxError"), nil},
		{&driver.ConnectivityError{}, graph.ErrUnavailable},
		{&driver.TransactionExecutionLimit{Errors: []error{said("Neo.ClientError.Schema.ConstraintValidationFailed")}}, graph.ErrConflict},
		{&driver.TransactionExecutionLimit{Errors: []error{errors.New("x")}}, graph.ErrUnavailable},
		{fmt.Errorf("in a wrapping: %w", &driver.ConnectivityError{}), graph.ErrUnavailable},
		{errors.New("x"), nil},
	} {
		if got := neo4j.Meaning(tt.err); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.err, got, tt.want)
		}
	}
}

// TestMigrateFills brings a database up to date whose events were written when nothing was kept
// to count them by.
func TestMigrateFills(t *testing.T) {
	server := testserver.Bare(t)
	s := open(t, server)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	write(t, s, graphtest.NewWorld(5, 16).Extractions()...)
	write(t, s, graphtest.Crowd(200)) // too many for the index
	kept := func() [5][]string {
		return [5][]string{
			texts(server.Run(t, "MATCH (n:Event) RETURN n.id + ' ' + n.actors + ' ' + coalesce(n.allActors, '')")),
			texts(server.Run(t, "MATCH (n:ActorRollup) RETURN n.key + ' ' + n.actor + ' ' + n.roles + ' ' + n.start + ' ' + n.end + ' ' + n.type + ' ' + n.quad + ' ' + n.status + ' ' + toString(n.negated) + ' ' + n.events + ' ' + n.sum")),
			packed(server.Run(t, "MATCH (n:Rollup) RETURN [n.key, n.articles, n.origins]")),
			texts(server.Run(t, "MATCH (n:Rollup) RETURN n.key + ' ' + n.start + ' ' + n.end + ' ' + n.type + ' ' + n.quad + ' ' + n.status + ' ' + toString(n.negated) + ' ' + n.events + ' ' + n.sum")),
			texts(server.Run(t, "MATCH (n:Event) UNWIND n.articleIds + coalesce(n.origins, []) AS teller RETURN n.id + ' ' + teller")),
		}
	}
	want := kept()
	for _, older := range []string{
		"MATCH (n:Rollup) DELETE n",
		"MATCH (n:ActorRollup) DELETE n",
		"DROP CONSTRAINT actor_rollup_key",
		"DROP INDEX actor_rollup_actor",
		"MATCH (n:Event) REMOVE n.articleIds, n.origins, n.actors, n.allActors",
		"MATCH (n:Migration) WHERE n.number >= 3 DELETE n",
		"DROP CONSTRAINT rollup_key",
	} {
		if err := s.Exec(t.Context(), older, nil); err != nil {
			t.Fatal(err)
		}
	}
	// A few at a time, and now and then a transaction fails as one does that meets another's locks.
	tries := 0
	s.FillBy(7, func() error {
		if tries++; tries%9 == 1 {
			return &driver.Neo4jError{Code: "Neo.TransientError.Transaction.DeadlockDetected"}
		}
		return nil
	})
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if tries < 20 {
		t.Fatalf("%d tries: too few steps, so this shows nothing", tries)
	}
	if n := server.Run(t, "MATCH (n:Event) WHERE n.actors = '*' RETURN n.id"); len(n) != 1 {
		t.Fatalf("%d events whose participants stand elsewhere, want the one of many", len(n))
	}
	for _, rows := range want {
		if len(rows) < 10 {
			t.Fatal("the world has hardly any events, so this shows nothing")
		}
	}
	if d := cmp.Diff(want, kept()); d != "" {
		t.Errorf("(-written +filled):\n%s", d)
	}
}

// packed are rows of any values as sorted texts.
func packed(rows []any) []string {
	var out []string
	for _, row := range rows {
		out = append(out, fmt.Sprint(row))
	}
	slices.Sort(out)
	return out
}
