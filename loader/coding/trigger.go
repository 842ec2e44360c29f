package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// event is one act as one passage tells it.
type event struct {
	p        *passage
	trigger  int
	frame    *frame
	typ      graph.EventType // "" for a campaign whose act is not known yet
	modes    []graph.Mode
	contexts []graph.Context

	sources, targets []party
	absent           []party // who stayed away
	missed           int     // the word that says that somebody stayed away from this act noun, -1
	doers, touched   []thing // where no actor is named
	hitsPlace        bool    // the target is a place with a name
	prep             string  // of a phrasal verb, the preposition that leads to its object
	light            int     // the verb that carries an act noun, -1
	usesObject       bool
	thin             bool // an act noun that names nobody, and the classifier doubts that it tells an act
	real             reality
	chain            []link
	claims           []link // who takes the act upon himself
	wasBare          bool   // the noun names nobody, only the words around it say who did it
	when             *graph.Period
	places           []graph.Wording
	proposed         []proposal // by rules, before the scorer of places decides
	numbers          []graph.Quantity
	about            []*event
	steps            []graph.Step
	confidence       int // of the classifier; 0 for what the tables found, see sure

	same   *event // the first passage that tells this event; nil for that one
	record graph.ID
	gone   bool
}

// readEvents finds the events of a passage, verbs before nouns so that a noun knows whether
// its verb has spoken for it, and leaves them in the order of the text.
func (r *reader) readEvents(p *passage) {
	p.applyFrames()
	p.judge()
	p.playful()
	p.anonymous()
	p.findAbsent()
	for i := range p.toks {
		if e := p.fired[i]; e != nil && !e.gone {
			r.events = append(r.events, e)
		}
	}
}

// applyFrames fires the senses of the tables.
func (p *passage) applyFrames() {
	r := p.r
	for i := range p.toks {
		if p.toks[i].POS == language.VERB && !p.is(i, language.AMod) && p.in[i] < 0 && !p.eventless[i] {
			p.tryFrames(i, r.lex.frames[p.phrase(i)+"/v"], "")
			if p.fired[i] == nil {
				p.tryPhrases(i)
			}
		}
	}
	for i := range p.toks {
		if p.befell(i) {
			p.tryFrames(i, r.lex.frames[p.lem[i]+"/v"], "")
		}
	}
	for i := range p.toks {
		if p.fired[i] == nil && p.in[i] < 0 && (p.noun(i) || p.tag(i) == "VBG") && !p.is(i, language.Compound) {
			if senses := r.lex.frames[p.text(i)+"/n"]; p.tag(i) == "VBG" && senses != nil {
				p.tryFrames(i, senses, "") // "the lifting of sanctions"
			} else {
				p.tryFrames(i, r.lex.frames[p.lem[i]+"/n"], "")
			}
		}
	}
}

// phrase is a verb with its particle, also where the parser took the particle for an adverb.
func (p *passage) phrase(v int) string {
	if prt := p.particle(v); prt != "" {
		if key := p.lem[v] + "_" + prt + "/v"; leading[prt] && p.r.lex.frames[key] == nil && p.r.lex.operators[key].effect == "" {
			return p.lem[v]
		}
		return p.lem[v] + "_" + prt
	}
	if n := v + 1; n < len(p.toks) && p.head(n) == v && (p.is(n, language.AdvMod) || p.tag(n) == "RP" || p.text(n) == "dead") {
		key := p.lem[v] + "_" + p.text(n)
		if p.r.lex.frames[key+"/v"] != nil || p.r.lex.operators[key+"/v"].effect != "" {
			return key
		}
	}
	return p.lem[v]
}

// leading are particles that are as often prepositions, so that a verb without a sense of its own
// with them has that of the verb alone: "protested over the fares".
var leading = map[string]bool{"over": true, "about": true, "along": true, "around": true, "across": true, "through": true, "by": true, "near": true, "outside": true}

// tryPhrases tries a verb with each preposition behind it as a phrasal verb, whose object is
// what the preposition leads to: "called for talks", "brought in troops".
func (p *passage) tryPhrases(v int) {
	for _, c := range p.kids[v] {
		if prep := p.preposition(c); prep != "" && c > v && (p.is(c, language.Obl) || p.is(c, language.NMod)) && p.fired[v] == nil && !p.eventless[v] {
			p.tryFrames(v, p.r.lex.frames[p.lem[v]+"_"+prep+"/v"], prep)
		}
	}
}

// tryFrames makes the event of the first sense whose conditions hold; prep is the preposition
// that is part of the verb, "" for none.
func (p *passage) tryFrames(t int, senses []*frame, prep string) {
	for _, f := range senses {
		e := &event{p: p, trigger: t, frame: f, prep: prep, typ: f.typ, modes: f.modes, light: -1, missed: -1}
		if f.noun {
			if !e.carry() {
				continue
			}
		}
		if !e.holds() {
			continue
		}
		if f.eventless {
			p.eventless[t] = true
			return
		}
		e.fill()
		e.touch()
		if !e.complete() {
			continue
		}
		e.steps = append([]graph.Step{p.step("frame", frameSays(f), t)}, e.steps...)
		e.flip()
		p.fired[t] = e
		e.silence()
		return
	}
}

// silence keeps the bare verb that a sense is a phrase with from telling an act of its own:
// "let them go".
func (e *event) silence() {
	for _, c := range e.frame.when {
		if k := e.p.child(e.trigger, language.XComp); c.slot == "xcomp" && k > e.trigger && e.p.tag(k) != "VBN" && !e.p.infinitive(k) {
			e.p.eventless[k] = true
		}
	}
}

func frameSays(f *frame) string {
	kind := "verb"
	if f.noun {
		kind = "act noun"
	}
	says := kind + " “" + f.lemma + "” means " + string(f.typ)
	if f.campaign {
		says = "“" + f.lemma + "” repeats another act"
	}
	for _, m := range f.modes {
		says += "." + string(m)
	}
	return says
}

// carry finds the verb that carries an act noun, and refuses the noun where that verb has
// already made an event of it ("signed the treaty").
func (e *event) carry() bool {
	p := e.p
	v, below := p.governor(e.trigger)
	if v < 0 {
		return true
	}
	op, ok := p.r.lex.operators[p.phrase(v)+"/v"]
	if made := p.fired[v]; made != nil && !below && (made.usesObject && !answers(op) || !ok) {
		return false
	}
	if ok && op.effect != "react" {
		e.light = v
	}
	return true
}

// answers reports whether a verb says what is thought of an act, so that both tell an event:
// "rejected a request", "welcomed the visit".
func answers(op operator) bool {
	return op.effect == "react" || op.effect == "refuse" || op.effect == "deny"
}

// holds checks the conditions that need no participants.
func (e *event) holds() bool {
	for _, c := range e.frame.when {
		if c.flag != "" {
			if !e.flag(c.flag) {
				return false
			}
			continue
		}
		if !e.slotHolds(c) {
			return false
		}
		if c.slot == "obj" {
			e.usesObject = true
		}
	}
	return true
}

func (e *event) flag(flag string) bool {
	p, t := e.p, e.trigger
	switch flag {
	case "active":
		return e.frame.noun || !p.passive(t)
	case "passive":
		return p.passive(t)
	case "light":
		return e.light >= 0
	case "nolight":
		return e.light < 0
	case "noobj":
		return p.patient(t) < 0
	case "noxcomp":
		return p.child(t, language.XComp) < 0
	case "toinf":
		return slices.ContainsFunc(p.kids[t], func(c int) bool {
			return (p.is(c, language.XComp) || p.is(c, language.CComp) || p.is(c, language.AdvCl)) && c > t && p.infinitive(c)
		})
	case "blamed":
		return p.blamedFor(t)
	case "noof":
		return p.oblique(t, "of") < 0
	case "noagainst":
		return p.oblique(t, "against") < 0
	}
	return true // the rest looks at participants, see complete
}

// needs reports whether a sense stands only under a condition.
func (f *frame) needs(flag string) bool {
	return slices.ContainsFunc(f.when, func(c condition) bool { return c.flag == flag })
}

func (e *event) slotHolds(c condition) bool {
	p, t := e.p, e.trigger
	fits := func(tok int) bool {
		if tok < 0 {
			return false
		}
		if of := p.measured(tok); of != tok && slices.Contains(c.words, p.lem[of]) {
			return true // "a load of dynamite"
		}
		return slices.Contains(c.words, p.lem[tok]) || slices.Contains(c.words, p.text(tok)) ||
			slices.ContainsFunc(c.classes, func(class string) bool { return p.inClass(tok, class) })
	}
	switch c.slot {
	case "mod":
		return slices.ContainsFunc(p.modifiers(t), fits)
	case "objmod":
		o := p.patient(t)
		return o >= 0 && slices.ContainsFunc(p.modifiers(o), fits)
	case "xcomp", "purpose":
		for _, k := range p.kids[t] {
			if (p.is(k, language.XComp) || p.is(k, language.CComp) || p.is(k, language.AdvCl) || p.is(k, language.Parataxis) && k > t) && fits(k) {
				return true
			}
		}
		return false
	}
	for _, tok := range e.slot(c.slot) {
		if fits(tok) {
			return true
		}
	}
	o := p.patient(t)
	return c.slot == "of" && !e.frame.noun && o >= 0 && fits(p.oblique(o, "of"))
}

// modifiers are the words that stand before a noun and narrow it.
func (p *passage) modifiers(n int) []int {
	var out []int
	for _, c := range p.kids[n] {
		if c < n && (p.is(c, language.AMod) || p.is(c, language.Compound) || p.is(c, language.NMod)) {
			out = append(out, c)
		}
	}
	return out
}
