package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of phrases whose edge the parser missed: see repaired.

// lostCount reads "released at least 19 people" as a verb with its object: that "at" belongs
// to the number.
func (t *tree) lostCount(i int) bool {
	num := i + 2
	if num >= len(t.s.Tokens) || !strings.EqualFold(t.tok(i).Text, "at") || !t.rel(i).Is(language.Case) || t.tok(num).POS != language.NUM {
		return false
	}
	switch strings.ToLower(t.tok(i + 1).Text) {
	case "least", "most":
	default:
		return false
	}
	n := num
	for t.rel(n).Is(language.NumMod) || t.rel(n).Is(language.Compound) {
		n = t.tok(n).Head
	}
	if h := t.tok(i).Head; h != i+1 && h != num {
		if !t.move(i, num, language.AdvMod) {
			return false
		}
	}
	v := t.tok(n).Head
	if n < i || t.hasCase(n) {
		return false
	}
	if v >= 0 && v < n && t.tok(v).POS == language.VERB && t.rel(n).Is(language.Obl) && t.child(v, language.Obj) < 0 && t.child(v, language.NSubjPass) < 0 {
		t.tok(n).Relation = language.Obj
	}
	return true
}

// days are the words for a day that stand without a preposition behind a name.
var days = map[string]bool{"today": true, "yesterday": true, "tomorrow": true, "tonight": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// lostDay frees a name from the day behind it: "held talks with Anne Duval today", read as
// with today.
func (t *tree) lostDay(d int) bool {
	name, v := d-1, t.tok(d).Head
	if name < 0 || v < 0 || !days[strings.ToLower(t.tok(d).Text)] || !t.tellsWho(name, d) || t.tok(name).Head != d || !t.rel(name).Is(language.Compound) || days[strings.ToLower(t.tok(name).Text)] {
		return false
	}
	left, case_ := name, -1
	for i := range name {
		if t.tok(i).Head == d {
			left = min(left, i)
			if t.rel(i).Is(language.Case) {
				case_ = i
			}
		}
	}
	rel := language.Obl
	switch {
	case case_ >= 0 && t.tok(v).POS != language.VERB:
		rel = language.NMod
	case case_ < 0 && t.tok(v).POS == language.VERB && t.child(v, language.Obj) < 0 && v < left:
		rel = language.Obj
	case case_ < 0:
		return false
	}
	for i := range name {
		if t.tok(i).Head == d {
			t.tok(i).Head = name
		}
	}
	if t.rel(d) == language.OblAgent {
		rel = language.OblAgent
	}
	t.tok(name).Head, t.tok(name).Relation = v, rel
	t.tok(d).Relation = language.OblUnmarked
	for h := v; h >= 0; h = t.tok(h).Head {
		if t.tok(h).POS == language.VERB {
			t.tok(d).Head = h
			break
		}
	}
	return true
}

// tellsWho reports whether a noun before a day is a phrase of its own: a name, a plural, or one
// with an article.
func (t *tree) tellsWho(n, day int) bool {
	switch {
	case t.tok(n).POS == language.PROPN:
		return true
	case t.tok(n).POS != language.NOUN || language.IsMeasure(strings.ToLower(t.tok(n).Lemma)):
		return false
	}
	det := t.child(day, language.DetRelation)
	return t.tag(n) == "NNS" || det >= 0 && det < n
}

// lostUntil reads "will not lift the ban until Chad votes" as two clauses, where the parser
// made the ban until Chad the subject of voting.
func (t *tree) lostUntil(v int) bool {
	h := t.tok(v).Head
	if h < 0 || h >= v || t.tok(v).POS != language.VERB || !t.rel(v).Is(language.CComp) || t.says(h) || t.tok(h).POS != language.VERB || t.child(h, language.Obj) >= 0 {
		return false
	}
	s := t.child(v, language.NSubj)
	if s <= h || s > v {
		return false
	}
	n := v - 1
	for n > s && (t.tok(n).POS == language.ADV || t.tok(n).POS == language.AUX) {
		n--
	}
	for n > s && t.nominal(n) && t.tok(n).Head != s {
		n = t.tok(n).Head
	}
	if n <= s || t.tok(n).Head != s {
		return false
	}
	sub := t.child(n, language.Case)
	if sub < 0 || !subordinators[strings.ToLower(t.tok(sub).Text)] {
		return false
	}
	t.tok(s).Head, t.tok(s).Relation = h, language.Obj
	t.tok(v).Relation = language.AdvCl
	t.tok(n).Head, t.tok(n).Relation = v, language.NSubj
	t.tok(sub).Head, t.tok(sub).Relation = v, language.Mark
	return true
}
