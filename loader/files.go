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
	"strings"

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

// Files opens what paths name, one at a time and in their order: files, folders, and "-"
// for standard input, once. A File is open only until the next one is asked for.
//
// A folder is walked in lexical order; files and folders in it whose names start with a
// dot, and links to folders, are passed over. Every other file is given, whatever its
// name. What cannot be opened comes as an *article.Error beside a File that has only its
// Origin, and the rest follows.
//
// leaveOut, which may be nil, says why a file is no input, "" where it is one: a folder may
// hold the file that the output goes to, or the graph. In a folder such a file is passed
// over, and refused where it is named itself.
//
// Waiting for standard input or a named pipe ends when ctx does.
func Files(ctx context.Context, paths []string, stdin io.Reader, leaveOut func(fs.FileInfo) string) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		stdinRead := false
		o := opener{ctx: ctx, leaveOut: leaveOut, yield: yield}
		for _, p := range paths {
			switch {
			case p != StandardInput:
				if !o.path(p) {
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

// opener opens one path after the other.
type opener struct {
	ctx      context.Context
	leaveOut func(fs.FileInfo) string
	yield    func(File, error) bool
	entries  int // files seen in the folder that the user named
}

// path opens what the user named: a file of any sort, pipes too, or a folder. It reports
// whether to go on, as all methods do.
func (o *opener) path(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return refuseFile(path, cause(err), "", o.yield)
	}
	if !info.IsDir() {
		if reason := o.notInput(info); reason != "" {
			return refuseFile(path, errors.New(reason), "", o.yield)
		}
		return o.file(path, info)
	}
	o.entries = 0
	if !o.folder(path) {
		return false
	}
	if o.entries == 0 {
		e := &article.Error{Origin: path, Reason: article.Empty, Says: "there is no file in this folder"}
		return o.yield(File{Origin: path}, e)
	}
	return true
}

// notInput is why a file is left out, "" where it is not.
func (o *opener) notInput(info fs.FileInfo) string {
	if o.leaveOut == nil {
		return ""
	}
	return o.leaveOut(info)
}

// folder opens the files under path.
func (o *opener) folder(path string) bool {
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil {
		o.entries++
		return refuseFile(path, cause(err), "", o.yield)
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
	if e.IsDir() {
		return o.folder(path)
	}
	info, err := os.Stat(path) // what a link leads to
	switch {
	case err == nil && (info.IsDir() || o.notInput(info) != ""):
		return true // a link to a folder may lead in a circle
	case err == nil && !info.Mode().IsRegular():
		err = fmt.Errorf("it is no regular file (%s)", info.Mode().Type()) // a pipe would block for ever
	}
	o.entries++
	if err != nil {
		return refuseFile(path, cause(err), "", o.yield)
	}
	return o.file(path, info)
}

func (o *opener) file(path string, info fs.FileInfo) bool {
	var f fs.File
	var err error
	if info.Mode().IsRegular() {
		f, err = os.Open(path)
	} else {
		f, err = openWaiting(o.ctx, path)
	}
	if err != nil {
		return refuseFile(path, cause(err), "", o.yield)
	}
	defer f.Close()
	return o.yield(File{path, f}, nil)
}

func refuseFile(origin string, err error, hint string, yield func(File, error) bool) bool {
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
