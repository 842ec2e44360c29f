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
	changed = t.apply(wordRepairs) || changed
	changed = t.lostAmounts() || changed
	changed = t.apply(clauseRepairs) || changed
	changed = t.apply([]repair{(*tree).lostConjunct}) || changed
	if !changed || t.circular() {
		return s
	}
	c.Link()
	return &c
}

// repair mends what the parser got wrong about one token, and reports whether it did.
type repair func(t *tree, token int) bool

// wordRepairs are those of words and phrases, which clauseRepairs build upon. Each runs only
// where those before it have left the token alone, so that the special ones come first.
var wordRepairs = []repair{
	(*tree).lostPast, (*tree).lostHomograph, (*tree).lostOutcome, (*tree).lostEllipsis, (*tree).lostFinite, (*tree).lostInfinitive, (*tree).lostRequest,
	(*tree).lostParticle, (*tree).lostCompound, (*tree).lostCount, (*tree).lostDay, (*tree).lostAccording, (*tree).lostUntil,
	(*tree).lostPerfect, (*tree).lostYear, (*tree).lostDead, (*tree).lostThat, (*tree).lostAdjective, (*tree).lostDated, (*tree).lostCourt,
}

var clauseRepairs = []repair{
	(*tree).lostReduced, (*tree).lostAttribute, (*tree).lostAccused, (*tree).lostCarried, (*tree).lostFronted, (*tree).lostLed, (*tree).lostDemonym, (*tree).lostActing, (*tree).lostModal, (*tree).lostListed,
	(*tree).lostMark, (*tree).lostQuoted, (*tree).lostSpeaker, (*tree).lostTeller, (*tree).lostCiter, (*tree).lostClause,
	(*tree).lostContent, (*tree).lostAside, (*tree).aside, (*tree).lostVerb, (*tree).lostGerund, (*tree).lostComplement,
	(*tree).lostObject, (*tree).lostOblique, (*tree).lostVictim, (*tree).lostTitle, (*tree).lostHost, (*tree).lostSubject,
	(*tree).lostDescription, (*tree).lostResumption, (*tree).lostReason, (*tree).lostRelative,
}

// apply gives each token to the first of some repairs that mends it.
func (t *tree) apply(repairs []repair) bool {
	changed := false
	for i := range t.s.Tokens {
		if slices.ContainsFunc(repairs, func(mends repair) bool { return mends(t, i) }) {
			changed = true
		}
	}
	return changed
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

// climb is the first token from i upwards that does not go on; -1 where there is none, or none near:
// on the way to a tree, repairs may make a circle.
func (t *tree) climb(i int, on func(int) bool) int {
	for range maxDepth {
		if i < 0 || !on(i) {
			return i
		}
		i = t.tok(i).Head
	}
	return -1
}

// ascend is the last token from i upwards whose heads fit; -1 where there is none near.
func (t *tree) ascend(i int, fits func(head int) bool) int {
	return t.climb(i, func(i int) bool { h := t.tok(i).Head; return h >= 0 && fits(h) })
}

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
