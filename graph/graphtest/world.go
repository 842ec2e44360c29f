package graphtest

import (
	"fmt"
	"math/rand/v2"

	"github.com/actorgraph/actorgraph/graph"
)

// World is a generated set of articles and of what an extraction says of them. It is a pure
// function of its seed and size: the same article, text and version always give the same
// Extraction. Everything in it passes Extraction.Validate. A World is immutable and safe
// for concurrent use.
//
// Actors are registered, named and unnamed, some with equal names or names that only fold
// to the same; a few are in very many events. Events and ties are told by several passages
// of one article and of several articles, which contradict each other in type, date,
// status and participants. Dates are missing now and then.
type World struct {
	seed      uint64
	articles  int
	countries []member
	actors    []member
	places    []graph.Place
	events    []happening
	ties      []relation
}

// TextsPerArticle is how many texts (revisions) each article of a World has, Versions how
// many versions of the extractor read them.
const (
	TextsPerArticle = 3
	Versions        = 3
)

// NewWorld makes the world of a seed, with so many articles.
func NewWorld(seed uint64, articles int) *World {
	w := &World{seed: seed, articles: max(1, articles)}
	w.makeCast(w.dice(1))
	w.makePlaces(w.dice(2))
	w.makeEvents(w.dice(3))
	w.makeTies(w.dice(4))
	return w
}

// Articles is the number of articles.
func (w *World) Articles() int { return w.articles }

// String names the world, so that it can be made again.
func (w *World) String() string {
	return fmt.Sprintf("NewWorld(%d, %d)", w.seed, w.articles)
}

// Extractions are the first text of every article, as the first version reads it, in the order of
// the articles.
func (w *World) Extractions() []graph.Extraction {
	out := make([]graph.Extraction, w.articles)
	for i := range out {
		out[i] = w.Extraction(i, 0, 1)
	}
	return out
}

// dice are random numbers that depend only on the seed and on the numbers given, so that
// one part of a world can be made without the others.
func (w *World) dice(for_ ...int) dice {
	h := uint64(len(for_))
	for _, n := range for_ {
		h = (h ^ uint64(n)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return newDice(w.seed, h)
}

// dice is a source of random choices.
type dice struct{ *rand.Rand }

func newDice(seed, stream uint64) dice { return dice{rand.New(rand.NewPCG(seed, stream))} }

func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

// skewed is below n, small numbers far more often: the first ones become hubs.
func (d dice) skewed(n int) int { return d.IntN(1 + d.IntN(1+d.IntN(n))) }

// between is from low to high, both included.
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }

func pick[T any](d dice, s []T) T { return s[d.IntN(len(s))] }

// some are up to n different values, in the order of s.
func some[T any](d dice, s []T, n int) []T {
	var out []T
	left := d.IntN(n + 1)
	for i, v := range s {
		if left > 0 && d.IntN(len(s)-i) < left {
			out = append(out, v)
			left--
		}
	}
	return out
}
