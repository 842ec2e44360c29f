package neo4j

import (
	"context"
	"errors"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/actorgraph/actorgraph/graph"
)

// reader runs the statements of one reading call, one after another. One goroutine uses it.
type reader struct {
	ctx     context.Context
	session neo4j.SessionWithContext
}

// disturbed is how often a call looks again because a write was committed meanwhile, before
// it has the next write wait.
const disturbed = 2

// reading runs do against what is committed. do may run more than once, so it builds its
// result anew each time.
func (s *Store) reading(ctx context.Context, doing string, do func(*reader) error) error {
	return s.call(ctx, doing, func(ctx context.Context) error {
		for range disturbed {
			before := s.commits.count.Load()
			err := s.read(ctx, do)
			if before%2 == 0 && s.commits.count.Load() == before {
				return err
			}
		}
		s.commits.mu.RLock()
		defer s.commits.mu.RUnlock()
		return s.read(ctx, do)
	})
}

func (s *Store) read(ctx context.Context, do func(*reader) error) error {
	r := &reader{ctx, s.driver.NewSession(ctx, s.config(neo4j.AccessModeRead))}
	defer r.session.Close(ctx)
	return do(r)
}

func (s *Store) config(mode neo4j.AccessMode) neo4j.SessionConfig {
	// The shared bookmarks make every call of this process see its earlier writes, whatever
	// member of a cluster answers.
	return neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.driver.ExecuteQueryBookmarkManager()}
}

// each runs a statement and calls do with every row of its answer. A statement that failed
// for no fault of its own before it gave a row is run once more. Unlike the driver's managed
// transactions, this costs one round trip.
func (r *reader) each(text string, params map[string]any, do func(*row) error) error {
	rows, err := r.run(text, params)
	if err != nil && neo4j.IsRetryable(err) && r.ctx.Err() == nil {
		rows, err = r.run(text, params)
	}
	if err != nil {
		return err
	}
	return eachRow(rows, do)
}

// stream is each for long answers, of which it keeps one row at a time. do keeps nothing of a
// row but its values.
func (r *reader) stream(text string, params map[string]any, do func(*row) error) error {
	limits, err := limit(r.ctx)
	if err != nil {
		return err
	}
	result, err := r.session.Run(r.ctx, text, params, limits...)
	if err != nil && neo4j.IsRetryable(err) && r.ctx.Err() == nil {
		result, err = r.session.Run(r.ctx, text, params, limits...)
	}
	if err != nil {
		return err
	}
	var one row
	for result.Next(r.ctx) {
		one.Record = result.Record()
		if err := do(&one); err != nil {
			return err
		}
	}
	return result.Err()
}

func (r *reader) run(text string, params map[string]any) ([]*neo4j.Record, error) {
	limits, err := limit(r.ctx)
	if err != nil {
		return nil, err
	}
	result, err := r.session.Run(r.ctx, text, params, limits...)
	if err != nil {
		return nil, err
	}
	return result.Collect(r.ctx)
}

// limit has the server end a statement at the deadline. That keeps the connection, which an
// expired context would break.
func limit(ctx context.Context) ([]func(*neo4j.TransactionConfig), error) {
	deadline, ok := ctx.Value(deadlineKey{}).(time.Time)
	if !ok {
		return nil, nil
	}
	left := time.Until(deadline).Round(time.Millisecond)
	if left <= 0 {
		return nil, context.DeadlineExceeded
	}
	return []func(*neo4j.TransactionConfig){neo4j.WithTxTimeout(left)}, nil
}

type deadlineKey struct{}

// grace is what the server has to say that the time is over, or that a caller has gone.
const grace = time.Second

// call runs one method of the store: with a context that ends a little after the caller's,
// and errors that have a meaning.
func (s *Store) call(ctx context.Context, doing string, do func(context.Context) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return errClosed
	}
	if ctx.Err() != nil {
		return wrap(ctx, doing, ctx.Err())
	}
	longer, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, end) })()
	if deadline, ok := ctx.Deadline(); ok {
		longer = context.WithValue(longer, deadlineKey{}, deadline)
	}
	return wrap(ctx, doing, do(longer))
}

// transaction is what a write does its statements in.
type transaction struct {
	ctx context.Context
	tx  neo4j.ManagedTransaction
}

func (t *transaction) each(text string, params map[string]any, do func(*row) error) error {
	result, err := t.tx.Run(t.ctx, text, params)
	if err != nil {
		return err
	}
	rows, err := result.Collect(t.ctx)
	if err != nil {
		return err
	}
	return eachRow(rows, do)
}

// exec runs a statement for its effect.
func (t *transaction) exec(text string, params map[string]any) error {
	result, err := t.tx.Run(t.ctx, text, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(t.ctx)
	return err
}

// batch is how many rows one statement takes: more gain nothing and hold more memory.
const batch = 2000

// execRows runs a statement that unwinds $rows, in batches.
func (t *transaction) execRows(text string, rows []any) error {
	for len(rows) > 0 {
		n := min(batch, len(rows))
		if err := t.exec(text, map[string]any{"rows": rows[:n]}); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// writing runs do in a transaction, one at a time in this process, and tells readers when it
// is committed. do may run more than once. errNothing, from do, ends the transaction without
// an effect and without an error.
func (s *Store) writing(ctx context.Context, doing string, do func(*transaction) error) error {
	return s.call(ctx, doing, func(longer context.Context) error {
		select {
		case s.turn <- struct{}{}:
			defer func() { <-s.turn }()
		case <-ctx.Done():
			return ctx.Err()
		}
		limits, err := limit(longer)
		if err != nil {
			return err
		}
		session := s.driver.NewSession(longer, s.config(neo4j.AccessModeWrite))
		defer session.Close(longer)
		committing := false
		settle := func() {
			if committing {
				s.commits.end()
				committing = false
			}
		}
		defer settle()
		var said error // by do, of which the driver is told its own part
		_, err = session.ExecuteWrite(longer, func(tx neo4j.ManagedTransaction) (any, error) {
			settle() // an earlier try
			if said = do(&transaction{longer, tx}); said != nil {
				return nil, driverError(said)
			}
			s.commits.begin()
			committing = true
			return nil, nil
		}, limits...)
		if said != nil && err == driverError(said) {
			err = said
		}
		if errors.Is(err, errNothing) {
			return nil
		}
		return err
	})
}

// driverError is the driver's own error within another. What it sees in a wrapping it does
// not try again.
func driverError(err error) error {
	var server *neo4j.Neo4jError
	var connection *neo4j.ConnectivityError
	switch {
	case errors.As(err, &server):
		return server
	case errors.As(err, &connection):
		return connection
	}
	return err
}

// row is one row of an answer.
type row struct{ *neo4j.Record }

func (r *row) value(key string) any {
	v, _ := r.Get(key)
	return v
}

func (r *row) int(key string) int64 {
	n, _ := r.value(key).(int64)
	return n
}

// number is the number in a column.
func (r *row) number(column int) int64 { return number(r.Values[column]) }

func number(v any) int64 {
	n, _ := v.(int64)
	return n
}

// list is the list in a column.
func (r *row) list(column int) []any {
	l, _ := r.Values[column].([]any)
	return l
}

func (r *row) text(key string) string {
	s, _ := r.value(key).(string)
	return s
}

func (r *row) flag(key string) bool {
	b, _ := r.value(key).(bool)
	return b
}

func (r *row) id(key string) graph.ID { return graph.ID(r.text(key)) }

// props are the properties of a node or a relationship; nil stands for none.
func (r *row) props(key string) props {
	m, _ := r.value(key).(map[string]any)
	for k, v := range m {
		if v == nil {
			delete(m, k) // left out by a projection
		}
	}
	return m
}

func eachRow(records []*neo4j.Record, do func(*row) error) error {
	for _, r := range records {
		if err := do(&row{r}); err != nil {
			return err
		}
	}
	return nil
}
