package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Stay is somebody or something that a passage puts in a place, where it is, was or is to be:
// refugees in a camp, ministers who meet in a town, a bridge near it that was hit. It lasts no
// longer than what the passage tells, so that it is no tie.
type Stay struct {
	Sentence   int
	Who        graph.Wording // Party is "" for a thing
	Where      graph.Wording // Party is a place of the cast, "" for one without a name: "a camp"
	Confidence int
}

// How often stays of a kind are right, in thousandths: of 22 each that were read, in the documents
// from which the scorer of ties is learned.
const (
	stayBeside = 750 // the place stands with the noun
	stayInAct  = 550 // an act is there, in which he takes part
	stayOfVerb = 850 // the place stands with a verb of staying or going whose subject he is
)

// staying are verbs whose subject, in the passive who suffers them, is where they are done: being,
// staying and going, and what is seldom done from afar.
var staying = map[string]bool{
	"live": true, "reside": true, "dwell": true, "stay": true, "remain": true, "wait": true, "linger": true, "gather": true, "assemble": true, "convene": true,
	"shelter": true, "hide": true, "camp": true, "settle": true, "work": true, "operate": true, "serve": true, "train": true, "stand": true, "sit": true,
	"lie": true, "sleep": true, "fight": true, "die": true, "perish": true, "arrive": true, "land": true, "surface": true, "appear": true, "perform": true,
	"base": true, "headquarter": true, "station": true, "deploy": true, "locate": true, "situate": true, "house": true, "hold": true, "detain": true,
	"imprison": true, "jail": true, "intern": true, "bury": true, "strand": true, "trap": true, "encircle": true, "besiege": true, "concentrate": true,
	"mass": true, "rally": true, "march": true, "patrol": true, "queue": true, "travel": true, "fly": true, "drive": true, "flee": true, "return": true,
	"go": true, "come": true, "move": true, "advance": true, "retreat": true, "withdraw": true, "sail": true, "embark": true, "dock": true, "crash": true,
	"find": true, "see": true, "spot": true, "kill": true, "wound": true, "injure": true, "shoot": true, "arrest": true, "capture": true, "starve": true,
	"speak": true, "attend": true, "meet": true, "sign": true, "inaugurate": true, "exist": true, "preach": true, "teach": true,
}

// stays are whom and what a sentence puts in a place, none twice: those in its acts first, then
// by place. The acts and their places must be known.
func (p *passage) stays() []Stay {
	var all []Stay
	for i := range p.toks {
		if e := p.fired[i]; e != nil && !e.gone {
			all = append(all, e.stays()...)
		}
	}
	for _, s := range append(slices.Clone(p.sites), p.unnamedSites()...) {
		if (s.placed || placing[s.prep] || s.prep == "of") && p.stateOn(s) {
			all = append(all, p.staysAt(s)...)
		}
	}
	type end struct {
		party graph.ID
		span  graph.Span // of what has no party
	}
	endOf := func(w graph.Wording) end {
		if w.Party != "" {
			return end{party: w.Party}
		}
		return end{span: w.Span}
	}
	seen := map[[2]end]bool{}
	return slices.DeleteFunc(all, func(s Stay) bool {
		k := [2]end{endOf(s.Who), endOf(s.Where)}
		twice := seen[k] || k[0] == k[1]
		seen[k] = true
		return twice
	})
}

// unnamedSites are pieces of land and buildings without a name, after a preposition of place: "in
// a camp".
func (p *passage) unnamedSites() []site {
	var out []site
	for tok := range p.toks {
		if p.at[tok] >= 0 || p.in[tok] >= 0 || p.toks[tok].POS != language.NOUN || !placing[p.preposition(tok)] {
			continue
		}
		if c := p.thingClass(tok); c != "land" && c != "building" || slices.ContainsFunc(p.sites, func(s site) bool { return s.phrase == tok }) {
			continue
		}
		if of := p.oblique(tok, "of"); of >= 0 && !p.landlike(of) && (p.at[of] < 0 || p.r.cast.Mentions[p.at[of]].Actor < 0 && p.r.cast.Mentions[p.at[of]].Place < 0) {
			continue // "in the field of physics"
		}
		s := site{token: tok, phrase: tok, prep: p.preposition(tok)}
		s.wording = p.thingWording(graph.PartPlace, thing{span: p.span(p.nounPhrase(tok))})
		p.findHost(&s)
		out = append(out, s)
	}
	return out
}

// stays puts those who must be where an act is there.
func (e *event) stays() []Stay {
	var out []Stay
	for _, w := range e.present() {
		for _, at := range e.places {
			if at.Party != "" && at.Start < at.End {
				out = append(out, Stay{Sentence: e.p.index, Who: w, Where: e.p.wholePlace(at), Confidence: stayInAct})
			}
		}
	}
	return out
}

// present words those who must be where an act is: those who meet, march or protest, and those who
// are hit. Who hits them may do so from afar, and what is said of a place can be said anywhere.
func (e *event) present() []graph.Wording {
	p := e.p
	if !mayBe(e.real) || slices.Contains(e.modes, "PHONE") {
		return nil
	}
	switch {
	case e.typ == graph.Consult, e.typ == graph.Protest:
		return append(p.movable(e.sources), p.movable(e.targets)...)
	case e.typ == graph.Mobilize, e.typ == graph.Retreat:
		return p.movable(e.sources)
	case !deed(e.typ):
		return nil
	}
	who := p.movable(e.targets)
	for _, x := range e.touched {
		if x.class != "land" {
			who = append(who, p.thingWording(graph.PartFrom, x))
		}
	}
	return who
}

// mayBe reports whether something is put forward as done, going on or planned.
func mayBe(r reality) bool {
	return !r.negated && (r.real() || r.status == graph.Planned)
}

// movable words parties that can be in a place. States are not in one.
func (p *passage) movable(parties []party) []graph.Wording {
	var out []graph.Wording
	for _, x := range parties {
		if p.kind(x) != actorKind(graph.Country) {
			out = append(out, p.wording(graph.PartFrom, x))
		}
	}
	return out
}

// dwellers are people by the place in which they are: "residents of Mosul".
var dwellers = map[string]bool{
	"resident": true, "inhabitant": true, "citizen": true, "people": true, "population": true, "villager": true, "dweller": true, "native": true, "person": true,
}

// staysAt are those with whom a place stands: the noun beside it, the subject of its verb, those
// in its act where the place has no name.
func (p *passage) staysAt(s site) []Stay {
	var who []graph.Wording
	confidence := stayBeside
	if s.prep == "of" && !s.placed {
		if h := p.head(s.phrase); h < 0 || !dwellers[p.lem[h]] {
			return nil
		}
	}
	for at, steps := s.phrase, 0; steps < maxDepth; steps++ {
		if subject := p.child(at, language.NSubj); subject >= 0 && p.child(at, language.Cop) >= 0 { // "Lee is in Paris"
			if mayBe(p.realityOf(at)) && p.negation(at) < 0 {
				who = p.who(subject)
			}
			break
		}
		h := p.head(at)
		if h < 0 {
			break
		}
		if e := p.fired[h]; e != nil {
			if s.wording.Party == "" && !e.gone {
				who, confidence = e.present(), stayInAct
			}
			break
		}
		if p.verb(h) {
			if staying[p.lem[h]] && (p.is(at, language.Obl) || p.is(at, language.AdvMod)) && mayBe(p.realityOf(h)) {
				who, confidence = p.who(p.subject(h)), stayOfVerb
			}
			break
		}
		if who = p.who(h); who != nil || !p.is(at, language.NMod) && !p.is(at, language.Appos) && !p.is(at, language.Conj) {
			break
		}
		at = h
	}
	var out []Stay
	where := p.wholePlace(s.wording)
	for _, w := range who {
		if w.Span.End <= where.Start || where.End <= w.Span.Start {
			out = append(out, Stay{Sentence: p.index, Who: w, Where: where, Confidence: confidence})
		}
	}
	return out
}

// who words those whom a nominal means, else the things that it names.
func (p *passage) who(n int) []graph.Wording {
	out := p.movable(p.parties(n))
	if out != nil {
		return out
	}
	for _, x := range p.things(n) {
		if x.class != "land" {
			out = append(out, p.thingWording(graph.PartFrom, x))
		}
	}
	return out
}

// wholePlace is a place together with the noun that says what it is: "the port of Tartus".
func (p *passage) wholePlace(w graph.Wording) graph.Wording {
	for _, s := range p.sites {
		if s.wording.Span == w.Span && s.phrase < s.token && p.landlike(s.phrase) && p.preposition(s.token) == "of" {
			first, _ := p.nounPhrase(s.phrase)
			w.Span = graph.Span{Start: p.toks[first].Start, End: w.End}
			w.Text = p.slice(w.Span)
		}
	}
	return w
}
