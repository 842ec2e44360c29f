package identity

import "github.com/actorgraph/actorgraph/loader/language"

// becoming are the verbs whose complement says what somebody becomes or is: true where that is
// their subject, false where it is their object.
var becoming = map[string]bool{
	"become": true, "remain": true, "serve": true, "work": true, "resign": true, "quit": true, "retire": true, "return": true, "take": true, "step": true, "stand": true, "continue": true, "act": true, "replace": true, "succeed": true,
	"appoint": false, "name": false, "elect": false, "nominate": false, "promote": false, "choose": false, "pick": false, "select": false, "install": false, "make": false, "hire": false,
	"re-elect": false, "reelect": false, "swear": false, "inaugurate": false, "designate": false, "confirm": false,
}

// becomer is the token of who, as the sentence says, becomes, is or was a noun: "Lee was named
// minister", "Lee takes over as director", "the bank hired Lee as its chief". -1 for nobody, and
// where it is only wished or not so.
func (v *resolver) becomer(sc *scan, n *nominal) int {
	t := &sc.Tokens[n.head]
	if t.Head < 0 || !t.Relation.Is(language.Obl) && !t.Relation.Is(language.XComp) && !t.Relation.Is(language.Obj) {
		return -1
	}
	verb := lemma(sc, t.Head)
	subject, known := becoming[verb]
	as := sc.lower(sc.Child(n.head, language.Case))
	switch {
	case !known, as != "as" && (t.Relation.Is(language.Obl) || as != ""), as == "" && subject && verb != "become" && verb != "remain":
		return -1
	}
	who, seen := -1, 0
	for k := range sc.Children(t.Head) {
		if seen++; seen > 40 {
			return -1 // no sentence of news
		}
		switch r := sc.Tokens[k].Relation; {
		case r.Is(language.Mark):
			return -1 // "hopes to become"
		case r.Is(language.AdvMod) && (sc.lower(k) == "not" || sc.lower(k) == "n't" || sc.lower(k) == "never"):
			return -1
		case k == n.head:
		case r == language.NSubjPass && !subject, r.Is(language.NSubj) && r != language.NSubjPass && subject:
			who = k
		case (r.Is(language.Obj) || r.Is(language.IObj)) && !subject && who < 0:
			who = k
		}
	}
	return who
}
