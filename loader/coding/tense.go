package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// auxiliaries of a verb or of a predicate with a copula, in order.
func (p *passage) auxiliaries(v int) []int {
	var out []int
	for _, c := range p.kids[v] {
		if p.is(c, language.AuxRelation) || p.is(c, language.Cop) {
			out = append(out, c)
		}
	}
	return out
}

// finite is what a verb's own form says; ok is false for infinitives, gerunds and bare participles.
func (p *passage) finite(v int) (r reality, ok bool) {
	r.status = graph.Happened
	form := p.tag(v)
	aux := p.auxiliaries(v)
	if p.infinitive(v) {
		if i := slices.IndexFunc(aux, func(a int) bool {
			return p.lem[a] == "be" && (p.tag(a) == "VBZ" || p.tag(a) == "VBP" || p.tag(a) == "VBD")
		}); i >= 0 && !p.passive(v) {
			return r.as(graph.Planned, false, p.step("status/be-to", "“is to” announces a plan", aux[i])), true
		}
		return r, false
	}
	for _, a := range aux {
		switch w := p.text(a); {
		case p.tag(a) == "MD":
			switch w {
			case "will", "wo", "'ll", "’ll", "shall", "sha":
				return r.as(graph.Planned, false, p.step("status/future", "the future tense announces it", a)), true
			case "would", "'d", "’d":
				if p.reportedInPast(v) {
					return r.as(graph.Planned, false, p.step("status/future-in-past", "the reported future announces it", a)), true
				}
			}
			return r.as(graph.Hypothetical, false, p.step("status/modal", "the modal verb makes it no more than possible or wanted", a)), true
		}
	}
	has := func(lemma string) int {
		return slices.IndexFunc(aux, func(a int) bool { return p.lem[a] == lemma })
	}
	if h := has("have"); h >= 0 {
		r.present = p.tag(aux[h]) != "VBD"
		if form == "VBG" && r.present {
			return r.as(graph.Ongoing, false, p.step("status/perfect-progressive", "it has been going on", v)), true
		}
		return r, p.tag(aux[h]) != "VBG" && p.tag(aux[h]) != "VB"
	}
	if b := has("be"); b >= 0 {
		tag := p.tag(aux[b])
		r.present = tag == "VBZ" || tag == "VBP"
		progressive := form == "VBG" || slices.ContainsFunc(aux, func(a int) bool { return p.text(a) == "being" })
		if progressive && r.present {
			return r.as(graph.Ongoing, false, p.step("status/progressive", "the present progressive: it is going on", v)), true
		}
		return r, tag == "VBD" || r.present
	}
	if d := has("do"); d >= 0 {
		r.present = p.tag(aux[d]) != "VBD"
		return r, true
	}
	r.present = form == "VBZ" || form == "VBP"
	return r, form == "VBD" || r.present
}

func (p *passage) infinitive(v int) bool {
	for _, c := range p.kids[v] {
		if c < v && p.text(c) == "to" && (p.is(c, language.Mark) || p.tag(c) == "TO") {
			return true
		}
	}
	return false
}

// reportedInPast reports whether a clause hangs on a verb of saying in the past:
// "said it would leave".
func (p *passage) reportedInPast(v int) bool {
	top := p.firstConjunct(v)
	h := p.head(top)
	if h >= 0 && p.is(top, language.CComp) {
		_, says := p.r.lex.reports[p.lem[h]]
		op := p.r.lex.operators[p.lem[h]+"/v"].effect
		return says || op == "plan" || op == "threat"
	}
	for _, c := range p.kids[top] {
		if p.is(c, language.Parataxis) {
			if _, says := p.r.lex.reports[p.lem[c]]; says {
				return true
			}
		}
	}
	return false
}

// negation finds the word that negates a verb's clause, -1 for none.
func (p *passage) negation(v int) int {
	for _, c := range p.kids[v] {
		switch p.text(c) {
		case "not", "n't", "n’t", "never", "neither", "nor":
			return c
		}
		if p.is(c, language.AdvMod) && p.text(c) == "longer" {
			return c
		}
		if c == v-1 && (p.text(c) == "almost" || p.text(c) == "nearly") && counted[p.lem[v]] == graph.Dead {
			return c // who was almost killed lives
		}
		if p.is(c, language.NSubj) || p.is(c, language.Obj) {
			if n := p.noWord(c); n >= 0 {
				return n
			}
		}
	}
	return -1
}

// noWord finds "no", "none of", "nobody" in a nominal.
func (p *passage) noWord(n int) int {
	switch p.text(n) {
	case "nobody", "none", "nothing", "neither":
		return n
	}
	for _, c := range p.kids[n] {
		if p.is(c, language.DetRelation) && (p.text(c) == "no" || p.text(c) == "neither") {
			return c
		}
	}
	return -1
}

// negate applies the negation in a verb's own clause.
func (p *passage) negate(v int, r reality) reality {
	n := p.negation(v)
	if n < 0 {
		return r
	}
	r.negated = !r.negated
	if p.text(n) == "longer" {
		r.status = graph.Ongoing
	}
	return r.because(p.step("status/negation", "it is negated", n))
}

func (p *passage) hasCondition(v int) bool {
	for _, c := range p.kids[v] {
		if p.is(c, language.AdvCl) {
			if m := p.preposition(c); m == "if" || m == "unless" {
				return true
			}
		}
	}
	return false
}

func (p *passage) question() bool {
	for i := len(p.toks) - 1; i >= 0 && i >= len(p.toks)-3; i-- {
		if p.toks[i].Text == "?" {
			return true
		}
	}
	return false
}

// isFinite reports whether a verb has a finite form or auxiliary.
func (p *passage) isFinite(v int) bool {
	_, ok := p.finite(v)
	return ok
}
