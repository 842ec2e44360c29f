package coding

import (
	"github.com/actorgraph/actorgraph/loader/language"
)

// lostQuoted finds the verb of a reported clause that was read as a participle of its subject:
// "A bomb killed nine people, officials said", where a verb of saying at the end has two subjects
// and the object of what it reports for its complement.
func (t *tree) lostQuoted(v int) bool {
	if tag := t.tag(v); tag != "VBN" && tag != "VBD" || t.rel(v) != language.Acl || !t.known(v) {
		return false
	}
	n := t.tok(v).Head
	if n < 0 || n > v || !t.rel(n).Is(language.NSubj) || t.child(v, language.Obj) >= 0 || t.child(v, language.OblAgent) >= 0 {
		return false
	}
	say := t.tok(n).Head
	if say < v || t.tok(say).POS != language.VERB {
		return false
	}
	speaker, object := -1, -1
	for i := v + 1; i < say; i++ {
		if t.tok(i).Head != say {
			continue
		}
		switch {
		case t.rel(i).Is(language.NSubj):
			speaker = i
		case t.nominal(i) && !t.hasCase(i) && (t.rel(i).Is(language.CComp) || t.rel(i).Is(language.Obl) || t.rel(i).Is(language.Obj) || t.rel(i).Is(language.Parataxis)) && object < 0:
			object = i
		}
	}
	if speaker < 0 || object < 0 || object > speaker {
		return false
	}
	t.tok(v).Tag = "VBD"
	t.tok(v).Head, t.tok(v).Relation = say, language.CComp
	t.tok(n).Head = v
	t.tok(object).Head, t.tok(object).Relation = v, language.Obj
	for i := object + 1; i < speaker; i++ { // "… and wounded others on Monday"
		if t.tok(i).Head != object {
			continue
		}
		if t.rel(i).Is(language.Conj) && t.tok(i).POS == language.VERB || t.rel(i).Is(language.NMod) && t.caseWord(i) == "on" {
			t.tok(i).Head = v
			if t.rel(i).Is(language.NMod) {
				t.tok(i).Relation = language.Obl
			}
		}
	}
	return true
}
