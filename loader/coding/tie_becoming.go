package coding

import (
	"github.com/actorgraph/actorgraph/loader/language"
)

// appointed are the verbs after which a role noun says what somebody becomes.
var appointed = map[string]bool{
	"appoint": true, "name": true, "elect": true, "nominate": true, "promote": true, "install": true, "swear": true, "re-elect": true, "reelect": true, "swear_in": true,
	"inaugurate": true, "designate": true, "become": true, "remain": true, "choose": true, "pick": true, "select": true, "make": true,
}

// becoming reads what somebody becomes: "was named director of the bank", "became the mayor",
// "elected him chairman", "took over as head of the army".
func (p *passage) becoming(n int) (office, bool) {
	v := p.head(n)
	if v < 0 || !p.verb(v) {
		return office{}, false
	}
	as := p.preposition(n)
	if p.lem[v] == "swear" && as == "in" {
		as = "as" // "sworn in as president": the tree gives both to the noun
	}
	takes := (p.lemma(v) == "take_over" || p.lem[v] == "take" || p.lem[v] == "return" || p.lem[v] == "hire" || p.lem[v] == "replace" || p.lem[v] == "succeed") && as == "as"
	if !takes && (!appointed[p.lem[v]] && !appointed[p.phrase(v)] || as != "" && as != "as" && as != "to") {
		return office{}, false
	}
	if !p.is(n, language.XComp) && !p.is(n, language.Obj) && !p.is(n, language.Obl) {
		return office{}, false
	}
	who := p.patient(v)
	if who == n {
		who = p.child(v, language.IObj)
		for _, c := range p.kids[n] { // the tree makes the name a part of the title: "appointed Ann Lee director"
			if _, ok := p.person(c); ok && c < n && who < 0 {
				who = c
			}
		}
	}
	if takes || p.lem[v] == "become" || p.lem[v] == "remain" {
		who = p.subject(v)
	}
	r := p.realityOf(v)
	if who < 0 || who == n || !r.real() {
		return office{}, false
	}
	holders := p.parties(who)
	if len(holders) != 1 || !p.kind(holders[0]).isPerson() {
		return office{}, false
	}
	o, ok := p.office(holders[0], n, "tie/becoming", "the verb says what somebody becomes")
	if !ok && p.kinds(p.agent(v)).isBody() { // "the board elected her chairwoman"
		if by := p.parties(p.agent(v)); len(by) == 1 && by[0].actor != holders[0].actor {
			o.body, o.holder, o.noun, o.rule, o.says, ok = by[0], holders[0], n, "tie/becoming", "the body makes somebody what the noun says", true
			o.role = p.span(n, n)
		}
	}
	o.negated = r.negated
	o.verb, o.begins = v, true
	return o, ok
}

// kinds is the kind of the one whom a word means, "" for none or several.
func (p *passage) kinds(tok int) actorKind {
	if who := p.parties(tok); len(who) == 1 {
		return p.kind(who[0])
	}
	return ""
}
