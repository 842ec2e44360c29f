package graphtest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

// Subject is a store to be tested, and two readers of the same graph whose lists are forced
// into one form each. A store that has no forms is its own reader twice.
type Subject struct {
	graph.Store
	Walk, Drive graph.Reader
}

// Run holds a store to the contract of graph.Store. open gives a new, empty, migrated store
// each time and closes it, and its readers, when the test ends (a store may be closed twice).
// There are named tests of single promises, and random ones against Reference, in which every
// list is asked for in all forms; see the package comment for their size and seed.
func Run(t *testing.T, open func(testing.TB) Subject) {
	t.Run("contract", func(t *testing.T) { runContract(t, open) })
	t.Run("random", func(t *testing.T) { runRandom(t, open) })
}

const (
	defaultQueries    = 2000
	queriesPerChange  = 10
	changesPerWorld   = 8
	smallWorld        = 18 // articles
	largeWorld        = 60
	largeWorldsEvery  = 12
	environmentNumber = "CONFORMANCE_QUERIES"
	environmentSeed   = "CONFORMANCE_SEED"
	environmentCounts = "CONFORMANCE_COUNTS"
)

func runRandom(t *testing.T, open func(testing.TB) Subject) {
	queries := int(environment(t, environmentNumber, defaultQueries))
	seed := environment(t, environmentSeed, rand.Uint64()>>1)
	counts := environment(t, environmentCounts, 0) > 0
	t.Logf("%s=%d %s=%d, counts alone: %v", environmentSeed, seed, environmentNumber, queries, counts)
	var asked, written int
	const perWorld = queriesPerChange * changesPerWorld
	for world := range (queries + perWorld - 1) / perWorld { // worlds that -run leaves out ask nothing
		ok := t.Run(fmt.Sprintf("world%d", world), func(t *testing.T) {
			writes, questions := runWorld(t, seed, world, counts, open(t))
			written, asked = written+writes, asked+questions
		})
		if !ok {
			t.Fatalf("stopped at the first difference; repeat it with %s=%d -run '%s/world%d$'", environmentSeed, seed, t.Name(), world)
		}
	}
	t.Logf("%d questions and %d changes, no difference", asked, written)
}

// runWorld fills a store with one world, and asks questions after each write.
func runWorld(t testing.TB, seed uint64, world int, counts bool, store Subject) (written, asked int) {
	d := newDice(seed, uint64(world))
	articles := d.between(1, smallWorld)
	if world%largeWorldsEvery == largeWorldsEvery-1 && !raceDetector {
		articles = largeWorld
	}
	s := &session{t: t, d: d, seed: seed, world: NewWorld(d.Uint64(), articles), store: store, counts: counts}
	for range changesPerWorld {
		s.change()
		written++
		for range queriesPerChange {
			s.ask()
			asked++
		}
	}
	return written, asked
}

// environment reads a number from the environment.
func environment(t *testing.T, name string, otherwise uint64) uint64 {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}
