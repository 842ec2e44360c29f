package coding

import "github.com/actorgraph/actorgraph/loader/language"

// lostAmounts hangs the words around a number on it and the number on what it counts, where a
// parser took them for a preposition and its object: "killed [between 20 and 30] people",
// "killed [as many as 15] villagers".
func (t *tree) lostAmounts() bool {
	changed := false
	for _, a := range amounts(t.s.Tokens) {
		if a.bounded && a.last-a.first >= 2 && t.lostAmount(a) {
			changed = true
		}
	}
	return changed
}

func (t *tree) lostAmount(a amount) bool {
	n := t.countedBy(a)
	if n < 0 {
		return false
	}
	inside := func(i int) bool { return a.first <= i && i <= a.last }
	// What the whole phrase hangs on, if the tree knows: the head outside of whatever lies inside.
	rel, head := t.rel(n), t.tok(n).Head
	for steps := 0; inside(head) && steps <= a.last-a.first; steps++ {
		rel, head = t.rel(head), t.tok(head).Head
	}
	lost := inside(t.tok(n).Head)
	for i := range t.s.Tokens {
		if inside(i) && t.tok(i).Head == n && t.rel(i).Is(language.Case) {
			lost = true
		}
	}
	v := a.first - 1
	verb := v >= 0 && t.tok(v).POS == language.VERB
	if verb && head == v && rel.Is(language.Conj) {
		lost = true
	}
	if !lost || head < 0 {
		return false
	}
	for h, steps := head, 0; h >= 0 && steps <= len(t.s.Tokens); h, steps = t.tok(h).Head, steps+1 {
		if h == n || inside(h) { // what it hangs on hangs on the number itself
			return false
		}
	}
	if verb && head == v && (rel.Is(language.Obl) || rel.Is(language.Conj) || rel.Is(language.NMod)) {
		for i := range t.s.Tokens { // "as [many] as 15" may have been taken for a complement
			if !inside(i) && i != n && t.tok(i).Head == v && (t.rel(i).Is(language.Obj) || t.rel(i).Is(language.NSubjPass) && t.auxiliary(v)) {
				return false
			}
			if t.tok(i).Head == v && t.rel(i) == language.NSubjPass {
				t.tok(i).Relation = language.NSubj
			}
		}
		rel = language.Obj
	}
	if !t.move(n, head, rel) {
		return false
	}
	for i := a.first; i <= a.last; i++ {
		if i < a.last {
			t.tok(i).Head, t.tok(i).Relation = a.last, language.AdvMod
		}
	}
	t.tok(a.last).Head, t.tok(a.last).Relation = n, language.NumMod
	for i := range t.s.Tokens { // the rest of what hung inside belongs to the noun
		if !inside(i) && i != n && inside(t.tok(i).Head) {
			t.tok(i).Head = n
		}
	}
	return true
}

// auxiliary reports whether a verb has an auxiliary of the passive.
func (t *tree) auxiliary(v int) bool { return t.child(v, language.AuxPass) >= 0 }

// countedBy is the noun right behind an amount, adjectives between them left aside; -1 for none.
func (t *tree) countedBy(a amount) int {
	for i := a.last + 1; i < len(t.s.Tokens) && i <= a.last+4; i++ {
		switch t.tok(i).POS {
		case language.NOUN, language.PROPN:
			if next := i + 1; next < len(t.s.Tokens) && t.tok(next).POS == language.NOUN && t.tok(i).Head == next {
				continue
			}
			return i
		case language.ADJ:
		default:
			return -1
		}
	}
	return -1
}
