package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of clauses in front of the main one, of perfects, of years, and of "that" before several.

// fronting are conjunctions that open a clause in front of the main one.
var fronting = map[string]bool{
	"if": true, "unless": true, "when": true, "once": true, "while": true, "after": true, "before": true,
	"because": true, "since": true, "although": true, "though": true, "as": true, "until": true,
}

// opensClause reports whether a word may open a clause with a subject of its own.
func opensClause(word string) bool { return fronting[word] || word == "that" }

// lostFronted reads "If Iran attacks, France will …" as a clause in front of the main one, where
// the parser took the first for the sentence and the second for an aside.
func (t *tree) lostFronted(v int) bool {
	if t.tok(v).Head >= 0 || t.tok(v).POS != language.VERB {
		return false
	}
	mark := t.child(v, language.Mark)
	if mark < 0 {
		mark = t.child(v, language.AdvMod)
	}
	if mark < 0 || mark > v || mark > 0 && t.tok(mark-1).POS != language.PUNCT && t.tok(mark-1).POS != language.CCONJ || !fronting[strings.ToLower(t.tok(mark).Text)] {
		return false
	}
	for w := v + 1; w < len(t.s.Tokens); w++ {
		if t.tok(w).Head != v || t.tok(w).POS != language.VERB || !t.rel(w).Is(language.Parataxis) && !t.rel(w).Is(language.CComp) && !t.rel(w).Is(language.Conj) {
			continue
		}
		s := t.child(w, language.NSubj)
		if s < v || s > w || t.child(w, language.CC) >= 0 || !t.commaBetween(v, s) {
			continue
		}
		t.tok(w).Head, t.tok(w).Relation = -1, language.Root
		t.tok(v).Head, t.tok(v).Relation = w, language.AdvCl
		return true
	}
	return false
}

func (t *tree) commaBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if t.tok(i).Text == "," {
			return true
		}
	}
	return false
}

// lostPerfect reads "to have supplied missiles" as a perfect, where the parser took the
// participle for what describes its object.
func (t *tree) lostPerfect(have int) bool {
	v := have + 1
	if v >= len(t.s.Tokens) || t.tok(v).Tag != "VBN" || lemmaOf(t.lex, t.tok(have)) != "have" || t.lex.frames[lemmaOf(t.lex, t.tok(v))+"/v"] == nil {
		return false
	}
	o := t.tok(v).Head
	if !t.rel(v).Is(language.AMod) || o <= v || t.tok(o).Head != have || !t.rel(o).Is(language.Obj) {
		return false
	}
	t.tok(v).Head, t.tok(v).Relation = t.tok(have).Head, t.rel(have)
	for i := range t.s.Tokens {
		if t.tok(i).Head == have {
			t.tok(i).Head = v
		}
	}
	t.tok(have).Head, t.tok(have).Relation = v, language.AuxRelation
	t.tok(have).POS = language.AUX
	t.tok(o).Head, t.tok(o).Relation = v, language.Obj
	return true
}

// lostYear reads "In 2016 police arrested" as a year and who acts, where the parser counted
// the police.
func (t *tree) lostYear(i int) bool {
	n, text := t.tok(i).Head, t.tok(i).Text
	if !t.rel(i).Is(language.NumMod) || len(text) != 4 || text[0] != '1' && text[0] != '2' || n != i+1 || i == 0 || strings.ToLower(t.tok(i-1).Text) != "in" || t.tok(i-1).Head != n {
		return false
	}
	v := t.tok(n).Head
	if !t.rel(n).Is(language.Obl) || v <= n || t.tok(v).POS != language.VERB || t.child(v, language.NSubj) >= 0 {
		return false
	}
	t.tok(i).Head, t.tok(i).Relation = v, language.Obl
	t.tok(i - 1).Head = i
	t.tok(n).Relation = language.NSubj
	return true
}

// lostThat reads "that jets had bombed" as a reported clause: before several, "that" is no
// article.
func (t *tree) lostThat(i int) bool {
	n := t.tok(i).Head
	if strings.ToLower(t.tok(i).Text) != "that" || !t.rel(i).Is(language.DetRelation) || n <= i || t.tag(n) != "NNS" || !t.rel(n).Is(language.Obj) {
		return false
	}
	h := t.tok(n).Head
	v := n + 1
	for v < len(t.s.Tokens) && (t.tok(v).POS == language.AUX || t.tok(v).POS == language.ADV) {
		v++
	}
	if h < 0 || h > i || !t.says(h) || v >= len(t.s.Tokens) || t.tok(v).POS != language.VERB || t.tag(v) == "VBG" {
		return false
	}
	t.tok(i).Relation, t.tok(i).POS, t.tok(i).Tag = language.Mark, language.SCONJ, "IN"
	t.tok(n).Head, t.tok(n).Relation = v, language.NSubj
	t.tok(i).Head = v
	return t.move(v, h, language.CComp)
}

// lostDead reads "shot dead the judge" with the judge as whom was shot.
func (t *tree) lostDead(i int) bool {
	v := t.tok(i).Head
	if strings.ToLower(t.tok(i).Text) != "dead" || v != i-1 || lemmaOf(t.lex, t.tok(v)) != "shoot" || !t.rel(i).Is(language.Obj) {
		return false
	}
	for o := i + 1; o < len(t.s.Tokens); o++ {
		if t.tok(o).Head == i && t.nominal(o) {
			t.tok(i).Relation = language.XComp
			t.tok(o).Head, t.tok(o).Relation = v, language.Obj
			return true
		}
	}
	return false
}
