// Package kind judges of what type of event a predicate tells, or that it tells none, where the
// tables of senses are silent or in doubt.
//
// It is a linear model: a predicate's features (its word, what the tables know of it, the words
// and classes around it in the tree) are hashed, each has a weight for every type, and the
// highest sum wins. Weights and sums are integers, so that every machine judges alike. The
// weights are trained on the marked sentences of training/sentences and the examples of the
// tables, see kind/train.
package kind

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"sort"

	"github.com/actorgraph/actorgraph/graph"
)

// Classes are what a predicate may be: no event, then the types in the order of graph.EventTypes.
var Classes = 1 + len(graph.EventTypes)

// None is the class of what tells no event; class i+1 is graph.EventTypes[i].
const None = 0

// ClassOf is the class of a type, None for "".
func ClassOf(t graph.EventType) int {
	for i, x := range graph.EventTypes {
		if x == t {
			return i + 1
		}
	}
	return None
}

// TypeOf is the type of a class, "" for None.
func TypeOf(class int) graph.EventType {
	if class <= None || class >= Classes {
		return ""
	}
	return graph.EventTypes[class-1]
}

// Feature hashes one feature.
func Feature(name, value string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(name))
	h.Write([]byte{'='})
	h.Write([]byte(value))
	return h.Sum32()
}

// Weights are the weights of features, Classes for each.
type Weights map[uint32][]int8

// Scale is the weight of one unit of the logarithm of a chance.
const Scale = 24

// magic begins a file of weights; the number is its version.
const magic = "actorgraph kinds 2\n"

// ErrWeights is wrapped by what Open says of a file that holds no weights.
var ErrWeights = errors.New("these are no weights of kinds")

// Model is a set of weights. It is not changed and safe for concurrent use.
type Model struct {
	features []byte // uint32 each, ascending
	weights  []byte // int8, Classes for each feature
	bins     [Bins]uint16
}

// Bins is the number of steps of confidence.
const Bins = 8

// BinWidth is the width of a step in units of margin.
const BinWidth = 16

// Open reads weights as Encode wrote them. The model keeps the data.
func Open(data []byte) (*Model, error) {
	rest := len(data) - len(magic) - 2*Bins
	if rest < 0 || rest%(4+Classes) != 0 || string(data[:len(magic)]) != magic {
		return nil, ErrWeights
	}
	m, n := &Model{}, rest/(4+Classes)
	data = data[len(magic):]
	for i := range m.bins {
		m.bins[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	m.features, m.weights = data[2*Bins:2*Bins+4*n], data[2*Bins+4*n:]
	for i := 1; i < n; i++ {
		if m.feature(i-1) >= m.feature(i) {
			return nil, fmt.Errorf("%w: feature %d is out of order", ErrWeights, i)
		}
	}
	return m, nil
}

func (m *Model) feature(i int) uint32 { return binary.LittleEndian.Uint32(m.features[4*i:]) }

// row are the weights of a feature, nil for one that the model does not know.
func (m *Model) row(feature uint32) []byte {
	n := len(m.features) / 4
	i := sort.Search(n, func(i int) bool { return m.feature(i) >= feature })
	if i == n || m.feature(i) != feature {
		return nil
	}
	return m.weights[i*Classes:][:Classes]
}

// Encode writes weights and the share of right judgements, in thousandths, for each step of
// margin.
func Encode(weights Weights, bins [Bins]uint16) []byte {
	out := []byte(magic)
	for _, b := range bins {
		out = binary.LittleEndian.AppendUint16(out, b)
	}
	known := slices.Sorted(maps.Keys(weights))
	for _, f := range known {
		out = binary.LittleEndian.AppendUint32(out, f)
	}
	for _, f := range known {
		for _, w := range weights[f] {
			out = append(out, byte(w))
		}
	}
	return out
}

// Verdict is what a model makes of a predicate.
type Verdict struct {
	Class  int // the best one
	Margin int // by how much it is better than the second one
	Event  int // the best class that is an event
	Over   int // by how much that one is better than None; negative where None is the best
}

// Judge scores the classes of a predicate. Of equal ones the first wins.
func (m *Model) Judge(features []uint32) Verdict {
	return Decide(m.Scores(features))
}

// Scores are the sums by class. A feature counts once, however often it is named.
func (m *Model) Scores(features []uint32) []int {
	scores := make([]int, Classes)
	seen := slices.Clone(features)
	slices.Sort(seen)
	for _, f := range slices.Compact(seen) {
		for c, w := range m.row(f) {
			scores[c] += int(int8(w))
		}
	}
	return scores
}

// Decide makes the verdict of scores by class.
func Decide(scores []int) Verdict {
	best, second := 0, -1
	event := 1
	for c := 1; c < len(scores); c++ {
		if scores[c] > scores[best] {
			second, best = best, c
		} else if second < 0 || scores[c] > scores[second] {
			second = c
		}
		if scores[c] > scores[event] {
			event = c
		}
	}
	return Verdict{Class: best, Margin: scores[best] - scores[second], Event: event, Over: scores[event] - scores[None]}
}

// Confidence is the share of judgements with such a margin that were right on sentences that
// the model had not seen, in thousandths.
func (m *Model) Confidence(margin int) int {
	return int(m.bins[min(max(margin/BinWidth, 0), Bins-1)])
}
