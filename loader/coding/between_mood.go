package coding

import (
	"github.com/actorgraph/actorgraph/loader/language"
)

// What the clauses around two actors say: whether an act on the way between them is real, and what governs it.

// status adds how real the act of a word is, with the types that the tables know for it: what
// will be done is agreed to or threatened, what will not be done is refused.
func (b *between) status(name string, x int, pos string) {
	r := b.p.realityOf(x)
	how := string(r.status)
	if r.negated {
		how += "-"
	}
	b.add(name+" status", how)
	b.add("way status", how)
	for _, key := range []string{b.p.phrase(x) + "/" + pos, b.p.lem[x] + "/" + pos} {
		for _, f := range b.p.r.lex.frames[key] {
			b.add("way status type", how+" "+string(f.typ))
			b.add("way status quad", how+" "+string(f.typ.Quad()))
		}
	}
}

// mood adds negation, modals, and the object with its preposition of a verb.
func (b *between) mood(name string, v int) {
	p := b.p
	for _, a := range p.auxiliaries(v) {
		switch p.lem[a] {
		case "be", "have", "do":
		default:
			b.add(name+" modal", p.lem[a])
			b.add(name+" modal of", p.lem[a]+" "+p.phrase(v))
		}
	}
	if p.negation(v) >= 0 {
		b.add(name+" not", "yes")
		b.add(name+" not", p.phrase(v))
	}
	if p.passive(v) {
		b.add(name+" passive", "yes")
	}
	if o := p.slotOf(v, "obj"); o >= 0 {
		b.add(name+" object", p.lem[o])
		b.add(name+" with object", p.phrase(v)+" "+p.lem[o])
		b.add(name+" with class", p.phrase(v)+" "+p.classText(o))
		if p.noun(o) {
			b.types(name+" object types", o, "n")
			for _, c := range thingLists {
				if p.r.lex.is(p.lem[o], c) {
					b.add(name+" object list", c)
					b.add(name+" with list", p.phrase(v)+" "+c)
				}
			}
		}
	}
	for _, c := range p.kids[v] {
		switch rel := p.rel(c); {
		case rel.Is(language.XComp), rel.Is(language.CComp), rel.Is(language.AdvCl) && c > v:
			b.add(name+" clause", p.phrase(v)+" "+p.phrase(c))
			b.add(name+" clause word", p.phrase(c))
			b.types(name+" clause types", c, b.pos(c))
			for _, a := range p.auxiliaries(c) {
				b.add(name+" clause modal", p.lem[a])
				b.add(name+" clause modal of", p.phrase(v)+" "+p.lem[a])
			}
			if o := p.slotOf(c, "obj"); o >= 0 {
				b.add(name+" clause object", p.lem[o])
				if p.noun(o) {
					b.types(name+" clause object types", o, "n")
				}
			}
		case rel.Is(language.Obl):
			b.add(name+" oblique", p.phrase(v)+" "+p.preposition(c))
			b.add(name+" oblique word", p.preposition(c)+" "+p.lem[c])
			if p.noun(c) {
				b.types(name+" oblique types "+p.preposition(c), c, "n")
			}
		}
	}
}

// clauses adds the predicates above a side, from the nearest to the top of the sentence.
func (b *between) clauses(name string, t int) {
	p := b.p
	near := true
	for n := 0; t >= 0 && n < maxDepth; n++ {
		t = p.head(t)
		if t < 0 || !p.verb(t) && (!p.noun(t) || p.r.lex.frames[p.lem[t]+"/n"] == nil) {
			continue
		}
		if near {
			b.word(name+" near", t)
			near = false
		}
		b.add(name+" above", p.phrase(t))
		b.types(name+" above types", t, b.pos(t))
	}
}
