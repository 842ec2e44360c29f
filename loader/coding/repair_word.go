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

// unchanging are verbs whose past tense is spelled like the infinitive. News tells of the past.
var unchanging = map[string]bool{
	"hit": true, "let": true, "cut": true, "put": true, "shut": true, "hurt": true, "beat": true, "quit": true, "split": true,
	"spread": true, "shed": true, "cast": true, "burst": true, "upset": true, "bid": true,
}

// lostPast reads a past tense as such: "froze", taken for a present tense or a noun; "the
// rebels promised", taken for a participle although it has a subject and no auxiliary.
func (t *tree) lostPast(i int) bool {
	tok := t.tok(i)
	if verb := pasts[strings.ToLower(tok.Text)]; verb != "" && tok.Tag != "VBD" && tok.Tag != "VBN" && t.child(i, language.DetRelation) < 0 {
		tok.POS, tok.Tag, tok.Lemma = language.VERB, "VBD", verb
		return true
	}
	if s := t.child(i, language.NSubj); (tok.Tag == "VB" || tok.Tag == "VBP") && tok.POS == language.VERB && unchanging[strings.ToLower(tok.Text)] && s >= 0 && s < i &&
		t.tok(s).POS != language.PRON && t.child(i, language.AuxRelation) < 0 && t.child(i, language.Mark) < 0 && !t.habitual(i) {
		tok.Tag = "VBD"
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

// habits are words for what is done now and then, or on a condition: no past.
var habits = map[string]bool{"often": true, "usually": true, "always": true, "regularly": true, "sometimes": true, "never": true, "rarely": true, "frequently": true, "if": true, "when": true, "routinely": true}

func (t *tree) habitual(v int) bool {
	for i := range t.s.Tokens {
		if t.tok(i).Head == v && t.rel(i).Is(language.AdvMod) && habits[strings.ToLower(t.tok(i).Text)] {
			return true
		}
	}
	return false
}

// homographs are past tenses that a noun is spelled like, by their verb.
var homographs = map[string]string{"shot": "shoot", "set": "set"}

// lostHomograph reads "the rebels shot a mayor", "officers shot and killed a man" and "burned a
// shop and set fire to a bus" as what was done: the word that looks like a noun stands between
// people and what they did it to.
func (t *tree) lostHomograph(v int) bool {
	verb := homographs[strings.ToLower(t.tok(v).Text)]
	if verb == "" || v+1 >= len(t.s.Tokens) {
		return false
	}
	tok := t.tok(v)
	if tok.POS == language.VERB {
		if tok.Lemma == verb && tok.Tag != "VBP" || t.child(v, language.AuxRelation) >= 0 {
			return false
		}
		tok.Lemma = verb
		if tok.Tag == "VBP" {
			tok.Tag = "VBD"
		}
		return true
	}
	if tok.POS != language.NOUN {
		return false
	}
	if fire := v + 1; strings.EqualFold(t.tok(fire).Text, "fire") {
		if n := tok.Head; t.rel(v).Is(language.Conj) && n >= 0 && t.tok(n).Head == fire && t.rel(n).Is(language.Compound) { // "blew up [a bridge and set] fire"
			t.tok(n).Head, t.tok(n).Relation = t.tok(fire).Head, t.rel(fire)
			tok.Head, tok.Relation = fire, language.Compound
			t.tok(fire).Head, t.tok(fire).Relation = n, language.Conj
		}
		if tok.Head == fire && t.rel(v).Is(language.Compound) {
			return t.lostFire(v, fire)
		}
	}
	s := v - 1
	if s > 0 && t.tok(s).POS == language.CCONJ && verb == "shoot" && strings.EqualFold(t.tok(v+1).Text, "dead") {
		return t.lostShot(v)
	}
	if s < 0 || !t.people(s) {
		return false
	}
	below := t.tok(s).Head == v && (t.rel(s).Is(language.Compound) || t.rel(s).Is(language.NMod))
	beside := t.tok(s).Head == tok.Head && tok.Head > v && t.rel(s).Is(language.NSubj) // two subjects of "killed"
	above := tok.Head == s && t.rel(v).Is(language.Obj)                                // an object of a noun, which nouns do not have
	if !below && !beside && !above {
		return false
	}
	switch next := t.tok(v + 1); {
	case next.POS == language.DET || next.POS == language.NUM || next.POS == language.PRON || next.POS == language.PROPN:
	case next.POS == language.CCONJ && v+2 < len(t.s.Tokens) && t.tok(v+2).POS == language.VERB:
	case strings.EqualFold(next.Text, "at") && verb == "shoot":
		for i := v + 2; i < len(t.s.Tokens); i++ {
			if t.tok(i).Head == v && t.rel(i).Is(language.NMod) {
				t.tok(i).Relation = language.Obl
			}
		}
	case strings.EqualFold(next.Text, "dead"):
		for i := v + 2; i < len(t.s.Tokens); i++ {
			if t.tok(i).Head == v+1 {
				t.tok(i).Head = v
			}
		}
		next.Head, next.Relation = v, language.XComp
	default:
		return false
	}
	for i := range s {
		if t.tok(i).Head == v {
			t.tok(i).Head = s
		}
	}
	tok.POS, tok.Tag, tok.Lemma = language.VERB, "VBD", verb
	if above {
		tok.Head, tok.Relation = t.tok(s).Head, t.rel(s)
	}
	k := tok.Head
	t.tok(s).Head, t.tok(s).Relation = v, language.NSubj
	if k > v && (beside || t.rel(v).Is(language.NSubj)) { // "shot and killed": the second verb led
		tok.Head, tok.Relation = t.tok(k).Head, t.rel(k)
		t.tok(k).Head, t.tok(k).Relation = v, language.Conj
	}
	return true
}

// lostFire makes "set fire" a verb with its object, coordinated with the verb before it.
func (t *tree) lostFire(v, fire int) bool {
	head, rel := t.tok(fire).Head, t.rel(fire)
	if head < 0 || head >= v {
		return false
	}
	for rel.Is(language.Conj) && t.nominal(head) && t.tok(head).Head >= 0 && t.tok(head).Head < head {
		head = t.tok(head).Head
	}
	if t.tok(head).POS != language.VERB {
		return false
	}
	for i := range v {
		if t.tok(i).Head == fire {
			t.tok(i).Head = v
		}
	}
	tok := t.tok(v)
	tok.POS, tok.Tag, tok.Lemma = language.VERB, t.tok(head).Tag, "set"
	tok.Head, tok.Relation = head, rel
	t.tok(fire).Head, t.tok(fire).Relation = v, language.Obj
	for i := fire + 1; i < len(t.s.Tokens); i++ { // "to three buses"
		if first := t.child(i, language.Case); first == fire+1 {
			t.tok(i).Head, t.tok(i).Relation = v, language.Obl
		}
	}
	return true
}

// lostEllipsis reads "were killed and nine wounded" as two clauses with a subject each.
func (t *tree) lostEllipsis(n int) bool {
	v := n + 1
	if v >= len(t.s.Tokens) || t.tok(n).POS != language.NUM || t.tok(n).Head != v || t.tag(v) != "VBN" || !t.rel(v).Is(language.Conj) || t.rel(n).Is(language.NSubj) || t.child(v, language.NSubj) >= 0 {
		return false
	}
	t.tok(n).Relation = language.NSubjPass
	return true
}

// people reports whether a noun names people or a body of people.
func (t *tree) people(i int) bool {
	if t.tok(i).POS == language.PROPN {
		return true
	}
	class := t.lex.things[lemmaOf(t.lex, t.tok(i))]
	return class == "person" || class == "group"
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

// lostInfinitive reads a word behind "to" as the verb that it is spelled like, where a verb stands
// before that asks for one: "offered to mediate".
func (t *tree) lostInfinitive(v int) bool {
	to := v - 1
	if to < 1 || t.tok(v).POS != language.ADJ && t.tok(v).POS != language.NOUN || t.tag(v) == "NNS" || strings.ToLower(t.tok(to).Text) != "to" {
		return false
	}
	low := strings.ToLower(t.tok(v).Text)
	h := to - 1
	if t.tok(h).POS != language.VERB || t.effect(h, "v").effect == "" || t.lex.frames[low+"/v"] == nil || t.lex.frames[low+"/n"] != nil || t.lex.things[low] != "" {
		return false
	}
	t.tok(v).POS, t.tok(v).Tag, t.tok(v).Lemma = language.VERB, "VB", low
	t.tok(to).POS, t.tok(to).Tag = language.PART, "TO"
	if !t.move(v, h, language.XComp) {
		return false
	}
	t.tok(to).Head, t.tok(to).Relation = v, language.Mark
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
