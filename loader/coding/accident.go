package coding

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Accidents, storms and diseases kill without anybody having done it: they are no events.

// accidental are the verbs of harm that need nobody who does it; "murdered" and "executed" do.
var accidental = map[string]bool{"kill": true, "injure": true, "wound": true, "hurt": true, "die": true}

// accident reports whether a verb of harm tells what befell people without a doer: "killed in an
// earthquake", "floods killed nine", "was killed when his car hit a tree".
func (e *event) accident() bool {
	p, v := e.p, e.trigger
	if e.typ != graph.Assault || e.frame.noun || !accidental[e.frame.lemma] || len(e.sources)+len(e.doers) > 0 {
		return false
	}
	if a := p.agent(v); a >= 0 {
		return p.calamity(a)
	}
	for _, prep := range []string{"in", "by", "from"} {
		if c := p.oblique(v, prep); c >= 0 && p.calamity(c) {
			return true
		}
	}
	return p.mishap(v)
}

// calamity reports whether a noun names what happens to people without a doer.
func (p *passage) calamity(tok int) bool {
	if p.lem[tok] == "fire" { // not "rebel fire", "an exchange of fire"
		return p.child(tok, language.DetRelation) >= 0 && len(p.modifiers(tok)) == 0
	}
	return p.r.lex.is(p.lem[tok], "calamity")
}

// mishap reports whether the clause of time behind a verb of harm tells what a thing did, and no
// act: "when a wall collapsed".
func (p *passage) mishap(v int) bool {
	when, i := p.clauseOfTime(v, "when", "as")
	if i < 0 || p.fired[i] != nil {
		return false
	}
	s := p.ownSubject(i)
	return s > when && p.noun(s) && len(p.parties(s)) == 0 && !p.personal(s) && !p.r.lex.is(p.lem[s], "blast") && !p.r.lex.is(p.lem[s], "weapon")
}
