// Package treebank reads trees in the CoNLL-U format of Universal
// Dependencies, for training and for measuring.
package treebank

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Word is one syntactic word of a tree bank.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Feats                   string // "Number=Sing|Person=3"
	Head                    int    // index in the sentence, -1 for the root
	Relation                string
	Glued                   bool // no white space before the next word
}

// Sentence is one tree. NewParagraph is set if it opens a paragraph or a
// document.
type Sentence struct {
	Words        []Word
	NewParagraph bool
	NewDocument  bool
}

// ReadFile reads a file, unpacking it if its name ends in ".gz".
func ReadFile(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		r = z
	}
	s, err := Read(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

// Read reads all sentences. Empty nodes are left out. An error names the line.
func Read(r io.Reader) ([]Sentence, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	var (
		out      []Sentence
		cur      Sentence
		joined   int  // last word of a multiword token
		gluedEnd bool // whether the multiword token is glued to what follows
	)
	flush := func() error {
		if len(cur.Words) == 0 {
			return nil
		}
		for i, w := range cur.Words {
			if w.Head >= len(cur.Words) || w.Head == i {
				return fmt.Errorf("word %d has head %d of %d words", i+1, w.Head+1, len(cur.Words))
			}
		}
		out = append(out, cur)
		cur, joined = Sentence{}, 0
		return nil
	}
	for line := 1; sc.Scan(); line++ {
		l := sc.Text()
		switch {
		case strings.TrimSpace(l) == "":
			if err := flush(); err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			continue
		case strings.HasPrefix(l, "#"):
			// newpar_block is GUM's mark-up of blocks, not a paragraph of its own.
			newdoc := strings.HasPrefix(l, "# newdoc")
			newpar := l == "# newpar" || strings.HasPrefix(l, "# newpar ")
			cur.NewDocument = cur.NewDocument || newdoc
			cur.NewParagraph = cur.NewParagraph || newdoc || newpar
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 10 {
			return nil, fmt.Errorf("line %d: %d columns instead of 10", line, len(f))
		}
		if strings.Contains(f[0], ".") {
			continue
		}
		glued := strings.Contains(f[9], "SpaceAfter=No")
		if _, last, ok := strings.Cut(f[0], "-"); ok {
			n, err := strconv.Atoi(last)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			joined, gluedEnd = n, glued
			continue
		}
		id, err := strconv.Atoi(f[0])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		head, err := strconv.Atoi(f[6])
		if err != nil || head < 0 {
			return nil, fmt.Errorf("line %d: bad head %q", line, f[6])
		}
		if id < joined {
			glued = true
		} else if id == joined {
			glued = gluedEnd
		}
		cur.Words = append(cur.Words, Word{
			Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: strings.TrimPrefix(f[5], "_"),
			Head: head - 1, Relation: f[7], Glued: glued,
		})
	}
	if err := sc.Err(); err != nil {
		return nil, err
	}
	if err := flush(); err != nil {
		return nil, fmt.Errorf("last sentence: %w", err)
	}
	return out, nil
}

// Text returns the sentences as running text: those of one paragraph with a
// blank between, paragraphs with an empty line.
func Text(sentences []Sentence) string {
	var b strings.Builder
	for i, s := range sentences {
		if i > 0 {
			if s.NewParagraph {
				b.WriteString("\n\n")
			} else {
				b.WriteByte(' ')
			}
		}
		for j, w := range s.Words {
			b.WriteString(w.Form)
			if !w.Glued && j+1 < len(s.Words) {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}
