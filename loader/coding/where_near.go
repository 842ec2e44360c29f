package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Places that an act has from what stands around it, where its own words name none.

// maxAway bounds how many clauses lie between an act and the one whose place it takes.
const maxAway = 3

// aroundAct gives a deed the place of whoever takes part in it ("police in Oslo arrested"), else
// that of the nearest clause that tells the same course of things: "killed in an attack in
// Lahore", "shot as he left a mosque in Lahore", "In Lahore, police said, …".
func (e *event) aroundAct() {
	p := e.p
	if len(e.places) > 0 || !deed(e.typ) && e.typ != graph.Consult {
		return
	}
	reached := e.carriers()
	from := 0
	for away := 0; away <= maxAway; away++ {
		var found []site
		for _, s := range p.sites {
			for i, h := range reached {
				if s.host == h && s.placed && (away > 0 && (i >= from || s.aside) || away == 0 && s.aside) && e.agrees(h) && (!s.goal || p.infinitive(e.trigger)) && !e.elsewhere(s.phrase) && p.stateOn(s) {
					found = append(found, s)
					break
				}
			}
		}
		if len(found) > 0 {
			if away == 0 {
				e.takePlaces(found, "place/participant", "who takes part is there", true)
			} else {
				e.takePlaces(found, "place/course", "it was done in the course of another act, which was there", true)
			}
			return
		}
		next := reached[from:]
		from = len(reached)
		for _, h := range next {
			for _, o := range p.courseOf(h) {
				if !contains(reached, o) {
					reached = append(reached, o)
				}
			}
		}
		if from == len(reached) {
			break
		}
	}
	e.fronted()
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// stateOn reports whether a site is a place and no state as an actor: "sanctions on Chad".
func (p *passage) stateOn(s site) bool {
	return p.stateOfLand(s.token) == nil || s.prep != "on" && s.prep != "over"
}

// agrees reports whether another act is as real as this one.
func (e *event) agrees(other int) bool {
	for _, c := range e.carriers() {
		if c == other {
			return true
		}
	}
	return e.p.realityOf(other).real() == e.real.real() || e.p.infinitive(e.trigger) && e.p.is(e.trigger, language.AdvCl)
}

// fronted gives a deed the place with which its sentence opens: "In Lahore, police said that
// three people were killed."
func (e *event) fronted() {
	p := e.p
	for _, s := range p.sites {
		first, _ := p.s.Subtree(s.phrase)
		if s.placed && first <= 1 && s.host >= 0 && s.host != e.trigger && p.says(s.host) && p.s.Dominates(s.host, e.trigger) && e.agrees(s.host) {
			e.takePlaces([]site{s}, "place/fronted", "the sentence opens with it", true)
			return
		}
	}
}

// courses are the words that join two acts of one course of things: "as he left the mosque".
var courses = map[string]bool{"": true, "while": true, "as": true, "when": true, "after": true, "by": true, "during": true, "in": true, "where": true}

// courseOf are the verbs and act nouns next to one that tell the same course of things, so that
// they happened in one place.
func (p *passage) courseOf(v int) []int {
	var out []int
	if p.verb(v) {
		for _, c := range p.kids[v] {
			out = append(out, p.courseBelow(v, c)...)
		}
	}
	h := p.head(v)
	if h < 0 {
		return out
	}
	above := h
	for steps := 0; steps < maxDepth && above >= 0 && !p.verb(above) && p.fired[above] == nil; steps++ {
		above = p.head(above)
	}
	if above < 0 {
		return out
	}
	prep := p.preposition(v)
	if p.says(above) && p.is(v, language.AdvCl) { // ", killing nine, police said": the tree may take the clause for the speaker's
		if said := p.child(above, language.CComp); said >= 0 && said < v && p.verb(said) {
			above = said
		}
	}
	switch {
	case p.is(v, language.Conj) && p.verb(v) && p.verb(above) && (p.ownSubject(v) < 0 || p.elliptic(v)),
		p.is(v, language.AdvCl) && (courses[prep] || p.infinitive(v)),
		p.noun(v) && p.fired[v] != nil && (p.is(v, language.Obl) || p.is(v, language.NMod)) && courses[prep] && prep != "",
		p.is(v, language.Acl) && p.tag(v) == "VBG" && p.fired[above] != nil && above == h:
		out = append(out, above)
	}
	return out
}

// elliptic reports whether a verb shares its auxiliary with the one before it: "two were killed and
// three wounded".
func (p *passage) elliptic(v int) bool {
	s := p.ownSubject(v)
	return s >= 0 && p.toks[s].POS == language.NUM && len(p.auxiliaries(v)) == 0
}

// courseBelow is what below a verb tells the same course of things.
func (p *passage) courseBelow(v, c int) []int {
	prep := p.preposition(c)
	switch {
	case p.is(c, language.AdvCl) && p.verb(c) && courses[prep] && !p.infinitive(c),
		p.is(c, language.Conj) && p.verb(c) && (p.ownSubject(c) < 0 || p.elliptic(c)),
		p.fired[c] != nil && p.noun(c) && (p.is(c, language.Obl) || p.is(c, language.NMod) || p.is(c, language.OblAgent)) && courses[prep] && prep != "",
		p.fired[c] != nil && p.noun(c) && p.is(c, language.NSubj) && !p.passive(v):
		return []int{c}
	case p.is(c, language.XComp) && p.verb(c):
		switch p.operatorOf(v, "").effect {
		case "light", "begin", "continue", "stop", "pass":
			return []int{c}
		}
		return nil
	case p.is(c, language.NSubj), p.is(c, language.Obj), p.is(c, language.OblAgent), p.is(c, language.Obl) && prep == "by":
		var out []int
		for _, k := range p.kids[c] { // "people praying in a mosque", where a parser may hang "as he left" too
			switch {
			case p.is(k, language.Acl) && p.tag(k) == "VBG" && p.preposition(k) == "" && !p.is(c, language.OblAgent),
				p.verb(k) && !p.is(k, language.Conj) && (p.preposition(k) == "as" || p.preposition(k) == "while" || p.preposition(k) == "when"):
				out = append(out, k)
			}
		}
		return out
	}
	return nil
}
