package identity_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// Within a state one wording means one body. What is told apart by dates alone, or by the kind,
// may share a name.
func TestNoSharedNames(t *testing.T) {
	r := identity.Default()
	type name struct{ country, kind, wording string }
	seen := map[name]string{}
	for i := range r.Len() {
		e := r.At(i)
		if e.Kind == graph.Official || e.Kind == graph.Person {
			continue
		}
		for _, a := range append([]string{e.Name}, e.Aliases...) {
			n := name{string(e.Country), string(e.Kind), strings.TrimPrefix(a, "the ")}
			if other := seen[n]; other != "" && other != e.Key {
				t.Errorf("%s and %s are both called %q", other, e.Key, a)
			}
			seen[n] = e.Key
		}
	}
}

// A body that another one is a part of is in the register, is no part of itself, and belongs
// to the same state, or both are bodies of several.
func TestParents(t *testing.T) {
	r := identity.Default()
	n := 0
	for i := range r.Len() {
		e := r.At(i)
		at, steps := e, 0
		for at.Parent != "" {
			p, ok := r.Lookup(at.Parent)
			if !ok {
				t.Errorf("%s is a part of %s, which is not there", at.Key, at.Parent)
				break
			}
			if p.Country != at.Country {
				t.Errorf("%s of %s is a part of %s of %s", at.Key, at.Country, p.Key, p.Country)
			}
			if p.Kind != graph.Agency && p.Kind != graph.Organization {
				t.Errorf("%s is a part of the %s %s", at.Key, p.Kind, p.Key)
			}
			if steps++; steps > 8 {
				t.Errorf("%s is a part of itself", e.Key)
				break
			}
			at = p
		}
		if e.Parent != "" {
			n++
		}
	}
	if n < 200 {
		t.Errorf("only %d bodies are parts of others", n)
	}
}
