package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// joinSame lets passages that tell one event share its record, keyed by the first of them,
// and gives campaigns the act that they repeat. It joins only what is equally real and
// contradicts itself nowhere: in doubt there are two events.
func (r *reader) joinSame() {
	told := map[*event]bool{} // by another passage as well
	for _, e := range r.events {
		if e.same != nil {
			told[e.same] = true
		}
	}
	for i, e := range r.events {
		from := max(0, i-lookBack)
		e.takeKind(r.events[from:i])
		for j := i - 1; j >= from && e.same == nil; j-- {
			o := r.events[j]
			if o.gone || !e.tellsSameAs(o) {
				continue
			}
			first := o.root()
			if first == e {
				continue
			}
			e.same = first
			told[first] = true
			if len(e.modes) == 0 {
				e.modes, e.contexts = first.modes, first.contexts
			}
			if e.entrusted() {
				e.real = e.real.as(first.real.status, first.real.negated, e.p.step("status/entrusted", "the campaign is under way, whoever is to carry it out", e.trigger))
			}
			if e.frame.campaign && e.light < 0 && e.real.status == graph.Happened && first.real.status == graph.Ongoing {
				e.real = e.real.as(graph.Ongoing, e.real.negated, e.p.step("status/campaign", "it is the campaign that is under way", e.trigger))
			}
			e.steps = append(e.steps, e.p.step("same", "it takes up what was told before: “"+o.p.slice(o.p.span(o.trigger, o.trigger))+"”", e.trigger))
		}
		e.gone = e.typ == "" || e.idle() || e.same == nil && e.vague()
	}
	for _, e := range r.events {
		e.gone = e.gone || e.thin && e.bare() && e.same == nil && !told[e]
	}
	r.events = slices.DeleteFunc(r.events, func(e *event) bool { return e.gone })
	for _, e := range r.events {
		e.about = slices.DeleteFunc(e.about, func(inner *event) bool { return inner.gone })
	}
	for _, e := range r.events {
		if e.same == nil {
			e.record = graph.EventID(r.ctx.Article, r.anchors.At(e.p.index, e.p.toks[e.trigger].Start-e.p.s.Start))
		}
	}
	for _, e := range r.events {
		if e.same != nil {
			e.record = e.root().record
		}
	}
}

// root is the first passage of the act.
func (e *event) root() *event {
	for e.same != nil {
		e = e.same
	}
	return e
}

// lookBack is how many events before it a passage may take up: more than a long article
// has, and a bound for endless ones.
const lookBack = 200

// idle reports whether an act is mere talk: named by a noun, not real, and done by nobody.
func (e *event) idle() bool {
	if len(e.sources)+len(e.targets)+len(e.touched) == 0 && !e.real.real() && e.real.status != graph.Planned {
		return true
	}
	return e.frame.noun && e.light < 0 && len(e.sources) == 0 && e.real.status == graph.Hypothetical && !(e.real.negated && len(e.targets)+len(e.touched) > 0)
}

// takeKind gives "the campaign" the kind of the last act before it that it can repeat: of one
// whose doer is told, if there is any.
func (e *event) takeKind(before []*event) {
	if e.typ != "" || !e.p.isAnaphoric(e.trigger) {
		return
	}
	var kind *event
	for _, o := range slices.Backward(before) {
		quad := o.typ.Quad()
		if o.gone || quad != graph.MaterialConflict && quad != graph.MaterialCooperation || len(o.sources)+len(o.targets) == 0 {
			continue
		}
		if e.overlap(e.sources, o.sources) == apart || e.overlap(e.targets, o.targets) == apart {
			continue
		}
		if len(o.sources) > 0 {
			kind = o
			break
		}
		if kind == nil {
			kind = o
		}
	}
	if kind != nil {
		e.typ, e.modes, e.contexts = kind.typ, kind.modes, kind.contexts
		e.steps = append(e.steps, e.p.step("campaign/earlier", "the act before it says of what kind it is", e.trigger))
	}
}

func (e *event) tellsSameAs(o *event) bool {
	switch {
	case e.typ == "" || e.typ != o.typ:
		return false
	case e.real.negated != o.real.negated || !sameStage(e.real.status, o.real.status, e.frame.campaign || e.bare() || e.wasBare) && !(e.entrusted() && o.real.real()) && !e.blamed(o) && !(e.p == o.p && e.sameBlast(o)):
		return false
	case e.resultOf(o):
		return timesAgree(e.when, o.when) && e.p.r.placesAgree(e.places, o.places) && (len(e.targets) == 0 || e.overlap(e.targets, o.sources) != together)
	case e.sufferedOnce(o):
		return timesAgree(e.when, o.when) && e.overlap(e.sources, o.sources) != apart
	case len(e.modes) > 0 && len(o.modes) > 0 && !slices.Equal(e.modes, o.modes):
		return false
	case !timesAgree(e.when, o.when) || !e.p.r.placesAgree(e.places, o.places):
		return false
	}
	if e.takesUp(o) || e.sameBlast(o) || e.sameBlow(o) || e.sameHarm(o) {
		return true
	}
	sources, targets := e.overlap(e.sources, o.sources), e.overlap(e.targets, o.targets)
	if sources == apart || targets == apart {
		return false
	}
	shared := sources == together || targets == together
	switch {
	case e.frame.noun && e.p.isAnaphoric(e.trigger):
		return shared || e.p == o.p || e.frame.lemma == o.frame.lemma
	case sources == together && targets == together:
		return e.frame.lemma == o.frame.lemma || len(e.modes) > 0 && slices.Equal(e.modes, o.modes)
	case e.real.status == graph.Ongoing && shared:
		return len(e.modes) > 0 && slices.Equal(e.modes, o.modes)
	}
	return false
}

// entrusted reports whether a passage gives somebody a part in a campaign that was told
// before: "was tasked with carrying out the campaign" plans his part, not the campaign.
func (e *event) entrusted() bool {
	return e.frame.campaign && e.real.status == graph.Planned && !e.real.negated && e.p.isAnaphoric(e.trigger)
}

// sameStage reports whether two passages put an act at the same stage. A campaign is named
// without tense, so that any real stage fits it.
func sameStage(a, b graph.Status, campaign bool) bool {
	if a == b {
		return true
	}
	isReal := func(s graph.Status) bool { return s == graph.Happened || s == graph.Ongoing }
	return campaign && isReal(a) && isReal(b)
}

// overlapping says how two lists of participants relate.
type overlapping int

const (
	open     overlapping = iota // one of them is silent
	together                    // they share somebody
	apart
)

// overlap compares participants; a state and its own body count as shared, since texts name
// the doer now as one and now as the other.
func (e *event) overlap(a, b []party) overlapping {
	if len(a) == 0 || len(b) == 0 {
		return open
	}
	if e.frame.noun && e.p.isAnaphoric(e.trigger) && !slices.ContainsFunc(a, func(x party) bool { return e.p.r.cast.Actors[x.actor].Named }) {
		return open // "the campaign, carried out by special teams"
	}
	for _, x := range a {
		for _, y := range b {
			if x.actor == y.actor || e.p.r.nested(x.actor, y.actor) || e.p.r.nested(y.actor, x.actor) || (x.we || y.we) && e.p.r.sameState(x.actor, y.actor) {
				return together
			}
		}
	}
	return apart
}

// nested reports whether a body belongs to a state.
func (r *reader) nested(body, state int) bool {
	b, s := &r.cast.Profiles[body], &r.cast.Profiles[state]
	return s.Kind == graph.Country && s.Country != "" && b.Country == s.Country && (b.Kind == graph.Agency || !r.cast.Actors[body].Named)
}

// sameState reports whether two actors are of one state: "we", said by one of its officials,
// may be any of its bodies.
func (r *reader) sameState(a, b int) bool {
	x, y := &r.cast.Profiles[a], &r.cast.Profiles[b]
	return x.Country == y.Country && graph.IsState(x.Country) && x.Kind != graph.Person && y.Kind != graph.Person
}

func timesAgree(a, b *graph.Period) bool {
	if a == nil || b == nil {
		return true
	}
	return (a.Start == 0 || b.End == 0 || a.Start <= b.End) && (b.Start == 0 || a.End == 0 || b.Start <= a.End)
}

// placesAgree reports whether two acts can have been at one place: one of the places of either is,
// or lies in, one of the other's.
func (r *reader) placesAgree(a, b []graph.Wording) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return slices.ContainsFunc(a, func(x graph.Wording) bool {
		return slices.ContainsFunc(b, func(y graph.Wording) bool { return r.liesIn(x.Party, y.Party) || r.liesIn(y.Party, x.Party) })
	})
}

// liesIn reports whether a place is another one, or lies in it.
func (r *reader) liesIn(place, in graph.ID) bool {
	for range maxDepth {
		if place == in {
			return true
		}
		i, ok := r.places[place]
		if !ok || place == "" {
			return false
		}
		place = r.cast.Places[i].WithinID
	}
	return false
}
