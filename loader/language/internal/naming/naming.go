// Package naming finds the names in a tagged and parsed sentence. A name is
// scored as a whole, by its first and last word, its length, the lists that
// know it and the words around it, and word by word; the best division of the
// sentence into names and other words is found exactly. The scores are those of
// a linear model.
package naming

import (
	"fmt"
	"slices"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
)

// Word is what the model sees of one word.
type Word struct {
	form.Word
	XPOS, UPOS uint32
	Lemma      uint32
	Relation   uint32
	Head       int // -1 for the root
	Cues       Cue
	Elsewhere  uint32 // how the document writes the word: some of the constants below
	Letters    uint64 // of an abbreviation in brackets, see [Letters]; else 0
}

// How a document writes a word elsewhere.
const (
	SeenCapital = 1 << iota // with a capital inside a sentence
	SeenSmall               // in small letters
)

// Letters returns a hash of the letters of a word, as Word.Letters has it: of
// the first letters of the words of a name it makes the same.
func Letters(abbreviation string) uint64 {
	var h uint64
	for _, r := range abbreviation {
		if unicode.IsLetter(r) {
			h = h*31 + uint64(form.Lower(string(r)))
		}
	}
	return h
}

// Segment is a name: its first and last word, both inclusive, and its type.
type Segment struct {
	First, Last int
	Type        uint8 // index in Types
}

// Scorer is a model, finished or in training.
type Scorer interface {
	Labels() []string
	Score(features []uint32, scores []int32)
}

// Labels returns the labels of a model that finds names of the types. Label 0
// is a word outside names. Each type has five: a word that begins a name, is
// inside, ends it, is the whole of it, and the name as one.
func Labels(types []string) []string {
	labels := []string{"O"}
	for _, t := range types {
		for _, place := range []string{"B-", "I-", "E-", "S-", ""} {
			labels = append(labels, place+t)
		}
	}
	return labels
}

// Places of a word in a name, and the name itself, as offsets to the first
// label of the type.
const (
	begin = iota
	inside
	end
	single
	whole
	places
)

// label returns the label of a type and place.
func label(typ uint8, place int) int { return 1 + int(typ)*places + place }

// Finder finds names. It keeps buffers: one goroutine, one finder.
type Finder struct {
	scorer    Scorer
	gazetteer *Gazetteer
	types     []string

	words  []Word
	tokens []uint32 // the features of all words, one after the other
	per    int      // features a word
	emit   []int32  // scores of all words, one after the other
	sums   []int32  // of the scores inside each type, up to each word
	outs   []int32  // of the scores outside, up to each word
	whole  []uint32 // features of one candidate
	scores []int32
	chart  chart
	gold   []Segment // in training: names that must be considered
}

// New returns a finder. Labels that [Labels] would not make are an error.
func New(s Scorer, g *Gazetteer) (*Finder, error) {
	f := &Finder{scorer: s, gazetteer: g, scores: make([]int32, len(s.Labels()))}
	labels := s.Labels()
	for i := places; i < len(labels); i += places {
		f.types = append(f.types, labels[i])
	}
	if len(f.types) == 0 || !slices.Equal(labels, Labels(f.types)) {
		return nil, fmt.Errorf("the labels %q are none of names", labels)
	}
	return f, nil
}

// Types returns the types of names; callers must not change them.
func (f *Finder) Types() []string { return f.types }

// Find appends the names of a sentence to found, in order.
func (f *Finder) Find(words []Word, found []Segment) []Segment {
	if len(words) == 0 {
		return found
	}
	f.read(words)
	return f.search(found)
}

// read scores all words.
func (f *Finder) read(words []Word) {
	f.words = words
	n, labels := len(words), len(f.scores)
	f.tokens = f.tokens[:0]
	f.emit = grow(f.emit, n*labels)
	for i := range words {
		from := len(f.tokens)
		f.tokens = f.word(f.tokens, i)
		f.per = len(f.tokens) - from
		f.scorer.Score(f.tokens[from:], f.emit[i*labels:(i+1)*labels])
	}
}

func grow(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, 2*n)
	}
	return s[:n]
}

// add sums the scores up, once they are settled.
func (f *Finder) add() {
	n, types, labels := len(f.words), len(f.types), len(f.scores)
	f.sums = grow(f.sums, (n+1)*types)
	f.outs = grow(f.outs, n+1)
	clear(f.sums[:types])
	f.outs[0] = 0
	for i := range n {
		emit := f.emit[i*labels : (i+1)*labels]
		f.outs[i+1] = f.outs[i] + emit[0]
		for t := range types {
			f.sums[(i+1)*types+t] = f.sums[i*types+t] + emit[label(uint8(t), inside)]
		}
	}
}

// words' share of the score of a name of type t.
func (f *Finder) spell(first, last int, t uint8) int32 {
	labels, types := len(f.scores), len(f.types)
	if first == last {
		return f.emit[first*labels+label(t, single)]
	}
	return f.emit[first*labels+label(t, begin)] + f.emit[last*labels+label(t, end)] +
		f.sums[last*types+int(t)] - f.sums[(first+1)*types+int(t)]
}
