package parsing

import (
	"math"

	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// Example is a tagged sentence with its tree.
type Example struct {
	Words     []Word
	Heads     []int // -1 for the root
	Relations []string
	Guide     *Guide // of all examples or of none

	// For each word, whether gold children remain is asked often: their indices
	// in order, one after the other, and where each word's start.
	children []int
	first    []int
}

// Prepare indexes the tree; Train needs it.
func (e *Example) Prepare() {
	n := len(e.Words)
	e.first = make([]int, n+2)
	e.children = make([]int, 0, n)
	for h := 0; h <= n; h++ {
		e.first[h] = len(e.children)
		for d, g := range e.Heads {
			if g == h || g < 0 && h == n {
				e.children = append(e.children, d)
			}
		}
	}
	e.first[n+1] = len(e.children)
}

func (e *Example) childrenOf(h int) []int { return e.children[e.first[h]:e.first[h+1]] }

func (e *Example) head(d int) int {
	if e.Heads[d] < 0 {
		return len(e.Words)
	}
	return e.Heads[d]
}

// Labels returns the moves that the relations of the examples need.
func Labels(examples []*Example) []string {
	seen := map[string]bool{}
	labels := []string{"S"}
	add := func(l string) {
		if !seen[l] {
			seen[l] = true
			labels = append(labels, l)
		}
	}
	for _, e := range examples {
		for d, r := range e.Relations {
			if e.head(d) > d {
				add("L " + r)
			} else {
				add("R " + r)
			}
		}
	}
	return labels
}

// Options of a training run.
type Options struct {
	Epochs int
	// Explore is the epoch from which the parser follows its own mistakes, as
	// it will have to.
	Explore int
	// Margin is how far the best right move must lead the best wrong one; a
	// smaller lead counts as a mistake.
	Margin int32
	// Enough mistakes give a feature weights.
	Enough int
	// Slow makes the steps of often moved weights smaller.
	Slow bool
	// Seed other than 0 gives another order of the examples.
	Seed uint64
	// Progress, if set, is told the share of moves without a mistake.
	Progress func(epoch, right, moves int)
}

// unit is the first step of a weight where steps get smaller.
const unit = 64

// Train learns a model with a dynamic oracle. It is a pure function of its
// arguments.
func Train(examples []*Example, o Options) (*perceptron.Trainer, error) {
	tr := perceptron.NewTrainer(Labels(examples), o.Enough)
	p, err := New(tr)
	if err != nil {
		return nil, err
	}
	margin := o.Margin
	if o.Slow {
		tr.Slow(unit)
		margin *= unit
	}
	r := perceptron.NewRandom(o.Seed)
	order := append([]*Example(nil), examples...)
	for epoch := range o.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right, moves := 0, 0
		for _, e := range order {
			p.guide = e.Guide
			p.start(e.Words)
			for !p.state.done() {
				p.extract()
				tr.Score(p.features, p.scores)
				guess := p.best(p.scores)
				want, rival := p.oracle(e)
				ok := rival < 0 || p.scores[want] > p.scores[rival] || want == guess
				tr.Step()
				moves++
				if ok {
					right++
				}
				if rival >= 0 && p.scores[want]-p.scores[rival] <= margin {
					tr.Update(p.features, want, rival)
				}
				follow := guess
				if !ok && (epoch < o.Explore || r.Below(10) == 0) {
					follow = want
				}
				p.state.apply(p.kinds[follow], uint8(follow))
			}
		}
		if o.Progress != nil {
			o.Progress(epoch, right, moves)
		}
	}
	return tr, nil
}

// oracle returns the best-scored of the moves that cost the fewest arcs of the
// tree, and the best-scored of the others, -1 if there is none.
func (p *Parser) oracle(e *Example) (want, rival int) {
	s := &p.state
	can := p.allowed()
	cost := [26]int{}
	least := math.MaxInt
	for _, k := range []byte{shift, left, right} {
		if !can[k-'A'] {
			continue
		}
		c := s.cost(e, k)
		cost[k-'A'] = c
		least = min(least, c)
	}
	want, rival = -1, -1
	for m, k := range p.kinds {
		switch {
		case !can[k-'A']:
		case cost[k-'A'] != least || !p.labelFits(e, m):
			if rival < 0 || p.scores[m] > p.scores[rival] {
				rival = m
			}
		case want < 0 || p.scores[m] > p.scores[want]:
			want = m
		}
	}
	if want < 0 {
		return rival, -1 // the relation was never seen in this direction
	}
	return want, rival
}

// labelFits: a move that makes an arc of the tree must name its relation.
func (p *Parser) labelFits(e *Example, m int) bool {
	k := p.kinds[m]
	if k == shift {
		return true
	}
	d := p.state.top(0)
	h := p.state.next
	if k == right {
		h = p.state.top(1)
	}
	return e.head(d) != h || e.Relations[d] == p.relations[m]
}

// cost counts the arcs of the tree that can no longer be made after a move.
func (s *state) cost(e *Example, kind byte) int {
	c := 0
	if kind == shift {
		b := s.next
		// Its head may be the top of the stack, or come later; deeper it is lost.
		if h := e.head(b); h < b && h != s.top(0) && s.onStack(h) {
			c++
		}
		for _, d := range e.childrenOf(b) {
			if d < b && s.onStack(d) {
				c++
			}
		}
		return c
	}
	d := s.top(0)
	for _, x := range e.childrenOf(d) {
		if x >= s.next {
			c++
		}
	}
	h := e.head(d)
	switch {
	case kind == left:
		if h > s.next || h == s.top(1) {
			c++
		}
	case kind == right:
		if h >= s.next {
			c++
		}
	}
	return c
}

func (s *state) onStack(i int) bool {
	for k := len(s.stack) - 1; k >= 0; k-- {
		if s.stack[k] == i {
			return true
		}
	}
	return false
}
