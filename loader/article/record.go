package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// record is an article as a line of JSON lines gives it.
type record struct {
	id                                      scalar
	url, title, publisher, author, language string
	published, publishedAt, modified        string
	text                                    *string

	alike string // a field that is "text" but for upper case
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

var errRepeated = errors.New("stands there twice, and only one can be meant")

// parseRecord reads a JSON object. encoding/json itself would take "TEXT" for "text" and
// the last of two for the one that is meant. Beside an error the record holds what could
// be read.
func parseRecord(line []byte) (record, error) {
	var r record
	var whole json.RawMessage
	if err := json.Unmarshal(line, &whole); err != nil {
		return r, err
	}
	if line = bytes.TrimSpace(line); line[0] != '{' {
		return r, json.Unmarshal(line, &struct{}{})
	}
	fields := map[string]any{
		"id": &r.id, "url": &r.url, "title": &r.title, "publisher": &r.publisher, "author": &r.author, "language": &r.language,
		"published": &r.published, "publishedAt": &r.publishedAt, "modified": &r.modified, "text": &r.text,
	}
	seen := map[string]bool{}
	var failed error
	d := json.NewDecoder(bytes.NewReader(line))
	_, err := d.Token()
	for err == nil && d.More() {
		var name json.Token
		if name, err = d.Token(); err != nil {
			break
		}
		key, _ := name.(string)
		var value json.RawMessage
		if err = d.Decode(&value); err != nil {
			break
		}
		field, known := fields[key]
		switch {
		case !known:
			if strings.EqualFold(key, "text") {
				r.alike = key
			}
			continue
		case seen[key] && failed == nil:
			failed = fmt.Errorf("the field %q %w", key, errRepeated)
		case !seen[key]:
			seen[key] = true
			wrong := json.Unmarshal(value, field)
			if e := (*json.UnmarshalTypeError)(nil); errors.As(wrong, &e) {
				e.Field = key
			}
			if failed == nil {
				failed = wrong
			}
		}
	}
	if err != nil { // it was found to be well formed above
		return r, err
	}
	return r, failed
}
