// Package neo4j keeps a graph on a Neo4j server or cluster, for those who have outgrown a
// file or want to query the graph in Cypher themselves. Its answers are those of every other
// store.
//
//	store, err := neo4j.Open(ctx, "neo4j://localhost:7687", neo4j.Options{Username: "neo4j", Password: "…"})
//	if err != nil { … }
//	defer store.Close()
//	if err := store.Migrate(ctx); err != nil { … }
//
// The model; docs/graph-model.md has it whole, for people who write Cypher:
//
//	(:Actor:Agency)-[:SOURCE]->(:Fact:Event)-[:TARGET]->(:Actor:Group)
//	(:Actor:Official)<-[:FROM]-(:Fact:Tie)-[:TO]->(:Actor:Agency)
//	(:Actor:Official)-[:HOLDS_OFFICE {tie}]->(:Actor:Agency)       from each real tie of two actors
//	(:Fact)-[:AT]->(:Place)-[:WITHIN]->(:Place)                    (:Event)-[:ABOUT]->(:Event)
//	(:Evidence)-[:SUPPORTS]->(:Fact)     (:Evidence)-[:IN]->(:Article)     (:Evidence)-[:SPEAKER]->(:Actor)
//	(:Article)-[:MENTIONS {mention, start, end}]->(:Actor)         and (:Mention), which holds the whole
//
// Whatever has an id has the label Node and the property id. Only what is there now has the
// labels above; what was retracted or replaced has the label Closed instead. Days are
// numbers such as 20160425, 0 where unknown. Lists of records are JSON texts.
//
// The rest is the store's own: Counted (the counted values of actors), Rollup and ActorRollup (numbers of
// events by month, kept by every write), Change (the change log), Revision (earlier texts of articles),
// Sequencer (running counts), Migration.
//
// A reader may see some of a commit while the server is at applying it, as it isolates no
// reader from that; it sees the whole when it asks again.
//
// Where to look: migrations/ has constraints and indexes, cypher/ the statements; write.go
// is the order of a write, read from the top; find.go and expand.go answer lists, drive.go and
// seek.go find the few nodes that a list may start from, filter.go and search.go make its
// conditions; node_*.go say what a node of each class holds. aggregate.go, links.go and counterparts.go
// count: from what rollup.go keeps, or from what packed.go puts into events and an index holds.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/actorgraph/actorgraph/graph"
)

// Options are what an address does not say. The zero Options enter a server that asks for
// no password.
type Options struct {
	Username string // the address's own, if it has one, wins
	Password string
	Database string // the address's path, if it has one, wins; "" is the server's default

	Form graph.Form // in which lists are answered, for tests and measurements; the zero Form is the right one
}

// Store is a graph.Store on a Neo4j server. It is safe for use by several goroutines.
type Store struct {
	driver   neo4j.DriverWithContext
	database string
	form     graph.Form
	filling  filling

	mu     sync.RWMutex // held for reading by every running call
	closed bool

	turn    chan struct{} // one writer at a time in this process
	commits commits
}

var _ graph.Store = (*Store)(nil)

// retryFor is how long the driver repeats a transaction that failed for no fault of its own.
const retryFor = 5 * time.Second

// Open connects to the server at an address such as neo4j://user@host:7687/database, with
// neo4j+s or bolt as its scheme too. Constraints and indexes come with Migrate, which must be
// called once before anything else. A server that refuses the password is graph.ErrInvalid,
// one that cannot be reached graph.ErrUnavailable. The caller closes the store.
func Open(ctx context.Context, address string, o Options) (*Store, error) {
	target, o, err := parse(address, o)
	if err != nil {
		return nil, err
	}
	token := neo4j.NoAuth()
	if o.Username != "" || o.Password != "" {
		token = neo4j.BasicAuth(o.Username, o.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(target, token, func(c *config.Config) { c.MaxTransactionRetryTime = retryFor })
	if err != nil {
		return nil, &graph.ArgumentError{Argument: "store", Message: err.Error(), Hint: "write neo4j://host:7687"}
	}
	s := &Store{driver: driver, database: o.Database, form: o.Form, filling: filling{rows: batch}, turn: make(chan struct{}, 1)}
	if err := s.check(ctx, target); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// parse takes user and database out of an address; the driver wants neither there.
func parse(address string, o Options) (string, Options, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "", o, &graph.ArgumentError{Argument: "store", Message: "no address of a Neo4j server", Hint: "write neo4j://host:7687"}
	}
	if name := u.User.Username(); name != "" {
		o.Username = name
	}
	if password, ok := u.User.Password(); ok {
		o.Password = password
	}
	if path := strings.Trim(u.Path, "/"); path != "" {
		o.Database = path
	}
	u.User, u.Path, u.RawPath = nil, "", ""
	return u.String(), o, nil
}

// The oldest server whose Cypher has all that the statements use.
const oldestMajor, oldestMinor = 5, 26

// check finds out whether the server is there, lets us in, and is new enough.
func (s *Store) check(ctx context.Context, target string) error {
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		var refused *neo4j.Neo4jError
		if errors.As(err, &refused) && strings.HasPrefix(refused.Code, "Neo.ClientError.Security.") {
			hint := "check NEO4J_USERNAME and NEO4J_PASSWORD"
			if strings.HasSuffix(refused.Code, "RateLimit") {
				hint += "; after several wrong ones the server refuses everybody for some seconds"
			}
			return &graph.ArgumentError{Argument: "store", Message: fmt.Sprintf("%s refuses the user: %s", target, refused.Msg), Hint: hint}
		}
		return wrap(ctx, "connect to "+target, err)
	}
	if !newEnough(info.Agent()) {
		return fmt.Errorf("%s is %s, and actorgraph needs Neo4j %d.%d or newer: %w", target, info.Agent(), oldestMajor, oldestMinor, graph.ErrConflict)
	}
	if s.database != "" {
		return nil
	}
	// A session that names its database saves the driver from asking for it.
	return s.reading(ctx, "ask for the name of the database", func(r *reader) error {
		return r.each("CALL db.info() YIELD name RETURN name", nil, func(row *row) error {
			s.database = row.text("name")
			return nil
		})
	})
}

// newEnough reads "Neo4j/5.26.30". What names itself otherwise is given the benefit of the doubt.
func newEnough(agent string) bool {
	version, ok := strings.CutPrefix(agent, "Neo4j/")
	parts := strings.SplitN(version, ".", 3)
	if !ok || len(parts) < 2 {
		return true
	}
	major, err := strconv.Atoi(parts[0])
	minor, err2 := strconv.Atoi(parts[1])
	return err != nil || err2 != nil || major > oldestMajor || major == oldestMajor && minor >= oldestMinor
}

// Ping asks the server for an answer.
func (s *Store) Ping(ctx context.Context) error {
	err := s.reading(ctx, "ping", func(r *reader) error { return r.each("RETURN 1", nil, func(*row) error { return nil }) })
	if err != nil && !errors.Is(err, graph.ErrTimeout) && !errors.Is(err, graph.ErrUnavailable) {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	return err
}

// Close waits for running calls and leaves the server. A second Close does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	return s.driver.Close(context.Background())
}

// commits lets readers see whether a write of this process was committed while they looked,
// because one answer may take several statements, and the server gives each of them what is
// committed when it runs. It is no protection against the commits of other processes.
type commits struct {
	count atomic.Int64 // odd while one is under way
	mu    sync.RWMutex // held while one is under way
}

func (c *commits) begin() {
	c.mu.Lock()
	c.count.Add(1)
}

func (c *commits) end() {
	c.count.Add(1)
	c.mu.Unlock()
}
