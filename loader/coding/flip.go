package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// flip changes the type where the object or the means decides, not the verb: what is done
// with or to computers is COERCE, mode CYBER, whatever the metaphor.
func (e *event) flip() {
	if e.frame.campaign {
		e.nameCampaign()
	}
	if e.typ == graph.Assault || e.typ == graph.Coerce || e.typ == graph.Aid {
		if tok := e.cyberWord(); tok >= 0 {
			if e.typ != graph.Coerce || !slices.Contains(e.modes, "CYBER") {
				e.steps = append(e.steps, e.p.step("flip/cyber", "the means or the object is digital, so the act is COERCE.CYBER", tok))
			}
			e.typ, e.modes = graph.Coerce, []graph.Mode{"CYBER"}
		}
	}
	if slices.Contains(e.modes, "CYBER") {
		e.contexts = []graph.Context{"CYBER"}
	}
}

// cyberWord is the word that makes the act digital, -1 for none.
func (e *event) cyberWord() int {
	p, t := e.p, e.trigger
	lex := p.r.lex
	digital := func(tok int) bool {
		return tok >= 0 && (lex.is(p.lem[tok], "cyber") || p.lem[tok] == "computer" || p.lem[tok] == "digital")
	}
	if lex.is(p.lem[t], "cyber") {
		return t
	}
	near := append([]int{}, p.modifiers(t)...)
	if !e.frame.noun {
		if o := p.slotOf(t, "obj"); o >= 0 {
			if digital(o) || lex.is(p.lem[o], "computers") {
				return o
			}
			near = append(near, p.modifiers(o)...)
		}
	}
	for _, prep := range []string{"with", "by", "through", "via", "using"} {
		if c := p.oblique(t, prep); c >= 0 {
			near = append(near, c)
			near = append(near, p.modifiers(c)...)
		}
	}
	for _, c := range p.kids[t] {
		if p.is(c, language.AdvCl) && p.lem[c] == "use" {
			near = append(near, p.patient(c))
		}
	}
	if i := slices.IndexFunc(near, digital); i >= 0 {
		return near[i]
	}
	return -1
}

// nameCampaign gives a campaign the act that its modifiers name; without one the type stays
// open until an earlier act shows it.
func (e *event) nameCampaign() {
	for _, m := range e.p.modifiers(e.trigger) {
		lex := e.p.r.lex
		switch w := e.p.lem[m]; {
		case lex.is(w, "cyber"), w == "hacking", w == "computer":
			e.typ, e.modes = graph.Coerce, []graph.Mode{"CYBER"}
		case w == "air" || w == "aerial":
			e.typ, e.modes = graph.Assault, []graph.Mode{"AERIAL"}
		case w == "bombing" || w == "military" || w == "terror":
			e.typ, e.modes = graph.Assault, nil
		case w == "protest":
			e.typ, e.modes = graph.Protest, []graph.Mode{"DEMO"}
		case w == "arrest" || w == "detention":
			e.typ, e.modes = graph.Coerce, []graph.Mode{"ARREST"}
		default:
			continue
		}
		e.steps = append(e.steps, e.p.step("campaign/kind", "the word before it names the act", m))
		return
	}
}
