package language

import "iter"

// link holds what the tree methods need of one token, so that none of them
// has to search the sentence.
type link struct {
	child, sibling int32 // first child, next child of the same head; -1: none
	first, last    int32 // the outermost tokens of the subtree
}

// Link prepares the tree methods from the heads of the tokens. Analyse has done
// so; only a sentence that was put together or changed by hand needs it. A head
// out of range counts as none.
func (s *Sentence) Link() {
	n := len(s.Tokens)
	s.links = make([]link, n)
	for i := range s.links {
		s.links[i] = link{child: -1, sibling: -1, first: int32(i), last: int32(i)}
	}
	for i := n - 1; i >= 0; i-- {
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != i {
			s.links[i].sibling = s.links[h].child
			s.links[h].child = int32(i)
		}
	}
	s.spread()
}

// spread widens the extent of every token to that of its children, each token
// after all its children, without recursion: hostile text makes deep trees.
func (s *Sentence) spread() {
	n := len(s.Tokens)
	order := make([]int32, 0, n)
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h < 0 || h >= n || h == i {
			order = append(order, int32(i))
		}
	}
	for at := 0; at < len(order); at++ {
		for c := s.links[order[at]].child; c >= 0; c = s.links[c].sibling {
			order = append(order, c)
		}
	}
	for at := len(order) - 1; at >= 0; at-- {
		i := order[at]
		h := s.Tokens[i].Head
		if h < 0 || h >= n {
			continue
		}
		s.links[h].first = min(s.links[h].first, s.links[i].first)
		s.links[h].last = max(s.links[h].last, s.links[i].last)
	}
}

// Root returns the index of the root, -1 if there is none.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Children yields the indices of the tokens that depend on token i, in order.
func (s *Sentence) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if i < 0 || i >= len(s.links) {
			return
		}
		for c := s.links[i].child; c >= 0; c = s.links[c].sibling {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child returns the first child of token i with one of the relations, -1 if
// there is none. A relation matches its subtypes too: NSubj finds "nsubj:pass".
func (s *Sentence) Child(i int, relations ...Relation) int {
	for c := range s.Children(i) {
		for _, r := range relations {
			if s.Tokens[c].Relation.Is(r) {
				return c
			}
		}
	}
	return -1
}

// Subtree returns the outermost tokens of the subtree of token i, both
// inclusive. Trees that Analyse makes are projective, so these and all tokens
// between them are the subtree.
func (s *Sentence) Subtree(i int) (first, last int) {
	if i < 0 || i >= len(s.links) {
		return i, i
	}
	return int(s.links[i].first), int(s.links[i].last)
}

// SubtreeSpan returns the span of the subtree of token i.
func (s *Sentence) SubtreeSpan(i int) Span {
	first, last := s.Subtree(i)
	return s.SpanOf(first, last)
}

// SpanOf returns the span of the tokens first to last, both inclusive. It is
// empty if there are none.
func (s *Sentence) SpanOf(first, last int) Span {
	if first < 0 || last >= len(s.Tokens) || first > last {
		return Span{}
	}
	return Span{s.Tokens[first].Start, s.Tokens[last].End}
}

// Ancestors yields the head of token i, the head's head and so on to the root.
func (s *Sentence) Ancestors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if i < 0 || i >= len(s.Tokens) {
			return
		}
		for steps := len(s.Tokens); steps > 0; steps-- {
			i = s.Tokens[i].Head
			if i < 0 || i >= len(s.Tokens) || !yield(i) {
				return
			}
		}
	}
}

// Dominates reports whether token a is token b or one of its ancestors.
func (s *Sentence) Dominates(a, b int) bool {
	if a == b {
		return true
	}
	for h := range s.Ancestors(b) {
		if h == a {
			return true
		}
	}
	return false
}

// Path returns the tokens on the way through the tree from token a to token b,
// both included; apex is the position in it of their lowest common ancestor.
// The path is nil if they have none.
func (s *Sentence) Path(a, b int) (path []int, apex int) {
	up := []int{a}
	for h := range s.Ancestors(a) {
		up = append(up, h)
	}
	at := make(map[int]int, len(up))
	for i, t := range up {
		at[t] = i
	}
	var down []int
	for t := b; ; t = s.Tokens[t].Head {
		if t < 0 || t >= len(s.Tokens) || len(down) > len(s.Tokens) {
			return nil, -1
		}
		if i, ok := at[t]; ok {
			path = up[:i+1]
			for j := len(down) - 1; j >= 0; j-- {
				path = append(path, down[j])
			}
			return path, i
		}
		down = append(down, t)
	}
}

// At returns the index of the token that covers the code point offset, or of
// the first one behind it; len(Tokens) if all end before it.
func (s *Sentence) At(offset int) int {
	lo, hi := 0, len(s.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Tokens[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// NameAt returns the index in Names of the name that covers token i, -1 if it
// is in none.
func (s *Sentence) NameAt(i int) int {
	lo, hi := 0, len(s.Names)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Names[mid].Last < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.Names) && s.Names[lo].First <= i {
		return lo
	}
	return -1
}
