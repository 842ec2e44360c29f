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
		in, err := unpack(r, origin, opts.Charset)
		if err != nil {
			yield(Entry{Article: Article{Origin: origin}, Err: err})
			return
		}
		head, kind, err := look(in)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(Entry{Article: Article{Origin: origin}, Err: unreadable(origin, err)})
			return
		}
		switch kind {
		case jsonLines:
			l := lines{in: in, origin: origin, opts: opts}
			l.read(yield)
			return
		case jsonDocument:
			readDocument(in, origin, opts, yield)
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

	heldLine []byte
}

// read gives one Entry for each line that is not empty, until the end of the input or
// until yield has enough.
func (l *lines) read(yield func(Entry) bool) {
	if err := l.opts.forMany(l.origin); err != nil {
		yield(Entry{Article: Article{Origin: l.origin}, Err: err})
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
			l.opts.fill(&e.Article)
		}
		if e.Err != nil || e.Line != nil {
			if l.held != nil && e.Line != nil && line[0] != '{' { // the object goes on over several lines
				begun := append(append(l.heldLine, '\n'), line...)
				readDocument(io.MultiReader(bytes.NewReader(append(begun, '\n')), l.in), l.origin, l.opts, yield)
				return
			}
			if !l.release(yield) {
				return
			}
			if number == 1 && err == nil && len(e.Article.Text) == 0 && isUnfinished(e.Line) {
				l.held, l.heldLine = &e, bytes.Clone(line)
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

// fill puts in what an article of many leaves out.
func (o Options) fill(a *Article) {
	if a.Publisher == "" {
		a.Publisher = o.Publisher
	}
	if !a.Published.Known() {
		a.Published = o.Published
	}
}

// forMany refuses options that cannot hold for many articles.
func (o Options) forMany(origin string) error {
	if o.URL == "" && o.Title == "" {
		return nil
	}
	return refuse(origin, AmbiguousOptions, `write "url" and "title" into each article`,
		"an address or a title was given, but this is JSON and may hold many articles")
}
