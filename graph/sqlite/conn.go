package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync"
)

// Bounds of the prepared statements that one connection keeps. Shapes of questions are few and
// short; only whoever varies a filter without end gets there.
const (
	maxStatements = 300
	maxStatement  = 8 << 10 // bytes of text; a longer one is prepared each time
)

// conn is one connection with the statements it has prepared. One goroutine at a time uses it.
type conn struct {
	*sql.Conn
	statements map[string]*sql.Stmt
}

// prepare gives the statement of a text, prepared once, and what to do when done with it.
func (c *conn) prepare(ctx context.Context, text string) (*sql.Stmt, func(), error) {
	keep := func() {}
	if s := c.statements[text]; s != nil {
		return s, keep, nil
	}
	if len(text) > maxStatement {
		s, err := c.PrepareContext(ctx, text)
		if err != nil {
			return nil, nil, err
		}
		return s, func() { s.Close() }, nil
	}
	if len(c.statements) == maxStatements {
		for _, s := range c.statements {
			s.Close()
		}
		clear(c.statements)
	}
	s, err := c.PrepareContext(ctx, text)
	if err != nil {
		return nil, nil, err
	}
	c.statements[text] = s
	return s, keep, nil
}

// exec runs a statement for its effect and returns the number of rows it changed.
func (c *conn) exec(ctx context.Context, text string, args ...any) (int, error) {
	s, done, err := c.prepare(ctx, text)
	if err != nil {
		return 0, err
	}
	defer done()
	r, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	n, err := r.RowsAffected()
	return int(n), err
}

// query calls each with every row of the answer. The slice is new for each row.
func (c *conn) query(ctx context.Context, each func(row []any) error, text string, args ...any) error {
	s, done, err := c.prepare(ctx, text)
	if err != nil {
		return err
	}
	defer done()
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	into := make([]any, len(columns))
	for rows.Next() {
		row := make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := each(row); err != nil {
			return err
		}
	}
	return rows.Err()
}

// queryInto calls each after putting a row of the answer into row: its columns at the given
// places, each time anew. What else stands in row stays.
func (c *conn) queryInto(ctx context.Context, row []any, places []int, each func() error, text string, args ...any) error {
	s, done, err := c.prepare(ctx, text)
	if err != nil {
		return err
	}
	defer done()
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	into := make([]any, len(places))
	for i, place := range places {
		into[i] = &row[place]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := each(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// pool hands out a fixed number of connections, always the one that was used last: its statements
// are prepared, and what it read is in its cache. So whoever asks alone fills one cache only.
type pool struct {
	db   *sql.DB
	turn chan struct{} // as many as there may be connections

	mu   sync.Mutex
	idle []*conn // the one used last on top; those that are to be made are not in it
}

func newPool(db *sql.DB, size int) *pool {
	db.SetMaxOpenConns(size)
	return &pool{db: db, turn: make(chan struct{}, size)}
}

// take gives a connection to whoever has a turn.
func (p *pool) take(ctx context.Context) (*conn, error) {
	p.mu.Lock()
	if last := len(p.idle) - 1; last >= 0 {
		c := p.idle[last]
		p.idle = p.idle[:last]
		p.mu.Unlock()
		return c, nil
	}
	p.mu.Unlock()
	raw, err := p.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{Conn: raw, statements: map[string]*sql.Stmt{}}, nil
}

func (p *pool) putBack(c *conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, c)
}

// with runs do on a connection within one transaction, begun by the statement begin. It
// commits if do returns nil and rolls back if not. A connection that cannot do that is not used
// again: what it left behind would be the next caller's.
func (p *pool) with(ctx context.Context, begin string, do func(*conn) error) (err error) {
	select {
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	good := false // also where do panics, which leaves a transaction open and the caller may recover from
	defer func() {
		if good {
			p.putBack(c)
		} else {
			c.discard()
		}
	}()
	// Without a cancelled context: the end of a transaction must not be broken off.
	end := context.WithoutCancel(ctx)
	if _, err = c.exec(ctx, begin); err != nil {
		return err
	}
	if err = do(c); err == nil {
		_, err = c.exec(end, "COMMIT")
	}
	if err == nil {
		good = true
		return nil
	}
	_, back := c.exec(end, "ROLLBACK")
	good = back == nil
	if good && errors.Is(err, errNothing) {
		return nil
	}
	return err
}

// errNothing ends a transaction that has nothing to commit.
var errNothing = errors.New("nothing to commit")

func (c *conn) discard() {
	for _, s := range c.statements {
		s.Close()
	}
	// ErrBadConn makes the pool of database/sql close the connection instead of keeping it.
	_ = c.Raw(func(any) error { return driver.ErrBadConn })
	c.Close()
}

// close waits for all connections and closes them.
func (p *pool) close() error {
	for range cap(p.turn) {
		p.turn <- struct{}{}
	}
	for _, c := range p.idle {
		for _, s := range c.statements {
			s.Close()
		}
		c.Close()
	}
	return p.db.Close()
}
