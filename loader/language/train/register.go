package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// registerKinds are the tables of the register of known actors that name
// something for the gazetteer, and as what.
var registerKinds = []struct{ table, kind string }{
	{"agencies", "body"}, {"groups", "body"}, {"organizations", "body"}, {"companies", "body"}, {"media", "body"},
	{"regions", "region"}, {"cities", "city"}, {"countries", "country"},
	{"leaders", "person"}, {"officials", "person"}, {"us_executive", "person"},
}

// tables adds the names of the tables in a folder.
func (g *gazetteer) tables(folder string) error {
	for _, k := range registerKinds {
		if err := g.table(filepath.Join(folder, k.table+".tsv"), k.kind); err != nil {
			return err
		}
	}
	return nil
}

// table adds the names, aliases and words for peoples of one table.
func (g *gazetteer) table(name, kind string) error {
	return eachEntry(name, func(column func(string) []string) {
		for _, n := range append(column("name"), column("aliases")...) {
			g.named(kind, n)
		}
		for _, n := range column("adjectives") {
			g.add("demonym", n)
		}
		for _, n := range column("people") {
			for _, form := range strings.Split(n, "/") {
				g.add("demonym", form)
			}
		}
		for _, n := range column("capitals") {
			g.add("city", n)
		}
	})
}

// eachEntry calls f with the entries of a table of the register. column returns
// the values, parted by "|", of a column by its name.
func eachEntry(name string, f func(column func(string) []string)) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	var header []string
	sc := bufio.NewScanner(file)
	for sc.Buffer(nil, 1<<20); sc.Scan(); {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if header == nil {
			header = row
			continue
		}
		f(func(name string) []string {
			if i := slices.Index(header, name); i >= 0 && i < len(row) {
				return strings.FieldsFunc(row[i], func(r rune) bool { return r == '|' })
			}
			return nil
		})
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// named adds one name. Of a person the last word is a family name and the first
// a given name.
func (g *gazetteer) named(kind, name string) {
	name = strings.TrimPrefix(strings.TrimSuffix(name, "!"), "the ")
	if kind == "body" && g.ordinary[strings.ToLower(name)] > 2 {
		return // "Army", "LET": capitals are all that tells it from the word
	}
	if kind != "person" {
		g.add(kind, name)
		return
	}
	words := strings.Fields(name)
	if len(words) == 0 {
		return
	}
	g.add("family", words[len(words)-1])
	if len(words) > 1 {
		g.add("given", words[0])
		g.add("person", name)
	}
}
