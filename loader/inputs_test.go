package loader_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
)

// inputs shows what Inputs gives, one line each: the origin and the text or the reason.
func inputs(t *testing.T, folder string, paths []string, stdin string) []string {
	t.Helper()
	var got []string
	for a, err := range loader.Inputs(paths, strings.NewReader(stdin), article.Options{})(t.Context()) {
		origin := filepath.ToSlash(strings.TrimPrefix(a.Origin, folder+string(filepath.Separator)))
		var e *article.Error
		switch {
		case errors.As(err, &e):
			if e.Origin != a.Origin {
				t.Errorf("error is of %q, article of %q", e.Origin, a.Origin)
			}
			got = append(got, fmt.Sprintf("%s: %s", origin, e.Reason))
		case err != nil:
			t.Errorf("%s: %v is no *article.Error", a.Origin, err)
		default:
			got = append(got, fmt.Sprintf("%s: %s", origin, strings.TrimSpace(a.Text)))
		}
	}
	return got
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestInputs(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "news", "b.txt"), "Second.")
	write(t, filepath.Join(dir, "news", "a", "z.anything"), "First.")
	write(t, filepath.Join(dir, "news", "feed.jsonl"), `{"id":"1","text":"Third."}`+"\n{broken\n"+`{"id":"2","text":"Fourth."}`+"\n")
	write(t, filepath.Join(dir, "news", ".hidden", "x.txt"), "Hidden.")
	write(t, filepath.Join(dir, "news", ".DS_Store"), "Hidden.")
	write(t, filepath.Join(dir, "news", "picture.txt"), "\x89PNG\r\n\x1a\n\x00")
	write(t, filepath.Join(dir, "news", "nothing"), "")
	write(t, filepath.Join(dir, "empty", ".keep"), "")
	links := os.Symlink(filepath.Join(dir, "news"), filepath.Join(dir, "news", "circle")) == nil &&
		os.Symlink(filepath.Join(dir, "news", "b.txt"), filepath.Join(dir, "news", "link")) == nil &&
		os.Symlink(filepath.Join(dir, "gone"), filepath.Join(dir, "news", "lost")) == nil &&
		os.Symlink(filepath.Join(dir, "news", "a"), filepath.Join(dir, "folder-link")) == nil

	t.Run("a folder in lexical order, by content", func(t *testing.T) {
		want := []string{
			"news/a/z.anything: First.",
			"news/b.txt: Second.",
			"news/feed.jsonl:1: Third.",
			"news/feed.jsonl:2: WRONG_SHAPE",
			"news/feed.jsonl:3: Fourth.",
		}
		if links {
			want = slices.Insert(want, 2, "news/circle: UNREADABLE")
			want = append(want, "news/link: Second.", "news/lost: UNREADABLE")
		}
		want = append(want, "news/nothing: EMPTY", "news/picture.txt: UNSUPPORTED_FORMAT")
		if diff := cmp.Diff(want, inputs(t, dir, []string{filepath.Join(dir, "news")}, "")); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
	t.Run("paths in their own order, the unreadable among them", func(t *testing.T) {
		paths := []string{filepath.Join(dir, "news", "b.txt"), filepath.Join(dir, "gone.txt"), "-", filepath.Join(dir, "empty"), "-", filepath.Join(dir, "news", "a")}
		want := []string{"news/b.txt: Second.", "gone.txt: UNREADABLE", "stdin: Typed.", "empty: EMPTY", "stdin: UNREADABLE", "news/a/z.anything: First."}
		if diff := cmp.Diff(want, inputs(t, dir, paths, "Typed.")); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
	t.Run("a link to a folder that the user names", func(t *testing.T) {
		if !links {
			t.Skip("links cannot be made here")
		}
		want := []string{"folder-link/z.anything: First."}
		if diff := cmp.Diff(want, inputs(t, dir, []string{filepath.Join(dir, "folder-link")}, "")); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

func TestInputsErrorsWrapTheirCause(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.txt")
	for a, err := range loader.Inputs([]string{missing}, nil, article.Options{})(t.Context()) {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v is not fs.ErrNotExist", a.Origin, err)
		}
		if want := missing + ": cannot be read: no such file or directory"; filepath.Separator == '/' && err.Error() != want {
			t.Errorf("got %q, want %q", err, want)
		}
	}
}

// TestFilesPatterns: what is taken of folders; what the user names himself is taken anyway.
func TestFilesPatterns(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.html", "old/c.txt", "old/deep/d.html", "drafts/e.txt"} {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), "It rained.")
	}
	for _, test := range []struct {
		include, exclude []string
		want             string
	}{
		{nil, nil, "a.txt b.html drafts/e.txt old/c.txt old/deep/d.html"},
		{[]string{"*.html"}, nil, "b.html old/deep/d.html"},
		{[]string{"*.html", "old/*.txt"}, nil, "b.html old/c.txt old/deep/d.html"},
		{nil, []string{"drafts", "*.html"}, "a.txt old/c.txt"},
		{nil, []string{"drafts/", "old/**"}, "a.txt b.html"},
		{[]string{"**/*.txt"}, []string{"old"}, "a.txt drafts/e.txt"},
		{[]string{"*.pdf"}, nil, "EMPTY"},
	} {
		o := loader.FileOptions{Include: test.include, Exclude: test.exclude}
		var got []string
		files := 0
		for f, err := range loader.Files(t.Context(), []string{dir}, nil, o) {
			var e *article.Error
			if errors.As(err, &e) {
				got = append(got, string(e.Reason))
				continue
			}
			files++
			name, _ := filepath.Rel(dir, f.Origin)
			got = append(got, filepath.ToSlash(name))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%v but %v: got %s, want %s", test.include, test.exclude, s, test.want)
		}
		if size := loader.Size([]string{dir}, o); size != int64(files*len("It rained.")) {
			t.Errorf("%v but %v: size %d of %d files", test.include, test.exclude, size, files)
		}
		for f, err := range loader.Files(t.Context(), []string{filepath.Join(dir, "a.txt")}, nil, o) {
			if err != nil {
				t.Errorf("%s: %v", f.Origin, err)
			}
		}
	}
}

// TestInputsOptions: what the command line knows stands in for single texts.
func TestInputsOptions(t *testing.T) {
	o := article.Options{Publisher: "The Harbour Gazette", Published: graph.NewDate(2016, 4, 25)}
	for a, err := range loader.Inputs([]string{"-"}, strings.NewReader("Something happened."), o)(t.Context()) {
		if err != nil || a.Publisher != o.Publisher || a.Published != o.Published {
			t.Errorf("got %q of %s, %v", a.Publisher, a.Published, err)
		}
	}
}

func TestInputsStopsWhenAsked(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a"), "First.")
	write(t, filepath.Join(dir, "b"), "Second.")
	write(t, filepath.Join(dir, "c", "d"), "Third.")
	for stop := 1; stop <= 3; stop++ {
		n := 0
		for range loader.Inputs([]string{dir, "missing", "-"}, strings.NewReader("Fourth."), article.Options{})(t.Context()) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("went on for %d inputs after %d were enough", n, stop)
		}
	}
}
