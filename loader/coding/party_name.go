package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Actors whose names the tree cuts up: a title over a name, names side by side, people of several bodies.

// namesOf are the people whose names stand behind a nominal that only says what they are: "two
// engineers, Juan Perez and Pedro Ruiz", "a man identified as Juan Perez"; nil for none.
func (p *passage) namesOf(tok int, found []party, depth int) []party {
	if depth <= 0 || len(found) != 1 || found[0].inferred || p.r.cast.Actors[found[0].actor].Named || p.at[tok] < 0 || p.r.cast.Mentions[p.at[tok]].Form != identity.Nominal {
		return nil
	}
	for _, c := range p.kids[tok] {
		if c < tok {
			continue
		}
		at := -1
		switch {
		case p.is(c, language.Appos) && found[0].plural:
			at = c
		case p.is(c, language.Acl) && (p.lem[c] == "identify" || p.lem[c] == "name" || p.lem[c] == "call"):
			if at = p.oblique(c, "as"); at < 0 {
				continue
			}
		default:
			continue
		}
		if m := p.at[at]; m < 0 || p.r.cast.Mentions[m].Form != identity.Name {
			continue
		}
		names := p.partiesWithin(at, depth)
		if len(names) > 0 && !slices.ContainsFunc(names, func(x party) bool {
			kind := p.r.cast.Profiles[x.actor].Kind
			return !p.r.cast.Actors[x.actor].Named || kind != graph.Person && kind != graph.Official
		}) {
			return names
		}
	}
	return nil
}

// besideName are actors that the tree coordinates with the end of a name, though they are
// none of the kind that stands there: "the government of Chad and the rebels" are two.
func (p *passage) besideName(tok, depth int) []party {
	m := p.at[tok]
	if m < 0 || p.r.cast.Mentions[m].Form != identity.Name {
		return nil
	}
	x := &p.r.cast.Mentions[m]
	var found []party
	for i := max(x.First, 0); i <= x.Last && i < len(p.toks); i++ {
		if i == tok || depth <= 0 {
			continue
		}
		for _, c := range p.kids[i] {
			if c <= x.Last || !p.is(c, language.Conj) || p.at[c] < 0 {
				continue
			}
			if o := &p.r.cast.Mentions[p.at[c]]; o.Actor >= 0 && o.Kind != graph.Country {
				found = append(found, p.partiesWithin(c, depth)...)
			}
		}
	}
	return found
}

// titled is the person whose name stands right behind a title that the tree has cut off from
// it: "talks with [defence chief Gen.] [Ngo Xuan Lich]".
func (p *passage) titled(tok int) []party {
	if !p.r.lex.is(p.lem[tok], "office") {
		return nil
	}
	for _, m := range p.r.cast.In(p.index) {
		x := &p.r.cast.Mentions[m]
		if x.Form != identity.Name || x.Actor < 0 || x.Kind != graph.Official && x.Kind != graph.Person || x.First <= tok || x.First > tok+3 {
			continue
		}
		for i := tok + 1; i < x.First; i++ {
			if p.toks[i].POS != language.PROPN && p.toks[i].Text != "." {
				return nil
			}
		}
		return []party{p.mention(m, x.Head)}
	}
	return nil
}

// headed is the person whose title begins with the name of his body: "[the armed forces] chief
// General Gustavo Alvarez", where the tree ends the phrase at the body.
func (p *passage) headed(m int) []party {
	x := &p.r.cast.Mentions[m]
	if x.Form != identity.Name || x.Kind != graph.Agency && x.Kind != graph.Organization && x.Kind != graph.Group {
		return nil
	}
	office := false
	for i := x.Last + 1; i < len(p.toks) && i <= x.Last+maxTitle; i++ {
		if o := p.in[i]; o >= 0 {
			if y := &p.r.cast.Mentions[o]; office && y.Actor >= 0 && y.First == i && (y.Kind == graph.Person || y.Kind == graph.Official) {
				return []party{p.mention(o, y.Head)}
			}
			return nil
		}
		if !p.noun(i) || p.toks[i].Feats.Number == language.Plural || p.fired[i] != nil {
			return nil
		}
		office = office || p.r.lex.is(p.lem[i], "office")
	}
	return nil
}

// shared are further actors that start at the same word: identity gives one mention to
// each country of "leaders of Chad and Niger".
func (p *passage) shared(m, tok int) []party {
	var more []party
	for _, o := range p.r.cast.In(p.index) {
		x, y := &p.r.cast.Mentions[o], &p.r.cast.Mentions[m]
		if o != m && x.Actor >= 0 && x.Head == y.Head && x.Form == y.Form && x.Actor != y.Actor {
			more = append(more, p.mention(o, tok))
		}
	}
	return more
}
