package coding

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/language"
)

//go:embed kind/weights.bin
var kindWeights []byte

// kinds is the classifier of predicates. A test opens the weights, so that bad ones cannot ship.
var kinds = sync.OnceValue(func() *kind.Model {
	m, err := kind.Open(kindWeights)
	if err != nil {
		panic(fmt.Sprintf("coding: %v", err))
	}
	return m
})

// The margins from which the classifier is believed: to add an event where the tables are
// silent, and to take an act noun away with which they have found no actor.
const (
	addMargin  = 72
	dropMargin = 80
)

// judge lets the classifier decide where the tables are silent, and doubt what they found where
// it is sure that nothing is told: such an act noun stays only if another passage or a verb beside
// it tells more of the act. It abstains in between.
func (p *passage) judge() {
	model := p.r.ctx.kinds()
	for i := range p.toks {
		if !p.candidate(i) || p.eventless[i] {
			continue
		}
		e := p.fired[i]
		v := model.Judge(p.features(i))
		switch {
		case e != nil && v.Class == kind.None && v.Margin >= dropMargin && e.frame.noun && len(e.sources)+len(e.targets) == 0:
			e.thin = true
		case e != nil:
		case p.governs(i):
		case v.Class != kind.None && v.Margin >= addMargin:
			p.classified(i, v.Class, model.Confidence(v.Margin))
		case p.r.ctx.Eager && v.Over >= eagerOver:
			p.classified(i, v.Event, Guess)
		}
	}
}

// governs reports whether a word only says something of an act that another word names:
// "denied having shelled", "announced the arrests".
func (p *passage) governs(i int) bool {
	return p.says(i) || p.operatorOf(i, "").effect != "" && p.child(i, language.XComp, language.CComp, language.AdvCl) >= 0 || p.carriesAct(i)
}

// carriesAct reports whether the object of a verb is the noun of an act that the tables have found.
func (p *passage) carriesAct(v int) bool {
	if !p.verb(v) || p.operatorOf(v, "").effect == "" {
		return false
	}
	o := p.slotOf(v, "obj")
	return o >= 0 && p.fired[o] != nil
}

// sense is the frame for a type that a word is taken for: its first sense of that type, else
// the roles that events of the type have most often, which nouns do not have.
func (p *passage) sense(t int, typ graph.EventType) *frame {
	key := "/v"
	if p.noun(t) {
		key = "/n"
	}
	for _, word := range []string{p.phrase(t), p.lem[t], p.text(t)} {
		for _, f := range p.r.lex.frames[word+key] {
			if f.typ == typ && !f.needs("blamed") {
				return f
			}
		}
	}
	if p.noun(t) {
		return nil
	}
	return generic[typ]
}

// Guess is the confidence of what an eager classifier only guesses.
const Guess = 100

// eagerOver is how much better than an event None may be for a reader who wants any answer.
const eagerOver = -30

// classified makes the event of a predicate whose type the classifier has found, with the roles
// that events of the type have most often.
func (p *passage) classified(t, class, confidence int) {
	typ := kind.TypeOf(class)
	f := p.sense(t, typ)
	if f == nil {
		return
	}
	e := &event{p: p, trigger: t, frame: f, typ: typ, light: -1, missed: -1, confidence: confidence}
	if f.noun && !e.carry() {
		return
	}
	if e.holds() { // else the sense lends its roles alone
		e.modes = f.modes
	}
	e.fill()
	e.touch()
	if len(e.sources)+len(e.targets) == 0 && !(deed(typ) && (len(e.touched)+len(e.doers) > 0 || e.hitsPlace)) {
		return
	}
	e.steps = []graph.Step{p.step("learned", "the classifier takes “"+p.lem[t]+"” for "+string(typ)+" here", t)}
	e.flip()
	p.fired[t] = e
}

// generic are the frames of verbs that no table has.
var generic = func() map[graph.EventType]*frame {
	out := map[graph.EventType]*frame{}
	for _, typ := range graph.EventTypes {
		f := &frame{typ: typ, sources: parseRole("nsubj"), targets: parseRole("obj:actor|iobj|poss_obj|on|against|to|with|at|from|for|into|of|obj_to|obj_with|obj_on|obj_against|obj_for|obj_from")}
		switch typ {
		case graph.Consult, graph.Cooperate:
			f.sources, f.targets = parseRole("nsubj+with"), parseRole("obj|to|in|from")
		case graph.Agree, graph.Support:
			f.sources, f.targets = parseRole("nsubj+with"), parseRole("obj:actor|poss_obj|to|for|of|obj_to|obj_for")
		}
		out[typ] = f
	}
	return out
}()
