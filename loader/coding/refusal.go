package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// willNot is the frame of a refusal that no verb of its own tells.
var willNot = &frame{lemma: "will not", typ: graph.Reject}

// refusals adds what "will not" says of a cooperative act: who will not lift an embargo or meet
// a delegation rejects that, and the act itself is planned no more. The future auxiliary is the
// trigger. To say that one will not attack rejects nothing.
func (r *reader) refusals() {
	var all []*event
	for _, e := range r.events {
		if o := e.refusal(); o != nil {
			all = append(all, o)
		}
		all = append(all, e)
	}
	r.events = all
}

func (e *event) refusal() *event {
	p := e.p
	if e.frame.noun || e.real.status != graph.Planned || !e.real.negated || len(e.sources) == 0 {
		return nil
	}
	if quad := e.typ.Quad(); quad != graph.VerbalCooperation && quad != graph.MaterialCooperation {
		return nil
	}
	will := -1
	for _, a := range p.auxiliaries(e.trigger) {
		switch p.text(a) {
		case "will", "wo", "'ll", "’ll", "shall":
			will = a
		}
	}
	if will < 0 || p.negation(e.trigger) < 0 || p.passive(e.trigger) || p.fired[will] != nil || e.spokenOfBy() != nil {
		return nil
	}
	o := &event{
		p: p, trigger: will, frame: willNot, typ: graph.Reject, light: -1, missed: -1, confidence: e.confidence,
		sources: slices.Clone(e.sources), targets: slices.Clone(e.targets), about: []*event{e}, chain: e.chain,
		real: reality{status: graph.Happened},
	}
	if e.frame.sources.all { // equals: who is asked is the other one
		o.sources = p.parties(p.agent(e.trigger))
		o.targets = slices.DeleteFunc(slices.Clone(e.sources), func(x party) bool {
			return slices.ContainsFunc(o.sources, func(s party) bool { return s.actor == x.actor })
		})
	}
	if len(o.sources) == 0 {
		return nil
	}
	switch e.typ {
	case graph.Consult:
		o.modes = []graph.Mode{"MEET"}
	case graph.Aid:
		o.modes = []graph.Mode{"ASSIST"}
	case graph.Retreat, graph.Concede:
		o.modes = []graph.Mode{"YIELD"}
	}
	o.steps = []graph.Step{p.step("refusal", "who says that it will not be done rejects it", will)}
	p.fired[will] = o
	return o
}
