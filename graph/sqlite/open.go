// Package sqlite keeps a graph in one SQLite file, with nothing to install: it is the store
// that actorgraph uses unless told otherwise.
//
//	store, err := sqlite.Open(ctx, "news.db", sqlite.Options{})
//	if err != nil { … }
//	defer store.Close()
//	if err := store.Migrate(ctx); err != nil { … }
//
// One connection writes, in transactions that take the file's write lock at their start; a
// pool of others reads, each call in a snapshot of its own. So readers never wait for the
// writer, nor it for them. Other processes may read and write the same file.
//
// Where to look: migrations/ has the tables; write.go is the order of a write, read from the
// top; find.go and expand.go answer lists, drive.go finds the few nodes that a list may start
// from, filter.go and search.go make its conditions, nodes.go fetches what they found; row_*.go
// say what a row of each class holds. aggregate.go, links.go and counterparts.go count what
// matched.go finds, in rows to which packed.go added all that a count looks at.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/actorgraph/actorgraph/graph"
)

// Options are what may differ from store to store. The zero Options are good for a server.
type Options struct {
	Readers int           // connections that read at the same time; 0 is 8
	Wait    time.Duration // for another process that is writing; 0 is 10 seconds
	Form    graph.Form    // in which lists are answered, for tests and measurements; the zero Form is the right one
}

// Store is a graph.Store in one SQLite file. It is safe for use by several goroutines.
type Store struct {
	write *pool // of one connection
	read  *pool
	form  graph.Form

	mu     sync.RWMutex // held for reading by every running call
	closed bool
}

var _ graph.Store = (*Store)(nil)

// Open opens the file at path and makes it if it is not there. The tables come with Migrate,
// which must be called once before anything else. The caller closes the store.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	if path == "" {
		return nil, fmt.Errorf("a SQLite store needs the path of a file: %w", graph.ErrInvalid)
	}
	if o.Readers <= 0 {
		o.Readers = 8
	}
	if o.Wait <= 0 {
		o.Wait = 10 * time.Second
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open SQLite store %s: %w", path, err)
	}
	// Foreign keys are off: every row of a write is checked before and written in one place,
	// rows may refer to nodes that are not there (a place no fact leads to), and checking
	// them again costs a sixth of the rate of loading.
	// A batch of articles changes some 13,000 pages of a large file, most of which the next one changes
	// again: they are moved into the file every 32,000 pages.
	writer, err := sql.Open("sqlite", dsn(abs, o.Wait, "journal_mode(WAL)", "synchronous(FULL)", "wal_autocheckpoint(32000)", "cache_size(-64000)"))
	if err != nil {
		return nil, fmt.Errorf("open SQLite store %s: %w", path, err)
	}
	// Many readers with small caches: a short question need not wait for the long ones of a dashboard.
	// Nothing of the file is mapped into memory: that made no question quicker.
	reader, err := sql.Open("sqlite", dsn(abs, o.Wait, "query_only(1)", "cache_size(-4000)"))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open SQLite store %s: %w", path, err), writer.Close())
	}
	s := &Store{write: newPool(writer, 1), read: newPool(reader, o.Readers), form: o.Form}
	// The writer opens the file first: it makes it, and sets the journal that readers find.
	if err := s.write.with(ctx, "BEGIN", func(c *conn) error { return readable(ctx, c) }); err != nil {
		return nil, errors.Join(wrap(ctx, "open SQLite store "+path, err), s.Close())
	}
	return s, nil
}

// readable finds out whether the file is a SQLite file at all.
func readable(ctx context.Context, c *conn) error {
	return c.query(ctx, func([]any) error { return nil }, "SELECT count(*) FROM sqlite_schema")
}

// dsn writes an absolute path as the address the driver wants, whatever characters it has.
func dsn(path string, wait time.Duration, pragmas ...string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // a drive letter
		path = "/" + path
	}
	// SQLite would sooner read a whole table into an index of its own than look up each row in one of
	// ours, if a condition has a list of values: without statistics it takes them for few.
	q := url.Values{"_pragma": append([]string{
		fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds()), "temp_store(MEMORY)", "automatic_index(0)",
	}, pragmas...)}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}).String()
}

// reading runs do in a snapshot of the graph.
func (s *Store) reading(ctx context.Context, doing string, do func(*conn) error) error {
	err := s.call(ctx, doing, s.read, "BEGIN", do)
	if errors.Is(err, graph.ErrTimeout) {
		return fmt.Errorf("%w; narrow the question by date or actor", err)
	}
	return err
}

// writing runs do in a transaction that nobody else's write comes between.
func (s *Store) writing(ctx context.Context, doing string, do func(*conn) error) error {
	return s.call(ctx, doing, s.write, "BEGIN IMMEDIATE", do)
}

func (s *Store) call(ctx context.Context, doing string, p *pool, begin string, do func(*conn) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return errClosed
	}
	if ctx.Err() != nil {
		return wrap(ctx, doing, ctx.Err())
	}
	return wrap(ctx, doing, p.with(ctx, begin, do))
}

// Ping reads from the file.
func (s *Store) Ping(ctx context.Context) error {
	err := s.reading(ctx, "ping", func(c *conn) error { return readable(ctx, c) })
	if err != nil && !errors.Is(err, graph.ErrTimeout) && !errors.Is(err, graph.ErrUnavailable) {
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	return err
}

// Close waits for running calls and closes the file. A second Close does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	// Readers first: the last connection, which can write, then folds the journal into the file.
	return errors.Join(s.read.close(), s.write.close())
}
