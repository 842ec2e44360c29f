package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of verbs that the parser lost: see repaired.

// headless reports whether the main clause has no predicate: the root is a bare nominal.
func (t *tree) headless() bool {
	root := t.s.Root()
	if root < 0 || !t.nominal(root) || !t.s.Terminated {
		return false
	}
	for i := range t.s.Tokens {
		if t.tok(i).Head == root && (t.rel(i).Is(language.Cop) || t.rel(i).Is(language.NSubj) || t.rel(i).Is(language.AuxRelation)) {
			return false
		}
	}
	return true
}

// known reports whether a token is a verb that the lexicon knows; with so much at stake only
// those are moved.
func (t *tree) known(i int) bool {
	l := lemmaOf(t.lex, t.tok(i))
	return t.lex.frames[l+"/v"] != nil || t.lex.operators[l+"/v"].effect != ""
}

// lostVerb finds the predicate of a sentence without one: "Israeli jets bombed rebels", read
// as jets and bombed rebels; "the bank has imposed limits", read as imposed limits.
func (t *tree) lostVerb(v int) bool {
	if tag := t.tag(v); tag != "VBN" && tag != "VBD" || !t.known(v) {
		return false
	}
	m := t.tok(v).Head
	if m < 0 {
		return false
	}
	own, subject, agent := false, false, false
	for i := range t.s.Tokens {
		switch h := t.tok(i).Head; {
		case h == v && i < v && t.rel(i).Is(language.AuxRelation):
			own = true
		case h == v && (t.rel(i) == language.OblAgent || t.rel(i).Is(language.Obl) && t.caseWord(i) == "by"):
			agent = true
		case h == m && i < v && t.rel(i).Is(language.NSubj):
			subject = true
		}
	}
	switch {
	case t.rel(v) == language.AMod && m > v && (own || subject):
		return t.swap(v, m)
	case agent || !t.headless():
		return false
	case (t.rel(v) == language.AMod || t.rel(v).Is(language.Compound)) && m > v && v > 0 && t.nominal(v-1):
		root := t.top(v - 1)
		if root < 0 || root >= v {
			return false
		}
		t.lead(v, root)
		t.tok(m).Head, t.tok(m).Relation = v, language.Obj
		t.lostTime(v, m)
		return true
	case t.rel(v) == language.AMod && m > v && v > 1 && t.tok(m).Head < 0 && t.tok(v-1).POS == language.ADJ && t.tok(v-1).Head == m && t.tok(v-2).POS == language.DET && t.tok(v-2).Head == m:
		return t.lostFront(v, m)
	case t.rel(v) == language.Acl && m < v && t.tok(m).Head < 0:
		t.lead(v, m)
		return true
	}
	return false
}

// lostFront reads "The front claimed responsibility" as a sentence, where the parser took its
// subject for an adjective.
func (t *tree) lostFront(v, object int) bool {
	s := v - 1
	t.tok(s).POS, t.tok(s).Tag = language.NOUN, "NN"
	t.tok(s - 1).Head = s
	t.tok(s).Head, t.tok(s).Relation = v, language.NSubj
	t.tok(v).Tag, t.tok(v).POS = "VBD", language.VERB
	t.tok(v).Head, t.tok(v).Relation = -1, language.Root
	t.tok(object).Head, t.tok(object).Relation = v, language.Obj
	for i := range s {
		if t.tok(i).Head == object {
			t.tok(i).Head = v
		}
	}
	for i := range t.s.Tokens {
		if t.tok(i).Head == object && t.rel(i).Is(language.PunctRelation) {
			t.tok(i).Head = v
		}
	}
	return true
}

// lead makes a verb the root and the former root its subject.
func (t *tree) lead(v, root int) {
	t.tok(v).Head, t.tok(v).Relation = -1, language.Root
	t.tok(v).Tag, t.tok(v).POS = "VBD", language.VERB
	t.tok(root).Head, t.tok(root).Relation = v, language.NSubj
	t.handOver(root, v, v)
}

// top climbs to the root above a token.
func (t *tree) top(i int) int {
	for steps := 0; steps < len(t.s.Tokens); steps++ {
		h := t.tok(i).Head
		if h < 0 {
			return i
		}
		i = h
	}
	return -1
}

// handOver gives what stands behind a verb and hung on its subject to the verb.
func (t *tree) handOver(from, to, behind int) {
	for i := behind + 1; i < len(t.s.Tokens); i++ {
		if t.tok(i).Head == from {
			rel := t.rel(i)
			if rel.Is(language.NMod) || rel.Is(language.Conj) || rel == language.Obj {
				rel = language.Obl
				if !t.hasCase(i) {
					rel = language.Obj
				}
			}
			t.tok(i).Head, t.tok(i).Relation = to, rel
		}
	}
}

// swap lets a verb and the noun that it seemed to describe change places.
func (t *tree) swap(v, m int) bool {
	head, rel := t.tok(m).Head, t.rel(m)
	if head == v {
		return false
	}
	if mark := t.child(v, language.Mark); rel.Is(language.Obj) && mark >= 0 && strings.EqualFold(t.tok(mark).Text, "to") {
		rel = language.XComp
	}
	t.tok(v).Head, t.tok(v).Relation = head, rel
	t.tok(m).Head, t.tok(m).Relation = v, language.Obj
	t.lostTime(v, m)
	for i := range t.s.Tokens {
		if t.tok(i).Head == m && i < v && (t.rel(i).Is(language.NSubj) || t.rel(i).Is(language.Mark) || t.rel(i).Is(language.Case) || t.rel(i).Is(language.AuxRelation)) {
			t.tok(i).Head = v
			if t.rel(i).Is(language.Case) {
				t.tok(i).Relation = language.Mark
			}
		}
	}
	return true
}

// lostTime makes the object of a verb its time where it names one, and gives the infinitive
// behind it to the verb: "promised last month to leave".
func (t *tree) lostTime(v, m int) {
	if !language.IsMeasure(strings.ToLower(t.tok(m).Lemma)) {
		return
	}
	t.tok(m).Relation = language.OblUnmarked
	for i := m + 1; i < len(t.s.Tokens); i++ {
		if t.tok(i).Head == m && t.rel(i) == language.Acl && t.child(i, language.Mark) >= 0 {
			t.tok(i).Head, t.tok(i).Relation = v, language.XComp
		}
	}
	if t.tag(v) == "VBN" && t.child(v, language.AuxRelation) < 0 {
		t.tok(v).Tag = "VBD"
	}
}

// lostGerund finds an act behind a word that governs acts: "accused of arming rebels", "has
// begun arresting officials", read as arming or arresting people.
func (t *tree) lostGerund(v int) bool {
	if t.tag(v) != "VBG" || t.rel(v) != language.AMod && t.rel(v) != language.Compound || v == 0 || t.tok(v).Head <= v || !t.known(v) {
		return false
	}
	m := t.tok(v).Head
	g := t.tok(m).Head
	if g < 0 || g >= v {
		return false
	}
	op := t.lex.operators[lemmaOf(t.lex, t.tok(g))+"/v"]
	prep := t.tok(v - 1)
	switch {
	case op.effect == "" || op.effect == "light" || op.effect == "react":
		return false
	case t.rel(m).Is(language.Obj) && v-1 == g, t.rel(m).Is(language.Obl) && prep.Head == m && prep.Relation.Is(language.Case):
	default:
		return false
	}
	rel := language.XComp
	if t.rel(m).Is(language.Obl) {
		rel = language.AdvCl
	}
	t.tok(m).Relation = rel
	return t.swap(v, m)
}

// lostComplement gives a verb the act that it governs, where the parser took it for a side
// clause ("denied arming them") or hung it on the noun between ("accused Chad of arming
// them", "called on the minister to resign").
func (t *tree) lostComplement(v int) bool {
	if tag := t.tag(v); tag != "VBG" && tag != "VB" || t.tok(v).Head < 0 {
		return false
	}
	h := t.tok(v).Head
	if t.rel(v).Is(language.AdvCl) && h == v-1 && t.tag(v) == "VBG" {
		switch t.effect(h, "v").effect {
		case "", "light", "react", "pass":
			return false
		}
		t.tok(v).Relation = language.XComp
		return true
	}
	g := t.tok(h).Head
	if t.rel(v) != language.Acl || g < 0 || g >= h || h > v || !t.nominal(h) || t.effect(h, "n").effect != "" {
		return false
	}
	if !t.rel(h).Is(language.Obj) && !t.rel(h).Is(language.IObj) && !t.rel(h).Is(language.Obl) || t.effect(g, "v").control != "obj" {
		return false
	}
	mark := t.child(v, language.Mark)
	if mark < 0 {
		return false // "praised the soldiers fighting there"
	}
	rel := language.AdvCl
	if strings.EqualFold(t.tok(mark).Text, "to") {
		rel = language.XComp
	}
	return t.move(v, g, rel)
}

// subordinators are also prepositions, which is how a parser loses a clause.
var subordinators = map[string]bool{"after": true, "before": true, "as": true, "while": true, "since": true, "because": true, "when": true, "although": true, "though": true, "until": true}

// lostClause reads "after Chad seized the town" as a clause where the parser read "after Chad".
func (t *tree) lostClause(v int) bool {
	if tag := t.tag(v); tag != "VBD" && tag != "VBZ" && tag != "VBP" || v < 2 || !t.known(v) || t.rel(v).Is(language.Conj) || t.child(v, language.NSubj) >= 0 {
		return false
	}
	n := v - 1
	for n > 0 && (t.tok(n).POS == language.ADV || t.tok(n).POS == language.AUX) {
		n--
	}
	for steps := 0; steps < 8 && n >= 0 && t.nominal(n); steps++ {
		for i := range n {
			if t.tok(i).Head != n || !t.rel(i).Is(language.Case) || !subordinators[strings.ToLower(t.tok(i).Text)] {
				continue
			}
			head := t.tok(n).Head
			if head < 0 || head == v || !t.move(v, head, language.AdvCl) {
				return false
			}
			t.tok(n).Head, t.tok(n).Relation = v, language.NSubj
			t.tok(i).Head, t.tok(i).Relation = v, language.Mark
			return true
		}
		n = t.tok(n).Head
		if n >= v {
			return false
		}
	}
	return false
}

// lostShot coordinates "and shot dead five people" with the verb before it.
func (t *tree) lostShot(v int) bool {
	first := v - 2
	for first >= 0 && t.tok(first).POS != language.VERB {
		first--
	}
	if first < 0 || v+2 >= len(t.s.Tokens) || !t.move(v, first, language.Conj) {
		return false
	}
	tok := t.tok(v)
	tok.POS, tok.Tag, tok.Lemma = language.VERB, "VBD", "shoot"
	object := v + 2
	for h := t.tok(object).Head; h > v+1; h = t.tok(object).Head {
		object = h
	}
	t.move(v+1, v, language.XComp)
	if t.nominal(object) {
		t.move(object, v, language.Obj)
	}
	return true
}
