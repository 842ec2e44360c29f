package parsing

import (
	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/tagging"
)

// Word is what the parser sees of one word.
type Word struct {
	Form   uint32 // hash of the word in small letters
	Lemma  uint32
	UPOS   uint32
	XPOS   uint32
	Suffix uint32
	Shape  uint32
	Sense  uint32 // what kind of thing a noun names, 0 of other words
}

// NewWord returns the word that a form, its tag and its lemma make.
func NewWord(w *form.Word, t *tagging.Tag, lemma string) Word {
	base := perceptron.Hash(lemma)
	if t.XPOS == "NNP" || t.XPOS == "NNPS" {
		base = w.Lower // the same in capitals
	}
	return Word{
		Form: w.Lower, Lemma: base,
		UPOS: t.UPOSHash, XPOS: t.XPOSHash,
		Suffix: w.Suffix[2], Shape: w.Shape, Sense: sense(w, t),
	}
}

// sense is that of common nouns, and a guess from the gazetteer of names.
func sense(w *form.Word, t *tagging.Tag) uint32 {
	switch t.XPOS {
	case "NN", "NNS":
		return classes.Class(w.Class).Sense()
	case "NNP", "NNPS":
		return 256 + w.Known
	}
	return 0
}

var (
	absent = Word{Form: 3, Lemma: 3, UPOS: 3, XPOS: 3, Suffix: 3, Shape: 3}
	root   = Word{Form: 5, Lemma: 5, UPOS: 5, XPOS: 5, Suffix: 5, Shape: 5}
)

func (p *Parser) word(i int) *Word {
	if i == none {
		return &absent
	}
	if i >= len(p.words) {
		return &root
	}
	return &p.words[i]
}

// label returns a hash of the relation that word i has got, 0 if none.
func (p *Parser) label(i int) uint32 {
	if i == none || i >= len(p.words) {
		return 0
	}
	return uint32(p.state.labels[i]) + 1
}

func distance(a, b int) uint32 {
	if a == none || b == none {
		return 0
	}
	switch d := b - a; {
	case d < 5:
		return uint32(d)
	case d < 8:
		return 5
	case d < 14:
		return 6
	default:
		return 7
	}
}

// extract lists the features of the present state.
func (p *Parser) extract() {
	s := &p.state
	f := p.features[:0]
	n := 0
	add := func(a, b, c uint32) {
		f = append(f, perceptron.Join(n, a, b, c))
		n++
	}
	i0, i1, i2, i3 := s.top(0), s.top(1), s.top(2), s.top(3)
	j0 := s.next
	j1, j2, j3 := none, none, none
	if j0+1 <= s.n {
		j1 = j0 + 1
	}
	if j0+2 <= s.n {
		j2 = j0 + 2
	}
	if j0+3 <= s.n {
		j3 = j0 + 3
	}
	kids := func(i int) (l1, l2, r1, r2 int, lc, rc uint32) {
		if i == none {
			return none, none, none, none, 9, 9
		}
		return s.left1[i], s.left2[i], s.right1[i], s.right2[i], uint32(s.leftCount[i]), uint32(s.rightCount[i])
	}
	s0l1, s0l2, s0r1, s0r2, s0lc, s0rc := kids(i0)
	s1l1, s1l2, s1r1, s1r2, s1lc, s1rc := kids(i1)
	n0l1, n0l2, _, _, n0lc, _ := kids(j0)

	s0, s1, s2, s3 := p.word(i0), p.word(i1), p.word(i2), p.word(i3)
	b0, b1, b2, b3 := p.word(j0), p.word(j1), p.word(j2), p.word(j3)
	d0, d1 := distance(i0, j0), distance(i1, i0)

	// Single words.
	add(0, 0, 0)
	add(s0.Form, s0.XPOS, 0)
	add(s0.Form, 0, 0)
	add(s0.XPOS, 0, 0)
	add(s0.Lemma, s0.UPOS, 0)
	add(s1.Form, s1.XPOS, 0)
	add(s1.Form, 0, 0)
	add(s1.XPOS, 0, 0)
	add(s1.Lemma, s1.UPOS, 0)
	add(b0.Form, b0.XPOS, 0)
	add(b0.Form, 0, 0)
	add(b0.XPOS, 0, 0)
	add(b0.Lemma, b0.UPOS, 0)
	add(b1.Form, b1.XPOS, 0)
	add(b1.XPOS, 0, 0)
	add(b2.Form, b2.XPOS, 0)
	add(b2.XPOS, 0, 0)
	add(s2.Form, s2.XPOS, 0)
	add(s2.XPOS, 0, 0)

	// Pairs.
	add(s0.Form, s0.XPOS, b0.Form^b0.XPOS)
	add(s0.Form, s0.XPOS, b0.XPOS)
	add(s0.XPOS, b0.Form, b0.XPOS)
	add(s0.Form, b0.Form, 0)
	add(s0.Lemma, b0.Lemma, 0)
	add(s0.XPOS, b0.XPOS, 0)
	add(s0.UPOS, b0.UPOS, d0)
	add(b0.XPOS, b1.XPOS, 0)
	add(b0.Form, b1.XPOS, 0)
	add(b0.XPOS, b1.Form, 0)
	add(s1.Form, s1.XPOS, s0.Form^s0.XPOS)
	add(s1.Form, s1.XPOS, s0.XPOS)
	add(s1.XPOS, s0.Form, s0.XPOS)
	add(s1.Lemma, s0.Lemma, 0)
	add(s1.XPOS, s0.XPOS, 0)
	add(s1.UPOS, s0.UPOS, d1)
	add(s1.XPOS, b0.XPOS, 0)
	add(s1.Lemma, b0.Lemma, 0)
	add(s1.Form, b0.XPOS, 0)
	add(s1.XPOS, b0.Form, 0)

	// Triples.
	add(b0.XPOS, b1.XPOS, b2.XPOS)
	add(s0.XPOS, b0.XPOS, b1.XPOS)
	add(s1.XPOS, s0.XPOS, b0.XPOS)
	add(s1.UPOS, s0.XPOS, b0.Form)
	add(s1.UPOS, s0.Form, b0.XPOS)
	add(s1.Form, s0.UPOS, b0.UPOS)
	add(s2.XPOS, s1.XPOS, s0.XPOS)
	add(s2.UPOS, s0.XPOS, b0.XPOS)
	add(s0.XPOS, p.word(s0l1).XPOS, b0.XPOS)
	add(s0.XPOS, p.word(s0r1).XPOS, b0.XPOS)
	add(s0.XPOS, b0.XPOS, p.word(n0l1).XPOS)
	add(s1.XPOS, s0.XPOS, p.word(s0l1).XPOS)
	add(s1.XPOS, s0.XPOS, p.word(s0r1).XPOS)
	add(s1.XPOS, p.word(s1r1).XPOS, s0.XPOS)
	add(s1.XPOS, p.word(s1l1).XPOS, s0.XPOS)
	add(s0.Form, b0.XPOS, b1.XPOS)
	add(s0.XPOS, b0.Form, b1.XPOS)
	add(s0.UPOS, b0.UPOS, b1.Form)
	add(s3.XPOS, s2.XPOS, s1.XPOS)
	add(b1.XPOS, b2.XPOS, b3.XPOS)

	// Distance and number of children.
	add(s0.Form, d0, 0)
	add(s0.XPOS, d0, 0)
	add(b0.Form, d0, 0)
	add(b0.XPOS, d0, 0)
	add(s1.XPOS, s0.XPOS, d1)
	add(s0.XPOS, s0lc, s0rc)
	add(s0.Form, s0rc, 0)
	add(s0.Lemma, s0lc, s0rc)
	add(s1.XPOS, s1lc, s1rc)
	add(s1.Lemma, s1rc, s0.UPOS)
	add(b0.XPOS, n0lc, 0)
	add(b0.Form, n0lc, 0)

	// Children, with their relations.
	add(p.word(s0l1).Form, p.label(s0l1), s0.UPOS)
	add(p.word(s0l1).XPOS, p.label(s0l1), s0.XPOS)
	add(p.word(s0r1).Form, p.label(s0r1), s0.UPOS)
	add(p.word(s0r1).XPOS, p.label(s0r1), s0.XPOS)
	add(p.word(n0l1).Form, p.label(n0l1), b0.UPOS)
	add(p.word(n0l1).XPOS, p.label(n0l1), b0.XPOS)
	add(p.word(s1r1).XPOS, p.label(s1r1), s1.XPOS)
	add(p.word(s1l1).XPOS, p.label(s1l1), s1.XPOS)
	add(p.label(s0l1), p.label(s0l2), s0.XPOS)
	add(p.label(s0r1), p.label(s0r2), s0.XPOS)
	add(p.label(n0l1), p.label(n0l2), b0.XPOS)
	add(p.label(s1r1), p.label(s1r2), s1.XPOS)
	add(p.label(s1l1), p.label(s1l2), s1.XPOS)
	add(s0.Lemma, p.label(s0l1), p.label(s0r1))
	add(s1.Lemma, p.label(s1r1), s0.XPOS)
	add(s1.Lemma, p.label(s1l1), p.label(s1r1))
	add(b0.Lemma, p.label(n0l1), p.label(n0l2))
	add(s1.XPOS, p.label(s1r1), s0.XPOS^p.label(s0l1)<<8)
	add(s1.XPOS^s0.XPOS<<1, p.label(s0l1), b0.XPOS)
	add(s1.Form, p.word(s0l1).Form, s0.UPOS) // a verb and its preposition's noun
	add(s0.Form, p.word(s0l1).Form, 0)
	add(s1.Lemma, p.word(s0l1).Lemma, p.label(s0l1))

	// Ends and shapes of words that the training has not seen.
	add(s0.Suffix, b0.XPOS, 0)
	add(b0.Suffix, s0.XPOS, 0)
	add(s1.Suffix, s0.XPOS, 0)
	add(s0.Suffix, s1.XPOS, 0)
	add(s0.Shape, b0.Shape, b0.XPOS)
	add(s1.Shape, s0.Shape, s0.XPOS)

	// What comes further away.
	a := p.ahead[j0]
	verb, next := p.word(a.verb), p.word(a.word)
	if a.word == j0 && j0 < s.n {
		next = p.word(p.ahead[j0+1].word)
	}
	far, inside := distance(j0, a.verb), p.quoted(i0)<<1|p.quoted(j0)
	add(s0.XPOS, b0.XPOS, verb.Lemma)
	add(s0.XPOS, b0.XPOS, verb.XPOS^far)
	add(s0.XPOS, b0.Form, next.XPOS^verb.XPOS<<1)
	add(s0.Lemma, verb.Lemma, b0.XPOS)
	add(s1.XPOS, s0.XPOS, verb.XPOS^far)
	add(s0.UPOS, next.XPOS, verb.Lemma)
	add(inside, s0.XPOS, b0.XPOS)
	add(inside, s0.UPOS, verb.Lemma)
	add(inside^far<<2, s0.XPOS, next.XPOS)

	// What the nouns are: "met the minister on Monday", "the man with the hat".
	add(s0.Sense, b0.Sense, b0.UPOS)
	add(s1.Sense, s0.Sense, s0.UPOS)
	add(s1.Lemma, s0.Sense, p.word(s0l1).Form)
	add(s1.Sense, p.word(s0l1).Form, s0.Sense)
	add(s0.Lemma, b0.Sense, b0.UPOS)
	add(b0.Lemma, s0.Sense, s0.UPOS)
	if p.guide != nil {
		f = p.guided(f, n, i0, i1, j0)
	}
	p.features = f
}
