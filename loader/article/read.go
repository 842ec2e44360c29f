package article

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode"
)

// Limits on what is read. A limit is an error, never a silent cut.
const (
	// MaxText is the most bytes one text may have. The longest novels have 3 to 4 MB,
	// no news article has; it bounds the memory of every worker behind.
	MaxText = 4 << 20
	// MaxLine is the most bytes one line of JSON lines may have: a text of MaxText in
	// which many characters are escaped, and room for the other fields.
	MaxLine = 4 * MaxText
	// MaxField is the most bytes an id, an address, a title, an author, a publisher
	// or a language may have.
	MaxField = 4 << 10
)

// Read reads the articles of one input in its order. origin names it in messages; r is
// read to its end at most and not closed.
//
// Every error is an *Error. For JSON lines it concerns one line, and the lines after it
// follow; the Article beside it then holds what could be read of the line, its ID above
// all. Any other error is the last value. Memory is bounded by MaxText and MaxLine.
func Read(r io.Reader, origin string, opts Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		for e := range Entries(r, origin, opts) {
			if !yield(e.Article, e.Err) {
				return
			}
		}
	}
}

// readText reads r to its end as one text: a web page, Markdown or plain.
func readText(r io.Reader, origin string, opts Options) (Article, error) {
	a := Article{URL: opts.URL, Title: oneLine(opts.Title), Publisher: opts.Publisher, Published: opts.Published, Origin: origin}
	b, err := io.ReadAll(io.LimitReader(r, MaxPage+1))
	if err != nil {
		return a, unreadable(origin, err)
	}
	page := isPage(skipBlank(b))
	if len(b) > MaxText && !page {
		return a, tooLarge(origin, "the text", MaxText)
	}
	if err := checkBinary(b, origin); err != nil {
		return a, err
	}
	if b, err = inUTF8(b, origin, page); err != nil {
		return a, err
	}
	b = bytes.TrimPrefix(b, []byte(byteOrderMark))
	if isBlank(string(b)) {
		return a, refuse(origin, Empty, "", "there is no text in it")
	}
	if page {
		return a, a.readPage(string(b))
	}
	a.Text = string(b)
	if isSource(a.Text) {
		return a, refuse(origin, UnsupportedFormat, "leave it out; of a folder --exclude does, by name", "this is the source of a program and no article")
	}
	a.Format = textFormat(a.Text)
	if err := a.fillFromSettings(); err != nil {
		return a, err
	}
	a.fillFromHead(true)
	return a, a.checkFields()
}

// readPage makes a of a web page.
func (a *Article) readPage(source string) error {
	p, err := readPage(source, a.Origin)
	a.fillFromPage(p.meta)
	if err != nil {
		return err
	}
	if len(p.text) > MaxText {
		return tooLarge(a.Origin, "the text", MaxText)
	}
	a.Text = p.text
	a.fillFromHead(true)
	return a.checkFields()
}

// checkBinary refuses what is no text in any character set.
func checkBinary(b []byte, origin string) error {
	if at := bytes.IndexByte(b, 0); at >= 0 {
		return refuse(origin, Binary, readable, "this is no text: a NUL byte at offset %d", at)
	}
	return nil
}

// checkFields refuses what is too long for a field, and control characters where they
// would make two names look like one.
func (a *Article) checkFields() error {
	for _, f := range []struct {
		name, value string
		exact       bool
	}{
		{"id", a.ID, true}, {"url", a.URL, true}, {"title", a.Title, false}, {"author", a.Author, false}, {"publisher", a.Publisher, false},
		{"language", a.Language, false},
	} {
		if len(f.value) > MaxField {
			return refuse(a.Origin, TooLarge, "shorten it or leave it out", "the %s has more than %d KiB", f.name, MaxField>>10)
		}
		if f.exact && strings.ContainsFunc(f.value, unicode.IsControl) {
			return refuse(a.Origin, WrongShape, "take it out", "the %s holds a control character: %q", f.name, shorten(f.value))
		}
	}
	return nil
}

// isBlank reports whether s holds nothing that can be seen.
func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !isSpace(r) && !isInvisible(r) }) < 0
}

// unreadable is the error of a reader that failed, or what it says itself of the input.
func unreadable(origin string, err error) *Error {
	var said *Error
	if errors.As(err, &said) {
		return said
	}
	return &Error{Origin: origin, Reason: Unreadable, Says: "cannot be read: " + err.Error(), Err: err}
}

func tooLarge(origin, what string, limit int) *Error {
	return refuse(origin, TooLarge, "split it into its articles", "%s has more than %d MiB", what, limit>>20)
}
