package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Whom an act harmed, where another word of the sentence says so.

// subsume lets "the bombing killed nine" and "they bombed the town, killing nine" be one event:
// the verb of harm is a further passage of the act that did the harm, and the act has its victims.
func (e *event) subsume() {
	p := e.p
	if e.frame.noun || e.typ != graph.Assault {
		return
	}
	by := p.fired[p.agent(e.trigger)]
	if by == nil || !by.frame.noun {
		by = e.broughtAbout()
	}
	if by == nil && harms(e) {
		by = p.actAround(e.trigger)
	}
	if by == nil && harms(e) {
		by = p.actWhen(e.trigger)
	}
	if by == nil || by == e || by.gone || by.typ.Quad() != graph.MaterialConflict {
		return
	}
	if by.frame.noun {
		if by.light < 0 && p.agent(e.trigger) == by.trigger {
			by.light, by.real = e.trigger, e.real
		}
	} else {
		e.real = by.real
	}
	if by.typ == e.typ && len(by.modes) > 0 && (len(e.modes) == 0 || ruins[e.frame.lemma]) {
		e.modes, e.contexts = by.modes, by.contexts
	}
	by.harmed(e.targets, e.touched)
	if len(by.sources) == 0 && len(by.doers) == 0 {
		by.sources = slices.DeleteFunc(slices.Clone(e.sources), func(x party) bool {
			return slices.ContainsFunc(by.targets, func(t party) bool { return t.actor == x.actor })
		})
	}
	by.steps = append(by.steps, p.step("victims", "the verb names whom the act harmed", e.trigger))
	if len(e.sources) == 0 {
		e.sources = slices.Clone(by.sources)
	}
	e.same = by
}

// shareSetting gives two passages of one sentence that tell one act what either says of when
// and where.
func (e *event) shareSetting() {
	by := e.same
	if by == nil {
		return
	}
	if len(e.places) == 0 {
		e.places = by.places
	} else if len(by.places) == 0 {
		by.places = e.places
	}
	if e.when == nil {
		e.when = by.when
	} else if by.when == nil {
		by.when = e.when
	}
}

// harms reports whether a verb says that people were killed, hurt or taken.
func harms(e *event) bool {
	return !e.frame.noun && counted[e.frame.lemma] != "" && e.typ == graph.Assault
}

// ruins are verbs that say what became of things.
var ruins = map[string]bool{"destroy": true, "damage": true, "wreck": true, "demolish": true, "shatter": true, "level": true, "raze": true, "flatten": true, "devastate": true}

// result reports whether a verb says what an act of violence did to people or things.
func (e *event) result() bool {
	return harms(e) || !e.frame.noun && e.typ == graph.Assault && ruins[e.frame.lemma]
}

// broughtAbout is the act whose result a verb beside it tells: "…, destroying a house and killing
// nine"; of two such verbs in a row the first.
func (e *event) broughtAbout() *event {
	p := e.p
	if h := p.head(e.trigger); h >= 0 && p.is(e.trigger, language.Conj) && h < e.trigger && p.ownSubject(e.trigger) < 0 {
		if by := p.fired[h]; by != nil && by.result() && e.result() && (harms(by) && harms(e) || p.tag(e.trigger) == "VBG") { // "killed nine and wounded 30"
			return by
		} else if by != nil && by.typ == graph.Assault && harms(e) && !by.frame.noun && e.trigger-h == 2 { // "shot and killed"
			return by
		}
	}
	if !e.result() || p.tag(e.trigger) != "VBG" || !p.is(e.trigger, language.AdvCl) || p.preposition(e.trigger) != "" {
		return nil
	}
	h := p.head(e.trigger)
	if h < 0 || h > e.trigger {
		return nil
	}
	if by := p.fired[h]; by != nil {
		return by
	}
	for i := range p.toks { // the act noun that the verb carries
		if by := p.fired[i]; by != nil && by.light == h {
			return by
		}
	}
	return nil
}

// harmed adds victims to an act, but for those who did it.
func (e *event) harmed(who []party, others []thing) {
	for _, x := range who {
		if !slices.ContainsFunc(e.sources, func(s party) bool { return s.actor == x.actor }) {
			e.targets = append(e.targets, x)
		}
	}
	e.targets = distinct(e.targets)
	if len(e.targets) == 0 && len(e.touched) == 0 {
		e.touched = slices.Clone(others)
	}
}

// amid are the prepositions by which a verb of harm names the act in which it came.
var amid = []string{"in", "during", "from", "by", "as_a_result_of"}

// actAround is the act of violence in which somebody was harmed: "killed in an attack on a bus",
// "died in the ambush". Nil for none, and for one that a verb of its own carries.
func (p *passage) actAround(v int) *event {
	for _, prep := range amid {
		c := p.oblique(v, prep)
		if c < 0 {
			continue
		}
		if by := p.fired[c]; by != nil && by.frame.noun && by.typ == graph.Assault && (by.light < 0 || by.light == v) {
			return by
		}
	}
	for _, c := range p.kids[v] { // the tree gives it to the last of "killed and wounded in"
		if c > v && p.is(c, language.Conj) && p.fired[c] != nil && harms(p.fired[c]) {
			return p.actAround(c)
		}
	}
	return nil
}

// actWhen is the act in a clause of time right behind a verb of harm that did the harm: "was killed
// when a bomb exploded". It goes by the words, since trees lose such clauses.
func (p *passage) actWhen(v int) *event {
	_, i := p.clauseOfTime(v, "when")
	if i < 0 || p.tag(i) == "VBG" {
		return nil
	}
	if by := p.fired[i]; by != nil && by.typ == graph.Assault && by.harm() == "" && !p.inClass(p.child(i, language.Obj), "blast") { // a mine that a convoy hit
		return by
	}
	return nil
}

// clauseOfTime is the conjunction of a clause of time right behind a verb and the verb of that
// clause; -1 for none.
func (p *passage) clauseOfTime(v int, openers ...string) (opener, verb int) {
	opener = -1
	for i := v + 1; i < len(p.toks) && i <= v+maxDepth; i++ {
		switch {
		case opener < 0 && slices.Contains(openers, p.text(i)):
			opener = i
		case p.word(i) == "," || opener < 0 && p.verb(i):
			return -1, -1
		case opener >= 0 && p.toks[i].POS == language.VERB:
			return opener, i
		}
	}
	return -1, -1
}

// deaths gives acts those who died in them: "three soldiers died in the ambush", "the blast left
// four dead". To die is no event of its own.
func (p *passage) deaths() {
	for v := range p.toks {
		if !p.verb(v) || p.fired[v] != nil || p.negation(v) >= 0 {
			continue
		}
		var by *event
		who, of := -1, graph.Dead
		switch p.lem[v] {
		case "die", "perish":
			by, who = p.actAround(v), p.subject(v)
		case "leave":
			if a := p.agent(v); a >= 0 {
				by = p.fired[a]
			}
			who, of = p.left(v)
		}
		if by == nil || !by.frame.noun || by.typ != graph.Assault || who < 0 {
			continue
		}
		by.harmed(p.parties(who), p.things(who))
		by.count(of, who)
		by.steps = append(by.steps, p.step("victims", "the verb names whom the act harmed", v))
	}
}

// left reads "left four dead" and "left four people wounded": who, and what became of them.
func (p *passage) left(v int) (who int, of graph.CountOf) {
	for i := v + 1; i < len(p.toks) && i <= v+8; i++ {
		switch p.text(i) {
		case "dead":
			of = graph.Dead
		case "wounded", "injured", "hurt":
			of = graph.Injured
		default:
			continue
		}
		if who = p.slotOf(v, "obj"); who < 0 || who > i || p.head(i) != v && p.head(i) != who && p.head(who) != i {
			if who = i - 1; p.toks[who].POS != language.NUM && !p.noun(who) {
				return -1, of
			}
		}
		return who, of
	}
	return -1, of
}
