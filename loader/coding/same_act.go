package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// One incident told again in other words: by what it was done with, by what it did, by whom it hit.

// sameBlast reports whether an explosion is told again: by a noun or a verb whose bomb is "the
// bomb", by "the blast", where nothing else is said to have been hit.
func (e *event) sameBlast(o *event) bool {
	if !e.blast() || !o.blast() || !putForward(e.real.status) || !putForward(o.real.status) {
		return false
	}
	if e.p.order-o.p.order > 4 || e.namesVictim() && o.namesVictim() {
		return false
	}
	b, c := e.charge(), o.charge()
	if e.p == o.p && b >= 0 && b == c { // "a bomb planted by rebels damaged the bridge"
		return true
	}
	if b < 0 || !e.p.definite(b) || e.p.toks[b].Tag == "NNS" != (c >= 0 && o.p.toks[c].Tag == "NNS") {
		return false
	}
	return c >= 0 || o.frame.noun
}

// putForward reports whether an act is told as one that was done.
func putForward(s graph.Status) bool { return s == graph.Happened || s == graph.Alleged }

// blast reports whether an act was an explosion.
func (e *event) blast() bool { return slices.Contains(e.modes, "EXPLOSIVES") }

// charge is the bomb that an explosion names as its subject, object or means, -1 for none.
func (e *event) charge() int {
	p := e.p
	if e.frame.noun {
		return -1
	}
	for _, tok := range []int{p.agent(e.trigger), p.slotOf(e.trigger, "obj")} {
		if tok >= 0 && p.r.lex.is(p.lem[tok], "blast") {
			return tok
		}
	}
	return -1
}

// blow reports whether a verb tells an attack, and leaves to another what came of it.
func (e *event) blow() bool {
	return e.typ == graph.Assault && !e.frame.noun && !e.result() && e.harm() == "" && !e.abducts()
}

// sameBlow reports whether a verb says what an attack told just before it did, with the same
// doers: "They attacked the post and killed two guards."
func (e *event) sameBlow(o *event) bool {
	if !e.result() || !o.blow() || e.p.order-o.p.order > 1 || e.p.s.Paragraph-o.p.s.Paragraph > 1 {
		return false
	}
	if e.real.status != graph.Happened || o.real.status != graph.Happened || e.when != nil && o.when != nil && e.p != o.p {
		return false
	}
	if len(e.sources) == 0 || e.overlap(e.sources, o.sources) != together || e.namesVictim() && o.namesVictim() {
		return false
	}
	return e.overlap(e.targets, o.sources) != together
}

// sameHarm reports whether two acts of violence hit the same person, or the same people without a name.
func (e *event) sameHarm(o *event) bool {
	if e.typ != graph.Assault || e.abducts() || o.abducts() || e.overlap(e.sources, o.sources) == apart {
		return false
	}
	return slices.ContainsFunc(e.targets, func(x party) bool {
		return slices.ContainsFunc(o.targets, func(y party) bool { return e.samePeople(x, o, y) })
	})
}
