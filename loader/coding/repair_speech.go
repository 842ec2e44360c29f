package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of reporting clauses and of what they report: see repaired.

// lostMark reads "that" as the conjunction that it is where it opens a reported clause.
func (t *tree) lostMark(i int) bool {
	h := t.tok(i).Head
	if strings.ToLower(t.tok(i).Text) != "that" || h <= i || t.rel(i).Is(language.Mark) || !t.rel(h).Is(language.CComp) || t.tok(h).Head >= i {
		return false
	}
	if !t.rel(i).Is(language.Obj) && !t.rel(i).Is(language.NSubj) {
		return false
	}
	if t.rel(i).Is(language.NSubj) && i+1 < len(t.s.Tokens) && (t.tag(i+1) == "MD" || t.tok(i+1).POS == language.AUX || t.tok(i+1).POS == language.VERB) {
		return false // "said that was fine"
	}
	t.tok(i).Relation, t.tok(i).POS, t.tok(i).Tag = language.Mark, language.SCONJ, "IN"
	return true
}

// says reports whether a token is a verb of saying.
func (t *tree) says(v int) bool {
	_, ok := t.lex.reports[lemmaOf(t.lex, t.tok(v))]
	return ok && t.tok(v).POS == language.VERB
}

// lostContent gives a verb of saying its clause back: "said on Tuesday that they had left",
// read as the Tuesday that they had left; ", the ministers said", read as a side clause.
func (t *tree) lostContent(c int) bool {
	h := t.tok(c).Head
	if h < 0 || t.tok(c).POS != language.VERB {
		return false
	}
	if t.rel(c).Is(language.AdvCl) && c < h && t.says(h) && t.child(c, language.Mark) < 0 && t.child(c, language.NSubj) >= 0 && t.child(h, language.CComp) < 0 {
		t.tok(c).Relation = language.CComp
		return true
	}
	g := t.tok(h).Head
	if !t.rel(c).Is(language.Acl) || g < 0 || g >= h || !t.says(g) || !language.IsMeasure(strings.ToLower(t.tok(h).Lemma)) && !isWeekday(strings.ToLower(t.tok(h).Text)) {
		return false
	}
	that := t.child(c, language.Mark)
	for i := h + 1; that < 0 && i < c; i++ {
		if t.tok(i).Head == c && strings.EqualFold(t.tok(i).Text, "that") {
			that = i
			t.tok(i).Relation, t.tok(i).POS, t.tok(i).Tag = language.Mark, language.SCONJ, "IN"
		}
	}
	if that < 0 {
		return false
	}
	if t.rel(h).Is(language.CComp) {
		t.tok(h).Relation = language.OblUnmarked
	}
	return t.move(c, g, language.CComp)
}

// lostAside reads a reporting clause behind a comma as what it is, where the parser hung it on
// a noun: "have signed a pact, the minister told reporters".
func (t *tree) lostAside(v int) bool {
	if !t.says(v) || !t.rel(v).Is(language.Acl) && !t.rel(v).Is(language.AdvCl) && !(t.rel(v).Is(language.Conj) && t.child(v, language.CC) < 0) || t.child(v, language.CComp) >= 0 || t.child(v, language.Mark) >= 0 {
		return false
	}
	s := t.child(v, language.NSubj)
	if s < 0 || s > v {
		return false
	}
	switch strings.ToLower(t.tok(s).Text) {
	case "who", "which", "that":
		return false
	}
	left := s
	for i := range s {
		for h, steps := i, 0; h >= 0 && steps < len(t.s.Tokens); h, steps = t.tok(h).Head, steps+1 {
			if h == s {
				left = min(left, i)
				break
			}
		}
	}
	if left == 0 || t.tok(left-1).Text != "," {
		return false
	}
	h := t.tok(v).Head
	for h >= 0 && t.tok(h).POS != language.VERB {
		h = t.tok(h).Head
	}
	return h >= 0 && t.move(v, h, language.Parataxis)
}

// aside sorts "Russia, officials said, has attacked" out: the first subject belongs to the
// second verb, the reporting clause stands beside it.
func (t *tree) aside(v int) bool {
	if _, says := t.lex.reports[lemmaOf(t.lex, t.tok(v))]; !says || v+2 >= len(t.s.Tokens) || t.tok(v+1).Text != "," {
		return false
	}
	first, second, content := -1, -1, -1
	for i := range t.s.Tokens {
		if t.tok(i).Head != v {
			continue
		}
		switch {
		case (t.rel(i).Is(language.NSubj) || t.rel(i) == language.Vocative || t.rel(i) == language.Dislocated) && i < v && first < 0:
			first = i
		case t.rel(i).Is(language.NSubj) && i < v:
			second = i
		case t.rel(i).Is(language.CComp) && i > v:
			content = i
		}
	}
	if second < 0 && first >= 0 && content >= 0 { // "Russia, officials said", read as Russia officials
		for i := range first {
			if t.tok(i).Head == first && t.nominal(i) && t.tok(i+1).Text == "," {
				first, second = i, first
				break
			}
		}
	}
	if second < 0 || content < 0 {
		return false
	}
	for i := range t.s.Tokens {
		if t.tok(i).Head == content && t.rel(i).Is(language.NSubj) {
			return false
		}
	}
	head, rel := t.tok(v).Head, t.rel(v)
	t.tok(content).Head, t.tok(content).Relation = head, rel
	t.tok(v).Head, t.tok(v).Relation = content, language.Parataxis
	t.tok(first).Head, t.tok(first).Relation = content, language.NSubj
	return true
}

// lostSpeaker gives a verb of saying its subject, where it stands between a quotation and the
// verb and was drawn into what is said: “"We are leaving," Anne Duval said.”
func (t *tree) lostSpeaker(v int) bool {
	if !t.says(v) || t.child(v, language.NSubj) >= 0 {
		return false
	}
	c := t.child(v, language.CComp)
	if c < 0 || c > v {
		return false
	}
	for n := v - 1; n > c; n-- {
		if t.tok(n).Head != c || !t.nominal(n) || t.hasCase(n) || t.rel(n).Is(language.NSubj) {
			continue
		}
		left := n
		for left > 0 && t.tok(left-1).Head == n {
			left--
		}
		switch t.tok(left - 1).Text {
		case "\"", "”", "''", "’", "'", ",":
			t.tok(n).Head, t.tok(n).Relation = v, language.NSubj
			return true
		}
		return false
	}
	return false
}
