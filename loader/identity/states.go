package identity

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// severalStates reads "Peruvian and Chilean officials": some of each state.
func (v *resolver) severalStates(n *nominal, noun int) {
	sc, t := n.sc, noun-1
	var found []origin
	for t >= 0 && sc.covered[t] >= 0 {
		m := &sc.matches[sc.covered[t]]
		code := v.state(m, senseAdjective, senseCountry)
		if code == "" || m.last != t {
			break
		}
		found = append(found, origin{code, m.last})
		n.first = min(n.first, m.first)
		next := m.first - 1
		joined := next
		if w := sc.lower(joined); w == "and" || w == "or" {
			joined--
		}
		if sc.lower(joined) == "," {
			joined--
		}
		if joined == next {
			break
		}
		t = joined
	}
	if len(found) < 2 {
		return
	}
	slices.Reverse(found)
	n.codes, n.country, n.count = found, "", nil
	_, _, n.first = v.modifiersBefore(sc, n.first)
}

// linkOwners gives people without a name the state of those to whom they belong: "its
// soldiers" are that state's, once the pronoun is understood.
func (v *resolver) linkOwners() {
	for i, list := range v.nominal {
		for _, n := range list {
			if n.owner < 0 || n.actor < 0 || v.actors[n.actor].Named || v.profiles[n.actor].Country != "" {
				continue
			}
			for _, p := range v.pronoun[i] {
				if p.first != n.owner || p.actor < 0 {
					continue
				}
				if code := v.profiles[p.actor].Country; graph.IsState(code) {
					v.profiles[n.actor].Country = code
					n.step(v.doc, "nominal.owner", "of the state of those to whom they belong", n.owner, n.owner)
				}
			}
		}
	}
}
