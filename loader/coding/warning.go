package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// warned is the frame of a threat that lies in what somebody warns of.
var warned = &frame{lemma: "warn", typ: graph.Threaten}

// warnings adds the threat of those who warn of what they may do themselves: "warned that it would
// cut off the gas". To warn of what others do threatens nobody.
func (r *reader) warnings() {
	var all []*event
	for _, e := range r.events {
		if o := e.warning(); o != nil {
			all = append(all, o)
		}
		all = append(all, e)
	}
	r.events = all
}

func (e *event) warning() *event {
	p := e.p
	top := p.firstConjunct(e.trigger)
	h := p.head(top)
	if e.real.status != graph.Threatened || e.real.negated || h < 0 || !p.verb(h) || p.fired[h] != nil || !p.is(top, language.CComp) || p.operatorOf(h, "").effect != "threat" {
		return nil
	}
	who := p.parties(p.agent(h))
	if len(who) == 0 || len(e.sources) == 0 || !slices.ContainsFunc(e.sources, func(x party) bool { return x.actor == who[0].actor }) {
		return nil
	}
	o := &event{
		p: p, trigger: h, frame: warned, typ: graph.Threaten, light: -1, missed: -1, confidence: e.confidence,
		sources: who, targets: slices.Clone(e.targets), real: p.realityOf(h),
	}
	o.steps = []graph.Step{p.step("warning", "who warns of what he may do himself threatens with it", h)}
	o.chain = p.links(h)
	o.findWhen()
	p.fired[h] = o
	return o
}
