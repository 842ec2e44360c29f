package coding

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repair returns the document with the trees put right that the parser gets wrong in a few known
// manners: a greedy parser loses its way, and a lost verb costs an event. It undoes what grammar
// and the tables of predicates give away. Words, tags and spans but those of lost verbs and
// conjunctions stay. It changes nothing in doc; sentences without a fault are shared with it.
// Identity profits as well, so it runs before that.
func Repair(doc *language.Document) *language.Document {
	lex := words()
	var fixed *language.Document
	for i := range doc.Sentences {
		if len(doc.Sentences[i].Tokens) > MaxSentence {
			continue
		}
		s := repaired(&doc.Sentences[i], lex)
		if s == &doc.Sentences[i] {
			continue
		}
		if fixed == nil {
			c := *doc
			c.Sentences = slices.Clone(doc.Sentences)
			fixed = &c
		}
		fixed.Sentences[i] = *s
	}
	if fixed == nil {
		return doc
	}
	return fixed
}

// repaired is the sentence with its tree put right, or the sentence itself.
func repaired(s *language.Sentence, lex *lexicon) *language.Sentence {
	c := *s
	c.Tokens = slices.Clone(s.Tokens)
	t := &tree{s: &c, lex: lex}
	changed := t.lostLists()
	if changed && t.circular() { // a tree that makes no sense
		copy(c.Tokens, s.Tokens)
		changed = false
	}
	for i := range c.Tokens {
		if t.lostPast(i) || t.lostHomograph(i) || t.lostOutcome(i) || t.lostEllipsis(i) || t.lostFinite(i) || t.lostInfinitive(i) || t.lostParticle(i) || t.lostCompound(i) || t.lostCount(i) || t.lostDay(i) || t.lostAccording(i) || t.lostUntil(i) || t.lostPerfect(i) || t.lostYear(i) || t.lostDead(i) || t.lostThat(i) {
			changed = true
		}
	}
	changed = t.lostAmounts() || changed
	for v := range c.Tokens {
		if t.lostFronted(v) || t.lostLed(v) || t.lostDemonym(v) || t.lostActing(v) || t.lostModal(v) || t.lostListed(v) || t.lostMark(v) || t.lostQuoted(v) || t.lostSpeaker(v) || t.lostTeller(v) || t.lostCiter(v) || t.lostClause(v) || t.lostContent(v) || t.lostAside(v) || t.aside(v) || t.lostVerb(v) || t.lostGerund(v) || t.lostComplement(v) || t.lostObject(v) || t.lostOblique(v) || t.lostVictim(v) || t.lostTitle(v) || t.lostHost(v) || t.lostSubject(v) {
			changed = true
		}
	}
	for n := range c.Tokens {
		if t.lostConjunct(n) {
			changed = true
		}
	}
	if !changed || t.circular() {
		return s
	}
	c.Link()
	return &c
}

// circular reports whether a token hangs on itself.
func (t *tree) circular() bool {
	for i := range t.s.Tokens {
		steps := 0
		for h := t.tok(i).Head; h >= 0; h = t.tok(h).Head {
			if steps++; steps > len(t.s.Tokens) {
				return true
			}
		}
	}
	return false
}

type tree struct {
	s   *language.Sentence
	lex *lexicon
}

func (t *tree) tok(i int) *language.Token { return &t.s.Tokens[i] }

func (t *tree) tag(i int) string { return string(t.s.Tokens[i].Tag) }

func (t *tree) rel(i int) language.Relation {
	return t.s.Tokens[i].Relation
}

// move attaches a token anew, unless that would close a circle.
func (t *tree) move(i, head int, rel language.Relation) bool {
	for h, steps := head, 0; h >= 0; h, steps = t.s.Tokens[h].Head, steps+1 {
		if h == i || steps > len(t.s.Tokens) {
			return false
		}
	}
	t.tok(i).Head, t.tok(i).Relation = head, rel
	return true
}

func (t *tree) nominal(i int) bool {
	switch t.s.Tokens[i].POS {
	case language.NOUN, language.PROPN, language.PRON, language.NUM:
		return true
	}
	return false
}

func (t *tree) hasCase(i int) bool { return t.caseWord(i) != "" }

// caseWord is the preposition of a nominal, "" for none.
func (t *tree) caseWord(i int) string {
	for c := range t.s.Tokens {
		if t.tok(c).Head == i && t.rel(c).Is(language.Case) {
			return strings.ToLower(t.tok(c).Text)
		}
	}
	return ""
}

// effect is the operator of a word as a verb or a noun.
func (t *tree) effect(i int, pos string) operator {
	return t.lex.operators[lemmaOf(t.lex, t.tok(i))+"/"+pos]
}

// child is the first dependent with a relation, -1 for none.
func (t *tree) child(v int, rel language.Relation) int {
	for i := range t.s.Tokens {
		if t.tok(i).Head == v && t.rel(i).Is(rel) {
			return i
		}
	}
	return -1
}
