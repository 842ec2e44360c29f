package article

import (
	"strings"
	"unicode"
)

// line is one line of the input, before lines are joined to paragraphs.
type line struct {
	glyphs     []glyph
	start, end int  // in the input
	block      int  // lines of one block have no empty line between them
	indent     int  // columns before the first character
	heading    bool // marked as such
	item       bool // starts an item of a list
	rule       Rule // set where the line is no text at all; then it has no glyphs
}

// plainLines are the lines of a text that is read as it stands; empty ones only count
// as the end of a block.
func plainLines(rs []rune) []line {
	var lines []line
	pen := newPen(len(rs))
	block := 0
	for i := 0; i < len(rs); {
		end := i
		for end < len(rs) && !isBreak(rs[end]) {
			end++
		}
		indent := 0
		for at := i; at < end; at++ {
			if isSpace(rs[at]) && indent == at-i {
				indent++
			}
			pen.add(rs[at], at, at+1)
		}
		if g := pen.take(); len(g) > 0 {
			lines = append(lines, line{glyphs: g, start: int(g[0].start), end: int(g[len(g)-1].end), block: block, indent: indent})
		} else {
			block++
		}
		i = end
		if i < len(rs) {
			if rs[i] == 0x2029 || rs[i] == '\f' {
				block++
			}
			if rs[i] == '\r' && i+1 < len(rs) && rs[i+1] == '\n' {
				i++
			}
			i++
		}
	}
	return lines
}

// isTerminated reports whether s ends as a sentence does: a full stop, question mark,
// exclamation mark or ellipsis, perhaps followed by closing quotes and brackets.
func isTerminated(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return r == ' ' || r == '"' || r == '\'' || unicode.In(r, unicode.Pf, unicode.Pe, unicode.Pi)
	})
	for _, end := range []string{".", "?", "!", "…"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// startsLower reports whether the first letter of the line, before which only quotes may
// stand, is a small one: such a line goes on with a sentence.
func startsLower(glyphs []glyph) bool {
	for _, g := range glyphs {
		if unicode.IsLetter(g.r) {
			return unicode.IsLower(g.r)
		}
		if !unicode.In(g.r, unicode.Pi, unicode.Pf) && g.r != '"' && g.r != '\'' {
			return false
		}
	}
	return false
}
