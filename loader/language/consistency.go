package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
)

// agree makes the names of a document fit each other and our habits: no titles
// in front, no "of" at the end, one type for one name, and the surname of
// somebody named in full is that person.
func (e *engine) agree(ss []Sentence) {
	for i := range ss {
		ss[i].Names = e.trimNames(&ss[i])
		e.settle(&ss[i])
	}
	votes := countNames(ss)
	for i := range ss {
		s := &ss[i]
		for k := range s.Names {
			n := &s.Names[k]
			if v := votes[key(s, n.First, n.Last)]; v != nil && n.Type != NORP {
				n.Type = v.best()
			}
		}
		s.Names = e.addKnown(s, votes)
	}
}

// settle types the names that leave little doubt: countries, known bodies, and
// the place of a dateline. "Jordan" may be somebody's name; then the full name outvotes this.
func (e *engine) settle(s *Sentence) {
	for k := range s.Names {
		n := &s.Names[k]
		switch {
		case n.First == 0 && !s.Terminated && isDash(s.Tokens[len(s.Tokens)-1].Text):
			n.Type = LOC
		case e.isCountry(key(s, n.First, n.Last)):
			n.Type = LOC
		case n.Type != PER && e.gazetteer.Lookup(key(s, n.First, n.Last)) == naming.Organization:
			n.Type = ORG
		}
	}
}

func (e *engine) isCountry(name string) bool {
	return e.gazetteer.Lookup(name)&naming.Country != 0
}

// trimNames cuts what is no part of a name from its ends, and drops names of
// which nothing is left.
func (e *engine) trimNames(s *Sentence) []Name {
	out := s.Names[:0]
	for _, n := range s.Names {
		if n.Type == PER {
			n.First = behindOffice(s, n)
		}
		if n.First < n.Last && isCalendar(s, n.First) && e.isCountry(key(s, n.First+1, n.Last)) {
			n.First++ // "In June Ethiopia agreed"
			n.Type = LOC
		}
		for n.First < n.Last && (small(s, n.First) && !leadsName(s, n.First) || n.Type == PER && isTitle(s, n.First) || strings.EqualFold(s.Tokens[n.First].Text, "former")) {
			n.First++
		}
		for n.First < n.Last && small(s, n.Last) && !(n.Type == MISC && naming.IsVote(s.Tokens[n.Last].Text)) {
			n.Last--
		}
		if n.First == n.Last && (isBare(s, n.First, n.Type) || !canName(s.Tokens[n.First].POS)) {
			continue
		}
		out = append(out, n)
	}
	return out
}

// offices are titles, and words for a party's people, that are nobody's name.
var offices = set(`president minister secretary chancellor premier gen. general col. colonel sen. senator rep. gov. governor
	ambassador commissioner chairman chairwoman spokesman spokeswoman leader lawmaker congressman congresswoman
	republican democrat liberal conservative socialist communist labour tory
	lieutenant sergeant capt. captain adm. admiral professor archbishop ayatollah mr. mrs. ms. dr. envoy`)

// behindOffice returns the first token of a person's name behind an office in it:
// "US President Ann Lee".
func behindOffice(s *Sentence, n Name) int {
	for i := n.Last - 1; i >= n.First; i-- {
		if offices[strings.ToLower(s.Tokens[i].Text)] {
			return i + 1
		}
	}
	return n.First
}

// small reports whether a token has no capital and no digit, so that no name
// ends with it: "of", "'s", "and".
func small(s *Sentence, i int) bool {
	for _, r := range s.Tokens[i].Text {
		if unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r) {
			return false
		}
	}
	return true
}

// leadsName: "al-Shabab", "de Gaulle" start with a small word.
func leadsName(s *Sentence, i int) bool {
	return s.Tokens[i].POS == PROPN && utf8.RuneCountInString(s.Tokens[i].Text) > 1 || s.Tokens[i].POS == X
}

func isTitle(s *Sentence, i int) bool {
	return naming.CuesOf(form.Lower(s.Tokens[i].Text))&naming.Title != 0
}

// canName: "No" at the start of a sentence is no name for all its capital.
func canName(p UPOS) bool {
	switch p {
	case PROPN, NOUN, ADJ, NUM, X, SYM, VERB, ADV:
		return true
	}
	return false
}

func isCalendar(s *Sentence, i int) bool {
	return naming.CuesOf(form.Lower(s.Tokens[i].Text))&naming.Calendar != 0
}

// isBare: "President", "Republic", "Monday" alone name nobody.
func isBare(s *Sentence, i int, t NameType) bool {
	c := naming.CuesOf(form.Lower(s.Tokens[i].Text))
	switch {
	case c&naming.Calendar != 0, small(s, i):
		return true
	case t == PER:
		return c&naming.Title != 0
	case t == LOC:
		return c&(naming.Land|naming.Direction) != 0
	}
	return false
}

// vote counts the types that one name was given, and remembers the first.
type vote struct {
	first NameType
	count map[NameType]int
}

func (v *vote) best() NameType {
	b := v.first
	for _, t := range []NameType{PER, ORG, LOC, NORP, MISC} {
		if v.count[t] > v.count[b] {
			b = t
		}
	}
	return b
}

// key is the text of a name in small letters, its tokens parted by blanks.
func key(s *Sentence, first, last int) string {
	if first == last {
		return strings.ToLower(s.Tokens[first].Text)
	}
	var b strings.Builder
	for i := first; i <= last; i++ {
		if i > first {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToLower(s.Tokens[i].Text))
	}
	return b.String()
}

// countNames counts the types of every name. A full name of a person counts
// for the surname as well, more than the surname alone does.
func countNames(ss []Sentence) map[string]*vote {
	votes := map[string]*vote{}
	add := func(k string, t NameType, by int) {
		v := votes[k]
		if v == nil {
			v = &vote{first: t, count: map[NameType]int{}}
			votes[k] = v
		}
		v.count[t] += by
	}
	for i := range ss {
		s := &ss[i]
		for _, n := range s.Names {
			if n.Last-n.First > 12 {
				continue
			}
			add(key(s, n.First, n.Last), n.Type, 2)
			if n.Type == PER && n.Last > n.First && len(s.Tokens[n.Last].Text) > 2 {
				add(key(s, n.Last, n.Last), PER, 3)
			}
		}
	}
	return votes
}

// addKnown adds the single words outside any name that the document names
// elsewhere, and the demonyms.
func (e *engine) addKnown(s *Sentence, votes map[string]*vote) []Name {
	var out []Name
	next := 0
	for i := range s.Tokens {
		for next < len(s.Names) && s.Names[next].Last < i {
			out = append(out, s.Names[next])
			next++
		}
		if next < len(s.Names) && s.Names[next].First <= i {
			continue
		}
		t := &s.Tokens[i]
		if t.POS != PROPN && t.POS != ADJ && t.POS != NOUN || small(s, i) || len(t.Text) < 3 {
			continue
		}
		k := key(s, i, i)
		if v := votes[k]; v != nil && t.POS == PROPN && !isBare(s, i, v.best()) {
			out = append(out, Name{i, i, v.best()})
		} else if e.gazetteer.Lookup(k) == naming.Demonym {
			out = append(out, Name{i, i, NORP})
		}
	}
	return append(out, s.Names[next:]...)
}
