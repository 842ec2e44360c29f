package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// passage is one sentence with what coding asks of it again and again.
type passage struct {
	r         *reader
	index     int // in Document.Sentences
	order     int // in reader.passages
	s         *language.Sentence
	toks      []language.Token
	lem       []string // lower-case lemmas
	at        []int    // mention whose top in the tree is the token, -1
	in        []int    // name that covers the token, -1
	kids      [][]int
	fired     map[int]*event // by trigger
	eventless map[int]bool   // what the tables know to tell no event
	times     []timex
	sites     []site // once the acts are known
	amounts   []amount

	speaking bool // the speaker of a "we" is being looked for
}

func newPassage(r *reader, index int) *passage {
	s := &r.doc.Sentences[index]
	n := len(s.Tokens)
	p := &passage{r: r, index: index, order: len(r.passages), s: s, toks: s.Tokens, fired: map[int]*event{}, eventless: map[int]bool{}}
	p.lem, p.at, p.in, p.kids = make([]string, n), make([]int, n), make([]int, n), make([][]int, n)
	for i := range s.Tokens {
		p.lem[i] = lemmaOf(r.lex, &s.Tokens[i])
		if i > 1 && s.Tokens[i-1].Text == "-" {
			p.lem[i] = r.lex.hyphened(p.lem[i-2], p.lem[i], strings.ToLower(s.Tokens[i].Text))
		}
		p.at[i], p.in[i] = -1, -1
		if h := s.Tokens[i].Head; h >= 0 && h < n {
			p.kids[h] = append(p.kids[h], i)
		}
	}
	for _, m := range r.cast.In(index) {
		p.place(m)
	}
	p.amounts = amounts(p.toks)
	p.times = findTimes(p)
	return p
}

// lemmaOf is the lower-case lemma of a token, brought to the spelling of the lexicon where
// the lemmatizer has kept an ending: "troops", "expell", "fin".
func lemmaOf(lex *lexicon, t *language.Token) string {
	l := strings.ToLower(t.Lemma)
	if l == "" {
		l = strings.ToLower(t.Text)
	}
	n := len(l)
	if verb := pasts[strings.ToLower(t.Text)]; verb != "" && t.POS == language.VERB {
		return verb
	}
	switch {
	case n < 3 || lex.known(l):
	case t.POS == language.VERB && l[n-1] == l[n-2] && lex.known(l[:n-1]):
		return l[:n-1]
	case t.POS == language.VERB && strings.HasSuffix(t.Text, "ed") && lex.known(strings.ToLower(t.Text[:len(t.Text)-1])):
		return strings.ToLower(t.Text[:len(t.Text)-1])
	case t.POS == language.VERB && strings.HasSuffix(t.Text, "ed") && lex.known(strings.ToLower(t.Text[:len(t.Text)-2])): // "boycotted"
		return strings.ToLower(t.Text[:len(t.Text)-2])
	case t.POS == language.VERB && strings.HasSuffix(t.Text, "ing") && lex.known(strings.ToLower(t.Text[:len(t.Text)-3])):
		return strings.ToLower(t.Text[:len(t.Text)-3])
	case t.Tag == "NNS" && n > 4 && strings.HasSuffix(l, "ies") && lex.known(l[:n-3]+"y"):
		return l[:n-3] + "y"
	case t.Tag == "NNS" && l[n-1] == 's' && lex.known(l[:n-1]):
		return l[:n-1]
	}
	return l
}

// hyphened is the lemma of a word behind a hyphen: of both together where the tables have them
// as one, with the hyphen or without it ("cease-fire", "air-strike", "court-martialed",
// "hostage-taking").
func (lex *lexicon) hyphened(first, last, form string) string {
	for _, whole := range []string{first + "-" + last, first + last, first + "-" + form, first + form} {
		if lex.known(whole) {
			return whole
		}
	}
	return last
}

// place enters a mention at the word that the tree attaches. That need not be the last
// one: "Robert" governs "Work".
func (p *passage) place(m int) {
	mention := &p.r.cast.Mentions[m]
	first, last := max(mention.First, 0), min(mention.Last, len(p.toks)-1)
	top := mention.Head
	if top < first || top > last || mention.Form == identity.Name {
		for i := first; i <= last; i++ {
			if h := p.toks[i].Head; h < first || h > last {
				top = i
				break
			}
		}
	}
	if top < 0 || top >= len(p.toks) {
		return
	}
	if old := p.at[top]; old < 0 || p.better(m, old) {
		p.at[top] = m
	}
	if mention.Form == identity.Name {
		for i := first; i <= last; i++ {
			p.in[i] = m
		}
	}
}

// better prefers a mention that means somebody, then a name, then the longer one.
func (p *passage) better(a, b int) bool {
	x, y := &p.r.cast.Mentions[a], &p.r.cast.Mentions[b]
	if (x.Actor >= 0) != (y.Actor >= 0) {
		return x.Actor >= 0
	}
	if (x.Form == identity.Name) != (y.Form == identity.Name) {
		return x.Form == identity.Name
	}
	return x.Last-x.First > y.Last-y.First
}

func (p *passage) rel(i int) language.Relation { return p.toks[i].Relation }
func (p *passage) head(i int) int {
	if h := p.toks[i].Head; h >= 0 && h < len(p.toks) {
		return h
	}
	return -1
}

func (p *passage) is(i int, r language.Relation) bool { return p.rel(i).Is(r) }

func (p *passage) child(i int, rels ...language.Relation) int {
	for _, c := range p.kids[i] {
		for _, r := range rels {
			if p.rel(c).Is(r) {
				return c
			}
		}
	}
	return -1
}

func (p *passage) verb(i int) bool {
	pos := p.toks[i].POS
	return pos == language.VERB || pos == language.AUX
}

func (p *passage) noun(i int) bool {
	pos := p.toks[i].POS
	return pos == language.NOUN || pos == language.PROPN
}

func (p *passage) text(i int) string { return strings.ToLower(p.toks[i].Text) }

// tag is the Penn tag of a token.
func (p *passage) tag(i int) string { return string(p.toks[i].Tag) }

// span covers the tokens first to last.
func (p *passage) span(first, last int) graph.Span {
	return graph.Span{Start: p.toks[first].Start, End: p.toks[last].End}
}

func (p *passage) slice(s graph.Span) string {
	return p.r.doc.Slice(language.Span{Start: s.Start, End: s.End})
}

// step is a reason that points at a token.
func (p *passage) step(rule, says string, token int) graph.Step {
	s := p.span(token, token)
	return graph.Step{Rule: rule, Says: says, Text: p.slice(s), Span: s}
}

// preposition is what links a nominal or a clause to its head: "on", "according_to"; "" for nothing.
func (p *passage) preposition(i int) string {
	for _, c := range p.kids[i] {
		if (p.is(c, language.Case) || p.is(c, language.Mark)) && c < i {
			word := p.text(c)
			for _, f := range p.kids[c] {
				if p.is(f, language.Fixed) {
					word += "_" + p.text(f)
				}
			}
			return word
		}
	}
	return ""
}

// particle is the phrasal verb's second word, "" for none.
func (p *passage) particle(v int) string {
	if c := p.child(v, language.CompoundPrt); c >= 0 {
		return p.text(c)
	}
	return ""
}

// lemma is the dictionary form with its particle: carry_out.
func (p *passage) lemma(v int) string {
	if prt := p.particle(v); prt != "" {
		return p.lem[v] + "_" + prt
	}
	return p.lem[v]
}

// passive reports whether a verb is in the passive, with an auxiliary or as a bare participle.
func (p *passage) passive(v int) bool {
	if p.child(v, language.AuxPass, language.NSubjPass) >= 0 {
		return true
	}
	if p.tag(v) != "VBN" {
		return false
	}
	for _, c := range p.kids[v] {
		if p.is(c, language.AuxRelation) && !p.is(c, language.AuxPass) {
			return false // "has bombed"
		}
	}
	switch rel := p.rel(v); {
	case rel == language.Acl || rel == language.AdvCl || rel == language.AMod:
		return true
	case rel.Is(language.Conj):
		h := p.head(v)
		return h >= 0 && p.verb(h) && p.child(v, language.NSubj, language.Obj) < 0 && p.passive(h)
	case rel.Is(language.XComp):
		return true // "got arrested", "wants him arrested"
	}
	return false
}

// relative reports whether a token is a relative pronoun.
func (p *passage) relative(i int) bool {
	switch p.text(i) {
	case "who", "which", "that", "whom", "whose":
		return p.toks[i].POS != language.SCONJ
	}
	return false
}

// firstConjunct climbs from a coordinated word to the one that the tree attaches.
func (p *passage) firstConjunct(i int) int {
	for n := len(p.toks); n > 0 && p.is(i, language.Conj) && p.head(i) >= 0; n-- {
		i = p.head(i)
	}
	return i
}
