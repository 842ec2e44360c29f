package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// The bodies behind doers without a name: "Hamas militants", "members of the FARC". Who asks
// what Hamas did is to find the act, so that the body takes part beside its people.

// nameBodies adds to the doers of an act of force the named bodies whose people they are.
func (e *event) nameBodies() {
	if e.typ.Quad() != graph.MaterialConflict {
		return
	}
	p, cast := e.p, e.p.r.cast
	for _, x := range slices.Clone(e.sources) {
		if cast.Actors[x.actor].Named || x.inferred {
			continue
		}
		for _, body := range p.bodiesOf(x.token) {
			if slices.ContainsFunc(e.targets, func(t party) bool { return t.actor == body.actor }) {
				continue
			}
			if n := len(e.sources); len(distinct(append(e.sources, body))) > n {
				e.sources = append(e.sources, body)
				e.steps = append(e.steps, p.step("doer/body", "the doers are people of a body that is named", body.token))
			}
		}
	}
}

// bodiesOf are the named bodies that stand before an unnamed nominal, or behind it with "of" or "from".
func (p *passage) bodiesOf(tok int) []party {
	m := p.at[tok]
	if m < 0 || p.r.cast.Mentions[m].Form != identity.Nominal {
		return nil
	}
	x := &p.r.cast.Mentions[m]
	var out []party
	for i := max(x.First, 0); i < tok; i++ {
		if b := p.bodyAt(i); b != nil {
			out = append(out, *b)
		}
	}
	if c := x.Last + 1; c < len(p.toks) && (p.text(c) == "of" || p.text(c) == "from") {
		for i := c + 1; i < len(p.toks) && i <= c+maxBefore; i++ {
			if b := p.bodyAt(i); b != nil {
				out = append(out, *b)
				break
			}
			if p.toks[i].POS != language.DET && p.toks[i].POS != language.ADJ && p.toks[i].POS != language.PROPN {
				break
			}
		}
	}
	return distinct(out)
}

// maxBefore is how many words may stand between "members of" and the name of the body.
const maxBefore = 3

// bodyAt is the body whose name covers a token, nil for none.
func (p *passage) bodyAt(tok int) *party {
	m := p.in[tok]
	if m < 0 || p.r.cast.Mentions[m].Actor < 0 {
		return nil
	}
	switch p.r.cast.Mentions[m].Kind {
	case graph.Group, graph.Organization, graph.Agency:
		b := p.mention(m, tok)
		return &b
	}
	return nil
}

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
