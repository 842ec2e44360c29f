package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/actorgraph/actorgraph/graph"
)

// errClosed is what every call after Close gets.
var errClosed = fmt.Errorf("the Neo4j store is closed: %w", graph.ErrUnavailable)

// errNothing ends a transaction that has nothing to write.
var errNothing = errors.New("nothing to write")

// wrap gives an error of the driver one of the meanings of package graph. An error that has
// one already keeps it.
func wrap(ctx context.Context, doing string, err error) error {
	if err == nil {
		return nil
	}
	// First: an expired context comes from the driver as a broken connection, which it would
	// call worth a retry, and which does not unwrap to its cause.
	if cause := ctx.Err(); cause != nil {
		return fmt.Errorf("%s: %w: narrow it by dates or actors: %w", doing, graph.ErrTimeout, cause)
	}
	for _, known := range []error{graph.ErrInvalid, graph.ErrNotFound, graph.ErrConflict, graph.ErrTimeout, graph.ErrUnavailable, graph.ErrNotYet} {
		if errors.Is(err, known) {
			return err
		}
	}
	switch meaning := meaningOf(err); meaning {
	case nil:
	case graph.ErrTimeout:
		return fmt.Errorf("%s: %w: narrow it by dates or actors: %w", doing, meaning, err)
	default:
		return fmt.Errorf("%s: %w: %w", doing, meaning, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// meaningOf is what an error of the driver means to the caller of a store, nil for what only
// a mistake of this package or of the server can bring about.
func meaningOf(err error) error {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return graph.ErrTimeout
	}
	var exhausted *neo4j.TransactionExecutionLimit
	if errors.As(err, &exhausted) { // it hides what it gave up on
		for _, tried := range exhausted.Errors {
			if meaning := meaningOf(tried); meaning != nil {
				return meaning
			}
		}
		return graph.ErrUnavailable
	}
	var broken *neo4j.ConnectivityError
	if errors.As(err, &broken) {
		return graph.ErrUnavailable
	}
	var said *neo4j.Neo4jError
	if !errors.As(err, &said) {
		return nil
	}
	switch {
	case strings.HasPrefix(said.Code, "Neo.ClientError.Transaction.TransactionTimedOut"):
		return graph.ErrTimeout
	case strings.HasSuffix(said.Code, ".ConstraintValidationFailed"):
		return graph.ErrConflict
	case strings.HasPrefix(said.Code, "Neo.ClientError.Security."), strings.HasSuffix(said.Code, ".DatabaseNotFound"):
		return graph.ErrInvalid
	case strings.HasPrefix(said.Code, "Neo.TransientError."), strings.HasSuffix(said.Code, ".DatabaseUnavailable"), neo4j.IsRetryable(said):
		return graph.ErrUnavailable
	}
	return nil
}

// notYet is the answer to what the contract has and this store has not.
func notYet(what string) error {
	return fmt.Errorf("%s in the Neo4j store: %w", what, graph.ErrNotYet)
}
