// Build makes frames/things.tsv, the table of common nouns that name people, bodies and things
// that can be hit, seized or entered, from the noun files of WordNet 3.0:
//
//	go run ./loader/coding/build /usr/share/wordnet > loader/coding/frames/things.tsv
//
// A noun belongs to the class whose root its first, most frequent sense descends from; where
// counts of use are known, senses that are hardly used do not count.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// roots are the synsets (offsets in data.noun) from which a class descends, the narrower first.
var roots = []struct{ class, synset string }{
	{"person", "00007846"},
	{"group", "07950920"},    // social group
	{"group", "07942152"},    // people
	{"weapon", "04565375"},   // weapon
	{"weapon", "04566257"},   // weaponry
	{"vehicle", "03100490"},  // conveyance
	{"building", "04341686"}, // structure
	{"building", "03315023"}, // facility
	{"land", "08630039"},     // region
	{"land", "08630985"},     // administrative region
	{"land", "09287968"},     // geological formation
}

// wrong are nouns whose class in WordNet is not what news means by them.
var wrong = map[string]bool{
	"back": true, "bar": true, "case": true, "character": true, "christ": true, "cut": true, "dark": true, "equal": true,
	"fact": true, "family": false, "figure": true, "force": true, "front": true, "hack": true, "head": true, "hell": true, "interior": true, "life": true,
	"line": true, "middle": true, "minor": true, "model": true, "nature": true, "net": true, "number": true, "one": true,
	"opening": true, "part": true, "point": true, "position": true, "power": true, "rest": true, "self": true, "side": true,
	"sight": true, "space": true, "step": true, "subject": true, "support": true, "top": true, "total": true, "whole": true,
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("build: name the folder of WordNet, such as /usr/share/wordnet")
	}
	parents, err := readParents(filepath.Join(os.Args[1], "data.noun"))
	if err != nil {
		log.Fatalf("build: %v", err)
	}
	rows, err := readNouns(filepath.Join(os.Args[1], "index.noun"), parents)
	if err != nil {
		log.Fatalf("build: %v", err)
	}
	slices.Sort(rows)
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, "# Common nouns that name people, bodies and things, from WordNet 3.0, see NOTICE. Made by loader/coding/build.")
	fmt.Fprintln(out, "# noun	class: person, group, weapon, vehicle, building, land")
	for _, r := range rows {
		fmt.Fprintln(out, r)
	}
	if err := out.Flush(); err != nil {
		log.Fatalf("build: %v", err)
	}
}

// readParents reads the hypernyms of every synset; instances, which are names, have none.
func readParents(name string) (map[string][]string, error) {
	parents := map[string][]string{}
	return parents, eachLine(name, func(f []string) error {
		words, err := strconv.ParseInt(f[3], 16, 32)
		if err != nil {
			return err
		}
		at := 4 + 2*int(words)
		pointers, err := strconv.Atoi(f[at])
		if err != nil {
			return err
		}
		for i := range pointers {
			if p := f[at+1+4*i:]; p[0] == "@" {
				parents[f[0]] = append(parents[f[0]], p[1])
			}
		}
		return nil
	})
}

// readNouns classes the single lower-case words of the index by their first sense.
func readNouns(name string, parents map[string][]string) ([]string, error) {
	var rows []string
	return rows, eachLine(name, func(f []string) error {
		word := f[0]
		if len(word) < 3 || strings.ContainsAny(word, "_'./0123456789") || wrong[word] {
			return nil
		}
		pointers, err := strconv.Atoi(f[3])
		if err != nil {
			return err
		}
		tagged, err := strconv.Atoi(f[5+pointers])
		if err != nil {
			return err
		}
		senses := f[6+pointers:]
		class := classOf(senses[0], parents)
		if class == "" || tagged == 0 && len(senses) > 2 {
			return nil
		}
		rows = append(rows, word+"\t"+class)
		return nil
	})
}

func classOf(synset string, parents map[string][]string) string {
	above := map[string]bool{}
	for todo := []string{synset}; len(todo) > 0; todo = todo[1:] {
		if !above[todo[0]] {
			above[todo[0]] = true
			todo = append(todo, parents[todo[0]]...)
		}
	}
	for _, r := range roots {
		if above[r.synset] {
			return r.class
		}
	}
	return ""
}

func eachLine(name string, do func(fields []string) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "  ") {
			continue // the licence
		}
		if err := do(strings.Fields(lines.Text())); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}
