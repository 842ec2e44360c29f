package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of who tells: see repaired.

// closes reports whether a token is a quotation mark that ends a quotation.
func (t *tree) closes(i int) bool {
	switch t.tok(i).Text {
	case "”", "''", "»":
		return true
	case "\"":
		open := false
		for k := range i {
			if t.tok(k).Text == "\"" {
				open = !open
			}
		}
		return open
	}
	return false
}

// lostTeller gives a verb of saying next to a quotation its subject, where a parser took that for
// an object: “"They fled," said his sister”, “"They fled," the governor told reporters”.
func (t *tree) lostTeller(v int) bool {
	if !t.says(v) || t.child(v, language.NSubj) >= 0 || t.child(v, language.AuxPass) >= 0 {
		return false
	}
	if v > 0 && (t.closes(v-1) || t.tok(v-1).Text == "," && v > 1 && t.closes(v-2)) {
		o := t.child(v, language.Obj)
		if o <= v || t.hasCase(o) || !t.nominal(o) || t.tok(o).POS == language.NUM {
			return false
		}
		t.tok(o).Relation = language.NSubj
		return true
	}
	if t.rel(v).Is(language.Parataxis) && t.behindComma(v) {
		return true
	}
	quote := -1
	for i := v - 1; i >= 0; i-- {
		if t.closes(i) {
			quote = i
			break
		}
		if t.tok(i).POS == language.VERB || t.tok(i).Text == "." {
			return false
		}
	}
	if quote < 0 || quote == v-1 {
		return false
	}
	for n := quote + 1; n < v; n++ {
		h := t.tok(n).Head
		if !t.nominal(n) || t.hasCase(n) || h > quote && h < v {
			continue
		}
		below := false // the verb of saying itself hangs on it
		for at, steps := v, 0; at >= 0 && steps < len(t.s.Tokens); at, steps = t.tok(at).Head, steps+1 {
			below = below || at == n
		}
		if below {
			return false
		}
		if !t.move(n, v, language.NSubj) {
			return false
		}
		if h := t.tok(v).Head; h >= 0 && h < quote {
			t.tok(v).Relation = language.Parataxis
		}
		return true
	}
	return false
}

// behindComma gives a verb of saying that stands beside a clause the name right before it, which a
// parser took for an apposition: "have signed a pact, Prime Minister Anne Duval told parliament".
func (t *tree) behindComma(v int) bool {
	comma := v - 1
	for comma >= 0 && (t.nominal(comma) || t.tok(comma).POS == language.DET || t.tok(comma).POS == language.ADJ) {
		comma--
	}
	if comma < 1 || comma == v-1 || t.tok(comma).Text != "," {
		return false
	}
	n := -1
	for i := comma + 1; i < v; i++ {
		switch h := t.tok(i).Head; {
		case h > comma && h < v:
		case n >= 0 || h == v || h > v || !t.nominal(i) || t.hasCase(i) || t.rel(i).Is(language.NSubj):
			return false
		default:
			n = i
		}
	}
	return n >= 0 && t.move(n, v, language.NSubj)
}

// lostCiter gives a finite verb of saying the subject that a parser gave to the participle in
// between: "Reuters, citing two officials, reported".
func (t *tree) lostCiter(v int) bool {
	if !t.says(v) || t.child(v, language.NSubj) >= 0 || t.tag(v) != "VBD" && t.tag(v) != "VBZ" && t.tag(v) != "VBP" {
		return false
	}
	c := t.child(v, language.AdvCl)
	if c < 0 || c > v || t.tag(c) != "VBG" {
		return false
	}
	s := t.child(c, language.NSubj)
	if s < 0 || s > c || t.tok(c-1).Text != "," {
		return false
	}
	t.tok(s).Head = v
	return true
}

// lostAccording hangs "according to" on the verb of its clause, where a parser hung it on a noun.
func (t *tree) lostAccording(i int) bool {
	if !strings.EqualFold(t.tok(i).Text, "according") || i+1 >= len(t.s.Tokens) || !strings.EqualFold(t.tok(i+1).Text, "to") {
		return false
	}
	n := t.tok(i).Head
	if n < 0 || !t.nominal(n) || !t.rel(i).Is(language.Case) || !t.rel(n).Is(language.NMod) && !t.rel(n).Is(language.Appos) {
		return false
	}
	for h, steps := t.tok(n).Head, 0; h >= 0 && steps < len(t.s.Tokens); h, steps = t.tok(h).Head, steps+1 {
		if t.tok(h).POS == language.VERB {
			return t.move(n, h, language.Obl)
		}
	}
	return false
}
