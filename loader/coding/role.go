package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// slot finds the words in a slot of the trigger: in an act noun its own dependents and those
// that the tree gave to the verb that carries it.
func (e *event) slot(name string) []int {
	p, t := e.p, e.trigger
	var out []int
	add := func(tok int) {
		tok = p.nearWhat(tok)
		if tok >= 0 && tok != t && !slices.Contains(out, tok) {
			out = append(out, tok)
		}
	}
	if !e.frame.noun {
		if name == "poss_obj" {
			return nil // see fill
		}
		if e.prep != "" && name == "obj" {
			add(p.oblique(t, e.prep))
		} else {
			add(p.slotOf(t, name))
			if e.typ == graph.Assault && sites[name] {
				for _, c := range p.kids[t] { // "at the offices of the paper, at two banks"
					if p.is(c, language.Obl) && p.preposition(c) == name {
						add(c)
					}
				}
			}
		}
		if name == "obj" { // "fined him 50 dollars", "asked them to leave"
			add(p.child(t, language.IObj))
		}
		if o := p.slotOf(t, "obj"); len(out) == 0 && o >= 0 && name != "of" && name != "by" {
			add(p.oblique(o, name)) // "launched attacks on them": the tree gives them to the noun
		}
		if len(out) == 0 && (name == "to" || name == "for") { // "gave a million in aid to them"
			for _, c := range p.kids[t] {
				if p.is(c, language.Obl) && p.r.lex.is(p.lem[c], "aid") {
					add(p.oblique(c, name))
				}
			}
		}
		return out
	}
	switch name {
	case "doer": // for conditions: whoever the noun or its verb names
		for _, s := range e.frame.sources.slots {
			for _, tok := range e.slot(s.name) {
				add(tok)
			}
		}
		if e.light >= 0 {
			add(p.agent(e.light))
		}
	case "poss":
		add(p.child(t, language.NModPoss))
	case "comp":
		for _, c := range p.modifiers(t) {
			if p.meansActor(c) && !p.is(c, language.NModPoss) {
				add(c)
			}
		}
	default:
		add(p.oblique(t, name))
		if e.light >= 0 && name != "of" && (name != "by" || p.passive(e.light)) {
			add(p.oblique(e.light, name))
		}
		if of := p.oblique(t, "of"); name == "by" && of >= 0 { // "the killing of [diplomats by militants]"
			add(p.oblique(of, "by"))
		}
		if len(out) == 0 && name == "by" { // "the killing of diplomats, [carried out] by militants"
			for _, c := range p.kids[t] {
				if c > t && (p.is(c, language.Acl) || p.is(c, language.AclRelCl)) && p.verb(c) && p.passive(c) && p.r.lex.operators[p.phrase(c)+"/v"].effect == "light" {
					add(p.agent(c))
				}
			}
		}
		if len(out) == 0 && name != "of" { // "condemned the bombing by them": the tree gives them to the verb
			if v := p.head(t); v >= 0 && p.verb(v) && !p.passive(v) {
				_, end := p.s.Subtree(t)
				if c := p.oblique(v, name); c > t {
					if first, _ := p.s.Subtree(c); first == end+1 {
						add(c)
					}
				}
			}
		}
	}
	return out
}

// sites are prepositions that may name one thing after the other that an act hit.
var sites = map[string]bool{"at": true, "near": true, "outside": true, "inside": true, "on": true, "under": true, "against": true}

// nearWhat is what a word of nearness speaks of: "in the vicinity of the ministry".
func (p *passage) nearWhat(tok int) int {
	if tok >= 0 && (p.lem[tok] == "vicinity" || p.lem[tok] == "proximity" || p.lem[tok] == "front") && p.toks[tok].POS == language.NOUN {
		if of := p.oblique(tok, "of"); of >= 0 {
			return of
		}
	}
	return tok
}

// fill finds the participants.
func (e *event) fill() {
	p := e.p
	e.sources = e.collect(e.frame.sources)
	e.targets = e.collect(e.frame.targets)
	if e.frame.noun && e.light >= 0 && (len(e.sources) == 0 || e.frame.sources.all) {
		op := p.r.lex.operators[p.phrase(e.light)+"/v"]
		answers := (op.effect == "refuse" || op.effect == "deny") && p.saidBefore(e.trigger) // "rejected a request"
		ended := op.effect == "stop" && !e.frame.sources.all                                 // "stopped the protests": not its own
		if op.control == "subj" && !answers && !ended {
			e.sources = distinct(append(p.parties(p.agent(e.light)), e.sources...))
		}
	}
	if len(e.targets) == 0 && !e.frame.noun && e.typ.Quad() == graph.MaterialConflict && len(e.frame.targets.slots) > 0 {
		if o := p.slotOf(e.trigger, "obj"); o >= 0 && p.r.lex.frames[p.lem[o]+"/n"] == nil && !e.instrument(o) {
			e.targets = p.owners(o)
		}
	}
	e.targetBehindAct()
	e.victimBefore()
	e.targets = slices.DeleteFunc(e.targets, func(x party) bool {
		return slices.ContainsFunc(e.sources, func(s party) bool { return s.actor == x.actor })
	})
}

// targetBehindAct makes those who did an act the target of what is done against it: "retaliated
// against the attacks of the rebels".
func (e *event) targetBehindAct() {
	p := e.p
	c := p.oblique(e.trigger, "against")
	if e.frame.noun || len(e.targets) > 0 || c < 0 || e.typ.Quad() != graph.MaterialConflict {
		return
	}
	for _, f := range p.r.lex.frames[p.lem[c]+"/n"] {
		act := &event{p: p, trigger: c, frame: f, light: -1}
		if e.targets = act.collect(f.sources); len(e.targets) > 0 {
			return
		}
	}
}

// victimBefore reads a person right before a noun of harm as whom it befell: "the Galan murder",
// "his assassination".
func (e *event) victimBefore() {
	p := e.p
	other := slices.ContainsFunc(e.targets, func(x party) bool {
		return !slices.ContainsFunc(e.sources, func(s party) bool { return s.actor == x.actor })
	})
	if !e.frame.noun || e.harm() == "" || other || p.tag(e.trigger) == "NNS" {
		return
	}
	for _, name := range []string{"comp", "poss"} {
		for _, tok := range e.slot(name) {
			for _, x := range p.parties(tok) {
				kind := p.r.cast.Profiles[x.actor].Kind
				if (kind == graph.Person || kind == graph.Official) && !x.plural && (name == "poss" || p.r.cast.Actors[x.actor].Named) {
					e.targets = append(e.targets, x)
				}
			}
		}
	}
	e.targets = distinct(e.targets)
	e.sources = slices.DeleteFunc(e.sources, func(x party) bool {
		return slices.ContainsFunc(e.targets, func(y party) bool { return x.actor == y.actor })
	})
}

// objectOwners are those to whom the object belongs. Of an act they are its doers, not those
// to whom it is done.
func (e *event) objectOwners() []party {
	p := e.p
	o := p.slotOf(e.trigger, "obj")
	if o < 0 {
		return nil
	}
	senses := p.r.lex.frames[p.lem[o]+"/n"]
	if senses == nil {
		return p.owners(o)
	}
	for _, f := range senses {
		act := &event{p: p, trigger: o, frame: f, light: -1}
		if found := act.collect(f.sources); len(found) > 0 {
			return found
		}
	}
	return nil
}

// instrument reports whether the object is what the act is done with: "fired their rockets".
func (e *event) instrument(o int) bool {
	lex, l := e.p.r.lex, e.p.lem[o]
	return lex.is(l, "weapon") || lex.is(l, "cyber") || lex.is(l, "troops")
}

func (e *event) collect(r role) []party {
	var found []party
	for _, s := range r.slots {
		var here []party
		if s.name == "poss_obj" {
			here = e.objectOwners()
		} else {
			for _, tok := range e.slot(s.name) {
				if s.name == "comp" {
					here = append(here, e.modifier(tok)...)
				} else {
					here = append(here, e.p.parties(tok)...)
				}
			}
		}
		found = append(found, here...)
		if len(here) > 0 && !r.all {
			break
		}
	}
	return distinct(found)
}

// modifier is who the word before an act noun means: "a US attack", "the French bombing".
func (e *event) modifier(tok int) []party {
	if who := e.p.parties(tok); who != nil {
		return who
	}
	return e.p.nationality(e.trigger)
}

// complete checks what needs participants: somebody takes part, and those conditions that
// count them.
func (e *event) complete() bool {
	if len(e.sources)+len(e.targets) == 0 && !e.standsAlone() {
		return false
	}
	if e.typ == graph.Assault && !e.frame.noun && len(e.targets)+len(e.touched) == 0 && !e.hitsPlace && !e.alone() && !e.armed() {
		return false
	}
	for _, c := range e.frame.when {
		switch c.flag {
		case "two":
			if len(e.sources)+len(e.targets) < 2 && !slices.ContainsFunc(e.sources, func(x party) bool { return x.plural }) {
				return false
			}
		case "hastarget", "recipient":
			if len(e.targets)+len(e.touched) == 0 && !e.hitsThing() {
				return false
			}
		case "notarget":
			if len(e.targets)+len(e.touched) > 0 {
				return false
			}
		}
	}
	return true
}

// standsAlone reports whether an act needs no actor to be told: it touches somebody or
// something ("nine were killed", "a market was hit"), or its word is enough ("an explosion").
func (e *event) standsAlone() bool {
	return len(e.touched) > 0 || e.hitsPlace || e.alone() && e.p.toks[e.trigger].POS != language.PROPN || len(e.doers) > 0 && e.typ.Quad() == graph.MaterialConflict
}

// alone reports whether the sense needs nobody.
func (e *event) alone() bool {
	return e.frame.needs("alone")
}

// hitsThing reports whether a target slot holds anything at all: "fired rockets at a market".
func (e *event) hitsThing() bool {
	return slices.ContainsFunc(e.frame.targets.slots, func(s slot) bool { return s.name != "poss_obj" && len(e.slot(s.name)) > 0 })
}

// armed reports whether somebody who can use force takes part as a doer: a state or its
// bodies, or people under arms. Teams and firms that "bombard" each other do so in figures.
func (e *event) armed() bool {
	return slices.ContainsFunc(e.sources, func(x party) bool {
		prof := &e.p.r.cast.Profiles[x.actor]
		return prof.Kind == graph.Country || prof.Kind == graph.Agency || e.p.inClass(x.token, "armed")
	})
}
