package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

// raw opens the file of a store without the store.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestMigrateTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s := openAt(t, path)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	var last int
	var name string
	if err := raw(t, path).QueryRow("SELECT number, name FROM migration ORDER BY number DESC LIMIT 1").Scan(&last, &name); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) != last || filepath.Base(files[last-1]) != name {
		t.Errorf("the file records migration %d, %s; there are %v (%v)", last, name, files, err)
	}
}

func TestMigrateRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, sql, says string
	}{
		{"newer file", "PRAGMA application_id = 0x61637467; CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL); INSERT INTO migration VALUES (999, 'x')", "newer actorgraph"},
		{"file of another program", "CREATE TABLE invoices (n)", "another program"},
		{"file of another program that has migrations too", "CREATE TABLE migration (id INTEGER)", "another program"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graph.db")
			if _, err := raw(t, path).Exec(tt.sql); err != nil {
				t.Fatal(err)
			}
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			err = s.Migrate(t.Context())
			if !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got %v, want graph.ErrConflict that says %q", err, tt.says)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	text := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("this is no database\n", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, path string
		want       error
	}{
		{"no path", "", graph.ErrInvalid},
		{"no SQLite file", text, graph.ErrConflict},
		{"no such folder", filepath.Join(t.TempDir(), "nowhere", "graph.db"), graph.ErrUnavailable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := sqlite.Open(t.Context(), tt.path, sqlite.Options{})
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestNotMigrated(t *testing.T) {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Info(t.Context()); !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), "Migrate") {
		t.Errorf("got %v, want graph.ErrConflict that names Migrate", err)
	}
}

// TestOddPaths opens files whose names mean something in addresses.
func TestOddPaths(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a b.db", "a?mode=ro.db", "a%20b.db", "a#b.db", "café.db"} {
		s := openAt(t, filepath.Join(dir, name))
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
		s.Close()
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
}

// TestUnclosed reads a store whose process went away without closing it: every write that
// was acknowledged is whole, nothing of one that was not is there.
func TestUnclosed(t *testing.T) {
	world := graphtest.NewWorld(7, 12)
	dir := t.TempDir()
	s := openAt(t, filepath.Join(dir, "graph.db"))
	var want []graph.Node
	var ids []graph.ID
	for _, x := range world.Extractions() {
		if _, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}}); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, x.Article.ID)
		for _, e := range x.Evidence {
			ids = append(ids, e.ID, e.Record)
		}
	}
	want, err := s.Nodes(t.Context(), graph.View{}, ids, graph.Whole)
	if err != nil {
		t.Fatal(err)
	}
	// A write that is broken off leaves nothing behind.
	broken, cancel := context.WithCancel(t.Context())
	cancel()
	other := graphtest.NewWorld(8, 3).Extractions()
	if _, err := s.Write(broken, graph.Batch{Extractions: other}); !errors.Is(err, context.Canceled) {
		t.Fatalf("a cancelled write: %v", err)
	}
	copied := t.TempDir() // what is in the file and its journal now, while both are open
	for _, name := range []string{"graph.db", "graph.db-wal"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(copied, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	again := openAt(t, filepath.Join(copied, "graph.db"))
	got, err := again.Nodes(t.Context(), graph.View{}, ids, graph.Whole)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Error(d)
	}
	if nodes, err := again.Nodes(t.Context(), graph.View{}, []graph.ID{other[0].Article.ID}, graph.Whole); err != nil || nodes[0] != nil {
		t.Errorf("an article of a write that was broken off is there: %v, %v", nodes[0], err)
	}
	var check string
	if err := raw(t, filepath.Join(copied, "graph.db")).QueryRow("PRAGMA integrity_check").Scan(&check); err != nil || check != "ok" {
		t.Errorf("integrity: %s, %v", check, err)
	}
}

// TestClockSetBack writes to a file whose last write lies in the future.
func TestClockSetBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s := openAt(t, path)
	future := time.Now().Add(time.Hour).Truncate(time.Microsecond).UTC()
	if _, err := raw(t, path).Exec("UPDATE state SET at = ?", future.UnixMicro()); err != nil {
		t.Fatal(err)
	}
	last := future
	for _, x := range graphtest.NewWorld(1, 3).Extractions() {
		w, err := s.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}})
		if err != nil {
			t.Fatal(err)
		}
		changes, err := s.Changes(t.Context(), w.Last-1, 1)
		if err != nil || len(changes) != 1 {
			t.Fatalf("%v, %v", changes, err)
		}
		if !changes[0].At.After(last) {
			t.Errorf("a write of %v follows one of %v", changes[0].At, last)
		}
		last = changes[0].At
	}
}

// TestSecondProcess has two stores on one file: both write, and each sees what the other wrote.
func TestSecondProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	a, b := openAt(t, path), openAt(t, path)
	xs := graphtest.NewWorld(2, 4).Extractions()
	for i, s := range []*sqlite.Store{a, b, a, b} {
		if _, err := s.Write(t.Context(), graph.Batch{Extractions: xs[i : i+1]}); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range []*sqlite.Store{a, b} {
		info, err := s.Info(t.Context())
		if err != nil || info.Articles != len(xs) {
			t.Errorf("%+v, %v; want %d articles", info, err, len(xs))
		}
	}
}

// TestReaders: whoever asks alone keeps to one connection, those who ask at once get more, up to
// what the options say.
func TestReaders(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	openAt(t, path)
	for _, c := range []struct {
		options sqlite.Options
		want    int
	}{
		{sqlite.Options{}, 8},
		{sqlite.Options{Readers: 2}, 2},
	} {
		s, err := sqlite.Open(t.Context(), path, c.options)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for range 20 {
			if err := s.Ping(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if n := s.Readers(); n != 1 {
			t.Errorf("%+v: %d connections for one reader", c.options, n)
		}
		s.AllAtOnce(t.Context(), t, c.want)
		if n := s.Readers(); n != c.want {
			t.Errorf("%+v: %d connections at most, want %d", c.options, n, c.want)
		}
	}
}
