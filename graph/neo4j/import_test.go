package neo4j_test

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// TestImportFiles compares what the files of an import hold with what Write makes of the same articles.
func TestImportFiles(t *testing.T) {
	folder := t.TempDir()
	if _, err := neo4j.WriteOffline(folder, graphtest.NewNewsroom(500).Batches(60, 25)); err != nil {
		t.Fatal(err)
	}
	imported := map[string][]string{}
	files, err := filepath.Glob(folder + "/*.header.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, header := range files {
		for kind, rows := range readImported(t, header) {
			imported[kind] = append(imported[kind], rows...)
		}
	}
	server := testserver.Empty(t)
	s := open(t, server)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	for batch := range graphtest.NewNewsroom(500).Batches(60, 60) {
		write(t, s, batch.Extractions...)
	}
	written := map[string][]string{}
	for _, row := range server.Run(t, "MATCH (n) RETURN [labels(n), properties(n)]") {
		pair := row.([]any)
		var labels []string
		for _, l := range pair[0].([]any) {
			labels = append(labels, l.(string))
		}
		slices.Sort(labels)
		kind := strings.Join(labels, " ")
		written[kind] = append(written[kind], described(pair[1].(map[string]any)))
	}
	for _, row := range server.Run(t, "MATCH (a)-[r]->(b) RETURN [type(r), a.id, b.id, properties(r)]") {
		parts := row.([]any)
		kind := parts[0].(string)
		written[kind] = append(written[kind], fmt.Sprint(parts[1], " ", parts[2], " ", described(parts[3].(map[string]any))))
	}
	if len(written) < 25 {
		t.Fatalf("%d kinds of nodes and relationships: this shows little", len(written))
	}
	for _, rows := range []map[string][]string{written, imported} {
		for _, of := range rows {
			slices.Sort(of)
		}
	}
	if d := cmp.Diff(written, imported); d != "" {
		t.Errorf("(-written +imported):\n%s", d)
	}
}

// described are properties as a text, but for those that say when something was written, or because of what last. An empty text is
// told from none by the server alone.
func described(p map[string]any) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(p)) {
		switch name {
		case "position", "recorded", "recordedAt", "recordedOn", "revisions", "stages", "sequence", "at", "changed", "cause":
			continue
		}
		value := p[name]
		if bytes, ok := value.([]byte); ok {
			var signed []any
			for _, c := range bytes {
				signed = append(signed, int8(c))
			}
			value = signed
		}
		if text := strings.TrimSuffix(strings.TrimPrefix(fmt.Sprint(value), "["), "]"); text != "" {
			fmt.Fprintf(&b, "%s: %s, ", name, text)
		}
	}
	return b.String()
}

// readImported reads one file, of which another is the header.
func readImported(t *testing.T, header string) map[string][]string {
	t.Helper()
	read := func(path string) [][]string {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	columns := read(header)[0]
	out := map[string][]string{}
	for _, row := range read(strings.TrimSuffix(header, ".header.csv") + ".csv") {
		p, special := map[string]any{}, map[string]string{}
		for i, column := range columns {
			name, kind, _ := strings.Cut(column, ":")
			switch {
			case name == "":
				special[kind] = row[i]
			case strings.HasSuffix(kind, "[]"):
				p[name] = strings.Split(row[i], "|")
			default:
				p[name] = row[i]
			}
		}
		if kind := special["TYPE"]; kind != "" {
			out[kind] = append(out[kind], fmt.Sprint(special["START_ID"], " ", special["END_ID"], " ", described(p)))
			continue
		}
		labels := strings.Split(special["LABEL"], "|")
		slices.Sort(labels)
		kind := strings.Join(labels, " ")
		out[kind] = append(out[kind], described(p))
	}
	return out
}
