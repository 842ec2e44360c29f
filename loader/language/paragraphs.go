package language

import "unicode"

// paragraphs cuts the text at blank lines, and at line breaks that end a line
// rather than wrap it. Each span starts and ends with a visible code point.
func paragraphs(rs []rune) []Span {
	var out []Span
	for i := 0; i < len(rs); {
		if unicode.IsSpace(rs[i]) {
			i++
			continue
		}
		lines, next := block(rs, i)
		out = append(out, unwrap(rs, lines)...)
		i = next
	}
	return out
}

// block collects the trimmed lines from i to the next blank line.
func block(rs []rune, i int) (lines []Span, next int) {
	for i < len(rs) {
		start, end := -1, i
		for i < len(rs) && !isLineBreak(rs[i]) {
			if !unicode.IsSpace(rs[i]) {
				if start < 0 {
					start = i
				}
				end = i + 1
			}
			i++
		}
		if i < len(rs) {
			if rs[i] == '\r' && i+1 < len(rs) && rs[i+1] == '\n' {
				i++
			}
			i++
		}
		if start < 0 {
			return lines, i
		}
		lines = append(lines, Span{start, end})
	}
	return lines, i
}

func isLineBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v' || r == '\f'
}

// widest is the longest line that a wrapped text may have.
const widest = 100

// unwrap joins lines that were broken only because the next word did not fit.
func unwrap(rs []rune, lines []Span) []Span {
	width := 0
	for _, l := range lines {
		width = max(width, l.Len())
	}
	out := lines[:0:0]
	for i, l := range lines {
		if i > 0 && wraps(rs, lines[i-1], l, width) {
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l)
	}
	return out
}

// wraps reports whether line b goes on with the sentence of line a: b starts
// with a small letter, or its first word would not have fitted into a.
func wraps(rs []rune, a, b Span, width int) bool {
	if unicode.IsLower(rs[b.Start]) {
		return true
	}
	if width > widest || isBullet(rs[b.Start]) {
		return false
	}
	word := 0
	for i := b.Start; i < b.End && !unicode.IsSpace(rs[i]); i++ {
		word++
	}
	return a.Len()+1+word > width && a.Len() > width/2
}

func isBullet(r rune) bool {
	switch r {
	case '•', '‣', '◦', '▪', '■', '●', '*', '·', '–', '—', '-':
		return true
	}
	return false
}
