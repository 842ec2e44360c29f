package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// document is a text with the relations that people marked in it.
type document struct {
	ID, Set, Text string
	Annotated     []struct {
		Span       [2]int
		Properties []string
	}
	Entities []struct {
		Start, End int
		Cluster    int
	}
	Relations []struct {
		Type                     string
		Head, Tail               [2]int
		HeadCluster, TailCluster int
	}
}

// The files that are learned from, and how many of their documents, in the order of the hashes
// of their names, are only measured with.
var sources = []struct {
	file     string
	measured int
}{
	{"relations/knowledgenet.jsonl.gz", 800},
	{"relations/redocred_dev.jsonl.gz", 200},
}

// measuredOnly are files of which nothing may be learned.
var measuredOnly = []string{
	"relations/re3d.jsonl.gz", "coref-linking/gum_dev.jsonl.gz", "entities/crossner_politics_dev.jsonl",
}

// readFree reads the documents that may be learned from.
func readFree(data string) ([]document, error) {
	held := map[uint64]bool{}
	hold := func(d *document) {
		eights(d.Text, func(h uint64) bool { held[h] = true; return true })
	}
	var all []document
	for _, s := range sources {
		ds, err := readDocuments(filepath.Join(data, filepath.FromSlash(s.file)))
		if err != nil {
			return nil, err
		}
		slices.SortFunc(ds, func(a, b document) int { return cmp.Compare(order(a.ID), order(b.ID)) })
		n := min(s.measured, len(ds))
		for i := range ds[:n] {
			hold(&ds[i])
		}
		all = append(all, ds[n:]...)
	}
	dev, err := filepath.Glob(filepath.Join(data, "dev-only", "*.jsonl*"))
	if err != nil {
		return nil, err
	}
	for _, f := range measuredOnly {
		dev = append(dev, filepath.Join(data, filepath.FromSlash(f)))
	}
	for _, name := range dev {
		ds, err := readDocuments(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("what is measured with must be there to be kept apart: %w", err)
		}
		if err != nil {
			return nil, err
		}
		for i := range ds {
			hold(&ds[i])
		}
	}
	return slices.DeleteFunc(all, func(d document) bool {
		free := true
		eights(d.Text, func(h uint64) bool { free = !held[h]; return free })
		return !free
	}), nil
}

// order is the hash by which documents are drawn.
func order(id string) string {
	sum := sha1.Sum([]byte("sample|" + id))
	return hex.EncodeToString(sum[:])
}

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
		// Other sets mark other things under these names; of them only the text matters.
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			var text struct{ ID, Set, Text string }
			if err := json.Unmarshal(sc.Bytes(), &text); err != nil {
				return nil, fmt.Errorf("%s, document %d: %w", name, len(out)+1, err)
			}
			d = document{ID: text.ID, Set: text.Set, Text: text.Text}
		}
		out = append(out, d)
	}
	return out, sc.Err()
}

// eights calls f with the hash of every eight words in a row until it returns false.
func eights(text string, f func(uint64) bool) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := 0; i+8 <= len(words); i++ {
		h := fnv.New64a()
		io.WriteString(h, strings.Join(words[i:i+8], " "))
		if !f(h.Sum64()) {
			return
		}
	}
}
