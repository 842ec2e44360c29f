// Package naming finds the names in a tagged and parsed sentence, from left to
// right, with a linear model that labels each word as the begin, the inside or
// the outside of a name of some type. It knows lists of places and of people's
// names, words that go with names, and how the document writes a word
// elsewhere.
package naming

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
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
}

// How a document writes a word elsewhere.
const (
	SeenCapital = 1 << iota // with a capital inside a sentence
	SeenSmall               // in small letters
)

// Scorer is a model, finished or in training.
type Scorer interface {
	Labels() []string
	Score(features []uint32, scores []int32)
}

// Finder finds names. It keeps buffers: one goroutine, one finder.
type Finder struct {
	scorer   Scorer
	types    []string // of each label; "" outside
	inside   []bool
	features []uint32
	scores   []int32
}

// New returns a finder. Labels other than "O", "B-TYPE", "I-TYPE" are an
// error.
func New(s Scorer) (*Finder, error) {
	f := &Finder{scorer: s, features: make([]uint32, 0, 128), scores: make([]int32, len(s.Labels()))}
	for i, l := range s.Labels() {
		kind, typ, ok := strings.Cut(l, "-")
		if (i == 0) != (l == "O") || i > 0 && (!ok || kind != "B" && kind != "I" || typ == "") {
			return nil, fmt.Errorf("label %d, %q, is none of names", i, l)
		}
		f.types = append(f.types, typ)
		f.inside = append(f.inside, kind == "I")
	}
	return f, nil
}

// Type returns the type of a label, "" outside names, and whether the label
// goes on with a name.
func (f *Finder) Type(label uint8) (typ string, inside bool) {
	return f.types[label], f.inside[label]
}

// Find sets labels, which is as long as words. Every inside follows a word of
// the same name.
func (f *Finder) Find(words []Word, labels []uint8) {
	for i := range words {
		f.extract(words, labels, i)
		f.scorer.Score(f.features, f.scores)
		labels[i] = uint8(f.best(labels, i))
	}
}

// best returns the first of the highest-scored labels that may stand at i.
func (f *Finder) best(labels []uint8, i int) int {
	b := 0
	for l, s := range f.scores {
		if s > f.scores[b] && f.fits(labels, i, l) {
			b = l
		}
	}
	return b
}

func (f *Finder) fits(labels []uint8, i, l int) bool {
	return !f.inside[l] || i > 0 && f.types[labels[i-1]] == f.types[l]
}

var outside = Word{Word: form.Word{Lower: 1, Shape: 2}, XPOS: 1, UPOS: 1, Head: -1}

func at(words []Word, i int) *Word {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// extract lists the features of word i; the words before it have their labels.
func (f *Finder) extract(words []Word, labels []uint8, i int) {
	fs := f.features[:0]
	n := 0
	add := func(a, b, c uint32) {
		fs = append(fs, perceptron.Join(n, a, b, c))
		n++
	}
	w, p, q, x, y := at(words, i), at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	l1, l2 := uint32(99), uint32(99)
	if i > 0 {
		l1 = uint32(labels[i-1])
	}
	if i > 1 {
		l2 = uint32(labels[i-2])
	}
	caps := w.Flags & (form.Capital | form.Capitals | form.Shouted)
	first := uint32(0)
	if i == 0 || i == 1 && words[0].Flags&form.Letter == 0 {
		first = 1
	}
	add(caps, first, 0)
	add(w.Lower, caps, 0)
	add(w.Lower, l1, 0)
	add(w.Lower, p.Lower, 0)
	add(w.Lower, x.Lower, 0)
	add(p.Lower, caps, l1)
	add(q.Lower, caps, 0)
	add(x.Lower, caps, l1)
	add(y.Lower, caps, 0)
	add(p.Lower, q.Lower, caps)
	add(x.Lower, y.Lower, caps)
	for k := 1; k < 4; k++ {
		add(w.Suffix[k], caps, 0)
	}
	for k := 1; k < 3; k++ {
		add(w.Prefix[k], caps, 0)
	}
	add(w.Shape, first, l1)
	add(w.Shape, p.Shape, x.Shape)
	add(w.Shape, x.Shape, y.Shape)
	add(w.XPOS, caps, l1)
	add(w.XPOS, p.XPOS, x.XPOS)
	add(w.XPOS, x.XPOS, caps)
	add(p.XPOS, w.XPOS, l1)
	add(l1, l2, caps)
	add(l1, w.Flags, x.Flags)
	add(l1, first, w.Elsewhere|caps<<4)
	add(w.Elsewhere, caps, w.XPOS)

	kinds, cue := w.Known, uint32(w.Cues)
	add(kinds, caps, l1)
	add(kinds, cue, caps)
	add(kinds, x.Known, l1)
	add(kinds, p.Known, l1)
	add(kinds, w.XPOS, first)
	add(kinds, x.XPOS, p.XPOS)
	add(cue, caps, l1)
	add(cue, uint32(p.Cues), l1)
	add(cue, uint32(x.Cues), caps)
	add(uint32(p.Cues), caps, l1)
	add(uint32(x.Cues), caps, l1)
	add(uint32(p.Cues), kinds, caps)
	add(uint32(x.Cues), kinds, caps)
	add(uint32(q.Cues), uint32(p.Cues), caps)
	add(uint32(y.Cues), uint32(x.Cues), caps)

	// The rest of the run of capitals ahead tells what its head will be.
	end, last, all := f.run(words, i)
	add(uint32(all), caps, l1)
	add(last.Lower, caps, l1)
	add(uint32(last.Cues), uint32(end-i), l1)
	add(last.Known, uint32(last.Cues), caps)
	add(at(words, end).Lower, caps, l1)
	add(uint32(at(words, end).Cues), at(words, end).XPOS, l1)

	// The tree.
	h := at(words, w.Head)
	add(w.Relation, h.Lemma, caps)
	add(w.Relation, h.XPOS, l1)
	add(w.Relation, uint32(h.Cues), caps)
	hh := at(words, h.Head)
	add(w.Relation, h.Relation, hh.Lemma)
	add(w.Relation, h.Relation, caps)
	f.features = fs
}

// run follows the capitalised words from i, connectors between them included,
// and returns where they end, the last of them, and all their cues.
func (f *Finder) run(words []Word, i int) (end int, last *Word, all Cue) {
	end, last = i, at(words, i)
	for j := i; j < len(words) && j < i+8; j++ {
		w := &words[j]
		if w.Flags&form.Capital != 0 || w.Flags&form.Shouted != 0 && w.Flags&form.Letter != 0 && w.XPOS == words[i].XPOS {
			end, last = j+1, w
			all |= w.Cues
		} else if w.Cues&Connector == 0 {
			break
		}
	}
	return end, last, all
}
