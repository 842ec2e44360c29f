package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// people is the tie of somebody to the state whose man or woman a noun beside the name calls him:
// "the Nigerian writer Ade Balogun", "Lee, a German banker,". Offices are left out: whom a state
// sends or elects it says better.
func (p *passage) people(n int) *tie {
	m := p.at[n]
	if m < 0 || p.r.lex.is(p.lem[n], "office") && !ranks[p.lem[n]] {
		return nil
	}
	x := &p.r.cast.Mentions[m]
	if x.Form != identity.Nominal || x.Actor < 0 || !p.r.cast.Actors[x.Actor].Named || p.r.cast.Profiles[x.Actor].Kind != graph.Person {
		return nil
	}
	for i := x.First; i < n; i++ {
		a := p.in[i]
		if a < 0 || p.r.cast.Mentions[a].Type != identity.TypeNationality || p.head(i) != n || !p.is(i, language.AMod) || p.word(i+1) == "-" {
			continue
		}
		land := &p.r.cast.Mentions[a]
		state, ok := p.r.actors[graph.CountryID(land.Country)]
		if !ok || !graph.IsState(land.Country) {
			continue
		}
		return &tie{p: p, relation: graph.CitizenOf, from: p.mention(m, n), to: party{actor: state, token: i, span: p.span(land.First, land.Last), inferred: true}, trigger: n, confidence: confidenceOf("tie/people", graph.CitizenOf, false),
			steps: []graph.Step{p.step("tie/people", "the noun beside the name says of which people somebody is", n)}}
	}
	return nil
}
