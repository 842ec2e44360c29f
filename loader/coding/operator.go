package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// operatorOf looks a governing word up, with the preposition that leads to its complement
// first: "call for".
func (p *passage) operatorOf(h int, prep string) operator {
	lex := p.r.lex.operators
	switch {
	case p.verb(h) || p.toks[h].POS == language.ADJ && (p.tag(h) == "VBN" || lex[p.lem[h]+"/a"].effect == ""):
		if prep != "" {
			if op, ok := lex[p.lem[h]+"_"+prep+"/v"]; ok {
				return op
			}
		}
		return lex[p.phrase(h)+"/v"]
	case p.toks[h].POS == language.ADJ || p.toks[h].POS == language.ADV:
		return lex[p.lem[h]+"/a"]
	case p.noun(h):
		return lex[p.lem[h]+"/n"]
	}
	return operator{}
}

// dependent is the reality of an infinitive, a gerund or a participle: that of what governs it.
func (p *passage) dependent(v, top, h int, rel language.Relation, depth int) reality {
	prep := p.preposition(top)
	infinitive := p.infinitive(v) || prep == "to" && p.tag(v) == "VB"
	possible := func(why string) reality {
		return reality{status: graph.Hypothetical}.because(p.step("status/infinitive", why, v))
	}
	if h < 0 {
		if p.tag(v) == "VBN" || p.tag(v) == "VBG" {
			return reality{status: graph.Happened}
		}
		return possible("a bare verb states nothing")
	}
	op := p.operatorOf(h, prep)
	switch {
	case rel == language.Acl && p.tag(v) == "VBN" && !infinitive: // "an agreement brokered by Turkey"
	case rel.Is(language.XComp), rel.Is(language.CComp), rel.Is(language.AdvCl), rel == language.Acl:
		if op.effect != "" && (op.effect != "light" || !infinitive) && (op.effect != "pass" || !rel.Is(language.AdvCl) || op.control == "obj") && (infinitive || !rel.Is(language.AdvCl) || governing[prep]) && (prep != "by" && prep != "after" && prep != "before" && prep != "while" && prep != "when") {
			if _, says := p.r.lex.reports[p.lem[h]]; says && op.effect == "allege" && !p.passive(h) {
				return p.realityWithin(h, depth) // "claims to have killed"
			}
			return p.apply(op, h, p.realityWithin(h, depth))
		}
	}
	switch {
	case rel.Is(language.AclRelCl) && infinitive:
		return reality{status: graph.Planned}.because(p.step("status/infinitive", "what is to be done is planned", v))
	case rel.Is(language.AclRelCl):
		return reality{status: graph.Happened}
	case rel.Is(language.AdvCl) && infinitive:
		r := p.realityWithin(h, depth)
		if (r.real() || r.status == graph.Planned) && !r.negated {
			return reality{status: graph.Planned}.because(p.step("status/purpose", "it is what another act is for", v))
		}
		return possible("it is the purpose of what is not certain")
	case rel.Is(language.AdvCl) && (prep == "if" || prep == "unless"):
		return reality{status: graph.Hypothetical}.because(p.step("status/condition", "it is a condition", top)) // "if convicted"
	case rel.Is(language.AdvCl) && prep == "without":
		return reality{status: graph.Happened, negated: true}.because(p.step("status/without", "“without” negates it", top))
	case rel.Is(language.AdvCl) && (prep == "after" || prep == "since" || prep == "for" || p.tag(v) == "VBN"):
		return reality{status: graph.Happened}
	case rel == language.Acl && infinitive, rel.Is(language.XComp) && infinitive, rel.Is(language.CComp) && infinitive:
		return possible("the infinitive does not say that it happened")
	case rel == language.Acl && p.tag(v) == "VBN":
		return reality{status: graph.Happened}
	case rel == language.Acl:
		return p.clauseTense(h, depth)
	case rel.Is(language.CSubj):
		return possible("it is spoken of in general")
	}
	r := p.realityWithin(h, depth)
	r.negated = false
	return r
}

// governing are the prepositions by which a verb governs an act: "accused of", "barred from".
var governing = map[string]bool{"of": true, "from": true, "with": true, "into": true, "on": true, "at": true, "about": true, "against": true, "for": true}

// clauseTense is the reality of a participle beside a noun: that of the noun's clause, as a fact.
func (p *passage) clauseTense(n, depth int) reality {
	for i, steps := n, 0; i >= 0 && steps < depth; i, steps = p.head(i), steps+1 {
		if p.verb(i) {
			if r, ok := p.finite(i); ok && r.present {
				return reality{status: graph.Ongoing, present: true}.because(p.step("status/participle", "the participle describes what is going on", n))
			}
			break
		}
	}
	return reality{status: graph.Happened}
}

// apply is what an operator makes of the act that it governs, given its own reality.
func (p *passage) apply(op operator, at int, own reality) reality {
	say := func(says string) graph.Step { return p.step("status/"+op.effect, says, at) }
	uncertain := own.status == graph.Hypothetical
	if own.status == graph.Denied {
		return own // "denied any attempt to hack them"
	}
	switch op.effect {
	case "begin", "continue":
		if own.status == graph.Happened && own.present && !own.negated {
			return own.as(graph.Ongoing, false, say("it has begun or goes on"))
		}
	case "stop":
		if own.status == graph.Planned && own.negated {
			return own.as(graph.Ongoing, false, say("it is not to stop"))
		}
		if own.real() {
			return own.as(graph.Ongoing, !own.negated, say("it was going on and has stopped"))
		}
		return own.as(own.status, !own.negated, say("it is to stop"))
	case "plan":
		if uncertain || own.status == graph.Alleged && own.negated {
			return own.as(graph.Hypothetical, own.negated, say("it is a plan that may come"))
		}
		return own.as(graph.Planned, own.negated, say("it is planned, announced or agreed"))
	case "threat":
		return own.as(graph.Threatened, own.negated, say("it is threatened"))
	case "hypo":
		return own.as(graph.Hypothetical, false, say("it is wanted, tried or possible, no more"))
	case "refuse", "cancel":
		if uncertain || own.negated {
			return own.as(graph.Hypothetical, !own.negated, say("it may be refused or called off"))
		}
		return own.as(graph.Planned, true, say("it is refused or called off"))
	case "fail":
		if own.status == graph.Happened {
			return own.as(graph.Happened, !own.negated, say("it was not done"))
		}
		return own.as(own.status, true, say("it is not to be done"))
	case "prevent":
		return own.as(graph.Hypothetical, true, say("it is prevented"))
	case "deny":
		return own.as(graph.Denied, false, say("it is denied"))
	case "allege":
		return own.as(graph.Alleged, false, say("it is an accusation or a suspicion"))
	case "react":
		return reality{status: graph.Happened}.because(say("the act is taken for a fact"))
	}
	return own
}
