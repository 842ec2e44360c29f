package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Who stayed away: a meeting has those who are said not to have been there as absent, which is
// neither taking part nor a meeting that was not held.

// shuns are verbs whose subject stays away from what their object names.
var shuns = map[string]bool{"boycott": true, "skip": true, "shun": true, "snub": true, "miss": true, "sit_out": true}

// attends are verbs whose subject, when they are negated, was not there.
var attends = map[string]bool{"attend": true, "join": true, "participate": true, "take": true, "turn_up": true, "show_up": true, "come": true, "appear": true}

// shutOut are verbs whose object is kept away: always, or when they are negated.
var shutOut = map[string]bool{"exclude": true, "bar": true, "ban": true, "omit": true, "leave_out": true, "uninvite": true, "disinvite": true, "shut_out": true}

// findAbsent gives the meetings of a sentence those who are said to have stayed away.
func (p *passage) findAbsent() {
	for i := range p.toks {
		switch {
		case p.verb(i) && p.in[i] < 0:
			p.verbOfAbsence(i)
		case p.text(i) == "absent" && p.toks[i].POS == language.ADJ:
			if p.realityOf(i).negated {
				continue
			}
			p.absent(p.subject(i), p.occasionAt(i, "from"), i)
		}
	}
	for i := range p.toks {
		if e := p.fired[i]; e != nil && gathers(e.typ) {
			p.without(e)
		}
	}
}

// gathers reports whether events of a type bring people together.
func gathers(t graph.EventType) bool {
	return t == graph.Consult || t == graph.Agree || t == graph.Cooperate
}

// verbOfAbsence reads "boycotted the talks", "stayed away", "did not attend", "was not invited".
func (p *passage) verbOfAbsence(v int) {
	negated := p.negate(v, reality{}).negated
	lemma := p.phrase(v)
	switch {
	case negated && attends[lemma] && (lemma != "take" || p.takesPart(v)):
		o := p.occasionAt(v, "obj")
		if o < 0 {
			o = p.occasionAt(v, "in")
		}
		if o < 0 && lemma == "take" {
			o = p.occasionAt(p.slotOf(v, "obj"), "in")
		}
		if o < 0 || !p.absent(p.agent(v), o, v) {
			return
		}
		if e := p.fired[v]; e != nil && gathers(e.typ) {
			delete(p.fired, v) // the meeting was held, only without them
		}
	case negated && lemma == "invite" && p.passive(v):
		o := p.occasionAt(v, "to")
		if p.absent(p.patient(v), o, v) {
			delete(p.fired, v)
		}
	case negated:
	case shuns[lemma]:
		if o := p.occasionAt(v, "obj"); o >= 0 {
			p.absent(p.agent(v), o, v)
		}
	case (p.lem[v] == "stay" || p.lem[v] == "keep" || p.lem[v] == "remain") && p.awayBeside(v):
		p.absent(p.agent(v), p.occasionAt(v, "from"), v)
	case shutOut[lemma]:
		if o := p.occasionAt(v, "from"); o >= 0 {
			p.absent(p.patient(v), o, v)
		}
	}
}

// takesPart reports whether "take" has the object "part".
func (p *passage) takesPart(v int) bool {
	o := p.slotOf(v, "obj")
	return o >= 0 && p.lem[o] == "part"
}

// awayBeside reports whether a verb has "away".
func (p *passage) awayBeside(v int) bool {
	return slices.ContainsFunc(p.kids[v], func(c int) bool { return p.text(c) == "away" }) || p.word(v+1) == "away"
}

// occasionAt is the noun of a meeting in a slot of a word, -1 for none.
func (p *passage) occasionAt(h int, slot string) int {
	if h < 0 {
		return -1
	}
	o := -1
	if slot == "obj" {
		o = p.slotOf(h, "obj")
	} else {
		o = p.oblique(h, slot)
		if away := p.wordBelow(h, "away"); o < 0 && away >= 0 {
			o = p.oblique(away, slot)
		}
	}
	if o < 0 || o == h || p.in[o] >= 0 {
		return -1
	}
	if e := p.fired[o]; e != nil && gathers(e.typ) {
		return o
	}
	if p.meeting(o) != nil {
		return o
	}
	return -1
}

func (p *passage) wordBelow(h int, word string) int {
	for _, c := range p.kids[h] {
		if p.text(c) == word {
			return c
		}
	}
	return -1
}

// meeting is the sense of a noun that names a meeting, nil for none.
func (p *passage) meeting(n int) *frame {
	for _, f := range p.r.lex.frames[p.lem[n]+"/n"] {
		if f.typ == graph.Consult {
			return f
		}
	}
	return nil
}

// absent enters those that a word means as absent from an occasion: the one whose noun is
// given, else the last meeting told before. It reports whether there is one.
func (p *passage) absent(who, occasion, at int) bool {
	away := p.parties(who)
	if len(away) == 0 {
		return false
	}
	if r := p.realityOf(at); r.status == graph.Hypothetical || r.status == graph.Denied {
		return false
	}
	e := p.lastMeeting(at)
	if occasion >= 0 {
		if e = p.fired[occasion]; e == nil {
			e = &event{p: p, trigger: occasion, frame: p.meeting(occasion), typ: graph.Consult, light: -1, confidence: absenceSure, missed: -1}
			e.fill()
			e.steps = append(e.steps, p.step("frame", "act noun “"+e.frame.lemma+"” means "+string(e.typ), occasion))
			p.fired[occasion] = e
		}
	}
	if e == nil {
		return false
	}
	if e.p != p { // a passage of its own tells it
		e = &event{p: p, trigger: at, frame: e.frame, typ: e.typ, light: -1, missed: at, confidence: absenceSure, same: e}
		p.fired[at] = e
	}
	if e.trigger == occasion && e.p == p {
		e.missed = at
	}
	e.without(away, at)
	return true
}

// held is how real a meeting is that somebody stayed away from: as real as the staying away,
// which says nothing against it.
func (e *event) held() reality {
	r := e.p.realityOf(e.missed)
	if r.status != graph.Planned {
		return reality{status: graph.Happened}
	}
	return reality{status: graph.Planned}.because(e.p.step("status/plan", "who will stay away tells what is planned", e.missed))
}

// without enters who was not there.
func (e *event) without(away []party, at int) {
	missing := func(x party) bool {
		return slices.ContainsFunc(away, func(y party) bool { return y.actor == x.actor })
	}
	e.sources = slices.DeleteFunc(e.sources, missing)
	e.targets = slices.DeleteFunc(e.targets, missing)
	e.absent = distinct(append(e.absent, away...))
	e.steps = append(e.steps, e.p.step("absent", "it was held without “"+e.p.slice(away[0].span)+"”", at))
}

// lastMeeting is the last meeting that the sentence tells before a word, else the last one of
// the sentence before it.
func (p *passage) lastMeeting(at int) *event {
	for i := at - 1; i >= 0; i-- {
		if e := p.fired[i]; e != nil && e.typ == graph.Consult {
			return e
		}
	}
	if p.order == 0 {
		return nil
	}
	o := p.r.passages[p.order-1]
	for i := len(o.toks) - 1; i >= 0; i-- {
		if e := o.fired[i]; e != nil && e.typ == graph.Consult {
			return e
		}
	}
	return nil
}

// without reads "talks without Turkey", "met without Turkey".
func (p *passage) without(e *event) {
	carriers := []int{e.trigger}
	if e.light >= 0 {
		carriers = append(carriers, e.light)
	}
	if o := p.slotOf(e.trigger, "obj"); o >= 0 && !e.frame.noun {
		carriers = append(carriers, o)
	}
	for c := range p.toks {
		if p.preposition(c) != "without" || p.verb(c) || !slices.Contains(carriers, p.head(c)) && !slices.Contains(carriers, p.anchor(c)) {
			continue
		}
		if away := p.parties(c); len(away) > 0 {
			e.without(away, c)
			return
		}
	}
}
