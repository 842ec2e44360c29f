package coding

import (
	"slices"
	"strings"

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
	if p.verb(h) && p.says(h) {
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

// saying is the chain of a reporting verb: its subject, and outside of it the medium that was told.
func (p *passage) saying(v int) []link {
	var out []link
	who := p.agent(v)
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
	for first < last && (p.toks[first].POS == language.ADP || p.is(first, language.Case)) {
		first++
	}
	for first < last && p.toks[last].POS == language.PUNCT {
		last--
	}
	l.text = p.span(first, last)
	l.step.Says = "it is said by “" + p.slice(l.text) + "”"
	return l
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

// quoted reports whether a word stands in a quotation that holds a clause, not in scare quotes.
func (p *passage) quoted(tok int) bool {
	q, ok := p.quotation(tok)
	if !ok {
		return false
	}
	for i := range p.toks {
		if q.Start <= p.toks[i].Start && p.toks[i].End <= q.End {
			switch p.tag(i) {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

func (p *passage) quotation(tok int) (language.Span, bool) {
	at := p.toks[tok].Start
	i, _ := slices.BinarySearchFunc(p.r.quotes, at, func(q language.Span, at int) int { return q.End - at })
	if i < len(p.r.quotes) && p.r.quotes[i].Start <= at && at < p.r.quotes[i].End {
		return p.r.quotes[i], true
	}
	return language.Span{}, false
}

// quoteSpeaker finds who speaks a quotation whose tree does not say so: a reporting verb
// outside of the quotation in the same sentence, else in the sentences before it in the same
// paragraph.
func (p *passage) quoteSpeaker(tok int) (link, bool) {
	if l, ok := p.reporter(tok); ok {
		return l, true
	}
	for j := p.order - 1; j >= 0 && j >= p.order-4; j-- {
		o := p.r.passages[j]
		if o.s.Paragraph != p.s.Paragraph {
			break
		}
		if l, ok := o.reporter(-1); ok {
			l.step = p.step("speech/continued", "the quotation goes on", max(tok, 0))
			l.step.Says += ": “" + o.slice(l.text) + "” speaks"
			return l, true
		}
	}
	return link{}, false
}

// reporter is the subject of a reporting verb outside of quotations; with tok at least 0 the
// one nearest to it.
func (p *passage) reporter(tok int) (link, bool) {
	best, found := link{}, -1
	for v := range p.toks {
		if !p.says(v) {
			continue
		}
		if _, in := p.quotation(v); in {
			continue
		}
		who := p.agent(v)
		if who < 0 || len(p.thirdPerson(who)) == 0 {
			continue
		}
		if _, in := p.quotation(who); in {
			continue
		}
		if found < 0 || tok >= 0 && distance(v, tok) < distance(found, tok) {
			best, found = p.by(who, p.lem[v], v), v
		}
	}
	return best, found >= 0
}

func distance(a, b int) int { return max(a-b, b-a) }

// quotations are the spans between double quotation marks, each within one paragraph, in order.
// A mark that is never closed runs to the end of its paragraph.
func quotations(doc *language.Document) []language.Span {
	var out []language.Span
	open, at, newlines := -1, 0, 0
	shut := func(end int) {
		if open >= 0 && end > open+1 {
			out = append(out, language.Span{Start: open + 1, End: end})
		}
		open = -1
	}
	for _, r := range doc.Text {
		switch {
		case r == '\n':
			if newlines++; newlines > 1 {
				shut(at)
			}
		case !strings.ContainsRune(" \t\r", r):
			newlines = 0
		}
		switch r {
		case '“', '„', '«':
			shut(at)
			open = at
		case '”', '»':
			shut(at)
		case '"':
			if open >= 0 {
				shut(at)
			} else {
				open = at
			}
		}
		at++
	}
	shut(at)
	return out
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
