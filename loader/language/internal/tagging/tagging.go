// Package tagging gives every word of a sentence its universal and its Penn
// Treebank part of speech, from left to right, with one linear model whose
// labels are pairs of both.
package tagging

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// Tag is a pair of parts of speech, with the hashes that the parser wants.
type Tag struct {
	UPOS, XPOS         string
	UPOSHash, XPOSHash uint32
}

// NewTag returns the tag of a label, "VERB VBD".
func NewTag(label string) (Tag, error) {
	u, x, ok := strings.Cut(label, " ")
	if !ok {
		return Tag{}, fmt.Errorf("label %q is no pair of tags", label)
	}
	return Tag{u, x, perceptron.Hash("u" + u), perceptron.Hash("x" + x)}, nil
}

// Tags returns the tags of labels.
func Tags(labels []string) ([]Tag, error) {
	out := make([]Tag, len(labels))
	for i, l := range labels {
		t, err := NewTag(l)
		if err != nil {
			return nil, err
		}
		out[i] = t
	}
	return out, nil
}

// Scorer is a model, finished or in training.
type Scorer interface {
	Labels() []string
	Score(features []uint32, scores []int32)
}

// Tagger tags sentences. It keeps buffers: one goroutine, one tagger.
type Tagger struct {
	scorer   Scorer
	kinds    []kind // of the labels
	features []uint32
	scores   []int32
	coming   []uint32 // see look
}

// New returns a tagger.
func New(s Scorer) *Tagger {
	t := &Tagger{scorer: s, features: make([]uint32, 0, 96), scores: make([]int32, len(s.Labels()))}
	for _, l := range s.Labels() {
		t.kinds = append(t.kinds, kindOf(l))
	}
	return t
}

// Tag sets tags, which is as long as words, to the indices of their labels.
func (t *Tagger) Tag(words []form.Word, tags []uint8) {
	t.look(words)
	for i := range words {
		t.extract(words, tags, i)
		t.scorer.Score(t.features, t.scores)
		tags[i] = uint8(best(t.scores))
	}
}

// best returns the first of the highest scores.
func best(scores []int32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

// outside stands for what lies before and behind the sentence.
var outside = form.Word{Lower: 1, Shape: 2}

func at(words []form.Word, i int) *form.Word {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// extract lists the features of word i; the words before it have their tags.
func (t *Tagger) extract(words []form.Word, tags []uint8, i int) {
	f := t.features[:0]
	n := 0
	add := func(a, b, c uint32) {
		f = append(f, perceptron.Join(n, a, b, c))
		n++
	}
	w, p, q, x, y := at(words, i), at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	t1, t2 := uint32(255), uint32(255)
	if i > 0 {
		t1 = uint32(tags[i-1])
	}
	if i > 1 {
		t2 = uint32(tags[i-2])
	}
	first := uint32(0)
	if i == 0 || words[i-1].Flags&form.Letter == 0 && i == 1 {
		first = 1
	}
	add(0, 0, 0)
	add(w.Lower, 0, 0)
	add(w.Lower, w.Shape, first)
	add(p.Lower, 0, 0)
	add(q.Lower, 0, 0)
	add(x.Lower, 0, 0)
	add(y.Lower, 0, 0)
	add(p.Lower, w.Lower, 0)
	add(w.Lower, x.Lower, 0)
	add(p.Lower, x.Lower, 0)
	for k := range w.Suffix {
		n++
		if w.Suffix[k] != 0 {
			f = append(f, perceptron.Join(n, w.Suffix[k], w.Flags&(form.Capital|form.Shouted), 0))
		}
	}
	for k := range w.Prefix {
		n++
		if w.Prefix[k] != 0 {
			f = append(f, perceptron.Join(n, w.Prefix[k], w.Flags&(form.Capital|form.Shouted), 0))
		}
	}
	add(w.Shape, first, 0)
	add(w.Flags, p.Flags, x.Flags)
	add(p.Shape, w.Shape, x.Shape)
	add(t1, 0, 0)
	add(t1, t2, 0)
	add(t1, w.Lower, 0)
	add(t1, t2, w.Lower)
	add(t1, w.Suffix[2], w.Flags)
	add(t1, x.Lower, 0)
	add(t1, x.Suffix[2], x.Flags)
	add(w.Suffix[2], x.Suffix[2], x.Flags)
	add(w.Suffix[2], p.Suffix[2], p.Flags)
	add(x.Suffix[2], x.Flags, 0)
	add(p.Suffix[2], p.Flags, 0)
	add(x.Suffix[1], y.Suffix[1], t1)
	add(t1, w.Shape, x.Shape)
	add(t1, x.Lower, y.Lower)
	add(w.Lower, x.Suffix[1], x.Flags)
	add(w.Known, w.Flags, first)
	add(w.Known, p.Known, x.Known)
	add(w.Known, t1, x.Flags)
	add(w.Known, w.Suffix[2], w.Flags)
	const forms = uint32(classes.Forms)
	wc, pc, xc, yc := w.Class&forms, p.Class&forms, x.Class&forms, y.Class&forms
	add(wc, w.Flags&(form.Capital|form.Shouted), first)
	add(wc, t1, w.Suffix[1])
	add(wc, t1, t2)
	add(wc, pc, xc)
	add(wc, p.Lower, xc)
	add(wc, t1, x.Lower)
	add(xc, t1, w.Lower)
	add(xc, yc, t1)
	add(w.Class, t1, 0)

	// Whether a verb can be finite, a conjunct, or a participle.
	c, ahead := t.clause(words, tags, i), t.coming[i]
	add(c, wc, w.Suffix[1])
	add(c, ahead, wc)
	add(c, w.Lower, 0)
	add(c, t1, w.Suffix[1])
	add(ahead, w.Lower, 0)
	add(ahead, wc, t1)
	add(ahead, t1, w.Suffix[1])
	t.features = f
}
