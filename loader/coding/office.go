package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// office is what a text says that somebody is: "Robert Smith, the deputy defence minister".
type office struct {
	holder  party
	body    party
	noun    int        // the token of the role noun
	role    graph.Span // its words
	former  bool
	negated bool
	implied bool // the body is concluded from the holder's state
	rule    string
	says    string
	verb    int  // the verb that says so, whose times are the office's; -1 for none
	begins  bool // the verb tells how it begins
}

// offices are the offices, memberships and kinships that a sentence states, in the order of
// the text: as an apposition, as a title before the name, as a copula.
func (p *passage) offices() []office {
	var out []office
	for n := range p.toks {
		if !p.roleNoun(n) {
			continue
		}
		if p.beforeName(n) {
			if o, ok := p.title(n); ok {
				out = append(out, o)
			}
		} else if o, ok := p.apposition(n); ok {
			out = append(out, o)
		} else if o, ok := p.copula(n); ok {
			out = append(out, o)
		} else if o, ok := p.title(n); ok {
			out = append(out, o)
		} else if o, ok := p.capacity(n); ok {
			out = append(out, o)
		} else if o, ok := p.becoming(n); ok {
			out = append(out, o)
		} else if o, ok := p.beside(n); ok {
			out = append(out, o)
		}
	}
	return out
}

// beforeName reports whether a role noun stands right before the name of a person, whose title
// it is, and nobody else's.
func (p *passage) beforeName(n int) bool {
	for _, m := range p.r.cast.In(p.index) {
		if x := &p.r.cast.Mentions[m]; x.Form == identity.Name && x.First == n+1 && (x.Kind == graph.Person || x.Kind == graph.Official) {
			return x.Actor >= 0
		}
	}
	return false
}

// beside reads a role noun that identity has found beside a name, where the tree has lost one
// of the two: "the mayor of Torvik, Hans Berg,".
func (p *passage) beside(n int) (office, bool) {
	m := p.at[n]
	if m < 0 {
		return office{}, false
	}
	x := &p.r.cast.Mentions[m]
	if x.Form != identity.Nominal || x.Actor < 0 || x.Inferred {
		return office{}, false
	}
	for _, o := range p.r.cast.In(p.index) {
		y := &p.r.cast.Mentions[o]
		if y.Form == identity.Name && y.Actor == x.Actor && (y.Kind == graph.Person || y.Kind == graph.Official) && y.First-n < 16 && n-y.Last < 16 && !p.verbBetween(min(n, y.Last), max(n, y.First)) {
			return p.office(p.mention(o, y.Head), n, "tie/beside", "the noun stands beside the name")
		}
	}
	return office{}, false
}

// verbBetween reports whether a verb stands between two tokens.
func (p *passage) verbBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if p.verb(i) {
			return true
		}
	}
	return false
}

// roleNoun reports whether a word says what somebody is.
func (p *passage) roleNoun(n int) bool {
	lex := p.r.lex
	return p.noun(n) && (lex.is(p.lem[n], "office") || lex.is(p.lem[n], "kin") || lex.is(p.lem[n], "membership"))
}

// person is a named person or body that a word means by name.
func (p *passage) person(tok int) (party, bool) {
	m := p.at[tok]
	if m < 0 {
		return party{}, false
	}
	x := &p.r.cast.Mentions[m]
	if x.Actor < 0 || x.Form != identity.Name {
		return party{}, false
	}
	switch p.r.cast.Profiles[x.Actor].Kind {
	case graph.Person, graph.Official:
		return p.mention(m, tok), true
	}
	return party{}, false
}

func (p *passage) apposition(n int) (office, bool) {
	holder, ok := party{}, false
	first := p.firstConjunct(n)
	for first != n && p.is(first, language.NMod) && p.head(first) >= 0 { // "Lee, chief of the party and daughter of Ann Lee"
		first = p.head(first)
	}
	if p.is(first, language.Appos) && p.head(first) >= 0 {
		holder, ok = p.person(p.head(first))
	}
	if !ok {
		for _, c := range p.kids[n] {
			if p.is(c, language.Appos) && !ok {
				holder, ok = p.person(c)
			}
		}
	}
	if !ok {
		return office{}, false
	}
	return p.office(holder, n, "tie/apposition", "the apposition says what somebody is")
}

func (p *passage) copula(n int) (office, bool) {
	cop := p.child(n, language.Cop)
	s := p.child(n, language.NSubj)
	if cop < 0 || s < 0 {
		return office{}, false
	}
	holder, ok := p.person(s)
	if !ok {
		return office{}, false
	}
	o, ok := p.office(holder, n, "tie/copula", "the sentence says what somebody is")
	r, _ := p.finite(n)
	if !r.real() {
		return office{}, false
	}
	o.former = o.former || p.tag(cop) == "VBD"
	o.verb = n
	o.negated = p.negation(n) >= 0
	return o, ok
}

// title reads the words before a name: "Congolese President Felix Okoro".
func (p *passage) title(n int) (office, bool) {
	for _, m := range p.r.cast.In(p.index) {
		x := &p.r.cast.Mentions[m]
		if x.Actor < 0 || x.Form != identity.Name || x.Kind != graph.Person && x.Kind != graph.Official {
			continue
		}
		of := n+1 < x.First && x.First <= n+4 && p.text(n+1) == "of" && p.in[n+2] < 0 // "Secretary of State"
		if x.First != n+1 && !of && !(x.First <= n && n < x.Last) {
			continue
		}
		if p.another(n, x.Actor) {
			return office{}, false
		}
		holder := p.mention(m, x.Head)
		if x.First <= n { // the title is part of the mention
			holder.span = p.span(n+1, x.Last)
		}
		return p.office(holder, n, "tie/title", "the title before the name")
	}
	return office{}, false
}

// another reports whether a role noun means somebody else than an actor: "the North Korean leader
// Trump blamed" is who leads North Korea.
func (p *passage) another(n, actor int) bool {
	m := p.at[n]
	if m < 0 || p.r.cast.Mentions[m].Form != identity.Nominal {
		return false
	}
	a := p.r.cast.Mentions[m].Actor
	return a >= 0 && a != actor && p.r.cast.Actors[a].Named
}

// office completes what a role noun says of a holder with the body and the words of the role.
func (p *passage) office(holder party, n int, rule, says string) (office, bool) {
	o := office{holder: holder, noun: n, rule: rule, says: says, verb: -1}
	first := n
	for first > 0 && p.roleWord(first-1) && (p.toks[first-1].End < holder.span.Start || p.toks[first-1].Start >= holder.span.End) {
		first--
	}
	last := n
	of := p.oblique(n, "of")
	for _, prep := range []string{"for", "to"} {
		if of < 0 {
			of = p.oblique(n, prep)
		}
	}
	if of >= 0 {
		if body := p.named(of, holder); body != nil {
			o.body = *body
			if prof := &p.r.cast.Profiles[body.actor]; prof.Kind == graph.Country && p.r.lex.is(p.lem[n], "office") {
				words := p.span(first, last)
				if a, ok := p.r.ministry(prof.Country, strings.ToLower(p.slice(words))); ok {
					o.body, o.implied = party{actor: a, token: n, span: words, inferred: true}, true
				}
			}
		} else if body, ok := p.local(of, n); ok {
			o.body = body
		} else if p.r.lex.is(p.lem[n], "office") {
			_, last = p.s.Subtree(of) // "secretary of defense"
			if last-n > 6 {
				last = of
			}
			for last > n && holder.token > n && p.toks[last].Start >= holder.span.Start { // "Secretary of State Ann Lee"
				last--
			}
		}
	}
	if of < 0 {
		for _, c := range p.kids[n] { // "commander, Northern Fleet"
			if b, ok := p.body(c); ok && c > n && p.is(c, language.Appos) && b.actor != holder.actor {
				o.body = b
				break
			}
		}
	}
	for first < n && (p.text(first) == "former" || p.text(first) == "ex" || p.text(first) == "late" || p.text(first) == "-") {
		o.former = true
		first++
	}
	for i := first - 1; i >= 0 && i >= first-3 && !o.former; i-- { // "former Polish minister"
		o.former = p.text(i) == "former" || p.text(i) == "ex"
	}
	if rule == "tie/title" && last == n && holder.token > n {
		for last+1 < holder.token && p.toks[last+1].Start < holder.span.Start && p.toks[last+1].POS != language.PUNCT && p.in[last+1] < 0 {
			last++
		}
	}
	o.role = p.span(first, last)
	if o.body.span == (graph.Span{}) {
		o.body, o.implied = p.implied(holder, n, first, last)
	}
	if o.body.span == (graph.Span{}) || o.body.actor == holder.actor {
		return office{}, false
	}
	return o, true
}

// roleWord reports whether a word before a role noun belongs to the role: "deputy prime minister".
func (p *passage) roleWord(i int) bool {
	if m := p.in[i]; m >= 0 {
		return false
	}
	switch p.toks[i].POS {
	case language.NOUN, language.PROPN, language.ADJ:
		return true
	}
	return p.toks[i].Text == "-"
}

// named is the body or person that a phrase names, not the holder.
func (p *passage) named(tok int, holder party) *party {
	for _, x := range p.parties(tok) {
		if x.actor != holder.actor {
			return &x
		}
	}
	return nil
}
