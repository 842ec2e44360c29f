package main

import (
	"path/filepath"
	"slices"
	"strings"
)

// nameLists returns the slots of our sentences that stand for names of the
// tables: places, peoples, and given and family names of the world.
func nameLists(data, register string) (map[string][]string, error) {
	lists := map[string][]string{}
	add := func(slot, name string) {
		if name = strings.TrimSpace(name); name != "" && !strings.ContainsAny(name, "{}[]|()") {
			lists[slot] = append(lists[slot], name)
		}
	}
	err := eachEntry(filepath.Join(register, "countries.tsv"), func(column func(string) []string) {
		for _, n := range column("name") {
			add("country", n)
		}
		for _, n := range column("adjectives") {
			add("demonym", n)
		}
		for _, n := range column("people") {
			_, plural, _ := strings.Cut(n, "/")
			add("demonyms", plural)
		}
	})
	if err != nil {
		return nil, err
	}
	err = eachEntry(filepath.Join(register, "cities.tsv"), func(column func(string) []string) {
		for _, n := range column("name") {
			add("city", n)
		}
	})
	if err != nil {
		return nil, err
	}
	towns := 0
	err = eachRow(filepath.Join(data, "register", "world_cities.csv.gz"), func(row []string) {
		if towns++; towns%everyTown == 0 && len(row) > 0 {
			add("city", row[0])
		}
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(filepath.Join(data, "register", "admin1_geonames.csv"), func(row []string) {
		if len(row) > 1 && latin(strings.ReplaceAll(row[1], " ", "")) {
			add("region", row[1])
		}
	})
	if err != nil {
		return nil, err
	}
	err = eachPerson(data, func(given, family string) {
		add("given", given)
		add("family", family)
	})
	return lists, err
}

// everyTown: one town in so many is named in our sentences.
const everyTown = 10

// eachPerson calls f with the given and family names that several people bear,
// in order.
func eachPerson(data string, f func(given, family string)) error {
	given, family := map[string]int{}, map[string]int{}
	for _, name := range []string{"yente_negatives_global.csv.gz", "yente_negatives_us.csv.gz"} {
		err := eachRow(filepath.Join(data, "names", name), func(row []string) {
			if len(row) > 3 && latin(row[1]) && latin(row[3]) {
				given[row[1]]++
				family[row[3]]++
			}
		})
		if err != nil {
			return err
		}
	}
	a, b := frequent(given), frequent(family)
	for i := range max(len(a), len(b)) {
		f(a[i%len(a)], b[i%len(b)])
	}
	return nil
}

// frequent returns the names that several people bear, sorted.
func frequent(count map[string]int) []string {
	out := []string{""}
	for n, c := range count {
		if c > 2 {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}
