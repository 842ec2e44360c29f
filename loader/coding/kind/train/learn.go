package main

import (
	"maps"
	"math"
	"slices"

	"github.com/actorgraph/actorgraph/loader/coding/kind"
)

// settings of the learner.
type settings struct {
	epochs int
	rate   float64
	decay  float64 // pull of every weight towards zero
	least  int     // a feature that fewer examples have is left out
}

// tiny is a share that is not worth a step.
const tiny = 1.0 / 512

// learn is logistic regression over the classes: examples in an order that is shuffled by a
// fixed sequence, steps that shrink as a weight is moved (AdaGrad). The arithmetic is written so
// that no compiler may fuse a multiplication with an addition: the same weights everywhere.
func learn(examples []example, s settings) kind.Weights {
	rows := rowsOf(examples, s.least)
	n := len(rows) * kind.Classes
	weights, moved := make([]float64, n), make([]float64, n)
	for i := range moved {
		moved[i] = 1
	}
	active := make([][]int, len(examples))
	for i := range examples {
		for _, f := range distinct(examples[i].features) {
			if r, ok := rows[f]; ok {
				active[i] = append(active[i], r*kind.Classes)
			}
		}
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := uint64(88172645463325252)
	share := make([]float64, kind.Classes)
	for range s.epochs {
		for i := len(order) - 1; i > 0; i-- {
			random ^= random << 13
			random ^= random >> 7
			random ^= random << 17
			j := int(random % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, at := range order {
			for c := range share {
				share[c] = 0
			}
			for _, row := range active[at] {
				for c, w := range weights[row : row+kind.Classes] {
					share[c] += w
				}
			}
			softmax(share)
			share[examples[at].class]--
			weight := examples[at].weight()
			for _, row := range active[at] {
				for c, by := range share {
					if -tiny < by && by < tiny {
						continue
					}
					g := float64(float64(by*weight) + float64(s.decay*weights[row+c]))
					moved[row+c] += float64(g * g)
					weights[row+c] -= float64(s.rate*g) / math.Sqrt(moved[row+c])
				}
			}
		}
	}
	out := kind.Weights{}
	for f, r := range rows {
		row := make([]int8, kind.Classes)
		some := false
		for c := range row {
			w := float64(weights[r*kind.Classes+c] * kind.Scale)
			row[c] = int8(max(-127, min(127, int(w))))
			some = some || row[c] != 0
		}
		if some {
			out[f] = row
		}
	}
	return out
}

// rowsOf numbers the features that at least so many examples have.
func rowsOf(examples []example, least int) map[uint32]int {
	count := map[uint32]int{}
	for i := range examples {
		for _, f := range distinct(examples[i].features) {
			count[f]++
		}
	}
	rows := map[uint32]int{}
	for _, f := range slices.Sorted(maps.Keys(count)) {
		if count[f] >= least {
			rows[f] = len(rows)
		}
	}
	return rows
}

func distinct(features []uint32) []uint32 {
	f := slices.Clone(features)
	slices.Sort(f)
	return slices.Compact(f)
}

// softmax turns sums into shares of one.
func softmax(x []float64) {
	top, total := slices.Max(x), 0.0
	for i := range x {
		x[i] = exp(x[i] - top)
		total += x[i]
	}
	for i := range x {
		x[i] /= total
	}
}

// exp is e to the power of a number that is not positive, near enough: the limit of (1+x/n)^n.
func exp(x float64) float64 {
	y := 1 + x/4096
	if y < 0 {
		return 0
	}
	for range 12 {
		y = float64(y * y)
	}
	return y
}
