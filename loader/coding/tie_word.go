package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// possessed are kin and followers by possession: "Lee's wife, Ann Park", "his son Omar".
func (p *passage) possessed(n int) *tie {
	if !p.r.lex.is(p.lem[n], "kin") || p.at[n] >= 0 && p.r.cast.Mentions[p.at[n]].Form == identity.Name {
		return nil
	}
	owner := p.child(n, language.NModPoss)
	if owner < 0 {
		if owner = p.oblique(n, "of"); owner < 0 {
			return nil
		}
	}
	whose := p.parties(owner)
	if len(whose) != 1 || !p.kind(whose[0]).isPerson() || !p.r.cast.Actors[whose[0].actor].Named {
		return nil
	}
	for _, c := range append(slices.Clone(p.kids[n]), p.head(n)) {
		if c < 0 || c != p.head(n) && !p.is(c, language.Appos) && !p.is(c, language.Flat) && !p.is(c, language.NModDesc) || c == p.head(n) && !p.is(n, language.Appos) && !p.is(n, language.Compound) {
			continue
		}
		if who, ok := p.person(c); ok && who.actor != whose[0].actor {
			return &tie{p: p, relation: graph.FamilyOf, from: who, to: whose[0], role: p.slice(p.span(n, n)), trigger: n, confidence: 850,
				steps: []graph.Step{p.step("tie/kin", "one is said to be kin of the other", n)}}
		}
	}
	return nil
}

// tieAdjectives are adjectives and nouns that tie two bodies or states: "allied with", "loyal
// to", "a rival of".
var tieAdjectives = map[string]graph.Relation{
	"ally": graph.AlliedWith, "allied": graph.AlliedWith, "partner": graph.AlliedWith, "rival": graph.OpposedTo, "enemy": graph.OpposedTo, "foe": graph.OpposedTo,
	"adversary": graph.OpposedTo, "opponent": graph.OpposedTo, "hostile": graph.OpposedTo, "opposed": graph.OpposedTo, "affiliate": graph.PartOf,
	"affiliated": graph.PartOf, "subsidiary": graph.PartOf, "branch": graph.PartOf, "offshoot": graph.PartOf, "loyal": graph.AlliedWith, "member": graph.MemberOf,
}

// adjectiveTie reads "X is allied with Y", "X, a rival of Y", of bodies and states.
func (p *passage) adjectiveTie(n int) *tie {
	word := p.lem[n]
	rel := tieAdjectives[p.text(n)]
	if rel == "" {
		rel = tieAdjectives[word]
	}
	if rel == "" || rel == graph.MemberOf && !p.noun(n) {
		return nil
	}
	to := -1
	for _, prep := range []string{"of", "with", "to"} {
		if to < 0 {
			to = p.oblique(n, prep)
		}
	}
	from := -1
	r := reality{status: graph.Ongoing, present: true}
	switch s := p.child(n, language.NSubj, language.NSubjPass); {
	case s >= 0:
		from = s
		r, _ = p.finite(n)
	case p.is(n, language.Appos) || p.is(n, language.Acl) || p.is(n, language.AclRelCl):
		from = p.head(n)
	}
	if from < 0 || to < 0 || !r.real() {
		return nil
	}
	a, b := p.parties(from), p.parties(to)
	if len(a) != 1 || len(b) == 0 || a[0].actor == b[0].actor || p.kind(a[0]).isPerson() || p.kind(b[0]).isPerson() ||
		!p.r.cast.Actors[a[0].actor].Named || !p.r.cast.Actors[b[0].actor].Named {
		return nil
	}
	return &tie{p: p, relation: rel, from: a[0], to: b[0], negated: p.negation(n) >= 0, former: !r.present, trigger: n, confidence: 820,
		steps: []graph.Step{p.step("tie/word", "the word says how two are tied", n)}}
}
