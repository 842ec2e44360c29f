package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// withBodies adds to parties the named bodies whose fighters or members some of them are, as
// nameBodies does for doers: who strikes "Taliban fighters" strikes the Taliban.
func (p *passage) withBodies(parties []party) []party {
	out := slices.Clone(parties)
	for _, x := range parties {
		if n := p.lem[x.token]; p.r.cast.Actors[x.actor].Named || !p.r.lex.is(n, "armed") && n != "member" {
			continue
		}
		for _, b := range p.bodiesOf(x.token) {
			if p.kind(b) != actorKind(graph.Agency) {
				b.inferred = true
				out = append(out, b)
			}
		}
	}
	return distinct(out)
}

// several reports whether a party is a body, a state, or people without a name: whoever can have
// allies and enemies in arms.
func (p *passage) several(x party) bool {
	return !p.kind(x).isPerson() || x.plural && !p.r.cast.Actors[x.actor].Named
}
