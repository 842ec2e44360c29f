package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha1"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// document is a text with the names that people marked in it.
type document struct {
	ID, Set, Text string
	Entities      []entity
}

type entity struct {
	Start, End int
	Type       string
}

// readDocuments reads JSON lines.
func readDocuments(name string) ([]document, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var out []document
	sc := bufio.NewScanner(r)
	for sc.Buffer(nil, 1<<26); sc.Scan(); {
		var d document
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s, document %d: %w", name, len(out)+1, err)
		}
		out = append(out, d)
	}
	return out, sc.Err()
}

// measured is the number of Re-DocRED's documents, in the order of the hashes
// of their names, that are only measured with.
const measured = 200

// namedDocuments returns the documents with names that may be learned from:
// none that is measured, or shares eight words in a row with one that is.
func namedDocuments(data string) ([]document, error) {
	read := func(parts ...string) ([]document, error) {
		return readDocuments(filepath.Join(append([]string{data}, parts...)...))
	}
	relations, err := read("relations", "redocred_dev.jsonl.gz")
	if err != nil {
		return nil, err
	}
	slices.SortFunc(relations, func(a, b document) int {
		x, y := sha1.Sum([]byte("sample|"+a.ID)), sha1.Sum([]byte("sample|"+b.ID))
		return slices.Compare(x[:], y[:])
	})
	held := map[uint32]bool{}
	for _, d := range relations[:min(measured, len(relations))] {
		eights(d.Text, func(h uint32) bool { held[h] = true; return true })
	}
	// GUM's habits (titles, articles and appositions inside names) differ from
	// ours: with it in training the names of news get worse.
	for _, name := range []string{"entities/gum_dev.jsonl.gz", "entities/crossner_politics_dev.jsonl", "entities/re3d.jsonl.gz"} {
		ds, err := read(filepath.FromSlash(name))
		if err != nil {
			return nil, err
		}
		for _, d := range ds {
			eights(d.Text, func(h uint32) bool { held[h] = true; return true })
		}
	}
	all := relations[min(measured, len(relations)):]
	for _, name := range []string{"entities/wikigold.jsonl.gz", "entities/crossner_politics_train.jsonl"} {
		ds, err := read(filepath.FromSlash(name))
		if err != nil {
			return nil, err
		}
		all = append(all, ds...)
	}
	var out []document
	for _, d := range all {
		free := true
		eights(d.Text, func(h uint32) bool { free = free && !held[h]; return free })
		if free {
			out = append(out, d)
		}
	}
	return out, nil
}

// eights calls f with the hash of every eight words in a row until it returns
// false.
func eights(text string, f func(uint32) bool) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i := 0; i+8 <= len(words); i++ {
		if !f(perceptron.Hash(strings.Join(words[i:i+8], " "))) {
			return
		}
	}
}
