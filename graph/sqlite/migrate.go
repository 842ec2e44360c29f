package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

//go:embed migrations/*.sql
var embedded embed.FS

// migration is one numbered change of the tables. Files that were released never change.
type migration struct {
	number int
	name   string // 0001_graph.sql
	text   string
}

// migrations lists them in order; they are numbered from 1 without gaps.
func migrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql") // sorted
	if err != nil {
		return nil, err
	}
	var out []migration
	for i, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		name = strings.TrimPrefix(name, "migrations/")
		number, _, _ := strings.Cut(name, "_")
		if n, err := strconv.Atoi(number); err != nil || n != i+1 {
			return nil, fmt.Errorf("migration %s is not number %d", name, i+1)
		}
		out = append(out, migration{i + 1, name, string(text)})
	}
	return out, nil
}

// Migrate makes the tables of a new file and brings those of an older one up to date, each
// step whole or not at all. A file that a newer program wrote is graph.ErrConflict, as is a
// SQLite file of another program.
func (s *Store) Migrate(ctx context.Context) error {
	all, err := migrations(embedded)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return s.writing(ctx, "migrate", func(c *conn) error { return migrate(ctx, c, all) })
}

func migrate(ctx context.Context, c *conn, all []migration) error {
	done, err := migrated(ctx, c)
	if err != nil {
		return err
	}
	if done > len(all) {
		return fmt.Errorf("the file was written by a newer actorgraph (its tables are of version %d, this program knows %d): update actorgraph, or load into another file: %w",
			done, len(all), graph.ErrConflict)
	}
	if done == len(all) {
		return errNothing
	}
	for _, m := range all[done:] {
		if _, err := c.ExecContext(ctx, m.text); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		if fill := fills[m.name]; fill != nil {
			if err := fill(ctx, c); err != nil {
				return fmt.Errorf("%s: %w", m.name, err)
			}
		}
		if _, err := c.ExecContext(ctx, "INSERT INTO migration (number, name) VALUES (?, ?)", m.number, m.name); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
	}
	return nil
}

// applicationID marks a file as ours ("actg"), so that another program's is never written to.
const applicationID = 0x61637467

// migrated is the number of the last migration of the file. It makes the table that records
// them in an empty file.
func migrated(ctx context.Context, c *conn) (int, error) {
	var tables, owner, done int
	if err := c.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return 0, err
	}
	if err := c.QueryRowContext(ctx, "PRAGMA application_id").Scan(&owner); err != nil {
		return 0, err
	}
	switch {
	case owner != applicationID && (owner != 0 || tables > 0):
		return 0, fmt.Errorf("the file holds tables of another program, not an actorgraph: give the path of a new file: %w", graph.ErrConflict)
	case owner != applicationID:
		if _, err := c.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
			return 0, err
		}
		_, err := c.ExecContext(ctx, "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
		return 0, err
	}
	err := c.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM migration").Scan(&done)
	return done, err
}
