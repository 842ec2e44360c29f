package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of clauses around a noun: what is asked of it, what describes it, and what only
// follows its description.

// lostRequest reads "called on Bamako to free two men" as an act that somebody is asked for, where
// the parser took its verb for an adjective.
func (t *tree) lostRequest(v int) bool {
	to, n := v-1, t.tok(v).Head
	low := strings.ToLower(t.tok(v).Text)
	if to < 2 || t.rel(v) != language.AMod || n < v || t.tok(to).Head != n || !strings.EqualFold(t.tok(to).Text, "to") || t.lex.frames[low+"/v"] == nil {
		return false
	}
	asked := t.ascend(to-1, t.nominal)
	if asked < 0 {
		return false
	}
	g := t.tok(asked).Head
	if g < 0 || g > asked || t.tok(g).POS != language.VERB || t.tok(n).Head != g && t.tok(n).Head != asked {
		return false
	}
	if t.effect(g, "v").control != "obj" && t.lex.operators[lemmaOf(t.lex, t.tok(g))+"_"+t.caseWord(asked)+"/v"].control != "obj" {
		return false
	}
	t.tok(v).POS, t.tok(v).Tag, t.tok(v).Lemma = language.VERB, "VB", low
	t.tok(v).Head, t.tok(v).Relation = g, language.XComp
	t.tok(n).Head, t.tok(n).Relation = v, language.Obj
	t.tok(to).Head, t.tok(to).Relation, t.tok(to).POS, t.tok(to).Tag = v, language.Mark, language.PART, "TO"
	return true
}

// manners are verbs whose participles hang on the verb before, also where no comma stands between:
// how an act was done, what came of it, what was said with it ("shot three men using a rifle").
var manners = map[string]bool{
	"use": true, "follow": true, "include": true, "cite": true, "say": true, "accord": true, "kill": true, "wound": true, "injure": true,
	"leave": true, "force": true, "cause": true, "destroy": true, "damage": true, "prompt": true, "trigger": true, "send": true, "bring": true,
	"raise": true, "accuse": true, "call": true, "warn": true, "claim": true, "argue": true, "quote": true, "add": true, "mean": true, "concern": true,
	"regard": true, "involve": true, "ask": true, "tell": true, "urge": true, "express": true, "promise": true, "thank": true, "denounce": true,
}

// lostDescription gives people the participle right behind them, where the parser hung it on the
// verb before: "fired on demonstrators trying to storm parliament".
func (t *tree) lostDescription(v int) bool {
	n, h := v-1, t.tok(v).Head
	if n < 1 || h < 0 || h >= n || t.tag(v) != "VBG" || !t.rel(v).Is(language.AdvCl) || t.tok(h).POS != language.VERB || t.tok(n).Head != h || manners[lemmaOf(t.lex, t.tok(v))] {
		return false
	}
	if !t.rel(n).Is(language.Obj) && !t.rel(n).Is(language.Obl) || t.tag(n) != "NNS" || !t.people(n) || t.child(v, language.Mark) >= 0 {
		return false
	}
	return t.move(v, n, language.Acl)
}

// lostResumption gives the main clause the verb that goes on with it behind a comma, where the parser
// coordinated it with a relative clause that has none: "shot at men who fled, and held two".
func (t *tree) lostResumption(v int) bool {
	r, and := t.tok(v).Head, t.child(v, language.CC)
	if r < 1 || r > v || and < 1 || !t.rel(v).Is(language.Conj) || t.rel(r) != language.AclRelCl || t.child(v, language.NSubj) >= 0 || t.tok(and-1).Text != "," {
		return false
	}
	who := t.child(r, language.NSubj)
	if who < 1 || t.tok(who-1).Text == "," || who > r {
		return false
	}
	m := t.climb(t.tok(r).Head, func(i int) bool { return t.tok(i).POS != language.VERB })
	if m < 0 || m > t.tok(r).Head || t.tag(m) != t.tag(v) || t.tag(v) != "VBD" {
		return false
	}
	return t.move(v, m, language.Conj)
}

// lostReason gives a verb what somebody is sentenced, praised or blamed for, where the parser hung it
// on a noun between: "sentenced a man to years in prison for murdering two others".
func (t *tree) lostReason(v int) bool {
	h, mark := t.tok(v).Head, t.child(v, language.Mark)
	if h < 1 || h > v || mark < 0 || t.tag(v) != "VBG" || t.rel(v) != language.Acl || !strings.EqualFold(t.tok(mark).Text, "for") || !t.hasCase(h) {
		return false
	}
	g := t.climb(t.tok(h).Head, func(i int) bool { return i < h && t.nominal(i) && t.hasCase(i) })
	if g < 0 || g > h || t.tok(g).POS != language.VERB || !t.known(g) || t.child(g, language.Obj) < 0 && t.child(g, language.NSubjPass) < 0 {
		return false
	}
	return t.move(v, g, language.AdvCl)
}

// lostRelative reads "a plant, which troops seized" and "a man, whom prosecutors accuse" as what was
// done to it, where the parser gave the verb two subjects, or cut the clause off.
func (t *tree) lostRelative(v int) bool {
	which := v
	for i := v - 1; i >= 1 && i > v-12; i-- {
		if tag := t.tag(i); t.tok(i).Head == v && (tag == "WDT" || tag == "WP") {
			which = i
		}
	}
	s := -1
	for i := which + 1; i < v; i++ {
		if t.tok(i).Head == v && t.rel(i) == language.NSubj {
			s = i
		}
	}
	if which == v || s < 0 || t.child(v, language.Obj) >= 0 || t.child(v, language.AuxPass) >= 0 || t.hasCase(which) {
		return false
	}
	n := which - 1
	if t.tok(n).Text == "," && n > 0 {
		n--
	}
	n = t.climb(n, func(i int) bool {
		return t.nominal(i) && (t.rel(i).Is(language.Flat) || t.rel(i).Is(language.Compound))
	})
	if n < 0 {
		return false
	}
	if t.rel(v) != language.AclRelCl && (!t.nominal(n) || t.tok(v).Head < 0 || !t.move(v, n, language.AclRelCl)) {
		return false
	}
	t.tok(which).Relation = language.Obj
	if t.tag(v) == "VBN" && t.child(v, language.AuxRelation) < 0 {
		t.tok(v).Tag = "VBD"
	}
	return true
}
