package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of the words before those who act: see repaired.

// lostDemonym reads "South African President Jacob Zuma spoke" with one subject, where the
// parser made the adjective another.
func (t *tree) lostDemonym(i int) bool {
	v := t.tok(i).Head
	if v <= i+1 || t.tok(i).POS != language.ADJ || !t.rel(i).Is(language.NSubj) || t.hasCase(i) {
		return false
	}
	next, top := i+1, i+1
	for t.nominal(top) && t.tok(top).Head > top && t.tok(top).Head < v {
		top = t.tok(top).Head
	}
	if !t.nominal(next) || t.tok(top).Head != v || !t.rel(top).Is(language.NSubj) {
		return false
	}
	return t.move(i, next, language.AMod)
}

// provisional are participles that stand before an office and tell how it is held.
var provisional = map[string]bool{"acting": true, "outgoing": true, "incoming": true, "sitting": true, "serving": true}

// lostActing reads "as acting mayor" as a mayor, where the parser saw somebody act.
func (t *tree) lostActing(i int) bool {
	if !provisional[strings.ToLower(t.tok(i).Text)] || t.tok(i).POS != language.VERB || t.tok(i).Head < 0 {
		return false
	}
	n := i + 1
	for n < len(t.s.Tokens) && t.nominal(n) && t.tok(n).Head > n && t.tok(n).Head <= i+3 {
		n = t.tok(n).Head
	}
	if n >= len(t.s.Tokens) || t.tok(n).Head != i || !t.rel(n).Is(language.Obj) || !t.lex.is(lemmaOf(t.lex, t.tok(n)), "office") || t.child(n, language.DetRelation) >= 0 {
		return false
	}
	rel := language.Relation(language.XComp)
	for k := range t.s.Tokens {
		switch {
		case k == n || t.tok(k).Head != i:
		case t.rel(k).Is(language.Mark):
			rel = language.Obl
			t.tok(k).Head, t.tok(k).Relation, t.tok(k).POS = n, language.Case, language.ADP
		default:
			t.tok(k).Head = n
		}
	}
	t.tok(n).Head, t.tok(n).Relation = t.tok(i).Head, rel
	t.tok(i).Head, t.tok(i).Relation = n, language.AMod
	t.tok(i).POS, t.tok(i).Tag, t.tok(i).Lemma = language.ADJ, "JJ", strings.ToLower(t.tok(i).Text)
	return true
}

// lostLed reads "the rebel-held town fell", "the US-led coalition struck" with the participle
// behind the hyphen before its noun, where the parser made it the verb of the sentence.
func (t *tree) lostLed(i int) bool {
	if i < 2 || t.tag(i) != "VBN" || t.tok(i-1).Text != "-" || t.tok(i-1).End != t.tok(i).Start || t.tok(i-2).End != t.tok(i-1).Start {
		return false
	}
	n := i + 1
	for n < len(t.s.Tokens) && n < i+3 && t.tok(n).POS == language.ADJ {
		n++
	}
	if n >= len(t.s.Tokens) || !t.nominal(n) {
		return false
	}
	v := t.tok(n).Head
	if v <= n || t.tok(v).POS != language.VERB || t.tok(v).Head != i || t.tag(v) == "VBN" || t.tag(v) == "VBG" {
		return false
	}
	head, rel := t.tok(i).Head, t.rel(i)
	for k := range t.s.Tokens {
		switch {
		case k == v || t.tok(k).Head != i || k == i-1 || k == i-2:
		case k < i:
			t.tok(k).Head = n
		default:
			t.tok(k).Head = v
		}
	}
	t.tok(v).Head, t.tok(v).Relation = head, rel
	t.tok(n).Head, t.tok(n).Relation = v, language.NSubj
	t.tok(i).Head, t.tok(i).Relation = n, language.AMod
	return true
}

// lostModal reads "May said", "Will told" as a name and its verb: no modal verb has a past tense
// behind it.
func (t *tree) lostModal(i int) bool {
	word := t.tok(i).Text
	if t.tag(i) != "MD" || t.tok(i).POS != language.AUX || word != "May" && word != "Will" || i+2 >= len(t.s.Tokens) {
		return false
	}
	if own, n := i+1, t.tok(i).Head; (t.tok(own).Text == "'s" || t.tok(own).Text == "’s") && t.tok(own).Head == n && n > own && t.tok(n).POS == language.NOUN {
		t.tok(own).Head, t.tok(own).Relation, t.tok(own).POS, t.tok(own).Tag, t.tok(own).Lemma = i, language.Case, language.PART, "POS", "'s"
		t.tok(i).POS, t.tok(i).Tag, t.tok(i).Lemma, t.tok(i).Relation = language.PROPN, "NNP", word, language.NModPoss
		return true
	}
	if t.tag(i+1) != "VBD" || t.tok(i).Head != i+1 || t.child(i+1, language.NSubj) >= 0 {
		return false
	}
	t.tok(i).POS, t.tok(i).Tag, t.tok(i).Lemma, t.tok(i).Relation = language.PROPN, "NNP", word, language.NSubj
	return true
}

// lostListed reads "Ann Lee and North Korean leader Kim" as two people, where the parser listed
// only the adjective and hung the title beside the first.
func (t *tree) lostListed(n int) bool {
	first := t.tok(n).Head
	if first < 0 || first >= n || !t.rel(n).Is(language.Appos) || !t.nominal(n) || !t.lex.is(lemmaOf(t.lex, t.tok(n)), "office") {
		return false
	}
	i := n - 1
	for i > first && (t.tok(i).POS == language.ADJ || t.tok(i).POS == language.PROPN || t.tok(i).POS == language.NOUN) {
		if t.tok(i).Head == first && t.rel(i).Is(language.Conj) {
			t.tok(n).Relation = language.Conj
			for k := range t.s.Tokens {
				if k < n && t.tok(k).Head == i && t.rel(k).Is(language.CC) {
					t.tok(k).Head = n
				}
			}
			t.tok(i).Head, t.tok(i).Relation = n, language.Compound
			return true
		}
		i--
	}
	return false
}
