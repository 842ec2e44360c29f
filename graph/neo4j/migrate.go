package neo4j

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

//go:embed migrations/*.cypher
var embedded embed.FS

// migration is one numbered change of constraints and indexes. Files that were released
// never change.
type migration struct {
	number     int
	name       string // 0001_graph.cypher
	statements []string
}

// migrations lists them in order; they are numbered from 1 without gaps.
func migrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.cypher") // sorted
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
		m := migration{number: i + 1, name: name}
		for s := range strings.SplitSeq(string(text), ";\n") {
			if s = strings.TrimSpace(s); s != "" {
				m.statements = append(m.statements, s)
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// The migrations since which counts are kept that follow from events, those of actors, and who takes part
// in an event is packed in it.
const aggregated, aggregatedByActor, castPacked = 3, 4, 5

// Migrate makes the constraints and indexes of a new database and brings those of an older
// one up to date. The server takes each of them by itself; whoever is stopped halfway begins
// that step again. A database that a newer program wrote is graph.ErrConflict, as is one that
// holds the data of another program.
func (s *Store) Migrate(ctx context.Context) error {
	all, err := migrations(embedded)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return s.migrate(ctx, all)
}

func (s *Store) migrate(ctx context.Context, all []migration) error {
	var done int
	err := s.writing(ctx, "migrate", func(t *transaction) (err error) {
		done, err = migrated(t)
		return err
	})
	switch {
	case err != nil:
		return err
	case done > len(all):
		return fmt.Errorf("the database was written by a newer actorgraph (its version is %d, this program knows %d): update actorgraph, or load into another database: %w",
			done, len(all), graph.ErrConflict)
	case done == len(all):
		return nil
	}
	for _, m := range all[done:] {
		for _, text := range append(m.statements, "CALL db.awaitIndexes(600)") {
			// One transaction each: schema and data do not go together in one.
			if err := s.writing(ctx, "migrate: "+m.name, func(t *transaction) error { return t.exec(text, nil) }); err != nil {
				return err
			}
		}
		if fill := map[int]func(context.Context) error{aggregated: s.fillCounts, aggregatedByActor: s.fillRollups, castPacked: s.fillActors}[m.number]; fill != nil {
			if err := fill(ctx); err != nil {
				return err
			}
		}
		err := s.writing(ctx, "migrate: "+m.name, func(t *transaction) error {
			return t.exec("MERGE (m:Migration {number: $number}) SET m.name = $name", map[string]any{"number": int64(m.number), "name": m.name})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// migrated is the number of the last migration of the database.
func migrated(t *transaction) (int, error) {
	var done, foreign int64
	err := t.each("OPTIONAL MATCH (m:Migration) RETURN coalesce(max(m.number), 0) AS done", nil, func(r *row) error {
		done = r.int("done")
		return nil
	})
	if err != nil || done > 0 {
		return int(done), err
	}
	err = t.each("OPTIONAL MATCH (n) WITH n LIMIT 1 RETURN count(n) AS held", nil, func(r *row) error {
		foreign = r.int("held")
		return nil
	})
	if err == nil && foreign > 0 {
		err = fmt.Errorf("the database holds the data of another program, not an actorgraph: give the address of an empty database: %w", graph.ErrConflict)
	}
	return 0, err
}
