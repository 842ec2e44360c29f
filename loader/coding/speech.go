package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// link is one who says so, with the words that say it.
type link struct {
	party  *party // nil for "a leaked memo"
	text   graph.Span
	verb   string
	hedged bool
	step   graph.Step
}

// links is the chain of those to whom a clause is attributed, outermost first: the reporting
// verbs above it, parenthetic ones beside it, "according to", and the speaker of the quotation
// in which it stands.
func (p *passage) links(tok int) []link {
	var inner []link // innermost first
	add := func(ls ...link) {
		for _, l := range ls {
			if !slices.ContainsFunc(inner, func(o link) bool {
				return o.text == l.text || l.party != nil && o.party != nil && o.party.actor == l.party.actor
			}) {
				inner = append(inner, l)
			}
		}
	}
	for at, steps := tok, 0; at >= 0 && steps <= len(p.toks); steps++ {
		if p.ownAside(at) {
			break
		}
		for _, c := range p.kids[at] {
			add(p.aside(c)...)
		}
		top := p.firstConjunct(at)
		h := p.head(top)
		if h >= 0 {
			add(p.reported(top, h)...)
		}
		at = h
	}
	add(p.parenthesis(tok)...)
	if len(inner) == 0 && p.quoted(tok) {
		if l, ok := p.quoteSpeaker(tok); ok {
			inner = append(inner, l)
		}
	}
	slices.Reverse(inner)
	return inner
}

// ownAside reports whether a clause is the article's own word on somebody in what is denied:
// "denied arming the rebels, who hold several towns".
func (p *passage) ownAside(v int) bool {
	n := p.head(v)
	relative := p.is(v, language.AclRelCl) || p.is(v, language.Parataxis) && slices.ContainsFunc(p.kids[v], p.relative)
	if !relative || n < 0 || v == 0 {
		return false
	}
	first, _ := p.s.Subtree(v)
	if p.word(first) != "," && p.word(first-1) != "," {
		return false
	}
	for at, steps := n, 0; at >= 0 && steps < maxDepth; at, steps = p.head(at), steps+1 {
		if p.verb(at) && p.r.lex.reports[p.lem[at]] == denyReport {
			return true
		}
	}
	return false
}

// aside reads what is said beside a clause: ", the ministry said", "according to the paper",
// "as officials put it".
func (p *passage) aside(c int) []link {
	switch {
	case p.is(c, language.Obl) || p.is(c, language.NMod) || p.is(c, language.AdvMod) || p.is(c, language.AdvCl):
		if prep := p.preposition(c); prep == "according_to" || prep == "according" {
			return []link{p.by(c, "according to", c)}
		}
		if p.lem[c] == "accord" || p.text(c) == "according" {
			if to := p.oblique(c, "to"); to >= 0 {
				return []link{p.by(to, "according to", c)}
			}
		}
		if p.is(c, language.AdvMod) && slices.Contains(hedges, p.text(c)) {
			s := p.span(c, c)
			return []link{{text: s, hedged: true, step: p.step("speech/hedge", "an unnamed report", c)}}
		}
		if p.is(c, language.AdvCl) && p.preposition(c) == "as" && p.says(c) {
			return p.saying(c)
		}
	case p.is(c, language.Parataxis) && p.says(c):
		return p.saying(c)
	}
	return nil
}

// says reports whether a verb reports.
func (p *passage) says(v int) bool {
	_, ok := p.r.lex.reports[p.lem[v]]
	return ok && p.verb(v)
}

// reported reads a clause that hangs on a verb or a noun of saying.
func (p *passage) reported(c, h int) []link {
	if p.verb(h) && p.says(h) && !(p.is(c, language.CComp) && p.unsaid(h)) {
		switch {
		case p.is(c, language.CComp), p.is(c, language.Parataxis) && p.ownSubject(h) >= 0:
			return p.saying(h)
		case p.is(c, language.XComp) && p.passive(h): // "is said to have fled"
			s := p.span(h, h)
			return []link{{text: s, verb: p.lem[h], hedged: true, step: p.step("speech/hearsay", "nobody is named who says so", h)}}
		case p.is(c, language.XComp) && (p.lem[h] == "claim" || p.lem[h] == "deny" || p.lem[h] == "admit"):
			return p.saying(h)
		case p.is(c, language.Obj) && p.r.lex.reports[p.lem[h]] == denyReport:
			return p.saying(h)
		}
	}
	if p.noun(h) && (p.is(c, language.Acl) || p.is(c, language.CComp)) && !p.is(c, language.AclRelCl) {
		switch p.lem[h] {
		case "claim", "report", "statement", "allegation", "accusation", "suggestion", "announcement":
			if by := p.child(h, language.NModPoss); by >= 0 {
				return []link{p.by(by, p.lem[h], h)}
			}
		}
	}
	return nil
}

// unsaid reports whether a verb of saying is negated, so that nobody has said what it governs:
// "failed to show that …". Who does not deny it says so.
func (p *passage) unsaid(v int) bool {
	if p.r.lex.reports[p.lem[v]] == denyReport {
		return false
	}
	if h := p.head(v); h >= 0 && p.is(v, language.XComp) {
		if effect := p.operatorOf(h, "").effect; effect == "fail" || effect == "refuse" {
			return true
		}
	}
	return p.negation(v) >= 0
}

// saying is the chain of a reporting verb, innermost first: whom its subject cites, the subject,
// and outside of it the medium that was told.
func (p *passage) saying(v int) []link {
	var out []link
	for _, c := range p.kids[v] {
		if p.is(c, language.AdvCl) && p.tag(c) == "VBG" && cites(p.lem[c]) {
			if o := p.child(c, language.Obj); o >= 0 {
				out = append(out, p.by(o, p.lem[c], c))
			}
		}
	}
	who := p.agent(v)
	if h := p.head(v); h >= 0 && p.is(v, language.AdvCl) && p.ownSubject(v) < 0 {
		if o := p.child(h, language.Obj); cites(p.lem[h]) && p.preposition(v) == "as" && o >= 0 {
			out = append(out, p.by(o, p.lem[h], h)) // "quoted a worker as saying"
		}
		who = p.outerTeller(v, who)
	}
	if who >= 0 {
		out = append(out, p.by(who, p.lem[v], v))
	}
	for _, c := range p.kids[v] {
		if p.is(c, language.Obj) || p.is(c, language.IObj) || p.is(c, language.Obl) && p.preposition(c) == "to" {
			for _, x := range p.parties(c) {
				if p.r.medium(x.actor) != "" {
					out = append(out, p.by(c, "tell", v))
					break
				}
			}
		}
	}
	return out
}

// cites reports whether a verb leads on to whom its subject has it from.
func cites(lemma string) bool { return lemma == "cite" || lemma == "quote" }

// outerTeller is who says what a participle adds to what was said: "said that they had fled,
// adding that …" is added by who said it, not by those who fled.
func (p *passage) outerTeller(v, who int) int {
	at := p.head(v)
	for steps := 0; steps < maxDepth && at >= 0; steps++ {
		h := p.head(at)
		if h >= 0 && p.says(h) && (p.is(at, language.CComp) || p.is(at, language.Parataxis)) {
			if s := p.agent(h); s >= 0 {
				return s
			}
			return who
		}
		if !p.is(at, language.Conj) {
			break
		}
		at = h
	}
	return who
}

// by makes the link of a speaker.
func (p *passage) by(who int, verb string, at int) link {
	l := link{verb: verb, step: p.step("speech", "it is said by somebody", at)}
	if ps := p.thirdPerson(who); len(ps) > 0 {
		l.party, l.text = &ps[0], ps[0].span
		l.step.Says = "it is said by “" + p.slice(ps[0].span) + "”"
		return l
	}
	first, last := p.s.Subtree(who)
	if last-first > 11 { // no novels as a source
		first, last = who, who
	}
	for first < last && (p.toks[first].POS == language.ADP || p.toks[first].POS == language.PUNCT || p.is(first, language.Case) || p.text(first) == "to") {
		first++
	}
	if issuer := p.issuer(who); issuer != nil { // "a statement by the army"
		l.party = issuer
	}
	for first < last && p.toks[last].POS == language.PUNCT {
		last--
	}
	l.text = p.span(first, last)
	l.step.Says = "it is said by “" + p.slice(l.text) + "”"
	return l
}

// documents are the nouns of what speaks for whoever made it.
var documents = map[string]bool{"statement": true, "report": true, "memo": true, "letter": true, "communique": true, "release": true, "message": true, "bulletin": true, "post": true, "tweet": true, "website": true, "document": true, "decree": true, "study": true, "survey": true, "filing": true}

// issuer is who made a document that is cited, nil where the words do not say.
func (p *passage) issuer(doc int) *party {
	if !documents[p.lem[doc]] {
		return nil
	}
	for _, prep := range []string{"by", "from", "of"} {
		if c := p.oblique(doc, prep); c >= 0 {
			if ps := p.thirdPerson(c); len(ps) > 0 {
				return &ps[0]
			}
		}
	}
	if c := p.child(doc, language.NModPoss); c >= 0 {
		if ps := p.thirdPerson(c); len(ps) > 0 {
			return &ps[0]
		}
	}
	if ps := p.owners(doc); len(ps) > 0 {
		return &ps[0]
	}
	return nil
}

// thirdPerson are the actors of a nominal, but not "we" and "I": their speaker is what is
// looked for.
func (p *passage) thirdPerson(tok int) []party {
	switch p.text(tok) {
	case "we", "i", "us", "me":
		return nil
	}
	return p.parties(tok)
}

// parenthesis reads a reporting clause that the tree has missed: ", the paper reports," beside
// the words of a clause, with commas on both sides or at its end.
func (p *passage) parenthesis(tok int) []link {
	for v := 2; v < len(p.toks); v++ {
		if _, ok := p.r.lex.reports[p.lem[v]]; !ok || p.verb(v) && p.is(v, language.Parataxis) || tok == v {
			continue
		}
		if next := p.word(v + 1); next != "," && next != "." && next != "" {
			continue
		}
		for _, m := range p.r.cast.In(p.index) {
			x := &p.r.cast.Mentions[m]
			if x.Actor < 0 || x.Last != v-1 {
				continue
			}
			before := x.First - 1
			if p.word(before) == "the" {
				before--
			}
			if p.word(before) == "," && before > 0 {
				who := p.mention(m, x.Head)
				return []link{{party: &who, text: who.span, verb: p.lem[v], step: p.step("speech/parenthesis", "“"+p.slice(who.span)+"” says so", v)}}
			}
		}
	}
	return nil
}
