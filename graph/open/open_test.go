package open_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/open"
)

func TestOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	for _, again := range []bool{false, true} {
		s, err := open.Open(t.Context(), "sqlite:"+path, open.Options{MustExist: again})
		if err != nil {
			t.Fatal(err)
		}
		info, err := s.Info(t.Context()) // needs the migrated tables
		if err != nil || info.Store != "sqlite" || info.Articles != 0 {
			t.Errorf("got %+v, %v", info, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestOpenMustExist(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	_, err := open.Open(t.Context(), "sqlite:"+path, open.Options{MustExist: true})
	if !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was made: %v", err)
	}
}

// TestOpenRefuses: every refusal says what to write instead.
func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		address string
		is      error
		says    string
	}{
		{"news.db", graph.ErrInvalid, "for instance sqlite:news.db"},
		{"", graph.ErrInvalid, "for instance sqlite:actorgraph.db"},
		{"sqlite", graph.ErrInvalid, "write sqlite:actorgraph.db"},
		{"sqlite:", graph.ErrInvalid, "write sqlite:actorgraph.db"},
		{"sqlite::memory:", graph.ErrInvalid, "write sqlite:actorgraph.db"},
		{"sqlite://news.db", graph.ErrInvalid, "write sqlite:news.db"},
		{"postgres://host/db", graph.ErrInvalid, "write sqlite:PATH"},
		{"postgres://me:secret@host/db", graph.ErrInvalid, "postgres://me@host/db"},
		{"sqlite:///tmp/news.db", graph.ErrInvalid, "write sqlite:/tmp/news.db)"},
		{"neo4j://me:top/secret@host:7687/news", graph.ErrInvalid, "neo4j://me@host:7687/news"},
		{"neo4j://me:secret@/@host", graph.ErrInvalid, "neo4j://me@host"},
		{"bolt:me:secret@host", graph.ErrInvalid, "…@host"},
		{"bolt://me:secret@127.0.0.1:1", graph.ErrUnavailable, "bolt://me@127.0.0.1:1"},
		{"me:secret@host", graph.ErrInvalid, "…@host"},
	} {
		s, err := open.Open(t.Context(), c.address, open.Options{})
		if s != nil || !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: got %v, which should say %q", c.address, err, c.says)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the password is shown: %v", c.address, err)
		}
	}
}

// TestOpenUnusable: every refusal says what is wrong, names the path once, and changes
// nothing.
func TestOpenUnusable(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is no database. ", 100)), 0o666); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{
		text: " is no graph but some other file",
		filepath.Join(dir, "no", "such", "news.db"): "there is no folder " + filepath.Join(dir, "no", "such"),
		filepath.Join(text, "news.db"):              "cannot be used",
		dir:                                         "is a folder, and a graph is a file (write sqlite:" + filepath.Join(dir, "actorgraph.db"),
	} {
		s, err := open.Open(t.Context(), "sqlite:"+path, open.Options{})
		if err == nil {
			t.Errorf("%s was opened", path)
			_ = s.Close()
			continue
		}
		said, _, _ := strings.Cut(err.Error(), "(")
		if !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), says) || strings.Count(said, path) != 1 {
			t.Errorf("%s: got %v", path, err)
		}
	}
	if b, err := os.ReadFile(text); err != nil || !strings.HasPrefix(string(b), "This is no database.") {
		t.Errorf("the file was changed: %v", err)
	}
}

// TestOpenEmptyFile: an empty file is a place for a graph, not a graph.
func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	if err := os.WriteFile(path, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := open.Open(t.Context(), "sqlite:"+path, open.Options{MustExist: true}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != 0 {
		t.Errorf("the file was changed: %v", err)
	}
	s, err := open.Open(t.Context(), "sqlite:"+path, open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// TestOpenReadOnly: it is said that the file cannot be written.
func TestOpenReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	s, err := open.Open(t.Context(), "sqlite:"+path, open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Close(), os.Chmod(path, 0o444)); err != nil {
		t.Fatal(err)
	}
	if f, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		_ = f.Close()
		t.Skip("this user may write everything")
	}
	if _, err := open.Open(t.Context(), "sqlite:"+path, open.Options{}); err == nil || !strings.Contains(err.Error(), "cannot be opened for writing") {
		t.Errorf("got %v", err)
	}
}

func TestFiles(t *testing.T) {
	if got := open.Files("sqlite:a/news.db"); len(got) == 0 || got[0] != "a/news.db" {
		t.Errorf("got %q", got)
	}
	if got := open.Files("neo4j://host"); got != nil {
		t.Errorf("got %q", got)
	}
}
