package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Offices in which somebody does something, or which he leaves: "as finance minister".

// leaving are the verbs by which an office ends.
var leaving = map[string]bool{"resign": true, "step_down": true, "stand_down": true, "quit": true, "retire": true}

// capacity reads "Ito will resign as leader of the party", "Ito serves as envoy to Chad". Who
// has left held it once; who is to leave holds it still.
func (p *passage) capacity(n int) (office, bool) {
	v := p.head(n)
	if v < 0 || !p.verb(v) || !p.is(n, language.Obl) || p.preposition(n) != "as" {
		return office{}, false
	}
	verb := p.phrase(v)
	if !leaving[verb] && verb != "serve" && verb != "work" {
		return office{}, false
	}
	who := p.parties(p.agent(v))
	r := p.realityOf(v)
	if len(who) != 1 || r.status == graph.Hypothetical || !leaving[verb] && !r.real() {
		return office{}, false
	}
	switch p.r.cast.Profiles[who[0].actor].Kind {
	case graph.Person, graph.Official:
	default:
		return office{}, false
	}
	o, ok := p.office(who[0], n, "tie/capacity", "the verb says in which capacity")
	o.verb = v
	if leaving[verb] && r.real() && !r.negated || !leaving[verb] && !r.present {
		o.former = true
	}
	return o, ok
}
