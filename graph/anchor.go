package graph

import (
	"fmt"
	"unicode"
)

// Anchor finds a word of an article again after edits elsewhere: the sentence as folded
// words, which of its equals it is (0 is the first), and the number of the word among the
// sentence's words. It holds no offset, so new paragraphs do not move it.
type Anchor struct {
	Sentence   string // any spelling; ids use its folded words
	Occurrence int
	Word       int // among white-space-separated words, 0-based
}

func (a Anchor) parts() []string {
	return []string{Fold(a.Sentence), fmt.Sprint(a.Occurrence), fmt.Sprint(a.Word)}
}

// Anchors makes the anchors of one article's words. It is immutable.
type Anchors struct {
	sentences   []string
	occurrences []int
}

// NewAnchors takes the sentences of an article in the order of its text. It keeps the slice.
func NewAnchors(sentences []string) *Anchors {
	a := &Anchors{sentences: sentences, occurrences: make([]int, len(sentences))}
	seen := make(map[string]int, len(sentences))
	for i, s := range sentences {
		f := Fold(s)
		a.occurrences[i] = seen[f]
		seen[f]++
	}
	return a
}

// At is the anchor of the word that holds the code point at offset in a sentence.
func (a *Anchors) At(sentence, offset int) Anchor {
	s := a.sentences[sentence]
	word, blank := -1, true
	for _, r := range s {
		if offset < 0 {
			break
		}
		offset--
		space := unicode.IsSpace(r)
		if blank && !space {
			word++
		}
		blank = space
	}
	return Anchor{Sentence: s, Occurrence: a.occurrences[sentence], Word: max(word, 0)}
}
