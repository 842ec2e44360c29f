package coding

import (
	"slices"
	"strconv"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Between describes what a sentence says between two of its phrases, for the classifier that
// answers who asks what one does to the other: the words on the way through the tree, what the
// tables know of them, the clauses above. Either phrase may be nil, not both; they are of one
// sentence. Nil for a sentence that is not coded.
func Between(doc *language.Document, cast *identity.Cast, c Context, source, target *identity.Phrase) []uint32 {
	at := source
	if at == nil {
		at = target
	}
	r := newReader(doc, cast, c)
	for _, p := range r.passages {
		if p.index == at.Sentence {
			p.applyFrames()
			b := between{featureList: featureList{p: p}, source: p.top(source), target: p.top(target)}
			b.describe(source, target)
			return b.list
		}
	}
	return nil
}

// top is the token of a phrase that the rest of it hangs on, -1 for none.
func (p *passage) top(x *identity.Phrase) int {
	if x == nil || x.Last >= len(p.toks) {
		return -1
	}
	for i := x.First; i <= x.Last; i++ {
		h := p.head(i)
		if (h < x.First || h > x.Last) && p.toks[i].POS != language.ADP && p.toks[i].POS != language.PUNCT {
			return i
		}
	}
	return x.Last
}

// between collects the features of a pair.
type between struct {
	featureList
	source, target int
}

func (b *between) describe(source, target *identity.Phrase) {
	b.side("source", b.source)
	b.side("target", b.target)
	up, down := b.way()
	b.path(up, down)
	b.clauses("source", b.source)
	b.clauses("target", b.target)
	b.words(source, target)
}

// side adds who is asked for, and what the phrase hangs on.
func (b *between) side(name string, t int) {
	p := b.p
	if t < 0 {
		b.add(name, "none")
		return
	}
	b.add(name+" class", p.classText(t))
	b.add(name+" word", p.lem[t])
	prep := p.preposition(p.firstConjunct(t))
	rel := string(p.rel(p.firstConjunct(t)))
	b.add(name+" link", rel+" "+prep)
	if h := p.head(p.firstConjunct(t)); h >= 0 {
		b.add(name+" on", p.phrase(h)+" "+rel+" "+prep)
		b.types(name+" on types", h, b.pos(h))
		if p.passive(h) {
			b.add(name+" on passive", rel+" "+prep)
		}
	}
}

func (b *between) pos(t int) string {
	if b.p.noun(t) {
		return "n"
	}
	return "v"
}

// way is the way through the tree from the source up to where both meet, and from there down
// to the target; without one of them it leads to the top of the sentence.
func (b *between) way() (up, down []int) {
	p := b.p
	chain := func(t int) []int {
		var out []int
		for ; t >= 0 && len(out) < maxDepth; t = p.head(t) {
			out = append(out, t)
		}
		return out
	}
	s, t := chain(b.source), chain(b.target)
	for i, x := range s {
		if j := slices.Index(t, x); j >= 0 {
			down = slices.Clone(t[:j])
			slices.Reverse(down)
			return s[:i+1], down
		}
	}
	if len(s) == 0 {
		return nil, t
	}
	return s, nil
}

// path adds the words and relations of the way.
func (b *between) path(up, down []int) {
	p := b.p
	shape := ""
	for _, x := range up[:max(len(up)-1, 0)] {
		shape += string(p.rel(x)) + p.preposition(x) + "<"
	}
	meet := -1
	if len(up) > 0 {
		meet = up[len(up)-1]
		b.word("meet", meet)
		b.add("meet chain", p.phrase(meet)+" "+shape)
	}
	for _, x := range down {
		shape += ">" + string(p.rel(x)) + p.preposition(x)
	}
	b.add("shape", shape)
	b.add("length", strconv.Itoa(len(up)+len(down)))
	if meet >= 0 {
		b.add("meet shape", p.phrase(meet)+" "+shape)
	}
	for _, x := range up[:max(len(up)-1, 0)] {
		if x != b.source {
			b.word("up", x)
		}
	}
	for _, x := range down {
		if x != b.target {
			b.word("down", x)
		}
	}
}

// word adds a predicate or a noun on the way.
func (b *between) word(name string, x int) {
	p := b.p
	pos := b.pos(x)
	b.add(name, p.phrase(x)+"/"+pos)
	b.add("way", p.phrase(x)+"/"+pos)
	b.types(name+" types", x, pos)
	b.types("way types", x, pos)
	if e := p.fired[x]; e != nil {
		b.add(name+" frame", string(e.typ))
		b.add("way frame", string(e.typ))
	}
	if op := p.operatorOf(x, ""); op.effect != "" {
		b.add(name+" effect", op.effect)
	}
	b.status(name, x, pos)
	if p.verb(x) {
		b.mood(name, x)
	}
}

// words adds what stands between the phrases and after the second, whatever the tree is.
func (b *between) words(source, target *identity.Phrase) {
	p := b.p
	first, last := -1, -1 // the end of the first phrase, the beginning of the second
	switch {
	case source == nil:
		last = target.First
	case target == nil:
		first = source.Last
	case source.First < target.First:
		first, last = source.Last, target.First
		b.add("order", "source first")
	default:
		first, last = target.Last, source.First
		b.add("order", "target first")
	}
	in := func(x *identity.Phrase, i int) bool { return x != nil && x.First <= i && i <= x.Last }
	for i := range p.toks {
		if in(source, i) || in(target, i) || !p.verb(i) && !p.noun(i) && p.toks[i].POS != language.ADJ {
			continue
		}
		where := "outside"
		if i > first && (last < 0 || i < last) {
			where = "amid"
		}
		b.add(where, p.lem[i])
		if e := p.fired[i]; e != nil {
			b.add(where+" fired", string(e.typ))
		}
		if p.verb(i) && (p.lem[i] == "be" || p.lem[i] == "have") {
			continue
		}
		for _, f := range p.r.lex.frames[p.phrase(i)+"/"+b.pos(i)] {
			b.add(where+" type", string(f.typ))
		}
	}
}

// Rule describes what the tables answer, for the same classifier.
func Rule(answer graph.EventType, others []graph.EventType, fit, confidence int) []uint32 {
	f := featureList{}
	f.add("rule", string(answer))
	f.add("rule fit", string(answer)+" "+strconv.Itoa(fit))
	f.add("rule sure", string(answer)+" "+strconv.Itoa(fit)+" "+strconv.Itoa(confidence/200))
	for _, t := range others {
		f.add("rule other", string(t))
		f.add("rule besides", string(answer)+" "+string(t))
	}
	return f.list
}

// kinds is the classifier of predicates that a context asks for.
func (c *Context) kinds() *kind.Model {
	if c.Kinds != nil {
		return c.Kinds
	}
	return kinds()
}
