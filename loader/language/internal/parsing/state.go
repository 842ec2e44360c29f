// Package parsing builds the dependency tree of a tagged sentence with a
// greedy arc-hybrid transition parser: words move from a buffer to a stack,
// and each leaves the stack when it gets its head, the word below it (right)
// or the first of the buffer (left). A linear model picks every move, so the
// time is linear in the length of the sentence. Trees are projective and have
// one root.
//
// What a greedy parser gets wrong it mostly gets wrong because it has not seen
// the rest of the sentence. So a sentence is parsed twice ([Guided]): from right
// to left, and from left to right by a parser that looks at the first tree.
package parsing

// The kinds of moves. A label of the model is the kind and the relation.
const (
	shift = 'S'
	left  = 'L'
	right = 'R'
)

// none marks a place of the state where no word is.
const none = -1

// state is a parse under way. Word n is the root, at the end of the buffer.
type state struct {
	n      int
	next   int   // the first word of the buffer
	stack  []int // indices of words
	heads  []int
	labels []uint8 // the move that gave a word its head

	// Children so far: the outermost two to the left and right of each word.
	left1, left2, right1, right2 []int
	leftCount, rightCount        []uint8
}

func (s *state) reset(n int) {
	s.n, s.next, s.stack = n, 0, s.stack[:0]
	if cap(s.heads) <= n {
		room := 2*n + 16
		s.heads = make([]int, room)
		s.labels = make([]uint8, room)
		s.left1, s.left2 = make([]int, room), make([]int, room)
		s.right1, s.right2 = make([]int, room), make([]int, room)
		s.leftCount, s.rightCount = make([]uint8, room), make([]uint8, room)
	}
	for i := 0; i <= n; i++ {
		s.heads[i], s.labels[i] = none, 0
		s.left1[i], s.left2[i], s.right1[i], s.right2[i] = none, none, none, none
		s.leftCount[i], s.rightCount[i] = 0, 0
	}
}

func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// canShift, canLeft and canRight: exactly one word may hang on the root.
func (s *state) canShift() bool { return s.next < s.n }
func (s *state) canLeft() bool {
	return len(s.stack) > 0 && (s.next < s.n || len(s.stack) == 1)
}
func (s *state) canRight() bool { return len(s.stack) > 1 }

// top returns the word k places below the top of the stack.
func (s *state) top(k int) int {
	if k >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-k]
}

// apply makes a move. label is the move's number in the model.
func (s *state) apply(kind byte, label uint8) {
	if kind == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	d := s.top(0)
	s.stack = s.stack[:len(s.stack)-1]
	s.labels[d] = label
	if kind == left {
		h := s.next
		s.heads[d] = h
		// The buffer's first word gets its left children from the near to the far.
		s.left2[h], s.left1[h] = s.left1[h], d
		s.leftCount[h] = min(s.leftCount[h]+1, 7)
		return
	}
	h := s.top(0)
	s.heads[d] = h
	s.right2[h], s.right1[h] = s.right1[h], d
	s.rightCount[h] = min(s.rightCount[h]+1, 7)
}
