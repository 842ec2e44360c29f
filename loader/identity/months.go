package identity

import "github.com/actorgraph/actorgraph/loader/language"

// surnameOfMonth reports whether a word that is spelled like a month is somebody's name here: it
// acts or owns something, and no day, year or preposition stands beside it. "May said" has a
// modal verb in the eyes of taggers, and none has a past tense behind it.
func (sc *scan) surnameOfMonth(i int) bool {
	switch sc.lower(i) {
	case "may", "june", "april", "august", "march":
	default:
		return false
	}
	if i+1 >= len(sc.Tokens) || sc.numeral(i+1) || i > 0 && (sc.numeral(i-1) || sc.Tokens[i-1].POS == language.ADP || sc.Tokens[i-1].POS == language.DET && sc.lower(i-1) != "the") {
		return false
	}
	t, next := &sc.Tokens[i], &sc.Tokens[i+1]
	switch {
	case sc.possessive(i + 1):
		return t.Relation.Is(language.NModPoss)
	case t.Relation.Is(language.NSubj):
		return next.POS == language.VERB || next.POS == language.AUX || next.POS == language.ADV
	case t.POS == language.AUX:
		return next.Tag == "VBD" || next.Tag == "VBZ"
	}
	return false
}
