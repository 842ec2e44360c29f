package coding

import (
	"github.com/actorgraph/actorgraph/graph"
)

// tieVerb is a verb that says outright how two are tied: which slots, in the active voice,
// hold the ends. A step ends with it and lasts where it is not punctual.
type tieVerb struct {
	relation graph.Relation
	from, to string // "subj", "obj", or a preposition
	punctual bool   // the verb tells a moment, not a state: "founded", "joined"
}

// tieVerbs by lemma, the senses in order; the first whose ends fit counts.
var tieVerbs = map[string][]tieVerb{
	"lead":        {{graph.Leads, "subj", "obj", false}},
	"head":        {{graph.Leads, "subj", "obj", false}},
	"chair":       {{graph.Leads, "subj", "obj", false}},
	"run":         {{graph.Leads, "subj", "obj", false}},
	"command":     {{graph.Leads, "subj", "obj", false}},
	"govern":      {{graph.Leads, "subj", "obj", false}},
	"found":       {{graph.Founded, "subj", "obj", true}},
	"co-found":    {{graph.Founded, "subj", "obj", true}},
	"cofound":     {{graph.Founded, "subj", "obj", true}},
	"establish":   {{graph.Founded, "subj", "obj", true}},
	"set_up":      {{graph.Founded, "subj", "obj", true}},
	"own":         {{graph.Owns, "subj", "obj", false}},
	"acquire":     {{graph.Owns, "subj", "obj", true}},
	"buy":         {{graph.Owns, "subj", "obj", true}},
	"take_over":   {{graph.Owns, "subj", "obj", true}, {graph.Succeeded, "subj", "from", true}},
	"join":        {{graph.MemberOf, "subj", "obj", true}},
	"belong":      {{graph.MemberOf, "subj", "to", false}},
	"marry":       {{graph.FamilyOf, "subj", "obj", true}, {graph.FamilyOf, "subj", "to", false}, {graph.FamilyOf, "obj", "to", false}},
	"wed":         {{graph.FamilyOf, "subj", "obj", true}},
	"ally":        {{graph.AlliedWith, "subj", "with", false}, {graph.AlliedWith, "subj", "to", false}},
	"succeed":     {{graph.Succeeded, "subj", "obj", true}},
	"replace":     {{graph.Succeeded, "subj", "obj", true}},
	"work":        {{graph.EmployedBy, "subj", "for", false}, {graph.EmployedBy, "subj", "at", false}},
	"employ":      {{graph.EmployedBy, "obj", "subj", false}},
	"hire":        {{graph.EmployedBy, "obj", "subj", true}},
	"live":        {{graph.LocatedIn, "subj", "in", false}},
	"reside":      {{graph.LocatedIn, "subj", "in", false}},
	"appoint":     {{graph.Appointed, "subj", "obj", true}},
	"name":        {{graph.Appointed, "subj", "obj", true}},
	"nominate":    {{graph.Appointed, "subj", "obj", true}},
	"promote":     {{graph.Appointed, "subj", "obj", true}},
	"elect":       {{graph.Appointed, "subj", "obj", true}},
	"merge":       {{graph.PartOf, "subj", "into", true}},
	"report":      {{graph.PartOf, "subj", "to", false}},
	"subordinate": {{graph.PartOf, "obj", "to", false}},
}

// verbTies reads the ties that a verb says outright. Several on one side make one each.
func (p *passage) verbTies(v int) []*tie {
	if !p.verb(v) {
		return nil
	}
	senses := tieVerbs[p.lemma(v)]
	if senses == nil {
		return nil
	}
	r := p.realityOf(v)
	if !r.real() {
		return nil
	}
	for _, s := range senses {
		var out []*tie
		for _, from := range p.parties(p.tieSlot(v, s.from)) {
			for _, t := range p.verbTie(v, s, from) {
				t.negated = r.negated
				t.former = s.punctual || !r.present
				t.trigger, t.confidence = v, confidenceOf("tie/verb", t.relation, false)
				t.steps = []graph.Step{p.step("tie/verb", "the verb says how two are tied", v)}
				p.term(t, v, s.punctual)
				out = append(out, t)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// tieSlot is the word in a slot of a verb as the active voice has it, -1 for none.
func (p *passage) tieSlot(v int, slot string) int {
	switch slot {
	case "subj":
		return p.agent(v)
	case "obj":
		return p.patient(v)
	}
	return p.oblique(v, slot)
}

// verbTie is a sense of a verb with one of those it leads from, and all that it leads to.
func (p *passage) verbTie(v int, s tieVerb, from party) []*tie {
	at := p.tieSlot(v, s.to)
	if at < 0 {
		return nil
	}
	if s.relation == graph.LocatedIn {
		if w, ok := p.placeAt(at); ok && p.kind(from).isPerson() {
			return []*tie{{p: p, relation: s.relation, from: from, place: &w}}
		}
		return nil
	}
	var out []*tie
	for _, to := range p.parties(at) {
		if rel := p.fits(s.relation, from, to); rel != "" && from.actor != to.actor {
			out = append(out, &tie{p: p, relation: rel, from: from, to: to})
		}
	}
	return out
}

type actorKind graph.ActorKind

func (k actorKind) isPerson() bool {
	return k == actorKind(graph.Person) || k == actorKind(graph.Official)
}

func (k actorKind) isBody() bool {
	return k == actorKind(graph.Agency) || k == actorKind(graph.Group) || k == actorKind(graph.Organization)
}

func (p *passage) kind(x party) actorKind { return actorKind(p.r.cast.Profiles[x.actor].Kind) }

// fits is the relation that a verb means between two kinds of ends, "" where they cannot be
// tied so: who heads a ministry holds an office, an airport that is bought is owned.
func (p *passage) fits(rel graph.Relation, from, to party) graph.Relation {
	f, t := p.kind(from), p.kind(to)
	named := p.r.cast.Actors[to.actor].Named
	state := t == actorKind(graph.Country)
	switch rel {
	case graph.Leads:
		switch {
		case !f.isPerson() && (!t.isBody() || !p.r.cast.Actors[from.actor].Named), !named && t != actorKind(graph.Group):
			return ""
		case !f.isPerson(): // a state leads a coalition, a navy a task force
			return rel
		case state || t == actorKind(graph.Agency):
			return graph.HoldsOffice
		case t.isBody():
			return rel
		}
	case graph.Founded:
		if t.isBody() && named && (f.isPerson() || f.isBody()) {
			return rel
		}
	case graph.Owns:
		if (t == actorKind(graph.Organization) || t == actorKind(graph.Group)) && named && f != actorKind(graph.Group) {
			return rel
		}
	case graph.MemberOf, graph.PartOf:
		if !named || !t.isBody() || rel == graph.PartOf && !f.isBody() {
			return ""
		}
		return rel
	case graph.EmployedBy:
		if f.isPerson() && (t.isBody() || t.isPerson()) && named {
			return rel
		}
	case graph.FamilyOf, graph.Succeeded:
		if f.isPerson() && t.isPerson() && p.r.cast.Actors[from.actor].Named {
			return rel
		}
	case graph.Appointed:
		if t.isPerson() && (named || to.number == nil) {
			return rel
		}
	case graph.AlliedWith:
		if !f.isPerson() || t.isPerson() || state {
			return rel
		}
	}
	return ""
}

// ending are verbs after which a day says when a tie ended.
var ending = map[string]bool{"leave": true, "quit": true, "resign": true, "step_down": true, "stand_down": true, "retire": true}

// term sets since and until of a tie from the times of its verb: "since 2015", "from 2001 to
// 2008", and, where the verb tells a moment, the time of that.
func (p *passage) term(t *tie, v int, punctual bool) {
	ahead := p.realityOf(v).status == graph.Planned
	for _, x := range p.times {
		if at := p.anchor(x.top); at != v && p.head(x.top) != v {
			continue
		}
		when := x.mean(p.r.ctx.Published, ahead, p.slice(p.span(x.first, x.last)))
		if when == nil {
			continue
		}
		prep := p.preposition(x.top)
		if prep == "" && x.first > 0 {
			prep = p.text(x.first - 1)
		}
		switch prep {
		case "since", "from":
			t.since = when
		case "until", "till", "to", "through":
			t.until = when
		case "between", "before", "after", "by", "for", "during":
		default:
			switch {
			case ending[p.lemma(v)]:
				t.until = when
			case punctual && t.since == nil:
				t.since = when
			}
		}
	}
}
