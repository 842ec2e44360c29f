package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Words before a noun that the parser took for the noun itself.

// earlier are adjectives that only stand before a noun: nobody is accused "former".
var earlier = map[string]bool{"former": true, "ex": true, "late": true, "acting": true, "then": true, "incumbent": true, "outgoing": true, "incoming": true, "deputy": true}

// lostAdjective gives a verb its noun, where the parser gave it the adjective before that and
// hung the noun on the adjective: "sentenced former President Toledo".
func (t *tree) lostAdjective(i int) bool {
	a := t.tok(i)
	if !earlier[strings.ToLower(a.Text)] || a.Head < 0 || !(a.Relation.Is(language.Obj) || a.Relation.Is(language.NSubj) || a.Relation.Is(language.Obl) || a.Relation.Is(language.NMod)) {
		return false
	}
	noun := -1
	for c := i + 1; c < len(t.s.Tokens) && (t.nominal(c) || t.tok(c).POS == language.ADJ || t.tok(c).POS == language.NOUN); c++ {
		if t.tok(c).Head == i {
			noun = c
			break
		}
	}
	if noun < 0 || t.hasCase(noun) {
		return false
	}
	head, rel := a.Head, a.Relation
	for c := range t.s.Tokens {
		if c != noun && t.tok(c).Head == i {
			t.tok(c).Head = noun
		}
	}
	t.tok(noun).Head, t.tok(noun).Relation = head, rel
	a.Head, a.Relation = noun, language.AMod
	return true
}

// lostDated gives a verb its subject, where the parser took the time behind that for it: "Beijing
// last month launched".
func (t *tree) lostDated(n int) bool {
	v := t.tok(n).Head
	if v <= n || !t.rel(n).Is(language.NSubj) || !language.IsMeasure(strings.ToLower(t.tok(n).Lemma)) || n < 2 || t.tok(v).POS != language.VERB {
		return false
	}
	switch strings.ToLower(t.tok(n - 1).Text) {
	case "last", "this", "next", "earlier":
	default:
		return false
	}
	subject := t.ascend(n-2, func(h int) bool { return h < n-1 })
	if subject < 0 || t.tok(subject).Head != n || t.tok(subject).POS != language.PROPN {
		return false
	}
	t.tok(subject).Head, t.tok(subject).Relation = v, t.rel(n)
	t.tok(n).Relation = language.Obl
	for c := range subject {
		if t.tok(c).Head == n {
			t.tok(c).Head = subject
		}
	}
	return true
}

// lostCourt reads "took Chad to court" as where somebody is taken, which the tagger may take for
// what he is to do there.
func (t *tree) lostCourt(i int) bool {
	c := t.tok(i)
	if strings.ToLower(c.Text) != "court" || c.POS != language.VERB || c.Head < 0 || c.Head >= i || i == 0 || strings.ToLower(t.tok(i-1).Text) != "to" || t.tok(c.Head).POS != language.VERB {
		return false
	}
	switch strings.ToLower(t.tok(c.Head).Lemma) {
	case "take", "bring", "haul", "drag", "go", "return":
	default:
		return false
	}
	if t.child(i, language.Obj) >= 0 {
		return false // "took pains to court voters"
	}
	c.POS, c.Tag, c.Lemma, c.Relation = language.NOUN, "NN", "court", language.Obl
	to := t.tok(i - 1)
	to.POS, to.Tag, to.Relation, to.Head = language.ADP, "IN", language.Case, i
	return true
}
