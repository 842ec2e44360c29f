package export

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
)

// Format is how rows are written.
type Format string

const (
	JSONLines Format = "jsonl" // an object a line
	CSV       Format = "csv"   // RFC 4180, with a line of column names
)

// Formats are all of them.
var Formats = []string{string(JSONLines), string(CSV)}

// MediaType is what HTTP calls it.
func (f Format) MediaType() string {
	if f == CSV {
		return "text/csv; charset=utf-8; header=present"
	}
	return "application/jsonl; charset=utf-8"
}

// rowWriter writes a table. One goroutine uses it.
type rowWriter interface {
	head() error
	row(cells []any) error
	flush() error
}

func (f Format) writer(w io.Writer, columns []Column) rowWriter {
	if f == CSV {
		return &csvWriter{csv.NewWriter(w), columns}
	}
	j := &jsonWriter{to: bufio.NewWriter(w)}
	for _, c := range columns {
		j.names = append(j.names, writeJSON(c.Name))
	}
	return j
}

// jsonWriter writes objects whose fields have the order of the columns.
type jsonWriter struct {
	to    *bufio.Writer
	names [][]byte
}

func (w *jsonWriter) head() error { return nil }

func (w *jsonWriter) row(cells []any) error {
	for i, v := range cells {
		before := byte(',')
		if i == 0 {
			before = '{'
		}
		w.to.WriteByte(before)
		w.to.Write(w.names[i])
		w.to.WriteByte(':')
		w.to.Write(writeJSON(v))
	}
	_, err := w.to.WriteString("}\n") // which has the first error of all
	return err
}

func (w *jsonWriter) flush() error { return w.to.Flush() }

// writeJSON writes what was read from JSON, which cannot fail.
func writeJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

type csvWriter struct {
	to      *csv.Writer
	columns []Column
}

func (w *csvWriter) head() error {
	var names []string
	for _, c := range w.columns {
		names = append(names, c.Name)
	}
	return w.to.Write(names)
}

func (w *csvWriter) row(cells []any) error {
	texts := make([]string, len(cells))
	for i, v := range cells {
		texts[i] = text(v)
	}
	return w.to.Write(texts)
}

func (w *csvWriter) flush() error {
	w.to.Flush()
	return w.to.Error()
}

// text is the cell of a value: numbers and truths as in JSON, null empty, and what is text so
// that no spreadsheet takes it for a formula.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return harmless(v)
	case bool:
		if v {
			return "true"
		}
		return "false"
	case json.Number:
		return v.String()
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			s, _ := item.(string)
			items[i] = listEscapes.Replace(s)
		}
		return harmless(strings.Join(items, "|"))
	}
	return ""
}

// listEscapes mark what divides the items of a list within an item.
var listEscapes = strings.NewReplacer(`\`, `\\`, `|`, `\|`)

// harmless puts an apostrophe before a text that begins as a formula does, and before one that
// begins with an apostrophe, so that who takes one off has the text back.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n'", rune(s[0])) {
		return "'" + s
	}
	return s
}
