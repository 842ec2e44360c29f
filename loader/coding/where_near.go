package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Places that an act has from what stands around it, where its own words name none.

// aroundParticipants gives a deed the place at which somebody or something stands that takes
// part in it: "a blast killed people praying in Lahore", "police in Oslo arrested".
func (e *event) aroundParticipants() {
	p := e.p
	if !deed(e.typ) {
		return
	}
	var around []int
	for _, x := range append(slices.Clone(e.targets), e.sources...) {
		around = append(around, x.token)
	}
	for _, x := range append(slices.Clone(e.touched), e.doers...) {
		around = append(around, x.token)
	}
	if !e.frame.noun {
		around = append(around, p.agent(e.trigger), p.slotOf(e.trigger, "obj"))
	}
	for _, tok := range around {
		if tok < 0 || tok == e.trigger {
			continue
		}
		for _, c := range p.kids[tok] {
			if prep := p.preposition(c); !p.is(c, language.NMod) || prep != "in" && prep != "at" && prep != "near" {
				continue
			}
			if e.placeUnder(c) {
				return
			}
		}
	}
}

// placeUnder gives the act the first place that a phrase names, and reports whether it names one.
func (e *event) placeUnder(phrase int) bool {
	p := e.p
	first, last := p.s.Subtree(phrase)
	for tok := first; tok <= last; tok++ {
		if w, ok := p.placeAt(tok); ok && p.phraseOf(tok) == phrase {
			w.Inferred = true
			e.places = append(e.places, w)
			e.steps = append(e.steps, graph.Step{Rule: "place/participant", Says: "who takes part is there", Text: w.Text, Span: w.Span})
			return true
		}
	}
	return false
}

// borrowPlace gives a deed the place of the act in whose course it was done: "killed in an
// attack in Lahore", "shot and wounded in Lahore".
func (e *event) borrowPlace() {
	p := e.p
	if len(e.places) > 0 || !deed(e.typ) {
		return
	}
	var from []int
	for _, c := range p.kids[e.trigger] {
		switch prep := p.preposition(c); {
		case p.is(c, language.Obl) && (prep == "in" || prep == "during" || prep == "by"), p.is(c, language.Conj) && p.verb(c) && p.ownSubject(c) < 0:
			from = append(from, c)
		}
	}
	if h := p.head(e.trigger); h >= 0 && (p.is(e.trigger, language.Conj) && p.verb(h) && p.ownSubject(e.trigger) < 0 || p.is(e.trigger, language.AdvCl) && p.tag(e.trigger) == "VBG" && p.preposition(e.trigger) == "") {
		from = append(from, h)
	}
	for _, i := range from {
		o := p.fired[i]
		if o == nil || o == e || len(o.places) == 0 || o.real.real() != e.real.real() {
			continue
		}
		w := o.places[0]
		w.Inferred = true
		e.places = []graph.Wording{w}
		e.steps = append(e.steps, graph.Step{Rule: "place/course", Says: "it was done in the course of another act, which was there", Text: w.Text, Span: w.Span})
		return
	}
}
