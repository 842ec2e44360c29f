package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// treeNames returns the names in our trees by slot: those of one word, since
// names of several have trees of their own. They are taken from the data alone,
// so that our trees stay the same when the tables of the register change.
func treeNames(data string) (map[string][]string, error) {
	names := map[string][]string{}
	add := func(slot, name string) {
		if name = strings.TrimSpace(name); len(name) > 2 && latin(name) && !strings.ContainsAny(name, " -'.,()") {
			names[slot] = append(names[slot], name)
		}
	}
	f, err := os.Open(filepath.Join(data, "register", "countries.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for d := json.NewDecoder(f); ; {
		var c struct {
			Name     struct{ Common string }
			Capital  []string
			Demonyms struct{ M string }
		}
		if err := d.Decode(&c); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("countries.jsonl: %w", err)
		}
		add("country", c.Name.Common)
		add("demonym", c.Demonyms.M)
		for _, name := range c.Capital {
			add("city", name)
			add("city", name) // twice: capitals are named often
		}
	}
	row := 0
	if err := eachRow(filepath.Join(data, "register", "world_cities.csv.gz"), func(fields []string) {
		if row++; row%everyTown == 0 && len(fields) > 0 {
			add("city", fields[0])
		}
	}); err != nil {
		return nil, err
	}
	err = eachPerson(data, func(given, family string) {
		add("given", given)
		add("family", family)
	})
	return names, err
}
