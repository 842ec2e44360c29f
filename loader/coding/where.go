package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// placeAt is the place that a word names.
func (p *passage) placeAt(tok int) (graph.Wording, bool) {
	m := p.at[tok]
	if m < 0 {
		return graph.Wording{}, false
	}
	x := &p.r.cast.Mentions[m]
	if x.Place < 0 {
		return graph.Wording{}, false
	}
	s := p.span(x.First, x.Last)
	return graph.Wording{Part: graph.PartPlace, Party: p.r.cast.Places[x.Place].ID, Inferred: x.Inferred, Text: p.slice(s), Span: s}, true
}

// findPlaces gives the act its places: those that stand with it after a preposition of place,
// and a place that it hits, the finest first.
func (e *event) findPlaces() {
	p := e.p
	own := e.carriers()
	var found []site
	for _, s := range p.sites {
		land := p.stateOfLand(s.token)
		if land != nil && (s.prep == "on" || s.prep == "over") || land != nil && e.hits(s.phrase) && !s.placed && !slices.Contains(e.modes, "VISIT") {
			continue // the state takes part, its land is no place of the act
		}
		if s.placed && !s.aside && slices.Contains(own, s.host) && !e.elsewhere(s.phrase) || e.hits(s.phrase) ||
			s.prep == "from" && e.typ == graph.Retreat && slices.Contains(own, s.host) {
			found = append(found, s)
		}
	}
	e.takePlaces(found, "place", "the place of the act", false)
}

// takePlaces enters places, the finest first: who looks for one place wants the town, not the
// state around it.
func (e *event) takePlaces(found []site, rule, says string, inferred bool) {
	slices.SortStableFunc(found, func(a, b site) int { return a.coarse - b.coarse })
	for _, s := range found {
		w := s.wording
		w.Inferred = w.Inferred || inferred
		e.places = append(e.places, w)
		e.proposed = append(e.proposed, proposal{s.token, rule})
		e.steps = append(e.steps, graph.Step{Rule: rule, Says: says, Text: w.Text, Span: w.Span})
	}
}

// then gives an act that is told to have been "there" the time of the act before it, which was
// there: "visited Kyiv in March and met the president there".
func (e *event) then() {
	p := e.p
	h := p.head(e.trigger)
	if e.when != nil || h < 0 || !p.is(e.trigger, language.Conj) || p.realityOf(h).real() != e.real.real() {
		return
	}
	for _, t := range p.times {
		if t.first > h && t.last < e.trigger && p.anchor(t.top) == h {
			e.setWhen(t)
			return
		}
	}
}

// elsewhere reports whether a phrase places something else in the sentence: what the act came
// after ("a day after the vote in Chad") or what it speaks of ("condemned the war in Mali").
func (e *event) elsewhere(phrase int) bool {
	p := e.p
	for at, steps := p.head(phrase), 0; at >= 0 && at != e.trigger && steps < maxDepth; at, steps = p.head(at), steps+1 {
		if p.verb(at) {
			return false
		}
		switch p.preposition(at) {
		case "after", "before", "since", "following", "until", "despite", "because_of", "amid", "about", "ahead_of", "like", "than":
			return true
		}
		if p.is(at, language.Obj) && p.head(at) == e.trigger && !e.frame.noun && !(e.usesObject && (e.typ != graph.Consult || p.r.lex.is(p.lem[at], "talks"))) && !p.meansActor(at) {
			return e.typ.Quad() == graph.VerbalCooperation || e.typ.Quad() == graph.VerbalConflict
		}
	}
	return false
}

// there gives an act with "there" the last place that its sentence, else the one before it, has
// named.
func (e *event) there() {
	p := e.p
	for _, v := range e.carriers() {
		for _, c := range p.kids[v] {
			if !p.is(c, language.AdvMod) || p.text(c) != "there" {
				continue
			}
			for tok := c - 1; tok >= 0; tok-- {
				if w, ok := p.placeAt(tok); ok {
					w.Inferred = true
					e.places = append(e.places, w)
					e.steps = append(e.steps, p.step("place/there", "“there” is "+w.Text, c))
					e.then()
					return
				}
			}
			if w, ok := p.lastPlace(); ok { // its words stand elsewhere: the receipt is "there"
				w.Inferred, w.Text, w.Span = true, p.slice(p.span(c, c)), p.span(c, c)
				e.places = append(e.places, w)
				e.steps = append(e.steps, p.step("place/there", "“there” is the place that the sentence before names last", c))
				return
			}
		}
	}
}

// lastPlace is the last place at which the sentence before this one, in the same paragraph, has
// something done.
func (p *passage) lastPlace() (graph.Wording, bool) {
	if p.order == 0 {
		return graph.Wording{}, false
	}
	o := p.r.passages[p.order-1]
	for i := len(o.sites) - 1; i >= 0; i-- {
		if o.sites[i].placed && o.s.Paragraph == p.s.Paragraph {
			return o.sites[i].wording, true
		}
	}
	return graph.Wording{}, false
}

// hits reports whether the act is done to the place itself: "bombed Aleppo", "patrolled the
// streets of Aleppo".
func (e *event) hits(phrase int) bool {
	switch e.typ.Quad() {
	case graph.MaterialConflict:
	default:
		if !slices.Contains(e.modes, "VISIT") {
			return false
		}
	}
	for _, s := range append([]slot{{name: "obj"}}, e.frame.targets.slots...) {
		if e.frame.noun && s.name == "obj" {
			continue
		}
		if s.name != "poss_obj" && slices.Contains(e.slot(s.name), phrase) {
			return true
		}
	}
	return false
}
