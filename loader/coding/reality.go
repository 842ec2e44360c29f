package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// reality is what the words say of an act: status and negation, and why.
type reality struct {
	status  graph.Status
	negated bool
	present bool // present or perfect: it concerns now
	steps   []graph.Step
}

func (r reality) real() bool { return r.status == graph.Happened || r.status == graph.Ongoing }

// because adds a reason.
func (r reality) because(s graph.Step) reality {
	r.steps = append(slices.Clip(r.steps), s)
	return r
}

// as changes the status for a reason.
func (r reality) as(status graph.Status, negated bool, s graph.Step) reality {
	r.status, r.negated = status, negated
	return r.because(s)
}

// realityOf is how real the act of a word is: its own form first, then all that governs it.
func (p *passage) realityOf(i int) reality { return p.realityWithin(i, 2*maxDepth) }

func (p *passage) realityWithin(i, depth int) reality {
	if i < 0 || depth == 0 {
		return reality{status: graph.Happened}
	}
	var r reality
	if p.noun(i) || p.tag(i) == "VBG" && p.nominal(i) {
		r = p.nounReality(i, depth-1)
	} else {
		r = p.verbReality(i, depth-1)
	}
	return p.hedged(i, r)
}

// nominal reports whether a gerund stands where nouns stand.
func (p *passage) nominal(i int) bool {
	rel := p.rel(i)
	return rel.Is(language.Obj) || rel.Is(language.Obl) || rel.Is(language.NMod) || rel.Is(language.NSubj)
}

var hedges = []string{"allegedly", "reportedly", "purportedly", "supposedly", "apparently"}

// hedged lowers what the text itself does not vouch for.
func (p *passage) hedged(i int, r reality) reality {
	if !r.real() || r.negated {
		return r
	}
	for _, c := range p.kids[i] {
		if p.is(c, language.AdvMod) && slices.Contains(hedges, p.text(c)) {
			return r.as(graph.Alleged, false, p.step("status/hedge", "the wording does not vouch for it", c))
		}
	}
	return r
}

func (p *passage) verbReality(v, depth int) reality {
	top := p.firstConjunct(v)
	h, rel := p.head(top), p.rel(top)
	own, finite := p.finite(v)
	if !finite && v != top {
		if from := p.head(v); p.verb(from) {
			r := p.realityWithin(from, depth)
			return p.negate(v, r)
		}
	}
	if !finite {
		return p.negate(v, p.dependent(v, top, h, rel, depth))
	}
	r := p.negate(v, own)
	switch {
	case rel.Is(language.AdvCl):
		switch m := p.preposition(top); m {
		case "if", "unless", "lest", "whether", "provided", "until", "once":
			if m != "once" && m != "until" || !r.real() {
				return r.as(graph.Hypothetical, r.negated, p.step("status/condition", "it is a condition", top))
			}
		}
	case rel.Is(language.CComp), rel.Is(language.Acl) && !rel.Is(language.AclRelCl):
		if m := p.preposition(top); m == "if" || m == "whether" {
			return r.as(graph.Hypothetical, r.negated, p.step("status/question", "it is an open question", top))
		}
		return p.complement(r, h, depth)
	}
	if r.status == graph.Planned && p.hasCondition(v) {
		return r.as(graph.Hypothetical, r.negated, p.step("status/conditional", "it depends on a condition", v))
	}
	if h < 0 && p.question() {
		return r.as(graph.Hypothetical, r.negated, p.step("status/question", "the sentence asks", v))
	}
	return r
}

// complement applies a verb or noun to the finite clause that it governs: "denied that …".
func (p *passage) complement(r reality, h, depth int) reality {
	if h < 0 {
		return r
	}
	if p.verb(h) && p.says(h) && p.unsaid(h) && r.real() {
		return r.as(graph.Hypothetical, r.negated, p.step("status/unsaid", "nobody has said so", h))
	}
	op := p.operatorOf(h, "")
	switch op.effect {
	case "deny", "prevent":
		return p.apply(op, h, p.realityWithin(h, depth))
	case "hypo", "threat":
		if _, says := p.r.lex.reports[p.lem[h]]; op.effect == "hypo" && !says || !r.real() {
			outer := p.apply(op, h, p.realityWithin(h, depth))
			outer.negated = r.negated // "demanded that they not attack"
			return outer
		}
	case "allege":
		if kind := p.r.lex.reports[p.lem[h]]; r.real() && (kind == "" || kind == hedgedReport || !p.verb(h)) {
			return r.as(graph.Alleged, false, p.step("status/alleged", "it is an allegation", h))
		}
	}
	return r
}
