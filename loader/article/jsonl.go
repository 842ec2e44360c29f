package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// record is an article as a line of JSON lines gives it.
type record struct {
	ID          scalar  `json:"id"`
	URL         string  `json:"url"`
	Title       string  `json:"title"`
	Publisher   string  `json:"publisher"`
	Author      string  `json:"author"`
	Language    string  `json:"language"`
	Published   string  `json:"published"`
	PublishedAt string  `json:"publishedAt"`
	Modified    string  `json:"modified"`
	Text        *string `json:"text"`
}

// scalar takes an id written as a number for its digits.
type scalar string

// UnmarshalJSON reads a string or a number; null changes nothing.
func (s *scalar) UnmarshalJSON(b []byte) error {
	var n json.Number
	if len(b) > 0 && b[0] != '"' && json.Unmarshal(b, &n) == nil {
		*s = scalar(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(s))
}

const shapeHint = `a line is an object such as {"url": "…", "title": "…", "published": "2016-04-25", "publisher": "…", "text": "…"}`

// ParseLine reads one line of JSON lines, as Read does. Unknown fields are passed over.
// The error is an *Error with origin, and the Article beside it holds what could be read.
func ParseLine(line []byte, origin string) (Article, error) {
	a := Article{Origin: origin}
	if err := checkUTF8(line, origin); err != nil {
		return a, err
	}
	var r record
	err := json.Unmarshal(line, &r)
	a.ID, a.URL, a.Title, a.Publisher = string(r.ID), strings.TrimSpace(r.URL), oneLine(r.Title), oneLine(r.Publisher)
	a.Author, a.Language = oneLine(r.Author), strings.TrimSpace(r.Language)
	if r.Text != nil {
		a.Text = *r.Text
	}
	if err != nil {
		return a, refuse(origin, WrongShape, shapeHint, "%s", sayJSON(err))
	}
	if err := a.setDates(r); err != nil {
		return a, err
	}
	switch {
	case r.Text == nil:
		return a, refuse(origin, WrongShape, shapeHint, `there is no field "text"`)
	case isBlank(a.Text):
		return a, refuse(origin, Empty, "", `the field "text" is empty`)
	case len(a.Text) > MaxText:
		return a, tooLarge(origin, "the text", MaxText)
	}
	a.fillFromHead(false) // there is a field for the title, and the text may be one sentence
	return a, nil
}

// sayJSON turns an error of the JSON reader into words for the writer of the file.
func sayJSON(err error) string {
	var field *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &field) && field.Field != "":
		return fmt.Sprintf("the field %q is %s %s instead of a string", field.Field, aOrAn(field.Value), field.Value)
	case errors.As(err, &field):
		return fmt.Sprintf("this is %s %s instead of an object", aOrAn(field.Value), field.Value)
	case errors.As(err, &syntax):
		return fmt.Sprintf("this is not JSON: %s at byte %d of the line", syntax, syntax.Offset)
	}
	return "this is not JSON: " + err.Error()
}

func aOrAn(noun string) string {
	if strings.IndexByte("aeiou", noun[0]) >= 0 {
		return "an"
	}
	return "a"
}

// setDates reads the three dates. A moment given as "published" sets both the moment and
// its day; a day given for a moment is its first in UTC.
func (a *Article) setDates(r record) error {
	for _, d := range []struct {
		field, value string
		day          *graph.Date
		moment       *time.Time
	}{
		{"published", r.Published, &a.Published, &a.PublishedAt},
		{"publishedAt", r.PublishedAt, &a.Published, &a.PublishedAt},
		{"modified", r.Modified, nil, &a.Modified},
	} {
		value := strings.TrimSpace(d.value)
		if value == "" {
			continue
		}
		day, moment, ok := parseMoment(value)
		if !ok {
			return refuse(a.Origin, UnknownDate, "write 2016-04-25 or 2016-04-25T10:30:00Z, or leave it out",
				"the field %q is no date: %q", d.field, shorten(value))
		}
		if d.day != nil && !d.day.Known() {
			*d.day = day
		}
		if !moment.IsZero() || d.field != "published" {
			*d.moment = moment
			if moment.IsZero() {
				*d.moment = day.Time()
			}
		}
	}
	return nil
}

// parseMoment reads a day or a moment; the moment is zero for a day.
func parseMoment(s string) (graph.Date, time.Time, bool) {
	if d, err := graph.ParseDate(s); err == nil {
		return d, time.Time{}, true
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1 {
			return graph.DateOf(t), t, true
		}
	}
	return 0, time.Time{}, false
}

func shorten(s string) string {
	if rs := []rune(s); len(rs) > 40 {
		return string(rs[:39]) + "…"
	}
	return s
}

// readLines reads JSON lines until the end of r or until yield has enough. Empty lines
// are passed over.
func readLines(r *bufio.Reader, origin string, opts Options, yield func(Article, error) bool) {
	if opts.URL != "" || opts.Title != "" {
		yield(Article{Origin: origin}, refuse(origin, AmbiguousOptions, `write "url" and "title" into each line`,
			"an address or a title was given, but this is JSON lines and may hold many articles"))
		return
	}
	var held error // of the first line, until the second shows what the input is
	for number := 1; ; number++ {
		line, tooLong, err := readLine(r)
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		at := fmt.Sprintf("%s:%d", origin, number)
		line = bytes.TrimSpace(line)
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			yield(Article{Origin: at}, unreadable(at, err))
			return
		case tooLong:
			if !yield(Article{Origin: at}, tooLarge(at, "the line", MaxLine)) {
				return
			}
		case len(line) > 0:
			if number > 1 && line[0] != '{' && held != nil {
				yield(Article{Origin: origin}, refuse(origin, WrongShape, "write each article on one line: jq -c .",
					"this is JSON over several lines, not JSON lines"))
				return
			}
			if held != nil && !yield(Article{Origin: held.(*Error).Origin}, held) {
				return
			}
			held = nil
			a, failed := ParseLine(line, at)
			if failed != nil && len(a.Text) == 0 && number == 1 && isUnfinished(line) && err == nil {
				held = failed
				break
			}
			if a.Publisher == "" {
				a.Publisher = opts.Publisher
			}
			if !a.Published.Known() {
				a.Published = opts.Published
			}
			if !yield(a, failed) {
				return
			}
		}
		if err != nil {
			if held != nil {
				yield(Article{Origin: held.(*Error).Origin}, held)
			}
			return
		}
	}
}

// isUnfinished: the JSON value that line starts does not end in it.
func isUnfinished(line []byte) bool {
	var v json.RawMessage
	return errors.Is(json.NewDecoder(bytes.NewReader(line)).Decode(&v), io.ErrUnexpectedEOF)
}

// readLine reads up to and without the next line feed. A line above MaxLine is read to
// its end and thrown away. The error is io.EOF with the last line.
func readLine(r *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > MaxLine {
			line, tooLong = nil, true
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}
