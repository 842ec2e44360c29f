// Package annotated reads texts in which people have marked the names: JSON
// lines, one document each, offsets in code points. The trainer learns from
// some of them, the evaluation measures with others, and this package keeps
// the two apart.
package annotated

import (
	"bufio"
	"compress/gzip"
	"crypto/sha1"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// Document is a text with its marked names.
type Document struct {
	ID    string
	Genre string // only GUM has it
	Text  string
	// Entities are in the order of the file; they may nest.
	Entities []Entity
}

// Entity is one marked stretch of text.
type Entity struct {
	Start, End int
	Type       string // in the words of its set
	// Level tells, in GUM's coreference, a name from a nominal and a pronoun.
	Level string
	// Head is where, in GUM's coreference, the head word stands: start and end.
	Head [2]int
	// Named is set, in GUM's entities, where the stretch is a name.
	Named bool
}

// longestLine is the size of the longest document.
const longestLine = 1 << 26

// Read returns the documents of a file, which may be compressed with gzip.
func Read(folder fs.FS, name string) ([]Document, error) {
	f, err := folder.Open(name)
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
	var out []Document
	sc := bufio.NewScanner(r)
	for sc.Buffer(nil, longestLine); sc.Scan(); {
		var d Document
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s, document %d: %w", name, len(out)+1, err)
		}
		out = append(out, d)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// Sample parts documents into the n that are measured with and the rest, both
// in the order of the hashes of their names. It sorts ds.
func Sample(ds []Document, n int) (measured, rest []Document) {
	slices.SortFunc(ds, func(a, b Document) int {
		x, y := sha1.Sum([]byte("sample|"+a.ID)), sha1.Sum([]byte("sample|"+b.ID))
		return slices.Compare(x[:], y[:])
	})
	n = min(n, len(ds))
	return ds[:n], ds[n:]
}

// row is the number of words in a row that two texts share only if one was
// taken from the other.
const row = 8

// Held knows the rows of words of texts that must not be learned from. The
// zero value knows none.
type Held struct{ rows map[uint32]bool }

// Add enters the texts of documents.
func (h *Held) Add(ds []Document) {
	if h.rows == nil {
		h.rows = map[uint32]bool{}
	}
	for _, d := range ds {
		eachRow(d.Text, func(r uint32) bool { h.rows[r] = true; return true })
	}
}

// Shares reports whether a text has a row of words of one that was added.
func (h *Held) Shares(text string) bool {
	shares := false
	eachRow(text, func(r uint32) bool { shares = h.rows[r]; return !shares })
	return shares
}

// eachRow calls f with the hash of every row of words until it returns false.
func eachRow(text string, f func(uint32) bool) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i := 0; i+row <= len(words); i++ {
		if !f(perceptron.Hash(strings.Join(words[i:i+row], " "))) {
			return
		}
	}
}
