package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// linkActs decides for every event what needs the others of its sentence: reality, speakers,
// time and place, and which acts a threat, promise, refusal, demand or accusation is about.
func (r *reader) linkActs() {
	for _, e := range r.events {
		e.real = e.p.realityOf(e.trigger)
		if e.light >= 0 && !e.p.is(e.light, language.Acl) {
			e.real = e.p.hedged(e.light, e.real)
		}
		if e.missed >= 0 {
			e.real = e.held()
		}
	}
	for _, e := range r.events {
		e.gone = e.gone || e.accident()
	}
	for _, e := range r.events {
		if !e.gone {
			e.subsume()
		}
	}
	for _, p := range r.passages {
		p.deaths()
		p.assign()
	}
	for _, e := range r.events {
		e.nameBodies()
	}
	r.events = slices.DeleteFunc(r.events, func(e *event) bool { return e.gone })
	for _, p := range r.passages {
		p.findSites()
	}
	for _, e := range r.events {
		e.settle()
		e.chain = e.p.links(e.trigger)
		for _, l := range e.claims {
			if !slices.ContainsFunc(e.chain, func(o link) bool { return o.text == l.text }) {
				e.chain = append(e.chain, l)
			}
		}
	}
	for _, e := range r.events {
		e.shareSetting()
	}
	for _, e := range r.events {
		e.aroundAct()
	}
	if !r.withoutScorer {
		for _, e := range r.events {
			e.judgePlaces()
		}
	}
	r.refusals()
	r.warnings()
	for _, e := range r.events {
		if outer := e.spokenOfBy(); outer != nil && outer != e {
			outer.about = append(outer.about, e)
			e.underAct(outer)
		}
	}
	for _, e := range r.events {
		e.addressee()
	}
}

// settle is what follows for the status from the kind of act and from its time, then time and
// place themselves.
func (e *event) settle() {
	p := e.p
	verbal := e.typ.Quad() == graph.VerbalCooperation || e.typ.Quad() == graph.VerbalConflict
	if e.real.status == graph.Happened && e.real.present && !e.real.negated && !verbal && !e.frame.noun && !p.perfect(e.trigger) {
		e.real = e.real.as(graph.Ongoing, false, p.step("status/present", "the simple present tells what is going on", e.trigger))
	}
	if e.announces() {
		e.real = e.real.as(graph.Planned, false, p.step("status/announced", "the present tense with a day to come announces it", e.trigger))
	}
	e.findWhen()
	e.findPlaces()
	if len(e.places) == 0 {
		e.there()
	}
	e.fromHost()
	e.findNumbers()
}

// perfect reports whether a verb stands in a perfect tense.
func (p *passage) perfect(v int) bool {
	return slices.ContainsFunc(p.auxiliaries(v), func(a int) bool { return p.lem[a] == "have" })
}

// speechActs are the types that speak of another act.
func speechAct(t graph.EventType) bool {
	switch t {
	case graph.Agree, graph.Request, graph.Accuse, graph.Reject, graph.Threaten, graph.Concede, graph.Support:
		return true
	}
	return false
}

// spokenOfBy is the speech act whose complement this act is, nil for none.
func (e *event) spokenOfBy() *event {
	p := e.p
	at := e.trigger
	for steps := 0; steps < maxDepth; steps++ {
		top := p.firstConjunct(at)
		h := p.head(top)
		if h < 0 || top != at && p.infinitive(top) && p.isFinite(at) {
			return nil // "called on him to resign, and the Senate will question him"
		}
		rel := p.rel(top)
		inside := rel.Is(language.XComp) || rel.Is(language.CComp) || rel == language.Acl || rel.Is(language.Obj) ||
			(rel.Is(language.Obl) || rel.Is(language.NMod) || rel.Is(language.AdvCl)) && (governing[p.preposition(top)] || p.preposition(top) == "to") ||
			rel.Is(language.NSubjPass)
		if !inside {
			return nil
		}
		if o := p.fired[h]; o != nil {
			if speechAct(o.typ) && o != e {
				return o
			}
			return nil
		}
		at = h
	}
	return nil
}

// underAct gives an act what the speech act about it says: who would do it, and the modes of
// the speech act that follow from it.
func (e *event) underAct(outer *event) {
	if outer.typ == graph.Threaten && e.real.status == graph.Planned {
		e.real = e.real.as(graph.Threatened, e.real.negated, e.p.step("status/threat", "it is threatened", outer.trigger))
	}
	if len(e.sources) == 0 && e.frame.noun && slices.Contains(outer.modes, "ALLEGE") && e.real.status != graph.Planned {
		e.sources = slices.Clone(outer.targets)
		e.real = e.real.as(graph.Alleged, false, e.p.step("status/accuse", "it is what somebody is accused of", outer.trigger))
	}
	if len(outer.modes) > 0 {
		return
	}
	var mode graph.Mode
	switch {
	case outer.typ == graph.Request || outer.typ == graph.Reject:
		switch e.typ {
		case graph.Consult:
			mode = "MEET"
		case graph.Aid:
			mode = "ASSIST"
		case graph.Retreat, graph.Concede:
			mode = "YIELD"
		}
	case outer.typ == graph.Threaten && e.typ == graph.Assault:
		mode = "VIOLENCE"
	case outer.typ == graph.Threaten && e.typ == graph.Sanction:
		mode = "RELATIONS"
		if slices.Contains(e.modes, "EXPEL") {
			mode = "EXPEL"
		}
	case outer.typ == graph.Threaten && e.typ == graph.Coerce:
		for _, m := range e.modes {
			if slices.Contains(outer.typ.Modes(), m) {
				mode = m
			}
		}
	}
	if mode != "" {
		outer.modes = []graph.Mode{mode}
		outer.steps = append(outer.steps, e.p.step("mode", "the act that it speaks of gives the mode "+string(mode), e.trigger))
	}
}

// addressee gives a speech act without one the other side of what it is about: who threatens to
// bomb a country threatens that country.
func (e *event) addressee() {
	if len(e.targets) > 0 || len(e.about) == 0 || e.typ == graph.Support {
		return
	}
	for _, inner := range e.about {
		other := inner.targets
		switch {
		case inner.frame.sources.all || e.typ == graph.Request: // equals; or who is to do it
			other = inner.sources
		case e.typ == graph.Agree || e.typ == graph.Concede: // whom it is done to was promised nothing
			other = nil
		}
		for _, x := range other {
			if !slices.ContainsFunc(e.sources, func(s party) bool { return s.actor == x.actor }) {
				e.targets = append(e.targets, x)
			}
		}
	}
	e.targets = distinct(e.targets)
	if len(e.targets) > 0 {
		e.steps = append(e.steps, e.p.step("addressee", "it is addressed to the other side of the act", e.trigger))
	}
}
