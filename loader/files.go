package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/actorgraph/actorgraph/loader/article"
)

// StandardInput is the path that stands for standard input, and its Origin in messages.
const (
	StandardInput       = "-"
	standardInputOrigin = "stdin"
)

// File is one opened input.
type File struct {
	Origin string // its path, or "stdin"
	io.Reader
}

// FileOptions say which files are inputs. The zero FileOptions take all.
type FileOptions struct {
	// LeaveOut says why a file is no input, "" where it is one: a folder may hold the file
	// that the output goes to, or the graph. In a folder such a file is passed over, and
	// refused where it is named itself.
	LeaveOut func(fs.FileInfo) string
	// Include and Exclude are patterns for what is found in folders: "*.html" for names,
	// "2016/**/*.txt" for paths below the folder that is named. Of files those are taken that
	// match one of Include, if there is any, and none of Exclude; a folder that matches one
	// of Exclude is not walked.
	Include, Exclude []string
}

// IsPattern reports whether s can be one of Include or Exclude.
func IsPattern(s string) bool { return s != "" && doublestar.ValidatePattern(s) }

// Files opens what paths name, one at a time and in their order: files, folders, and "-"
// for standard input, once. A File is open only until the next one is asked for.
//
// A folder is walked in lexical order; files and folders in it whose names start with a
// dot are passed over, and what o leaves out. Every other file is given, whatever its
// name. What cannot be opened comes as an *article.Error beside a File that has only its
// Origin, and the rest follows; so do links to folders, which could lead in a circle.
//
// Waiting for standard input or a named pipe ends when ctx does.
func Files(ctx context.Context, paths []string, stdin io.Reader, o FileOptions) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		stdinRead := false
		walk := opener{FileOptions: o, refuse: func(origin string, err error, hint string) bool { return refuseFile(origin, err, hint, yield) }}
		walk.file = func(path string, info fs.FileInfo) bool { return openFile(ctx, path, info, yield) }
		for _, p := range paths {
			switch {
			case p != StandardInput:
				if !walk.path(p) {
					return
				}
			case stdinRead:
				if !refuseFile(standardInputOrigin, errors.New("it was read already"), `name "-" once`, yield) {
					return
				}
			default:
				stdinRead = true
				if !yield(File{standardInputOrigin, Interruptible(ctx, stdin)}, nil) {
					return
				}
			}
		}
	}
}

// Size is how many bytes the files have that Files would open, -1 where one of them is a
// pipe or standard input.
func Size(paths []string, o FileOptions) int64 {
	var total int64
	walk := opener{FileOptions: o, refuse: func(string, error, string) bool { return true }}
	walk.file = func(_ string, info fs.FileInfo) bool {
		if !info.Mode().IsRegular() {
			total = -1
			return false
		}
		total += info.Size()
		return true
	}
	for _, p := range paths {
		if p == StandardInput {
			return -1
		}
		if !walk.path(p) {
			return total
		}
	}
	return total
}

// opener walks one path after the other. Its methods report whether to go on.
type opener struct {
	FileOptions
	file   func(path string, info fs.FileInfo) bool
	refuse func(origin string, err error, hint string) bool

	root    string // the folder that the user named
	entries int    // files seen in it
}

// path opens what the user named: a file of any sort, pipes too, or a folder.
func (o *opener) path(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return o.refuse(path, cause(err), "")
	}
	if !info.IsDir() {
		if reason := o.notInput(info); reason != "" {
			return o.refuse(path, errors.New(reason), "")
		}
		return o.file(path, info)
	}
	o.root, o.entries = path, 0
	if !o.folder(path) {
		return false
	}
	switch {
	case o.entries > 0:
		return true
	case len(o.Include)+len(o.Exclude) > 0:
		return o.refuse(path, errNoneMatches, "")
	}
	return o.refuse(path, errNoFile, "")
}

var (
	errNoFile      = errors.New("there is no file in this folder")
	errNoneMatches = errors.New("no file in this folder is one of those to load")
)

// notInput is why a file is left out, "" where it is not.
func (o *opener) notInput(info fs.FileInfo) string {
	if o.LeaveOut == nil {
		return ""
	}
	return o.LeaveOut(info)
}

// folder opens the files under path.
func (o *opener) folder(path string) bool {
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil {
		o.entries++
		return o.refuse(path, cause(err), "")
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !o.entry(filepath.Join(path, e.Name()), e) {
			return false
		}
	}
	return true
}

func (o *opener) entry(path string, e fs.DirEntry) bool {
	if o.matches(o.Exclude, path) {
		return true
	}
	if e.IsDir() {
		return o.folder(path)
	}
	info, err := os.Stat(path) // what a link leads to
	switch {
	case err == nil && info.IsDir():
		o.entries++
		return o.refuse(path, errors.New("it is a link to a folder, and these are not followed"), "name the folder itself")
	case len(o.Include) > 0 && !o.matches(o.Include, path), err == nil && o.notInput(info) != "":
		return true
	case err == nil && !info.Mode().IsRegular():
		err = fmt.Errorf("it is no regular file (%s)", info.Mode().Type()) // a pipe would block for ever
	}
	o.entries++
	if err != nil {
		return o.refuse(path, cause(err), "")
	}
	return o.file(path, info)
}

// matches: one of the patterns is that of a file below the folder.
func (o *opener) matches(patterns []string, path string) bool {
	below, err := filepath.Rel(o.root, path)
	if err != nil {
		below = path
	}
	below = filepath.ToSlash(below)
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		subject := below
		if !strings.Contains(pattern, "/") {
			subject = filepath.Base(path)
		}
		return doublestar.MatchUnvalidated(strings.TrimSuffix(pattern, "/"), subject)
	})
}

func openFile(ctx context.Context, path string, info fs.FileInfo, yield func(File, error) bool) bool {
	var f fs.File
	var err error
	if info.Mode().IsRegular() {
		f, err = os.Open(path)
	} else {
		f, err = openWaiting(ctx, path)
	}
	if err != nil {
		return refuseFile(path, cause(err), "", yield)
	}
	defer f.Close()
	return yield(File{path, f}, nil)
}

func refuseFile(origin string, err error, hint string, yield func(File, error) bool) bool {
	if errors.Is(err, errNoFile) || errors.Is(err, errNoneMatches) {
		return yield(File{Origin: origin}, &article.Error{Origin: origin, Reason: article.Empty, Says: err.Error()})
	}
	return yield(File{Origin: origin}, &article.Error{
		Origin: origin, Reason: article.Unreadable, Says: "cannot be read: " + err.Error(), Hint: hint, Err: err,
	})
}

// cause is err without the path and the system call, which the message says already or
// nobody wants to know.
func cause(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}
