package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of participles that the parser took for what the sentence says: see repaired.

// finiteAux are the forms of auxiliaries that open a predicate, whatever stands before them.
var finiteAux = map[string]bool{
	"was": true, "were": true, "is": true, "are": true, "has": true, "have": true, "had": true, "will": true, "would": true, "could": true, "may": true, "might": true, "should": true,
}

// alwaysTransitive are verbs that without an object are passive participles.
func alwaysTransitive(lemma string) bool {
	return counted[lemma] != "" || harmVerbs[lemma] != "" || pursuing[lemma] && lemma != "try"
}

// lostReduced reads "one of the men killed was a guard" and "the priests murdered on Friday by
// soldiers were buried" as what the auxiliary opens, with the participle beside its noun.
func (t *tree) lostReduced(v int) bool {
	if tag := t.tag(v); tag != "VBD" && tag != "VBN" || t.tok(v).POS != language.VERB || v == 0 || !t.nominal(v-1) {
		return false
	}
	aux := t.auxBehind(v)
	if aux < 0 || t.child(v, language.Obj) > 0 && t.child(v, language.Obj) < aux || t.child(v, language.AuxRelation) >= 0 {
		return false
	}
	w, s := t.tok(aux).Head, t.child(v, language.NSubj)
	if w <= aux || t.tok(w).Head != v || s < 0 || s >= v {
		return false
	}
	if own := t.child(w, language.NSubj); own >= 0 && (own < v || own > aux) {
		return false
	}
	if t.climb(v-1, func(i int) bool { return i != s && i < v }) != s { // "persons" of "one of the persons"
		return false
	}
	t.tok(w).Head, t.tok(w).Relation = t.tok(v).Head, t.rel(v)
	for i := range t.s.Tokens {
		switch h := t.tok(i).Head; {
		case i > v && i < aux && h == w:
			t.tok(i).Head, t.tok(i).Relation = v, language.Obl
		case h == v && (i < v || i > w || i > aux && t.rel(i).Is(language.PunctRelation)):
			t.tok(i).Head = w
		}
	}
	if t.child(w, language.AuxPass) >= 0 {
		t.tok(s).Relation = language.NSubjPass
	}
	t.tok(v).Tag, t.tok(v).Head, t.tok(v).Relation = "VBN", v-1, language.Acl
	return true
}

// auxBehind is the auxiliary that opens a predicate right behind a verb, or behind the phrases of
// a participle; -1 for none.
func (t *tree) auxBehind(v int) int {
	phrases := alwaysTransitive(lemmaOf(t.lex, t.tok(v)))
	for i := v + 1; i < len(t.s.Tokens) && i <= v+maxDepth; i++ {
		if t.tok(i).POS == language.AUX && finiteAux[strings.ToLower(t.tok(i).Text)] {
			return i
		}
		switch t.tok(i).POS {
		case language.NOUN, language.PROPN, language.ADP, language.ADJ, language.DET, language.NUM:
		default:
			return -1
		}
		if !phrases || i == v+1 && t.tok(i).POS != language.ADP {
			return -1
		}
	}
	return -1
}

// lostAttribute reads "once passing trucks are used" with the trucks as what is used, where
// the parser took the participle before them for a clause of its own.
func (t *tree) lostAttribute(v int) bool {
	n := v + 1
	if t.tag(v) != "VBG" || v == 0 || n+1 >= len(t.s.Tokens) || t.tok(n).Head != v || !t.rel(n).Is(language.Obj) || !t.nominal(n) || t.tok(n).POS == language.PRON {
		return false
	}
	aux, mark := n+1, v-1
	w := t.tok(aux).Head
	if t.tok(aux).POS != language.AUX || !finiteAux[strings.ToLower(t.tok(aux).Text)] || w <= aux || !opensClause(strings.ToLower(t.tok(mark).Text)) || t.child(w, language.NSubj) >= 0 {
		return false
	}
	if t.tok(w).Head == v || t.tok(w).Head == n {
		return false
	}
	rel := language.NSubj
	if t.child(w, language.AuxPass) >= 0 {
		rel = language.NSubjPass
	}
	t.tok(n).Head, t.tok(n).Relation = w, rel
	t.tok(v).Head, t.tok(v).Relation, t.tok(v).POS = n, language.AMod, language.ADJ
	t.tok(mark).Head, t.tok(mark).Relation = w, language.Mark
	return true
}

// lostAccused reads "tried the soldiers accused of murder" with the soldiers as those whom others
// accuse: such a verb has an object, or is a participle.
func (t *tree) lostAccused(v int) bool {
	if t.tag(v) != "VBD" || v == 0 || v+1 >= len(t.s.Tokens) || !t.rel(v).Is(language.CComp) && !t.rel(v).Is(language.XComp) {
		return false
	}
	if next := strings.ToLower(t.tok(v + 1).Text); next != "of" && next != "with" || !pursuing[lemmaOf(t.lex, t.tok(v))] {
		return false
	}
	s, h := t.child(v, language.NSubj), t.tok(v).Head
	if s != v-1 || h < 0 || h > s || t.child(v, language.Obj) >= 0 || t.child(h, language.Obj) >= 0 || t.child(v, language.AuxRelation) >= 0 || t.child(v, language.Mark) >= 0 {
		return false
	}
	t.tok(s).Head, t.tok(s).Relation = h, language.Obj
	t.tok(v).Tag, t.tok(v).Head, t.tok(v).Relation = "VBN", s, language.Acl
	return true
}

// lostCarried reads ", carried out by hooded men" behind an act as what says who did it, where the
// parser made it one more thing that the subject does.
func (t *tree) lostCarried(v int) bool {
	h := t.tok(v).Head
	if h < 0 || h > v || !t.rel(v).Is(language.Conj) || t.tok(h).POS != language.VERB || t.tok(v-1).Text != "," || t.child(v, language.NSubj) >= 0 || t.child(v, language.Obj) >= 0 || t.child(v, language.CC) >= 0 {
		return false
	}
	lemma := lemmaOf(t.lex, t.tok(v))
	if prt := t.child(v, language.CompoundPrt); prt >= 0 {
		lemma += "_" + strings.ToLower(t.tok(prt).Text)
	}
	if t.lex.operators[lemma+"/v"].effect != "light" {
		return false
	}
	agent := false
	for i := v + 1; i < len(t.s.Tokens); i++ {
		agent = agent || t.tok(i).Head == v && t.rel(i).Is(language.Obl) && t.caseWord(i) == "by"
	}
	o := t.child(h, language.Obj)
	if !agent || o < h || o > v || t.lex.frames[lemmaOf(t.lex, t.tok(o))+"/n"] == nil {
		return false
	}
	t.tok(v).Tag, t.tok(v).Head, t.tok(v).Relation = "VBN", o, language.Acl
	return true
}
