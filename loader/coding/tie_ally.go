package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// backing are participles of those who stand behind somebody else's arms: "rebels backed by
// Turkey", "Iran-backed militias".
var backing = map[string]bool{"backed": true, "supported": true, "sponsored": true, "aided": true, "assisted": true, "armed": true, "funded": true, "allied": true, "aligned": true}

// besides are nouns of acts that are done for others, or with them: "in support of Y".
var besides = map[string]string{
	"support": "of", "aid": "of", "defence": "of", "defense": "of", "coordination": "with", "cooperation": "with", "conjunction": "with", "concert": "with",
	"partnership": "with", "collaboration": "with", "tandem": "with", "alliance": "with",
}

// allyTies reads who stands beside whom in a fight: who backs whom, who strikes in support of whom
// or alongside him, and those who fight the same enemy together.
func (p *passage) allyTies(n int) []*tie {
	if backing[p.text(n)] {
		return p.alliesAt(n, p.backed(n), p.backers(n))
	}
	if prep := besides[p.lem[n]]; prep != "" && p.noun(n) && (p.preposition(n) == "in" || p.preposition(n) == "with") {
		of := p.oblique(n, prep)
		if of < 0 {
			of = p.oblique(n, "of")
		}
		if v := p.head(n); v >= 0 && of >= 0 && p.hostile(v) {
			return p.alliesAt(n, p.engaged(n), p.parties(of))
		}
		return nil
	}
	if !p.verb(n) {
		return nil
	}
	if p.hostile(n) {
		if with := p.oblique(n, "alongside"); with >= 0 {
			return p.alliesAt(n, p.parties(p.agent(n)), p.parties(with))
		}
	}
	if len(p.fought(n)) == 0 {
		return nil
	}
	doers := p.fighters(n)
	if len(doers) > maxSides {
		return nil
	}
	var out []*tie
	for i := range doers {
		out = append(out, p.alliesAt(n, doers[i:i+1], doers[i+1:])...)
	}
	return out
}

// maxSides bounds how many fight one enemy together: a longer list is told for its length.
const maxSides = 8

// alliesAt ties every one of a with every one of b, bodies and states alone.
func (p *passage) alliesAt(n int, a, b []party) []*tie {
	var out []*tie
	for _, x := range a {
		for _, y := range b {
			if x.actor == y.actor || !p.several(x) || !p.several(y) || !p.r.cast.Actors[x.actor].Named && !p.r.cast.Actors[y.actor].Named {
				continue
			}
			out = append(out, &tie{p: p, relation: graph.AlliedWith, from: x, to: y, trigger: n, confidence: confidenceOf("tie/ally", graph.AlliedWith, false),
				steps: []graph.Step{p.step("tie/ally", "one stands beside the other in a fight", n)}})
		}
	}
	return out
}

// backed are those whom a participle says to be backed. Behind a hyphen they are those who are
// named next: a tree may make a verb of it.
func (p *passage) backed(n int) []party {
	if p.word(n-1) == "-" {
		for _, m := range p.r.cast.In(p.index) {
			if x := &p.r.cast.Mentions[m]; x.Actor >= 0 && x.Head > n && x.First <= n+1 && x.Last > n {
				return []party{p.mention(m, x.Head)}
			}
		}
	}
	if h := p.head(n); h >= 0 && (p.is(n, language.Acl) || p.is(n, language.AMod)) {
		return p.parties(h)
	}
	return nil
}

// backers are those behind a participle's "by" or before its hyphen.
func (p *passage) backers(n int) []party {
	if n >= 2 && p.word(n-1) == "-" {
		m := p.in[n-2]
		if m < 0 {
			m = p.at[n-2]
		}
		if m < 0 {
			return nil
		}
		x := &p.r.cast.Mentions[m]
		if x.Actor >= 0 {
			return []party{p.mention(m, n-2)}
		}
		if a, ok := p.r.actors[graph.CountryID(x.Country)]; ok && graph.IsState(x.Country) {
			return []party{{actor: a, token: n - 2, span: p.span(x.First, x.Last), inferred: true}}
		}
		return nil
	}
	for _, prep := range []string{"by", "with", "to"} {
		if at := p.oblique(n, prep); at >= 0 && (prep == "by" || p.text(n) == "allied" || p.text(n) == "aligned") {
			return p.parties(at)
		}
	}
	return p.parties(p.child(n, language.OblAgent))
}

// hostile reports whether a verb tells an act of arms, by itself or with its object.
func (p *passage) hostile(v int) bool {
	if v < 0 || !p.verb(v) {
		return false
	}
	if _, known := fights[p.lem[v]]; known {
		return !p.realityOf(v).negated
	}
	for _, i := range append([]int{v}, p.kids[v]...) {
		if e := p.fired[i]; e != nil && !e.gone && (i == v || p.is(i, language.Obj) || p.is(i, language.NSubjPass)) && (e.typ == graph.Assault || e.typ == graph.Mobilize) && !e.real.negated {
			return true
		}
	}
	return false
}
