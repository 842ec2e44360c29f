// Package place judges whether a place that a sentence names is where an act was done.
//
// It is a linear model over hashed features: how act and place stand to each other in the tree
// and in the words, what kind of place it is, and what the rules of package coding propose. Weights
// and sums are integers, so that every machine judges alike. The weights are trained on the marked
// sentences of training/sentences, see place/train.
package place

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"sort"
	"sync"
)

// Feature hashes one feature.
func Feature(name, value string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(name))
	h.Write([]byte{'='})
	h.Write([]byte(value))
	return h.Sum32()
}

// Weights are the weights of features: how much each speaks for the place, in units of Scale.
type Weights map[uint32]int8

// Scale is the weight of one unit of the logarithm of a chance.
const Scale = 24

// magic begins a file of weights; the number is its version.
const magic = "actorgraph places 1\n"

// ErrWeights is wrapped by what Open says of a file that holds no weights.
var ErrWeights = errors.New("these are no weights of places")

// Model is a set of weights. It is not changed and safe for concurrent use.
type Model struct {
	features []byte // uint32 each, ascending
	weights  []byte // int8, one for each feature
}

// Open reads weights as Encode wrote them. The model keeps the data.
func Open(data []byte) (*Model, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic || (len(data)-len(magic))%5 != 0 {
		return nil, ErrWeights
	}
	data = data[len(magic):]
	n := len(data) / 5
	m := &Model{features: data[:4*n], weights: data[4*n:]}
	for i := 1; i < n; i++ {
		if m.feature(i-1) >= m.feature(i) {
			return nil, fmt.Errorf("%w: feature %d is out of order", ErrWeights, i)
		}
	}
	return m, nil
}

// Encode writes weights.
func Encode(weights Weights) []byte {
	out := []byte(magic)
	known := slices.Sorted(maps.Keys(weights))
	for _, f := range known {
		out = binary.LittleEndian.AppendUint32(out, f)
	}
	for _, f := range known {
		out = append(out, byte(weights[f]))
	}
	return out
}

func (m *Model) feature(i int) uint32 { return binary.LittleEndian.Uint32(m.features[4*i:]) }

// Score is above zero where it is more likely than not that the act was done there. A feature
// counts once, however often it is named.
func (m *Model) Score(features []uint32) int {
	seen := slices.Clone(features)
	slices.Sort(seen)
	n, score := len(m.weights), 0
	for _, f := range slices.Compact(seen) {
		if i := sort.Search(n, func(i int) bool { return m.feature(i) >= f }); i < n && m.feature(i) == f {
			score += int(int8(m.weights[i]))
		}
	}
	return score
}

//go:embed weights.bin
var shipped []byte

// Shipped is the model that ships. A test opens its weights, so that bad ones cannot ship.
var Shipped = sync.OnceValue(func() *Model {
	m, err := Open(shipped)
	if err != nil {
		panic(fmt.Sprintf("place: %v", err))
	}
	return m
})
