package naming

import "math"

// near is the number of words between two names from which on they have
// nothing to do with each other.
const near = 3

// chart holds the best divisions of every beginning of the sentence.
type chart struct {
	any  []cell // the best of all that are i words long
	ends []cell // those whose last name, of each type, ends there
}

// cell is the best way to a place: the last name and the place and type of the
// name before it. Without a name, first is -1.
type cell struct {
	score  int32
	first  int32 // of the name that ends here
	before int32 // where the name before it ends, -1: none is near
	types  [2]uint8
}

const lost = math.MinInt32 / 2

func (c *chart) reset(n, types int) {
	if cap(c.any) < n+1 {
		c.any = make([]cell, 2*(n+1))
	}
	if cap(c.ends) < (n+1)*types {
		c.ends = make([]cell, 2*(n+1)*types)
	}
	c.any, c.ends = c.any[:n+1], c.ends[:(n+1)*types]
	for i := range c.ends {
		c.ends[i].score = lost
	}
	c.any[0] = cell{first: -1}
}

// search appends the names of the best division.
func (f *Finder) search(found []Segment) []Segment {
	f.add()
	n, types := len(f.words), len(f.types)
	c := &f.chart
	c.reset(n, types)
	var ways [16]cell // into a name of each type that begins here
	for a := range n {
		open := false
		if f.starts(a) || f.wanted(a) {
			f.candidates(a, func(b int) {
				if !open {
					f.enter(a, ways[:types])
					open = true
				}
				f.scoreWhole(a, b)
				for t := range types {
					s := ways[t].score + f.spell(a, b, uint8(t)) + f.scores[label(uint8(t), whole)]
					if e := &c.ends[(b+1)*types+t]; s > e.score {
						*e = cell{s, int32(a), ways[t].before, [2]uint8{uint8(t), ways[t].types[1]}}
					}
				}
			})
		}
		best := cell{score: c.any[a].score + f.outs[a+1] - f.outs[a], first: -1}
		for t := range types {
			if e := c.ends[(a+1)*types+t]; e.score > best.score {
				best = e
			}
		}
		c.any[a+1] = best
	}
	return f.trace(found)
}

// enter finds the best way into a name of each type that begins at a.
func (f *Finder) enter(a int, ways []cell) {
	types, c := len(f.types), &f.chart
	far := f.outs[a]
	if a >= near {
		far = c.any[a-near].score + f.outs[a] - f.outs[a-near]
	}
	for t := range ways {
		ways[t] = cell{score: far, before: -1}
	}
	for e := max(a-near+1, 1); e <= a; e++ {
		for p := range types {
			from := c.ends[e*types+p].score
			if from == lost {
				continue
			}
			f.whole = f.between(f.whole[:0], e, a, uint8(p))
			f.scorer.Score(f.whole, f.scores)
			for t := range ways {
				if s := from + f.outs[a] - f.outs[e] + f.scores[label(uint8(t), whole)]; s > ways[t].score {
					ways[t] = cell{score: s, before: int32(e), types: [2]uint8{0, uint8(p)}}
				}
			}
		}
	}
}

// trace follows the best division back and appends its names in order.
func (f *Finder) trace(found []Segment) []Segment {
	from, types := len(found), len(f.types)
	for i := len(f.words); i > 0; {
		at := f.chart.any[i]
		if at.first < 0 {
			i--
			continue
		}
		for e := i; ; {
			found = append(found, Segment{int(at.first), e - 1, at.types[0]})
			if at.before < 0 {
				i = int(at.first) - near
				break
			}
			e = int(at.before)
			at = f.chart.ends[e*types+int(at.types[1])]
		}
	}
	for i, j := from, len(found)-1; i < j; i, j = i+1, j-1 {
		found[i], found[j] = found[j], found[i]
	}
	return found
}

// scoreWhole scores the words a to b as one name of each type.
func (f *Finder) scoreWhole(a, b int) {
	f.whole = f.segment(f.whole[:0], a, b)
	f.scorer.Score(f.whole, f.scores)
}

// wanted reports whether a name that training asks for begins at a.
func (f *Finder) wanted(a int) bool {
	for _, g := range f.gold {
		if g.First == a {
			return true
		}
	}
	return false
}
