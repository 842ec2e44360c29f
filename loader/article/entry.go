package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// Entry is one article as Read gives it, with the line it was read from.
type Entry struct {
	Article Article
	Err     error  // an *Error or nil; what is known of the article is in Article all the same
	IsLine  bool   // it is one line of JSON lines, with its own Origin
	Line    []byte // that line, nil where it could not be read; good until the next Entry
}

// Entries reads one input as Read does, for those who keep more in their lines than
// articles.
func Entries(r io.Reader, origin string, opts Options) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		in := bufio.NewReaderSize(r, sniffed)
		head, kind, err := look(in)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(Entry{Article: Article{Origin: origin}, Err: unreadable(origin, err)})
			return
		}
		if kind == jsonLines {
			l := lines{in: in, origin: origin, opts: opts}
			l.read(yield)
			return
		}
		if err := refuseForeign(head, origin); err != nil {
			yield(Entry{Article: Article{Origin: origin}, Err: err})
			return
		}
		a, err := readText(in, origin, opts)
		yield(Entry{Article: a, Err: err})
	}
}

// lines reads JSON lines.
type lines struct {
	in     *bufio.Reader
	origin string
	opts   Options
	held   *Entry // the first line, which failed, until the second shows what the input is
}

// read gives one Entry for each line that is not empty, until the end of the input or
// until yield has enough.
func (l *lines) read(yield func(Entry) bool) {
	if l.opts.URL != "" || l.opts.Title != "" {
		yield(Entry{Article: Article{Origin: l.origin}, Err: refuse(l.origin, AmbiguousOptions, `write "url" and "title" into each line`,
			"an address or a title was given, but this is JSON lines and may hold many articles")})
		return
	}
	for number := 1; ; number++ {
		line, tooLong, err := readLine(l.in)
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		line = bytes.TrimSpace(line)
		e := Entry{Article: Article{Origin: fmt.Sprintf("%s:%d", l.origin, number)}, IsLine: true}
		at := e.Article.Origin
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			e.Err = unreadable(at, err)
		case tooLong:
			e.Err = tooLarge(at, "the line", MaxLine)
		case len(line) > 0:
			e.Line = line
			e.Article, e.Err = ParseLine(line, at)
			l.fill(&e.Article)
		}
		if e.Err != nil || e.Line != nil {
			if l.held != nil && e.Line != nil && line[0] != '{' {
				yield(Entry{Article: Article{Origin: l.origin}, Err: refuse(l.origin, WrongShape, "write each article on one line: jq -c .",
					"this is JSON over several lines, not JSON lines")})
				return
			}
			if !l.release(yield) {
				return
			}
			if number == 1 && err == nil && len(e.Article.Text) == 0 && isUnfinished(e.Line) {
				l.held = &e
			} else if !yield(e) {
				return
			}
		}
		if err != nil {
			l.release(yield)
			return
		}
	}
}

// release gives the line that was held back and reports whether to go on.
func (l *lines) release(yield func(Entry) bool) bool {
	e := l.held
	l.held = nil
	return e == nil || yield(*e)
}

// fill puts in what a line leaves out.
func (l *lines) fill(a *Article) {
	if a.Publisher == "" {
		a.Publisher = l.opts.Publisher
	}
	if !a.Published.Known() {
		a.Published = l.opts.Published
	}
}
