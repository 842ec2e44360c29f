package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// fights are verbs whose subject and object are enemies, whether or not the act is done: who means
// to defeat somebody is against him. Those that are false are also said of states in sport and
// trade, and then count for bodies alone.
var fights = map[string]bool{
	"fight": false, "combat": true, "battle": false, "counter": false, "defeat": false, "degrade": false, "destroy": false, "confront": false, "repel": false,
	"resist": false, "dislodge": false, "eradicate": false, "annihilate": false, "eliminate": false, "crush": false, "rout": false, "vanquish": false,
	"dismantle": false, "oppose": false,
}

// struggles are nouns of what somebody does against an enemy: "its war on the Houthis", "the
// coalition's campaign to defeat them".
var struggles = map[string]bool{
	"fight": true, "campaign": true, "war": true, "struggle": true, "battle": true, "operation": true, "offensive": true, "effort": true, "mission": true,
	"insurgency": true, "rebellion": true, "uprising": true, "jihad": true, "resistance": true, "fighting": true, "defence": true, "defense": true,
}

// freed are verbs that take land or people out of somebody's hands: "liberated the town from X".
var freed = map[string]bool{
	"liberate": true, "free": true, "retake": true, "recapture": true, "reclaim": true, "seize": true, "capture": true, "wrest": true, "take": true,
	"rid": true, "clear": true, "purge": true, "defend": true, "protect": true,
}

// against are verbs of those who stand up to somebody: "unite against X".
var against = map[string]bool{
	"unite": true, "stand": true, "rise": true, "rebel": true, "revolt": true, "fight": true, "rally": true, "advance": true, "defend": true, "mobilise": true,
	"mobilize": true, "march": true, "turn": true, "battle": true, "band": true, "ally": true,
}

// helping are verbs of those who help others, who then do the same: "helped Y to defeat X".
var helping = map[string]bool{
	"help": true, "assist": true, "support": true, "aid": true, "back": true, "join": true, "enable": true, "train": true, "equip": true, "stand": true,
	"work": true, "ally": true, "fight": true, "partner": true, "cooperate": true, "unite": true,
}

// fightTies reads who is against whom by what he does or means to do: "X's fight against Y",
// "X united to defeat Y", "X liberated the town from Y", of bodies and states.
func (p *passage) fightTies(n int) []*tie {
	var doers, foes []party
	switch {
	case p.verb(n):
		foes = p.fought(n)
		if len(foes) == 0 {
			return nil
		}
		doers = p.fighters(n)
	case p.noun(n) && struggles[p.lem[n]] && p.noWord(n) < 0:
		at := p.oblique(n, "against")
		if at < 0 && p.lem[n] == "war" {
			at = p.oblique(n, "on")
		}
		if foes = p.enemies(at); len(foes) == 0 {
			return nil
		}
		doers = p.owners(n)
		if by := p.oblique(n, "by"); len(doers) == 0 && by >= 0 {
			doers = p.parties(by)
		}
		if len(doers) == 0 {
			doers = p.engaged(n)
		}
	}
	var out []*tie
	for _, a := range doers {
		for _, b := range foes {
			if slices.ContainsFunc(p.owners(a.token), func(x party) bool { return x.actor == b.actor }) {
				continue // "the ranks of Y": the tree has lost who fights them
			}
			if a.actor == b.actor || !p.several(a) || !p.several(b) || !p.r.cast.Actors[b.actor].Named {
				continue
			}
			out = append(out, &tie{p: p, relation: graph.OpposedTo, from: a, to: b, trigger: n, confidence: confidenceOf("tie/fight", graph.OpposedTo, false),
				steps: []graph.Step{p.step("tie/fight", "one fights the other or means to", n)}})
		}
	}
	return out
}

// fought are the enemies that a verb has.
func (p *passage) fought(v int) []party {
	if r := p.realityOf(v); r.negated || r.status == graph.Denied || p.isFinite(v) && r.status == graph.Hypothetical {
		return nil
	}
	if states, known := fights[p.lem[v]]; known {
		foes := p.enemies(p.patient(v))
		if len(foes) == 0 {
			foes = p.enemies(p.oblique(v, "against"))
		}
		if states {
			return foes
		}
		return p.bodies(foes)
	}
	var at = -1
	switch {
	case against[p.lem[v]]:
		at = p.oblique(v, "against")
	case freed[p.lem[v]]:
		for _, prep := range []string{"from", "of", "against"} {
			if at = p.oblique(v, prep); at < 0 {
				if o := p.patient(v); o >= 0 && prep != "of" {
					at = p.oblique(o, prep)
				}
			}
			if at >= 0 {
				break
			}
		}
	}
	return p.bodies(p.enemies(at))
}

// bodies are the parties that are neither states nor people.
func (p *passage) bodies(parties []party) []party {
	return slices.DeleteFunc(parties, func(x party) bool { return !p.kind(x).isBody() })
}

// enemies are whom a fight is against: those whom a nominal means with the body whose ranks they
// are, else the body whose things it names.
func (p *passage) enemies(at int) []party {
	if at < 0 {
		return nil
	}
	if found := p.withBodies(p.parties(at)); len(found) > 0 {
		return found
	}
	return p.owners(at)
}

// fighters are those who do the act of a verb. Behind a noun it is what the noun means, or its
// owner: "a coalition to defeat X", "Y's efforts to defeat X"; behind a verb of helping those who
// are helped as well.
func (p *passage) fighters(v int) []party {
	h := p.head(p.firstConjunct(v))
	if first := p.firstConjunct(v); h >= 0 && p.noun(h) && p.is(first, language.Acl) {
		for _, who := range [][]party{p.parties(h), p.owners(h), p.engaged(h)} {
			if len(who) > 0 {
				return who
			}
		}
	}
	found := p.parties(p.agent(v))
	if h >= 0 && p.verb(h) && helping[p.lem[h]] && !p.isFinite(v) {
		for _, at := range []int{p.patient(h), p.oblique(h, "by"), p.oblique(h, "with")} {
			if at >= 0 && at != v {
				found = append(found, p.parties(at)...)
			}
		}
	}
	return distinct(found)
}

// engaged are those who do what the verb around a noun says: "X leads the fight against Y", "X
// supports Z in the fight against Y".
func (p *passage) engaged(n int) []party {
	v := p.head(n)
	for steps := 0; v >= 0 && !p.verb(v) && steps < 3; steps++ {
		v = p.head(v)
	}
	if v < 0 || !p.verb(v) || p.says(v) || p.realityOf(v).negated {
		return nil
	}
	found := p.parties(p.agent(v))
	if o := p.child(v, language.Obj); o >= 0 && o != n && helping[p.lem[v]] {
		found = append(found, p.parties(o)...)
	}
	return distinct(found)
}
