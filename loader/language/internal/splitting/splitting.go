// Package splitting decides between which words of a paragraph a sentence ends,
// with a linear model over the words around the gap and what rules make of it.
// Rules alone fail where writers leave full stops out: lists, captions, mail.
package splitting

import (
	"fmt"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// Word is what the model sees of one word, and of the gap before it.
type Word struct {
	form.Word
	Kind  uint32 // what kind of abbreviation it is, 0 for none
	Mark  rune   // its last code point if that is no letter or digit, else 0
	Glued bool   // no white space before it
	Ruled bool   // an abbreviation: whether it ends a sentence is left to the rules
	Rule  bool   // the rules begin a sentence with it
}

// Labels are the labels of a model: the sentence goes on, or begins.
func Labels() []string { return []string{"on", "begins"} }

// Scorer is a model, finished or in training.
type Scorer interface {
	Labels() []string
	Score(features []uint32, scores []int32)
}

// Splitter splits paragraphs. It keeps buffers: one goroutine, one splitter.
type Splitter struct {
	scorer   Scorer
	features []uint32
	scores   [2]int32

	// Of the sentence that is being read: where it began, how far it is read,
	// the brackets and quotation marks that are open, whether it had a colon, and
	// its marks and where the last of them ended.
	start, seen   int
	depth, quoted uint32
	colon         uint32
	marks, last   int
}

// New returns a splitter. Other labels than [Labels] are an error.
func New(s Scorer) (*Splitter, error) {
	if l := s.Labels(); len(l) != 2 || l[0] != Labels()[0] || l[1] != Labels()[1] {
		return nil, fmt.Errorf("the labels %q are none of sentences", l)
	}
	return &Splitter{scorer: s, features: make([]uint32, 0, 80), start: -1}, nil
}

// Begins reports whether a sentence begins with word i, when the one before it
// began with word start; i grows until the next [Splitter.Reset]. Words that are
// glued to the one before, or stand behind an abbreviation, do only where the
// rules say so.
func (s *Splitter) Begins(words []Word, start, i int) bool {
	w := &words[i]
	if w.Glued || words[i-1].Ruled {
		return w.Rule
	}
	if !isCandidate(words, i) {
		return false
	}
	s.extract(words, start, i)
	s.scorer.Score(s.features, s.scores[:])
	return s.scores[1] > s.scores[0]
}

// isCandidate: a sentence may begin with a word with a capital or without
// letters, behind a mark, a number or an address, and, since many write neither
// capitals nor full stops, with a pronoun or another word that is no noun, verb
// or adjective.
func isCandidate(words []Word, i int) bool {
	w := &words[i]
	return w.Rule || w.Word.Class&uint32(classes.Forms) == 0 || words[i-1].Mark != 0 || w.Flags&(form.Capital|form.Shouted) != 0 || w.Flags&form.Letter == 0 ||
		w.Kind != 0 || words[i-1].Kind != 0 || words[i-1].Flags&form.Digit != 0
}

var outside = Word{Word: form.Word{Lower: 1, Shape: 2}}

func at(words []Word, i int) *Word {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// extract lists the features of the gap before word i.
func (s *Splitter) extract(words []Word, start, i int) {
	fs := s.features[:0]
	n := 0
	add := func(a, b, c uint32) {
		fs = append(fs, perceptron.Join(n, a, b, c))
		n++
	}
	w, x, y := at(words, i), at(words, i+1), at(words, i+2)
	p, q, o := at(words, i-1), at(words, i-2), at(words, i-3)
	rule := uint32(0)
	if w.Rule {
		rule = 1
	}
	const look = form.Capital | form.Capitals | form.Digit | form.Letter | form.Shouted
	wf, xf, pf, qf := w.Flags&look, x.Flags&look, p.Flags&look, q.Flags&look
	length := size(i - start)
	first := at(words, start)
	mark := uint32(p.Mark)
	add(rule, 0, 0)
	add(rule, mark, wf)
	add(rule, mark, p.Kind)
	add(mark, wf, length)
	add(p.Kind, w.Lower, 0)
	add(p.Kind, wf, xf)
	add(p.Lower, wf, 0)
	add(p.Lower, w.Lower, 0)
	add(w.Lower, mark, 0)
	add(w.Lower, wf, pf)
	add(w.Lower, x.Lower, 0)
	add(q.Lower, p.Lower, wf)
	add(p.Lower, w.Shape, length)
	add(p.Shape, w.Shape, mark)
	add(p.Shape, w.Shape, x.Shape)
	add(q.Shape, p.Shape, w.Shape)
	add(w.Shape, x.Shape, y.Shape)
	add(o.Shape, q.Shape, p.Shape)
	add(wf, pf, qf)
	add(wf, xf, mark)
	add(p.Suffix[2], wf, mark)
	add(w.Suffix[2], wf, mark)
	add(p.Suffix[1], w.Suffix[1], wf)
	add(length, wf, pf)
	add(first.Lower, length, 0)
	add(first.Lower, w.Lower, 0)
	add(first.Shape, w.Shape, length)
	add(uint32(w.Mark), mark, wf)
	add(uint32(w.Mark), mark, xf)
	add(uint32(w.Mark), w.Lower, x.Lower)
	add(x.Lower, wf, mark)
	add(x.Lower, y.Lower, wf)
	add(q.Lower, wf, mark)
	add(uint32(p.Mark), uint32(q.Mark), wf)
	add(p.Known, w.Known, length)
	add(p.Known, w.Lower, pf)
	add(w.Known, x.Lower, mark)
	add(w.Known, p.Lower, 0)
	add(p.Kind, w.Kind, length)
	add(q.Kind, p.Lower, wf)
	const forms = uint32(classes.Forms)
	wc, pc, xc := w.Word.Class&forms, p.Word.Class&forms, x.Word.Class&forms
	open := uint32(0)
	if at(words, len(words)-1).Mark == 0 {
		open = 1 // the paragraph ends without a mark
	}
	verb := hasVerb(words[start:i])
	add(verb, mark, wf)
	add(verb, length, wf)
	add(verb, w.Lower, mark)
	add(verb|open<<1, p.Shape, w.Shape)
	add(open, mark, wf)
	add(pc, wc, mark)
	add(wc, xc, wf)
	add(pc, wc, verb)
	add(first.Lower, verb, wf)
	add(size(len(words)-i), open, wf)

	// What has happened since the sentence began.
	s.follow(words, start, i)
	inside := min(s.depth, 2) | s.quoted<<2
	add(inside, mark, wf)
	add(inside, w.Lower, 0)
	add(inside, uint32(w.Mark), mark)
	add(size(s.marks), mark, wf)
	add(size(i-s.last), wf, pf)
	add(size(i-s.last), w.Lower, verb)
	add(s.colon, mark, wf)
	add(s.colon, w.Shape, length)
	add(p.Lower, w.Lower, x.Lower)
	add(q.Lower, p.Lower, w.Lower)
	add(w.Lower, wf, verb|open<<2)
	add(first.Lower, at(words, start+1).Lower, wf)
	s.features = fs
}

// Reset forgets the paragraph that was read: call it before the next.
func (s *Splitter) Reset() { s.start = -1 }

// follow brings what is known of the sentence from start up to the gap before i
// to date. It looks at each word once.
func (s *Splitter) follow(words []Word, start, i int) {
	if s.start != start {
		s.start, s.seen = start, start
		s.depth, s.quoted, s.colon, s.marks, s.last = 0, 0, 0, 0, start
	}
	for ; s.seen < i; s.seen++ {
		switch m := words[s.seen].Mark; m {
		case 0:
			continue
		case '(', '[':
			s.depth++
		case ')', ']':
			if s.depth > 0 {
				s.depth--
			}
		case '"', '“', '”':
			s.quoted ^= 1
		case ':':
			s.colon = 1
		}
		s.marks++
		s.last = s.seen + 1
	}
}

// hasVerb reports with 1 whether some word can only be a verb, with 2 whether
// one can be, else 0.
func hasVerb(words []Word) uint32 {
	best := uint32(0)
	for i := range words[:min(len(words), furthest)] {
		c := classes.Class(words[i].Word.Class)
		switch {
		case c&(classes.Third|classes.Past|classes.Verb) == 0:
		case c&(classes.Noun|classes.Adjective) == 0:
			return 1
		default:
			best = 2
		}
	}
	return best
}

// furthest is how many words of a sentence are looked through for its verb.
const furthest = 40

func size(n int) uint32 {
	switch {
	case n < 6:
		return uint32(n)
	case n < 12:
		return 6
	case n < 25:
		return 7
	case n < 50:
		return 8
	}
	return 9
}
