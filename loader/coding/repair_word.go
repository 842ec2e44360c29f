package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// Repairs of single words whose class or form the tagger lost: see repaired.

// pasts are past tenses that no other word spells, by their verb: whatever the tagger says,
// they are finite verbs or participles of those.
var pasts = map[string]string{
	"froze": "freeze", "struck": "strike", "overthrew": "overthrow", "withdrew": "withdraw", "fought": "fight", "sought": "seek",
	"drove": "drive", "broke": "break", "took": "take", "gave": "give", "threw": "throw", "stole": "steal", "slew": "slay", "fled": "flee",
	"shook": "shake", "forbade": "forbid", "foresaw": "foresee", "oversaw": "oversee", "undertook": "undertake",
	"mistook": "mistake", "retook": "retake", "forsook": "forsake", "tore": "tear", "swore": "swear", "forgave": "forgive", "beheld": "behold",
	"lent": "lend", "knelt": "kneel", "flung": "fling", "slung": "sling", "overran": "overrun", "sank": "sink", "wrung": "wring", "flew": "fly",
	"withheld": "withhold", "upheld": "uphold", "swept": "sweep", "sprang": "spring", "strove": "strive", "swung": "swing", "sent": "send", "brought": "bring",
}

// lostPast reads a past tense as such: "froze", taken for a present tense or a noun; "the
// rebels promised", taken for a participle although it has a subject and no auxiliary.
func (t *tree) lostPast(i int) bool {
	tok := t.tok(i)
	if verb := pasts[strings.ToLower(tok.Text)]; verb != "" && tok.Tag != "VBD" && tok.Tag != "VBN" && t.child(i, language.DetRelation) < 0 {
		tok.POS, tok.Tag, tok.Lemma = language.VERB, "VBD", verb
		return true
	}
	if tok.POS != language.VERB || tok.Tag != "VBN" || t.child(i, language.AuxRelation) >= 0 || t.child(i, language.Mark) >= 0 {
		return false
	}
	switch rel := tok.Relation; {
	case rel == language.Root, rel.Is(language.CComp), rel.Is(language.Parataxis), rel.Is(language.AclRelCl):
	default:
		return false
	}
	s := t.child(i, language.NSubj)
	if s < 0 || s > i || t.rel(s) == language.NSubjPass {
		return false
	}
	tok.Tag = "VBD"
	return true
}

// lostFinite reads a noun that has an object, which nouns do not, as the verb that it is
// spelled like: "Chad bombs rebel towns". The words before it are its subject.
func (t *tree) lostFinite(v int) bool {
	tok := t.tok(v)
	if tok.POS != language.NOUN || tok.Tag != "NNS" || tok.Relation != language.Root || t.lex.frames[lemmaOf(t.lex, tok)+"/v"] == nil || t.child(v, language.DetRelation) >= 0 {
		return false
	}
	if o := t.child(v, language.Obj); o < v {
		return false
	}
	s := -1
	for i := range v {
		if h := t.tok(i).Head; h == v && (t.rel(i).Is(language.Compound) || t.rel(i).Is(language.AMod) || t.rel(i).Is(language.NMod)) {
			s = i
		}
	}
	if s < 0 || s != v-1 {
		return false
	}
	for i := range v {
		if i != s && t.tok(i).Head == v {
			t.tok(i).Head = s
		}
	}
	tok.POS, tok.Tag, tok.Lemma = language.VERB, "VBZ", lemmaOf(t.lex, tok)
	t.tok(s).Relation = language.NSubj
	if t.tok(s).POS == language.ADJ {
		t.tok(s).POS, t.tok(s).Tag = language.NOUN, "NN"
	}
	return true
}

// particles are words that a parser takes for prepositions of the object behind them.
var particles = map[string]bool{"over": true, "up": true, "off": true, "out": true, "down": true, "back": true, "away": true}

// lostParticle reads "hand over their weapons" as a phrasal verb with its object, where the
// tables know the verb.
func (t *tree) lostParticle(i int) bool {
	n, v := t.tok(i).Head, i-1
	word := strings.ToLower(t.tok(i).Text)
	if v < 0 || n <= i || !particles[word] || !t.rel(i).Is(language.Case) || t.tok(n).Head != v || !t.rel(n).Is(language.Obl) || t.tok(v).POS != language.VERB || t.child(v, language.Obj) >= 0 {
		return false
	}
	key := lemmaOf(t.lex, t.tok(v)) + "_" + word + "/v"
	if t.lex.frames[key] == nil && t.lex.operators[key].effect == "" {
		return false
	}
	t.tok(i).Head, t.tok(i).Relation = v, language.CompoundPrt
	t.tok(n).Relation = language.Obj
	return true
}

// lostCompound lets the later of two nouns lead, where the parser made it an object of the
// earlier one, which nouns do not have: "the armed forces chief".
func (t *tree) lostCompound(n int) bool {
	h := n - 1
	if h < 0 || t.tok(n).Head != h || t.rel(n) != language.Obj || t.tok(n).POS != language.NOUN || t.tok(h).POS != language.NOUN {
		return false
	}
	for i := range t.s.Tokens {
		if i != n && t.tok(i).Head == h && !t.rel(i).Is(language.AMod) {
			t.tok(i).Head = n
		}
	}
	t.tok(n).Head, t.tok(n).Relation = t.tok(h).Head, t.tok(h).Relation
	t.tok(h).Head, t.tok(h).Relation = n, language.Compound
	return true
}
