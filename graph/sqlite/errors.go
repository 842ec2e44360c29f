package sqlite

import (
	"context"
	"errors"
	"fmt"
	"strings"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/actorgraph/actorgraph/graph"
)

// errClosed is what every call after Close gets.
var errClosed = fmt.Errorf("the SQLite store is closed: %w", graph.ErrUnavailable)

// wrap gives an error of the driver one of the meanings of package graph. An error that has
// one already keeps it.
func wrap(ctx context.Context, doing string, err error) error {
	if err == nil {
		return nil
	}
	if cause := ctx.Err(); cause != nil {
		return fmt.Errorf("%s: %w: %w", doing, graph.ErrTimeout, cause)
	}
	for _, known := range []error{graph.ErrInvalid, graph.ErrNotFound, graph.ErrConflict, graph.ErrTimeout, graph.ErrUnavailable, graph.ErrNotYet} {
		if errors.Is(err, known) {
			return err
		}
	}
	var e *driver.Error
	if !errors.As(err, &e) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	switch e.Code() & 0xff { // the lower byte is the primary code
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fmt.Errorf("%s: another process is writing to the file: %w: %w", doing, graph.ErrUnavailable, err)
	case lib.SQLITE_FULL, lib.SQLITE_IOERR, lib.SQLITE_CANTOPEN, lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return fmt.Errorf("%s: %w: %w", doing, graph.ErrUnavailable, err)
	case lib.SQLITE_NOTADB, lib.SQLITE_CORRUPT:
		return fmt.Errorf("%s: the file is damaged or is no SQLite file: %w: %w", doing, graph.ErrConflict, err)
	case lib.SQLITE_CONSTRAINT: // a mention under the id of another article's, or keys that collide
		return fmt.Errorf("%s: %w: %w", doing, graph.ErrConflict, err)
	}
	if strings.Contains(e.Error(), "no such table") {
		return fmt.Errorf("%s: the file has no graph yet, or that of an older actorgraph; Migrate makes it: %w: %w", doing, graph.ErrConflict, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// notYet is the answer to what the contract has and this store has not.
func notYet(what string) error {
	return fmt.Errorf("%s in the SQLite store: %w", what, graph.ErrNotYet)
}
