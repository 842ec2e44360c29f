package open

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

func openSQLite(ctx context.Context, address, path string, o Options) (graph.Store, error) {
	switch {
	case strings.HasPrefix(path, "///"):
		return nil, refuse(nil, "write sqlite:/"+strings.TrimLeft(path, "/"), "%q is written like the address of a host", address)
	case strings.HasPrefix(path, "//"):
		return nil, refuse(nil, "write sqlite:"+strings.TrimLeft(path, "/")+", or sqlite:/ and the whole path", "%q names a host, and a file has none", address)
	case path == "" || strings.HasPrefix(path, ":memory:"):
		return nil, refuse(nil, "write "+Default, "%q names no file", address)
	}
	if err := checkFile(address, path, o); err != nil {
		return nil, err
	}
	s, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return nil, explain(ctx, path, err)
	}
	if err := s.Migrate(ctx); err != nil {
		return nil, explain(ctx, path, fmt.Errorf("migrate %s: %w", address, errors.Join(err, s.Close())))
	}
	return s, nil
}

// explain says what is wrong with the content of a file that SQLite does not take. It comes
// after SQLite and not before, since to open and close a file here would take away the
// locks that other stores of this process hold on it.
func explain(ctx context.Context, path string, err error) error {
	if ctx.Err() != nil {
		return err
	}
	if explained := checkContent(path); explained != nil {
		return explained
	}
	return err
}

// checkFile says what is wrong with a path before SQLite says that something is.
func checkFile(address, path string, o Options) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.MustExist:
		return refuse(graph.ErrNotFound, "", "there is no graph at %s", address)
	case errors.Is(err, fs.ErrNotExist):
		return checkFolder(path)
	case err != nil:
		return unusable("", "%s cannot be used: %v", address, cause(err))
	case info.IsDir():
		return unusable("write sqlite:"+filepath.Join(path, "actorgraph.db"), "%s is a folder, and a graph is a file", path)
	case !info.Mode().IsRegular():
		return unusable("name another one", "%s is no regular file", path)
	case info.Size() == 0 && o.MustExist:
		return refuse(graph.ErrNotFound, "", "there is no graph at %s, the file is empty", address)
	}
	return nil
}

// checkFolder is for a file that is to be made.
func checkFolder(path string) error {
	folder := filepath.Dir(path)
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return unusable("make it first: mkdir -p "+folder, "%s cannot be made: there is no folder %s", path, folder)
	case err != nil:
		return unusable("", "%s cannot be made: %v", path, cause(err))
	case !info.IsDir():
		return unusable("", "%s cannot be made: %s is no folder", path, folder)
	}
	return nil
}

// checkContent looks into a file that is there. A graph is written to also by those who only
// read it: its tables are brought up to date, and readers note where they are.
func checkContent(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return unusable("give yourself the right to write it, or use a copy", "%s cannot be opened for writing: %v", path, cause(err))
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	n, err := io.ReadFull(f, head)
	if errors.Is(err, io.EOF) || bytes.Equal(head[:n], []byte(magic)) {
		return nil
	}
	return unusable("name another one", "%s is no graph but some other file", path)
}

// unusable is the error of a path at which there can be no graph as things are.
func unusable(hint, format string, args ...any) error {
	return refuse(graph.ErrUnavailable, hint, format, args...)
}

// cause is what the system said, without the path and the call.
func cause(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}
