package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// match is a stretch of a sentence that the register has senses for.
type match struct {
	first, last int // tokens, inclusive
	senses      []sense
}

// scan is one sentence with what the register finds in it.
type scan struct {
	*language.Sentence
	index    int
	words    []word
	start    []int   // first word of each token, len(words) at the end
	matches  []match // longest first from the left, not overlapping; no bodies
	bodies   []match // wordings of bodies, likewise
	covered  []int   // by token: index in matches, -1
	shouting bool    // all in capitals
}

func (r *Register) scan(s *language.Sentence, index int) *scan {
	sc := &scan{Sentence: s, index: index, start: make([]int, len(s.Tokens)+1), covered: make([]int, len(s.Tokens))}
	letters, capitals := 0, 0
	for i := range s.Tokens {
		sc.start[i] = len(sc.words)
		sc.words = appendWords(sc.words, s.Tokens[i].Text)
		for j := sc.start[i]; j < len(sc.words); j++ {
			sc.words[j].token = i
			letters++
			if sc.words[j].all {
				capitals++
			}
		}
		sc.covered[i] = -1
	}
	sc.start[len(s.Tokens)] = len(sc.words)
	sc.shouting = letters > 3 && capitals*5 > letters*4
	sc.matches = r.find(sc, func(s sense) bool { return s.what != senseBody && s.what != senseSurname })
	sc.bodies = r.find(sc, func(s sense) bool { return s.what == senseBody })
	for i, m := range sc.matches {
		for t := m.first; t <= m.last; t++ {
			sc.covered[t] = i
		}
	}
	return sc
}

// find lists the longest matches from the left, not overlapping.
func (r *Register) find(sc *scan, want func(sense) bool) []match {
	var out []match
	var key []byte
	for i := 0; i < len(sc.words); {
		next := i + 1
		if i != sc.start[sc.words[i].token] {
			i = next
			continue
		}
		for n := min(r.longest[sc.words[i].folded], len(sc.words)-i); n > 0; n-- {
			last := sc.words[i+n-1].token
			if i+n != sc.start[last+1] {
				continue
			}
			key = key[:0]
			for k := i; k < i+n; k++ {
				if k > i {
					key = append(key, ' ')
				}
				key = append(key, sc.words[k].folded...)
			}
			var fit []sense
			for _, s := range r.senses[string(key)] {
				if want(s) && s.fits(sc.words[i:i+n], sc.shouting) {
					fit = append(fit, s)
				}
			}
			if len(fit) == 0 || n == 1 && !sc.nameLike(sc.words[i].token, fit) {
				continue
			}
			out = append(out, match{first: sc.words[i].token, last: last, senses: fit})
			next = i + n
			break
		}
		i = next
	}
	return out
}

// nameLike refuses a single word at the start of a sentence that is an ordinary word there:
// "Nice work", "Turkey is eaten".
func (sc *scan) nameLike(token int, fit []sense) bool {
	t := &sc.Tokens[token]
	if fit[0].what == senseBody || fit[0].acronym || !sc.opens(token) {
		return true
	}
	for _, s := range fit {
		if s.what == senseCapital && (t.POS == language.NOUN || t.POS == language.X) {
			return true // "Seoul and Tokyo"
		}
	}
	return t.POS == language.PROPN || t.POS == language.ADJ && (fit[0].what == senseAdjective || fit[0].what == sensePeople) || t.POS == language.NOUN && fit[0].what != sensePlace
}

// opens reports whether a token begins a sentence or a quotation in it, where a capital says nothing.
func (sc *scan) opens(token int) bool {
	if token == 0 {
		return true
	}
	switch sc.Tokens[token-1].Text {
	case `"`, "“", "‘", "'", "(", ":", "—", "-", "``", "•":
		return true
	}
	return false
}

// text is the wording of tokens as it stands in the document.
func (sc *scan) text(d *language.Document, first, last int) string {
	return d.Slice(sc.SpanOf(first, last))
}

// fold is the folded words of tokens joined by blanks.
func (sc *scan) fold(first, last int) string {
	var b strings.Builder
	for i := sc.start[first]; i < sc.start[last+1]; i++ {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(sc.words[i].folded)
	}
	return b.String()
}

// has returns the first sense of a kind.
func (m *match) has(kinds ...senseKind) (sense, bool) {
	for _, k := range kinds {
		for _, s := range m.senses {
			if s.what == k {
				return s, true
			}
		}
	}
	return sense{}, false
}

// lower is the lower-case text of a token, "" outside of the sentence.
func (sc *scan) lower(token int) string {
	if token < 0 || token >= len(sc.Tokens) {
		return ""
	}
	return strings.ToLower(sc.Tokens[token].Text)
}

// possessive reports whether a token is a clitic of possession.
func (sc *scan) possessive(token int) bool {
	switch sc.lower(token) {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// capitalised reports whether a token is written as a part of a name.
func (sc *scan) capitalised(token int) bool {
	if token < 0 || token >= len(sc.Tokens) {
		return false
	}
	for i := sc.start[token]; i < sc.start[token+1]; i++ {
		if sc.words[i].upper {
			return true
		}
	}
	return false
}
