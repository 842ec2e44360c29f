package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of subjects and objects that the parser hung elsewhere: see repaired.

// lostObject reads a bare noun behind a verb as its object where the parser took it for a
// predicate or a measure, or gave it to another verb: "called off talks", "arrested 20 soldiers".
func (t *tree) lostObject(n int) bool {
	rel := t.rel(n)
	second := rel.Is(language.NSubj) && t.earlierSubject(n) // "those who kidnapped the minister fled"
	bare := rel.Is(language.Obl)                            // "dismissed almost his entire cabinet"
	if !second && rel != language.XComp && !bare && !rel.Is(language.CComp) || t.tok(n).POS != language.NOUN || t.hasCase(n) || language.IsMeasure(strings.ToLower(t.tok(n).Lemma)) {
		return false
	}
	if t.child(n, language.Cop) >= 0 || t.child(n, language.NSubj) >= 0 || t.child(n, language.Mark) >= 0 || t.tag(n) != "NNS" && !bare && !second {
		return false
	}
	left := n
	for left > 0 && t.tok(left-1).Head == n {
		left--
	}
	v := left - 1
	if v > 0 && t.rel(v).Is(language.CompoundPrt) {
		v = t.tok(v).Head
	}
	if v < 0 || t.tok(v).POS != language.VERB || !t.known(v) || t.child(v, language.Obj) >= 0 {
		return false
	}
	return t.move(n, v, language.Obj)
}

// earlierSubject reports whether the verb of a subject has another one before it.
func (t *tree) earlierSubject(n int) bool {
	for i := range n {
		if t.tok(i).Head == t.tok(n).Head && t.rel(i).Is(language.NSubj) {
			return true
		}
	}
	return false
}

// lostOblique gives a verb the act that it governs by a preposition, where the parser hung it
// on the object: "accused Chad of an attack".
func (t *tree) lostOblique(n int) bool {
	o := t.tok(n).Head
	if o < 0 || o > n || !t.rel(n).Is(language.NMod) || t.rel(n) == language.NModPoss || t.lex.frames[lemmaOf(t.lex, t.tok(n))+"/n"] == nil {
		return false
	}
	v := t.tok(o).Head
	if v < 0 || !t.rel(o).Is(language.Obj) || t.lex.frames[lemmaOf(t.lex, t.tok(o))+"/n"] != nil {
		return false
	}
	switch op := t.effect(v, "v"); {
	case op.effect != "allege" && op.effect != "threat" && op.effect != "hypo" && op.effect != "prevent":
		return false
	case !governing[t.caseWord(n)]:
		return false
	}
	return t.move(n, v, language.Obl)
}

// lostVictim gives an act noun its target, where the parser hung it on the noun before:
// "responsibility for the attack on the mayor".
func (t *tree) lostVictim(n int) bool {
	h := t.tok(n).Head
	if h < 0 || h > n || !t.rel(n).Is(language.NMod) || t.rel(n) == language.NModPoss || !t.nominal(h) {
		return false
	}
	prep := t.child(n, language.Case)
	act := prep - 1
	if prep < 1 || act <= h || t.tok(act).POS != language.NOUN {
		return false
	}
	word := strings.ToLower(t.tok(prep).Text)
	for _, f := range t.lex.frames[lemmaOf(t.lex, t.tok(act))+"/n"] {
		for _, s := range f.targets.slots {
			if s.name == word && (word == "on" || word == "against" || word == "of") {
				return t.move(n, act, language.NMod)
			}
		}
	}
	return false
}

// lostOutcome reads "was found guilty", "were taken hostage" as what became of somebody, where
// the parser made it an object.
func (t *tree) lostOutcome(i int) bool {
	tok := t.tok(i)
	if tok.POS != language.NOUN || !tok.Relation.Is(language.Obj) || tok.Head < 0 || tok.Head > i || t.child(i, language.DetRelation) >= 0 || t.child(i, language.NumMod) >= 0 {
		return false
	}
	switch strings.ToLower(tok.Text) {
	case "guilty":
		tok.POS, tok.Tag = language.ADJ, "JJ"
	case "hostage", "captive", "prisoner":
	default:
		return false
	}
	tok.Relation = language.XComp
	return true
}

// lostTitle reads "The minister, Anne Duval, visited" as one subject with its name.
func (t *tree) lostTitle(n int) bool {
	v := t.tok(n).Head
	if v <= n || !t.lex.is(lemmaOf(t.lex, t.tok(n)), "office") || t.hasCase(n) || n+2 >= len(t.s.Tokens) || t.tok(n+1).Text != "," {
		return false
	}
	name := n + 2
	if t.tok(name).POS != language.PROPN || t.tok(name).Head != v || !t.rel(name).Is(language.NSubj) {
		return false
	}
	rel := t.rel(name)
	t.tok(n).Relation = rel
	t.tok(name).Head, t.tok(name).Relation = n, language.Appos
	return true
}

// lostHost gives a sentence its subject back, where a relative clause behind it was taken for
// one: "Diallo, whose family lives there, visited".
func (t *tree) lostHost(c int) bool {
	v := t.tok(c).Head
	if v <= c || t.tok(c).POS != language.VERB || !t.rel(c).Is(language.NSubj) {
		return false
	}
	for i := c - 1; i >= 2; i-- {
		switch strings.ToLower(t.tok(i).Text) {
		case "who", "whose", "which", "whom":
		default:
			continue
		}
		n := i - 2
		if t.tok(i-1).Text != "," || !t.nominal(n) {
			return false
		}
		if n = t.ascend(n, func(h int) bool { return h < i && t.nominal(h) }); n < 0 {
			return false
		}
		t.tok(n).Head, t.tok(n).Relation = v, language.NSubj
		t.tok(c).Head, t.tok(c).Relation = n, language.AclRelCl
		return true
	}
	return false
}

// lostSubject frees the subject from a time before it: "On Tuesday rebels attacked", read as
// on Tuesday rebels.
func (t *tree) lostSubject(n int) bool {
	v := t.tok(n).Head
	if v <= n || !t.rel(n).Is(language.Obl) || t.tok(v).POS != language.VERB || t.child(v, language.NSubj) >= 0 {
		return false
	}
	day, on := -1, -1
	for i := range n {
		if t.tok(i).Head != n {
			continue
		}
		if w := strings.ToLower(t.tok(i).Text); t.rel(i).Is(language.Compound) && (isWeekday(w) || months[w] != 0) {
			day = i
		} else if t.rel(i).Is(language.Case) {
			on = i
		}
	}
	if day < 0 || on != day-1 {
		return false
	}
	t.tok(n).Relation = language.NSubj
	t.tok(day).Head, t.tok(day).Relation = v, language.Obl
	t.tok(on).Head = day
	return true
}

// lostConjunct finds a nominal behind "and" or a comma that was made a second subject of a
// verb, or coordinated with a verb, and makes it what it is: coordinated with the nominal
// before it.
func (t *tree) lostConjunct(n int) bool {
	h := t.tok(n).Head
	if h < 0 || !t.nominal(n) || t.tok(h).POS != language.VERB || t.says(h) {
		return false
	}
	switch {
	case t.rel(n).Is(language.NSubj) && h > n:
	case t.rel(n).Is(language.Conj) && h < n && t.tok(n).POS == language.PROPN && t.child(n, language.NSubj) < 0 && t.child(n, language.Cop) < 0 && t.child(n, language.Case) < 0:
	default:
		return false
	}
	before := t.joined(n)
	if before < 0 {
		return false
	}
	if t.rel(n).Is(language.NSubj) {
		if !t.earlierSubject(n) {
			return false
		}
	}
	return t.move(n, before, language.Conj)
}

// joined is the head of the nominal right before the "and" or comma before a nominal, -1 for none.
func (t *tree) joined(n int) int {
	left := n
	for left > 0 && t.tok(left-1).Head == n && !t.rel(left-1).Is(language.PunctRelation) && !t.rel(left-1).Is(language.CC) {
		left--
	}
	own := left
	for left > 0 && (t.tok(left-1).Text == "and" || t.tok(left-1).Text == "or" || t.tok(left-1).Text == ",") {
		left--
	}
	before := left - 1
	if left == own || before < 0 || !t.nominal(before) {
		return -1
	}
	return t.climb(before, func(i int) bool { // "New" governs "Zealand"
		h := t.tok(i).Head
		return h >= 0 && h < n && t.nominal(h) && (t.rel(i).Is(language.Flat) || t.rel(i).Is(language.Compound))
	})
}
