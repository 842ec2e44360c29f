package main

import (
	"math"

	"github.com/actorgraph/actorgraph/loader/coding/relation"
)

// bits is the size of the table of weights: 1<<bits rows.
const bits = 16

// rare features, seen in fewer examples, are not learned.
const rare = 2

// prune replaces the features of the examples by the rows of those that are not rare, each once.
func prune(examples []example) {
	seen := map[uint32]int{}
	for i := range examples {
		for _, f := range examples[i].features {
			seen[f]++
		}
	}
	for i := range examples {
		e := &examples[i]
		kept := e.features[:0]
		for _, f := range e.features {
			if seen[f] >= rare {
				kept = append(kept, relation.Row(f, bits))
			}
		}
		e.features = kept
	}
}

type scores [relation.Labels]float64

// table is what has been learned: weights by row and label, biases by label.
type table struct {
	bias scores
	rows []scores
}

func (t *table) score(e *example) scores {
	s := t.bias
	for _, f := range e.features {
		for l, w := range t.rows[f] {
			s[l] += w
		}
	}
	return s
}

// learn runs logistic regression for every label by itself, with steps that shrink for what is
// seen often (AdaGrad). Every product is rounded by itself, so that no machine joins
// multiplication and addition in one step and gets other weights.
func learn(examples []example, epochs int, use func(*example) bool) *table {
	const rate, decay = 0.15, 2e-6
	t := &table{rows: make([]scores, 1<<bits)}
	sum := &table{rows: make([]scores, 1<<bits)}
	var order []int
	for i := range examples {
		if use(&examples[i]) {
			order = append(order, i)
		}
	}
	random := uint64(20170301)
	for range epochs {
		for i := len(order) - 1; i > 0; i-- {
			random = random*6364136223846793005 + 1442695040888963407
			j := int((random >> 33) % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			e := &examples[i]
			s := t.score(e)
			for l := range s {
				if !e.known[l] {
					continue
				}
				wrong := logistic(s[l])
				if e.right[l] {
					wrong -= 1
				}
				if math.Abs(wrong) < 0.002 {
					continue
				}
				square := float64(wrong * wrong)
				step := func(w, g *float64) {
					grad := wrong + float64(decay*float64(len(order))*float64(*w)*0.05)
					*g += square
					*w -= float64(float64(rate*grad) / math.Sqrt(1+*g))
				}
				step(&t.bias[l], &sum.bias[l])
				for _, f := range e.features {
					step(&t.rows[f][l], &sum.rows[f][l])
				}
			}
		}
	}
	return t
}

// logistic is 1/(1+e^-x), made of operations that are the same on every machine.
func logistic(x float64) float64 {
	x = min(max(x, -30), 30)
	e := 1 - float64(x/1024)
	for range 10 { // e^-x = (1-x/1024)^1024
		e = float64(e * e)
	}
	return 1 / (1 + e)
}
