//go:build unix

package loader_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
)

func namedPipe(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("named pipes cannot be made here:", err)
	}
	return path
}

// TestFilesNamedPipe: what somebody writes into a pipe is read as a file is.
func TestFilesNamedPipe(t *testing.T) {
	path := namedPipe(t)
	go func() { _ = os.WriteFile(path, []byte("It rained."), 0) }()
	for a, err := range loader.Inputs([]string{path}, nil, article.Options{})(t.Context()) {
		if err != nil || a.Text != "It rained." {
			t.Errorf("got %q, %v", a.Text, err)
		}
	}
}

// TestFilesNamedPipeIsNotWaitedFor when the context ends: nobody opens it, or nobody writes.
func TestFilesNamedPipeIsNotWaitedFor(t *testing.T) {
	t.Run("nobody opens it", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for _, err := range loader.Files(ctx, []string{namedPipe(t)}, nil, loader.FileOptions{}) {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		}
	})
	t.Run("nobody writes", func(t *testing.T) {
		path := namedPipe(t)
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		opened := make(chan *os.File, 1)
		go func() {
			f, _ := os.OpenFile(path, os.O_WRONLY, 0)
			opened <- f
		}()
		for f, err := range loader.Files(ctx, []string{path}, nil, loader.FileOptions{}) {
			if err != nil {
				t.Fatal(err)
			}
			cancel()
			if _, err := f.Read(make([]byte, 1)); !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		}
		_ = (<-opened).Close()
	})
}

// TestFilesLeaveOut: passed over in a folder, refused where it is named.
func TestFilesLeaveOut(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		write(t, filepath.Join(dir, name), "It rained.")
	}
	leaveOut := func(info fs.FileInfo) string {
		if info.Name() == "b" {
			return "it is the second"
		}
		return ""
	}
	var got []string
	for f, err := range loader.Files(t.Context(), []string{dir, filepath.Join(dir, "b")}, nil, loader.FileOptions{LeaveOut: leaveOut}) {
		s := filepath.Base(f.Origin)
		if e := (*article.Error)(nil); errors.As(err, &e) {
			s += " " + e.Says
		}
		got = append(got, s)
	}
	if want := []string{"a", "c", "b cannot be read: it is the second"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
