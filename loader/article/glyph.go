package article

import "unicode"

// glyph is one character of a cleaned line and the span of the input it stands for.
type glyph struct {
	r          rune
	start, end int32
}

// pen writes the characters of lines one after the other, folding spaces and leaving out
// what cannot be seen.
type pen struct {
	glyphs []glyph
	first  int   // where the current line starts
	blank  int32 // where white space not yet written starts; -1 for none
}

func newPen(capacity int) *pen { return &pen{glyphs: make([]glyph, 0, capacity), blank: -1} }

// add writes a character that stands for start to end of the input.
func (p *pen) add(r rune, start, end int) {
	switch {
	case isSpace(r):
		if p.blank < 0 && len(p.glyphs) > p.first {
			p.blank = int32(start)
		}
	case isInvisible(r):
	default:
		if p.blank >= 0 {
			p.glyphs = append(p.glyphs, glyph{' ', p.blank, int32(start)})
			p.blank = -1
		}
		p.glyphs = append(p.glyphs, glyph{r, int32(start), int32(end)})
	}
}

// take ends the line and returns it, without blanks at either end.
func (p *pen) take() []glyph {
	line := p.glyphs[p.first:len(p.glyphs):len(p.glyphs)]
	p.first, p.blank = len(p.glyphs), -1
	return line
}

// isSpace: white space and line breaks of every script.
func isSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Zs, r)
}

// isInvisible: characters that change what is seen, never what is said. Joiners and
// direction marks are among them, as are control characters and soft hyphens.
func isInvisible(r rune) bool {
	switch {
	case r < 0x20, r == 0x7f:
		return true
	case r < 0x80:
		return false
	case r < 0xa0, r == 0xad:
		return true
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// isBreak: characters that end a line.
func isBreak(r rune) bool {
	return '\n' <= r && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// text is the line as a string.
func text(line []glyph) string {
	b := make([]rune, len(line))
	for i, g := range line {
		b[i] = g.r
	}
	return string(b)
}
