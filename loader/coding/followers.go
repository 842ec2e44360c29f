package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// bodyOfFollowers is the body that unnamed people belong to by the words that name them: "Taliban fighters",
// "three members of the Lord's Resistance Army", "the party's supporters".
func (p *passage) bodyOfFollowers(x party) (party, bool) {
	m := p.at[x.token]
	if m < 0 || p.r.cast.Actors[x.actor].Named || p.r.cast.Mentions[m].Actor != x.actor || p.r.cast.Mentions[m].Form != identity.Nominal {
		return party{}, false
	}
	n := x.token
	if !p.r.lex.is(p.lem[n], "armed") && !p.r.lex.is(p.lem[n], "troops") && p.lem[n] != "member" {
		return party{}, false
	}
	for _, c := range p.kids[n] {
		switch {
		case p.is(c, language.NModPoss), c < n && (p.is(c, language.Compound) || p.is(c, language.AMod)), p.is(c, language.NMod) && (p.preposition(c) == "of" || p.preposition(c) == "from"):
			if b, ok := p.body(c); ok && p.word(c+1) != "-" {
				return b, p.kind(b) != actorKind(graph.Agency) || p.lem[n] == "member"
			}
		}
	}
	return party{}, false
}

// withBodies adds to those who take part the bodies whose ranks they are.
func (p *passage) withBodies(parties []party) []party {
	out := slices.Clone(parties)
	for _, x := range parties {
		if b, ok := p.bodyOfFollowers(x); ok {
			b.inferred = true
			out = append(out, b)
		}
	}
	return distinct(out)
}
