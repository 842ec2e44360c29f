package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// nounReality is how real the act of a noun is: what stands before it ("a planned attack"),
// then what its clause does with it ("called for talks", "an attack was foiled").
func (p *passage) nounReality(n, depth int) reality {
	r := p.nounContext(n, depth)
	for _, c := range p.kids[n] {
		op := p.r.lex.operators[p.lem[c]+"/a"]
		if op.effect == "" {
			op = p.r.lex.operators[p.text(c)+"/a"] // "planned", whose lemma is a verb
		}
		if op.effect != "" && (p.is(c, language.AMod) || p.is(c, language.Compound)) && c < n {
			if op.effect == "allege" || op.effect == "continue" {
				if !r.real() || r.negated {
					continue
				}
				r.present = true
			}
			if op.effect == "plan" && !r.real() {
				continue
			}
			r = p.apply(op, c, r)
		}
	}
	if no := p.noWord(n); no >= 0 {
		r.negated = !r.negated
		r = r.because(p.step("status/negation", "it is negated", no))
	}
	return r
}

// nounContext is what the clause around an act noun says of it.
func (p *passage) nounContext(n, depth int) reality {
	fact := reality{status: graph.Happened}
	top := p.firstConjunct(n)
	h, rel := p.head(top), p.rel(top)
	for _, c := range p.kids[n] { // "an attack launched by", "talks to be held"
		if p.is(c, language.Acl) && p.verb(c) && p.patient(c) == n && p.operatorOf(c, "").effect == "light" {
			return p.realityWithin(c, depth)
		}
	}
	if h < 0 {
		return fact
	}
	prep := p.preposition(top)
	switch {
	case rel.Is(language.Obj), rel.Is(language.NSubjPass), rel.Is(language.Obl) && prep != "by", rel.Is(language.XComp):
		r, applied := p.governed(top, h, prep, depth)
		if applied {
			return r
		}
		if rel.Is(language.Obl) {
			return p.circumstance(top, h, prep, depth)
		}
		if p.verb(h) || p.toks[h].POS == language.ADJ {
			return p.presupposed(top, p.realityWithin(h, depth))
		}
	case rel.Is(language.NSubj) && h >= 0:
		return p.asSubject(top, h, depth)
	case rel.Is(language.NMod):
		op := p.r.lex.operators[p.lem[h]+"/n"]
		if op.effect != "" && (prep == "of" || prep == "for" || prep == "to" || prep == "on" || prep == "") {
			return p.apply(op, h, fact)
		}
		if prep == "before" || prep == "ahead_of" || prep == "ahead" {
			return fact.as(graph.Planned, false, p.step("status/before", "it is still to come", top))
		}
		if h >= 0 && p.noun(h) && depth > 0 && p.head(h) >= 0 && !p.definite(top) {
			r := p.nounContext(h, depth-1)
			r.negated = false
			return r
		}
	}
	return fact
}

// governed applies the verb of which an act noun is the object or the prepositional
// complement.
func (p *passage) governed(top, h int, prep string, depth int) (reality, bool) {
	if !p.verb(h) && p.toks[h].POS != language.ADJ {
		return reality{}, false
	}
	op := p.operatorOf(h, prep)
	switch {
	case op.effect == "":
		return reality{}, false
	case p.is(top, language.Obl) && p.r.lex.operators[p.lem[h]+"_"+prep+"/v"].effect == "" && !governing[prep] && prep != "to":
		return reality{}, false
	case p.is(top, language.Obl) && (op.effect == "light" || op.effect == "begin" || op.effect == "continue" || op.effect == "stop"):
		return reality{}, false
	case op.effect == "allege" && p.is(top, language.Obj):
		return reality{}, false // "reported an attack"
	case (op.effect == "refuse" || op.effect == "deny") && p.saidBefore(top):
		return reality{status: graph.Happened}.because(p.step("status/answer", "what is refused or denied has been said", h)), true
	}
	if op.effect == "announce" && p.laterAct(top) {
		op.effect = "plan"
	}
	return p.apply(op, h, p.realityWithin(h, depth)), true
}

// laterAct reports whether a noun names what is announced before it is done, such as a visit;
// an arrest or sanctions are a fact when they are announced.
func (p *passage) laterAct(n int) bool {
	for _, f := range p.r.lex.frames[p.lem[n]+"/n"] {
		switch f.typ {
		case graph.Consult, graph.Cooperate, graph.Mobilize, graph.Aid, graph.Retreat, graph.Protest:
			return true
		}
	}
	return false
}

// saidBefore reports whether a noun names words to which another answers: a request, an
// offer, an accusation.
func (p *passage) saidBefore(n int) bool {
	for _, f := range p.r.lex.frames[p.lem[n]+"/n"] {
		switch f.typ {
		case graph.Request, graph.Agree, graph.Accuse, graph.Threaten:
			return true
		}
	}
	return false
}

// asSubject is the reality of an act noun as a subject: "talks will resume", "the attack killed".
func (p *passage) asSubject(top, h, depth int) reality {
	own := p.realityWithin(h, depth)
	if p.toks[h].POS == language.ADJ || p.toks[h].POS == language.ADV {
		if op := p.r.lex.operators[p.lem[h]+"/a"]; op.effect != "" {
			return p.apply(op, h, own)
		}
	}
	switch op := p.operatorOf(h, ""); op.effect {
	case "begin", "continue", "stop", "light", "pass":
		return p.apply(op, h, own)
	}
	switch p.phrase(h) {
	case "take_place", "occur", "happen", "take", "come", "follow", "break_out", "erupt", "resume", "collapse":
		return own
	case "fail", "break_down":
		own.negated = false
		return own
	}
	return p.presupposed(top, own)
}

// presupposed takes an act for a fact where the noun is definite, however unreal the clause.
func (p *passage) presupposed(n int, r reality) reality {
	r.negated = false
	if r.real() || p.definite(n) {
		return reality{status: graph.Happened, present: r.present, steps: r.steps}
	}
	if r.status == graph.Denied || r.status == graph.Alleged {
		return r
	}
	return r.as(graph.Hypothetical, false, p.step("status/context", "its clause is not real either", n))
}

func (p *passage) definite(n int) bool {
	for _, c := range p.kids[n] {
		switch p.text(c) {
		case "the", "this", "that", "these", "those":
			return p.is(c, language.DetRelation)
		}
		if p.is(c, language.NModPoss) {
			return true
		}
	}
	return false
}

// circumstance is the reality of an act noun in a prepositional phrase of a clause.
func (p *passage) circumstance(n, h int, prep string, depth int) reality {
	switch prep {
	case "after", "following", "since", "because_of", "over", "despite", "amid", "for", "from":
		return reality{status: graph.Happened}
	case "without":
		return reality{status: graph.Happened, negated: true}.because(p.step("status/without", "“without” negates it", n))
	case "ahead_of", "ahead":
		return reality{status: graph.Planned}.because(p.step("status/before", "it is still to come", n))
	case "against", "to", "of", "on", "in_case_of":
		if !p.definite(n) {
			r := p.realityWithin(h, depth)
			if !r.real() {
				return p.presupposed(n, r)
			}
		}
		return reality{status: graph.Happened}
	}
	r := p.realityWithin(h, depth)
	r.negated = false
	if r.status == graph.Planned || r.real() {
		return r
	}
	return p.presupposed(n, r)
}

// isAnaphoric reports whether a nominal takes up what was told before: "the attack", "this campaign".
func (p *passage) isAnaphoric(n int) bool {
	for _, c := range p.kids[n] {
		if p.is(c, language.DetRelation) && strings.HasPrefix(p.text(c), "th") {
			return true
		}
	}
	return false
}
