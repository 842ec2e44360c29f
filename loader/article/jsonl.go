package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

const shapeHint = `an article is an object such as {"url": "…", "title": "…", "published": "2016-04-25", "publisher": "…", "text": "…"}`

// ParseLine reads one article from a JSON object, as Read does. Beside the fields of the
// format the common names of others are known (record.go); unknown fields are passed over.
// The error is an *Error with origin, and the Article beside it holds what could be read.
func ParseLine(line []byte, origin string) (Article, error) {
	if err := checkUTF8(line, origin); err != nil {
		return Article{Origin: origin}, err
	}
	fs, err := parseFields(line)
	if err != nil {
		return Article{Origin: origin}, refuse(origin, WrongShape, shapeHint, "%s", sayJSON(err))
	}
	return fs.article(origin)
}

// article is the article that the fields of an object make.
func (fs fields) article(origin string) (Article, error) {
	a := Article{Origin: origin}
	r, err := fs.record()
	a.ID, a.URL, a.Title, a.Publisher = r.id, strings.TrimSpace(r.url), oneLine(r.title), oneLine(r.publisher)
	a.Author, a.Language = oneLine(r.author), strings.TrimSpace(r.language)
	a.Text = r.text
	if err != nil {
		return a, refuse(origin, WrongShape, shapeHint, "%s", sayJSON(err))
	}
	if err := a.setDates(r); err != nil {
		return a, err
	}
	switch {
	case r.textName == "":
		return a, refuse(origin, WrongShape, shapeHint, `there is no field "text"%s`, fs.say())
	case isBlank(a.Text):
		return a, refuse(origin, Empty, "", "the field %q is empty", r.textName)
	case len(a.Text) > MaxText:
		return a, tooLarge(origin, "the text", MaxText)
	case isPage(skipBlank([]byte(a.Text))):
		if a.Text, err = fragmentText(a.Text, origin); err != nil {
			return a, err
		}
		if isBlank(a.Text) {
			return a, refuse(origin, Empty, "", "the field %q holds markup and no text", r.textName)
		}
		a.Title = unescape(a.Title)
	}
	if err := a.checkFields(); err != nil {
		return a, err
	}
	a.fillFromHead(false) // there is a field for the title, and the text may be one sentence
	return a, nil
}

// sayJSON turns an error of the JSON reader into words for the writer of the file.
func sayJSON(err error) string {
	var field *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errRepeated):
		return err.Error()
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
	for i, d := range []struct {
		field, value string
		day          *graph.Date
		moment       *time.Time
	}{
		{r.name("published"), r.published, &a.Published, &a.PublishedAt},
		{r.name("publishedAt"), r.publishedAt, &a.Published, &a.PublishedAt},
		{r.name("modified"), r.modified, nil, &a.Modified},
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
		if !moment.IsZero() || d.moment != &a.PublishedAt || i > 0 {
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
	if strings.HasPrefix(s, "0001-01-01") { // how programs write that they know no moment
		return 0, time.Time{}, true
	}
	if d, err := graph.ParseDate(s); err == nil {
		return d, time.Time{}, true
	}
	for _, layout := range momentLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1 && t.Year() <= 9999 {
			return graph.DateOf(t), t, true
		}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n >= 1e8 && n < 1e14 { // of a Unix clock
		if n >= 1e11 {
			n /= 1000
		}
		t := time.Unix(n, 0).UTC()
		return graph.DateOf(t), t, true
	}
	if d := dateIn(s); d.Known() && len(s) <= longestDate {
		return d, time.Time{}, true
	}
	return 0, time.Time{}, false
}

// momentLayouts are how moments are written, in no two of which one text has two meanings.
var momentLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
	"2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02T15:04:05-0700",
	"20060102T150405Z", time.RFC1123, time.RFC1123Z, time.RFC822Z, "2 Jan 2006 15:04:05 -0700", time.UnixDate, time.RubyDate,
}

// longestDate is above any date in words: "Published on Wednesday, 25 September 2016, 10:30 am".
const longestDate = 60

func shorten(s string) string {
	if rs := []rune(s); len(rs) > 40 {
		return string(rs[:39]) + "…"
	}
	return s
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
