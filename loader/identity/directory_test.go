package identity_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// The directory is found by halving its text, so the lines must be in order.
func TestDirectory(t *testing.T) {
	r := identity.Default()
	seen, last, n := map[string]bool{}, "", 0
	sectors := map[graph.Sector]bool{}
	for _, s := range graph.Sectors {
		sectors[s] = true
	}
	for e := range r.Filed {
		n++
		if seen[e.Key] {
			t.Errorf("%s is there twice", e.Key)
		}
		seen[e.Key] = true
		if _, ok := r.Lookup(e.Key); ok {
			t.Errorf("%s is in another table as well", e.Key)
		}
		if folded := graph.Fold(e.Name); folded < last {
			t.Errorf("%q stands behind %q", folded, last)
		} else {
			last = folded
		}
		if _, ok := r.Country(string(e.Country)); !ok && graph.IsState(string(e.Country)) {
			t.Errorf("%s: no country %s", e.Key, e.Country)
		}
		for _, s := range e.Sectors {
			if !sectors[s] {
				t.Errorf("%s: sector %s", e.Key, s)
			}
		}
		if e.Until != 0 && e.Until < e.From || !strings.Contains(e.Name, " ") {
			t.Errorf("%s: %q from %d to %d", e.Key, e.Name, e.From, e.Until)
		}
	}
	if total := n + r.Len(); total < 12_000 {
		t.Errorf("%d actors by name", total)
	}
}
