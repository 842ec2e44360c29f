package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Who did an act, where another word of the sentence says so: those who claim it, those to whom
// it is put down, those who are called responsible.

// claiming are verbs whose subject takes an act upon itself: "claimed responsibility for".
var claiming = map[string]bool{"claim": true, "take": true, "accept": true, "assume": true, "acknowledge": true, "admit": true}

// putDown are verbs that put an act down to somebody, with the preposition that leads to him.
var putDown = map[string]string{"attribute": "to", "ascribe": "to", "blame": "on", "pin": "on"}

// assign gives the acts of a passage the doers that other words of it name.
func (p *passage) assign() {
	for i := range p.toks {
		switch {
		case p.verb(i) && claiming[p.lem[i]]:
			p.assignClaim(i)
		case p.verb(i) && putDown[p.lem[i]] != "":
			if act := p.actOf(p.patient(i)); act != nil {
				who := p.oblique(i, putDown[p.lem[i]])
				if who < 0 && putDown[p.lem[i]] == "on" {
					who = p.oblique(act.trigger, "on") // "blamed the attack on them": the tree gives them to the noun
				}
				act.put(who, i)
			}
		case p.fired[i] != nil && p.tag(i) == "VBG" && p.is(i, language.AdvCl):
			p.fired[i].suspected()
		case p.verb(i) && pursuing[p.lem[i]]:
			p.assignSuspect(i)
		case p.lem[i] == "responsible":
			if act := p.actFor(i); act != nil {
				act.holdResponsible(p.bearer(i), i)
			}
		case p.lem[i] == "work" && p.noun(i) && p.child(i, language.Cop) >= 0:
			if act := p.actOf(p.ownSubject(i)); act != nil {
				act.holdResponsible(p.oblique(i, "of"), i)
			}
		case p.fired[i] != nil && p.fired[i].frame.noun && p.preposition(i) == "behind" && p.child(i, language.Cop) >= 0:
			p.fired[i].holdResponsible(p.subject(i), i)
		}
	}
}

// assignClaim reads "claimed responsibility for the attack", "the attack was claimed by".
func (p *passage) assignClaim(v int) {
	o := p.patient(v)
	act := p.actOf(o)
	if o >= 0 && (p.lem[o] == "responsibility" || p.lem[o] == "credit") {
		if act = p.actFor(o); act == nil {
			act = p.actFor(v)
		}
	} else if p.lem[v] != "claim" {
		return
	}
	who := p.agent(v)
	if act == nil || who < 0 {
		return
	}
	doers := p.parties(who)
	if p.negation(v) >= 0 || p.noWord(who) >= 0 || len(doers) == 0 || !p.realityOf(v).real() {
		if act.real.status == graph.Alleged { // who it was is open, not that it was done
			act.real = reality{status: graph.Happened}.because(p.step("doer/claim", "whether anybody claims it, it was done", v))
		}
		return
	}
	act.assigned(doers)
	act.real = reality{status: graph.Happened}.because(p.step("doer/claim", "whoever claims it did it", v))
	act.claims = append(act.claims, p.by(who, p.lem[v], v))
}

// pursuing are verbs of the law whose object is taken for the doer of an act, and which name the act
// with a preposition: "arrested for the murder", "charged with the killing".
var pursuing = map[string]bool{
	"arrest": true, "detain": true, "charge": true, "indict": true, "try": true, "sentence": true, "convict": true, "jail": true, "imprison": true,
	"prosecute": true, "accuse": true, "suspect": true, "implicate": true, "capture": true, "seize": true, "question": true, "involve": true,
}

// blaming are words that put to somebody what the phrase below them names, by their prepositions.
var blaming = map[string]bool{"responsible": true, "responsibility": true, "blame": true, "credit": true, "guilty": true, "culprit": true, "accountable": true}

// blamedFor reports whether a noun names what somebody is blamed for: of "death" only that makes an act.
func (p *passage) blamedFor(n int) bool {
	h := p.head(n)
	if h < 0 {
		return false
	}
	switch p.preposition(n) {
	case "for", "in", "with", "of", "over":
		return blaming[p.lem[h]] || p.verb(h) && pursuing[p.lem[h]] && p.lem[h] != "seize" && p.lem[h] != "question" && p.lem[h] != "capture"
	}
	return false
}

// overWhat are the prepositions that lead from what the law does to somebody to his act.
var overWhat = []string{"for", "in_connection_with", "over", "with", "of", "in"}

// assignSuspect reads "three men were arrested for the murder of", "charged in connection with".
func (p *passage) assignSuspect(v int) {
	who := p.patient(v)
	if who < 0 || !p.realityOf(v).real() || p.lem[v] == "involve" && !p.passive(v) {
		return
	}
	for _, prep := range overWhat {
		c := p.oblique(v, prep)
		if c < 0 {
			continue
		}
		if p.lem[c] == "connection" || p.lem[c] == "involvement" || p.lem[c] == "role" || p.lem[c] == "part" || p.lem[c] == "participation" || p.lem[c] == "complicity" {
			for _, in := range []string{"with", "in"} {
				if o := p.oblique(c, in); o >= 0 {
					c = o
					break
				}
			}
		} else if prep == "in" && p.lem[v] != "involve" && p.lem[v] != "implicate" {
			continue // "arrested in the raid"
		}
		if act := p.actOf(c); act != nil && act.frame.noun && act.typ == graph.Assault && !slices.Contains(lastingViolence, act.frame.lemma) {
			act.put(who, v)
			return
		}
	}
}

// suspected makes alleged what somebody is held for: "arrested for killing two priests".
func (e *event) suspected() {
	p := e.p
	h := p.head(e.trigger)
	if h < 0 || e.typ != graph.Assault || e.real.status != graph.Happened || e.real.negated || p.preposition(e.trigger) != "for" {
		return
	}
	held := pursuing[p.lem[h]] && p.lem[h] != "convict" && p.lem[h] != "sentence" && p.lem[h] != "jail" && p.lem[h] != "imprison"
	if o := p.child(h, language.Obj); held || o >= 0 && countNouns[p.lem[o]] == graph.Arrested {
		e.real = e.real.as(graph.Alleged, false, p.step("doer/held", "he is held for it, and not convicted", h))
	}
}

// actOf is the act that a word tells, nil for none.
func (p *passage) actOf(tok int) *event {
	if tok < 0 {
		return nil
	}
	if act := p.fired[tok]; act != nil && deed(act.typ) {
		return act
	}
	return nil
}

// actFor is the act behind "for" below a word: "responsible for the attack", "for bombing it".
func (p *passage) actFor(tok int) *event {
	for _, c := range p.kids[tok] {
		if c > tok && p.preposition(c) == "for" {
			if act := p.actOf(c); act != nil {
				return act
			}
		}
	}
	return nil
}

// bearer is who is called something: the subject of an adjective, or the noun that it follows.
func (p *passage) bearer(adj int) int {
	if s := p.subject(adj); s >= 0 {
		return s
	}
	if h := p.head(adj); h >= 0 && h < adj && p.is(adj, language.AMod) { // "the group responsible for"
		return h
	}
	return -1
}

// put makes somebody to whom others put an act down its alleged doer.
func (e *event) put(who, at int) {
	doers := e.p.parties(who)
	if len(doers) == 0 || e.p.negation(at) >= 0 {
		return
	}
	e.assigned(doers)
	if e.real.real() && !e.real.negated {
		e.real = e.real.as(graph.Alleged, false, e.p.step("doer/put-down", "others put it down to him", at))
	}
}

// holdResponsible makes somebody who is called responsible the doer of an act, its alleged doer where the
// clause hedges.
func (e *event) holdResponsible(who, at int) {
	doers := e.p.parties(who)
	if len(doers) == 0 || e.p.negation(at) >= 0 {
		return
	}
	r := reality{status: graph.Happened}
	if e.p.verb(e.p.firstConjunct(at)) || e.trigger != at {
		r = e.p.realityOf(at)
	}
	if h := e.p.head(at); h >= 0 && e.p.is(at, language.XComp) && e.p.verb(h) && e.p.passive(h) { // "is believed to be behind"
		r.status = graph.Hypothetical
	}
	if r.negated || r.status == graph.Denied {
		return
	}
	e.assigned(doers)
	step := e.p.step("doer/responsible", "he is held responsible for it", at)
	if r.real() {
		e.real = e.real.because(step)
	} else if e.real.real() && !e.real.negated {
		e.real = e.real.as(graph.Alleged, false, step)
	}
}

// assigned makes parties the doers of an act, whom the sentence may have named as its target
// only because of the preposition before them.
func (e *event) assigned(doers []party) {
	e.targets = slices.DeleteFunc(e.targets, func(x party) bool {
		return slices.ContainsFunc(doers, func(d party) bool { return d.actor == x.actor })
	})
	e.wasBare = e.bare()
	e.sources = distinct(append(e.sources, doers...))
	e.doers = nil
}
