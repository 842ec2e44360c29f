package neo4j

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

// arrayDelimiter stands between the elements of a list.
const arrayDelimiter = "|"

// rowsKept is how many rows wait until the columns of a table are known.
const rowsKept = 20_000

// importTable is one CSV file and, in another, the names and types of its columns: those of
// its first rows.
type importTable struct {
	path    string
	kept    []map[string]any
	columns []string
	types   map[string]string
	file    *os.File
	out     *bufio.Writer
	line    []byte
}

func (t *importTable) write(row map[string]any) error {
	if t.columns != nil {
		return t.writeRow(row)
	}
	t.kept = append(t.kept, row)
	if len(t.kept) < rowsKept {
		return nil
	}
	return t.begin()
}

// begin takes the columns from the rows so far, and writes these.
func (t *importTable) begin() error {
	t.types = map[string]string{}
	for _, row := range t.kept {
		for name, v := range row {
			if t.types[name] == "" {
				t.types[name] = typeOf(v)
			}
		}
	}
	if t.types["longStart"] == "" && t.types["oldest"] != "" && t.types["actors"] != "" { // seldom there
		t.types["longStart"] = "long"
	}
	t.columns = slices.Sorted(maps.Keys(t.types))
	var header []string
	for _, name := range t.columns {
		switch {
		case name == "id" && t.types[":LABEL"] != "":
			name = "id:ID"
		case strings.HasPrefix(name, ":"):
		default:
			name += ":" + t.types[name]
		}
		header = append(header, name)
	}
	err := os.WriteFile(t.path+".header.csv", []byte(strings.Join(header, ",")+"\n"), 0o644)
	if err != nil {
		return err
	}
	if t.file, err = os.Create(t.path + ".csv"); err != nil {
		return err
	}
	t.out = bufio.NewWriterSize(t.file, 1<<20)
	for _, row := range t.kept {
		if err := t.writeRow(row); err != nil {
			return err
		}
	}
	t.kept = nil
	return nil
}

func typeOf(v any) string {
	switch v.(type) {
	case nil:
		return ""
	case int64:
		return "long"
	case bool:
		return "boolean"
	case []any:
		return "string[]"
	case []byte:
		return "byte[]"
	}
	return "string"
}

// writeRow leaves what is absent empty; a text is quoted, so that an empty one is a text.
func (t *importTable) writeRow(row map[string]any) error {
	t.line = t.line[:0]
	met := 0
	for i, name := range t.columns {
		if i > 0 {
			t.line = append(t.line, ',')
		}
		v, ok := row[name]
		if ok {
			met++
		}
		if v != nil && typeOf(v) != t.types[name] {
			return fmt.Errorf("column %s is of %s and holds %T", name, t.types[name], v)
		}
		switch v := v.(type) {
		case int64:
			t.line = strconv.AppendInt(t.line, v, 10)
		case bool:
			t.line = strconv.AppendBool(t.line, v)
		case string:
			t.line = appendQuoted(t.line, v)
		case []any:
			texts := make([]string, len(v))
			for j, one := range v {
				texts[j] = one.(string)
				if strings.Contains(texts[j], arrayDelimiter) {
					return fmt.Errorf("column %s: %q holds the delimiter of lists", name, texts[j])
				}
			}
			t.line = appendQuoted(t.line, strings.Join(texts, arrayDelimiter))
		case []byte:
			for j, b := range v {
				if j > 0 {
					t.line = append(t.line, arrayDelimiter...)
				}
				t.line = strconv.AppendInt(t.line, int64(int8(b)), 10)
			}
		}
	}
	if met < len(row) {
		for _, name := range slices.Sorted(maps.Keys(row)) {
			if row[name] != nil && t.types[name] == "" {
				return fmt.Errorf("the first rows have no column %s", name)
			}
		}
	}
	_, err := t.out.Write(append(t.line, '\n'))
	return err
}

func appendQuoted(line []byte, text string) []byte {
	line = append(line, '"')
	line = append(line, strings.ReplaceAll(text, `"`, `""`)...)
	return append(line, '"')
}

func (t *importTable) close() error {
	if t.columns == nil {
		if err := t.begin(); err != nil {
			return err
		}
	}
	return errors.Join(t.out.Flush(), t.file.Close())
}
