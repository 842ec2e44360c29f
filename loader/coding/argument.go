package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// maxDepth bounds how far a missing subject is looked for through governing clauses.
const maxDepth = 12

// subject is the surface subject of a verb, its own or the one it shares: with the clause
// that it is coordinated with, that controls it, or whose noun it describes. -1 for none.
func (p *passage) subject(v int) int { return p.subjectWithin(v, maxDepth) }

func (p *passage) subjectWithin(v, depth int) int {
	if depth == 0 {
		return -1
	}
	if s := p.ownSubject(v); s >= 0 {
		return s
	}
	if p.child(v, language.Expl) >= 0 {
		return -1
	}
	h := p.head(v)
	if h < 0 {
		return -1
	}
	switch rel := p.rel(v); {
	case rel.Is(language.AMod) && v < h: // "the jailed editor"
		return h
	case rel.Is(language.Conj):
		for h >= 0 && !p.verb(h) && p.ownSubject(h) < 0 { // "called it a threat and spoke"
			if p.is(h, language.CComp) && p.head(h) >= 0 && p.says(p.head(h)) {
				return -1 // what is said hangs on a noun: who says so is not who did it
			}
			h = p.head(h)
		}
		if h >= 0 {
			return p.subjectWithin(h, depth-1)
		}
	case rel.Is(language.AclRelCl):
		return h
	case rel.Is(language.Acl):
		if p.preposition(v) == "" { // a participle: "troops attacking", "the man killed"
			return h
		}
		return p.nounController(h, depth-1)
	case rel.Is(language.CComp) && p.says(h) && p.isFinite(v):
		return -1 // who says so is not who did it
	case rel.Is(language.XComp), rel.Is(language.CComp), rel.Is(language.AdvCl):
		return p.controller(v, h, depth-1)
	}
	return -1
}

// ownSubject is the subject that stands in the verb's own clause; a relative pronoun stands
// for the noun before it.
func (p *passage) ownSubject(v int) int {
	found, outer := -1, -1
	for _, c := range p.kids[v] {
		if p.rel(c) == language.NSubjOuter {
			outer = c
			continue
		}
		if !p.is(c, language.NSubj) {
			continue
		}
		if p.relative(c) {
			return p.described(v, c)
		}
		if found < 0 || !p.meansActor(found) && p.meansActor(c) { // of two, the one that means somebody
			found = c
		}
	}
	if found < 0 && outer >= 0 && p.namesActor(outer) { // "Lee is to visit", though not "the aim is to visit"
		return outer
	}
	return found
}

// described is the noun that a relative pronoun stands for: the one that the tree gives, else
// the nearest one before the pronoun that means somebody.
func (p *passage) described(v, pronoun int) int {
	if a := p.antecedent(v); a >= 0 {
		return a
	}
	for i := pronoun - 1; i >= 0; i-- {
		if p.meansActor(i) {
			return i
		}
	}
	return -1
}

// antecedent is the noun that the relative clause of a verb describes, -1 outside one.
func (p *passage) antecedent(v int) int {
	v = p.firstConjunct(v)
	if p.is(v, language.AclRelCl) || p.is(v, language.Acl) {
		return p.head(v)
	}
	return -1
}

// controller is who does the act of a clause without a subject that h governs.
func (p *passage) controller(v, h, depth int) int {
	op := p.r.lex.operators[p.lemma(h)+"/v"]
	byObject := op.control == "obj"
	if p.is(v, language.AdvCl) {
		switch p.preposition(v) {
		case "of", "from", "for", "with", "into": // "accused him of …", "barred them from …"
			byObject = true
		case "to": // "called on them to leave"
		default:
			byObject = false
		}
	}
	if o := p.child(h, language.Obj); o >= 0 && p.preposition(v) == "for" && countNouns[p.lem[o]] == graph.Arrested {
		return p.oblique(o, "of") // "announced the arrest of two men for killing"
	}
	if p.is(v, language.XComp) && op.effect == "" {
		byObject = true // "saw them attack"
	}
	if byObject && !p.passive(h) {
		if o := p.child(h, language.Obj, language.IObj); o >= 0 && o != v {
			return o
		}
		if byObject && op.control == "obj" {
			for _, prep := range []string{"on", "upon", "to"} { // "called on them to leave"
				if o := p.oblique(h, prep); o >= 0 {
					return o
				}
			}
			return -1
		}
	}
	return p.subjectWithin(h, depth)
}

// nounController is who does the act that a noun announces: "their plan to leave",
// "he made a promise to leave".
func (p *passage) nounController(n, depth int) int {
	if p.asked(n) {
		g := p.head(n)
		if g >= 0 && p.verb(g) && p.r.lex.operators[p.phrase(g)+"/v"].effect == "refuse" {
			return p.subjectWithin(g, depth) // who rejects a request was asked
		}
		for _, prep := range []string{"to", "on"} {
			if c := p.oblique(n, prep); c >= 0 {
				return c
			}
		}
		return -1
	}
	if c := p.child(n, language.NModPoss); c >= 0 {
		return c
	}
	if c := p.child(n, language.Compound, language.AMod); c >= 0 && p.meansActor(c) {
		return c
	}
	g := p.head(n)
	if g >= 0 && p.verb(g) && (p.is(n, language.Obj) || p.is(n, language.Obl)) {
		return p.subjectWithin(g, depth)
	}
	return -1
}

// asked reports whether a noun asks somebody else to act: a request, a call, a demand.
func (p *passage) asked(n int) bool {
	for _, f := range p.r.lex.frames[p.lem[n]+"/n"] {
		if f.typ == graph.Request {
			return true
		}
	}
	return false
}

// agent and patient are subject and object as the active voice has them, -1 where missing.
func (p *passage) agent(v int) int {
	if !p.passive(v) {
		return p.subject(v)
	}
	if c := p.child(v, language.OblAgent); c >= 0 {
		return c
	}
	return p.oblique(v, "by")
}

func (p *passage) patient(v int) int {
	if p.passive(v) {
		return p.subject(v)
	}
	if o := p.child(v, language.Obj); o >= 0 {
		if p.relative(o) {
			return p.antecedent(v)
		}
		return o
	}
	if p.is(v, language.AclRelCl) { // "the town (that) they attacked"
		if s := p.ownSubject(v); s >= 0 && s != p.head(v) {
			return p.head(v)
		}
	}
	return p.sharedObject(v)
}

// sharedObject is the object of coordinated verbs, which the tree gives to one of them:
// "bombed and shelled the town".
func (p *passage) sharedObject(v int) int {
	for _, c := range p.kids[v] {
		if p.is(c, language.Conj) && p.verb(c) && c-v <= 3 && p.ownSubject(c) < 0 && !p.passive(c) {
			if o := p.child(c, language.Obj); o > c {
				return o
			}
		}
	}
	if h := p.head(v); h >= 0 && p.is(v, language.Conj) && p.verb(h) && !p.passive(h) {
		if o := p.child(h, language.Obj); o > v {
			return o
		}
	}
	return -1
}

// oblique is the first dependent of a word with a preposition, one that is no day before one that
// is: "on Monday imposed sanctions on them". -1 for none.
func (p *passage) oblique(h int, prep string) int {
	day := -1
	for _, c := range p.kids[h] {
		if (p.is(c, language.Obl) || p.is(c, language.NMod) || p.is(c, language.AdvMod)) && !p.is(c, language.NModPoss) && p.preposition(c) == prep {
			if !isWeekday(p.text(c)) && months[p.text(c)] == 0 {
				return c
			}
			if day < 0 {
				day = c
			}
		}
	}
	return day
}

// slotOf finds the word in a slot of a verb.
func (p *passage) slotOf(v int, name string) int {
	switch name {
	case "nsubj", "subj":
		return p.agent(v)
	case "obj":
		if prt := p.patient(v); prt >= 0 {
			return prt
		}
		return p.particleObject(v)
	case "iobj":
		return p.child(v, language.IObj)
	case "xcomp":
		return p.child(v, language.XComp)
	case "by":
		if p.passive(v) {
			return p.agent(v)
		}
	}
	if prep, ok := strings.CutPrefix(name, "obj_"); ok {
		if o := p.patient(v); o >= 0 {
			return p.oblique(o, prep)
		}
		return -1
	}
	return p.oblique(v, name)
}

// particleObject reads "cracked down on them", "backs down" where a parser took the object of
// a phrasal verb for a prepositional one: "call on the leaders".
func (p *passage) particleObject(v int) int {
	prt := p.particle(v)
	if prt == "" {
		return -1
	}
	return p.oblique(v, prt)
}

// governor is the verb that carries an act noun: it is the verb's object or passive subject,
// or the verb describes it ("an attack launched by"). The second result says whether the verb
// is below the noun.
func (p *passage) governor(n int) (v int, below bool) {
	top := p.firstConjunct(n)
	if h := p.head(top); h >= 0 && p.is(top, language.NMod) && p.preposition(top) == "of" && p.r.lex.is(p.lem[h], "quantity") {
		top = p.firstConjunct(h) // "held a round of talks"
	}
	if h := p.head(top); h >= 0 && p.verb(h) && (p.is(top, language.Obj) || p.is(top, language.NSubjPass)) {
		return h, false
	}
	for _, c := range p.kids[n] {
		if p.is(c, language.Acl) && p.verb(c) && p.patient(c) == n {
			return c, true
		}
	}
	return -1, false
}
