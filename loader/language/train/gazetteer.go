package main

import (
	"compress/gzip"
	_ "embed" // for lands.txt
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

//go:embed lands.txt
var lands string

// gazetteer collects rows "kind<TAB>name" from the register's tables.
type gazetteer struct {
	rows     map[string]bool
	ordinary map[string]int // words of the trees in small letters: no sure names
}

func buildGazetteer(data, tables string, bank []treebank.Sentence) ([]byte, error) {
	g := &gazetteer{rows: map[string]bool{}, ordinary: map[string]int{}}
	for _, s := range bank {
		for _, w := range s.Words {
			if w.UPOS != "PROPN" && w.Form == strings.ToLower(w.Form) {
				g.ordinary[w.Form]++
			}
		}
	}
	register := filepath.Join(data, "register")
	err := errors.Join(
		g.countries(filepath.Join(register, "countries.jsonl")),
		g.column(filepath.Join(register, "world_cities.csv.gz"), "city", 0),
		g.column(filepath.Join(register, "admin1_geonames.csv"), "region", 1),
		g.people(filepath.Join(data, "names", "yente_negatives_global.csv.gz")),
		g.people(filepath.Join(data, "names", "yente_negatives_us.csv.gz")),
		g.tables(tables),
		g.actors(filepath.Join(data, "dictionaries", "Phoenix.MilNonState.actors.txt")),
		g.actors(filepath.Join(data, "dictionaries", "Phoenix.International.actors.txt")),
	)
	if err != nil {
		return nil, err
	}
	for _, l := range strings.Split(lands, "\n") {
		if kind, names, ok := strings.Cut(l, "\t"); ok && l[0] != '#' {
			for _, name := range strings.Split(names, " | ") {
				g.add(kind, name)
			}
		}
	}
	rows := make([]string, 0, len(g.rows))
	for r := range g.rows {
		rows = append(rows, r)
	}
	slices.Sort(rows)
	return []byte(strings.Join(rows, "\n") + "\n"), nil
}

// add enters a name unless it is an ordinary word.
func (g *gazetteer) add(kind, name string) {
	words := language.Tokenize(strings.ToLower(name))
	sure := kind == "country" || kind == "body" || kind == "demonym" || kind == "person"
	if len(words) == 0 || len(words) > 6 || len(words) == 1 && !sure && (g.ordinary[words[0]] > 2 || len(words[0]) < 3) {
		return
	}
	g.rows[kind+"\t"+strings.Join(words, " ")] = true
}

func (g *gazetteer) countries(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	for d := json.NewDecoder(f); ; {
		var c struct {
			Name     struct{ Common, Official string }
			Capital  []string
			Demonyms struct{ F, M string }
		}
		if err := d.Decode(&c); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		g.add("country", c.Name.Common)
		g.add("country", c.Name.Official)
		for _, x := range c.Capital {
			g.add("city", x)
		}
		for _, x := range strings.Split(c.Demonyms.M+","+c.Demonyms.F, ",") {
			if x = strings.TrimSpace(x); x != "" && unicode.IsUpper([]rune(x)[0]) {
				g.add("demonym", x)
				if !strings.HasSuffix(x, "s") && !strings.HasSuffix(x, "sh") && !strings.HasSuffix(x, "ese") && !strings.HasSuffix(x, "ch") {
					g.add("demonym", x+"s")
				}
			}
		}
	}
}

// eachRow calls f with every row of a CSV file behind the first.
func eachRow(name string, f func(row []string)) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	c := csv.NewReader(r)
	c.FieldsPerRecord = -1
	c.LazyQuotes = true
	for first := true; ; first = false {
		row, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if !first {
			f(row)
		}
	}
}

func (g *gazetteer) column(name, kind string, column int) error {
	return eachRow(name, func(row []string) {
		if column < len(row) {
			g.add(kind, row[column])
		}
	})
}

// people counts given and family names in Latin letters: those of several
// people are names of their kind.
func (g *gazetteer) people(name string) error {
	given, family := map[string]int{}, map[string]int{}
	err := eachRow(name, func(row []string) {
		if len(row) > 3 && latin(row[1]) && latin(row[3]) {
			given[row[1]]++
			family[row[3]]++
		}
	})
	if err != nil {
		return err
	}
	for n, count := range given {
		if count > 2 {
			g.add("given", n)
		}
	}
	for n, count := range family {
		if count > 2 {
			g.add("family", n)
		}
	}
	return nil
}

func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return s != ""
}
