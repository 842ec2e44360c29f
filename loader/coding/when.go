package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// carriers are the words whose time and place are the act's own: the trigger, the verb that
// carries an act noun, and verbs above that only say how the act goes on or that it is planned
// ("is due to meet on Monday").
func (e *event) carriers() []int {
	p := e.p
	out := []int{e.trigger}
	at := e.trigger
	if e.light >= 0 {
		out = append(out, e.light)
		at = e.light
	}
	for steps := 0; steps < maxDepth; steps++ {
		top := p.firstConjunct(at)
		h := p.head(top)
		if h < 0 || !(p.is(top, language.XComp) || p.is(top, language.Obj) || p.is(top, language.NSubj)) {
			break
		}
		switch p.operatorOf(h, "").effect {
		case "light", "begin", "continue", "stop", "pass", "plan", "cancel":
		default:
			if h != p.head(e.trigger) || !e.frame.noun || !(p.phrase(h) == "take_place" || p.lem[h] == "occur" || p.lem[h] == "happen" || p.lem[h] == "take") {
				return out
			}
		}
		out = append(out, h)
		at = h
	}
	return out
}

// anchor climbs from a phrase through the nominals around it to the word that it dates or
// places: a verb, or a noun that makes an event. -1 where it reaches neither. Subjects of
// active verbs keep their phrases to themselves.
func (p *passage) anchor(top int) int {
	at := top
	for steps := 0; steps < maxDepth; steps++ {
		h := p.head(at)
		if h < 0 {
			return -1
		}
		rel := p.rel(at)
		if p.verb(h) || p.fired[h] != nil || p.toks[h].POS == language.ADJ {
			if rel.Is(language.NSubj) && rel != language.NSubjPass && p.fired[h] == nil && !p.before(top, h) {
				return -1
			}
			if rel.Is(language.NSubj) && rel != language.NSubjPass && at != top && !p.before(top, h) {
				return -1
			}
			return h
		}
		if rel.Is(language.Acl) || rel.Is(language.AdvCl) || rel.Is(language.CComp) {
			return -1
		}
		at = h
	}
	return -1
}

// before reports whether a phrase ends right before a verb or its auxiliary: "the bank on
// Friday raised", where it may hang on the subject but speaks of the verb.
func (p *passage) before(phrase, verb int) bool {
	_, last := p.s.Subtree(phrase)
	for i := last + 1; i <= verb && i < len(p.toks); i++ {
		if i == verb {
			return true
		}
		if p.toks[i].POS != language.AUX && p.toks[i].POS != language.ADV {
			return false
		}
	}
	return false
}

// findWhen gives the act its time, of several the one nearest to its trigger, and reports
// whether there is one.
func (e *event) findWhen() bool {
	p := e.p
	own := e.carriers()
	best := -1
	for i, t := range p.times {
		if !e.dates(t, own) {
			continue
		}
		if best < 0 || distance(t.first, e.trigger) < distance(p.times[best].first, e.trigger) {
			best = i
		}
	}
	if best < 0 {
		return false
	}
	e.setWhen(p.times[best])
	return e.when != nil
}

func (e *event) dates(t timex, carriers []int) bool {
	p := e.p
	at := p.anchor(t.top)
	if root := p.s.Root(); t.first <= 1 && root >= 0 && p.verb(root) && !p.says(root) {
		at = root // "On Monday rebels attacked" dates the whole sentence
	}
	if at < 0 {
		return false
	}
	switch p.preposition(t.top) {
	case "than", "about", "per", "like":
		return false
	}
	for i, c := range carriers {
		if at != c {
			continue
		}
		// what a plan or a promise was made on is not what it is for, unless it stands behind it
		return i == 0 || c == e.light || p.fired[c] == nil && p.operatorOf(c, "").effect != "plan" || t.first > e.trigger || p.passive(c)
	}
	if h := p.head(at); h == e.trigger && p.is(at, language.Conj) && p.elliptic(at) { // "were killed and two wounded on Friday"
		return true
	}
	// "On Monday rebels took the base and killed its commander"
	if h := p.head(e.trigger); p.is(e.trigger, language.Conj) && h == at && p.verb(h) && t.last < h {
		return true
	}
	return false
}

func (e *event) setWhen(t timex) {
	p := e.p
	s := p.span(t.first, t.last)
	ahead := !e.real.real() && (e.real.status == graph.Planned || e.real.status == graph.Threatened || e.real.status == graph.Hypothetical && !e.attempted())
	when := t.mean(p.r.ctx.Published, ahead, p.slice(s))
	if t.from != nil {
		when = e.dayBeside(t.from, p.slice(s))
	}
	if when == nil {
		return
	}
	switch p.preposition(t.top) {
	case "since":
		when = &graph.Period{Start: when.Start, Precision: when.Precision, Text: when.Text}
	case "until", "till", "by":
		when = &graph.Period{End: when.End, Precision: when.Precision, Text: when.Text}
	}
	e.when = when
	e.steps = append(e.steps, graph.Step{Rule: "time", Says: "the time of the act", Text: p.slice(s), Span: s})
}

// attempts are verbs of which the act is no further away than the trying.
var attempts = map[string]bool{"try": true, "attempt": true, "seek": true, "struggle": true, "strive": true, "endeavour": true, "endeavor": true}

// attempted reports whether somebody has tried to do it, so that its day lies behind.
func (e *event) attempted() bool {
	h := e.p.head(e.trigger)
	if h < 0 || !e.p.is(e.trigger, language.XComp) || !attempts[e.p.lem[h]] {
		return false
	}
	r := e.p.realityWithin(h, maxDepth)
	return r.real() && !r.present
}

// announces reports whether a present tense with a day that lies ahead is a plan:
// "they are meeting tomorrow".
func (e *event) announces() bool {
	p := e.p
	if p.r.ctx.Published == 0 || e.frame.noun || e.real.negated {
		return false
	}
	if r, ok := p.finite(e.trigger); !ok || !r.present || r.status == graph.Planned {
		return false
	}
	own := e.carriers()
	for _, t := range p.times {
		if !e.dates(t, own) {
			continue
		}
		w := t.mean(p.r.ctx.Published, true, "")
		if p.text(t.first) == "next" || p.text(t.first) == "tomorrow" || p.text(t.first) == "this" && slices.Contains(e.modes, "VISIT") || e.real.status == graph.Ongoing && w != nil && w.Precision == graph.Day && w.Start > p.r.ctx.Published {
			return true
		}
	}
	return false
}

// fromHost gives an act of a clause with "where" or "when" the time and the place of what that
// clause describes: "on Monday in Hanover, where he will meet them".
func (e *event) fromHost() {
	p := e.p
	v := e.trigger
	if e.light >= 0 {
		v = e.light
	}
	if !p.is(v, language.Acl) && !p.is(v, language.AdvCl) && !p.is(v, language.Parataxis) && !p.is(v, language.Conj) {
		return
	}
	where := -1
	for _, c := range p.kids[v] {
		if w := p.text(c); w == "where" || w == "when" {
			where = c
		}
	}
	host := p.head(v)
	if where < 0 || host < 0 {
		return
	}
	clause := host
	if !p.verb(host) && p.toks[host].POS != language.ADJ {
		clause = p.anchor(host)
	}
	if len(e.places) == 0 {
		for at := range p.toks {
			if at < where && distance(at, where) <= 4 {
				if w, ok := p.placeAt(at); ok {
					e.places = []graph.Wording{w}
				}
			}
		}
	}
	if e.when != nil || clause < 0 {
		return
	}
	for _, t := range p.times {
		at := p.anchor(t.top)
		if at < 0 || t.last > v || !(t.top == host || p.s.Dominates(clause, at)) {
			continue
		}
		if host := p.realityOf(at); host.real() == e.real.real() {
			e.setWhen(t)
		}
	}
}
