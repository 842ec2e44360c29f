package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Predicate is a word that may tell an event, as the classifier of kinds sees it.
type Predicate struct {
	Sentence, Token int
	Lemma           string
	Frame           graph.EventType // what the tables make of it, "" for nothing
	Features        []uint32
}

// Predicates are the words of a text that may tell an event, in the order of the text: what
// the classifier learns from.
func Predicates(doc *language.Document, cast *identity.Cast, c Context) []Predicate {
	r := newReader(doc, cast, c)
	var out []Predicate
	for _, p := range r.passages {
		p.applyFrames()
		for i := range p.toks {
			if p.candidate(i) {
				x := Predicate{Sentence: p.index, Token: i, Lemma: p.lem[i], Features: p.features(i)}
				if e := p.fired[i]; e != nil {
					x.Frame = e.typ
				}
				out = append(out, x)
			}
		}
	}
	return out
}

// candidate reports whether a word may tell an event: any verb that is no attribute, any noun
// that the tables know as an act.
func (p *passage) candidate(i int) bool {
	if p.in[i] >= 0 || p.is(i, language.Compound) || p.is(i, language.AMod) {
		return false
	}
	if p.toks[i].POS == language.VERB {
		return true
	}
	return p.noun(i) && (p.r.lex.frames[p.lem[i]+"/n"] != nil || p.r.lex.frames[p.text(i)+"/n"] != nil)
}

// features describe a predicate for the classifier.
func (p *passage) features(t int) []uint32 {
	f := featureList{p: p}
	pos := "v"
	if p.noun(t) {
		pos = "n"
	}
	word := p.lem[t] + "/" + pos
	f.add("pos", pos)
	f.add("word", word)
	f.add("phrase", p.phrase(t))
	f.add("form", p.tag(t))
	f.types("types", t, pos)
	if e := p.fired[t]; e != nil {
		f.add("frame", string(e.typ))
		f.add("frame+pos", string(e.typ)+pos)
	} else {
		f.add("frame", "none")
		f.add("frame+word", "none "+word)
	}
	if pos == "v" {
		if p.passive(t) {
			f.add("voice", "passive")
		}
		f.role("subject", word, p.agent(t))
		f.role("object", word, p.slotOf(t, "obj"))
		if p.child(t, language.IObj) >= 0 {
			f.add("iobj", "yes")
		}
	}
	for _, c := range p.kids[t] {
		rel := p.rel(c)
		switch {
		case rel.Is(language.Obl) || rel.Is(language.NMod):
			prep := p.preposition(c)
			f.add("prep", prep)
			f.add("word+prep", word+" "+prep)
			f.role("at "+prep, "", c)
		case rel.Is(language.XComp), rel.Is(language.CComp), rel.Is(language.AdvCl) && c > t:
			f.add("clause", string(rel))
			f.add("clause word", p.lem[c])
			f.add("word+clause", word+" "+string(rel))
			f.types("clause types", c, "v")
		case rel.Is(language.Compound), rel.Is(language.AMod), rel.Is(language.NModPoss):
			f.add("before", p.lem[c])
			f.add("word+before", word+" "+p.lem[c])
			f.add("before class", p.classText(c))
		case rel.Is(language.DetRelation):
			f.add("article", p.text(c))
		}
	}
	if h := p.head(t); h >= 0 {
		f.add("above", string(p.rel(t))+" "+p.lem[h])
		f.add("above effect", string(p.rel(t))+" "+p.operatorOf(h, p.preposition(t)).effect)
		if p.verb(h) {
			f.types("above types", h, "v")
		}
	}
	return f.list
}

// featureList collects features.
type featureList struct {
	p    *passage
	list []uint32
}

func (f *featureList) add(name, value string) { f.list = append(f.list, kind.Feature(name, value)) }

// types adds the types that the tables know for a word, and whether it has only one.
func (f *featureList) types(name string, t int, pos string) {
	var found []graph.EventType
	for _, key := range []string{f.p.phrase(t) + "/" + pos, f.p.lem[t] + "/" + pos} {
		for _, x := range f.p.r.lex.frames[key] {
			if !slices.Contains(found, x.typ) {
				found = append(found, x.typ)
			}
		}
	}
	for _, x := range found {
		f.add(name, string(x))
	}
	if len(found) == 1 {
		f.add(name+" only", string(found[0]))
	}
	if len(found) == 0 {
		f.add(name, "none")
	}
}

// role adds what stands in a slot: the word, its class, the types of an act noun.
func (f *featureList) role(name, word string, t int) {
	p := f.p
	if t < 0 {
		f.add(name, "none")
		return
	}
	class := p.classText(t)
	f.add(name+" word", p.lem[t])
	f.add(name+" class", class)
	if word != "" {
		f.add(name+" word+", word+" "+p.lem[t])
		f.add(name+" class+", word+" "+class)
	}
	if p.noun(t) && p.r.lex.frames[p.lem[t]+"/n"] != nil {
		f.types(name+" types", t, "n")
	}
	for _, c := range thingLists {
		if p.r.lex.is(p.lem[t], c) {
			f.add(name+" list", c)
		}
	}
}

// thingLists are the classes of words that features speak of.
var thingLists = []string{
	"agreement", "aid", "armed", "arms", "attack", "backing", "barrier", "blast", "concern", "crowd", "curb", "demandobj", "dissent", "grant", "inquiry",
	"leader", "media", "money", "order", "passage", "permit", "plea", "position", "property", "proposalobj", "ruling", "seizable", "talks", "team", "tie",
	"troops", "truce", "utility", "weapon", "worker",
}

// classText is the class of a nominal in a word: the kind and sector of an actor, else the
// class of a thing, a place, a time.
func (p *passage) classText(t int) string {
	if ps := p.parties(t); len(ps) > 0 {
		prof := &p.r.cast.Profiles[ps[0].actor]
		if len(prof.Sectors) > 0 {
			return string(prof.Kind) + " " + string(prof.Sectors[0])
		}
		return string(prof.Kind)
	}
	if _, ok := p.placeAt(t); ok {
		return "place"
	}
	if c := p.thingClass(t); c != "" {
		return c
	}
	if p.verb(t) {
		return "clause"
	}
	return "other"
}
