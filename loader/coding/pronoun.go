package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// sameSubject is who a pronoun as the subject of a reported clause means where nobody has
// resolved it: who says so, if he can be "he" and the state can be "it".
func (p *passage) sameSubject(tok, depth int) []party {
	word := p.text(tok)
	v := p.head(tok)
	if word != "it" && word != "he" && word != "she" || v < 0 || !p.is(tok, language.NSubj) || !p.is(v, language.CComp) || p.head(v) < 0 || !p.says(p.head(v)) {
		return nil
	}
	who := p.ownSubject(p.head(v))
	if who < 0 || who == tok {
		return nil
	}
	found := p.partiesWithin(who, depth)
	if len(found) != 1 {
		return nil
	}
	kind := p.r.cast.Profiles[found[0].actor].Kind
	if person := kind == graph.Person || kind == graph.Official; person == (word == "it") {
		return nil
	}
	found[0].span, found[0].token, found[0].inferred = p.span(tok, tok), tok, true
	return found
}

// joint are those who were told together before: whom "they" means behind an act of equals in
// the sentence before ("Chad and Mali met. They discussed trade."), and "the two sides" behind
// one of two, or a fight of one with another, anywhere before.
func (p *passage) joint(tok int) []party {
	sides := p.sides(tok)
	if w := p.text(tok); !sides && w != "they" && w != "them" && w != "both" {
		return nil
	}
	near := p.r.events[max(0, len(p.r.events)-lookBack):]
	for _, e := range slices.Backward(near) {
		if !sides && e.p.index < p.index-1 {
			return nil
		}
		if e.p.index >= p.index {
			continue
		}
		out := slices.Clone(e.sources)
		switch {
		case sides && p.lem[tok] == "side" && e.typ.Quad() == graph.MaterialConflict && len(e.sources) > 0 && len(e.targets) > 0 && p.several(e.sources[0]) && p.several(e.targets[0]):
			out = []party{e.sources[0], e.targets[0]} // who hit and who was hit are the sides of a fight
		case !e.frame.sources.all || len(e.sources) < 2 || sides && len(e.sources) != 2:
			continue
		}
		for i := range out {
			out[i].token, out[i].span, out[i].inferred, out[i].number = tok, p.span(tok, tok), true, nil
		}
		return out
	}
	return nil
}

// sides reports whether a noun takes up two who were told together: "the sides", "both
// countries", "the two governments".
func (p *passage) sides(tok int) bool {
	switch p.lem[tok] {
	case "side", "country", "nation", "neighbour", "neighbor", "government":
	default:
		return false
	}
	the, two := false, p.lem[tok] == "side"
	for _, c := range p.kids[tok] {
		switch p.text(c) {
		case "the", "these":
			the = true
		case "two":
			two = true
		case "both":
			the, two = true, true
		}
		if p.is(c, language.NModPoss) || p.is(c, language.NMod) {
			return false // "both sides of the river"
		}
	}
	return the && two && p.tag(tok) == "NNS"
}

// firstPerson finds who speaks as "we" or "I": the speaker of the quotation, for "we" the
// body or the state that he speaks for. "US" is no pronoun. Nobody is meant while that speaker
// is looked for: the "us" of "Haddad told us" says nothing of who speaks.
func (p *passage) firstPerson(tok int) []party {
	if p.toks[tok].POS != language.PRON || p.speaking {
		return nil
	}
	p.speaking = true
	defer func() { p.speaking = false }()
	word := p.text(tok)
	we := word == "we" || word == "us" || word == "our" || word == "ours"
	if !we && word != "i" && word != "me" && word != "my" {
		return nil
	}
	links := p.links(tok)
	for i := len(links) - 1; i >= 0; i-- {
		if links[i].party == nil {
			continue
		}
		speaker := *links[i].party
		out := party{actor: speaker.actor, token: tok, span: p.span(tok, tok), inferred: true, plural: we}
		if we {
			if body, ok := p.r.spokenFor(speaker.actor); ok {
				out.actor, out.we = body, true
			}
		}
		return []party{out}
	}
	return nil
}

// spokenFor is the body that a person speaks for: the one where he holds office, else his state.
func (r *reader) spokenFor(actor int) (int, bool) {
	for _, o := range r.offices[actor] {
		return o.body.actor, true
	}
	prof := r.cast.Profiles[actor]
	if prof.Kind != graph.Official {
		return 0, false
	}
	a, ok := r.actors[graph.CountryID(prof.Country)]
	return a, ok && graph.IsState(prof.Country)
}
