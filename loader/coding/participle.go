package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// befell reports whether a participle before a noun tells what was done to whom the noun names:
// "the jailed editor". Of things and places it more often says only how they are.
func (p *passage) befell(i int) bool {
	h := p.head(i)
	if p.tag(i) != "VBN" || !p.is(i, language.AMod) || p.in[i] >= 0 || h < i || !p.noun(h) || !p.inClass(h, "actor") || p.negation(i) >= 0 {
		return false
	}
	senses := p.r.lex.frames[p.lem[i]+"/v"]
	return len(senses) > 0 && slices.ContainsFunc(senses, func(f *frame) bool {
		return slices.ContainsFunc(f.modes, func(m graph.Mode) bool { return befalling[m] })
	}) && !slices.ContainsFunc(p.kids[i], func(c int) bool { return p.is(c, language.AdvMod) })
}

// befalling are the modes of acts that leave a mark on whom they befall, so that a participle
// before his noun tells them.
var befalling = map[graph.Mode]bool{
	"ARREST": true, "ABDUCT": true, "DEPORT": true, "CONVICT": true, "EXPEL": true, "ASSASSINATE": true, "EXECUTE": true, "TORTURE": true, "RELEASE": true,
}
