package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// party is an actor as one passage words it.
type party struct {
	actor    int // index in Cast.Actors
	token    int
	span     graph.Span
	inferred bool
	number   *graph.Quantity
	plural   bool
	we       bool // "we", taken for the body that the speaker stands for
}

// parties are the actors that a nominal means, those coordinated with it included, in the
// order of the text, none twice. Empty for a nominal that means no actor.
func (p *passage) parties(tok int) []party { return p.partiesWithin(tok, maxDepth) }

func (p *passage) partiesWithin(tok, depth int) []party {
	if tok < 0 || depth == 0 {
		return nil
	}
	found := p.one(tok, depth-1)
	if names := p.namesOf(tok, found, depth-1); names != nil {
		if q := found[0].number; !found[0].plural || q != nil && q.High != nil && *q.High == int64(len(names)) {
			found = nil // all of them are named
		}
		found = append(found, names...)
	}
	found = append(found, p.besideName(tok, depth-1)...)
	for _, c := range p.kids[tok] {
		if p.is(c, language.Conj) && (!p.verb(c) || p.at[c] >= 0) || p.is(c, language.Appos) && p.listed(tok, c) {
			found = append(found, p.partiesWithin(c, depth-1)...)
		} else if p.is(c, language.Appos) && c > tok {
			for _, also := range p.kids[c] { // "the minister, Lee, and his deputy met"
				if p.is(also, language.Conj) && also > c && !p.verb(also) && p.at[also] >= 0 {
					found = append(found, p.partiesWithin(also, depth-1)...)
				}
			}
		}
	}
	return distinct(found)
}

// listed reports whether what looks like an apposition names another state: "Chad, Niger and Mali".
func (p *passage) listed(a, b int) bool {
	x, y := p.at[a], p.at[b]
	if x < 0 || y < 0 {
		return false
	}
	m, n := &p.r.cast.Mentions[x], &p.r.cast.Mentions[y]
	return m.Type == identity.TypeCountry && n.Type == identity.TypeCountry && m.Actor >= 0 && n.Actor >= 0 && m.Actor != n.Actor
}

func distinct(ps []party) []party {
	var out []party
	for _, x := range ps {
		if !slices.ContainsFunc(out, func(y party) bool { return y.actor == x.actor }) {
			out = append(out, x)
		}
	}
	return out
}

// one is who a single nominal means, without those coordinated with it.
func (p *passage) one(tok, depth int) []party {
	if m := p.at[tok]; m >= 0 && p.r.cast.Mentions[m].Actor >= 0 {
		if who := p.headed(m); who != nil {
			return who
		}
		if all := p.joint(tok); slices.ContainsFunc(all, func(x party) bool { return x.actor == p.r.cast.Mentions[m].Actor }) {
			return all // "they" were told together, though only one of them is several
		}
		return append([]party{p.mention(m, tok)}, p.shared(m, tok)...)
	}
	if p.relative(tok) {
		if v := p.head(tok); v >= 0 {
			if a := p.antecedent(v); a >= 0 && a != tok {
				return p.partiesWithin(a, depth)
			}
		}
		return nil
	}
	if m := p.in[tok]; m >= 0 && p.r.cast.Mentions[m].Actor >= 0 {
		return []party{p.mention(m, tok)}
	}
	if state := p.stateOfLand(tok); state != nil {
		return []party{*state}
	}
	if he := p.sameSubject(tok, depth); he != nil {
		return he
	}
	if they := p.joint(tok); they != nil {
		return they
	}
	if us := p.firstPerson(tok); us != nil {
		return us
	}
	for _, c := range p.kids[tok] { // a title governs the name
		if p.is(c, language.Flat) || p.is(c, language.NModDesc) || p.is(c, language.Appos) {
			if m := p.at[c]; m >= 0 && p.r.cast.Mentions[m].Actor >= 0 {
				return []party{p.mention(m, c)}
			}
		}
	}
	if name := p.titled(tok); name != nil {
		return name
	}
	if p.r.lex.is(p.lem[tok], "quantity") || p.toks[tok].POS == language.NUM || p.r.lex.is(p.lem[tok], "leader") {
		for _, prep := range []string{"of", "from"} { // "dozens of rebels", "leaders from Chad and Niger"
			if c := p.oblique(tok, prep); c >= 0 {
				if of := p.partiesWithin(c, depth); of != nil {
					return of
				}
			}
		}
	}
	if p.actsForState(tok) {
		return p.nationality(tok)
	}
	if p.r.lex.things[p.lem[tok]] == "group" {
		for _, c := range p.modifiers(tok) { // "a Shining Path cell"
			if b := p.bodyAt(c); b != nil && p.r.cast.Mentions[p.in[c]].Kind == graph.Group {
				return []party{*b}
			}
		}
	}
	return nil
}

// maxTitle is how many words a title may have between the name of a body and that of a person.
const maxTitle = 5

// stateOfLand is the country whose land a word names: as an argument of an act the name
// means the state, whatever the preposition ("sanctions on Chad").
func (p *passage) stateOfLand(tok int) *party {
	m := p.at[tok]
	if m < 0 {
		return nil
	}
	x := &p.r.cast.Mentions[m]
	if x.Place < 0 || x.Actor >= 0 || p.r.cast.Places[x.Place].Precision != graph.CountryWide {
		return nil
	}
	a, ok := p.r.actors[p.r.cast.Places[x.Place].CountryID]
	if !ok {
		return nil
	}
	return &party{actor: a, token: tok, span: p.span(x.First, x.Last)}
}

func (p *passage) mention(m, tok int) party {
	x := &p.r.cast.Mentions[m]
	first := max(x.First, 0)
	for x.Form != identity.Name && first < tok && !p.s.Dominates(tok, first) {
		first++ // the verb before it, where the parser took that for an adjective
	}
	return party{
		actor: x.Actor, token: tok, span: p.span(first, min(x.Last, len(p.toks)-1)), inferred: x.Inferred, number: x.Count,
		plural: x.Form != identity.Name && (p.toks[tok].Feats.Number == language.Plural || p.tag(tok) == "NNS" || p.text(tok) == "they" || p.text(tok) == "them"),
	}
}

// nationality is the state of the adjective before a noun, where the cast knows it.
func (p *passage) nationality(tok int) []party {
	for _, c := range p.kids[tok] {
		if c > tok || p.word(c+1) == "-" || !(p.is(c, language.AMod) || p.is(c, language.Compound) || p.is(c, language.NMod)) {
			continue // "US-backed" says who is behind it, not who it is
		}
		m := p.at[c]
		if m < 0 {
			m = p.in[c]
		}
		if m < 0 {
			continue
		}
		x := &p.r.cast.Mentions[m]
		if x.Actor >= 0 {
			return []party{p.mention(m, c)}
		}
		if a, ok := p.r.actors[graph.CountryID(x.Country)]; ok && graph.IsState(x.Country) {
			return []party{{actor: a, token: c, span: p.span(x.First, x.Last), inferred: true}}
		}
	}
	return nil
}

// owners are the actors to whom a thing belongs: "ISIS networks", "the rebels' positions",
// "a base of the army".
func (p *passage) owners(tok int) []party {
	if tok < 0 {
		return nil
	}
	if c := p.child(tok, language.NModPoss); c >= 0 {
		if of := p.parties(c); of != nil {
			return of
		}
	}
	if of := p.nationality(tok); of != nil {
		return of
	}
	if c := p.oblique(tok, "of"); c >= 0 {
		return p.parties(c)
	}
	return nil
}

// meansActor reports whether a word names an actor or a nationality.
func (p *passage) meansActor(tok int) bool {
	m := p.at[tok]
	if m < 0 {
		m = p.in[tok]
	}
	return m >= 0 && (p.r.cast.Mentions[m].Actor >= 0 || p.r.cast.Mentions[m].Type == identity.TypeNationality)
}

// namesActor also reports a title that stands for its name.
func (p *passage) namesActor(tok int) bool {
	return p.meansActor(tok) || slices.ContainsFunc(p.kids[tok], func(c int) bool { return p.is(c, language.Flat) && p.meansActor(c) })
}

// several reports whether a party is a body, a state, or people without a name: whoever can have
// allies and enemies in arms.
func (p *passage) several(x party) bool {
	return !p.kind(x).isPerson() || x.plural && !p.r.cast.Actors[x.actor].Named
}
