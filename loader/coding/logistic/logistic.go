// Package logistic learns the weights of linear classifiers: logistic regression over hashed
// features. Everything is done in a fixed order, so that the same examples give the same weights
// on every machine.
package logistic

import (
	"maps"
	"math"
	"slices"
)

// Example is something with features that belongs to one of several classes.
type Example struct {
	Features []uint32 // a feature counts once, however often it is named
	Class    int      // from 0
	Weight   float64  // how much it counts beside others
}

// Settings of the learner.
type Settings struct {
	Epochs int     // passes over the examples
	Rate   float64 // size of the steps
	Decay  float64 // pull of every weight towards zero
	Least  int     // a feature that fewer examples have is left out
}

// tiny is a share that is not worth a step.
const tiny = 1.0 / 512

// Learn gives the weights by feature, one for each class, whose sums over the features of an
// example are the logarithms of the chances of the classes. It takes the examples in an order
// that is shuffled by a fixed sequence, with steps that shrink as a weight is moved (AdaGrad).
// The arithmetic is written so that no compiler may fuse a multiplication with an addition: the
// same weights everywhere.
func Learn(examples []Example, classes int, s Settings) map[uint32][]float64 {
	rows := rowsOf(examples, s.Least)
	n := len(rows) * classes
	weights, moved := make([]float64, n), make([]float64, n)
	for i := range moved {
		moved[i] = 1
	}
	active := make([][]int, len(examples))
	for i := range examples {
		for _, f := range distinct(examples[i].Features) {
			if r, ok := rows[f]; ok {
				active[i] = append(active[i], r*classes)
			}
		}
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := uint64(88172645463325252)
	share := make([]float64, classes)
	for range s.Epochs {
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
				for c, w := range weights[row : row+classes] {
					share[c] += w
				}
			}
			softmax(share)
			share[examples[at].Class]--
			weight := examples[at].Weight
			for _, row := range active[at] {
				for c, by := range share {
					if -tiny < by && by < tiny {
						continue
					}
					g := float64(float64(by*weight) + float64(s.Decay*weights[row+c]))
					moved[row+c] += float64(g * g)
					weights[row+c] -= float64(s.Rate*g) / math.Sqrt(moved[row+c])
				}
			}
		}
	}
	out := make(map[uint32][]float64, len(rows))
	for f, r := range rows {
		out[f] = weights[r*classes : (r+1)*classes]
	}
	return out
}

// Quantize rounds the weights of a feature towards zero to eight bits, each unit scale times; ok
// is whether any is left.
func Quantize(weights []float64, scale float64) (row []int8, ok bool) {
	row = make([]int8, len(weights))
	for i, x := range weights {
		w := float64(x * scale)
		row[i] = int8(max(-127, min(127, int(w))))
		ok = ok || row[i] != 0
	}
	return row, ok
}

// rowsOf numbers the features that at least so many examples have.
func rowsOf(examples []Example, least int) map[uint32]int {
	count := map[uint32]int{}
	for i := range examples {
		for _, f := range distinct(examples[i].Features) {
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
