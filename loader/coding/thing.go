package coding

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// thing is somebody or something that an act touches though it is no actor: "a market",
// "nine others", "he" where nobody knows who. It stands in the evidence as worded, without a
// party.
type thing struct {
	token  int
	span   graph.Span
	class  string // person, group, weapon, vehicle, building, land
	number *graph.Quantity
}

// unnamedPeople are words that mean people without saying who.
var unnamedPeople = map[string]bool{
	"he": true, "she": true, "him": true, "her": true, "they": true, "them": true, "we": true, "us": true, "i": true, "me": true, "someone": true, "somebody": true,
	"everyone": true, "another": true, "others": true, "other": true, "both": true, "many": true, "several": true, "some": true, "all": true, "those": true,
}

// thingClass is the class of what a nominal names, "" for what no act can touch and for what
// means an actor.
func (p *passage) thingClass(tok int) string {
	lex := p.r.lex
	if unnamedPeople[p.text(tok)] {
		return "person"
	}
	if p.text(tok) == "old" || p.text(tok) == "olds" { // "a 20-year-old"
		for _, c := range p.kids[tok] {
			if p.lem[c] == "year" && c < tok {
				return "person"
			}
		}
	}
	if p.toks[tok].POS == language.NUM || lex.is(p.lem[tok], "quantity") {
		if of := p.measured(tok); of != tok {
			if p.noun(of) {
				return lex.things[p.lem[of]]
			}
			return "person"
		}
		if p.is(tok, language.NumMod) || p.hour(tok) || strings.ContainsAny(p.text(tok), "%$.:") {
			return ""
		}
		return "person"
	}
	if m := p.at[tok]; m >= 0 {
		switch x := &p.r.cast.Mentions[m]; {
		case x.Place >= 0:
			return "land"
		case x.Form == identity.Nominal:
			return "person"
		case x.Form == identity.Name && x.Type == identity.TypePerson:
			return "person"
		}
	}
	if p.toks[tok].POS == language.PROPN {
		return lex.things[strings.ToLower(p.toks[tok].Text)] // "the Grand Mosque"
	}
	if p.toks[tok].POS != language.NOUN && p.toks[tok].POS != language.ADJ {
		return ""
	}
	return lex.things[p.lem[tok]]
}

// hour reports whether a number is a time of day: "at 0300", "until 2200 local time".
func (p *passage) hour(tok int) bool {
	t := p.toks[tok].Text
	if len(t) != 4 || strings.Trim(t, "0123456789") != "" {
		return false
	}
	switch p.preposition(tok) {
	case "at", "until", "by", "around", "about", "since", "from", "to", "before", "after", "between":
		return true
	}
	return false
}

// personal reports whether a nominal names people or a body of people, known or not.
func (p *passage) personal(tok int) bool {
	c := p.thingClass(tok)
	return c == "person" || c == "group"
}

// things are what a nominal and those coordinated with it name, in the order of the text.
func (p *passage) things(tok int) []thing { return p.thingsWithin(tok, maxDepth) }

func (p *passage) thingsWithin(tok, depth int) []thing {
	if tok < 0 || depth == 0 {
		return nil
	}
	if p.relative(tok) {
		if v := p.head(tok); v >= 0 {
			if a := p.antecedent(v); a >= 0 && a != tok {
				return p.thingsWithin(a, depth-1)
			}
		}
		return nil
	}
	var out []thing
	if class := p.thingClass(tok); class != "" && p.noWord(tok) < 0 && len(p.parties(tok)) == 0 {
		first, last := p.nounPhrase(tok)
		x := thing{token: tok, span: p.span(first, last), class: class}
		if q, ok := p.quantity(tok); ok {
			q.Of = graph.Present
			x.number = &q
		}
		out = append(out, x)
	}
	for _, c := range p.kids[tok] {
		if p.is(c, language.Conj) && !p.verb(c) {
			out = append(out, p.thingsWithin(c, depth-1)...)
		}
	}
	return out
}

// nounPhrase is a noun with what stands before it.
func (p *passage) nounPhrase(tok int) (first, last int) {
	first = tok
	for _, c := range p.kids[tok] {
		if c < first && !p.is(c, language.Case) && !p.is(c, language.Mark) && !p.is(c, language.Conj) && !p.is(c, language.PunctRelation) && !p.is(c, language.CC) && !p.is(c, language.Acl) && !p.is(c, language.NSubj) && !p.is(c, language.Cop) && !p.is(c, language.AuxRelation) {
			if f, _ := p.s.Subtree(c); f < first {
				first = f
			}
		}
	}
	return first, tok
}

// touch finds the things that an act of deeds touches, or is done by, where no actor is named.
func (e *event) touch() {
	if !deed(e.typ) {
		return
	}
	if len(e.targets) == 0 {
		e.touched = e.thingsOf(e.frame.targets)
		if o := e.p.slotOf(e.trigger, "obj"); len(e.touched) == 0 && !e.frame.noun && o >= 0 && !e.instrument(o) && len(e.frame.targets.slots) > 0 {
			e.touched = e.p.things(o)
		}
	} else if e.typ.Quad() == graph.MaterialConflict {
		e.touched = e.besideTargets()
	}
	e.touched = slices.DeleteFunc(e.touched, func(x thing) bool {
		_, named := e.p.placeAt(x.token)
		e.hitsPlace = e.hitsPlace || named
		return named
	})
	if len(e.sources) == 0 {
		for _, x := range e.thingsOf(e.frame.sources) {
			if x.class == "person" || x.class == "group" {
				e.doers = append(e.doers, x)
			}
		}
	}
}

// besideTargets are the things in one list with the targets: "attacked a church and several houses".
func (e *event) besideTargets() []thing {
	var out []thing
	for _, s := range e.frame.targets.slots {
		if s.name == "poss_obj" || s.name == "comp" {
			continue
		}
		for _, tok := range e.slot(s.name) {
			list := e.p.things(tok)
			if len(e.p.parties(tok)) > 0 {
				out = append(out, list...)
			}
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// deed reports whether events of a type are done, not said.
func deed(t graph.EventType) bool {
	q := t.Quad()
	return q == graph.MaterialConflict || q == graph.MaterialCooperation
}

func (e *event) thingsOf(r role) []thing {
	var out []thing
	for _, s := range r.slots {
		if s.name == "poss_obj" || s.name == "comp" {
			continue
		}
		for _, tok := range e.slot(s.name) {
			out = append(out, e.p.things(tok)...)
		}
		if len(out) > 0 && !r.all {
			break
		}
	}
	return out
}

// thingWording is a thing as evidence words it: a wording without a party.
func (p *passage) thingWording(part graph.Part, x thing) graph.Wording {
	return graph.Wording{Part: part, Number: x.number, Text: p.slice(x.span), Span: x.span}
}

// IsPersonal reports whether a wording without a party names people or a body of people rather
// than a thing or a place: "nine others", "he", "a crew".
func IsPersonal(wording string) bool {
	fields := strings.Fields(strings.ToLower(wording))
	if len(fields) == 0 {
		return false
	}
	lex, last := words(), fields[len(fields)-1]
	if _, ok := numeral(last); ok || unnamedPeople[last] {
		return true
	}
	for _, w := range []string{last, strings.TrimSuffix(last, "s"), strings.TrimSuffix(last, "es"), strings.TrimSuffix(last, "ies") + "y", strings.TrimSuffix(last, "men") + "man"} {
		if c := lex.things[w]; c != "" {
			return c == "person" || c == "group"
		}
	}
	return lex.is(strings.TrimSuffix(last, "s"), "quantity")
}
