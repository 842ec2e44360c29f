package language

import (
	"strings"
	"unicode"
)

// tokenizer cuts the words of one paragraph. It looks at every code point a
// bounded number of times.
type tokenizer struct {
	text  *text
	spans []Span // the tokens so far
}

// paragraph appends the tokens of a paragraph.
func (t *tokenizer) paragraph(p Span) {
	rs := t.text.runes
	for i := p.Start; i < p.End; {
		if unicode.IsSpace(rs[i]) || isInvisible(rs[i]) {
			i++
			continue
		}
		end := i + 1
		for end < p.End && !unicode.IsSpace(rs[end]) {
			end++
		}
		t.chunk(i, end)
		i = end
	}
}

// isInvisible: marks of direction, byte order and controls make no tokens.
func isInvisible(r rune) bool {
	return r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || unicode.IsControl(r)
}

func (t *tokenizer) emit(from, to int) {
	if from < to {
		t.spans = append(t.spans, Span{from, to})
	}
}

// chunk cuts one stretch without white space.
func (t *tokenizer) chunk(i, end int) {
	rs := t.text.runes
	for i < end && isOpening(rs[i]) {
		j := i + 1
		if rs[i] == '`' || rs[i] == '\'' {
			for j < end && j < i+2 && rs[j] == rs[i] {
				j++
			}
		}
		if rs[i] == '\'' && elided(rs[i:end]) {
			break
		}
		t.emit(i, j)
		i = j
	}
	if last := addressEnd(rs, i, end); last > i {
		t.emit(i, last)
		i = last
	}
	for i < end {
		switch r := rs[i]; {
		case isInvisible(r):
			i++
		case isWordRune(r):
			i = t.word(i, end)
		case isApostrophe(r):
			i = t.apostrophe(i, end)
		case (r == '.' || r == '-' || r == '+') && i+1 < end && unicode.IsDigit(rs[i+1]) && (i == 0 || !isWordRune(rs[i-1]) && rs[i-1] != '.'):
			i = t.word(i, end) // .38, -5
		default:
			j := i + 1
			for j < end && runsTogether(r, rs[j]) {
				j++
			}
			t.emit(i, j)
			i = j
		}
	}
}

func isOpening(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '‘', '„', '‚', '«', '‹', '(', '[', '{', '<', '¿', '¡':
		return true
	}
	return false
}

func isWordRune(r rune) bool {
	if r < 128 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u200d' || r == '°' || r == unicode.ReplacementChar
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// runsTogether reports whether a mark of the same kind goes on: "...", "?!",
// "--", "***".
func runsTogether(a, b rune) bool {
	switch a {
	case '.', '-', '*', '=', '_', '~', '+', '`', '<', '>':
		return a == b
	case '!', '?':
		return b == '!' || b == '?'
	}
	return false
}

// elided recognises 'em, 'tis, '90s at the start of a chunk.
func elided(rs []rune) bool {
	if len(rs) > 2 && unicode.IsDigit(rs[1]) && unicode.IsDigit(rs[2]) {
		return len(rs) == 3 || !unicode.IsDigit(rs[3])
	}
	for _, w := range []string{"'em", "'tis", "'twas", "'til", "'cause"} {
		if len(rs) >= len(w) && strings.EqualFold(string(rs[:len(w)]), w) && (len(rs) == len(w) || !isWordRune(rs[len(w)])) {
			return true
		}
	}
	return false
}

// addressEnd returns the end of a web or mail address that starts at i, or i.
func addressEnd(rs []rune, i, end int) int {
	colon, at, slash := -1, -1, -1
	for j := i; j < end && j < i+2048; j++ {
		switch rs[j] {
		case ':':
			if colon < 0 {
				colon = j
			}
		case '@':
			if at < 0 {
				at = j
			}
		case '/':
			if slash < 0 {
				slash = j
			}
		}
	}
	last := end
	for last > i && strings.ContainsRune(".,;:!?'\"’”»)]}>", rs[last-1]) {
		last--
	}
	if last <= i {
		return i
	}
	switch {
	case colon > i && slash == colon+1 && colon+2 < last && rs[colon+2] == '/' && colon-i < 10:
		return last
	case end-i > 5 && strings.EqualFold(string(rs[i:i+4]), "www."):
		return last
	case at == i && i+1 < last && isWordRune(rs[i+1]): // @handle
		return wordEnd(rs, i+1, last)
	case rs[i] == '#' && i+1 < last && unicode.IsLetter(rs[i+1]): // #tag
		return wordEnd(rs, i+1, last)
	case at > i && at < last-3 && isWordRune(rs[at-1]) && isWordRune(rs[at+1]) && dotBetween(rs, at, last):
		return last
	case slash > i && slash < last && isDomain(rs[i:slash]):
		return last
	case slash < 0 && isDomain(rs[i:last]):
		return last
	}
	return i
}

func wordEnd(rs []rune, i, end int) int {
	for i < end && isWordRune(rs[i]) {
		i++
	}
	return i
}

func dotBetween(rs []rune, from, to int) bool {
	for _, r := range rs[from:to] {
		if r == '.' {
			return true
		}
	}
	return false
}

// isDomain recognises example.com and en.example.org.
func isDomain(rs []rune) bool {
	if len(rs) > 253 {
		return false
	}
	dot, dots := -1, 0
	for i, r := range rs {
		switch {
		case r == '.':
			if i == 0 || i == dot+1 {
				return false
			}
			dot = i
			dots++
		case r > 127 || !isWordRune(r) && r != '-':
			return false
		}
	}
	if dots == 0 || dot < 2 {
		return false
	}
	top := string(rs[dot+1:])
	return topDomains[top] && (dots > 1 || len(top) == 3 || len(top) == 4)
}

// apostrophe cuts a clitic that stands behind a mark or another word, or a
// quotation mark.
func (t *tokenizer) apostrophe(i, end int) int {
	rs := t.text.runes
	if i > 0 && (isWordRune(rs[i-1]) || rs[i-1] == '.' || isClosing(rs[i-1])) {
		if j := cliticEnd(rs, i, end); j > 0 {
			t.emit(i, j)
			return j
		}
	}
	if (i == 0 || !isWordRune(rs[i-1])) && elided(rs[i:end]) {
		return t.word(i, end)
	}
	j := i + 1
	if j < end && rs[j] == rs[i] {
		j++ // '' is a closing quotation mark
	}
	t.emit(i, j)
	return j
}

// cliticEnd returns the end of 's, 're, 've, 'll, 'd, 'm at i, or 0.
func cliticEnd(rs []rune, i, end int) int {
	j := i + 1
	for j < end && j < i+4 && isWordRune(rs[j]) {
		j++
	}
	switch strings.ToLower(string(rs[i+1 : j])) {
	case "s", "d", "m", "re", "ve", "ll":
		return j
	}
	return 0
}
