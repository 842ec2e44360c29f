package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// placing are the prepositions that say where an act is done.
var placing = []string{"in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "along", "over", "off", "within", "outside_of", "next_to", "south_of", "north_of", "east_of", "west_of"}

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
// and a place that it hits.
func (e *event) findPlaces() {
	p := e.p
	own := e.carriers()
	for tok := range p.toks {
		w, ok := p.placeAt(tok)
		if !ok {
			continue
		}
		phrase := p.phraseOf(tok)
		prep := p.preposition(phrase)
		land := p.stateOfLand(tok)
		if land != nil && (prep == "on" || prep == "over") || land != nil && e.hits(phrase) && !slices.Contains(e.modes, "VISIT") {
			continue // the state takes part, its land is no place of the act
		}
		if slices.Contains(placing, prep) && slices.Contains(own, p.anchor(phrase)) && !e.elsewhere(phrase) || e.hits(phrase) {
			e.places = append(e.places, w)
			e.steps = append(e.steps, graph.Step{Rule: "place", Says: "the place of the act", Text: w.Text, Span: w.Span})
		}
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

// there gives an act with "there" the last place that the sentence has named before it.
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
		}
	}
}

// phraseOf climbs from a name to the phrase that it ends: "in the northern city of Mosul".
func (p *passage) phraseOf(tok int) int {
	for steps := 0; steps < maxDepth; steps++ {
		h := p.head(tok)
		if h < 0 || !p.noun(h) || p.fired[h] != nil {
			break
		}
		switch prep := p.preposition(tok); {
		case p.is(tok, language.Flat), p.is(tok, language.Compound), p.is(tok, language.Appos), p.is(tok, language.Conj):
		case p.is(tok, language.NMod) && prep == "of":
		default:
			return tok
		}
		tok = h
	}
	return tok
}

// hits reports whether the act is done to the place itself: "bombed Aleppo".
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
