package coding

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/place"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Which of the places that a sentence names are those of an act: the rules propose, a learned
// scorer decides.

// proposal is a place that a rule takes for that of an act.
type proposal struct {
	token int
	rule  string
}

// proposedBy is the rule that takes a place for that of the act, "" for none.
func (e *event) proposedBy(s *site) string {
	for _, x := range e.proposed {
		if x.token == s.token {
			return x.rule
		}
	}
	if slices.ContainsFunc(e.places, func(w graph.Wording) bool { return w.Span == s.wording.Span }) {
		return "shared"
	}
	return ""
}

// doubt is the score, to either side, within which the rules decide: one unit of the logarithm
// of a chance, so that the scorer overrules them from about three in four.
const doubt = place.Scale

// TakesPlace reports whether a place is taken for that of an act, by its score and by whether a
// rule proposes it.
func TakesPlace(score int, proposed bool) bool {
	return score >= doubt || proposed && score > -doubt
}

// maxJudged is how many places a sentence may name for the scorer to be asked: more are a list,
// which is left to the rules.
const maxJudged = 16

// judged is a place of the sentence with what rules and scorer say of it.
type judged struct {
	site *site
	rule string // "" where no rule proposes it
	take bool
}

// judgePlaces lets the scorer decide which places of the sentence are those of the act, the
// finest first, and leaves it to the rules where it is in doubt. What contains a place that is
// taken stays with it.
func (e *event) judgePlaces() {
	p := e.p
	if len(p.sites) == 0 || len(p.sites) > maxJudged {
		return
	}
	model := p.r.ctx.Places
	if model == nil {
		model = place.Shipped()
	}
	all := make([]judged, len(p.sites))
	for i := range p.sites {
		s := &p.sites[i]
		rule := e.proposedBy(s)
		if rule == "" && (e.isParty(s) || e.elsewhere(s.phrase)) {
			all[i] = judged{site: s}
			continue
		}
		all[i] = judged{s, rule, TakesPlace(model.Score(e.placeFeatures(s)), rule != "")}
	}
	for i, x := range all {
		if x.take && p.measuredFrom(x.site) { // "in Djibo, 45 kilometres south of Markoye"
			all[i].take = i == 0 || !all[i-1].take
		}
	}
	for i, x := range all {
		if x.rule != "" && !x.take {
			all[i].take = slices.ContainsFunc(all, func(k judged) bool { return k.take && p.encloses(x.site, k.site) })
		}
	}
	e.enterPlaces(all)
}

// measuredFrom reports whether a distance is measured from a place: "45 kilometres south of".
func (p *passage) measuredFrom(s *site) bool {
	side := p.caseOf(s.token) - 1
	return p.beyond(s) && p.preposition(s.token) == "of" && side > 1 && (p.toks[side-2].POS == language.NUM || p.toks[side-1].Text == ")")
}

// isParty reports whether a place is who takes part: "sent tanks to Ukraine".
func (e *event) isParty(s *site) bool { return strings.HasPrefix(e.roleOf(s), "is ") }

// enterPlaces makes those that are taken the places of the act. "There", which stands for a place
// of another sentence, stays.
func (e *event) enterPlaces(all []judged) {
	of := func(at graph.Span) *judged {
		for i := range all {
			if all[i].site.wording.Span == at {
				return &all[i]
			}
		}
		return nil
	}
	e.places = slices.DeleteFunc(slices.Clone(e.places), func(w graph.Wording) bool { x := of(w.Span); return x != nil && !x.take })
	e.steps = slices.DeleteFunc(e.steps, func(s graph.Step) bool {
		x := of(s.Span)
		return x != nil && !x.take && strings.HasPrefix(s.Rule, "place")
	})
	for _, x := range all {
		if x.take && x.rule == "" {
			w := x.site.wording
			w.Inferred = true
			e.places = append(e.places, w)
			e.steps = append(e.steps, graph.Step{Rule: "place/learned", Says: "the scorer takes it for the place of the act", Text: w.Text, Span: w.Span})
		}
	}
	coarse := func(w graph.Wording) int {
		if x := of(w.Span); x != nil {
			return x.site.coarse
		}
		return 0
	}
	slices.SortStableFunc(e.places, func(a, b graph.Wording) int { return coarse(a) - coarse(b) })
}

// encloses reports whether a place stands in the phrase of a finer one, or the finer one in
// its own: "in Kano, Nigeria", "in Lahore's old city". What it only lies beside does not enclose
// it: "a town south of Baghdad".
func (p *passage) encloses(outer, inner *site) bool {
	return outer != inner && !p.beyond(outer) && outer.coarse >= inner.coarse && (p.s.Dominates(inner.phrase, outer.token) || p.s.Dominates(outer.phrase, inner.token))
}

// Placing is an act and a place of its sentence: what the scorer of places learns from.
type Placing struct {
	Act      int        // equal for the places of one act
	Trigger  graph.Span // of the word that tells the act
	Place    graph.Span
	Features []uint32
	Proposed bool  // by the rules
	Hit      bool  // the act is done to the place itself
	Encloses []int // those of the list, beside the same act, that the place encloses
}

// Placings are the acts of a text with each place that their sentences name, in the order of the
// text.
func Placings(doc *language.Document, cast *identity.Cast, c Context) []Placing {
	r := newReader(doc, cast, c)
	r.withoutScorer = true
	for _, p := range r.passages {
		r.readEvents(p)
	}
	r.linkActs()
	var out []Placing
	for n, e := range r.events {
		p, first := e.p, len(out)
		for i := range p.sites {
			s := &p.sites[i]
			x := Placing{
				Act: n, Trigger: p.span(e.trigger, e.trigger), Place: s.wording.Span,
				Features: e.placeFeatures(s), Proposed: e.proposedBy(s) != "", Hit: e.hits(s.phrase),
			}
			for j := range p.sites {
				if p.encloses(s, &p.sites[j]) {
					x.Encloses = append(x.Encloses, first+j)
				}
			}
			out = append(out, x)
		}
	}
	return out
}
