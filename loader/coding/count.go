package coding

import (
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// counted says which number the object of a verb gives.
var counted = map[string]graph.CountOf{
	"kill": graph.Dead, "murder": graph.Dead, "slay": graph.Dead, "massacre": graph.Dead, "execute": graph.Dead, "behead": graph.Dead,
	"shoot_dead": graph.Dead, "gun_down": graph.Dead, "slaughter": graph.Dead,
	"wound": graph.Injured, "injure": graph.Injured,
	"arrest": graph.Arrested, "detain": graph.Arrested, "round_up": graph.Arrested, "jail": graph.Arrested, "imprison": graph.Arrested,
	"displace": graph.Displaced, "evict": graph.Displaced, "deport": graph.Displaced,
	"kidnap": graph.Missing, "abduct": graph.Missing,
}

// countNouns are act nouns whose "of" phrase is counted.
var countNouns = map[string]graph.CountOf{
	"killing": graph.Dead, "murder": graph.Dead, "execution": graph.Dead, "massacre": graph.Dead, "beheading": graph.Dead,
	"arrest": graph.Arrested, "detention": graph.Arrested, "kidnapping": graph.Missing, "abduction": graph.Missing, "deportation": graph.Displaced,
}

// findNumbers reads how many were killed, hurt or arrested.
func (e *event) findNumbers() {
	p := e.p
	if e.frame.noun {
		if of, ok := countNouns[e.frame.lemma]; ok {
			for _, tok := range e.slot("of") {
				e.count(of, tok)
			}
		}
	} else if of, ok := counted[e.frame.lemma]; ok {
		e.count(of, p.slotOf(e.trigger, "obj"))
	}
	e.results()
}

// results reads what a clause beside the act says it brought about: ", killing nine",
// "leaving 30 wounded".
func (e *event) results() {
	p := e.p
	carriers := []int{e.trigger}
	if e.light >= 0 {
		carriers = append(carriers, e.light)
	}
	for _, v := range carriers {
		for _, c := range p.kids[v] {
			if of, ok := counted[p.phrase(c)]; ok && p.is(c, language.AdvCl) && p.tag(c) == "VBG" && c > v && p.fired[c] == nil {
				e.count(of, p.patient(c))
			}
		}
	}
}

// count enters the number of a nominal, each coordinated one with its own.
func (e *event) count(of graph.CountOf, tok int) {
	if tok < 0 {
		return
	}
	p := e.p
	if q, ok := p.quantity(tok); ok {
		q.Of = of
		e.numbers = append(e.numbers, q)
		e.steps = append(e.steps, graph.Step{Rule: "number", Says: "how many: " + strings.ToLower(string(of)), Text: q.Text, Span: q.Span})
	}
	for _, c := range p.kids[tok] {
		if p.is(c, language.Conj) && !p.verb(c) {
			e.count(of, c)
		}
	}
}

var bounds = map[string]string{"at_least": "low", "more_than": "low", "over": "low", "up_to": "high", "fewer_than": "high", "less_than": "high", "nearly": "high", "almost": "high"}

var vague = map[string][2]int64{"dozen": {24, 0}, "hundred": {200, 0}, "thousand": {2000, 0}, "score": {40, 0}, "million": {2000000, 0}}

// quantity reads the number of a nominal: "12 people", "at least nine soldiers", "dozens of
// civilians", "nine".
func (p *passage) quantity(tok int) (graph.Quantity, bool) {
	num := -1
	if p.toks[tok].POS == language.NUM {
		num = tok
	}
	for _, c := range p.kids[tok] {
		if p.is(c, language.NumMod) && c < tok {
			num = c
		}
	}
	if num < 0 {
		if b, ok := vague[p.lem[tok]]; ok && p.tag(tok) == "NNS" { // "dozens of"
			s := p.span(tok, tok)
			low := b[0]
			return graph.Quantity{Low: &low, Text: p.slice(s), Span: s}, true
		}
		return graph.Quantity{}, false
	}
	first, last := num, num
	value, ok := numeral(p.text(num))
	for first > 0 && p.toks[first-1].POS == language.NUM && p.head(first-1) == num { // "2 million"
		first--
		if v, fine := numeral(p.text(first)); fine && ok && v < 1_000_000 {
			value *= v
		} else {
			ok = false
		}
	}
	if !ok {
		return graph.Quantity{}, false
	}
	low, high := &value, &value
	for _, n := range []int{2, 1} {
		if first-n < 0 {
			continue
		}
		words := p.text(first - n)
		if n == 2 {
			words += "_" + p.text(first-1)
		}
		if b := bounds[words]; b != "" {
			first -= n
			if b == "low" {
				high = nil
			} else {
				low = nil
			}
			break
		}
	}
	s := p.span(first, last)
	return graph.Quantity{Low: low, High: high, Text: p.slice(s), Span: s}, true
}

// numeral reads "1,200" and "nine".
func numeral(w string) (int64, bool) {
	if n := counts[w]; n > 0 && w != "a" && w != "an" {
		return int64(n), true
	}
	switch w {
	case "hundred":
		return 100, true
	case "thousand":
		return 1000, true
	case "million":
		return 1_000_000, true
	case "dozen":
		return 12, true
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(w, ",", ""), 10, 64)
	return n, err == nil && n >= 0 && n < 1<<40
}
