// Command build makes the tables of the register that come from the data of others:
//
//	go run ./loader/identity/build DATA [REGISTER]
//
// DATA is a folder with register/countries.jsonl (mledoze/countries), leaders_1945_2021.csv
// (REIGN), us_executive.yaml (unitedstates/congress-legislators), places_natural_earth.csv
// (Natural Earth), world_cities.csv.gz (GeoNames) and us_legislators.csv (likewise
// unitedstates/congress-legislators), and with dictionaries/Phoenix.*.actors.txt (PETRARCH). REGISTER is where the tables go,
// loader/identity/register if left out. The corrections of this folder (*.tsv) are part of
// the command. The same data give the same tables byte for byte.
package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

//go:embed *.tsv
var corrections embed.FS

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: build DATA [REGISTER]")
		os.Exit(2)
	}
	out := filepath.Join("loader", "identity", "register")
	if len(os.Args) == 3 {
		out = os.Args[2]
	}
	if err := build(os.Args[1], out); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func build(all, out string) error {
	data := filepath.Join(all, "register")
	nations, err := readNations(data)
	if err != nil {
		return err
	}
	tables := []struct {
		name string
		make func() (table, error)
	}{
		{"countries.tsv", func() (table, error) { return countries(nations) }},
		{"us_executive.tsv", func() (table, error) { return executive(data) }},
		{"leaders.tsv", func() (table, error) { return leaders(data, nations) }},
		{"cities.tsv", func() (table, error) { return cities(data, nations) }},
		{"directory.tsv", func() (table, error) { return directoryTable(all, out, nations) }},
		{"towns.tsv", func() (table, error) { return towns(data, nations) }},
	}
	for _, t := range tables {
		made, err := t.make()
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		if err := made.write(filepath.Join(out, t.name)); err != nil {
			return err
		}
		fmt.Printf("%s: %d rows\n", t.name, len(made.rows))
	}
	return nil
}

// table is one file of the register: comment lines, the names of the columns, rows.
type table struct {
	notes   []string
	columns []string
	rows    [][]string
}

func (t table) write(name string) error {
	var b strings.Builder
	for _, n := range t.notes {
		b.WriteString("# " + n + "\n")
	}
	b.WriteString(strings.Join(t.columns, "\t") + "\n")
	for _, r := range t.rows {
		for _, field := range r {
			if strings.ContainsAny(field, "\t\n\r") {
				return fmt.Errorf("%s: field %q has a tab or a line break", name, field)
			}
		}
		b.WriteString(strings.Join(r, "\t") + "\n")
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}

// sort orders the rows by the columns in turn.
func (t table) sort(by ...int) {
	slices.SortStableFunc(t.rows, func(a, b []string) int {
		for _, i := range by {
			if c := strings.Compare(a[i], b[i]); c != 0 {
				return c
			}
		}
		return 0
	})
}

// readCorrections reads a table of this folder; each row is as long as the header.
func readCorrections(name string) ([]map[string]string, error) {
	b, err := corrections.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var header []string
	var rows []map[string]string
	for n, line := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if header == nil {
			header = fields
			continue
		}
		if len(fields) > len(header) {
			return nil, fmt.Errorf("%s:%d: %d fields for %d columns", name, n+1, len(fields), len(header))
		}
		row := map[string]string{}
		for i, f := range fields {
			row[header[i]] = strings.TrimSpace(f)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// slug is a name as part of a key: folded words joined by hyphens.
func slug(name string) string { return strings.ReplaceAll(graph.Fold(name), " ", "-") }

// list joins names with |, without repeats and without the ones in except.
func list(names []string, except ...string) string {
	var out []string
	for _, n := range names {
		n = strings.TrimSpace(n)
		if n != "" && !slices.Contains(out, n) && !slices.Contains(except, n) {
			out = append(out, n)
		}
	}
	return strings.Join(out, "|")
}
