package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// possessed are kin and followers by possession: "Lee's wife, Ann Park", "his son Omar".
func (p *passage) possessed(n int) []*tie {
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
	if len(whose) == 0 || len(whose) > 2 {
		return nil
	}
	for _, w := range whose {
		if !p.kind(w).isPerson() || !p.r.cast.Actors[w.actor].Named {
			return nil
		}
	}
	for _, c := range append(slices.Clone(p.kids[n]), p.head(n)) {
		if c < 0 || c != p.head(n) && !p.is(c, language.Appos) && !p.is(c, language.Flat) && !p.is(c, language.NModDesc) || c == p.head(n) && !p.is(n, language.Appos) && !p.is(n, language.Compound) {
			continue
		}
		who, ok := p.person(c)
		if !ok || slices.ContainsFunc(whose, func(w party) bool { return w.actor == who.actor }) {
			continue
		}
		var out []*tie
		for _, w := range whose { // "their son"
			out = append(out, &tie{p: p, relation: graph.FamilyOf, from: who, to: w, role: p.slice(p.span(n, n)), trigger: n, confidence: confidenceOf("tie/kin", graph.FamilyOf, false),
				steps: []graph.Step{p.step("tie/kin", "one is said to be kin of the other", n)}})
		}
		return out
	}
	return nil
}

// married reads "Lee is married to Park".
func (p *passage) married(n int) *tie {
	if p.text(n) != "married" && p.text(n) != "engaged" {
		return nil
	}
	s, to := p.child(n, language.NSubj, language.NSubjPass), p.oblique(n, "to")
	if s < 0 || to < 0 {
		return nil
	}
	r, _ := p.finite(n)
	a, b := p.parties(s), p.parties(to)
	if !r.real() || len(a) != 1 || len(b) != 1 || a[0].actor == b[0].actor || !p.kind(a[0]).isPerson() || !p.kind(b[0]).isPerson() || !p.r.cast.Actors[a[0].actor].Named {
		return nil
	}
	return &tie{p: p, relation: graph.FamilyOf, from: a[0], to: b[0], negated: p.negation(n) >= 0, former: !r.present, trigger: n, confidence: confidenceOf("tie/kin", graph.FamilyOf, false),
		steps: []graph.Step{p.step("tie/kin", "one is said to be kin of the other", n)}}
}

// sideWords are nouns between a possessor and a name that say how the two stand to each other.
var sideWords = map[string]graph.Relation{
	"ally": graph.AlliedWith, "partner": graph.AlliedWith, "rival": graph.OpposedTo, "foe": graph.OpposedTo, "enemy": graph.OpposedTo, "adversary": graph.OpposedTo,
	"arch-rival": graph.OpposedTo, "archrival": graph.OpposedTo,
}

// sideTie reads "Russia's ally Belarus", "Hezbollah and its close ally Iran", of states and bodies, or of
// two people. It goes by the words: taggers make an adverb of "ally".
func (p *passage) sideTie(n int) *tie {
	rel, of := sideWords[p.text(n)], n-1
	if rel == "" || of < 0 {
		return nil
	}
	for of > 0 && (p.toks[of].POS == language.ADJ || p.toks[of].POS == language.ADV || p.text(of) == "-") && of > n-4 {
		of--
	}
	switch p.word(of) {
	case "'s", "’s", "'", "’":
		of--
	case "its", "their", "his", "her":
	default:
		return nil
	}
	m := -1
	for _, i := range p.r.cast.In(p.index) {
		if x := &p.r.cast.Mentions[i]; x.Form == identity.Name && x.Actor >= 0 && (x.First == n+1 || x.First == n+2 && p.text(n+1) == ",") {
			m = i
		}
	}
	if of < 0 || m < 0 {
		return nil
	}
	x := &p.r.cast.Mentions[m]
	whose, with := p.parties(of), p.mention(m, x.Head)
	if len(whose) != 1 || whose[0].actor == with.actor || p.kind(whose[0]).isPerson() != p.kind(with).isPerson() || !p.r.cast.Actors[whose[0].actor].Named {
		return nil
	}
	return &tie{p: p, relation: rel, from: whose[0], to: with, trigger: n, confidence: confidenceOf("tie/word", rel, false),
		steps: []graph.Step{p.step("tie/word", "the word says how two are tied", n)}}
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
	return &tie{p: p, relation: rel, from: a[0], to: b[0], negated: p.negation(n) >= 0, former: !r.present, trigger: n, confidence: confidenceOf("tie/word", rel, false),
		steps: []graph.Step{p.step("tie/word", "the word says how two are tied", n)}}
}
