package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Harm that the same person suffers once: whoever tells twice that a named person was killed
// tells one killing.

// harmNouns are act nouns that say what became of the people whom the act touched.
var harmNouns = map[string]graph.CountOf{
	"assassination": graph.Dead, "slaying": graph.Dead, "homicide": graph.Dead, "manslaughter": graph.Dead, "lynching": graph.Dead,
	"hostage-taking": graph.Missing, "capture": graph.Arrested,
}

// harmVerbs are verbs of harm that give no numbers.
var harmVerbs = map[string]graph.CountOf{"assassinate": graph.Dead, "shoot_to_death": graph.Dead, "lynch": graph.Dead, "capture": graph.Arrested}

// harm is what became of the people whom an act touched, "" where its words do not say.
func (e *event) harm() graph.CountOf {
	if e.frame.noun {
		if of := countNouns[e.frame.lemma]; of != "" {
			return of
		}
		return harmNouns[e.frame.lemma]
	}
	if of := counted[e.frame.lemma]; of != "" {
		return of
	}
	return harmVerbs[e.frame.lemma]
}

// sufferedOnce reports whether two acts do to one named person what happens once in an article:
// he is killed, shot and killed, taken, arrested.
func (e *event) sufferedOnce(o *event) bool {
	a, b := e.harm(), o.harm()
	switch {
	case a == b:
		if a != graph.Dead && a != graph.Injured && a != graph.Missing && a != graph.Arrested {
			return false
		}
	case a == graph.Dead && b == "" || b == graph.Dead && a == "": // "was shot", "the murder"
		if e.typ != graph.Assault || e.abducts() || o.abducts() {
			return false
		}
	default:
		return false
	}
	return slices.ContainsFunc(e.targets, func(x party) bool {
		return slices.ContainsFunc(o.targets, func(y party) bool { return e.samePeople(x, o, y) })
	})
}

// samePeople reports whether two passages mean the same victim: one person, or people who are
// taken up again ("the missionaries") or counted alike ("two missionaries").
func (e *event) samePeople(x party, o *event, y party) bool {
	r := e.p.r
	if x.actor == y.actor {
		kind := r.cast.Profiles[x.actor].Kind
		return kind == graph.Person || kind == graph.Official || !r.cast.Actors[x.actor].Named
	}
	if r.cast.Actors[x.actor].Named || r.cast.Actors[y.actor].Named || e.p.lem[x.token] != o.p.lem[y.token] {
		return false
	}
	if x.number == nil || y.number == nil {
		return y.number != nil && x.plural && e.p.definite(x.token)
	}
	return sameNumber(x.number, y.number)
}

// sameNumber reports whether two numbers above one are the same one.
func sameNumber(a, b *graph.Quantity) bool {
	return a.Low != nil && a.High != nil && b.Low != nil && b.High != nil && *a.Low == *b.Low && *a.High == *b.High && *a.Low == *a.High && *a.Low > 1
}

func (e *event) abducts() bool { return slices.Contains(e.modes, "ABDUCT") }

// bare reports whether an act noun names nobody and nothing: "the attack".
func (e *event) bare() bool {
	return e.frame.noun && len(e.sources)+len(e.targets)+len(e.touched)+len(e.doers) == 0 && !e.hitsPlace
}

// takesUp reports whether an act noun that names nobody itself means an act told before: it is
// definite, of the same kind, and those who are said to have done it are no others than those
// who were named before.
func (e *event) takesUp(o *event) bool {
	if !e.bare() && !e.wasBare && !(e.doneBy() && len(o.sources)+len(o.doers) == 0) || !e.p.isAnaphoric(e.trigger) || e.abducts() != o.abducts() || !deed(e.typ) && e.frame.lemma != o.frame.lemma {
		return false
	}
	return e.overlap(e.sources, o.sources) != apart || !slices.ContainsFunc(o.sources, func(x party) bool { return e.p.r.cast.Actors[x.actor].Named })
}

// doneBy reports whether an act noun names whoever did it, and not to whom: "the attack was carried
// out by hooded men".
func (e *event) doneBy() bool {
	return e.frame.noun && e.light >= 0 && len(e.targets)+len(e.touched) == 0 && !e.hitsPlace
}

// blamed reports whether one of two passages states what the other puts down to somebody, so
// that the doer is alleged and not the act: "the murder of Ruiz", "charged with the murder of Ruiz".
func (e *event) blamed(o *event) bool {
	a, b := e.real.status, o.real.status
	if !(a == graph.Alleged && o.real.real() || b == graph.Alleged && e.real.real()) {
		return false
	}
	return e.wasBare || e.sufferedOnce(o)
}

// resultOf reports whether people were harmed in an act that the passage before tells: "Rebels
// attacked a village on Monday. Nine people were killed, and 30 were wounded." Of the doer, the
// time and the place it says nothing else, and the act before has no other victim with a name.
func (e *event) resultOf(o *event) bool {
	if e.frame.noun || len(e.sources)+len(e.doers) > 0 || !e.p.passive(e.trigger) || e.typ != graph.Assault || o.typ != graph.Assault || e.abducts() || o.abducts() {
		return false
	}
	if h := e.harm(); h != graph.Dead && h != graph.Injured || e.p.order-o.p.order > 1 || e.p.s.Paragraph-o.p.s.Paragraph > 1 {
		return false
	}
	if o.real.status != graph.Happened || o.real.negated || e.real.status != graph.Happened || e.real.negated {
		return false
	}
	if slices.Contains(o.modes, "DESTROY") {
		return false // what was burned were things
	}
	if o.harm() == "" {
		return e.p != o.p && (!e.namesVictim() || !o.namesVictim())
	}
	return !e.namesVictim() && !o.namesVictim() && (e.harm() == graph.Injured && o.harm() == graph.Dead || o.same != nil && o.root().harm() == "")
}

// namesVictim reports whether a person with a name is the target.
func (e *event) namesVictim() bool {
	return slices.ContainsFunc(e.targets, func(x party) bool {
		kind := e.p.r.cast.Profiles[x.actor].Kind
		return e.p.r.cast.Actors[x.actor].Named && (kind == graph.Person || kind == graph.Official)
	})
}

// lastingViolence are nouns of states of violence, which without anybody and anywhere tell no act.
var lastingViolence = []string{"war", "warfare", "conflict", "fighting", "combat", "violence", "hostility", "hostilities", "struggle", "unrest", "terrorism", "aggression"}

// vague reports whether a noun speaks of violence in general: "an end to the fighting", "wars".
func (e *event) vague() bool {
	if !e.bare() || e.light >= 0 || len(e.places) > 0 || e.when != nil || len(e.numbers) > 0 {
		return false
	}
	return slices.Contains(lastingViolence, e.frame.lemma) || e.typ == graph.Assault && e.p.tag(e.trigger) == "NNS"
}
