package parsing

import (
	"slices"

	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// Guide is a first tree of a sentence, which the parser looks at while it
// makes its own: it knows of words further on what a greedy parser cannot.
type Guide struct {
	Heads     []int // of each word, -1 for the root
	Relations []uint32

	last []int // the last word that hangs on each word, and on the root
}

// NewGuide returns the guide that a tree makes.
func NewGuide(heads []int, relations []string) *Guide {
	g := &Guide{}
	g.set(heads, relations)
	return g
}

func (g *Guide) set(heads []int, relations []string) {
	n := len(heads)
	g.Heads, g.Relations, g.last = g.Heads[:0], g.Relations[:0], g.last[:0]
	for i := range heads {
		g.Heads = append(g.Heads, heads[i])
		g.Relations = append(g.Relations, perceptron.Hash(relations[i]))
	}
	for range n + 1 {
		g.last = append(g.last, none)
	}
	for d, h := range heads {
		if h < 0 {
			h = n
		}
		g.last[h] = d
	}
}

// head returns the head that the guide gives word i, n for the root.
func (g *Guide) head(i, n int) int {
	if i == none || i >= n {
		return none
	}
	if h := g.Heads[i]; h >= 0 {
		return h
	}
	return n
}

func (g *Guide) relation(i int) uint32 {
	if i == none || i >= len(g.Relations) {
		return 0
	}
	return g.Relations[i]
}

// direction says where word i hangs, seen from it.
func direction(i, h int) uint32 {
	switch {
	case i == none || h == none:
		return 0
	case h > i:
		return 1 + min(uint32(h-i), 4)
	default:
		return 8 + min(uint32(i-h), 4)
	}
}

// guided appends the features that the guide gives for the top of the stack,
// the word below, and the first of the buffer. n is the first template's number.
func (p *Parser) guided(f []uint32, n, i0, i1, j0 int) []uint32 {
	g, s := p.guide, &p.state
	add := func(a, b, c uint32) {
		f = append(f, perceptron.Join(n, a, b, c))
		n++
	}
	h0, h1, hb := g.head(i0, s.n), g.head(i1, s.n), g.head(j0, s.n)
	r0, r1, rb := g.relation(i0), g.relation(i1), g.relation(j0)
	// What the guide would do: hang the top on the next word, or on the word
	// below, and whether words to come hang on the top.
	plan := uint32(0)
	if i0 != none {
		switch h0 {
		case j0:
			plan |= 1
		case i1:
			plan |= 2
		}
		if g.last[i0] >= j0 {
			plan |= 4
		}
		if hb == i0 {
			plan |= 8
		}
	}
	if i1 != none {
		if g.last[i1] >= j0 {
			plan |= 16
		}
		if hb == i1 {
			plan |= 32
		}
		if h1 == i0 {
			plan |= 64
		}
		if h1 == j0 {
			plan |= 128
		}
	}
	s0, s1, b0 := p.word(i0), p.word(i1), p.word(j0)
	add(plan, 0, 0)
	add(plan, r0, 0)
	add(plan, r0, s0.XPOS)
	add(plan, s0.XPOS, b0.XPOS)
	add(plan, s1.XPOS, s0.XPOS)
	add(plan, s0.Lemma, 0)
	add(plan, b0.Lemma, 0)
	add(plan, r0, s1.Lemma)
	add(plan, rb, b0.XPOS)
	add(plan, r0, rb)
	add(r0, s0.XPOS, b0.XPOS)
	add(r0, s1.XPOS, s0.XPOS)
	add(r0, s0.Lemma, plan&3)
	add(r1, r0, plan&3)
	add(rb, s0.XPOS, b0.XPOS)
	add(r0, direction(i0, h0), p.word(h0).XPOS)
	add(rb, direction(j0, hb), p.word(hb).XPOS)
	add(r1, direction(i1, h1), p.word(h1).XPOS)
	add(plan, direction(i0, h0), s0.XPOS)
	add(plan, direction(j0, hb), b0.XPOS)
	add(plan, p.label(s.child(s.right1, i0)), s0.XPOS)
	add(plan, p.label(s.child(s.right1, i1)), r0)
	return f
}

// child returns the outermost child of word i in a list of them.
func (s *state) child(of []int, i int) int {
	if i == none {
		return none
	}
	return of[i]
}

// Guided parses a sentence twice: from right to left, which gives a guide, and
// from left to right with it. One goroutine, one parser.
type Guided struct {
	first, second *Parser
	guide         Guide
	words         []Word
}

// NewGuided returns a parser with the models of both directions.
func NewGuided(first, second Scorer) (*Guided, error) {
	g := &Guided{}
	var err error
	if g.first, err = New(first); err != nil {
		return nil, err
	}
	if g.second, err = New(second); err != nil {
		return nil, err
	}
	g.second.guide = &g.guide
	return g, nil
}

// Parse is like [Parser.Parse].
func (g *Guided) Parse(words []Word, heads []int, relations []string) {
	g.words = append(g.words[:0], words...)
	slices.Reverse(g.words)
	g.first.Parse(g.words, heads, relations)
	Reverse(heads, relations)
	g.guide.set(heads, relations)
	g.second.Parse(words, heads, relations)
}

// Reverse turns a tree of the words in reverse order into one of the words.
func Reverse(heads []int, relations []string) {
	slices.Reverse(heads)
	slices.Reverse(relations)
	for i, h := range heads {
		if h >= 0 {
			heads[i] = len(heads) - 1 - h
		}
	}
}

// Reversed returns an example with its words in reverse order, without a guide.
func (e *Example) Reversed() *Example {
	r := &Example{Words: slices.Clone(e.Words), Heads: slices.Clone(e.Heads), Relations: slices.Clone(e.Relations)}
	slices.Reverse(r.Words)
	Reverse(r.Heads, r.Relations)
	r.Prepare()
	return r
}
