package graphtest_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// TestReference runs the suite on the Reference itself: the random part then shows only that
// it is deterministic and that questions are valid, the named part that it keeps its promises.
func TestReference(t *testing.T) {
	graphtest.Run(t, func(testing.TB) graphtest.Subject {
		r := &graphtest.Reference{}
		return graphtest.Subject{Store: r, Walk: r, Drive: r}
	})
}
