package coding

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// counted says which number the object of a verb gives.
var counted = map[string]graph.CountOf{
	"kill": graph.Dead, "murder": graph.Dead, "slay": graph.Dead, "massacre": graph.Dead, "execute": graph.Dead, "behead": graph.Dead,
	"shoot_dead": graph.Dead, "assassinate": graph.Dead, "lynch": graph.Dead, "hang": graph.Dead, "stab_to_death": graph.Dead, "gun_down": graph.Dead, "slaughter": graph.Dead,
	"wound": graph.Injured, "injure": graph.Injured,
	"arrest": graph.Arrested, "detain": graph.Arrested, "round_up": graph.Arrested, "jail": graph.Arrested, "imprison": graph.Arrested,
	"expel":    graph.Displaced,
	"displace": graph.Displaced, "uproot": graph.Displaced, "evacuate": graph.Displaced, "evict": graph.Displaced, "deport": graph.Displaced,
	"kidnap": graph.Missing, "abduct": graph.Missing,
}

// countNouns are act nouns whose "of" phrase is counted.
var countNouns = map[string]graph.CountOf{
	"killing": graph.Dead, "murder": graph.Dead, "execution": graph.Dead, "massacre": graph.Dead, "beheading": graph.Dead,
	"arrest": graph.Arrested, "detention": graph.Arrested, "kidnapping": graph.Missing, "abduction": graph.Missing, "deportation": graph.Displaced,
}

// findNumbers reads how many were killed, hurt or arrested, how many came, and how much was paid.
func (e *event) findNumbers() {
	p := e.p
	if e.frame.noun {
		if of, ok := countNouns[e.frame.lemma]; ok {
			for _, tok := range e.slot("of") {
				e.count(of, tok)
			}
		}
		e.deaths()
	} else if of, ok := counted[e.frame.lemma]; ok {
		e.count(of, p.slotOf(e.trigger, "obj"))
	}
	if e.typ == graph.Protest && !e.frame.noun {
		e.count(graph.Present, p.agent(e.trigger))
	}
	e.money()
	e.results()
}

// deaths reads "17 people died in the raid" and "the death toll of the raid rose to 34".
func (e *event) deaths() {
	p := e.p
	at := p.firstConjunct(e.trigger)
	h := p.head(at)
	if h < 0 || e.typ.Quad() != graph.MaterialConflict {
		return
	}
	if p.lem[h] == "die" || p.lem[h] == "perish" {
		if prep := p.preposition(at); prep == "in" || prep == "during" || prep == "from" || prep == "after" || prep == "of" {
			e.count(graph.Dead, p.agent(h))
		}
		return
	}
	if p.lem[h] != "toll" {
		return
	}
	for _, a := range p.amounts {
		if a.first > h && a.unit == "" && a.first > e.trigger && !slices.ContainsFunc(p.times, func(t timex) bool { return t.first <= a.last && a.first <= t.last }) {
			e.number(a, graph.Dead)
			return
		}
	}
}

// money reads the sums that hang on an act: "gave them $400 million".
func (e *event) money() {
	p := e.p
	switch e.typ {
	case graph.Aid, graph.Agree, graph.Sanction, graph.Cooperate, graph.Request, graph.Coerce:
	default:
		return
	}
	for _, a := range p.amounts {
		if a.unit == "" {
			continue
		}
		at := a.last
		for steps := 0; steps < maxDepth && at >= 0 && at != e.trigger && at != e.light; steps++ {
			at = p.head(at)
			if at >= 0 && at != e.trigger && at != e.light && (p.fired[at] != nil || p.verb(at)) {
				at = -1
			}
		}
		if at >= 0 && (at == e.trigger || at == e.light) {
			e.number(a, graph.Money)
		}
	}
}

// states are the words that say what became of those who are counted.
var states = map[string]graph.CountOf{
	"dead": graph.Dead, "injured": graph.Injured, "wounded": graph.Injured, "hurt": graph.Injured,
	"missing": graph.Missing, "homeless": graph.Displaced, "displaced": graph.Displaced,
}

// results reads what a clause beside the act says it brought about: ", killing nine",
// "leaving 14 dead and two missing", "the raid left nine dead".
func (e *event) results() {
	p := e.p
	carriers := []int{e.trigger}
	if e.light >= 0 {
		carriers = append(carriers, e.light)
	}
	for _, v := range carriers {
		for _, c := range p.kids[v] {
			if !p.is(c, language.AdvCl) || p.tag(c) != "VBG" || c < v || p.fired[c] != nil {
				continue
			}
			if of, ok := counted[p.phrase(c)]; ok {
				e.count(of, p.patient(c))
			} else if p.lem[c] == "leave" {
				e.left(c)
			}
		}
	}
	if h := p.head(e.trigger); h >= 0 && e.frame.noun && p.lem[h] == "leave" && p.is(e.trigger, language.NSubj) && !p.passive(h) {
		e.left(h)
	}
}

// left enters the numbers behind "left": "12 people dead and more than 30 injured".
func (e *event) left(v int) {
	p := e.p
	for _, a := range p.amounts {
		if a.first <= v {
			continue
		}
		for k := a.last + 1; k <= a.last+4 && k < len(p.toks); k++ {
			if of, ok := states[p.text(k)]; ok {
				e.number(a, of)
				break
			}
			if !p.noun(k) && p.toks[k].POS != language.ADJ && p.text(k) != "others" && p.text(k) != "more" {
				break
			}
		}
	}
}

// number enters an amount.
func (e *event) number(a amount, of graph.CountOf) {
	q := e.p.amountQuantity(a, of)
	if slices.ContainsFunc(e.numbers, func(o graph.Quantity) bool { return o.Span == q.Span }) {
		return
	}
	e.numbers = append(e.numbers, q)
	e.steps = append(e.steps, graph.Step{Rule: "number", Says: "how many: " + strings.ToLower(string(of)), Text: q.Text, Span: q.Span})
}

// count enters the number of a nominal, each coordinated one with its own.
func (e *event) count(of graph.CountOf, tok int) {
	if tok < 0 {
		return
	}
	p := e.p
	if a, ok := p.amountOf(tok); ok && a.unit == "" {
		e.number(a, of)
	}
	for _, c := range p.kids[tok] {
		if p.is(c, language.Conj) && !p.verb(c) {
			e.count(of, c)
		}
	}
}

// quantity reads the number of a nominal: "12 people", "at least nine soldiers", "dozens of
// civilians", "nine".
func (p *passage) quantity(tok int) (graph.Quantity, bool) {
	a, ok := p.amountOf(tok)
	if !ok || a.unit != "" {
		return graph.Quantity{}, false
	}
	return p.amountQuantity(a, ""), true
}

// numeral reads "1,200" and "nine".
func numeral(w string) (int64, bool) {
	if w == "" {
		return 0, false
	}
	n, ok := decimal(w)
	return n / thousandth, ok
}
