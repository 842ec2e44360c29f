package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// site is a place that a sentence names, and the word whose doing it places.
type site struct {
	wording graph.Wording
	token   int
	phrase  int // the phrase that names it: "the northern city of Mosul"
	prep    string
	placed  bool // a preposition of place leads to it
	host    int  // the verb or the noun of an act with which it stands
	goal    bool // the act leads there: "fled to the capital"
	aside   bool // it says where somebody is who takes part, not where the act is
	coarse  int  // 0 for a town or a point, more for what contains towns
}

// placing are the prepositions that say where an act is done.
var placing = map[string]bool{
	"in": true, "at": true, "near": true, "on": true, "outside": true, "inside": true, "around": true, "across": true,
	"throughout": true, "along": true, "over": true, "off": true, "within": true, "outside_of": true, "next_to": true,
	"south_of": true, "north_of": true, "east_of": true, "west_of": true, "through": true, "into": true, "onto": true,
	"toward": true, "towards": true, "beside": true, "opposite": true, "close_to": true, "between": true,
}

// sides are the words for a part of a land and for what lies around a place: "north of Baghdad".
var sides = map[string]bool{
	"north": true, "south": true, "east": true, "west": true, "northeast": true, "northwest": true, "southeast": true,
	"southwest": true, "part": true, "parts": true, "rest": true, "heart": true, "middle": true, "border": true,
	"edge": true, "outskirts": true, "entrance": true, "rim": true, "capital": true, "centre": true, "center": true,
	"hub": true, "stronghold": true, "outside": true, "bank": true, "banks": true, "campus": true,
}

// travels are verbs that go to where the act is: "marched to the capital".
var travels = map[string]bool{
	"march": true, "advance": true, "move": true, "go": true, "return": true, "drive": true, "fly": true, "walk": true,
	"head": true, "retreat": true, "flee": true, "withdraw": true, "travel": true, "deploy": true, "push": true,
}

// entered are verbs whose object is where the act is: "entered Syria".
var entered = map[string]bool{"enter": true, "reach": true, "leave": true, "flee": true, "cross": true, "tour": true, "re-enter": true}

// findSites finds the places of a sentence, in its order. The acts must be known, since they
// are what places stand with.
func (p *passage) findSites() {
	p.sites = nil
	for tok := range p.toks {
		w, ok := p.placeAt(tok)
		if !ok {
			continue
		}
		s := site{wording: w, token: tok, phrase: p.phraseOf(tok)}
		s.prep = p.preposition(s.phrase)
		s.coarse = p.coarseness(tok)
		p.findHost(&s)
		p.sites = append(p.sites, s)
	}
}

// coarseness orders places by how much they may contain: a town, then what it lies in.
func (p *passage) coarseness(tok int) int {
	coarse := 0
	switch p.r.cast.Places[p.r.cast.Mentions[p.at[tok]].Place].Precision {
	case graph.CountryWide:
		coarse = 4
	case graph.Region:
		coarse = 2
	}
	switch h, prep := p.head(tok), p.preposition(tok); {
	case h >= 0 && prep == "of" && p.landlike(h):
		for _, c := range p.kids[h] { // "the Kibera area of Nairobi"
			if _, named := p.placeAt(c); named && c < h && p.is(c, language.Compound) {
				coarse++
				break
			}
		}
	case prep == "near" || prep == "outside" || prep == "of" && sides[p.word(p.caseOf(tok)-1)]:
		coarse++
	}
	return coarse
}

// landlike reports whether a noun names a piece of land, a building or a side of one, so that
// what it belongs to says where it is: "the streets of Malawi's capital".
func (p *passage) landlike(n int) bool {
	if sides[p.text(n)] || p.r.lex.is(p.lem[n], "land") || p.r.lex.is(p.lem[n], "building") || p.r.lex.is(p.lem[n], "place") {
		return true
	}
	c := p.r.lex.things[p.lem[n]]
	return (c == "land" || c == "building") && (p.at[n] < 0 || p.r.cast.Mentions[p.at[n]].Actor < 0)
}

// findHost climbs from the phrase of a place through the nominals around it to the verb or the
// act noun with which it stands. Who holds an office somewhere need not be there.
func (p *passage) findHost(s *site) {
	s.host = -1
	at, prep := s.phrase, s.prep
	for steps := 0; steps < maxDepth; steps++ {
		h := p.head(at)
		if h < 0 {
			return
		}
		beyond := prep == "of" && sides[p.word(p.caseOf(at)-1)] // "north of Baghdad"
		s.goal = s.goal || !s.placed && prep == "to" && travels[p.lem[h]]
		s.placed = s.placed || placing[prep] || beyond || s.goal
		rel := p.rel(at)
		if prep == "according_to" || p.text(h) == "according" {
			return // who says so is there
		}
		if at == s.phrase && rel.Is(language.Obj) && entered[p.lem[h]] {
			s.placed, s.goal, s.host = true, true, h
			return
		}
		if p.verb(h) || p.fired[h] != nil {
			subject := rel.Is(language.NSubj) && at != s.phrase
			s.aside = subject && !p.before(s.phrase, h) && rel != language.NSubjPass && !p.landlike(at)
			if subject && rel == language.NSubjPass && !p.landlike(at) && p.fired[at] == nil {
				s.aside = !p.before(s.phrase, h)
			}
			if at == s.phrase && (rel.Is(language.NSubj) || rel.Is(language.Obj)) && prep == "" {
				s.placed = false
			}
			s.host = p.spokenOf(h, s.token)
			return
		}
		switch {
		case rel.Is(language.Acl), rel.Is(language.AdvCl), rel.Is(language.CComp):
			if p.verb(at) {
				return
			}
		case !s.placed && (p.landlike(h) && !beyond && (rel.Is(language.NModPoss) || rel.Is(language.Compound) || prep == "of")):
			s.phrase = h
		case !s.placed:
			return
		case p.r.lex.is(p.lem[h], "office") && !p.is(h, language.Obj):
			return
		}
		at, prep = h, p.preposition(h)
		if s.phrase == h {
			s.prep = prep
		}
	}
}

// spokenOf is the act noun that is the object of a verb of saying and stands before a place, and
// the verb itself where there is none: "condemned the killing of diplomats in Baghdad".
func (p *passage) spokenOf(v, place int) int {
	e := p.fired[v]
	if e == nil || e.frame.noun || !speechAct(e.typ) {
		return v
	}
	for _, c := range p.kids[v] {
		if inner := p.fired[c]; inner != nil && inner.frame.noun && p.is(c, language.Obj) && c < place {
			return c
		}
	}
	return v
}

// caseOf is the first word of the preposition that leads to a nominal, the nominal itself where
// there is none.
func (p *passage) caseOf(tok int) int {
	for _, c := range p.kids[tok] {
		if p.is(c, language.Case) && c < tok {
			return c
		}
	}
	return tok
}

// phraseOf climbs from a name to the phrase that it ends: "in the northern city of Mosul".
func (p *passage) phraseOf(tok int) int {
	for steps := 0; steps < maxDepth; steps++ {
		h := p.head(tok)
		if h < 0 || !p.noun(h) || p.fired[h] != nil {
			break
		}
		switch prep := p.preposition(tok); {
		case p.is(tok, language.Flat), p.is(tok, language.Compound), p.is(tok, language.Appos), p.is(tok, language.Conj):
		case p.is(tok, language.NMod) && prep == "of" && !p.actsThere(h):
		default:
			return tok
		}
		tok = h
	}
	return tok
}

// actsThere reports whether a noun names an actor or people, of whom "of" says only whose they are.
func (p *passage) actsThere(n int) bool {
	if m := p.at[n]; m >= 0 && p.r.cast.Mentions[m].Actor >= 0 {
		return true
	}
	return p.r.lex.is(p.lem[n], "office") || slices.Contains([]string{"person", "group"}, p.r.lex.things[p.lem[n]]) && !p.landlike(n)
}
