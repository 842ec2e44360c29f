package coding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// eventEvidence is one event as evidence.
func (r *reader) eventEvidence(e *event) graph.Evidence {
	p := e.p
	a := graph.Assertion{
		EventType: e.typ, Modes: slices.Clone(e.modes), Contexts: slices.Clone(e.contexts),
		Status: e.real.status, Negated: e.real.negated, When: e.when, Numbers: e.numbers,
	}
	if a.Status == graph.Denied {
		a.Negated = false
	}
	for _, x := range e.sources {
		a.Wordings = append(a.Wordings, p.wording(graph.PartSource, x))
	}
	for _, x := range p.withBodies(e.targets) {
		a.Wordings = append(a.Wordings, p.wording(graph.PartTarget, x))
	}
	for _, x := range e.doers {
		a.Wordings = append(a.Wordings, p.thingWording(graph.PartSource, x))
	}
	for _, x := range e.touched {
		a.Wordings = append(a.Wordings, p.thingWording(graph.PartTarget, x))
	}
	for _, x := range e.absent {
		w := p.wording(graph.PartSource, x)
		w.Absent = true
		a.Wordings = append(a.Wordings, w)
	}
	a.Wordings = append(a.Wordings, e.places...)
	for _, inner := range e.about {
		if inner.record != e.record && inner.record != "" && !slices.Contains(a.About, inner.record) {
			a.About = append(a.About, inner.record)
		}
	}
	steps := append(slices.Clone(e.steps), e.real.steps...)
	confidence := e.sure()
	for _, l := range e.chain {
		a.Attribution = append(a.Attribution, r.attribution(p, l))
		steps = append(steps, l.step)
	}
	for _, x := range append(slices.Clone(e.sources), e.targets...) {
		if x.inferred {
			confidence -= inferredCosts
			break
		}
	}
	out := r.evidence(p, e.record, a, e.trigger, confidence, steps)
	if e.frame.noun && e.light >= 0 && e.light < e.trigger && e.trigger-e.light <= triggerWords {
		out.Trigger = p.span(e.light, e.trigger) // "launched a new offensive"
	}
	if v := e.occurrence(); v > e.trigger && v-e.trigger <= triggerWords {
		out.Trigger = p.span(e.trigger, v) // "the blast occurred", "talks took place"
	}
	return out
}

// occurrence is the last word of the verb that only says of an act noun that it was done, -1 for
// none.
func (e *event) occurrence() int {
	p := e.p
	h := p.head(e.trigger)
	if !e.frame.noun || h < 0 || !p.is(e.trigger, language.NSubj) {
		return -1
	}
	switch {
	case p.lem[h] == "take":
		if o := p.child(h, language.Obj); o == h+1 && p.lem[o] == "place" {
			return o
		}
	case p.lem[h] == "occur", p.lem[h] == "happen":
		return h
	}
	return -1
}

// triggerWords is how far before an act noun the verb that carries it still belongs to the trigger.
const triggerWords = 5

func (p *passage) wording(part graph.Part, x party) graph.Wording {
	return graph.Wording{
		Part: part, Party: p.r.cast.Actors[x.actor].ID, Inferred: x.inferred, Number: x.number,
		Text: p.slice(x.span), Span: x.span,
	}
}

func (r *reader) attribution(p *passage, l link) graph.Attribution {
	a := graph.Attribution{Text: p.slice(l.text), Verb: graph.Text(l.verb), Hedged: l.hedged, Span: l.text}
	if l.party != nil {
		a.Speaker = r.cast.Actors[l.party.actor].ID
		a.Outlet = r.medium(l.party.actor)
	}
	return a
}

// tieEvidence is one tie as evidence.
func (r *reader) tieEvidence(t *tie) graph.Evidence {
	p := t.p
	a := graph.Assertion{Relation: t.relation, Role: graph.Text(t.roleText()), Status: graph.Ongoing, Negated: t.negated, Since: t.since, Until: t.until}
	if t.former {
		a.Status = graph.Happened
	}
	from := r.cast.Actors[t.from.actor].ID
	a.Wordings = []graph.Wording{p.wording(graph.PartFrom, t.from)}
	var to graph.ID
	if t.place != nil {
		w := *t.place
		w.Part = graph.PartTo
		to = w.Party
		a.Wordings = append(a.Wordings, w)
	} else {
		to = r.cast.Actors[t.to.actor].ID
		a.Wordings = append(a.Wordings, p.wording(graph.PartTo, t.to))
	}
	for _, l := range p.links(t.trigger) {
		a.Attribution = append(a.Attribution, r.attribution(p, l))
	}
	record := graph.TieID(from, to, t.relation, t.roleText(), "")
	return r.evidence(p, record, a, t.trigger, t.confidence, t.steps)
}

// roleText is the normalised role of a tie: its words in lower case, single blanks between them.
func (t *tie) roleText() string { return strings.ToLower(strings.Join(strings.Fields(t.role), " ")) }

// evidence fills in what all evidence has.
func (r *reader) evidence(p *passage, record graph.ID, a graph.Assertion, trigger, confidence int, steps []graph.Step) graph.Evidence {
	at := language.Span{Start: p.s.Start, End: p.s.End}
	quote := r.doc.Slice(at)
	return graph.Evidence{
		ID: graph.NewEvidenceID(record, r.ctx.Article, quote, a), Record: record, FactID: record, ArticleID: r.ctx.Article,
		Sentence: p.index, Quote: quote, Start: at.Start, End: at.End,
		Before:    r.doc.Slice(language.Span{Start: max(0, at.Start-graph.ContextLength), End: at.Start}),
		After:     r.doc.Slice(language.Span{Start: at.End, End: at.End + graph.ContextLength}),
		Assertion: a, Confidence: max(100, min(confidence, 990)), Extractor: r.ctx.Extractor,
		Trigger: p.span(trigger, trigger), Steps: inOrder(steps),
	}
}

// inOrder puts the reasons in the order of the text and leaves out repetitions.
func inOrder(steps []graph.Step) []graph.Step {
	steps = slices.Clone(steps)
	slices.SortStableFunc(steps, func(a, b graph.Step) int { return cmp.Compare(a.Start, b.Start) })
	return slices.Compact(steps)
}
