package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// finiteAux are the forms of auxiliaries that open a predicate, whatever stands before them.
var finiteAux = map[string]bool{
	"was": true, "were": true, "is": true, "are": true, "has": true, "have": true, "had": true, "will": true, "would": true, "could": true, "may": true, "might": true, "should": true,
}

// lostReduced reads "one of the men killed was a guard" and "the soldiers wounded were taken to a
// hospital" as what the auxiliary opens, with the participle beside its noun, where the parser
// took the participle for what the sentence says.
func (t *tree) lostReduced(v int) bool {
	tag := t.tag(v)
	if tag != "VBD" && tag != "VBN" || t.tok(v).POS != language.VERB || v == 0 || v+1 >= len(t.s.Tokens) || !t.nominal(v-1) {
		return false
	}
	aux := v + 1
	if t.tok(aux).POS != language.AUX || !finiteAux[strings.ToLower(t.tok(aux).Text)] {
		return false
	}
	w, s := t.tok(aux).Head, t.child(v, language.NSubj)
	if w <= aux || t.tok(w).Head != v || s < 0 || s >= v || t.child(w, language.NSubj) >= 0 || t.child(v, language.AuxRelation) >= 0 {
		return false
	}
	for i := v - 1; i != s; i = t.tok(i).Head { // "persons" of "one of the persons"
		if h := t.tok(i).Head; h < 0 || h >= v {
			return false
		}
	}
	t.tok(w).Head, t.tok(w).Relation = t.tok(v).Head, t.rel(v)
	for i := range t.s.Tokens {
		if t.tok(i).Head == v && (i < v || i > w || t.rel(i).Is(language.PunctRelation)) {
			t.tok(i).Head = w
		}
	}
	if t.child(w, language.AuxPass) >= 0 {
		t.tok(s).Relation = language.NSubjPass
	}
	t.tok(v).Tag, t.tok(v).Head, t.tok(v).Relation = "VBN", v-1, language.Acl
	return true
}
