package main

import (
	"github.com/actorgraph/actorgraph/loader/coding/kind"
)

// learn is an averaged perceptron with a margin, in integers: examples in an order that is
// shuffled by a fixed sequence, weights averaged over all steps.
func learn(examples []example, epochs int) []int8 {
	n := kind.Classes << kind.Bits
	weights, sums, since := make([]int32, n), make([]int64, n), make([]int32, n)
	step := int32(0)
	set := func(i int, by int32) {
		sums[i] += int64(step-since[i]) * int64(weights[i])
		since[i] = step
		weights[i] += by
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := uint64(88172645463325252)
	scores := make([]int, kind.Classes)
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			random ^= random << 13
			random ^= random >> 7
			random ^= random << 17
			j := int(random % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, at := range order {
			e := &examples[at]
			step++
			for c := range scores {
				scores[c] = 0
			}
			for _, f := range e.features {
				row := kind.Row(f) * kind.Classes
				for c := range scores {
					scores[c] += int(weights[row+c])
				}
			}
			rival := -1
			for c := range scores {
				if c != e.class && (rival < 0 || scores[c] > scores[rival]) {
					rival = c
				}
			}
			if scores[e.class] > scores[rival]+len(e.features)/2 {
				continue
			}
			for _, f := range e.features {
				row := kind.Row(f) * kind.Classes
				set(row+e.class, 1)
				set(row+rival, -1)
			}
		}
	}
	out := make([]int8, n)
	for i := range out {
		sums[i] += int64(step-since[i]) * int64(weights[i])
		w := sums[i] * 16 / int64(max(step, 1))
		out[i] = int8(max(-127, min(127, w)))
	}
	return out
}
