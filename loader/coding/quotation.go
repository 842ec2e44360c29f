package coding

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

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
		if who < 0 || len(p.thirdPerson(who)) == 0 && p.toks[who].POS != language.NOUN {
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

// anonymous takes away the demand that is none: "an official, who asked not to be named, said".
func (p *passage) anonymous() {
	for v, e := range p.fired {
		if e.typ != graph.Request {
			continue
		}
		for _, c := range p.kids[v] {
			switch p.lem[c] {
			case "name", "identify", "quote":
				if p.verb(c) && p.child(c, language.AuxPass) >= 0 {
					delete(p.fired, v)
				}
			}
		}
	}
}
