package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// comprising are verbs whose object belongs to their subject: "the bloc, which includes Chad".
var comprising = map[string]bool{"include": true, "comprise": true, "contain": true, "encompass": true}

// memberNouns are nouns for those who make up a body, behind its name: "coalition members".
var memberNouns = map[string]bool{"member": true, "nation": true, "country": true, "state": true, "partner": true, "ally": true, "signatory": true, "participant": true}

// memberTies reads who belongs to what by a part or a list: "X, as part of the coalition", "the
// bloc, which includes X", "members of the bloc such as X".
func (p *passage) memberTies(n int) []*tie {
	if p.lem[n] == "part" || p.lem[n] == "member" {
		if of := p.oblique(n, "of"); of >= 0 && p.preposition(n) == "as" {
			return p.belonging(n, p.asPart(n), p.whole(of))
		}
	}
	if p.verb(n) && comprising[p.lem[n]] && p.text(n) != "including" {
		if r := p.realityOf(n); !r.real() || r.negated {
			return nil
		}
		if s, o := p.agent(n), p.patient(n); s >= 0 && o >= 0 {
			return p.belonging(n, p.parties(o), p.whole(s))
		}
	}
	if t := p.text(n); t == "including" || t == "like" || t == "such" {
		phrase := p.head(n)
		if phrase < 0 || !p.is(n, language.Case) && !p.is(n, language.Mark) {
			return nil
		}
		if h := p.head(phrase); h >= 0 && h < n && (p.is(phrase, language.NMod) || p.is(phrase, language.Obl)) && p.noun(h) {
			return p.belonging(n, p.parties(phrase), p.whole(h))
		}
	}
	return nil
}

// asPart are those of whom "as part of" is said: the subject of its verb, the noun before it.
func (p *passage) asPart(n int) []party {
	h := p.head(n)
	switch {
	case h < 0:
		return nil
	case !p.verb(h):
		return p.parties(h)
	case p.realityOf(h).negated:
		return nil
	}
	return p.parties(p.agent(h))
}

// whole is the body that a nominal names, itself or by those who make it up.
func (p *passage) whole(n int) []party {
	if memberNouns[p.lem[n]] {
		if of := p.oblique(n, "of"); of >= 0 {
			return p.parties(of)
		}
		for _, c := range p.kids[n] {
			if c < n && (p.is(c, language.Compound) || p.is(c, language.NModPoss)) {
				if b := p.parties(c); len(b) > 0 {
					return b
				}
			}
		}
		return nil
	}
	if p.tag(n) == "NNS" {
		return nil // "companies such as X": a class, no body
	}
	return p.parties(n)
}

// belonging makes every one of who a member of every whole, where their kinds allow it.
func (p *passage) belonging(n int, who, whole []party) []*tie {
	var out []*tie
	for _, w := range whole {
		for _, x := range who {
			if x.actor == w.actor || !p.kind(w).isBody() || p.kind(w) == actorKind(graph.Agency) && !p.kind(x).isPerson() ||
				!p.r.cast.Actors[x.actor].Named {
				continue
			}
			out = append(out, &tie{p: p, relation: graph.MemberOf, from: x, to: w, trigger: n, confidence: confidenceOf("tie/member", graph.MemberOf, false),
				steps: []graph.Step{p.step("tie/member", "one is said to be a part of the other", n)}})
		}
	}
	return out
}
