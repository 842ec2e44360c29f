package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// tie is a lasting relation as one passage states it.
type tie struct {
	p          *passage
	relation   graph.Relation
	from, to   party
	place      *graph.Wording // instead of to, for BASED_IN
	role       string
	former     bool
	negated    bool
	implied    bool
	trigger    int
	since      *graph.Period
	until      *graph.Period
	confidence int
	steps      []graph.Step
}

// ties are the lasting relations that a sentence states, offices first, then by trigger.
func (p *passage) ties() []*tie {
	var out []*tie
	for _, o := range p.offices() {
		out = append(out, p.officeTie(o))
		if t := p.succession(o); t != nil {
			out = append(out, t)
		}
	}
	for i := range p.toks {
		if t := p.unitTie(i); t != nil {
			out = append(out, t)
		}
		if t := p.seatTie(i); t != nil {
			out = append(out, t)
		}
		out = append(out, p.possessed(i)...)
		if t := p.married(i); t != nil {
			out = append(out, t)
		}
		if t := p.people(i); t != nil {
			out = append(out, t)
		}
		if t := p.sideTie(i); t != nil {
			out = append(out, t)
		}
		if t := p.adjectiveTie(i); t != nil {
			out = append(out, t)
		}
		out = append(out, p.memberTies(i)...)
		out = append(out, p.fightTies(i)...)
		out = append(out, p.allyTies(i)...)
		out = append(out, p.verbTies(i)...)
	}
	return append(out, p.learned(out)...)
}

// officeTie names the relation of a role: kinship, membership, the head of a group, an office.
func (p *passage) officeTie(o office) *tie {
	t := &tie{
		p: p, from: o.holder, to: o.body, former: o.former, negated: o.negated, implied: o.implied,
		role: p.slice(o.role), trigger: o.noun,
		steps: []graph.Step{p.step(o.rule, o.says, o.noun)},
	}
	if o.verb >= 0 {
		p.term(t, o.verb, o.begins)
	}
	lex, noun := p.r.lex, p.lem[o.noun]
	body := &p.r.cast.Profiles[o.body.actor]
	switch {
	case lex.is(noun, "kin"):
		t.relation = graph.FamilyOf
	case lex.is(noun, "membership") && noun == "founder":
		t.relation = graph.Founded
	case lex.is(noun, "membership") && noun == "ally":
		t.relation = graph.AlliedWith
	case lex.is(noun, "membership"):
		t.relation = graph.MemberOf
	case body.Kind == graph.Person || body.Kind == graph.Official: // "spokesman of the minister"
		t.relation = graph.EmployedBy
	case body.Kind == graph.Group || body.Kind == graph.Organization:
		t.relation = graph.HoldsOffice
		if noun == "leader" || noun == "chief" || noun == "head" || noun == "commander" || noun == "boss" {
			t.relation = graph.Leads
		}
	default:
		t.relation = graph.HoldsOffice
	}
	t.confidence = confidenceOf(o.rule, t.relation, o.implied)
	if o.implied {
		t.steps = append(t.steps, graph.Step{Rule: "tie/implied", Says: "the body is concluded from the role and the holder's state", Text: p.slice(o.role), Span: o.role})
	}
	return t
}

// body is a named body that a word means.
func (p *passage) body(tok int) (party, bool) {
	m := p.at[tok]
	if m < 0 {
		return party{}, false
	}
	x := &p.r.cast.Mentions[m]
	if x.Actor < 0 || x.Form != identity.Name {
		return party{}, false
	}
	switch p.r.cast.Profiles[x.Actor].Kind {
	case graph.Agency, graph.Group, graph.Organization:
		return p.mention(m, tok), true
	}
	return party{}, false
}

// unitTie reads "X, a unit of Y", "X is part of Y", "X, the armed wing of Y".
func (p *passage) unitTie(n int) *tie {
	if !p.r.lex.is(p.lem[n], "unit") {
		return nil
	}
	of := p.oblique(n, "of")
	if of < 0 {
		return nil
	}
	from, ok := party{}, false
	past := false
	if p.is(n, language.Appos) && p.head(n) >= 0 {
		from, ok = p.body(p.head(n))
	} else if cop, s := p.child(n, language.Cop), p.child(n, language.NSubj); cop >= 0 && s >= 0 {
		from, ok = p.body(s)
		past = p.tag(cop) == "VBD"
	}
	to, whole := p.body(of)
	if !ok || !whole || from.actor == to.actor {
		return nil
	}
	return &tie{p: p, relation: graph.PartOf, from: from, to: to, former: past, negated: p.negation(n) >= 0, trigger: n, confidence: confidenceOf("tie/unit", graph.PartOf, false),
		steps: []graph.Step{p.step("tie/unit", "one body is said to be part of another", n)}}
}

// seatTie reads "X, based in Paris", "the Paris-based X".
func (p *passage) seatTie(n int) *tie {
	if p.text(n) != "based" && p.text(n) != "headquartered" {
		return nil
	}
	h := p.head(n)
	if h < 0 {
		return nil
	}
	holder := h
	if p.passive(n) && p.child(n, language.NSubjPass) >= 0 {
		holder = p.subject(n)
	}
	from, ok := p.body(holder)
	if !ok {
		return nil
	}
	for _, c := range p.kids[n] {
		if w, place := p.placeAt(c); place {
			if prep := p.preposition(c); prep == "in" || prep == "at" || prep == "" {
				return &tie{p: p, relation: graph.BasedIn, from: from, place: &w, trigger: n, confidence: confidenceOf("tie/seat", graph.BasedIn, false),
					steps: []graph.Step{p.step("tie/seat", "it is said where it is based", n)}}
			}
		}
	}
	return nil
}
