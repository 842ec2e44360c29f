package coding

import (
	"github.com/actorgraph/actorgraph/graph"
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
	takes := (p.lem[v] == "take" || p.lem[v] == "return" || p.lem[v] == "hire" || p.lem[v] == "replace" || p.lem[v] == "succeed") && as == "as"
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
	if !ok {
		if before, found := p.vacated(n); found {
			o.body, o.holder, o.noun, o.rule, o.says, ok = before.body, holders[0], n, "tie/becoming", "the verb says what somebody becomes, and the text where that office is", true
			first := n
			for first > 0 && p.roleWord(first-1) {
				first--
			}
			o.role = p.span(first, n)
			o.body.token, o.body.span, o.body.inferred, o.implied = n, o.role, true, true
		}
	}
	o.negated = r.negated
	o.verb, o.begins = v, true
	return o, ok
}

// post is an office that a sentence has spoken of.
type post struct {
	office
	sentence int
}

// vacated is the office of the same noun that the text has spoken of before, if it was always in
// one body: "the mayor of Torvik resigned. His deputy takes over as mayor".
func (p *passage) vacated(n int) (post, bool) {
	found, ok := post{}, false
	for _, o := range p.r.posts[p.lem[n]] {
		if o.sentence >= p.index {
			continue
		}
		if ok && o.body.actor != found.body.actor {
			return post{}, false
		}
		found, ok = o, true
	}
	return found, ok
}

// succession is the tie to whoever held an office before the one who takes it over: the last
// other holder whom the text has named, where the verb says that one follows the other, or he has left.
func (p *passage) succession(o office) *tie {
	v := o.verb
	if v < 0 || !o.begins || o.negated {
		return nil
	}
	over := p.lem[v] == "take" || p.lem[v] == "replace" || p.lem[v] == "succeed"
	var before *post
	for i := range p.r.posts[p.lem[o.noun]] {
		x := &p.r.posts[p.lem[o.noun]][i]
		if x.sentence < p.index && x.body.actor == o.body.actor && x.holder.actor != o.holder.actor && !x.begins && (over || x.former) {
			before = x
		}
	}
	if before == nil {
		return nil
	}
	to := before.holder
	to.token, to.span, to.inferred = o.noun, o.role, true
	t := &tie{p: p, relation: graph.Succeeded, from: o.holder, to: to, trigger: v, confidence: confidenceOf("tie/succession", graph.Succeeded, true),
		steps: []graph.Step{p.step("tie/succession", "one takes over the office that the other held", v)}}
	p.term(t, v, true)
	return t
}

// kinds is the kind of the one whom a word means, "" for none or several.
func (p *passage) kinds(tok int) actorKind {
	if who := p.parties(tok); len(who) == 1 {
		return p.kind(who[0])
	}
	return ""
}
