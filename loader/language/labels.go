package language

import "strings"

// UPOS is a universal part of speech.
type UPOS string

// The universal parts of speech.
const (
	ADJ   UPOS = "ADJ"
	ADP   UPOS = "ADP"
	ADV   UPOS = "ADV"
	AUX   UPOS = "AUX"
	CCONJ UPOS = "CCONJ"
	DET   UPOS = "DET"
	INTJ  UPOS = "INTJ"
	NOUN  UPOS = "NOUN"
	NUM   UPOS = "NUM"
	PART  UPOS = "PART"
	PRON  UPOS = "PRON"
	PROPN UPOS = "PROPN"
	PUNCT UPOS = "PUNCT"
	SCONJ UPOS = "SCONJ"
	SYM   UPOS = "SYM"
	VERB  UPOS = "VERB"
	X     UPOS = "X"
)

// XPOS is a part of speech of the Penn Treebank as UD English uses it: "VBD",
// "NNPS", "PRP$", "HYPH", "“".
type XPOS string

// Relation is a dependency relation of Universal Dependencies v2, with its
// subtype if it has one: "nsubj", "nsubj:pass".
type Relation string

// Is reports whether r is the relation o or a subtype of it.
func (r Relation) Is(o Relation) bool {
	return r == o || len(r) > len(o) && r[len(o)] == ':' && strings.HasPrefix(string(r), string(o))
}

// Base returns the relation without its subtype.
func (r Relation) Base() Relation {
	base, _, _ := strings.Cut(string(r), ":")
	return Relation(base)
}

// The relations that English uses.
const (
	Root          Relation = "root"
	NSubj         Relation = "nsubj"
	NSubjPass     Relation = "nsubj:pass"
	NSubjOuter    Relation = "nsubj:outer"
	CSubj         Relation = "csubj"
	CSubjPass     Relation = "csubj:pass"
	Obj           Relation = "obj"
	IObj          Relation = "iobj"
	CComp         Relation = "ccomp"
	XComp         Relation = "xcomp"
	Obl           Relation = "obl"
	OblAgent      Relation = "obl:agent"
	OblUnmarked   Relation = "obl:unmarked"
	AdvCl         Relation = "advcl"
	AdvClRelCl    Relation = "advcl:relcl"
	AdvMod        Relation = "advmod"
	Vocative      Relation = "vocative"
	Expl          Relation = "expl"
	Dislocated    Relation = "dislocated"
	Discourse     Relation = "discourse"
	AuxRelation   Relation = "aux"
	AuxPass       Relation = "aux:pass"
	Cop           Relation = "cop"
	Mark          Relation = "mark"
	NMod          Relation = "nmod"
	NModPoss      Relation = "nmod:poss"
	NModDesc      Relation = "nmod:desc"
	NModUnmarked  Relation = "nmod:unmarked"
	Appos         Relation = "appos"
	NumMod        Relation = "nummod"
	Acl           Relation = "acl"
	AclRelCl      Relation = "acl:relcl"
	AMod          Relation = "amod"
	DetRelation   Relation = "det"
	DetPreDet     Relation = "det:predet"
	Case          Relation = "case"
	Conj          Relation = "conj"
	CC            Relation = "cc"
	CCPreConj     Relation = "cc:preconj"
	Fixed         Relation = "fixed"
	Flat          Relation = "flat"
	Compound      Relation = "compound"
	CompoundPrt   Relation = "compound:prt"
	List          Relation = "list"
	Parataxis     Relation = "parataxis"
	Orphan        Relation = "orphan"
	GoesWith      Relation = "goeswith"
	Reparandum    Relation = "reparandum"
	PunctRelation Relation = "punct"
	Dep           Relation = "dep"
)

// Features are the grammatical features of one token. The zero value of each
// means that the token has none.
type Features struct {
	Form   VerbForm
	Tense  Tense
	Voice  Voice
	Number Number
	Person uint8 // 1, 2, 3; 0: none
}

// VerbForm is the form of a verb or auxiliary.
type VerbForm uint8

// The forms of verbs.
const (
	NoForm     VerbForm = iota
	Finite              // "went", "goes", "will"
	Infinitive          // "go"; imperatives too, which look the same
	Participle          // "gone", "going"
)

// Tense is the tense of a verb form, not of the whole group: "will go" is a
// modal and an infinitive.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	Past
	Present
)

// Voice says whether a participle is passive, with its auxiliary ("was
// killed") or without ("the man killed on Monday").
type Voice uint8

// The voices.
const (
	NoVoice Voice = iota
	Active
	Passive
)

// Number is the grammatical number.
type Number uint8

// The numbers.
const (
	NoNumber Number = iota
	Singular
	Plural
)
